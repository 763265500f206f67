//! What is offered, and what the next version is asked for.

use super::super::made::MadeFile;
use super::*;
use foothold_shared::document::{LetterContent, LetterParagraph, Statement, Template};

fn asked() -> Asked {
    let posting = JobPosting {
        title: Some("Night Baker".into()),
        company: Some("Oven and Sons".into()),
        ..JobPosting::default()
    };
    Asked::of("https://a.example/jobs/12345", &posting).expect("it names a job")
}

fn made(kind: DocumentKind, format: DocumentFormat, name: &str) -> MadeFile {
    MadeFile {
        download_name: name.into(),
        kind,
        format,
        sha256: format!("hash-of-{name}"),
        base64: Some("AA==".into()),
        ..MadeFile::default()
    }
}

fn tailored() -> (Tailored, Vec<TailoredBytes>) {
    let sentence = |text: &str, fact: &str| Statement {
        text: text.into(),
        facts: vec![fact.into()],
        fixed: false,
    };
    let letter = LetterContent {
        name: "Ada Example".into(),
        salutation: "Dear team,".into(),
        closing: "Kind regards,".into(),
        date: "21 November 2026".into(),
        paragraphs: vec![LetterParagraph {
            statements: vec![
                sentence("I bake.", "work/1"),
                sentence("I rise early.", "work/2"),
            ],
        }],
        ..LetterContent::default()
    };
    let set = MadeDocuments {
        document_set_id: "set".into(),
        letter: Some(letter),
        files: vec![
            made(DocumentKind::Resume, DocumentFormat::Docx, "r.docx"),
            made(DocumentKind::Resume, DocumentFormat::Pdf, "r.pdf"),
            made(DocumentKind::Letter, DocumentFormat::Pdf, "l.pdf"),
            made(DocumentKind::Resume, DocumentFormat::JsonResume, "r.json"),
        ],
        ..MadeDocuments::default()
    };
    keep(asked(), set, true).unwrap_or_else(|failure| panic!("{failure:?}"))
}

#[test]
fn what_forms_take_is_offered_and_the_pdf_first() {
    let (tailored, files) = tailored();
    let mut context = PlanContext::default();
    tailored.offer_in(&mut context);
    let names: Vec<&str> = context.files.iter().map(|offer| &*offer.file).collect();
    assert_eq!(
        names,
        [
            "resume/hash-of-r.pdf",
            "cover_letter/hash-of-l.pdf",
            "resume/hash-of-r.docx"
        ]
    );
    assert!(
        names
            .iter()
            .all(|name| files.iter().any(|file| file.file == *name))
    );
    assert_eq!(
        context.letter,
        "Dear team,\n\nI bake. I rise early.\n\nKind regards,\nAda Example"
    );
}

#[test]
fn a_file_without_its_bytes_is_no_answer() {
    let mut file = made(DocumentKind::Resume, DocumentFormat::Pdf, "r.pdf");
    file.base64 = None;
    let set = MadeDocuments {
        files: vec![file],
        ..MadeDocuments::default()
    };
    assert_eq!(keep(asked(), set, false).err(), Some(Failure::NotFoothold));
}

#[test]
fn a_line_is_fixed_once_and_stays_fixed() {
    let (mut tailored, _) = tailored();
    let line = |text: &str| TailorChange::Line {
        facts: vec!["work/1".into()],
        text: text.into(),
    };
    let first = tailored.next(line("I bake bread."));
    tailored.edits = first.edits.expect("it says what was changed");
    let second = tailored.next(line("I bake rye bread."));
    let fixed = second.edits.expect("it says what was changed").fixed;
    assert_eq!(fixed.len(), 1);
    assert_eq!(fixed[0].text, "I bake rye bread.");
    assert_eq!(second.previous.as_deref(), Some("set"));

    let third = tailored.next(TailorChange::Template(Template::Modern));
    assert_eq!(third.edits.expect("edits stay").fixed.len(), 1);
    let look = third.options.expect("it says how they look").look;
    assert_eq!(look.template, Template::Modern);
}
