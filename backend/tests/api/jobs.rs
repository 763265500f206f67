//! Jobs over HTTP, on each database: imported, gathered, found, marked, merged and closed.

use std::sync::Arc;

use crate::support::{START_MS, Server, json, problem};
use foothold_boards::{Board, Posting, Source, read_file};
use foothold_shared::job::{
    JobBoardList, JobBoardView, JobCard, JobImport, JobPage, JobView, SavedSearch, SavedSearchList,
};
use poem::http::StatusCode as Status;
use poem::listener::{Acceptor, Listener, TcpListener};
use poem::web::Data;
use poem::{EndpointExt, Route, get, handler};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use std::sync::Mutex;

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
        .bearer_auth(crate::support::text(&session["access_token"]))
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
        .bearer_auth(crate::support::text(&session["access_token"]))
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

/// A board that nobody asks here, for postings to belong to.
async fn board(server: &Server, session: &Value, name: &str) -> String {
    let answer = server
        .post(
            "/job-boards",
            &json!({"url": format!("https://boards.greenhouse.io/{name}")}),
        )
        .bearer_auth(crate::support::text(&session["access_token"]))
        .send()
        .await
        .expect("answers");
    let board: JobBoardView = json(answer).await;
    board.board_id
}

fn keeper_here() -> Posting {
    let here = posting("7", "Lighthouse Keeper", "Coast Ltd", &json!({}));
    read("here.json", &[here]).remove(0)
}

fn keeper_there() -> Posting {
    let url = json!({"url": "https://other.example/9"});
    let there = posting("a-9", "Lighthouse keeper (m/f/d)", "Coast", &url);
    read("there.json", &[there]).remove(0)
}

#[tokio::test]
async fn two_postings_of_a_closed_job_come_back_together() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let board = board(&server, &session, "coast").await;
        let both = [keeper_here(), keeper_there()];
        let taken = jobs.take(Some(&board), &both).await.expect("taken");
        assert_eq!((taken.added, taken.changed), (1, 1));
        server.clock.advance_ms(1_000);
        let closed = jobs.retire_unseen(&board, START_MS + 1).await;
        assert_eq!(closed.expect("retired"), 1, "on {}", server.engine);
        assert_eq!(search(&server, &session, "q=keeper").await.total, 0);
        jobs.take(Some(&board), &both).await.expect("taken");
        let page = search(&server, &session, "q=keeper").await;
        assert_eq!((page.total, page.jobs.len()), (1, 1));
        assert_eq!(page.jobs[0].reposts, 0);
        assert_eq!(page.jobs[0].link.url, "https://jobs.example/7");
    }
}

#[tokio::test]
async fn a_job_leads_where_it_is_still_offered() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let here = board(&server, &session, "coast").await;
        let there = board(&server, &session, "harbour").await;
        jobs.take(Some(&here), &[keeper_here()])
            .await
            .expect("taken");
        jobs.take(Some(&there), &[keeper_there()])
            .await
            .expect("taken");
        server.clock.advance_ms(1_000);
        let closed = jobs.retire_unseen(&here, START_MS + 1).await;
        assert_eq!(closed.expect("retired"), 0, "it is offered elsewhere");
        let page = search(&server, &session, "q=keeper").await;
        assert_eq!(
            (page.total, page.jobs.len()),
            (1, 1),
            "on {}",
            server.engine
        );
        assert_eq!(page.jobs[0].link.url, "https://other.example/9");
        assert_eq!(page.jobs[0].company, "Coast");
        let path = format!("/jobs/{}", page.jobs[0].job_id);
        let job: JobView = json(server.get_as(&path, &session).await).await;
        assert_eq!(job.links.len(), 1, "the dead link is not shown");
    }
}

