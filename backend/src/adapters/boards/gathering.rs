//! One board, read from its first page to its last, details between.

use std::collections::{HashSet, VecDeque};

use foothold_boards::{
    Answer, Bad, Board, BoardError, Missing, Posting, Request, Source, Terms, first, key, read,
    terms,
};
use futures_util::Stream;
use futures_util::stream::unfold;

use super::{Boards, End, Outcome, Refusal, Since};
use crate::adapters::fetch::{FetchError, Validators};

const DAY_MS: i64 = 86_400_000;

/// What a gathering gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Gathered {
    /// A posting.
    Posting(Box<Posting>),
    /// A posting that is still there and whose details were not wanted: its identity.
    Seen(String),
    /// A posting that could not be read.
    Bad(Bad),
    /// The end, always the last.
    Done(Outcome),
}

/// A board being gathered. Dropping it ends it.
#[derive(Debug)]
pub struct Gathering {
    boards: Boards,
    board: Board,
    since: Since,
    terms: Terms,
    state: State,
    ready: VecDeque<Gathered>,
    details: VecDeque<Request>,
    following: Option<Request>,
    seen: HashSet<String>,
    outcome: Outcome,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Reading,
    Over,
}

impl Gathering {
    pub(super) fn new(boards: Boards, board: Board, since: Since) -> Self {
        let now = boards.clock.now_ms();
        Self {
            terms: terms(board.source),
            outcome: Outcome {
                source: board.source,
                tenant: board.tenant.clone(),
                began_ms: now,
                ended_ms: now,
                requests: 0,
                postings: 0,
                bad: 0,
                without_details: 0,
                held: 0,
                end: End::Read,
                whole: false,
                validators: Validators::default(),
            },
            boards,
            board,
            since,
            state: State::New,
            ready: VecDeque::new(),
            details: VecDeque::new(),
            following: None,
            seen: HashSet::new(),
        }
    }

    /// The next thing; `None` after [`Gathered::Done`].
    pub async fn next(&mut self) -> Option<Gathered> {
        loop {
            if let Some(ready) = self.ready.pop_front() {
                return Some(ready);
            }
            match self.state {
                State::Over => return None,
                State::New => self.begin(),
                State::Reading => self.go_on().await,
            }
        }
    }

    /// The same as a stream.
    pub fn into_stream(self) -> impl Stream<Item = Gathered> {
        unfold(self, |mut gathering| async move {
            let next = gathering.next().await?;
            Some((next, gathering))
        })
    }

    fn begin(&mut self) {
        self.state = State::Reading;
        self.outcome.began_ms = self.boards.clock.now_ms();
        // A source that names a number of calls a day wants them spread over it.
        let daily = self
            .terms
            .per_day
            .map_or(0, |calls| DAY_MS / i64::from(calls.max(1)));
        let until = self
            .since
            .asked_ms
            .map(|asked| asked.saturating_add(daily.max(self.terms.fresh_ms)));
        if let Some(until_ms) = until.filter(|until| *until > self.outcome.began_ms) {
            // The board as we know it stays valid for the next time.
            self.outcome.validators = self.since.validators.clone();
            return self.end(End::TooSoon { until_ms });
        }
        match first(&self.board) {
            Ok(request) => {
                self.outcome.whole = self.terms.whole_list;
                self.following = Some(request);
            }
            Err(error) => {
                let why = match error {
                    BoardError::Tenant => "the board's name is not one of this source",
                    BoardError::NoKey => "this source needs a key",
                    BoardError::Address => "the board's address is not one of the web",
                    BoardError::File => "a file is given, not asked for",
                };
                self.end(End::Failed { why });
            }
        }
    }

    async fn go_on(&mut self) {
        if let Some(request) = self.details.pop_front() {
            return self.detail(request).await;
        }
        match self.following.take() {
            Some(request) => self.page(request).await,
            None => self.end(End::Read),
        }
    }

    async fn page(&mut self, request: Request) {
        let opening = self.outcome.requests == 0;
        let validators = if opening {
            self.since.validators.clone()
        } else {
            Validators::default()
        };
        self.outcome.requests += 1;
        let fetched = match self.boards.ask(&request, validators, &self.terms).await {
            Ok(fetched) => fetched,
            Err(Refusal::Failed(FetchError::Unchanged)) if opening => {
                self.outcome.validators = self.since.validators.clone();
                return self.end(End::Unchanged);
            }
            Err(refusal) => return self.end(refused(refusal, opening)),
        };
        let mut request = request;
        // Relative addresses in the answer belong to where it came from.
        if matches!(
            self.board.source,
            Source::Page | Source::Feed | Source::Stand
        ) {
            request.url.clone_from(&fetched.url);
        }
        let answer = Answer {
            body: &fetched.body,
            at_ms: self.boards.clock.now_ms(),
        };
        let page = read(&self.board, &request, &answer);
        if let Some(why) = page.unread {
            return self.end(End::Failed { why });
        }
        if page.cut {
            self.outcome.whole = false;
        }
        let fresh = self.is_fresh(&page.postings);
        let before = self.seen.len();
        let told = page.count();
        for posting in page.postings {
            self.give(posting);
        }
        for bad in page.bad {
            self.outcome.bad += 1;
            if bad.id.is_empty() {
                // One that nobody can name may be any that is missing.
                self.outcome.whole = false;
            }
            self.seen.insert(bad.id.clone());
            self.ready.push_back(Gathered::Bad(bad));
        }
        for detail in page.details {
            let new = detail
                .about()
                .is_some_and(|id| self.seen.insert(id.to_owned()));
            if new {
                self.details.push_back(detail);
            }
        }
        let single = opening && page.next.is_none();
        if single {
            // Where there are more pages, an unchanged first one says nothing about the others.
            self.outcome.validators = fetched.validators;
        }
        self.following = page.next;
        if told > 0 && self.seen.len() == before && self.following.take().is_some() {
            // The same page again: its paging is broken, and what is behind it is not known.
            self.outcome.whole = false;
        }
        if !fresh {
            self.following = None;
        }
    }

