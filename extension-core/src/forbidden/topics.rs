//! What a question is about, where that is something laws protect: known by its words, in eight languages.
//!
//! The table is `data/topics.tsv`; a new wording is a word more there. What must not happen here: a question that merely
//! holds a word of these ("credit union", "health insurance", "at least 18 years old"), or a statement about equal
//! opportunity, taken for one.

use crate::folding::has_phrase;
use crate::plan::words::fold;
use std::sync::OnceLock;

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Pay in this or earlier jobs.
    SalaryHistory,
    /// Pregnancy, children, family plans.
    Pregnancy,
    /// Marriage and family status.
    MaritalStatus,
    /// Religion or belief.
    Religion,
    /// Age or date of birth.
    Age,
    /// Health and illness.
    Health,
    /// Disability.
    Disability,
    /// Convictions and arrests.
    CriminalRecord,
    /// Membership in a trade union.
    Union,
    /// Political opinion or party.
    Politics,
    /// Whom the person loves.
    SexualOrientation,
    /// Nationality, ethnic origin, place of birth.
    Origin,
    /// A photograph of the person.
    Photo,
}

impl Topic {
    /// The topic of a name in the tables.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "SalaryHistory" => Self::SalaryHistory,
            "Pregnancy" => Self::Pregnancy,
            "MaritalStatus" => Self::MaritalStatus,
            "Religion" => Self::Religion,
            "Age" => Self::Age,
            "Health" => Self::Health,
            "Disability" => Self::Disability,
            "CriminalRecord" => Self::CriminalRecord,
            "Union" => Self::Union,
            "Politics" => Self::Politics,
            "SexualOrientation" => Self::SexualOrientation,
            "Origin" => Self::Origin,
            "Photo" => Self::Photo,
            _ => return None,
        })
    }
}

/// More topics than this in one text: it speaks about all of them and asks none.
const MOST_TOPICS: usize = 2;
/// A text of more characters than this is an explanation, not a question.
const LONGEST_QUESTION: usize = 300;

/// What a question is about; `None` for everything that laws do not protect.
#[must_use]
pub fn topic(question: &str) -> Option<Topic> {
    if question.chars().count() > LONGEST_QUESTION {
        return None;
    }
    let folded = fold(question);
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| has_phrase(&folded, phrase));
    let mut found = table()
        .iter()
        .filter(|words| says(&words.asks) && !says(&words.never));
    let first = found.next()?;
    (found.count() < MOST_TOPICS).then_some(first.topic)
}

struct Words {
    topic: Topic,
    /// One of these phrases is enough.
    asks: Vec<&'static str>,
    /// One of these makes it another question.
    never: Vec<&'static str>,
}

fn table() -> &'static [Words] {
    static TABLE: OnceLock<Vec<Words>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: Vec<Words> = Vec::new();
        let lines = include_str!("data/topics.tsv").lines();
        for (topic, asks, phrases) in lines.filter_map(parse) {
            let known = table.iter().position(|words| words.topic == topic);
            let at = known.unwrap_or_else(|| {
                table.push(Words {
                    topic,
                    asks: Vec::new(),
                    never: Vec::new(),
                });
                table.len() - 1
            });
            let words = &mut table[at];
            let side = if asks {
                &mut words.asks
            } else {
                &mut words.never
            };
            side.extend(phrases.split('|'));
        }
        table
    })
}

fn parse(line: &'static str) -> Option<(Topic, bool, &'static str)> {
    let mut cells = line.split('\t');
    let topic = Topic::named(cells.next()?)?;
    let asks = match cells.next()? {
        "asks" => true,
        "never" => false,
        _ => return None,
    };
    Some((topic, asks, cells.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_folded() {
        for line in include_str!("data/topics.tsv").lines() {
            if line.starts_with('#') {
                continue;
            }
            let (.., phrases) = parse(line).expect("a line of three cells");
            for phrase in phrases.split('|') {
                assert_eq!(phrase, fold(phrase), "{line}");
                assert!(!phrase.is_empty(), "{line}");
            }
        }
    }
}
