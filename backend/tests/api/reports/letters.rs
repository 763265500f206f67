//! Reports on letters: addressed to this company and no other, with evidence, in words of one's own.

use foothold_shared::report::{KeywordStanding, LetterText, ReportView};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::files::{Extras, docx, paragraph, pdf};
use super::material::{JOB, OTHER_DRAFT, findings, is_a_sum, letter_report, lost, nurse, posting};
use crate::support::{Server, json, problem};

/// A letter in which nothing is wrong.
const CLEAN: &str = "Dear Sankt Anna Hospital team,

This is my application for the position of Intensive Care Nurse at Sankt Anna Hospital. Since April 2019 I have worked \
in intensive care at Klinikum Lindenau, where I care for up to 12 ventilated patients a shift together with two \
colleagues. Ventilation is what I know best, and what I like to explain.

Wound care came next. I trained 14 new colleagues in it, at the bedside and not on paper, and I still answer their \
questions. In the same years a handover checklist that I introduced cut missed doses by 30 %, because nobody had to \
rely on memory at six in the morning any more. The list is on one page, and it lives in Excel.

Before that, Haus Abendsonne taught me to plan the care of 40 residents and to talk with their families when things \
were hard. That patience helps on every ward.

Your posting speaks of a team that likes its work. So do I, and that is why I would be glad to meet you in Dresden \
and to see the ward.

Kind regards,

Mira Talvik";

async fn measured(server: &Server, session: &Value, text: &str) -> ReportView {
    let request = json!({"text": text, "posting": posting()});
    letter_report(server, session, &request).await
}

fn told(view: &ReportView) -> Vec<(&str, &str, &[String])> {
    findings(view)
        .map(|finding| {
            (
                finding.code.as_str(),
                finding.says.as_str(),
                finding.texts.as_slice(),
            )
        })
        .collect()
}

#[tokio::test]
async fn a_letter_in_which_nothing_is_wrong_loses_nothing() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let view = measured(&server, &mira, CLEAN).await;
        assert_eq!(lost(&view), Vec::<&str>::new(), "{:?}", told(&view));
        assert_eq!((view.score, view.text.as_str()), (100.0, CLEAN));
        assert!(view.suggestions.is_empty());
        let found = view
            .keywords
            .iter()
            .filter(|one| one.standing == KeywordStanding::Found);
        assert!(found.count() >= 2);
        let alone = letter_report(&server, &mira, &json!({"text": CLEAN})).await;
        assert_eq!((alone.score, alone.keywords.len()), (100.0, 0));
    }
}

#[tokio::test]
async fn a_fault_of_a_letter_is_named_and_nothing_else_is() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let mut wrong = Vec::new();
    for (code, text) in [
        ("greeting_missing", CLEAN.split_once("\n\n").expect("a greeting").1.to_owned()),
        (
            "greeting_general",
            CLEAN.replace("Dear Sankt Anna Hospital team,", "To whom it may concern,"),
        ),
        ("closing_missing", CLEAN.replace("\n\nKind regards,\n\nMira Talvik", "")),
        ("name_under_missing", CLEAN.replace("\n\nMira Talvik", "")),
        ("name_differs", CLEAN.replace("\n\nMira Talvik", "\n\nJonas Berg")),
        ("company_missing", CLEAN.replace("Sankt Anna Hospital team", "hiring team").replace("Sankt Anna Hospital", "your hospital")),
        (
            "company_wrong",
            CLEAN.replace("Intensive Care Nurse at Sankt Anna Hospital", "Intensive Care Nurse at Rosengarten Klinik"),
        ),
        (
            "role_missing",
            CLEAN.replace("the position of Intensive Care Nurse", "the position that you advertise")
                .replace("in intensive care at", "at"),
        ),
        ("number_differs", CLEAN.replace("14 new colleagues", "240 new colleagues")),
        (
            "unsupported",
            CLEAN.replace("at the bedside and not on paper", "with a program that I wrote in Python"),
        ),
        ("cliches", CLEAN.replace("That patience helps", "I am the perfect candidate. That patience helps")),
        ("letter_too_long", CLEAN.replace("\n\nYour posting", &format!("\n\n{}\n\nYour posting", "The ward is quiet at night and loud in the morning. ".repeat(35)))),
        (
            "letter_sentences",
            CLEAN.replace("That patience helps on every ward.", "That patience helps on every ward, in the morning when the shift begins and nobody has slept, at noon when the visitors come and want to know everything at once, and in the evening when the doctors have gone home and the phone rings."),
        ),
    ] {
        let view = measured(&server, &mira, &text).await;
        if lost(&view) != [code] {
            wrong.push((code, format!("{:?}", told(&view))));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[tokio::test]
async fn suggestions_change_a_letter_one_by_one() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        // A letter left from another application, to a company that documents were made for.
        let mut other = posting();
        other["company"] = json!("Rosengarten Klinik");
        let path = format!("/jobs/{OTHER_DRAFT}/generate-documents");
        let made = server
            .post_as(&path, &mira, &json!({"posting": other}))
            .await;
        assert_eq!(made.status(), StatusCode::CREATED);
        let left = CLEAN
            .replace("Sankt Anna Hospital", "Rosengarten Klinik")
            .replace("That patience", "I am highly motivated. That patience")
            .replace("\n\nKind regards,\n\nMira Talvik", "");
        let mut text = left;
        let before = measured(&server, &mira, &text).await;
        for code in [
            "company_wrong",
            "company_missing",
            "cliches",
            "closing_missing",
        ] {
            assert!(lost(&before).contains(&code), "{code}: {:?}", told(&before));
        }
        for _ in 0..10 {
            let view = measured(&server, &mira, &text).await;
            let Some(one) = view.suggestions.first() else {
                break;
            };
            let body = json!({
                "text": text, "suggestion_id": one.suggestion_id, "posting": posting()
            });
            let path = "/me/letter-reports/apply";
            let answer = server.post_as(path, &mira, &body).await;
            let changed: LetterText = json(answer).await;
            assert_ne!(changed.text, text);
            text = changed.text;
            // The same again does not fit any more, unless the words stood there twice.
            if !one.before.is_empty() && !text.contains(&one.before) {
                let mut again = body.clone();
                again["text"] = json!(text);
                let answer = server.post_as(path, &mira, &again).await;
                problem(answer, StatusCode::CONFLICT, "suggestion_gone").await;
            }
        }
        let after = measured(&server, &mira, &text).await;
        assert_eq!(after.score, 100.0, "{:?}\n{text}", told(&after));
        assert!(!text.contains("Rosengarten") && !text.contains("motivated"));
        assert!(text.trim_end().ends_with("Kind regards,\nMira Talvik"));
    }
}

