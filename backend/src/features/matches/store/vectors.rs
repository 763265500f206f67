//! The tables `job_vectors` and `person_vectors`: what an embedding model made of postings and of profiles.

use sqlx::AssertSqlSafe;

use crate::db::many::{AT_ONCE, places};
use crate::db::{Conn, Result, on};
use crate::ids::AccountId;

/// What a model made of a posting.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub(in super::super) struct JobVectorRow {
    pub(in super::super) job_id: String,
    pub(in super::super) content: String,
    pub(in super::super) direction: String,
}

/// What one model made of these jobs' postings, as far as it is known.
pub(in super::super) async fn list(
    conn: &mut Conn<'_>,
    model: &str,
    job_ids: &[&str],
) -> Result<Vec<JobVectorRow>> {
    let mut found = Vec::with_capacity(job_ids.len());
    for ids in job_ids.chunks(AT_ONCE) {
        let sql = format!(
            "select job_id, content, direction from job_vectors
            where model = $1 and job_id in ({})",
            places(2, ids.len())
        );
        let rows = on!(conn, c => {
            let mut query =
                sqlx::query_as::<_, JobVectorRow>(AssertSqlSafe(sql.as_str())).bind(model);
            for id in ids {
                query = query.bind(*id);
            }
            query.fetch_all(c).await
        })?;
        found.extend(rows);
    }
    Ok(found)
}

/// Keeps what a model made of a posting in place of an earlier one, unless the job is gone or has closed.
pub(in super::super) async fn put(
    conn: &mut Conn<'_>,
    model: &str,
    row: &JobVectorRow,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into job_vectors (job_id, model, content, direction, made_at_ms)
        select job_id, cast($2 as text), cast($3 as text), cast($4 as text), cast($5 as bigint)
        from jobs where job_id = $1 and closed_at_ms is null
        on conflict (job_id, model) do update set content = excluded.content,
            direction = excluded.direction, made_at_ms = excluded.made_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(&row.job_id).bind(model).bind(&row.content)
        .bind(&row.direction).bind(now_ms).execute(c).await.map(drop))
}

/// Deletes what other models made, and all that is about closed jobs; how many.
pub(in super::super) async fn delete_unneeded(conn: &mut Conn<'_>, model: &str) -> Result<u64> {
    const SQL: &str = "
        delete from job_vectors where model <> $1
            or job_id in (select job_id from jobs where closed_at_ms is not null)";
    on!(conn, c => sqlx::query(SQL).bind(model).execute(c).await
        .map(|done| done.rows_affected()))
}

