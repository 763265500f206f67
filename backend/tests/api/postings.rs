//! A posting that a person has before them, over HTTP and on each database: what is known of it, and saving it.

use foothold_shared::job::{JobCard, JobView};
use foothold_shared::matching::{MatchPage, MatchView};
use foothold_shared::posting::PostingStanding;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use crate::support::{START_MS, Server, json, problem};

const OWN: &str = "0f8fad5b-d9cb-869f-a165-70867728950e";
const OTHER: &str = "7c9e6679-7425-80de-944b-e07fc1f90ae7";

/// Somebody who bakes.
async fn baker(server: &Server, email: &str) -> Value {
    let session = server.register(email).await;
    let profile = json!({
        "name": {"given": "Ada", "family": "Example"},
        "contact": {"email": "ada.applies@mail.example"},
        "address": {"city": "Ulm", "country": "DE"},
        "work": [{"id": "w1", "company": "Crumb Bakery", "title": "Baker", "location": "Ulm",
            "start": {"year": 2017, "month": 3}, "current": true,
            "description": "- Baked 400 sourdough loaves a night"}],
        "skills": [{"name": "Sourdough", "years": 8}],
        "languages": [{"language": "de", "level": "native"}, {"language": "en", "level": "b2"}]
    });
    server.save_profile(&session, &profile).await;
    session
}

fn posting(address: &str, title: &str) -> Value {
    json!({
        "url": address, "title": title, "company": "Oven and Sons GmbH", "location": "Ulm, Germany",
        "description": "We bake rye bread at night.\n\nRequirements\n- Experience with sourdough\n- Fluent Norwegian is required"
    })
}

async fn ask(server: &Server, session: &Value, job_id: &str, posting: &Value) -> PostingStanding {
    let asked = json!({"job_id": job_id, "posting": posting});
    json(
        server
            .post_as("/me/posting-standing", session, &asked)
            .await,
    )
    .await
}

async fn save(server: &Server, session: &Value, job_id: &str, posting: &Value) -> Response {
    let path = format!("/me/saved-postings/{job_id}");
    server.put_as(&path, session, posting).await
}

async fn saved(server: &Server, session: &Value) -> Vec<JobCard> {
    server.read_as("/me/saved-jobs", session).await
}

async fn status(server: &Server, session: &Value, method: Method, path: &str) -> StatusCode {
    let answer = server.send_as(method, path, session, None).await;
    answer.status()
}

#[tokio::test]
async fn a_posting_is_compared_and_what_was_sent_to_its_company_is_told() {
    for server in Server::on_each_database().await {
        let session = baker(&server, "ada@mail.example").await;
        for (id, title, company, at_ms) in [
            (OWN, "Night Baker (m/f/d)", "Oven & Sons", START_MS - 2_000),
            (OTHER, "Shop Clerk", "Oven and Sons GmbH", START_MS - 1_000),
            (
                "7c9e6679-7425-80de-944b-e07fc1f90ae8",
                "Baker",
                "Oven Builders",
                START_MS - 500,
            ),
        ] {
            let sent = json!({"page_url": "https://oven.example/apply", "job_title": title,
                "company": company, "submitted_at_ms": at_ms});
            let path = format!("/me/applications/{id}");
            let answer = server.put_as(&path, &session, &sent).await;
            assert_eq!(answer.status(), StatusCode::CREATED);
        }
        let page = posting("https://oven.example/jobs/7", "Night Baker");
        let standing = ask(&server, &session, OWN, &page).await;
        let fit = standing.fit.expect("the profile says enough");
        assert!(fit.score > 0.0 && !fit.parts.is_empty());
        assert_eq!(fit.knockouts.len(), 1, "Norwegian");
        assert!(!standing.saved);
        assert_eq!(standing.job_id, OWN);
        let told: Vec<(&str, bool)> = standing
            .applied
            .iter()
            .map(|one| (one.job_title.as_str(), one.same_title))
            .collect();
        assert_eq!(told, [("Shop Clerk", false), ("Night Baker (m/f/d)", true)]);

        // Nothing of it was kept, and somebody else is told nothing of hers.
        assert!(saved(&server, &session).await.is_empty());
        let stranger = server.register("bob@mail.example").await;
        let standing = ask(&server, &stranger, OWN, &page).await;
        assert!(standing.applied.is_empty());
        assert!(standing.fit.is_none(), "an empty profile has no score");
    }
}

