//! Finding jobs by their words. Where the two databases differ, a pair of texts.

use sqlx::AssertSqlSafe;

use super::{JobRow, places};
use crate::db::{Conn, Result, on};

/// What facets are counted by.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct FacetRow {
    pub(in super::super) company: String,
    pub(in super::super) country: String,
    pub(in super::super) remote: String,
    pub(in super::super) employment: String,
    pub(in super::super) seniority: String,
    pub(in super::super) language: String,
    pub(in super::super) source: String,
}

/// Which numbers a search may find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Range {
    /// At least this one.
    pub(in super::super) from: i64,
    /// Below this one.
    pub(in super::super) below: i64,
}

/// The numbers of the newest jobs that a query finds; `query` is in the words of the database in use, `None` for every
/// open job.
pub(in super::super) async fn list_numbers(
    conn: &mut Conn<'_>,
    query: Option<&str>,
    range: Range,
    limit: i64,
) -> Result<Vec<i64>> {
    const EVERY: &str = "
        select job_no from jobs where closed_at_ms is null and job_no >= $1 and job_no < $2
        order by job_no desc limit $3";
    const SQLITE: &str = "
        select rowid from job_words where job_words match $4 and rowid >= $1 and rowid < $2
        order by rowid desc limit $3";
    const POSTGRES: &str = "
        select job_no from job_words
        where words @@ to_tsquery('simple', $4) and job_no >= $1 and job_no < $2
        order by job_no desc limit $3";
    let sql = match (query, &*conn) {
        (None, _) => EVERY,
        (Some(_), Conn::Sqlite(_)) => SQLITE,
        (Some(_), Conn::Postgres(_)) => POSTGRES,
    };
    on!(conn, c => {
        let mut found = sqlx::query_scalar::<_, i64>(sql).bind(range.from).bind(range.below).bind(limit);
        if let Some(query) = query {
            found = found.bind(query);
        }
        found.fetch_all(c).await
    })
}

/// How many jobs a query finds, counted up to `most`.
pub(in super::super) async fn count(
    conn: &mut Conn<'_>,
    query: Option<&str>,
    from: i64,
    most: i64,
) -> Result<i64> {
    const EVERY: &str = "
        select count(*) from (select 1 from jobs where closed_at_ms is null and job_no >= $1 limit $2) as found";
    const SQLITE: &str = "
        select count(*) from (select rowid from job_words where job_words match $3 and rowid >= $1 limit $2)";
    const POSTGRES: &str = "
        select count(*) from (select 1 from job_words
            where words @@ to_tsquery('simple', $3) and job_no >= $1 limit $2) as found";
    let sql = match (query, &*conn) {
        (None, _) => EVERY,
        (Some(_), Conn::Sqlite(_)) => SQLITE,
        (Some(_), Conn::Postgres(_)) => POSTGRES,
    };
    on!(conn, c => {
        let mut counted = sqlx::query_scalar::<_, i64>(sql).bind(from).bind(most);
        if let Some(query) = query {
            counted = counted.bind(query);
        }
        counted.fetch_one(c).await
    })
}

/// The jobs with these numbers, newest first.
pub(in super::super) async fn list_jobs(
    conn: &mut Conn<'_>,
    numbers: &[i64],
) -> Result<Vec<JobRow>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select j.job_id, j.job_no, j.source_key, s.posting, j.closed_why, j.reposts
        from jobs j join job_sources s on s.source_key = j.source_key
        where j.job_no in ({}) order by j.job_no desc",
        places(1, numbers.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, JobRow>(AssertSqlSafe(sql.as_str()));
        for job_no in numbers {
            query = query.bind(job_no);
        }
        query.fetch_all(c).await
    })
}

/// What facets are counted by, of the jobs with these numbers.
pub(in super::super) async fn list_facets(
    conn: &mut Conn<'_>,
    numbers: &[i64],
) -> Result<Vec<FacetRow>> {
    let mut found = Vec::with_capacity(numbers.len());
    for numbers in numbers.chunks(500) {
        let sql = format!(
            "select company, country, remote, employment, seniority, language, source
            from jobs where job_no in ({})",
            places(1, numbers.len())
        );
        found.extend(on!(conn, c => {
            let mut query = sqlx::query_as::<_, FacetRow>(AssertSqlSafe(sql.as_str()));
            for job_no in numbers {
                query = query.bind(job_no);
            }
            query.fetch_all(c).await
        })?);
    }
    Ok(found)
}
