//! The table `learned_terms`: replaced as a whole by the next learning.

use sqlx::AssertSqlSafe;

use crate::db::many::{self, in_sizes};
use crate::db::{Conn, Result, on};

/// A row of `learned_terms`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct TermRow {
    pub(in super::super) term: String,
    pub(in super::super) postings: i64,
    pub(in super::super) companies: i64,
    /// JSON.
    pub(in super::super) beside: String,
    pub(in super::super) learned_at_ms: i64,
}

/// The learned names, the most used first.
pub(in super::super) async fn list(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<TermRow>> {
    const SQL: &str = "
        select term, postings, companies, beside, learned_at_ms from learned_terms
        order by postings desc, term limit $1";
    on!(conn, c => sqlx::query_as::<_, TermRow>(SQL).bind(limit).fetch_all(c).await)
}

pub(in super::super) async fn delete_all(conn: &mut Conn<'_>) -> Result<()> {
    on!(conn, c => sqlx::query("delete from learned_terms").execute(c).await.map(drop))
}

pub(in super::super) async fn insert(conn: &mut Conn<'_>, rows: &[TermRow]) -> Result<()> {
    for rows in in_sizes(rows) {
        let sql = format!(
            "insert into learned_terms (term, postings, companies, beside, learned_at_ms)
            values {} on conflict do nothing",
            many::rows(conn, rows.len(), 5)
        );
        on!(conn, c => {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str()));
            for row in rows {
                query = query.bind(&row.term).bind(row.postings).bind(row.companies)
                    .bind(&row.beside).bind(row.learned_at_ms);
            }
            query.execute(c).await.map(drop)
        })?;
    }
    Ok(())
}
