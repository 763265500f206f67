//! The table `own_jobs`. Every call names the account.

use sqlx::AssertSqlSafe;

use crate::db::many::places;
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A posting that a person saved from a page.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct OwnRow {
    pub(in super::super) job_id: String,
    pub(in super::super) posting_sealed: String,
    pub(in super::super) mark: String,
    pub(in super::super) marked_at_ms: i64,
}

/// When a job was marked.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct MarkedRow {
    pub(in super::super) job_id: String,
    pub(in super::super) marked_at_ms: i64,
}

/// Those with these ids.
pub(in super::super) async fn list_by_id(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_ids: &[&str],
) -> Result<Vec<OwnRow>> {
    if job_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select job_id, posting_sealed, mark, marked_at_ms from own_jobs
        where account_id = $1 and job_id in ({})",
        places(2, job_ids.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, OwnRow>(AssertSqlSafe(sql.as_str())).bind(account);
        for job_id in job_ids {
            query = query.bind(*job_id);
        }
        query.fetch_all(c).await
    })
}

/// Those that are marked so, the last marked first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    mark: &str,
    limit: i64,
) -> Result<Vec<OwnRow>> {
    const SQL: &str = "
        select job_id, posting_sealed, mark, marked_at_ms from own_jobs
        where account_id = $1 and mark = $2
        order by marked_at_ms desc, job_id desc limit $3";
    on!(conn, c => sqlx::query_as::<_, OwnRow>(SQL).bind(account).bind(mark).bind(limit)
        .fetch_all(c).await)
}

/// When the jobs of boards were marked so, the last marked first.
pub(in super::super) async fn list_times(
    conn: &mut Conn<'_>,
    account: &AccountId,
    mark: &str,
    limit: i64,
) -> Result<Vec<MarkedRow>> {
    const SQL: &str = "
        select job_id, marked_at_ms from job_marks where account_id = $1 and mark = $2
        order by marked_at_ms desc, job_id desc limit $3";
    on!(conn, c => sqlx::query_as::<_, MarkedRow>(SQL).bind(account).bind(mark).bind(limit)
        .fetch_all(c).await)
}

/// How many an account has, whatever they are marked as.
pub(in super::super) async fn count(conn: &mut Conn<'_>, account: &AccountId) -> Result<i64> {
    const SQL: &str = "select count(*) from own_jobs where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores one, in place of the one with its id.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &OwnRow,
) -> Result<()> {
    const SQL: &str = "
        insert into own_jobs (account_id, job_id, posting_sealed, mark, marked_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (account_id, job_id) do update set posting_sealed = excluded.posting_sealed,
            mark = excluded.mark, marked_at_ms = excluded.marked_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(&row.job_id).bind(&row.posting_sealed)
        .bind(&row.mark).bind(row.marked_at_ms).execute(c).await.map(drop))
}

/// Marks one anew; only where it is marked as `was`, if that is given. `false` if there is none.
pub(in super::super) async fn update_mark(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
    was: Option<&str>,
    mark: &str,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update own_jobs set mark = $3, marked_at_ms = $4
        where account_id = $1 and job_id = $2 and ($5 is null or mark = $5)";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(job_id).bind(mark).bind(now_ms).bind(was)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Deletes those that are not marked any more since before `before_ms`.
pub(in super::super) async fn delete_unmarked(
    conn: &mut Conn<'_>,
    account: &AccountId,
    before_ms: i64,
) -> Result<()> {
    const SQL: &str =
        "delete from own_jobs where account_id = $1 and mark = '' and marked_at_ms < $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(before_ms).execute(c).await.map(drop))
}