/// What a model made of an account's profile, sealed.
pub(in super::super) async fn find_person(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<Option<String>> {
    const SQL: &str = "select vector_sealed from person_vectors where account_id = $1";
    on!(conn, c => sqlx::query_scalar::<_, String>(SQL).bind(account).fetch_optional(c).await)
}

/// Keeps what a model made of an account's profile in place of an earlier one.
pub(in super::super) async fn put_person(
    conn: &mut Conn<'_>,
    account: &AccountId,
    sealed: &str,
    now_ms: i64,
) -> Result<()> {
    const SQL: &str = "
        insert into person_vectors (account_id, vector_sealed, made_at_ms) values ($1, $2, $3)
        on conflict (account_id) do update set vector_sealed = excluded.vector_sealed,
            made_at_ms = excluded.made_at_ms";
    on!(conn, c => sqlx::query(SQL).bind(account).bind(sealed).bind(now_ms)
        .execute(c).await.map(drop))
}

/// Forgets what a model made of an account's profile.
pub(in super::super) async fn delete_person(
    conn: &mut Conn<'_>,
    account: &AccountId,
) -> Result<()> {
    const SQL: &str = "delete from person_vectors where account_id = $1";
    on!(conn, c => sqlx::query(SQL).bind(account).execute(c).await.map(drop))
}

/// Forgets everything that was made of profiles: nothing is embedded any more.
pub(in super::super) async fn delete_people(conn: &mut Conn<'_>) -> Result<()> {
    on!(conn, c => sqlx::query("delete from person_vectors").execute(c).await.map(drop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    async fn insert_job(conn: &mut Conn<'_>, job_id: &str, job_no: i64) {
        const SQL: &str = "
            insert into jobs (job_id, job_no, title, company, country, remote, employment, seniority,
                language, source, source_key, posted_at_ms, closed_why, reposts)
            values ($1, $2, '', '', '', '', '', '', '', '', '', 1, '', 0)";
        let done =
            on!(conn, c => sqlx::query(SQL).bind(job_id).bind(job_no).execute(c).await.map(drop));
        done.expect("a job is stored");
    }

    fn row(job_id: &str, content: &str) -> JobVectorRow {
        JobVectorRow {
            job_id: job_id.to_owned(),
            content: content.to_owned(),
            direction: "AQI=".to_owned(),
        }
    }

    #[tokio::test]
    async fn postings_are_kept_by_model_and_go_with_their_job() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in testing::databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let conn = &mut tx.conn();
            for (job, number) in [("a", 1), ("b", 2), ("c", 3)] {
                insert_job(conn, job, number).await;
                put(conn, "m", &row(job, "old"), 1).await.expect(engine);
            }
            put(conn, "m", &row("a", "new"), 2).await.expect(engine);
            put(conn, "n", &row("a", "other"), 2).await.expect(engine);
            put(conn, "m", &row("gone", "x"), 2).await.expect(engine);
            let mut found = list(conn, "m", &["a", "b", "gone", "elsewhere"])
                .await
                .expect(engine);
            found.sort_by(|one, other| one.job_id.cmp(&other.job_id));
            assert_eq!(found, [row("a", "new"), row("b", "old")], "{engine}");
            assert_eq!(list(conn, "m", &[]).await.expect(engine), []);

            for sql in [
                "update jobs set closed_at_ms = 5 where job_id = 'b'",
                "delete from jobs where job_id = 'c'",
            ] {
                on!(conn, c => sqlx::query(sql).execute(c).await.map(drop)).expect(engine);
            }
            put(conn, "m", &row("b", "late"), 6).await.expect(engine);
            assert_eq!(
                list(conn, "m", &["b", "c"]).await.expect(engine),
                [row("b", "old")]
            );
            // The closed job's, and the other model's.
            assert_eq!(delete_unneeded(conn, "m").await.expect(engine), 2);
            assert_eq!(delete_unneeded(conn, "m").await.expect(engine), 0);
            assert_eq!(
                list(conn, "m", &["a", "b"]).await.expect(engine),
                [row("a", "new")]
            );
        }
    }

    #[tokio::test]
    async fn a_person_has_one_and_it_goes_with_their_account() {
        let folder = tempfile::tempdir().expect("a folder");
        for (engine, db) in testing::databases(folder.path()).await {
            let mut tx = db.begin().await.expect("begins");
            let conn = &mut tx.conn();
            let (zoe, ada) = (
                testing::insert_account(conn, "zoe").await,
                testing::insert_account(conn, "ada").await,
            );
            for sealed in ["k1.a", "k1.b"] {
                put_person(conn, &zoe, sealed, 1).await.expect(engine);
            }
            put_person(conn, &ada, "k1.c", 1).await.expect(engine);
            let found = find_person(conn, &zoe).await.expect(engine);
            assert_eq!(found.as_deref(), Some("k1.b"));
            const SQL: &str = "delete from accounts where account_id = $1";
            on!(conn, c => sqlx::query(SQL).bind(&zoe).execute(c).await.map(drop)).expect(engine);
            assert_eq!(find_person(conn, &zoe).await.expect(engine), None);
            delete_person(conn, &ada).await.expect(engine);
            assert_eq!(find_person(conn, &ada).await.expect(engine), None);
            put_person(conn, &ada, "k1.d", 1).await.expect(engine);
            delete_people(conn).await.expect(engine);
            assert_eq!(find_person(conn, &ada).await.expect(engine), None);
        }
    }
}
