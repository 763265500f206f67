//! The days of jobs as words of PostgreSQL's index, so that a search can keep to a few days.
//!
//! Days, and blocks of 4, 16 and 64 of them, each have a word; a time of many days is a few words.
//! What must not happen here: a day that no words cover, or that two words of one cover do.

/// The minutes of a job's number; see `take::number_at`.
const WITHIN: i64 = 1 << 26;
const DAY: i64 = 24 * 60 * WITHIN;
/// How many days a block of each size has.
const SIZES: [i64; 4] = [64, 16, 4, 1];

/// The day of a job, by its number.
pub(super) const fn day(job_no: i64) -> i64 {
    job_no.div_euclid(DAY)
}

/// The lowest number of a day.
pub(super) const fn number_of(day: i64) -> i64 {
    day.saturating_mul(DAY)
}

fn word(size: i64, day: i64) -> String {
    format!("qz{size}d{}", day.div_euclid(size))
}

/// The words of a job's day.
pub(super) fn days_of(job_no: i64) -> Vec<String> {
    SIZES.iter().map(|size| word(*size, day(job_no))).collect()
}

/// The words that jobs from one day to another have, each one of them; both days are among them.
pub(super) fn days_between(first: i64, last: i64) -> Vec<String> {
    let mut words = Vec::new();
    let mut at = first;
    while at <= last {
        let fits = |size: &&i64| at.rem_euclid(**size) == 0 && at + **size - 1 <= last;
        let size = SIZES.iter().find(fits).copied().unwrap_or(1);
        words.push(word(size, at));
        at += size;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_day_of_a_time_has_one_of_its_words_and_no_other_day_has() {
        for (first, last) in [
            (0, 0),
            (3, 3),
            (20_011, 20_140),
            (63, 64),
            (64, 127),
            (5, 300),
        ] {
            let words = days_between(first, last);
            // Three of each smaller size at either end, and the large ones between.
            let most = 18 + usize::try_from((last - first) / 64).expect("a count");
            assert!(words.len() <= most, "{words:?}");
            for day in (first - 70).max(0)..last + 70 {
                let mine = days_of(number_of(day) + 5);
                let covers = mine.iter().filter(|word| words.contains(word)).count();
                assert_eq!(
                    covers,
                    usize::from((first..=last).contains(&day)),
                    "{day} in {first}..={last}"
                );
            }
        }
    }
}
