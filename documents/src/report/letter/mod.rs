//! Reports on letters: whom they speak to, about which job, with what evidence, in which words.
//!
//! text → `parts` → checks → `tally`; the same → suggestions. Whether the profile bears out what a sentence claims is
//! asked of whoever knows how ([`Backing`]).
//!
//! What must not happen here: judging an opinion. Only what can be looked up (numbers, times, titles, skills) is called
//! unsupported.

mod evidence;
mod parts;
mod said;
mod suggest;
mod text;
mod this_job;

pub use suggest::apply;
pub use text::text_of;

use super::page::Page;
use super::tally::Tally;
use super::words::{self, Words};
use super::{Measure, Report, Sent, unread, weights};
use foothold_core::posting::values;
use foothold_shared::document::DocumentKind;
use foothold_shared::profile::Profile;
use foothold_shared::reading::{ReadingStatus, ReadingView};
use foothold_shared::redact_debug;
use foothold_shared::report::ReportView;
use parts::Parts;

/// A letter to report on.
#[derive(Clone)]
pub struct LetterCase {
    /// Its text, paragraphs divided by empty lines.
    pub text: String,
    /// What a program reads in its file; for one that was never in a file its lines.
    pub reading: ReadingView,
    /// The person's profile.
    pub profile: Profile,
    /// What it is measured against.
    pub posting: Option<Measure>,
    /// What the posting's company was sent before, the newest first.
    pub sent: Vec<Sent>,
    /// Other companies that the person applied to.
    pub others: Vec<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}
redact_debug!(LetterCase);

/// Whether the profile bears out a sentence.
#[derive(Clone, PartialEq, Eq)]
pub enum Backing {
    /// It does.
    Told,
    /// Nothing in it can be looked up, as far as a program can tell.
    Open,
    /// It does not; why, for the person.
    Unsupported(String),
    /// A number or a time is not the profile's; why, for the person.
    OtherNumber(String),
}
redact_debug!(Backing);

/// Whether a sentence speaks of the one who writes it.
#[must_use]
pub fn speaks_of_self(sentence: &str, language: &str) -> bool {
    words::of(language)
        .unwrap_or_else(words::english)
        .speaks_of_self(sentence)
}

/// What all checks of a letter look at.
struct Look<'a> {
    case: &'a LetterCase,
    page: Page<'a>,
    words: &'static Words,
    parts: Parts,
    /// For each sentence of the body whether the profile bears it out.
    backing: Vec<Backing>,
}

/// Reports on a letter. `back` says of sentences, in their order, whether the profile bears them out; it is given their
/// language, too.
#[must_use]
pub fn report(case: &LetterCase, back: &dyn Fn(&[String], &str) -> Vec<Backing>) -> Report {
    if case.reading.status != ReadingStatus::Read {
        return Report {
            view: unread(DocumentKind::Letter, &case.reading, case.posting.as_ref()),
            proposals: Vec::new(),
        };
    }
    let language = values::language(&case.text, "").unwrap_or("en");
    let known = words::of(language);
    let words = known.unwrap_or_else(words::english);
    let parts = Parts::of(&case.text, words);
    let mut backing = back(&parts.sentences, language);
    backing.resize(parts.sentences.len(), Backing::Open);
    let look = Look {
        page: Page::of(&case.reading.lines),
        words,
        parts,
        backing,
        case,
    };
    let mut tally = Tally::new(weights::LETTER, case.posting.is_some());
    said::check(&look, &mut tally);
    let wrong = this_job::check(&look, &mut tally);
    let keywords = evidence::check(&look, &mut tally);
    let proposals = suggest::of_letter(&look, &wrong);
    let (score, parts) = tally.view();
    let mut notes = Vec::new();
    if case.posting.is_none() {
        notes.push(
            "Choose the job it is for, and we look whether it speaks of that job.".to_owned(),
        );
    }
    if known.is_none() {
        notes.push(
            "We do not know this language well enough to judge its words; only the rest was looked at.".to_owned(),
        );
    }
    let view = ReportView {
        kind: DocumentKind::Letter,
        status: case.reading.status,
        score,
        parts,
        posting: case.posting.as_ref().map(|asked| asked.brief.clone()),
        keywords,
        pages: case.reading.pages,
        lines: case.reading.lines.clone(),
        text: case.text.clone(),
        suggestions: proposals.iter().map(|one| one.view.clone()).collect(),
        notes,
    };
    Report { view, proposals }
}
