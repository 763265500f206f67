//! When the place for files fails, a client goes away, or the database refuses a row: nothing is half-written, no work
//! is lost that a key asks for, and the next try works.

use std::sync::Arc;

use foothold_backend::adapters::language_model::{Completion, LanguageModel, ModelError, Question};
use foothold_backend::adapters::objects_fake::{FakeObjects, Mood};
use foothold_backend::config::EndpointConfig;
use foothold_backend::db::Db;
use foothold_backend::features::model_use::ModelEndpoint;
use foothold_shared::generation::{DocumentSetPage, DocumentSetView};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::{Method, StatusCode};
use serde_json::json;
use tokio::sync::Semaphore;

use super::material::{JOB, generate, made, nurse, posting};
use crate::support::{START_MS, Server, json, problem};

async fn server_on(objects: &Arc<FakeObjects>) -> Server {
    let objects = Arc::clone(objects);
    Server::start_changed(|_| {}, |app| app.with_objects(objects)).await
}

#[tokio::test]
async fn without_room_for_files_nothing_is_stored_and_the_key_works_again() {
    let objects = Arc::new(FakeObjects::default());
    let server = server_on(&objects).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let body = json!({"posting": posting()});
    for (mood, status, code) in [
        (Mood::Full, StatusCode::INSUFFICIENT_STORAGE, "storage_full"),
        (
            Mood::Away,
            StatusCode::SERVICE_UNAVAILABLE,
            "storage_unavailable",
        ),
    ] {
        objects.set_mood(mood);
        let refused = generate(&server, &zoe, JOB, Some("k"), &body).await;
        problem(refused, status, code).await;
    }
    objects.set_mood(Mood::Well);
    let none: DocumentSetPage = server.read_as("/me/document-sets", &zoe).await;
    assert_eq!(none, DocumentSetPage::default());
    assert_eq!(objects.keys(), Vec::<String>::new());
    let now = generate(&server, &zoe, JOB, Some("k"), &body).await;
    assert_eq!(now.status(), StatusCode::CREATED);
    assert_eq!(json::<DocumentSetView>(now).await.version, 1);
}

#[tokio::test]
async fn files_that_cannot_be_deleted_are_swept_later() {
    let objects = Arc::new(FakeObjects::default());
    objects.set_now_ms(START_MS);
    let server = server_on(&objects).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    let path = format!("/me/document-sets/{}", set.document_set_id);
    objects.set_mood(Mood::Away);
    let file = server
        .get_as(&format!("{path}/files/resume.pdf"), &zoe)
        .await;
    problem(file, StatusCode::SERVICE_UNAVAILABLE, "storage_unavailable").await;
    let read = server.get_as(&path, &zoe).await;
    assert_eq!(
        read.status(),
        StatusCode::OK,
        "what it says is in the database"
    );
    let done = server.delete_as(&path, &zoe).await;
    assert_eq!(done.status(), StatusCode::NO_CONTENT);
    objects.set_mood(Mood::Well);
    assert_eq!(objects.keys().len(), 1);
    server.clock.advance_ms(25 * 60 * 60 * 1000);
    let swept = server.app.documents().sweep().await.expect("sweeps");
    assert_eq!((swept, objects.keys().len()), (1, 0));
}

#[tokio::test]
async fn a_row_that_is_refused_leaves_no_files() {
    let objects = Arc::new(FakeObjects::default());
    let server = server_on(&objects).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let Db::Sqlite { writing, .. } = server.app.db() else {
        panic!("it is SQLite");
    };
    let refuse = "create trigger refuse before insert on document_sets \
        begin select raise(abort, 'refused'); end";
    sqlx::query(refuse)
        .execute(writing)
        .await
        .expect("a trigger");
    let body = json!({"posting": posting()});
    let refused = generate(&server, &zoe, JOB, Some("k"), &body).await;
    problem(refused, StatusCode::INTERNAL_SERVER_ERROR, "internal").await;
    assert_eq!(objects.keys(), Vec::<String>::new());
    let allow = "drop trigger refuse";
    sqlx::query(allow)
        .execute(writing)
        .await
        .expect("no trigger");
    let now = generate(&server, &zoe, JOB, Some("k"), &body).await;
    assert_eq!(now.status(), StatusCode::CREATED);
}

/// Says when it is asked, and answers when it may.
#[derive(Debug)]
struct Slow {
    asked: Semaphore,
    may_answer: Semaphore,
}

impl LanguageModel for Slow {
    fn complete<'a>(
        &'a self,
        _question: &'a Question,
    ) -> BoxFuture<'a, Result<Completion, ModelError>> {
        async {
            self.asked.add_permits(1);
            let permit = self.may_answer.acquire().await.expect("stays open");
            permit.forget();
            Err(ModelError::Busy)
        }
        .boxed()
    }
}

#[tokio::test]
async fn work_goes_on_when_the_client_has_gone_and_its_key_finds_it() {
    let model = Arc::new(Slow {
        asked: Semaphore::new(0),
        may_answer: Semaphore::new(0),
    });
    let slow = Arc::clone(&model);
    let slow = vec![ModelEndpoint::new(&EndpointConfig::default(), slow)];
    let server = Server::start_changed(|_| {}, |app| app.with_models(slow)).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let body = json!({"posting": posting()});
    let call = server
        .request_as(
            Method::POST,
            &format!("/jobs/{JOB}/generate-documents"),
            &zoe,
        )
        .json(&body)
        .header("idempotency-key", "k")
        .send();
    let client = tokio::spawn(call);
    model.asked.acquire().await.expect("is asked").forget();
    let meanwhile = generate(&server, &zoe, JOB, Some("k"), &body).await;
    problem(meanwhile, StatusCode::CONFLICT, "generation_under_way").await;
    client.abort();
    assert!(client.await.is_err_and(|error| error.is_cancelled()));
    model.may_answer.add_permits(1);
    let set: DocumentSetView = loop {
        let again = generate(&server, &zoe, JOB, Some("k"), &body).await;
        match again.status() {
            StatusCode::OK => break json(again).await,
            status => assert_eq!(status, StatusCode::CONFLICT, "it is never made twice"),
        }
    };
    assert_eq!(set.version, 1);
    let page: DocumentSetPage = server.read_as("/me/document-sets", &zoe).await;
    assert_eq!(page.document_sets.len(), 1);
}

#[tokio::test]
async fn what_a_crash_left_under_way_is_taken_over() {
    let server = Server::start().await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let body = json!({"posting": posting()});
    let first = generate(&server, &zoe, JOB, Some("k"), &body).await;
    assert_eq!(first.status(), StatusCode::CREATED);
    // As if the server had ended between claim and set.
    let Db::Sqlite { writing, .. } = server.app.db() else {
        panic!("it is SQLite");
    };
    for forget in [
        "update document_requests set document_set_id = null",
        "delete from document_sets",
    ] {
        sqlx::query(forget).execute(writing).await.expect("forgets");
    }
    let early = generate(&server, &zoe, JOB, Some("k"), &body).await;
    problem(early, StatusCode::CONFLICT, "generation_under_way").await;
    server.clock.advance_ms(6 * 60 * 1000);
    let later = generate(&server, &zoe, JOB, Some("k"), &body).await;
    assert_eq!(later.status(), StatusCode::CREATED);
    assert_eq!(json::<DocumentSetView>(later).await.version, 1);
}
