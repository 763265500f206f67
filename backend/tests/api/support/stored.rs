//! What a server keeps in its database, as somebody sees it who has a copy.

use foothold_backend::db::Db;

use super::Server;

/// The bytes of every database file, or the text of rows.
pub(crate) struct Stored {
    bytes: Vec<u8>,
    engine: &'static str,
}

impl Server {
    /// All that is stored: of SQLite whole files, of PostgreSQL what this statement selects as text.
    pub(crate) async fn stored(&self, rows: &'static str) -> Stored {
        let bytes = match self.app.db() {
            Db::Sqlite { .. } => std::fs::read_dir(self.folder.path().join("data"))
                .expect("lists")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.to_string_lossy().contains(".db"))
                .flat_map(|path| std::fs::read(path).expect("reads"))
                .collect(),
            Db::Postgres(pool) => sqlx::query_scalar::<_, String>(rows)
                .fetch_all(pool)
                .await
                .expect("reads")
                .concat()
                .into_bytes(),
        };
        Stored {
            bytes,
            engine: self.engine,
        }
    }
}

impl Stored {
    /// How many bytes it is.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn holds(&self, text: &str) -> bool {
        self.bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    }

    /// Asserts that none of these can be read.
    pub(crate) fn hides(&self, secrets: &[&str]) {
        for secret in secrets {
            assert!(
                !self.holds(secret),
                "{secret} is readable on {}",
                self.engine
            );
        }
    }
}
