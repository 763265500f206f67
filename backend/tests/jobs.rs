//! Jobs over HTTP, on each database: imported, gathered, found, marked, merged and closed.

mod support;

use std::sync::Arc;

use foothold_boards::{Board, Posting, Source, read_file};
use foothold_shared::job::{JobBoardList, JobBoardView, JobCard, JobImport, JobPage, JobView};
use poem::http::StatusCode as Status;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::web::Data;
use poem::{EndpointExt, Route, get, handler};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use std::sync::Mutex;
use support::{START_MS, Server, json, problem, text};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

fn posting(id: &str, title: &str, company: &str, more: &Value) -> Value {
    let mut posting = json!({
        "id": id, "title": title, "company": company, "location": "Bergen, Norway",
        "url": format!("https://jobs.example/{id}"), "posted": "2027-01-10",
        "description": "<p>You look after people through the night.</p>",
    });
    if let (Some(posting), Some(more)) = (posting.as_object_mut(), more.as_object()) {
        posting.extend(more.clone());
    }
    posting
}

fn read(name: &str, postings: &[Value]) -> Vec<Posting> {
    let text = json!({ "postings": postings }).to_string();
    let page = read_file(&Board::new(Source::Json, name), text.as_bytes(), START_MS);
    assert!(page.bad.is_empty(), "{:?}", page.bad);
    page.postings
}

async fn import(server: &Server, session: &Value, name: &str, text: &str) -> Response {
    server
        .post("/job-imports", &json!({"name": name, "text": text}))
        .bearer_auth(support::text(&session["access_token"]))
        .send()
        .await
        .expect("answers")
}

async fn search(server: &Server, session: &Value, query: &str) -> JobPage {
    json(server.get_as(&format!("/jobs?{query}"), session).await).await
}

fn titles(page: &JobPage) -> Vec<&str> {
    page.jobs.iter().map(|job| job.title.as_str()).collect()
}

async fn change(server: &Server, session: &Value, method: Method, path: &str) -> Response {
    server
        .request(method, &format!("/api/v1{path}"))
        .bearer_auth(text(&session["access_token"]))
        .send()
        .await
        .expect("answers")
}

#[tokio::test]
async fn what_is_imported_is_found_by_words_and_filters() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let file = json!([
            posting(
                "1",
                "Night Nurse",
                "Harbour Clinic",
                &json!({"posted": "2027-01-12"})
            ),
            posting(
                "2",
                "Ward Clerk (C++ knowledge)",
                "Harbour Clinic",
                &json!({
                    "posted": "2027-01-14", "employmentType": "PART_TIME",
                    "description": "<p>A nurse's right hand by day and night.</p>"
                })
            ),
            posting(
                "3",
                "Köchin",
                "Küche & Co",
                &json!({
                    "posted": "2027-01-13", "location": "Hamburg, Germany",
                    "description": "<p>Kochen, <script>alert(1)</script> jeden Tag.</p>"
                })
            ),
        ])
        .to_string();
        let answer = import(&server, &session, "mine.json", &file).await;
        let imported: JobImport = json(answer).await;
        assert_eq!((imported.added, imported.refused.len()), (3, 0));
        let again: JobImport = json(import(&server, &session, "mine.json", &file).await).await;
        assert_eq!((again.added, again.same), (0, 3), "on {}", server.engine);

        let all = search(&server, &session, "").await;
        let newest = ["Ward Clerk (C++ knowledge)", "Köchin", "Night Nurse"];
        assert_eq!(titles(&all), newest);
        assert_eq!(
            (all.total, all.more_than_total, all.facets_of),
            (3, false, 3)
        );
        let companies = all.facets.iter().find(|facet| facet.filter == "company");
        let companies = companies.expect("a facet of companies");
        assert_eq!(companies.values[0].value, "Harbour Clinic");
        assert_eq!(companies.values[0].count, 2);

        for (query, found) in [
            // In the title first, though it is older.
            (
                "q=night+nurse",
                vec!["Night Nurse", "Ward Clerk (C++ knowledge)"],
            ),
            (
                "q=night+nurse&order=newest",
                vec!["Ward Clerk (C++ knowledge)", "Night Nurse"],
            ),
            ("q=nurses+-clerk", vec!["Night Nurse"]),
            ("q=%22right+hand%22", vec!["Ward Clerk (C++ knowledge)"]),
            ("q=%22hand+right%22", vec![]),
            ("q=C%2B%2B", vec!["Ward Clerk (C++ knowledge)"]),
            ("q=kochin", vec!["Köchin"]),
            ("q=K%C3%96CHIN", vec!["Köchin"]),
            ("place=hamburg", vec!["Köchin"]),
            (
                "country=NO&employment=part_time",
                vec!["Ward Clerk (C++ knowledge)"],
            ),
            ("country=NO&country=DE", newest.to_vec()),
            ("company=K%C3%BCche+and+Co", vec!["Köchin"]),
            ("title=nurse", vec!["Night Nurse"]),
            ("q=-nurse", vec!["Köchin"]),
            ("q=%27%29+OR+1%3D1+--", vec![]),
        ] {
            let page = search(&server, &session, query).await;
            assert_eq!(titles(&page), found, "{query} on {}", server.engine);
        }
        let cook = search(&server, &session, "q=kochin").await;
        let job: JobView = json(
            server
                .get_as(&format!("/jobs/{}", cook.jobs[0].job_id), &session)
                .await,
        )
        .await;
        assert!(!job.description.contains("<script"), "{}", job.description);
        assert_eq!(job.card.places[0].country, "DE");
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_double() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let postings: Vec<Value> = (0..23)
            .map(|n| {
                let title = if n % 2 == 0 { "Baker" } else { "Helper" };
                let title = format!("{title} {n}");
                let text = json!({"description": "<p>Help the baker.</p>", "posted": format!("2027-01-{:02}", n % 9 + 1)});
                posting(&n.to_string(), &title, &format!("Mill {n}"), &text)
            })
            .collect();
        let taken = server
            .app
            .jobs()
            .take(None, &read("many.json", &postings))
            .await;
        assert_eq!(taken.expect("taken").added, 23);
        for query in ["q=baker", "q=baker&order=newest", "limit=5"] {
            let mut seen = Vec::new();
            let mut cursor = String::new();
            loop {
                let page = search(&server, &session, &format!("limit=5&{query}{cursor}")).await;
                assert_eq!(page.total, 23, "{query}");
                seen.extend(page.jobs.iter().map(|job| job.job_id.clone()));
                let Some(next) = page.next_cursor else { break };
                cursor = format!("&cursor={next}");
            }
            let count = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!(
                (seen.len(), count),
                (23, 23),
                "{query} on {}",
                server.engine
            );
        }
        for (query, code) in [
            ("cursor=x", "unknown_cursor"),
            ("q=baker&cursor=a5", "unknown_cursor"),
            ("limit=0", "limit_out_of_range"),
            ("min_pay=5", "filter_unusable"),
            (&format!("q={}", "x".repeat(301)), "filter_unusable"),
        ] {
            let answer = server.get_as(&format!("/jobs?{query}"), &session).await;
            problem(answer, StatusCode::BAD_REQUEST, code).await;
        }
    }
}

