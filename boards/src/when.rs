//! Moments as boards write them.
//!
//! What must not happen here: a clock. What counts from today gets the day from the answer.

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta};
use foothold_core::posting::values;

/// A moment, and whether only its day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Epoch milliseconds; the beginning of the day (UTC) where only that is known.
    pub(crate) ms: i64,
    /// Only the day is known.
    pub(crate) day: bool,
}

impl Moment {
    /// When a last day like this is over everywhere.
    pub(crate) fn over_ms(self) -> i64 {
        const HOUR_MS: i64 = 3_600_000;
        // The day ends last at UTC−12.
        if self.day {
            self.ms + 36 * HOUR_MS
        } else {
            self.ms
        }
    }
}

/// What a value says; nothing for values that templates put where nobody said one.
pub(crate) fn read(text: &str, now_ms: i64) -> Option<Moment> {
    let text = text.trim();
    if text.is_empty() || text.len() > 200 {
        return None;
    }
    let exact = exact(text).map(|ms| Moment { ms, day: false });
    exact
        .or_else(|| {
            let day = values::day(text, None, &day_of(now_ms)).and_then(|day| start_of(&day))?;
            Some(Moment { ms: day, day: true })
        })
        .filter(|moment| is_likely(moment.ms))
}

fn is_likely(ms: i64) -> bool {
    // 2000 to 2090.
    (946_684_800_000..3_786_912_000_000).contains(&ms)
}

fn exact(text: &str) -> Option<i64> {
    if (9..=13).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()) {
        let number = text.parse::<i64>().ok()?;
        return Some(if text.len() >= 12 {
            number
        } else {
            number * 1_000
        });
    }
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Some(moment.timestamp_millis());
    }
    if let Ok(moment) = DateTime::parse_from_rfc2822(text) {
        return Some(moment.timestamp_millis());
    }
    for format in [
        "%Y-%m-%dT%H:%M:%S%.f%z",
        "%Y-%m-%d %H:%M:%S%.f %z",
        "%Y-%m-%d %H:%M:%S%.f%z",
    ] {
        if let Ok(moment) = DateTime::parse_from_str(text, format) {
            return Some(moment.timestamp_millis());
        }
    }
    let bare = text
        .strip_suffix(" UTC")
        .or_else(|| text.strip_suffix('Z'))
        .unwrap_or(text);
    [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y-%m-%dT%H:%M",
    ]
    .iter()
    .find_map(|format| NaiveDateTime::parse_from_str(bare, format).ok())
    .map(|moment| moment.and_utc().timestamp_millis())
}

/// The day (`YYYY-MM-DD`, UTC) of a moment.
pub(crate) fn day_of(ms: i64) -> String {
    DateTime::from_timestamp_millis(ms)
        .map_or_else(String::new, |moment| moment.format("%Y-%m-%d").to_string())
}

fn start_of(day: &str) -> Option<i64> {
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    Some(day.and_hms_opt(0, 0, 0)?.and_utc().timestamp_millis())
}

/// "30+ Days Ago": at least that long, so that long ago at the latest.
pub(crate) fn at_least_ago(text: &str, now_ms: i64) -> Option<Moment> {
    let text = text.to_ascii_lowercase();
    let (before, after) = text.split_once('+')?;
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    let days = digits.parse::<u64>().ok().filter(|days| *days <= 400)?;
    if !after.trim_start().starts_with("day") {
        return None;
    }
    let now = DateTime::from_timestamp(now_ms / 1_000, 0)?;
    let day = now.date_naive().checked_sub_days(Days::new(days))?;
    start_of(&day.to_string()).map(|ms| Moment { ms, day: true })
}

/// Days between, for comparing.
pub(crate) fn days_apart(a_ms: i64, b_ms: i64) -> i64 {
    TimeDelta::milliseconds(a_ms.saturating_sub(b_ms).saturating_abs()).num_days()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_795_262_400_000; // 2026-11-21T12:00Z

    #[test]
    fn moments_in_every_writing() {
        for text in [
            "2026-07-10T09:00:00Z",
            "2026-07-10T11:00:00.000+02:00",
            "2026-07-10T11:00:00+0200",
            "2026-07-10 09:00:00 UTC",
            "2026-07-10T09:00:00",
            "Fri, 10 Jul 2026 09:00:00 +0000",
            "Fri, 10 Jul 2026 09:00:00 GMT",
            "1783674000",
            "1783674000000",
        ] {
            assert_eq!(
                read(text, NOW),
                Some(Moment {
                    ms: 1_783_674_000_000,
                    day: false
                }),
                "{text}"
            );
        }
        for (text, day) in [
            ("2026-07-10", "2026-07-10"),
            ("Posted 5 Days Ago", "2026-11-16"),
            ("Posted Today", "2026-11-21"),
            ("10 July 2026", "2026-07-10"),
        ] {
            let moment = read(text, NOW).expect("a day");
            assert!(moment.day, "{text}");
            assert_eq!(day_of(moment.ms), day, "{text}");
        }
        for text in [
            "",
            "soon",
            "0001-01-01T00:00:00Z",
            "1970-01-01",
            "Posted 30+ Days Ago",
        ] {
            assert_eq!(read(text, NOW), None, "{text}");
        }
        let ago = at_least_ago("Posted 30+ Days Ago", NOW).expect("days");
        assert_eq!(day_of(ago.ms), "2026-10-22");
    }

    #[test]
    fn a_last_day_is_over_when_it_is_over_everywhere() {
        let day = read("2026-07-10", NOW).expect("a day");
        assert_eq!(day_of(day.over_ms()), "2026-07-11");
        assert_eq!(day_of(day.over_ms() - 1), "2026-07-11");
        let noon = exact("2026-07-11T12:00:00Z").expect("a moment");
        assert_eq!(day.over_ms(), noon);
    }
}
