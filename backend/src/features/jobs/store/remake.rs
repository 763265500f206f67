//! How far what follows from postings was made, in the one row of `job_numbers`.

use crate::db::{Conn, Result, on};

/// Of which making everything is, and down to which number the next one is done.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct MadeRow {
    pub(in super::super) made_version: i64,
    pub(in super::super) made_below: i64,
}

/// A job with its main posting.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct RemadeRow {
    pub(in super::super) job_id: String,
    pub(in super::super) job_no: i64,
    pub(in super::super) is_open: i64,
    pub(in super::super) posting: String,
}

pub(in super::super) async fn find(conn: &mut Conn<'_>) -> Result<MadeRow> {
    const SQL: &str = "select made_version, made_below from job_numbers where id = 1";
    on!(conn, c => sqlx::query_as::<_, MadeRow>(SQL).fetch_one(c).await)
}

pub(in super::super) async fn update(conn: &mut Conn<'_>, version: i64, below: i64) -> Result<()> {
    const SQL: &str = "update job_numbers set made_version = $1, made_below = $2 where id = 1";
    on!(conn, c => sqlx::query(SQL).bind(version).bind(below).execute(c).await.map(drop))
}

/// Jobs below a number, open or closed, the newest first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    below: i64,
    limit: i64,
) -> Result<Vec<RemadeRow>> {
    const SQL: &str = "
        select j.job_id, j.job_no, cast(case when j.closed_at_ms is null then 1 else 0 end as bigint) as is_open, s.posting
        from jobs j join job_sources s on s.source_key = j.source_key
        where j.job_no < $1 order by j.job_no desc limit $2";
    on!(conn, c => sqlx::query_as::<_, RemadeRow>(SQL).bind(below).bind(limit).fetch_all(c).await)
}

/// Writes whose jobs these are.
pub(in super::super) async fn update_companies(
    conn: &mut Conn<'_>,
    companies: &[(i64, String)],
) -> Result<()> {
    const SQL: &str = "update jobs set company_id = $2 where job_no = $1";
    for (job_no, company_id) in companies {
        on!(conn, c => sqlx::query(SQL).bind(job_no).bind(company_id).execute(c).await.map(drop))?;
    }
    Ok(())
}
