//! What tests need from inside: a database of their own on each engine, and a keyring.
//!
//! The server itself never calls this. Tests on PostgreSQL run when `FOOTHOLD_TEST_POSTGRES_URL`
//! is set; `cargo xtask test` always sets it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use foothold_shared::profile::Profile;
use zeroize::Zeroizing;

use crate::app::App;
use crate::chance::{Chance, SeededChance, SystemChance};
use crate::clock::SystemClock;
use crate::crypto::Keyring;
use crate::db::{Conn, Db};
use crate::features::profiles::{ProfileError, Profiles};
use crate::ids::AccountId;
use crate::on;

/// The variable that names a PostgreSQL server for tests.
pub const POSTGRES_VARIABLE: &str = "FOOTHOLD_TEST_POSTGRES_URL";

/// The address of a fresh SQLite database in a folder that the test keeps alive.
#[must_use]
pub fn sqlite_url(folder: &Path) -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!(
        "sqlite://{}",
        folder.join(format!("data/test{count}.db")).display()
    )
}

/// The address of a fresh, empty schema on the PostgreSQL server for tests; `None` without one,
/// after saying so.
///
/// # Panics
/// If the server is named but does not answer.
pub async fn postgres_url() -> Option<String> {
    let Ok(server) = std::env::var(POSTGRES_VARIABLE) else {
        say(&format!(
            "skipped on PostgreSQL: {POSTGRES_VARIABLE} is not set"
        ));
        return None;
    };
    let mut random = [0; 8];
    SystemChance.fill(&mut random);
    let schema = format!("t_{}", hex::encode(random));
    let pool = sqlx::PgPool::connect(&server)
        .await
        .expect("the PostgreSQL for tests answers");
    sqlx::query(sqlx::AssertSqlSafe(format!("create schema {schema}")))
        .execute(&pool)
        .await
        .expect("a schema can be made");
    pool.close().await;
    let joint = if server.contains('?') { '&' } else { '?' };
    Some(format!("{server}{joint}options[search_path]={schema}"))
}

/// A migrated database on each engine that is there, with its name.
///
/// # Panics
/// If one cannot be opened.
pub async fn databases(folder: &Path) -> Vec<(&'static str, Db)> {
    let mut urls = vec![("sqlite", sqlite_url(folder))];
    urls.extend(postgres_url().await.map(|url| ("postgres", url)));
    let mut databases = Vec::new();
    for (engine, url) in urls {
        let db = Db::connect(&url, 4).await.expect("the test database opens");
        db.migrate().await.expect("the test database migrates");
        databases.push((engine, db));
    }
    databases
}

/// An account to hang rows on, in a test that knows nothing else about accounts.
///
/// # Panics
/// If the database refuses it.
pub async fn insert_account(conn: &mut Conn<'_>, account_id: &str) -> AccountId {
    const SQL: &str = "
        insert into accounts (account_id, email_hash, email_sealed, password_hash, created_at_ms)
        values ($1, $1, 'sealed', 'hash', 1)";
    let done = on!(conn, c => sqlx::query(SQL).bind(account_id).execute(c).await.map(drop));
    done.expect("an account is stored");
    account_id.to_owned().into()
}

/// A person with a profile and no password, without the work of making one.
///
/// # Errors
/// When the database refuses it, or the profile cannot be saved.
pub async fn insert_person(
    app: &App,
    account_id: &str,
    profile: Profile,
) -> Result<AccountId, ProfileError> {
    let mut tx = app.db().begin().await?;
    let account = insert_account(&mut tx.conn(), account_id).await;
    tx.commit().await?;
    let profiles = Profiles::new(
        app.db().clone(),
        app.keyring().clone(),
        Arc::new(SystemClock),
    );
    profiles.save(&account, 0, profile).await?;
    Ok(account)
}

/// A keyring with the keys `k1` and `k2`, the named one active.
///
/// # Panics
/// If the named one is neither.
#[must_use]
pub fn keyring(active: &str) -> Keyring {
    let keys = BTreeMap::from([
        ("k1".to_owned(), Zeroizing::new([1; 32])),
        ("k2".to_owned(), Zeroizing::new([2; 32])),
    ]);
    Keyring::new(active, &keys, Arc::new(SeededChance::new(7))).expect("k1 or k2")
}

#[expect(
    clippy::print_stdout,
    reason = "a test that runs less says so where its result is read"
)]
fn say(line: &str) {
    println!("{line}");
}
