//! What becomes of jobs that no list holds any more, where lists are not all there is: with time moved, and own pages that
//! answer as a test says.

use foothold_shared::job::{JobBoardView, JobView};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::material::read;
use crate::support::{DAY_MS, PASSWORD, Pages, START_MS, Server, find_jobs, job_titles, json, rss};

const LISTS: &str = "/jobs.rss";
const EMAIL: &str = "zoe@mail.example";

fn page(title: &str, last: &str) -> String {
    let data = json!({"@type": "JobPosting", "title": title, "hiringOrganization": {"name": "Mill"},
        "validThrough": last, "description": "Bread."});
    format!("<html><script type=\"application/ld+json\">{data}</script><h1>{title}</h1></html>")
}

async fn servers(stand: &Pages) -> Vec<Server> {
    Server::on_each_database_with(|config| {
        stand.lets_ask(config);
    })
    .await
}

async fn add(server: &Server, session: &Value, url: &str) -> JobBoardView {
    let body = json!({ "url": url });
    let answer = server.post_as("/job-boards", session, &body).await;
    assert_eq!(answer.status(), StatusCode::CREATED, "{url}");
    json(answer).await
}

/// A person in a world some days later: what was due is asked, and what is long gone is closed.
async fn later(server: &Server, session: &mut Value, days: i64) -> Vec<String> {
    server.clock.advance_ms(days * DAY_MS);
    *session = json(server.login(EMAIL, PASSWORD, "").await).await;
    let jobs = server.app.jobs();
    jobs.gather_due().await.expect("asked");
    jobs.retire_unlisted().await.expect("retired");
    open(server, session).await
}

async fn open(server: &Server, session: &Value) -> Vec<String> {
    let page = find_jobs(server, session, "").await;
    let mut open: Vec<String> = job_titles(&page).into_iter().map(str::to_owned).collect();
    open.sort_unstable();
    open
}

async fn job(server: &Server, session: &Value, job_id: &str) -> JobView {
    server.read_as(&format!("/jobs/{job_id}"), session).await
}

async fn id_of(server: &Server, session: &Value, title: &str) -> String {
    let page = find_jobs(server, session, &format!("q={title}")).await;
    page.jobs[0].job_id.clone()
}

/// How often each of these pages was asked since the last time.
fn asked<const N: usize>(stand: &Pages, paths: [&str; N]) -> [usize; N] {
    let asked = stand.asked();
    paths.map(|path| asked.iter().filter(|one| one.path == path).count())
}

#[tokio::test]
async fn own_pages_tell_what_a_feed_of_the_newest_does_not() {
    for at in 0..servers(&Pages::start().await).await.len() {
        let stand = Pages::start().await;
        let server = servers(&stand).await.swap_remove(at);
        let five = ["Baker", "Glazer", "Miller", "Oiler", "Sifter"];
        stand.answer(LISTS, 200, rss(&stand.url(""), &five));
        let mut session = server.register(EMAIL).await;
        add(&server, &session, &stand.url(LISTS)).await;
        server.app.jobs().gather_due().await.expect("asked");
        let gone = id_of(&server, &session, "Baker").await;
        let over = id_of(&server, &session, "Glazer").await;

        stand.answer(LISTS, 200, rss(&stand.url(""), &["Sifter"]));
        stand.answer("/Baker", 410, "");
        stand.answer("/Glazer", 200, page("Glazer", "2026-01-01"));
        stand.answer("/Miller", 200, page("Miller", ""));
        stand.answer("/Oiler", 200, "<html><h1>All our jobs</h1></html>");
        let six = later(&server, &mut session, 6).await;
        assert_eq!(six, five, "nobody is asked so soon on {}", server.engine);
        assert_eq!(asked(&stand, ["/Baker"]), [0]);

        assert_eq!(
            later(&server, &mut session, 2).await,
            ["Miller", "Oiler", "Sifter"],
            "on {}",
            server.engine
        );
        let pages = ["/Oiler", "/Miller", "/Sifter"];
        assert_eq!(asked(&stand, pages), [1, 1, 0], "Sifter is listed");
        let gone = job(&server, &session, &gone).await;
        assert_eq!(gone.card.closed, "gone");
        assert_eq!(gone.not_listed_since_ms, Some(START_MS));
        let over = job(&server, &session, &over).await;
        assert_eq!(
            (over.card.closed.as_str(), over.not_listed_since_ms),
            ("expired", None)
        );

        // A page that told nothing is asked once a week, and one that told that it is open not before.
        later(&server, &mut session, 1).await;
        assert_eq!(asked(&stand, pages), [0, 0, 0]);
        later(&server, &mut session, 7).await;
        assert_eq!(asked(&stand, pages), [1, 1, 0]);

        // What nothing tells of is gone at last; what its page shows stays.
        let left = later(&server, &mut session, 30).await;
        assert_eq!(left, ["Miller", "Sifter"], "on {}", server.engine);

        // And what is listed again is open again.
        stand.answer(LISTS, 200, rss(&stand.url(""), &["Baker", "Sifter"]));
        let back = later(&server, &mut session, 1).await;
        assert_eq!(back, ["Baker", "Miller", "Sifter"], "on {}", server.engine);
    }
}

