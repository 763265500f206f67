//! What a person did about jobs, and what they look for.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// What a person did about a job.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct MarkRow {
    pub(in super::super) mark_id: String,
    pub(in super::super) job_id: String,
    pub(in super::super) applied_at_ms: Option<i64>,
    /// In tenths, as it was then.
    pub(in super::super) applied_score: Option<i64>,
    pub(in super::super) removed_at_ms: Option<i64>,
    pub(in super::super) thumbed_at_ms: Option<i64>,
    pub(in super::super) feedback_sealed: Option<String>,
}

/// The mark of a job, made where there is none. The caller has looked that there is such a job.
pub(in super::super) async fn ensure(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
    mark_id: &str,
) -> Result<MarkRow> {
    const INSERT: &str = "
        insert into match_marks (mark_id, account_id, job_id)
        values ($1, $2, $3) on conflict do nothing";
    const FIND: &str = "
        select mark_id, job_id, applied_at_ms, applied_score, removed_at_ms, thumbed_at_ms, feedback_sealed
        from match_marks where account_id = $1 and job_id = $2";
    on!(conn, c => sqlx::query(INSERT).bind(mark_id).bind(account).bind(job_id)
        .execute(c).await.map(drop))?;
    on!(conn, c => sqlx::query_as::<_, MarkRow>(FIND).bind(account).bind(job_id)
        .fetch_one(c).await)
}

pub(in super::super) async fn update(conn: &mut Conn<'_>, row: &MarkRow) -> Result<()> {
    const SQL: &str = "
        update match_marks set applied_at_ms = $2, removed_at_ms = $3, thumbed_at_ms = $4,
            feedback_sealed = $5, applied_score = $6
        where mark_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(&row.mark_id).bind(row.applied_at_ms)
        .bind(row.removed_at_ms).bind(row.thumbed_at_ms).bind(&row.feedback_sealed)
        .bind(row.applied_score)
        .execute(c).await.map(drop))
}

/// All marks of an account, those with the latest thumbs first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Vec<MarkRow>> {
    const SQL: &str = "
        select mark_id, job_id, applied_at_ms, applied_score, removed_at_ms, thumbed_at_ms, feedback_sealed
        from match_marks where account_id = $1
        order by coalesce(thumbed_at_ms, 0) desc, mark_id desc limit 10000";
    on!(conn, c => sqlx::query_as::<_, MarkRow>(SQL).bind(account).fetch_all(c).await)
}

/// What an account looks for, sealed.
pub(in super::super) async fn find_preferences(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<String>> {
    const SQL: &str = "select preferences_sealed from job_preferences where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).fetch_optional(c).await)
}

pub(in super::super) async fn put_preferences(
    conn: &mut Conn<'_>,
    account: &AccountId,
    sealed: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into job_preferences (account_id, preferences_sealed, saved_at_ms)
        values ($1, $2, $3)
        on conflict (account_id) do update set preferences_sealed = excluded.preferences_sealed,
            saved_at_ms = excluded.saved_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(sealed).bind(now_ms)
        .execute(c).await.map(drop))
}
