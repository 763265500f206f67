//! What the store promises, checked on both databases.

use super::*;
use crate::{on, testing};

fn row(id: &str, submitted_at_ms: i64, head: &str) -> ApplicationRow {
    ApplicationRow {
        application_id: id.to_owned(),
        head_sealed: head.to_owned(),
        note_sealed: None,
        status: "applied".to_owned(),
        status_at_ms: submitted_at_ms,
        submitted_at_ms,
        stored_at_ms: 5_000_000_000_000,
    }
}

#[tokio::test]
async fn an_application_is_its_accounts_and_replaced_only_as_it_was_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        let first = row("1", 10, "k1.a");
        assert!(insert(conn, &zoe, &first).await.expect(engine));
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
            Some(first.clone())
        );

        let noted = ApplicationRow {
            note_sealed: Some("k1.note".to_owned()),
            status: "offer".to_owned(),
            status_at_ms: 99,
            ..first.clone()
        };
        assert!(update(conn, &zoe, &first, &noted).await.expect(engine));
        assert_eq!(
            find(conn, &zoe, "1").await.expect(engine),
            Some(noted.clone())
        );
        for seen in [
            first.clone(),
            ApplicationRow {
                head_sealed: "k1.other".to_owned(),
                ..noted.clone()
            },
            ApplicationRow {
                note_sealed: None,
                ..noted.clone()
            },
            ApplicationRow {
                status: "applied".to_owned(),
                ..noted.clone()
            },
        ] {
            assert!(
                !update(conn, &zoe, &seen, &first).await.expect(engine),
                "{seen:?}"
            );
        }
        assert!(update(conn, &zoe, &noted, &first).await.expect(engine));
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
async fn a_list_goes_on_where_it_stopped_and_keeps_to_its_status() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        for (id, at) in [("b", 10), ("a", 10), ("c", 20), ("d", 5)] {
            let status = if id == "c" { "offer" } else { "applied" };
            let row = ApplicationRow {
                status: status.to_owned(),
                ..row(id, at, "k1.x")
            };
            assert!(insert(conn, &zoe, &row).await.expect(engine));
        }
        for (status, expected) in [
            (None, vec!["c", "b", "a", "d"]),
            (Some("applied"), vec!["b", "a", "d"]),
            (Some("rejected"), vec![]),
        ] {
            let mut after = None;
            let mut seen = Vec::new();
            loop {
                let page = list(conn, &zoe, status, after.as_ref(), 2)
                    .await
                    .expect(engine);
                let Some(last) = page.last() else { break };
                after = Some(After::new(last.submitted_at_ms, &last.application_id));
                seen.extend(page.into_iter().map(|row| row.application_id));
            }
            assert_eq!(seen, expected, "{status:?}");
        }
    }
}

#[tokio::test]
async fn applications_go_with_their_account() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        assert!(
            insert(conn, &zoe, &row("1", 10, "k1.a"))
                .await
                .expect(engine)
        );
        const SQL: &str = "delete from accounts where account_id = $1";
        on!(conn, c => sqlx::query(SQL).bind(&zoe).execute(c).await.map(drop)).expect(engine);
        assert_eq!(find(conn, &zoe, "1").await.expect(engine), None);
    }
}
