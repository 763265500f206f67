//! The table `search_alerts`.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `search_alerts`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct AlertRow {
    pub(in super::super) account_id: AccountId,
    pub(in super::super) search_id: String,
    pub(in super::super) pace: String,
    pub(in super::super) in_app: i64,
    pub(in super::super) mail: i64,
    pub(in super::super) webhook: i64,
    pub(in super::super) hour: i64,
    pub(in super::super) weekday: i64,
    pub(in super::super) time_zone: String,
    /// Jobs that came in up to this one were told.
    pub(in super::super) told_no: i64,
    pub(in super::super) next_at_ms: i64,
}

/// Jobs by the order in which they came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Arrived {
    /// After this one.
    pub(in super::super) after: i64,
    /// Up to this one.
    pub(in super::super) up_to: i64,
}

pub(in super::super) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    search_id: &str,
) -> Result<Option<AlertRow>> {
    const SQL: &str = "
        select account_id, search_id, pace, in_app, mail, webhook, hour, weekday, time_zone,
            told_no, next_at_ms
        from search_alerts where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query_as::<_, AlertRow>(SQL).bind(account).bind(search_id)
        .fetch_optional(c).await)
}

/// Stores how a search tells of new jobs.
pub(in super::super) async fn put(conn: &mut Conn<'_>, row: &AlertRow) -> Result<()> {
    const SQL: &str = "
        insert into search_alerts (account_id, search_id, pace, in_app, mail, webhook, hour,
            weekday, time_zone, told_no, next_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (account_id, search_id) do update set pace = excluded.pace,
            in_app = excluded.in_app, mail = excluded.mail, webhook = excluded.webhook,
            hour = excluded.hour, weekday = excluded.weekday, time_zone = excluded.time_zone,
            told_no = excluded.told_no, next_at_ms = excluded.next_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(&row.account_id).bind(&row.search_id).bind(&row.pace)
        .bind(row.in_app).bind(row.mail).bind(row.webhook).bind(row.hour).bind(row.weekday)
        .bind(&row.time_zone).bind(row.told_no).bind(row.next_at_ms)
        .execute(c).await.map(drop))
}

/// What is due: instant ones only where a job came in since.
const DUE: &str = "
    from search_alerts where next_at_ms <= $1 and (pace <> 'instantly'
        or told_no < (select last_number from job_numbers where id = 1))";

/// Whether any search is due.
pub(in super::super) async fn is_any_due(conn: &mut Conn<'_>, now_ms: i64) -> Result<bool> {
    let sql = format!("select search_id {DUE} limit 1");
    on!(conn, c => sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(sql.as_str())).bind(now_ms)
        .fetch_optional(c).await)
    .map(|found| found.is_some())
}

/// A search that is due, held until the transaction ends: nobody else gets it meanwhile.
pub(in super::super) async fn find_due(
    conn: &mut Conn<'_>,
    now_ms: i64,
) -> Result<Option<AlertRow>> {
    let lock = match conn {
        Conn::Sqlite(_) => "",
        Conn::Postgres(_) => "for update skip locked",
    };
    let sql = format!(
        "select account_id, search_id, pace, in_app, mail, webhook, hour, weekday, time_zone,
            told_no, next_at_ms {DUE}
        order by next_at_ms, account_id, search_id limit 1 {lock}"
    );
    on!(conn, c => sqlx::query_as::<_, AlertRow>(sqlx::AssertSqlSafe(sql.as_str())).bind(now_ms)
        .fetch_optional(c).await)
}

/// Notes that a search was looked at, and when it is again.
pub(in super::super) async fn update_looked(
    conn: &mut Conn<'_>,
    row: &AlertRow,
    told_no: i64,
    next_at_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update search_alerts set told_no = $3, next_at_ms = $4
        where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(&row.account_id).bind(&row.search_id).bind(told_no)
        .bind(next_at_ms).execute(c).await.map(drop))
}

/// Lets a search be looked at later, unless somebody else did meanwhile.
pub(in super::super) async fn put_off(
    conn: &mut Conn<'_>,
    row: &AlertRow,
    next_at_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        update search_alerts set next_at_ms = $4
        where account_id = $1 and search_id = $2 and next_at_ms = $3";
    on!(conn, c => sqlx::query(SQL).bind(&row.account_id).bind(&row.search_id)
        .bind(row.next_at_ms).bind(next_at_ms).execute(c).await.map(drop))
}

/// Counts jobs up to a number as told.
pub(in super::super) async fn update_told(
    conn: &mut Conn<'_>,
    account: &AccountId,
    search_id: &str,
    told_no: i64,
) -> Result<()> {
    const SQL: &str = "
        update search_alerts set told_no = $3 where account_id = $1 and search_id = $2";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(search_id).bind(told_no)
        .execute(c).await.map(drop))
}

/// The numbers of the open jobs that a query finds among those that came in (of these, the last 20,000), newest first,
/// without those that the person hid; `query` is in the words of the database in use.
pub(in super::super) async fn list_new(
    conn: &mut Conn<'_>,
    account: &AccountId,
    query: Option<&str>,
    from: i64,
    arrived: Arrived,
    most: i64,
) -> Result<Vec<i64>> {
    const EVERY: &str = "
        select job_no from jobs
        where closed_at_ms is null and added_no > $1 and added_no <= $2 and job_no >= $3
            and not exists (select 1 from job_marks m
                where m.account_id = $5 and m.job_id = jobs.job_id and m.mark = 'hidden')
        order by job_no desc limit $4";
    const SQLITE: &str = "
        select (1 << 56) - rowid from job_words
        where job_words match $6 and rowid <= (1 << 56) - $3 and rowid in (
            select (1 << 56) - job_no from jobs
            where closed_at_ms is null and added_no > $1 and added_no <= $2
                and not exists (select 1 from job_marks m
                    where m.account_id = $5 and m.job_id = jobs.job_id and m.mark = 'hidden')
            order by added_no desc limit 20000)
        order by rowid limit $4";
    const POSTGRES: &str = "
        select job_no from job_words
        where words @@ (select to_tsquery('simple', $6)) and job_no >= $3 and job_no in (
            select job_no from jobs
            where closed_at_ms is null and added_no > $1 and added_no <= $2
                and not exists (select 1 from job_marks m
                    where m.account_id = $5 and m.job_id = jobs.job_id and m.mark = 'hidden')
            order by added_no desc limit 20000)
        order by job_no desc limit $4";
    let sql = match (query, &*conn) {
        (None, _) => EVERY,
        (Some(_), Conn::Sqlite(_)) => SQLITE,
        (Some(_), Conn::Postgres(_)) => POSTGRES,
    };
    on!(conn, c => {
        let mut found = sqlx::query_scalar::<_, i64>(sql).bind(arrived.after).bind(arrived.up_to)
            .bind(from).bind(most).bind(account);
        if let Some(query) = query {
            found = found.bind(query);
        }
        found.fetch_all(c).await
    })
}
