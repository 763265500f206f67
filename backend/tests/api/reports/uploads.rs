//! Reports on uploaded files: what the file itself does to its readers, and a draft made of one to apply suggestions to.

use foothold_shared::document::SectionKind;
use foothold_shared::generation::{DraftComparison, LineChange, ResumeDraft, ResumeDraftView};
use foothold_shared::reading::ReadingStatus;
use foothold_shared::report::{DocumentSetReport, ReportView};
use foothold_shared::resume::ResumeView;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::files::{Extras, docx, paragraph, pdf};
use super::material::{DRAFT, JOB, OTHER_DRAFT, is_a_sum, lost, nurse, posting};
use crate::support::{Server, json, problem, text};

const LINES: [&str; 24] = [
    "# Mira Talvik",
    "mira@mail.example, +49 151 2345678, Wurzen, Germany",
    "# Experience",
    "Intensive Care Nurse, Klinikum Lindenau",
    "04/2019 - present",
    "- Cared for up to 12 ventilated patients a shift, with two colleagues",
    "- Trained 14 new colleagues in wound care over three years",
    "- Introduced a handover checklist that cut missed doses by 30 %",
    "- Wrote the duty roster of the ward for 26 people every month",
    "Nurse, Haus Abendsonne",
    "09/2015 - 03/2019",
    "- Planned the care of 40 residents on two floors together with their families",
    "- Kept the medication records of the house without a complaint in four years",
    "- Ran the training of six apprentices from their first day to the examination",
    "# Education",
    "Diploma in Nursing, Medical School Halle",
    "09/2012 - 08/2015",
    "# Skills",
    "Wound care, Ventilation, Excel, Infusion pumps, Basal stimulation",
    "# Interests",
    "Sings in the choir of the town, and repairs old bicycles for the neighbours",
    "# Languages",
    "German (native), English (B2)",
    "",
];

pub(crate) async fn upload(
    server: &Server,
    session: &Value,
    name: &str,
    bytes: Vec<u8>,
) -> ResumeView {
    json(server.upload_as(session, name, bytes).await).await
}

async fn report(server: &Server, session: &Value, id: &str, request: &Value) -> ReportView {
    let path = format!("/me/resumes/{id}/report");
    let view: ReportView = json(server.post_as(&path, session, request).await).await;
    is_a_sum(&view);
    view
}

#[tokio::test]
async fn what_is_wrong_with_the_file_is_told() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let plain = Extras::default();
        for (code, extras) in [
            (None, plain),
            (
                Some("hidden_text"),
                Extras {
                    hidden: "Rust Java Python nurse doctor",
                    ..plain
                },
            ),
            (
                Some("pictures"),
                Extras {
                    picture: 90,
                    ..plain
                },
            ),
            (
                None,
                Extras {
                    picture: 12,
                    ..plain
                },
            ),
            (
                Some("small_letters"),
                Extras {
                    size: Some(8),
                    ..plain
                },
            ),
        ] {
            let file = upload(&server, &mira, "mira.pdf", pdf(&LINES, extras)).await;
            let view = report(&server, &mira, &file.resume_id, &json!({})).await;
            assert_eq!(lost(&view), Vec::from_iter(code), "{:?}", view.lines.len());
            assert!(
                view.lines
                    .iter()
                    .any(|line| line.text.contains("Klinikum Lindenau"))
            );
        }
        let max = server.register("max@mail.example").await;
        let file = upload(&server, &mira, "mira.pdf", pdf(&LINES, plain)).await;
        let path = format!("/me/resumes/{}/report", file.resume_id);
        for path in [path.clone(), format!("{path}/apply")] {
            let body = json!({"suggestion_id": "x", "draft_id": DRAFT});
            let foreign = server.post_as(&path, &max, &body).await;
            problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;
        }
    }
}

#[tokio::test]
async fn word_files_tell_of_tables_and_margins() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let lines: String = LINES
        .iter()
        .filter(|line| !line.contains('@'))
        .map(|line| paragraph(line.trim_start_matches("# ")))
        .collect();
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let table = format!(
        "<w:tbl><w:tr>{}{}</w:tr></w:tbl>",
        cell("First aid"),
        cell("Every two years")
    );
    let hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Rust Java</w:t></w:r></w:p>";
    let body = format!("{lines}{table}{hidden}");
    let header = "mira@mail.example, +49 151 2345678, Wurzen, Germany";
    let file = upload(&server, &mira, "mira.docx", docx(&body, header)).await;
    let view = report(&server, &mira, &file.resume_id, &json!({})).await;
    let codes = lost(&view);
    for code in ["tables", "contact_in_margin", "hidden_text"] {
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
    assert_eq!(view.pages, 0);
}

#[tokio::test]
async fn a_picture_is_said_to_be_one_and_has_no_points() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let scan = pdf(
        &[],
        Extras {
            picture: 500,
            ..Extras::default()
        },
    );
    let file = upload(&server, &mira, "scan.pdf", scan).await;
    let request = json!({"posting": posting()});
    let view = report(&server, &mira, &file.resume_id, &request).await;
    assert_eq!((view.status, view.score), (ReadingStatus::Picture, 0.0));
    assert_eq!(lost(&view), ["no_text"]);
    assert!(view.suggestions.is_empty());
}

