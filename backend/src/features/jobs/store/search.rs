//! Finding jobs by their words. Where the two databases differ, a pair of texts.

use sqlx::AssertSqlSafe;

use super::JobRow;
use super::days::{day, days_between, number_of};
use super::word_rows::{number_of_row, row_of};
use crate::db::many::{AT_ONCE, places};
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
        select rowid from job_words where job_words match $4 and rowid > $1 and rowid <= $2
        order by rowid limit $3";
    let Some(query) = query else {
        return on!(conn, c => {
            let found = sqlx::query_scalar(EVERY).bind(range.from).bind(range.below).bind(limit);
            found.fetch_all(c).await
        });
    };
    match conn {
        Conn::Sqlite(c) => {
            let mut found: Vec<i64> = sqlx::query_scalar(SQLITE)
                .bind(row_of(range.below))
                .bind(row_of(range.from))
                .bind(limit)
                .bind(query)
                .fetch_all(&mut **c)
                .await?;
            for number in &mut found {
                *number = number_of_row(*number);
            }
            Ok(found)
        }
        Conn::Postgres(c) => Ok(walk(c, query, range, limit, limit).await?.newest),
    }
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
        select count(*) from (select rowid from job_words where job_words match $3 and rowid <= $1 limit $2)";
    let Some(query) = query else {
        return on!(conn, c => sqlx::query_scalar(EVERY).bind(from).bind(most).fetch_one(c).await);
    };
    match conn {
        Conn::Sqlite(c) => {
            let counted = sqlx::query_scalar(SQLITE);
            let counted = counted.bind(row_of(from)).bind(most).bind(query);
            counted.fetch_one(&mut **c).await
        }
        Conn::Postgres(c) => {
            let range = Range {
                from,
                below: i64::MAX,
            };
            Ok(walk(c, query, range, 1, most).await?.count.min(most))
        }
    }
}

/// How many days the first part of a walk has.
const FIRST_DAYS: i64 = 1;
/// The most days of a walk; what is older is its last part.
const MOST_DAYS: i64 = 180;

/// How many days the next part of a walk has, after so many days in which so much was found: as many as the rest
/// should take, and a quarter more. What finds little grows quickly, so that a walk has few parts.
fn next_days(last: i64, walked: i64, found: i64, lacking: i64) -> i64 {
    let most = last.saturating_mul(8);
    if found == 0 {
        return most;
    }
    let expected = lacking.saturating_mul(walked).saturating_mul(5) / found.saturating_mul(4);
    expected.saturating_add(1).clamp(last / 2 + 1, most)
}

/// What a walk through PostgreSQL's index found.
#[derive(Debug, Default)]
struct Walked {
    /// The newest, newest first.
    newest: Vec<i64>,
    /// At least so many; all of them where the walk came to the end.
    count: i64,
}

/// Walks from the newest jobs to the oldest, a few days at a time, until `listed` are listed and `most` are counted.
///
/// PostgreSQL's index knows no order: asked for the newest jobs with a word that every fifth has, it gathers every fifth
/// of all jobs first. The days' own words (`days::days_of`) keep it to a few days, where common words are found at once; rare
/// ones are rare in all parts.
async fn walk(
    conn: &mut sqlx::PgConnection,
    query: &str,
    range: Range,
    listed: i64,
    most: i64,
) -> Result<Walked> {
    // The inner query is fenced off, so that the planner does not read jobs one by one in the order of their numbers,
    // taking each one's words apart. What is asked is read by itself, once: in a plan that serves any question it would
    // be read anew for each job whose places are looked at.
    const SQL: &str = "
        select job_no, count(*) over () from (
            select job_no from job_words where words @@ (select to_tsquery('simple', $1)) offset 0) as found
        where job_no >= $2 and job_no < $3 order by job_no desc limit $4";
    const NEWEST: &str = "select max(job_no) from job_words";
    let mut walked = Walked::default();
    let newest = sqlx::query_scalar::<_, Option<i64>>(NEWEST)
        .fetch_one(&mut *conn)
        .await?;
    let Some(newest) = newest else {
        return Ok(walked);
    };
    let mut below = range.below.min(newest.saturating_add(1));
    let (first_day, newest_day) = (day(range.from), day(below - 1));
    let mut days = FIRST_DAYS;
    while below > range.from {
        let last_day = day(below - 1);
        let part_from = last_day - days + 1;
        let is_last = part_from <= first_day || newest_day - part_from >= MOST_DAYS;
        let (from, asked) = if is_last {
            (range.from, query.to_owned())
        } else {
            let days = days_between(part_from, last_day).join(" | ");
            (number_of(part_from), format!("({query}) & ({days})"))
        };
        let to_list = listed - i64::try_from(walked.newest.len()).unwrap_or(i64::MAX);
        let found = sqlx::query_as::<_, (i64, i64)>(SQL)
            .bind(asked)
            .bind(from.max(range.from))
            .bind(below)
            .bind(to_list.max(1))
            .fetch_all(&mut *conn)
            .await?;
        walked.count += found.first().map_or(0, |(_, count)| *count);
        let wanted = usize::try_from(to_list).unwrap_or(0);
        walked
            .newest
            .extend(found.into_iter().take(wanted).map(|(job_no, _)| job_no));
        let lacking = most.max(listed) - walked.count;
        if lacking <= 0 {
            break;
        }
        days = next_days(days, newest_day - part_from + 1, walked.count, lacking);
        below = from;
    }
    Ok(walked)
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
    for numbers in numbers.chunks(AT_ONCE) {
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

#[cfg(test)]
mod tests {
    use super::next_days;

    #[test]
    fn a_part_of_a_walk_is_as_long_as_the_rest_should_take() {
        // Nothing was found: the walk grows by eights.
        assert_eq!(next_days(1, 1, 0, 1_000), 8);
        assert_eq!(next_days(8, 9, 0, 1_000), 64);
        // A hundred a day: eight days at a time at first, then what is lacking and a quarter.
        assert_eq!(next_days(1, 1, 100, 900), 8);
        assert_eq!(next_days(8, 9, 300, 700), 27);
        // Never less than half as long, so that a thinning list ends.
        assert_eq!(next_days(8, 9, 900, 100), 5);
        assert_eq!(next_days(1, 1, 999, 1), 1);
    }
}
