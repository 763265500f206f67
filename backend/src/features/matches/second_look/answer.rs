//! What is believed of a model's answer.
//!
//! Pure: answer → looks. A model only points at requirements and facts by their names; the sentences that a person reads
//! are made here, of the posting's words and their own. What is out of the band, names what was not shown, or gives no
//! reason is ignored, job by job.
//! What must not happen here: a word of an answer shown to anybody.

use foothold_shared::matching::{MatchPart, MatchPartName, MatchScore};
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

use super::BAND;
use super::asked::{Candidate, Shown};

/// The most reasons of a job.
const MOST_REASONS: usize = 4;
/// The longest words of a posting or a fact within a sentence, in characters.
const LONGEST: usize = 120;

/// What a model made of a job, as it is kept.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub(in super::super) struct Look {
    /// The hash of what was asked.
    pub(in super::super) content: String,
    /// What it adds to the score, within the band; 0 where the answer was not believed.
    pub(in super::super) points: i32,
    /// What speaks for it.
    pub(in super::super) evidence: Vec<String>,
    /// What speaks against it.
    pub(in super::super) missing: Vec<String>,
}
redact_debug!(Look);

#[derive(Deserialize)]
struct Answer {
    jobs: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct Opinion {
    job: String,
    points: i32,
    reasons: Vec<Reason>,
}

#[derive(Deserialize)]
struct Reason {
    requirement: String,
    #[serde(default)]
    facts: Vec<String>,
    holds: Holds,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Holds {
    Yes,
    Partly,
    No,
}

/// One look for each job that was asked about, in their order. What is not believed adds nothing.
pub(super) fn believe(text: &str, facts: &[Shown], jobs: &[Candidate]) -> Vec<Look> {
    let opinions = opinions(text);
    let mut seen: HashSet<&str> = HashSet::new();
    let twice: HashSet<&str> = opinions
        .iter()
        .filter(|opinion| !seen.insert(opinion.job.as_str()))
        .map(|opinion| opinion.job.as_str())
        .collect();
    let by_job: HashMap<&str, &Opinion> = opinions
        .iter()
        .filter(|opinion| !twice.contains(opinion.job.as_str()))
        .map(|opinion| (opinion.job.as_str(), opinion))
        .collect();
    (1..)
        .zip(jobs)
        .map(|(at, job)| {
            by_job
                .get(format!("j{at}").as_str())
                .and_then(|opinion| look(opinion, at, facts, job))
                .unwrap_or_else(|| Look {
                    content: job.content.clone(),
                    ..Look::default()
                })
        })
        .collect()
}

/// The opinions in an answer; models put a fence or a word around their JSON.
fn opinions(text: &str) -> Vec<Opinion> {
    let inner = match (text.find('{'), text.rfind('}')) {
        (Some(from), Some(to)) if from < to => &text[from..=to],
        _ => return Vec::new(),
    };
    serde_json::from_str::<Answer>(inner).map_or_else(
        |_| Vec::new(),
        |answer| {
            answer
                .jobs
                .into_iter()
                .filter_map(|job| serde_json::from_value(job).ok())
                .collect()
        },
    )
}

fn look(opinion: &Opinion, job_at: usize, facts: &[Shown], job: &Candidate) -> Option<Look> {
    let reasons = &opinion.reasons;
    if opinion.points.abs() > BAND || reasons.is_empty() || reasons.len() > MOST_REASONS {
        return None;
    }
    let holds = |wanted: Holds| reasons.iter().any(|reason| reason.holds == wanted);
    let reasoned = match opinion.points {
        0 => true,
        1.. => holds(Holds::Yes) || holds(Holds::Partly),
        _ => holds(Holds::No) || holds(Holds::Partly),
    };
    if !reasoned {
        return None;
    }
    let (mut evidence, mut missing) = (Vec::new(), Vec::new());
    for reason in reasons {
        let asked = reason
            .requirement
            .strip_prefix(&format!("j{job_at}r"))
            .and_then(place)
            .and_then(|at| job.needs.get(at))?;
        let named: Vec<&Shown> = reason
            .facts
            .iter()
            .map(|id| {
                id.strip_prefix('f')
                    .and_then(place)
                    .and_then(|at| facts.get(at))
            })
            .collect::<Option<_>>()?;
        let asked = quoted(&asked.text);
        match (reason.holds, named.first()) {
            (Holds::Yes, Some(fact)) => {
                evidence.push(format!(
                    "{asked}: your {} speaks for it",
                    quoted(&fact.words)
                ));
            }
            (Holds::Partly, Some(fact)) => evidence.push(format!(
                "{asked}: your {} speaks for it in part",
                quoted(&fact.words)
            )),
            (Holds::No, Some(fact)) => missing.push(format!(
                "{asked}: your {} is something else, or not enough of it",
                quoted(&fact.words)
            )),
            (Holds::No, None) => missing.push(format!("{asked}: nothing in your profile shows it")),
            (Holds::Yes | Holds::Partly, None) => return None,
        }
    }
    Some(Look {
        content: job.content.clone(),
        points: opinion.points,
        evidence,
        missing,
    })
}

/// "3" as a place in a list that begins with 1.
fn place(number: &str) -> Option<usize> {
    let plain = !number.is_empty() && number.bytes().all(|sign| sign.is_ascii_digit());
    plain
        .then(|| number.parse::<usize>().ok())
        .flatten()
        .and_then(|number| number.checked_sub(1))
}

fn quoted(words: &str) -> String {
    let mut short: String = words.chars().take(LONGEST).collect();
    if short.len() < words.len() {
        short.push('…');
    }
    format!("“{short}”")
}

/// The score with a second look in place of an earlier one. It lifts nothing over a knock-out.
pub(in super::super) fn with_look(mut score: MatchScore, look: &Look) -> MatchScore {
    let earlier: f64 = score
        .parts
        .iter()
        .filter(|part| part.name == MatchPartName::SecondLook)
        .map(|part| part.points)
        .sum();
    score
        .parts
        .retain(|part| part.name != MatchPartName::SecondLook);
    let base = tenths(score.score - earlier);
    score.score = base;
    if look.evidence.is_empty() && look.missing.is_empty() {
        return score;
    }
    let wanted = if score.knockouts.is_empty() {
        look.points
    } else {
        look.points.min(0)
    };
    score.score = tenths((base + f64::from(wanted)).clamp(0.0, 100.0));
    score.parts.push(MatchPart {
        name: MatchPartName::SecondLook,
        points: tenths(score.score - base),
        most: f64::from(BAND),
        evidence: look.evidence.clone(),
        missing: look.missing.clone(),
    });
    score
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::super::asked::{self, Asks};
    use super::*;
    use foothold_shared::matching::MatchKnockout;
    use foothold_shared::profile::{Profile, Skill};

    fn shown() -> Vec<Shown> {
        asked::facts(&Profile {
            skills: ["Sourdough", "Pastry"]
                .map(|name| Skill {
                    name: name.to_owned(),
                    years: None,
                })
                .to_vec(),
            ..Profile::default()
        })
    }

    fn job() -> Candidate {
        Candidate {
            job_id: "a".into(),
            content: "hash".into(),
            title: "Baker".into(),
            about: String::new(),
            needs: vec![
                Asks {
                    text: "Long fermentation".into(),
                    required: true,
                },
                Asks {
                    text: "A van".into(),
                    required: false,
                },
            ],
            score: 60.0,
        }
    }

    fn points(answer: &str) -> i32 {
        believe(answer, &shown(), &[job()])[0].points
    }

    const SOUND: &str = r#"{"jobs":[{"job":"j1","points":4,"reasons":[
        {"requirement":"j1r1","facts":["f1"],"holds":"yes"},
        {"requirement":"j1r2","facts":[],"holds":"no"}]}]}"#;

    #[test]
    fn a_sound_answer_becomes_sentences_of_ours() {
        let looks = believe(&format!("Sure!\n```json\n{SOUND}\n```"), &shown(), &[job()]);
        assert_eq!(looks[0].points, 4);
        assert_eq!(
            looks[0].evidence,
            ["“Long fermentation”: your “Sourdough” speaks for it"]
        );
        assert_eq!(
            looks[0].missing,
            ["“A van”: nothing in your profile shows it"]
        );
    }

    #[test]
    fn what_is_not_as_it_must_be_is_ignored() {
        assert_eq!(points(SOUND), 4);
        for (what, from, to) in [
            ("out of the band", "\"points\":4", "\"points\":40"),
            ("no whole number", "\"points\":4", "\"points\":4.5"),
            ("an unknown fact", "\"f1\"", "\"f9\""),
            ("no fact's name", "\"f1\"", "\"work/1\""),
            ("fact zero", "\"f1\"", "\"f0\""),
            ("an unknown requirement", "j1r2", "j1r7"),
            ("another job's requirement", "j1r1", "j2r1"),
            ("another job", "\"job\":\"j1\"", "\"job\":\"j3\""),
            ("a claim without a fact", "[\"f1\"]", "[]"),
            ("an unknown word", "\"yes\"", "\"surely\""),
            (
                "points down for good reasons",
                "\"points\":4,\"reasons\":[",
                "\"points\":-4,\"reasons\":[{\"requirement\":\"j1r1\",\"facts\":[\"f1\"],\"holds\":\"yes\"}]},{\"job\":\"j9\",\"points\":1,\"reasons\":[",
            ),
            ("cut off", "}]}]}", "}]"),
        ] {
            let wrong = SOUND.replacen(from, to, 1);
            assert_ne!(wrong, SOUND, "{what}");
            assert_eq!(points(&wrong), 0, "{what}: {wrong}");
        }
        let twice = SOUND.replace(
            "{\"jobs\":[",
            "{\"jobs\":[{\"job\":\"j1\",\"points\":0,\"reasons\":[]},",
        );
        assert_eq!(points(&twice), 0);
        assert_eq!(points("I would interview them."), 0);
        assert_eq!(points("}{"), 0);
    }

    #[test]
    fn a_look_moves_a_score_and_is_replaced_by_the_next() {
        let look = |points: i32| Look {
            points,
            evidence: vec!["because".into()],
            ..Look::default()
        };
        let score = MatchScore {
            score: 97.5,
            ..MatchScore::default()
        };
        let up = with_look(score, &look(5));
        assert!((up.score - 100.0).abs() < 1e-9 && (up.parts[0].points - 2.5).abs() < 1e-9);
        let down = with_look(up, &look(-6));
        assert!((down.score - 91.5).abs() < 1e-9, "{}", down.score);
        assert_eq!(down.parts.len(), 1);
        let none = with_look(down, &Look::default());
        assert!((none.score - 97.5).abs() < 1e-9 && none.parts.is_empty());
        let mut knocked = none;
        knocked.knockouts.push(MatchKnockout::default());
        let kept = with_look(knocked, &look(6));
        assert!((kept.score - 97.5).abs() < 1e-9);
        assert!((with_look(kept, &look(-2)).score - 95.5).abs() < 1e-9);
    }
}