#[tokio::test]
async fn a_letter_is_read_in_its_language() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let german = "Guten Tag, liebes Team von Sankt Anna Hospital,\n\nhiermit bewerbe ich mich auf Ihre Stelle. \
        Als Teamplayer suche ich eine neue Herausforderung. Ich arbeite seit 2019 auf einer Station.\n\n\
        Mit freundlichen Grüßen\n\nMira Talvik";
    let view = measured(&server, &mira, german).await;
    let codes = lost(&view);
    assert!(
        codes.contains(&"cliches") && codes.contains(&"letter_too_short"),
        "{codes:?}"
    );
    assert!(!codes.contains(&"greeting_missing") && !codes.contains(&"other_language"));
    let mixed = german.replace("Mit freundlichen Grüßen", "Kind regards,");
    assert!(lost(&measured(&server, &mira, &mixed).await).contains(&"other_language"));
}

async fn send_file(
    server: &Server,
    session: &Value,
    bytes: Vec<u8>,
    about: Option<&str>,
) -> reqwest::Response {
    let mut form = Form::new().part("file", Part::bytes(bytes).file_name("letter.pdf"));
    if let Some(about) = about {
        form = form.text("about", about.to_owned());
    }
    server
        .request_as(Method::POST, "/me/letter-reports", session)
        .multipart(form)
        .send()
        .await
        .expect("answers")
}

#[tokio::test]
async fn a_letter_in_a_file_is_read_and_not_kept() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let about = json!({"posting": posting()}).to_string();
        let paragraphs: String = CLEAN
            .split("\n\n")
            .map(|part| paragraph(&part.replace('\n', " ")))
            .collect();
        let answer = send_file(&server, &mira, docx(&paragraphs, ""), Some(&about)).await;
        let view: ReportView = json(answer).await;
        is_a_sum(&view);
        assert_eq!(view.score, 100.0, "{:?}", told(&view));
        // What the report took for the text is what suggestions are applied to.
        let same = measured(&server, &mira, &view.text).await;
        assert_eq!(same.score, 100.0, "{:?}", told(&same));

        let lines = [
            "Dear hiring team,",
            "",
            "I look after patients.",
            "",
            "Kind regards,",
            "Mira Talvik",
        ];
        let answer = send_file(&server, &mira, pdf(&lines, Extras::default()), None).await;
        let view: ReportView = json(answer).await;
        assert!(view.text.contains("I look after patients."));
        assert_eq!((view.pages, view.posting), (1, None));

        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        let odd = send_file(&server, &mira, pdf(&lines, Extras::default()), Some("{")).await;
        problem(odd, unprocessable, "about_unclear").await;
        let odd = send_file(&server, &mira, b"hello".to_vec(), None).await;
        problem(
            odd,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_format",
        )
        .await;
        let blank = server
            .post_as("/me/letter-reports", &mira, &json!({"text": " \n "}))
            .await;
        problem(blank, unprocessable, "letter_missing").await;
        let unknown = json!({"text": CLEAN, "job_id": JOB});
        let unknown = server.post_as("/me/letter-reports", &mira, &unknown).await;
        problem(unknown, unprocessable, "posting_missing").await;
        let resumes: Value = server.read_as("/me/resumes", &mira).await;
        assert_eq!(resumes["resumes"], json!([]), "nothing is kept");
    }
}
