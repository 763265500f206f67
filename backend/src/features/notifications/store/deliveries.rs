//! The table `deliveries`: what is still to be sent.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row to be written.
#[derive(Debug)]
pub(in super::super) struct NewDelivery<'a> {
    pub(in super::super) delivery_id: String,
    pub(in super::super) channel: &'static str,
    pub(in super::super) topic: &'a str,
    pub(in super::super) content_sealed: String,
    pub(in super::super) made_at_ms: i64,
}

/// A row that somebody holds and sends.
#[derive(Debug, Clone, sqlx::FromRow)]
pub(in super::super) struct DeliveryRow {
    pub(in super::super) delivery_id: String,
    pub(in super::super) account_id: AccountId,
    pub(in super::super) channel: String,
    pub(in super::super) topic: String,
    pub(in super::super) content_sealed: String,
    pub(in super::super) made_at_ms: i64,
    /// Until when it is held; who held it longer has it no more.
    pub(in super::super) leased_until_ms: i64,
    /// This one included.
    pub(in super::super) tries: i64,
}

pub(in super::super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    new: &NewDelivery<'_>,
) -> Result<()> {
    const SQL: &str = "
        insert into deliveries (delivery_id, account_id, channel, topic, content_sealed,
            made_at_ms, next_at_ms, leased_until_ms, tries)
        values ($1, $2, $3, $4, $5, $6, $6, 0, 0)";
    on!(conn, c => sqlx::query(SQL).bind(&new.delivery_id).bind(account).bind(new.channel)
        .bind(new.topic).bind(&new.content_sealed).bind(new.made_at_ms)
        .execute(c).await.map(drop))
}

/// Whether anything is due.
pub(in super::super) async fn is_any_due(conn: &mut Conn<'_>, now_ms: i64) -> Result<bool> {
    const SQL: &str = "
        select delivery_id from deliveries
        where next_at_ms <= $1 and leased_until_ms <= $1 limit 1";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(now_ms).fetch_optional(c).await)
        .map(|found| found.is_some())
}

/// Takes a delivery that is due, for as long as the lease lasts. Of one account and channel one at a time goes out, so
/// that somebody's slow server keeps nobody else's waiting.
pub(in super::super) async fn claim(
    conn: &mut Conn<'_>,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<DeliveryRow>> {
    const SQLITE: &str = "
        update deliveries set leased_until_ms = $2, tries = tries + 1
        where delivery_id = (select d.delivery_id from deliveries d
            where d.next_at_ms <= $1 and d.leased_until_ms <= $1
                and not exists (select 1 from deliveries o where o.account_id = d.account_id
                    and o.channel = d.channel and o.leased_until_ms > $1)
            order by d.next_at_ms, d.delivery_id limit 1)
        returning delivery_id, account_id, channel, topic, content_sealed, made_at_ms,
            leased_until_ms, tries";
    const POSTGRES: &str = "
        update deliveries set leased_until_ms = $2, tries = tries + 1
        where delivery_id = (select d.delivery_id from deliveries d
            where d.next_at_ms <= $1 and d.leased_until_ms <= $1
                and not exists (select 1 from deliveries o where o.account_id = d.account_id
                    and o.channel = d.channel and o.leased_until_ms > $1)
            order by d.next_at_ms, d.delivery_id limit 1 for update skip locked)
        returning delivery_id, account_id, channel, topic, content_sealed, made_at_ms,
            leased_until_ms, tries";
    // Two that claim at once would not see each other's lease. SQLite has one writer anyway.
    const ONE_AT_A_TIME: &str = "select pg_advisory_xact_lock(7001016)";
    if let Conn::Postgres(c) = conn {
        sqlx::query(ONE_AT_A_TIME).execute(&mut **c).await?;
    }
    let sql = match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Postgres(_) => POSTGRES,
    };
    on!(conn, c => sqlx::query_as::<_, DeliveryRow>(sql).bind(now_ms).bind(until_ms)
        .fetch_optional(c).await)
}

/// Ends a delivery that was sent or given up. `false` where somebody else holds it by now.
pub(in super::super) async fn delete(
    conn: &mut Conn<'_>,
    delivery_id: &str,
    leased_until_ms: i64,
) -> Result<bool> {
    const SQL: &str = "delete from deliveries where delivery_id = $1 and leased_until_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(delivery_id).bind(leased_until_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Lets a delivery wait. `was_tried`: it was taken to be tried, which counted as a try, and was. `false` where somebody
/// else holds it by now.
pub(in super::super) async fn put_off(
    conn: &mut Conn<'_>,
    delivery_id: &str,
    leased_until_ms: i64,
    next_at_ms: i64,
    was_tried: bool,
) -> Result<bool> {
    const SQL: &str = "
        update deliveries set leased_until_ms = 0, next_at_ms = $3, tries = tries - $4
        where delivery_id = $1 and leased_until_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(delivery_id).bind(leased_until_ms).bind(next_at_ms)
        .bind(i64::from(!was_tried)).execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Lets what was put off by one channel go out at once.
pub(in super::super) async fn update_due(
    conn: &mut Conn<'_>,
    account: &AccountId,
    channel: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update deliveries set next_at_ms = $3
        where account_id = $1 and channel = $2 and next_at_ms > $3";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(channel).bind(now_ms)
        .execute(c).await.map(drop))
}

/// Takes back what is to be sent about something.
pub(in super::super) async fn delete_topic(
    conn: &mut Conn<'_>,
    account: &AccountId,
    topic: &str,
) -> Result<()> {
    const SQL: &str = "delete from deliveries where account_id = $1 and topic = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(topic).execute(c).await.map(drop))
}

/// Takes back what is to be sent about something by one channel.
pub(in super::super) async fn delete_topic_of(
    conn: &mut Conn<'_>,
    account: &AccountId,
    channel: &str,
    topic: &str,
) -> Result<()> {
    const SQL: &str =
        "delete from deliveries where account_id = $1 and channel = $2 and topic = $3";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(channel).bind(topic)
        .execute(c).await.map(drop))
}

/// Takes back all that is to be sent by one channel.
pub(in super::super) async fn delete_channel(
    conn: &mut Conn<'_>,
    account: &AccountId,
    channel: &str,
) -> Result<()> {
    const SQL: &str = "delete from deliveries where account_id = $1 and channel = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(channel).execute(c).await.map(drop))
}
