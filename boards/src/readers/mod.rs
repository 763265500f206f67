//! One file for each source: what to ask, and what the answer says.
//!
//! What must not happen here: a value that the source does not state; normalising (that is the draft's work).

mod adzuna;
mod arbeitnow;
mod ashby;
mod bamboohr;
mod breezy;
mod csv;
mod feed;
mod greenhouse;
mod hackernews;
mod jobicy;
mod json;
mod lever;
mod page;
mod personio;
mod pinpoint;
mod recruitee;
mod remoteok;
mod remotive;
mod rippling;
mod smartrecruiters;
mod stand;
mod teamtailor;
mod themuse;
mod usajobs;
mod workable;
mod workday;

pub(crate) use workday::detail as workday_detail;

pub(crate) use page::draft_of;
use serde_json::Value;

use crate::exchange::MAX_POSTINGS;
use crate::{Answer, Board, BoardError, Draft, Page, Request, Source, loose};

/// One source.
pub(crate) trait Reader: Sync {
    /// What to ask first.
    fn first(&self, board: &Board) -> Result<Request, BoardError>;

    /// Reads a page of the list.
    fn read(&self, board: &Board, asked: &Request, answer: &Answer<'_>) -> Page;

    /// Reads the rest of a posting. Sources without details are never asked for them.
    fn read_detail(&self, board: &Board, listed: Draft, answer: &Answer<'_>) -> Page {
        let mut page = Page::default();
        page.take(listed, board, answer);
        page
    }
}

/// The reader of a source.
pub(crate) fn of(source: Source) -> &'static dyn Reader {
    match source {
        Source::Greenhouse => &greenhouse::Greenhouse,
        Source::Lever | Source::LeverEu => &lever::Lever,
        Source::Ashby => &ashby::Ashby,
        Source::Smartrecruiters => &smartrecruiters::Smartrecruiters,
        Source::Workable => &workable::Workable,
        Source::Recruitee => &recruitee::Recruitee,
        Source::Personio => &personio::Personio,
        Source::Teamtailor => &teamtailor::Teamtailor,
        Source::Workday => &workday::Workday,
        Source::Rippling => &rippling::Rippling,
        Source::Bamboohr => &bamboohr::Bamboohr,
        Source::Breezy => &breezy::Breezy,
        Source::Pinpoint => &pinpoint::Pinpoint,
        Source::Remotive => &remotive::Remotive,
        Source::Remoteok => &remoteok::Remoteok,
        Source::Arbeitnow => &arbeitnow::Arbeitnow,
        Source::Themuse => &themuse::Themuse,
        Source::Jobicy => &jobicy::Jobicy,
        Source::Hackernews => &hackernews::Hackernews,
        Source::Usajobs => &usajobs::Usajobs,
        Source::Adzuna => &adzuna::Adzuna,
        Source::Feed => &feed::Feed,
        Source::Page => &page::CareersPage,
        Source::Csv => &csv::Csv,
        Source::Json => &json::Json,
        Source::Stand => &stand::Stand,
    }
}

/// Reads each item of a list at a path (the root itself where the path is empty).
fn list(
    board: &Board,
    answer: &Answer<'_>,
    path: &str,
    draft: impl Fn(&Value) -> Option<Draft>,
) -> Page {
    let root = match loose::parse(answer.body) {
        Ok(root) => root,
        Err(why) => return Page::lost(why),
    };
    if !holds_list(&root, path) {
        return Page::lost("the answer holds no list of jobs");
    }
    let mut page = Page::default();
    for item in some(loose::items(&root, path), &mut page) {
        if let Some(draft) = draft(item) {
            page.take(draft, board, answer);
        }
    }
    page
}

/// Whether the root has a list at a path: an error page in JSON has none, an empty board an empty one.
fn holds_list(root: &Value, path: &str) -> bool {
    let found = if path.is_empty() {
        root
    } else {
        loose::at(root, path)
    };
    found.is_array()
}

/// At most as many as are read.
fn some<'v>(items: &'v [Value], page: &mut Page) -> &'v [Value] {
    page.cut |= items.len() > MAX_POSTINGS;
    &items[..items.len().min(MAX_POSTINGS)]
}

/// The whole number of pages further on, where this one was full and the end is not reached.
fn full(held: usize, limit: usize) -> bool {
    held >= limit
}
