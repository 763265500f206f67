//! The table `applications`. Every call names the account: an application's id alone finds nothing.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;
use crate::paging::After;

/// A row of `applications`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ApplicationRow {
    pub(super) application_id: String,
    pub(super) head_sealed: String,
    pub(super) note_sealed: Option<String>,
    pub(super) status: String,
    pub(super) status_at_ms: i64,
    pub(super) submitted_at_ms: i64,
    pub(super) stored_at_ms: i64,
}

pub(super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    application_id: &str,
) -> Result<Option<ApplicationRow>> {
    const SQL: &str = "
        select application_id, head_sealed, note_sealed, status, status_at_ms, submitted_at_ms,
            stored_at_ms
        from applications where account_id = $1 and application_id = $2";
    on!(conn, c => sqlx::query_as::<_, ApplicationRow>(SQL)
        .bind(account).bind(application_id).fetch_optional(c).await)
}

/// A page of applications, the last sent first, after `after`; of one status, where it is given.
pub(super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    status: Option<&str>,
    after: Option<&After>,
    limit: i64,
) -> Result<Vec<ApplicationRow>> {
    const SQL: &str = "
        select application_id, head_sealed, note_sealed, status, status_at_ms, submitted_at_ms,
            stored_at_ms
        from applications
        where account_id = $1
            and ($2 is null or status = $2)
            and ($3 is null or submitted_at_ms < $3
                or (submitted_at_ms = $3 and application_id < $4))
        order by submitted_at_ms desc, application_id desc
        limit $5";
    let submitted_at_ms = after.map(|after| after.at_ms);
    let application_id = after.map(|after| after.id.as_str());
    on!(conn, c => sqlx::query_as::<_, ApplicationRow>(SQL)
        .bind(account)
        .bind(status)
        .bind(submitted_at_ms)
        .bind(application_id)
        .bind(limit)
        .fetch_all(c).await)
}

/// The id, status and time of an account's applications, the last sent first.
pub(super) async fn list_standings(
    conn: &mut Conn<'_>,
    account: &AccountId,
    limit: i64,
) -> Result<Vec<(String, String, i64)>> {
    const SQL: &str = "
        select application_id, status, submitted_at_ms from applications
        where account_id = $1 order by submitted_at_ms desc, application_id desc limit $2";
    on!(conn, c => sqlx::query_as::<_, (String, String, i64)>(SQL)
        .bind(account).bind(limit).fetch_all(c).await)
}

/// Stores a new application. `false` if the account has one with this id.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &ApplicationRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into applications (account_id, application_id, head_sealed, note_sealed, status,
            status_at_ms, submitted_at_ms, stored_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.application_id)
        .bind(&row.head_sealed)
        .bind(&row.note_sealed)
        .bind(&row.status)
        .bind(row.status_at_ms)
        .bind(row.submitted_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Replaces the application if it is still the one that was read: no two seals are alike, and a status says itself.
/// `false` if somebody changed or deleted it in between.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    seen: &ApplicationRow,
    row: &ApplicationRow,
) -> Result<bool> {
    const SQL: &str = "
        update applications set head_sealed = $6, note_sealed = $7, status = $8,
            status_at_ms = $9, submitted_at_ms = $10, stored_at_ms = $11
        where account_id = $1 and application_id = $2 and head_sealed = $3
            and coalesce(note_sealed, '') = $4 and status = $5";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&seen.application_id)
        .bind(&seen.head_sealed)
        .bind(seen.note_sealed.as_deref().unwrap_or_default())
        .bind(&seen.status)
        .bind(&row.head_sealed)
        .bind(&row.note_sealed)
        .bind(&row.status)
        .bind(row.status_at_ms)
        .bind(row.submitted_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Deletes the application. `false` if the account has none with this id.
pub(super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    application_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from applications where account_id = $1 and application_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(application_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

#[cfg(test)]
mod contract;
