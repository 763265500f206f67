//! A board is added by its address, and asked when it is due.

use foothold_shared::job::{JobBoardList, JobBoardView};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::support::{DAY_MS, Pages, Server, find_jobs, json, problem, rss};

#[tokio::test]
async fn a_board_is_added_by_its_address_and_gathered() {
    let site = Pages::start().await;
    let feed = rss("https://mill.example", &["Baker", "Miller"]);
    for server in Server::on_each_database_with(|config| site.lets_ask(config)).await {
        site.answer("/jobs.rss", 200, &*feed);
        let session = server.register("zoe@mail.example").await;
        let add = async |url: String| {
            server
                .post_as("/job-boards", &session, &json!({"url": url}))
                .await
        };
        let url = site.url("/jobs.rss");
        let answer = add(url.clone()).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        let board: JobBoardView = json(answer).await;
        let again = add(url).await;
        assert_eq!(again.status(), StatusCode::OK);
        for (bad, code) in [
            ("", "board_address_unusable"),
            ("file:///etc/passwd", "board_address_unusable"),
            ("http://169.254.169.254/", "board_address_private"),
            ("http://127.0.0.1:1/", "board_address_private"),
        ] {
            let answer = add(bad.to_owned()).await;
            problem(answer, StatusCode::UNPROCESSABLE_ENTITY, code).await;
        }

        assert_eq!(server.app.jobs().gather_due().await.expect("asked"), 1);
        let found = find_jobs(&server, &session, "").await;
        assert_eq!(found.total, 2, "on {}", server.engine);
        assert_eq!(
            server.app.jobs().gather_due().await.expect("asked"),
            0,
            "not due"
        );

        site.answer("/jobs.rss", 404, "");
        server.clock.advance_ms(DAY_MS);
        assert_eq!(server.app.jobs().gather_due().await.expect("asked"), 1);
        let session: Value = server.renewed(&session).await;
        let boards: JobBoardList = server.read_as("/job-boards", &session).await;
        let after = &boards.boards[0];
        assert_eq!(after.board_id, board.board_id);
        assert_eq!(
            (after.failures, after.jobs),
            (1, 2),
            "nothing is lost by a failure"
        );
        assert!(!after.problem.is_empty());
        assert_eq!(find_jobs(&server, &session, "").await.total, 2);
    }
}
