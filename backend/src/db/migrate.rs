//! Bringing the schema up to date: `migrations/common` with the database's own folder merged in.
//!
//! Migrations only add; anything else is expand, then contract. PostgreSQL runs them under an
//! advisory lock (sqlx takes it), so that several instances can start at once.

use sqlx::migrate::{MigrateError, Migrator};

use super::Db;

static COMMON: Migrator = sqlx::migrate!("../migrations/common");
static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

fn merged(own: &Migrator) -> Migrator {
    Migrator::with_migrations(COMMON.iter().chain(own.iter()).cloned().collect())
}

impl Db {
    /// Applies every migration that is not applied yet; each is all or nothing.
    ///
    /// # Errors
    /// If the database refuses one, or holds other migrations than this program knows.
    pub async fn migrate(&self) -> Result<(), MigrateError> {
        match self {
            Self::Sqlite { writing, .. } => merged(&SQLITE).run(writing).await,
            Self::Postgres(pool) => merged(&POSTGRES).run(pool).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_version_is_used_twice() {
        for own in [&SQLITE, &POSTGRES] {
            let merged = merged(own);
            let versions: Vec<i64> = merged.iter().map(|migration| migration.version).collect();
            assert!(
                versions.windows(2).all(|pair| pair[0] < pair[1]),
                "{versions:?}"
            );
        }
    }

    #[test]
    fn both_databases_know_the_same_versions() {
        let versions = |own| merged(own).iter().map(|m| m.version).collect::<Vec<_>>();
        assert_eq!(versions(&SQLITE), versions(&POSTGRES));
    }
}
