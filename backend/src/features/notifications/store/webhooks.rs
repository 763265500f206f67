//! The table `webhooks`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `webhooks`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct WebhookRow {
    pub(in super::super) url_sealed: String,
    pub(in super::super) secret_sealed: String,
    pub(in super::super) failures: i64,
    pub(in super::super) failing_since_ms: Option<i64>,
    pub(in super::super) problem: String,
    pub(in super::super) delivered_at_ms: Option<i64>,
    pub(in super::super) off_at_ms: Option<i64>,
    /// What signed before the secret was renewed; it counts until `old_secret_until_ms`.
    pub(in super::super) old_secret_sealed: Option<String>,
    pub(in super::super) old_secret_until_ms: Option<i64>,
    /// Until when its receiver asked to be left alone.
    pub(in super::super) paused_until_ms: Option<i64>,
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<WebhookRow>> {
    const SQL: &str = "
        select url_sealed, secret_sealed, failures, failing_since_ms, problem, delivered_at_ms,
            off_at_ms, old_secret_sealed, old_secret_until_ms, paused_until_ms
        from webhooks where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, WebhookRow>(SQL).bind(account).fetch_optional(c).await)
}

/// Whether there is one that is called.
pub(in super::super) async fn is_on(conn: &mut Conn<'_>, account: &AccountId) -> Result<bool> {
    Ok(find(conn, account)
        .await?
        .is_some_and(|row| row.off_at_ms.is_none()))
}

/// Stores a webhook in place of the one there was; nothing is known of how it works.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    url_sealed: &str,
    secret_sealed: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into webhooks (account_id, url_sealed, secret_sealed, made_at_ms, failures, problem)
        values ($1, $2, $3, $4, 0, '')
        on conflict (account_id) do update set url_sealed = excluded.url_sealed,
            secret_sealed = excluded.secret_sealed, made_at_ms = excluded.made_at_ms, failures = 0,
            failing_since_ms = null, problem = '', delivered_at_ms = null, off_at_ms = null,
            old_secret_sealed = null, old_secret_until_ms = null, paused_until_ms = null";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(url_sealed).bind(secret_sealed)
        .bind(now_ms).execute(c).await.map(drop))
}

/// Stores another secret in place of `row`'s; that one, sealed as the older one, counts until `old_until_ms`. What is
/// known of how the webhook works stays. `false` where somebody else has replaced it by now.
pub(in super::super) async fn update_secret(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &WebhookRow,
    secret_sealed: &str,
    old_sealed: &str,
    old_until_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update webhooks set secret_sealed = $2, old_secret_sealed = $3, old_secret_until_ms = $4
        where account_id = $1 and secret_sealed = $5";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(secret_sealed).bind(old_sealed)
        .bind(old_until_ms).bind(&row.secret_sealed).execute(c).await
        .map(|done| done.rows_affected() == 1))
}

/// Forgets older secrets that do not count any more; how many there were.
pub(in super::super) async fn forget_old_secrets(conn: &mut Conn<'_>, now_ms: i64) -> Result<u64> {
    const SQL: &str = "
        update webhooks set old_secret_sealed = null, old_secret_until_ms = null
        where old_secret_until_ms <= $1";
    on!(conn, c => sqlx::query(SQL).bind(now_ms).execute(c).await
        .map(|done| done.rows_affected()))
}

/// Ends the older secret; `false` where there is no webhook.
pub(in super::super) async fn update_old_secret_ended(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<bool> {
    const SQL: &str = "
        update webhooks set old_secret_sealed = null, old_secret_until_ms = null
        where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await
        .map(|done| done.rows_affected() == 1))
}

/// Notes until when it is left alone.
pub(in super::super) async fn update_paused(
    conn: &mut Conn<'_>,
    account: &AccountId,
    until_ms: i64,
) -> Result<()> {
    const SQL: &str = "update webhooks set paused_until_ms = $2 where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(until_ms).execute(c).await.map(drop))
}

/// Switches one on again.
pub(in super::super) async fn update_on(conn: &mut Conn<'_>, account: &AccountId) -> Result<()> {
    const SQL: &str = "
        update webhooks set failures = 0, failing_since_ms = null, problem = '', off_at_ms = null,
            paused_until_ms = null
        where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Notes that its owner has it tried now; `false` where it was tried after `since_ms`.
pub(in super::super) async fn update_tested(
    conn: &mut Conn<'_>,
    account: &AccountId,
    since_ms: i64,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update webhooks set tested_at_ms = $3
        where account_id = $1 and coalesce(tested_at_ms, 0) <= $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(since_ms).bind(now_ms).execute(c).await
        .map(|done| done.rows_affected() == 1))
}

/// Notes that it took something.
pub(in super::super) async fn update_taken(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update webhooks set failures = 0, failing_since_ms = null, problem = '', delivered_at_ms = $2,
            paused_until_ms = null
        where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// Notes that it did not take something; how often in a row, and since when.
pub(in super::super) async fn update_failed(
    conn: &mut Conn<'_>,
    account: &AccountId,
    problem: &str,
    now_ms: i64,
) -> Result<Option<(i64, i64)>> {
    const SQL: &str = "
        update webhooks set failures = failures + 1, problem = $2,
            failing_since_ms = coalesce(failing_since_ms, $3)
        where account_id = $1 and off_at_ms is null
        returning failures, failing_since_ms";
    on!(conn, c => sqlx::query_as::<_, (i64, i64)>(SQL).bind(account).bind(problem).bind(now_ms)
        .fetch_optional(c).await)
}

/// Switches it off.
pub(in super::super) async fn update_off(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "update webhooks set off_at_ms = $2 where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// Deletes it; `false` where there is none.
pub(in super::super) async fn delete(conn: &mut Conn<'_>, account: &AccountId) -> Result<bool> {
    const SQL: &str = "delete from webhooks where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await
        .map(|done| done.rows_affected() == 1))
}
