//! The table `refresh_tokens`: hashes only, each with the hash of the token it came from.

use crate::db::{Conn, Result};
use crate::ids::SessionId;
use crate::on;

/// A row.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(crate) struct RefreshTokenRow {
    pub(crate) token_hash: String,
    pub(crate) session_id: SessionId,
    pub(crate) parent_hash: Option<String>,
    pub(crate) issued_at_ms: i64,
    pub(crate) used_at_ms: Option<i64>,
}

/// Inserts a token.
pub(crate) async fn insert(conn: &mut Conn<'_>, row: &RefreshTokenRow) -> Result<()> {
    const SQL: &str = "insert into refresh_tokens
        (token_hash, session_id, parent_hash, issued_at_ms, used_at_ms)
        values ($1, $2, $3, $4, $5)";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(&row.token_hash)
            .bind(&row.session_id)
            .bind(&row.parent_hash)
            .bind(row.issued_at_ms)
            .bind(row.used_at_ms)
            .execute(c)
            .await
            .map(drop)
    })
}

/// The token with this hash.
pub(crate) async fn find(conn: &mut Conn<'_>, hash: &str) -> Result<Option<RefreshTokenRow>> {
    const SQL: &str = "select token_hash, session_id, parent_hash, issued_at_ms, used_at_ms
        from refresh_tokens where token_hash = $1";
    on!(conn, c => sqlx::query_as::<_, RefreshTokenRow>(SQL).bind(hash).fetch_optional(c).await)
}

/// Marks a token as used; `false` if it was used already. Of two at once one wins.
pub(crate) async fn update_used(conn: &mut Conn<'_>, hash: &str, now_ms: i64) -> Result<bool> {
    const SQL: &str =
        "update refresh_tokens set used_at_ms = $2 where token_hash = $1 and used_at_ms is null";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(hash)
            .bind(now_ms)
            .execute(c)
            .await
            .map(|done| done.rows_affected() == 1)
    })
}

/// Deletes the tokens that were used before a time; how many.
pub(crate) async fn delete_used(conn: &mut Conn<'_>, before_ms: i64) -> Result<u64> {
    const SQL: &str = "delete from refresh_tokens where used_at_ms < $1";
    on!(conn, c => {
        sqlx::query(SQL).bind(before_ms).execute(c).await.map(|done| done.rows_affected())
    })
}
