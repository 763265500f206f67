//! Making the documents of one set: choose, reword where there is a model, fit, set, read back.
//!
//! What must not happen here: a store; a file that differs from what the documents say.

use foothold_core::posting::JobPosting;
use foothold_rendering::{
    Document, RenderError, docx, fit, json_resume, left_out, pdf, round_trip, text,
};
use foothold_shared::document::{
    DocumentEdits, DocumentFormat, DocumentKind, DocumentLook, DocumentOptions, LetterContent,
    ResumeContent,
};
use foothold_shared::generation::{DocumentChoice, DroppedStatement, GeneratedFile, ModelShare};
use foothold_shared::profile::Profile;
use foothold_tailoring::{Style, Tailored, tailor};
use zeroize::Zeroizing;

use super::error::DocumentError;
use super::names;
use super::service::add_file;

/// The most pages where nobody says.
const MOST_PAGES: u32 = 3;

/// What is to be made.
pub(super) struct Order {
    pub(super) profile: Profile,
    pub(super) posting: JobPosting,
    pub(super) options: DocumentOptions,
    pub(super) edits: DocumentEdits,
    pub(super) style: Style,
    pub(super) kinds: Vec<DocumentKind>,
    /// `YYYY-MM-DD`.
    pub(super) today: String,
}

/// What was made, and nothing of it stored.
pub(super) struct Made {
    pub(super) options: DocumentOptions,
    pub(super) edits: DocumentEdits,
    pub(super) resume: Option<ResumeContent>,
    pub(super) letter: Option<LetterContent>,
    pub(super) files: Vec<GeneratedFile>,
    /// The bytes of all files, in their order.
    pub(super) bytes: Zeroizing<Vec<u8>>,
    pub(super) choices: Vec<DocumentChoice>,
    pub(super) dropped: Vec<DroppedStatement>,
    pub(super) model: ModelShare,
    pub(super) notes: Vec<String>,
}

/// Decides what the documents say.
pub(super) fn choose(order: &Order) -> Result<Tailored, DocumentError> {
    Ok(tailor(
        &order.profile,
        &order.posting,
        &order.options,
        &order.edits,
        &order.style,
        &order.today,
    )?)
}

/// Sets the documents and reads each file back.
pub(super) fn set(
    order: &Order,
    mut chosen: Tailored,
    model: ModelShare,
) -> Result<Made, DocumentError> {
    let look = &order.options.look;
    let company = order.posting.company.as_deref().unwrap_or_default();
    let mut out = Files::new(company, look);
    let mut made_resume = None;
    if order.kinds.contains(&DocumentKind::Resume) {
        let resume = fitted(&mut chosen, order, &mut out.notes)?;
        out.resume(&resume)?;
        made_resume = Some(resume);
    }
    let mut made_letter = None;
    if order.kinds.contains(&DocumentKind::Letter) {
        let letter = std::mem::take(&mut chosen.letter);
        out.letter(&letter)?;
        made_letter = Some(letter);
    }
    chosen.notes.append(&mut out.notes);
    Ok(Made {
        options: order.options.clone(),
        edits: order.edits.clone(),
        resume: made_resume,
        letter: made_letter,
        files: out.files,
        bytes: out.bytes,
        choices: chosen.choices,
        dropped: chosen.dropped,
        model,
        notes: chosen.notes,
    })
}

/// The résumé as far as it fits; what does not is added to what was dropped.
fn fitted(
    chosen: &mut Tailored,
    order: &Order,
    notes: &mut Vec<String>,
) -> Result<ResumeContent, DocumentError> {
    let resume = std::mem::take(&mut chosen.resume);
    let (look, least_first) = (&order.options.look, &chosen.least_first);
    let asked = order.options.max_pages;
    let fitted = match (
        fit(&resume, look, asked.unwrap_or(MOST_PAGES), least_first),
        asked,
    ) {
        // Nobody asked for so few pages: all jobs and schools stay.
        (Err(RenderError::TooLong { needed, .. }), None) => {
            notes.push(format!(
                "Your history takes {needed} pages. Employers rarely read more than three: ask for fewer pages, or \
                 leave older jobs out of this résumé."
            ));
            fit(&resume, look, needed, least_first)
        }
        (other, _) => other,
    };
    match fitted {
        Ok(fitted) => {
            let why = match asked {
                Some(1) => "There was no room for it on the one page you asked for.".to_owned(),
                _ => "There was no room for it.".to_owned(),
            };
            chosen
                .dropped
                .extend(fitted.dropped.iter().map(|statement| DroppedStatement {
                    text: statement.text.clone(),
                    why: why.clone(),
                    facts: statement.facts.clone(),
                }));
            Ok(fitted.content)
        }
        // Without letters there is nothing to measure: the Word file takes all of it.
        Err(RenderError::Script { words }) => {
            notes.push(without_pdf("résumé", &words));
            Ok(resume)
        }
        Err(error) => Err(error.into()),
    }
}