#[tokio::test]
async fn one_job_at_two_sources_is_one_and_comes_and_goes() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let here = posting("7", "Lighthouse Keeper", "Coast Ltd", &json!({}));
        let there = posting(
            "a-9",
            "Lighthouse keeper (m/f/d)",
            "Coast",
            &json!({
                "url": "https://other.example/9"
            }),
        );
        jobs.take(None, &read("here.json", std::slice::from_ref(&here)))
            .await
            .expect("taken");
        jobs.take(None, &read("there.json", &[there]))
            .await
            .expect("taken");
        let page = search(&server, &session, "q=lighthouse").await;
        assert_eq!(page.total, 1, "on {}", server.engine);
        let id = &page.jobs[0].job_id;
        let job: JobView = json(server.get_as(&format!("/jobs/{id}"), &session).await).await;
        let urls: Vec<&str> = job.links.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(urls, ["https://jobs.example/7", "https://other.example/9"]);

        let renamed = posting("7", "Keeper of the Light", "Coast Ltd", &json!({}));
        let taken = jobs
            .take(None, &read("here.json", &[renamed]))
            .await
            .expect("taken");
        assert_eq!((taken.added, taken.changed), (0, 1));
        assert_eq!(search(&server, &session, "q=lighthouse").await.total, 0);
        assert_eq!(
            search(&server, &session, "q=keeper").await.jobs[0].job_id,
            *id
        );

        let soon = posting(
            "8",
            "Harbour Pilot",
            "Coast Ltd",
            &json!({"validThrough": "2027-01-20"}),
        );
        jobs.take(None, &read("here.json", &[soon]))
            .await
            .expect("taken");
        let open = search(&server, &session, "q=pilot").await;
        server.clock.advance_ms(8 * DAY_MS);
        assert_eq!(jobs.close_expired().await.expect("closed"), 1);
        let session = server.refresh(&session["refresh_token"]).await;
        let session: Value = json(session).await;
        assert_eq!(search(&server, &session, "q=pilot").await.total, 0);
        let id = &open.jobs[0].job_id;
        let closed: JobView = json(server.get_as(&format!("/jobs/{id}"), &session).await).await;
        assert_eq!(closed.card.closed, "expired");
    }
}

