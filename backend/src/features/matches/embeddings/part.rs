//! The part of a score that tells how near the texts are.
//!
//! Pure: a score and a nearness → the score with that part, in place of an earlier one.
//! What must not happen here: a score lifted that is ruled out or unwanted; points without a reason.

use foothold_matching::nearness;
use foothold_shared::matching::{MatchPart, MatchPartName, MatchScore};

/// From here on a text is told to be nearer, or farther, than most.
const NEARER: f32 = 0.65;
const FARTHER: f32 = 0.35;

/// The score with this nearness, as a model sees it; without one, without the part.
pub(super) fn with_nearness(mut score: MatchScore, near: Option<f32>, model: &str) -> MatchScore {
    let is_nearness = |part: &MatchPart| part.name == MatchPartName::Nearness;
    let earlier: f64 = score
        .parts
        .iter()
        .filter(|part| is_nearness(part))
        .map(|part| part.points)
        .sum();
    score.parts.retain(|part| !is_nearness(part));
    let base = tenths(score.score - earlier);
    score.score = base;
    let Some(near) = near.filter(|_| score.unwanted.is_empty()) else {
        return score;
    };
    let wanted = f64::from(nearness::points(near, !score.knockouts.is_empty()));
    score.score = tenths((base + wanted).clamp(0.0, 100.0));
    let (mut evidence, mut missing) = (Vec::new(), Vec::new());
    if near >= NEARER {
        evidence.push(format!(
            "Its text is nearer to your profile than those of most of your matches, says the language model {model}"
        ));
    } else if near <= FARTHER {
        missing.push(format!(
            "Its text is less near to your profile than those of most of your matches, says the language model {model}"
        ));
    } else {
        evidence.push(format!(
            "Its text is about as near to your profile as those of your other matches, says the language model {model}"
        ));
    }
    let part = MatchPart {
        name: MatchPartName::Nearness,
        points: tenths(score.score - base),
        most: f64::from(nearness::BAND),
        evidence,
        missing,
    };
    // A second look stays the last word.
    let at = score
        .parts
        .iter()
        .position(|part| part.name == MatchPartName::SecondLook)
        .unwrap_or(score.parts.len());
    score.parts.insert(at, part);
    score
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::matching::MatchKnockout;

    fn score(score: f64) -> MatchScore {
        MatchScore {
            score,
            ..MatchScore::default()
        }
    }

    fn is(found: &MatchScore, expected: f64) -> bool {
        (found.score - expected).abs() < 1e-9
    }

    #[test]
    fn a_nearness_moves_a_score_and_is_replaced_by_the_next() {
        let up = with_nearness(score(60.0), Some(1.0), "m");
        assert!(is(&up, 64.0));
        assert!(up.parts[0].evidence[0].ends_with("the language model m"));
        let down = with_nearness(up, Some(0.0), "m");
        assert!(is(&down, 56.0) && down.parts.len() == 1);
        assert_eq!(
            (down.parts[0].evidence.len(), down.parts[0].missing.len()),
            (0, 1)
        );
        let middle = with_nearness(down, Some(0.5), "m");
        assert!(is(&middle, 60.0) && middle.parts[0].evidence.len() == 1);
        let none = with_nearness(middle, None, "m");
        assert_eq!(none, score(60.0));
        assert!(is(&with_nearness(score(98.0), Some(1.0), "m"), 100.0));
        assert!(is(&with_nearness(score(1.0), Some(0.0), "m"), 0.0));
    }

    #[test]
    fn what_is_ruled_out_or_unwanted_is_not_lifted() {
        let mut knocked = score(40.0);
        knocked.knockouts.push(MatchKnockout::default());
        let same = with_nearness(knocked, Some(1.0), "m");
        assert!(is(&same, 40.0));
        assert!(is(&with_nearness(same, Some(0.0), "m"), 36.0));
        let mut unwanted = score(40.0);
        unwanted.unwanted = "You do not want to see jobs of Clay".into();
        let same = with_nearness(unwanted, Some(1.0), "m");
        assert!(is(&same, 40.0) && same.parts.is_empty());
    }

    #[test]
    fn a_second_look_stays_the_last_part_and_what_it_was() {
        let mut looked = score(70.0);
        looked.parts.push(MatchPart {
            name: MatchPartName::SecondLook,
            points: 5.0,
            ..MatchPart::default()
        });
        let both = with_nearness(looked, Some(1.0), "m");
        assert!(is(&both, 74.0));
        assert_eq!(both.parts[1].name, MatchPartName::SecondLook);
    }
}
