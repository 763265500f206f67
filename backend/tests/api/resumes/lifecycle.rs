//! Résumés over HTTP, on each database: what comes in goes out byte for byte, and what is refused
//! leaves nothing behind.

use std::path::{Path, PathBuf};

use foothold_backend::app::SEALED;
use foothold_backend::features::resumes::Inspector;
use foothold_backend::rotate::{Counts, rotate};
use foothold_backend::testing::keyring;
use foothold_shared::resume::{ResumeFormat, ResumeList, ResumeView};
use futures_util::future::join_all;
use reqwest::multipart::{Form, Part};
use reqwest::{Method, Response, StatusCode};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::files;
use crate::support::{START_MS, Server, give_keys, json, problem, test_config, text};

pub(crate) async fn stored(
    server: &Server,
    session: &Value,
    name: &str,
    bytes: Vec<u8>,
) -> ResumeView {
    let answer = server.upload_as(session, name, bytes).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    json(answer).await
}

async fn list(server: &Server, session: &Value) -> Vec<ResumeView> {
    server
        .read_as::<ResumeList>("/me/resumes", session)
        .await
        .resumes
}

pub(crate) async fn call(server: &Server, session: &Value, method: Method, path: &str) -> Response {
    let path = format!("/me/resumes/{path}");
    server.send_as(method, &path, session, None).await
}

async fn download(server: &Server, session: &Value, resume_id: &str) -> Response {
    server
        .get_as(&format!("/me/resumes/{resume_id}/file"), session)
        .await
}

/// Every file below the server's object folder.
fn objects(server: &Server) -> Vec<PathBuf> {
    fn below(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("lists") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                below(&path, found)
            } else {
                found.push(path)
            }
        }
    }
    let mut found = Vec::new();
    below(&server.folder.path().join("data/objects"), &mut found);
    found
}

#[tokio::test]
async fn a_resume_from_upload_to_deletion() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let pdf = files::pdf("Zoe, lighthouse keeper");
        let first = stored(&server, &session, "CV Zoë.pdf", pdf.clone()).await;
        assert_eq!(first.file_name, "CV Zoë.pdf");
        assert_eq!(first.format, ResumeFormat::Pdf);
        assert_eq!(first.size_bytes, i64::try_from(pdf.len()).expect("small"));
        assert_eq!(first.sha256, hex::encode(Sha256::digest(&pdf)));
        assert_eq!((first.is_default, first.uploaded_at_ms), (true, START_MS));

        let answer = download(&server, &session, &first.resume_id).await;
        let headers = answer.headers().clone();
        assert_eq!(headers["content-type"], "application/pdf");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        assert_eq!(headers["etag"], format!("\"{}\"", first.sha256));
        assert_eq!(
            headers["content-disposition"],
            "attachment; filename=\"CV Zo_.pdf\"; filename*=UTF-8''CV%20Zo%C3%AB.pdf"
        );
        assert!(
            headers["cache-control"]
                .to_str()
                .expect("text")
                .contains("private")
        );
        assert_eq!(answer.bytes().await.expect("bytes"), pdf);
        let known = server
            .get(&format!("/api/v1/me/resumes/{}/file", first.resume_id))
            .bearer_auth(text(&session["access_token"]))
            .header("if-none-match", headers["etag"].clone())
            .send()
            .await
            .expect("answers");
        assert_eq!(known.status(), StatusCode::NOT_MODIFIED);

        server.clock.advance_ms(1);
        let second = stored(&server, &session, "cv.docx", files::docx("Zoe")).await;
        server.clock.advance_ms(1);
        let third = stored(&server, &session, "short.pdf", files::pdf("short")).await;
        assert_eq!(second.format, ResumeFormat::Docx);
        assert!(!second.is_default && !third.is_default);
        let ids: Vec<_> = list(&server, &session)
            .await
            .into_iter()
            .map(|r| r.resume_id)
            .collect();
        assert_eq!(
            ids,
            [&third.resume_id, &second.resume_id, &first.resume_id].map(String::clone)
        );

        let chosen = call(
            &server,
            &session,
            Method::PUT,
            &format!("{}/default", second.resume_id),
        )
        .await;
        assert!(json::<ResumeView>(chosen).await.is_default);
        assert_eq!(
            default_of(&server, &session).await,
            std::slice::from_ref(&second.resume_id)
        );
        for (deleted, then) in [
            (&second, vec![third.resume_id.clone()]),
            (&first, vec![third.resume_id.clone()]),
            (&third, vec![]),
        ] {
            let answer = call(&server, &session, Method::DELETE, &deleted.resume_id).await;
            assert_eq!(answer.status(), StatusCode::NO_CONTENT);
            assert_eq!(default_of(&server, &session).await, then);
        }
        assert!(objects(&server).is_empty());
        let again = stored(&server, &session, "CV.pdf", pdf).await;
        assert!(
            again.is_default,
            "the first of an empty shelf is the default again"
        );
    }
}

