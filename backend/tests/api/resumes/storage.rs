//! Résumés when the place for files or the database fails half-way: nothing is half-written, and
//! what a crash leaves behind is swept away.

use std::sync::Arc;

use bytes::Bytes;
use foothold_backend::adapters::objects::{FoundObject, Objects, Result as ObjectsResult};
use foothold_backend::adapters::objects_fake::{FakeObjects, Mood};
use foothold_backend::db::Db;
use foothold_shared::resume::{ResumeList, ResumeView};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use reqwest::StatusCode;
use serde_json::Value;

use super::files;
use crate::support::{
    DAY_MS, PASSWORD, START_MS, Server, databases, give_keys, json, problem, text,
};

async fn list(server: &Server, session: &Value) -> Vec<ResumeView> {
    server
        .read_as::<ResumeList>("/me/resumes", session)
        .await
        .resumes
}

/// Servers on each database whose files are in memory.
async fn servers() -> Vec<(Server, Arc<FakeObjects>)> {
    let mut servers = Vec::new();
    for (engine, folder, mut config) in databases().await {
        give_keys(&mut config);
        let fake = Arc::new(FakeObjects::default());
        fake.set_now_ms(START_MS);
        let objects = Arc::clone(&fake);
        let server =
            Server::run_changed(engine, folder, config, |app| app.with_objects(objects)).await;
        servers.push((server, fake));
    }
    servers
}

#[tokio::test]
async fn a_full_or_absent_store_is_told_apart_and_keeps_nothing() {
    for (server, fake) in servers().await {
        let session = server.register("zoe@mail.example").await;
        let pdf = files::pdf("Zoe");
        fake.set_mood(Mood::Full);
        let answer = server.upload_as(&session, "cv.pdf", pdf.clone()).await;
        problem(answer, StatusCode::INSUFFICIENT_STORAGE, "storage_full").await;
        fake.set_mood(Mood::Away);
        let answer = server.upload_as(&session, "cv.pdf", pdf.clone()).await;
        problem(
            answer,
            StatusCode::SERVICE_UNAVAILABLE,
            "storage_unavailable",
        )
        .await;
        assert!(list(&server, &session).await.is_empty() && fake.keys().is_empty());

        fake.set_mood(Mood::Well);
        let view: ResumeView = json(server.upload_as(&session, "cv.pdf", pdf).await).await;
        fake.set_mood(Mood::Away);
        let path = format!("/me/resumes/{}/file", view.resume_id);
        problem(
            server.get_as(&path, &session).await,
            StatusCode::SERVICE_UNAVAILABLE,
            "storage_unavailable",
        )
        .await;
        fake.set_mood(Mood::Well);
        assert_eq!(
            server.get_as(&path, &session).await.status(),
            StatusCode::OK
        );
    }
}

/// Objects whose put is the last thing that happens before the database goes away.
#[derive(Debug)]
struct LastPut {
    inner: Arc<FakeObjects>,
    db: std::sync::Mutex<Option<Db>>,
}

impl Objects for LastPut {
    fn put<'a>(&'a self, key: &'a str, bytes: Bytes) -> BoxFuture<'a, ObjectsResult<()>> {
        let db = self.db.lock().expect("nobody panicked").clone();
        async move {
            self.inner.put(key, bytes).await?;
            assert_eq!(self.inner.keys().len(), 1, "the bytes come before the row");
            if let Some(db) = db {
                db.close().await;
            }
            Ok(())
        }
        .boxed()
    }

    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, ObjectsResult<Bytes>> {
        self.inner.get(key)
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, ObjectsResult<()>> {
        self.inner.delete(key)
    }

    fn list<'a>(&'a self, folder: &'a str) -> BoxStream<'a, ObjectsResult<FoundObject>> {
        self.inner.list(folder)
    }

    fn clear_unfinished(&self, before_ms: i64) -> BoxFuture<'_, ObjectsResult<u64>> {
        self.inner.clear_unfinished(before_ms)
    }
}

#[tokio::test]
async fn a_database_that_goes_away_half_way_leaves_neither_row_nor_bytes() {
    for (engine, folder, mut config) in databases().await {
        give_keys(&mut config);
        let inner = Arc::new(FakeObjects::default());
        let objects = Arc::new(LastPut {
            inner: Arc::clone(&inner),
            db: std::sync::Mutex::default(),
        });
        let given = Arc::clone(&objects);
        let server = Server::run_changed(engine, folder, config.clone(), |app| {
            app.with_objects(given)
        })
        .await;
        let session = server.register("zoe@mail.example").await;
        *objects.db.lock().expect("nobody panicked") = Some(server.app.db().clone());
        let answer = server
            .upload_as(&session, "cv.pdf", files::pdf("Zoe"))
            .await;
        problem(answer, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        assert!(inner.keys().is_empty());
        let gone = server.get_as("/me/resumes", &session).await;
        problem(gone, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;

        let back = Server::run(engine, tempfile::tempdir().expect("a folder"), config).await;
        assert!(list(&back, &session).await.is_empty());
    }
}

#[tokio::test]
async fn what_a_crash_left_is_swept_away_and_nothing_else() {
    for (server, fake) in servers().await {
        let session = server.register("zoe@mail.example").await;
        let kept: ResumeView = json(
            server
                .upload_as(&session, "cv.pdf", files::pdf("kept"))
                .await,
        )
        .await;
        let account = text(&session["account"]["account_id"]);
        let put = async |key: &str| fake.put(key, Bytes::from_static(b"x")).await.expect("puts");
        put(&format!("resumes/{account}/abandoned")).await;
        put("resumes/nobody/abandoned").await;
        put("resumes/not-ours").await;
        put("elsewhere/a/b").await;
        server.clock.advance_ms(DAY_MS);
        assert_eq!(
            server.app.resumes().sweep().await.expect("sweeps"),
            0,
            "an upload may be under way"
        );
        fake.set_now_ms(START_MS + DAY_MS);
        put(&format!("resumes/{account}/under-way")).await;
        server.clock.advance_ms(1);
        assert_eq!(server.app.resumes().sweep().await.expect("sweeps"), 2);
        let left = [
            "elsewhere/a/b".to_owned(),
            format!("resumes/{account}/{}", kept.resume_id),
            format!("resumes/{account}/under-way"),
            "resumes/not-ours".to_owned(),
        ];
        let mut keys = fake.keys();
        keys.sort();
        let mut left = left.to_vec();
        left.sort();
        assert_eq!(keys, left);
        let session: Value = json(
            server
                .login("zoe@mail.example", PASSWORD, "192.0.2.1")
                .await,
        )
        .await;
        assert_eq!(list(&server, &session).await, [kept]);
    }
}

#[tokio::test]
async fn a_deletion_holds_even_when_the_store_is_away() {
    for (server, fake) in servers().await {
        let session = server.register("zoe@mail.example").await;
        let view: ResumeView = json(
            server
                .upload_as(&session, "cv.pdf", files::pdf("Zoe"))
                .await,
        )
        .await;
        fake.set_mood(Mood::Away);
        assert_eq!(
            server
                .delete_as(&format!("/me/resumes/{}", view.resume_id), &session)
                .await
                .status(),
            StatusCode::NO_CONTENT
        );
        assert!(list(&server, &session).await.is_empty());
        server.clock.advance_ms(DAY_MS + 1);
        assert!(server.app.resumes().sweep().await.is_err());
        fake.set_mood(Mood::Well);
        assert_eq!(server.app.resumes().sweep().await.expect("sweeps"), 1);
        assert!(fake.keys().is_empty());
    }
}
