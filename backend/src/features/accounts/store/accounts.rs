//! The table `accounts`.

use crate::db::{Conn, Result};
use crate::ids::AccountId;
use crate::on;

/// A row.
#[derive(Clone, sqlx::FromRow)]
pub(crate) struct AccountRow {
    pub(crate) account_id: AccountId,
    pub(crate) email_hash: String,
    pub(crate) email_sealed: String,
    pub(crate) password_hash: String,
    pub(crate) created_at_ms: i64,
}

/// Inserts an account; `false` if there is one with this address.
pub(crate) async fn insert(conn: &mut Conn<'_>, row: &AccountRow) -> Result<bool> {
    const SQL: &str = "insert into accounts
        (account_id, email_hash, email_sealed, password_hash, created_at_ms)
        values ($1, $2, $3, $4, $5) on conflict (email_hash) do nothing";
    on!(conn, c => {
        sqlx::query(SQL)
            .bind(&row.account_id)
            .bind(&row.email_hash)
            .bind(&row.email_sealed)
            .bind(&row.password_hash)
            .bind(row.created_at_ms)
            .execute(c)
            .await
            .map(|done| done.rows_affected() == 1)
    })
}

/// The account with this id.
pub(crate) async fn find(conn: &mut Conn<'_>, id: &AccountId) -> Result<Option<AccountRow>> {
    const SQL: &str = "select account_id, email_hash, email_sealed, password_hash, created_at_ms
        from accounts where account_id = $1";
    on!(conn, c => sqlx::query_as::<_, AccountRow>(SQL).bind(id).fetch_optional(c).await)
}

/// The account with this address, by the address's hash.
pub(crate) async fn find_by_email(conn: &mut Conn<'_>, hash: &str) -> Result<Option<AccountRow>> {
    const SQL: &str = "select account_id, email_hash, email_sealed, password_hash, created_at_ms
        from accounts where email_hash = $1";
    on!(conn, c => sqlx::query_as::<_, AccountRow>(SQL).bind(hash).fetch_optional(c).await)
}
