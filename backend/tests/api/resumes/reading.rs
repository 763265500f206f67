//! What is read in a résumé, over HTTP: the text in order, the values with their places, and a clear word where a
//! file gives none. Whatever the file does to the reader, the server lives and the upload stays.

use foothold_backend::features::resumes::Inspector;
use foothold_shared::reading::{ReadValue, ReadingStatus, ReadingView};
use reqwest::{Method, StatusCode};
use serde_json::Value;

use super::files;
use super::lifecycle::{call, stored};
use crate::support::{Server, json, problem};

/// A short résumé of nobody.
pub(crate) const LINES: &[&str] = &[
    "Mira Talvik",
    "mira.talvik@mail.example | +372 5123 4567 | Tartu, Estonia",
    "https://github.com/miratalvik",
    "Summary",
    "Keeper of tide tables who turns old registers into data that people use.",
    "Experience",
    "Data Engineer, Harbour Lights Ltd",
    "Mar 2021 - Present",
    "- Moved forty registers into one store and wrote down where each came from",
    "Junior Analyst, Saltmarsh Institute",
    "Sep 2018 - Feb 2021",
    "- Drew the weekly charts of three ports",
    "Education",
    "University of Northshore",
    "Bachelor of Science in Oceanography",
    "2015 - 2018",
    "Skills",
    "SQL, Python, Tide tables",
    "Languages",
    "Estonian (native), English (C1)",
];

async fn reading(server: &Server, session: &Value, resume_id: &str) -> ReadingView {
    let path = format!("/me/resumes/{resume_id}/reading");
    server.read_as(&path, session).await
}

fn said(value: Option<&ReadValue>) -> &str {
    value.map_or("", |value| &value.text)
}

#[tokio::test]
async fn a_reading_holds_text_and_values_with_their_places() {
    for server in Server::on_each_database().await {
        let session = server.register("mira@mail.example").await;
        for (name, bytes, pages) in [
            ("cv.pdf", files::pdf_of_lines(LINES), 1),
            ("cv.docx", files::docx_of_lines(LINES), 0),
        ] {
            let resume = stored(&server, &session, name, bytes).await;
            let first = reading(&server, &session, &resume.resume_id).await;
            assert_eq!((first.status, first.pages), (ReadingStatus::Read, pages));
            assert!(!first.cut, "{name}");
            assert_eq!(first.lines.len(), LINES.len(), "{name}");
            assert_eq!(first.lines[0].text, LINES[0]);
            let tops: Vec<f32> = first.lines.iter().map(|line| line.spot.y0).collect();
            assert!(tops.is_sorted(), "{name}: from top to bottom");
            assert_eq!(said(first.name.as_ref()), "Mira Talvik", "{name}");
            assert_eq!(said(first.email.as_ref()), "mira.talvik@mail.example");
            let email = first.email.as_ref().expect("an address");
            assert_eq!(
                email.spot, first.lines[1].spot,
                "{name}: stands in its line"
            );
            assert!(email.confidence > 0.5 && email.spot.page == 1);
            let jobs: Vec<_> = first
                .work
                .iter()
                .map(|job| (said(job.title.as_ref()), said(job.company.as_ref())))
                .collect();
            let expected = [
                ("Data Engineer", "Harbour Lights Ltd"),
                ("Junior Analyst", "Saltmarsh Institute"),
            ];
            assert_eq!(jobs, expected, "{name}");
            assert!(first.work[0].current && !first.work[1].current);
            assert_eq!(
                said(first.education[0].school.as_ref()),
                "University of Northshore"
            );
            assert_eq!(first.skills.len(), 3, "{name}");
            let again = reading(&server, &session, &resume.resume_id).await;
            assert!(again == first, "{name}: kept as it was read");
        }
    }
}

#[tokio::test]
async fn a_kept_reading_needs_no_reader_and_is_its_owners_alone() {
    let before = Server::start().await;
    let session = before.register("mira@mail.example").await;
    let other = before.register("max@mail.example").await;
    let resume = stored(&before, &session, "cv.pdf", files::pdf_of_lines(LINES)).await;
    let path = format!("/me/resumes/{}/reading", resume.resume_id);
    let first = reading(&before, &session, &resume.resume_id).await;
    let foreign = before.get_as(&path, &other).await;
    problem(foreign, StatusCode::NOT_FOUND, "resume_not_found").await;
    let unknown = before.get_as("/me/resumes/none/reading", &session).await;
    problem(unknown, StatusCode::NOT_FOUND, "resume_not_found").await;

    // The same database with a reader that cannot start: only what is kept can be answered.
    let scanned = stored(&before, &session, "scan.pdf", files::scanned_pdf()).await;
    let folder = tempfile::tempdir().expect("a folder");
    let config = before.config.clone();
    let server = Server::run_changed("sqlite", folder, config, |app| {
        app.with_inspector(Inspector::new("/nonexistent/foothold-backend"))
    })
    .await;
    assert!(reading(&server, &session, &resume.resume_id).await == first);
    let path_of_scan = format!("/me/resumes/{}/reading", scanned.resume_id);
    let unread = server.get_as(&path_of_scan, &session).await;
    assert_eq!(unread.status(), StatusCode::SERVICE_UNAVAILABLE);
    let file = call(
        &server,
        &session,
        Method::GET,
        &format!("{}/file", scanned.resume_id),
    )
    .await;
    assert_eq!(
        file.status(),
        StatusCode::OK,
        "the upload is not touched by it"
    );

    let gone = call(&server, &session, Method::DELETE, &resume.resume_id).await;
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    let after = server.get_as(&path, &session).await;
    problem(after, StatusCode::NOT_FOUND, "resume_not_found").await;
}

