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
    /// When the list was begun that was read to its end; `None` leaves what is known of the last one.
    pub(in super::super) read_at_ms: Option<i64>,
}

/// Holds a board longer. `false` where the lease ran out and somebody else took the board.
pub(in super::super) async fn renew(
    conn: &mut Conn<'_>,
    board_id: &str,
    held_until_ms: i64,
    until_ms: i64,
) -> Result<bool> {
    const SQL: &str = "
        update job_boards set leased_until_ms = $3 where board_id = $1 and leased_until_ms = $2";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(held_until_ms).bind(until_ms)
        .execute(c).await.map(|done| done.rows_affected() == 1))
}

/// Notes how a gathering went, and gives the lease back; nothing where somebody else took the board meanwhile.
pub(in super::super) async fn note(
    conn: &mut Conn<'_>,
    board_id: &str,
    held_until_ms: i64,
    outcome: &Outcome<'_>,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update job_boards set tried_at_ms = $2, next_at_ms = $3, problem = $4, leased_until_ms = 0,
            succeeded_at_ms = case when $5 = 1 then $2 else succeeded_at_ms end,
            failures = case when $5 = 1 then 0 else failures + 1 end,
            company = case when company = '' then $6 else company end,
            validators = coalesce($7, validators),
            read_at_ms = coalesce($9, read_at_ms)
        where board_id = $1 and leased_until_ms = $8";
    on!(conn, c => sqlx::query(SQL).bind(board_id).bind(now_ms).bind(outcome.next_at_ms)
        .bind(outcome.problem).bind(i64::from(outcome.succeeded)).bind(outcome.company).bind(outcome.validators)
        .bind(held_until_ms).bind(outcome.read_at_ms)
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

/// The identities of what a board offers, as far as it is known. Those of closed jobs are left out: a posting whose last
/// day has passed and that is still listed may have got a later one.
pub(in super::super) async fn list_fresh(
    conn: &mut Conn<'_>,
    board_id: &str,
) -> Result<Vec<String>> {
    const SQL: &str = "
        select s.source_key from job_sources s join jobs j on j.job_id = s.job_id
        where s.board_id = $1 and s.gone_at_ms is null and j.closed_at_ms is null";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(board_id).fetch_all(c).await)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::databases;

    #[tokio::test]
    async fn who_lost_a_board_neither_holds_nor_notes_it() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let conn = &mut tx.conn();
            let row = BoardRow {
                board_id: "b1".to_owned(),
                source: "feed".to_owned(),
                tenant: "https://mill.example/jobs.rss".to_owned(),
                base: String::new(),
                company: String::new(),
                next_at_ms: 10,
                tried_at_ms: None,
                succeeded_at_ms: None,
                failures: 0,
                problem: String::new(),
                validators: String::new(),
                jobs: 0,
            };
            assert!(insert(conn, &row, 10).await.expect("added"));
            let first = claim(conn, 10, 100).await.expect("asked");
            assert_eq!(first.as_deref(), Some("b1"), "on {engine}");
            assert_eq!(claim(conn, 99, 199).await.expect("asked"), None);
            assert!(renew(conn, "b1", 100, 150).await.expect("held"));
            assert_eq!(claim(conn, 149, 249).await.expect("asked"), None);
            let second = claim(conn, 150, 250).await.expect("asked");
            assert_eq!(second.as_deref(), Some("b1"), "on {engine}");
            assert!(!renew(conn, "b1", 150, 300).await.expect("answered"));
            let done = Outcome {
                succeeded: true,
                problem: "",
                company: "Mill",
                next_at_ms: 1_000,
                validators: None,
                read_at_ms: None,
            };
            note(conn, "b1", 150, &done, 160).await.expect("noted");
            let after = find(conn, "b1").await.expect("asked").expect("there");
            assert_eq!((after.tried_at_ms, after.next_at_ms), (None, 10));
            note(conn, "b1", 250, &done, 170).await.expect("noted");
            let after = find(conn, "b1").await.expect("asked").expect("there");
            assert_eq!((after.tried_at_ms, after.next_at_ms), (Some(170), 1_000));
        }
    }
}
