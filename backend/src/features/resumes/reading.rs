//! What the worker says of a file it read: the documents' own types brought to the wire's, and bounded.
//!
//! What must not happen here: being called in the server's process, except for [`without_text`], and for files that the
//! server set itself.

use foothold_documents::Reading;
use foothold_documents::line::Line;
use foothold_documents::read::dates::Date;
use foothold_documents::read::{Found, Heading, Job, Project, Publication, School};
use foothold_documents::report::traits;
use foothold_documents::source::SourceError;
use foothold_shared::profile::YearMonth;
use foothold_shared::reading::{
    FileTraits, ReadHeading, ReadJob, ReadLine, ReadProject, ReadPublication, ReadSchool,
    ReadValue, ReadingStatus, ReadingView, Spot,
};

use super::inspect::{Kind, sniff};

/// Which reader this is. Raised when the reader reads something otherwise, so that what an older one read is read again.
pub(super) const VERSION: i64 = 9;
/// The longest answer of a worker; with the limits below it never comes near.
pub(super) const MOST_BYTES: u64 = 8 * 1024 * 1024;
/// The most text that is kept, in characters: a résumé of twenty dense pages.
const TEXT_CHARS: usize = 200_000;
/// What is said of a file whose fonts do not say which letters they draw.
const GARBLED: &str = "An employer’s system reads signs without meaning in this file: its fonts do not say which letters they draw. Save it again as a PDF with another font, or as a Word file, and upload that.";
/// The longest line or value, in characters.
const VALUE_CHARS: usize = 10_000;
/// The most entries of a list.
const ENTRIES: usize = 200;

/// Reads a file. Only for the worker process.
pub(super) fn read(bytes: &[u8]) -> ReadingView {
    type Look = fn(&[u8], &Reading) -> FileTraits;
    let (read, look): (_, Look) = match sniff(bytes) {
        Kind::Pdf => (foothold_documents::read_pdf(bytes), traits::of_pdf),
        Kind::Zip => (foothold_documents::read_docx(bytes), traits::of_docx),
        Kind::Encrypted | Kind::Other => (Err(SourceError::Unreadable), traits::of_pdf),
    };
    match read {
        Ok(reading) if reading.is_picture => ReadingView {
            pages: count(reading.pages),
            ..without_text(ReadingStatus::Picture)
        },
        // Drawn letters without a map to characters, or an empty page: nothing a program could use.
        Ok(reading) if !has_words(&reading) => ReadingView {
            pages: count(reading.pages),
            ..without_text(ReadingStatus::Unreadable)
        },
        Ok(reading) => {
            let traits = look(bytes, &reading);
            view(reading, traits)
        }
        Err(SourceError::TooLarge) => without_text(ReadingStatus::TooLarge),
        Err(SourceError::Unreadable) => without_text(ReadingStatus::Unreadable),
    }
}

/// Reads a file that is a PDF or Word file; nothing where it is none. Only for the worker process.
pub(crate) fn read_resume(bytes: &[u8]) -> Option<ReadingView> {
    match sniff(bytes) {
        Kind::Pdf => Some(read(bytes)),
        Kind::Zip if super::inspect::is_word(bytes) => Some(read(bytes)),
        Kind::Zip | Kind::Encrypted | Kind::Other => None,
    }
}

/// What is said of a file that gave no text.
pub(super) fn without_text(status: ReadingStatus) -> ReadingView {
    ReadingView {
        status,
        ..ReadingView::default()
    }
}

fn has_words(reading: &Reading) -> bool {
    let letters = reading
        .lines
        .iter()
        .flat_map(|line| &line.parts)
        .flat_map(|part| part.text.chars())
        .filter(|sign| sign.is_alphanumeric());
    letters.take(3).count() == 3
}

