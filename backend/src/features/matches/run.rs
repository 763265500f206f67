//! Searching matches: on demand and every day, as tasks with leases.
//!
//! due → claim (a lease) → shelf → best → explain → one transaction: the matches replaced and the task ended
//!
//! A server that is ended in between has written nothing; the task is claimed again when its lease has run out, and a
//! result that comes after that is not kept.

use std::collections::HashMap;
use std::sync::Arc;

use foothold_matching::terms::Known;
use foothold_shared::matching::{JobPreferences, MatchRunState, MatchRunView, MatchScore};
use rayon::prelude::*;
use tokio::task::spawn_blocking;

use super::error::MatchError;
use super::packing::Packer;
use super::sealing;
use super::second_look::{Contents, with_look};
use super::seeker::{Seeker, Thumb};
use super::service::Matches;
use super::shelf::{Entry, Shelf};
use super::store::runs::{Ended, RunRow};
use super::store::{self, MatchRow};
use super::{posting, view};
use crate::ids::AccountId;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How long one person's search may take before it may be begun again: it takes milliseconds.
const LEASE_MS: i64 = 2 * 60_000;
/// A search that broke off is tried again after five minutes, then ten, at last a day.
const RETRY_MS: i64 = 5 * 60_000;
/// How many matches are kept for a person.
const KEPT: usize = 200;
/// How many accounts are added at once to those that are matched daily.
const AT_A_TIME: i64 = 500;

