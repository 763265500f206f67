//! The open jobs, read once for all people: what each asks for, and which jobs name a title's family or a skill.
//!
//! The shelf holds so many of the newest jobs and no more. It is brought up to date by number and hash: only what is new
//! or has changed is read. A search works on the shelf as it was when it began.
//! What must not happen here: anything about a person that outlives a search.

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use foothold_matching::demands::{self, Demands};
use foothold_matching::score::numbers;
use foothold_matching::vocabulary::{
    FamilyId, SkillId, SkillKind, Titles, family_nearness, is_general, kind,
};
use tokio::sync::Mutex;

use super::error::MatchError;
use super::posting;
use super::seeker::Seeker;
use crate::features::jobs::{Jobs, OpenJob, OpenMark};

/// The most jobs that are compared with people: about four kilobytes each.
const MOST: i64 = 100_000;
/// Older ones are left to the search.
const MOST_DAYS: i64 = 90;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How many numbers, and how many postings, are read at once.
const NUMBERS: i64 = 10_000;
const POSTINGS: usize = 250;
/// The shelf is looked through for what is new after this time.
const FRESH_MS: i64 = 60_000;

/// The most jobs of one person that are scored.
const CANDIDATES: usize = 1_500;
/// Families that are less near do not make a candidate.
const NEAR: f32 = 0.3;
/// How much a title makes a candidate, beside all skills together.
const BY_TITLE: f32 = 1.5;
/// Below this a job is none of a person's matches.
const LEAST: f32 = 15.0;

/// A job on the shelf.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) job_no: i64,
    pub(super) job_id: String,
    pub(super) demands: Arc<Demands>,
    pub(super) industry: String,
    pub(super) remote: &'static str,
    pub(super) country: String,
    pub(super) posted_at_ms: i64,
    source: &'static str,
    hash: String,
}

impl Entry {
    /// The hash of its posting.
    pub(super) fn hash(&self) -> &str {
        &self.hash
    }
}

/// The jobs as they were at one time.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// Newest first.
    entries: Vec<Arc<Entry>>,
    families: HashMap<FamilyId, Vec<(u32, f32)>>,
    skills: HashMap<SkillId, Vec<(u32, f32)>>,
    by_id: HashMap<String, u32>,
}

impl Shelf {
    fn new(mut entries: Vec<Arc<Entry>>) -> Self {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.job_no));
        let mut shelf = Self::default();
        for (at, entry) in (0_u32..).zip(&entries) {
            for (family, share) in &entry.demands.titles.families {
                shelf
                    .families
                    .entry(*family)
                    .or_default()
                    .push((at, *share));
            }
            for (skill, weight) in &entry.demands.skills {
                if kind(*skill) != SkillKind::Soft {
                    shelf.skills.entry(*skill).or_default().push((at, *weight));
                }
            }
            shelf.by_id.insert(entry.job_id.clone(), at);
        }
        shelf.entries = entries;
        shelf
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What the jobs ask for, the newest first.
    pub(super) fn demands(&self) -> impl Iterator<Item = &Demands> {
        self.entries.iter().map(|entry| &*entry.demands)
    }

    pub(super) fn find(&self, job_id: &str) -> Option<&Arc<Entry>> {
        let at = self.by_id.get(job_id)?;
        self.entries.get(usize::try_from(*at).ok()?)
    }

    /// The jobs that fit a person best, best first, at most `count`.
    pub(super) fn best(&self, seeker: &Seeker, count: usize) -> Vec<Arc<Entry>> {
        let mut scored: Vec<(f32, &Arc<Entry>)> = self
            .candidates(seeker)
            .into_iter()
            .filter(|entry| {
                seeker
                    .wishes
                    .against(&entry.demands, &entry.industry)
                    .is_none()
            })
            .map(|entry| {
                let found = numbers(
                    &seeker.person,
                    &entry.demands,
                    &seeker.wishes,
                    &seeker.learned,
                    &seeker.today,
                );
                (found.score, entry)
            })
            .filter(|(score, _)| *score >= LEAST)
            .collect();
        scored.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(b.job_no.cmp(&a.job_no)));
        scored.truncate(count);
        scored
            .into_iter()
            .map(|(_, entry)| Arc::clone(entry))
            .collect()
    }

    /// The jobs that share most with a person, by titles and skills alone.
    fn candidates(&self, seeker: &Seeker) -> Vec<&Arc<Entry>> {
        let mut shares = vec![0.0_f32; self.entries.len()];
        let mut add = |list: &[(u32, f32)], worth: f32| {
            for (at, weight) in list {
                if let Some(share) = usize::try_from(*at).ok().and_then(|at| shares.get_mut(at)) {
                    *share += weight * worth;
                }
            }
        };
        let titles = titles_of(seeker);
        for (family, list) in &self.families {
            let near = titles
                .iter()
                .flat_map(|titles| &titles.families)
                .filter(|(mine, _)| !is_general(*mine) || mine == family)
                .map(|(mine, _)| family_nearness(*mine, *family))
                .fold(0.0, f32::max);
            if near >= NEAR {
                add(list, near * BY_TITLE);
            }
        }
        for (skill, list) in &self.skills {
            let worth = seeker.person.worth(*skill);
            if worth > 0.0 {
                add(list, worth);
            }
        }
        let mut found: Vec<(f32, &Arc<Entry>)> = shares
            .into_iter()
            .zip(&self.entries)
            .filter(|(share, entry)| {
                *share > 0.0
                    && entry.posted_at_ms >= seeker.posted_since_ms
                    && (seeker.platforms.is_empty()
                        || seeker.platforms.iter().any(|name| name == entry.source))
                    && !seeker.out.contains(&entry.job_id)
            })
            .collect();
        if found.len() > CANDIDATES {
            let order = |one: &(f32, &Arc<Entry>), other: &(f32, &Arc<Entry>)| {
                other
                    .0
                    .total_cmp(&one.0)
                    .then(other.1.job_no.cmp(&one.1.job_no))
            };
            found.select_nth_unstable_by(CANDIDATES, order);
            found.truncate(CANDIDATES);
        }
        found.into_iter().map(|(_, entry)| entry).collect()
    }
}

