//! The open jobs, read once for all people: what each asks for, and which jobs name a title's family or a skill.
//!
//! The shelf holds so many of the newest jobs and no more. It is brought up to date by what came, changed and closed
//! since: that costs as much as there is of it, not as much as the shelf holds. A search works on the shelf as it was
//! when it began.
//! What must not happen here: anything about a person that outlives a search.

mod best;
mod part;
mod refill;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use foothold_matching::demands::Demands;
use tokio::sync::Mutex;

pub(super) use part::Entry;
use part::Part;

use super::error::MatchError;
use crate::features::jobs::{Jobs, JobsAt};

/// The most jobs that are compared with people: about four kilobytes each.
const MOST: usize = 100_000;
/// The shelf is looked through for what is new after this time.
const FRESH_MS: i64 = 60_000;
/// Parts that are smaller together are made one at once, larger ones when nobody waits.
const SMALL: usize = 2_000;
/// What is not in the first part, or is crossed out in it, may be so much of it: one of this.
const ASIDE: usize = 8;

/// The jobs as they were at one time.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// The first is the largest and oldest by far.
    parts: Vec<Part>,
}

impl Shelf {
    pub(super) fn len(&self) -> usize {
        self.parts.iter().map(Part::live).sum()
    }

    /// What the jobs ask for, the newest first.
    pub(super) fn demands(&self) -> impl Iterator<Item = &Demands> {
        let mut entries: Vec<&Arc<Entry>> = self.parts.iter().flat_map(Part::entries).collect();
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.job_no));
        entries.into_iter().map(|entry| &*entry.demands)
    }

    pub(super) fn find(&self, job_id: &str) -> Option<&Arc<Entry>> {
        self.parts
            .iter()
            .find_map(|part| part.entry(part.place(job_id)?))
    }

    fn numbered(&self, job_no: i64) -> Option<&Arc<Entry>> {
        self.parts.iter().find_map(|part| part.numbered(job_no))
    }

    fn numbers(&self) -> impl Iterator<Item = i64> {
        let heads = self.parts.iter().flat_map(Part::heads);
        heads.map(|(_, head)| head.job_no)
    }

    /// The shelf without what is older than one number, without the jobs of these numbers, and with these entries.
    fn with(&self, floor: i64, gone: &[i64], new: Vec<Arc<Entry>>) -> Self {
        let mut parts: Vec<Part> = self
            .parts
            .iter()
            .map(|part| part.without(floor, gone))
            .filter(|part| part.live() > 0)
            .collect();
        if !new.is_empty() {
            parts.push(Part::new(new));
        }
        while let [.., one, other] = parts.as_slice()
            && one.live() + other.live() <= SMALL
        {
            let both = Part::new(one.entries().chain(other.entries()).cloned().collect());
            parts.truncate(parts.len() - 2);
            parts.push(both);
        }
        Self { parts }
    }

    /// The same jobs in one part, where too many are beside the first or crossed out in it.
    fn tidied(&self) -> Option<Self> {
        let first = self.parts.first()?;
        let aside = self.len() - first.live() + first.all() - first.live();
        (aside > first.all() / ASIDE).then(|| Self {
            parts: vec![Part::new(
                self.parts.iter().flat_map(Part::entries).cloned().collect(),
            )],
        })
    }
}

/// As of when the shelf is.
#[derive(Debug, Clone, Copy)]
struct Read {
    at_ms: i64,
    /// What had come and changed.
    jobs: JobsAt,
    /// Every open job from this number on is on it.
    floor: i64,
}

/// The shelf of this process.
#[derive(Debug)]
pub(super) struct Shelves {
    /// How many jobs it holds.
    most: usize,
    now: RwLock<Arc<Shelf>>,
    /// Held while the shelf is brought up to date, so that it is done once.
    read: Mutex<Option<Read>>,
    looked: AtomicI64,
    total: AtomicI64,
}

impl Default for Shelves {
    fn default() -> Self {
        Self::holding(MOST)
    }
}

impl Shelves {
    fn holding(most: usize) -> Self {
        Self {
            most,
            now: RwLock::default(),
            read: Mutex::default(),
            looked: AtomicI64::default(),
            total: AtomicI64::default(),
        }
    }

    /// The shelf as it is.
    pub(super) fn now(&self) -> Arc<Shelf> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn put(&self, shelf: Shelf) {
        *self.now.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shelf);
    }

    /// How many jobs were looked at of how many, while the shelf is brought up to date.
    pub(super) fn progress(&self) -> (i64, i64) {
        (
            self.looked.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    fn tell(&self, looked: usize, total: usize) {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.looked.store(count(looked), Ordering::Relaxed);
        self.total.store(count(total), Ordering::Relaxed);
    }

    /// The shelf, brought up to date: not long ago, and not before `asked_at_ms`. Who asks for a search has often just
    /// brought the jobs that it should find.
    pub(super) async fn fresh(
        &self,
        jobs: &Jobs,
        now_ms: i64,
        asked_at_ms: i64,
    ) -> Result<Arc<Shelf>, MatchError> {
        let mut read = self.read.lock().await;
        let is_fresh =
            |at_ms: i64| at_ms >= asked_at_ms && (at_ms..at_ms + FRESH_MS).contains(&now_ms);
        if !read.is_some_and(|read| is_fresh(read.at_ms)) {
            *read = Some(self.refill(jobs, *read, now_ms).await?);
        }
        Ok(self.now())
    }

    /// Puts the jobs in better order where too many lie aside; nobody waits for it but the next who brings some.
    pub(super) async fn tidy(&self) -> Result<(), MatchError> {
        let _held = self.read.lock().await;
        let shelf = self.now();
        let tidied = tokio::task::spawn_blocking(move || shelf.tidied()).await;
        if let Some(tidied) = tidied.map_err(|_| MatchError::Ended)? {
            self.put(tidied);
        }
        Ok(())
    }
}
