//! What the inspector says of files: in its own process, as the server asks it.

use bytes::Bytes;

use foothold_backend::features::resumes::{Inspector, Refusal, Verdict};
use foothold_shared::resume::ResumeFormat;

use super::files;

const PDF: Verdict = Verdict::Accepted(ResumeFormat::Pdf);
const DOCX: Verdict = Verdict::Accepted(ResumeFormat::Docx);
const UNSUPPORTED: Verdict = Verdict::Refused(Refusal::Unsupported);
const LOCKED: Verdict = Verdict::Refused(Refusal::PasswordProtected);
const UNREADABLE: Verdict = Verdict::Refused(Refusal::Unreadable);
const TOO_COMPLEX: Verdict = Verdict::Refused(Refusal::TooComplex);

fn inspector() -> Inspector {
    Inspector::new(env!("CARGO_BIN_EXE_foothold-backend"))
}

async fn verdict(bytes: Vec<u8>) -> Verdict {
    inspector()
        .inspect(Bytes::from(bytes))
        .await
        .expect("the worker starts")
}

#[track_caller]
fn check(name: &str, found: Verdict, expected: Verdict) {
    assert_eq!(found, expected, "{name}");
}

#[tokio::test]
async fn sound_files() {
    let late_header = [b"\n".repeat(500), files::pdf("late")].concat();
    for (name, bytes, expected) in [
        ("pdf", files::pdf("hello"), PDF),
        ("pdf with a late header", late_header, PDF),
        ("pdf that only forbids things", files::locked_pdf(""), PDF),
        ("pdf of 5 MB", files::pdf_of_size(files::LIMIT), PDF),
        ("docx", files::docx("hello"), DOCX),
        (
            "docx with pictures",
            files::docx_with("word/media/image1.png", &[7; 300_000]),
            DOCX,
        ),
    ] {
        check(name, verdict(bytes).await, expected);
    }
}

#[tokio::test]
async fn files_of_another_kind() {
    const EXCEL: &str =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    for (name, bytes) in [
        ("text", b"Ana Novak, engineer".to_vec()),
        ("picture", b"\x89PNG\r\n\x1a\n".to_vec()),
        (
            "old word",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 WordDocument".to_vec(),
        ),
        ("zip", files::plain_zip()),
        ("excel", files::other_office_file(EXCEL)),
        ("nothing", Vec::new()),
    ] {
        check(name, verdict(bytes).await, UNSUPPORTED);
    }
}

/// Whatever such a file is called, and whatever it says of itself.
#[tokio::test]
async fn files_with_macros() {
    const MACROS: &str = "application/vnd.ms-word.document.macroEnabled.main+xml";
    let said = verdict(files::other_office_file(MACROS)).await;
    check("said", said, Verdict::Refused(Refusal::Macros));
    let hidden = files::docx_with("word/vbaProject.bin", b"\xd0\xcf\x11\xe0");
    check(
        "hidden",
        verdict(hidden).await,
        Verdict::Refused(Refusal::Macros),
    );
}

#[tokio::test]
async fn files_with_a_password() {
    check("pdf", verdict(files::locked_pdf("secret")).await, LOCKED);
    check("docx", verdict(files::ole_encrypted()).await, LOCKED);
    check("zip", verdict(files::locked_docx()).await, LOCKED);
}

#[tokio::test]
async fn damaged_files() {
    let pdf = files::pdf("hello");
    let docx = files::docx("hello");
    let mut wrong_crc = docx.clone();
    wrong_crc[14] ^= 1;
    let at = wrong_crc
        .windows(4)
        .position(|w| w == b"PK\x01\x02")
        .expect("a directory")
        + 16;
    wrong_crc[at] ^= 1;
    for (name, bytes) in [
        ("pdf header alone", b"%PDF-1.7\n".to_vec()),
        ("half a pdf", pdf[..pdf.len() / 2].to_vec()),
        ("pdf without its end", pdf[..pdf.len() - 60].to_vec()),
        ("half a docx", docx[..docx.len() / 2].to_vec()),
        ("docx with a wrong checksum", wrong_crc),
        ("docx without its document", files::docx_without_document()),
        ("docx of broken xml", files::docx_of_broken_xml()),
        (
            "docx that climbs out",
            files::docx_with("../../etc/passwd", b"x"),
        ),
    ] {
        check(name, verdict(bytes).await, UNREADABLE);
    }
}

#[tokio::test]
async fn bombs() {
    const GIB: usize = 1024 * 1024 * 1024;
    for (name, bytes) in [
        ("docx of 3 GiB", files::docx_bomb(3 * GIB)),
        (
            "docx of 100 parts",
            files::docx_of_many_parts(100, 4 * 1024 * 1024),
        ),
        ("docx of 3000 parts", files::docx_of_many_parts(3000, 1)),
        ("pdf of 3 GiB", files::pdf_bomb(3 * GIB)),
        ("pdf of many objects", files::pdf_of_many_objects()),
    ] {
        assert!(
            bytes.len() <= files::LIMIT,
            "{name} is {} bytes",
            bytes.len()
        );
        check(name, verdict(bytes).await, TOO_COMPLEX);
    }
    let deep = verdict(files::deep_pdf()).await;
    assert!(matches!(deep, Verdict::Refused(_)), "{deep:?}");
}

/// Torn and flipped copies: whatever the verdict, there is one, and the server's process lives.
#[tokio::test]
async fn every_damage_gets_a_verdict() {
    for sound in [files::pdf("hello"), files::docx("hello")] {
        for step in 1..20 {
            let at = sound.len() * step / 20;
            verdict(sound[..at].to_vec()).await;
            let mut flipped = sound.clone();
            flipped[at] ^= 0x55;
            verdict(flipped).await;
        }
    }
}

#[tokio::test]
async fn a_worker_that_cannot_start_is_an_error_and_no_verdict() {
    let missing = Inspector::new("/nonexistent/foothold-backend");
    assert!(
        missing
            .inspect(Bytes::from_static(b"%PDF-1.7"))
            .await
            .is_err()
    );
}
