//! PDFs, looked at from outside: what is in the file, and what it says.

#[path = "sample/letter.rs"]
mod letter;
mod sample;

use anyhow::{Context as _, Result, bail};
use foothold_rendering::{Document, RenderError, fit, left_out, pdf, round_trip, unsettable};
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentFormat, DocumentLook, Paper, ResumeContent, Template,
};
use letter::letter;
use lopdf::{Dictionary, Object};
use sample::{history, shortest, statement};

const TEMPLATES: [Template; 5] = [
    Template::Plain,
    Template::Classic,
    Template::Modern,
    Template::Compact,
    Template::Elegant,
];

fn looks() -> impl Iterator<Item = DocumentLook> {
    TEMPLATES.into_iter().flat_map(|template| {
        [Paper::A4, Paper::Letter].map(|paper| DocumentLook { template, paper })
    })
}

fn set(content: &ResumeContent, look: &DocumentLook) -> Result<foothold_rendering::Pdf> {
    Ok(pdf(Document::Resume(content), look)?)
}

fn text(bytes: &[u8]) -> Result<String> {
    let reading = foothold_documents::read_pdf(bytes).context("our own reader")?;
    let lines: Vec<String> = reading.lines.iter().map(|line| line.text()).collect();
    Ok(lines.join(" "))
}

/// Without any space: lines are broken where they are full.
fn solid(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

fn said(object: &Object) -> Result<String> {
    let bytes = object.as_str()?;
    Ok(match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units
                .chunks_exact(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units)?
        }
        None => String::from_utf8(bytes.to_vec())?,
    })
}

fn follow<'d>(file: &'d lopdf::Document, of: &'d Dictionary, key: &[u8]) -> Result<&'d Object> {
    let object = of.get(key)?;
    Ok(file.dereference(object)?.1)
}

#[test]
fn pages_paper_title_author_and_language_are_what_they_should_be() -> Result<()> {
    for look in looks() {
        let content = history(8, 6);
        let made = set(&content, &look)?;
        let file = lopdf::Document::load_mem(&made.bytes)?;
        let pages = file.get_pages();
        assert_eq!(pages.len() as u32, made.pages);
        for page in pages.values() {
            let box_ = file.get_dictionary(*page)?.get(b"MediaBox")?.as_array()?;
            let width = box_[2].as_float()?;
            let wanted = if look.paper == Paper::A4 {
                595.28
            } else {
                612.0
            };
            assert!((width - wanted).abs() < 0.1, "{width}");
        }
        let info = follow(&file, &file.trailer, b"Info")?.as_dict()?;
        assert!(said(info.get(b"Title")?)?.starts_with("Zofia Łukasiewicz-Müller"));
        assert_eq!(said(info.get(b"Author")?)?, "Zofia Łukasiewicz-Müller");
        assert!(info.get(b"CreationDate").is_err(), "a clock was asked");
        let catalog = file.catalog()?;
        assert!(said(catalog.get(b"Lang")?)?.starts_with("en"));
        let marks = catalog.get(b"MarkInfo")?.as_dict()?;
        assert!(marks.get(b"Marked")?.as_bool()?);
    }
    Ok(())
}

#[test]
fn the_same_document_is_the_same_file() -> Result<()> {
    for look in looks() {
        assert!(set(&history(4, 5), &look)? == set(&history(4, 5), &look)?);
    }
    Ok(())
}

#[test]
fn a_file_is_small_and_carries_the_fonts_it_uses() -> Result<()> {
    for look in looks() {
        let made = set(&history(12, 8), &look)?;
        assert!(made.bytes.len() < 120_000, "{} bytes", made.bytes.len());
        let file = lopdf::Document::load_mem(&made.bytes)?;
        let fonts = file
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        let mut programs = 0;
        for font in fonts.filter(|font| font.has_type(b"FontDescriptor")) {
            let program = follow(&file, font, b"FontFile2")?.as_stream()?;
            let program = program.decompressed_content()?;
            let face = ttf_parser::Face::parse(&program, 0)?;
            assert!(face.number_of_glyphs() < 400);
            programs += 1;
        }
        assert!(programs >= 2, "{look:?}");
    }
    Ok(())
}

