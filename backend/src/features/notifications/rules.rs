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
/// The longest that a receiver may ask to be left alone, and how old a delivery becomes at most: with long waits asked
/// for again and again it would else be news of last week.
const LONGEST_PAUSE_MS: i64 = DAY_MS;
const OLDEST_MS: i64 = 3 * DAY_MS;
/// How long the older secret still signs once it was renewed.
pub(super) const OLD_SECRET_MS: i64 = DAY_MS;
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

/// How long a receiver asked to be left alone, as far as that is heeded: a 429 or 503 with a time, up to a day.
pub(super) fn pause_ms(status: u16, retry_after_ms: Option<u64>) -> Option<i64> {
    let asked_ms = retry_after_ms.filter(|_| matches!(status, 429 | 503))?;
    let pause_ms = i64::try_from(asked_ms).map_or(LONGEST_PAUSE_MS, |ms| ms.min(LONGEST_PAUSE_MS));
    (pause_ms > 0).then_some(pause_ms)
}

/// How long a call waits that was not taken: as long as the receiver asked for, and no shorter than any does. `None`
/// where it is not tried again.
pub(super) fn call_wait_ms(
    tries: i64,
    pause_ms: Option<i64>,
    made_at_ms: i64,
    now_ms: i64,
) -> Option<i64> {
    let wait_ms = wait_ms(tries)?.max(pause_ms.unwrap_or(0));
    (!is_too_old(made_at_ms, now_ms + wait_ms)).then_some(wait_ms)
}

/// Whether a delivery is no news any more at this time.
pub(super) fn is_too_old(made_at_ms: i64, at_ms: i64) -> bool {
    at_ms - made_at_ms > OLDEST_MS
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
    fn a_receiver_is_left_alone_as_long_as_it_asks_for_up_to_a_day() {
        assert_eq!(pause_ms(503, Some(3_600_000)), Some(HOUR_MS));
        assert_eq!(pause_ms(429, Some(u64::MAX)), Some(DAY_MS));
        for (status, asked) in [(500, Some(60_000)), (503, None), (429, Some(0))] {
            assert_eq!(pause_ms(status, asked), None);
        }
        assert_eq!(call_wait_ms(1, Some(HOUR_MS), 0, 0), Some(HOUR_MS));
        assert_eq!(call_wait_ms(5, Some(MINUTE_MS), 0, 0), Some(2 * HOUR_MS));
        assert_eq!(call_wait_ms(3, Some(DAY_MS), 0, 2 * DAY_MS), Some(DAY_MS));
        assert_eq!(call_wait_ms(3, Some(DAY_MS), 0, 2 * DAY_MS + 1), None);
        assert_eq!(call_wait_ms(9, None, 0, 0), None);
        // Without a word of the receiver the last try comes before it is too old.
        let last_ms: i64 = WAITS_MS.iter().sum();
        assert!(last_ms <= OLDEST_MS);
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
