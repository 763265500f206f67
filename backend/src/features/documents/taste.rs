//! What a person likes: the answers and edits it is learned from are kept, and the style is made of them anew each time.
//!
//! So an answer that is taken back teaches nothing, and what was learned can be shown and forgotten.

use foothold_matching::facts::Facts;
use foothold_shared::document::{DocumentEdits, DocumentKind, LetterContent};
use foothold_shared::generation::{
    DocumentRating, DocumentStyleView, LearnedHabit, RatingPrompt, RatingQuestion,
};
use foothold_shared::problem::FieldProblem;
use foothold_shared::profile::Profile;
use foothold_shared::redact_debug;
use foothold_tailoring::style::reworded;
use foothold_tailoring::{Style, StyleEvent};
use serde::{Deserialize, Serialize};

use super::error::DocumentError;
use super::model::Body;
use super::sealing::{self, STYLE};
use super::service::Documents;
use super::store::{sets, styles};
use crate::db::Tx;
use crate::ids::AccountId;

/// The most answers and edits that are kept; the oldest go first.
const MOST_EVENTS: usize = 300;

/// An answer or an edit, and the set it was about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    document_set_id: Option<String>,
    event: StyleEvent,
}

/// All that a person's style is learned from, the oldest first.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Learned {
    events: Vec<Seen>,
}

redact_debug!(Seen, Learned);

impl Learned {
    fn style(&self) -> Style {
        let fold = |style: Style, seen: &Seen| style.learn(&seen.event);
        self.events.iter().fold(Style::default(), fold)
    }

    /// Adds an answer in place of an earlier one to the same question about the same document.
    fn rate(&mut self, set_id: &str, rating: &DocumentRating) {
        self.events.retain(|seen| {
            let same = matches!(&seen.event, StyleEvent::Rated { document, question, .. }
                if *document == rating.kind && *question == rating.question);
            !same || seen.document_set_id.as_deref() != Some(set_id)
        });
        self.add(Seen {
            document_set_id: Some(set_id.to_owned()),
            event: StyleEvent::Rated {
                document: rating.kind,
                question: rating.question,
                answer: rating.answer,
            },
        });
    }

    fn add(&mut self, seen: Seen) {
        self.events.push(seen);
        let over = self.events.len().saturating_sub(MOST_EVENTS);
        self.events.drain(..over);
    }

    fn was_asked(&self, set_id: &str) -> bool {
        self.events.iter().any(|seen| {
            matches!(seen.event, StyleEvent::Rated { .. })
                && seen.document_set_id.as_deref() == Some(set_id)
        })
    }

    fn ratings(&self) -> usize {
        let rated = |seen: &&Seen| matches!(seen.event, StyleEvent::Rated { .. });
        self.events.iter().filter(rated).count()
    }

    /// What was learned, in words.
    fn habits(&self) -> Vec<LearnedHabit> {
        let style = self.style();
        let mut habits = Vec::new();
        let mut say = |says: String, moved: &dyn Fn(&Style) -> i64| {
            let seen = self.moves(moved);
            habits.push(LearnedHabit { says, seen });
        };
        for (liking, more, less, of) in [
            (
                style.letter_length,
                "Longer letters",
                "Shorter letters",
                (|style| i64::from(style.letter_length)) as fn(&Style) -> i64,
            ),
            (
                style.resume_length,
                "More lines for each job",
                "Fewer lines for each job",
                |style| i64::from(style.resume_length),
            ),
            (
                style.warmth,
                "Letters in a warmer voice",
                "Letters in a cooler voice",
                |style| i64::from(style.warmth),
            ),
            (
                style.figures,
                "Lines with figures first",
                "Fewer lines with figures",
                |style| i64::from(style.figures),
            ),
            (
                style.focus,
                "Close to what the posting asks for",
                "More beside what the posting asks for",
                |style| i64::from(style.focus),
            ),
        ] {
            match liking {
                0 => {}
                1.. => say(more.to_owned(), &of),
                _ => say(less.to_owned(), &of),
            }
        }
        for (language, words) in &style.salutations {
            let at = |style: &Style| i64::from(style.salutations.contains_key(language));
            say(format!("Letters begin with “{words}”"), &at);
        }
        for (language, words) in &style.closings {
            let at = |style: &Style| i64::from(style.closings.contains_key(language));
            say(format!("Letters end with “{words}”"), &at);
        }
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        if !style.section_order.is_empty() {
            let at = |style: &Style| count(style.section_order.len());
            say("Sections in an order of your own".to_owned(), &at);
        }
        if !style.hidden_sections.is_empty() {
            let at = |style: &Style| count(style.hidden_sections.len());
            say("Sections that you leave out".to_owned(), &at);
        }
        let kept = style.facts.values().filter(|liking| **liking > 0).count();
        if kept > 0 {
            let words = format!("Things you like to have in: {kept}");
            say(words, &|style| count(style.facts.len()));
        }
        let left = style.facts.values().filter(|liking| **liking < 0).count();
        if left > 0 {
            let words = format!("Things you rather leave out: {left}");
            say(words, &|style| count(style.facts.len()));
        }
        habits
    }

