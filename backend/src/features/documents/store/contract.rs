//! What the stores promise, checked on both databases.

use super::drafts::{self, DraftRow, VersionRow};
use super::requests::{self, RequestRow};
use super::sets::{self, HeadRow, SetRow};
use super::styles;
use crate::paging::After;
use crate::{on, testing};

fn set(id: &str, job_id: &str, version: i64, created_at_ms: i64) -> SetRow {
    SetRow {
        head: HeadRow {
            document_set_id: id.to_owned(),
            job_id: job_id.to_owned(),
            version,
            head_sealed: format!("k1.head{id}"),
            created_at_ms,
        },
        body_sealed: format!("k1.body{id}"),
    }
}

fn draft(id: &str, version: i64, saved_at_ms: i64) -> DraftRow {
    DraftRow {
        draft_id: id.to_owned(),
        version,
        draft_sealed: format!("k1.draft{id}.{version}"),
        created_at_ms: 5,
        saved_at_ms,
    }
}

#[tokio::test]
async fn a_set_is_its_accounts_and_each_version_of_a_job_is_there_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        for now_ms in [1, 5_000_000_000_000] {
            sets::lock_shelf(conn, &zoe, now_ms).await.expect(engine);
        }
        let first = set("1", "job", 1, 10);
        assert!(sets::insert(conn, &zoe, &first).await.expect(engine));
        for (account, row, is_new) in [
            (&zoe, set("1", "job", 2, 10), false),
            (&zoe, set("2", "job", 1, 10), false),
            (&zoe, set("2", "job", 2, 20), true),
            (&zoe, set("3", "other", 1, 5), true),
            (&max, set("1", "job", 1, 10), true),
        ] {
            let stored = sets::insert(conn, account, &row).await.expect(engine);
            assert_eq!(stored, is_new, "{row:?}");
        }
        assert_eq!(sets::count(conn, &zoe).await.expect(engine), 3);
        let found = sets::find(conn, &zoe, "1").await.expect(engine);
        assert_eq!(found, Some(first));
        assert_eq!(sets::find(conn, &max, "2").await.expect(engine), None);
        let last = sets::find_last(conn, &zoe, "job").await.expect(engine);
        assert_eq!(last, Some(set("2", "job", 2, 20)));
        let none = sets::find_last(conn, &max, "other").await.expect(engine);
        assert_eq!(none, None);

        let ids = sets::list_ids(conn, "1", 10).await.expect(engine);
        let expected = [("zoe", "2"), ("zoe", "3")];
        let expected = expected.map(|(account, id)| (account.to_owned().into(), id.to_owned()));
        assert_eq!(ids, expected);
        assert!(!sets::delete(conn, &max, "3").await.expect(engine));
        assert!(sets::delete(conn, &zoe, "3").await.expect(engine));
        assert!(!sets::delete(conn, &zoe, "3").await.expect(engine));
    }
}

#[tokio::test]
async fn a_list_of_sets_goes_on_where_it_stopped_and_keeps_to_its_job() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        for (id, job, version, at) in [
            ("b", "x", 1, 10),
            ("a", "x", 2, 10),
            ("c", "y", 1, 20),
            ("d", "x", 3, 5),
        ] {
            let row = set(id, job, version, at);
            assert!(sets::insert(conn, &zoe, &row).await.expect(engine));
        }
        for (job, expected) in [
            (None, vec!["c", "b", "a", "d"]),
            (Some("x"), vec!["b", "a", "d"]),
            (Some("z"), vec![]),
        ] {
            let mut after = None;
            let mut seen = Vec::new();
            loop {
                let page = sets::list(conn, &zoe, job, after.as_ref(), 2).await;
                let page = page.expect(engine);
                let Some(last) = page.last() else { break };
                after = Some(After::new(last.created_at_ms, &last.document_set_id));
                seen.extend(page.into_iter().map(|row| row.document_set_id));
            }
            assert_eq!(seen, expected, "{job:?}");
        }
    }
}

#[tokio::test]
async fn a_key_is_claimed_by_one_and_finished_only_by_whoever_holds_it() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        let claim = RequestRow {
            request_hash: "r".to_owned(),
            document_set_id: None,
            claimed_at_ms: 10,
        };
        for (account, is_new) in [(&zoe, true), (&zoe, false), (&max, true)] {
            let claimed = requests::insert(conn, account, "k", &claim).await;
            assert_eq!(claimed.expect(engine), is_new);
        }
        let later = RequestRow {
            claimed_at_ms: 99,
            ..claim.clone()
        };
        let taken = requests::update(conn, &zoe, "k", &claim, &later).await;
        assert!(taken.expect(engine));
        let late = requests::update(conn, &zoe, "k", &claim, &later).await;
        assert!(!late.expect(engine), "it is another's now");
        assert!(!requests::delete(conn, &zoe, "k", 10).await.expect(engine));
        let done = RequestRow {
            document_set_id: Some("set".to_owned()),
            ..later.clone()
        };
        let finished = requests::update(conn, &zoe, "k", &later, &done).await;
        assert!(finished.expect(engine));
        let found = requests::find(conn, &zoe, "k").await.expect(engine);
        assert_eq!(found, Some(done));
        let undone = requests::delete(conn, &zoe, "k", 99).await;
        assert!(!undone.expect(engine), "what is done stays");
        assert!(requests::delete(conn, &max, "k", 10).await.expect(engine));
        assert_eq!(requests::delete_before(conn, 99).await.expect(engine), 0);
        assert_eq!(requests::delete_before(conn, 100).await.expect(engine), 1);
        assert_eq!(requests::find(conn, &zoe, "k").await.expect(engine), None);
    }
}

