//! How a person's scores went together with the answers that they got.
//!
//! Pure: applications with the scores that they had → counts, and what they mean. What must not happen here: a
//! conclusion from a handful; an application that still waits counted as unanswered.

use foothold_shared::application::ApplicationStatus;
use foothold_shared::matching::{CalibrationBand, MatchCalibration};

/// How many it takes to say anything.
const NEEDED: u32 = 10;
/// How many with and without an interview it takes to compare the two.
const OF_EACH: usize = 3;
/// After this time an employer who was silent has answered.
const SETTLED_AFTER_MS: i64 = 21 * 24 * 60 * 60 * 1000;
/// The bands of scores, the highest first.
const BANDS: [(u32, u32); 4] = [(80, 100), (65, 80), (50, 65), (0, 50)];
/// Less far from chance than this is too little to speak of, however many applications there are.
const CHANCE: f64 = 0.1;
/// How many standard deviations of pure chance a share must be away from a half: chance alone goes beyond it one time in
/// ten.
const DEVIATIONS: f64 = 1.645;

/// An application that was sent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sent {
    /// 0 to 100, as it was then; `None` where the job was not known.
    pub(super) score: Option<f64>,
    pub(super) status: ApplicationStatus,
    pub(super) submitted_at_ms: i64,
}

impl Sent {
    fn is_answered(&self) -> bool {
        self.is_interview() || self.status == ApplicationStatus::Rejected
    }

    fn is_interview(&self) -> bool {
        matches!(
            self.status,
            ApplicationStatus::Interview | ApplicationStatus::Offer
        )
    }

    fn is_settled(&self, now_ms: i64) -> bool {
        self.is_answered() || now_ms - self.submitted_at_ms >= SETTLED_AFTER_MS
    }
}

/// What the scores were worth.
pub(super) fn calibrate(sent: &[Sent], now_ms: i64) -> MatchCalibration {
    let (mut settled, mut waiting, mut without_score) = (Vec::new(), 0, 0);
    for one in sent {
        match one.score {
            _ if one.status == ApplicationStatus::Withdrawn => {}
            None => without_score += 1,
            Some(score) if one.is_settled(now_ms) => settled.push((score, one)),
            Some(_) => waiting += 1,
        }
    }
    let count = u32::try_from(settled.len()).unwrap_or(u32::MAX);
    let enough = count >= NEEDED;
    let compared = enough.then(|| compare(&settled)).flatten();
    MatchCalibration {
        needed: NEEDED,
        settled: count,
        waiting,
        without_score,
        enough,
        bands: if enough { bands(&settled) } else { Vec::new() },
        interviews_scored_higher: compared.map(|compared| compared.share),
        says: says(count, compared, &settled),
    }
}

fn bands(settled: &[(f64, &Sent)]) -> Vec<CalibrationBand> {
    BANDS
        .into_iter()
        .map(|(from, to)| {
            let within: Vec<&Sent> = settled
                .iter()
                .filter(|(score, _)| {
                    *score >= f64::from(from) && (*score < f64::from(to) || to == 100)
                })
                .map(|(_, sent)| *sent)
                .collect();
            let count = |test: fn(&Sent) -> bool| {
                u32::try_from(within.iter().filter(|sent| test(sent)).count()).unwrap_or(u32::MAX)
            };
            CalibrationBand {
                from,
                to,
                sent: count(|_| true),
                answered: count(Sent::is_answered),
                interviews: count(Sent::is_interview),
            }
        })
        .filter(|band| band.sent > 0)
        .collect()
}

/// Those that led to an interview, each beside each of the others.
#[derive(Debug, Clone, Copy)]
struct Compared {
    /// In how many of the pairs the one that led to an interview had the higher score; the same score counts half.
    share: f64,
    /// How far from a half chance alone leads with so few.
    chance: f64,
}