    /// How many events moved something.
    fn moves(&self, of: &dyn Fn(&Style) -> i64) -> u32 {
        let mut style = Style::default();
        let mut moves = 0;
        for seen in &self.events {
            let next = style.learn(&seen.event);
            moves += u32::from(of(&next) != of(&style));
            style = next;
        }
        moves
    }
}

impl Documents {
    /// The style that was learned.
    pub(super) async fn style(&self, account: &AccountId) -> Result<Style, DocumentError> {
        Ok(self.learned(account).await?.style())
    }

    /// The style that was learned, for the person.
    pub(super) async fn style_view(
        &self,
        account: &AccountId,
    ) -> Result<DocumentStyleView, DocumentError> {
        let learned = self.learned(account).await?;
        Ok(DocumentStyleView {
            habits: learned.habits(),
            events: u32::try_from(learned.events.len()).unwrap_or(u32::MAX),
        })
    }

    /// Forgets what was learned.
    pub(super) async fn forget_style(&self, account: &AccountId) -> Result<(), DocumentError> {
        let mut tx = self.db.begin().await?;
        styles::delete(&mut tx.conn(), account).await?;
        Ok(tx.commit().await?)
    }

    /// Learns from an answer about a document of a set.
    pub(super) async fn rate(
        &self,
        account: &AccountId,
        document_set_id: &str,
        rating: &DocumentRating,
    ) -> Result<DocumentStyleView, DocumentError> {
        let row = self.find_row(account, document_set_id).await?;
        let body = self.open_body(account, &row)?;
        let is_there = match rating.kind {
            DocumentKind::Resume => body.resume.is_some(),
            DocumentKind::Letter => body.letter.is_some(),
        };
        if !is_there {
            return Err(DocumentError::Invalid(vec![FieldProblem {
                field: "kind".to_owned(),
                code: "not_in_set".to_owned(),
                message: "This set has no such document.".to_owned(),
            }]));
        }
        let set_id = &row.head.document_set_id;
        let learned = self
            .change_style(account, |learned| learned.rate(set_id, rating))
            .await?;
        Ok(DocumentStyleView {
            habits: learned.habits(),
            events: u32::try_from(learned.events.len()).unwrap_or(u32::MAX),
        })
    }

    /// Learns from edits. A failure costs only what would have been learned: the documents are made.
    pub(super) async fn learn_edits(&self, account: &AccountId, change: Change) {
        let events = change.events();
        if events.is_empty() {
            return;
        }
        let learn = |learned: &mut Learned| {
            for event in events {
                learned.add(Seen {
                    document_set_id: None,
                    event,
                });
            }
        };
        if let Err(error) = self.change_style(account, learn).await {
            tracing::warn!(cause = %error, "nothing was learned from edits");
        }
    }

    /// The one question to ask about a set; none where one was answered.
    pub(super) async fn question(
        &self,
        account: &AccountId,
        document_set_id: &str,
        body: &Body,
    ) -> Result<Option<RatingPrompt>, DocumentError> {
        let learned = self.learned(account).await?;
        if learned.was_asked(document_set_id) {
            return Ok(None);
        }
        let prompts: Vec<RatingPrompt> = PROMPTS
            .iter()
            .filter(|(kind, ..)| match kind {
                DocumentKind::Resume => body.resume.is_some(),
                DocumentKind::Letter => body.letter.is_some(),
            })
            .map(|(kind, question, text)| RatingPrompt {
                kind: *kind,
                question: *question,
                text: (*text).to_owned(),
            })
            .collect();
        // Another one each time, so that no person answers the same question for ever.
        let turn = learned.ratings() % prompts.len().max(1);
        Ok(prompts.into_iter().nth(turn))
    }

    async fn learned(&self, account: &AccountId) -> Result<Learned, DocumentError> {
        let sealed = styles::find(&mut self.db.read().await?.conn(), account).await?;
        self.open_learned(account, sealed)
    }

    fn open_learned(
        &self,
        account: &AccountId,
        sealed: Option<String>,
    ) -> Result<Learned, DocumentError> {
        match sealed {
            None => Ok(Learned::default()),
            Some(sealed) => sealing::open(&self.keyring, STYLE, account.as_str(), &sealed),
        }
    }

    async fn change_style(
        &self,
        account: &AccountId,
        change: impl FnOnce(&mut Learned),
    ) -> Result<Learned, DocumentError> {
        let now_ms = self.clock.now_ms();
        let mut tx = self.db.begin().await?;
        // Two answers at once are both learned from.
        sets::lock_shelf(&mut tx.conn(), account, now_ms).await?;
        let learned = self.changed_in(&mut tx, account, change, now_ms).await?;
        tx.commit().await?;
        Ok(learned)
    }

