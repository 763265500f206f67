//! The table `profiles`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// The four parts, each sealed for its own column of its own row.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct SealedParts {
    pub(super) contact_sealed: String,
    pub(super) address_sealed: String,
    pub(super) demographics_sealed: String,
    pub(super) background_sealed: String,
}

/// A row of `profiles`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ProfileRow {
    pub(super) version: i64,
    #[sqlx(flatten)]
    pub(super) parts: SealedParts,
}

pub(super) async fn find(conn: &mut Conn<'_>, account: &AccountId) -> Result<Option<ProfileRow>> {
    const SQL: &str = "
        select version, contact_sealed, address_sealed, demographics_sealed, background_sealed
        from profiles where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, ProfileRow>(SQL).bind(account).fetch_optional(c).await)
}

/// The accounts that have a profile, after one of them, in the order of their ids.
pub(super) async fn list_accounts(
    conn: &mut Conn<'_>,
    after: &str,
    limit: i64,
) -> Result<Vec<AccountId>> {
    const SQL: &str = "
        select account_id from profiles where account_id > $1 order by account_id limit $2";
    on!(conn, c => sqlx::query_scalar::<_, AccountId>(SQL).bind(after).bind(limit)
        .fetch_all(c).await)
}

/// Stores an account's first profile, as version 1. `false` if it has one already.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    parts: &SealedParts,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        insert into profiles (account_id, version, contact_sealed, address_sealed,
            demographics_sealed, background_sealed, saved_at_ms)
        values ($1, 1, $2, $3, $4, $5, $6)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&parts.contact_sealed)
        .bind(&parts.address_sealed)
        .bind(&parts.demographics_sealed)
        .bind(&parts.background_sealed)
        .bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Replaces the profile if it is still at `version`, and counts the version up. `false` if it is
/// not: somebody saved in between.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    version: i64,
    parts: &SealedParts,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update profiles set version = version + 1, contact_sealed = $3, address_sealed = $4,
            demographics_sealed = $5, background_sealed = $6, saved_at_ms = $7
        where account_id = $1 and version = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(version)
        .bind(&parts.contact_sealed)
        .bind(&parts.address_sealed)
        .bind(&parts.demographics_sealed)
        .bind(&parts.background_sealed)
        .bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

#[cfg(test)]
mod contract;
