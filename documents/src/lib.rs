//! Résumés and letters, read: a file becomes lines in the order of reading, and lines become a person's data.
//!
//! file → [`source`] → [`layout`] → lines → [`read`] → [`read::Resume`]
//!
//! What must not happen here: a network, a clock, a value that the file does not hold. A hostile file may make the PDF
//! reader hang, panic or swell, so whoever reads an upload does it in a process of its own with bounded time and memory.

pub mod fold;
pub mod garbled;
pub mod layout;
pub mod line;
pub mod read;
pub mod report;
pub mod source;

use read::Resume;
use source::SourceError;

/// What a file turned out to hold.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// The text as a parser sees it, line by line, in the order of reading.
    pub lines: Vec<line::Line>,
    /// What was understood of it.
    pub resume: Resume,
    /// Pages of a PDF; 0 for a Word file, which has none of its own.
    pub pages: usize,
    /// The file shows pictures and holds no text: to an applicant tracking system it is empty.
    pub is_picture: bool,
    /// The text is none: the fonts do not say which letters they draw, and nothing was understood.
    pub is_garbled: bool,
}

/// Reads a PDF.
///
/// # Errors
/// When the file is damaged, or larger than any résumé.
pub fn read_pdf(bytes: &[u8]) -> Result<Reading, SourceError> {
    let material = source::read_pdf(bytes)?;
    let lines = layout::order(
        &material.pages,
        &layout::Words {
            is_heading: &read::headings::is_heading,
            is_date: &read::dates::is_only_dates,
        },
    );
    let pictures: usize = material.pages.iter().map(|page| page.pictures).sum();
    let letters: usize = lines.iter().map(|line| line.text().len()).sum();
    let is_garbled = garbled::is_garbled(&lines);
    Ok(Reading {
        resume: if is_garbled {
            Resume::default()
        } else {
            read::understand(lines.clone(), &material.links)
        },
        is_garbled,
        pages: material.pages.len(),
        // A scan may carry a line of text, the scanner's name.
        is_picture: pictures > 0 && letters < 40 * material.pages.len(),
        lines,
    })
}

/// Reads a Word file.
///
/// # Errors
/// When the file is damaged, or larger than any résumé.
pub fn read_docx(bytes: &[u8]) -> Result<Reading, SourceError> {
    let (lines, links) = source::read_docx(bytes)?;
    Ok(Reading {
        resume: read::understand(lines.clone(), &links),
        lines,
        ..Reading::default()
    })
}
