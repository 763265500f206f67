//! Taking postings in, many at a time: each statement is for a whole batch.

use std::collections::HashMap;
use std::fmt::Write as _;

use sqlx::AssertSqlSafe;

use super::days::days_of;
use super::word_rows::row_of;
use crate::db::many::{AT_ONCE, in_sizes, padded, places, rows};
use crate::db::{Conn, Result, on};

/// A posting that is known.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct KnownRow {
    pub(in super::super) source_key: String,
    pub(in super::super) job_id: String,
    pub(in super::super) job_no: i64,
    pub(in super::super) hash: String,
    /// The key of the posting that the job is shown as.
    pub(in super::super) main_key: String,
    pub(in super::super) is_gone: i64,
    pub(in super::super) is_main: i64,
    pub(in super::super) is_closed: i64,
}

/// A job that may be the same as a new posting's.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct AlikeRow {
    pub(in super::super) job_key: i64,
    pub(in super::super) job_id: String,
    pub(in super::super) job_no: i64,
    /// The key of its main posting.
    pub(in super::super) source_key: String,
    pub(in super::super) posted_at_ms: i64,
    pub(in super::super) is_gone: i64,
    pub(in super::super) is_closed: i64,
}

/// A job's row, to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct NewJob {
    pub(in super::super) job_id: String,
    pub(in super::super) job_no: i64,
    /// In which order it came in.
    pub(in super::super) added_no: i64,
    pub(in super::super) head: JobHead,
}

/// What lists and facets are made by; follows from the main posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct JobHead {
    pub(in super::super) title: String,
    pub(in super::super) company: String,
    /// Empty where it names none.
    pub(in super::super) company_id: String,
    pub(in super::super) country: String,
    pub(in super::super) remote: &'static str,
    pub(in super::super) employment: &'static str,
    pub(in super::super) seniority: &'static str,
    pub(in super::super) language: String,
    pub(in super::super) source: &'static str,
    pub(in super::super) source_key: String,
    pub(in super::super) posted_at_ms: i64,
    pub(in super::super) expires_at_ms: Option<i64>,
}

/// A posting's row, to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct NewSource {
    pub(in super::super) source_key: String,
    pub(in super::super) job_id: String,
    pub(in super::super) board_id: Option<String>,
    pub(in super::super) posting: String,
    pub(in super::super) hash: String,
}

/// Which of these postings are known.
pub(in super::super) async fn list_known(
    conn: &mut Conn<'_>,
    keys: &[String],
) -> Result<Vec<KnownRow>> {
    let keys = padded(keys);
    let sql = format!(
        "select s.source_key, s.job_id, j.job_no, s.hash, j.source_key as main_key,
            cast(case when s.gone_at_ms is null then 0 else 1 end as bigint) as is_gone,
            cast(case when s.source_key = j.source_key then 1 else 0 end as bigint) as is_main,
            cast(case when j.closed_at_ms is null then 0 else 1 end as bigint) as is_closed
        from job_sources s join jobs j on j.job_id = s.job_id
        where s.source_key in ({})",
        places(1, keys.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, KnownRow>(AssertSqlSafe(sql.as_str()));
        for key in keys {
            query = query.bind(key);
        }
        query.fetch_all(c).await
    })
}

/// The jobs that share a key with new postings, the newest first.
pub(in super::super) async fn list_alike(
    conn: &mut Conn<'_>,
    keys: &[i64],
) -> Result<Vec<AlikeRow>> {
    let keys = padded(keys);
    let sql = format!(
        "select k.job_key, j.job_id, j.job_no, j.source_key, j.posted_at_ms,
            cast(case when s.gone_at_ms is null then 0 else 1 end as bigint) as is_gone,
            cast(case when j.closed_at_ms is null then 0 else 1 end as bigint) as is_closed
        from job_keys k join jobs j on j.job_id = k.job_id
            join job_sources s on s.source_key = j.source_key
        where k.job_key in ({}) order by j.job_no desc",
        places(1, keys.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, AlikeRow>(AssertSqlSafe(sql.as_str()));
        for key in keys {
            query = query.bind(key);
        }
        query.fetch_all(c).await
    })
}

