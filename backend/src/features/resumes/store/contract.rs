//! What the store promises, checked on both databases.

use super::*;
use crate::testing;

fn row(id: &str, sha256: &str, uploaded_at_ms: i64) -> ResumeRow {
    ResumeRow {
        resume_id: id.to_owned(),
        file_name_sealed: "k1.name".to_owned(),
        format: "pdf".to_owned(),
        size_bytes: 5_000_000_000,
        sha256: sha256.to_owned(),
        uploaded_at_ms,
        label_sealed: None,
        is_default: false,
    }
}

#[tokio::test]
async fn a_shelf_holds_each_file_once_and_one_default() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        assert!(insert(conn, &zoe, &row("1", "a", 10)).await.expect(engine));
        assert!(
            !insert(conn, &zoe, &row("2", "a", 10)).await.expect(engine),
            "the same bytes"
        );
        assert!(insert(conn, &zoe, &row("2", "b", 10)).await.expect(engine));
        assert!(insert(conn, &zoe, &row("3", "c", 5)).await.expect(engine));
        assert!(
            insert(conn, &max, &row("4", "a", 10)).await.expect(engine),
            "another's bytes"
        );
        assert_eq!(count(conn, &zoe).await.expect(engine), 3);
        let ids: Vec<_> = list(conn, &zoe)
            .await
            .expect(engine)
            .into_iter()
            .map(|r| r.resume_id)
            .collect();
        assert_eq!(ids, ["2", "1", "3"], "newest first, then by id");
        assert_eq!(
            find(conn, &zoe, "1").await.expect(engine),
            Some(row("1", "a", 10))
        );
        assert_eq!(find(conn, &max, "1").await.expect(engine), None);
        let same = find_by_sha256(conn, &zoe, "b")
            .await
            .expect(engine)
            .expect("is there");
        assert_eq!(same.resume_id, "2");
        assert_eq!(find_by_sha256(conn, &max, "b").await.expect(engine), None);

        for now_ms in [1, 2] {
            lock_shelf(conn, &zoe, now_ms).await.expect(engine);
        }
        for id in ["1", "2"] {
            update_default(conn, &zoe, Some(id)).await.expect(engine);
            let rows = list(conn, &zoe).await.expect(engine);
            let defaults: Vec<_> = rows.iter().filter(|row| row.is_default).collect();
            assert_eq!(defaults.len(), 1);
            assert_eq!(defaults[0].resume_id, id);
        }
        assert!(
            find(conn, &zoe, "2")
                .await
                .expect(engine)
                .is_some_and(|row| row.is_default)
        );
        for label in [Some("k1.label"), None] {
            assert!(!update_label(conn, &max, "2", label).await.expect(engine));
            assert!(update_label(conn, &zoe, "2", label).await.expect(engine));
            let labelled = find(conn, &zoe, "2")
                .await
                .expect(engine)
                .expect("is there");
            assert_eq!(labelled.label_sealed.as_deref(), label);
        }
        assert!(!delete(conn, &max, "2").await.expect(engine), "another's");
        assert!(delete(conn, &zoe, "2").await.expect(engine));
        assert!(!delete(conn, &zoe, "2").await.expect(engine));
        update_default(conn, &zoe, None).await.expect(engine);
        assert!(
            list(conn, &zoe)
                .await
                .expect(engine)
                .iter()
                .all(|row| !row.is_default)
        );

        let first = list_ids(conn, "", 2).await.expect(engine);
        assert_eq!(
            first,
            [(zoe.clone(), "1".to_owned()), (zoe, "3".to_owned())]
        );
        assert_eq!(
            list_ids(conn, "3", 2).await.expect(engine),
            [(max, "4".to_owned())]
        );
    }
}
