//! When a job is posted again.

use super::Compared;
use crate::when::days_apart;

/// How a job came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repost {
    /// The same posting with a later date.
    Redated,
    /// A new posting of the same job at the same board, after the old one had gone or was old.
    PostedAgain,
}

/// Whether what came is a known posting, posted again. `old_gone` tells that the known one is not on the board any more.
#[must_use]
pub fn repost(known: &Compared<'_>, old_gone: bool, came: &Compared<'_>) -> Option<Repost> {
    let (old, new) = (known.posting(), came.posting());
    if (old.source, old.tenant.to_lowercase()) != (new.source, new.tenant.to_lowercase()) {
        return None;
    }
    let days = days_later(old.posted_ms, old_gone, new.posted_ms);
    if old.id == new.id {
        return (days >= 7).then_some(Repost::Redated);
    }
    if !may_be_repost(old.posted_ms, old_gone, new.posted_ms) {
        return None;
    }
    let alike = known.shares_a_key(came) && known.likeness(came) >= 0.75;
    alike.then_some(Repost::PostedAgain)
}

/// Whether a posting with another id can be an old one of its board posted again, by their times alone: an employer may
/// have hundreds of jobs of one name in one town, and only what this leaves open has to be read. Times in milliseconds.
#[must_use]
pub fn may_be_repost(old_ms: Option<i64>, old_gone: bool, new_ms: Option<i64>) -> bool {
    old_gone || days_later(old_ms, old_gone, new_ms) >= 21
}

/// How many days after an old posting a new one came.
fn days_later(old_ms: Option<i64>, old_gone: bool, new_ms: Option<i64>) -> i64 {
    match (old_ms, new_ms) {
        (Some(old), Some(new)) if new > old => days_apart(new, old),
        (Some(_), Some(_)) => 0,
        // Without dates only the old one's going tells.
        _ => i64::from(old_gone) * 7,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::posting;
    use super::*;
    use crate::{Posting, Source};

    fn repost(old: &Posting, old_gone: bool, new: &Posting) -> Option<Repost> {
        super::repost(&Compared::of(old), old_gone, &Compared::of(new))
    }

    #[test]
    fn a_job_that_comes_back() {
        let old = posting(Source::Greenhouse, "1", "Baker", "Berlin");
        let mut again = posting(Source::Greenhouse, "2", "Baker", "Berlin");
        again.posted_ms = old.posted_ms.map(|ms| ms + 30 * 86_400_000);
        assert_eq!(repost(&old, false, &again), Some(Repost::PostedAgain));
        let mut redated = old.clone();
        redated.posted_ms = again.posted_ms;
        assert_eq!(repost(&old, false, &redated), Some(Repost::Redated));
        again.posted_ms = old.posted_ms;
        assert_eq!(repost(&old, false, &again), None);
        assert_eq!(repost(&old, true, &again), Some(Repost::PostedAgain));
        again.description =
            "Something else entirely is done here all day long, every day.".to_owned();
        assert_eq!(repost(&old, true, &again), None);
    }
}
