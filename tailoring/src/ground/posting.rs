//! Sentences that rest on the posting alone: they name the employer's own facts and say nothing about the person.

use foothold_core::posting::JobPosting;

use super::lexicon::{Class, Lexicon};
use super::tokens::{Token, tokens};
use super::verdict::Refusal;

/// How much of a description is looked at.
const MOST_DESCRIPTION: usize = 40_000;

/// What a posting says, as words.
pub(super) struct PostingWords {
    named: Vec<Token>,
    asked: Vec<Token>,
}

impl PostingWords {
    pub(super) fn of(posting: &JobPosting, lexicon: &Lexicon) -> Self {
        let parts = [
            &posting.title,
            &posting.company,
            &posting.location,
            &posting.department,
            &posting.reference,
        ];
        let named: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let mut asked = String::new();
        for requirement in posting.requirements.iter().take(200) {
            asked.push_str(&requirement.text);
            asked.push_str(". ");
        }
        if let Some(description) = &posting.description {
            asked.extend(description.chars().take(MOST_DESCRIPTION));
        }
        Self {
            named: tokens(&named.join(", "), lexicon),
            asked: tokens(&asked, lexicon),
        }
    }

    /// Whether a sentence says nothing but what the posting says, and nothing about the person.
    pub(super) fn allows(&self, sentence: &[Token]) -> Result<(), Refusal> {
        let speaks_of_me = sentence.iter().any(|token| token.is(Class::Me));
        let speaks_of_them = sentence
            .iter()
            .any(|token| token.is_any(&[Class::You, Class::Ask]));
        for token in sentence {
            let has = |words: &[Token]| {
                words
                    .iter()
                    .any(|word| match (&token.number, &word.number) {
                        (Some(said), Some(known)) => {
                            said.milli == known.milli && said.unit == known.unit
                        }
                        (None, None) => token.means(word),
                        _ => false,
                    })
            };
            if !token.carries_meaning() && token.number.is_none() {
                if token.is_any(&[Class::Not, Class::Without, Class::Cause]) {
                    return Err(Refusal::ClaimFromPosting);
                }
                continue;
            }
            if has(&self.named) || token.is(Class::Apply) {
                continue;
            }
            let theirs = token.is_any(&[Class::You, Class::Ask]) || has(&self.asked);
            if theirs && speaks_of_them && !speaks_of_me {
                continue;
            }
            return Err(if speaks_of_me || theirs {
                Refusal::ClaimFromPosting
            } else {
                Refusal::Word(token.text.clone())
            });
        }
        Ok(())
    }
}
