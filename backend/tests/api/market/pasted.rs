//! What is answered to an address that a person pasted: each way to be wrong has a code and words of its own.

use foothold_shared::job::JobBoardView;
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{Pages, Server, json as read, problem};

const SHOP: &str =
    "<html><head><title>Mill</title></head><body><h1>We bake bread.</h1></body></html>";
const CAREERS: &str = r#"<html><head><script type="application/ld+json">{"@context":"https://schema.org",
    "@type":"JobPosting","title":"Baker","hiringOrganization":{"name":"Mill"},"datePosted":"2027-01-10",
    "description":"<p>Bread.</p>"}</script></head><body><h1>Baker</h1></body></html>"#;

async fn paste(server: &Server, session: &Value, url: &str) -> reqwest::Response {
    let body = json!({ "url": url });
    server.post_as("/job-boards", session, &body).await
}

#[tokio::test]
async fn each_fault_of_a_pasted_address_has_its_own_code() {
    let pages = Pages::start().await;
    for (path, status, body) in [
        ("/shop", 200, SHOP),
        ("/trouble", 500, ""),
        ("/members", 403, ""),
        ("/wrong.rss", 200, SHOP),
    ] {
        pages.answer(path, status, body);
    }
    for server in Server::on_each_database_with(|config| pages.lets_ask(config)).await {
        let zoe = server.register("zoe@mail.example").await;
        for (url, code, words) in [
            (String::new(), "board_address_unusable", "not a web address"),
            (
                "we bake".to_owned(),
                "board_address_unusable",
                "not a web address",
            ),
            (
                "jobs@mill.example".to_owned(),
                "board_address_unusable",
                "not a web address",
            ),
            (
                "file:///etc/passwd".to_owned(),
                "board_address_unusable",
                "not a web address",
            ),
            (
                "http://127.0.0.1:1/jobs".to_owned(),
                "board_address_private",
                "private network",
            ),
            (
                "http://169.254.169.254/".to_owned(),
                "board_address_private",
                "private network",
            ),
            (
                "http://[::1]/feed".to_owned(),
                "board_address_unusable",
                "not a web address",
            ),
            (pages.url("/gone"), "board_unreachable", "no such page"),
            (pages.url("/gone.rss"), "board_unreachable", "no such page"),
            (
                pages.url("/trouble"),
                "board_unreachable",
                "it answered 500",
            ),
            (pages.url("/members"), "board_unreachable", "to programs"),
            (pages.url("/shop"), "no_job_board", "names no jobs"),
            (pages.url("/wrong.rss"), "no_job_board", "names no jobs"),
            (
                "https://www.usajobs.gov/".to_owned(),
                "board_needs_key",
                "needs a key",
            ),
        ] {
            let answer = paste(&server, &zoe, &url).await;
            let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, code).await;
            assert!(said.detail.contains(words), "{url}: {}", said.detail);
            assert_eq!(said.errors.len(), 1, "{url}");
            assert_eq!(
                (said.errors[0].field.as_str(), said.errors[0].code.as_str()),
                ("url", code)
            );
            assert_eq!(said.errors[0].message, said.detail);
        }
        let list: Value = server.read_as("/job-boards", &zoe).await;
        assert_eq!(
            list["boards"],
            json!([]),
            "nothing was kept, on {}",
            server.engine
        );
    }
}

#[tokio::test]
async fn a_page_is_a_board_for_the_jobs_it_names_and_a_feed_for_how_it_begins() {
    let pages = Pages::start().await;
    pages.answer("/careers", 200, CAREERS);
    // Its address does not say that it is a feed, and it holds nothing now.
    pages.answer(
        "/jobs",
        200,
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Mill</title></channel></rss>",
    );
    for server in Server::on_each_database_with(|config| pages.lets_ask(config)).await {
        let zoe = server.register("zoe@mail.example").await;
        for (path, source) in [("/careers", "page"), ("/jobs", "feed")] {
            let answer = paste(&server, &zoe, &pages.url(path)).await;
            assert_eq!(answer.status(), StatusCode::CREATED, "{path}");
            let board: JobBoardView = read(answer).await;
            assert_eq!(board.source, source, "{path} on {}", server.engine);
        }
        assert_eq!(server.app.jobs().gather_due().await.expect("asked"), 2);
        let found: Value = server.read_as("/jobs", &zoe).await;
        assert_eq!(found["jobs"][0]["title"], "Baker", "on {}", server.engine);
    }
}
