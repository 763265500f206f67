//! The tables `match_looks` and `match_look_runs`: what a model made of matches, and whose wait for it.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// What a model made of a job, sealed.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct LookRow {
    pub(in super::super) look_id: String,
    pub(in super::super) job_id: String,
    pub(in super::super) look_sealed: String,
}

/// All looks of an account: no more than it has matches.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Vec<LookRow>> {
    const SQL: &str = "
        select look_id, job_id, look_sealed from match_looks where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, LookRow>(SQL).bind(account).fetch_all(c).await)
}

pub(in super::super) async fn find_id(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
) -> Result<Option<String>> {
    const SQL: &str = "select look_id from match_looks where account_id = $1 and job_id = $2";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).bind(job_id)
        .fetch_optional(c).await)
}

/// Keeps a look in place of an earlier one. `false` where there is no such job any more.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &LookRow,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        insert into match_looks (look_id, account_id, job_id, look_sealed, looked_at_ms)
        select cast($1 as text), cast($2 as text), job_id, cast($4 as text), cast($5 as bigint)
        from jobs where job_id = $3
        on conflict (look_id) do update set look_sealed = excluded.look_sealed,
            looked_at_ms = excluded.looked_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(&row.look_id).bind(account).bind(&row.job_id)
        .bind(&row.look_sealed).bind(now_ms).execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Deletes the looks at jobs that are none of the account's matches any more.
pub(in super::super) async fn delete_others(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<()> {
    const SQL: &str = "
        delete from match_looks where account_id = $1 and job_id not in
            (select job_id from matches where account_id = $1)";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Asks for a second look. One that is under way is done once more when it ends.
pub(in super::super) async fn ask(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into match_look_runs (account_id, asked_at_ms, leased_until_ms) values ($1, $2, 0)
        on conflict (account_id) do update set asked_at_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// Takes one that nobody has, the longest waiting first: its account, and when it was asked for.
pub(in super::super) async fn claim(
    conn: &mut Conn<'_>,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<(AccountId, i64)>> {
    const SQLITE: &str = "
        update match_look_runs set leased_until_ms = $2
        where account_id = (select account_id from match_look_runs
            where leased_until_ms <= $1 order by asked_at_ms, account_id limit 1)
        returning account_id, asked_at_ms";
    const POSTGRES: &str = "
        update match_look_runs set leased_until_ms = $2
        where account_id = (select account_id from match_look_runs
            where leased_until_ms <= $1 order by asked_at_ms, account_id limit 1
            for update skip locked)
        returning account_id, asked_at_ms";
    let sql = match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Postgres(_) => POSTGRES,
    };
    on!(conn, c => sqlx::query_as::<_, (AccountId, i64)>(sql).bind(now_ms).bind(until_ms)
        .fetch_optional(c).await)
}

/// Notes that one is done; where it was asked for again meanwhile, it is due.
pub(in super::super) async fn finish(
    conn: &mut Conn<'_>,
    account: &AccountId,
    asked_at_ms: i64,
    leased_until_ms: i64,
) -> Result<()> {
    const DELETE: &str = "
        delete from match_look_runs
        where account_id = $1 and asked_at_ms = $2 and leased_until_ms = $3";
    const AGAIN: &str = "
        update match_look_runs set leased_until_ms = 0
        where account_id = $1 and leased_until_ms = $2";
    on!(conn, c => sqlx::query(DELETE).bind(account).bind(asked_at_ms).bind(leased_until_ms)
        .execute(c).await.map(drop))?;
    on!(conn, c => sqlx::query(AGAIN).bind(account).bind(leased_until_ms)
        .execute(c).await.map(drop))
}
