//! What waits to be sent to the server, and until when: the rules, without a clock or a storage.

use crate::background::queue::wait_ms;
use foothold_shared::answer::NewAnswer;
use foothold_shared::application::NewApplication;
use serde::{Deserialize, Serialize};

/// The most that waits at once.
pub(crate) const MOST: usize = 1_000;

/// What is sent. Sending the same again changes nothing at the server: each has its own id.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Parcel {
    /// An application that was sent to an employer.
    Application(NewApplication),
    /// An answer to be remembered.
    Answer(NewAnswer),
}

/// Everything that waits, in the order it came.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Outbox {
    waiting: Vec<Waiting>,
    /// Counts up, so that the answer to an older state does not settle a newer one.
    last: u64,
}

#[derive(Clone, Serialize, Deserialize)]
struct Waiting {
    id: String,
    number: u64,
    parcel: Parcel,
    attempts: u32,
    next_ms: i64,
}

/// One parcel that is to be sent now.
#[derive(Clone)]
pub(crate) struct Due {
    /// The id of what it carries.
    pub(crate) id: String,
    /// What it carries.
    pub(crate) parcel: Parcel,
    number: u64,
}

impl Outbox {
    /// Takes a parcel in; one of the same id is replaced. `false` where there is no room.
    pub(crate) fn put(&mut self, id: &str, parcel: Parcel) -> bool {
        let of_kind = |waiting: &Waiting| {
            waiting.id == id
                && std::mem::discriminant(&waiting.parcel) == std::mem::discriminant(&parcel)
        };
        self.waiting.retain(|waiting| !of_kind(waiting));
        if self.waiting.len() >= MOST {
            return false;
        }
        self.last += 1;
        self.waiting.push(Waiting {
            id: id.to_owned(),
            number: self.last,
            parcel,
            attempts: 0,
            next_ms: 0,
        });
        true
    }

    /// What is to be sent now, the oldest first.
    pub(crate) fn due(&self, now_ms: i64) -> Vec<Due> {
        let due = self.waiting.iter().filter(|one| one.next_ms <= now_ms);
        due.map(|one| Due {
            id: one.id.clone(),
            parcel: one.parcel.clone(),
            number: one.number,
        })
        .collect()
    }

    /// The server has it, or will never take it.
    pub(crate) fn settled(&mut self, due: &Due) {
        self.waiting.retain(|one| one.number != due.number);
    }

    /// It could not be sent this time.
    pub(crate) fn failed(&mut self, due: &Due, now_ms: i64) {
        if let Some(one) = self.waiting.iter_mut().find(|one| one.number == due.number) {
            one.attempts = one.attempts.saturating_add(1);
            one.next_ms = now_ms.saturating_add(wait_ms(one.attempts));
        }
    }

    /// Everything may be sent now.
    pub(crate) fn hurry(&mut self) {
        for one in &mut self.waiting {
            one.next_ms = 0;
        }
    }

    /// When the next one is due.
    pub(crate) fn next_ms(&self) -> Option<i64> {
        self.waiting.iter().map(|one| one.next_ms).min()
    }

    /// The answers that wait, with their ids.
    pub(crate) fn answers(&self) -> impl Iterator<Item = (&str, &NewAnswer)> {
        self.waiting.iter().filter_map(|one| match &one.parcel {
            Parcel::Answer(answer) => Some((one.id.as_str(), answer)),
            Parcel::Application(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(text: &str) -> Parcel {
        Parcel::Answer(NewAnswer {
            answer: vec![text.to_owned()],
            ..NewAnswer::default()
        })
    }

    fn application() -> Parcel {
        Parcel::Application(NewApplication::default())
    }

    #[test]
    fn what_came_first_goes_first_and_a_later_state_takes_its_place() {
        let mut outbox = Outbox::default();
        assert!(outbox.put("a", answer("one")));
        assert!(outbox.put("b", application()));
        let older = outbox.due(0).remove(0);
        assert!(outbox.put("a", answer("two")));
        outbox.settled(&older);
        let ids: Vec<_> = outbox.due(0).into_iter().map(|due| due.id).collect();
        assert_eq!(ids, ["b", "a"], "the later state still has to be sent");
        let texts: Vec<_> = outbox.answers().map(|(_, a)| a.answer[0].clone()).collect();
        assert_eq!(texts, ["two"]);
    }

    #[test]
    fn what_fails_waits_longer_each_time_until_the_network_is_back() {
        let mut outbox = Outbox::default();
        outbox.put("a", application());
        let due = outbox.due(0).remove(0);
        outbox.failed(&due, 0);
        let first = outbox.next_ms().expect("it waits");
        assert!(outbox.due(first - 1).is_empty());
        outbox.failed(&due, first);
        assert!(outbox.next_ms().expect("it waits") - first > first);
        outbox.hurry();
        assert_eq!(outbox.due(0).len(), 1);
        outbox.settled(&due);
        assert_eq!(outbox.next_ms(), None);
    }

    #[test]
    fn it_has_an_end() {
        let mut outbox = Outbox::default();
        for at in 0..MOST {
            assert!(outbox.put(&at.to_string(), application()));
        }
        assert!(!outbox.put("one more", application()));
        assert!(outbox.put("7", application()), "a later state always fits");
    }
}