fn compare(settled: &[(f64, &Sent)]) -> Option<Compared> {
    let (with, without): (Vec<_>, Vec<_>) =
        settled.iter().partition(|(_, sent)| sent.is_interview());
    if with.len() < OF_EACH || without.len() < OF_EACH {
        return None;
    }
    let mut higher = 0.0;
    for (one, _) in &with {
        for (other, _) in &without {
            higher += match one.total_cmp(other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    let number = |many: usize| u32::try_from(many).map_or(f64::MAX, f64::from);
    let (with, without) = (number(with.len()), number(without.len()));
    // The spread of this share where scores tell nothing (that of Mann and Whitney's U).
    let spread = ((with + without + 1.0) / (12.0 * with * without)).sqrt();
    Some(Compared {
        share: higher / (with * without),
        chance: (DEVIATIONS * spread).max(CHANCE),
    })
}

fn says(count: u32, compared: Option<Compared>, settled: &[(f64, &Sent)]) -> String {
    if count < NEEDED {
        return format!(
            "Too few to say: {count} of {NEEDED} applications that had a score are answered or older than three weeks."
        );
    }
    let Some(Compared { share, chance }) = compared else {
        return if settled.iter().any(|(_, sent)| sent.is_interview()) {
            "Too few to compare: it takes three applications that led to an interview, and three that did not."
        } else {
            "None of these applications has led to an interview yet, so the score cannot be checked by them."
        }
        .to_owned();
    };
    let pairs = format!(
        "when one that led to an interview is put beside one that did not, it had the higher score {:.0} times of 100",
        share * 100.0
    );
    if share - 0.5 >= chance {
        format!("A higher score has meant a better chance for you: {pairs}.")
    } else if 0.5 - share >= chance {
        format!("The score has not helped you so far: {pairs}. Trust your own judgement over it.")
    } else {
        format!(
            "So far these applications do not show whether a higher score means a better chance: {pairs}, and with so few, chance alone gives {:.0} to {:.0}.",
            (0.5 - chance).max(0.0) * 100.0,
            (0.5 + chance).min(1.0) * 100.0
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;

    fn sent(score: f64, status: ApplicationStatus, days_ago: i64) -> Sent {
        Sent {
            score: Some(score),
            status,
            submitted_at_ms: NOW_MS - days_ago * 24 * 60 * 60 * 1000,
        }
    }

    #[test]
    fn a_handful_says_nothing() {
        let few = vec![sent(90.0, ApplicationStatus::Interview, 2); 3];
        let found = calibrate(&few, NOW_MS);
        assert!(!found.enough && found.bands.is_empty());
        assert_eq!(found.interviews_scored_higher, None);
        assert!(
            found.says.starts_with("Too few to say: 3 of 10"),
            "{}",
            found.says
        );
    }

    #[test]
    fn what_waits_was_withdrawn_or_has_no_score_is_not_counted() {
        let mut all = vec![
            sent(70.0, ApplicationStatus::Applied, 5),
            sent(70.0, ApplicationStatus::Withdrawn, 50),
            sent(70.0, ApplicationStatus::Applied, 21),
            sent(70.0, ApplicationStatus::Rejected, 1),
        ];
        all.push(Sent {
            score: None,
            ..all[0]
        });
        let found = calibrate(&all, NOW_MS);
        assert_eq!(
            (found.settled, found.waiting, found.without_score),
            (2, 1, 1)
        );
    }

    #[test]
    fn scores_that_went_with_interviews_are_told_from_those_that_did_not() {
        let of = |interviews: [f64; 4], others: [f64; 8]| {
            let mut all: Vec<Sent> = interviews
                .map(|score| sent(score, ApplicationStatus::Interview, 9))
                .to_vec();
            all.extend(others.map(|score| sent(score, ApplicationStatus::Applied, 40)));
            calibrate(&all, NOW_MS)
        };
        let low = [20.0, 30.0, 40.0, 45.0, 50.0, 55.0, 60.0, 64.9];
        let good = of([100.0, 80.0, 79.9, 65.0], low);
        assert_eq!(good.interviews_scored_higher, Some(1.0));
        assert!(good.says.contains("better chance"), "{}", good.says);
        let counts: Vec<(u32, u32, u32)> = good
            .bands
            .iter()
            .map(|band| (band.from, band.sent, band.interviews))
            .collect();
        assert_eq!(counts, [(80, 2, 2), (65, 2, 2), (50, 4, 0), (0, 4, 0)]);
        assert!(of([10.0; 4], low).says.contains("your own judgement"));
        assert!(of([47.0; 4], low).says.contains("do not show whether"));
        // Three of four higher than most is what chance often gives with twelve.
        let few = of([70.0, 62.0, 57.0, 25.0], low);
        assert_eq!(few.interviews_scored_higher, Some(22.0 / 32.0));
        assert!(few.says.contains("20 to 80"), "{}", few.says);
    }

    #[test]
    fn the_more_there_are_the_less_is_chance() {
        let of = |times: usize| {
            let mut all = Vec::new();
            for _ in 0..times {
                all.extend(
                    [70.0, 62.0, 57.0, 25.0]
                        .map(|score| sent(score, ApplicationStatus::Interview, 9)),
                );
                all.extend(
                    [20.0, 30.0, 40.0, 45.0, 50.0, 55.0, 60.0, 64.9]
                        .map(|score| sent(score, ApplicationStatus::Rejected, 9)),
                );
            }
            calibrate(&all, NOW_MS).says
        };
        assert!(of(1).contains("do not show whether"));
        assert!(of(10).contains("better chance for you"), "{}", of(10));
    }

    #[test]
    fn interviews_are_needed_to_compare() {
        let mut all = vec![sent(70.0, ApplicationStatus::Rejected, 9); 12];
        assert!(
            calibrate(&all, NOW_MS).says.contains("None of these"),
            "none"
        );
        all[0].status = ApplicationStatus::Offer;
        let one = calibrate(&all, NOW_MS);
        assert!(one.enough && one.interviews_scored_higher.is_none());
        assert!(one.says.contains("Too few to compare"), "{}", one.says);
    }
}
