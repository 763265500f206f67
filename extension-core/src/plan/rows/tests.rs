//! Tables: what the page's rows hold, what the profile has, and which row is whose.

use super::likeness::text_likeness;
use super::*;
use crate::classify::FieldKind as K;
use crate::page::Control;
use crate::plan::tests::{Field, check_form, field, form};
use foothold_shared::profile::{
    EducationEntry, LanguageLevel, LanguageSkill, Links, WorkEntry, YearMonth,
};

fn year(text: &str) -> Option<YearMonth> {
    Some(YearMonth {
        year: text.parse().ok()?,
        month: None,
    })
}

fn cells(line: &str) -> [&str; 4] {
    let mut cells = line.split('|').map(str::trim);
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

/// A profile of jobs, each "company | title | first year | last year".
fn jobs(lines: &[&str]) -> Profile {
    let job = |line: &&str| {
        let [company, title, start, end] = cells(line);
        WorkEntry {
            company: company.into(),
            title: title.into(),
            start: year(start),
            end: year(end),
            current: end.is_empty(),
            ..WorkEntry::default()
        }
    };
    Profile {
        work: lines.iter().map(job).collect(),
        ..Profile::default()
    }
}

/// A form of one section of jobs; each row as `jobs` writes them.
fn page(lines: &[&str]) -> (ClassifiedForm, PageSnapshot) {
    let mut fields: Vec<Field> = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        let kinds = [K::WorkCompany, K::WorkTitle, K::WorkStart, K::WorkEnd];
        for (kind, value) in kinds.into_iter().zip(cells(line)) {
            fields.push(field(kind, Control::Text, "").entry(row).value(value));
        }
    }
    let (mut form, snapshot) = form("en", fields);
    let handles: Vec<u32> = form.fields.iter().map(|field| field.handle).collect();
    form.sections.push(Section {
        family: Some(Family::Work),
        heading: "Work experience".into(),
        add: 900,
        text: String::new(),
        rows: handles.chunks(4).map(<[u32]>::to_vec).collect(),
    });
    (form, snapshot)
}

fn shown(place: Option<Place>) -> String {
    match place {
        Some(Place::Entry(at)) => at.to_string(),
        Some(Place::Stranger(_)) => "stranger".into(),
        Some(Place::Spare) => "spare".into(),
        None => "none".into(),
    }
}

/// `expected`: the entry of each row, then how many rows are to be added.
#[track_caller]
fn check(profile: &[&str], rows: &[&str], expected: &str) {
    check_with(profile, rows, &PlanContext::default(), expected);
}

#[track_caller]
fn check_with(profile: &[&str], lines: &[&str], context: &PlanContext, expected: &str) {
    let profile = jobs(profile);
    let (form, snapshot) = page(lines);
    let placed = Rows::of(&form, &snapshot, &profile, context);
    let places = (0..lines.len()).map(|row| shown(placed.place(Family::Work, row)));
    let missing = rows(&form, &snapshot, &profile, context);
    let missing = missing.first().map_or(0, |plan| plan.missing);
    let all: Vec<String> = places.chain([format!("+{missing}")]).collect();
    assert_eq!(all.join(" "), expected);
}

const TWO: [&str; 2] = [
    "Nordlicht GmbH | Head Baker | 2020 |",
    "Oven & Sons | Baker | 2016 | 2020",
];
const THREE: [&str; 3] = [
    "Nordlicht GmbH | Head Baker | 2020 |",
    "Oven & Sons | Baker | 2016 | 2020",
    "Korn AG | Apprentice | 2013 | 2016",
];

#[test]
fn empty_rows_take_the_entries_in_their_order() {
    check(&TWO, &[], "+2");
    check(&TWO, &["|||"], "0 +1");
    check(&TWO, &["|||", "|||"], "0 1 +0");
    check(&TWO, &["|||", "|||", "|||"], "0 1 spare +0");
    check(&[], &["|||"], "spare +0");
}

#[test]
fn a_hidden_row_takes_nothing() {
    let (form, mut snapshot) = page(&["|||", "|||"]);
    for field in &mut snapshot.fields[..4] {
        field.visible = false;
    }
    let placed = Rows::of(&form, &snapshot, &jobs(&TWO), &PlanContext::default());
    let places = [0, 1].map(|row| shown(placed.place(Family::Work, row)));
    assert_eq!(places, ["none", "0"]);
}

#[test]
fn a_row_is_known_by_what_it_tells_not_by_its_place() {
    check(
        &THREE,
        &[
            "Korn | Apprentice | 2013 | 2016",
            "Nordlicht | Head Baker | 2020 |",
        ],
        "2 0 +1",
    );
    check(
        &TWO,
        &["OVEN AND SONS | baker | |", "|||", "NORDLICHT GMBH | | |"],
        "1 spare 0 +0",
    );
    // Only the title was read from the résumé, and only the years.
    check(&TWO, &["| Head Baker | |", "| | 2016 | 2020"], "0 1 +0");
}

