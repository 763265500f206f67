//! The tables `answers` and `answer_shelves`. Every call names the account: an answer's id alone finds nothing.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `answers`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct AnswerRow {
    pub(super) answer_id: String,
    pub(super) answer_sealed: String,
    pub(super) remembered_at_ms: i64,
    pub(super) expires_at_ms: Option<i64>,
    pub(super) stored_at_ms: i64,
}

/// Takes the account's shelf (made if it is not there) for this transaction: until its end nobody else adds or changes
/// an answer of this account.
pub(super) async fn lock_shelf(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into answer_shelves (account_id, changed_at_ms)
        values ($1, $2)
        on conflict (account_id) do update set changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

pub(super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    answer_id: &str,
) -> Result<Option<AnswerRow>> {
    const SQL: &str = "
        select answer_id, answer_sealed, remembered_at_ms, expires_at_ms, stored_at_ms
        from answers where account_id = $1 and answer_id = $2";
    on!(conn, c => sqlx::query_as::<_, AnswerRow>(SQL)
        .bind(account).bind(answer_id).fetch_optional(c).await)
}

/// All answers of the account, newest first.
pub(super) async fn list(conn: &mut Conn<'_>, account: &AccountId) -> Result<Vec<AnswerRow>> {
    const SQL: &str = "
        select answer_id, answer_sealed, remembered_at_ms, expires_at_ms, stored_at_ms
        from answers where account_id = $1
        order by remembered_at_ms desc, answer_id desc";
    on!(conn, c => sqlx::query_as::<_, AnswerRow>(SQL).bind(account).fetch_all(c).await)
}

/// How many answers the account has.
pub(super) async fn count(conn: &mut Conn<'_>, account: &AccountId) -> Result<i64> {
    const SQL: &str = "select cast(count(*) as bigint) from answers where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores a new answer. `false` if the account has one with this id.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &AnswerRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into answers (account_id, answer_id, answer_sealed, remembered_at_ms,
            expires_at_ms, stored_at_ms)
        values ($1, $2, $3, $4, $5, $6)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.answer_id)
        .bind(&row.answer_sealed)
        .bind(row.remembered_at_ms)
        .bind(row.expires_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Replaces the answer. `false` if the account has none with this id.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &AnswerRow,
) -> Result<bool> {
    const SQL: &str = "
        update answers set answer_sealed = $3, remembered_at_ms = $4, expires_at_ms = $5,
            stored_at_ms = $6
        where account_id = $1 and answer_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.answer_id)
        .bind(&row.answer_sealed)
        .bind(row.remembered_at_ms)
        .bind(row.expires_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Deletes the answer. `false` if the account has none with this id.
pub(super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    answer_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from answers where account_id = $1 and answer_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(answer_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

#[cfg(test)]
mod contract;
