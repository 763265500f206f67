//! The tables of matches. Every call but the ones that hand out work names its account.

pub(super) mod looks;
pub(super) mod marks;
pub(super) mod runs;
pub(super) mod scores;
pub(super) mod terms;
pub(super) mod vectors;

use sqlx::AssertSqlSafe;

use crate::db::many::{self, in_sizes};
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A match, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct MatchRow {
    pub(super) match_id: String,
    pub(super) job_id: String,
    pub(super) job_no: i64,
    pub(super) score: i64,
    pub(super) knocked: i64,
    pub(super) remote: String,
    pub(super) country: String,
    pub(super) posted_at_ms: i64,
    pub(super) matched_at_ms: i64,
    pub(super) why_sealed: String,
}

const COLUMNS: &str = "match_id, job_id, job_no, score, knocked, remote, country, posted_at_ms,
    matched_at_ms, why_sealed";

/// Which matches, and from where on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted<'a> {
    pub(super) newest_first: bool,
    /// In tenths.
    pub(super) min_score: i64,
    /// Empty for any.
    pub(super) remote: &'a str,
    /// Empty for any.
    pub(super) country: &'a str,
    pub(super) posted_since_ms: i64,
    pub(super) without_knockouts: bool,
    /// After the one with this score and number.
    pub(super) after: (i64, i64),
}

impl Wanted<'_> {
    /// All of them, the best first.
    pub(super) const BEST: Self = Self {
        newest_first: false,
        min_score: 0,
        remote: "",
        country: "",
        posted_since_ms: i64::MIN,
        without_knockouts: false,
        after: (i64::MAX, i64::MAX),
    };
}

/// The matches of an account, without those that were removed.
pub(super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    wanted: &Wanted<'_>,
    limit: i64,
) -> Result<Vec<MatchRow>> {
    let (after, order) = if wanted.newest_first {
        (
            "job_no < $8 or (job_no = $8 and score < $7)",
            "job_no desc, score desc",
        )
    } else {
        (
            "score < $7 or (score = $7 and job_no < $8)",
            "score desc, job_no desc",
        )
    };
    let sql = format!(
        "select {COLUMNS} from matches
        where account_id = $1 and score >= $2 and ($3 = '' or remote = $3)
            and ($4 = '' or country = $4) and posted_at_ms >= $5 and knocked <= $6 and ({after})
        order by {order} limit $9"
    );
    let most_knocked = i64::from(!wanted.without_knockouts);
    on!(conn, c => sqlx::query_as::<_, MatchRow>(AssertSqlSafe(sql.as_str())).bind(account)
        .bind(wanted.min_score).bind(wanted.remote).bind(wanted.country)
        .bind(wanted.posted_since_ms).bind(most_knocked)
        .bind(wanted.after.0).bind(wanted.after.1).bind(limit).fetch_all(c).await)
}

pub(super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
) -> Result<Option<MatchRow>> {
    let sql = format!("select {COLUMNS} from matches where account_id = $1 and job_id = $2");
    on!(conn, c => sqlx::query_as::<_, MatchRow>(AssertSqlSafe(sql.as_str()))
        .bind(account).bind(job_id).fetch_optional(c).await)
}

/// When each match of an account was found first: job, id, time.
pub(super) async fn list_found(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Vec<(String, String, i64)>> {
    const SQL: &str = "select job_id, match_id, matched_at_ms from matches where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, (String, String, i64)>(SQL).bind(account)
        .fetch_all(c).await)
}

/// Another score, in tenths, with its reasons.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    match_id: &str,
    score: i64,
    why_sealed: &str,
) -> Result<()> {
    const SQL: &str = "update matches set score = $2, why_sealed = $3 where match_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(match_id).bind(score).bind(why_sealed)
        .execute(c).await.map(drop))
}

pub(super) async fn delete(conn: &mut Conn<'_>, account: &AccountId, job_id: &str) -> Result<()> {
    const SQL: &str = "delete from matches where account_id = $1 and job_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(job_id).execute(c).await.map(drop))
}

pub(super) async fn delete_all(conn: &mut Conn<'_>, account: &AccountId) -> Result<()> {
    const SQL: &str = "delete from matches where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    rows: &[MatchRow],
) -> Result<()> {
    for rows in in_sizes(rows) {
        let sql = format!(
            "insert into matches (account_id, {COLUMNS}) values {}",
            many::rows(conn, rows.len(), 11)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str()));
            for row in rows {
                query = query.bind(account).bind(&row.match_id).bind(&row.job_id).bind(row.job_no)
                    .bind(row.score).bind(row.knocked).bind(&row.remote).bind(&row.country)
                    .bind(row.posted_at_ms).bind(row.matched_at_ms).bind(&row.why_sealed);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
