//! The entries of a reading that the reader was not sure of, each with the lines of its head.

use foothold_shared::reading::{ReadLine, ReadValue, ReadingView, Spot};

use super::UNSURE;

/// The most entries that are asked about.
const PARTS: usize = 12;
/// Lines above an entry's first line and from it on.
const ABOVE: usize = 1;
const BELOW: usize = 4;
/// A longer line is text, and no head of an entry.
const LINE_CHARS: usize = 140;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::features::resumes) enum Kind {
    Job,
    School,
}

impl Kind {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Job => "job",
            Self::School => "school",
        }
    }
}

/// An entry that is asked about.
pub(in crate::features::resumes) struct Part {
    pub(super) kind: Kind,
    /// Its place in the reading's list of its kind.
    pub(super) at: usize,
    /// What is shown of it.
    pub(super) lines: Vec<ReadLine>,
}

/// The entries whose head was a guess, without what tells who the person is.
pub(super) fn unsure(view: &ReadingView) -> Vec<Part> {
    let jobs = view.work.iter().map(|job| (&job.title, &job.company));
    let schools = view
        .education
        .iter()
        .map(|school| (&school.degree, &school.school));
    let entries = (jobs.enumerate().map(|(at, pair)| (Kind::Job, at, pair))).chain(
        schools
            .enumerate()
            .map(|(at, pair)| (Kind::School, at, pair)),
    );
    let heads: Vec<Spot> = entries
        .clone()
        .filter_map(|(_, _, (one, other))| Some(one.as_ref().or(other.as_ref())?.spot.clone()))
        .collect();
    entries
        .filter(|(_, _, (one, other))| is_unsure(one.as_ref()) || is_unsure(other.as_ref()))
        .filter_map(|(kind, at, (one, other))| {
            let spot = &one.as_ref().or(other.as_ref())?.spot;
            let lines = head(view, spot, &heads);
            (!lines.is_empty()).then_some(Part { kind, at, lines })
        })
        .take(PARTS)
        .collect()
}

fn is_unsure(value: Option<&ReadValue>) -> bool {
    value.is_none_or(|value| value.confidence < UNSURE)
}

/// The lines around the one that an entry begins with, up to the next entry's.
fn head(view: &ReadingView, spot: &Spot, heads: &[Spot]) -> Vec<ReadLine> {
    let Some(at) = view.lines.iter().position(|line| line.spot == *spot) else {
        return Vec::new();
    };
    let begins_other = |line: &ReadLine| line.spot != *spot && heads.contains(&line.spot);
    let above = view.lines[at.saturating_sub(ABOVE)..at].iter();
    let below = view.lines[at..]
        .iter()
        .take(BELOW)
        .take_while(|line| !begins_other(line));
    above
        .filter(|line| !begins_other(line))
        .chain(below)
        .filter(|line| line.text.chars().count() <= LINE_CHARS && !is_private(view, &line.text))
        .cloned()
        .collect()
}

/// Whether a line says who the person is or how to reach them.
fn is_private(view: &ReadingView, text: &str) -> bool {
    let folded = text.to_lowercase();
    let own = [&view.name, &view.email, &view.phone, &view.location]
        .into_iter()
        .flatten()
        .chain(&view.links)
        .map(|value| value.text.trim().to_lowercase())
        .filter(|own| own.chars().count() > 2);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let long_number = text
        .split(|sign: char| {
            !(sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '(' | ')' | '.' | '+'))
        })
        .any(|run| run.chars().filter(char::is_ascii_digit).count() >= 9);
    text.contains('@')
        || folded.contains("http")
        || folded.contains("www.")
        || long_number && digits > 8 && !has_dates(text)
        || own.into_iter().any(|own| folded.contains(&own))
        || names(view).any(|name| {
            folded
                .split(|sign: char| !sign.is_alphanumeric())
                .any(|word| word == name)
        })
}

/// "01.05.2019 - 31.08.2021" has many digits, too.
fn has_dates(text: &str) -> bool {
    foothold_documents::read::dates::find(text)
        .iter()
        .any(|found| found.range.two_ends)
}

/// The words of the person's name that are theirs alone.
fn names(view: &ReadingView) -> impl Iterator<Item = String> {
    let name = view.name.as_ref().map_or("", |name| name.text.as_str());
    let words: Vec<String> = name
        .to_lowercase()
        .split_whitespace()
        .filter(|word| word.chars().count() > 3)
        .map(str::to_owned)
        .collect();
    words.into_iter()
}
