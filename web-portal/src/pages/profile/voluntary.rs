//! Voluntary self-identification. Each question is "Not answered" until the person says otherwise.

use super::fields::{around, day, value};
use super::section::section as frame;
use crate::components::choice::checkbox;
use crate::components::field::{FieldText, Typing, text_field};
use crate::components::pill::{Tone, note};
use crate::components::select::{options, select};
use crate::profile::lens::{Lens, lens};
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::{AnswerState, SelfIdentification};
use leptos::prelude::*;

type Tokens = &'static [(&'static str, &'static str)];

const GENDERS: Tokens = &[
    ("female", "Female"),
    ("male", "Male"),
    ("non_binary", "Non-binary"),
];
const PRONOUNS: Tokens = &[
    ("he_him", "He/him"),
    ("she_her", "She/her"),
    ("they_them", "They/them"),
];
const RACES: Tokens = &[
    ("american_indian", "American Indian or Alaska Native"),
    ("asian", "Asian"),
    ("black", "Black or African American"),
    ("hispanic", "Hispanic or Latino"),
    ("pacific_islander", "Native Hawaiian or Pacific Islander"),
    ("white", "White"),
    ("two_or_more", "Two or more"),
];
const YES_NO: Tokens = &[("yes", "Yes"), ("no", "No")];
const VETERAN: Tokens = &[
    ("not_veteran", "I am not a veteran"),
    ("protected_veteran", "I am a protected veteran"),
    (
        "veteran_not_protected",
        "I am a veteran, not a protected one",
    ),
];

/// Stands for "declined" and "own words" beside the tokens of a question.
const DECLINED: &str = "#declined";
const OWN: &str = "#own";
const SEVERAL: &str = "#several";

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    let single = |lens, label, tokens, own| question(form, lens, label, tokens, own);
    let body = view! {
        {note(Tone::Quiet, "Some employers ask these to see whether they hire fairly. You never have to answer. We keep them encrypted and apart, and write them only where a form asks. “Prefer not to say” is written where a form offers those words; “Not answered” leaves the question to you.".into_any())}
        <div class="mt-6 grid gap-x-5 gap-y-5 sm:grid-cols-2 items-start">
            {single(lens!(demographics.gender), "Gender", GENDERS, true)}
            {single(lens!(demographics.pronouns), "Pronouns", PRONOUNS, true)}
            {single(lens!(demographics.veteran), "Veteran (United States)", VETERAN, false)}
            {single(lens!(demographics.disability), "Disability", YES_NO, false)}
            {single(lens!(demographics.hispanic), "Hispanic or Latino (United States)", YES_NO, false)}
            {day(form, lens!(demographics.date_of_birth), "Date of birth", "")}
            <div class="sm:col-span-2">{races(form)}</div>
        </div>
    };
    frame(form, Section::Voluntary, "", body.into_any())
}

/// What the select shows for an answer.
fn shown(answer: &SelfIdentification, tokens: Tokens) -> String {
    match answer.state {
        AnswerState::NotAnswered => String::new(),
        AnswerState::Declined => DECLINED.to_owned(),
        AnswerState::Answered => match answer.values.first() {
            Some(value) if tokens.iter().any(|(token, _)| token == value) => value.clone(),
            _ => OWN.to_owned(),
        },
    }
}

/// The answer for what was chosen in the select.
fn chosen(choice: &str) -> SelfIdentification {
    let (state, values) = match choice {
        "" => (AnswerState::NotAnswered, Vec::new()),
        DECLINED => (AnswerState::Declined, Vec::new()),
        token => (AnswerState::Answered, vec![token.to_owned()]),
    };
    SelfIdentification { state, values }
}

/// An answer in own words; without words it is no answer.
fn in_own_words(words: &str) -> SelfIdentification {
    if words.trim().is_empty() {
        return SelfIdentification::default();
    }
    SelfIdentification {
        state: AnswerState::Answered,
        values: vec![words.to_owned()],
    }
}

