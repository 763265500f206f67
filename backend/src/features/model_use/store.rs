//! The tables `model_calls` and `model_days`.

use super::rules::Use;
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// The calls of one day, purpose and model, added up.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct LineRow {
    pub(super) day: String,
    pub(super) purpose: String,
    pub(super) model: String,
    pub(super) calls: i64,
    pub(super) failed: i64,
    pub(super) tokens_in: i64,
    pub(super) tokens_out: i64,
    pub(super) cost_micro_dollars: i64,
}

/// A call that begins.
#[derive(Debug)]
pub(super) struct NewCall<'c> {
    pub(super) call_id: &'c str,
    pub(super) day: &'c str,
    pub(super) called_at_ms: i64,
    pub(super) purpose: &'static str,
    pub(super) model: &'c str,
    /// The most it can take.
    pub(super) most: Use,
}

/// Takes the account's day for this transaction: until its end nobody else adds a call to it.
pub(super) async fn lock_day(
    conn: &mut Conn<'_>,
    account: &AccountId,
    day: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into model_days (account_id, day, changed_at_ms)
        values ($1, $2, $3)
        on conflict (account_id, day) do update set changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(day).bind(now_ms).execute(c).await.map(drop))
}

/// What the account used on a day.
pub(super) async fn find_use(conn: &mut Conn<'_>, account: &AccountId, day: &str) -> Result<Use> {
    const SQL: &str = "
        select cast(coalesce(sum(tokens_in), 0) as bigint),
            cast(coalesce(sum(tokens_out), 0) as bigint),
            cast(coalesce(sum(cost_micro_dollars), 0) as bigint)
        from model_calls where account_id = $1 and day = $2";
    let (tokens_in, tokens_out, cost_micro_dollars) = on!(conn, c => sqlx::query_as::<_, (i64, i64, i64)>(SQL)
        .bind(account).bind(day).fetch_one(c).await)?;
    Ok(Use {
        tokens_in,
        tokens_out,
        cost_micro_dollars,
    })
}

/// What the account used on a day for one purpose.
pub(super) async fn find_use_for(
    conn: &mut Conn<'_>,
    account: &AccountId,
    day: &str,
    purpose: &str,
) -> Result<Use> {
    const SQL: &str = "
        select cast(coalesce(sum(tokens_in), 0) as bigint),
            cast(coalesce(sum(tokens_out), 0) as bigint),
            cast(coalesce(sum(cost_micro_dollars), 0) as bigint)
        from model_calls where account_id = $1 and day = $2 and purpose = $3";
    let (tokens_in, tokens_out, cost_micro_dollars) = on!(conn, c => sqlx::query_as::<_, (i64, i64, i64)>(SQL)
        .bind(account).bind(day).bind(purpose).fetch_one(c).await)?;
    Ok(Use {
        tokens_in,
        tokens_out,
        cost_micro_dollars,
    })
}

/// Stores a call that begins, with the most it can take.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    call: &NewCall<'_>,
) -> Result<()> {
    const SQL: &str = "
        insert into model_calls (call_id, account_id, day, called_at_ms, purpose, model, outcome,
            tokens_in, tokens_out, cost_micro_dollars)
        values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)";
    on!(conn, c => sqlx::query(SQL)
        .bind(call.call_id)
        .bind(account)
        .bind(call.day)
        .bind(call.called_at_ms)
        .bind(call.purpose)
        .bind(call.model)
        .bind(call.most.tokens_in)
        .bind(call.most.tokens_out)
        .bind(call.most.cost_micro_dollars)
        .execute(c).await.map(drop))
}

/// Says how a call ended and what it took.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    call_id: &str,
    outcome: &'static str,
    took: Use,
) -> Result<()> {
    const SQL: &str = "
        update model_calls set outcome = $2, tokens_in = $3, tokens_out = $4,
            cost_micro_dollars = $5
        where call_id = $1";
    on!(conn, c => sqlx::query(SQL)
        .bind(call_id)
        .bind(outcome)
        .bind(took.tokens_in)
        .bind(took.tokens_out)
        .bind(took.cost_micro_dollars)
        .execute(c).await.map(drop))
}

/// The account's calls from a day on, added up, newest day first.
pub(super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    from_day: &str,
) -> Result<Vec<LineRow>> {
    const SQL: &str = "
        select day, purpose, model, cast(count(*) as bigint) as calls,
            cast(sum(case when outcome = 'failed' then 1 else 0 end) as bigint) as failed,
            cast(sum(tokens_in) as bigint) as tokens_in,
            cast(sum(tokens_out) as bigint) as tokens_out,
            cast(sum(cost_micro_dollars) as bigint) as cost_micro_dollars
        from model_calls where account_id = $1 and day >= $2
        group by day, purpose, model
        order by day desc, purpose, model";
    on!(conn, c => sqlx::query_as::<_, LineRow>(SQL)
        .bind(account).bind(from_day).fetch_all(c).await)
}

/// Takes `more` tokens of the server's day for a purpose, if it stays within `most`. Until the end of the transaction
/// nobody else takes of it.
pub(super) async fn take_server_day(
    conn: &mut Conn<'_>,
    day: &str,
    purpose: &'static str,
    more: i64,
    most: i64,
) -> Result<bool> {
    const BEGIN: &str = "
        insert into model_server_days (day, purpose, tokens) values ($1, $2, 0)
        on conflict (day, purpose) do nothing";
    const TAKE: &str = "
        update model_server_days set tokens = tokens + $3
        where day = $1 and purpose = $2 and tokens <= $4 - $3";
    on!(conn, c => sqlx::query(BEGIN).bind(day).bind(purpose).execute(c).await.map(drop))?;
    on!(conn, c => sqlx::query(TAKE).bind(day).bind(purpose).bind(more).bind(most)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Gives back what was not needed of the server's day.
pub(super) async fn give_back_server_day(
    conn: &mut Conn<'_>,
    day: &str,
    purpose: &'static str,
    tokens: i64,
) -> Result<()> {
    const SQL: &str = "
        update model_server_days set tokens = tokens - $3 where day = $1 and purpose = $2";
    on!(conn, c => sqlx::query(SQL).bind(day).bind(purpose).bind(tokens)
        .execute(c).await.map(drop))
}
