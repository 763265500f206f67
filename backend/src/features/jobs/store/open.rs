//! Open jobs by number, and jobs by id.

use sqlx::AssertSqlSafe;

use super::{JobRow, places};
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
