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

use std::fmt::Write as _;

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

/// `$first, $second, …`: as many as there are values, for a list of unknown length.
fn places(from: usize, count: usize) -> String {
    let mut text = String::with_capacity(count * 7);
    write_places(&mut text, from, count);
    text
}

fn write_places(text: &mut String, from: usize, count: usize) {
    for at in from..from + count {
        let comma = if at == from { "" } else { ", " };
        // Writing into a text does not fail.
        let _ = write!(text, "{comma}${at}");
    }
}

/// Rows of places for an insert: `($1, $2), ($3, $4)`.
fn rows(count: usize, columns: usize) -> String {
    let mut text = String::with_capacity(count * columns * 7);
    for row in 0..count {
        text.push_str(if row == 0 { "(" } else { ", (" });
        write_places(&mut text, row * columns + 1, columns);
        text.push(')');
    }
    text
}

/// A list of values to look for, its last one repeated up to a power of two: so that there are few different statements.
fn padded<T>(list: &[T]) -> Vec<&T> {
    let mut padded: Vec<&T> = list.iter().collect();
    if let Some(last) = list.last() {
        padded.resize(list.len().next_power_of_two(), last);
    }
    padded
}

/// How many values a list to look for has at most: SQLite's driver finds each value's place by walking through the names
/// of all, so that a long list costs its square.
pub(super) const AT_ONCE: usize = 256;

/// A list of rows in pieces of few different sizes, so that there are few different statements, each prepared once.
/// PostgreSQL is asked less often; for SQLite see [`AT_ONCE`].
fn in_sizes<'l, T>(
    conn: &Conn<'_>,
    mut list: &'l [T],
) -> impl Iterator<Item = &'l [T]> + use<'l, T> {
    let sizes: &[usize] = match conn {
        Conn::Sqlite(_) => &[16, 4, 1],
        Conn::Postgres(_) => &[256, 64, 16, 4, 1],
    };
    std::iter::from_fn(move || {
        let size = *sizes.iter().find(|size| **size <= list.len())?;
        let (piece, rest) = list.split_at(size);
        list = rest;
        Some(piece)
    })
}
