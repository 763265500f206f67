//! When a saved search tells of new jobs: the hour and day in the person's time zone. Pure.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use foothold_shared::notification::{AlertPace, SearchAlerts};
use foothold_shared::problem::FieldProblem;

/// When it is never.
pub(super) const NEVER_MS: i64 = i64::MAX;

/// What is wrong with what was asked for.
pub(super) fn check(alerts: &SearchAlerts) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, code: &str, message: &str| {
        problems.push(FieldProblem {
            field: field.to_owned(),
            code: code.to_owned(),
            message: message.to_owned(),
        });
    };
    if alerts.hour > 23 {
        wrong("hour", "out_of_range", "Choose an hour from 0 to 23.");
    }
    if !(1..=7).contains(&alerts.weekday) {
        wrong(
            "weekday",
            "out_of_range",
            "Choose a day from 1 (Monday) to 7 (Sunday).",
        );
    }
    if alerts.time_zone.parse::<Tz>().is_err() {
        wrong(
            "time_zone",
            "unknown_time_zone",
            "Give the time zone by its name, such as Europe/Lisbon.",
        );
    }
    problems
}

/// The next time after `now_ms` that is due. Where the clock leaves the hour out, the first moment after it.
pub(super) fn next_ms(alerts: &SearchAlerts, now_ms: i64) -> i64 {
    let weekday = match alerts.pace {
        AlertPace::Off => return NEVER_MS,
        AlertPace::Instantly => return now_ms,
        AlertPace::Daily => None,
        AlertPace::Weekly => Some(u32::from(alerts.weekday)),
    };
    let zone: Tz = alerts.time_zone.parse().unwrap_or(Tz::UTC);
    let now = DateTime::<Utc>::from_timestamp_millis(now_ms).unwrap_or_default();
    let mut day = now.with_timezone(&zone).date_naive();
    // Nine days hold every day of the week twice at its border.
    for _ in 0..9 {
        let is_day = weekday.is_none_or(|weekday| day.weekday().number_from_monday() == weekday);
        if is_day
            && let Some(at_ms) = at(zone, day, alerts.hour)
            && at_ms > now_ms
        {
            return at_ms;
        }
        let Some(next) = day.checked_add_days(Days::new(1)) else {
            break;
        };
        day = next;
    }
    NEVER_MS
}

/// The hour of a day in a time zone.
fn at(zone: Tz, day: NaiveDate, hour: u8) -> Option<i64> {
    let local = day.and_hms_opt(u32::from(hour), 0, 0)?;
    // Clocks are put forward by two hours at most, but for whole days that a zone once left out.
    (0..=8).find_map(|quarters| {
        let local = local + TimeDelta::minutes(15 * quarters);
        let found = zone.from_local_datetime(&local).earliest()?;
        Some(found.timestamp_millis())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alerts(pace: AlertPace, zone: &str, hour: u8, weekday: u8) -> SearchAlerts {
        SearchAlerts {
            pace,
            hour,
            weekday,
            time_zone: zone.to_owned(),
            ..SearchAlerts::default()
        }
    }

    #[track_caller]
    fn check_next(alerts: &SearchAlerts, now: &str, next: &str) {
        let ms = |text: &str| {
            DateTime::parse_from_rfc3339(text)
                .expect("a time")
                .timestamp_millis()
        };
        assert_eq!(next_ms(alerts, ms(now)), ms(next), "{now}");
    }

    #[test]
    fn the_next_hour_is_the_persons() {
        let lisbon = alerts(AlertPace::Daily, "Europe/Lisbon", 8, 1);
        check_next(&lisbon, "2027-01-15T07:59:59Z", "2027-01-15T08:00:00Z");
        check_next(&lisbon, "2027-01-15T08:00:00Z", "2027-01-16T08:00:00Z");
        check_next(&lisbon, "2027-07-15T08:00:00Z", "2027-07-16T07:00:00Z");
        let auckland = alerts(AlertPace::Daily, "Pacific/Auckland", 0, 1);
        check_next(&auckland, "2027-01-15T10:30:00Z", "2027-01-15T11:00:00Z");
        let kolkata = alerts(AlertPace::Daily, "Asia/Kolkata", 23, 1);
        check_next(&kolkata, "2027-01-15T17:30:00Z", "2027-01-16T17:30:00Z");
    }

    #[test]
    fn the_next_day_is_the_persons() {
        // The 15th is a Friday; in Honolulu it still is Thursday.
        let friday = alerts(AlertPace::Weekly, "Pacific/Honolulu", 9, 5);
        check_next(&friday, "2027-01-15T05:00:00Z", "2027-01-15T19:00:00Z");
        check_next(&friday, "2027-01-15T19:00:00Z", "2027-01-22T19:00:00Z");
        let monday = alerts(AlertPace::Weekly, "UTC", 8, 1);
        check_next(&monday, "2027-01-15T08:00:00Z", "2027-01-18T08:00:00Z");
    }

    #[test]
    fn an_hour_that_a_clock_leaves_out_or_repeats_comes_once() {
        // 28 March 2027: from one o'clock to two in Lisbon, 31 October: from two back to one.
        let lisbon = alerts(AlertPace::Daily, "Europe/Lisbon", 1, 1);
        check_next(&lisbon, "2027-03-27T12:00:00Z", "2027-03-28T01:00:00Z");
        check_next(&lisbon, "2027-03-28T01:00:00Z", "2027-03-29T00:00:00Z");
        check_next(&lisbon, "2027-10-30T12:00:00Z", "2027-10-31T00:00:00Z");
        check_next(&lisbon, "2027-10-31T00:00:00Z", "2027-11-01T01:00:00Z");
    }

    #[test]
    fn off_is_never_and_instantly_is_now() {
        assert_eq!(next_ms(&alerts(AlertPace::Off, "UTC", 8, 1), 5), NEVER_MS);
        assert_eq!(next_ms(&alerts(AlertPace::Instantly, "UTC", 8, 1), 5), 5);
    }

    #[test]
    fn what_is_no_time_is_said() {
        let fields = |alerts: &SearchAlerts| -> Vec<String> {
            check(alerts).into_iter().map(|one| one.field).collect()
        };
        assert!(fields(&SearchAlerts::default()).is_empty());
        let wrong = alerts(AlertPace::Daily, "Lisbon", 24, 0);
        assert_eq!(fields(&wrong), ["hour", "weekday", "time_zone"]);
    }
}
