//! Open jobs by number, and jobs by id.

use sqlx::AssertSqlSafe;

use super::JobRow;
use crate::db::many::places;
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// An open job by its number, and what tells whether its posting has changed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct OpenMark {
    /// Sorts jobs by their age.
    pub(crate) job_no: i64,
    /// Another one, another text.
    pub(crate) hash: String,
}

/// How far jobs are numbered: who knows them as they were at one such time reads what came and changed since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub(crate) struct JobsAt {
    /// The last one that came in.
    pub(crate) last_number: i64,
    /// The last change of one that was there.
    pub(crate) last_change: i64,
}

/// A job that came in, and when in the order of all.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct AddedRow {
    pub(in super::super) added_no: i64,
    pub(in super::super) job_no: i64,
    pub(in super::super) hash: String,
}

/// A job that changed, and when in the order of all changes.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct ChangedRow {
    pub(in super::super) changed_no: i64,
    pub(in super::super) job_no: i64,
    pub(in super::super) is_closed: i64,
    pub(in super::super) hash: String,
}

/// How far jobs are numbered now. What is numbered up to there is seen by every later statement.
pub(in super::super) async fn find_at(conn: &mut Conn<'_>) -> Result<JobsAt> {
    const SQL: &str = "select last_number, last_change from job_numbers where id = 1";
    on!(conn, c => sqlx::query_as::<_, JobsAt>(SQL).fetch_one(c).await)
}

/// Open jobs that came in after one, in that order.
pub(in super::super) async fn list_added(
    conn: &mut Conn<'_>,
    after: i64,
    limit: i64,
) -> Result<Vec<AddedRow>> {
    const SQL: &str = "
        select j.added_no, j.job_no, s.hash from jobs j join job_sources s on s.source_key = j.source_key
        where j.closed_at_ms is null and j.added_no > $1 order by j.added_no limit $2";
    on!(conn, c => sqlx::query_as::<_, AddedRow>(SQL).bind(after).bind(limit).fetch_all(c).await)
}

/// Jobs that changed after one change of one job, in that order.
pub(in super::super) async fn list_changed(
    conn: &mut Conn<'_>,
    (change, job_no): (i64, i64),
    limit: i64,
) -> Result<Vec<ChangedRow>> {
    const SQL: &str = "
        select j.changed_no, j.job_no, s.hash,
            cast(case when j.closed_at_ms is null then 0 else 1 end as bigint) as is_closed
        from jobs j join job_sources s on s.source_key = j.source_key
        where j.changed_no > 0 and (j.changed_no, j.job_no) > ($1, $2)
        order by j.changed_no, j.job_no limit $3";
    on!(conn, c => sqlx::query_as::<_, ChangedRow>(SQL).bind(change).bind(job_no).bind(limit)
        .fetch_all(c).await)
}

/// The newest open jobs from one number to below another, newest first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    from: i64,
    below: i64,
    limit: i64,
) -> Result<Vec<OpenMark>> {
    const SQL: &str = "
        select j.job_no, s.hash from jobs j join job_sources s on s.source_key = j.source_key
        where j.closed_at_ms is null and j.job_no >= $1 and j.job_no < $2
        order by j.job_no desc limit $3";
    on!(conn, c => sqlx::query_as::<_, OpenMark>(SQL).bind(from).bind(below).bind(limit)
        .fetch_all(c).await)
}

/// The jobs with these ids.
pub(in super::super) async fn list_by_id(
    conn: &mut Conn<'_>,
    job_ids: &[&str],
) -> Result<Vec<JobRow>> {
    if job_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select j.job_id, j.job_no, j.source_key, s.posting, j.closed_why, j.reposts
        from jobs j join job_sources s on s.source_key = j.source_key where j.job_id in ({})",
        places(1, job_ids.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, JobRow>(AssertSqlSafe(sql.as_str()));
        for job_id in job_ids {
            query = query.bind(*job_id);
        }
        query.fetch_all(c).await
    })
}

/// The ids of the jobs that an account marked, the last marked first.
pub(in super::super) async fn list_marked(
    conn: &mut Conn<'_>,
    account: &AccountId,
    mark: &str,
    limit: i64,
) -> Result<Vec<String>> {
    const SQL: &str = "
        select job_id from job_marks where account_id = $1 and mark = $2
        order by marked_at_ms desc, job_id desc limit $3";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).bind(mark).bind(limit)
        .fetch_all(c).await)
}
