//! Saved jobs in collections.

use foothold_shared::collection::{JobCollection, JobCollectionList, SavedJobNote};
use foothold_shared::job::JobCard;
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};

use super::material::read;
use crate::support::{Server, find_jobs, json, problem};

const SHORT: &str = "6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8a11";
const LONG: &str = "6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8a12";

async fn put(server: &Server, session: &Value, id: &str, name: &str) -> Response {
    let path = format!("/me/job-collections/{id}");
    server.put_as(&path, session, &json!({"name": name})).await
}

async fn list(server: &Server, session: &Value) -> JobCollectionList {
    server.read_as("/me/job-collections", session).await
}

async fn patch(server: &Server, session: &Value, job_id: &str, change: Value) -> Response {
    let path = format!("/me/saved-jobs/{job_id}");
    server.patch_as(&path, session, &change).await
}

#[tokio::test]
async fn saved_jobs_go_into_collections_and_keep_their_notes() {
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = read(&[
            ("1", "Cooper", "Staves", json!({})),
            ("2", "Wheelwright", "Spokes", json!({})),
        ]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let cooper = find_jobs(&server, &zoe, "q=cooper").await.jobs[0]
            .job_id
            .clone();
        let wright = find_jobs(&server, &zoe, "q=wheelwright").await.jobs[0]
            .job_id
            .clone();
        let refused = patch(&server, &zoe, &cooper, json!({"note": "ask Ann"})).await;
        problem(refused, StatusCode::NOT_FOUND, "job_not_found").await;
        for job in [&cooper, &wright] {
            let path = format!("/me/saved-jobs/{job}");
            server.send_as(Method::PUT, &path, &zoe, None).await;
        }
        assert_eq!(
            put(&server, &zoe, SHORT, " Short list ").await.status(),
            StatusCode::CREATED
        );
        assert_eq!(
            put(&server, &zoe, LONG, "Maybe").await.status(),
            StatusCode::CREATED
        );
        let moved = patch(&server, &zoe, &cooper, json!({"collection_id": SHORT})).await;
        let moved: SavedJobNote = json(moved).await;
        assert_eq!(moved.collection_id, SHORT);
        let noted = patch(
            &server,
            &zoe,
            &cooper,
            json!({"note": " ask Ann \n about oak "}),
        )
        .await;
        let noted: SavedJobNote = json(noted).await;
        assert_eq!(
            (noted.collection_id.as_str(), noted.note.as_str()),
            (SHORT, "ask Ann \n about oak")
        );
        patch(&server, &zoe, &wright, json!({"collection_id": SHORT})).await;
        let renamed: JobCollection = json(put(&server, &zoe, SHORT, "Best").await).await;
        assert_eq!(
            (renamed.name.as_str(), renamed.jobs),
            ("Best", 2),
            "on {}",
            server.engine
        );
        patch(&server, &zoe, &wright, json!({"collection_id": LONG})).await;

        let now = list(&server, &zoe).await;
        let counts: Vec<(&str, i64)> = now
            .collections
            .iter()
            .map(|one| (one.name.as_str(), one.jobs))
            .collect();
        assert_eq!(counts, [("Best", 1), ("Maybe", 1)], "on {}", server.engine);
        assert_eq!(now.notes.len(), 2);

        // A job that is saved no more is in none, and comes back with its note.
        let path = format!("/me/saved-jobs/{cooper}");
        server.delete_as(&path, &zoe).await;
        assert_eq!(list(&server, &zoe).await.collections[0].jobs, 0);
        server.send_as(Method::PUT, &path, &zoe, None).await;
        let notes = list(&server, &zoe).await.notes;
        assert!(
            notes
                .iter()
                .any(|note| note.job_id == cooper && note.note.contains("oak"))
        );

        // A collection goes, its jobs stay saved.
        let path = format!("/me/job-collections/{SHORT}");
        let gone = server.delete_as(&path, &max).await;
        problem(gone, StatusCode::NOT_FOUND, "job_collection_not_found").await;
        let gone = server.delete_as(&path, &zoe).await;
        assert_eq!(gone.status(), StatusCode::NO_CONTENT);
        let saved: Vec<JobCard> = server.read_as("/me/saved-jobs", &zoe).await;
        assert_eq!(saved.len(), 2);
        let now = list(&server, &zoe).await;
        assert_eq!(now.collections.len(), 1);
        let note = now
            .notes
            .iter()
            .find(|note| note.job_id == cooper)
            .expect("kept");
        assert_eq!(note.collection_id, "");
        let emptied = patch(&server, &zoe, &cooper, json!({"note": " "})).await;
        assert_eq!(json::<SavedJobNote>(emptied).await.note, "");
        assert_eq!(list(&server, &zoe).await.notes.len(), 1);
    }
}

#[tokio::test]
async fn collections_are_their_owners_sealed_and_bounded() {
    use foothold_backend::on;
    for server in Server::on_each_database().await {
        let zoe = server.register("zoe@mail.example").await;
        let max = server.register("max@mail.example").await;
        let file = read(&[("1", "Cooper", "Staves", json!({}))]);
        server.app.jobs().take(None, &file).await.expect("taken");
        let job = find_jobs(&server, &zoe, "").await.jobs[0].job_id.clone();
        for session in [&zoe, &max] {
            let path = format!("/me/saved-jobs/{job}");
            server.send_as(Method::PUT, &path, session, None).await;
        }
        put(&server, &zoe, SHORT, "Walnut plan").await;
        patch(&server, &zoe, &job, json!({"note": "leave Harbour first"})).await;
        // The same id is another collection at another account.
        let theirs = patch(&server, &max, &job, json!({"collection_id": SHORT})).await;
        problem(theirs, StatusCode::NOT_FOUND, "job_collection_not_found").await;
        assert_eq!(
            put(&server, &max, SHORT, "Mine").await.status(),
            StatusCode::CREATED
        );
        assert_eq!(list(&server, &zoe).await.collections[0].name, "Walnut plan");
        assert!(list(&server, &max).await.notes.is_empty());

        let mut held = server.app.db().read().await.expect("a connection");
        const STORED: &str = "
            select name_sealed from job_collections union all
            select note_sealed from saved_job_notes where note_sealed is not null";
        let stored = on!(&mut held.conn(), c => {
            sqlx::query_scalar::<_, String>(STORED).fetch_all(c).await
        });
        drop(held);
        let stored = stored.expect("rows").join(" ");
        assert!(
            !stored.contains("Walnut") && !stored.contains("Harbour"),
            "on {}",
            server.engine
        );

        for (id, name) in [("mine", "x"), (LONG, " "), (LONG, &"x".repeat(101))] {
            let refused = put(&server, &zoe, id, name).await;
            problem(refused, StatusCode::BAD_REQUEST, "filter_unusable").await;
        }
        let refused = patch(&server, &zoe, &job, json!({"note": "x".repeat(2_001)})).await;
        problem(refused, StatusCode::BAD_REQUEST, "filter_unusable").await;
        for n in 1..100 {
            let id = format!("6f1d4a3e-8a34-4c0e-9d2b-0f6a6f2f8b{n:02}");
            assert_eq!(
                put(&server, &zoe, &id, "one more").await.status(),
                StatusCode::CREATED
            );
        }
        let over = put(&server, &zoe, LONG, "too many").await;
        problem(over, StatusCode::CONFLICT, "too_many_job_collections").await;
        let known = put(&server, &zoe, SHORT, "still mine").await;
        assert_eq!(known.status(), StatusCode::OK);
    }
}
