//! Word files as other programs see them: parts, styles, links, properties; and what hostile words do to them.

#[path = "sample/letter.rs"]
mod letter;
mod sample;

use anyhow::{Context as _, Result};
use foothold_rendering::round_trip::check;
use foothold_rendering::{Document, RenderError, docx, text};
use foothold_shared::document::{
    DocumentFormat, DocumentLook, LetterContent, Paper, ResumeContent, Template,
};
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

/// All parts of a file, by name.
fn parts(file: &[u8]) -> Result<BTreeMap<String, String>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file))?;
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at)?;
        let mut xml = String::new();
        part.read_to_string(&mut xml)?;
        parts.insert(part.name().to_owned(), xml);
    }
    Ok(parts)
}

/// The values of an attribute, wherever a tag has it.
fn values(xml: &str, tag: &str, attribute: &str) -> Result<Vec<String>> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event()? {
            Event::Start(one) | Event::Empty(one) if one.name().as_ref() == tag.as_bytes() => {
                for value in one.attributes() {
                    let value = value?;
                    if value.key.as_ref() == attribute.as_bytes() {
                        found.push(String::from_utf8_lossy(&value.value).into_owned());
                    }
                }
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

fn looks() -> impl Iterator<Item = DocumentLook> {
    let papers = [Paper::A4, Paper::Letter];
    [
        Template::Plain,
        Template::Classic,
        Template::Modern,
        Template::Compact,
        Template::Elegant,
    ]
    .into_iter()
    .flat_map(move |template| papers.map(|paper| DocumentLook { template, paper }))
}

#[test]
fn every_paragraph_has_a_style_that_is_defined_and_no_looks_of_its_own() -> Result<()> {
    let (resume, letter) = (sample::history(3, 4), letter::letter());
    for look in looks() {
        for document in [Document::Resume(&resume), Document::Letter(&letter)] {
            let parts = parts(&docx(document, &look)?)?;
            let body = &parts["word/document.xml"];
            let defined: BTreeSet<String> =
                values(&parts["word/styles.xml"], "w:style", "w:styleId")?
                    .into_iter()
                    .collect();
            let used = values(body, "w:pStyle", "w:val")?;
            assert_eq!(
                used.len(),
                body.matches("<w:p ").count() + body.matches("<w:p>").count()
            );
            for style in used.iter().chain(&values(body, "w:rStyle", "w:val")?) {
                assert!(defined.contains(style), "{style}");
            }
            assert!(used.iter().any(|style| style == "Title"));
            for look in [
                "<w:b ",
                "<w:b/",
                "<w:sz ",
                "<w:color ",
                "<w:jc ",
                "<w:rFonts ",
            ] {
                assert!(!body.contains(look), "{look} stands in the body");
            }
        }
        let used = parts(&docx(Document::Resume(&resume), &look)?)?;
        let used = values(&used["word/document.xml"], "w:pStyle", "w:val")?;
        for style in ["Heading1", "Heading2", "ListBullet"] {
            assert!(used.iter().any(|one| one == style), "{style}");
        }
    }
    Ok(())
}

#[test]
fn the_shortest_history_is_a_document_like_any_other() -> Result<()> {
    let resume = sample::shortest();
    let document = Document::Resume(&resume);
    for look in looks() {
        let file = docx(document, &look)?;
        assert!(
            check(document, DocumentFormat::Docx, &file).is_ok(),
            "{look:?}"
        );
    }
    Ok(())
}

#[test]
fn the_same_document_gives_the_same_bytes_and_papers_differ() -> Result<()> {
    let resume = sample::history(3, 4);
    let document = Document::Resume(&resume);
    let mut files = BTreeSet::new();
    for look in looks() {
        let file = docx(document, &look)?;
        assert!(file == docx(document, &look)?, "{look:?}");
        files.insert(file);
    }
    assert_eq!(files.len(), 10);
    let letter = DocumentLook {
        paper: Paper::Letter,
        ..DocumentLook::default()
    };
    let parts = parts(&docx(document, &letter)?)?;
    assert_eq!(
        values(&parts["word/document.xml"], "w:pgSz", "w:w")?,
        ["12240"]
    );
    Ok(())
}

#[test]
fn links_lead_where_they_should_and_properties_name_the_document() -> Result<()> {
    let mut resume = sample::history(3, 4);
    resume.name = "Zoë <Müller> & Söhne".to_owned();
    resume.language = "de".to_owned();
    resume.contact[0].url = "mailto:zoe@example.org?subject=a&b=\"c\"".to_owned();
    let parts = parts(&docx(Document::Resume(&resume), &DocumentLook::default())?)?;
    let relations = &parts["word/_rels/document.xml.rels"];
    let ids = values(relations, "Relationship", "Id")?;
    let used = values(&parts["word/document.xml"], "w:hyperlink", "r:id")?;
    assert!(!used.is_empty() && used.iter().all(|id| ids.contains(id)));
    assert!(relations.contains("mailto:zoe@example.org?subject=a&amp;b=&quot;c&quot;"));
    let core = &parts["docProps/core.xml"];
    assert!(core.contains("<dc:creator>Zoë &lt;Müller&gt; &amp; Söhne</dc:creator>"));
    assert!(core.contains("<dc:title>Zoë &lt;Müller&gt; &amp; Söhne"));
    assert!(core.contains("<dc:language>de-DE</dc:language>"));
    assert!(parts["word/styles.xml"].contains("w:lang w:val=\"de-DE\""));
    Ok(())
}

#[test]
fn an_address_that_would_run_something_is_shown_and_leads_nowhere() -> Result<()> {
    let mut resume = sample::history(3, 4);
    resume.contact[3].url = "javascript:alert(1)".to_owned();
    let parts = parts(&docx(Document::Resume(&resume), &DocumentLook::default())?)?;
    let all: String = parts.into_values().collect();
    assert!(!all.contains("javascript:"));
    assert!(all.contains(&resume.contact[3].text));
    Ok(())
}

#[test]
fn hostile_words_leave_the_file_well_formed_and_whole() -> Result<()> {
    for hostile in [
        "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText>",
        "a & b < c > d \"e\" 'f' ]]> &amp; &#0; &lol;",
        "nul\u{0}byte bell\u{7} esc\u{1b}[31m del\u{7f} nel\u{85}x",
        "\u{202E}gnissecorp\u{202C} of \u{2066}orders\u{2069}",
        "emoji 👩‍🍳 and 🏳️‍🌈 and 𝕬𝖇𝖈",
        "\u{FFFE}\u{FFFF}\u{FEFF}\u{FDD0}not characters",
        "line\nbreaks\r\nand\ttabs\u{2028}in\u{2029}one",
        "combining Z\u{327}\u{308}\u{301}o\u{301}",
        "=HYPERLINK(\"http://example.org\")",
        "{ MERGEFIELD x } <!-- x --> <?x?> <![CDATA[x]]>",
    ] {
        let mut resume = sample::history(3, 4);
        resume.headline.text = hostile.to_owned();
        resume.sections[1].entries[0].bullets[0].text = hostile.to_owned();
        let document = Document::Resume(&resume);
        let file = docx(document, &DocumentLook::default())?;
        for (name, xml) in parts(&file)? {
            let mut reader = quick_xml::Reader::from_str(&xml);
            loop {
                match reader
                    .read_event()
                    .with_context(|| format!("{name}: {hostile:?}"))?
                {
                    Event::Eof => break,
                    Event::Start(tag) | Event::Empty(tag) => {
                        assert!(!matches!(
                            tag.name().as_ref(),
                            b"w:instrText" | b"w:fldSimple"
                        ));
                    }
                    _ => {}
                }
            }
        }
        for (format, bytes) in [
            (DocumentFormat::Docx, file),
            (DocumentFormat::Text, text(document).into_bytes()),
        ] {
            if let Err(lost) = check(document, format, &bytes) {
                assert!(lost.words_are_whole(), "{format:?} {hostile:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn a_megabyte_of_one_word_is_written_and_read_whole() -> Result<()> {
    let mut letter = letter::letter();
    letter.paragraphs[0].statements[0].text = "w".repeat(1_000_000);
    let document = Document::Letter(&letter);
    let file = docx(document, &DocumentLook::default())?;
    assert!(file.len() < 100_000, "{} bytes", file.len());
    assert!(check(document, DocumentFormat::Docx, &file).is_ok());
    Ok(())
}

#[test]
fn what_says_nothing_is_refused() {
    let (resume, letter) = (ResumeContent::default(), LetterContent::default());
    let blank = ResumeContent {
        name: " \u{200B}\u{0} ".to_owned(),
        ..ResumeContent::default()
    };
    for document in [
        Document::Resume(&resume),
        Document::Letter(&letter),
        Document::Resume(&blank),
    ] {
        let made = docx(document, &DocumentLook::default());
        assert_eq!(made, Err(RenderError::Empty));
        assert_eq!(text(document), "");
    }
}
