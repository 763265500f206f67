//! The table `match_runs`: who is to be matched when, and how that went.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A search for matches.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct RunRow {
    pub(in super::super) state: String,
    pub(in super::super) asked_at_ms: i64,
    pub(in super::super) next_at_ms: i64,
    pub(in super::super) leased_until_ms: i64,
    pub(in super::super) ended_at_ms: Option<i64>,
    pub(in super::super) postings: i64,
    pub(in super::super) found: i64,
    pub(in super::super) failures: i64,
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<RunRow>> {
    const SQL: &str = "
        select state, asked_at_ms, next_at_ms, leased_until_ms, ended_at_ms, postings, found, failures
        from match_runs where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, RunRow>(SQL).bind(account).fetch_optional(c).await)
}

/// Asks for a search now. One that waits is left as it is; one that runs is done once more when it ends.
pub(in super::super) async fn ask(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into match_runs (account_id, state, asked_at_ms, next_at_ms, leased_until_ms,
            postings, found, failures)
        values ($1, 'waiting', $2, $2, 0, 0, 0, 0)
        on conflict (account_id) do update set asked_at_ms = $2, next_at_ms = $2,
            state = case when match_runs.state = 'running' then 'running' else 'waiting' end
        where match_runs.state <> 'waiting' or match_runs.next_at_ms > $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// Adds an account to those that are matched every day; nothing where it is among them.
pub(in super::super) async fn enrol(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into match_runs (account_id, state, asked_at_ms, next_at_ms, leased_until_ms,
            postings, found, failures)
        values ($1, 'waiting', $2, $2, 0, 0, 0, 0) on conflict do nothing";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// When the last of the searches that are due was asked for; nothing where none is due.
pub(in super::super) async fn last_due(conn: &mut Conn<'_>, now_ms: i64) -> Result<Option<i64>> {
    const SQL: &str = "
        select max(asked_at_ms) from match_runs
        where next_at_ms <= $1 and leased_until_ms <= $1";
    on!(conn, c => sqlx::query_scalar::<_, Option<i64>>(SQL).bind(now_ms).fetch_one(c).await)
}

/// Takes a search that is due, for as long as the lease lasts; nobody else gets it meanwhile. Its account, and when it
/// was asked for.
pub(in super::super) async fn claim(
    conn: &mut Conn<'_>,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<(AccountId, i64)>> {
    const SQLITE: &str = "
        update match_runs set state = 'running', leased_until_ms = $2
        where account_id = (select account_id from match_runs
            where next_at_ms <= $1 and leased_until_ms <= $1 order by next_at_ms, account_id limit 1)
        returning account_id, asked_at_ms";
    const POSTGRES: &str = "
        update match_runs set state = 'running', leased_until_ms = $2
        where account_id = (select account_id from match_runs
            where next_at_ms <= $1 and leased_until_ms <= $1 order by next_at_ms, account_id limit 1
            for update skip locked)
        returning account_id, asked_at_ms";
    let sql = match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Postgres(_) => POSTGRES,
    };
    on!(conn, c => sqlx::query_as::<_, (AccountId, i64)>(sql).bind(now_ms).bind(until_ms)
        .fetch_optional(c).await)
}

/// How a search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Ended {
    /// Until when it was taken: nobody else's.
    pub(in super::super) leased_until_ms: i64,
    /// When it was asked for; where that was again meanwhile, it is done once more.
    pub(in super::super) asked_at_ms: i64,
    pub(in super::super) next_at_ms: i64,
    pub(in super::super) postings: i64,
    pub(in super::super) found: i64,
}

/// Notes that a search is done. `false` where it was not this one's any more: then its result must not be kept.
pub(in super::super) async fn finish(
    conn: &mut Conn<'_>,
    account: &AccountId,
    ended: &Ended,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update match_runs set leased_until_ms = 0, ended_at_ms = $5, postings = $6, found = $7,
            failures = 0,
            state = case when asked_at_ms = $3 then 'done' else 'waiting' end,
            next_at_ms = case when asked_at_ms = $3 then $4 else next_at_ms end
        where account_id = $1 and leased_until_ms = $2 and state = 'running'";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(ended.leased_until_ms)
        .bind(ended.asked_at_ms).bind(ended.next_at_ms).bind(now_ms).bind(ended.postings)
        .bind(ended.found).execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Keeps searches from ending until this transaction does.
pub(in super::super) async fn hold(conn: &mut Conn<'_>, account: &AccountId) -> Result<()> {
    const SQL: &str = "update match_runs set found = found where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Notes that a search broke off, and when it is tried again.
pub(in super::super) async fn fail(
    conn: &mut Conn<'_>,
    account: &AccountId,
    leased_until_ms: i64,
    next_at_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update match_runs set state = 'failed', leased_until_ms = 0, failures = failures + 1,
            next_at_ms = $3
        where account_id = $1 and leased_until_ms = $2 and state = 'running'";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(leased_until_ms).bind(next_at_ms)
        .execute(c).await.map(drop))
}