fn question(
    form: ProfileForm,
    lens: Lens<SelfIdentification>,
    label: &'static str,
    tokens: Tokens,
    own: bool,
) -> AnyView {
    let field = around(form, &lens, label);
    let answer = value(form, &lens);
    // "In my own words" is chosen before there are words.
    let writing = RwSignal::new(false);
    let choice = Signal::derive(move || {
        let now = answer.with(|answer| shown(answer, tokens));
        if writing.get() && now.is_empty() {
            OWN.to_owned()
        } else {
            now
        }
    });
    let mut list = options(tokens);
    if own {
        list.push((OWN.to_owned(), "In my own words".to_owned()));
    }
    list.push((DECLINED.to_owned(), "Prefer not to say".to_owned()));
    let words_field = FieldText::new(
        format!("{}-own", field.id),
        format!("{label}, in your own words"),
    );
    let choose = {
        let lens = lens.clone();
        move |token: String| {
            writing.set(token == OWN);
            if token == OWN {
                form.write(&lens, SelfIdentification::default());
            } else {
                form.write(&lens, chosen(&token));
            }
        }
    };
    let control = select(&field, Some("Not answered"), list, choice, choose);
    let words = Signal::derive(move || {
        answer.with(|answer| answer.values.first().cloned().unwrap_or_default())
    });
    let is_own = Memo::new(move |_| choice.get() == OWN);
    let own_words = move || {
        let (field, lens) = (words_field.clone(), lens.clone());
        is_own.get().then(move || {
            let write = move |text: String| {
                writing.set(true);
                form.write(&lens, in_own_words(&text));
            };
            view! { <div class="mt-1">{text_field(field, Typing::TEXT, words, write)}</div> }
        })
    };
    field.around(view! { {control}{own_words} }.into_any())
}

/// Tokens with one turned on or off, in the table's order; own words stay.
fn with_token(answer: &SelfIdentification, token: &str, on: bool) -> SelfIdentification {
    let own = answer
        .values
        .iter()
        .filter(|value| !RACES.iter().any(|(known, _)| known == value));
    let values: Vec<String> = RACES
        .iter()
        .map(|(known, _)| *known)
        .filter(|known| {
            if *known == token {
                on
            } else {
                answer.values.iter().any(|value| value == known)
            }
        })
        .map(str::to_owned)
        .chain(own.cloned())
        .collect();
    let state = if values.is_empty() {
        AnswerState::NotAnswered
    } else {
        AnswerState::Answered
    };
    SelfIdentification { state, values }
}

fn races(form: ProfileForm) -> AnyView {
    let lens: Lens<SelfIdentification> = lens!(demographics.race_ethnicity);
    let field = around(form, &lens, "Race or ethnicity");
    let answer = value(form, &lens);
    let answering = RwSignal::new(false);
    let choice = Signal::derive(move || match answer.with(|answer| answer.state) {
        AnswerState::Declined => DECLINED.to_owned(),
        AnswerState::Answered => SEVERAL.to_owned(),
        AnswerState::NotAnswered if answering.get() => SEVERAL.to_owned(),
        AnswerState::NotAnswered => String::new(),
    });
    let list = options(&[(SEVERAL, "Answer"), (DECLINED, "Prefer not to say")]);
    let choose = {
        let lens = lens.clone();
        move |token: String| {
            answering.set(token == SEVERAL);
            let token = if token == SEVERAL { "" } else { token.as_str() };
            form.write(&lens, chosen(token));
        }
    };
    let control = select(&field, Some("Not answered"), list, choice, choose);
    let id = field.id.clone();
    let is_open = Memo::new(move |_| choice.get() == SEVERAL);
    let boxes = move || {
        let (id, lens) = (id.clone(), lens.clone());
        is_open.get().then(move || {
            let boxes = RACES
                .iter()
                .map(|(token, words)| {
                    let lens = lens.clone();
                    let is_on = Signal::derive(move || {
                        answer.with(|answer| answer.values.iter().any(|value| value == token))
                    });
                    checkbox(format!("{id}-{token}"), *words, is_on, move |on| {
                        answering.set(true);
                        let next = answer.with_untracked(|answer| with_token(answer, token, on));
                        form.write(&lens, next);
                    })
                })
                .collect_view();
            view! {
                <fieldset class="mt-1 grid sm:grid-cols-2 gap-x-5">
                    <legend class="sr">"Choose all that apply"</legend>
                    {boxes}
                </fieldset>
            }
        })
    };
    field.around(view! { {control}{boxes} }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_answering_and_declining_are_two_things() {
        assert_eq!(chosen("").state, AnswerState::NotAnswered);
        assert_eq!(chosen(DECLINED).state, AnswerState::Declined);
        assert_eq!(chosen("female").values, ["female"]);
        for choice in ["", DECLINED, "female"] {
            assert_eq!(shown(&chosen(choice), GENDERS), choice);
        }
    }

    #[test]
    fn own_words_are_an_answer_only_with_words() {
        assert_eq!(shown(&in_own_words("agender"), GENDERS), OWN);
        assert_eq!(in_own_words("  ").state, AnswerState::NotAnswered);
    }

    #[test]
    fn several_answers_keep_one_order_and_own_words() {
        let mut answer = with_token(&SelfIdentification::default(), "white", true);
        answer.values.push("Sami".to_owned());
        let answer = with_token(&answer, "asian", true);
        assert_eq!(answer.values, ["asian", "white", "Sami"]);
        let none = with_token(
            &with_token(&SelfIdentification::default(), "asian", true),
            "asian",
            false,
        );
        assert_eq!(none.state, AnswerState::NotAnswered);
    }
}
