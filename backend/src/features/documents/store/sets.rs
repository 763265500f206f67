//! The tables `document_sets` and `document_shelves`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;
use crate::paging::After;

/// A row of `document_sets`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::documents) struct SetRow {
    #[sqlx(flatten)]
    pub(in crate::features::documents) head: HeadRow,
    pub(in crate::features::documents) body_sealed: String,
}

/// What a list shows of a row.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::documents) struct HeadRow {
    pub(in crate::features::documents) document_set_id: String,
    pub(in crate::features::documents) job_id: String,
    pub(in crate::features::documents) version: i64,
    pub(in crate::features::documents) head_sealed: String,
    pub(in crate::features::documents) created_at_ms: i64,
}

pub(in crate::features::documents) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    document_set_id: &str,
) -> Result<Option<SetRow>> {
    const SQL: &str = "
        select document_set_id, job_id, version, head_sealed, body_sealed, created_at_ms
        from document_sets where account_id = $1 and document_set_id = $2";
    on!(conn, c => sqlx::query_as::<_, SetRow>(SQL)
        .bind(account).bind(document_set_id).fetch_optional(c).await)
}

/// The last set of a job.
pub(in crate::features::documents) async fn find_last(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
) -> Result<Option<SetRow>> {
    const SQL: &str = "
        select document_set_id, job_id, version, head_sealed, body_sealed, created_at_ms
        from document_sets where account_id = $1 and job_id = $2
        order by version desc limit 1";
    on!(conn, c => sqlx::query_as::<_, SetRow>(SQL)
        .bind(account).bind(job_id).fetch_optional(c).await)
}

/// A page of sets, the newest first, after `after`; of one job, where it is given.
pub(in crate::features::documents) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: Option<&str>,
    after: Option<&After>,
    limit: i64,
) -> Result<Vec<HeadRow>> {
    const SQL: &str = "
        select document_set_id, job_id, version, head_sealed, created_at_ms
        from document_sets
        where account_id = $1
            and ($2 is null or job_id = $2)
            and ($3 is null or created_at_ms < $3
                or (created_at_ms = $3 and document_set_id < $4))
        order by created_at_ms desc, document_set_id desc
        limit $5";
    let created_at_ms = after.map(|after| after.at_ms);
    let document_set_id = after.map(|after| after.id.as_str());
    on!(conn, c => sqlx::query_as::<_, HeadRow>(SQL)
        .bind(account)
        .bind(job_id)
        .bind(created_at_ms)
        .bind(document_set_id)
        .bind(limit)
        .fetch_all(c).await)
}

/// How many sets the account has.
pub(in crate::features::documents) async fn count(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<i64> {
    const SQL: &str = "select cast(count(*) as bigint) from document_sets where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Stores a set. `false` if the account has one with this id, or the job one of this version.
pub(in crate::features::documents) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &SetRow,
) -> Result<bool> {
    const SQL: &str = "
        insert into document_sets (account_id, document_set_id, job_id, version, head_sealed,
            body_sealed, created_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(&row.head.document_set_id)
        .bind(&row.head.job_id)
        .bind(row.head.version)
        .bind(&row.head.head_sealed)
        .bind(&row.body_sealed)
        .bind(row.head.created_at_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Deletes a set. `false` if the account has none with this id.
pub(in crate::features::documents) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    document_set_id: &str,
) -> Result<bool> {
    const SQL: &str = "delete from document_sets where account_id = $1 and document_set_id = $2";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account).bind(document_set_id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Takes the account's shelf (made if it is not there) for this transaction: until its end nobody else adds or
/// deletes documents of this account.
pub(in crate::features::documents) async fn lock_shelf(
    conn: &mut Conn<'_>,
    account: &AccountId,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into document_shelves (account_id, changed_at_ms) values ($1, $2)
        on conflict (account_id) do update set changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(now_ms).execute(c).await.map(drop))
}

/// The next sets after `after`, in the order of their ids.
pub(in crate::features::documents) async fn list_ids(
    conn: &mut Conn<'_>,
    after: &str,
    limit: i64,
) -> Result<Vec<(AccountId, String)>> {
    const SQL: &str = "
        select account_id, document_set_id from document_sets
        where document_set_id > $1 order by document_set_id limit $2";
    on!(conn, c => sqlx::query_as::<_, (AccountId, String)>(SQL)
        .bind(after).bind(limit).fetch_all(c).await)
}
