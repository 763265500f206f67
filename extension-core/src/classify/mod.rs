//! Stage 2: what each field asks. Scored candidates, each with its reason; the best one that is sure enough wins.

mod autocomplete;
mod choices;
mod decide;
mod entries;
mod family;
mod filler;
mod form;
mod neighbours;
mod places;
mod question;
mod rule;
pub(crate) mod sections;
#[cfg(test)]
mod testing;
pub(crate) mod text;
pub(crate) mod tokens;
mod traps;

use crate::page::{Control, PageSnapshot, RawField, RawOption, signature};
use crate::sites;
use decide::{Draft, decide};
use form::Surroundings;
pub use sections::{Family, Section};
use serde::{Deserialize, Serialize};

/// Longest label carried along, in characters.
const LONGEST_LABEL: usize = 200;

/// Understands a frame's form: what each field asks, which must never be written, which entry it belongs to.
#[must_use]
pub fn classify(snapshot: &PageSnapshot) -> ClassifiedForm {
    let site = sites::find(&snapshot.url);
    let around = Surroundings::of(snapshot);
    let mut drafts: Vec<Draft<'_>> = snapshot
        .fields
        .iter()
        .enumerate()
        .map(|(at, field)| decide(field, form::heading_over(&snapshot.fields, at), site))
        .collect();
    for draft in &mut drafts {
        let found = traps::find(
            draft.field,
            &draft.questions,
            &draft.names,
            &around,
            draft.kind,
        );
        if let Some((trap, reason)) = found {
            draft.kind = None;
            draft.legal = None;
            draft.trap = Some(trap);
            draft.reason = reason;
        }
    }
    neighbours::settle(&mut drafts);
    let sections = sections::find(&snapshot.sections, &drafts);
    sections::settle(&sections, &mut drafts);
    entries::number(&mut drafts, &sections);
    let kinds: Vec<FieldKind> = drafts.iter().filter_map(|draft| draft.kind).collect();
    ClassifiedForm {
        url: snapshot.url.clone(),
        frame_id: snapshot.frame_id,
        ats: site.map(|site| site.name.to_owned()).unwrap_or_default(),
        lang: form::language(snapshot),
        is_application: form::is_application(snapshot, &kinds, &sections),
        fields: drafts.into_iter().map(finish).collect(),
        sections,
        notes: if snapshot.truncated {
            vec!["The page is very large: some of its fields were not read.".to_owned()]
        } else {
            Vec::new()
        },
    }
}

fn finish(draft: Draft<'_>) -> ClassifiedField {
    let field = draft.field;
    ClassifiedField {
        handle: field.handle,
        label: shown_label(field, &draft),
        kind: draft.kind,
        confidence: if draft.trap.is_some() {
            0.0
        } else {
            draft.score
        },
        reason: draft.reason,
        trap: draft.trap,
        entry: draft.entry,
        legal: draft.legal,
        control: field.control,
        options: field.options.clone(),
        required: field.required,
        signature: signature(field),
    }
}

/// The question as a person reads it: the best text, else what the field is called.
fn shown_label(field: &RawField, draft: &Draft<'_>) -> String {
    let text = draft
        .questions
        .first()
        .map(|question| question.raw.clone())
        .or_else(|| field.labels.first().map(|label| label.text.clone()))
        .or_else(|| draft.names.first().map(|name| name.words.join(" ")))
        .unwrap_or_default();
    text.trim_end_matches(['*', '✱', ':', ' '])
        .chars()
        .take(LONGEST_LABEL)
        .collect()
}

/// What a field asks for. The names are the wire names, and those of the evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum FieldKind {
    FirstName,
    MiddleName,
    LastName,
    FullName,
    PreferredName,
    NameSuffix,
    Email,
    Phone,
    PhoneCountry,
    AddressLine1,
    AddressLine2,
    City,
    State,
    PostalCode,
    Country,
    Location,
    Linkedin,
    Github,
    Portfolio,
    Website,
    Twitter,
    ResumeFile,
    CoverLetterFile,
    OtherFile,
    CoverLetterText,
    CurrentCompany,
    CurrentTitle,
    School,
    Degree,
    Discipline,
    EduStart,
    EduEnd,
    Gpa,
    WorkCompany,
    WorkTitle,
    WorkLocation,
    WorkStart,
    WorkEnd,
    WorkCurrent,
    WorkDescription,
    YearsExperience,
    Skills,
    Languages,
    SalaryExpectation,
    NoticePeriod,
    StartDate,
    WorkAuthorization,
    VisaSponsorship,
    Relocation,
    RemoteOk,
    HowHeard,
    Referrer,
    Gender,
    Pronouns,
    RaceEthnicity,
    Hispanic,
    Veteran,
    Disability,
    DateOfBirth,
    /// Terms, privacy, marketing: left to the person, always.
    Consent,
    /// A question of this employer's own: the person's standard answers, or the person.
    CustomQuestion,
    /// Understood as something that no profile answers.
    Other,
}

/// Why a field must never be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trap {
    /// A bait for robots: a person cannot see it.
    Honeypot,
    /// A captcha's answer.
    Captcha,
    /// The page's search box or a filter.
    Search,
    /// A password or one-time code.
    Credential,
    /// A cookie banner's switch.
    Cookie,
    /// A newsletter or job-alert box beside the application.
    Newsletter,
}

/// What a legal question really asks, so that an answer keeps its polarity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LegalMeaning {
    /// True where "yes" means the opposite of the kind ("I do NOT require sponsorship").
    pub negated: bool,
    /// ISO 3166-1 alpha-2 country the question names; empty where it names none (the job's country counts then).
    pub country: String,
    /// Two questions in one ("authorized to work without sponsorship"): answered only if both halves agree.
    pub compound: bool,
}

/// A field, understood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassifiedField {
    /// The agent's number.
    pub handle: u32,
    /// The question as a person reads it, at most 200 characters.
    pub label: String,
    /// What it asks; `None` where nothing was sure enough.
    pub kind: Option<FieldKind>,
    /// How sure, 0 to 1.
    pub confidence: f32,
    /// Why, in few words ("autocomplete=email", "label: E-Mail-Adresse").
    pub reason: String,
    /// Set where it must never be written.
    pub trap: Option<Trap>,
    /// Which repeated entry it belongs to, from 0 (work 0, work 1 …).
    pub entry: usize,
    /// The real meaning of a legal question.
    pub legal: Option<LegalMeaning>,
    /// The control, carried along.
    pub control: Control,
    /// The options, carried along.
    pub options: Vec<RawOption>,
    /// Required.
    pub required: bool,
    /// Identity of the field (never its value or label): compared again before it is written.
    pub signature: String,
}

/// A frame's form, understood.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ClassifiedForm {
    /// The frame's address.
    pub url: String,
    /// The frame's id.
    pub frame_id: i64,
    /// The ATS, where facts about one were used ("greenhouse").
    pub ats: String,
    /// The language the labels are in ("de"), empty where unsure.
    pub lang: String,
    /// The fields in document order.
    pub fields: Vec<ClassifiedField>,
    /// The sections that take further rows.
    pub sections: Vec<Section>,
    /// Whether this looks like an application form at all.
    pub is_application: bool,
    /// Things worth telling.
    pub notes: Vec<String>,
}
