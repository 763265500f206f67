//! Sentences that the person worded themselves: each takes the place of the one that was made of the same facts.

use crate::POSTING;
use foothold_core::posting::values::fold;
use foothold_shared::document::FixedStatement;
use std::collections::BTreeSet;

/// The wordings that have not found their place yet.
#[derive(Default, Clone)]
pub(crate) struct Fixed {
    waiting: Vec<FixedStatement>,
}

impl Fixed {
    pub(crate) fn new(fixed: &[FixedStatement]) -> Self {
        let said = fixed
            .iter()
            .filter(|one| !one.text.trim().is_empty() && !one.facts.is_empty());
        Self {
            waiting: said.cloned().collect(),
        }
    }

    /// The person's wording for a sentence of these facts; of several the one most like `made`. Sentences that rest on
    /// the posting alone have the same facts, and only likeness tells which one was meant.
    pub(crate) fn take(&mut self, facts: &[String], made: &str) -> Option<String> {
        let same = |one: &FixedStatement| as_set(&one.facts) == as_set(facts);
        let posting = facts.iter().all(|fact| fact == POSTING);
        let (at, likeness) = self
            .waiting
            .iter()
            .enumerate()
            .filter(|(_, one)| same(one))
            .map(|(at, one)| (at, alike(&one.text, made)))
            .max_by(|a, b| a.1.total_cmp(&b.1))?;
        (!posting || likeness >= 0.4).then(|| self.waiting.remove(at).text.trim().to_owned())
    }

    /// The wordings that stand for a letter's sentences and found none: the person wants them said.
    pub(crate) fn take_rest(
        &mut self,
        belongs: impl Fn(&FixedStatement) -> bool,
    ) -> Vec<FixedStatement> {
        let (mine, others) = std::mem::take(&mut self.waiting)
            .into_iter()
            .partition(belongs);
        self.waiting = others;
        mine
    }
}

fn as_set(facts: &[String]) -> BTreeSet<&str> {
    facts.iter().map(String::as_str).collect()
}

/// How many of their words two sentences share, 0 to 1.
fn alike(one: &str, other: &str) -> f32 {
    let (one, other) = (fold(one), fold(other));
    let one: BTreeSet<&str> = one.split(' ').collect();
    let other: BTreeSet<&str> = other.split(' ').collect();
    let count = |n: usize| u16::try_from(n).map_or(f32::MAX, f32::from);
    count(one.intersection(&other).count()) / count(one.union(&other).count().max(1))
}