#[test]
fn links_lead_where_the_content_says() -> Result<()> {
    for look in looks() {
        let content = history(2, 2);
        let made = set(&content, &look)?;
        let file = lopdf::Document::load_mem(&made.bytes)?;
        let mut found = Vec::new();
        for object in file.objects.values() {
            let Ok(area) = object.as_dict() else { continue };
            if let Ok(action) = area.get(b"A").and_then(Object::as_dict) {
                found.push(said(action.get(b"URI")?)?);
                let rect = area.get(b"Rect")?.as_array()?;
                assert!(rect[2].as_float()? > rect[0].as_float()? + 20.0);
                assert!(rect[3].as_float()? > rect[1].as_float()? + 5.0);
            }
        }
        found.sort();
        let mut wanted: Vec<String> = content
            .contact
            .iter()
            .map(|item| item.url.clone())
            .filter(|url| !url.is_empty())
            .chain(["https://example.org/zofia/tidepool".to_owned()])
            .collect();
        wanted.sort();
        assert_eq!(found, wanted);
    }
    Ok(())
}

#[test]
fn the_text_of_a_file_is_the_text_of_the_content_in_its_order() -> Result<()> {
    for look in looks() {
        let content = history(6, 5);
        let text = solid(&text(&set(&content, &look)?.bytes)?);
        let mut rest = text.as_str();
        let entries = content.sections.iter().flat_map(|section| &section.entries);
        for value in entries.flat_map(|entry| {
            [&entry.title, &entry.subtitle, &entry.place, &entry.dates]
                .into_iter()
                .chain(entry.paragraph.iter().map(|statement| &statement.text))
                .chain(entry.bullets.iter().map(|statement| &statement.text))
                .chain(entry.words.iter().map(|statement| &statement.text))
        }) {
            let value = solid(value);
            let Some((_, after)) = rest.split_once(value.as_str()) else {
                bail!("{look:?}: {value} is not there, or not where it should be");
            };
            rest = after;
        }
    }
    Ok(())
}

#[test]
fn letters_of_all_promised_scripts_are_read_back() -> Result<()> {
    let lines = [
        "Zażółć gęślą jaźń, Příliš žluťoučký kůň, Þórður, İstanbul",
        "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία — Ώρα",
        "Съешь же ещё этих мягких французских булок, Ґанок, їжак",
        "Nguyễn Thị Hồng Ánh, Đặng Trường",
        "e\u{301}tude, re\u{301}sume\u{301} → done ✓ ≥ 5 ½",
        "state\u{2011}of\u{2011}the\u{2011}art, e-mail, C++ & C#, “quoted”, 18 %, €1.2M",
    ];
    for template in TEMPLATES {
        let mut content = shortest();
        content.name = "Đặng Θεοδώρα Щукина-Łęcka".to_owned();
        content.sections[0].entries[0].words.clear();
        content.sections[0].entries[0].bullets =
            lines.map(|line| statement(line, "work/1/0")).to_vec();
        let look = DocumentLook {
            template,
            paper: Paper::A4,
        };
        let read = solid(&text(&set(&content, &look)?.bytes)?);
        for line in lines {
            let wanted = solid(line)
                .replace("e\u{301}", "é")
                .replace('\u{2011}', "-");
            assert!(read.contains(&wanted), "{template:?}: {wanted} in {read}");
        }
        assert!(read.contains(&solid(&content.name)), "{template:?}");
    }
    Ok(())
}

#[test]
fn a_word_wider_than_the_page_loses_nothing() -> Result<()> {
    let address = format!(
        "https://example.org/{}",
        "a-long/path_of.parts?x=1&y=2/".repeat(6)
    );
    let one_word = "Donaudampfschifffahrt".repeat(12);
    for look in looks() {
        let mut content = history(1, 1);
        content.name = "Maximiliana-Theodora Wolfeschlegelsteinhausenbergerdorff-von und zu Hohenlohe-Schillingsfürst".to_owned();
        content.contact.push(ContactItem {
            kind: ContactKind::Link,
            text: address.clone(),
            url: address.clone(),
        });
        content.sections[0].entries[0].paragraph = vec![statement(&one_word, "summary/0")];
        let read = solid(&text(&set(&content, &look)?.bytes)?);
        for wanted in [&address, &one_word, &content.name] {
            assert!(read.contains(&solid(wanted)), "{look:?}: {wanted}");
        }
    }
    Ok(())
}

