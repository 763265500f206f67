//! Questions of an employer's own: answered by the person's standard answers, matched word for word,
//! or left to the person.

use super::answer::{Answer, Ask, Stop};
use super::options::says;
use super::refusals::{custom_question, not_in_profile};
use super::words::{fold, has_any, is_decline, yes_no_word};
use super::{Refusal, yes_no};
use crate::classify::FieldKind;
use crate::memory::same_question;
use crate::page::LabelSource;
use foothold_shared::profile::StandardAnswer;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let letter = ask.context.letter.trim();
    if ask.kind == FieldKind::CoverLetterText && !letter.is_empty() {
        return Ok(Answer::words("the letter for this job", letter));
    }
    let known: Vec<&StandardAnswer> = ask
        .profile
        .standard_answers
        .iter()
        .filter(|s| !s.answer.trim().is_empty() && !s.question.trim().is_empty() && answers(ask, s))
        .collect();
    let Some(first) = known.first() else {
        return Err(unanswered(ask.kind));
    };
    if known.iter().any(|s| fold(&s.answer) != fold(&first.answer)) {
        return Err(Stop::new(
            Refusal::CustomQuestion,
            "Two of your standard answers fit this question.",
        ));
    }
    let text = first.answer.trim();
    let source = "your standard answers";
    if let Some(truth) = yes_no_word(&fold(text))
        && !ask.field.options.is_empty()
    {
        return Ok(yes_no::answer(ask, truth, source));
    }
    let mut answer = Answer::with_fit(
        source,
        text,
        vec![text.to_owned()],
        says(&[text.to_owned()]),
    );
    answer.may_decline = is_decline(&fold(text));
    Ok(answer)
}

fn unanswered(kind: FieldKind) -> Stop {
    match kind {
        FieldKind::HowHeard => not_in_profile("standard answer on how you heard of a job"),
        FieldKind::Referrer => not_in_profile("standard answer on who referred you"),
        FieldKind::CoverLetterText => not_in_profile("cover letter text"),
        _ => custom_question(),
    }
}

/// Whether a standard answer answers this question.
fn answers(ask: &Ask<'_>, standard: &StandardAnswer) -> bool {
    let own = fold(&standard.question);
    let same_topic = match ask.kind {
        FieldKind::HowHeard => asks_how_heard(&own),
        FieldKind::Referrer => asks_who_referred(&own),
        _ => false,
    };
    let full = ask.raw.labels.iter().filter(|l| {
        !matches!(
            l.from,
            LabelSource::Placeholder | LabelSource::Description | LabelSource::Title
        )
    });
    let mut wordings = full
        .map(|l| l.text.as_str())
        .chain(std::iter::once(ask.field.label.as_str()));
    same_topic || wordings.any(|label| same_question(label, &standard.question))
}

fn asks_how_heard(folded: &str) -> bool {
    has_any(
        folded,
        &[
            "how did you hear",
            "how you heard",
            "hear about us",
            "heard about us",
            "how did you find",
            "how did you learn",
            "aufmerksam geworden",
            "von uns erfahren",
            "von der stelle erfahren",
            "entendu parler",
            "connu notre",
            "connaissance de",
        ],
    )
}

fn asks_who_referred(folded: &str) -> bool {
    has_any(
        folded,
        &[
            "who referred you",
            "referred by",
            "referral name",
            "name of referrer",
            "referrer",
            "employee referral",
            "empfohlen von",
            "wer hat sie empfohlen",
            "recommande par",
        ],
    )
}
