//! Boards that want a key, and what it means that a board lists a job no more.

use foothold_shared::job::{JobBoardList, JobBoardView};
use reqwest::StatusCode;
use secrecy::SecretString;
use serde_json::{Value, json};

use crate::support::{DAY_MS, Pages, Server, find_jobs, job_titles, json, problem, rss};

async fn boards(server: &Server, session: &Value) -> JobBoardList {
    server.read_as("/job-boards", session).await
}

fn usajobs(titles: &[&str]) -> String {
    let items: Vec<Value> = titles
        .iter()
        .map(|title| {
            json!({"MatchedObjectId": *title, "MatchedObjectDescriptor": {
                "PositionTitle": title, "PositionURI": format!("https://www.usajobs.gov/job/{}", title.len()),
                "OrganizationName": "Bureau of Lamps", "PublicationStartDate": "2027-01-10",
                "PositionLocation": [{"CityName": "Tulsa, Oklahoma", "CountryCode": "United States"}],
                "QualificationSummary": "You keep lamps."}})
        })
        .collect();
    json!({"SearchResult": {"SearchResultCountAll": items.len(), "SearchResultItems": items}})
        .to_string()
}

#[tokio::test]
async fn boards_with_a_key_are_gathered_and_those_without_say_so() {
    let stand = Pages::start().await;
    let base = stand.url("");
    stand.answer("/api/search", 200, usajobs(&["Lamp Keeper"]));
    let ad = json!({"count": 1, "results": [{"id": 5, "title": "Lamp Lighter", "company": {"display_name": "Wick"},
        "location": {"display_name": "Bath", "area": ["UK", "South West England", "Bath"]},
        "redirect_url": "https://www.adzuna.co.uk/jobs/land/ad/5", "description": "Light lamps.",
        "created": "2027-01-10T10:00:00Z"}]});
    stand.answer("/v1/api/jobs/gb/search/1", 200, ad.to_string());
    for server in Server::on_each_database_with(|config| {
        stand.lets_ask(config);
        config.boards.usajobs.email = "ops@foothold.example".to_owned();
        config.boards.usajobs.key = SecretString::from("hush-usa");
        config.boards.usajobs.base_url.clone_from(&base);
        config.boards.adzuna.app_id = "app".to_owned();
        config.boards.adzuna.app_key = SecretString::from("hush-adz");
        config.boards.adzuna.base_url.clone_from(&base);
    })
    .await
    {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        assert_eq!(jobs.add_keyed().await.expect("added"), 2);
        assert_eq!(jobs.add_keyed().await.expect("known"), 0, "once");
        assert_eq!(jobs.gather_due().await.expect("asked"), 2);
        let page = find_jobs(&server, &session, "").await;
        let mut found = job_titles(&page);
        found.sort_unstable();
        assert_eq!(
            found,
            ["Lamp Keeper", "Lamp Lighter"],
            "on {}",
            server.engine
        );
        let asked = stand.asked();
        assert!(asked.iter().any(|one| {
            one.path.starts_with("/api/search")
                && one
                    .headers
                    .get("authorization-key")
                    .is_some_and(|key| key == "hush-usa")
        }));
        assert!(
            asked
                .iter()
                .any(|one| one.path.contains("app_key=hush-adz"))
        );
        let answer = server.get_as("/job-boards", &session).await;
        let text = answer.text().await.expect("a body");
        assert!(!text.contains("hush"), "a key never shows");
        let list = boards(&server, &session).await;
        assert!(list.keyed.iter().all(|one| one.has_key) && list.keyed.len() == 2);
        assert!(
            list.boards
                .iter()
                .all(|board| board.problem.is_empty() && board.jobs == 1)
        );
        assert!(!format!("{:?}", server.config).contains("hush"));
    }
}

