//! The table `sessions`. A session is open while it is neither ended nor past its expiry.

use crate::db::{Conn, Result};
use crate::ids::{AccountId, SessionId};
use crate::on;

/// A row.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(crate) struct SessionRow {
    pub(crate) session_id: SessionId,
    pub(crate) account_id: AccountId,
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) created_at_ms: i64,
    pub(crate) last_used_at_ms: i64,
    pub(crate) expires_at_ms: i64,
    pub(crate) ended_at_ms: Option<i64>,
}

impl SessionRow {
    pub(crate) fn is_open(&self, now_ms: i64) -> bool {
        self.ended_at_ms.is_none() && now_ms < self.expires_at_ms
    }
}

/// Inserts a session.
pub(crate) async fn insert(conn: &mut Conn<'_>, row: &SessionRow) -> Result<()> {
    const SQL: &str = "insert into sessions (session_id, account_id, kind, name, created_at_ms,
        last_used_at_ms, expires_at_ms, ended_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(&row.session_id)
            .bind(&row.account_id)
            .bind(&row.kind)
            .bind(&row.name)
            .bind(row.created_at_ms)
            .bind(row.last_used_at_ms)
            .bind(row.expires_at_ms)
            .bind(row.ended_at_ms)
            .execute(c)
            .await
            .map(drop)
    })
}

/// The session with this id, open or not.
pub(crate) async fn find(conn: &mut Conn<'_>, id: &SessionId) -> Result<Option<SessionRow>> {
    const SQL: &str = "select session_id, account_id, kind, name, created_at_ms, last_used_at_ms,
        expires_at_ms, ended_at_ms from sessions where session_id = $1";
    on!(conn, c => sqlx::query_as::<_, SessionRow>(SQL).bind(id).fetch_optional(c).await)
}

/// An account's open sessions, the newest first, at most 200.
pub(crate) async fn list_open(
    conn: &mut Conn<'_>,
    account_id: &AccountId,
    now_ms: i64,
) -> Result<Vec<SessionRow>> {
    const SQL: &str = "select session_id, account_id, kind, name, created_at_ms, last_used_at_ms,
        expires_at_ms, ended_at_ms from sessions
        where account_id = $1 and ended_at_ms is null and expires_at_ms > $2
        order by created_at_ms desc, session_id desc limit 200";
    on!(conn, c => {
        sqlx::query_as::<_, SessionRow>(SQL).bind(account_id).bind(now_ms).fetch_all(c).await
    })
}

/// Notes that a session was used, and when it runs out now.
pub(crate) async fn update_used(
    conn: &mut Conn<'_>,
    id: &SessionId,
    now_ms: i64,
    expires_at_ms: i64,
) -> Result<()> {
    const SQL: &str =
        "update sessions set last_used_at_ms = $2, expires_at_ms = $3 where session_id = $1";
    on!(conn, c => {
        sqlx::query(SQL).bind(id).bind(now_ms).bind(expires_at_ms).execute(c).await.map(drop)
    })
}

/// Ends an account's session; `false` if it has no such session, or it has ended already.
pub(crate) async fn update_ended(
    conn: &mut Conn<'_>,
    account_id: &AccountId,
    id: &SessionId,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "update sessions set ended_at_ms = $3
        where account_id = $1 and session_id = $2 and ended_at_ms is null";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(account_id)
            .bind(id)
            .bind(now_ms)
            .execute(c)
            .await
            .map(|done| done.rows_affected() == 1)
    })
}

/// Deletes the sessions that ended or ran out before a time, with their tokens; how many.
pub(crate) async fn delete_over(conn: &mut Conn<'_>, before_ms: i64) -> Result<u64> {
    const SQL: &str = "delete from sessions where expires_at_ms < $1 or ended_at_ms < $1";
    on!(conn, c => {
        sqlx::query(SQL).bind(before_ms).execute(c).await.map(|done| done.rows_affected())
    })
}
