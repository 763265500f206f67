//! What is asked, what came back, and what was read out of it.

use std::fmt;

use crate::draft::Draft;
use crate::{Board, Posting};

/// The longest answer that is read.
pub const MAX_ANSWER: usize = 16 * 1024 * 1024;
/// At most this many postings are read out of one answer.
pub const MAX_POSTINGS: usize = 20_000;
/// At most this many pages of one list are asked for, whatever the board says of its length.
pub const MAX_PAGES: u32 = 200;

/// One request to a board.
#[derive(Clone, PartialEq)]
pub struct Request {
    /// The whole address. May hold a key: it is not for logs.
    pub url: String,
    /// Set where it is a POST: the JSON to send.
    pub body: Option<String>,
    /// Headers beside the usual ones. May hold a key.
    pub headers: Vec<(&'static str, String)>,
    /// What is asked for: handed back to the reader with the answer.
    pub part: Part,
}

/// What a request asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A page of the list, from 0.
    List {
        /// Which.
        page: u32,
    },
    /// The rest of one posting that the list told of.
    Detail(Box<Draft>),
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What stands behind the question mark may be a key or what a person looks for.
        let shown = self.url.split(['?', '#']).next().unwrap_or_default();
        write!(f, "Request({shown})")
    }
}

impl Request {
    /// Asks for a page of the list.
    pub(crate) fn list(url: impl Into<String>, page: u32) -> Self {
        Self {
            url: url.into(),
            body: None,
            headers: Vec::new(),
            part: Part::List { page },
        }
    }

    /// Asks for the rest of a posting.
    pub(crate) fn detail(url: impl Into<String>, listed: Draft) -> Self {
        Self {
            part: Part::Detail(Box::new(listed)),
            ..Self::list(url, 0)
        }
    }

    /// The posting as far as the list told of it, for a detail that did not come or is not wanted.
    #[must_use]
    pub fn listed(&self, board: &Board, now_ms: i64) -> Option<Posting> {
        match &self.part {
            Part::Detail(draft) => draft.clone().finish(board, now_ms).ok(),
            Part::List { .. } => None,
        }
    }

    /// Which posting the detail is of, by the source's own id.
    #[must_use]
    pub fn about(&self) -> Option<&str> {
        match &self.part {
            Part::Detail(draft) => Some(&draft.id),
            Part::List { .. } => None,
        }
    }

    /// The number of the page asked for.
    pub(crate) fn page(&self) -> u32 {
        match self.part {
            Part::List { page } => page,
            Part::Detail(_) => 0,
        }
    }
}

/// An answer with a good status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<'a> {
    /// The body, decompressed.
    pub body: &'a [u8],
    /// When it came, epoch milliseconds: for "posted 3 days ago".
    pub at_ms: i64,
}

/// What one answer held.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Page {
    /// The postings that are whole.
    pub postings: Vec<Posting>,
    /// Postings that need another request each ([`Request::listed`] has what is known without).
    pub details: Vec<Request>,
    /// The next page of the list.
    pub next: Option<Request>,
    /// Postings that could not be read, each with the reason.
    pub bad: Vec<Bad>,
    /// Set where the answer as a whole could not be read: nothing follows from what it lacks.
    pub unread: Option<&'static str>,
    /// Something was left out on purpose (a limit was reached): the list is not whole.
    pub cut: bool,
}

impl Page {
    /// An answer that could not be read.
    pub(crate) fn lost(why: &'static str) -> Self {
        Self {
            unread: Some(why),
            ..Self::default()
        }
    }

    /// Adds a posting, or the reason why it is none.
    pub(crate) fn take(&mut self, draft: Draft, board: &Board, answer: &Answer<'_>) {
        let id = draft.id.clone();
        match draft.finish(board, answer.at_ms) {
            Ok(posting)
                if self
                    .postings
                    .iter()
                    .rev()
                    .take(50)
                    .any(|p| p.id == posting.id) => {}
            Ok(posting) => self.postings.push(posting),
            Err(reason) => self.bad.push(Bad { id, reason }),
        }
    }

    /// [`take`](Self::take) for a file: what cannot be read is told by its place in the file, such as "row 3".
    pub(crate) fn take_at(
        &mut self,
        place: String,
        draft: Draft,
        board: &Board,
        answer: &Answer<'_>,
    ) {
        let (bad, is_nameless) = (self.bad.len(), draft.id.is_empty() && draft.url.is_empty());
        self.take(draft, board, answer);
        let Some(bad) = self.bad.get_mut(bad) else {
            return;
        };
        bad.id = match bad.id.as_str() {
            "" => place,
            id => format!("{place}, {id}"),
        };
        // In a file the address is what tells one posting from another.
        if is_nameless {
            bad.reason = "it has no web address";
        }
    }

    /// Adds a posting that needs another request, unless it could not be one anyway.
    pub(crate) fn ask(&mut self, request: Request) {
        self.details.push(request);
    }

    /// How many items of the list it told of.
    #[must_use]
    pub fn count(&self) -> usize {
        self.postings.len() + self.details.len() + self.bad.len()
    }
}

/// A posting that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bad {
    /// Its id, as far as it has one.
    pub id: String,
    /// Why.
    pub reason: &'static str,
}