fn view(reading: Reading, traits: FileTraits) -> ReadingView {
    let resume = reading.resume;
    let (lines, cut) = kept(&reading.lines);
    ReadingView {
        status: ReadingStatus::Read,
        pages: count(reading.pages),
        lines,
        cut,
        note: if reading.is_garbled {
            GARBLED.to_owned()
        } else {
            String::new()
        },
        name: resume.name.map(value),
        headline: resume.headline.map(value),
        email: resume.email.map(value),
        phone: resume.phone.map(value),
        location: resume.location.map(value),
        links: values(resume.links),
        summary: resume.summary.map(value),
        work: resume.work.into_iter().take(ENTRIES).map(job).collect(),
        education: resume
            .education
            .into_iter()
            .take(ENTRIES)
            .map(school)
            .collect(),
        skills: values(resume.skills),
        languages: values(resume.languages),
        certificates: values(resume.certificates),
        projects: resume
            .projects
            .into_iter()
            .take(ENTRIES)
            .map(project)
            .collect(),
        publications: resume
            .publications
            .into_iter()
            .take(ENTRIES)
            .map(publication)
            .collect(),
        headings: resume
            .headings
            .into_iter()
            .take(ENTRIES)
            .map(heading)
            .collect(),
        traits,
    }
}

/// The lines that are kept, and whether others are not.
fn kept(lines: &[Line]) -> (Vec<ReadLine>, bool) {
    let mut left = TEXT_CHARS;
    let mut kept = Vec::new();
    let mut cut = false;
    for line in lines {
        let whole = line.text();
        let text = bounded(&whole);
        let chars = text.chars().count();
        if chars > left {
            return (kept, true);
        }
        left -= chars;
        cut |= text.len() < whole.len();
        kept.push(ReadLine {
            text,
            spot: spot(line.page, line.x0(), line.y0, line.x1(), line.y1),
        });
    }
    (kept, cut)
}

fn values(found: Vec<Found<String>>) -> Vec<ReadValue> {
    found.into_iter().take(ENTRIES).map(value).collect()
}

fn value(found: Found<String>) -> ReadValue {
    ReadValue {
        text: bounded(&found.value),
        spot: spot(found.page, found.x0, found.y0, found.x1, found.y1),
        confidence: found.confidence,
    }
}

fn spot(page: usize, x0: f32, y0: f32, x1: f32, y1: f32) -> Spot {
    // Numbers that are none do not exist in JSON.
    let edge = |edge: f32| if edge.is_finite() { edge } else { 0.0 };
    Spot {
        page: count(page + 1),
        x0: edge(x0),
        y0: edge(y0),
        x1: edge(x1),
        y1: edge(y1),
    }
}

fn job(job: Job) -> ReadJob {
    ReadJob {
        title: job.title.map(value),
        company: job.company.map(value),
        location: job.location.map(value),
        start: job.start.map(month),
        end: job.end.map(month),
        current: job.current,
        bullets: texts(&job.bullets),
    }
}

fn school(school: School) -> ReadSchool {
    ReadSchool {
        school: school.school.map(value),
        degree: school.degree.map(value),
        location: school.location.map(value),
        start: school.start.map(month),
        end: school.end.map(month),
        current: school.current,
        grade: bounded(&school.grade.unwrap_or_default()),
        notes: texts(&school.notes),
    }
}

fn project(project: Project) -> ReadProject {
    ReadProject {
        name: project.name.map(value),
        role: bounded(&project.role),
        start: project.start.map(month),
        end: project.end.map(month),
        current: project.current,
        url: bounded(&project.url),
        bullets: texts(&project.bullets),
    }
}

fn publication(publication: Publication) -> ReadPublication {
    ReadPublication {
        title: publication.title.map(value),
        publisher: bounded(&publication.publisher),
        published: publication.published.map(month),
        url: bounded(&publication.url),
    }
}

fn heading(found: Found<Heading>) -> ReadHeading {
    ReadHeading {
        text: bounded(&found.value.text),
        section: found.value.section.name().to_owned(),
        usual: found.value.usual,
        spot: spot(found.page, found.x0, found.y0, found.x1, found.y1),
    }
}

fn texts(texts: &[String]) -> Vec<String> {
    texts
        .iter()
        .take(ENTRIES)
        .map(|text| bounded(text))
        .collect()
}

fn month(date: Date) -> YearMonth {
    YearMonth {
        year: date.year,
        month: date.month,
    }
}

fn bounded(text: &str) -> String {
    text.chars().take(VALUE_CHARS).collect()
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
