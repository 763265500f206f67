//! What the store promises, checked on both databases.

use super::accounts::AccountRow;
use super::refresh_tokens::RefreshTokenRow;
use super::sessions::SessionRow;
use super::{accounts, attempts, refresh_tokens, sessions};
use crate::db::{Conn, Db, Result};
use crate::ids::{AccountId, SessionId};
use crate::testing;

fn account_id() -> AccountId {
    "account-1".to_owned().into()
}

fn session_id() -> SessionId {
    "session-1".to_owned().into()
}

fn account(id: &str, email_hash: &str) -> AccountRow {
    AccountRow {
        account_id: id.to_owned().into(),
        email_hash: email_hash.to_owned(),
        email_sealed: "k1.sealed".to_owned(),
        password_hash: "$argon2id$".to_owned(),
        created_at_ms: 5_000_000_000_000,
    }
}

fn session(id: &str, created_at_ms: i64) -> SessionRow {
    SessionRow {
        session_id: id.to_owned().into(),
        account_id: account_id(),
        kind: "token".to_owned(),
        name: "API".to_owned(),
        created_at_ms,
        last_used_at_ms: created_at_ms,
        expires_at_ms: created_at_ms + 100,
        ended_at_ms: None,
    }
}

fn token(hash: &str, parent: Option<&str>) -> RefreshTokenRow {
    RefreshTokenRow {
        token_hash: hash.to_owned(),
        session_id: session_id(),
        parent_hash: parent.map(str::to_owned),
        issued_at_ms: 10,
        used_at_ms: None,
    }
}

#[tokio::test]
async fn every_function_on_both_databases() -> Result<()> {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        println!("on {engine}");
        accounts_contract(&db).await?;
        sessions_contract(&db).await?;
        refresh_tokens_contract(&db).await?;
        attempts_contract(&db).await?;
    }
    Ok(())
}

async fn accounts_contract(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut c = tx.conn();
    assert!(accounts::insert(&mut c, &account("account-1", "hash-1")).await?);
    assert!(
        !accounts::insert(&mut c, &account("account-2", "hash-1")).await?,
        "address taken"
    );
    let found = accounts::find(&mut c, &account_id())
        .await?
        .expect("is there");
    assert_eq!(found.email_hash, "hash-1");
    assert_eq!(found.created_at_ms, 5_000_000_000_000);
    let found = accounts::find_by_email(&mut c, "hash-1")
        .await?
        .expect("is there");
    assert_eq!(
        (found.account_id, found.email_sealed),
        (account_id(), "k1.sealed".to_owned())
    );
    assert_eq!(found.password_hash, "$argon2id$");
    assert!(accounts::find_by_email(&mut c, "hash-2").await?.is_none());
    assert!(
        accounts::find(&mut c, &"nobody".to_owned().into())
            .await?
            .is_none()
    );
    tx.commit().await
}

async fn sessions_contract(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut c = tx.conn();
    for (id, at) in [("session-1", 10), ("session-2", 20), ("session-3", 20)] {
        sessions::insert(&mut c, &session(id, at)).await?;
    }
    assert_eq!(
        sessions::find(&mut c, &session_id()).await?,
        Some(session("session-1", 10))
    );
    assert_eq!(
        open(&mut c, 50).await?,
        ["session-3", "session-2", "session-1"]
    );
    assert_eq!(
        open(&mut c, 110).await?,
        ["session-3", "session-2"],
        "the first ran out"
    );

    sessions::update_used(&mut c, &session_id(), 60, 500).await?;
    let used = sessions::find(&mut c, &session_id())
        .await?
        .expect("is there");
    assert_eq!((used.last_used_at_ms, used.expires_at_ms), (60, 500));

    let second: SessionId = "session-2".to_owned().into();
    let stranger: AccountId = "account-9".to_owned().into();
    assert!(
        !sessions::update_ended(&mut c, &stranger, &second, 70).await?,
        "not theirs"
    );
    assert!(sessions::update_ended(&mut c, &account_id(), &second, 70).await?);
    assert!(
        !sessions::update_ended(&mut c, &account_id(), &second, 71).await?,
        "already over"
    );
    let ended = sessions::find(&mut c, &second).await?.expect("is there");
    assert!(!ended.is_open(70) && ended.ended_at_ms == Some(70));
    assert_eq!(open(&mut c, 70).await?, ["session-3", "session-1"]);

    assert_eq!(sessions::delete_over(&mut c, 71).await?, 1);
    assert!(sessions::find(&mut c, &second).await?.is_none());
    tx.commit().await
}

