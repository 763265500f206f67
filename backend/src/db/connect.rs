//! Opening the database that the address names.

use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Db;

const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(5);
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// What a connection to SQLite may keep in memory to read from, in kibibytes (negative: not in pages).
const CACHE: &str = "-16000";
/// The same of the one that writes: a batch of a thousand jobs changes eight pages for each once there are a million,
/// most of them of indexes in no order, and the next batch many of the same.
const WRITING_CACHE: &str = "-64000";
/// After so many pages (64 MiB) what was written is moved into the database file: taking jobs in changes the same pages
/// of its indexes again and again.
const CHECKPOINT_PAGES: &str = "16000";

/// Why the database could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The address names no database we know.
    #[error("database.url must begin with sqlite:// or postgres://")]
    UnknownScheme,
    /// The address is malformed, or the database refused.
    #[error("the database could not be opened: {0}")]
    Refused(#[source] sqlx::Error),
    /// The folder or file of an SQLite database could not be made.
    #[error("the database file could not be made: {0}")]
    File(#[source] std::io::Error),
}

impl Db {
    /// Opens the database at `url` (`sqlite://path` or `postgres://…`). An SQLite file is made
    /// when it is not there, readable by its owner only.
    ///
    /// # Errors
    /// See [`ConnectError`]; none of them repeats the address, which may hold a password.
    pub async fn connect(url: &str, max_connections: u32) -> Result<Self, ConnectError> {
        if url.starts_with("sqlite:") {
            connect_sqlite(url, max_connections).await
        } else if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url).map_err(ConnectError::Refused)?;
            let pool = PgPoolOptions::new()
                .max_connections(max_connections)
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .connect_with(options)
                .await
                .map_err(ConnectError::Refused)?;
            Ok(Self::Postgres(pool))
        } else {
            Err(ConnectError::UnknownScheme)
        }
    }
}

async fn connect_sqlite(url: &str, max_connections: u32) -> Result<Db, ConnectError> {
    let options = SqliteConnectOptions::from_str(url).map_err(ConnectError::Refused)?;
    let file = options.get_filename().to_owned();
    make_private(&file).map_err(ConnectError::File)?;
    let opened = identity(&file);
    let options = options
        // The file is there now. Should it vanish, an empty one must not quietly take its place.
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(BUSY_TIMEOUT)
        .pragma("cache_size", CACHE)
        .pragma("wal_autocheckpoint", CHECKPOINT_PAGES)
        .foreign_keys(true);
    let pool = |max_connections| {
        let file = file.clone();
        SqlitePoolOptions::new()
            .max_connections(max_connections)
            .acquire_timeout(ACQUIRE_TIMEOUT)
            .before_acquire(move |connection, _| {
                // A deleted file would go on taking writes that nobody ever sees again.
                let is_same_file = identity(&file) == opened;
                // On a full disk SQLite rolls back by itself, and the driver then believes for ever
                // that the transaction is open.
                let is_usable = is_same_file && !connection.is_in_transaction();
                // A connection that is not usable is closed, and a new one is opened in its place.
                Box::pin(async move { Ok(is_usable) })
            })
    };
    let writing = pool(1)
        .connect_with(options.clone().pragma("cache_size", WRITING_CACHE))
        .await
        .map_err(ConnectError::Refused)?;
    // Opened when somebody reads: what is in the file is known by then.
    let reading = pool(max_connections).connect_lazy_with(options);
    Ok(Db::Sqlite { writing, reading })
}

/// What tells a file from another that took its name.
#[cfg(unix)]
fn identity(file: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(file)
        .ok()
        .map(|about| (about.dev(), about.ino()))
}

/// Whether the file is there at all.
#[cfg(not(unix))]
fn identity(file: &Path) -> Option<()> {
    file.exists().then_some(())
}

/// Makes the file and its folder, both for the owner only. SQLite gives its side files (`-wal`,
/// `-shm`) the mode of the database file.
fn make_private(file: &Path) -> std::io::Result<()> {
    if file.as_os_str().is_empty() || file.as_os_str() == ":memory:" {
        return Ok(());
    }
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        make_private_folder(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file).map(drop)
}

/// Makes a folder that only its owner can enter; one that is there already stays as it is.
///
/// # Errors
/// If it cannot be made.
pub fn make_private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[tokio::test]
    async fn the_file_and_its_folder_are_for_the_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = tempfile::tempdir().expect("a folder");
        let file = scratch.path().join("data/foothold.db");
        let db = Db::connect(&format!("sqlite://{}", file.display()), 2)
            .await
            .expect("opens");
        db.migrate().await.expect("migrates");
        for entry in std::fs::read_dir(scratch.path().join("data")).expect("lists") {
            let mode = entry
                .and_then(|entry| entry.metadata())
                .expect("a file")
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        let folder = std::fs::metadata(scratch.path().join("data")).expect("a folder");
        assert_eq!(folder.permissions().mode() & 0o777, 0o700);
    }

    #[tokio::test]
    async fn an_unknown_address_is_refused_without_repeating_it() {
        let error = Db::connect("mysql://user:secret@host/db", 1)
            .await
            .expect_err("refused");
        assert!(!error.to_string().contains("secret"));
    }
}
