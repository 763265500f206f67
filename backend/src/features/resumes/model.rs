//! The words that stand for formats in the database.

use foothold_shared::resume::ResumeFormat;

/// A format as it stands in the database.
pub(super) const fn format_word(format: ResumeFormat) -> &'static str {
    match format {
        ResumeFormat::Pdf => "pdf",
        ResumeFormat::Docx => "docx",
    }
}

/// The format that a word in the database stands for.
pub(super) fn read_format(word: &str) -> Option<ResumeFormat> {
    [ResumeFormat::Pdf, ResumeFormat::Docx]
        .into_iter()
        .find(|&format| format_word(format) == word)
}