#[tokio::test]
async fn a_draft_is_made_of_an_upload_and_nothing_of_it_is_lost() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let mut lines = LINES;
        lines[10] = "September 2015 - March 2019";
        lines[18] = "Wound care, Ventilation, Infusion pumps";
        let file = upload(&server, &mira, "mira.pdf", pdf(&lines, Extras::default())).await;
        let asked = json!({"posting": posting()});
        let view = report(&server, &mira, &file.resume_id, &asked).await;
        let skill = view
            .suggestions
            .iter()
            .find(|suggestion| suggestion.after == "Excel")
            .expect("a skill of the profile");
        let path = format!("/me/resumes/{}/report/apply", file.resume_id);
        let body = json!({
            "suggestion_id": skill.suggestion_id, "posting": posting(), "draft_id": DRAFT
        });
        let made = server.post_as(&path, &mira, &body).await;
        assert_eq!(made.status(), StatusCode::CREATED);
        assert_eq!(made.headers()["etag"], "\"2\"");
        let made: ResumeDraftView = json(made).await;
        assert_eq!(made.draft.name, "mira.pdf");
        let content = &made.draft.content;
        assert_eq!(content.name, "Mira Talvik");
        let kinds: Vec<SectionKind> = content
            .sections
            .iter()
            .map(|section| section.kind)
            .collect();
        for kind in [
            SectionKind::Work,
            SectionKind::Education,
            SectionKind::Skills,
            SectionKind::Languages,
        ] {
            assert!(kinds.contains(&kind), "{kinds:?}");
        }
        let all = serde_json::to_string(content).expect("JSON");
        for kept in [
            "Klinikum Lindenau",
            "Haus Abendsonne",
            "September 2015 - March 2019",
            "cut missed doses by 30 %",
            "repairs old bicycles",
            "Medical School Halle",
            "English B2",
            "Infusion pumps",
            "Excel",
        ] {
            assert!(all.contains(kept), "{kept} in {all}");
        }
        // The first version is the file; the one change is the difference.
        let first = server
            .get_as(&format!("/me/resume-drafts/{DRAFT}/versions/1"), &mira)
            .await;
        assert!(
            !serde_json::to_string(&json::<ResumeDraft>(first).await.content)
                .expect("JSON")
                .contains("Excel")
        );
        let compared = server
            .get_as(
                &format!("/me/resume-drafts/{DRAFT}/versions/1/compare/2"),
                &mira,
            )
            .await;
        let compared: DraftComparison = json(compared).await;
        let changed = compared
            .lines
            .iter()
            .filter(|line| line.change != LineChange::Same);
        assert_eq!(changed.count(), 2, "one line went and came");

        let again = server.post_as(&path, &mira, &body).await;
        problem(
            again,
            StatusCode::PRECONDITION_FAILED,
            "resume_draft_changed",
        )
        .await;
        let unknown = json!({"suggestion_id": "x", "draft_id": OTHER_DRAFT});
        let refused = server.post_as(&path, &mira, &unknown).await;
        problem(refused, StatusCode::CONFLICT, "suggestion_gone").await;
        let none = server
            .get_as(&format!("/me/resume-drafts/{OTHER_DRAFT}"), &mira)
            .await;
        problem(none, StatusCode::NOT_FOUND, "resume_draft_not_found").await;
        let no_id = json!({
            "suggestion_id": skill.suggestion_id, "posting": posting(), "draft_id": "mine"
        });
        let refused = server.post_as(&path, &mira, &no_id).await;
        problem(refused, StatusCode::UNPROCESSABLE_ENTITY, "invalid").await;
    }
}

#[tokio::test]
async fn what_was_made_for_a_job_is_reported_on_against_it() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let made = server
            .post_as(
                &format!("/jobs/{JOB}/generate-documents"),
                &mira,
                &json!({"posting": posting()}),
            )
            .await;
        let made: Value = json(made).await;
        let path = format!(
            "/me/document-sets/{}/report",
            text(&made["document_set_id"])
        );
        let both: DocumentSetReport =
            json(server.send_as(Method::POST, &path, &mira, None).await).await;
        let (resume, letter) = (
            both.resume.expect("a résumé"),
            both.letter.expect("a letter"),
        );
        for view in [&resume, &letter] {
            is_a_sum(view);
            let company = view
                .posting
                .as_ref()
                .map(|posting| posting.company.as_str());
            assert_eq!(company, Some("Sankt Anna Hospital"));
        }
        // Our own documents do well by our own measure, and say only what the profile does.
        assert!(resume.score >= 85.0, "{} {:?}", resume.score, lost(&resume));
        for code in [
            "unsupported",
            "number_differs",
            "company_missing",
            "greeting_missing",
        ] {
            assert!(!lost(&letter).contains(&code), "{:?}", lost(&letter));
        }
        let max = server.register("max@mail.example").await;
        let foreign = server.send_as(Method::POST, &path, &max, None).await;
        problem(foreign, StatusCode::NOT_FOUND, "document_set_not_found").await;
        if let Some(one) = resume.suggestions.first() {
            let body = json!({"suggestion_id": one.suggestion_id, "draft_id": DRAFT});
            let draft = server.post_as(&format!("{path}/apply"), &mira, &body).await;
            assert_eq!(draft.status(), StatusCode::CREATED);
        }
    }
}
