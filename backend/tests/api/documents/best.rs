//! Which résumé suits a posting best, with the reasons.

use foothold_shared::generation::{BestResumes, ResumeOrigin};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::material::{JOB, made, nurse, posting};
use crate::resumes::files::pdf_of_lines;
use crate::support::{Server, json, problem};

async fn save_draft(server: &Server, session: &Value, number: u32, name: &str, content: &Value) {
    let id = format!("01990000-0000-7000-8000-{number:012}");
    let saved = server
        .request_as(Method::PUT, &format!("/me/resume-drafts/{id}"), session)
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
        let pdf = pdf_of_lines(&lines);
        let uploaded = server.upload_as(&zoe, "kitchen.pdf", pdf).await;
        assert_eq!(uploaded.status(), StatusCode::CREATED);

        let path = "/me/resumes/best-for";
        let body = json!({"posting": posting()});
        let answer = server.post_as(path, &zoe, &body).await;
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
        let known = server.post_as(path, &zoe, &json!({"job_id": JOB})).await;
        assert_eq!(json::<BestResumes>(known).await, best);

        let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
        for (body, code) in [
            (json!({}), "posting_missing"),
            (json!({"job_id": "seventeen"}), "invalid"),
        ] {
            let refused = server.post_as(path, &zoe, &body).await;
            problem(refused, unprocessable, code).await;
        }
        let max = server.register("max@mail.example").await;
        let none = server
            .post_as(path, &max, &json!({"posting": posting()}))
            .await;
        assert_eq!(json::<BestResumes>(none).await.resumes, []);
    }
}
