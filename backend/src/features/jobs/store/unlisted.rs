//! Postings that their source's list does not hold any more.
//!
//! A posting is unlisted where it was seen before the last list that was read to its end. An answer "nothing changed"
//! reads no list, so what the last one held stays listed.

use crate::db::{Conn, Result, on};

/// A board with unlisted postings.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct UnlistedBoard {
    pub(in super::super) board_id: String,
    pub(in super::super) source: String,
}

/// A posting whose own page is to be asked.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct UnlistedRow {
    pub(in super::super) source_key: String,
    pub(in super::super) board_id: String,
    pub(in super::super) job_id: String,
    pub(in super::super) posting: String,
}

/// Since when what is long not seen is gone, epoch milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Limits {
    /// Not seen since then: gone, unless it says that it is open for longer.
    pub(in super::super) seen_ms: i64,
    /// Not seen since then: gone, whatever it says.
    pub(in super::super) anyway_ms: i64,
    /// A board that answered for the last time before then holds nothing open any more.
    pub(in super::super) answered_ms: i64,
}

/// So many failures one after another, over the time of [`Limits::answered_ms`], and a board counts as dead. A server
/// that was switched off for long has not failed so often when it comes back.
const DEAD: i64 = 10;

/// The boards with postings that are long unlisted.
pub(in super::super) async fn list_boards(
    conn: &mut Conn<'_>,
    limits: Limits,
) -> Result<Vec<UnlistedBoard>> {
    const SQL: &str = "
        select b.board_id, b.source from job_boards b
        where exists (select 1 from job_sources s
            where s.board_id = b.board_id and s.gone_at_ms is null and s.last_seen_ms <= $1
                and (s.last_seen_ms < b.read_at_ms
                    or b.failures >= $2 and coalesce(b.succeeded_at_ms, 0) <= $3))
        order by b.board_id";
    on!(conn, c => sqlx::query_as::<_, UnlistedBoard>(SQL).bind(limits.seen_ms).bind(DEAD)
        .bind(limits.answered_ms).fetch_all(c).await)
}

/// Marks the postings of a board gone that are long unlisted.
pub(in super::super) async fn retire(
    conn: &mut Conn<'_>,
    board_id: &str,
    limits: Limits,
    now_ms: i64,
) -> Result<u64> {
    const SQL: &str = "
        update job_sources set gone_at_ms = $2
        where board_id = $1 and gone_at_ms is null and last_seen_ms <= $3
            and exists (select 1 from job_boards b where b.board_id = $1
                and (job_sources.last_seen_ms < b.read_at_ms
                    or b.failures >= $4 and coalesce(b.succeeded_at_ms, 0) <= $5))
            and not exists (select 1 from jobs j where j.job_id = job_sources.job_id
                and j.expires_at_ms > $2 and job_sources.last_seen_ms > $6)";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(now_ms).bind(limits.seen_ms).bind(DEAD)
        .bind(limits.answered_ms).bind(limits.anyway_ms)
        .execute(c).await.map(|done| done.rows_affected()))
}

/// Marks postings gone that stand in no board's list (they came from files) and were long not brought again.
pub(in super::super) async fn retire_files(
    conn: &mut Conn<'_>,
    limits: Limits,
    now_ms: i64,
) -> Result<u64> {
    const SQL: &str = "
        update job_sources set gone_at_ms = $1
        where board_id is null and gone_at_ms is null and last_seen_ms <= $2
            and not exists (select 1 from jobs j where j.job_id = job_sources.job_id
                and j.expires_at_ms > $1 and job_sources.last_seen_ms > $3)";
    on!(conn, c => sqlx::query(SQL).bind(now_ms).bind(limits.seen_ms).bind(limits.anyway_ms)
        .execute(c).await.map(|done| done.rows_affected()))
}

/// Closes the jobs of files that nobody offers any more, after [`retire_files`]; their numbers.
pub(in super::super) async fn close_files(conn: &mut Conn<'_>, now_ms: i64) -> Result<Vec<i64>> {
    const SQL: &str = "
        update jobs set closed_at_ms = $1, closed_why = 'gone'
        where closed_at_ms is null
            and job_id in (select job_id from job_sources where board_id is null and gone_at_ms = $1)
            and not exists (select 1 from job_sources s
                where s.job_id = jobs.job_id and s.gone_at_ms is null)
        returning job_no";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(now_ms).fetch_all(c).await)
}

/// Takes unlisted postings of a source whose own pages are to be asked, the longest unseen first; nobody else gets them
/// until `again_ms` has passed them.
pub(in super::super) async fn claim(
    conn: &mut Conn<'_>,
    source: &str,
    seen_ms: i64,
    again_ms: i64,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<UnlistedRow>> {
    const SQL: &str = "
        update job_sources set asked_at_ms = $1
        where source_key in (select s.source_key
            from job_boards b join job_sources s on s.board_id = b.board_id
                join jobs j on j.job_id = s.job_id
            where b.source = $2 and s.gone_at_ms is null and j.closed_at_ms is null
                and s.last_seen_ms < b.read_at_ms and s.last_seen_ms <= $3
                and (s.asked_at_ms is null or s.asked_at_ms <= $4)
            order by s.last_seen_ms, s.source_key limit $5)
        returning source_key, board_id, job_id, posting";
    on!(conn, c => sqlx::query_as::<_, UnlistedRow>(SQL).bind(now_ms).bind(source).bind(seen_ms)
        .bind(again_ms).bind(limit).fetch_all(c).await)
}

/// Marks a posting gone.
pub(in super::super) async fn retire_one(
    conn: &mut Conn<'_>,
    source_key: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str =
        "update job_sources set gone_at_ms = $2 where source_key = $1 and gone_at_ms is null";
    on!(conn, c => sqlx::query(SQL).bind(source_key).bind(now_ms).execute(c).await.map(drop))
}

/// Says of a job that was closed in this moment that its last day has passed.
pub(in super::super) async fn note_expired(
    conn: &mut Conn<'_>,
    job_id: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str =
        "update jobs set closed_why = 'expired' where job_id = $1 and closed_at_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(job_id).bind(now_ms).execute(c).await.map(drop))
}
