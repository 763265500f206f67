//! Files of jobs: what they may do to what boards say, how large they may be, and what is said of their rows.

use foothold_boards::{Board, Posting, Source, read_file};
use foothold_shared::job::{JobBoardView, JobImport, JobView};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{START_MS, Server, find_jobs, json, problem};

/// A posting as a board of the employer's lists it.
fn on_the_board() -> Posting {
    let text = json!([{
        "id": "7", "title": "Lamp Keeper", "company": "Wick Ltd", "location": "Bath, United Kingdom",
        "url": "https://boards.greenhouse.io/wick/jobs/7", "description": "You keep the lamps burning.",
    }])
    .to_string();
    let board = Board::new(Source::Json, "board.json");
    let mut posting = read_file(&board, text.as_bytes(), START_MS)
        .postings
        .remove(0);
    posting.source = Source::Greenhouse;
    posting.tenant = "wick".to_owned();
    posting
}

/// The same job in somebody's file, with another address to apply at.
fn in_a_file(id: &str) -> String {
    format!(
        "id,title,company,location,url,apply_url,description\n\
         {id},Lamp Keeper,Wick Ltd,\"Bath, United Kingdom\",https://elsewhere.example/{id},https://elsewhere.example/apply,Send us your papers.\n"
    )
}

async fn board(server: &Server, session: &Value) -> String {
    let address = json!({"url": "https://boards.greenhouse.io/wick"});
    let answer = server.post_as("/job-boards", session, &address).await;
    json::<JobBoardView>(answer).await.board_id
}

async fn keeper(server: &Server, session: &Value) -> JobView {
    let page = find_jobs(server, session, "q=keeper").await;
    assert_eq!(page.total, 1, "on {}", server.engine);
    let path = format!("/jobs/{}", page.jobs[0].job_id);
    server.read_as(&path, session).await
}

#[tokio::test]
async fn a_file_leads_nobody_away_from_what_a_board_offers() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let board = board(&server, &zoe).await;
        // Whoever comes first, and whoever comes again: the board's word is the one that counts.
        server.import_as(&zoe, "first.csv", &in_a_file("1")).await;
        assert_eq!(
            keeper(&server, &zoe).await.card.link.apply_url,
            "https://elsewhere.example/apply"
        );
        jobs.take(Some(&board), &[on_the_board()])
            .await
            .expect("taken");
        for name in ["later.csv", "first.csv"] {
            server.import_as(&zoe, name, &in_a_file("1")).await;
            let job = keeper(&server, &zoe).await;
            assert_eq!(
                job.card.link.url,
                "https://boards.greenhouse.io/wick/jobs/7"
            );
            assert_eq!(job.description.trim(), "You keep the lamps burning.");
            let links: Vec<&str> = job.links.iter().map(|link| link.url.as_str()).collect();
            assert_eq!(links, ["https://boards.greenhouse.io/wick/jobs/7"]);
        }
    }
}

#[tokio::test]
async fn a_file_keeps_no_job_open_that_its_board_took_away() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let board = board(&server, &zoe).await;
        jobs.take(Some(&board), &[on_the_board()])
            .await
            .expect("taken");
        server.import_as(&zoe, "list.csv", &in_a_file("1")).await;
        server.clock.advance_ms(1_000);
        let closed = jobs.retire_unseen(&board, START_MS + 1).await;
        assert_eq!(closed.expect("retired"), 1, "on {}", server.engine);
        assert_eq!(find_jobs(&server, &zoe, "q=keeper").await.total, 0);
        // The same file again says nothing new.
        server.import_as(&zoe, "list.csv", &in_a_file("1")).await;
        let found = find_jobs(&server, &zoe, "q=keeper").await.total;
        assert_eq!(found, 0, "a file opens nothing again on {}", server.engine);
    }
}

#[tokio::test]
async fn a_large_file_is_taken_and_a_larger_one_is_refused_in_words() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    let long = "lamps and oil ".repeat(180_000);
    let file =
        format!("title,company,url,description\nKeeper,Wick,https://wick.example/1,{long}\n");
    assert!(file.len() > 2 * 1024 * 1024 && file.len() < 4 * 1024 * 1024);
    let taken: JobImport = json(server.import_as(&zoe, "large.csv", &file).await).await;
    assert_eq!((taken.added, taken.refused.len()), (1, 0));
    for times in [2, 4] {
        let refused = server
            .import_as(&zoe, "larger.csv", &file.repeat(times))
            .await;
        let refused = problem(refused, StatusCode::PAYLOAD_TOO_LARGE, "file_too_large").await;
        assert!(refused.detail.contains("4 MB"), "{}", refused.detail);
    }
}

#[tokio::test]
async fn rows_that_cannot_be_taken_are_told_by_their_place() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    let file = "\u{feff}title;company;url\nKeeper;Wick;https://wick.example/1\nKeeper;Wick\n;Wick;https://wick.example/3\nKeeper;Wick;javascript:alert(1)\n";
    let taken: JobImport = json(server.import_as(&zoe, "rows.csv", file).await).await;
    assert_eq!(taken.added, 1);
    assert_eq!(
        taken.refused,
        [
            "row 3: it has no web address",
            "row 4, https://wick.example/3: it has no title",
            "row 5, javascript:alert(1): it has no web address",
        ]
    );
    let file = json!([{"title": "Keeper"}, 5]).to_string();
    let taken: JobImport = json(server.import_as(&zoe, "rows.json", &file).await).await;
    assert_eq!(
        taken.refused,
        [
            "posting 1: it has no web address",
            "posting 2: it has no web address"
        ]
    );
}

#[tokio::test]
async fn what_a_parameter_cannot_be_is_said_in_words() {
    let server = Server::start().await;
    let zoe = server.register("zoe@mail.example").await;
    for (path, field, words) in [
        ("/matches?limit=x", "limit", "whole number"),
        ("/matches?min_score=300", "min_score", "out of range"),
        (
            "/matches?without_knockouts=maybe",
            "without_knockouts",
            "true or false",
        ),
        ("/matches?remote=moon", "remote", "values"),
        ("/jobs?days=-1", "days", "whole number"),
    ] {
        let refused = server.get_as(path, &zoe).await;
        let refused = problem(refused, StatusCode::BAD_REQUEST, "invalid_parameter").await;
        assert_eq!(refused.errors[0].field, field);
        let said = &refused.errors[0].message;
        assert!(said.contains(words), "{path}: {said}");
    }
    for (path, field) in [
        ("/matches?min_score=101", "min_score"),
        ("/matches?country=Germany", "country"),
        ("/jobs?country=Germany", "country"),
        ("/jobs?within_km=5", "within_km"),
    ] {
        let refused = server.get_as(path, &zoe).await;
        let refused = problem(refused, StatusCode::BAD_REQUEST, "filter_unusable").await;
        assert_eq!(refused.errors[0].field, field, "{path}");
    }
    let small = server.get_as("/matches?country=de", &zoe).await;
    assert_eq!(small.status(), StatusCode::OK);
}