impl Matches {
    /// Asks for a search now.
    pub(super) async fn ask(&self, account: &AccountId) -> Result<MatchRunView, MatchError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        store::runs::ask(&mut tx.conn(), account, now_ms).await?;
        tx.commit().await?;
        self.asked.notify_one();
        self.progress(account).await
    }

    /// How far the search is.
    pub(super) async fn progress(&self, account: &AccountId) -> Result<MatchRunView, MatchError> {
        let row = store::runs::find(&mut self.db.read().await?.conn(), account).await?;
        Ok(row.map_or_else(MatchRunView::default, |row| {
            run_view(&row, self.shelves.progress())
        }))
    }

    /// Reads the jobs that people are compared with, so that the first who asks after a start does not wait for it.
    ///
    /// # Errors
    /// When the database fails; then the first search reads them.
    pub async fn prepare(&self) -> Result<(), MatchError> {
        let now_ms = self.clock.now_ms();
        self.shelves.fresh(&self.jobs, now_ms, 0).await.map(drop)
    }

    /// Waits until somebody on this server asks for a search.
    pub async fn until_asked(&self) {
        self.asked.notified().await;
    }

    /// Waits until a search of this server has ended.
    pub async fn until_searched(&self) {
        self.to_look_at.notified().await;
    }

    /// Adds everybody who has a profile to those that are matched every day; how many have one.
    ///
    /// # Errors
    /// When the database fails; who was added stays.
    pub async fn enrol(&self) -> Result<u64, MatchError> {
        let mut after = String::new();
        let mut count = 0;
        loop {
            let accounts = self.profiles.list_accounts(&after, AT_A_TIME).await?;
            let Some(last) = accounts.last() else {
                return Ok(count);
            };
            last.as_str().clone_into(&mut after);
            let now_ms = self.clock.now_ms();
            let mut tx = self.db.begin().await?;
            for account in &accounts {
                store::runs::enrol(&mut tx.conn(), account, now_ms).await?;
            }
            tx.commit().await?;
            count += accounts.len() as u64;
        }
    }

    /// Does every search that is due, two at a time; how many were done.
    ///
    /// # Errors
    /// When the database fails; the searches that were under way are done again when their leases have run out.
    pub async fn run_due(&self) -> Result<u64, MatchError> {
        let now_ms = self.clock.now_ms();
        let last = store::runs::last_due(&mut self.db.read().await?.conn(), now_ms).await?;
        let Some(asked_at_ms) = last else {
            return Ok(0);
        };
        // Before any lease is taken: reading many new jobs may take a minute.
        self.shelves.fresh(&self.jobs, now_ms, asked_at_ms).await?;
        let (one, other) = futures_util::future::try_join(self.drain(), self.drain()).await?;
        self.shelves.tidy().await?;
        Ok(one + other)
    }

    async fn drain(&self) -> Result<u64, MatchError> {
        let mut done = 0;
        loop {
            let now_ms = self.clock.now_ms();
            let until_ms = now_ms + LEASE_MS;
            let mut tx = self.db.begin().await?;
            let claimed = store::runs::claim(&mut tx.conn(), now_ms, until_ms).await?;
            tx.commit().await?;
            let Some((account, asked_at_ms)) = claimed else {
                return Ok(done);
            };
            let shelf = self.shelves.fresh(&self.jobs, now_ms, asked_at_ms).await?;
            match self.run(&account, &shelf, until_ms, asked_at_ms).await {
                Ok(()) => done += 1,
                Err(MatchError::Database(error)) => return Err(error.into()),
                Err(error) => {
                    tracing::warn!(cause = %error, "a search for matches broke off; it is tried again");
                    self.give_up(&account, until_ms).await?;
                }
            }
        }
    }

    async fn give_up(&self, account: &AccountId, until_ms: i64) -> Result<(), MatchError> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let failures = store::runs::find(conn, account)
            .await?
            .map_or(0, |row| row.failures);
        let wait_ms = RETRY_MS
            .saturating_mul(1 << failures.clamp(0, 10))
            .min(DAY_MS);
        let next_at_ms = self.clock.now_ms() + wait_ms;
        store::runs::fail(conn, account, until_ms, next_at_ms).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn run(
        &self,
        account: &AccountId,
        shelf: &Arc<Shelf>,
        leased_until_ms: i64,
        asked_at_ms: i64,
    ) -> Result<(), MatchError> {
        let seeking = self.seeking(account, shelf).await?;
        let looks = self.looks_of(account).await?;
        let (now_ms, today) = (self.clock.now_ms(), self.today());
        let searched = Arc::clone(shelf);
        let best = spawn_blocking(move || {
            let contents = (!looks.is_empty()).then(|| Contents::of(&seeking.profile));
            let seeker = seeking.seeker(today, now_ms);
            searched
                .best(&seeker, KEPT)
                .into_par_iter()
                .map(|entry| {
                    let found = view::score(&seeker.explain(&entry.demands, &entry.industry));
                    let look = looks.get(&*entry.job_id).filter(|look| {
                        contents
                            .as_ref()
                            .is_some_and(|contents| contents.is_of(look, entry.hash()))
                    });
                    let score = match look {
                        Some(look) => with_look(found, look),
                        None => found,
                    };
                    (entry, score)
                })
                .collect::<Vec<_>>()
        })
        .await
        .map_err(|_| MatchError::Ended)?;
        let best = self.with_known_nearness(account, best).await?;
        let rows = self.rows(account, best, now_ms).await?;

        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let ended = Ended {
            leased_until_ms,
            asked_at_ms,
            next_at_ms: now_ms + DAY_MS,
            postings: i64::try_from(shelf.len()).unwrap_or(i64::MAX),
            found: i64::try_from(rows.len()).unwrap_or(i64::MAX),
        };
        if !store::runs::finish(conn, account, &ended, now_ms).await? {
            // Somebody else has taken it over: theirs is the result.
            return Ok(());
        }
        store::delete_all(conn, account).await?;
        store::insert(conn, account, &rows).await?;
        store::looks::delete_others(conn, account).await?;
        if self.asks_models() {
            store::looks::ask(conn, account, now_ms).await?;
        }
        tx.commit().await?;
        self.to_look_at.notify_one();
        Ok(())
    }
}