/// All titles that say something about what the person does or looks for.
fn titles_of(seeker: &Seeker) -> Vec<&Titles> {
    let person = &seeker.person;
    person
        .jobs
        .iter()
        .map(|job| &job.titles)
        .chain(&person.said)
        .chain([&person.headline])
        .chain(&seeker.wishes.titles)
        .collect()
}

/// The shelf of this process.
#[derive(Debug, Default)]
pub(super) struct Shelves {
    now: RwLock<Arc<Shelf>>,
    /// When it was brought up to date; held while that is done, so that it is done once.
    at_ms: Mutex<Option<i64>>,
    looked: AtomicI64,
    total: AtomicI64,
}

impl Shelves {
    /// The shelf as it is.
    pub(super) fn now(&self) -> Arc<Shelf> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// How many jobs were looked at of how many, while the shelf is brought up to date.
    pub(super) fn progress(&self) -> (i64, i64) {
        (
            self.looked.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    /// The shelf, brought up to date: not long ago, and not before `asked_at_ms`. Who asks for a search has often just
    /// brought the jobs that it should find.
    pub(super) async fn fresh(
        &self,
        jobs: &Jobs,
        now_ms: i64,
        asked_at_ms: i64,
    ) -> Result<Arc<Shelf>, MatchError> {
        let mut at_ms = self.at_ms.lock().await;
        let is_fresh =
            |at_ms: i64| at_ms >= asked_at_ms && (at_ms..at_ms + FRESH_MS).contains(&now_ms);
        if at_ms.is_some_and(is_fresh) {
            return Ok(self.now());
        }
        let marks = marks(jobs, now_ms).await?;
        let old = self.now();
        let known: HashMap<i64, &Arc<Entry>> = old
            .entries
            .iter()
            .map(|entry| (entry.job_no, entry))
            .collect();
        let (mut kept, mut unread) = (Vec::with_capacity(marks.len()), Vec::new());
        for mark in marks {
            match known.get(&mark.job_no) {
                Some(entry) if entry.hash == mark.hash => kept.push(Arc::clone(entry)),
                _ => unread.push(mark),
            }
        }
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        self.looked.store(count(kept.len()), Ordering::Relaxed);
        self.total
            .store(count(kept.len() + unread.len()), Ordering::Relaxed);
        if !unread.is_empty() || kept.len() != old.len() {
            for marks in unread.chunks(POSTINGS) {
                let numbers: Vec<i64> = marks.iter().map(|mark| mark.job_no).collect();
                let read = jobs.read_open(&numbers).await?;
                let hashes: HashMap<i64, String> = marks
                    .iter()
                    .map(|mark| (mark.job_no, mark.hash.clone()))
                    .collect();
                let made = tokio::task::spawn_blocking(move || entries(read, &hashes))
                    .await
                    .map_err(|_| MatchError::Ended)?;
                kept.extend(made);
                self.looked.store(count(kept.len()), Ordering::Relaxed);
            }
            let shelf = tokio::task::spawn_blocking(move || Arc::new(Shelf::new(kept)))
                .await
                .map_err(|_| MatchError::Ended)?;
            *self.now.write().unwrap_or_else(PoisonError::into_inner) = shelf;
        }
        *at_ms = Some(now_ms);
        Ok(self.now())
    }
}

/// The newest open jobs, as many as the shelf holds.
async fn marks(jobs: &Jobs, now_ms: i64) -> Result<Vec<OpenMark>, MatchError> {
    let since_ms = now_ms - MOST_DAYS * DAY_MS;
    let mut found: Vec<OpenMark> = Vec::new();
    loop {
        let left = MOST - i64::try_from(found.len()).unwrap_or(MOST);
        let below = found.last().map_or(i64::MAX, |mark| mark.job_no);
        let asked = left.min(NUMBERS);
        let page = jobs.list_open(since_ms, below, asked).await?;
        let is_last = i64::try_from(page.len()).is_ok_and(|count| count < asked);
        found.extend(page);
        if is_last || asked == left {
            return Ok(found);
        }
    }
}

fn entries(read: Vec<OpenJob>, hashes: &HashMap<i64, String>) -> Vec<Arc<Entry>> {
    read.into_iter()
        .map(|job| {
            Arc::new(Entry {
                demands: Arc::new(demands::of(&posting::read(&job.posting))),
                industry: posting::industry(&job.posting),
                remote: posting::remote(&job.posting),
                country: posting::country(&job.posting),
                posted_at_ms: job.posting.posted_ms.unwrap_or_default(),
                source: job.posting.source.name(),
                hash: hashes.get(&job.job_no).cloned().unwrap_or_default(),
                job_no: job.job_no,
                job_id: job.job_id,
            })
        })
        .collect()
}
