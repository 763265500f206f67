//! Which of the shelf's jobs fit a person best.
//!
//! all jobs → those that share most with the person, by title and skills alone → scored → the best
//!
//! What must not happen here: an order that is another one tomorrow for the same jobs and the same person.

use std::sync::Arc;

use foothold_matching::score::numbers;
use foothold_matching::vocabulary::{
    FamilyId, Titles, families, family_nearness, is_general, skills,
};

use rayon::prelude::*;

use super::super::seeker::Seeker;
use super::Shelf;
use super::part::{Entry, Part};

/// The most jobs of one person that are scored.
const CANDIDATES: usize = 1_500;
/// Families that are less near do not make a candidate.
const NEAR: f32 = 0.3;
/// How much a title makes a candidate, beside all skills together.
const BY_TITLE: f32 = 1.5;
/// Below this a job is none of a person's matches.
const LEAST: f32 = 15.0;

/// A job that shares something with a person.
#[derive(Clone, Copy)]
struct Candidate<'s> {
    share: f32,
    job_no: i64,
    part: &'s Part,
    at: usize,
}

impl Shelf {
    /// The jobs that fit a person best, best first, at most `count`.
    pub(in super::super) fn best(&self, seeker: &Seeker, count: usize) -> Vec<Arc<Entry>> {
        let mut scored: Vec<(f32, &Arc<Entry>)> = self
            .candidates(seeker)
            .into_par_iter()
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
        let titles = near_families(seeker);
        let mut found = Vec::new();
        for part in &self.parts {
            let shares = shares(part, seeker, &titles);
            found.extend(part.heads().filter_map(|(at, head)| {
                let share = shares.get(at).copied().unwrap_or_default();
                let is_one = share > 0.0
                    && head.posted_at_ms >= seeker.posted_since_ms
                    && (seeker.platforms.is_empty()
                        || seeker.platforms.iter().any(|name| name == head.source));
                is_one.then_some(Candidate {
                    share,
                    job_no: head.job_no,
                    part,
                    at,
                })
            }));
        }
        if found.len() > CANDIDATES {
            found.select_nth_unstable_by(CANDIDATES, |one, other| {
                other
                    .share
                    .total_cmp(&one.share)
                    .then(other.job_no.cmp(&one.job_no))
            });
            found.truncate(CANDIDATES);
        }
        found
            .into_iter()
            .filter_map(|candidate| candidate.part.entry(candidate.at))
            .collect()
    }
}

/// How much each job of a part shares with a person, by its place. Nothing for what they do not want to see again.
fn shares(part: &Part, seeker: &Seeker, titles: &[(FamilyId, f32)]) -> Vec<f32> {
    let mut shares = vec![0.0_f32; part.all()];
    let mut add = |list: &[(u32, f32)], worth: f32| {
        for (at, weight) in list {
            if let Some(share) = usize::try_from(*at).ok().and_then(|at| shares.get_mut(at)) {
                *share += weight * worth;
            }
        }
    };
    for (family, near) in titles {
        add(part.of_family(*family), near * BY_TITLE);
    }
    for skill in skills() {
        let worth = seeker.person.worth(skill);
        if worth > 0.0 {
            add(part.of_skill(skill), worth);
        }
    }
    for job_id in &seeker.out {
        if let Some(share) = part.place(job_id).and_then(|at| shares.get_mut(at)) {
            *share = 0.0;
        }
    }
    shares
}

/// The families that are near to what the person does or looks for, and how near.
fn near_families(seeker: &Seeker) -> Vec<(FamilyId, f32)> {
    let mut mine: Vec<FamilyId> = titles_of(seeker)
        .flat_map(|titles| &titles.families)
        .map(|(family, _)| *family)
        .collect();
    mine.sort_unstable();
    mine.dedup();
    families()
        .map(|family| {
            let near = mine
                .iter()
                .filter(|mine| !is_general(**mine) || **mine == family)
                .map(|mine| family_nearness(*mine, family))
                .fold(0.0, f32::max);
            (family, near)
        })
        .filter(|(_, near)| *near >= NEAR)
        .collect()
}

/// All titles that say something about what the person does or looks for.
fn titles_of(seeker: &Seeker) -> impl Iterator<Item = &Titles> {
    let person = &seeker.person;
    let jobs = person.jobs.iter().map(|job| &job.titles);
    jobs.chain(&person.said)
        .chain([&person.headline])
        .chain(&seeker.wishes.titles)
}
