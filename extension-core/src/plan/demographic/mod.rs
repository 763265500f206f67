//! Voluntary self-identification: only what the person answered, in the words of the form's options.
//! Declining is an answer of its own and never stands in for a missing one.

mod fits;
mod wordings;

use super::answer::{Answer, Ask, Choice, Fit, Stop};
use super::dates::{self, Date};
use super::options::says_exactly;
use super::refusals::own_words;
use super::words::DECLINE_WORDINGS;
use super::{Refusal, yes_no};
use crate::classify::FieldKind;
use fits::fit;
use foothold_shared::profile::{AnswerState, SelfIdentification};
use wordings::known_wordings;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let all = &ask.profile.demographics;
    let (own, source): (&SelfIdentification, &str) = match ask.kind {
        FieldKind::Gender => (&all.gender, "your profile: gender"),
        FieldKind::Pronouns => (&all.pronouns, "your profile: pronouns"),
        FieldKind::RaceEthnicity => (&all.race_ethnicity, "your profile: race or ethnicity"),
        FieldKind::Hispanic => (&all.hispanic, "your profile: Hispanic or Latino"),
        FieldKind::Veteran => (&all.veteran, "your profile: veteran status"),
        FieldKind::Disability => (&all.disability, "your profile: disability"),
        _ => return date_of_birth(ask),
    };
    let values: Vec<&str> = own
        .values
        .iter()
        .map(|v| v.trim())
        .filter(|v| !v.is_empty())
        .collect();
    match own.state {
        AnswerState::Answered if !values.is_empty() => answered(ask, &values, source),
        AnswerState::Declined => Ok(declined(source)),
        _ => Err(not_answered()),
    }
}

fn not_answered() -> Stop {
    Stop::new(
        Refusal::DemographicNotAnswered,
        "A voluntary question that you have not answered in your profile.",
    )
}

fn date_of_birth<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let date = Date::parse(&ask.profile.demographics.date_of_birth).ok_or_else(not_answered)?;
    Ok(dates::answer(ask, date, "your profile: date of birth"))
}

fn declined<'a>(source: &str) -> Answer<'a> {
    let wordings = DECLINE_WORDINGS.iter().map(|w| (*w).to_owned()).collect();
    let fit = Box::new(|choice: &Choice<'_>| u8::from(choice.decline) * 4);
    let mut answer = Answer::with_fit(
        &format!("{source} (you prefer not to say)"),
        "",
        wordings,
        fit,
    );
    answer.text = Err(Stop::new(
        Refusal::NoMatchingOption,
        "You prefer not to say, and this field has no way to say that. It can stay empty.",
    ));
    answer.may_decline = true;
    answer.query = String::new();
    answer
}

fn answered<'a>(ask: &Ask<'a>, values: &[&'a str], source: &str) -> Result<Answer<'a>, Stop> {
    let question = ask.question();
    let fits: Vec<Fit<'a>> = values
        .iter()
        .map(|value| fit(ask.kind, value, &question))
        .collect();
    let wordings: Vec<String> = match values {
        [one] => known_wordings(ask.kind, one),
        _ => vec![],
    };
    let mut answer = Answer::with_fit(source, "", wordings, says_exactly(&[]));
    answer.fits = fits;
    answer.text = match (ask.kind, values) {
        (FieldKind::Gender | FieldKind::Pronouns | FieldKind::RaceEthnicity, values) => {
            let words: Vec<String> = values.iter().map(|v| in_words(ask, v)).collect();
            Ok(words.join(", "))
        }
        _ => Err(own_words()),
    };
    // One box of its own ("I am a veteran") is true or false like any other statement.
    if let (FieldKind::Disability | FieldKind::Hispanic, ["yes" | "no"]) = (ask.kind, values)
        && ask.field.options.len() <= 1
    {
        answer.truth = Some(values == ["yes"]);
        if yes_no::plain_question(&ask.field.label).is_none() {
            answer.text = Err(own_words());
        }
    }
    Ok(answer)
}

/// What is written where a text is asked for: the token's usual word, or the person's own words.
fn in_words(ask: &Ask<'_>, value: &str) -> String {
    const GENDER: [(&str, [&str; 8]); 3] = [
        (
            "female",
            [
                "Female", "Weiblich", "Femme", "Mujer", "Donna", "Vrouw", "Feminino", "Kobieta",
            ],
        ),
        (
            "male",
            [
                "Male",
                "Männlich",
                "Homme",
                "Hombre",
                "Uomo",
                "Man",
                "Masculino",
                "Mężczyzna",
            ],
        ),
        (
            "non_binary",
            [
                "Non-binary",
                "Nicht-binär",
                "Non binaire",
                "No binario",
                "Non binario",
                "Non-binair",
                "Não binário",
                "Niebinarna",
            ],
        ),
    ];
    if let Some((_, words)) = GENDER.iter().find(|(token, _)| *token == value) {
        return ask.lang.pick(words).to_owned();
    }
    known_wordings(ask.kind, value)
        .into_iter()
        .next()
        .unwrap_or_else(|| value.to_owned())
}
