//! The table `saved_searches`. Every call names the account: a search's id alone finds nothing.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `saved_searches`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct SavedRow {
    pub(in super::super) search_id: String,
    pub(in super::super) search_sealed: String,
    pub(in super::super) seen_no: i64,
    pub(in super::super) saved_at_ms: i64,
}

/// The number of the job that came in last. Numbers are given in the order in which batches become visible, so that no
/// job with a lower number appears later.
pub(in super::super) async fn find_last_number(conn: &mut Conn<'_>) -> Result<i64> {
    const SQL: &str = "select last_number from job_numbers where id = 1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)
}

/// The searches of an account, the first saved first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    limit: i64,
) -> Result<Vec<SavedRow>> {
    const SQL: &str = "
        select search_id, search_sealed, seen_no, saved_at_ms from saved_searches
        where account_id = $1 order by saved_at_ms, search_id limit $2";
    on!(conn, c => sqlx::query_as::<_, SavedRow>(SQL).bind(account).bind(limit)
        .fetch_all(c).await)
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    search_id: &str,
) -> Result<Option<SavedRow>> {
    const SQL: &str = "
        select search_id, search_sealed, seen_no, saved_at_ms from saved_searches
        where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query_as::<_, SavedRow>(SQL).bind(account).bind(search_id)
        .fetch_optional(c).await)
}

/// How many searches an account has.
pub(in super::super) async fn count(conn: &mut Conn<'_>, account: &AccountId) -> Result<i64> {
    const SQL: &str = "select count(*) from saved_searches where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores a search, in place of one with its id; that one's time stays.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &SavedRow,
) -> Result<()> {
    const SQL: &str = "
        insert into saved_searches (account_id, search_id, search_sealed, seen_no, saved_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (account_id, search_id) do update
            set search_sealed = excluded.search_sealed, seen_no = excluded.seen_no";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(&row.search_id).bind(&row.search_sealed)
        .bind(row.seen_no).bind(row.saved_at_ms).execute(c).await.map(drop))
}

/// Notes that the jobs up to a number were looked at; never fewer than before. `false` if there is no such search.
pub(in super::super) async fn update_seen(
    conn: &mut Conn<'_>,
    account: &AccountId,
    search_id: &str,
    seen_no: i64,
) -> Result<bool> {
    const SQL: &str = "
        update saved_searches set seen_no = case when seen_no < $3 then $3 else seen_no end
        where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(search_id).bind(seen_no)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Deletes a search. `false` if there is no such one.
pub(in super::super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    search_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from saved_searches where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(search_id)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// How many open jobs a query finds among those that came in after a number (of these, the last 20,000), counted up to
/// `most`; `query` is in the words of the database in use.
pub(in super::super) async fn count_new(
    conn: &mut Conn<'_>,
    query: Option<&str>,
    from: i64,
    after: i64,
    most: i64,
) -> Result<i64> {
    const EVERY: &str = "
        select count(*) from (select 1 from jobs
            where closed_at_ms is null and added_no > $1 and job_no >= $2 limit $3) as found";
    const SQLITE: &str = "
        select count(*) from (select 1 from job_words
            where job_words match $4 and rowid <= (1 << 56) - $2 and rowid in (
                select (1 << 56) - job_no from jobs where closed_at_ms is null and added_no > $1
                order by added_no desc limit 20000)
            limit $3) as found";
    const POSTGRES: &str = "
        select count(*) from (select 1 from job_words
            where words @@ (select to_tsquery('simple', $4)) and job_no >= $2 and job_no in (
                select job_no from jobs where closed_at_ms is null and added_no > $1
                order by added_no desc limit 20000)
            limit $3) as found";
    let sql = match (query, &*conn) {
        (None, _) => EVERY,
        (Some(_), Conn::Sqlite(_)) => SQLITE,
        (Some(_), Conn::Postgres(_)) => POSTGRES,
    };
    on!(conn, c => {
        let mut counted = sqlx::query_scalar::<_, i64>(sql).bind(after).bind(from).bind(most);
        if let Some(query) = query {
            counted = counted.bind(query);
        }
        counted.fetch_one(c).await
    })
}