#[test]
fn a_megabyte_of_one_word_is_refused_and_ten_pages_of_it_are_set() -> Result<()> {
    let mut content = shortest();
    content.sections[0].entries[0].words = vec![statement(&"x".repeat(1_000_000), "skill/x")];
    let made = pdf(Document::Resume(&content), &DocumentLook::default());
    assert!(matches!(made.err(), Some(RenderError::TooLong { needed, .. }) if needed > 100));
    let word = "x".repeat(30_000);
    content.sections[0].entries[0].words = vec![statement(&word, "skill/x")];
    let made = set(&content, &DocumentLook::default())?;
    assert!(made.pages >= 5);
    let mut set = 0;
    let file = lopdf::Document::load_mem(&made.bytes)?;
    for page in 1..=made.pages {
        set += file.extract_text(&[page])?.matches('x').count();
    }
    // One more in the address of the head.
    assert_eq!(set, word.len() + 1);
    Ok(())
}

#[test]
fn words_in_scripts_without_a_face_are_named_and_refused() {
    let mut content = history(1, 1);
    content.name = "王小明 Xiaoming".to_owned();
    content.sections[1].entries[0].bullets =
        vec![statement("Shipped 🚀 for מרים and 王小明", "work/0/0")];
    let document = Document::Resume(&content);
    let look = DocumentLook::default();
    let words = vec!["王小明".to_owned(), "מרים".to_owned()];
    assert_eq!(unsettable(document, &look), words);
    let error = pdf(document, &look).expect_err("a box would be drawn");
    assert!(
        !format!("{error:?} {error}").contains("王小明"),
        "personal data in an error's text"
    );
    assert_eq!(error, RenderError::Script { words });
}

#[test]
fn pictures_among_the_letters_are_left_out_and_named() -> Result<()> {
    let mut content = history(1, 1);
    let plain = pdf(Document::Resume(&content), &DocumentLook::default())?;
    content.name.push_str(" 🌊");
    content.sections[1].entries[0].bullets[0]
        .text
        .push_str(" 🚀🚀");
    let document = Document::Resume(&content);
    for look in looks() {
        assert_eq!(unsettable(document, &look), Vec::<String>::new());
        let made = pdf(document, &look)?;
        round_trip::check(document, DocumentFormat::Pdf, &made.bytes)?;
        let fitted = fit(&content, &look, 1, &[])?;
        assert_eq!(
            fitted.content, content,
            "what is left out is the printer's business alone"
        );
    }
    assert_eq!(left_out(document), ["🌊", "🚀"]);
    let made = pdf(document, &DocumentLook::default())?;
    assert!(made == plain, "nothing else changes");
    Ok(())
}

#[test]
fn a_document_that_says_nothing_is_refused() {
    let content = ResumeContent::default();
    let made = pdf(Document::Resume(&content), &DocumentLook::default());
    assert_eq!(made.err(), Some(RenderError::Empty));
}

#[test]
fn a_letter_is_one_page_and_keeps_its_parts_in_order() -> Result<()> {
    for look in looks() {
        let content = letter();
        let made = pdf(Document::Letter(&content), &look)?;
        assert_eq!(made.pages, 1);
        let read = solid(&text(&made.bytes)?);
        let mut rest = read.as_str();
        for wanted in [
            content.name.as_str(),
            &content.date,
            &content.recipient[0],
            &content.recipient[1],
            &content.subject,
            &content.salutation,
            &content.paragraphs[1].statements[1].text,
            &content.closing,
            &content.name,
        ] {
            rest = rest
                .split_once(&solid(wanted))
                .with_context(|| format!("{look:?}: {wanted}"))?
                .1;
        }
    }
    Ok(())
}

#[test]
fn no_page_ends_with_a_heading_and_no_last_page_is_nearly_empty() -> Result<()> {
    for look in looks().filter(|look| look.paper == Paper::Letter) {
        for bullets in [2, 5, 7, 8] {
            let content = history(7, bullets);
            let made = set(&content, &look)?;
            let reading = foothold_documents::read_pdf(&made.bytes)?;
            let mut heads: Vec<&str> = vec!["Projects", "Education", "Skills", "Languages"];
            heads.extend([
                "Senior Software Engineer",
                "Backend Developer",
                "Data Analyst and Team Lead",
            ]);
            for page in 0..reading.pages {
                let lines: Vec<String> = reading
                    .lines
                    .iter()
                    .filter(|line| line.page == page)
                    .map(|line| line.text())
                    .collect();
                let last = lines.last().context("an empty page")?;
                assert!(
                    !heads.contains(&last.as_str()),
                    "{look:?} {bullets}: {last}"
                );
                assert!(
                    lines.len() >= 5,
                    "{look:?} {bullets}: page {page} of {}",
                    made.pages
                );
            }
        }
    }
    Ok(())
}
