//! The table `application_scores`: the score that a job had when an application for it was recorded.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// The most applications of an account whose scores are told.
const MOST: i64 = 5_000;

/// Keeps the score of an application, in tenths. The first one stays.
pub(in super::super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    application_id: &str,
    score: i64,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into application_scores (account_id, application_id, score, scored_at_ms)
        select account_id, application_id, cast($3 as bigint), cast($4 as bigint) from applications
        where account_id = $1 and application_id = $2
        on conflict do nothing";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(application_id).bind(score).bind(now_ms)
        .execute(c).await.map(drop))
}

/// The scores of an account's applications, in tenths.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Vec<(String, i64)>> {
    const SQL: &str = "
        select application_id, score from application_scores
        where account_id = $1 order by scored_at_ms desc, application_id limit $2";
    on!(conn, c => sqlx::query_as::<_, (String, i64)>(SQL).bind(account).bind(MOST)
        .fetch_all(c).await)
}