#[tokio::test]
async fn two_that_take_the_same_postings_at_once_make_them_once() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let many: Vec<Value> = (0..120)
            .map(|n| {
                posting(
                    &n.to_string(),
                    &format!("Baker {n}"),
                    &format!("Mill {n}"),
                    &json!({}),
                )
            })
            .collect();
        let many = read("many.json", &many);
        let (one, two) = tokio::join!(jobs.take(None, &many), jobs.take(None, &many));
        let (one, two) = (one.expect("taken"), two.expect("taken"));
        assert_eq!(one.added + two.added, 120, "on {}", server.engine);
        assert_eq!(one.same + two.same, 120);
        assert_eq!(search(&server, &session, "q=baker").await.total, 120);
    }
}

#[tokio::test]
async fn an_odd_posting_does_not_take_others_with_it() {
    use foothold_backend::on;
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let mut odd = keeper_here();
        odd.id.push('\0');
        odd.title.push('\0');
        odd.company = Some("Co\0ast".to_owned());
        odd.description = format!("Light\0. {}", "word ".repeat(40_000));
        odd.skills = (0..30_000)
            .map(|n| format!("skill{n}of{}", "many".repeat(9)))
            .collect();
        let diver = read("mine.json", &[posting("1", "Diver", "Deep", &json!({}))]);
        let batch = [diver, vec![odd]].concat();
        let taken = jobs.take(None, &batch).await.expect("taken");
        assert_eq!(taken.added, 2, "on {}", server.engine);
        let again = jobs.take(None, &batch).await.expect("taken");
        assert_eq!(again.same, 2);
        assert_eq!(search(&server, &session, "q=keeper").await.total, 1);

        // One of a form that is not known any more.
        const SPOIL: &str =
            "update job_sources set posting = '{}' where source_key like '%mine.json%'";
        let mut tx = server.app.db().begin().await.expect("begins");
        let spoilt = on!(&mut tx.conn(), c => sqlx::query(SPOIL).execute(c).await.map(|d| d.rows_affected()));
        assert_eq!(spoilt.expect("changed"), 1);
        tx.commit().await.expect("kept");
        assert_eq!(titles(&search(&server, &session, "").await).len(), 1);
    }
}

#[tokio::test]
async fn a_last_day_that_has_passed_closes_and_a_later_one_opens() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let pilot = |until: &str| {
            let until = json!({"validThrough": until});
            read(
                "here.json",
                &[posting("8", "Harbour Pilot", "Coast Ltd", &until)],
            )
        };
        jobs.take(None, &pilot("2027-01-12")).await.expect("taken");
        assert_eq!(search(&server, &session, "q=pilot").await.total, 0);
        jobs.take(None, &pilot("2027-01-13")).await.expect("taken");
        assert_eq!(
            search(&server, &session, "q=pilot").await.total,
            0,
            "on {}",
            server.engine
        );
        jobs.take(None, &pilot("2027-03-01")).await.expect("taken");
        assert_eq!(
            search(&server, &session, "q=pilot").await.total,
            1,
            "on {}",
            server.engine
        );
    }
}

#[tokio::test]
async fn files_of_two_people_are_two() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = |title: &str| json!([posting("1", title, title, &json!({}))]).to_string();
        import(&server, &zoe, "jobs.json", &file("Diver")).await;
        let theirs: JobImport = json(import(&server, &max, "jobs.json", &file("Cook")).await).await;
        assert_eq!(
            (theirs.added, theirs.changed),
            (1, 0),
            "on {}",
            server.engine
        );
        let mut both = titles(&search(&server, &zoe, "").await).join(" ");
        both.make_ascii_lowercase();
        assert!(both.contains("diver") && both.contains("cook"), "{both}");
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
                .bearer_auth(crate::support::text(&session["access_token"]))
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

async fn put_search(server: &Server, session: &Value, id: &str, body: &Value) -> Response {
    server
        .request(Method::PUT, &format!("/api/v1/me/saved-searches/{id}"))
        .bearer_auth(crate::support::text(&session["access_token"]))
        .json(body)
        .send()
        .await
        .expect("answers")
}

async fn searches(server: &Server, session: &Value) -> SavedSearchList {
    json(server.get_as("/me/saved-searches", session).await).await
}

