//! The table `sign_in_attempts`: how often signing in failed within the running window.

use crate::db::{Conn, Result};
use crate::on;

/// A row.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub(crate) struct AttemptsRow {
    pub(crate) failures: i64,
    pub(crate) window_started_at_ms: i64,
    pub(crate) succeeded_at_ms: Option<i64>,
}

/// Counts one more failure, in a new window if the old one is over, and answers the count.
/// Counting comes before checking the password, so that many tries at once are all counted.
pub(crate) async fn update_failed(
    conn: &mut Conn<'_>,
    subject: &str,
    now_ms: i64,
    window_ms: i64,
) -> Result<AttemptsRow> {
    const SQL: &str = "insert into sign_in_attempts
        (subject, failures, window_started_at_ms, next_allowed_at_ms) values ($1, 1, $2, 0)
        on conflict (subject) do update set
            failures = case when sign_in_attempts.window_started_at_ms + $3 <= $2
                then 1 else sign_in_attempts.failures + 1 end,
            window_started_at_ms = case when sign_in_attempts.window_started_at_ms + $3 <= $2
                then $2 else sign_in_attempts.window_started_at_ms end
        returning failures, window_started_at_ms, succeeded_at_ms";
    on!(conn, c => {
        sqlx::query_as::<_, AttemptsRow>(SQL)
            .bind(subject)
            .bind(now_ms)
            .bind(window_ms)
            .fetch_one(c)
            .await
    })
}

/// Takes the turn of the next unknown client; `false` while the pause lasts.
pub(crate) async fn update_turn(
    conn: &mut Conn<'_>,
    subject: &str,
    now_ms: i64,
    pause_ms: i64,
) -> Result<bool> {
    const SQL: &str = "update sign_in_attempts set next_allowed_at_ms = $3
        where subject = $1 and next_allowed_at_ms <= $2";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(subject)
            .bind(now_ms)
            .bind(now_ms + pause_ms)
            .execute(c)
            .await
            .map(|done| done.rows_affected() == 1)
    })
}

/// Notes a success: the subject's failures are forgotten, and it is known from now on.
pub(crate) async fn update_succeeded(
    conn: &mut Conn<'_>,
    subject: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "insert into sign_in_attempts
        (subject, failures, window_started_at_ms, next_allowed_at_ms, succeeded_at_ms)
        values ($1, 0, $2, 0, $2)
        on conflict (subject) do update set failures = 0, succeeded_at_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(subject).bind(now_ms).execute(c).await.map(drop))
}

/// Takes one counted failure back, because it was none.
pub(crate) async fn update_forgiven(conn: &mut Conn<'_>, subject: &str) -> Result<()> {
    const SQL: &str = "update sign_in_attempts set failures = failures - 1
        where subject = $1 and failures > 0";
    on!(conn, c => sqlx::query(SQL).bind(subject).execute(c).await.map(drop))
}

/// Deletes what has not moved since a time, and whose client has not signed in since then; how many.
pub(crate) async fn delete_stale(conn: &mut Conn<'_>, before_ms: i64) -> Result<u64> {
    const SQL: &str = "delete from sign_in_attempts
        where window_started_at_ms < $1 and (succeeded_at_ms is null or succeeded_at_ms < $1)";
    on!(conn, c => {
        sqlx::query(SQL).bind(before_ms).execute(c).await.map(|done| done.rows_affected())
    })
}