impl Matches {
    /// Matches as they are kept, sealed before anything is locked. One that was found before keeps its id and its time.
    async fn rows(
        &self,
        account: &AccountId,
        best: Vec<(Arc<Entry>, MatchScore)>,
        now_ms: i64,
    ) -> Result<Vec<MatchRow>, MatchError> {
        let found = store::list_found(&mut self.db.read().await?.conn(), account).await?;
        let (keyring, ids) = (self.keyring.clone(), Arc::clone(&self.ids));
        let rows = spawn_blocking(move || {
            let found: HashMap<String, (String, i64)> = found
                .into_iter()
                .map(|(job_id, match_id, at_ms)| (job_id, (match_id, at_ms)))
                .collect();
            best.into_par_iter()
                .map_init(Packer::default, |packer, (entry, score)| {
                    let (match_id, matched_at_ms) = found
                        .get(&*entry.job_id)
                        .cloned()
                        .unwrap_or_else(|| (ids.next(), now_ms));
                    MatchRow {
                        why_sealed: sealing::seal_with(
                            packer,
                            &keyring,
                            &sealing::WHY,
                            &match_id,
                            &score,
                        ),
                        match_id,
                        job_id: entry.job_id.to_string(),
                        job_no: entry.job_no,
                        score: tenths(score.score),
                        knocked: i64::from(!score.knockouts.is_empty()),
                        remote: entry.remote.to_owned(),
                        country: entry.country.clone(),
                        posted_at_ms: entry.posted_at_ms,
                        matched_at_ms,
                    }
                })
                .collect()
        });
        rows.await.map_err(|_| MatchError::Ended)
    }
}

/// A score in tenths, as it is sorted by.
#[expect(clippy::cast_possible_truncation, reason = "a score is 0 to 100")]
pub(super) fn tenths(score: f64) -> i64 {
    (score * 10.0).round() as i64
}

/// What a search needs of a person, before it is made ready away from the threads that serve requests.
pub(super) struct Seeking {
    pub(super) profile: foothold_shared::profile::Profile,
    pub(super) preferences: JobPreferences,
    pub(super) thumbs: Vec<ThumbOn>,
    pub(super) terms: Arc<Known>,
    pub(super) out: std::collections::HashSet<String>,
}

/// A thumb and the job that it is on, which may have left the shelf.
pub(super) enum ThumbOn {
    Shelf(foothold_shared::matching::MatchFeedback, Arc<Entry>),
    Posting(
        foothold_shared::matching::MatchFeedback,
        Box<foothold_boards::Posting>,
    ),
}

impl Seeking {
    pub(super) fn seeker(self, today: String, now_ms: i64) -> Seeker {
        let thumbs: Vec<Thumb> = self
            .thumbs
            .into_iter()
            .map(|thumb| match thumb {
                ThumbOn::Shelf(feedback, entry) => Thumb {
                    feedback,
                    demands: Arc::clone(&entry.demands),
                },
                ThumbOn::Posting(feedback, known) => Thumb {
                    feedback,
                    demands: Arc::new(foothold_matching::demands::of(&posting::read(&known))),
                },
            })
            .collect();
        let mut seeker = Seeker::new(&self.profile, &self.preferences, &thumbs, today);
        seeker.out = self.out;
        seeker.terms = self.terms;
        if let Some(days) = self.preferences.posted_days {
            seeker.posted_since_ms = now_ms - i64::from(days) * DAY_MS;
        }
        seeker
    }
}

fn run_view(row: &RunRow, (looked, total): (i64, i64)) -> MatchRunView {
    let state = match row.state.as_str() {
        "waiting" => MatchRunState::Waiting,
        "running" => MatchRunState::Running,
        "failed" => MatchRunState::Failed,
        _ => MatchRunState::Done,
    };
    let (looked, postings) = match state {
        MatchRunState::Waiting | MatchRunState::Running => (looked, total),
        _ => (row.postings, row.postings),
    };
    MatchRunView {
        state,
        asked_at_ms: Some(row.asked_at_ms),
        ended_at_ms: row.ended_at_ms,
        postings,
        looked,
        found: row.found,
        next_at_ms: Some(row.next_at_ms),
    }
}