#[tokio::test]
async fn no_job_closes_because_its_board_or_this_server_was_away() {
    for at in 0..servers(&Pages::start().await).await.len() {
        let stand = Pages::start().await;
        let server = servers(&stand).await.swap_remove(at);
        stand.answer(LISTS, 200, rss(&stand.url(""), &["Baker"]));
        let mut session = server.register(EMAIL).await;
        add(&server, &session, &stand.url(LISTS)).await;
        server.app.jobs().gather_due().await.expect("asked");
        stand.answer(LISTS, 404, "");

        // Away for long, and the first thing after that is not an answer.
        let jobs = server.app.jobs();
        server.clock.advance_ms(100 * DAY_MS);
        assert_eq!(jobs.retire_unlisted().await.expect("retired"), 0);
        assert_eq!(
            later(&server, &mut session, 1).await,
            ["Baker"],
            "on {}",
            server.engine
        );

        // A list that holds nothing tells nothing.
        stand.answer(LISTS, 200, rss(&stand.url(""), &[]));
        assert_eq!(
            later(&server, &mut session, 3).await,
            ["Baker"],
            "on {}",
            server.engine
        );

        // A board that failed again and again all the time is dead.
        stand.answer(LISTS, 404, "");
        for _ in 0..35 {
            later(&server, &mut session, 3).await;
        }
        assert!(
            open(&server, &session).await.is_empty(),
            "on {}",
            server.engine
        );
    }
}

#[tokio::test]
async fn what_nobody_brings_again_does_not_stay_open_for_ever() {
    for server in Server::on_each_database().await {
        let mut session = server.register(EMAIL).await;
        let jobs = server.app.jobs();
        jobs.take(None, &read(&[("7", "Lamp Keeper", "Wick", json!({}))]))
            .await
            .expect("taken");
        let dated = json!({"expires": "2027-05-01"});
        let dated = read(&[("8", "Wick Trimmer", "Wick", dated)]);
        jobs.take(None, &dated).await.expect("taken");
        let far = read(&[("9", "Oil Boiler", "Wick", json!({"expires": "2028-01-01"}))]);
        jobs.take(None, &far).await.expect("taken");
        let keeper = id_of(&server, &session, "keeper").await;

        assert_eq!(
            later(&server, &mut session, 59).await.len(),
            3,
            "on {}",
            server.engine
        );
        assert_eq!(
            later(&server, &mut session, 1).await,
            ["Oil Boiler", "Wick Trimmer"],
            "on {}",
            server.engine
        );
        let view = job(&server, &session, &keeper).await;
        assert_eq!(view.card.closed, "gone");
        assert_eq!(view.not_listed_since_ms, Some(START_MS));
        assert_eq!(later(&server, &mut session, 119).await, ["Oil Boiler"]);
        assert!(
            later(&server, &mut session, 1).await.is_empty(),
            "on {}",
            server.engine
        );
    }
}
