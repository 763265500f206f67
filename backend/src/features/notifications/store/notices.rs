//! The table `notifications`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `notifications`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct NoticeRow {
    pub(in super::super) notification_id: String,
    pub(in super::super) kind: String,
    pub(in super::super) content_sealed: String,
    pub(in super::super) made_at_ms: i64,
    pub(in super::super) read_at_ms: Option<i64>,
}

pub(in super::super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &NoticeRow,
) -> Result<()> {
    const SQL: &str = "
        insert into notifications
            (notification_id, account_id, kind, content_sealed, made_at_ms, read_at_ms)
        values ($1, $2, $3, $4, $5, $6)";
    on!(conn, c => sqlx::query(SQL).bind(&row.notification_id).bind(account).bind(&row.kind)
        .bind(&row.content_sealed).bind(row.made_at_ms).bind(row.read_at_ms)
        .execute(c).await.map(drop))
}

/// The latest notifications, those before `before` where there is one.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<NoticeRow>> {
    // An id is a UUID in lower case: this comes after every one.
    const AFTER_ALL: &str = "g";
    const SQL: &str = "
        select notification_id, kind, content_sealed, made_at_ms, read_at_ms from notifications
        where account_id = $1 and notification_id < $2 order by notification_id desc limit $3";
    let before = before.unwrap_or(AFTER_ALL);
    on!(conn, c => sqlx::query_as::<_, NoticeRow>(SQL).bind(account).bind(before).bind(limit)
        .fetch_all(c).await)
}

pub(in super::super) async fn count_unread(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<i64> {
    const SQL: &str =
        "select count(*) from notifications where account_id = $1 and read_at_ms is null";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Notes that one was seen; `false` where there is no such one.
pub(in super::super) async fn update_read(
    conn: &mut Conn<'_>,
    account: &AccountId,
    notification_id: &str,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update notifications set read_at_ms = coalesce(read_at_ms, $3)
        where account_id = $1 and notification_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(notification_id).bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Notes that all up to one were seen.
pub(in super::super) async fn update_all_read(
    conn: &mut Conn<'_>,
    account: &AccountId,
    up_to: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update notifications set read_at_ms = $3
        where account_id = $1 and notification_id <= $2 and read_at_ms is null";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(up_to).bind(now_ms)
        .execute(c).await.map(drop))
}

/// Deletes one; `false` where there is no such one.
pub(in super::super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    notification_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from notifications where account_id = $1 and notification_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(notification_id)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Deletes those of all accounts that are older than this; how many.
pub(in super::super) async fn delete_old(conn: &mut Conn<'_>, before_ms: i64) -> Result<u64> {
    const SQL: &str = "delete from notifications where made_at_ms < $1";
    on!(conn, c => sqlx::query(SQL).bind(before_ms).execute(c).await
        .map(|done| done.rows_affected()))
}

/// Deletes an account's oldest, so that at most so many stay.
pub(in super::super) async fn delete_beyond(
    conn: &mut Conn<'_>,
    account: &AccountId,
    most: i64,
) -> Result<()> {
    const SQL: &str = "
        delete from notifications where account_id = $1 and notification_id <=
            (select notification_id from notifications where account_id = $1
                order by notification_id desc limit 1 offset $2)";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(most).execute(c).await.map(drop))
}
