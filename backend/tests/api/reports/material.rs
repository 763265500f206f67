//! A person, a résumé of theirs in which nothing is wrong, a posting, and the calls that the tests share.

use foothold_shared::generation::ResumeDraftView;
use foothold_shared::report::{ReportFinding, ReportView};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{self, Server, json, nurse_posting, text};

pub(crate) const DRAFT: &str = "01990000-0000-7000-8000-0000000000d1";
pub(crate) const OTHER_DRAFT: &str = "01990000-0000-7000-8000-0000000000d2";
pub(crate) const JOB: &str = "01990000-0000-7000-8000-0000000000a1";

/// A nurse with a history, one line of which no posting asks for.
pub(crate) fn profile() -> Value {
    let mut profile = support::nurse();
    profile["name"] = json!({"given": "Mira", "family": "Talvik"});
    profile["contact"]["email"] = json!("mira@mail.example");
    profile["summary"] = json!("Registered nurse in intensive care.");
    let now = &mut profile["work"][0]["description"];
    *now = json!(format!(
        "{}\n- Kept a ventilator register of 40 devices in Excel",
        text(now)
    ));
    profile
}

/// A posting for a nurse.
pub(crate) fn posting() -> Value {
    nurse_posting(
        "<h3>Your profile</h3><ul><li>Experience with ventilation</li><li>Wound care</li><li>Excel</li></ul>\
         <h3>Nice to have</h3><ul><li>Forklift licence</li></ul>",
    )
}

fn said(texts: &[&str]) -> Vec<Value> {
    texts
        .iter()
        .map(|text| json!({"text": text, "facts": [], "fixed": true}))
        .collect()
}

/// A section of one list of words.
pub(crate) fn words(kind: &str, title: &str, words: &[&str]) -> Value {
    json!({"kind": kind, "title": title, "entries": [{"words": said(words)}]})
}

/// A job.
pub(crate) fn job(title: &str, company: &str, dates: &str, bullets: &[&str]) -> Value {
    json!({"title": title, "subtitle": company, "dates": dates, "bullets": said(bullets)})
}

/// What the person did in their present job.
pub(crate) const NOW: [&str; 4] = [
    "Cared for up to 12 ventilated patients a shift, with two colleagues",
    "Trained 14 new colleagues in wound care over three years",
    "Introduced a handover checklist that cut missed doses by 30 %",
    "Wrote the duty roster of the ward for 26 people every month",
];

/// What they did before.
pub(crate) const BEFORE: [&str; 3] = [
    "Planned the care of 40 residents on two floors together with their families",
    "Kept the medication records of the house without a single complaint in four years",
    "Ran the training of six apprentices from their first day to the examination",
];

/// A résumé in which nothing is wrong.
pub(crate) fn clean() -> Value {
    json!({
        "language": "en",
        "name": "Mira Talvik",
        "headline": {"text": "Intensive Care Nurse", "facts": [], "fixed": true},
        "contact": [
            {"kind": "email", "text": "mira@mail.example", "url": "mailto:mira@mail.example"},
            {"kind": "phone", "text": "+49 151 2345678", "url": "tel:+491512345678"},
            {"kind": "place", "text": "Wurzen, Germany", "url": ""}
        ],
        "sections": [
            {"kind": "work", "title": "Experience", "entries": [
                job("Intensive Care Nurse", "Klinikum Lindenau", "Apr 2019 – present", &NOW),
                job("Nurse", "Haus Abendsonne", "Sep 2015 – Mar 2019", &BEFORE)
            ]},
            {"kind": "education", "title": "Education", "entries": [
                {"title": "Diploma, Nursing", "subtitle": "Medical School Halle", "dates": "Sep 2012 – Aug 2015"}
            ]},
            words("skills", "Skills", &["Wound care", "Ventilation", "Excel", "Infusion pumps"])
        ]
    })
}

/// An account whose profile is [`profile`].
pub(crate) async fn nurse(server: &Server, email: &str) -> Value {
    server.person(email, &profile()).await
}

/// Saves a draft whose stored version is `seen`.
pub(crate) async fn save(
    server: &Server,
    session: &Value,
    id: &str,
    seen: i64,
    content: &Value,
) -> ResumeDraftView {
    let answer = server
        .request_as(Method::PUT, &format!("/me/resume-drafts/{id}"), session)
        .header("if-match", format!("\"{seen}\""))
        .json(&json!({"name": "Nursing", "content": content}))
        .send()
        .await
        .expect("answers");
    json(answer).await
}

/// The report on a draft.
pub(crate) async fn report(
    server: &Server,
    session: &Value,
    id: &str,
    request: &Value,
) -> ReportView {
    let path = format!("/me/resume-drafts/{id}/report");
    let view: ReportView = json(server.post_as(&path, session, request).await).await;
    is_a_sum(&view);
    view
}

/// The report on a letter's text.
pub(crate) async fn letter_report(server: &Server, session: &Value, request: &Value) -> ReportView {
    let path = "/me/letter-reports";
    let view: ReportView = json(server.post_as(path, session, request).await).await;
    is_a_sum(&view);
    view
}

/// The parts' points, the findings' losses and the score are one sum.
pub(crate) fn is_a_sum(view: &ReportView) {
    let tenths = |points: f64| (points * 10.0).round();
    let points: f64 = view.parts.iter().map(|part| tenths(part.points)).sum();
    let most: f64 = view.parts.iter().map(|part| tenths(part.most)).sum();
    let lost: f64 = findings(view).map(|finding| tenths(finding.lost)).sum();
    assert_eq!(most, 1_000.0);
    assert_eq!(points, tenths(view.score));
    assert_eq!(1_000.0 - lost, tenths(view.score));
    for finding in findings(view) {
        assert!(
            !finding.says.is_empty() && !finding.todo.is_empty(),
            "{}",
            finding.code
        );
    }
}

/// All findings.
pub(crate) fn findings(view: &ReportView) -> impl Iterator<Item = &ReportFinding> {
    view.parts.iter().flat_map(|part| &part.findings)
}

/// The codes of what cost points, with their words.
pub(crate) fn lost(view: &ReportView) -> Vec<&str> {
    findings(view)
        .filter(|finding| finding.lost > 0.0)
        .map(|finding| finding.code.as_str())
        .collect()
}
