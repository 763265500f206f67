//! Which résumé suits a posting best, with the reasons.

use std::fmt::Write as _;

use foothold_shared::generation::{BestResumes, ResumeOrigin};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::material::{JOB, ask, made, nurse, posting};
use crate::support::{Server, json, problem, text};

async fn upload(server: &Server, session: &Value, name: &str, bytes: Vec<u8>) {
    let part = Part::bytes(bytes).file_name(name.to_owned());
    let answer = server
        .request(Method::POST, "/api/v1/me/resumes")
        .bearer_auth(text(&session["access_token"]))
        .multipart(Form::new().part("file", part))
        .send()
        .await
        .expect("answers");
    assert_eq!(answer.status(), StatusCode::CREATED);
}

async fn save_draft(server: &Server, session: &Value, number: u32, name: &str, content: &Value) {
    let id = format!("01990000-0000-7000-8000-{number:012}");
    let saved = server
        .request(Method::PUT, &format!("/api/v1/me/resume-drafts/{id}"))
        .bearer_auth(text(&session["access_token"]))
        .header("if-match", "\"0\"")
        .json(&json!({"name": name, "content": content}))
        .send()
        .await
        .expect("answers");
    assert_eq!(saved.status(), StatusCode::CREATED);
}

fn resume(title: &str, company: &str, bullets: &[&str], skills: &[&str]) -> Value {
    let statements =
        |texts: &[&str]| -> Vec<Value> { texts.iter().map(|text| json!({"text": text})).collect() };
    json!({
        "language": "en", "name": "Zoë Novák",
        "sections": [
            {"kind": "work", "title": "Experience", "entries": [{
                "title": title, "subtitle": company, "start": {"year": 2017, "month": 1}, "current": true,
                "dates": "Jan 2017 – present", "bullets": statements(bullets)
            }]},
            {"kind": "skills", "title": "Skills", "entries": [{"words": statements(skills)}]}
        ]
    })
}

/// A PDF of lines, written by hand.
fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut content = String::from("BT /F1 11 Tf 14 TL 60 780 Td\n");
    for line in lines {
        let line = line.replace(['(', ')', '\\'], " ");
        writeln!(content, "({line}) Tj T*").expect("a text takes text");
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).expect("a text takes text");
    }
    let start = file.len();
    writeln!(file, "xref\n0 6\n0000000000 65535 f ").expect("a text takes text");
    for offset in offsets {
        writeln!(file, "{offset:010} 00000 n ").expect("a text takes text");
    }
    write!(
        file,
        "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF"
    )
    .expect("a text takes text");
    file.into_bytes()
}

#[tokio::test]
async fn the_resume_that_says_what_the_posting_asks_comes_first() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let nursing = resume(
            "Intensive Care Nurse",
            "Klinikum Lindenau",
            &["Cared for ventilated patients", "Taught wound care"],
            &["Wound care", "Mechanical ventilation"],
        );
        let office = resume(
            "Accounting Clerk",
            "Kontor Nord",
            &["Kept the books", "Prepared invoices"],
            &["Bookkeeping", "Excel"],
        );
        save_draft(&server, &zoe, 1, "Office work", &office).await;
        save_draft(&server, &zoe, 2, "Nursing", &nursing).await;
        let lines = [
            "Zoe Novak",
            "Cook",
            "zoe@mail.example",
            "",
            "EXPERIENCE",
            "Cook, Gasthaus Krone",
            "Jan 2012 - Dec 2016",
            "- Cooked for 80 guests a day",
            "",
            "SKILLS",
            "Sauces, Pastry",
        ];
        upload(&server, &zoe, "kitchen.pdf", pdf(&lines)).await;

        let path = "/me/resumes/best-for";
        let body = json!({"posting": posting()});
        let answer = ask(&server, &zoe, Method::POST, path, Some(&body)).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let best: BestResumes = json(answer).await;
        assert_eq!(best.posting.company, "Sankt Anna Hospital");
        let names: Vec<&str> = best.resumes.iter().map(|fit| fit.name.as_str()).collect();
        assert_eq!(names.len(), 3, "{:?}", best.notes);
        assert_eq!(names[0], "Nursing");
        assert!(best.resumes.is_sorted_by(|a, b| a.score >= b.score));
        assert!(
            best.resumes[0].score > best.resumes[1].score + 10,
            "{names:?}"
        );
        assert_eq!(best.resumes[0].origin, ResumeOrigin::Draft);
        assert!(!best.resumes[0].reasons.is_empty());
        let cook = best
            .resumes
            .iter()
            .find(|fit| fit.origin == ResumeOrigin::Uploaded);
        assert_eq!(cook.map(|fit| fit.name.as_str()), Some("kitchen.pdf"));

        // A job that documents were made for is known by its id.
        made(
            &server,
            &zoe,
            JOB,
            &json!({"posting": posting(), "kinds": ["letter"]}),
        )
        .await;
        let known = ask(
            &server,
            &zoe,
            Method::POST,
            path,
            Some(&json!({"job_id": JOB})),
        )
        .await;
        assert_eq!(json::<BestResumes>(known).await, best);

        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        for (body, code) in [
            (json!({}), "posting_missing"),
            (json!({"job_id": "seventeen"}), "invalid"),
        ] {
            let refused = ask(&server, &zoe, Method::POST, path, Some(&body)).await;
            problem(refused, unprocessable, code).await;
        }
        let max = server.register("max@mail.example").await;
        let none = ask(
            &server,
            &max,
            Method::POST,
            path,
            Some(&json!({"posting": posting()})),
        )
        .await;
        assert_eq!(json::<BestResumes>(none).await.resumes, []);
    }
}
