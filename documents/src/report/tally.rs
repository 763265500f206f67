//! Points: what each finding takes from its part, in whole tenths, so that sums are exact.

use super::weights::{Code, PartWeight};
use foothold_shared::reading::Spot;
use foothold_shared::report::{ReportFinding, ReportPart, ReportPartName};

/// The most places that a finding names.
const PLACES: usize = 20;
/// The most characters of a place's words.
const WORDS: usize = 300;

/// What was found, before it has its points.
#[derive(Default)]
pub(super) struct Finding {
    /// One sentence.
    pub(super) says: String,
    /// What to do.
    pub(super) todo: String,
    /// The words it is about, each with its place where it has one.
    pub(super) places: Vec<(String, Option<Spot>)>,
}

impl Finding {
    pub(super) fn new(says: impl Into<String>, todo: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            todo: todo.into(),
            places: Vec::new(),
        }
    }

    pub(super) fn at(mut self, places: Vec<(String, Option<Spot>)>) -> Self {
        self.places = places;
        self
    }
}

struct Part {
    weight: PartWeight,
    /// In tenths of a point.
    most: u32,
    lost: u32,
    findings: Vec<ReportFinding>,
}

/// The points of a report while it is made.
pub(super) struct Tally {
    parts: Vec<Part>,
}

impl Tally {
    /// All points are there; parts that bring none are left out.
    pub(super) fn new(table: &[PartWeight], with_posting: bool) -> Self {
        let most = |weight: &PartWeight| {
            10 * if with_posting {
                weight.with_posting
            } else {
                weight.alone
            }
        };
        let parts = table
            .iter()
            .filter(|weight| most(weight) > 0)
            .map(|weight| Part {
                weight: *weight,
                most: most(weight),
                lost: 0,
                findings: Vec::new(),
            });
        Self {
            parts: parts.collect(),
        }
    }

    /// A single part that a file without text loses whole.
    pub(super) fn of_nothing(table: &[PartWeight], finding: Finding) -> Self {
        let mut tally = Self::new(table, false);
        let first = tally.parts.first().map(|part| PartWeight {
            name: ReportPartName::Reading,
            ..part.weight
        });
        tally.parts = first
            .into_iter()
            .map(|weight| Part {
                weight,
                most: 1_000,
                lost: 0,
                findings: Vec::new(),
            })
            .collect();
        tally.lose(Code::NoText, 1.0, finding);
        tally
    }

    /// Takes what a finding costs: `severity` (0 to 1) of its share. A part that a table does not have loses nothing,
    /// and its finding is not told.
    pub(super) fn lose(&mut self, code: Code, severity: f32, finding: Finding) {
        let weight = code.weight();
        let found = self
            .parts
            .iter_mut()
            .find(|part| part.weight.name == weight.part);
        let Some(part) = found else {
            return;
        };
        let severity = if severity.is_finite() {
            severity.clamp(0.0, 1.0)
        } else {
            1.0
        };
        let whole = part.most * weight.share / 100;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most a thousand, and never negative"
        )]
        let share = (f64::from(whole) * f64::from(severity)).round() as u32;
        // What costs anything costs a tenth.
        let share = if whole > 0 { share.max(1) } else { 0 };
        let lost = share.min(part.most - part.lost);
        part.lost += lost;
        let places = finding.places.into_iter().take(PLACES);
        let (texts, spots): (Vec<String>, Vec<Option<Spot>>) = places
            .map(|(text, spot)| (text.chars().take(WORDS).collect(), spot))
            .unzip();
        // Only a list that has a place for each of its texts can be in their order.
        let spots = spots.into_iter().collect::<Option<Vec<Spot>>>();
        part.findings.push(ReportFinding {
            code: weight.code.to_owned(),
            says: finding.says,
            todo: finding.todo,
            lost: points(lost),
            spots: spots.unwrap_or_default(),
            texts,
        });
    }

    /// The score and its parts; in each, what cost the most comes first.
    pub(super) fn view(self) -> (f64, Vec<ReportPart>) {
        let score: u32 = self.parts.iter().map(|part| part.most - part.lost).sum();
        let parts = self.parts.into_iter().map(|mut part| {
            part.findings
                .sort_by(|one, other| other.lost.total_cmp(&one.lost));
            ReportPart {
                name: part.weight.name,
                says: part.weight.says.to_owned(),
                points: points(part.most - part.lost),
                most: points(part.most),
                findings: part.findings,
            }
        });
        (points(score), parts.collect())
    }
}

/// Tenths as points.
fn points(tenths: u32) -> f64 {
    f64::from(tenths) / 10.0
}

#[cfg(test)]
mod tests {
    use super::super::weights::{LETTER, RESUME};
    use super::*;

    fn tenths(points: f64) -> i64 {
        let tenths = (points * 10.0).round();
        assert!((points * 10.0 - tenths).abs() < 1e-9, "{points}");
        tenths as i64
    }

    /// Whatever is found, the parts' points, the findings' losses and the score are one sum.
    #[test]
    fn points_are_a_sum_whatever_is_found() {
        let all = [
            Code::LettersLost,
            Code::JobsUnread,
            Code::NameMissing,
            Code::EmailMissing,
            Code::HeadingUnusual,
            Code::DateMissing,
            Code::Gap,
            Code::NoOutcome,
            Code::NoVerb,
            Code::TooLong,
            Code::TooShort,
            Code::Buzzwords,
            Code::Columns,
            Code::InProfileOnly,
            Code::RequiredMissing,
            Code::OnlyListed,
            Code::SentDiffers,
            Code::CompanyWrong,
            Code::Unsupported,
            Code::Cliches,
            Code::GreetingMissing,
        ];
        // A linear congruential generator: chance that is the same every time.
        let mut state: u64 = 7;
        let mut next = move || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(state >> 33).unwrap_or_default()
        };
        for round in 0..2_000 {
            let table = if round % 2 == 0 { RESUME } else { LETTER };
            let mut tally = Tally::new(table, round % 3 == 0);
            for _ in 0..next() % 40 {
                let code = all[next() as usize % all.len()];
                let severity = next() as f32 / 1.0e9;
                tally.lose(code, severity, Finding::new("says", "todo"));
            }
            let (score, parts) = tally.view();
            let points: i64 = parts.iter().map(|part| tenths(part.points)).sum();
            let most: i64 = parts.iter().map(|part| tenths(part.most)).sum();
            let lost: i64 = parts
                .iter()
                .flat_map(|part| &part.findings)
                .map(|finding| tenths(finding.lost))
                .sum();
            assert_eq!(most, 1_000);
            assert_eq!(points, tenths(score));
            assert_eq!(1_000 - lost, tenths(score));
            for part in &parts {
                let lost: i64 = part.findings.iter().map(|f| tenths(f.lost)).sum();
                assert_eq!(tenths(part.most) - lost, tenths(part.points));
                assert!(part.points >= 0.0);
            }
        }
    }

    #[test]
    fn a_file_without_text_has_no_points() {
        let (score, parts) = Tally::of_nothing(RESUME, Finding::new("a", "b")).view();
        assert_eq!((score, parts.len()), (0.0, 1));
        assert_eq!((parts[0].most, parts[0].findings[0].lost), (100.0, 100.0));
    }
}
