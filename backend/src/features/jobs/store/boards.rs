//! The table `job_boards`: what is asked, when, and how it went.

use crate::db::{Conn, Result, on};

/// A board.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct BoardRow {
    pub(in super::super) board_id: String,
    pub(in super::super) source: String,
    pub(in super::super) tenant: String,
    pub(in super::super) base: String,
    pub(in super::super) company: String,
    pub(in super::super) next_at_ms: i64,
    pub(in super::super) tried_at_ms: Option<i64>,
    pub(in super::super) succeeded_at_ms: Option<i64>,
    pub(in super::super) failures: i64,
    pub(in super::super) problem: String,
    pub(in super::super) validators: String,
    pub(in super::super) jobs: i64,
}

const COLUMNS: &str = "board_id, source, tenant, base, company, next_at_ms, tried_at_ms,
    succeeded_at_ms, failures, problem, validators,
    (select count(*) from job_sources s where s.board_id = b.board_id and s.gone_at_ms is null) as jobs";

/// Adds a board, to be asked at once. `false` if it is known.
pub(in super::super) async fn insert(
    conn: &mut Conn<'_>,
    row: &BoardRow,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        insert into job_boards (board_id, source, tenant, base, company, added_at_ms, next_at_ms,
            leased_until_ms, failures, problem, validators)
        values ($1, $2, $3, $4, $5, $6, $6, 0, 0, '', '')
        on conflict do nothing";
    on!(conn, c => sqlx::query(SQL).bind(&row.board_id).bind(&row.source).bind(&row.tenant)
        .bind(&row.base).bind(&row.company).bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// The board of a source with this tenant.
pub(in super::super) async fn find_named(
    conn: &mut Conn<'_>,
    source: &str,
    tenant: &str,
    base: &str,
) -> Result<Option<BoardRow>> {
    let sql = format!(
        "select {COLUMNS} from job_boards b where source = $1 and tenant = $2 and base = $3"
    );
    on!(conn, c => sqlx::query_as::<_, BoardRow>(sqlx::AssertSqlSafe(sql.as_str()))
        .bind(source).bind(tenant).bind(base).fetch_optional(c).await)
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    board_id: &str,
) -> Result<Option<BoardRow>> {
    let sql = format!("select {COLUMNS} from job_boards b where board_id = $1");
    on!(conn, c => sqlx::query_as::<_, BoardRow>(sqlx::AssertSqlSafe(sql.as_str()))
        .bind(board_id).fetch_optional(c).await)
}

/// All boards, by company.
pub(in super::super) async fn list(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<BoardRow>> {
    let sql = format!(
        "select {COLUMNS} from job_boards b order by lower(company), source, tenant, board_id limit $1"
    );
    on!(conn, c => sqlx::query_as::<_, BoardRow>(sqlx::AssertSqlSafe(sql.as_str()))
        .bind(limit).fetch_all(c).await)
}

/// Takes a board that is due, for as long as the lease lasts; nobody else gets it meanwhile.
pub(in super::super) async fn claim(
    conn: &mut Conn<'_>,
    now_ms: i64,
    until_ms: i64,
) -> Result<Option<String>> {
    const SQLITE: &str = "
        update job_boards set leased_until_ms = $2
        where board_id = (select board_id from job_boards
            where next_at_ms <= $1 and leased_until_ms <= $1 order by next_at_ms, board_id limit 1)
        returning board_id";
    const POSTGRES: &str = "
        update job_boards set leased_until_ms = $2
        where board_id = (select board_id from job_boards
            where next_at_ms <= $1 and leased_until_ms <= $1 order by next_at_ms, board_id limit 1
            for update skip locked)
        returning board_id";
    let sql = match conn {
        Conn::Sqlite(_) => SQLITE,
        Conn::Postgres(_) => POSTGRES,
    };
    on!(conn, c => sqlx::query_scalar::<_, String>(sql).bind(now_ms).bind(until_ms)
        .fetch_optional(c).await)
}

/// What a gathering came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct Outcome<'a> {
    /// Whether the board answered.
    pub(in super::super) succeeded: bool,
    /// What went wrong; empty where nothing did.
    pub(in super::super) problem: &'a str,
    /// The employer's name, where the board told it; empty where not.
    pub(in super::super) company: &'a str,
    /// When to ask again.
    pub(in super::super) next_at_ms: i64,
    /// For the next conditional request; `None` leaves what is kept.
    pub(in super::super) validators: Option<&'a str>,
}

/// Notes how a gathering went, and gives the lease back.
pub(in super::super) async fn note(
    conn: &mut Conn<'_>,
    board_id: &str,
    outcome: &Outcome<'_>,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update job_boards set tried_at_ms = $2, next_at_ms = $3, problem = $4, leased_until_ms = 0,
            succeeded_at_ms = case when $5 = 1 then $2 else succeeded_at_ms end,
            failures = case when $5 = 1 then 0 else failures + 1 end,
            company = case when company = '' then $6 else company end,
            validators = coalesce($7, validators)
        where board_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(now_ms).bind(outcome.next_at_ms)
        .bind(outcome.problem).bind(i64::from(outcome.succeeded)).bind(outcome.company).bind(outcome.validators)
        .execute(c).await.map(drop))
}

/// Lets a board be asked at once.
pub(in super::super) async fn hurry(
    conn: &mut Conn<'_>,
    board_id: &str,
    now_ms: i64,
) -> Result<bool> {
    const SQL: &str = "update job_boards set next_at_ms = $2 where board_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// How many boards there are.
pub(in super::super) async fn count(conn: &mut Conn<'_>) -> Result<i64> {
    const SQL: &str = "select count(*) from job_boards";
    on!(conn, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)
}

/// The identities of what a board offers, as far as it is known.
pub(in super::super) async fn list_fresh(
    conn: &mut Conn<'_>,
    board_id: &str,
) -> Result<Vec<String>> {
    const SQL: &str =
        "select source_key from job_sources where board_id = $1 and gone_at_ms is null";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(board_id).fetch_all(c).await)
}
