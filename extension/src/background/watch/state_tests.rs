//! What of a person's own answers is kept and offered, and which documents are believed.

use super::*;
use foothold_core::classify::{ClassifiedField, FieldKind};
use foothold_core::page::Control;

fn field(handle: u32, kind: Option<FieldKind>, label: &str) -> ClassifiedField {
    ClassifiedField {
        handle,
        label: label.into(),
        kind,
        confidence: 1.0,
        reason: String::new(),
        trap: None,
        entry: 0,
        legal: None,
        control: Control::Text,
        options: Vec::new(),
        required: false,
        signature: String::new(),
    }
}

fn note(label: &str) -> Note {
    Note {
        question: label.into(),
        options: vec!["Yes".into(), "No".into()],
        country: Some("DE".into()),
    }
}

fn put(watch: &mut Watch, field: &ClassifiedField, was: &str, value: &str) {
    let offer = match field.kind {
        Some(FieldKind::City) => Offer::UpdateProfile,
        _ => Offer::Remember(note(&field.label)),
    };
    let asked = Asked {
        frame_id: 0,
        field,
        was,
        job_country: Some("DE"),
    };
    let before = if was.is_empty() {
        vec![]
    } else {
        vec![was.to_owned()]
    };
    let value = [value.to_owned()];
    watch.correct(&asked, "d", Some(offer), [&before, &value], 1_000);
}

fn offered(watch: &Watch) -> Vec<(String, String, String)> {
    let views = watch.corrections().into_iter();
    views
        .map(|one| (one.question, one.was, one.answer.join("; ")))
        .collect()
}

#[test]
fn the_latest_answer_counts_and_one_taken_back_is_no_correction() {
    let mut watch = Watch::new("r", "a".into(), 0);
    let shift = field(1, Some(FieldKind::CustomQuestion), "Which shift suits you?");
    put(&mut watch, &shift, "Early", "Late");
    put(&mut watch, &shift, "Early", "Night");
    let row = |was: &str, answer: &str| (shift.label.clone(), was.to_owned(), answer.to_owned());
    assert_eq!(offered(&watch), [row("Early", "Night")]);
    put(&mut watch, &shift, "Early", "Early");
    assert!(offered(&watch).is_empty());
    put(&mut watch, &shift, "", "Late");
    assert_eq!(offered(&watch), [row("", "Late")]);
    put(&mut watch, &shift, "", " ");
    assert!(
        offered(&watch).is_empty(),
        "an emptied field answers nothing"
    );
}

#[test]
fn what_is_remembered_carries_its_options_country_and_end() {
    let mut watch = Watch::new("r", "a".into(), 0);
    let permit = field(1, Some(FieldKind::VisaSponsorship), "Do you need a permit?");
    put(&mut watch, &permit, "", "No");
    let number = watch.corrections()[0].correction;
    let answer = watch
        .take(number, "jobs.example", Some(1))
        .expect("it is offered");
    assert_eq!(answer.options, ["Yes", "No"]);
    assert_eq!(answer.country.as_deref(), Some("DE"));
    assert_eq!(answer.host.as_deref(), Some("jobs.example"));
    assert_eq!(answer.expires_at_ms, Some(1_000 + 86_400_000));
    assert!(watch.take(number, "", None).is_none(), "it is taken once");
}

#[test]
fn facts_of_the_profile_are_not_remembered_as_answers() {
    let mut watch = Watch::new("r", "a".into(), 0);
    put(
        &mut watch,
        &field(1, Some(FieldKind::City), "City"),
        "Ulm",
        "Bonn",
    );
    let views = watch.corrections();
    assert_eq!(views[0].offer, CorrectionOffer::UpdateProfile);
    assert!(watch.take(views[0].correction, "", None).is_none());
    assert!(watch.corrections().is_empty());
}

#[test]
fn what_nobody_should_keep_is_not_offered() {
    let mut watch = Watch::new("r", "a".into(), 0);
    let field = field(1, None, "Secret");
    let asked = Asked {
        frame_id: 0,
        field: &field,
        was: "",
        job_country: None,
    };
    watch.correct(&asked, "d", None, [&[], &["x".to_owned()]], 1);
    assert!(watch.corrections().is_empty());
}

#[test]
fn only_presses_that_send_or_lead_on_are_followed() {
    let mut watch = Watch::new("r", "a".into(), 0);
    for (press, followed) in [
        (Press::Other, false),
        (Press::Draft, false),
        (Press::Step, true),
        (Press::Send, true),
    ] {
        assert_eq!(watch.press(press, 7), followed, "{press:?}");
    }
    assert_eq!(watch.pressed.map(|pressed| pressed.at_ms), Some(7));
}

#[test]
fn the_oldest_documents_are_believed_no_more() {
    let mut watch = Watch::new("r", "a".into(), 0);
    for at in 0..=MOST_DOCUMENTS {
        watch.believe(&at.to_string());
        watch.believe(&at.to_string());
    }
    assert!(!watch.believes("0"));
    assert!(watch.believes("1") && watch.believes(&MOST_DOCUMENTS.to_string()));
    assert!(!watch.is_stale(WATCHED_MS) && watch.is_stale(WATCHED_MS + 1));
}