async fn default_of(server: &Server, session: &Value) -> Vec<String> {
    let resumes = list(server, session).await.into_iter();
    resumes
        .filter(|resume| resume.is_default)
        .map(|resume| resume.resume_id)
        .collect()
}

#[tokio::test]
async fn the_same_bytes_are_stored_once() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let pdf = files::pdf("same");
        let first = stored(&server, &session, "one.pdf", pdf.clone()).await;
        let again = server.upload_as(&session, "two.pdf", pdf.clone()).await;
        assert_eq!(again.status(), StatusCode::OK);
        assert_eq!(json::<ResumeView>(again).await, first);
        let other = files::pdf("other");
        let answers =
            join_all((0..4).map(|_| server.upload_as(&session, "x.pdf", other.clone()))).await;
        let created = answers
            .iter()
            .filter(|answer| answer.status() == StatusCode::CREATED)
            .count();
        let known = answers
            .iter()
            .filter(|answer| answer.status() == StatusCode::OK)
            .count();
        assert_eq!((created, known), (1, 3));
        assert_eq!(
            (list(&server, &session).await.len(), objects(&server).len()),
            (2, 2)
        );
    }
}

#[tokio::test]
async fn what_is_refused_says_why_and_leaves_nothing() {
    const UNSUPPORTED: (StatusCode, &str) =
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_format");
    const UNREADABLE: (StatusCode, &str) = (StatusCode::UNPROCESSABLE_ENTITY, "file_unreadable");
    const LOCKED: (StatusCode, &str) =
        (StatusCode::UNPROCESSABLE_ENTITY, "file_password_protected");
    const MACROS: (StatusCode, &str) = (StatusCode::UNSUPPORTED_MEDIA_TYPE, "file_has_macros");
    const COMPLEX: (StatusCode, &str) = (StatusCode::UNPROCESSABLE_ENTITY, "file_too_complex");
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let pdf = files::pdf("hello");
        for (name, bytes, (status, code)) in [
            ("cv.pdf", b"just words".to_vec(), UNSUPPORTED),
            ("cv.docx", b"\x89PNG\r\n\x1a\n".to_vec(), UNSUPPORTED),
            ("cv.docx", files::plain_zip(), UNSUPPORTED),
            (
                "cv.docx",
                files::docx_with("word/vbaProject.bin", b"macro"),
                MACROS,
            ),
            ("cv.pdf", pdf[..pdf.len() / 2].to_vec(), UNREADABLE),
            ("cv.pdf", files::locked_pdf("secret"), LOCKED),
            ("cv.docx", files::ole_encrypted(), LOCKED),
            ("cv.docx", files::docx_bomb(1 << 30), COMPLEX),
            ("cv.pdf", files::pdf_bomb(1 << 30), COMPLEX),
            (
                "cv.pdf",
                Vec::new(),
                (StatusCode::UNPROCESSABLE_ENTITY, "file_empty"),
            ),
            (
                "cv.pdf",
                files::pdf_of_size(files::LIMIT + 1),
                (StatusCode::PAYLOAD_TOO_LARGE, "file_too_large"),
            ),
        ] {
            let said = problem(server.upload_as(&session, name, bytes).await, status, code).await;
            if code == "unsupported_format" {
                assert_eq!(
                    said.detail,
                    "Unsupported format: please upload a PDF or a Word (.docx) file"
                );
            }
        }
        assert!(list(&server, &session).await.is_empty() && objects(&server).is_empty());

        let whole = files::pdf_of_size(files::LIMIT);
        let kept = stored(&server, &session, "cv.pdf", whole.clone()).await;
        let back = download(&server, &session, &kept.resume_id)
            .await
            .bytes()
            .await
            .expect("bytes");
        assert!(back == whole, "5 MB exactly come back as they were");
    }
}

