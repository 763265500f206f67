//! What the store promises, checked on both databases.

use super::*;
use crate::testing;

fn row(id: &str, filled_at_ms: i64, fields: &str) -> ReceiptRow {
    ReceiptRow {
        receipt_id: id.to_owned(),
        head_sealed: "k1.head".to_owned(),
        fields_sealed: fields.to_owned(),
        filled: 3,
        open: 1,
        filled_at_ms,
        stored_at_ms: 5_000_000_000_000,
    }
}

#[tokio::test]
async fn a_receipt_is_its_accounts_and_replaced_only_as_it_was_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
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
        assert_eq!(
            find(conn, &max, "1").await.expect(engine),
            Some(row("1", 12, "k1.c"))
        );
        assert!(
            !update(conn, &zoe, "k1.other", &row("1", 13, "k1.d"))
                .await
                .expect(engine)
        );
        assert!(
            update(conn, &zoe, "k1.a", &row("1", 13, "k1.d"))
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
        assert!(find(conn, &max, "1").await.expect(engine).is_some());
    }
}

#[tokio::test]
async fn a_list_goes_on_where_it_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        for (id, filled_at_ms) in [("b", 10), ("a", 10), ("c", 20), ("d", 5)] {
            assert!(
                insert(conn, &zoe, &row(id, filled_at_ms, "k1.x"))
                    .await
                    .expect(engine)
            );
        }
        let mut after = None;
        let mut seen = Vec::new();
        loop {
            let page = list(conn, &zoe, after.as_ref(), 3).await.expect(engine);
            let Some(last) = page.last() else { break };
            after = Some(After::new(last.filled_at_ms, &last.receipt_id));
            seen.extend(page.into_iter().map(|row| row.receipt_id));
        }
        assert_eq!(seen, ["c", "b", "a", "d"]);
    }
}
