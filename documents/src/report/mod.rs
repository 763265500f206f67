//! Reports on résumés and letters: what a program sees, a score that is a sum, and for every point lost what to do.
//!
//! reading, profile, posting, what was sent → checks → `tally` (`weights`) → `ReportView`; the same → `suggest`
//!
//! What must not happen here: a clock (`today` is given); a point lost without a finding; a suggestion that says what
//! neither the document nor the profile says.

mod consistency;
mod draft;
mod file;
mod keywords;
pub mod letter;
mod lines;
mod page;
mod styles;
mod suggest;
mod tally;
mod times;
pub mod traits;
mod understood;
pub mod weights;
mod words;

pub use draft::content_of;
pub use suggest::{Change, Proposal, apply};

use foothold_core::posting::{JobPosting, values};
use foothold_matching::facts::Facts;
use foothold_matching::person::Person;
use foothold_shared::document::{DocumentKind, ResumeContent};
use foothold_shared::generation::PostingBrief;
use foothold_shared::profile::{Profile, YearMonth};
use foothold_shared::reading::{ReadingStatus, ReadingView};
use foothold_shared::redact_debug;
use foothold_shared::report::ReportView;
use page::Page;
use tally::{Finding, Tally};
use words::Words;

/// A posting that a document is measured against.
#[derive(Clone)]
pub struct Measure {
    /// What it says.
    pub posting: JobPosting,
    /// It in short, for the report.
    pub brief: PostingBrief,
}
redact_debug!(Measure);

/// Something that the same company was sent before.
#[derive(Clone)]
pub struct Sent {
    /// When, `YYYY-MM-DD`.
    pub day: String,
    /// The title of the job it was for; empty where that is not known.
    pub title: String,
    /// What the résumé said, in the profile's shape.
    pub says: Option<Profile>,
    /// What the letter said, in sentences.
    pub letter: Vec<String>,
}
redact_debug!(Sent);

/// A résumé to report on.
#[derive(Clone)]
pub struct ResumeCase {
    /// What a program reads in it.
    pub reading: ReadingView,
    /// The same in the profile's shape.
    pub says: Profile,
    /// The same as a draft: what suggestions are applied to.
    pub content: ResumeContent,
    /// The person's profile.
    pub profile: Profile,
    /// What it is measured against.
    pub posting: Option<Measure>,
    /// What the posting's company was sent before, the newest first.
    pub sent: Vec<Sent>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}
redact_debug!(ResumeCase);

/// What all checks of a résumé look at.
struct Look<'a> {
    case: &'a ResumeCase,
    page: Page<'a>,
    /// The words of its language; English where that has none.
    words: &'static Words,
    /// What the résumé says, as matching sees it.
    person: Person,
    /// Month of today, counted from year 0.
    now: i32,
}

/// A report, and what suggestions it makes.
#[derive(Clone)]
pub struct Report {
    /// The report.
    pub view: ReportView,
    /// Its suggestions with what each does.
    pub proposals: Vec<Proposal>,
}
redact_debug!(Report);

/// Reports on a résumé.
#[must_use]
pub fn resume(case: &ResumeCase) -> Report {
    let reading = &case.reading;
    if reading.status != ReadingStatus::Read {
        return Report {
            view: unread(DocumentKind::Resume, reading, case.posting.as_ref()),
            proposals: Vec::new(),
        };
    }
    let page = Page::of(&reading.lines);
    let text: Vec<&str> = reading
        .lines
        .iter()
        .take(2_000)
        .map(|line| line.text.as_str())
        .collect();
    let language = values::language(&text.join("\n"), "").unwrap_or("en");
    let further: Vec<String> = if case.says.work.is_empty() {
        text.iter().map(|line| (*line).to_owned()).collect()
    } else {
        Vec::new()
    };
    let look = Look {
        page,
        words: words::of(language).unwrap_or_else(words::english),
        person: Person::of_reading(&case.says, &further, &case.today),
        now: month_of_day(&case.today),
        case,
    };
    let mut tally = Tally::new(weights::RESUME, case.posting.is_some());
    understood::check(&look, &mut tally);
    let times = times::check(&look, &mut tally);
    lines::check(&look, &mut tally);
    file::check(&look, &mut tally);
    let keywords = keywords::check(&look, &further, &mut tally);
    let differences = consistency::check(&look, &mut tally);
    let proposals = suggest::of_resume(&look, &times, &keywords, &differences);
    let (score, parts) = tally.view();
    let mut notes = Vec::new();
    if Facts::of(&case.profile).iter().next().is_none() {
        notes.push(
            "Your profile is empty, so nothing could be compared with it. Fill it in, or take it over from this résumé."
                .to_owned(),
        );
    }
    if words::of(language).is_none() {
        notes.push(
            "We do not know this language well enough to judge its words; only the rest was looked at.".to_owned(),
        );
    }
    let view = ReportView {
        kind: DocumentKind::Resume,
        status: reading.status,
        score,
        parts,
        posting: case.posting.as_ref().map(|asked| asked.brief.clone()),
        keywords: keywords.into_iter().map(|asked| asked.view).collect(),
        pages: reading.pages,
        lines: reading.lines.clone(),
        text: String::new(),
        suggestions: proposals.iter().map(|one| one.view.clone()).collect(),
        notes,
    };
    Report { view, proposals }
}

/// What is said of a file that gives no text.
fn unread(kind: DocumentKind, reading: &ReadingView, posting: Option<&Measure>) -> ReportView {
    let (says, todo) = match reading.status {
        ReadingStatus::Picture => (
            "This file is a picture: an employer's system sees nothing in it.",
            "Save it as a PDF from the program it was written in, or build it here; a scan or photo does not do.",
        ),
        ReadingStatus::TooLarge => (
            "This file is far longer than such a document, or takes too long to read.",
            "Keep to a few pages, and save it as a PDF or Word file without attachments.",
        ),
        ReadingStatus::Unreadable | ReadingStatus::Read => (
            "No text comes out of this file: an employer's system sees nothing in it.",
            "Save it again as a PDF from the program it was written in. Fonts that were turned into drawings cannot be \
             read.",
        ),
    };
    let tally = Tally::of_nothing(weights::RESUME, Finding::new(says, todo));
    let (score, parts) = tally.view();
    ReportView {
        kind,
        status: reading.status,
        score,
        parts,
        posting: posting.map(|asked| asked.brief.clone()),
        pages: reading.pages,
        ..ReportView::default()
    }
}

/// Months since year 0.
fn month(of: &YearMonth, otherwise: u8) -> i32 {
    i32::from(of.year) * 12 + i32::from(of.month.unwrap_or(otherwise).clamp(1, 12)) - 1
}

/// The month of a day `YYYY-MM-DD`; a day that is none is in 2000.
fn month_of_day(day: &str) -> i32 {
    let mut parts = day.split('-').map(|part| part.parse::<i32>().ok());
    let year = parts.next().flatten().unwrap_or(2000);
    let month = parts.next().flatten().unwrap_or(1);
    year * 12 + month.clamp(1, 12) - 1
}

/// "1 line", "3 lines".
fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 {
        format!("1 {one}")
    } else {
        format!("{number} {many}")
    }
}

/// A share of all, 0 to 1.
fn share(part: usize, all: usize) -> f32 {
    let count = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    if all == 0 {
        0.0
    } else {
        count(part) / count(all)
    }
}
