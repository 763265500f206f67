//! What each fact is worth for this posting: what it answers, how recent it is, whether it shows figures, and what the
//! person likes.

use super::figures;
use super::history::{When, recency};
use super::wanted::Wanted;
use crate::style::Style;
use foothold_matching::facts::{Fact, FactKind, Facts};
use foothold_shared::document::DocumentEdits;
use std::collections::{BTreeMap, BTreeSet};

/// What a fact is worth.
#[derive(Default)]
pub(crate) struct Worth {
    /// All in all.
    pub(crate) score: f32,
    /// How much of it is asked for, 0 to 1.
    pub(crate) asked: f32,
    /// The posting's words that it answers, the weightiest first.
    pub(crate) words: Vec<String>,
}

/// The worth of each fact, by id.
pub(crate) struct Ranking {
    worth: BTreeMap<String, Worth>,
    chosen: BTreeSet<String>,
    left_out: BTreeSet<String>,
}

impl Ranking {
    pub(crate) fn score(&self, fact: &str) -> f32 {
        self.worth.get(fact).map_or(0.0, |worth| worth.score)
    }

    pub(crate) fn asked(&self, fact: &str) -> f32 {
        self.worth.get(fact).map_or(0.0, |worth| worth.asked)
    }

    /// The posting's words that a fact answers.
    pub(crate) fn words(&self, fact: &str) -> &[String] {
        self.worth.get(fact).map_or(&[], |worth| &worth.words)
    }

    /// Whether the person wants it in.
    pub(crate) fn is_chosen(&self, fact: &str) -> bool {
        self.chosen.contains(fact)
    }

    /// Whether the person wants it out, or the entry that it belongs to.
    pub(crate) fn is_left_out(&self, fact: &str) -> bool {
        let entry = fact.rsplit_once('/').map(|(entry, _)| entry);
        !self.is_chosen(fact)
            && (self.left_out.contains(fact)
                || entry.is_some_and(|entry| self.left_out.contains(entry)))
    }
}

/// The worth of all facts.
pub(crate) fn rank(
    facts: &Facts,
    wanted: &Wanted,
    edits: &DocumentEdits,
    style: &Style,
    today: &str,
) -> Ranking {
    let mut worth: BTreeMap<String, Worth> = BTreeMap::new();
    let jobs = facts.iter().filter(|fact| fact.kind == FactKind::Work);
    let titles = jobs.filter_map(|fact| fact.text.split(',').next());
    let usual: BTreeSet<String> = titles.flat_map(Wanted::stems_of).collect();
    for fact in facts.iter() {
        worth.insert(fact.id.clone(), of(fact, wanted, &usual, style, today));
    }
    // An entry is worth what it says itself and what its best lines say.
    let mut best: BTreeMap<&str, Vec<f32>> = BTreeMap::new();
    for fact in facts.iter() {
        if let Some(entry) = fact.entry.as_deref() {
            let score = worth.get(&fact.id).map_or(0.0, |worth| worth.asked);
            best.entry(entry).or_default().push(score);
        }
    }
    for (entry, mut scores) in best {
        scores.sort_by(|a, b| b.total_cmp(a));
        if let Some(worth) = worth.get_mut(entry) {
            let lines: f32 = scores.iter().take(3).sum();
            worth.asked += lines;
            worth.score += lines;
        }
    }
    let fixed = edits
        .fixed
        .iter()
        .filter(|fixed| fixed.facts.len() == 1)
        .flat_map(|fixed| &fixed.facts);
    Ranking {
        worth,
        chosen: edits.chosen.iter().chain(fixed).cloned().collect(),
        left_out: edits.left_out.iter().cloned().collect(),
    }
}

fn of(fact: &Fact, wanted: &Wanted, usual: &BTreeSet<String>, style: &Style, today: &str) -> Worth {
    let line = matches!(fact.kind, FactKind::WorkLine | FactKind::ProjectLine);
    let none = BTreeSet::new();
    let (mut asked, words) = wanted.answered_by(&fact.text, if line { usual } else { &none });
    match fact.kind {
        FactKind::Skill => {
            let name = fact.id.trim_start_matches("skill/");
            // A word in common ("care") does not make a skill asked for; another name for it, or one near it, does.
            asked = if wanted.names(name) {
                1.0
            } else {
                (asked * 0.5).max(wanted.nearness_of_skill(name) * 0.6)
            };
        }
        FactKind::Work | FactKind::Project => {
            let title = fact.text.split(',').next().unwrap_or_default();
            asked = asked.max(wanted.title_nearness(title));
        }
        _ => {}
    }
    let when = When {
        start: fact.start.as_ref(),
        end: fact.end.as_ref(),
        current: fact.current,
    };
    let dated = fact.start.is_some() || fact.end.is_some() || fact.current;
    let fresh = if dated { recency(&when, today) } else { 0.5 };
    let focus = 1.0 + f32::from(style.focus) * 0.2;
    let figure = if line && figures::shows(&fact.text) {
        0.12 + f32::from(style.figures) * 0.15
    } else {
        0.0
    };
    let liking = f32::from(style.liking(&fact.id)) * 0.2;
    Worth {
        score: asked * focus + 0.25 * fresh + figure + liking,
        asked,
        words,
    }
}