#[tokio::test]
async fn without_a_key_nothing_is_asked() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        assert_eq!(server.app.jobs().add_keyed().await.expect("none"), 0);
        for url in ["https://www.usajobs.gov/", "https://www.adzuna.co.uk/"] {
            let body = json!({ "url": url });
            let answer = server.post_as("/job-boards", &session, &body).await;
            let said = problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "board_needs_key").await;
            assert!(said.detail.contains("needs a key"), "{}", said.detail);
        }
        let list = boards(&server, &session).await;
        assert!(list.boards.is_empty());
        assert!(list.keyed.iter().all(|one| !one.has_key) && list.keyed.len() == 2);
    }
}

/// The local stand-in lists all its jobs, so what its whole list lacks is gone.
fn listed(address: &str, titles: &[&str]) -> String {
    let jobs: Vec<Value> = titles
        .iter()
        .map(|title| {
            let slug = title.replace(' ', "-");
            json!({"@context": "https://schema.org", "@type": "JobPosting", "title": title,
                "hiringOrganization": {"name": "Mill"}, "datePosted": "2027-01-10",
                "identifier": {"name": "Mill", "value": slug},
                "url": format!("http://{address}/jobs/{slug}"), "description": "<p>Bread.</p>"})
        })
        .collect();
    format!(
        "<html><head><title>Mill</title><script type=\"application/ld+json\">{}</script></head><body><h1>Mill</h1></body></html>",
        Value::from(jobs)
    )
}

async fn add(server: &Server, session: &Value, url: &str) -> JobBoardView {
    let body = json!({ "url": url });
    let answer = server.post_as("/job-boards", session, &body).await;
    assert_eq!(answer.status(), StatusCode::CREATED, "{url}");
    json(answer).await
}

/// Asks the boards again, days later, and tells which jobs are open then.
async fn days_later(server: &Server, session: &mut Value) -> Vec<String> {
    server.clock.advance_ms(3 * DAY_MS);
    *session = server.renewed(session).await;
    server.app.jobs().gather_due().await.expect("asked");
    let page = find_jobs(server, session, "").await;
    let mut open: Vec<String> = job_titles(&page).into_iter().map(str::to_owned).collect();
    open.sort_unstable();
    open
}

#[tokio::test]
async fn what_a_whole_list_lacks_is_gone_and_an_error_is_no_list() {
    let stand = Pages::start().await;
    for server in Server::on_each_database_with(|config| {
        stand.lets_ask(config);
    })
    .await
    {
        let both = listed(stand.address(), &["Baker", "Miller"]);
        stand.answer("/careers", 200, both.clone());
        let mut session = server.register("zoe@mail.example").await;
        let url = stand.url("/careers");
        add(&server, &session, &url).await;
        server.app.jobs().gather_due().await.expect("asked");
        assert_eq!(
            find_jobs(&server, &session, "").await.total,
            2,
            "on {}",
            server.engine
        );

        // Missing, broken, refused or an error page: nothing follows for the jobs.
        for (status, body) in [
            (404, String::new()),
            (500, String::new()),
            (403, String::new()),
            (200, "{\"jobs\": [{\"title\":".to_owned()),
        ] {
            stand.answer("/careers", status, body);
            let open = days_later(&server, &mut session).await;
            assert_eq!(open, ["Baker", "Miller"], "{status} on {}", server.engine);
        }
        let failing = boards(&server, &session).await;
        assert!(failing.boards[0].failures > 0 && !failing.boards[0].problem.is_empty());

        // A list that was read whole tells what is gone.
        stand.answer("/careers", 200, listed(stand.address(), &["Miller"]));
        let open = days_later(&server, &mut session).await;
        assert_eq!(open, ["Miller"], "on {}", server.engine);
        let gone = find_jobs(&server, &session, "q=baker").await;
        assert_eq!(gone.total, 0);

        // And what comes back is open again.
        stand.answer("/careers", 200, both.clone());
        let open = days_later(&server, &mut session).await;
        assert_eq!(open, ["Baker", "Miller"], "on {}", server.engine);
    }
}

