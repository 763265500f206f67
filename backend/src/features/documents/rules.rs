//! What a request for documents, a draft and a preview may say.
//!
//! What must not happen here: input or output, a clock, quoting what the person wrote.

use foothold_shared::document::{
    DocumentEdits, DocumentEntry, DocumentOptions, LetterContent, ResumeContent, Statement,
};
use foothold_shared::generation::{GenerateDocuments, PostingInput, ResumeDraft};
use foothold_shared::problem::FieldProblem;
use uuid::Uuid;

use super::posting::is_address_only;
use crate::{checks, labels, page_address};

/// The longest title, company or place of a posting, in characters.
const LINE_CHARS: usize = 500;
/// The longest description or page text of a posting, in characters.
const POSTING_CHARS: usize = 600_000;
/// The most ids and sentences of edits.
const EDITS: usize = 500;
/// The longest id of a fact, in characters.
const FACT_CHARS: usize = 300;
/// The longest sentence, in characters.
const SENTENCE_CHARS: usize = 2_000;
/// The most entries and sentences of a document.
const STATEMENTS: usize = 2_000;
/// The longest other text of a document, in characters.
const TEXT_CHARS: usize = 500;
/// The languages that documents are written in.
const LANGUAGES: [&str; 8] = ["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

type Problems = Vec<FieldProblem>;

/// An id of ours or of a client's in its usual spelling.
pub(super) fn id(text: &str) -> Option<String> {
    Uuid::parse_str(text).ok().map(|id| id.to_string())
}

/// Brings a request into the form it is worked on (ids in their usual spelling, the posting's address without query,
/// fragment and credentials), or says everything that is wrong with it.
pub(super) fn accept(
    job_id: &str,
    mut request: GenerateDocuments,
) -> Result<(String, GenerateDocuments), Problems> {
    let mut problems = Vec::new();
    let job = id(job_id);
    if job.is_none() {
        add(&mut problems, "job_id", "invalid_id", "Send a UUID.");
    }
    if let Some(previous) = &mut request.previous {
        match id(previous) {
            Some(known) => *previous = known,
            None => add(&mut problems, "previous", "invalid_id", "Send a UUID."),
        }
    }
    request.kinds.dedup();
    if request.kinds.len() > 2 {
        let words = "Name each kind once.";
        add(&mut problems, "kinds", "too_many", words);
    }
    if let Some(posting) = &mut request.posting {
        check_posting(posting, &mut problems);
    }
    if let Some(options) = &request.options {
        check_options(options, &mut problems);
    }
    if let Some(edits) = &request.edits {
        check_edits(edits, "edits", &mut problems);
    }
    match job {
        Some(job) if problems.is_empty() => Ok((job, request)),
        _ => Err(problems),
    }
}

/// Brings a posting into the form it is read in, or adds what is wrong with it.
pub(super) fn check_posting(posting: &mut PostingInput, problems: &mut Problems) {
    for (name, text, most) in [
        ("title", &posting.title, LINE_CHARS),
        ("company", &posting.company, LINE_CHARS),
        ("location", &posting.location, LINE_CHARS),
        ("description", &posting.description, POSTING_CHARS),
        ("page_text", &posting.page_text, POSTING_CHARS),
    ] {
        check_length(problems, &format!("posting.{name}"), text, most);
    }
    let language = posting.language.trim().to_ascii_lowercase();
    let is_code = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if !language.is_empty() && !is_code {
        let words = "Send a language's two letters, such as en.";
        add(problems, "posting.language", "invalid_language", words);
    }
    posting.language = language;
    posting.url = posting.url.trim().to_owned();
    if posting.url.is_empty() {
        return;
    }
    match page_address::bare(&posting.url) {
        // A page that is still to be read is asked by its whole address.
        Some(_) if is_address_only(posting) => {}
        Some(url) => posting.url = url,
        None => {
            let words = "Send the http or https address of the page.";
            add(problems, "posting.url", "invalid_link", words);
        }
    }
}

fn check_options(options: &DocumentOptions, problems: &mut Problems) {
    let language = options.language.as_str();
    if !language.is_empty() && !LANGUAGES.contains(&language) {
        let words = format!("Documents are written in {}.", LANGUAGES.join(", "));
        add(problems, "options.language", "unknown_language", &words);
    }
    if options
        .max_pages
        .is_some_and(|pages| !(1..=4).contains(&pages))
    {
        let words = "Ask for 1 to 4 pages.";
        add(problems, "options.max_pages", "out_of_range", words);
    }
}

fn check_edits(edits: &DocumentEdits, at: &str, problems: &mut Problems) {
    for (name, ids) in [("chosen", &edits.chosen), ("left_out", &edits.left_out)] {
        check_facts(ids, &format!("{at}.{name}"), problems);
    }
    for (name, text) in [
        ("salutation", &edits.salutation),
        ("closing", &edits.closing),
    ] {
        check_length(problems, &format!("{at}.{name}"), text, TEXT_CHARS);
    }
    if edits.section_order.len() > 20 || edits.hidden_sections.len() > 20 {
        let words = "Name each section once.";
        add(problems, &format!("{at}.section_order"), "too_many", words);
    }
    if edits.fixed.len() > EDITS {
        let words = format!("Send at most {EDITS} sentences.");
        add(problems, &format!("{at}.fixed"), "too_many", &words);
        return;
    }
    for (number, fixed) in edits.fixed.iter().enumerate() {
        let at = format!("{at}.fixed[{number}]");
        check_length(problems, &format!("{at}.text"), &fixed.text, SENTENCE_CHARS);
        check_facts(&fixed.facts, &format!("{at}.facts"), problems);
    }
}

fn check_facts(ids: &[String], at: &str, problems: &mut Problems) {
    if ids.len() > EDITS {
        let words = format!("Send at most {EDITS}.");
        add(problems, at, "too_many", &words);
    } else if ids.iter().any(|id| id.chars().count() > FACT_CHARS) {
        add(problems, at, "too_long", "Send ids of facts.");
    }
}

/// Brings a draft into the form it is stored in, or says everything that is wrong with it.
pub(super) fn accept_draft(mut draft: ResumeDraft) -> Result<ResumeDraft, Problems> {
    let mut problems = Vec::new();
    draft.name = labels::name(&draft.name, &mut problems);
    draft.tags = labels::tags(draft.tags, &mut problems);
    check_resume(&draft.content, "content", &mut problems);
    check_edits(&draft.edits, "edits", &mut problems);
    if problems.is_empty() {
        Ok(draft)
    } else {
        Err(problems)
    }
}

/// Adds what keeps a résumé from being set or stored.
pub(super) fn check_resume(content: &ResumeContent, at: &str, problems: &mut Problems) {
    let mut counted = 1;
    check_length(problems, &format!("{at}.name"), &content.name, TEXT_CHARS);
    check_statement(&content.headline, &format!("{at}.headline"), problems);
    for (number, item) in content.contact.iter().take(100).enumerate() {
        let at = format!("{at}.contact[{number}]");
        check_length(problems, &format!("{at}.text"), &item.text, TEXT_CHARS);
        check_length(problems, &format!("{at}.url"), &item.url, SENTENCE_CHARS);
    }
    if content.contact.len() > 100 || content.sections.len() > 50 {
        add(problems, at, "too_many", "Send fewer sections.");
        return;
    }
    for (section_number, section) in content.sections.iter().enumerate() {
        let at = format!("{at}.sections[{section_number}]");
        check_length(problems, &format!("{at}.title"), &section.title, TEXT_CHARS);
        for (number, entry) in section.entries.iter().enumerate() {
            counted += 1 + entry.paragraph.len() + entry.bullets.len() + entry.words.len();
            if counted > STATEMENTS {
                let words = format!("Send at most {STATEMENTS} entries and sentences.");
                add(problems, &at, "too_many", &words);
                return;
            }
            check_entry(entry, &format!("{at}.entries[{number}]"), problems);
        }
    }
}

fn check_entry(entry: &DocumentEntry, at: &str, problems: &mut Problems) {
    for (name, text, most) in [
        ("entry_id", &entry.entry_id, FACT_CHARS),
        ("title", &entry.title, TEXT_CHARS),
        ("subtitle", &entry.subtitle, TEXT_CHARS),
        ("place", &entry.place, TEXT_CHARS),
        ("dates", &entry.dates, TEXT_CHARS),
        ("link", &entry.link, SENTENCE_CHARS),
    ] {
        check_length(problems, &format!("{at}.{name}"), text, most);
    }
    for (name, statements) in [
        ("paragraph", &entry.paragraph),
        ("bullets", &entry.bullets),
        ("words", &entry.words),
    ] {
        for (number, statement) in statements.iter().enumerate() {
            check_statement(statement, &format!("{at}.{name}[{number}]"), problems);
        }
    }
}

/// Adds what keeps a letter from being set.
pub(super) fn check_letter(content: &LetterContent, at: &str, problems: &mut Problems) {
    for (name, text) in [
        ("name", &content.name),
        ("date", &content.date),
        ("subject", &content.subject),
        ("salutation", &content.salutation),
        ("closing", &content.closing),
    ] {
        check_length(problems, &format!("{at}.{name}"), text, TEXT_CHARS);
    }
    let counted: usize = content
        .paragraphs
        .iter()
        .map(|paragraph| 1 + paragraph.statements.len())
        .sum();
    if counted > 200 || content.contact.len() > 100 || content.recipient.len() > 20 {
        add(problems, at, "too_many", "Send a letter of fewer parts.");
        return;
    }
    for (number, line) in content.recipient.iter().enumerate() {
        check_length(
            problems,
            &format!("{at}.recipient[{number}]"),
            line,
            TEXT_CHARS,
        );
    }
    for (number, item) in content.contact.iter().enumerate() {
        let at = format!("{at}.contact[{number}]");
        check_length(problems, &format!("{at}.text"), &item.text, TEXT_CHARS);
        check_length(problems, &format!("{at}.url"), &item.url, SENTENCE_CHARS);
    }
    for (number, paragraph) in content.paragraphs.iter().enumerate() {
        let at = format!("{at}.paragraphs[{number}]");
        for (number, statement) in paragraph.statements.iter().enumerate() {
            check_statement(statement, &format!("{at}.statements[{number}]"), problems);
        }
    }
}

fn check_statement(statement: &Statement, at: &str, problems: &mut Problems) {
    check_length(
        problems,
        &format!("{at}.text"),
        &statement.text,
        SENTENCE_CHARS,
    );
    check_facts(&statement.facts, &format!("{at}.facts"), problems);
}

fn check_length(problems: &mut Problems, field: &str, text: &str, most: usize) {
    if let Some(problem) = checks::too_long(field, text, most) {
        push(problems, problem);
    }
}

pub(super) fn add(problems: &mut Problems, field: &str, code: &str, message: &str) {
    push(problems, checks::problem(field, code, message));
}

fn push(problems: &mut Problems, problem: FieldProblem) {
    // Enough to mend a client by; a list of thousands helps nobody.
    if problems.len() < 50 {
        problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::document::{DocumentSection, FixedStatement};

    const ID: &str = "01990000-0000-7000-8000-000000000001";

    #[track_caller]
    fn check(request: GenerateDocuments, expected: &[(&str, &str)]) {
        let problems = accept(ID, request).err().unwrap_or_default();
        let found: Vec<_> = problems
            .iter()
            .map(|p| (p.field.as_str(), p.code.as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    fn with_posting(posting: PostingInput) -> GenerateDocuments {
        GenerateDocuments {
            posting: Some(posting),
            ..GenerateDocuments::default()
        }
    }

    #[test]
    fn requests_have_limits() {
        check(GenerateDocuments::default(), &[]);
        let long = PostingInput {
            title: "t".repeat(LINE_CHARS + 1),
            description: "ü".repeat(POSTING_CHARS),
            url: "javascript:x".to_owned(),
            language: "english".to_owned(),
            ..PostingInput::default()
        };
        check(
            with_posting(long),
            &[
                ("posting.title", "too_long"),
                ("posting.language", "invalid_language"),
                ("posting.url", "invalid_link"),
            ],
        );
        let options = DocumentOptions {
            language: "tlh".to_owned(),
            max_pages: Some(5),
            ..DocumentOptions::default()
        };
        let edits = DocumentEdits {
            chosen: vec![String::new(); EDITS + 1],
            fixed: vec![FixedStatement {
                text: "s".repeat(SENTENCE_CHARS + 1),
                ..FixedStatement::default()
            }],
            ..DocumentEdits::default()
        };
        check(
            GenerateDocuments {
                options: Some(options),
                edits: Some(edits),
                previous: Some("1".to_owned()),
                ..GenerateDocuments::default()
            },
            &[
                ("previous", "invalid_id"),
                ("options.language", "unknown_language"),
                ("options.max_pages", "out_of_range"),
                ("edits.chosen", "too_many"),
                ("edits.fixed[0].text", "too_long"),
            ],
        );
        assert!(accept("job", GenerateDocuments::default()).is_err());
    }

    #[test]
    fn what_names_the_person_in_an_address_is_left_out() {
        let posting = PostingInput {
            url: "https://jobs.example/4?token=x#me".to_owned(),
            title: "Nurse".to_owned(),
            language: " DE ".to_owned(),
            ..PostingInput::default()
        };
        let accepted = |posting| {
            let (_, request) = accept(ID, with_posting(posting)).expect("accepted");
            request.posting.expect("a posting")
        };
        let known = accepted(posting.clone());
        assert_eq!(known.url, "https://jobs.example/4");
        assert_eq!(known.language, "de");
        // What is to be read there may need the whole address.
        let unread = accepted(PostingInput {
            title: String::new(),
            ..posting.clone()
        });
        assert_eq!(unread.url, posting.url);
    }

    #[test]
    fn drafts_have_limits() {
        let entry = DocumentEntry {
            bullets: vec![Statement::default(); STATEMENTS],
            ..DocumentEntry::default()
        };
        let draft = ResumeDraft {
            name: "n".repeat(200),
            content: ResumeContent {
                sections: vec![DocumentSection {
                    entries: vec![entry],
                    ..DocumentSection::default()
                }],
                ..ResumeContent::default()
            },
            ..ResumeDraft::default()
        };
        let problems = accept_draft(draft).expect_err("too much");
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, ["name", "content.sections[0]"]);
        assert!(accept_draft(ResumeDraft::default()).is_ok());
    }
}
