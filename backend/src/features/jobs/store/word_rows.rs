//! The index of words: which row a job has in SQLite's, and how either database's is put in order.
//!
//! FTS5 reads rows upwards by far faster than downwards, and a search is for the newest: the newer a job, the lower its
//! row. What must not happen here: a number of a job taken for a row.

use crate::db::{Conn, Result};

/// Rows are counted down from here. In SQL this is `1 << 56`. Numbers reach it two thousand years after 1970.
const LAST: i64 = 1 << 56;

/// The row of the job with this number.
pub(super) const fn row_of(job_no: i64) -> i64 {
    LAST.saturating_sub(job_no)
}

/// The number of the job in this row.
pub(super) const fn number_of_row(row: i64) -> i64 {
    LAST.saturating_sub(row)
}

/// Merges what taking in left beside the index, in SQLite up to so many pages of it; whether there may be more.
///
/// SQLite has dozens of parts then, and each word of a search is looked up in each. A part is merged only with those of
/// its size, so that a million jobs are not written anew for a hundred new ones. PostgreSQL has a list of what is not
/// sorted in yet, which every search reads through.
pub(in super::super) async fn merge(conn: &mut Conn<'_>, pages: i64) -> Result<bool> {
    const MERGE: &str = "insert into job_words (job_words, rank) values ('merge', $1)";
    const CHANGES: &str = "select total_changes()";
    const SORT_IN: &str = "select gin_clean_pending_list('job_words_by_word'::regclass)";
    let c = match conn {
        Conn::Sqlite(c) => c,
        Conn::Postgres(c) => {
            let _pages: i64 = sqlx::query_scalar(SORT_IN).fetch_one(&mut **c).await?;
            return Ok(false);
        }
    };
    let before: i64 = sqlx::query_scalar(CHANGES).fetch_one(&mut **c).await?;
    sqlx::query(MERGE).bind(pages).execute(&mut **c).await?;
    let after: i64 = sqlx::query_scalar(CHANGES).fetch_one(&mut **c).await?;
    // The statement itself counts as one change (<https://www.sqlite.org/fts5.html#the_merge_command>).
    Ok(after - before >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_jobs_have_lower_rows_and_every_row_leads_back() {
        for job_no in [0, 1, 2_007_998_479_068_957, LAST - 1] {
            assert_eq!(number_of_row(row_of(job_no)), job_no);
            assert!(row_of(job_no + 1) < row_of(job_no));
        }
        assert!(row_of(i64::MAX) < row_of(LAST));
    }
}
