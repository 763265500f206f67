//! Saved searches.

use foothold_shared::job::{SavedSearch, SavedSearchList};
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::night_posting;
use crate::support::{Server, json, problem, read_postings};

async fn searches(server: &Server, session: &Value) -> SavedSearchList {
    server.read_as("/me/saved-searches", session).await
}

#[tokio::test]
async fn a_saved_search_tells_what_came_in_since_it_was_looked_at() {
    const ID: &str = "6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8a11";
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let jobs = server.app.jobs();
        let take = async |id: &str, title: &str, posted: &str| {
            let postings = [night_posting(id, title, title, &json!({"posted": posted}))];
            jobs.take(None, &read_postings("mine.json", &postings))
                .await
                .expect("taken");
        };
        take("1", "Night Nurse", "2027-01-10").await;
        let body = json!({"name": " Nurse ", "filters": {"q": "nurse -clerk", "country": ["NO"]}});
        let saved = server
            .put_as(&format!("/me/saved-searches/{ID}"), &zoe, &body)
            .await;
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
            let path = format!("/me/saved-searches/{ID}/seen");
            server
                .post_as(&path, session, &json!({"newest": newest}))
                .await
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
        let answer = server
            .put_as(&format!("/me/saved-searches/{ID}"), &zoe, &renamed)
            .await;
        assert_eq!(answer.status(), StatusCode::OK);
        let view: SavedSearch = json(answer).await;
        assert_eq!(view.new_jobs, 1);
        let other: SavedSearch = json(
            server
                .put_as(
                    &format!("/me/saved-searches/{ID}"),
                    &zoe,
                    &json!({"name": "All", "filters": {}}),
                )
                .await,
        )
        .await;
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
        let gone = server.delete_as(&path, &max).await;
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
            let answer = server
                .put_as(&format!("/me/saved-searches/{ID}"), &zoe, &wrong)
                .await;
            problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
        }
        let answer = server.put_as("/me/saved-searches/mine", &zoe, &body).await;
        problem(answer, StatusCode::BAD_REQUEST, "filter_unusable").await;
        for n in 1..50 {
            let id = format!("6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8b{n:02}");
            let answer = server
                .put_as(&format!("/me/saved-searches/{id}"), &zoe, &body)
                .await;
            assert_eq!(answer.status(), StatusCode::CREATED);
        }
        let over = server
            .put_as(
                "/me/saved-searches/6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8b99",
                &zoe,
                &body,
            )
            .await;
        problem(over, StatusCode::CONFLICT, "too_many_saved_searches").await;
        let gone = server.delete_as(&path, &zoe).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        assert_eq!(searches(&server, &zoe).await.searches.len(), 49);
    }
}