#[test]
fn an_entry_that_the_page_has_is_not_added_again() {
    check(
        &THREE,
        &["Oven & Sons Ltd. | Bakery Clerk | 2016 |"],
        "1 +2",
    );
    check(&THREE, &["Nordlicht Backwaren GmbH | | |"], "0 +2");
}

#[test]
fn what_the_profile_does_not_have_stays() {
    check(
        &TWO,
        &["Harbour Logistics | Driver | 2010 | 2012"],
        "stranger +2",
    );
    check(
        &TWO,
        &["Harbour Logistics | Driver | 2010 | 2012", "|||"],
        "stranger 0 +1",
    );
    // Back at the same employer, in another job and other years: not the entry of the profile.
    check(&TWO, &["Oven & Sons | Driver | 2009 | 2010"], "stranger +2");
}

#[test]
fn two_stays_with_one_employer_are_told_apart() {
    let twice = [
        "Korn AG | Shift Lead | 2019 |",
        "Korn AG | Miller | 2015 | 2019",
    ];
    check(
        &twice,
        &[
            "Korn AG | Miller | 2015 | 2019",
            "Korn AG | Shift Lead | 2019 |",
        ],
        "1 0 +0",
    );
    check(&twice, &["Korn AG | | 2015 |"], "1 +1");
    // Nothing tells which of them: the newer one, and the other is added.
    check(&twice, &["Korn AG | | |"], "0 +1");
}

#[test]
fn what_the_page_wrote_itself_is_written_over() {
    let garbled = ["Bread and more for everybody | Oven | |"];
    check(&TWO, &garbled, "stranger +2");
    let context = |page_wrote: Vec<u32>| PlanContext {
        page_wrote,
        ..PlanContext::default()
    };
    check_with(&TWO, &garbled, &context(vec![1, 2]), "0 +1");
    // A part of it is the person's own.
    check_with(&TWO, &garbled, &context(vec![1]), "stranger +2");
    let overwrite = PlanContext {
        overwrite: true,
        ..PlanContext::default()
    };
    check_with(&TWO, &garbled, &overwrite, "0 +1");
}

#[test]
fn rows_that_were_put_away_are_not_added_again() {
    let (mut form, snapshot) = page(&[]);
    form.sections[0].text = "Work experience Oven & Sons, Baker, Jan 2016 to Dec 2020".into();
    let plans = rows(&form, &snapshot, &jobs(&THREE), &PlanContext::default());
    assert_eq!(plans.len(), 1);
    assert_eq!((plans[0].standing, plans[0].missing), (0, 2));
}

#[test]
fn a_section_gets_ten_rows_at_most() {
    let many: Vec<String> = (0..25)
        .map(|at| format!("Firm{at} | Work{at} | |"))
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    check(&many, &[], "+10");
    check(&many, &["|||", "|||"], "0 1 +8");
}

#[test]
fn rows_are_written_by_what_they_are_and_strangers_are_left() {
    let profile = jobs(&TWO);
    let row = |at: usize, company: &str, title: &str| {
        [(K::WorkCompany, company), (K::WorkTitle, title)]
            .map(|(kind, value)| field(kind, Control::Text, "").entry(at).value(value))
    };
    let fields = [
        row(0, "Oven & Sons", ""),
        row(1, "Harbour Logistics", "Driver"),
        row(2, "", ""),
        row(3, "", ""),
    ];
    check_form(
        "en",
        fields.into_iter().flatten().collect(),
        &profile,
        &PlanContext::default(),
        &[
            "left Prefilled",
            "text Baker",
            "left PrefilledDiffers",
            "left Prefilled",
            "text Nordlicht GmbH",
            "text Head Baker",
            "left NotInProfile",
            "left NotInProfile",
        ],
    );
}

#[test]
fn what_the_page_wrote_is_corrected_field_by_field() {
    let fields = vec![
        field(K::WorkCompany, Control::Text, "").value("Nordlicht"),
        field(K::WorkTitle, Control::Text, "").value("Baker of heads"),
        field(K::FirstName, Control::Text, "First name").value("ADA"),
        field(K::LastName, Control::Text, "Last name").value("Brandt-Meier"),
    ];
    let mut profile = jobs(&TWO);
    profile.name.given = "Ada".into();
    profile.name.family = "Brandt".into();
    let context = PlanContext {
        page_wrote: vec![1, 2, 4],
        ..PlanContext::default()
    };
    check_form(
        "en",
        fields,
        &profile,
        &context,
        &[
            "text Nordlicht GmbH",
            "text Head Baker",
            "left Prefilled",
            "text Brandt",
        ],
    );
}

#[test]
fn schools_are_known_by_their_names_and_degrees() {
    let profile = Profile {
        education: vec![
            EducationEntry {
                school: "Universität Ulm".into(),
                degree: "M.Sc.".into(),
                discipline: "Food Chemistry".into(),
                end: year("2016"),
                ..EducationEntry::default()
            },
            EducationEntry {
                school: "Ulm University of Applied Sciences".into(),
                degree: "B.Eng.".into(),
                discipline: "Process Engineering".into(),
                end: year("2013"),
                ..EducationEntry::default()
            },
        ],
        ..Profile::default()
    };
    let (form, snapshot) = form(
        "en",
        vec![
            field(K::School, Control::Text, "School").value("Ulm University of Applied Sciences"),
            field(K::School, Control::Text, "School")
                .entry(1)
                .value("Universitat Ulm"),
        ],
    );
    let placed = Rows::of(&form, &snapshot, &profile, &PlanContext::default());
    let places = [0, 1].map(|row| placed.place(Family::Education, row));
    assert_eq!(places, [Some(Place::Entry(1)), Some(Place::Entry(0))]);
}