#[tokio::test]
async fn an_upload_that_is_no_upload_is_told_so() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let ask = |form: Form| {
        server
            .request_as(Method::POST, "/me/resumes", &session)
            .multipart(form)
            .send()
    };
    let other_part = ask(Form::new().text("document", "x"))
        .await
        .expect("answers");
    problem(other_part, StatusCode::UNPROCESSABLE_ENTITY, "file_missing").await;
    let json_body = server
        .post("/me/resumes", &serde_json::json!({}))
        .bearer_auth(text(&session["access_token"]));
    problem(
        json_body.send().await.expect("answers"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
    )
    .await;
    let anonymous = server
        .request(Method::POST, "/api/v1/me/resumes")
        .multipart(Form::new().text("file", "x"));
    problem(
        anonymous.send().await.expect("answers"),
        StatusCode::UNAUTHORIZED,
        "not_signed_in",
    )
    .await;
    let far_too_large =
        ask(Form::new().part("file", Part::bytes(vec![b' '; 3 * files::LIMIT]))).await;
    problem(
        far_too_large.expect("answers"),
        StatusCode::PAYLOAD_TOO_LARGE,
        "file_too_large",
    )
    .await;
    // The part may stand behind others.
    let part = Part::bytes(files::pdf("late")).file_name("cv.pdf");
    let late = ask(Form::new().text("note", "hello").part("file", part))
        .await
        .expect("answers");
    assert_eq!(late.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_nothing() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let pdf = files::pdf("torn");
    let head = format!(
        "POST /api/v1/me/resumes HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer {}\r\n\
         content-type: multipart/form-data; boundary=b\r\ncontent-length: {}\r\n\r\n\
         --b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n\r\n",
        text(&session["access_token"]),
        pdf.len() + 1000,
    );
    let mut socket = tokio::net::TcpStream::connect(&server.address)
        .await
        .expect("connects");
    socket.write_all(head.as_bytes()).await.expect("writes");
    socket.write_all(&pdf).await.expect("writes");
    socket
        .shutdown()
        .await
        .expect("half of the connection closes");
    // Whatever the answer, the server is done with the request when the connection ends.
    let mut answer = Vec::new();
    let _ = socket.read_to_end(&mut answer).await;
    assert!(!String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 2"));
    assert!(list(&server, &session).await.is_empty() && objects(&server).is_empty());
}

#[tokio::test]
async fn names_are_made_safe() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    for (n, (given, kept)) in [
        ("../../etc/passwd", "passwd.pdf"),
        (
            "<img src=x onerror=alert(1)>.pdf",
            "_img src=x onerror=alert(1)_.pdf",
        ),
        ("cv\u{202e}fdp.exe", "cvfdp.exe.pdf"),
        ("履歴書.docx", "履歴書.pdf"),
    ]
    .into_iter()
    .enumerate()
    {
        let view = stored(&server, &session, given, files::pdf(&format!("name {n}"))).await;
        assert_eq!(view.file_name, kept);
        let answer = download(&server, &session, &view.resume_id).await;
        let disposition = answer.headers()["content-disposition"]
            .to_str()
            .expect("plain text")
            .to_owned();
        assert!(
            disposition.starts_with("attachment; filename=\""),
            "{disposition}"
        );
    }
}

#[tokio::test]
async fn there_is_an_end_to_the_number_of_resumes() {
    for server in Server::on_each_database().await {
        let session = server.register("zoe@mail.example").await;
        let answers = join_all((0..24).map(|n| {
            let pdf = files::pdf(&format!("number {n}"));
            let (server, session) = (&server, &session);
            async move { server.upload_as(session, "cv.pdf", pdf).await }
        }))
        .await;
        let mut created = 0;
        for answer in answers {
            if answer.status() == StatusCode::CREATED {
                created += 1;
            } else {
                problem(answer, StatusCode::CONFLICT, "too_many_resumes").await;
            }
        }
        assert_eq!(
            (
                created,
                list(&server, &session).await.len(),
                objects(&server).len()
            ),
            (20, 20, 20)
        );
        assert_eq!(default_of(&server, &session).await.len(), 1);
    }
}

#[tokio::test]
async fn nobody_touches_anothers_resume() {
    for server in Server::on_each_database().await {
        let (zoe, max) = (
            server.register("zoe@mail.example").await,
            server.register("max@mail.example").await,
        );
        let pdf = files::pdf("shared words");
        let zoes = stored(&server, &zoe, "zoe.pdf", pdf.clone()).await;
        for (method, path) in [
            (Method::GET, format!("{}/file", zoes.resume_id)),
            (Method::PUT, format!("{}/default", zoes.resume_id)),
            (Method::DELETE, zoes.resume_id.clone()),
            (Method::GET, "nonsense/file".to_owned()),
        ] {
            let answer = call(&server, &max, method, &path).await;
            problem(answer, StatusCode::NOT_FOUND, "resume_not_found").await;
        }
        // The same file in two accounts is two files.
        let maxs = stored(&server, &max, "max.pdf", pdf.clone()).await;
        assert_ne!(maxs.resume_id, zoes.resume_id);
        call(&server, &max, Method::DELETE, &maxs.resume_id).await;
        assert_eq!(
            download(&server, &zoe, &zoes.resume_id)
                .await
                .bytes()
                .await
                .expect("bytes"),
            pdf
        );
        assert_eq!(list(&server, &zoe).await, [zoes]);
    }
}

#[tokio::test]
async fn files_and_names_are_sealed_at_rest() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    stored(
        &server,
        &session,
        "Zoe-Lighthouse.pdf",
        files::pdf("Zoe Novotna"),
    )
    .await;
    let mut bytes: Vec<u8> = objects(&server)
        .iter()
        .flat_map(|path| std::fs::read(path).expect("reads"))
        .collect();
    assert!(bytes.len() > 500);
    for entry in std::fs::read_dir(server.folder.path().join("data")).expect("lists") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            bytes.extend(std::fs::read(path).expect("reads"));
        }
    }
    for secret in ["%PDF", "Novotna", "Zoe-Lighthouse"] {
        assert!(
            !bytes
                .windows(secret.len())
                .any(|window| window == secret.as_bytes()),
            "{secret}"
        );
    }
}

