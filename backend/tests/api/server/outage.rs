//! The database gone, full or damaged: a clear answer, nothing half-written, and work goes on when
//! it is back.

use std::sync::Arc;

use foothold_backend::db::{Conn, Db};
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::io::copy_bidirectional;
use tokio::net::TcpStream;
use tokio::sync::watch;

use crate::support::{Loopback, PASSWORD, Server, give_keys, problem, test_config};

async fn count(db: &Db, table: &'static str) -> i64 {
    let sql = sqlx::AssertSqlSafe(format!("select count(*) from {table}"));
    let mut held = db.read().await.expect("a connection");
    let row: (i64,) = match held.conn() {
        Conn::Sqlite(c) => sqlx::query_as(sql).fetch_one(c).await,
        Conn::Postgres(c) => sqlx::query_as(sql).fetch_one(c).await,
    }
    .expect("counts");
    row.0
}

#[tokio::test]
async fn a_closed_database_is_said_plainly_everywhere() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        server.app.db().close().await;
        let answers = [
            server.get_as("/me", &session).await,
            server.get_as("/me/sessions", &session).await,
            server
                .login("zoe@mail.example", PASSWORD, "192.0.2.1")
                .await,
            server.refresh(&session["refresh_token"]).await,
        ];
        for response in answers {
            assert_eq!(response.headers()["retry-after"], "30");
            problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        }
        let ready = server.get("/readyz").send().await.expect("answers");
        let said = problem(ready, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        assert_eq!(said.detail, "Not available now: database.");
        let alive = server.get("/healthz").send().await.expect("answers");
        assert_eq!(alive.status(), StatusCode::OK);
    }
}

#[tokio::test]
async fn a_full_disk_refuses_an_account_and_keeps_what_was_there() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    // No page more than there are: what a full disk is to SQLite. The limit holds for the one
    // connection that writes until it is replaced.
    let mut tx = server.app.db().begin().await.expect("a connection");
    let Conn::Sqlite(connection) = tx.conn() else {
        panic!("this test is SQLite's")
    };
    sqlx::query("pragma max_page_count = 1")
        .execute(connection)
        .await
        .expect("limits");
    tx.commit().await.expect("commits");
    for n in 0..40 {
        let accounts = count(server.app.db(), "accounts").await;
        let body = json!({"email": format!("{n}@mail.example"), "password": PASSWORD});
        let response = server
            .post("/register", &body)
            .send()
            .await
            .expect("answers");
        if response.status() == StatusCode::CREATED {
            continue;
        }
        problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        for table in ["accounts", "sessions", "refresh_tokens"] {
            assert_eq!(
                count(server.app.db(), table).await,
                accounts,
                "half of it in {table}"
            );
        }
        server.read_as::<Value>("/me", &session).await;
        // There is room again: the server goes on by itself.
        server.register("back@mail.example").await;
        return;
    }
    panic!("the disk never filled up");
}

#[cfg(unix)]
#[tokio::test]
async fn a_deleted_database_file_takes_no_more_writes() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let folder = server.folder.path().join("data");
    let aside = server.folder.path().join("aside");
    std::fs::rename(&folder, &aside).expect("moves");
    for _ in 0..2 {
        let response = server.get_as("/me", &session).await;
        problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
        let body = json!({"email": "max@mail.example", "password": PASSWORD});
        let response = server
            .post("/register", &body)
            .send()
            .await
            .expect("answers");
        problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
    }
    assert!(!folder.exists(), "no empty database took its place");
    std::fs::rename(&aside, &folder).expect("moves back");
    server.read_as::<Value>("/me", &session).await;
    assert_eq!(count(server.app.db(), "accounts").await, 1);
}

#[cfg(unix)]
#[tokio::test]
async fn an_object_store_that_takes_nothing_is_named() {
    let server = Server::start().await;
    let folder = server.folder.path().join("data/objects");
    let ready = server.get("/readyz").send().await.expect("answers");
    assert_eq!(ready.status(), StatusCode::OK);
    // A file where the folder was: no user, not even root, can put anything below it.
    std::fs::remove_dir_all(&folder).expect("is there");
    std::fs::write(&folder, "").expect("writes");
    let ready = server.get("/readyz").send().await.expect("answers");
    let said = problem(ready, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
    assert_eq!(said.detail, "Not available now: object store.");
}

#[tokio::test]
async fn a_damaged_database_file_is_said_plainly() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let folder = server.folder.path().join("data");
    for entry in std::fs::read_dir(&folder)
        .expect("lists")
        .map(|entry| entry.expect("an entry").path())
    {
        let name = entry
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if name.ends_with(".db") || name.ends_with(".db-wal") {
            let size = std::fs::metadata(&entry).expect("a file").len();
            std::fs::write(&entry, vec![0x55; usize::try_from(size).expect("small")])
                .expect("writes");
        }
    }
    let response = server.get_as("/me", &session).await;
    problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
}

/// A relay between the server and PostgreSQL that can be cut and mended.
struct Relay {
    listening: Loopback,
    is_open: watch::Sender<bool>,
}

impl Relay {
    async fn to(target: String) -> Self {
        let (is_open, watched) = watch::channel(true);
        let relay = move |here| relay(here, target.clone(), watched.clone());
        let listening = Loopback::serving(relay).await;
        Self { listening, is_open }
    }
}

/// Carries bytes both ways while the relay is open.
async fn relay(mut here: TcpStream, target: String, mut is_open: watch::Receiver<bool>) {
    if !*is_open.borrow_and_update() {
        return;
    }
    let Ok(mut there) = TcpStream::connect(target).await else {
        return;
    };
    tokio::select! {
        _ = copy_bidirectional(&mut here, &mut there) => {}
        _ = is_open.wait_for(|is_open| !is_open) => {}
    }
}

#[tokio::test]
async fn postgres_that_goes_away_and_comes_back() {
    let Some(url) = foothold_backend::testing::postgres_url().await else {
        return;
    };
    let target = url
        .split('@')
        .nth(1)
        .and_then(|rest| rest.split('/').next())
        .expect("a host");
    let relay = Relay::to(target.to_owned()).await;
    let folder = tempfile::tempdir().expect("a folder");
    let mut config = test_config(&folder);
    config.database.url = url.replacen(target, &relay.listening.address, 1).into();
    give_keys(&mut config);
    let server = Server::run("postgres", folder, config).await;
    let session = server.register("zoe@mail.example").await;

    relay.is_open.send_replace(false);
    let response = server.get_as("/me", &session).await;
    problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
    let body = json!({"email": "max@mail.example", "password": PASSWORD});
    let response = server
        .post("/register", &body)
        .send()
        .await
        .expect("answers");
    problem(response, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;

    relay.is_open.send_replace(true);
    server.read_as::<Value>("/me", &session).await;
    server.register("max@mail.example").await;
}

#[tokio::test]
async fn writers_at_once_wait_for_each_other() {
    for server in Server::on_each_database().await {
        let server = Arc::new(server);
        let all = (0..12).map(|n| {
            let server = Arc::clone(&server);
            async move { server.register(&format!("{n}@mail.example")).await }
        });
        futures_util::future::join_all(all).await;
        assert_eq!(count(server.app.db(), "accounts").await, 12);
    }
}
