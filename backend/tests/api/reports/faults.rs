//! Résumés with one fault each: the report names it, and a résumé without one loses nothing.

use serde_json::{Value, json};

use super::material::{
    BEFORE, DRAFT, NOW, clean, findings, job, lost, nurse, posting, report, save, words,
};
use crate::support::Server;

#[tokio::test]
async fn a_resume_in_which_nothing_is_wrong_loses_nothing() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        save(&server, &mira, DRAFT, 0, &clean()).await;
        let alone = report(&server, &mira, DRAFT, &json!({})).await;
        assert_eq!(
            findings(&alone).collect::<Vec<_>>().len(),
            0,
            "{:?}",
            told(&alone)
        );
        assert_eq!(alone.score, 100.0);
        assert!(alone.suggestions.is_empty() && alone.keywords.is_empty());
        assert_eq!((alone.pages, alone.posting), (1, None));
        assert!(
            alone
                .lines
                .iter()
                .any(|line| line.text.contains("Klinikum Lindenau"))
        );

        let mut wanted = posting();
        wanted["description"] =
            json!("<h3>Your profile</h3><ul><li>Excel</li><li>Wound care</li></ul>");
        let request = json!({"posting": wanted});
        let measured = report(&server, &mira, DRAFT, &request).await;
        assert_eq!(measured.score, 100.0, "{:?}", told(&measured));
        assert_eq!(measured.keywords.len(), 2);
    }
}

fn told(view: &foothold_shared::report::ReportView) -> Vec<(String, String, Vec<String>)> {
    findings(view)
        .map(|finding| {
            (
                finding.code.clone(),
                finding.says.clone(),
                finding.texts.clone(),
            )
        })
        .collect()
}

fn with_jobs(jobs: Vec<Value>) -> Value {
    let mut content = clean();
    content["sections"][0]["entries"] = json!(jobs);
    content
}

fn now(dates: &str, bullets: &[&str]) -> Value {
    job("Intensive Care Nurse", "Klinikum Lindenau", dates, bullets)
}

fn before(dates: &str) -> Value {
    job("Nurse", "Haus Abendsonne", dates, &BEFORE)
}

fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let mut content = clean();
    change(&mut content);
    content
}

/// Each with what it must be told, and nothing else.
fn faults() -> Vec<(&'static str, Value)> {
    let usual = "Sep 2015 – Mar 2019";
    let current = "Apr 2019 – present";
    let one_instead = |line: &'static str| {
        let mut lines = NOW.to_vec();
        lines[3] = line;
        with_jobs(vec![now(current, &lines), before(usual)])
    };
    let long: Vec<String> = (0..2)
        .map(|n| {
            format!(
                "{} {n}",
                "Cleaned the tools and the floor of the ward ".repeat(5)
            )
        })
        .collect();
    let longer = [NOW.to_vec(), vec![long[0].as_str()]].concat();
    vec![
        ("email_missing", changed(|c| drop_contact(c, "email"))),
        ("phone_missing", changed(|c| drop_contact(c, "phone"))),
        ("place_missing", changed(|c| drop_contact(c, "place"))),
        ("skills_missing", changed(|c| drop_section(c, "skills"))),
        (
            "education_missing",
            changed(|c| drop_section(c, "education")),
        ),
        (
            "sections_order",
            changed(|c| {
                let sections = c["sections"].as_array_mut().expect("sections");
                sections.swap(0, 1);
            }),
        ),
        (
            "date_missing",
            with_jobs(vec![now(current, &NOW), before("")]),
        ),
        (
            "date_styles",
            with_jobs(vec![now(current, &NOW), before("09/2015 – 03/2019")]),
        ),
        (
            "month_missing",
            changed(|c| {
                c["sections"][0]["entries"] = json!([now(current, &NOW), before("2015 – 2019")]);
            }),
        ),
        (
            "no_verb",
            one_instead("Responsible for the duty roster of 26 people every month"),
        ),
        (
            "first_person",
            one_instead("Wrote my own roster for 26 people every month"),
        ),
        (
            "line_length",
            with_jobs(vec![now(current, &longer), before(usual)]),
        ),
        (
            "buzzwords",
            changed(|c| {
                c["sections"].as_array_mut().expect("sections").insert(
                    0,
                    json!({"kind": "summary", "title": "Summary", "entries": [
                        {"paragraph": [{"text": "Highly motivated team player with a good hand.", "fixed": true}]}
                    ]}),
                );
            }),
        ),
        (
            "heading_unusual",
            changed(|c| c["sections"][0]["title"] = json!("Ward Experience")),
        ),
        (
            "title_differs",
            with_jobs(vec![
                job("Head of Intensive Care", "Klinikum Lindenau", current, &NOW),
                before(usual),
            ]),
        ),
        (
            "dates_differ",
            with_jobs(vec![
                now("Apr 2018 – present", &NOW),
                before("Sep 2015 – Mar 2018"),
            ]),
        ),
        (
            "employer_differs",
            with_jobs(vec![
                now(current, &NOW),
                job("Nurse", "Rosengarten Pflegeheim", usual, &BEFORE),
            ]),
        ),
        (
            "contact_differs",
            changed(|c| {
                c["contact"][0]["text"] = json!("talvik@post.example");
                c["contact"][0]["url"] = json!("mailto:talvik@post.example");
            }),
        ),
    ]
}