/// A form of a section of rows of one family, two fields a row.
fn section(family: Family, fields: Vec<Field>, width: usize) -> (ClassifiedForm, PageSnapshot) {
    let (mut form, snapshot) = form("en", fields);
    let handles: Vec<u32> = form.fields.iter().map(|field| field.handle).collect();
    form.sections.push(Section {
        family: Some(family),
        heading: String::new(),
        add: 900,
        text: String::new(),
        rows: handles.chunks(width).map(<[u32]>::to_vec).collect(),
    });
    (form, snapshot)
}

fn written(form: &ClassifiedForm, snapshot: &PageSnapshot, profile: &Profile) -> Vec<String> {
    let plan = crate::plan::plan(form, snapshot, profile, &PlanContext::default());
    let steps = plan.steps.iter();
    steps
        .map(|step| match &step.action {
            crate::plan::WriteAction::SetText { value } => value.clone(),
            crate::plan::WriteAction::Select { texts, .. } => texts.join("; "),
            other => format!("{other:?}"),
        })
        .collect()
}

#[test]
fn languages_take_a_row_each() {
    let profile = Profile {
        languages: vec![
            LanguageSkill {
                language: "de".into(),
                level: Some(LanguageLevel::Native),
            },
            LanguageSkill {
                language: "fr".into(),
                level: Some(LanguageLevel::B2),
            },
        ],
        ..Profile::default()
    };
    let row = |at: usize, held: &str| {
        let names = ["Choose a language", "English", "French", "German"];
        let levels = ["Choose a level", "Beginner", "Upper intermediate", "Native"];
        let language = field(K::Languages, Control::Select, "Language").options(&names);
        let language = match names.iter().position(|name| *name == held) {
            Some(at) => language.selected(at),
            None => language,
        };
        let level = field(K::Languages, Control::Select, "Proficiency").options(&levels);
        [language.entry(at), level.entry(at)]
    };
    let fields = [row(0, "French"), row(1, "")].into_iter().flatten();
    let (form, snapshot) = section(Family::Languages, fields.collect(), 2);
    assert_eq!(
        written(&form, &snapshot, &profile),
        ["Upper intermediate", "German", "Native"]
    );
    assert!(rows(&form, &snapshot, &profile, &PlanContext::default()).is_empty());
}

#[test]
fn links_without_a_field_of_their_own_take_a_row_each() {
    let profile = Profile {
        links: Links {
            linkedin: "https://www.linkedin.com/in/ada".into(),
            github: "https://github.com/ada".into(),
            website: "https://ada.example/".into(),
            ..Links::default()
        },
        ..Profile::default()
    };
    let url = |at: usize, held: &str| field(K::Website, Control::Url, "URL").entry(at).value(held);
    let (mut form, mut snapshot) = section(
        Family::Links,
        vec![url(0, "http://ada.example"), url(1, "")],
        1,
    );
    let (own, raw) = {
        let own = field(K::Linkedin, Control::Text, "LinkedIn");
        (own.classified, own.raw)
    };
    form.fields
        .push(crate::classify::ClassifiedField { handle: 50, ..own });
    snapshot
        .fields
        .push(crate::page::RawField { handle: 50, ..raw });
    assert_eq!(
        written(&form, &snapshot, &profile),
        ["https://github.com/ada", "https://www.linkedin.com/in/ada"]
    );
    form.sections[0].rows.pop();
    form.fields.remove(1);
    snapshot.fields.remove(1);
    let plans = rows(&form, &snapshot, &profile, &PlanContext::default());
    assert_eq!(plans.iter().map(|plan| plan.missing).sum::<usize>(), 1);
}

#[test]
fn names_are_compared_by_their_words() {
    for (one, other, same) in [
        ("Acme GmbH", "ACME", true),
        ("Deep Well", "DeepWell", true),
        ("University of Ulm", "Ulm University", true),
        ("Oven & Sons", "Oven and Sons Ltd.", true),
        ("North Sea Institute of Technology", "NSIT", true),
        ("Kornmühle Süd", "Kornmuhle Sud AG", true),
        ("https://ada.example", "http://www.ada.example/", true),
        ("Acme Mills", "Bolt Mills", false),
        ("Harbour Logistics", "Nordlicht", false),
        ("University of Ulm", "University of Bonn", false),
        ("", "Acme", false),
    ] {
        let likeness = text_likeness(one, other);
        assert_eq!(likeness >= 60, same, "{one} / {other}: {likeness}");
        assert_eq!(likeness, text_likeness(other, one), "{one} / {other}");
    }
}