/// What these postings say, each with its key.
pub(in super::super) async fn list_postings(
    conn: &mut Conn<'_>,
    keys: &[String],
) -> Result<Vec<(String, String)>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let keys = padded(keys);
    let sql = format!(
        "select source_key, posting from job_sources where source_key in ({})",
        places(1, keys.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query_as::<_, (String, String)>(AssertSqlSafe(sql.as_str()));
        for key in keys {
            query = query.bind(key);
        }
        query.fetch_all(c).await
    })
}

/// Lets one writer at a time take postings in, until its transaction ends: two that see the same new posting at once
/// would each make a job of it. On SQLite there is only one writer anyway.
pub(in super::super) async fn lock(conn: &mut Conn<'_>) -> Result<()> {
    const SQL: &str = "select last_number from job_numbers where id = 1 for update";
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(c) => sqlx::query(SQL).execute(&mut **c).await.map(drop),
    }
}

/// Takes `count` numbers; the last of them. Two writers never get the same.
pub(in super::super) async fn take_numbers(conn: &mut Conn<'_>, count: i64) -> Result<i64> {
    const SQL: &str = "
        update job_numbers set last_number = last_number + $1 where id = 1 returning last_number";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(count).fetch_one(c).await)
}

pub(in super::super) async fn insert_jobs(conn: &mut Conn<'_>, jobs: &[NewJob]) -> Result<()> {
    for jobs in in_sizes(jobs) {
        let sql = format!(
            "insert into jobs (job_id, job_no, title, company, country, remote, employment, seniority,
                language, source, source_key, posted_at_ms, expires_at_ms, closed_why, reposts, added_no, company_id)
            values {}",
            rows(conn, jobs.len(), 17)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for job in jobs {
                let head = &job.head;
                query = query.bind(&job.job_id).bind(job.job_no).bind(&head.title).bind(&head.company)
                    .bind(&head.country).bind(head.remote).bind(head.employment).bind(head.seniority)
                    .bind(&head.language).bind(head.source).bind(&head.source_key)
                    .bind(head.posted_at_ms).bind(head.expires_at_ms).bind("").bind(0_i64)
                    .bind(job.added_no).bind(&head.company_id);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Changes what lists are made by. `reposted`: it was posted again; a closed job is open again.
pub(in super::super) async fn update_job(
    conn: &mut Conn<'_>,
    job_id: &str,
    head: &JobHead,
    reposted: bool,
) -> Result<()> {
    const SQL: &str = "
        update jobs set title = $2, company = $3, country = $4, remote = $5, employment = $6,
            seniority = $7, language = $8, source = $9, source_key = $10, expires_at_ms = $11,
            reposts = reposts + $12, closed_at_ms = null, closed_why = '', company_id = $13
        where job_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(job_id).bind(&head.title).bind(&head.company)
        .bind(&head.country).bind(head.remote).bind(head.employment).bind(head.seniority)
        .bind(&head.language).bind(head.source).bind(&head.source_key).bind(head.expires_at_ms)
        .bind(i64::from(reposted)).bind(&head.company_id).execute(c).await.map(drop))
}

/// Writes postings, new ones and changed ones; they are on offer.
pub(in super::super) async fn put_sources(
    conn: &mut Conn<'_>,
    sources: &[NewSource],
    now_ms: i64,
) -> Result<()> {
    for sources in in_sizes(sources) {
        let sql = format!(
            "insert into job_sources (source_key, job_id, board_id, posting, hash, first_seen_ms, last_seen_ms)
            values {}
            on conflict (source_key) do update set board_id = excluded.board_id,
                posting = excluded.posting, hash = excluded.hash, last_seen_ms = excluded.last_seen_ms,
                gone_at_ms = null",
            rows(conn, sources.len(), 7)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for source in sources {
                query = query.bind(&source.source_key).bind(&source.job_id).bind(&source.board_id)
                    .bind(&source.posting).bind(&source.hash).bind(now_ms).bind(now_ms);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Notes that postings are still offered as they were.
pub(in super::super) async fn touch_sources(
    conn: &mut Conn<'_>,
    keys: &[String],
    now_ms: i64,
) -> Result<()> {
    if keys.is_empty() {
        return Ok(());
    }
    let keys = padded(keys);
    let sql = format!(
        "update job_sources set last_seen_ms = $1 where source_key in ({})",
        places(2, keys.len())
    );
    on!(conn, c => {
        let mut query = sqlx::query(AssertSqlSafe(sql.as_str())).bind(now_ms);
        for key in keys {
            query = query.bind(key);
        }
        query.execute(c).await.map(drop)
    })
}

pub(in super::super) async fn insert_keys(
    conn: &mut Conn<'_>,
    keys: &[(i64, String)],
) -> Result<()> {
    for keys in in_sizes(keys) {
        let sql = format!(
            "insert into job_keys (job_key, job_id) values {} on conflict do nothing",
            rows(conn, keys.len(), 2)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str()));
            for (key, job_id) in keys {
                query = query.bind(key).bind(job_id);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Makes jobs findable by these words, in place of those they had.
pub(in super::super) async fn replace_words(
    conn: &mut Conn<'_>,
    words: &[(i64, String)],
) -> Result<()> {
    let numbers: Vec<i64> = words.iter().map(|(job_no, _)| *job_no).collect();
    delete_words(conn, &numbers).await?;
    insert_words(conn, words).await
}

/// Makes new jobs findable by these words.
pub(in super::super) async fn insert_words(
    conn: &mut Conn<'_>,
    words: &[(i64, String)],
) -> Result<()> {
    match conn {
        Conn::Sqlite(c) => {
            // FTS5 gathers words in memory and writes a part of its index when a row's number is lower than that of the
            // one before, and before every statement of several rows: a batch becomes one part only in statements of one
            // row each. Many are sent at once, because the way to SQLite's thread takes longer than a short statement.
            let mut words: Vec<&(i64, String)> = words.iter().collect();
            words.sort_unstable_by_key(|(job_no, _)| row_of(*job_no));
            for words in in_sizes(&words) {
                let sql = "insert into job_words (rowid, words) values (?, ?);".repeat(words.len());
                let mut query = sqlx::query(AssertSqlSafe(sql));
                for (job_no, text) in words {
                    query = query.bind(row_of(*job_no)).bind(text);
                }
                query.execute(&mut **c).await?;
            }
        }
        Conn::Postgres(c) => {
            // Its own parser reads a text ten times slower than this program, which knows what words are.
            const SQL: &str = "
                insert into job_words (job_no, words)
                select job_no, words::tsvector from unnest($1::bigint[], $2::text[]) as new (job_no, words)";
            let numbers: Vec<i64> = words.iter().map(|(job_no, _)| *job_no).collect();
            let texts: Vec<String> = words
                .iter()
                .map(|(job_no, text)| as_vector(text, &days_of(*job_no)))
                .collect();
            sqlx::query(SQL)
                .bind(numbers)
                .bind(texts)
                .execute(&mut **c)
                .await?;
        }
    }
    Ok(())
}

/// Words with their places as PostgreSQL writes a `tsvector`, and words that stand nowhere. It knows places up to 16,383
/// and as many of a word as a byte counts, and leaves out the others by itself.
fn as_vector(words: &str, nowhere: &[String]) -> String {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, word) in words.split_ascii_whitespace().enumerate() {
        places.entry(word).or_default().push(at + 1);
    }
    let mut vector = String::with_capacity(2 * words.len());
    for (word, places) in places {
        // Words are letters and digits: nothing in them has to be written otherwise.
        vector.push_str(word);
        for (before, at) in places.into_iter().enumerate() {
            let mark = if before == 0 { ':' } else { ',' };
            // Writing into a text does not fail.
            let _ = write!(vector, "{mark}{at}");
        }
        vector.push(' ');
    }
    vector.push_str(&nowhere.join(" "));
    vector
}

/// Takes jobs out of the search.
pub(in super::super) async fn delete_words(conn: &mut Conn<'_>, numbers: &[i64]) -> Result<()> {
    let (column, key): (_, fn(i64) -> i64) = match conn {
        Conn::Sqlite(_) => ("rowid", row_of),
        Conn::Postgres(_) => ("job_no", |job_no| job_no),
    };
    for numbers in numbers.chunks(AT_ONCE) {
        let numbers = padded(numbers);
        let sql = format!(
            "delete from job_words where {column} in ({})",
            places(1, numbers.len())
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str()));
            for job_no in numbers {
                query = query.bind(key(*job_no));
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