#[tokio::test]
async fn a_posting_that_no_board_lists_is_saved_for_its_person_alone() {
    for server in Server::on_each_database().await {
        let session = baker(&server, "ada@mail.example").await;
        let stranger = baker(&server, "bob@mail.example").await;
        let page = posting("https://oven.example/jobs/7?jid=7", "Night Baker");
        let answer = save(&server, &session, OWN, &page).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        let card: JobCard = answer.json().await.expect("a card");
        assert_eq!(
            (card.job_id.as_str(), card.title.as_str()),
            (OWN, "Night Baker")
        );
        assert!(card.own && card.saved);
        assert_eq!(card.link.url, "https://oven.example/jobs/7?jid=7");
        assert_eq!(card.places[0].country, "DE");

        // The same page again is the same job, as it is now.
        server.clock.advance_ms(1_000);
        let answer = save(
            &server,
            &session,
            OWN,
            &posting("https://oven.example/jobs/7?jid=7", "Night Baker (Rye)"),
        )
        .await;
        assert_eq!(answer.status(), StatusCode::OK);
        let titles: Vec<String> = saved(&server, &session)
            .await
            .into_iter()
            .map(|card| card.title)
            .collect();
        assert_eq!(titles, ["Night Baker (Rye)"]);
        assert!(ask(&server, &session, OWN, &page).await.saved);

        // It opens, and is compared, for her; for nobody else is it there.
        let view: JobView = server.read_as(&format!("/jobs/{OWN}"), &session).await;
        assert!(
            view.description.contains("rye bread"),
            "{}",
            view.description
        );
        let fit: MatchView = server.read_as(&format!("/matches/{OWN}"), &session).await;
        assert!(!fit.fit.parts.is_empty());
        for path in [format!("/jobs/{OWN}"), format!("/matches/{OWN}")] {
            let answer = server.get_as(&path, &stranger).await;
            problem(answer, StatusCode::NOT_FOUND, "job_not_found").await;
        }
        assert!(!ask(&server, &stranger, OWN, &page).await.saved);
        let search: Value = server.read_as("/jobs?q=Baker", &session).await;
        assert_eq!(search["total"], 0, "it is in no search");
        let run = server
            .send_as(Method::POST, "/matches/run", &session, None)
            .await;
        assert_eq!(run.status(), StatusCode::ACCEPTED);
        server.app.matches().run_due().await.expect("searches");
        let matches: MatchPage = server.read_as("/matches", &session).await;
        assert!(matches.matches.is_empty());
        let thumb = json!({"up": true});
        let answer = server
            .post_as(&format!("/matches/{OWN}/feedback"), &session, &thumb)
            .await;
        problem(answer, StatusCode::CONFLICT, "job_is_yours").await;

        // Taken from the saved ones it can be saved again by its id, until it is cleared away.
        let path = format!("/me/saved-jobs/{OWN}");
        assert_eq!(
            status(&server, &session, Method::DELETE, &path).await,
            StatusCode::NO_CONTENT
        );
        assert!(saved(&server, &session).await.is_empty());
        assert_eq!(
            status(&server, &session, Method::PUT, &path).await,
            StatusCode::NO_CONTENT
        );
        assert_eq!(saved(&server, &session).await.len(), 1);
        assert_eq!(
            status(&server, &stranger, Method::PUT, &path).await,
            StatusCode::NOT_FOUND
        );
        let hide = format!("/me/hidden-jobs/{OWN}");
        assert_eq!(
            status(&server, &session, Method::PUT, &hide).await,
            StatusCode::NO_CONTENT
        );
        assert!(saved(&server, &session).await.is_empty());

        // Documents know it by its id.
        let made = server
            .post_as(
                &format!("/jobs/{OWN}/generate-documents"),
                &session,
                &json!({}),
            )
            .await;
        assert_eq!(made.status(), StatusCode::CREATED);
        let made: Value = made.json().await.expect("documents");
        assert_eq!(made["posting"]["title"], "Night Baker (Rye)");
        let answer = server
            .post_as(
                &format!("/jobs/{OWN}/generate-documents"),
                &stranger,
                &json!({}),
            )
            .await;
        problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "posting_missing").await;
    }
}

