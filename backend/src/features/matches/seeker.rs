//! A person who looks for work, as matching sees them: profile, wishes, and what their thumbs taught.
//!
//! A thumb that was about place, pay, rank or employer says nothing about the kind of work, so it teaches nothing about
//! it; one that is down for the employer puts that employer's jobs out.
//! What must not happen here: anything of the profile that leaves the process.

use std::collections::HashSet;
use std::sync::Arc;

use foothold_matching::demands::Demands;
use foothold_matching::facts::Facts;
use foothold_matching::person::Person;
use foothold_matching::score::{Learned, Match, Opinion, Wishes, explain};
use foothold_matching::terms::Known;
use foothold_shared::matching::{JobPreferences, MatchFeedback, MatchReason};
use foothold_shared::profile::Profile;

use super::preferences;

/// A thumb, and what it is on.
#[derive(Clone)]
pub(super) struct Thumb {
    pub(super) feedback: MatchFeedback,
    pub(super) demands: Arc<Demands>,
}

/// A person who looks for work.
pub(super) struct Seeker {
    pub(super) person: Person,
    pub(super) wishes: Wishes,
    pub(super) learned: Learned,
    /// What the profile says, for the terms that were learned.
    pub(super) facts: Facts,
    /// The terms that were learned from postings.
    pub(super) terms: Arc<Known>,
    pub(super) today: String,
    /// Only jobs posted since.
    pub(super) posted_since_ms: i64,
    /// Only jobs of these sources; empty for all.
    pub(super) platforms: Vec<String>,
    /// Jobs that the person does not want to see again.
    pub(super) out: HashSet<String>,
}

impl Seeker {
    /// `posted_since_ms`, `terms` and `out` are the caller's to fill.
    pub(super) fn new(
        profile: &Profile,
        preferences: &JobPreferences,
        thumbs: &[Thumb],
        today: String,
    ) -> Self {
        let mut person = Person::of_profile(profile, &today);
        preferences::prefer(&mut person, preferences);
        let mut wishes = preferences::wishes(preferences);
        for thumb in thumbs {
            let company = &thumb.demands.company;
            if !thumb.feedback.up
                && thumb.feedback.reason == Some(MatchReason::Company)
                && !company.is_empty()
            {
                wishes.ignored_companies.push(company.clone());
            }
        }
        let opinions: Vec<Opinion<'_>> = thumbs
            .iter()
            .filter(|thumb| teaches(&thumb.feedback))
            .map(|thumb| Opinion {
                demands: &thumb.demands,
                up: thumb.feedback.up,
            })
            .collect();
        Self {
            person,
            wishes,
            learned: Learned::of(&opinions),
            facts: Facts::of(profile),
            terms: Arc::default(),
            today,
            posted_since_ms: 0,
            platforms: preferences.platforms.clone(),
            out: HashSet::new(),
        }
    }

    /// How well a posting fits, and why.
    pub(super) fn explain(&self, demands: &Demands, industry: &str) -> Match {
        let mut found = explain(
            &self.person,
            demands,
            &self.wishes,
            &self.learned,
            industry,
            &self.today,
        );
        self.tell_terms(&mut found, demands);
        found
    }
}

/// Whether a thumb says something about the kind of work.
fn teaches(feedback: &MatchFeedback) -> bool {
    matches!(
        feedback.reason,
        None | Some(MatchReason::Role | MatchReason::Skills | MatchReason::Other)
    )
}