fn without_pdf(what: &str, words: &[String]) -> String {
    let words: Vec<&str> = words.iter().take(8).map(String::as_str).collect();
    format!(
        "There is no PDF of the {what}: our PDF fonts have no letters for {}. The Word file has them all. For a PDF, \
         write them in Latin letters in your profile.",
        words.join(", ")
    )
}

fn without_pictures(kind: DocumentKind, pictures: &[String]) -> String {
    let what = match kind {
        DocumentKind::Resume => "résumé",
        DocumentKind::Letter => "letter",
    };
    let pictures: Vec<&str> = pictures.iter().take(8).map(String::as_str).collect();
    format!(
        "The PDF of the {what} is without {}: our PDF fonts have no such pictures, and employers’ systems rarely read \
         them. The Word file has them.",
        pictures.join(" ")
    )
}

/// The files as they are made.
struct Files<'a> {
    company: &'a str,
    look: &'a DocumentLook,
    files: Vec<GeneratedFile>,
    bytes: Zeroizing<Vec<u8>>,
    notes: Vec<String>,
}

impl<'a> Files<'a> {
    fn new(company: &'a str, look: &'a DocumentLook) -> Self {
        Self {
            company,
            look,
            files: Vec::new(),
            bytes: Zeroizing::new(Vec::new()),
            notes: Vec::new(),
        }
    }

    fn resume(&mut self, content: &ResumeContent) -> Result<(), DocumentError> {
        let document = Document::Resume(content);
        let (name, language) = (&content.name, &content.language);
        self.common(document, DocumentKind::Resume, name, language)?;
        let json = json_resume(content).into_bytes();
        let format = DocumentFormat::JsonResume;
        self.add(
            document,
            DocumentKind::Resume,
            format,
            name,
            language,
            None,
            &json,
        )
    }

    fn letter(&mut self, content: &LetterContent) -> Result<(), DocumentError> {
        let (name, language) = (&content.name, &content.language);
        let document = Document::Letter(content);
        self.common(document, DocumentKind::Letter, name, language)
    }

    /// The files that both kinds of document have.
    fn common(
        &mut self,
        document: Document<'_>,
        kind: DocumentKind,
        name: &str,
        language: &str,
    ) -> Result<(), DocumentError> {
        match pdf(document, self.look) {
            Ok(file) => {
                let (format, pages) = (DocumentFormat::Pdf, Some(file.pages));
                self.add(document, kind, format, name, language, pages, &file.bytes)?;
                let pictures = left_out(document);
                if !pictures.is_empty() {
                    self.notes.push(without_pictures(kind, &pictures));
                }
            }
            Err(RenderError::Script { words }) => {
                if kind == DocumentKind::Letter {
                    self.notes.push(without_pdf("letter", &words));
                }
            }
            Err(error) => return Err(error.into()),
        }
        let word = docx(document, self.look)?;
        self.add(
            document,
            kind,
            DocumentFormat::Docx,
            name,
            language,
            None,
            &word,
        )?;
        let plain = text(document).into_bytes();
        self.add(
            document,
            kind,
            DocumentFormat::Text,
            name,
            language,
            None,
            &plain,
        )
    }

    #[expect(clippy::too_many_arguments, reason = "each is a part of one file")]
    fn add(
        &mut self,
        document: Document<'_>,
        kind: DocumentKind,
        format: DocumentFormat,
        name: &str,
        language: &str,
        pages: Option<u32>,
        file: &[u8],
    ) -> Result<(), DocumentError> {
        self.read_back(document, format, file)?;
        let saved_under = names::download(name, self.company, language, kind, format);
        let file = add_file(&mut self.bytes, kind, format, saved_under, pages, file);
        self.files.push(file);
        Ok(())
    }

    /// Nothing may be lost in a file. What is all there and could be taken for something else is said.
    fn read_back(
        &mut self,
        document: Document<'_>,
        format: DocumentFormat,
        file: &[u8],
    ) -> Result<(), DocumentError> {
        let Err(lost) = round_trip::check(document, format, file) else {
            return Ok(());
        };
        if !lost.words_are_whole() {
            return Err(RenderError::from(lost).into());
        }
        for loss in &lost.losses {
            let note = format!("An employer’s system may misread this: {}.", loss.words());
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        Ok(())
    }
}
