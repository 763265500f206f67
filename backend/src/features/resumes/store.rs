//! The tables `resumes` and `resume_shelves`. Every call names the account: a résumé's id alone
//! finds nothing.

pub(super) mod readings;

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `resumes`, and whether it is the default.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ResumeRow {
    pub(super) resume_id: String,
    pub(super) file_name_sealed: String,
    /// See `model::format_word`.
    pub(super) format: String,
    pub(super) size_bytes: i64,
    pub(super) sha256: String,
    pub(super) uploaded_at_ms: i64,
    /// Name and tags of the person's own; set by `update_label` alone.
    pub(super) label_sealed: Option<String>,
    pub(super) is_default: bool,
}

pub(super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: &str,
) -> Result<Option<ResumeRow>> {
    const SQL: &str = "
        select r.resume_id, r.file_name_sealed, r.format, r.size_bytes, r.sha256, r.uploaded_at_ms,
            r.label_sealed,
            coalesce(s.default_resume_id = r.resume_id, false) as is_default
        from resumes r left join resume_shelves s on s.account_id = r.account_id
        where r.account_id = $1 and r.resume_id = $2";
    on!(conn, c => sqlx::query_as::<_, ResumeRow>(SQL)
        .bind(account).bind(resume_id).fetch_optional(c).await)
}

/// The account's résumé with these bytes.
pub(super) async fn find_by_sha256(
    conn: &mut Conn<'_>,
    account: &AccountId,
    sha256: &str,
) -> Result<Option<ResumeRow>> {
    const SQL: &str = "
        select r.resume_id, r.file_name_sealed, r.format, r.size_bytes, r.sha256, r.uploaded_at_ms,
            r.label_sealed,
            coalesce(s.default_resume_id = r.resume_id, false) as is_default
        from resumes r left join resume_shelves s on s.account_id = r.account_id
        where r.account_id = $1 and r.sha256 = $2";
    on!(conn, c => sqlx::query_as::<_, ResumeRow>(SQL)
        .bind(account).bind(sha256).fetch_optional(c).await)
}

/// The account's résumés, newest first.
pub(super) async fn list(conn: &mut Conn<'_>, account: &AccountId) -> Result<Vec<ResumeRow>> {
    const SQL: &str = "
        select r.resume_id, r.file_name_sealed, r.format, r.size_bytes, r.sha256, r.uploaded_at_ms,
            r.label_sealed,
            coalesce(s.default_resume_id = r.resume_id, false) as is_default
        from resumes r left join resume_shelves s on s.account_id = r.account_id
        where r.account_id = $1
        order by r.uploaded_at_ms desc, r.resume_id desc";
    on!(conn, c => sqlx::query_as::<_, ResumeRow>(SQL).bind(account).fetch_all(c).await)
}

/// How many résumés the account has.
pub(super) async fn count(conn: &mut Conn<'_>, account: &AccountId) -> Result<i64> {
    const SQL: &str = "select cast(count(*) as bigint) from resumes where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores a résumé; whether it is the default stands on the shelf. `false` if the account has one
/// with these bytes.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &ResumeRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into resumes (resume_id, account_id, file_name_sealed, format, size_bytes, sha256,
            uploaded_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(&row.resume_id)
        .bind(account)
        .bind(&row.file_name_sealed)
        .bind(&row.format)
        .bind(row.size_bytes)
        .bind(&row.sha256)
        .bind(row.uploaded_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Deletes a résumé. `false` if the account has none with this id.
pub(super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from resumes where account_id = $1 and resume_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(resume_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Takes the account's shelf (made if it is not there) for this transaction: until its end nobody
/// else adds, deletes or chooses a résumé of this account.
pub(super) async fn lock_shelf(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into resume_shelves (account_id, default_resume_id, changed_at_ms)
        values ($1, null, $2)
        on conflict (account_id) do update set changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// Makes a résumé the account's default.
pub(super) async fn update_default(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: Option<&str>,
) -> Result<()> {
    const SQL: &str = "update resume_shelves set default_resume_id = $2 where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(resume_id).execute(c).await.map(drop))
}

/// Replaces the person's own name and tags. `false` if the account has no such résumé.
pub(super) async fn update_label(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: &str,
    label_sealed: Option<&str>,
) -> Result<bool> {
    const SQL: &str =
        "update resumes set label_sealed = $3 where account_id = $1 and resume_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(resume_id).bind(label_sealed)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// The next résumés after `after`, in the order of their ids.
pub(super) async fn list_ids(
    conn: &mut Conn<'_>,
    after: &str,
    limit: i64,
) -> Result<Vec<(AccountId, String)>> {
    const SQL: &str = "
        select account_id, resume_id from resumes where resume_id > $1 order by resume_id limit $2";
    on!(conn, c => sqlx::query_as::<_, (AccountId, String)>(SQL)
        .bind(after).bind(limit).fetch_all(c).await)
}

#[cfg(test)]
mod contract;
