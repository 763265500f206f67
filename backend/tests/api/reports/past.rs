//! What the same company was sent before, as receipts tell it by the hashes of files.

use foothold_shared::report::ReportView;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::files::{Extras, pdf};
use super::material::{
    BEFORE, DRAFT, JOB, NOW, clean, findings, job, letter_report, lost, nurse, posting, report,
    save,
};
use super::uploads::upload;
use crate::support::{START_MS, Server, json, text};

async fn receipt(server: &Server, session: &Value, number: u32, company: &str, sha256: &str) {
    let body = json!({
        "receipt_id": format!("01990000-0000-7000-8000-{number:012}"),
        "page_url": "https://jobs.example/apply/17",
        "job_title": "Nurse",
        "company": company,
        "filled_at_ms": START_MS - 86_400_000,
        "fields": [{"label": "Résumé", "kind": "resume", "result": "filled", "value": "cv.pdf", "file_sha256": sha256}]
    });
    let answer = server.post_as("/me/receipts", session, &body).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
}

fn differing(view: &ReportView) -> Vec<String> {
    findings(view)
        .filter(|finding| finding.code == "sent_differs")
        .flat_map(|finding| finding.texts.clone())
        .collect()
}

#[tokio::test]
async fn what_the_company_was_sent_before_is_compared() {
    for server in Server::on_each_database().await {
        let mira = nurse(&server, "mira@mail.example").await;
        let lines = [
            "# Mira Talvik",
            "mira@mail.example",
            "# Experience",
            "Intensive Care Nurse, Klinikum Lindenau",
            "Apr 2017 - present",
            "- Trained 20 new colleagues in wound care over three years",
            "# Education",
            "Diploma in Nursing, Medical School Halle",
        ];
        let file = upload(&server, &mira, "old.pdf", pdf(&lines, Extras::default())).await;
        save(&server, &mira, DRAFT, 0, &clean()).await;
        let request = json!({"posting": posting()});
        let before = report(&server, &mira, DRAFT, &request).await;
        assert_eq!(differing(&before), Vec::<String>::new(), "nothing was sent");

        // To another company it is no contradiction.
        receipt(&server, &mira, 1, "Rosengarten Klinik", &file.sha256).await;
        let other = report(&server, &mira, DRAFT, &request).await;
        assert!(differing(&other).is_empty());
        receipt(&server, &mira, 2, "Sankt Anna Hospital gGmbH", &file.sha256).await;
        let after = report(&server, &mira, DRAFT, &request).await;
        let told = differing(&after).join("\n");
        assert!(
            told.contains("04/2017") && told.contains("04/2019"),
            "{told}"
        );
        assert!(told.contains("14 new") && told.contains("20 new"), "{told}");
        assert!(after.score < before.score);
        let finding = findings(&after)
            .find(|finding| finding.code == "sent_differs")
            .expect("told above");
        assert!(finding.says.contains("2027-01-14"), "{}", finding.says);

        // What agrees is no finding.
        let same = json!([
            job(
                "Intensive Care Nurse",
                "Klinikum Lindenau",
                "Apr 2017 – present",
                &[
                    NOW[0],
                    "Trained 20 new colleagues in wound care over three years",
                    NOW[2],
                    NOW[3]
                ]
            ),
            job("Nurse", "Haus Abendsonne", "Sep 2015 – Mar 2017", &BEFORE)
        ]);
        let mut content = clean();
        content["sections"][0]["entries"] = same;
        save(&server, &mira, DRAFT, 1, &content).await;
        let agreed = report(&server, &mira, DRAFT, &request).await;
        assert!(differing(&agreed).is_empty(), "{:?}", differing(&agreed));
    }
}

#[tokio::test]
async fn the_same_letter_for_another_job_is_told() {
    let server = Server::start().await;
    let mira = nurse(&server, "mira@mail.example").await;
    let path = format!("/jobs/{JOB}/generate-documents");
    let made = server
        .post_as(&path, &mira, &json!({"posting": posting()}))
        .await;
    let made: Value = json(made).await;
    let files = made["files"].as_array().expect("files");
    let letter = files
        .iter()
        .find(|file| file["name"] == "letter.pdf")
        .expect("a letter");
    let sentences: Vec<&str> = made["letter"]["paragraphs"]
        .as_array()
        .expect("paragraphs")
        .iter()
        .flat_map(|paragraph| paragraph["statements"].as_array().expect("sentences"))
        .map(|statement| text(&statement["text"]))
        .collect();
    let body = format!(
        "Dear Sankt Anna Hospital team,\n\n{}\n\nKind regards,\n\nMira Talvik",
        sentences.join(" ")
    );
    let request = json!({"text": body, "posting": posting()});
    let before = letter_report(&server, &mira, &request).await;
    assert!(
        !lost(&before).contains(&"sent_same"),
        "it was made, and not sent"
    );
    receipt(
        &server,
        &mira,
        1,
        "Sankt Anna Hospital",
        text(&letter["sha256"]),
    )
    .await;
    let after = letter_report(&server, &mira, &request).await;
    assert!(lost(&after).contains(&"sent_same"), "{:?}", lost(&after));
}
