//! Reading and replacing sealed texts of any table, for the rotation of keys.

use sqlx::AssertSqlSafe;

use super::{Conn, Result};
use crate::crypto::SealedColumn;
use crate::on;

/// One sealed text with its row's key.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(crate) struct SealedRow {
    /// The row's key.
    pub(crate) row_key: String,
    /// The sealed text.
    pub(crate) sealed: String,
}

/// The next texts in the order of their keys that are not sealed with the given key.
pub(crate) async fn list_stale(
    conn: &mut Conn<'_>,
    column: &SealedColumn,
    active_key: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<SealedRow>> {
    let SealedColumn { table, key, column } = *column;
    // The names are constants of this program, never input.
    let sql = format!(
        "select {key} as row_key, {column} as sealed from {table}
         where {key} > $1 and {column} is not null and substr({column}, 1, length($2)) <> $2
         order by {key} limit $3"
    );
    on!(conn, c => {
        sqlx::query_as::<_, SealedRow>(AssertSqlSafe(sql))
            .bind(after)
            .bind(format!("{active_key}."))
            .bind(limit)
            .fetch_all(c)
            .await
    })
}

/// Replaces a sealed text, unless somebody wrote another in the meantime; whether it did.
pub(crate) async fn update(
    conn: &mut Conn<'_>,
    column: &SealedColumn,
    old: &SealedRow,
    sealed: &str,
) -> Result<bool> {
    let SealedColumn { table, key, column } = *column;
    let sql = format!("update {table} set {column} = $3 where {key} = $1 and {column} = $2");
    on!(conn, c => {
        sqlx::query(AssertSqlSafe(sql))
            .bind(&old.row_key)
            .bind(&old.sealed)
            .bind(sealed)
            .execute(c)
            .await
            .map(|done| done.rows_affected() == 1)
    })
}
