//! What the store promises, checked on both databases.

use super::*;
use crate::testing;

fn parts(word: &str) -> SealedParts {
    SealedParts {
        contact_sealed: format!("k1.contact-{word}"),
        address_sealed: format!("k1.address-{word}"),
        demographics_sealed: format!("k1.demographics-{word}"),
        background_sealed: format!("k1.background-{word}"),
    }
}

#[tokio::test]
async fn a_profile_is_replaced_only_at_its_version() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        assert_eq!(find(conn, &zoe).await.expect(engine), None);
        assert!(
            !update(conn, &zoe, 0, &parts("none"), 1)
                .await
                .expect(engine)
        );
        assert!(
            insert(conn, &zoe, &parts("one"), 5_000_000_000_000)
                .await
                .expect(engine)
        );
        assert!(
            !insert(conn, &zoe, &parts("other"), 2).await.expect(engine),
            "one an account"
        );
        assert!(
            !update(conn, &zoe, 2, &parts("other"), 2)
                .await
                .expect(engine),
            "another version"
        );
        assert!(
            !update(conn, &max, 1, &parts("other"), 2)
                .await
                .expect(engine),
            "another account"
        );
        let row = ProfileRow {
            version: 1,
            parts: parts("one"),
        };
        assert_eq!(find(conn, &zoe).await.expect(engine), Some(row));
        assert!(update(conn, &zoe, 1, &parts("two"), 3).await.expect(engine));
        let row = ProfileRow {
            version: 2,
            parts: parts("two"),
        };
        assert_eq!(find(conn, &zoe).await.expect(engine), Some(row));
        assert_eq!(find(conn, &max).await.expect(engine), None);
    }
}
