//! Job boards: for each one what to ask it, and what its answers say.
//!
//! board → [`first`] → request → (the caller fetches) → answer → [`read`] → [`Page`]: postings, details, next request
//!
//! # How to use it
//!
//! 1. A board comes from an address that a person pasted ([`recognise`], [`recognise_in`] for a careers page of an
//!    employer's own) or from what is stored ([`Source::named`] and [`Board::new`]).
//! 2. The backend's `adapters::boards` does the asking: it keeps [`terms`], retries, and tells what became of it.
//! 3. Each posting has an identity ([`key`]). The same job at another source shares one of [`same_job_keys`];
//!    [`is_same_job`] decides. [`repost`] tells whether a job came back.
//! 4. What a whole list no longer holds is gone where [`Terms::whole_list`] says so; what a 404 means says
//!    [`Terms::missing`]. [`Posting::expires_ms`] retires by the clock of the caller.
//! 5. Postings of sources with [`Terms::attribution`] are shown with that mark and a link to [`Posting::url`].
//!
//! A file that a person imports is read by [`read_file`].
//!
//! What must not happen here: a network, a clock, chance. A board's answer is hostile until read: bounded, never
//! trusted, and one bad posting in it costs none of the others.

mod board;
mod draft;
mod exchange;
mod identity;
mod loose;
mod posting;
mod readers;
mod recognise;
mod seniority;
mod source;
mod standing;
mod terms;
mod visa;
mod when;
mod xml;

use std::collections::HashSet;

use foothold_core::posting::JobPosting;

pub use board::{Board, BoardError, Key, Wanted};
pub use draft::Draft;
pub use exchange::{Answer, Bad, MAX_ANSWER, MAX_PAGES, MAX_POSTINGS, Page, Part, Request};
/// What a company is kept by: stored with jobs and companies, so it stays the same for every name.
pub use foothold_core::company::key as company_key;
pub use identity::{
    Compared, Repost, is_same_job, key, key_of, may_be_repost, repost, same_job_keys, title_key,
};
pub use posting::{Employment, Pay, Period, Place, Posting, Remote, Seniority, Term, YearlyPay};
pub use recognise::{recognise, recognise_in};
pub use source::Source;
pub use standing::{Standing, own_page, standing};
pub use terms::{Attribution, LONGEST_UNSEEN_MS, Missing, Terms, Unlisted, terms};
pub use visa::{VisaKind, VisaSignal};

/// The posting of a page that was read elsewhere, with the same rules for places, pay and days as every other; `None`
/// where it has no title or `url` is no web address. `id` tells it from the page's other postings.
#[must_use]
pub fn posting_of(read: JobPosting, url: &str, id: &str, now_ms: i64) -> Option<Posting> {
    let board = Board::new(Source::Page, url);
    let draft = readers::draft_of(read, url, id.to_owned())?;
    draft.finish(&board, now_ms).ok()
}

/// The first thing to ask a board.
///
/// # Errors
/// Where the board cannot be asked: see [`BoardError`].
pub fn first(board: &Board) -> Result<Request, BoardError> {
    if terms(board.source).key && board.key.is_none() {
        return Err(BoardError::NoKey);
    }
    readers::of(board.source).first(board)
}

/// Reads the answer to a request of this board. Never fails: what could not be read is in [`Page::bad`] and
/// [`Page::unread`].
#[must_use]
pub fn read(board: &Board, asked: &Request, answer: &Answer<'_>) -> Page {
    let reader = readers::of(board.source);
    let mut page = match &asked.part {
        Part::List { .. } => reader.read(board, asked, answer),
        Part::Detail(listed) => reader.read_detail(board, (**listed).clone(), answer),
    };
    let mut seen = HashSet::new();
    page.postings
        .retain(|posting| seen.insert(posting.id.clone()));
    page.details
        .retain(|request| request.about().is_none_or(|id| seen.insert(id.to_owned())));
    if page.postings.len() > MAX_POSTINGS {
        page.postings.truncate(MAX_POSTINGS);
        page.cut = true;
    }
    if page.details.len() > MAX_POSTINGS {
        page.details.truncate(MAX_POSTINGS);
        page.cut = true;
    }
    page.bad.truncate(1_000);
    if asked.page() + 1 >= MAX_PAGES && page.next.take().is_some() {
        page.cut = true;
    }
    page
}

/// Reads a file that a person imports: [`Source::Csv`] or [`Source::Json`].
#[must_use]
pub fn read_file(board: &Board, bytes: &[u8], at_ms: i64) -> Page {
    let asked = Request::list("", 0);
    read(board, &asked, &Answer { body: bytes, at_ms })
}

#[cfg(test)]
mod tests;
