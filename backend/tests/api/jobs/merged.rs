//! Postings of one job are one, while it is offered somewhere.

use foothold_boards::Posting;
use foothold_shared::job::{JobBoardView, JobView};
use serde_json::{Value, json};

use super::night_posting;
use crate::support::{DAY_MS, START_MS, Server, find_jobs, job_titles, json, read_postings};

#[tokio::test]
async fn one_job_at_two_sources_is_one_and_comes_and_goes() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let here = night_posting("7", "Lighthouse Keeper", "Coast Ltd", &json!({}));
        let there = night_posting(
            "a-9",
            "Lighthouse keeper (m/f/d)",
            "Coast",
            &json!({
                "url": "https://other.example/9"
            }),
        );
        jobs.take(
            None,
            &read_postings("here.json", std::slice::from_ref(&here)),
        )
        .await
        .expect("taken");
        jobs.take(None, &read_postings("there.json", &[there]))
            .await
            .expect("taken");
        let page = find_jobs(&server, &session, "q=lighthouse").await;
        assert_eq!(page.total, 1, "on {}", server.engine);
        let id = &page.jobs[0].job_id;
        let job: JobView = server.read_as(&format!("/jobs/{id}"), &session).await;
        let urls: Vec<&str> = job.links.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(urls, ["https://jobs.example/7", "https://other.example/9"]);

        let renamed = night_posting("7", "Keeper of the Light", "Coast Ltd", &json!({}));
        let taken = jobs
            .take(None, &read_postings("here.json", &[renamed]))
            .await
            .expect("taken");
        assert_eq!((taken.added, taken.changed), (0, 1));
        assert_eq!(find_jobs(&server, &session, "q=lighthouse").await.total, 0);
        assert_eq!(
            find_jobs(&server, &session, "q=keeper").await.jobs[0].job_id,
            *id
        );

        let soon = night_posting(
            "8",
            "Harbour Pilot",
            "Coast Ltd",
            &json!({"validThrough": "2027-01-20"}),
        );
        jobs.take(None, &read_postings("here.json", &[soon]))
            .await
            .expect("taken");
        let open = find_jobs(&server, &session, "q=pilot").await;
        server.clock.advance_ms(8 * DAY_MS);
        assert_eq!(jobs.close_expired().await.expect("closed"), 1);
        let session = server.renewed(&session).await;
        assert_eq!(find_jobs(&server, &session, "q=pilot").await.total, 0);
        let id = &open.jobs[0].job_id;
        let closed: JobView = server.read_as(&format!("/jobs/{id}"), &session).await;
        assert_eq!(closed.card.closed, "expired");
    }
}

/// A board that nobody asks here, for postings to belong to.
async fn board(server: &Server, session: &Value, name: &str) -> String {
    let address = &json!({"url": format!("https://boards.greenhouse.io/{name}")});
    let answer = server.post_as("/job-boards", session, address).await;
    let board: JobBoardView = json(answer).await;
    board.board_id
}

fn keeper_here() -> Posting {
    let here = night_posting("7", "Lighthouse Keeper", "Coast Ltd", &json!({}));
    read_postings("here.json", &[here]).remove(0)
}

fn keeper_there() -> Posting {
    let url = json!({"url": "https://other.example/9"});
    let there = night_posting("a-9", "Lighthouse keeper (m/f/d)", "Coast", &url);
    read_postings("there.json", &[there]).remove(0)
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
        assert_eq!(find_jobs(&server, &session, "q=keeper").await.total, 0);
        jobs.take(Some(&board), &both).await.expect("taken");
        let page = find_jobs(&server, &session, "q=keeper").await;
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
        let page = find_jobs(&server, &session, "q=keeper").await;
        assert_eq!(
            (page.total, page.jobs.len()),
            (1, 1),
            "on {}",
            server.engine
        );
        assert_eq!(page.jobs[0].link.url, "https://other.example/9");
        assert_eq!(page.jobs[0].company, "Coast");
        let path = format!("/jobs/{}", page.jobs[0].job_id);
        let job: JobView = server.read_as(&path, &session).await;
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
                night_posting(
                    &n.to_string(),
                    &format!("Baker {n}"),
                    &format!("Mill {n}"),
                    &json!({}),
                )
            })
            .collect();
        let many = read_postings("many.json", &many);
        let (one, two) = tokio::join!(jobs.take(None, &many), jobs.take(None, &many));
        let (one, two) = (one.expect("taken"), two.expect("taken"));
        assert_eq!(one.added + two.added, 120, "on {}", server.engine);
        assert_eq!(one.same + two.same, 120);
        assert_eq!(find_jobs(&server, &session, "q=baker").await.total, 120);
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
        let diver = read_postings(
            "mine.json",
            &[night_posting("1", "Diver", "Deep", &json!({}))],
        );
        let batch = [diver, vec![odd]].concat();
        let taken = jobs.take(None, &batch).await.expect("taken");
        assert_eq!(taken.added, 2, "on {}", server.engine);
        let again = jobs.take(None, &batch).await.expect("taken");
        assert_eq!(again.same, 2);
        assert_eq!(find_jobs(&server, &session, "q=keeper").await.total, 1);

        // One of a form that is not known any more.
        const SPOIL: &str =
            "update job_sources set posting = '{}' where source_key like '%mine.json%'";
        let mut tx = server.app.db().begin().await.expect("begins");
        let spoilt = on!(&mut tx.conn(), c => sqlx::query(SPOIL).execute(c).await.map(|d| d.rows_affected()));
        assert_eq!(spoilt.expect("changed"), 1);
        tx.commit().await.expect("kept");
        assert_eq!(job_titles(&find_jobs(&server, &session, "").await).len(), 1);
    }
}

#[tokio::test]
async fn a_last_day_that_has_passed_closes_and_a_later_one_opens() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let jobs = server.app.jobs();
        let pilot = |until: &str| {
            let until = json!({"validThrough": until});
            read_postings(
                "here.json",
                &[night_posting("8", "Harbour Pilot", "Coast Ltd", &until)],
            )
        };
        jobs.take(None, &pilot("2027-01-12")).await.expect("taken");
        assert_eq!(find_jobs(&server, &session, "q=pilot").await.total, 0);
        jobs.take(None, &pilot("2027-01-13")).await.expect("taken");
        assert_eq!(
            find_jobs(&server, &session, "q=pilot").await.total,
            0,
            "on {}",
            server.engine
        );
        jobs.take(None, &pilot("2027-03-01")).await.expect("taken");
        assert_eq!(
            find_jobs(&server, &session, "q=pilot").await.total,
            1,
            "on {}",
            server.engine
        );
    }
}