#[tokio::test]
async fn a_job_that_a_board_lists_is_saved_as_that_job() {
    for server in Server::on_each_database().await {
        let session = baker(&server, "ada@mail.example").await;
        let listed = |id: &str, address: &str, title: &str| {
            json!({"id": id, "title": title, "company": "Oven and Sons", "location": "Ulm, Germany",
                "url": address, "description": "We bake."})
        };
        let jobs = [
            listed(
                "1",
                "https://oven.example/jobs/1?source=feed",
                "Night Baker",
            ),
            listed("2", "https://oven.example/jobs/2", "Night Baker"),
            listed("3", "https://board.example/oven/3", "Day Baker"),
        ];
        server.take_jobs(&session, &jobs).await;
        server.clock.advance_ms(1_000);

        // By its address, among two that say the same; by what it says, where it stands on another site.
        for (page, listed) in [
            (
                posting("https://oven.example/jobs/1/", "Night Baker"),
                "https://oven.example/jobs/1?source=feed",
            ),
            (
                posting("https://oven.example/day", "Day Baker"),
                "https://board.example/oven/3",
            ),
        ] {
            let standing = ask(&server, &session, OWN, &page).await;
            assert_ne!(standing.job_id, OWN);
            let card: JobCard = save(&server, &session, OWN, &page)
                .await
                .json()
                .await
                .expect("a card");
            assert_eq!(
                (card.job_id.as_str(), card.link.url.as_str()),
                (standing.job_id.as_str(), listed)
            );
            assert!(!card.own);
            assert!(ask(&server, &session, OWN, &page).await.saved);
            server.clock.advance_ms(1_000);
        }
        // A third opening of the same name on the same site is another job.
        let third = posting("https://oven.example/jobs/3", "Night Baker");
        let card: JobCard = save(&server, &session, OTHER, &third)
            .await
            .json()
            .await
            .expect("a card");
        assert!(card.own);
        let urls: Vec<String> = saved(&server, &session)
            .await
            .into_iter()
            .map(|card| card.link.url)
            .collect();
        assert_eq!(
            urls,
            [
                "https://oven.example/jobs/3",
                "https://board.example/oven/3",
                "https://oven.example/jobs/1?source=feed"
            ],
            "the last saved first"
        );
    }
}

#[tokio::test]
async fn what_is_no_posting_is_refused() {
    let server = Server::start().await;
    let session = baker(&server, "ada@mail.example").await;
    let untitled = json!({"url": "https://oven.example/"});
    let answer = save(&server, &session, OWN, &untitled).await;
    problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "posting_unclear").await;
    for address in [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "oven.example",
    ] {
        let answer = save(&server, &session, OWN, &posting(address, "Night Baker")).await;
        problem(
            answer,
            StatusCode::UNPROCESSABLE_ENTITY,
            "posting_without_address",
        )
        .await;
    }
    let answer = save(
        &server,
        &session,
        "seven",
        &posting("https://oven.example/", "Night Baker"),
    )
    .await;
    problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
    let answer = server
        .request(Method::POST, "/api/v1/me/posting-standing")
        .json(&json!({}))
        .send()
        .await;
    assert_eq!(answer.expect("answers").status(), StatusCode::UNAUTHORIZED);
}
