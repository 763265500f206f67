//! The program's log, at its most talkative, while people use it and while things go wrong: nothing
//! in it tells who they are or what they wrote.

use std::path::Path;

use reqwest::multipart::{Form, Part};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::io::AsyncReadExt;
use tokio::process::Child;

use crate::support::{PASSWORD, client, program, text};

/// Everything a person might recognise themselves by, each only once in this test's requests.
const SECRETS: [&str; 21] = [
    "zoe.signin@mail.example",
    "zoe.contact@mail.example",
    "99887766",
    "Lindenweg",
    "Novotna",
    "non_binary",
    "1990-02-28",
    "wrong-mail-shape",
    "wrong-type-content",
    "Zoe-CV.pdf",
    "Zoe-Picture.pdf",
    "jobs.example",
    "Lighthouse",
    "receipt-answer",
    "receipt-cursor",
    "answer-question",
    "answer-text",
    "application-note",
    "wrong-host-content",
    "query-secret",
    PASSWORD,
];

struct Program {
    child: Child,
    address: String,
    lines: program::Log,
    log: String,
}

impl Program {
    async fn start(folder: &Path) -> Self {
        let mut command = program::command(folder, &["serve"]);
        command.env("FOOTHOLD__LOG__FILTER", "trace");
        let (child, address, lines, log) = program::start_logging(command).await;
        Self {
            child,
            address,
            lines,
            log,
        }
    }

    /// Stops the program and answers all that it logged.
    async fn stop(self) -> String {
        let Self {
            mut child,
            lines,
            mut log,
            ..
        } = self;
        child.start_kill().expect("is told to stop");
        lines
            .into_inner()
            .read_to_string(&mut log)
            .await
            .expect("reads");
        child.wait().await.expect("stops");
        log
    }
}

#[tokio::test]
async fn the_log_does_not_tell_on_people() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = Program::start(folder.path()).await;
    let url = |path: &str| format!("http://{}/api/v1{path}", program.address);
    let account = json!({"email": "zoe.signin@mail.example", "password": PASSWORD});
    let session = client()
        .post(url("/register"))
        .json(&account)
        .send()
        .await
        .expect("answers");
    let session: Value = session.json().await.expect("JSON");
    let ask = |method: Method, path: &str| {
        client()
            .request(method, url(path))
            .bearer_auth(text(&session["access_token"]))
    };

    // The right things.
    let profile = json!({
        "name": {"family": "Novotna"},
        "contact": {"email": "zoe.contact@mail.example", "phone": {"country": "DE", "national": "0151 99887766"}},
        "address": {"line1": "Lindenweg 3"},
        "demographics": {"gender": {"state": "answered", "values": ["non_binary"]}, "date_of_birth": "1990-02-28"}
    });
    let save = |body: Value| {
        ask(Method::PUT, "/me/profile")
            .header("if-match", "\"0\"")
            .json(&body)
            .send()
    };
    assert_eq!(
        save(profile.clone()).await.expect("answers").status(),
        StatusCode::OK
    );
    let upload = |name: &'static str, bytes: Vec<u8>| {
        let form = Form::new().part("file", Part::bytes(bytes).file_name(name));
        ask(Method::POST, "/me/resumes").multipart(form).send()
    };
    assert_eq!(
        upload("Zoe-CV.pdf", small_pdf())
            .await
            .expect("answers")
            .status(),
        StatusCode::CREATED
    );
    let receipt = json!({
        "receipt_id": "01990000-0000-7000-8000-000000000001",
        "page_url": "https://jobs.example/apply",
        "job_title": "Lighthouse keeper",
        "filled_at_ms": 1_700_000_000_000_i64,
        "fields": [{"label": "E-mail", "result": "filled", "value": "receipt-answer"}]
    });
    let sent = ask(Method::POST, "/me/receipts")
        .json(&receipt)
        .send()
        .await
        .expect("answers");
    assert_eq!(sent.status(), StatusCode::CREATED);

    let answer = json!({
        "question": "answer-question",
        "answer": ["answer-text"],
        "remembered_at_ms": 1_700_000_000_000_i64
    });
    let remember = |body: Value| {
        let path = "/me/answers/01990000-0000-7000-8000-000000000001";
        ask(Method::PUT, path).json(&body).send()
    };
    let remembered = remember(answer.clone()).await.expect("answers");
    assert_eq!(remembered.status(), StatusCode::CREATED);
    let application = "/me/applications/01990000-0000-7000-8000-000000000001";
    let recorded = ask(Method::PUT, application)
        .json(&json!({"page_url": "https://jobs.example/apply", "submitted_at_ms": 1_700_000_000_000_i64}))
        .send()
        .await
        .expect("answers");
    assert_eq!(recorded.status(), StatusCode::CREATED);
    let noted = ask(Method::PATCH, application)
        .json(&json!({"note": "application-note"}))
        .send()
        .await
        .expect("answers");
    assert_eq!(noted.status(), StatusCode::OK);

    // And the wrong ones.
    let mut wrong_host = answer;
    wrong_host["host"] = json!("wrong-host-content/");
    let refused = remember(wrong_host).await.expect("answers");
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let stale = save(profile).await.expect("answers");
    assert_eq!(stale.status(), StatusCode::PRECONDITION_FAILED);
    let wrong = save(json!({"contact": {"email": "wrong-mail-shape"}}))
        .await
        .expect("answers");
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let mistyped = save(json!({"salary": "wrong-type-content"}))
        .await
        .expect("answers");
    assert_eq!(mistyped.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let refused = upload("Zoe-Picture.pdf", b"GIF89a".to_vec())
        .await
        .expect("answers");
    assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let cursor = ask(Method::GET, "/me/receipts?cursor=receipt-cursor")
        .send()
        .await
        .expect("answers");
    assert_eq!(cursor.status(), StatusCode::BAD_REQUEST);
    let query = ask(Method::GET, "/me/profile?note=query-secret")
        .send()
        .await
        .expect("answers");
    assert_eq!(query.status(), StatusCode::OK);
    // A failure of the server itself, whose cause is logged.
    let objects = folder.path().join("data/objects/resumes");
    std::fs::rename(&objects, folder.path().join("elsewhere")).expect("moves");
    let list = ask(Method::GET, "/me/resumes")
        .send()
        .await
        .expect("answers");
    let list: Value = list.json().await.expect("JSON");
    let path = format!(
        "/me/resumes/{}/file",
        text(&list["resumes"][0]["resume_id"])
    );
    let lost = ask(Method::GET, &path).send().await.expect("answers");
    assert_eq!(lost.status(), StatusCode::INTERNAL_SERVER_ERROR);

    let log = program.stop().await;
    assert!(
        log.contains("request failed") && log.contains("/me/profile"),
        "the log is there"
    );
    for secret in SECRETS {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret} is in the log: {line:?}");
    }
}

/// The smallest PDF with a page.
fn small_pdf() -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut offsets = Vec::new();
    for object in [
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>\nendobj\n",
    ] {
        offsets.push(bytes.len());
        bytes.extend(object.as_bytes());
    }
    let start = bytes.len();
    bytes.extend(b"xref\n0 4\n0000000000 65535 f \n");
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    bytes
        .extend(format!("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}
