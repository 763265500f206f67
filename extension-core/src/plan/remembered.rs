//! What the person answered before, where the profile has no answer: the same question, the same options.
//!
//! What must not happen here: an option that only resembles the remembered one, or an answer in place of one that the
//! profile gives.

use super::Refusal;
use super::answer::{Answer, Ask, Stop};
use super::options::says_exactly;
use super::refusals::{does_not_fit, unsupported};
use crate::memory::{
    Asked, Limit, Memory, Recall, country, in_a_row, limit, option_set, same_question, wordings,
};
use crate::page::Control;
use foothold_shared::answer::NewAnswer;

/// The remembered answer to a question that the profile leaves open, or why it stays open.
pub(super) fn instead<'a>(
    ask: &Ask<'a>,
    memory: &Memory<'a>,
    stop: Stop,
) -> Result<Answer<'a>, Stop> {
    if memory.is_empty() || !is_open(&stop) || in_a_row(ask.raw) {
        return Err(stop);
    }
    let by_country = match limit(ask.field) {
        Limit::Never => return Err(stop),
        Limit::Country => true,
        Limit::Everywhere => false,
    };
    let Some(wordings) = wordings(ask.field, ask.raw) else {
        return Err(stop);
    };
    if asked_twice(ask) {
        return Err(stop);
    }
    let options = ask.field.options.iter();
    let asked = Asked {
        wordings: wordings.to_vec(),
        options: option_set(options.map(|option| (option.text.as_str(), option.value.as_str()))),
        country: country(ask.field, ask.context.job_country.as_deref()),
        by_country,
    };
    match memory.recall(&asked) {
        Recall::Nothing => Err(stop),
        Recall::Disagreement => Err(Stop::new(
            stop.reason,
            "Two of your remembered answers to this question disagree.",
        )),
        Recall::Answer(known) => answer(ask, known),
    }
}

/// Whether the profile left the question open, rather than refusing an answer it has.
fn is_open(stop: &Stop) -> bool {
    matches!(
        stop.reason,
        Refusal::NotInProfile
            | Refusal::CustomQuestion
            | Refusal::Unknown
            | Refusal::LegalNotAnswered
    )
}

/// The same words twice in one form ask about two things.
fn asked_twice(ask: &Ask<'_>) -> bool {
    ask.form.fields.iter().enumerate().any(|(at, other)| {
        at != ask.at
            && other.trap.is_none()
            && same_question(&other.label, &ask.field.label)
            && ask
                .snapshot
                .fields
                .iter()
                .any(|raw| raw.handle == other.handle && raw.visible)
    })
}

fn answer<'a>(ask: &Ask<'a>, known: &NewAnswer) -> Result<Answer<'a>, Stop> {
    let texts: Vec<&str> = known
        .answer
        .iter()
        .map(|text| text.trim())
        .filter(|text| !text.is_empty())
        .collect();
    let Some(first) = texts.first().copied() else {
        return Err(unsupported());
    };
    let source = source(known.remembered_at_ms);
    if texts.len() == 1 {
        fits_a_date(ask, first)?;
    }
    let mut answer = Answer::with_fit(
        &source,
        first,
        vec![first.to_owned()],
        says_exactly(&[first.to_owned()]),
    );
    if texts.len() > 1 {
        answer.text = Err(unsupported());
        answer.fits = texts
            .iter()
            .map(|text| says_exactly(&[(*text).to_owned()]))
            .collect();
    }
    // The person chose it, also where it says that they would rather not.
    answer.may_decline = true;
    Ok(answer)
}

/// Date pickers take one form of a date, and the answer may have been typed where any form was taken.
fn fits_a_date(ask: &Ask<'_>, text: &str) -> Result<(), Stop> {
    let form = match ask.field.control {
        Control::Date => "0000-00-00",
        Control::Month => "0000-00",
        Control::OtherDate | Control::SpinButton => return Err(unsupported()),
        _ => return Ok(()),
    };
    let same = text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(own, wanted)| {
            if wanted == b'0' {
                own.is_ascii_digit()
            } else {
                own == wanted
            }
        });
    if same {
        Ok(())
    } else {
        Err(does_not_fit(
            "Your remembered answer is not a date in the form this field takes.",
        ))
    }
}

/// "your remembered answer (March 2026)".
fn source(remembered_at_ms: i64) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month) = month_of(remembered_at_ms);
    match MONTHS.get(month) {
        Some(name) => format!("your remembered answer ({name} {year})"),
        None => "your remembered answer".to_owned(),
    }
}

/// Year and month (from 0) of a moment, by the Gregorian calendar in UTC.
fn month_of(epoch_ms: i64) -> (i64, usize) {
    // Counted in eras of 400 years from 1 March of the year 0, so that the leap day ends a year.
    let days = epoch_ms.div_euclid(86_400_000) + 719_468;
    let era = days.div_euclid(146_097);
    let day = days.rem_euclid(146_097);
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = (from_march + 2) % 12;
    let year = year_of_era + era * 400 + i64::from(from_march >= 10);
    (year, usize::try_from(month).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_a_month() {
        for (epoch_ms, year, month) in [
            (0, 1970, 0),
            (951_782_400_000, 2000, 1),
            (951_868_800_000, 2000, 2),
            (1_795_219_200_000, 2026, 10),
            (1_798_761_599_999, 2026, 11),
            (1_798_761_600_000, 2027, 0),
            (-1, 1969, 11),
        ] {
            assert_eq!(month_of(epoch_ms), (year, month), "{epoch_ms}");
        }
        assert_eq!(
            source(1_795_219_200_000),
            "your remembered answer (November 2026)"
        );
    }
}