#[tokio::test]
async fn what_cannot_be_read_is_said_and_kept() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    for (name, bytes, expected) in [
        ("scan.pdf", files::scanned_pdf(), ReadingStatus::Picture),
        ("blank.pdf", files::pdf(""), ReadingStatus::Unreadable),
        (
            "drawn.pdf",
            files::pdf_without_characters(),
            ReadingStatus::Unreadable,
        ),
        (
            "book.pdf",
            files::pdf_of_pages(2_000),
            ReadingStatus::TooLarge,
        ),
    ] {
        let resume = stored(&server, &session, name, bytes.clone()).await;
        let read = reading(&server, &session, &resume.resume_id).await;
        assert_eq!(read.status, expected, "{name}");
        assert!(read.lines.is_empty() && read.name.is_none(), "{name}");
        let path = format!("{}/file", resume.resume_id);
        let file = call(&server, &session, Method::GET, &path).await;
        assert!(
            file.bytes().await.expect("bytes") == bytes,
            "{name} is kept"
        );
    }
}

#[tokio::test]
async fn endless_words_are_read_within_bounds() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let word = "x".repeat(1_000_000);
    for (name, bytes) in [
        ("word.pdf", files::pdf_of_one_word(1_000_000)),
        ("word.docx", files::docx(&word)),
    ] {
        let resume = stored(&server, &session, name, bytes).await;
        let path = format!("/me/resumes/{}/reading", resume.resume_id);
        let answer = server.get_as(&path, &session).await;
        assert_eq!(answer.status(), StatusCode::OK, "{name}");
        let body = answer.bytes().await.expect("a body");
        assert!(body.len() < 500_000, "{name}: {} bytes", body.len());
        let read: ReadingView = serde_json::from_slice(&body).expect("a reading");
        assert!(
            read.status == ReadingStatus::TooLarge || read.cut,
            "{name}: {:?}",
            read.status
        );
    }
}

/// Files that are refused at the upload never come to be read; the worker says so by itself, too.
#[tokio::test]
async fn the_worker_answers_for_every_file() {
    const MIB: usize = 1024 * 1024;
    let reader = Inspector::new(env!("CARGO_BIN_EXE_foothold-backend"));
    let sound = files::pdf_of_lines(LINES);
    for (name, bytes) in [
        ("locked", files::locked_pdf("secret")),
        ("half", sound[..sound.len() / 2].to_vec()),
        ("locked word", files::ole_encrypted()),
        ("bomb", files::docx_bomb(3 * 1024 * MIB)),
        ("pdf bomb", files::pdf_bomb(3 * 1024 * MIB)),
        ("deep", files::deep_pdf()),
        ("no word file", files::plain_zip()),
        ("text", b"Mira Talvik, engineer".to_vec()),
        ("nothing", Vec::new()),
    ] {
        let read = reader.read(bytes.into()).await.expect("the worker starts");
        assert_ne!(read.status, ReadingStatus::Picture, "{name}");
        if name != "bomb" && name != "half" {
            assert_ne!(read.status, ReadingStatus::Read, "{name}");
        }
    }
}

#[tokio::test]
async fn a_wrongly_named_file_is_read_for_what_it_is() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let bytes = files::docx_of_lines(LINES);
    let resume = stored(&server, &session, "cv.pdf", bytes).await;
    let read = reading(&server, &session, &resume.resume_id).await;
    assert_eq!(said(read.name.as_ref()), "Mira Talvik");
    let refused = server
        .upload_as(&session, "cv.pdf", b"not at all".to_vec())
        .await;
    assert_eq!(refused.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

/// Fonts that do not say which letters they draw: on paper it reads well, an employer's system gets garbage.
#[tokio::test]
async fn garbage_is_called_garbage() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let bytes = files::pdf_of_numbered_glyphs(LINES);
    let resume = stored(&server, &session, "cv.pdf", bytes.clone()).await;
    let read = reading(&server, &session, &resume.resume_id).await;
    assert_eq!(read.status, ReadingStatus::Read);
    assert!(read.note.contains("signs without meaning"), "{}", read.note);
    assert_eq!(read.lines.len(), LINES.len(), "the signs are shown");
    assert!(read.name.is_none() && read.work.is_empty() && read.skills.is_empty());
    let path = format!("{}/file", resume.resume_id);
    let file = call(&server, &session, Method::GET, &path).await;
    assert!(file.bytes().await.expect("bytes") == bytes);
    // The same lines in letters are none.
    let sound = stored(&server, &session, "cv.pdf", files::pdf_of_lines(LINES)).await;
    let read = reading(&server, &session, &sound.resume_id).await;
    assert_eq!(read.note, "");
}

/// What is a page, a PDF and an archive at once is kept and given back as one of them only.
#[tokio::test]
async fn a_file_of_several_kinds_is_given_back_as_one() {
    let server = Server::start().await;
    let session = server.register("mira@mail.example").await;
    let bytes = files::polyglot(LINES);
    let answer = server.upload_as(&session, "cv.html", bytes.clone()).await;
    let view: Value = json(answer).await;
    let id = view["resume_id"].as_str().expect("an id");
    let file = call(&server, &session, Method::GET, &format!("{id}/file")).await;
    let header = |name: &str| {
        let value = file
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert!(header("content-disposition").starts_with("attachment"));
    assert!(
        header("content-disposition").contains(".pdf\""),
        "named for what it is"
    );
    assert!(
        file.bytes().await.expect("bytes") == bytes,
        "the original stays"
    );
    let read = reading(&server, &session, id).await;
    assert!(matches!(
        read.status,
        ReadingStatus::Read | ReadingStatus::Unreadable
    ));
}