#[tokio::test]
async fn a_feed_of_the_newest_tells_nothing_of_what_it_lacks() {
    let stand = Pages::start().await;
    for server in Server::on_each_database_with(|config| {
        stand.lets_ask(config);
    })
    .await
    {
        stand.answer(
            "/jobs.rss",
            200,
            rss("https://mill.example", &["Baker", "Miller"]),
        );
        let mut session = server.register("zoe@mail.example").await;
        add(&server, &session, &stand.url("/jobs.rss")).await;
        server.app.jobs().gather_due().await.expect("asked");
        stand.answer("/jobs.rss", 200, rss("https://mill.example", &["Sifter"]));
        let open = days_later(&server, &mut session).await;
        assert_eq!(open, ["Baker", "Miller", "Sifter"], "on {}", server.engine);
        stand.answer("/jobs.rss", 200, rss("https://mill.example", &[]));
        let open = days_later(&server, &mut session).await;
        assert_eq!(open, ["Baker", "Miller", "Sifter"], "on {}", server.engine);
    }
}

/// A board of a source that people cannot name an address for: as one is kept that is asked elsewhere.
async fn board_at(server: &Server, source: &str, tenant: &str, base: &str) {
    use foothold_backend::on;
    const SQL: &str = "
        insert into job_boards (board_id, source, tenant, base, company, added_at_ms, next_at_ms,
            leased_until_ms, failures, problem, validators)
        values ($1, $1, $2, $3, '', 0, 0, 0, 0, '', '')";
    let mut tx = server.app.db().begin().await.expect("begins");
    on!(&mut tx.conn(), c => sqlx::query(SQL).bind(source).bind(tenant).bind(base).execute(c).await.map(drop))
        .expect("added");
    tx.commit().await.expect("kept");
}

fn smart(ids: &[&str]) -> String {
    let jobs: Vec<Value> = ids
        .iter()
        .map(
            |id| json!({"id": id, "name": format!("Lamp Smith {id}"), "company": {"name": "Wick"}}),
        )
        .collect();
    json!({"totalFound": jobs.len(), "content": jobs}).to_string()
}

fn smart_detail(id: &str) -> String {
    json!({"id": id, "name": format!("Lamp Smith {id}"), "company": {"name": "Wick"}, "active": true,
        "postingUrl": format!("https://jobs.smartrecruiters.com/Wick/{id}"),
        "jobAd": {"sections": {"jobDescription": {"text": "You forge lamps."}}}})
    .to_string()
}

#[tokio::test]
async fn a_missing_posting_is_no_missing_job_where_only_the_list_tells() {
    let stand = Pages::start().await;
    let base = stand.url("");
    let list = "/v1/companies/Wick/postings";
    for server in Server::on_each_database_with(|config| {
        stand.lets_ask(config);
    })
    .await
    {
        stand.answer(list, 200, smart(&["1", "2"]));
        for id in ["1", "2"] {
            stand.answer(&format!("{list}/{id}"), 200, smart_detail(id));
        }
        let mut session = server.register("zoe@mail.example").await;
        board_at(&server, "smartrecruiters", "Wick", &base).await;
        server.app.jobs().gather_due().await.expect("asked");
        let before = find_jobs(&server, &session, "").await;
        assert_eq!(before.total, 2, "on {}", server.engine);

        // Its own answer is missing while the list still has a new one: it is offered, with what the list tells.
        stand.answer(list, 200, smart(&["1", "2", "3"]));
        let open = days_later(&server, &mut session).await;
        assert!(
            open.contains(&"Lamp Smith 1".to_owned()),
            "{open:?} on {}",
            server.engine
        );
        assert!(open.contains(&"Lamp Smith 2".to_owned()), "{open:?}");

        // An empty list is not believed the first time, and the second it is.
        stand.answer(list, 200, smart(&[]));
        let open = days_later(&server, &mut session).await;
        assert!(open.len() >= 2, "{open:?} on {}", server.engine);
        let said = boards(&server, &session).await.boards[0].problem.clone();
        assert!(said.contains("listed nothing"), "{said}");
        let open = days_later(&server, &mut session).await;
        assert!(open.is_empty(), "{open:?} on {}", server.engine);
    }
}
