//! The posting that documents are made for: what the request says of it, what was said before, or what is known.

use std::fmt::Debug;

use foothold_core::posting::{JobPosting, of_given};
use foothold_shared::generation::{PostingBrief, PostingInput};
use futures_util::future::BoxFuture;

use super::error::DocumentError;
use crate::ids::AccountId;
use crate::posting_input::given;

/// A posting and its address.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundPosting {
    /// What it says.
    pub posting: JobPosting,
    /// Its address; empty where it has none.
    pub url: String,
}

/// Whoever knows postings by the ids of jobs, and can read pages. `today` is `YYYY-MM-DD`.
pub trait KnownPostings: Debug + Send + Sync {
    /// The posting of a job that this account may see; `None` where there is no such job.
    fn find<'a>(
        &'a self,
        account: &'a AccountId,
        job_id: &'a str,
        today: &'a str,
    ) -> BoxFuture<'a, Result<Option<FoundPosting>, DocumentError>>;

    /// The posting that stands at an address.
    fn at<'a>(
        &'a self,
        url: &'a str,
        today: &'a str,
        now_ms: i64,
    ) -> BoxFuture<'a, Result<FoundPosting, DocumentError>>;
}

/// Whether a request says nothing of a posting but its address.
pub(super) fn is_address_only(input: &PostingInput) -> bool {
    let texts = [&input.title, &input.description, &input.page_text];
    !input.url.is_empty() && texts.iter().all(|text| text.trim().is_empty())
}

/// Reads a posting that a request carries. `today` is `YYYY-MM-DD`.
pub(super) fn read(input: &PostingInput, today: &str) -> Result<FoundPosting, DocumentError> {
    let nothing = [&input.title, &input.description, &input.page_text];
    if nothing.iter().all(|text| text.trim().is_empty()) {
        return Err(DocumentError::PostingMissing);
    }
    let posting = of_given(&given(input), today);
    if posting.title.is_none() {
        return Err(DocumentError::PostingUnclear);
    }
    Ok(FoundPosting {
        posting,
        url: input.url.clone(),
    })
}

/// A posting in short.
pub(super) fn brief(found: &FoundPosting) -> PostingBrief {
    let posting = &found.posting;
    PostingBrief {
        title: posting.title.clone().unwrap_or_default(),
        company: posting.company.clone().unwrap_or_default(),
        location: posting.location.clone().unwrap_or_default(),
        language: posting.language.clone().unwrap_or_default(),
        url: found.url.clone(),
    }
}
