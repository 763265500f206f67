//! What holds for every form, however it looks: nothing is planned into a trap, no legal answer is the opposite of the
//! truth, no self-identification is answered that the person did not answer, every field is planned or left.

use crate::generate::model::Asked;
use crate::generate::words::Words;
use foothold_core::classify::{ClassifiedForm, FieldKind};
use foothold_core::page::PageSnapshot;
use foothold_core::plan::{FileOffer, FillPlan, FillStep, PlanContext, WriteAction, plan};
use foothold_shared::profile::{
    AnswerState, Profile, SelfIdentification, WorkEligibility, WorkEntry, YearMonth,
};
use std::collections::BTreeSet;

/// Countries the tables name.
const COUNTRIES: [&str; 14] = [
    "US", "GB", "IE", "CA", "DE", "AT", "CH", "FR", "BE", "ES", "IT", "NL", "PT", "PL",
];

const DEMOGRAPHIC: [FieldKind; 6] = [
    FieldKind::Gender,
    FieldKind::Pronouns,
    FieldKind::RaceEthnicity,
    FieldKind::Hispanic,
    FieldKind::Veteran,
    FieldKind::Disability,
];

/// Somebody who says the same about every country.
fn person(authorized: bool, needs_sponsor: bool, demographics: AnswerState) -> Profile {
    let mut profile = Profile::default();
    profile.name.given = "Amara".to_owned();
    profile.name.family = "Lindqvist".to_owned();
    profile.contact.email = "amara@mail.example".to_owned();
    profile.contact.phone.country = "DE".to_owned();
    profile.contact.phone.national = "0151 2345678".to_owned();
    profile.address.line1 = "Lange Gasse 7".to_owned();
    profile.address.city = "Bamberg".to_owned();
    profile.address.region = "Bayern".to_owned();
    profile.address.postal_code = "96047".to_owned();
    profile.address.country = "DE".to_owned();
    profile.links.website = "https://amara.example".to_owned();
    profile.work = vec![WorkEntry {
        id: "w1".to_owned(),
        company: "Nordlicht".to_owned(),
        title: "Planner".to_owned(),
        start: Some(YearMonth {
            year: 2019,
            month: Some(4),
        }),
        current: true,
        ..WorkEntry::default()
    }];
    profile.work_eligibility = COUNTRIES
        .iter()
        .chain(&["BR"])
        .map(|country| WorkEligibility {
            country: (*country).to_owned(),
            authorized: Some(authorized),
            needs_sponsorship: Some(needs_sponsor),
        })
        .collect();
    let said = || SelfIdentification {
        state: demographics,
        values: Vec::new(),
    };
    profile.demographics.gender = said();
    profile.demographics.pronouns = said();
    profile.demographics.race_ethnicity = said();
    profile.demographics.hispanic = said();
    profile.demographics.veteran = said();
    profile.demographics.disability = said();
    profile
}

/// What is wrong with a reading and the plans that follow from it, a line each; empty where all holds.
///
/// `handles` are those of the truth's fields, in its order.
pub(crate) fn check(
    truth: &[Asked],
    handles: &[i64],
    snapshot: &PageSnapshot,
    form: &ClassifiedForm,
) -> Vec<String> {
    let context = PlanContext {
        today: "2026-11-21".to_owned(),
        files: ["resume", "cover_letter"].map(file).into(),
        ..PlanContext::default()
    };
    let mut faults = Vec::new();
    for (authorized, needs_sponsor, demographics) in [
        (true, false, AnswerState::NotAnswered),
        (true, true, AnswerState::Declined),
        (false, true, AnswerState::NotAnswered),
        (false, false, AnswerState::Declined),
    ] {
        let profile = person(authorized, needs_sponsor, demographics);
        let made = plan(form, snapshot, &profile, &context);
        whole(form, &made, &mut faults);
        for (asked, handle) in truth.iter().zip(handles) {
            let step = made
                .steps
                .iter()
                .find(|step| i64::from(step.handle) == *handle);
            let Some(step) = step else { continue };
            let mut fault = |what: &str| faults.push(format!("{what}: {}", asked.label));
            if asked.trap {
                fault("planned into a trap");
            }
            if let Some(legal) = &asked.legal
                && says_yes(step).is_some_and(|yes| yes != legal.holds(authorized, needs_sponsor))
            {
                fault("a legal question answered with the opposite");
            }
            if asked.legal.is_none() && is_legal(step.kind) {
                fault("a legal answer given to another question");
            }
            let demographic = DEMOGRAPHIC.contains(&step.kind);
            if demographic && demographics == AnswerState::NotAnswered {
                fault("a self-identification nobody gave");
            }
            if demographic && demographics == AnswerState::Declined && !declines(asked, step) {
                fault("a declined self-identification answered");
            }
        }
    }
    faults.dedup();
    faults
}

fn file(name: &str) -> FileOffer {
    FileOffer {
        file: name.to_owned(),
        file_name: format!("{name}.pdf"),
        media_type: "application/pdf".to_owned(),
        size_bytes: 1000,
        sha256: "0".repeat(64),
    }
}

/// Each field is planned or left, and none both.
fn whole(form: &ClassifiedForm, made: &FillPlan, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    let handles = made.steps.iter().map(|step| step.handle);
    for handle in handles.chain(made.left.iter().map(|left| left.handle)) {
        if !seen.insert(handle) {
            faults.push(format!(
                "field {handle} is planned twice, or planned and left"
            ));
        }
    }
    for field in form
        .fields
        .iter()
        .filter(|field| !seen.contains(&field.handle))
    {
        faults.push(format!("neither planned nor left: {}", field.label));
    }
}

fn is_legal(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::WorkAuthorization | FieldKind::VisaSponsorship
    )
}

/// What a person would read at what a step chooses.
fn texts(step: &FillStep) -> Vec<&str> {
    match &step.action {
        WriteAction::SetText { value } => vec![value],
        WriteAction::Select { texts, .. } | WriteAction::Choose { texts, .. } => {
            texts.iter().map(String::as_str).collect()
        }
        WriteAction::Pick { accept, .. } => accept.iter().map(String::as_str).collect(),
        WriteAction::PickMany { choices } => choices
            .iter()
            .flat_map(|choice| choice.accept.iter().map(String::as_str))
            .collect(),
        WriteAction::PickDate { date, .. } => vec![date],
        WriteAction::Attach { .. } => Vec::new(),
    }
}

/// Whether a step says yes or no, in any language of the tables.
fn says_yes(step: &FillStep) -> Option<bool> {
    let chosen = texts(step);
    let said = |which: usize| {
        Words::all().iter().any(|words| {
            let options = words.options("yes_no", &mut super::chance::Chance::new(0));
            options.is_some_and(|options| {
                chosen.iter().any(|text| {
                    options
                        .texts
                        .get(which)
                        .is_some_and(|own| own.to_lowercase() == text.to_lowercase())
                })
            })
        })
    };
    match (said(0), said(1)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

fn declines(asked: &Asked, step: &FillStep) -> bool {
    // A list that is not in the page yet is matched when it opens.
    if matches!(
        step.action,
        WriteAction::Pick { .. } | WriteAction::PickMany { .. }
    ) {
        return true;
    }
    texts(step).iter().all(|text| {
        asked
            .declines
            .iter()
            .filter_map(|at| asked.options.get(*at))
            .any(|option| option == text)
    })
}
