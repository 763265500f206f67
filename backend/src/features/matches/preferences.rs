//! What a person looks for: whether it can be kept, and what it means for a search.
//!
//! What must not happen here: a wish that the person did not state.

use foothold_boards::Source;
use foothold_gazetteer::likely_line;
use foothold_matching::demands::YearlyPay;
use foothold_matching::person::Person;
use foothold_matching::score::Wishes;
use foothold_matching::vocabulary::titles_in;
use foothold_shared::job::JobRemote;
use foothold_shared::matching::JobPreferences;
use foothold_shared::problem::FieldProblem;
use foothold_shared::profile::WorkPlace;

use crate::checks;

const MOST_VALUES: usize = 50;
const LONGEST: usize = 100;
const MOST_DAYS: u32 = 365;

/// Everything that keeps preferences from being kept.
pub(super) fn check(preferences: &JobPreferences) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut refuse = |field: String, code: &str, message: &str| {
        problems.push(checks::problem(field, code, message));
    };
    for (name, values) in [
        ("roles", &preferences.roles),
        ("places", &preferences.places),
        ("countries", &preferences.countries),
        ("platforms", &preferences.platforms),
        ("ignored_companies", &preferences.ignored_companies),
        ("ignored_industries", &preferences.ignored_industries),
    ] {
        if values.len() > MOST_VALUES {
            refuse(name.to_owned(), "too_many", "Name at most 50.");
        }
        for (at, value) in values.iter().enumerate() {
            if value.trim().is_empty() || value.chars().count() > LONGEST {
                refuse(
                    format!("{name}[{at}]"),
                    "length",
                    "Write 1 to 100 characters.",
                );
            }
        }
    }
    for (at, country) in preferences.countries.iter().enumerate() {
        if country.len() != 2 || !country.bytes().all(|sign| sign.is_ascii_uppercase()) {
            refuse(
                format!("countries[{at}]"),
                "country",
                "Send a country's two capital letters, such as NO.",
            );
        }
    }
    for (at, platform) in preferences.platforms.iter().enumerate() {
        if Source::named(platform).is_none() {
            refuse(
                format!("platforms[{at}]"),
                "unknown",
                "This is no source that jobs come from.",
            );
        }
    }
    if preferences.remote.len() > 3 {
        refuse("remote".to_owned(), "too_many", "Name each way once.");
    }
    if preferences
        .posted_days
        .is_some_and(|days| !(1..=MOST_DAYS).contains(&days))
    {
        refuse(
            "posted_days".to_owned(),
            "range",
            "Write 1 to 365 days, or leave it out.",
        );
    }
    let currency = &preferences.currency;
    let is_currency = currency.len() == 3 && currency.bytes().all(|sign| sign.is_ascii_uppercase());
    if (preferences.yearly_pay.is_some() || !currency.is_empty()) && !is_currency {
        refuse(
            "currency".to_owned(),
            "currency",
            "Send the currency's three capital letters, such as EUR.",
        );
    }
    problems
}

/// What scores make of them.
pub(super) fn wishes(preferences: &JobPreferences) -> Wishes {
    Wishes {
        titles: preferences
            .roles
            .iter()
            .map(|role| titles_in(role))
            .filter(|titles| !titles.is_empty())
            .collect(),
        places: preferences.places.clone(),
        towns: preferences
            .places
            .iter()
            .filter_map(|place| Some(likely_line(place, home_country(preferences))?.0))
            .collect(),
        countries: preferences.countries.clone(),
        yearly_pay: preferences.yearly_pay.map(|most| YearlyPay {
            most: f64::from(most),
            currency: preferences.currency.clone(),
        }),
        ignored_companies: preferences.ignored_companies.clone(),
        ignored_words: preferences.ignored_industries.clone(),
    }
}

/// The country that a place without one is looked for in first: the one that they name, where it is one.
fn home_country(preferences: &JobPreferences) -> &str {
    match preferences.countries.as_slice() {
        [one] => one,
        _ => "",
    }
}

/// The ways of working of the preferences go before those of the profile.
pub(super) fn prefer(person: &mut Person, preferences: &JobPreferences) {
    if preferences.remote.is_empty() {
        return;
    }
    person.work_places = preferences
        .remote
        .iter()
        .map(|way| match way {
            JobRemote::Remote => WorkPlace::Remote,
            JobRemote::Hybrid => WorkPlace::Hybrid,
            JobRemote::Onsite => WorkPlace::OnSite,
        })
        .collect();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_used_is_named() {
        assert!(check(&JobPreferences::default()).is_empty());
        let wrong = JobPreferences {
            roles: vec!["Baker".into(), " ".into()],
            countries: vec!["no".into()],
            platforms: vec!["nowhere".into()],
            posted_days: Some(0),
            yearly_pay: Some(50_000),
            ..JobPreferences::default()
        };
        let fields: Vec<String> = check(&wrong).into_iter().map(|p| p.field).collect();
        assert_eq!(
            fields,
            [
                "roles[1]",
                "countries[0]",
                "platforms[0]",
                "posted_days",
                "currency"
            ]
        );
    }
}