    /// Whether an aggregator's page is worth reading on from.
    fn is_fresh(&self, postings: &[Posting]) -> bool {
        let Some(since) = self.since.posted_ms.filter(|_| !self.terms.whole_list) else {
            return true;
        };
        postings.is_empty()
            || postings
                .iter()
                .any(|posting| posting.posted_ms.is_none_or(|posted| posted >= since))
    }

    async fn detail(&mut self, request: Request) {
        let now = self.boards.clock.now_ms();
        let listed = request.listed(&self.board, now);
        if let (Some(listed), Some(wanted)) = (&listed, &self.since.wanted)
            && !wanted(&key(listed))
        {
            self.ready.push_back(Gathered::Seen(key(listed)));
            return;
        }
        self.outcome.requests += 1;
        match self
            .boards
            .ask(&request, Validators::default(), &self.terms)
            .await
        {
            Ok(fetched) => {
                let answer = Answer {
                    body: &fetched.body,
                    at_ms: self.boards.clock.now_ms(),
                };
                let page = read(&self.board, &request, &answer);
                if page.unread.is_some() {
                    return self.without_details(&request, listed);
                }
                for posting in page.postings {
                    self.put(posting);
                }
                for bad in page.bad {
                    self.outcome.bad += 1;
                    self.ready.push_back(Gathered::Bad(bad));
                }
            }
            // It went between the list and now. At other boards only the list tells: there it is still offered.
            Err(Refusal::Failed(error))
                if error.is_missing() && self.terms.missing == Missing::Gone => {}
            Err(_) => self.without_details(&request, listed),
        }
    }

    /// What the list told of a posting is better than nothing; where that is not enough, it is still there.
    fn without_details(&mut self, request: &Request, listed: Option<Posting>) {
        match listed {
            Some(posting) => {
                self.outcome.without_details += 1;
                self.put(posting);
            }
            None => {
                self.outcome.bad += 1;
                self.ready.push_back(Gathered::Bad(Bad {
                    id: request.about().unwrap_or_default().to_owned(),
                    reason: "its details did not come",
                }));
            }
        }
    }

    fn give(&mut self, posting: Posting) {
        if self.seen.insert(posting.id.clone()) {
            self.put(posting);
        }
    }

    fn put(&mut self, posting: Posting) {
        let shown_from = posting
            .posted_ms
            .map(|posted| posted.saturating_add(self.terms.delay_ms));
        if self.terms.delay_ms > 0
            && shown_from.is_some_and(|from| from > self.boards.clock.now_ms())
        {
            self.outcome.held += 1;
            return;
        }
        self.outcome.postings += 1;
        self.ready.push_back(Gathered::Posting(Box::new(posting)));
    }

    fn end(&mut self, end: End) {
        self.state = State::Over;
        self.outcome.end = end;
        self.outcome.whole &= end == End::Read;
        self.outcome.ended_ms = self.boards.clock.now_ms();
        if !end.is_success() && !matches!(end, End::TooSoon { .. }) {
            self.outcome.validators = Validators::default();
        }
        self.ready.push_back(Gathered::Done(self.outcome.clone()));
    }
}

fn refused(refusal: Refusal, opening: bool) -> End {
    match refusal {
        Refusal::LeftAlone(until_ms) => End::LeftAlone { until_ms },
        Refusal::Failed(error) if opening && error.is_missing() => End::NoBoard,
        Refusal::Failed(error) => End::Failed {
            why: match error {
                FetchError::NotWeb => "the board's address is not one of the web",
                FetchError::NotPublic => "the board's address is not on the public web",
                FetchError::NoHost => "there is no such host",
                FetchError::Redirects => "the board redirects elsewhere",
                FetchError::Unchanged => "the board says that nothing changed, unasked",
                FetchError::Status {
                    status: 401 | 403, ..
                } => "the board does not let us in",
                FetchError::Status {
                    status: 404 | 410, ..
                } => "a page of the list is missing",
                FetchError::Status { status: 429, .. } => "the board asks for patience",
                FetchError::Status { status: 500.., .. } => "the board is not well",
                FetchError::Status { .. } => "the board refuses the request",
                FetchError::TimedOut => "the board did not answer in time",
                FetchError::Unreachable => "the board cannot be reached",
                FetchError::CutOff => "the answer was cut off",
                FetchError::TooLong => "the answer is too long",
                FetchError::Kind => "the answer is of a kind that is not read",
            },
        },
    }
}
