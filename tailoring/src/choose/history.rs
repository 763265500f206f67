//! The order of jobs, schools and projects: the latest first, and what has no date where the person put it.

use foothold_shared::profile::YearMonth;

/// When something was, for ordering.
pub(crate) struct When<'t> {
    pub(crate) start: Option<&'t YearMonth>,
    pub(crate) end: Option<&'t YearMonth>,
    pub(crate) current: bool,
}

impl When<'_> {
    /// What goes on is later than what is over; then by the end, then by the beginning.
    fn key(&self) -> Option<Key> {
        let months =
            |date: &YearMonth| u32::from(date.year) * 12 + u32::from(date.month.unwrap_or(0));
        let start = self.start.map(months);
        let end = self.end.map(months).or(start)?;
        Some((
            self.current,
            if self.current { 0 } else { end },
            start.unwrap_or(end),
        ))
    }
}

/// Whether it goes on, its last month, its first.
type Key = (bool, u32, u32);

/// The places of a list's entries, the latest first. One without any date stays behind the one it stood behind.
pub(crate) fn latest_first<'t>(times: impl Iterator<Item = When<'t>>) -> Vec<usize> {
    // Runs: a dated entry and the undated ones behind it.
    let mut runs: Vec<(Option<Key>, Vec<usize>)> = Vec::new();
    for (at, when) in times.enumerate() {
        match (when.key(), runs.last_mut()) {
            (None, Some((_, run))) => run.push(at),
            (key, _) => runs.push((key, vec![at])),
        }
    }
    // Undated ones at the top of the list stay there.
    runs.sort_by_key(|(key, _)| (key.is_some(), std::cmp::Reverse(*key)));
    runs.into_iter().flat_map(|(_, run)| run).collect()
}

/// How recent something is, 0 to 1: what goes on is 1, and each year takes a tenth. What has no date is in the middle.
pub(crate) fn recency(when: &When<'_>, today: &str) -> f32 {
    if when.current {
        return 1.0;
    }
    let this_year: Option<u16> = today.get(..4).and_then(|year| year.parse().ok());
    let last = when.end.or(when.start);
    match (this_year, last) {
        (Some(now), Some(last)) => {
            (1.0 - f32::from(now.saturating_sub(last.year)) * 0.1).clamp(0.0, 1.0)
        }
        _ => 0.5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_comes_first_and_what_has_no_date_stays_behind_its_neighbour() {
        let year = |year| YearMonth { year, month: None };
        let (y10, y12, y15, y18) = (year(2010), year(2012), year(2015), year(2018));
        let times = [
            (Some(&y10), Some(&y12), false),
            (None, None, false),
            (Some(&y15), None, true),
            (Some(&y12), Some(&y18), false),
        ];
        let when = |(start, end, current)| When {
            start,
            end,
            current,
        };
        assert_eq!(latest_first(times.into_iter().map(when)), [2, 3, 0, 1]);
        let none = [(None, None, false); 3];
        assert_eq!(latest_first(none.into_iter().map(when)), [0, 1, 2]);
        assert!(recency(&when((Some(&y10), Some(&y12), false)), "2026-11-21") < 0.01);
        assert!(recency(&when((Some(&y10), None, true)), "2026-11-21") > 0.99);
    }
}
