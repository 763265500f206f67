//! The table `receipts`. Every call names the account: a receipt's id alone finds nothing.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;
use crate::paging::After;

/// A row of `receipts`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct ReceiptRow {
    pub(super) receipt_id: String,
    pub(super) head_sealed: String,
    pub(super) fields_sealed: String,
    pub(super) filled: i64,
    pub(super) open: i64,
    pub(super) filled_at_ms: i64,
    pub(super) stored_at_ms: i64,
}

/// A row without its fields.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(super) struct HeadRow {
    pub(super) receipt_id: String,
    pub(super) head_sealed: String,
    pub(super) filled: i64,
    pub(super) open: i64,
    pub(super) filled_at_ms: i64,
}

pub(super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    receipt_id: &str,
) -> Result<Option<ReceiptRow>> {
    const SQL: &str = "
        select receipt_id, head_sealed, fields_sealed, filled, open, filled_at_ms, stored_at_ms
        from receipts where account_id = $1 and receipt_id = $2";
    on!(conn, c => sqlx::query_as::<_, ReceiptRow>(SQL)
        .bind(account).bind(receipt_id).fetch_optional(c).await)
}

/// A page of heads, newest first, after `after`.
pub(super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    after: Option<&After>,
    limit: i64,
) -> Result<Vec<HeadRow>> {
    const SQL: &str = "
        select receipt_id, head_sealed, filled, open, filled_at_ms
        from receipts
        where account_id = $1
            and ($2 is null or filled_at_ms < $2 or (filled_at_ms = $2 and receipt_id < $3))
        order by filled_at_ms desc, receipt_id desc
        limit $4";
    let filled_at_ms = after.map(|after| after.at_ms);
    let receipt_id = after.map(|after| after.id.as_str());
    on!(conn, c => sqlx::query_as::<_, HeadRow>(SQL)
        .bind(account).bind(filled_at_ms).bind(receipt_id).bind(limit).fetch_all(c).await)
}

/// Stores a new receipt. `false` if the account has one with this id.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &ReceiptRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into receipts (account_id, receipt_id, head_sealed, fields_sealed, filled, open,
            filled_at_ms, stored_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.receipt_id)
        .bind(&row.head_sealed)
        .bind(&row.fields_sealed)
        .bind(row.filled)
        .bind(row.open)
        .bind(row.filled_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Replaces the receipt if it is still the one that was read (`seen_fields_sealed`; no two seals
/// are alike). `false` if somebody replaced or deleted it in between.
pub(super) async fn update(
    conn: &mut Conn<'_>,
    account: &AccountId,
    seen_fields_sealed: &str,
    row: &ReceiptRow,
) -> Result<bool> {
    const SQL: &str = "
        update receipts set head_sealed = $4, fields_sealed = $5, filled = $6, open = $7,
            filled_at_ms = $8, stored_at_ms = $9
        where account_id = $1 and receipt_id = $2 and fields_sealed = $3";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.receipt_id)
        .bind(seen_fields_sealed)
        .bind(&row.head_sealed)
        .bind(&row.fields_sealed)
        .bind(row.filled)
        .bind(row.open)
        .bind(row.filled_at_ms)
        .bind(row.stored_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Deletes the receipt. `false` if the account has none with this id.
pub(super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    receipt_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from receipts where account_id = $1 and receipt_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(receipt_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

#[cfg(test)]
mod contract;
