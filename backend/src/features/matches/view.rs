//! Scores as the wire shows them.

use foothold_matching::score::{Match, Part, PartName};
use foothold_shared::matching::{MatchKnockout, MatchPart, MatchPartName, MatchScore};

/// A score with its reasons.
pub(super) fn score(found: &Match) -> MatchScore {
    MatchScore {
        score: tenths(found.score),
        parts: found.parts.iter().map(part).collect(),
        knockouts: found
            .knockouts
            .iter()
            .map(|knockout| MatchKnockout {
                text: knockout.text.clone(),
                says: knockout.says.clone(),
            })
            .collect(),
        unwanted: found.unwanted.clone().unwrap_or_default(),
    }
}

fn part(part: &Part) -> MatchPart {
    MatchPart {
        name: name(part.name),
        points: tenths(part.weight * part.value),
        most: tenths(part.weight),
        evidence: part.evidence.clone(),
        missing: part.missing.clone(),
    }
}

fn tenths(value: f32) -> f64 {
    (f64::from(value) * 10.0).round() / 10.0
}

const fn name(part: PartName) -> MatchPartName {
    match part {
        PartName::Title => MatchPartName::Title,
        PartName::Skills => MatchPartName::Skills,
        PartName::Field => MatchPartName::Field,
        PartName::Words => MatchPartName::Words,
        PartName::Seniority => MatchPartName::Seniority,
        PartName::Requirements => MatchPartName::Requirements,
        PartName::Place => MatchPartName::Place,
        PartName::Pay => MatchPartName::Pay,
        PartName::Freshness => MatchPartName::Freshness,
        PartName::Preferences => MatchPartName::Preferences,
        PartName::Feedback => MatchPartName::Feedback,
    }
}
