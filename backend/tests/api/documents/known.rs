//! Postings that nobody sends: of a job that the server gathered, and of a page that it reads.

use foothold_shared::job::JobPage;
use reqwest::StatusCode;
use serde_json::json;

use super::material::{OTHER_JOB, generate, made, nurse};
use crate::support::{Pages, Server, problem};

fn page(html: &str) -> String {
    format!("<!doctype html><html lang=\"en\"><body>{html}</body></html>")
}

fn with_data() -> String {
    let data = json!({
        "@context": "https://schema.org", "@type": "JobPosting",
        "title": "Ward Nurse", "hiringOrganization": {"@type": "Organization", "name": "Harbour Clinic"},
        "datePosted": "2027-01-10",
        "jobLocation": {"@type": "Place", "address": {"addressLocality": "Kiel", "addressCountry": "DE"}},
        "description": "<h3>Requirements</h3><ul><li>Wound care</li></ul>"
    });
    page(&format!(
        "<script type=\"application/ld+json\">{data}</script><h1>Careers</h1>"
    ))
}

fn without_a_job() -> String {
    page("<h1>Rye bread</h1><h2>Ingredients</h2><ul><li>Flour</li></ul>")
}

#[tokio::test]
async fn a_gathered_job_needs_no_posting() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let job = json!({
            "id": "1", "title": "Night Nurse", "company": "Harbour Clinic", "location": "Kiel, Germany",
            "url": "https://jobs.example/1", "posted": "2027-01-10",
            "description": "<p>You look after people through the night.</p><h3>Requirements</h3><ul><li>Wound care</li></ul>"
        });
        server.take_jobs(&zoe, &[job]).await;
        let jobs: JobPage = server.read_as("/jobs", &zoe).await;
        let job_id = jobs.jobs[0].job_id.as_str();
        let set = made(&server, &zoe, job_id, &json!({})).await;
        assert_eq!(set.posting.title, "Night Nurse");
        assert_eq!(set.posting.company, "Harbour Clinic");
        assert_eq!(set.posting.url, "https://jobs.example/1");
        assert!(
            set.letter
                .is_some_and(|letter| letter.recipient[0] == "Harbour Clinic")
        );
    }
}

#[tokio::test]
async fn an_address_is_enough_where_its_page_can_be_read() {
    let pages = Pages::start().await;
    pages.answer("/jobs/1", 200, with_data());
    pages.answer("/bread", 200, without_a_job());
    let server = Server::start_with(|config| pages.lets_ask(config)).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let at = |path: &str| json!({"posting": {"url": pages.url(path)}});
    let set = made(&server, &zoe, OTHER_JOB, &at("/jobs/1?source=mail")).await;
    assert_eq!(set.posting.title, "Ward Nurse");
    assert_eq!(set.posting.company, "Harbour Clinic");
    assert_eq!(set.posting.url, pages.url("/jobs/1"));
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    for (body, code) in [
        (at("/bread"), "posting_unclear"),
        (at("/gone"), "posting_page_unread"),
        // Nothing inside the server's own network is asked, unless the configuration names it.
        (
            json!({"posting": {"url": format!("http://{}/api/v1/me", server.address)}}),
            "posting_page_unread",
        ),
    ] {
        let refused = generate(&server, &zoe, OTHER_JOB, None, &body).await;
        problem(refused, unprocessable, code).await;
    }
}
