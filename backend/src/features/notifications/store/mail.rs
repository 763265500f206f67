//! The tables `mail_addresses` and `mail_stops`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `mail_addresses`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct AddressRow {
    pub(in super::super) account_id: AccountId,
    pub(in super::super) confirm_hash: Option<String>,
    pub(in super::super) confirm_until_ms: i64,
    pub(in super::super) asked_at_ms: i64,
    pub(in super::super) asked_today: i64,
    pub(in super::super) confirmed_at_ms: Option<i64>,
    pub(in super::super) refusals: i64,
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<AddressRow>> {
    const SQL: &str = "
        select account_id, confirm_hash, confirm_until_ms, asked_at_ms, asked_today,
            confirmed_at_ms, refusals
        from mail_addresses where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, AddressRow>(SQL).bind(account).fetch_optional(c).await)
}

/// Whose link it is that has this hash, while it works.
pub(in super::super) async fn find_by_link(
    conn: &mut Conn<'_>,
    hash: &str,
    now_ms: i64,
) -> Result<Option<AddressRow>> {
    const SQL: &str = "
        select account_id, confirm_hash, confirm_until_ms, asked_at_ms, asked_today,
            confirmed_at_ms, refusals
        from mail_addresses where confirm_hash = $1 and confirm_until_ms > $2";
    on!(conn, c => sqlx::query_as::<_, AddressRow>(SQL).bind(hash).bind(now_ms)
        .fetch_optional(c).await)
}

pub(in super::super) async fn put(conn: &mut Conn<'_>, row: &AddressRow) -> Result<()> {
    const SQL: &str = "
        insert into mail_addresses (account_id, confirm_hash, confirm_until_ms, asked_at_ms,
            asked_today, confirmed_at_ms, refusals)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (account_id) do update set confirm_hash = excluded.confirm_hash,
            confirm_until_ms = excluded.confirm_until_ms, asked_at_ms = excluded.asked_at_ms,
            asked_today = excluded.asked_today, confirmed_at_ms = excluded.confirmed_at_ms,
            refusals = excluded.refusals";
    on!(conn, c => sqlx::query(SQL).bind(&row.account_id).bind(&row.confirm_hash)
        .bind(row.confirm_until_ms).bind(row.asked_at_ms).bind(row.asked_today)
        .bind(row.confirmed_at_ms).bind(row.refusals).execute(c).await.map(drop))
}

/// Uses a link up: its account's address is confirmed. `false` where it was used meanwhile.
pub(in super::super) async fn confirm(
    conn: &mut Conn<'_>,
    hash: &str,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update mail_addresses set confirm_hash = null, confirmed_at_ms = $2, refusals = 0
        where confirm_hash = $1 and confirm_until_ms > $2";
    on!(conn, c => sqlx::query(SQL).bind(hash).bind(now_ms).execute(c).await
        .map(|done| done.rows_affected() == 1))
}

/// Notes that the address took a letter.
pub(in super::super) async fn update_taken(conn: &mut Conn<'_>, account: &AccountId) -> Result<()> {
    const SQL: &str =
        "update mail_addresses set refusals = 0 where account_id = $1 and refusals > 0";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Notes that the address refused a letter for good; how often in a row it did.
pub(in super::super) async fn update_refused(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<i64>> {
    const SQL: &str = "
        update mail_addresses set refusals = refusals + 1 where account_id = $1 returning refusals";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_optional(c).await)
}

/// The address counts as confirmed no more.
pub(in super::super) async fn update_unconfirmed(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<()> {
    const SQL: &str = "update mail_addresses set confirmed_at_ms = null where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Whether e-mails about something were stopped.
pub(in super::super) async fn is_stopped(
    conn: &mut Conn<'_>,
    account: &AccountId,
    topic: &str,
) -> Result<bool> {
    const SQL: &str = "select topic from mail_stops where account_id = $1 and topic = $2";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).bind(topic)
        .fetch_optional(c).await)
    .map(|found| found.is_some())
}

/// Stops e-mails about something; nothing where the account is gone.
pub(in super::super) async fn put_stop(
    conn: &mut Conn<'_>,
    account: &AccountId,
    topic: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into mail_stops (account_id, topic, stopped_at_ms)
        select account_id, $2, $3 from accounts where account_id = $1
        on conflict (account_id, topic) do nothing";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(topic).bind(now_ms)
        .execute(c).await.map(drop))
}

pub(in super::super) async fn delete_stop(
    conn: &mut Conn<'_>,
    account: &AccountId,
    topic: &str,
) -> Result<()> {
    const SQL: &str = "delete from mail_stops where account_id = $1 and topic = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(topic).execute(c).await.map(drop))
}
