//! The names of a set's files: short ones within the set, and those that a person saves them under.

use foothold_shared::document::{DocumentFormat, DocumentKind};

/// The longest name to save under without its extension, in characters.
const MOST_CHARS: usize = 100;

/// The languages that the word for the document is known in; the first is for all others.
const WORDS: [(&str, &str, &str); 8] = [
    ("en", "Resume", "Cover-Letter"),
    ("de", "Lebenslauf", "Anschreiben"),
    ("es", "CV", "Carta-de-presentación"),
    ("fr", "CV", "Lettre-de-motivation"),
    ("it", "CV", "Lettera-di-presentazione"),
    ("nl", "CV", "Motivatiebrief"),
    ("pl", "CV", "List-motywacyjny"),
    ("pt", "Currículo", "Carta-de-apresentação"),
];

/// The name within the set.
pub(super) fn within_set(kind: DocumentKind, format: DocumentFormat) -> String {
    let stem = match kind {
        DocumentKind::Resume => "resume",
        DocumentKind::Letter => "letter",
    };
    format!("{stem}{}", extension(format))
}

/// The name to save under: "Jane-Doe-Resume-Acme.pdf".
pub(super) fn download(
    person: &str,
    company: &str,
    language: &str,
    kind: DocumentKind,
    format: DocumentFormat,
) -> String {
    let (_, resume, letter) = WORDS
        .iter()
        .find(|(known, ..)| *known == language)
        .unwrap_or(&WORDS[0]);
    let what = match kind {
        DocumentKind::Resume => resume,
        DocumentKind::Letter => letter,
    };
    let parts = [words(person), (*what).to_owned(), words(company)];
    let parts: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let stem: String = parts.join("-").chars().take(MOST_CHARS).collect();
    format!("{}{}", stem.trim_end_matches('-'), extension(format))
}

/// The media type of a file.
pub(super) const fn media_type(format: DocumentFormat) -> &'static str {
    match format {
        DocumentFormat::Pdf => "application/pdf",
        DocumentFormat::Docx => {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
        DocumentFormat::Text => "text/plain; charset=utf-8",
        DocumentFormat::JsonResume => "application/json",
    }
}

const fn extension(format: DocumentFormat) -> &'static str {
    match format {
        DocumentFormat::Pdf => ".pdf",
        DocumentFormat::Docx => ".docx",
        DocumentFormat::Text => ".txt",
        DocumentFormat::JsonResume => ".json",
    }
}

/// A name's words, joined by hyphens: letters and digits of any script, nothing that a file system or a shell minds.
fn words(name: &str) -> String {
    let apart: String = name
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '.'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = apart.split_whitespace().take(6).collect();
    words.join("-").chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_a_person_would_give_them() {
        let resume = |person, company, language| {
            let (kind, format) = (DocumentKind::Resume, DocumentFormat::Pdf);
            download(person, company, language, kind, format)
        };
        for (name, expected) in [
            (resume("Jane Doe", "Acme", "en"), "Jane-Doe-Resume-Acme.pdf"),
            (
                resume("Zoë O’Hara", "Müller & Söhne GmbH", "de"),
                "Zoë-OHara-Lebenslauf-Müller-Söhne-GmbH.pdf",
            ),
            (resume("Jane Doe", "", "sv"), "Jane-Doe-Resume.pdf"),
            (
                resume("", "../../etc/passwd", "en"),
                "Resume-etc-passwd.pdf",
            ),
            (
                resume("a\u{202e}b\0", "C:\\x<>|\"?*", "fr"),
                "a-b-CV-C-x.pdf",
            ),
        ] {
            assert_eq!(name, expected);
        }
        let long = resume(&"a".repeat(500), &"b ".repeat(500), "en");
        assert!(long.chars().count() <= MOST_CHARS + 5, "{long}");
    }

    #[test]
    fn names_within_a_set_are_one_for_each_kind_of_file() {
        assert_eq!(
            within_set(DocumentKind::Letter, DocumentFormat::Text),
            "letter.txt"
        );
        assert_eq!(
            within_set(DocumentKind::Resume, DocumentFormat::JsonResume),
            "resume.json"
        );
    }
}