#[tokio::test]
async fn a_file_that_was_changed_or_lost_is_said_clearly() {
    let server = Server::start().await;
    let session = server.register("zoe@mail.example").await;
    let view = stored(&server, &session, "cv.pdf", files::pdf("Zoe")).await;
    let object = objects(&server).pop().expect("one");
    let mut bytes = std::fs::read(&object).expect("reads");
    let last = bytes.len() - 5;
    bytes[last] = if bytes[last] == b'A' { b'B' } else { b'A' };
    std::fs::write(&object, bytes).expect("writes");
    let changed = download(&server, &session, &view.resume_id).await;
    problem(
        changed,
        StatusCode::INTERNAL_SERVER_ERROR,
        "stored_data_unreadable",
    )
    .await;
    std::fs::remove_file(&object).expect("removes");
    let lost = download(&server, &session, &view.resume_id).await;
    problem(lost, StatusCode::INTERNAL_SERVER_ERROR, "file_damaged").await;
    assert_eq!(list(&server, &session).await.len(), 1);
    let deleted = call(&server, &session, Method::DELETE, &view.resume_id).await;
    assert_eq!(deleted.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_change_of_keys_reaches_files_and_loses_nothing() {
    for server in Server::on_each_database_with(give_keys).await {
        let session = server.register("zoe@mail.example").await;
        let pdf = files::pdf("Zoe");
        let view = stored(&server, &session, "cv.pdf", pdf.clone()).await;
        // The keys of `testing::keyring` are those of `give_keys`, and one more.
        for column in SEALED.iter().copied().flatten() {
            rotate(server.app.db(), &keyring("k2"), column)
                .await
                .expect("rotates");
        }
        let resumes = server.app.resumes().clone().with_keyring(keyring("k2"));
        assert_eq!(
            resumes.reseal_files().await.expect("rotates"),
            Counts {
                rotated: 1,
                failed: 0
            }
        );
        assert_eq!(
            resumes.reseal_files().await.expect("rotates"),
            Counts::default()
        );

        let folder = tempfile::tempdir().expect("a folder");
        let mut config = test_config(&folder);
        config.database = server.config.database.clone();
        config.storage = server.config.storage.clone();
        give_keys(&mut config);
        config.keys.active = "k2".to_owned();
        config.keys.ring.clear();
        let key = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";
        config.keys.ring.insert("k2".to_owned(), key.into());
        let newer = Server::run(server.engine, folder, config).await;
        assert_eq!(list(&newer, &session).await, std::slice::from_ref(&view));
        assert_eq!(
            download(&newer, &session, &view.resume_id)
                .await
                .bytes()
                .await
                .expect("bytes"),
            pdf
        );
    }
}

#[tokio::test]
async fn an_upload_that_cannot_be_looked_into_is_not_stored() {
    let unable = Inspector::new("/nonexistent/foothold-backend");
    let server = Server::start_changed(|_| {}, |app| app.with_inspector(unable)).await;
    let session = server.register("zoe@mail.example").await;
    let answer = server
        .upload_as(&session, "cv.pdf", files::pdf("Zoe"))
        .await;
    problem(answer, StatusCode::SERVICE_UNAVAILABLE, "unavailable").await;
    assert!(list(&server, &session).await.is_empty() && objects(&server).is_empty());
}
