//! Postings that need not be sent: those of jobs the server gathered or the person saved, and those of pages it can read.
//!
//! What must not happen here: a request to an address that [`Jobs::page`] would not ask.

use foothold_boards::{Answer, Board, Posting, Source, first, read};
use foothold_core::posting::{Given, JobPosting, of_given};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use super::error::DocumentError;
use super::posting::{FoundPosting, KnownPostings};
use crate::features::jobs::Jobs;
use crate::ids::AccountId;

impl KnownPostings for Jobs {
    fn find<'a>(
        &'a self,
        account: &'a AccountId,
        job_id: &'a str,
        today: &'a str,
    ) -> BoxFuture<'a, Result<Option<FoundPosting>, DocumentError>> {
        async move {
            let posting = self.posting_for(account, job_id).await?;
            Ok(posting.map(|posting| found(&posting, today)))
        }
        .boxed()
    }

    fn at<'a>(
        &'a self,
        url: &'a str,
        today: &'a str,
        now_ms: i64,
    ) -> BoxFuture<'a, Result<FoundPosting, DocumentError>> {
        async move {
            let page = self.page(url).await.map_err(DocumentError::PageUnread)?;
            let (url, today) = (url.to_owned(), today.to_owned());
            let read = move || of_page(&url, &page.body, &today, now_ms);
            tokio::task::spawn_blocking(read)
                .await
                .map_err(|_| DocumentError::Unknown)?
        }
        .boxed()
    }
}

/// The posting of a page: its structured data, else what its text says.
fn of_page(url: &str, body: &[u8], today: &str, at_ms: i64) -> Result<FoundPosting, DocumentError> {
    let board = Board::new(Source::Page, url);
    let data = first(&board)
        .ok()
        .map(|asked| read(&board, &asked, &Answer { body, at_ms }));
    // A page of several postings does not say which is meant.
    if let Some(page) = data
        && let [one] = page.postings.as_slice()
    {
        let mut posting = found(one, today);
        url.clone_into(&mut posting.url);
        return Ok(posting);
    }
    let html = String::from_utf8_lossy(body);
    let posting = of_given(
        &Given {
            url,
            page_text: &html,
            ..Given::default()
        },
        today,
    );
    if posting.title.is_none() {
        return Err(DocumentError::PostingUnclear);
    }
    Ok(FoundPosting {
        posting,
        url: url.to_owned(),
    })
}

fn found(posting: &Posting, today: &str) -> FoundPosting {
    let places: Vec<&str> = posting
        .places
        .iter()
        .map(|place| place.text.as_str())
        .collect();
    let given = Given {
        url: &posting.url,
        title: &posting.title,
        company: posting.company.as_deref().unwrap_or_default(),
        location: &places.join("; "),
        language: posting.language.as_deref().unwrap_or_default(),
        description: &posting.description,
        page_text: "",
    };
    let read = of_given(&given, today);
    let requirements = if posting.requirements.is_empty() {
        read.requirements
    } else {
        posting.requirements.clone()
    };
    FoundPosting {
        posting: JobPosting {
            requirements,
            ..read
        },
        url: posting.url.clone(),
    }
}
