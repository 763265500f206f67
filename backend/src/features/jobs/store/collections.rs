//! The tables `job_collections` and `saved_job_notes`. Every call names the account.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `job_collections`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct CollectionRow {
    pub(in super::super) collection_id: String,
    pub(in super::super) name_sealed: String,
    pub(in super::super) created_at_ms: i64,
}

/// A row of `saved_job_notes`.
#[derive(Debug, Clone, PartialEq, Eq, Default, sqlx::FromRow)]
pub(in super::super) struct NoteRow {
    pub(in super::super) job_id: String,
    /// Empty for none.
    pub(in super::super) collection_id: String,
    pub(in super::super) note_sealed: Option<String>,
}

/// The collections of an account, the first made first.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    account: &AccountId,
    limit: i64,
) -> Result<Vec<CollectionRow>> {
    const SQL: &str = "
        select collection_id, name_sealed, created_at_ms from job_collections
        where account_id = $1 order by created_at_ms, collection_id limit $2";
    on!(conn, c => sqlx::query_as::<_, CollectionRow>(SQL).bind(account).bind(limit)
        .fetch_all(c).await)
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    collection_id: &str,
) -> Result<Option<CollectionRow>> {
    const SQL: &str = "
        select collection_id, name_sealed, created_at_ms from job_collections
        where account_id = $1 and collection_id = $2";
    on!(conn, c => sqlx::query_as::<_, CollectionRow>(SQL).bind(account).bind(collection_id)
        .fetch_optional(c).await)
}

/// How many collections an account has.
pub(in super::super) async fn count(conn: &mut Conn<'_>, account: &AccountId) -> Result<i64> {
    const SQL: &str = "select count(*) from job_collections where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).bind(account).fetch_one(c).await)
}

/// Makes a collection, or gives the one with its id this name; that one's time stays.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &CollectionRow,
) -> Result<()> {
    const SQL: &str = "
        insert into job_collections (account_id, collection_id, name_sealed, created_at_ms)
        values ($1, $2, $3, $4)
        on conflict (account_id, collection_id) do update set name_sealed = excluded.name_sealed";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(&row.collection_id).bind(&row.name_sealed)
        .bind(row.created_at_ms).execute(c).await.map(drop))
}

/// Deletes a collection; its jobs are in none then. `false` if there is none.
pub(in super::super) async fn delete(
    conn: &mut Conn<'_>,
    account: &AccountId,
    collection_id: &str,
) -> Result<bool> {
    const EMPTY: &str = "
        update saved_job_notes set collection_id = '' where account_id = $1 and collection_id = $2";
    const SQL: &str = "delete from job_collections where account_id = $1 and collection_id = $2";
    on!(conn, c => sqlx::query(EMPTY).bind(account).bind(collection_id).execute(c).await.map(drop))?;
    on!(conn, c => sqlx::query(SQL).bind(account).bind(collection_id)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// What belongs to the jobs of an account, the last changed first.
pub(in super::super) async fn list_notes(
    conn: &mut Conn<'_>,
    account: &AccountId,
    limit: i64,
) -> Result<Vec<NoteRow>> {
    const SQL: &str = "
        select job_id, collection_id, note_sealed from saved_job_notes
        where account_id = $1 and (collection_id <> '' or note_sealed is not null)
        order by changed_at_ms desc, job_id limit $2";
    on!(conn, c => sqlx::query_as::<_, NoteRow>(SQL).bind(account).bind(limit).fetch_all(c).await)
}

pub(in super::super) async fn find_note(
    conn: &mut Conn<'_>,
    account: &AccountId,
    job_id: &str,
) -> Result<Option<NoteRow>> {
    const SQL: &str = "
        select job_id, collection_id, note_sealed from saved_job_notes
        where account_id = $1 and job_id = $2";
    on!(conn, c => sqlx::query_as::<_, NoteRow>(SQL).bind(account).bind(job_id)
        .fetch_optional(c).await)
}

pub(in super::super) async fn put_note(
    conn: &mut Conn<'_>,
    account: &AccountId,
    row: &NoteRow,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into saved_job_notes (account_id, job_id, collection_id, note_sealed, changed_at_ms)
        values ($1, $2, $3, $4, $5)
        on conflict (account_id, job_id) do update set collection_id = excluded.collection_id,
            note_sealed = excluded.note_sealed, changed_at_ms = excluded.changed_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(&row.job_id).bind(&row.collection_id)
        .bind(&row.note_sealed).bind(now_ms).execute(c).await.map(drop))
}
