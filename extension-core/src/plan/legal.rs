//! The right to work and sponsorship: answered from the person's own answer for the country in
//! question, with the polarity the question has, or not at all.

use super::answer::{Answer, Ask, Stop};
use super::readings::{Reading, is_elsewhere, reading};
use super::{Refusal, yes_no};
use crate::classify::FieldKind;
use crate::places::countries;
use foothold_shared::profile::WorkEligibility;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let Some(meaning) = &ask.field.legal else {
        return Err(ambiguous());
    };
    let named = meaning.country.trim();
    let country = if named.is_empty() {
        ask.context.job_country.as_deref().unwrap_or_default()
    } else {
        named
    };
    if country.trim().is_empty() {
        return Err(country_unknown());
    }
    let code = canonical(country);
    let question = ask.question();
    if is_elsewhere(&question, &code) {
        return Err(country_unknown());
    }
    let compound = match reading(&question, ask.kind, meaning) {
        Reading::Plain => meaning.compound,
        Reading::Both => true,
        Reading::Doubtful => return Err(ambiguous()),
    };
    let entries = &ask.profile.work_eligibility;
    let entry = entries.iter().find(|e| canonical(&e.country) == code);
    let value = match entry {
        Some(entry) if compound => both_halves(entry, ask.kind)?,
        Some(entry) => one_half(entry, ask.kind)?,
        None => return Err(not_answered(&code)),
    };
    let source = format!("your profile: right to work in {}", place(&code));
    Ok(yes_no::answer(ask, value != meaning.negated, &source))
}

fn country_unknown() -> Stop {
    Stop::new(
        Refusal::LegalCountryUnknown,
        "A legal question, and it is not clear for which country.",
    )
}

fn canonical(country: &str) -> String {
    let code = country.trim().to_ascii_uppercase();
    countries::by_code(&code).map_or(code, |c| c.code.to_owned())
}

fn place(code: &str) -> String {
    let known = countries::by_code(code).map(|c| c.name(super::words::Lang::En).to_owned());
    known.unwrap_or_else(|| "the place it names".to_owned())
}

fn one_half(entry: &WorkEligibility, kind: FieldKind) -> Result<bool, Stop> {
    let said = if kind == FieldKind::VisaSponsorship {
        entry.needs_sponsorship
    } else {
        entry.authorized
    };
    said.ok_or_else(|| not_answered(&canonical(&entry.country)))
}

/// Two questions in one have an answer only where both halves lead to it.
fn both_halves(entry: &WorkEligibility, kind: FieldKind) -> Result<bool, Stop> {
    match (entry.authorized, entry.needs_sponsorship) {
        (Some(authorized), Some(needs)) if authorized != needs => {
            Ok(if kind == FieldKind::VisaSponsorship {
                needs
            } else {
                authorized
            })
        }
        (Some(_), Some(_)) => Err(ambiguous()),
        _ => Err(not_answered(&canonical(&entry.country))),
    }
}

fn not_answered(code: &str) -> Stop {
    let message = format!(
        "A legal question that you have not answered for {} in your profile.",
        place(code)
    );
    Stop::new(Refusal::LegalNotAnswered, &message)
}

fn ambiguous() -> Stop {
    Stop::new(
        Refusal::LegalAmbiguous,
        "A legal question with more than one reading. Yours to answer.",
    )
}
