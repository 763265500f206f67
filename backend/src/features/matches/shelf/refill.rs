//! Bringing the shelf up to date.
//!
//! news (or all newest jobs, where nothing is known yet or too much is new) → those that say something else → read →
//! what they ask for → a part of the shelf
//!
//! What must not happen here: an open job that the shelf should hold and never gets, a closed one that it keeps.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use foothold_matching::demands;
use tokio::task::{JoinHandle, spawn_blocking};

use super::super::error::MatchError;
use super::super::posting;
use super::part::Entry;
use super::{Read, Shelf, Shelves};
use crate::features::jobs::{Jobs, OpenJob, OpenMark};

/// Older ones are left to the search.
const MOST_DAYS: i64 = 90;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// How many numbers, and how many postings, are read at once.
const NUMBERS: usize = 10_000;
const POSTINGS: std::ops::RangeInclusive<usize> = 25..=250;
/// How many pieces are made ready at once, while the next one comes from the database.
const AT_ONCE: usize = 2;

/// What is to be done to a shelf.
#[derive(Debug, Default, PartialEq, Eq)]
struct Changes {
    /// Every open job from this number on will be on it.
    floor: i64,
    /// Numbers of jobs that leave it, also of those that come back saying something else.
    gone: Vec<i64>,
    /// Jobs to be read.
    unread: Vec<OpenMark>,
}

impl Shelves {
    /// Brings the shelf up to date from what it was.
    pub(super) async fn refill(
        &self,
        jobs: &Jobs,
        last: Option<Read>,
        now_ms: i64,
    ) -> Result<Read, MatchError> {
        let oldest = Jobs::first_since(now_ms - MOST_DAYS * DAY_MS);
        let at = jobs.now_at().await?;
        let shelf = self.now();
        let known = match last {
            Some(last) => news(jobs, &shelf, last, oldest, self.most).await?,
            None => None,
        };
        let changes = match known {
            Some(changes) => changes,
            None => all(jobs, &shelf, oldest, self.most).await?,
        };
        let read = Read {
            at_ms: now_ms,
            jobs: at,
            floor: changes.floor,
        };
        if changes.gone.is_empty()
            && changes.unread.is_empty()
            && last.is_some_and(|last| last.floor == changes.floor)
        {
            return Ok(read);
        }
        let kept = shelf.len().saturating_sub(changes.gone.len());
        let new = self.entries(jobs, kept, changes.unread).await?;
        let (floor, gone) = (changes.floor, changes.gone);
        let shelf = spawn_blocking(move || shelf.with(floor, &gone, new)).await;
        let shelf = shelf.map_err(|_| MatchError::Ended)?;
        self.tell(shelf.len(), shelf.len());
        self.put(shelf);
        Ok(read)
    }

    /// What these jobs ask for, beside so many that are known.
    async fn entries(
        &self,
        jobs: &Jobs,
        kept: usize,
        mut unread: Vec<OpenMark>,
    ) -> Result<Vec<Arc<Entry>>, MatchError> {
        let total = kept + unread.len();
        self.tell(kept, total);
        unread.sort_unstable_by_key(|mark| std::cmp::Reverse(mark.job_no));
        let mut made: Vec<Arc<Entry>> = Vec::with_capacity(unread.len());
        let mut making: VecDeque<JoinHandle<Vec<Arc<Entry>>>> = VecDeque::new();
        // A few are shared among the processors, too.
        let piece = unread.len() / (2 * AT_ONCE);
        let mut pieces = unread.chunks(piece.clamp(*POSTINGS.start(), *POSTINGS.end()));
        loop {
            let piece = pieces.next();
            if let Some(marks) = piece {
                let numbers: Vec<i64> = marks.iter().map(|mark| mark.job_no).collect();
                let read = jobs.read_open(&numbers).await?;
                let hashes: HashMap<i64, String> = marks
                    .iter()
                    .map(|mark| (mark.job_no, mark.hash.clone()))
                    .collect();
                making.push_back(spawn_blocking(move || entries(read, hashes)));
            }
            if making.len() > AT_ONCE || piece.is_none() {
                let Some(piece) = making.pop_front() else {
                    break;
                };
                made.extend(piece.await.map_err(|_| MatchError::Ended)?);
                self.tell(kept + made.len(), total);
            }
        }
        Ok(made)
    }
}