#[tokio::test]
async fn a_draft_keeps_its_versions_and_no_save_overwrites_another() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        let first = draft("1", 1, 10);
        for (account, is_new) in [(&zoe, true), (&zoe, false), (&max, true)] {
            let stored = drafts::insert(conn, account, &first).await;
            assert_eq!(stored.expect(engine), is_new);
        }
        let second = draft("1", 2, 20);
        for (seen, row, is_latest) in [
            (1, &second, true),
            (1, &second, false),
            (2, &draft("1", 3, 30), true),
        ] {
            let stored = drafts::update(conn, &zoe, seen, row).await.expect(engine);
            assert_eq!(stored, is_latest, "{seen}");
        }
        let none = drafts::update(conn, &zoe, 1, &draft("2", 2, 5)).await;
        assert!(!none.expect(engine));
        let found = drafts::find(conn, &zoe, "1").await.expect(engine);
        assert_eq!(found, Some(draft("1", 3, 30)));
        let found = drafts::find(conn, &max, "1").await.expect(engine);
        assert_eq!(found, Some(first));
        assert!(
            drafts::insert(conn, &zoe, &draft("2", 1, 40))
                .await
                .expect(engine)
        );
        let list = drafts::list(conn, &zoe).await.expect(engine);
        assert_eq!(list, [draft("2", 1, 40), draft("1", 3, 30)]);
        assert_eq!(drafts::count(conn, &zoe).await.expect(engine), 2);

        let versions = |kept: &[VersionRow]| kept.iter().map(|row| row.version).collect::<Vec<_>>();
        let kept = drafts::list_versions(conn, &zoe, "1").await.expect(engine);
        assert_eq!(versions(&kept), [3, 2, 1]);
        let one = drafts::find_version(conn, &zoe, "1", 2)
            .await
            .expect(engine);
        assert_eq!(one.as_ref(), kept.get(1));
        drafts::delete_versions(conn, &zoe, "1", 1)
            .await
            .expect(engine);
        let kept = drafts::list_versions(conn, &zoe, "1").await.expect(engine);
        assert_eq!(versions(&kept), [3, 2]);
        let of_max = drafts::list_versions(conn, &max, "1").await.expect(engine);
        assert_eq!(versions(&of_max), [1], "another's stay");
        assert!(drafts::delete(conn, &zoe, "1").await.expect(engine));
        assert!(!drafts::delete(conn, &zoe, "1").await.expect(engine));
        let gone = drafts::list_versions(conn, &zoe, "1").await.expect(engine);
        assert_eq!(gone, []);
    }
}

#[tokio::test]
async fn a_style_is_one_an_account_and_all_goes_with_the_account() {
    let folder = tempfile::tempdir().expect("a folder");
    for (engine, db) in testing::databases(folder.path()).await {
        let mut tx = db.begin().await.expect("begins");
        let conn = &mut tx.conn();
        let zoe = testing::insert_account(conn, "zoe").await;
        let max = testing::insert_account(conn, "max").await;
        for sealed in ["k1.a", "k1.b"] {
            styles::insert(conn, &zoe, sealed, 9).await.expect(engine);
        }
        let style = styles::find(conn, &zoe).await.expect(engine);
        assert_eq!(style.as_deref(), Some("k1.b"));
        assert_eq!(styles::find(conn, &max).await.expect(engine), None);
        styles::delete(conn, &max).await.expect(engine);
        assert!(styles::find(conn, &zoe).await.expect(engine).is_some());
        let (row, version) = (set("1", "job", 1, 10), draft("1", 1, 10));
        assert!(sets::insert(conn, &zoe, &row).await.expect(engine));
        assert!(drafts::insert(conn, &zoe, &version).await.expect(engine));
        const SQL: &str = "delete from accounts where account_id = $1";
        on!(conn, c => sqlx::query(SQL).bind(&zoe).execute(c).await.map(drop)).expect(engine);
        assert_eq!(styles::find(conn, &zoe).await.expect(engine), None);
        assert_eq!(sets::find(conn, &zoe, "1").await.expect(engine), None);
        let gone = drafts::list_versions(conn, &zoe, "1").await.expect(engine);
        assert_eq!(gone, []);
    }
}
