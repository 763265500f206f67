//! The table `resume_readings`. Every call names the account.

use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// A row of `resume_readings`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in crate::features::resumes) struct ReadingRow {
    pub(in crate::features::resumes) reader_version: i64,
    pub(in crate::features::resumes) reading_sealed: String,
}

pub(in crate::features::resumes) async fn find(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: &str,
) -> Result<Option<ReadingRow>> {
    const SQL: &str = "
        select reader_version, reading_sealed from resume_readings
        where account_id = $1 and resume_id = $2";
    on!(conn, c => sqlx::query_as::<_, ReadingRow>(SQL)
        .bind(account).bind(resume_id).fetch_optional(c).await)
}

/// Keeps a reading in place of an older one. `false` if the account has no such résumé.
pub(in crate::features::resumes) async fn insert(
    conn: &mut Conn<'_>,
    account: &AccountId,
    resume_id: &str,
    row: &ReadingRow,
    now_ms: i64,
) -> Result<bool> {
    // The row comes from the résumé's own, so that one deleted meanwhile gets none.
    const SQL: &str = "
        insert into resume_readings (resume_id, account_id, reader_version, reading_sealed, read_at_ms)
        select resume_id, account_id, $3, $4, $5 from resumes where account_id = $1 and resume_id = $2
        on conflict (resume_id) do update set reader_version = excluded.reader_version,
            reading_sealed = excluded.reading_sealed, read_at_ms = excluded.read_at_ms";
    let done = on!(conn, c => sqlx::query(SQL)
        .bind(account)
        .bind(resume_id)
        .bind(row.reader_version)
        .bind(&row.reading_sealed)
        .bind(now_ms)
        .execute(c).await.map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

#[cfg(test)]
mod tests {
    use super::super::{self as resumes, ResumeRow};
    use super::*;
    use crate::testing;

    #[tokio::test]
    async fn a_reading_is_kept_once_and_goes_with_its_resume() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in testing::databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let conn = &mut tx.conn();
            let zoe = testing::insert_account(conn, "zoe").await;
            let max = testing::insert_account(conn, "max").await;
            let resume = ResumeRow {
                resume_id: "1".to_owned(),
                file_name_sealed: "k1.name".to_owned(),
                format: "pdf".to_owned(),
                size_bytes: 7,
                sha256: "a".to_owned(),
                uploaded_at_ms: 10,
                label_sealed: None,
                is_default: false,
            };
            let reading = |version: i64| ReadingRow {
                reader_version: version,
                reading_sealed: format!("k1.reading{version}"),
            };
            let early = insert(conn, &zoe, "1", &reading(1), 5).await.expect(engine);
            assert!(!early, "there is no such résumé");
            assert!(resumes::insert(conn, &zoe, &resume).await.expect(engine));
            let foreign = insert(conn, &max, "1", &reading(1), 5).await.expect(engine);
            assert!(!foreign, "another's résumé");
            for version in [1, 2] {
                let kept = insert(conn, &zoe, "1", &reading(version), 5).await;
                assert!(kept.expect(engine));
                let found = find(conn, &zoe, "1").await.expect(engine);
                assert_eq!(found, Some(reading(version)));
            }
            assert_eq!(find(conn, &max, "1").await.expect(engine), None);
            assert!(resumes::delete(conn, &zoe, "1").await.expect(engine));
            assert_eq!(find(conn, &zoe, "1").await.expect(engine), None);
        }
    }
}
