//! When to ask again, and when to leave a host alone for a while. Pure: time and chance are given.

use crate::chance::Chance;

/// How often and how soon to ask again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// How often to ask in all.
    pub tries: u32,
    /// The wait after the first failure; each further one is twice as long.
    pub first_ms: u64,
    /// The longest wait; a host that asks for more is left alone instead.
    pub longest_ms: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            tries: 4,
            first_ms: 1_000,
            longest_ms: 60_000,
        }
    }
}

impl Patience {
    /// How long to wait before the next try, after `failed` of them; `None` where it is not worth it. A host that says
    /// how long is believed.
    #[must_use]
    pub fn wait_ms(&self, failed: u32, asked_ms: Option<u64>, chance: &dyn Chance) -> Option<u64> {
        if failed == 0 || failed >= self.tries {
            return None;
        }
        let doubled = self
            .first_ms
            .saturating_mul(1 << (failed - 1).min(20))
            .min(self.longest_ms);
        // Between half of it and all, so that those who failed together do not come back together.
        let mut drawn = [0; 4];
        chance.fill(&mut drawn);
        let share = u64::from(u32::from_le_bytes(drawn)) % 1_000;
        let own = doubled / 2 + doubled * share / 2_000;
        match asked_ms {
            Some(asked) if asked > self.longest_ms => None,
            Some(asked) => Some(own.max(asked)),
            None => Some(own),
        }
    }
}

/// Leaves a host alone after it failed several times in a row: a minute, then two, up to an hour. After that one request
/// may try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Breaker {
    failures: u32,
    open_until_ms: i64,
}

impl Breaker {
    /// So many failures in a row are too many.
    pub const TOO_MANY: u32 = 5;
    const FIRST_MS: i64 = 60_000;
    const LONGEST_MS: i64 = 3_600_000;

    /// Until when the host is left alone; `None` where it may be asked.
    #[must_use]
    pub fn closed_until(&self, now_ms: i64) -> Option<i64> {
        (now_ms < self.open_until_ms).then_some(self.open_until_ms)
    }

    /// The host answered.
    pub fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// The host did not answer, or not as a host in good health.
    pub fn failed(&mut self, now_ms: i64) {
        self.failures = self.failures.saturating_add(1);
        if self.failures >= Self::TOO_MANY {
            let more = (self.failures - Self::TOO_MANY).min(10);
            let pause = (Self::FIRST_MS << more).min(Self::LONGEST_MS);
            self.open_until_ms = self.open_until_ms.max(now_ms.saturating_add(pause));
        }
    }

    /// The host asked to be left alone.
    pub fn asked(&mut self, until_ms: i64) {
        self.open_until_ms = self.open_until_ms.max(until_ms);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;

    #[test]
    fn waits_grow_and_end() {
        let patience = Patience::default();
        let chance = SeededChance::new(1);
        for (failed, low, high) in [(1, 500, 1_000), (2, 1_000, 2_000), (3, 2_000, 4_000)] {
            let wait = patience
                .wait_ms(failed, None, &chance)
                .expect("another try");
            assert!((low..=high).contains(&wait), "{failed}: {wait}");
        }
        assert_eq!(patience.wait_ms(4, None, &chance), None);
        assert_eq!(patience.wait_ms(1, Some(20_000), &chance), Some(20_000));
        assert_eq!(patience.wait_ms(1, Some(61_000), &chance), None);
    }

    #[test]
    fn waits_differ() {
        let patience = Patience::default();
        let chance = SeededChance::new(2);
        let waits = (0..8)
            .map(|_| patience.wait_ms(3, None, &chance))
            .collect::<std::collections::BTreeSet<_>>();
        assert!(waits.len() > 4, "{waits:?}");
    }

    #[test]
    fn a_host_in_bad_health_is_left_alone() {
        let mut breaker = Breaker::default();
        for _ in 1..Breaker::TOO_MANY {
            breaker.failed(0);
            assert_eq!(breaker.closed_until(0), None);
        }
        breaker.failed(0);
        assert_eq!(breaker.closed_until(0), Some(60_000));
        // One may try after that; where it fails, the pause is longer.
        assert_eq!(breaker.closed_until(60_000), None);
        breaker.failed(60_000);
        assert_eq!(breaker.closed_until(60_000), Some(180_000));
        breaker.succeeded();
        assert_eq!(breaker.closed_until(60_000), None);
        for _ in 0..100 {
            breaker.failed(0);
        }
        assert_eq!(breaker.closed_until(0), Some(3_600_000));
    }
}
