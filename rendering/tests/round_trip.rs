//! Made-up people's documents, written and read back, in every template and many languages.

#[path = "../src/bin/measure_documents/chance.rs"]
mod chance;
#[path = "../src/bin/measure_documents/people.rs"]
mod people;

use anyhow::{Context as _, Result};
use chance::Chance;
use foothold_rendering::round_trip::{self, LossKind, Lost, Part};
use foothold_rendering::{Document, RenderError, docx, json_resume, pdf, text};
use foothold_shared::document::{DocumentFormat, DocumentLook, Paper, ResumeContent, Template};
use people::{LANGUAGES, Size, Words};

const TEMPLATES: [Template; 5] = [
    Template::Plain,
    Template::Classic,
    Template::Modern,
    Template::Compact,
    Template::Elegant,
];

/// Each format's file of a document; a PDF only where the fonts have its letters.
fn files(document: Document<'_>, look: &DocumentLook) -> Result<Vec<(DocumentFormat, Vec<u8>)>> {
    let mut files = vec![
        (DocumentFormat::Docx, docx(document, look)?),
        (DocumentFormat::Text, text(document).into_bytes()),
    ];
    if let Document::Resume(content) = document {
        files.push((
            DocumentFormat::JsonResume,
            json_resume(content).into_bytes(),
        ));
    }
    match pdf(document, look) {
        Ok(pdf) => files.push((DocumentFormat::Pdf, pdf.bytes)),
        Err(RenderError::Script { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(files)
}

fn told(lost: &Lost) -> Vec<String> {
    lost.losses.iter().map(round_trip::Loss::words).collect()
}

#[test]
fn usual_documents_come_back_whole_and_understood() -> Result<()> {
    let words = Words::load();
    let mut chance = Chance::new(3);
    for (number, language) in LANGUAGES.iter().enumerate() {
        for paper in [Paper::A4, Paper::Letter] {
            let look = DocumentLook {
                template: TEMPLATES[(number + usize::from(paper == Paper::A4)) % TEMPLATES.len()],
                paper,
            };
            let resume = people::resume(&words, language, Size::Usual, &mut chance);
            let letter = people::letter(&words, language, &mut chance);
            for document in [Document::Resume(&resume), Document::Letter(&letter)] {
                let files = files(document, &look)?;
                assert!(files.len() >= 3 || matches!(document, Document::Letter(_)));
                for (format, bytes) in files {
                    let Err(mut lost) = round_trip::check(document, format, &bytes) else {
                        continue;
                    };
                    // Which of two names is the title's, words decide, and a reader does not know all of a language.
                    let guessed = |part| matches!(part, Part::Title | Part::Subtitle);
                    if *language != "en" {
                        lost.losses
                            .retain(|loss| loss.kind != LossKind::Misread || !guessed(loss.part));
                    }
                    assert!(
                        lost.losses.is_empty(),
                        "{language} {format:?}: {:?}",
                        told(&lost)
                    );
                }
            }
        }
    }
    Ok(())
}

#[test]
fn no_word_is_lost_whatever_a_history_holds() -> Result<()> {
    let words = Words::load();
    let mut chance = Chance::new(11);
    for (number, template) in TEMPLATES.iter().cycle().take(15).enumerate() {
        let language = LANGUAGES[number % LANGUAGES.len()];
        let look = DocumentLook {
            template: *template,
            ..DocumentLook::default()
        };
        let resume = people::resume(&words, language, Size::Any, &mut chance);
        let document = Document::Resume(&resume);
        for (format, bytes) in files(document, &look)? {
            if let Err(lost) = round_trip::check(document, format, &bytes)
                && !lost.words_are_whole()
            {
                panic!("{language} {look:?} {format:?}: {:?}", told(&lost));
            }
        }
    }
    Ok(())
}

fn english() -> ResumeContent {
    people::resume(&Words::load(), "en", Size::Usual, &mut Chance::new(5))
}

/// What is found in a format's file.
type Told = (DocumentFormat, Vec<(LossKind, Part)>);

/// What is found where the file was made from something else.
fn losses(made_from: &ResumeContent, wanted: &ResumeContent) -> Result<Vec<Told>> {
    let look = DocumentLook::default();
    let files = files(Document::Resume(made_from), &look)?;
    Ok(files
        .into_iter()
        .map(|(format, bytes)| {
            let lost = round_trip::check(Document::Resume(wanted), format, &bytes);
            let kinds = lost.err().map_or_else(Vec::new, |lost| {
                lost.losses
                    .iter()
                    .map(|loss| (loss.kind, loss.part))
                    .collect()
            });
            (format, kinds)
        })
        .collect())
}

#[test]
fn whatever_changes_on_the_way_is_an_error_in_every_format() -> Result<()> {
    type Change = fn(&mut ResumeContent);
    let changes: [(Part, Change); 6] = [
        (Part::Name, |content| content.name.push('a')),
        (Part::Contact, |content| content.contact[0].text.push('a')),
        (Part::Title, |content| {
            content.sections[1].entries[0].title = "Pilot".to_owned()
        }),
        (Part::Subtitle, |content| {
            content.sections[1].entries[0].subtitle = "Skyward".to_owned();
        }),
        (Part::Bullet, |content| {
            let bullet = &mut content.sections[1].entries[0].bullets[0];
            bullet.text = bullet.text.replace(char::is_numeric, "7") + " twice";
        }),
        (Part::Text, |content| {
            content.sections[0].entries[0].paragraph.clear();
            content.sections[0].entries[0].bullets.clear();
        }),
    ];
    let wanted = english();
    for (part, change) in changes {
        let mut made_from = wanted.clone();
        change(&mut made_from);
        for (format, kinds) in losses(&made_from, &wanted)? {
            let is = kinds.iter().any(|(_, found)| *found == part);
            assert!(is, "{part:?} in {format:?}: {kinds:?}");
        }
    }
    Ok(())
}

#[test]
fn what_is_said_twice_or_besides_is_an_error() -> Result<()> {
    let wanted = english();
    let mut twice = wanted.clone();
    let again = twice.sections[1].entries[0].bullets[0].clone();
    twice.sections[1].entries[0].bullets.push(again);
    for (format, kinds) in losses(&twice, &wanted)? {
        let is = kinds.iter().any(|(kind, _)| *kind == LossKind::Added);
        // What other programs read of JSON is a set of values, not a page.
        assert!(
            is || format == DocumentFormat::JsonResume,
            "{format:?}: {kinds:?}"
        );
    }
    Ok(())
}

#[test]
fn a_title_taken_for_a_company_is_told_apart_from_a_lost_word() -> Result<()> {
    let mut content = english();
    for job in &mut content.sections[1].entries {
        // Words tell the wrong way round here, and no reader can know better.
        job.title = "Bluenose Ltd".to_owned();
        job.subtitle = "Chief Engineer".to_owned();
    }
    let document = Document::Resume(&content);
    let file = docx(document, &DocumentLook::default())?;
    let lost = round_trip::check(document, DocumentFormat::Docx, &file)
        .err()
        .context("title and company are taken for each other")?;
    assert!(lost.words_are_whole());
    assert!(lost.losses.iter().any(|loss| loss.part == Part::Title));
    Ok(())
}

#[test]
fn what_is_no_file_is_an_error_and_says_nothing_of_the_person() {
    let content = english();
    let document = Document::Resume(&content);
    for format in [
        DocumentFormat::Pdf,
        DocumentFormat::Docx,
        DocumentFormat::Text,
        DocumentFormat::JsonResume,
    ] {
        let lost = round_trip::check(document, format, &[0xFF, 0xFE, 0x00]);
        let lost = lost.expect_err("three bytes are no document");
        let name = content.name.as_str();
        assert!(!format!("{lost} {lost:?}").contains(name));
        assert!(!lost.words_are_whole());
    }
}
