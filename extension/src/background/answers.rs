//! The answer memory as it is kept here: fetched with the profile, added to at once, told to the server when it can be
//! reached.

use super::outbox::{self, Parcel};
use super::session::{self, Owner};
use super::{api, keys};
use crate::browser::{BrowserError, clock, locks, storage};
use crate::messages::Failure;
use foothold_core::memory::replaces;
use foothold_shared::answer::{NewAnswer, RememberedAnswer};

/// One change at a time.
const LOCK: &str = "answers";

/// The answers that may be given now: those past their day are left out.
pub(crate) async fn current() -> Vec<RememberedAnswer> {
    let known = load().await.unwrap_or_default();
    unexpired(known, clock::now_ms())
}

/// Keeps an answer, here at once and at the server when it can be reached.
pub(crate) async fn remember(answer: NewAnswer) -> Result<(), Failure> {
    locks::alone(LOCK, async move {
        let mut known = load().await?;
        let id = known
            .iter()
            .find(|old| replaces(&answer, &old.answer))
            .map_or_else(clock::new_id, |old| old.answer_id.clone());
        known.retain(|old| old.answer_id != id);
        known.insert(
            0,
            RememberedAnswer {
                answer_id: id.clone(),
                answer: answer.clone(),
                stored_at_ms: 0,
            },
        );
        storage::set(&keys::ANSWERS, &known).await?;
        outbox::put(id, Parcel::Answer(answer)).await
    })
    .await
}

/// Fetches the answers; what waits to be sent counts more than what the server has.
pub(crate) async fn fetch(owner: Owner) -> Result<(), Failure> {
    let fetched = match api::answers().await {
        Ok(list) => list.answers,
        // A server that has no answer memory: what is kept here stays.
        Err(Failure::NotFoothold | Failure::Server { status: 404, .. }) => return Ok(()),
        Err(failure) => return Err(failure),
    };
    session::keep_for(
        owner,
        locks::alone(LOCK, async move {
            let outbox = outbox::load().await?;
            let waiting = outbox.answers().map(|(id, answer)| RememberedAnswer {
                answer_id: id.to_owned(),
                answer: answer.clone(),
                stored_at_ms: 0,
            });
            let answers = merge(fetched, waiting.collect());
            storage::set(&keys::ANSWERS, &answers).await
        }),
    )
    .await
}

async fn load() -> Result<Vec<RememberedAnswer>, BrowserError> {
    Ok(storage::get(&keys::ANSWERS).await?.unwrap_or_default())
}

fn unexpired(mut answers: Vec<RememberedAnswer>, now_ms: i64) -> Vec<RememberedAnswer> {
    answers.retain(|one| {
        one.answer
            .expires_at_ms
            .is_none_or(|end_ms| end_ms > now_ms)
    });
    answers
}

fn merge(fetched: Vec<RememberedAnswer>, waiting: Vec<RememberedAnswer>) -> Vec<RememberedAnswer> {
    let mut answers = waiting;
    for one in fetched {
        if !answers.iter().any(|known| known.answer_id == one.answer_id) {
            answers.push(one);
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(id: &str, text: &str, expires_at_ms: Option<i64>) -> RememberedAnswer {
        RememberedAnswer {
            answer_id: id.into(),
            answer: NewAnswer {
                question: "Why us?".into(),
                answer: vec![text.into()],
                expires_at_ms,
                ..NewAnswer::default()
            },
            stored_at_ms: 0,
        }
    }

    #[test]
    fn an_answer_is_given_until_its_day() {
        let kept = unexpired(
            vec![
                answer("a", "", None),
                answer("b", "", Some(10)),
                answer("c", "", Some(11)),
            ],
            10,
        );
        let ids: Vec<_> = kept.iter().map(|one| one.answer_id.as_str()).collect();
        assert_eq!(ids, ["a", "c"]);
    }

    #[test]
    fn what_waits_to_be_sent_counts_more_than_what_the_server_has() {
        let merged = merge(
            vec![answer("a", "old", None), answer("b", "here", None)],
            vec![answer("a", "new", None)],
        );
        let texts: Vec<_> = merged
            .iter()
            .map(|one| one.answer.answer[0].as_str())
            .collect();
        assert_eq!(texts, ["new", "here"]);
    }
}
