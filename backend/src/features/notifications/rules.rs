//! When to try again, and when to stop trying. Pure.

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How long a delivery waits after each try that failed; after the last it is given up, two days after the first.
const WAITS_MS: [i64; 8] = [
    30_000,
    2 * MINUTE_MS,
    10 * MINUTE_MS,
    30 * MINUTE_MS,
    2 * HOUR_MS,
    6 * HOUR_MS,
    14 * HOUR_MS,
    24 * HOUR_MS,
];
/// How often in a row a webhook must have failed, and since when, before it is switched off.
const HOOK_FAILURES: i64 = 5;
const HOOK_FAILING_MS: i64 = DAY_MS;
/// How often in a row an address must have been refused for good before it counts as unconfirmed.
pub(super) const MAIL_REFUSALS: i64 = 3;
/// How soon another confirming message may be asked for, and how many a day (UTC).
const CONFIRM_PAUSE_MS: i64 = MINUTE_MS;
const CONFIRMS_A_DAY: i64 = 5;
/// How soon a webhook may be tried again: somebody else's server may stand there.
pub(super) const TEST_PAUSE_MS: i64 = 5_000;
/// How long a confirming link works.
pub(super) const CONFIRM_MS: i64 = 2 * DAY_MS;

/// How long to wait after so many tries; `None` where it is not tried again.
pub(super) fn wait_ms(tries: i64) -> Option<i64> {
    let at = usize::try_from(tries.max(1) - 1).ok()?;
    WAITS_MS.get(at).copied()
}

/// Whether a webhook that failed again is switched off.
pub(super) fn is_hook_over(failures: i64, failing_since_ms: i64, now_ms: i64) -> bool {
    failures >= HOOK_FAILURES && now_ms - failing_since_ms >= HOOK_FAILING_MS
}

/// The messages asked for on this day so far, where one was asked for at `asked_at_ms` and it was the `asked_today`th.
pub(super) fn asked_today(asked_at_ms: i64, asked_today: i64, now_ms: i64) -> i64 {
    if asked_at_ms.div_euclid(DAY_MS) == now_ms.div_euclid(DAY_MS) {
        asked_today
    } else {
        0
    }
}

/// How long another confirming message must wait; `None` where it may go.
pub(super) fn confirm_wait_ms(asked_at_ms: i64, today: i64, now_ms: i64) -> Option<i64> {
    if today >= CONFIRMS_A_DAY {
        return Some(DAY_MS - now_ms.rem_euclid(DAY_MS));
    }
    let pause = asked_at_ms + CONFIRM_PAUSE_MS - now_ms;
    (pause > 0).then_some(pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_come_further_apart_and_end() {
        let waits: Vec<_> = (1..=9).map(wait_ms).collect();
        assert!(
            waits
                .windows(2)
                .all(|pair| pair[1] > pair[0] || pair[1].is_none())
        );
        assert_eq!(waits.last(), Some(&None));
        let days: i64 = WAITS_MS.iter().sum::<i64>() / DAY_MS;
        assert!((1..=3).contains(&days));
    }

    #[test]
    fn a_webhook_is_switched_off_for_time_and_number_together() {
        assert!(!is_hook_over(100, 0, HOUR_MS));
        assert!(!is_hook_over(4, 0, 10 * DAY_MS));
        assert!(is_hook_over(5, 0, DAY_MS));
    }

    #[test]
    fn confirming_messages_are_few() {
        assert_eq!(confirm_wait_ms(0, 1, 59_000), Some(1_000));
        assert_eq!(confirm_wait_ms(0, 1, 60_000), None);
        assert_eq!(confirm_wait_ms(0, 5, DAY_MS - 1), Some(1));
        assert_eq!(asked_today(DAY_MS - 1, 5, DAY_MS), 0);
        assert_eq!(asked_today(DAY_MS, 5, DAY_MS + 1), 5);
    }
}
