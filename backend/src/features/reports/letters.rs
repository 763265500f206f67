//! Reports on letters, and applying one suggestion to a letter's text.

use bytes::Bytes;
use foothold_documents::report::letter::{self, LetterCase};
use foothold_documents::report::{Measure, Report};
use foothold_shared::document::LetterContent;
use foothold_shared::problem::FieldProblem;
use foothold_shared::reading::{ReadLine, ReadingStatus, ReadingView, Spot};
use foothold_shared::report::{
    ApplyLetterSuggestion, LetterReportRequest, LetterText, ReportRequest, ReportView,
};

use super::backing::Known;
use super::error::ReportError;
use super::service::Reports;
use crate::features::resumes::{ResumeError, Verdict};
use crate::ids::AccountId;

/// The longest letter, in characters: ten times as long as one should be.
const LETTER_CHARS: usize = 30_000;
/// The height of a line of a text that is in no file.
const LINE: f32 = 14.0;

impl Reports {
    /// The report on a letter that was written or pasted.
    pub(super) async fn of_letter_text(
        &self,
        account: &AccountId,
        request: LetterReportRequest,
    ) -> Result<ReportView, ReportError> {
        let text = accepted(&request.text)?;
        let measure = self
            .measure(account, request.posting, request.job_id.as_deref())
            .await?;
        let reading = reading_of_text(&text);
        let report = self
            .of_letter(account, text, reading, measure, None)
            .await?;
        Ok(report.view)
    }

    /// The report on a letter in a file. Nothing of the file is kept.
    pub(super) async fn of_letter_file(
        &self,
        account: &AccountId,
        file: Bytes,
        about: ReportRequest,
    ) -> Result<ReportView, ReportError> {
        let inspector = self.resumes.inspector();
        if let Verdict::Refused(refusal) = inspector.inspect(file.clone()).await? {
            return Err(ResumeError::Refused(refusal).into());
        }
        let reading = inspector.read(file).await?;
        let measure = self
            .measure(account, about.posting, about.job_id.as_deref())
            .await?;
        let text: String = letter::text_of(&reading)
            .chars()
            .take(LETTER_CHARS)
            .collect();
        let report = self
            .of_letter(account, text, reading, measure, None)
            .await?;
        Ok(report.view)
    }

    /// The letter with one suggestion applied.
    pub(super) async fn apply_to_letter(
        &self,
        account: &AccountId,
        request: ApplyLetterSuggestion,
    ) -> Result<LetterText, ReportError> {
        let text = accepted(&request.text)?;
        let measure = self
            .measure(account, request.posting, request.job_id.as_deref())
            .await?;
        let reading = reading_of_text(&text);
        let report = self
            .of_letter(account, text.clone(), reading, measure, None)
            .await?;
        let changed = report
            .proposals
            .iter()
            .find(|proposal| proposal.view.suggestion_id == request.suggestion_id)
            .and_then(|proposal| letter::apply(&text, proposal))
            .ok_or(ReportError::SuggestionGone)?;
        Ok(LetterText { text: changed })
    }

    /// Makes the report.
    pub(super) async fn of_letter(
        &self,
        account: &AccountId,
        text: String,
        reading: ReadingView,
        measure: Option<Measure>,
        set: Option<&str>,
    ) -> Result<Report, ReportError> {
        let profile = self.profiles.load(account).await?.profile;
        let company = measure
            .as_ref()
            .map(|measure| measure.brief.company.clone())
            .unwrap_or_default();
        let past = self.past(account, &company, set).await?;
        let today = self.today();
        let work = move || {
            let known = Known::of(&profile, measure.as_ref(), &today);
            let case = LetterCase {
                text,
                reading,
                profile,
                posting: measure,
                sent: past.sent,
                others: past.others,
                today,
            };
            Ok(letter::report(&case, &|sentences, language| {
                known.back(sentences, language)
            }))
        };
        Ok(self.documents.at_the_press(work).await?)
    }
}

/// A letter's text as it is worked on, or what is wrong with it.
fn accepted(text: &str) -> Result<String, ReportError> {
    if text.len() > LETTER_CHARS && text.chars().count() > LETTER_CHARS {
        return Err(ReportError::Invalid(vec![FieldProblem {
            field: "text".to_owned(),
            code: "too_long".to_owned(),
            message: format!("Send at most {LETTER_CHARS} characters."),
        }]));
    }
    if !text.chars().any(char::is_alphanumeric) {
        return Err(ReportError::LetterMissing);
    }
    Ok(text.replace("\r\n", "\n"))
}

/// A text that is in no file, as lines below each other.
pub(super) fn reading_of_text(text: &str) -> ReadingView {
    let mut y = 0.0;
    let mut lines = Vec::new();
    for line in text.lines() {
        if !line.trim().is_empty() {
            lines.push(ReadLine {
                text: line.to_owned(),
                spot: Spot {
                    page: 1,
                    x0: 0.0,
                    y0: y,
                    x1: 0.0,
                    y1: y + LINE,
                },
            });
        }
        y += LINE;
    }
    ReadingView {
        status: ReadingStatus::Read,
        lines,
        ..ReadingView::default()
    }
}

/// A generated letter's text, from the subject on.
pub(super) fn text_of(letter: &LetterContent) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    for line in [&letter.subject, &letter.salutation] {
        paragraphs.push(line.clone());
    }
    for paragraph in &letter.paragraphs {
        let sentences: Vec<&str> = paragraph
            .statements
            .iter()
            .map(|statement| statement.text.as_str())
            .collect();
        paragraphs.push(sentences.join(" "));
    }
    paragraphs.push(letter.closing.clone());
    paragraphs.push(letter.name.clone());
    paragraphs.retain(|text| !text.trim().is_empty());
    paragraphs.join("\n\n")
}
