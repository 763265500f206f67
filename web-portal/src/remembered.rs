//! Remembered answers as the portal sorts them: which still count, which soon will not, which a search finds.
//!
//! What must not happen here: a clock or a browser; whether an answer fits a question on a page is `foothold-core`'s.

use foothold_shared::answer::NewAnswer;

/// An answer whose end is nearer than this is said to expire soon: 30 days.
const SOON_MS: i64 = 30 * 24 * 60 * 60 * 1000;

/// Whether an answer is still given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// For ever, as far as anybody said.
    Kept,
    /// Until this moment, epoch milliseconds.
    Until(i64),
    /// Until this moment, and that is near.
    Soon(i64),
    /// No longer, since this moment.
    Expired(i64),
}

impl Standing {
    /// Whether the person may want to look at it.
    pub(crate) fn wants_a_look(self) -> bool {
        matches!(self, Self::Soon(_) | Self::Expired(_))
    }
}

/// How an answer stands now.
pub(crate) fn standing(answer: &NewAnswer, now_ms: i64) -> Standing {
    match answer.expires_at_ms {
        None => Standing::Kept,
        Some(end) if end <= now_ms => Standing::Expired(end),
        Some(end) if end - now_ms <= SOON_MS => Standing::Soon(end),
        Some(end) => Standing::Until(end),
    }
}

/// Whether question, answer or host hold every word of a search, in any case.
pub(crate) fn is_found(answer: &NewAnswer, search: &str) -> bool {
    let mut all = answer.question.to_lowercase();
    for text in answer.answer.iter().chain(&answer.host) {
        all.push('\n');
        all.push_str(&text.to_lowercase());
    }
    search
        .to_lowercase()
        .split_whitespace()
        .all(|word| all.contains(word))
}

/// An answer as it is after an edit. A changed answer was given now; a changed end alone leaves when it was given.
pub(crate) fn edited(
    before: &NewAnswer,
    answer: Vec<String>,
    expires_at_ms: Option<i64>,
    now_ms: i64,
) -> NewAnswer {
    let remembered_at_ms = if answer == before.answer {
        before.remembered_at_ms
    } else {
        // A clock that went back must not make the new answer the older one.
        now_ms.max(before.remembered_at_ms)
    };
    NewAnswer {
        answer,
        expires_at_ms,
        remembered_at_ms,
        ..before.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;

    fn answer(expires_at_ms: Option<i64>) -> NewAnswer {
        NewAnswer {
            question: "Do you own a boat?".to_owned(),
            answer: vec!["Yes, two".to_owned()],
            host: Some("jobs.quayside.example".to_owned()),
            remembered_at_ms: NOW_MS - 1,
            expires_at_ms,
            ..NewAnswer::default()
        }
    }

    #[test]
    fn an_answer_is_kept_for_a_time_or_for_ever() {
        let at = |expires| standing(&answer(expires), NOW_MS);
        assert_eq!(at(None), Standing::Kept);
        assert_eq!(at(Some(NOW_MS)), Standing::Expired(NOW_MS));
        assert_eq!(at(Some(NOW_MS + SOON_MS)), Standing::Soon(NOW_MS + SOON_MS));
        let later = NOW_MS + SOON_MS + 1;
        assert_eq!(at(Some(later)), Standing::Until(later));
        assert!(at(Some(NOW_MS)).wants_a_look() && !at(None).wants_a_look());
    }

    #[test]
    fn a_search_looks_into_question_answer_and_host() {
        for (search, found) in [
            ("", true),
            ("BOAT own", true),
            ("two", true),
            ("quayside", true),
            ("boat car", false),
        ] {
            assert_eq!(is_found(&answer(None), search), found, "{search}");
        }
    }

    #[test]
    fn only_a_changed_answer_is_a_new_one() {
        let before = answer(None);
        let kept = edited(&before, before.answer.clone(), Some(NOW_MS + 9), NOW_MS);
        assert_eq!(kept.remembered_at_ms, NOW_MS - 1);
        assert_eq!(kept.expires_at_ms, Some(NOW_MS + 9));
        let changed = |now_ms| edited(&before, vec!["No".to_owned()], None, now_ms);
        assert_eq!(changed(NOW_MS).remembered_at_ms, NOW_MS);
        assert_eq!(changed(5).remembered_at_ms, NOW_MS - 1);
    }
}
