//! The contract of the object store, on a folder; and what opening refuses.

use super::*;
use futures_util::TryStreamExt;

fn files(folder: &FilePath) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("lists") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path))
        } else {
            found.push(path)
        }
    }
    found
}

#[tokio::test]
async fn objects_are_put_replaced_listed_and_deleted() {
    let scratch = tempfile::tempdir().expect("a folder");
    let root = scratch.path().join("objects");
    let objects = open_objects(root.to_str().expect("text"), &BTreeMap::new()).expect("opens");
    objects
        .put("resumes/a/1", Bytes::from_static(b"one"))
        .await
        .expect("puts");
    objects
        .put("resumes/a/1", Bytes::from_static(b"two"))
        .await
        .expect("replaces");
    objects
        .put("other/1", Bytes::from_static(b"x"))
        .await
        .expect("puts");
    assert_eq!(objects.get("resumes/a/1").await.expect("gets"), "two");
    let listed: Vec<_> = objects.list("resumes").try_collect().await.expect("lists");
    assert_eq!(
        listed.iter().map(|o| o.key.as_str()).collect::<Vec<_>>(),
        ["resumes/a/1"]
    );
    assert!(listed[0].put_at_ms > 1_600_000_000_000);
    for _ in 0..2 {
        objects
            .delete("resumes/a/1")
            .await
            .expect("deleting twice is no error");
    }
    assert!(matches!(
        objects.get("resumes/a/1").await,
        Err(ObjectsError::NotFound)
    ));
    assert_eq!(files(&root).len(), 1);
}

#[cfg(unix)]
#[tokio::test]
async fn the_folder_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let scratch = tempfile::tempdir().expect("a folder");
    let root = scratch.path().join("data/objects");
    open_objects(&format!("file://{}", root.display()), &BTreeMap::new()).expect("opens");
    let mode = std::fs::metadata(&root)
        .expect("is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[tokio::test]
async fn a_put_that_was_cut_off_is_cleared_when_it_is_old() {
    let scratch = tempfile::tempdir().expect("a folder");
    let objects =
        open_objects(scratch.path().to_str().expect("text"), &BTreeMap::new()).expect("opens");
    objects
        .put("resumes/a/1", Bytes::from_static(b"one"))
        .await
        .expect("puts");
    std::fs::write(scratch.path().join("resumes/a/2#1"), "half").expect("writes");
    assert_eq!(objects.clear_unfinished(0).await.expect("clears"), 0);
    assert_eq!(objects.clear_unfinished(i64::MAX).await.expect("clears"), 1);
    assert_eq!(files(scratch.path()).len(), 1);
}

/// A file stands where the folder of the object would be: no put can succeed, as root or not.
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_unavailable_and_keeps_nothing() {
    let scratch = tempfile::tempdir().expect("a folder");
    let objects =
        open_objects(scratch.path().to_str().expect("text"), &BTreeMap::new()).expect("opens");
    std::fs::write(scratch.path().join("resumes"), "").expect("writes");
    let answer = objects.put("resumes/a/1", Bytes::from_static(b"one")).await;
    assert!(
        matches!(answer, Err(ObjectsError::Unavailable(_))),
        "{answer:?}"
    );
    assert_eq!(files(scratch.path()).len(), 1);
}

#[test]
fn a_full_disk_is_told_apart() {
    for (kind, full) in [
        (ErrorKind::StorageFull, true),
        (ErrorKind::QuotaExceeded, true),
        (ErrorKind::PermissionDenied, false),
    ] {
        let error = object_store::Error::Generic {
            store: "LocalFileSystem",
            source: Box::new(std::io::Error::from(kind)),
        };
        assert_eq!(
            matches!(from_store(error), ObjectsError::Full(_)),
            full,
            "{kind}"
        );
    }
}

#[test]
fn buckets_open_without_the_network() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let options = |pairs: &[(&str, &str)]| -> BTreeMap<String, SecretString> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).into()))
            .collect()
    };
    let s3 = options(&[
        ("region", "eu-central-1"),
        ("access_key_id", "a"),
        ("secret_access_key", "b"),
    ]);
    open_objects("s3://bucket/foothold", &s3).expect("opens");
    let key = r#"{"private_key":"","private_key_id":"","client_email":"","gcs_base_url":"","disable_oauth":true}"#;
    open_objects("gs://bucket", &options(&[("service_account_key", key)])).expect("opens");
    let wrong = options(&[("access_key_idd", "secret")]);
    let said = open_objects("s3://bucket", &wrong)
        .expect_err("refused")
        .to_string();
    assert!(
        said.contains("access_key_idd") && !said.contains("secret"),
        "{said}"
    );
    assert!(matches!(
        open_objects("ftp://x/y", &BTreeMap::new()),
        Err(OpenObjectsError::UnknownScheme)
    ));
}