fn drop_contact(content: &mut Value, kind: &str) {
    let items = content["contact"].as_array_mut().expect("contact");
    items.retain(|item| item["kind"] != kind);
}

fn drop_section(content: &mut Value, kind: &str) {
    let sections = content["sections"].as_array_mut().expect("sections");
    sections.retain(|section| section["kind"] != kind);
}

#[tokio::test]
async fn a_fault_is_named_and_nothing_else_is() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let mut wrong = Vec::new();
    for (number, (code, content)) in faults().into_iter().enumerate() {
        let id = format!("01990000-0000-7000-8000-{number:012}");
        save(&server, &mira, &id, 0, &content).await;
        let view = report(&server, &mira, &id, &json!({})).await;
        if lost(&view) != [code] {
            wrong.push((code, told(&view)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Findings that cannot stand alone: what they are about is wrong in more than one way.
#[tokio::test]
async fn faults_that_bring_others_are_named_with_them() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let usual = "Sep 2015 – Mar 2019";
    let plain = [
        "Cared for patients on the ward",
        "Taught colleagues how to treat wounds",
        "Introduced a checklist",
        "Wrote the roster of the ward",
    ];
    let quiet = json!([
        now("Apr 2019 – present", &plain),
        job("Nurse", "Haus Abendsonne", usual, &plain)
    ]);
    let cases: Vec<(&str, Value)> = vec![
        (
            "job_without_lines",
            with_jobs(vec![
                now("Apr 2019 – present", &[]),
                before("Sep 2015 – Mar 2019"),
            ]),
        ),
        (
            "gap",
            with_jobs(vec![now("Apr 2021 – present", &NOW), before(usual)]),
        ),
        (
            "overlap",
            with_jobs(vec![now("Apr 2017 – present", &NOW), before(usual)]),
        ),
        (
            "date_future",
            with_jobs(vec![now("Apr 2029 – present", &NOW), before(usual)]),
        ),
        (
            "not_newest_first",
            with_jobs(vec![before(usual), now("Apr 2019 – present", &NOW)]),
        ),
        (
            "no_outcome",
            changed(|c| c["sections"][0]["entries"] = quiet),
        ),
        (
            "too_short",
            changed(|c| {
                c["sections"] = json!([words("skills", "Skills", &["Wound care"])]);
            }),
        ),
        ("name_missing", changed(|c| c["name"] = json!(""))),
    ];
    let mut wrong = Vec::new();
    for (number, (code, content)) in cases.into_iter().enumerate() {
        let id = format!("01990000-0000-7000-8000-{number:012}");
        save(&server, &mira, &id, 0, &content).await;
        let view = report(&server, &mira, &id, &json!({})).await;
        if !lost(&view).contains(&code) {
            wrong.push((code, told(&view)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
