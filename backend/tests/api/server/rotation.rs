//! Changing the sealing key, and what is sealed in the first place.

use crate::support::{PASSWORD, Server, json};
use foothold_backend::app::SEALED;
use foothold_backend::crypto::SealedColumn;
use foothold_backend::db::Conn;
use foothold_backend::rotate::{Counts, rotate};
use foothold_backend::testing;
use reqwest::StatusCode;
use serde_json::Value;

const EMAILS: SealedColumn = SealedColumn {
    table: "accounts",
    key: "account_id",
    column: "email_sealed",
};

async fn texts(server: &Server, sql: &'static str) -> Vec<String> {
    let mut held = server.app.db().read().await.expect("a connection");
    let rows: Vec<(String,)> = match held.conn() {
        Conn::Sqlite(c) => sqlx::query_as(sql).fetch_all(c).await,
        Conn::Postgres(c) => sqlx::query_as(sql).fetch_all(c).await,
    }
    .expect("reads");
    rows.into_iter().map(|row| row.0).collect()
}

async fn run(server: &Server, sql: &'static str) {
    let mut tx = server.app.db().begin().await.expect("a connection");
    match tx.conn() {
        Conn::Sqlite(c) => sqlx::query(sql).execute(c).await.map(drop),
        Conn::Postgres(c) => sqlx::query(sql).execute(c).await.map(drop),
    }
    .expect("runs");
    tx.commit().await.expect("commits");
}

/// Servers whose values are sealed with the first of the keys that [`testing::keyring`] knows.
async fn servers() -> Vec<Server> {
    Server::on_each_database_with(crate::support::give_keys).await
}

#[tokio::test]
async fn every_sealed_value_gets_the_active_key_and_can_be_read_as_before() {
    for server in servers().await {
        for n in 0..3 {
            server.register(&format!("{n}@mail.example")).await;
        }
        let newer = testing::keyring("k2");
        let first = rotate(server.app.db(), &newer, &EMAILS)
            .await
            .expect("rotates");
        assert_eq!(
            first,
            Counts {
                rotated: 3,
                failed: 0
            }
        );
        let again = rotate(server.app.db(), &newer, &EMAILS)
            .await
            .expect("rotates");
        assert_eq!(again, Counts::default(), "what is done stays done");
        for sealed in texts(&server, "select email_sealed from accounts").await {
            assert!(sealed.starts_with("k2."));
        }
        let older = rotate(server.app.db(), &testing::keyring("k1"), &EMAILS).await;
        assert_eq!(older.expect("rotates back").rotated, 3);
        let session: Value =
            json(server.login("1@mail.example", PASSWORD, "192.0.2.1").await).await;
        assert_eq!(session["account"]["email"], "1@mail.example");
    }
}

#[tokio::test]
async fn more_than_a_batch_is_rotated_and_what_does_not_open_stays() {
    for server in servers().await {
        server.register("zoe@mail.example").await;
        run(
            &server,
            "insert into accounts
             select 'copy-' || n, 'hash-' || n, email_sealed, password_hash, created_at_ms
             from accounts, (with recursive numbers (n) as
                (select 1 union all select n + 1 from numbers where n < 250)
                select n from numbers) as numbers",
        )
        .await;
        // The copies are sealed for another row: they must not open, and must not be lost.
        let before = texts(
            &server,
            "select email_sealed from accounts where account_id like 'copy-%'",
        )
        .await;
        let counts = rotate(server.app.db(), &testing::keyring("k2"), &EMAILS).await;
        assert_eq!(
            counts.expect("rotates"),
            Counts {
                rotated: 1,
                failed: 250
            }
        );
        let after = texts(
            &server,
            "select email_sealed from accounts where account_id like 'copy-%'",
        )
        .await;
        assert_eq!(before, after);
    }
}

#[tokio::test]
async fn every_listed_column_is_there() {
    for server in servers().await {
        for column in SEALED.iter().copied().flatten() {
            rotate(server.app.db(), &testing::keyring("k2"), column)
                .await
                .expect("the column is there");
        }
    }
}

#[tokio::test]
async fn neither_address_nor_password_nor_token_is_stored_in_the_clear() {
    let server = Server::start().await;
    let session = server.register("zoe.distinctive@mail.example").await;
    server
        .login("zoe.distinctive@mail.example", PASSWORD, "203.0.113.77")
        .await;
    assert_eq!(
        server.get_as("/me", &session).await.status(),
        StatusCode::OK
    );
    let refresh = crate::support::text(&session["refresh_token"]).to_owned();
    run(&server, "delete from accounts where account_id = 'nobody'").await;
    for entry in std::fs::read_dir(server.folder.path().join("data")).expect("lists") {
        let bytes = std::fs::read(entry.expect("an entry").path()).unwrap_or_default();
        for secret in [
            "zoe.distinctive",
            PASSWORD,
            refresh.as_str(),
            "203.0.113.77",
        ] {
            let found = bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is stored as it is");
        }
    }
}
