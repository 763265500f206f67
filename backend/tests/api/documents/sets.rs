//! Sets that were made: listed, read, downloaded and deleted by their owner alone; what a crash leaves is cleared away.

use std::fs::FileTimes;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use foothold_backend::app::SEALED;
use foothold_backend::rotate::{Counts, rotate};
use foothold_backend::testing::keyring;
use foothold_shared::generation::{DocumentSetPage, DocumentSetView};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::material::{JOB, OTHER_JOB, generate, made, nurse, posting};
use crate::support::{START_MS, Server, give_keys, json, problem};

async fn list(server: &Server, session: &Value, query: &str) -> DocumentSetPage {
    let path = format!("/me/document-sets{query}");
    server.read_as(&path, session).await
}

#[tokio::test]
async fn a_list_goes_on_where_it_stopped() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let mut ids = Vec::new();
        for job in [JOB, OTHER_JOB, JOB] {
            let body = json!({"posting": posting(), "kinds": ["letter"]});
            let set = made(&server, &zoe, job, &body).await;
            ids.insert(0, set.document_set_id);
            server.clock.advance_ms(1_000);
        }
        let first = list(&server, &zoe, "?limit=2").await;
        let cursor = first.next_cursor.clone().expect("there is more");
        let second = list(&server, &zoe, &format!("?limit=2&cursor={cursor}")).await;
        assert_eq!(second.next_cursor, None);
        let sets = first.document_sets.iter().chain(&second.document_sets);
        let listed: Vec<&String> = sets.map(|set| &set.document_set_id).collect();
        assert_eq!(listed, ids.iter().collect::<Vec<_>>());
        let brief = &first.document_sets[0];
        assert_eq!((brief.version, brief.files.len()), (2, 3));
        assert_eq!(brief.posting.company, "Sankt Anna Hospital");
        assert!(brief.files.iter().all(|file| file.base64.is_none()));

        let of_job = list(&server, &zoe, &format!("?job_id={JOB}")).await;
        assert_eq!(of_job.document_sets.len(), 2);
        let of_none = list(&server, &zoe, "?job_id=seventeen").await;
        assert_eq!(of_none.document_sets, []);
        let max = nurse(&server, "max@mail.example").await;
        assert_eq!(list(&server, &max, "").await.document_sets, []);
        for (query, code) in [
            ("?cursor=x", "unknown_cursor"),
            ("?limit=0", "limit_out_of_range"),
            ("?limit=101", "limit_out_of_range"),
        ] {
            let refused = server
                .get_as(&format!("/me/document-sets{query}"), &zoe)
                .await;
            problem(refused, StatusCode::BAD_REQUEST, code).await;
        }
    }
}

#[tokio::test]
async fn a_set_is_found_by_the_hash_of_a_file_that_was_sent() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let mut sets = Vec::new();
        for job in [JOB, OTHER_JOB] {
            let mut own = posting();
            own["company"] = json!(format!("Hospital {job}"));
            let body = json!({"posting": own, "kinds": ["letter"]});
            sets.push(made(&server, &zoe, job, &body).await);
        }
        let hash = &sets[0].files[0].sha256;
        let found = list(&server, &zoe, &format!("?file_sha256={hash}")).await;
        let ids: Vec<&String> = found
            .document_sets
            .iter()
            .map(|set| &set.document_set_id)
            .collect();
        assert_eq!(ids, [&sets[0].document_set_id]);
        assert_eq!(found.next_cursor, None);
        let elsewhere = format!("?file_sha256={hash}&job_id={OTHER_JOB}");
        assert_eq!(list(&server, &zoe, &elsewhere).await.document_sets, []);
        for unknown in ["00", "x"] {
            let none = list(&server, &zoe, &format!("?file_sha256={unknown}")).await;
            assert_eq!(none.document_sets, []);
        }
        let max = nurse(&server, "max@mail.example").await;
        let foreign = list(&server, &max, &format!("?file_sha256={hash}")).await;
        assert_eq!(foreign.document_sets, [], "another's file");
    }
}

#[tokio::test]
async fn a_file_is_downloaded_as_it_was_made_under_a_name_of_the_persons() {
    for server in Server::on_each_database().await {
        let zoe = nurse(&server, "zoe@mail.example").await;
        let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
        let folder = format!("/me/document-sets/{}", set.document_set_id);
        for file in &set.files {
            let path = format!("{folder}/files/{}", file.name);
            let answer = server.get_as(&path, &zoe).await;
            assert_eq!(answer.status(), StatusCode::OK, "{}", file.name);
            let headers = answer.headers().clone();
            assert_eq!(headers["content-type"], file.media_type);
            assert_eq!(headers["x-content-type-options"], "nosniff");
            assert_eq!(headers["cache-control"], "private, no-cache");
            let named = headers["content-disposition"].to_str().expect("text");
            assert!(
                named.starts_with("attachment; filename=\"Zo_-Nov_k-"),
                "{named}"
            );
            let tag = headers["etag"].to_str().expect("text").to_owned();
            let bytes = answer.bytes().await.expect("bytes");
            assert_eq!(hex::encode(Sha256::digest(&bytes)), file.sha256);
            let again = server
                .request_as(Method::GET, &path, &zoe)
                .header("if-none-match", tag)
                .send()
                .await
                .expect("answers");
            assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        }
        for name in ["resume.exe", "..%2Fresume.pdf", "letter.json"] {
            let none = server.get_as(&format!("{folder}/files/{name}"), &zoe).await;
            assert_eq!(none.status(), StatusCode::NOT_FOUND, "{name}");
        }
        let whole = server
            .get_as(&format!("{folder}?include_files=true"), &zoe)
            .await;
        let whole: DocumentSetView = json(whole).await;
        assert!(whole.files.iter().all(|file| file.base64.is_some()));

        let max = nurse(&server, "max@mail.example").await;
        let missing = StatusCode::NOT_FOUND;
        for path in [folder.clone(), format!("{folder}/files/resume.pdf")] {
            let foreign = server.get_as(&path, &max).await;
            problem(foreign, missing, "document_set_not_found").await;
        }
        let foreign = server.delete_as(&folder, &max).await;
        problem(foreign, missing, "document_set_not_found").await;

        let done = server.delete_as(&folder, &zoe).await;
        assert_eq!(done.status(), StatusCode::NO_CONTENT);
        let gone = server.get_as(&folder, &zoe).await;
        problem(gone, missing, "document_set_not_found").await;
        let gone = server.delete_as(&folder, &zoe).await;
        problem(gone, missing, "document_set_not_found").await;
        let left = server.folder.path().join("data/objects/documents");
        assert_eq!(files_below(&left), 0);
    }
}

