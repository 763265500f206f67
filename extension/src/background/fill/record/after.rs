//! What becomes of a fill after it: what the fields held when the form was sent, and that it was sent.
//!
//! What must not happen here: a value of a field that the person answers for themselves alone (passwords,
//! self-identification, consent): such fields are never watched.

use super::FillRecord;
use crate::messages::SubmittedView;
use foothold_core::classify::ClassifiedField;
use foothold_core::outcome::WriteResult;
use foothold_core::submission;
use foothold_shared::application::NewApplication;
use foothold_shared::receipt::Submission;

/// The longest value that is kept of one field, in characters.
const LONGEST: usize = 5_000;

/// A document of the fill, and what of it is watched.
pub(crate) struct WatchedDocument<'a> {
    /// The document.
    pub(crate) document_id: &'a str,
    /// Its fields, without those nobody may look at.
    pub(crate) fields: Vec<&'a ClassifiedField>,
}

/// A question of the form, and what Foothold did about it.
pub(crate) struct Asked<'a> {
    /// The frame it is in.
    pub(crate) frame_id: i64,
    /// The question.
    pub(crate) field: &'a ClassifiedField,
    /// What Foothold wrote there and the page kept; empty where it left the field.
    pub(crate) was: &'a str,
    /// The country of the job, where it is known.
    pub(crate) job_country: Option<&'a str>,
}

impl FillRecord {
    /// The receipt's id: what tells one fill from the next.
    pub(crate) fn receipt_id(&self) -> &str {
        &self.receipt_id
    }

    /// The page's address.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// What is watched after the fill, document by document.
    pub(crate) fn watched(&self) -> Vec<WatchedDocument<'_>> {
        let mut documents: Vec<WatchedDocument<'_>> = Vec::new();
        for frame in &self.frames {
            let fields = frame.form.fields.iter();
            let fields = fields.filter(|field| !submission::is_private(field));
            match documents
                .iter_mut()
                .find(|known| known.document_id == frame.document_id)
            {
                Some(known) => known.fields.extend(fields),
                None => documents.push(WatchedDocument {
                    document_id: &frame.document_id,
                    fields: fields.collect(),
                }),
            }
        }
        documents
    }

    /// The question behind a field of a document.
    pub(crate) fn asked(&self, document_id: &str, handle: u32) -> Option<Asked<'_>> {
        let frames = self.frames.iter().rev();
        let mut here = frames.filter(|frame| frame.document_id == document_id);
        here.find_map(|frame| {
            let field = frame.form.fields.iter().find(|f| f.handle == handle)?;
            let done = frame.outcome.fields.iter().find(|f| f.handle == handle);
            let was = done.filter(|done| {
                matches!(
                    done.result,
                    WriteResult::Written | WriteResult::AlreadyThere | WriteResult::KeptDifferent
                )
            });
            Some(Asked {
                frame_id: frame.plan.frame_id,
                field,
                was: was.map(|done| done.kept.as_str()).unwrap_or_default(),
                job_country: self.posting.country.as_deref(),
            })
        })
    }

    /// Takes in what a field held when the form was sent or a step of it was left.
    pub(crate) fn hold(&mut self, document_id: &str, handle: u32, value: &str) {
        let frames = self.frames.iter_mut().rev();
        let mut here = frames.filter(|frame| frame.document_id == document_id);
        let found = here.find(|frame| {
            let mut fields = frame.form.fields.iter();
            fields.any(|field| field.handle == handle && !submission::is_private(field))
        });
        if let Some(frame) = found {
            let value = value.chars().take(LONGEST).collect();
            frame.held.insert(handle, value);
        }
    }

    /// Notes that the application was sent.
    pub(crate) fn close(&mut self, submission: Submission) {
        self.submission = Some(submission);
    }

    /// The application as it is recorded once it was sent.
    pub(crate) fn application(&self) -> Option<NewApplication> {
        let submission = self.submission.as_ref()?;
        let receipt = self.receipt();
        Some(NewApplication {
            receipt_id: Some(receipt.receipt_id),
            page_url: receipt.page_url,
            job_title: receipt.job_title,
            company: receipt.company,
            location: self.posting.location.clone(),
            submitted_at_ms: submission.submitted_at_ms,
            confirmation: submission.confirmation.clone(),
        })
    }

    /// That it was sent, as the popup shows it.
    pub(super) fn submitted(&self) -> Option<SubmittedView> {
        let submission = self.submission.as_ref()?;
        Some(SubmittedView::Sent {
            at_ms: submission.submitted_at_ms,
            confirmation: submission.confirmation.clone(),
        })
    }
}
