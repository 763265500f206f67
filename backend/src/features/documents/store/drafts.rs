//! The tables `resume_drafts` and `resume_draft_versions`: the first says which of the second is the latest.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `resume_drafts` with the version it is at.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::documents) struct DraftRow {
    pub(in crate::features::documents) draft_id: String,
    pub(in crate::features::documents) version: i64,
    pub(in crate::features::documents) draft_sealed: String,
    pub(in crate::features::documents) created_at_ms: i64,
    pub(in crate::features::documents) saved_at_ms: i64,
}

/// A row of `resume_draft_versions`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::documents) struct VersionRow {
    pub(in crate::features::documents) version: i64,
    pub(in crate::features::documents) draft_sealed: String,
    pub(in crate::features::documents) saved_at_ms: i64,
}

pub(in crate::features::documents) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    draft_id: &str,
) -> Result<Option<DraftRow>> {
    const SQL: &str = "
        select d.draft_id, d.version, v.draft_sealed, d.created_at_ms, d.saved_at_ms
        from resume_drafts d join resume_draft_versions v
            on v.account_id = d.account_id and v.draft_id = d.draft_id and v.version = d.version
        where d.account_id = $1 and d.draft_id = $2";
    on!(conn, c => sqlx::query_as::<_, DraftRow>(SQL)
        .bind(account).bind(draft_id).fetch_optional(c).await)
}

/// The account's drafts, the last saved first.
pub(in crate::features::documents) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Vec<DraftRow>> {
    const SQL: &str = "
        select d.draft_id, d.version, v.draft_sealed, d.created_at_ms, d.saved_at_ms
        from resume_drafts d join resume_draft_versions v
            on v.account_id = d.account_id and v.draft_id = d.draft_id and v.version = d.version
        where d.account_id = $1
        order by d.saved_at_ms desc, d.draft_id desc";
    on!(conn, c => sqlx::query_as::<_, DraftRow>(SQL).bind(account).fetch_all(c).await)
}

/// How many drafts the account has.
pub(in crate::features::documents) async fn count(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<i64> {
    const SQL: &str = "select cast(count(*) as bigint) from resume_drafts where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores a draft's first version. `false` if the account has a draft with this id.
pub(in crate::features::documents) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &DraftRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into resume_drafts (account_id, draft_id, version, created_at_ms, saved_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.draft_id)
        .bind(row.version)
        .bind(row.created_at_ms)
        .bind(row.saved_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    if done == 0 {
        return Ok(false);
    }
    insert_version(conn, account, row).await?;
    Ok(true)
}

/// Adds the version that follows `seen` and makes it the latest. `false` if `seen` is not the latest any more.
pub(in crate::features::documents) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    seen: i64,
    row: &DraftRow,
) -> Result<bool> {
    const SQL: &str = "
        update resume_drafts set version = $4, saved_at_ms = $5
        where account_id = $1 and draft_id = $2 and version = $3";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.draft_id)
        .bind(seen)
        .bind(row.version)
        .bind(row.saved_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    if done == 0 {
        return Ok(false);
    }
    insert_version(conn, account, row).await?;
    Ok(true)
}

async fn insert_version(conn: &mut Conn<'_>, account: &AccountId, row: &DraftRow) -> Result<()> {
    const SQL: &str = "
        insert into resume_draft_versions (account_id, draft_id, version, draft_sealed, saved_at_ms)
        values ($1, $2, $3, $4, $5)";
    on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.draft_id)
        .bind(row.version)
        .bind(&row.draft_sealed)
        .bind(row.saved_at_ms)
        .execute(c).await.map(drop))
}

/// The kept versions of a draft, the newest first.
pub(in crate::features::documents) async fn list_versions(
    conn: &mut Conn<'_>,
    account: &AccountId,
    draft_id: &str,
) -> Result<Vec<VersionRow>> {
    const SQL: &str = "
        select version, draft_sealed, saved_at_ms from resume_draft_versions
        where account_id = $1 and draft_id = $2 order by version desc";
    on!(conn, c => sqlx::query_as::<_, VersionRow>(SQL)
        .bind(account).bind(draft_id).fetch_all(c).await)
}

pub(in crate::features::documents) async fn find_version(
    conn: &mut Conn<'_>,
    account: &AccountId,
    draft_id: &str,
    version: i64,
) -> Result<Option<VersionRow>> {
    const SQL: &str = "
        select version, draft_sealed, saved_at_ms from resume_draft_versions
        where account_id = $1 and draft_id = $2 and version = $3";
    on!(conn, c => sqlx::query_as::<_, VersionRow>(SQL)
        .bind(account).bind(draft_id).bind(version).fetch_optional(c).await)
}

/// Forgets a draft's versions up to one, that one too.
pub(in crate::features::documents) async fn delete_versions(
    conn: &mut Conn<'_>,
    account: &AccountId,
    draft_id: &str,
    up_to: i64,
) -> Result<()> {
    const SQL: &str = "
        delete from resume_draft_versions
        where account_id = $1 and draft_id = $2 and version <= $3";
    on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(draft_id).bind(up_to).execute(c).await.map(drop))
}

/// Deletes a draft with its versions. `false` if the account has none with this id.
pub(in crate::features::documents) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    draft_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from resume_drafts where account_id = $1 and draft_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(draft_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}
