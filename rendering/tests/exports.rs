//! Plain text and JSON Resume, word for word.

use foothold_rendering::{Document, json_resume, text};
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, LetterContent, LetterParagraph,
    ResumeContent, SectionKind, Statement,
};
use foothold_shared::profile::YearMonth;
use serde_json::{Value, json};

fn said(text: &str) -> Statement {
    Statement {
        text: text.to_owned(),
        facts: vec!["made-up".to_owned()],
        fixed: false,
    }
}

fn item(kind: ContactKind, text: &str, url: &str) -> ContactItem {
    ContactItem {
        kind,
        text: text.to_owned(),
        url: url.to_owned(),
    }
}

fn month(year: u16, month: Option<u8>) -> Option<YearMonth> {
    Some(YearMonth { year, month })
}

fn section(kind: SectionKind, title: &str, entries: Vec<DocumentEntry>) -> DocumentSection {
    DocumentSection {
        kind,
        title: title.to_owned(),
        entries,
    }
}

fn resume() -> ResumeContent {
    ResumeContent {
        language: "en".to_owned(),
        name: "Ana Ruiz".to_owned(),
        headline: said("Baker"),
        contact: vec![
            item(
                ContactKind::Email,
                "ana@example.org",
                "mailto:ana@example.org",
            ),
            item(ContactKind::Phone, "+44 117 496 0000", "tel:+441174960000"),
            item(ContactKind::Place, "Bristol, England", ""),
            item(ContactKind::Link, "example.org", "https://example.org/"),
            item(
                ContactKind::Link,
                "bakers.example/in/ana",
                "https://www.bakers.example/in/ana",
            ),
        ],
        sections: vec![
            section(
                SectionKind::Summary,
                "Summary",
                vec![DocumentEntry {
                    paragraph: vec![said("I bake."), said("People come back.")],
                    ..DocumentEntry::default()
                }],
            ),
            section(
                SectionKind::Work,
                "Experience",
                vec![DocumentEntry {
                    title: "Head Baker".to_owned(),
                    subtitle: "Mill & Sons".to_owned(),
                    place: "Bristol".to_owned(),
                    dates: "Apr 2019 – present".to_owned(),
                    start: month(2019, Some(4)),
                    current: true,
                    bullets: vec![
                        said("Baked 300 loaves a day"),
                        said("Trained 2 apprentices"),
                    ],
                    ..DocumentEntry::default()
                }],
            ),
            section(
                SectionKind::Education,
                "Education",
                vec![DocumentEntry {
                    title: "Diploma in Baking".to_owned(),
                    subtitle: "Riverside College".to_owned(),
                    dates: "2016 – 2018".to_owned(),
                    start: month(2016, None),
                    end: month(2018, Some(13)),
                    ..DocumentEntry::default()
                }],
            ),
            section(
                SectionKind::Skills,
                "Skills",
                vec![
                    DocumentEntry {
                        title: "Doughs".to_owned(),
                        words: vec![said("Rye"), said("Sourdough")],
                        ..DocumentEntry::default()
                    },
                    DocumentEntry {
                        words: vec![said("HACCP"), said("Ovens, wood-fired")],
                        ..DocumentEntry::default()
                    },
                ],
            ),
            section(
                SectionKind::Certificates,
                "Certificates",
                vec![DocumentEntry {
                    title: "Food Safety 3".to_owned(),
                    subtitle: "City & Guilds".to_owned(),
                    start: month(2020, Some(1)),
                    dates: "Jan 2020".to_owned(),
                    ..DocumentEntry::default()
                }],
            ),
            section(
                SectionKind::Languages,
                "Languages",
                vec![DocumentEntry {
                    words: vec![said("Spanish (native)"), said("English")],
                    ..DocumentEntry::default()
                }],
            ),
        ],
    }
}

#[test]
fn text_is_what_one_would_paste_into_a_form() {
    let resume = resume();
    let expected = "\
Ana Ruiz
Baker
ana@example.org | +44 117 496 0000 | Bristol, England | example.org | bakers.example/in/ana

Summary
I bake. People come back.

Experience
Head Baker
Mill & Sons · Bristol
Apr 2019 – present
- Baked 300 loaves a day
- Trained 2 apprentices

Education
Diploma in Baking
Riverside College
2016 – 2018

Skills
Doughs: Rye, Sourdough
HACCP; Ovens, wood-fired

Certificates
Food Safety 3
City & Guilds
Jan 2020

Languages
Spanish (native), English
";
    assert_eq!(text(Document::Resume(&resume)), expected);
}

#[test]
fn a_letters_text_has_its_parts_in_order() {
    let letter = LetterContent {
        language: "en".to_owned(),
        name: "Ana Ruiz".to_owned(),
        contact: vec![item(ContactKind::Email, "ana@example.org", "")],
        date: "21 November 2026".to_owned(),
        recipient: vec!["Harbour Bakery".to_owned(), "Bristol".to_owned()],
        subject: "Head Baker".to_owned(),
        salutation: "Dear hiring team,".to_owned(),
        paragraphs: vec![LetterParagraph {
            statements: vec![said("I bake."), said("I would like to bake for you.")],
        }],
        closing: "Kind regards,".to_owned(),
    };
    let expected = "\
Ana Ruiz
ana@example.org

21 November 2026

Harbour Bakery
Bristol

Head Baker

Dear hiring team,

I bake. I would like to bake for you.

Kind regards,
Ana Ruiz
";
    assert_eq!(text(Document::Letter(&letter)), expected);
}

#[test]
fn json_resume_has_the_schemas_names_and_only_dates_that_are_some() {
    let written: Value = serde_json::from_str(&json_resume(&resume())).expect("it is JSON");
    let expected = json!({
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "name": "Ana Ruiz",
            "label": "Baker",
            "email": "ana@example.org",
            "phone": "+44 117 496 0000",
            "url": "https://example.org/",
            "summary": "I bake. People come back.",
            "location": {"city": "Bristol", "region": "England"},
            "profiles": [{
                "network": "bakers", "username": "ana", "url": "https://www.bakers.example/in/ana",
            }],
        },
        "work": [{
            "name": "Mill & Sons", "position": "Head Baker", "location": "Bristol",
            "startDate": "2019-04",
            "highlights": ["Baked 300 loaves a day", "Trained 2 apprentices"],
        }],
        "education": [{
            "institution": "Riverside College", "studyType": "Diploma in Baking",
            "startDate": "2016", "endDate": "2018",
        }],
        "skills": [
            {"name": "Doughs", "keywords": ["Rye", "Sourdough"]},
            {"name": "HACCP"},
            {"name": "Ovens, wood-fired"},
        ],
        "certificates": [{"name": "Food Safety 3", "issuer": "City & Guilds", "date": "2020-01"}],
        "languages": [{"language": "Spanish", "fluency": "native"}, {"language": "English"}],
        "meta": {"version": "v1.0.0"},
    });
    assert_eq!(written, expected);
}

#[test]
fn an_empty_resume_is_still_json_resume() {
    let written: Value =
        serde_json::from_str(&json_resume(&ResumeContent::default())).expect("it is JSON");
    assert_eq!(written["basics"], json!({}));
    assert!(written.get("work").is_none());
}
