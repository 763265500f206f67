//! The stand-in over HTTP: pages, sending, keeping, and what it refuses.

use super::{Portal, routes};
use crate::apply::Store;
use crate::jobs::JobsFile;
use crate::nonce::Nonces;
use poem::http::StatusCode;
use poem::test::{TestClient, TestForm, TestFormField, TestResponse};
use poem::{Endpoint, EndpointExt};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use tokio::sync::Semaphore;

const PDF: &[u8] = b"%PDF-1.4 a small file\n\x00\xff\xfe";

struct Board<E> {
    client: TestClient<E>,
    data: TempDir,
}

fn board(jobs: Option<&Path>) -> Board<impl Endpoint> {
    let data = tempfile::tempdir().expect("a folder");
    let portal = Arc::new(Portal {
        jobs: JobsFile::new(jobs.map(Path::to_path_buf)),
        store: Store::open(data.path()).expect("a store"),
        nonces: Nonces::new(),
        drafts: super::Drafts::default(),
        origin: "http://127.0.0.1:8090".to_owned(),
        embed_origin: "http://127.0.0.1:8091".to_owned(),
        loopback_only: true,
        clock: || 1_795_000_000_000,
        reading: Semaphore::new(2),
    });
    let client =
        TestClient::new(routes::routes().data(portal)).default_header("host", "127.0.0.1:8090");
    Board { client, data }
}

async fn text(response: TestResponse) -> String {
    response.0.into_body().into_string().await.expect("text")
}

async fn object(response: TestResponse) -> Value {
    serde_json::from_str(&text(response).await).expect("JSON")
}

fn file(field: &str, name: &str, bytes: &[u8]) -> TestFormField {
    TestFormField::bytes(bytes.to_vec())
        .name(field)
        .filename(name)
        .content_type("application/pdf")
}

/// Everything the Leipzig form insists on.
fn leipzig() -> TestForm {
    TestForm::new()
        .text("job_id", "kornblume-backwaren-it")
        .text("vorname", "Ada")
        .text("nachname", "Beispiel")
        .text("email", "ada@example.org")
        .text("arbeitserlaubnis", "Ja")
        .text("datenschutz", "on")
        .field(file("lebenslauf", "cv.pdf", PDF))
}

