//! Closing jobs: what is not offered any more, and what is past its last day.

use crate::db::{Conn, Result, on};

/// A job whose main posting went, and a posting of it at another source.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct OrphanRow {
    pub(in super::super) job_id: String,
    pub(in super::super) job_no: i64,
    pub(in super::super) posting: String,
}

/// Marks the postings of a board gone that it does not list any more: those not seen since `since_ms`.
pub(in super::super) async fn retire_unseen(
    conn: &mut Conn<'_>,
    board_id: &str,
    since_ms: i64,
    now_ms: i64,
) -> Result<u64> {
    const SQL: &str = "
        update job_sources set gone_at_ms = $3
        where board_id = $1 and last_seen_ms < $2 and gone_at_ms is null";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(since_ms).bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected()))
}

/// The jobs of a board whose main posting went just now, while another source still offers them; with the posting of
/// the source that was known first.
pub(in super::super) async fn list_orphaned(
    conn: &mut Conn<'_>,
    board_id: &str,
    gone_at_ms: i64,
) -> Result<Vec<OrphanRow>> {
    const SQL: &str = "
        select j.job_id, j.job_no, s.posting
        from job_sources m
            join jobs j on j.source_key = m.source_key
            join job_sources s on s.job_id = j.job_id
        where m.board_id = $1 and m.gone_at_ms = $2 and s.gone_at_ms is null
            and s.board_id is not null and j.closed_at_ms is null
        order by j.job_no, s.first_seen_ms, s.source_key";
    on!(conn, c => sqlx::query_as::<_, OrphanRow>(SQL).bind(board_id).bind(gone_at_ms)
        .fetch_all(c).await)
}

/// Closes the jobs of a board that no board offers any more; their numbers. A file that names one offers nothing.
pub(in super::super) async fn close_gone(
    conn: &mut Conn<'_>,
    board_id: &str,
    now_ms: i64,
) -> Result<Vec<i64>> {
    const SQL: &str = "
        update jobs set closed_at_ms = $2, closed_why = 'gone'
        where closed_at_ms is null
            and job_id in (select job_id from job_sources where board_id = $1 and gone_at_ms = $2)
            and not exists (select 1 from job_sources s
                where s.job_id = jobs.job_id and s.gone_at_ms is null and s.board_id is not null)
        returning job_no";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(board_id).bind(now_ms).fetch_all(c).await)
}

/// Closes jobs whose last day has passed, at most `limit`; their numbers.
pub(in super::super) async fn close_expired(
    conn: &mut Conn<'_>,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    const SQL: &str = "
        update jobs set closed_at_ms = $1, closed_why = 'expired'
        where job_id in (select job_id from jobs
            where closed_at_ms is null and expires_at_ms is not null and expires_at_ms <= $1
            order by expires_at_ms, job_id limit $2)
        returning job_no";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(now_ms).bind(limit).fetch_all(c).await)
}
