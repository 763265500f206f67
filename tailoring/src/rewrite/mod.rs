//! Letting a language model word what was chosen, bounded by the facts.
//!
//! documents → [`ask`] → prompt → (a model, elsewhere) → answer → [`apply`] → documents
//!
//! A model is shown sentences and professional facts, never name, contact, address, salary or self-identification; the
//! posting goes along as quoted data. What comes back is read as data, each sentence is checked by [`crate::ground`],
//! and where one says more than its facts, the person's own stays and the reason is told.
//! What must not happen here: a word of an answer taken unchecked; a sentence of the person's lost.

mod answer;
mod places;
mod prompt;

use std::collections::HashSet;

use foothold_core::posting::JobPosting;
use foothold_matching::facts::Facts;
use foothold_shared::document::{Statement, Tone};
use foothold_shared::generation::DroppedStatement;
use foothold_shared::redact_debug;

use self::answer::Worded;
pub use self::places::may_be_shown;
use self::places::{Place, places, statement_mut};
use crate::ground::{Verdict, check};
use crate::tailored::Tailored;

/// What a model is asked, and what its answer is about.
#[derive(Clone, PartialEq, Eq)]
pub struct Asked {
    /// Who the model is and what it must do; the same for everybody.
    pub system: String,
    /// Sentences, facts and posting, as JSON.
    pub user: String,
    items: Vec<Item>,
    labels: Vec<String>,
}
redact_debug!(Asked);

impl Asked {
    /// How many sentences it is about.
    #[must_use]
    pub fn sentences(&self) -> usize {
        self.items.len()
    }
}

/// A sentence that may be reworded.
#[derive(Clone, PartialEq, Eq)]
struct Item {
    place: Place,
    own: Statement,
    /// The facts that its new wording may rest on.
    allowed: Vec<String>,
}

/// The documents with what a model worded, as far as it stands.
#[derive(Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The documents; what was refused is among `dropped`, with the reason.
    pub tailored: Tailored,
    /// How many sentences are in the model's words.
    pub used: u32,
    /// How many of its sentences were refused.
    pub refused: u32,
}
redact_debug!(Rewritten);

/// What to ask a model about these documents; `None` where there is nothing to reword.
#[must_use]
pub fn ask(tailored: &Tailored, facts: &Facts, posting: &JobPosting, tone: Tone) -> Option<Asked> {
    prompt::write(places(tailored, facts), facts, posting, tailored, tone)
}

/// Takes over what a model worded where the facts say it, and keeps the person's own sentence everywhere else.
/// An answer that is no answer changes nothing.
#[must_use]
pub fn apply(
    tailored: Tailored,
    asked: &Asked,
    answer: &str,
    facts: &Facts,
    posting: &JobPosting,
) -> Rewritten {
    let mut rewritten = Rewritten {
        tailored,
        used: 0,
        refused: 0,
    };
    let mut said: HashSet<String> = asked
        .items
        .iter()
        .map(|item| plain(&item.own.text))
        .collect();
    for (item, worded) in answer::read(answer, asked.items.len()) {
        let item = &asked.items[item];
        if plain(&worded.text) == plain(&item.own.text) {
            continue;
        }
        match judge(item, &worded, asked, facts, posting, &rewritten.tailored) {
            Ok(statement) if said.insert(plain(&statement.text)) => {
                if let Some(place) = statement_mut(&mut rewritten.tailored, item.place)
                    && *place == item.own
                {
                    *place = statement;
                    rewritten.used += 1;
                }
            }
            Ok(_) => rewritten.refuse(item, &worded, "It says the same thing twice."),
            Err(why) => rewritten.refuse(item, &worded, &why),
        }
    }
    rewritten
}

impl Rewritten {
    fn refuse(&mut self, item: &Item, worded: &Worded, why: &str) {
        self.refused += 1;
        self.tailored.dropped.push(DroppedStatement {
            text: worded.text.chars().take(300).collect(),
            why: format!("The language model's wording is not used, your own stands. {why}"),
            facts: item.own.facts.clone(),
        });
    }
}

/// The statement in its new words, or why it does not stand.
fn judge(
    item: &Item,
    worded: &Worded,
    asked: &Asked,
    facts: &Facts,
    posting: &JobPosting,
    tailored: &Tailored,
) -> Result<Statement, String> {
    let own = item.own.text.chars().count();
    if worded.text.chars().count() > (own * 3 / 2).max(own + 80) {
        return Err("It is much longer than your own.".to_owned());
    }
    let mut rests_on = Vec::new();
    for label in &worded.facts {
        let named = label
            .strip_prefix('f')
            .and_then(|number| number.parse::<usize>().ok())
            .and_then(|number| asked.labels.get(number.checked_sub(1)?))
            .filter(|id| item.allowed.contains(id));
        match named {
            Some(id) if !rests_on.contains(id) => rests_on.push(id.clone()),
            Some(_) => {}
            None => return Err("It rests on nothing in your profile.".to_owned()),
        }
    }
    // What the sentence stood for it stands for still; a model can only add to it.
    for id in &item.own.facts {
        if !rests_on.contains(id) {
            rests_on.push(id.clone());
        }
    }
    let statement = Statement {
        text: as_ended(&worded.text, &item.own.text),
        facts: rests_on,
        fixed: false,
    };
    let language = if item.place.is_letter() {
        &tailored.letter.language
    } else {
        &tailored.resume.language
    };
    match check(std::slice::from_ref(&statement), facts, posting, language).first() {
        Some(Verdict::Entailed) => Ok(statement),
        Some(Verdict::Refused(refusal)) => Err(refusal.say()),
        _ => Err("It could not be checked.".to_owned()),
    }
}

/// With a full stop where the person's own sentence has one, and none where not.
fn as_ended(text: &str, own: &str) -> String {
    let bare = text.trim_end_matches('.');
    if own.trim_end().ends_with('.') {
        match bare.chars().last() {
            Some('!' | '?') => bare.to_owned(),
            _ => format!("{bare}."),
        }
    } else {
        bare.to_owned()
    }
}

fn plain(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests;
