//! The tables of jobs. Postings are public, so nothing is sealed; marks name their account in every call.

pub(super) mod alerts;
pub(super) mod boards;
pub(super) mod collections;
pub(super) mod companies;
mod days;
pub(super) mod marks;
pub(super) mod open;
pub(super) mod own;
pub(super) mod remake;
pub(super) mod retire;
pub(super) mod saved;
pub(super) mod search;
pub(super) mod take;
pub(super) mod unlisted;
pub(super) mod word_rows;

use crate::db::{Conn, Result, on};

/// A job as lists are made of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct JobRow {
    pub(super) job_id: String,
    pub(super) job_no: i64,
    pub(super) source_key: String,
    pub(super) posting: String,
    pub(super) closed_why: String,
    pub(super) reposts: i64,
}

/// A posting of a job, where the source still offers it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct SourceRow {
    pub(super) source_key: String,
    pub(super) posting: String,
    pub(super) last_seen_ms: i64,
}

/// The job with this id, open or closed.
pub(super) async fn find(conn: &mut Conn<'_>, job_id: &str) -> Result<Option<JobRow>> {
    const SQL: &str = "
        select j.job_id, j.job_no, j.source_key, s.posting, j.closed_why, j.reposts
        from jobs j join job_sources s on s.source_key = j.source_key
        where j.job_id = $1";
    on!(conn, c => sqlx::query_as::<_, JobRow>(SQL).bind(job_id).fetch_optional(c).await)
}

/// Where a job is offered, the first source first; where none offers it any more, all that did.
pub(super) async fn list_sources(conn: &mut Conn<'_>, job_id: &str) -> Result<Vec<SourceRow>> {
    const SQL: &str = "
        select source_key, posting, last_seen_ms from job_sources
        where job_id = $1 and (gone_at_ms is null
            or not exists (select 1 from job_sources s where s.job_id = $1 and s.gone_at_ms is null))
        order by first_seen_ms, source_key limit 50";
    on!(conn, c => sqlx::query_as::<_, SourceRow>(SQL).bind(job_id).fetch_all(c).await)
}
