//! Some of the shelf's jobs, with the lists that lead from a title's family or a skill to them.
//!
//! A part is never changed: what leaves it is crossed out in a copy of its marks, and what changes is in a younger part.
//! What must not happen here: a job that two parts hold and neither has crossed out.

use std::collections::HashMap;
use std::sync::Arc;

use foothold_matching::demands::Demands;
use foothold_matching::vocabulary::{FamilyId, SkillId, SkillKind, kind};

/// A job on the shelf.
#[derive(Debug)]
pub(in super::super) struct Entry {
    pub(in super::super) job_no: i64,
    pub(in super::super) job_id: Arc<str>,
    pub(in super::super) demands: Arc<Demands>,
    pub(in super::super) industry: String,
    pub(in super::super) remote: &'static str,
    pub(in super::super) country: String,
    pub(in super::super) posted_at_ms: i64,
    pub(super) source: &'static str,
    pub(super) hash: String,
}

impl Entry {
    /// The hash of its posting.
    pub(in super::super) fn hash(&self) -> &str {
        &self.hash
    }
}

/// Which jobs of a part name something, and how much of them that is.
pub(super) type List = Vec<(u32, f32)>;

/// What a list has of a job beside its entry: read for tens of thousands of jobs a search.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) job_no: i64,
    pub(super) posted_at_ms: i64,
    pub(super) source: &'static str,
}

#[derive(Debug)]
struct Index {
    /// The newest first, as the heads are.
    entries: Vec<Arc<Entry>>,
    heads: Vec<Head>,
    families: HashMap<FamilyId, List>,
    skills: HashMap<SkillId, List>,
    by_id: HashMap<Arc<str>, u32>,
}

/// Some jobs, and which of them are still there.
#[derive(Debug, Clone)]
pub(super) struct Part {
    index: Arc<Index>,
    /// By place; empty while nothing is crossed out.
    gone: Arc<Vec<bool>>,
    /// The places below it are on the shelf, if they are not crossed out; older jobs have left it.
    until: usize,
    live: usize,
}

impl Part {
    pub(super) fn new(mut entries: Vec<Arc<Entry>>) -> Self {
        entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.job_no));
        let mut families: HashMap<FamilyId, List> = HashMap::new();
        let mut skills: HashMap<SkillId, List> = HashMap::new();
        let mut by_id = HashMap::with_capacity(entries.len());
        for (at, entry) in (0_u32..).zip(&entries) {
            for (family, share) in &entry.demands.titles.families {
                families.entry(*family).or_default().push((at, *share));
            }
            for (skill, weight) in &entry.demands.skills {
                if kind(*skill) != SkillKind::Soft {
                    skills.entry(*skill).or_default().push((at, *weight));
                }
            }
            by_id.insert(Arc::clone(&entry.job_id), at);
        }
        let heads = entries
            .iter()
            .map(|entry| Head {
                job_no: entry.job_no,
                posted_at_ms: entry.posted_at_ms,
                source: entry.source,
            })
            .collect();
        let live = entries.len();
        Self {
            index: Arc::new(Index {
                entries,
                heads,
                families,
                skills,
                by_id,
            }),
            gone: Arc::default(),
            until: live,
            live,
        }
    }

    /// How many of its jobs are on the shelf.
    pub(super) const fn live(&self) -> usize {
        self.live
    }

    /// How many it was made of.
    pub(super) fn all(&self) -> usize {
        self.index.entries.len()
    }

    fn is_live(&self, at: usize) -> bool {
        at < self.until && !self.gone.get(at).copied().unwrap_or_default()
    }

    /// Its jobs that are on the shelf, newest first.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let live = move |(at, entry)| self.is_live(at).then_some(entry);
        self.index.entries.iter().enumerate().filter_map(live)
    }

    /// The place of a job that is on the shelf.
    pub(super) fn place(&self, job_id: &str) -> Option<usize> {
        let at = usize::try_from(*self.index.by_id.get(job_id)?).ok()?;
        self.is_live(at).then_some(at)
    }

    fn place_of(&self, job_no: i64) -> Option<usize> {
        let found = self
            .index
            .heads
            .binary_search_by(|head| job_no.cmp(&head.job_no));
        found.ok().filter(|at| self.is_live(*at))
    }

    pub(super) fn entry(&self, at: usize) -> Option<&Arc<Entry>> {
        self.index.entries.get(at)
    }

    pub(super) fn numbered(&self, job_no: i64) -> Option<&Arc<Entry>> {
        self.entry(self.place_of(job_no)?)
    }

    /// The jobs that name a family in their title.
    pub(super) fn of_family(&self, family: FamilyId) -> &[(u32, f32)] {
        self.index.families.get(&family).map_or(&[], Vec::as_slice)
    }

    /// The jobs that ask for a skill.
    pub(super) fn of_skill(&self, skill: SkillId) -> &[(u32, f32)] {
        self.index.skills.get(&skill).map_or(&[], Vec::as_slice)
    }

    /// The heads of the jobs that are on the shelf, with the place of each.
    pub(super) fn heads(&self) -> impl Iterator<Item = (usize, &Head)> {
        let heads = self.index.heads.iter().take(self.until).enumerate();
        heads.filter(|(at, _)| !self.gone.get(*at).copied().unwrap_or_default())
    }

    /// The same without jobs that are older than one number, and without these others.
    pub(super) fn without(&self, floor: i64, numbers: &[i64]) -> Self {
        let mut part = self.clone();
        let kept = |head: &Head| head.job_no >= floor;
        part.until = self.index.heads.partition_point(kept).min(self.until);
        let places: Vec<usize> = numbers
            .iter()
            .filter_map(|job_no| part.place_of(*job_no))
            .collect();
        if !places.is_empty() {
            let gone = Arc::make_mut(&mut part.gone);
            gone.resize(self.all(), false);
            for at in places {
                gone[at] = true;
            }
        }
        if part.until != self.until || !Arc::ptr_eq(&part.gone, &self.gone) {
            part.live = part.heads().count();
        }
        part
    }
}