#[tokio::test]
async fn files_that_no_row_names_are_swept_and_others_stay() {
    let server = Server::start().await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    let folder = server.folder.path().join("data/objects/documents");
    let account = std::fs::read_dir(&folder)
        .expect("lists")
        .next()
        .expect("an account")
        .expect("an entry")
        .path();
    let lost = account.join("01990000-0000-7000-8000-0000000000ff");
    std::fs::write(&lost, "k1.lost").expect("writes");
    let documents = server.app.documents();
    // Files carry the machine's time, which is not the test's.
    let now = UNIX_EPOCH + Duration::from_millis(START_MS.unsigned_abs());
    set_times(&account, now);
    assert_eq!(
        documents.sweep().await.expect("sweeps"),
        0,
        "it may be under way"
    );
    set_times(&account, UNIX_EPOCH);
    assert_eq!(documents.sweep().await.expect("sweeps"), 1);
    assert!(!lost.exists());
    let path = format!("/me/document-sets/{}/files/resume.pdf", set.document_set_id);
    assert_eq!(server.get_as(&path, &zoe).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn damaged_files_are_said_and_never_given_out() {
    let server = Server::start().await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    let other = made(&server, &zoe, JOB, &json!({})).await;
    let folder = server.folder.path().join("data/objects/documents");
    let account = std::fs::read_dir(&folder).expect("lists").next();
    let account = account.expect("an account").expect("an entry").path();
    let place = |id: &str| account.join(id);
    let path = format!("/me/document-sets/{}/files/resume.pdf", set.document_set_id);
    let broken = StatusCode::INTERNAL_SERVER_ERROR;

    // Another set's files in its place do not open there.
    std::fs::copy(place(&other.document_set_id), place(&set.document_set_id)).expect("copies");
    let swapped = server.get_as(&path, &zoe).await;
    problem(swapped, broken, "stored_data_unreadable").await;
    std::fs::remove_file(place(&set.document_set_id)).expect("removes");
    let gone = server.get_as(&path, &zoe).await;
    problem(gone, broken, "document_damaged").await;
    let again = generate(&server, &zoe, JOB, None, &json!({})).await;
    assert_eq!(again.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn a_newer_key_seals_everything_anew() {
    let server = Server::start_with(give_keys).await;
    let zoe = nurse(&server, "zoe@mail.example").await;
    let set = made(&server, &zoe, JOB, &json!({"posting": posting()})).await;
    let draft = json!({"name": "mine", "content": {"name": "Zoë"}});
    let saved = server
        .request_as(Method::PUT, &format!("/me/resume-drafts/{JOB}"), &zoe)
        .header("if-match", "\"0\"")
        .json(&draft)
        .send()
        .await
        .expect("answers");
    assert_eq!(saved.status(), StatusCode::CREATED);
    let rating = json!({"kind": "letter", "question": "length", "answer": "too_much"});
    let path = format!("/me/document-sets/{}/ratings", set.document_set_id);
    server.post_as(&path, &zoe, &rating).await;

    // `give_keys` gives k1; the keyring of tests has the same one and k2.
    let newer = keyring("k2");
    let ours = ["document_sets", "document_styles", "resume_draft_versions"];
    let mut rotated = 0;
    for column in SEALED.iter().copied().flatten() {
        if ours.contains(&column.table) {
            let counts = rotate(server.app.db(), &newer, column)
                .await
                .expect("rotates");
            assert_eq!(counts.failed, 0, "{}", column.column);
            rotated += counts.rotated;
        }
    }
    assert_eq!(rotated, 4, "head, body, draft, style");
    let documents = server.app.documents().with_keyring(newer);
    for rotated in [1, 0] {
        let counts = documents.reseal_files().await.expect("reseals");
        assert_eq!(counts, Counts { rotated, failed: 0 });
    }
}

fn set_times(folder: &std::path::Path, time: SystemTime) {
    let times = FileTimes::new().set_modified(time);
    for file in std::fs::read_dir(folder).expect("lists") {
        let path = file.expect("an entry").path();
        let file = std::fs::File::options().write(true).open(path);
        file.expect("opens").set_times(times).expect("sets");
    }
}

fn files_below(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return 0;
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| if path.is_dir() { files_below(&path) } else { 1 })
        .sum()
}
