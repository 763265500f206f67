//! What the store promises, checked on both databases.

use super::*;
use crate::{on, testing};

fn row(id: &str, remembered_at_ms: i64, sealed: &str) -> AnswerRow {
    AnswerRow {
        answer_id: id.to_owned(),
        answer_sealed: sealed.to_owned(),
        remembered_at_ms,
        expires_at_ms: (remembered_at_ms > 10).then_some(5_000_000_000_001),
        stored_at_ms: 5_000_000_000_000,
    }
}

#[tokio::test]
async fn an_answer_is_its_accounts_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        lock_shelf(conn, &zoe, 1).await.expect(engine);
        lock_shelf(conn, &zoe, 2).await.expect(engine);
        assert!(
            insert(conn, &zoe, &row("1", 10, "k1.a"))
                .await
                .expect(engine)
        );
        assert!(
            !insert(conn, &zoe, &row("1", 11, "k1.b"))
                .await
                .expect(engine)
        );
        assert!(
            insert(conn, &max, &row("1", 12, "k1.c"))
                .await
                .expect(engine),
            "another's id"
        );
        assert_eq!(
            find(conn, &zoe, "1").await.expect(engine),
            Some(row("1", 10, "k1.a"))
        );
        assert!(
            update(conn, &zoe, &row("1", 13, "k1.d"))
                .await
                .expect(engine)
        );
        assert!(
            !update(conn, &zoe, &row("2", 13, "k1.d"))
                .await
                .expect(engine)
        );
        assert_eq!(
            find(conn, &zoe, "1").await.expect(engine),
            Some(row("1", 13, "k1.d"))
        );
        assert_eq!(
            find(conn, &max, "1").await.expect(engine),
            Some(row("1", 12, "k1.c"))
        );
        assert!(delete(conn, &zoe, "1").await.expect(engine));
        assert!(!delete(conn, &zoe, "1").await.expect(engine));
        assert_eq!(find(conn, &zoe, "1").await.expect(engine), None);
        assert_eq!(count(conn, &max).await.expect(engine), 1);
    }
}

#[tokio::test]
async fn the_list_is_newest_first_and_counted() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        assert_eq!(count(conn, &zoe).await.expect(engine), 0);
        for (id, at) in [("b", 10), ("a", 10), ("c", 20), ("d", 5)] {
            assert!(
                insert(conn, &zoe, &row(id, at, "k1.x"))
                    .await
                    .expect(engine)
            );
        }
        let ids: Vec<_> = list(conn, &zoe)
            .await
            .expect(engine)
            .into_iter()
            .map(|row| row.answer_id)
            .collect();
        assert_eq!(ids, ["c", "b", "a", "d"]);
        assert_eq!(count(conn, &zoe).await.expect(engine), 4);
    }
}

#[tokio::test]
async fn answers_go_with_their_account() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        lock_shelf(conn, &zoe, 1).await.expect(engine);
        assert!(
            insert(conn, &zoe, &row("1", 10, "k1.a"))
                .await
                .expect(engine)
        );
        const SQL: &str = "delete from accounts where account_id = $1";
        on!(conn, c => sqlx::query(SQL).bind(&zoe).execute(c).await.map(drop)).expect(engine);
        assert_eq!(count(conn, &zoe).await.expect(engine), 0);
    }
}
