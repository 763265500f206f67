//! The table `companies`, and what jobs tell of them.

use sqlx::AssertSqlSafe;

use crate::db::many::{in_sizes, rows};
use crate::db::{Conn, Result, on};

/// A company, to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct NewCompany {
    pub(in super::super) company_id: String,
    pub(in super::super) name: String,
    /// For finding it by a part of its name.
    pub(in super::super) folded: String,
}

/// A company in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct CompanyRow {
    pub(in super::super) company_id: String,
    pub(in super::super) name: String,
    pub(in super::super) folded: String,
    pub(in super::super) open_jobs: i64,
}

/// How many jobs a company has and had, and when they were seen.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct SpanRow {
    pub(in super::super) known_jobs: i64,
    pub(in super::super) open_jobs: i64,
    pub(in super::super) first_seen_ms: Option<i64>,
    pub(in super::super) last_seen_ms: Option<i64>,
}

/// A job of a company.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct CompanyJobRow {
    pub(in super::super) source: String,
    pub(in super::super) remote: String,
    pub(in super::super) posted_at_ms: i64,
    pub(in super::super) closed_at_ms: Option<i64>,
    pub(in super::super) reposts: i64,
    pub(in super::super) posting: String,
}

/// Writes companies; those that are known stay as they are.
pub(in super::super) async fn insert(conn: &mut Conn<'_>, companies: &[NewCompany]) -> Result<()> {
    for companies in in_sizes(companies) {
        let sql = format!(
            "insert into companies (company_id, name, folded) values {} on conflict do nothing",
            rows(conn, companies.len(), 3)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str()));
            for company in companies {
                query = query.bind(&company.company_id).bind(&company.name).bind(&company.folded);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// The name of a company.
pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    company_id: &str,
) -> Result<Option<String>> {
    const SQL: &str = "select name from companies where company_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(company_id).fetch_optional(c).await)
}

/// Companies whose folded name has this part, at most `limit`, those that begin with it first.
pub(in super::super) async fn list_named(
    conn: &mut Conn<'_>,
    part: &str,
    limit: i64,
) -> Result<Vec<CompanyRow>> {
    // A folded part holds letters, digits and spaces only: none of the pattern's own signs.
    const SQL: &str = "
        select company_id, name, folded,
            (select count(*) from jobs j where j.company_id = c.company_id and j.closed_at_ms is null) as open_jobs
        from companies c where folded like '%' || $1 || '%'
        order by case when folded like $1 || '%' then 0 else 1 end, folded, company_id limit $2";
    on!(conn, c => sqlx::query_as::<_, CompanyRow>(SQL).bind(part).bind(limit).fetch_all(c).await)
}

/// The companies of the newest `jobs` open jobs.
pub(in super::super) async fn list_recent(
    conn: &mut Conn<'_>,
    jobs: i64,
) -> Result<Vec<CompanyRow>> {
    const SQL: &str = "
        select c.company_id, c.name, c.folded,
            (select count(*) from jobs j where j.company_id = c.company_id and j.closed_at_ms is null) as open_jobs
        from companies c where c.company_id in (
            select company_id from jobs where closed_at_ms is null order by job_no desc limit $1)";
    on!(conn, c => sqlx::query_as::<_, CompanyRow>(SQL).bind(jobs).fetch_all(c).await)
}

pub(in super::super) async fn span(conn: &mut Conn<'_>, company_id: &str) -> Result<SpanRow> {
    const SQL: &str = "
        select count(*) as known_jobs,
            count(case when closed_at_ms is null then 1 end) as open_jobs,
            min((select min(first_seen_ms) from job_sources s where s.job_id = j.job_id)) as first_seen_ms,
            max((select max(last_seen_ms) from job_sources s where s.job_id = j.job_id)) as last_seen_ms
        from jobs j where company_id = $1";
    on!(conn, c => sqlx::query_as::<_, SpanRow>(SQL).bind(company_id).fetch_one(c).await)
}

/// The newest jobs of a company, open or closed.
pub(in super::super) async fn list_jobs(
    conn: &mut Conn<'_>,
    company_id: &str,
    limit: i64,
) -> Result<Vec<CompanyJobRow>> {
    const SQL: &str = "
        select j.source, j.remote, j.posted_at_ms, j.closed_at_ms, j.reposts, s.posting
        from jobs j join job_sources s on s.source_key = j.source_key
        where j.company_id = $1 order by j.job_no desc limit $2";
    on!(conn, c => sqlx::query_as::<_, CompanyJobRow>(SQL).bind(company_id).bind(limit)
        .fetch_all(c).await)
}
