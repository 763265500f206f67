//! The database: SQLite or PostgreSQL behind one [`Conn`], chosen by the address.
//!
//! A feature's `store.rs` takes `&mut Conn<'_>` and writes one SQL text for both through [`on!`].
//! Its service opens a [`Tx`] with [`Db::begin`] to write and a [`Held`] connection with
//! [`Db::read`] to read.
//! What must not happen here: knowledge of any feature's tables.

mod connect;
mod error;
pub(crate) mod many;
mod migrate;
pub(crate) mod sealed;

use sqlx::pool::PoolConnection;
use sqlx::{PgConnection, PgPool, Postgres, Sqlite, SqliteConnection, SqlitePool, Transaction};

pub use connect::{ConnectError, make_private_folder};
pub use error::{Error, is_unavailable};
/// Why a migration did not run.
pub use sqlx::migrate::MigrateError;

/// The result of a store function.
pub type Result<T> = std::result::Result<T, Error>;

/// The open database. Clones share its connections.
#[derive(Debug, Clone)]
pub enum Db {
    /// The embedded default. It lets one write at a time: whoever wants to waits for the one connection that does, which
    /// keeps the pages that it wrote in its memory for the next. A connection forgets all it read when another one wrote.
    Sqlite {
        /// One connection.
        writing: SqlitePool,
        /// The others. They can write, too; a transaction of [`Db::begin`] is never theirs.
        reading: SqlitePool,
    },
    /// For several instances that share the work.
    Postgres(PgPool),
}

/// One connection, as store functions take it.
#[derive(Debug)]
pub enum Conn<'c> {
    /// To SQLite.
    Sqlite(&'c mut SqliteConnection),
    /// To PostgreSQL.
    Postgres(&'c mut PgConnection),
}

/// An open transaction; dropping it rolls back.
#[derive(Debug)]
pub enum Tx {
    /// On SQLite, begun with `BEGIN IMMEDIATE`.
    Sqlite(Transaction<'static, Sqlite>),
    /// On PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// A connection from the pool, for reading.
#[derive(Debug)]
pub enum Held {
    /// To SQLite.
    Sqlite(PoolConnection<Sqlite>),
    /// To PostgreSQL.
    Postgres(PoolConnection<Postgres>),
}

impl Db {
    /// Begins a transaction to write in. On SQLite it takes the write lock at once, so that a
    /// read followed by a write cannot fail half-way.
    ///
    /// # Errors
    /// If no connection is to be had.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match self {
            Self::Sqlite { writing, .. } => {
                Tx::Sqlite(writing.begin_with("BEGIN IMMEDIATE").await?)
            }
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Takes a connection to read from.
    ///
    /// # Errors
    /// If no connection is to be had.
    pub async fn read(&self) -> Result<Held> {
        Ok(match self {
            Self::Sqlite { reading, .. } => Held::Sqlite(reading.acquire().await?),
            Self::Postgres(pool) => Held::Postgres(pool.acquire().await?),
        })
    }

    /// Asks the database for an answer that needs the schema, to learn whether it is there.
    ///
    /// # Errors
    /// If it does not answer.
    pub async fn ping(&self) -> Result<()> {
        let mut held = self.read().await?;
        on!(&mut held.conn(), c => {
            sqlx::query("select 1 from _sqlx_migrations limit 1").execute(c).await.map(drop)
        })
    }

    /// Closes every connection; later calls answer that the database is gone.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { writing, reading } => {
                writing.close().await;
                reading.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// The transaction's connection.
    pub fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(tx) => Conn::Sqlite(&mut *tx),
            Self::Postgres(tx) => Conn::Postgres(&mut *tx),
        }
    }

    /// Makes what was written last.
    ///
    /// # Errors
    /// If the database could not keep it; then nothing was written.
    pub async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

impl Held {
    /// The connection.
    pub fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Sqlite(held) => Conn::Sqlite(&mut *held),
            Self::Postgres(held) => Conn::Postgres(&mut *held),
        }
    }
}

/// Runs one expression on whichever database a `&mut Conn<'_>` leads to.
///
/// ```text
/// on!(conn, c => sqlx::query_as::<_, Row>(FIND).bind(id).fetch_optional(c).await)
/// ```
#[macro_export]
macro_rules! on {
    ($conn:expr, $c:ident => $body:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite($c) => {
                let $c = &mut **$c;
                $body
            }
            $crate::db::Conn::Postgres($c) => {
                let $c = &mut **$c;
                $body
            }
        }
    };
}
pub use on;