/// What came and changed since the shelf was read; `None` where that is too much to be read by itself.
async fn news(
    jobs: &Jobs,
    shelf: &Shelf,
    last: Read,
    oldest: i64,
    most: usize,
) -> Result<Option<Changes>, MatchError> {
    let Some(news) = jobs.list_news(last.jobs, most).await? else {
        return Ok(None);
    };
    let mut changes = Changes {
        floor: last.floor.max(oldest),
        ..Changes::default()
    };
    for (job_no, hash) in news {
        let known = shelf.numbered(job_no);
        if job_no < changes.floor || known.is_some_and(|entry| hash.as_ref() == Some(&entry.hash)) {
            continue;
        }
        if known.is_some() {
            changes.gone.push(job_no);
        }
        changes
            .unread
            .extend(hash.map(|hash| OpenMark { job_no, hash }));
    }
    let kept = shelf.numbers().filter(|number| *number >= changes.floor);
    let count = kept.count() - changes.gone.len() + changes.unread.len();
    if count > most {
        changes.floor = newest(shelf, &changes, most);
        let floor = changes.floor;
        changes.unread.retain(|mark| mark.job_no >= floor);
    } else if count < most && changes.floor > oldest {
        let older = newest_open(jobs, oldest, changes.floor, most - count).await?;
        changes.floor = match older.last() {
            Some(last) if older.len() == most - count => last.job_no,
            _ => oldest,
        };
        changes.unread.extend(older);
    }
    Ok(Some(changes))
}

/// The number from which on there will be as many jobs as the shelf holds.
fn newest(shelf: &Shelf, changes: &Changes, most: usize) -> i64 {
    let gone: HashSet<i64> = changes.gone.iter().copied().collect();
    let mut numbers: Vec<i64> = shelf
        .numbers()
        .filter(|number| *number >= changes.floor && !gone.contains(number))
        .chain(changes.unread.iter().map(|mark| mark.job_no))
        .collect();
    let (_, last, _) =
        numbers.select_nth_unstable_by_key(most - 1, |number| std::cmp::Reverse(*number));
    *last
}

/// How a shelf differs from all newest jobs.
async fn all(jobs: &Jobs, shelf: &Shelf, oldest: i64, most: usize) -> Result<Changes, MatchError> {
    let found = newest_open(jobs, oldest, i64::MAX, most).await?;
    let floor = match found.last() {
        Some(last) if found.len() == most => last.job_no,
        _ => oldest,
    };
    let mut left: HashMap<i64, &Arc<Entry>> = shelf
        .parts
        .iter()
        .flat_map(super::Part::entries)
        .map(|entry| (entry.job_no, entry))
        .collect();
    let mut unread = found;
    unread.retain(|mark| match left.get(&mark.job_no) {
        Some(entry) if entry.hash == mark.hash => {
            left.remove(&mark.job_no);
            false
        }
        _ => true,
    });
    Ok(Changes {
        floor,
        gone: left.into_keys().collect(),
        unread,
    })
}

/// The newest open jobs between two numbers, newest first.
async fn newest_open(
    jobs: &Jobs,
    from: i64,
    below: i64,
    most: usize,
) -> Result<Vec<OpenMark>, MatchError> {
    let mut found: Vec<OpenMark> = Vec::new();
    loop {
        let asked = (most - found.len()).min(NUMBERS);
        let below = found.last().map_or(below, |mark| mark.job_no);
        let limit = i64::try_from(asked).unwrap_or(i64::MAX);
        let page = jobs.list_open(from, below, limit).await?;
        let is_last = page.len() < asked;
        found.extend(page);
        if is_last || found.len() == most {
            return Ok(found);
        }
    }
}

fn entries(read: Vec<OpenJob>, mut hashes: HashMap<i64, String>) -> Vec<Arc<Entry>> {
    read.into_iter()
        .map(|job| {
            Arc::new(Entry {
                demands: Arc::new(demands::of(&posting::read(&job.posting))),
                industry: posting::industry(&job.posting),
                remote: posting::remote(&job.posting),
                country: posting::country(&job.posting),
                posted_at_ms: job.posted_at_ms(),
                source: job.posting.source.name(),
                hash: hashes.remove(&job.job_no).unwrap_or_default(),
                job_no: job.job_no,
                job_id: job.job_id.into(),
            })
        })
        .collect()
}