#[tokio::test]
async fn a_saved_search_tells_what_came_in_since_it_was_looked_at() {
    const ID: &str = "6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8a11";
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let jobs = server.app.jobs();
        let take = async |id: &str, title: &str, posted: &str| {
            let postings = [posting(id, title, title, &json!({"posted": posted}))];
            jobs.take(None, &read("mine.json", &postings))
                .await
                .expect("taken");
        };
        take("1", "Night Nurse", "2027-01-10").await;
        let body = json!({"name": " Nurse ", "filters": {"q": "nurse -clerk", "country": ["NO"]}});
        let saved = put_search(&server, &zoe, ID, &body).await;
        assert_eq!(saved.status(), StatusCode::CREATED);
        let list = searches(&server, &zoe).await;
        assert_eq!(
            (list.searches[0].name.as_str(), list.searches[0].new_jobs),
            ("Nurse", 0)
        );
        // Posted before the one that was there: new by when it came in.
        take("2", "Day Nurse", "2027-01-02").await;
        take("3", "Baker", "2027-01-12").await;
        let list = searches(&server, &zoe).await;
        assert_eq!(list.searches[0].new_jobs, 1, "on {}", server.engine);
        take("4", "Ward Nurse", "2027-01-03").await;
        let see = async |session: &Value, newest: i64| {
            server
                .post(
                    &format!("/me/saved-searches/{ID}/seen"),
                    &json!({"newest": newest}),
                )
                .bearer_auth(crate::support::text(&session["access_token"]))
                .send()
                .await
                .expect("answers")
        };
        assert_eq!(
            see(&zoe, list.newest).await.status(),
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            searches(&server, &zoe).await.searches[0].new_jobs,
            1,
            "the one that was not shown"
        );
        see(&zoe, 0).await;
        assert_eq!(
            searches(&server, &zoe).await.searches[0].new_jobs,
            1,
            "what was seen stays seen"
        );

        // Another name keeps what is new, other filters begin again.
        let renamed = json!({"name": "Nursing", "filters": body["filters"]});
        let answer = put_search(&server, &zoe, ID, &renamed).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let view: SavedSearch = json(answer).await;
        assert_eq!(view.new_jobs, 1);
        let other: SavedSearch =
            json(put_search(&server, &zoe, ID, &json!({"name": "All", "filters": {}})).await).await;
        assert_eq!(other.new_jobs, 0);
        take("5", "Diver", "2027-01-01").await;
        assert_eq!(searches(&server, &zoe).await.searches[0].new_jobs, 1);

        // Nobody else's, and sealed.
        assert!(searches(&server, &max).await.searches.is_empty());
        problem(
            see(&max, 1).await,
            StatusCode::NOT_FOUND,
            "saved_search_not_found",
        )
        .await;
        let path = format!("/me/saved-searches/{ID}");
        let gone = change(&server, &max, Method::DELETE, &path).await;
        problem(gone, StatusCode::NOT_FOUND, "saved_search_not_found").await;
        const SEALED: &str = "select search_sealed from saved_searches";
        let mut held = server.app.db().read().await.expect("a connection");
        let sealed = foothold_backend::on!(&mut held.conn(), c => {
            sqlx::query_scalar::<_, String>(SEALED).fetch_one(c).await
        });
        assert!(!sealed.expect("a row").contains("All"));
        drop(held);
        for wrong in [
            json!({"name": " ", "filters": {}}),
            json!({"name": "x", "filters": {"min_pay": 5}}),
            json!({"name": "x", "filters": {"q": "x".repeat(301)}}),
        ] {
            let answer = put_search(&server, &zoe, ID, &wrong).await;
            problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
        }
        let answer = put_search(&server, &zoe, "mine", &body).await;
        problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
        for n in 1..50 {
            let id = format!("6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8b{n:02}");
            let answer = put_search(&server, &zoe, &id, &body).await;
            assert_eq!(answer.status(), StatusCode::CREATED);
        }
        let over = put_search(&server, &zoe, "6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8b99", &body).await;
        problem(over, StatusCode::CONFLICT, "too_many_saved_searches").await;
        let gone = change(&server, &zoe, Method::DELETE, &path).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        assert_eq!(searches(&server, &zoe).await.searches.len(), 49);
    }
}