#[tokio::test]
async fn pages_are_there_and_search_narrows() {
    let board = board(None);
    let all = text(board.client.get("/").send().await).await;
    assert!(all.contains("Tidewell") && all.contains("Kornblume"));
    let some = text(board.client.get("/?q=controlling%20k%C3%B6ln").send().await).await;
    assert!(some.contains("Rheinbogen") && !some.contains("Tidewell"));
    let none = text(board.client.get("/?q=zzz%3Cscript%3E").send().await).await;
    assert!(none.contains("No job matches") && !none.contains("<script>"));
    board
        .client
        .get("/jobs/none")
        .send()
        .await
        .assert_status(StatusCode::NOT_FOUND);
    board
        .client
        .get("/web/../jobs.json")
        .send()
        .await
        .assert_status(StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_job_page_says_the_same_to_people_and_to_programs() {
    let page = text(
        board(None)
            .client
            .get("/jobs/tidewell-data-engineer")
            .send()
            .await,
    )
    .await;
    let block = page
        .split("application/ld+json\">")
        .nth(1)
        .expect("a block");
    let posting: Value =
        serde_json::from_str(block.split("</script>").next().expect("its end")).expect("JSON");
    assert_eq!(posting["title"], "Data Engineer, Forecasting");
    assert_eq!(
        posting["hiringOrganization"]["name"],
        "Tidewell Instruments"
    );
    assert_eq!(posting["baseSalary"]["value"]["minValue"], 128_000);
    for visible in [
        "<h1>Data Engineer, Forecasting</h1>",
        "Portland, OR, United States",
        "128000",
    ] {
        assert!(page.contains(visible), "{visible}");
    }
}

#[tokio::test]
async fn the_strict_page_runs_only_what_carries_its_nonce() {
    let board = board(None);
    let mut seen = Vec::new();
    for _ in 0..2 {
        let answer = board
            .client
            .get("/jobs/fernhollow-support-lead/apply")
            .send()
            .await;
        let policy = answer.0.headers()["content-security-policy"]
            .to_str()
            .expect("ASCII");
        let policy = policy.to_owned();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        let nonce = policy.split("'nonce-").nth(1).expect("a nonce");
        let nonce = nonce.split('\'').next().expect("its end").to_owned();
        let page = text(answer).await;
        for tag in page
            .split('<')
            .filter(|tag| tag.starts_with("script type=\"module\""))
        {
            assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{tag}");
        }
        assert!(!page.contains(" style=\"") && !page.contains("<style"));
        seen.push(nonce);
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn an_application_is_kept_whole() {
    let board = board(None);
    let answer = board
        .client
        .post("/apply")
        .multipart(leipzig())
        .send()
        .await;
    answer.assert_status(StatusCode::CREATED);
    let made = object(answer).await;
    let id = made["application_id"].as_str().expect("an id").to_owned();

    let stored = object(board.client.get(format!("/status/{id}")).send().await).await;
    assert_eq!(stored["job_id"], "kornblume-backwaren-it");
    assert_eq!(stored["received_at_ms"], 1_795_000_000_000_i64);
    assert_eq!(
        stored["fields"][0],
        json!({ "name": "vorname", "label": "Vorname", "value": "Ada" })
    );
    assert_eq!(
        stored["files"][0]["sha256"],
        hex::encode(Sha256::digest(PDF))
    );
    assert_eq!(stored["traps"], json!([]));

    let name = stored["files"][0]["stored_as"].as_str().expect("a name");
    let kept = board
        .client
        .get(format!("/status/{id}/files/{name}"))
        .send()
        .await;
    assert_eq!(kept.0.headers()["content-disposition"], "attachment");
    assert_eq!(kept.0.into_body().into_vec().await.expect("bytes"), PDF);

    let status = object(board.client.get("/status").send().await).await;
    assert_eq!(status["applications"], 1);
    assert_eq!(status["recent"][0]["confirmation"], made["confirmation"]);
    let thanks = text(board.client.get(format!("/thanks/{id}")).send().await).await;
    assert!(thanks.contains("Danke") && thanks.contains("GE-000001"));
}

#[tokio::test]
async fn a_browser_gets_pages_instead_of_problems() {
    let board = board(None);
    let send = |form| {
        board
            .client
            .post("/apply")
            .header("accept", "text/html")
            .multipart(form)
    };
    let sent = send(leipzig()).send().await;
    sent.assert_status(StatusCode::SEE_OTHER);
    sent.assert_header("location", "/thanks/000001");

    let wrong = TestForm::new()
        .text("job_id", "kornblume-backwaren-it")
        .text("vorname", "<b>Ada</b>")
        .text("email", "nonsense")
        .field(file("lebenslauf", "cv.exe", b"MZ"));
    let wrong = send(wrong).send().await;
    wrong.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
    let page = text(wrong).await;
    for part in [
        "value=\"&lt;b&gt;Ada&lt;/b&gt;\"",
        "id=\"nachname-error\"",
        "Geben Sie eine gültige E-Mail-Adresse ein.",
        "Dieser Dateityp wird nicht angenommen.",
        "id=\"datenschutz-error\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[tokio::test]
async fn mistakes_are_told_field_by_field() {
    let board = board(None);
    let cases: [(&str, TestForm, &str, &str); 5] = [
        ("no surname", leipzig().text("x", ""), "", ""),
        (
            "an unknown option",
            leipzig().text("fuehrerschein", "Vielleicht"),
            "fuehrerschein",
            "option",
        ),
        (
            "no such day",
            leipzig().text("eintrittstermin", "2026-02-30"),
            "eintrittstermin",
            "date",
        ),
        (
            "a file too big",
            leipzig().field(file(
                "anschreiben",
                "b.pdf",
                &vec![b'x'; 5 * 1024 * 1024 + 1],
            )),
            "anschreiben",
            "file_big",
        ),
        (
            "an empty file",
            leipzig().field(file("anschreiben", "b.pdf", b"")),
            "anschreiben",
            "file_empty",
        ),
    ];
    for (what, form, field, code) in cases {
        let answer = board.client.post("/apply").multipart(form).send().await;
        if field.is_empty() {
            answer.assert_status(StatusCode::CREATED);
            continue;
        }
        answer.assert_status(StatusCode::UNPROCESSABLE_ENTITY);
        answer.assert_content_type("application/problem+json");
        let problem = object(answer).await;
        assert_eq!(problem["code"], "invalid", "{what}");
        assert_eq!(
            problem["errors"].as_array().expect("a list").len(),
            1,
            "{what}"
        );
        assert_eq!(problem["errors"][0]["field"], field, "{what}");
        assert_eq!(problem["errors"][0]["code"], code, "{what}");
    }
    let status = object(board.client.get("/status").send().await).await;
    assert_eq!(status["applications"], 1, "what was refused is not kept");
}

#[tokio::test]
async fn what_is_no_application_is_refused() {
    let board = board(None);
    let post = || board.client.post("/apply");
    post()
        .content_type("application/json")
        .body("{}")
        .send()
        .await
        .assert_status(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    post()
        .multipart(TestForm::new().text("job_id", "none"))
        .send()
        .await
        .assert_status(StatusCode::NOT_FOUND);
    post()
        .multipart(leipzig().field(file("x", "x.pdf", &vec![0; 12 * 1024 * 1024])))
        .send()
        .await
        .assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    let many = (0..500).fold(leipzig(), |form, n| form.text(format!("f{n}"), "x"));
    post()
        .multipart(many)
        .send()
        .await
        .assert_status(StatusCode::PAYLOAD_TOO_LARGE);
    post()
        .content_type("multipart/form-data; boundary=b")
        .body("--b\r\nContent-Disposition: form-data; name=\"job_id\"\r\n\r\nkorn")
        .send()
        .await
        .assert_status(StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_file_name_leads_nowhere_else() {
    let board = board(None);
    let hostile = "../../../outside.pdf";
    let form = leipzig().field(file("anschreiben", hostile, PDF));
    board
        .client
        .post("/apply")
        .multipart(form)
        .send()
        .await
        .assert_status(StatusCode::CREATED);
    let stored = object(board.client.get("/status/000001").send().await).await;
    assert_eq!(
        stored["files"][1]["file_name"], hostile,
        "what was sent is told as it was"
    );
    assert_eq!(stored["files"][1]["stored_as"], "1-outside.pdf");
    assert!(
        board
            .data
            .path()
            .join("applications/000001/files/1-outside.pdf")
            .is_file()
    );
    for path in [
        "/status/000001/files/..%2Fapplication.json",
        "/status/000001/files/%2e%2e%2fapplication.json",
        "/status/..%2F000001",
        "/status/000001%2Ffiles",
        "/status/999999",
        "/thanks/..%2Fapplications",
    ] {
        board
            .client
            .get(path)
            .send()
            .await
            .assert_status(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_filled_bait_is_noticed() {
    let board = board(None);
    let form = leipzig().text("url_contact", "https://spam.test");
    board
        .client
        .post("/apply")
        .multipart(form)
        .send()
        .await
        .assert_status(StatusCode::CREATED);
    let stored = object(board.client.get("/status/000001").send().await).await;
    assert_eq!(stored["traps"], json!(["url_contact"]));
}

#[tokio::test]
async fn rows_are_checked_one_by_one() {
    let board = board(None);
    let form = TestForm::new()
        .text("job_id", "rheinbogen-controlling")
        .text("workExperience[0].jobTitle", "Controllerin")
        .text("workExperience[0].companyName", "Beispiel GmbH")
        .text("workExperience[0].currentlyWorkHere", "on")
        .text("workExperience[0].startDate", "2020-13")
        .text("workExperience[1].jobTitle", "");
    let problem = object(board.client.post("/apply").multipart(form).send().await).await;
    let wrong: Vec<&str> = problem["errors"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|error| error["field"].as_str())
        .filter(|field| field.starts_with("workExperience"))
        .collect();
    assert_eq!(
        wrong,
        [
            "workExperience[0].startDate",
            "workExperience[1].jobTitle",
            "workExperience[1].companyName",
            "workExperience[1].startDate",
            "workExperience[1].endDate",
        ]
    );
}

#[tokio::test]
async fn a_broken_jobs_file_is_shown_with_its_line() {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("jobs.json");
    std::fs::write(&path, "{\n  \"jobs\": [\n    { \"id\": 7 }\n  ]\n}").expect("written");
    let board = board(Some(&path));
    let answer = board.client.get("/").send().await;
    answer.assert_status(StatusCode::INTERNAL_SERVER_ERROR);
    let page = text(answer).await;
    assert!(page.contains("Line <strong>3</strong>") && page.contains("{ &quot;id&quot;: 7 }"));
    std::fs::write(&path, "{ \"jobs\": [] }").expect("written");
    board.client.get("/").send().await.assert_status_is_ok();
}

#[tokio::test]
async fn other_names_are_not_answered() {
    let board = board(None);
    for host in ["rebound.example", "127.0.0.1.example:8090", ""] {
        let answer = board
            .client
            .get("/status")
            .header("host", host)
            .send()
            .await;
        answer.assert_status(StatusCode::MISDIRECTED_REQUEST);
    }
    for host in ["localhost:8090", "[::1]:8090", "127.0.0.1"] {
        board
            .client
            .get("/status")
            .header("host", host)
            .send()
            .await
            .assert_status_is_ok();
    }
}

#[tokio::test]
async fn a_resume_is_read_badly_but_honestly() {
    let board = board(None);
    let form = TestForm::new().field(file("resume", "ada_cv-2026.pdf", b"x ada@example.org y"));
    let read = object(board.client.post("/parse").multipart(form).send().await).await;
    assert_eq!(
        read,
        json!({ "name": "ada cv 2026", "email": "ada@example.org" })
    );
}
