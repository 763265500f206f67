//! Asks job boards, as they want to be asked: [`foothold_boards`] says what, [`super::fetch`] gets it, and here it is said
//! when.
//!
//! [`Boards::gather`] gives the postings of a board one by one and at the end an [`Outcome`]. One host is asked by one
//! request at a time, with the pause its terms name; failures are repeated with growing waits, and a host in bad health
//! is left alone for a while.
//!
//! What must not happen here: reading an answer, storing a posting, a board asked more often than it wants; an answer that
//! was not whole taken for a board that lost its postings.

mod gathering;
mod hosts;
mod outcome;

use std::sync::Arc;

pub use gathering::{Gathered, Gathering};
pub use outcome::{End, Outcome};

use foothold_boards::{Board, Request, Terms};

use super::fetch::{Ask, Fetch, FetchError, Fetched, Patience, Pause, Validators};
use crate::chance::Chance;
use crate::clock::Clock;
use hosts::Hosts;

/// Says of a posting, by its identity, whether its details are wanted.
pub type WantsDetails = Arc<dyn Fn(&str) -> bool + Send + Sync>;

/// What was known before, and what is wanted now.
#[derive(Clone, Default)]
pub struct Since {
    /// When this board was last asked (whatever came of it), epoch milliseconds.
    pub asked_ms: Option<i64>,
    /// What the last [`Outcome`] gave for the next time.
    pub validators: Validators,
    /// Aggregators only: pages with nothing newer than this are not read on.
    pub posted_ms: Option<i64>,
    /// Whether a posting's details are wanted, by its identity ([`foothold_boards::key`]); all are, where nothing is
    /// said. One whose details are not wanted is told as [`Gathered::Seen`].
    pub wanted: Option<WantsDetails>,
}

impl std::fmt::Debug for Since {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Since")
            .field("asked_ms", &self.asked_ms)
            .field("posted_ms", &self.posted_ms)
            .finish_non_exhaustive()
    }
}

/// The boards, reached through one fetcher; cheap to clone, and all clones share what is known of the hosts.
#[derive(Debug, Clone)]
pub struct Boards {
    fetch: Arc<dyn Fetch>,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    pause: Arc<dyn Pause>,
    patience: Patience,
    hosts: Hosts,
}

/// What became of asking for a posting's own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnPage {
    /// It came.
    There(Fetched),
    /// There is no such page (any more).
    Missing,
    /// Nobody answered, or said nothing of it: tells nothing.
    Silent,
}

/// Why a request brought nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Refusal {
    /// It was asked, and failed.
    Failed(FetchError),
    /// The host is left alone until then, epoch milliseconds.
    LeftAlone(i64),
}

impl Boards {
    /// Boards behind a fetcher.
    #[must_use]
    pub fn new(
        fetch: Arc<dyn Fetch>,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        pause: Arc<dyn Pause>,
    ) -> Self {
        Self {
            fetch,
            clock,
            chance,
            pause,
            patience: Patience::default(),
            hosts: Hosts::default(),
        }
    }

    /// Gathers the postings of a board: nothing is asked before the first [`Gathering::next`].
    #[must_use]
    pub fn gather(&self, board: Board, since: Since) -> Gathering {
        Gathering::new(self.clone(), board, since)
    }

    /// A page that a person names, for finding out whose board it shows ([`foothold_boards::recognise_in`]).
    ///
    /// # Errors
    /// See [`FetchError`].
    pub async fn page(&self, url: &str) -> Result<Fetched, FetchError> {
        let ask = Ask {
            timeout_ms: 20_000,
            longest: 4 * 1024 * 1024,
            ..Ask::get(url)
        };
        self.fetch.fetch(&ask).await
    }

    /// The own page of a posting ([`foothold_boards::own_page`]), asked for as the source's terms say.
    pub async fn own_page(&self, request: &Request, terms: &Terms) -> OwnPage {
        match self.ask(request, Validators::default(), terms).await {
            Ok(page) => OwnPage::There(page),
            Err(Refusal::Failed(FetchError::Status {
                status: 404 | 410, ..
            })) => OwnPage::Missing,
            Err(_) => OwnPage::Silent,
        }
    }

    /// Asks with patience: one at a time for each host, no sooner than the terms say, again where that may help.
    async fn ask(
        &self,
        request: &Request,
        validators: Validators,
        terms: &Terms,
    ) -> Result<Fetched, Refusal> {
        let ask = Ask {
            url: request.url.clone(),
            body: request.body.clone(),
            headers: request.headers.clone(),
            validators,
            timeout_ms: terms.timeout_ms,
            longest: foothold_boards::MAX_ANSWER,
        };
        let host = self.hosts.of(&request.url);
        let mut host = host.lock().await;
        let mut failed = 0;
        loop {
            let now = self.clock.now_ms();
            if let Some(until) = host.breaker.closed_until(now) {
                return Err(Refusal::LeftAlone(until));
            }
            let due = host.asked_ms.map_or(now, |asked| {
                asked.saturating_add(i64::try_from(terms.gap_ms).unwrap_or(i64::MAX))
            });
            if let Ok(wait) = u64::try_from(due.saturating_sub(now))
                && wait > 0
            {
                self.pause.pause(wait).await;
            }
            let result = self.fetch.fetch(&ask).await;
            let now = self.clock.now_ms();
            host.asked_ms = Some(now);
            let error = match result {
                Ok(fetched) => {
                    host.breaker.succeeded();
                    return Ok(fetched);
                }
                Err(error) => error,
            };
            if !error.may_pass() {
                // The host is well, only what was asked for is not to be had.
                if matches!(error, FetchError::Status { .. } | FetchError::Unchanged) {
                    host.breaker.succeeded();
                }
                return Err(Refusal::Failed(error));
            }
            host.breaker.failed(now);
            failed += 1;
            let asked_ms = match error {
                FetchError::Status { retry_after_ms, .. } => retry_after_ms,
                _ => None,
            };
            match self.patience.wait_ms(failed, asked_ms, &*self.chance) {
                Some(wait) => self.pause.pause(wait).await,
                None => {
                    if let Some(asked) = asked_ms {
                        // A day at most: a broken clock there must not lose the board here.
                        let asked = i64::try_from(asked.min(86_400_000)).unwrap_or_default();
                        let until = now.saturating_add(asked);
                        host.breaker.asked(until);
                        return Err(Refusal::LeftAlone(until));
                    }
                    return Err(Refusal::Failed(error));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