    async fn changed_in(
        &self,
        tx: &mut Tx,
        account: &AccountId,
        change: impl FnOnce(&mut Learned),
        now_ms: i64,
    ) -> Result<Learned, DocumentError> {
        let sealed = styles::find(&mut tx.conn(), account).await?;
        let mut learned = self.open_learned(account, sealed)?;
        change(&mut learned);
        let sealed = sealing::seal(&self.keyring, STYLE, account.as_str(), &learned);
        styles::insert(&mut tx.conn(), account, &sealed, now_ms).await?;
        Ok(learned)
    }
}

/// What a person changed by hand between two versions.
pub(super) struct Change {
    pub(super) before: DocumentEdits,
    pub(super) after: DocumentEdits,
    /// Which of the facts in `after` show a figure.
    pub(super) with_figures: Vec<String>,
    /// The letter of the version that they changed.
    pub(super) letter: Option<LetterContent>,
    /// Whom it was written to.
    pub(super) company: String,
}

impl Change {
    /// The style without the words for beginning and end that the person just took back: with them the next letter
    /// would begin with the very same again.
    pub(super) fn taken_back(&self, mut style: Style) -> Style {
        let Some(letter) = &self.letter else {
            return style;
        };
        let back = |before: &str, after: &str| !before.trim().is_empty() && after.trim().is_empty();
        if back(&self.before.salutation, &self.after.salutation) {
            style.salutations.remove(&letter.language);
        }
        if back(&self.before.closing, &self.after.closing) {
            style.closings.remove(&letter.language);
        }
        style
    }

    fn events(self) -> Vec<StyleEvent> {
        if self.before == self.after {
            return Vec::new();
        }
        let rewrote = self.letter.and_then(|made| {
            let kept = reworded(&made, &self.before, &self.after);
            StyleEvent::rewrote(&made, &kept, &self.company)
        });
        let edited = StyleEvent::Edited {
            before: self.before,
            after: self.after,
            with_figures: self.with_figures,
        };
        std::iter::once(edited).chain(rewrote).collect()
    }
}

/// What is asked, in turn.
const PROMPTS: [(DocumentKind, RatingQuestion, &str); 6] = [
    (
        DocumentKind::Letter,
        RatingQuestion::Length,
        "Is the letter the right length?",
    ),
    (
        DocumentKind::Resume,
        RatingQuestion::Length,
        "Is the résumé the right length?",
    ),
    (
        DocumentKind::Letter,
        RatingQuestion::Voice,
        "Is the letter’s voice warm enough for you?",
    ),
    (
        DocumentKind::Resume,
        RatingQuestion::Relevance,
        "Does the résumé show enough beside what this job asks for?",
    ),
    (
        DocumentKind::Letter,
        RatingQuestion::Relevance,
        "Does the letter say enough beside what this job asks for?",
    ),
    (
        DocumentKind::Resume,
        RatingQuestion::Voice,
        "Does the résumé sound like you?",
    ),
];

/// Which of the facts in edits show a figure.
pub(super) fn with_figures(profile: &Profile, edits: &DocumentEdits) -> Vec<String> {
    let facts = Facts::of(profile);
    let named = edits.chosen.iter().chain(&edits.left_out);
    named
        .filter(|id| {
            let fact = facts.find(id);
            fact.is_some_and(|fact| fact.text.contains(|c: char| c.is_ascii_digit()))
        })
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::generation::RatingAnswer;

    fn rating(answer: RatingAnswer) -> DocumentRating {
        DocumentRating {
            kind: DocumentKind::Letter,
            question: RatingQuestion::Length,
            answer,
        }
    }

    #[test]
    fn an_answer_that_is_changed_is_not_learned_twice() {
        let mut learned = Learned::default();
        learned.rate("1", &rating(RatingAnswer::TooMuch));
        learned.rate("2", &rating(RatingAnswer::TooMuch));
        assert_eq!(learned.style().letter_length, -2);
        assert_eq!(
            learned.habits(),
            [LearnedHabit {
                says: "Shorter letters".to_owned(),
                seen: 2
            }]
        );
        learned.rate("2", &rating(RatingAnswer::TooLittle));
        assert_eq!(learned.style().letter_length, 0);
        assert!(learned.was_asked("2") && !learned.was_asked("3"));
    }

    #[test]
    fn only_so_much_is_kept() {
        let mut learned = Learned::default();
        for n in 0..MOST_EVENTS + 7 {
            learned.rate(&n.to_string(), &rating(RatingAnswer::Right));
        }
        assert_eq!(learned.events.len(), MOST_EVENTS);
        assert!(!learned.was_asked("6") && learned.was_asked("7"));
    }
}
