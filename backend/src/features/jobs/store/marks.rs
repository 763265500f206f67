//! What a person marked. Every call names the account.

use sqlx::AssertSqlSafe;

use super::JobRow;
use crate::db::many::places;
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A mark.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct MarkRow {
    pub(in super::super) job_id: String,
    pub(in super::super) mark: String,
}

/// Marks a job, whatever it was marked as. `false` if there is no such job.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
    mark: &str,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        insert into job_marks (account_id, job_id, mark, marked_at_ms)
        select $1, job_id, $3, $4 from jobs where job_id = $2
        on conflict (account_id, job_id) do update
            set mark = excluded.mark, marked_at_ms = excluded.marked_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(job_id).bind(mark).bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

pub(in super::super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
    mark: &str,
) -> Result<bool> {
    const SQL: &str = "delete from job_marks where account_id = $1 and job_id = $2 and mark = $3";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(job_id).bind(mark)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// How these jobs are marked.
pub(in super::super) async fn list_of(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_ids: &[&str],
) -> Result<Vec<MarkRow>> {
    if job_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select job_id, mark from job_marks where account_id = $1 and job_id in ({})",
        places(2, job_ids.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, MarkRow>(AssertSqlSafe(sql.as_str())).bind(account);
        for job_id in job_ids {
            query = query.bind(*job_id);
        }
        query.fetch_all(c).await
    })
}

/// The jobs that an account marked, the last marked first, at most `limit`.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    mark: &str,
    limit: i64,
) -> Result<Vec<JobRow>> {
    const SQL: &str = "
        select j.job_id, j.job_no, j.source_key, s.posting, j.closed_why, j.reposts
        from job_marks m join jobs j on j.job_id = m.job_id
            join job_sources s on s.source_key = j.source_key
        where m.account_id = $1 and m.mark = $2
        order by m.marked_at_ms desc, m.job_id desc limit $3";
    on!(conn, c => sqlx::query_as::<_, JobRow>(SQL).bind(account).bind(mark).bind(limit)
        .fetch_all(c).await)
}
