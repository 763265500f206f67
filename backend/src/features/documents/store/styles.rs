//! The table `document_styles`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

pub(in crate::features::documents) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<String>> {
    const SQL: &str = "select style_sealed from document_styles where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).fetch_optional(c).await)
}

/// Stores what was learned in place of what was stored.
pub(in crate::features::documents) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    style_sealed: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into document_styles (account_id, style_sealed, changed_at_ms) values ($1, $2, $3)
        on conflict (account_id) do update set style_sealed = excluded.style_sealed,
            changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(style_sealed).bind(now_ms).execute(c).await.map(drop))
}

/// Forgets what was learned. Nothing learned is no error.
pub(in crate::features::documents) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<()> {
    const SQL: &str = "delete from document_styles where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}
