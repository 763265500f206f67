//! The table `document_requests`: what a request with a key of its own has led to.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `document_requests`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::documents) struct RequestRow {
    pub(in crate::features::documents) request_hash: String,
    /// `None` while the work is under way.
    pub(in crate::features::documents) document_set_id: Option<String>,
    pub(in crate::features::documents) claimed_at_ms: i64,
}

pub(in crate::features::documents) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    key_hash: &str,
) -> Result<Option<RequestRow>> {
    const SQL: &str = "
        select request_hash, document_set_id, claimed_at_ms
        from document_requests where account_id = $1 and key_hash = $2";
    on!(conn, c => sqlx::query_as::<_, RequestRow>(SQL)
        .bind(account).bind(key_hash).fetch_optional(c).await)
}

/// Claims a key. `false` if it is claimed already.
pub(in crate::features::documents) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    key_hash: &str,
    row: &RequestRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into document_requests (account_id, key_hash, request_hash, document_set_id,
            claimed_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(key_hash)
        .bind(&row.request_hash)
        .bind(&row.document_set_id)
        .bind(row.claimed_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Replaces a claim if it is still the one that was seen. `false` if it is not.
pub(in crate::features::documents) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    key_hash: &str,
    seen: &RequestRow,
    row: &RequestRow,
) -> Result<bool> {
    const SQL: &str = "
        update document_requests set request_hash = $5, document_set_id = $6, claimed_at_ms = $7
        where account_id = $1 and key_hash = $2 and claimed_at_ms = $3
            and coalesce(document_set_id, '') = $4";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(key_hash)
        .bind(seen.claimed_at_ms)
        .bind(seen.document_set_id.as_deref().unwrap_or_default())
        .bind(&row.request_hash)
        .bind(&row.document_set_id)
        .bind(row.claimed_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Gives a claim up whose work is not done, if it is still the one of that time.
pub(in crate::features::documents) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    key_hash: &str,
    claimed_at_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        delete from document_requests
        where account_id = $1 and key_hash = $2 and claimed_at_ms = $3 and document_set_id is null";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(key_hash).bind(claimed_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Forgets what was claimed before a time, and says how many there were.
pub(in crate::features::documents) async fn delete_before(
    conn: &mut Conn<'_>,
    before_ms: i64,
) -> Result<u64> {
    const SQL: &str = "delete from document_requests where claimed_at_ms < $1";
    on!(conn, c => sqlx::query(SQL)
        .bind(before_ms).execute(c).await.map(|done| done.rows_affected()))
}