async fn open(c: &mut Conn<'_>, now_ms: i64) -> Result<Vec<String>> {
    let rows = sessions::list_open(c, &account_id(), now_ms).await?;
    Ok(rows.into_iter().map(|row| row.session_id.into()).collect())
}

async fn refresh_tokens_contract(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut c = tx.conn();
    refresh_tokens::insert(&mut c, &token("first", None)).await?;
    refresh_tokens::insert(&mut c, &token("second", Some("first"))).await?;
    assert_eq!(
        refresh_tokens::find(&mut c, "first").await?,
        Some(token("first", None))
    );
    let second = refresh_tokens::find(&mut c, "second")
        .await?
        .expect("is there");
    assert_eq!(second.parent_hash.as_deref(), Some("first"));
    assert!(refresh_tokens::find(&mut c, "third").await?.is_none());

    assert!(refresh_tokens::update_used(&mut c, "first", 20).await?);
    assert!(
        !refresh_tokens::update_used(&mut c, "first", 21).await?,
        "works once"
    );
    let first = refresh_tokens::find(&mut c, "first")
        .await?
        .expect("is there");
    assert_eq!(first.used_at_ms, Some(20));

    assert_eq!(refresh_tokens::delete_used(&mut c, 20).await?, 0);
    assert_eq!(refresh_tokens::delete_used(&mut c, 21).await?, 1);
    sessions::update_ended(&mut c, &account_id(), &session_id(), 30).await?;
    sessions::delete_over(&mut c, 31).await?;
    assert!(
        refresh_tokens::find(&mut c, "second").await?.is_none(),
        "goes with its session"
    );
    tx.commit().await
}

async fn attempts_contract(db: &Db) -> Result<()> {
    let mut tx = db.begin().await?;
    let mut c = tx.conn();
    let one = attempts::update_failed(&mut c, "s", 1_000, 100).await?;
    assert_eq!(
        (one.failures, one.window_started_at_ms, one.succeeded_at_ms),
        (1, 1_000, None)
    );
    let two = attempts::update_failed(&mut c, "s", 1_099, 100).await?;
    assert_eq!((two.failures, two.window_started_at_ms), (2, 1_000));
    attempts::update_forgiven(&mut c, "s").await?;
    let three = attempts::update_failed(&mut c, "s", 1_099, 100).await?;
    assert_eq!(three.failures, 2);
    let fresh = attempts::update_failed(&mut c, "s", 1_100, 100).await?;
    assert_eq!(
        (fresh.failures, fresh.window_started_at_ms),
        (1, 1_100),
        "a new window"
    );

    assert!(attempts::update_turn(&mut c, "s", 1_100, 10).await?);
    assert!(
        !attempts::update_turn(&mut c, "s", 1_109, 10).await?,
        "the pause lasts"
    );
    assert!(attempts::update_turn(&mut c, "s", 1_110, 10).await?);

    attempts::update_succeeded(&mut c, "s", 1_120).await?;
    let after = attempts::update_failed(&mut c, "s", 1_130, 100).await?;
    assert_eq!((after.failures, after.succeeded_at_ms), (1, Some(1_120)));
    attempts::update_succeeded(&mut c, "new", 5).await?;
    assert_eq!(
        attempts::update_failed(&mut c, "new", 6, 100)
            .await?
            .succeeded_at_ms,
        Some(5)
    );

    assert_eq!(attempts::delete_stale(&mut c, 1_121).await?, 2);
    tx.commit().await
}
