//! A posting that is compared with others: what comparing takes is made once, and only when it is asked for.
//!
//! What must not happen here: an answer to whether two are the same.

use std::borrow::Cow;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::OnceLock;

use foothold_core::posting::values;
use rustc_hash::FxBuildHasher;

use super::same_job_keys;
use crate::posting::Posting;

/// So many words of a description are compared.
const MOST_WORDS: usize = 4_000;

/// A posting, with what it is compared by.
#[derive(Debug)]
pub struct Compared<'p> {
    posting: Cow<'p, Posting>,
    keys: OnceLock<Vec<String>>,
    wording: OnceLock<Wording>,
}

impl<'p> Compared<'p> {
    /// To compare a posting.
    #[must_use]
    pub fn of(posting: &'p Posting) -> Self {
        Self::new(Cow::Borrowed(posting))
    }

    fn new(posting: Cow<'p, Posting>) -> Self {
        Self {
            posting,
            keys: OnceLock::new(),
            wording: OnceLock::new(),
        }
    }

    /// The posting.
    #[must_use]
    pub fn posting(&self) -> &Posting {
        &self.posting
    }

    /// Its [`same_job_keys`].
    #[must_use]
    pub fn keys(&self) -> &[String] {
        self.keys.get_or_init(|| same_job_keys(&self.posting))
    }

    /// Whether both have a key in common.
    pub(super) fn shares_a_key(&self, other: &Compared<'_>) -> bool {
        self.keys().iter().any(|key| other.keys().contains(key))
    }

    /// How alike the two descriptions are: the share of their three-word runs that both have.
    pub(super) fn likeness(&self, other: &Compared<'_>) -> f64 {
        if self.posting.description == other.posting.description {
            return 1.0;
        }
        self.wording().likeness(other.wording())
    }

    fn wording(&self) -> &Wording {
        self.wording
            .get_or_init(|| Wording::of(&self.posting.description))
    }
}

impl From<Posting> for Compared<'static> {
    fn from(posting: Posting) -> Self {
        Self::new(Cow::Owned(posting))
    }
}

/// The three-word runs of a text, hashed: each once, in order.
#[derive(Debug)]
struct Wording(Vec<u64>);

impl Wording {
    fn of(text: &str) -> Self {
        let folded = values::fold(text);
        let words: Vec<u64> = folded
            .split(' ')
            .take(MOST_WORDS)
            .map(|word| FxBuildHasher.hash_one(word))
            .collect();
        let run = |words: &[u64]| {
            let mut hasher = FxBuildHasher.build_hasher();
            words.iter().for_each(|word| hasher.write_u64(*word));
            hasher.finish()
        };
        let mut runs: Vec<u64> = words.windows(3.min(words.len().max(1))).map(run).collect();
        runs.sort_unstable();
        runs.dedup();
        Self(runs)
    }

    fn likeness(&self, other: &Self) -> f64 {
        let (mut both, mut ours, mut theirs) = (0, 0, 0);
        while let (Some(one), Some(another)) = (self.0.get(ours), other.0.get(theirs)) {
            both += usize::from(one == another);
            ours += usize::from(one <= another);
            theirs += usize::from(another <= one);
        }
        let all = self.0.len() + other.0.len() - both;
        if all == 0 {
            return 1.0;
        }
        both as f64 / all as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_share_of_runs_that_both_have() {
        let like = |one: &str, other: &str| Wording::of(one).likeness(&Wording::of(other));
        // Runs of four words: abc bcd; of five: abc bcd cde.
        assert!((like("a b c d", "A, b. C d e!") - 2.0 / 3.0).abs() < 1e-9);
        assert!((like("a b c", "c b a")).abs() < 1e-9);
        assert!((like("", "") - 1.0).abs() < 1e-9);
        assert!((like("we bake", "We bake.") - 1.0).abs() < 1e-9);
        assert!((like("a b c a b c", "a b c a b") - 1.0).abs() < 1e-9);
    }
}
