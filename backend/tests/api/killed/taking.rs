//! While it takes jobs in.

use foothold_shared::job::{JobBoardList, JobPage};
use serde_json::{Value, json};

use crate::support::{PASSWORD, Pages, Server, client, databases, json, program, text, until};

/// So many that they are taken in three transactions: the program is killed after the first.
const JOBS: usize = 2_500;

fn feed() -> String {
    let items: String = (0..JOBS)
        .map(|n| {
            let text = "We bake bread through the night and sell it in the morning. ".repeat(8);
            format!(
                "<item><title>Baker {n}</title><company>Mill {n}</company><link>https://mill.example/{n}</link>\
                 <guid>{n}</guid><description>{text}</description></item>"
            )
        })
        .collect();
    format!("<rss version=\"2.0\"><channel><title>Mill</title>{items}</channel></rss>")
}

async fn found(client: &reqwest::Client, address: &str, token: &str) -> i64 {
    let answer = client
        .get(format!("http://{address}/api/v1/jobs?limit=1"))
        .bearer_auth(token)
        .send()
        .await
        .expect("answers");
    json::<JobPage>(answer).await.total
}

/// How many jobs the board has; a search counts to a thousand only.
async fn of_board(server: &Server, session: &Value) -> i64 {
    let boards: JobBoardList = server.read_as("/job-boards", session).await;
    boards.boards[0].jobs
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_while_it_takes_jobs_in_it_loses_and_doubles_none() {
    let site = Pages::start().await;
    site.answer("/jobs.rss", 200, feed());

    for (engine, folder, mut config) in databases().await {
        site.lets_ask(&mut config);
        let (mut child, address) =
            program::start(program::serving(folder.path(), &config), folder.path()).await;
        let who = json!({"email": "zoe@mail.example", "password": PASSWORD});
        let session = program::post(&address, "/register", "", &who).await;
        let token = text(&session["access_token"]);
        let board = json!({"url": site.url("/jobs.rss")});
        program::post(&address, "/job-boards", token, &board).await;
        let asking = client();
        until("the first jobs", async || {
            (found(&asking, &address, token).await > 0).then_some(())
        })
        .await;
        child.kill().await.expect("killed");

        // The clock of the next server is far ahead: the board is free again.
        let server = Server::run(engine, folder, config).await;
        let session: Value = json(
            server
                .login("zoe@mail.example", PASSWORD, "203.0.113.9")
                .await,
        )
        .await;
        let before = of_board(&server, &session).await;
        assert!(
            before > 0 && before < JOBS as i64,
            "{before} on {engine}: in the middle"
        );
        let asked = server.app.jobs().gather_due().await;
        assert_eq!(asked.expect("gathered"), 1, "on {engine}");
        let whole = JOBS as i64;
        assert_eq!(of_board(&server, &session).await, whole, "on {engine}");
        let mut titles = Vec::new();
        let mut cursor = String::new();
        loop {
            let path = format!("/jobs?limit=100&q=baker{cursor}");
            let page: JobPage = server.read_as(&path, &session).await;
            titles.extend(page.jobs.into_iter().map(|job| job.title));
            let Some(next) = page.next_cursor else { break };
            cursor = format!("&cursor={next}");
        }
        let listed = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!((listed, titles.len()), (JOBS, JOBS), "on {engine}");
        let boards: JobBoardList = server.read_as("/job-boards", &session).await;
        assert_eq!(
            (boards.boards[0].jobs, boards.boards[0].failures),
            (whole, 0)
        );
    }
}