#[tokio::test]
async fn a_person_saves_and_hides_jobs_for_themselves() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = read("mine.json", &[posting("1", "Diver", "Deep", &json!({}))]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let id = search(&server, &zoe, "").await.jobs[0].job_id.clone();
        let saved = format!("/me/saved-jobs/{id}");
        let done = change(&server, &zoe, Method::PUT, &saved).await;
        assert_eq!(done.status(), StatusCode::NO_CONTENT);
        assert!(search(&server, &zoe, "").await.jobs[0].saved);
        assert!(!search(&server, &max, "").await.jobs[0].saved);
        let list: Vec<JobCard> = json(server.get_as("/me/saved-jobs", &zoe).await).await;
        assert_eq!(list.len(), 1);
        let hidden = format!("/me/hidden-jobs/{id}");
        change(&server, &zoe, Method::PUT, &hidden).await;
        let job = &search(&server, &zoe, "").await.jobs[0];
        assert_eq!((job.saved, job.hidden), (false, true));
        change(&server, &zoe, Method::DELETE, &hidden).await;
        assert!(!search(&server, &zoe, "").await.jobs[0].hidden);
        let nobody = change(&server, &zoe, Method::PUT, "/me/saved-jobs/none").await;
        problem(nobody, StatusCode::NOT_FOUND, "job_not_found").await;
    }
}

/// What the feed answers now.
type Feed = Arc<Mutex<(Status, String)>>;

#[handler]
fn feed(Data(feed): Data<&Feed>) -> poem::Response {
    let (status, body) = feed.lock().expect("whole").clone();
    poem::Response::builder()
        .status(status)
        .content_type("application/rss+xml")
        .body(body)
}

fn rss(titles: &[&str]) -> String {
    let items: String = titles
        .iter()
        .map(|title| {
            format!("<item><title>{title}</title><link>https://mill.example/{title}</link><guid>{title}</guid><description>Bread.</description></item>")
        })
        .collect();
    format!("<rss version=\"2.0\"><channel><title>Mill</title>{items}</channel></rss>")
}

#[tokio::test]
async fn a_board_is_added_by_its_address_and_gathered() {
    let feed_now: Feed = Arc::new(Mutex::new((Status::OK, rss(&["Baker", "Miller"]))));
    let acceptor = TcpListener::bind("127.0.0.1:0")
        .into_acceptor()
        .await
        .expect("a port");
    let address = acceptor.local_addr()[0]
        .as_socket_addr()
        .expect("an address")
        .to_string();
    let routes = Route::new()
        .at("/jobs.rss", get(feed))
        .data(Arc::clone(&feed_now));
    let stand = tokio::spawn(poem::Server::new_with_acceptor(acceptor).run(routes));
    let hosts = vec![address.clone()];
    for server in Server::on_each_database_with(|config| {
        config.boards.private_hosts.clone_from(&hosts);
    })
    .await
    {
        *feed_now.lock().expect("whole") = (Status::OK, rss(&["Baker", "Miller"]));
        let session = server.register("zoe@mail.example").await;
        let add = |url: String| {
            let body = json!({"url": url});
            server
                .post("/job-boards", &body)
                .bearer_auth(text(&session["access_token"]))
                .send()
        };
        let url = format!("http://{address}/jobs.rss");
        let answer = add(url.clone()).await.expect("answers");
        assert_eq!(answer.status(), StatusCode::CREATED);
        let board: JobBoardView = json(answer).await;
        let again = add(url).await.expect("answers");
        assert_eq!(again.status(), StatusCode::OK);
        for bad in [
            "",
            "file:///etc/passwd",
            "http://169.254.169.254/",
            "http://127.0.0.1:1/",
        ] {
            let answer = add(bad.to_owned()).await.expect("answers");
            problem(answer, StatusCode::UNPROCESSABLE_ENTITY, "no_job_board").await;
        }

        assert_eq!(server.app.jobs().gather_due().await.expect("asked"), 1);
        let found = search(&server, &session, "").await;
        assert_eq!(found.total, 2, "on {}", server.engine);
        assert_eq!(
            server.app.jobs().gather_due().await.expect("asked"),
            0,
            "not due"
        );

        *feed_now.lock().expect("whole") = (Status::NOT_FOUND, String::new());
        server.clock.advance_ms(DAY_MS);
        assert_eq!(server.app.jobs().gather_due().await.expect("asked"), 1);
        let session: Value = json(server.refresh(&session["refresh_token"]).await).await;
        let boards: JobBoardList = json(server.get_as("/job-boards", &session).await).await;
        let after = &boards.boards[0];
        assert_eq!(after.board_id, board.board_id);
        assert_eq!(
            (after.failures, after.jobs),
            (1, 2),
            "nothing is lost by a failure"
        );
        assert!(!after.problem.is_empty());
        assert_eq!(search(&server, &session, "").await.total, 2);
    }
    stand.abort();
}
