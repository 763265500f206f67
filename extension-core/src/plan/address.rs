//! Where the person lives, by parts and in one line.

use super::answer::{Answer, Ask, Choice, Stop, said};
use super::refusals::not_in_profile;
use super::words::{fold, has_phrase};
use crate::classify::FieldKind;
use crate::places::countries::{self, Country};
use crate::places::regions;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let address = &ask.profile.address;
    match ask.kind {
        FieldKind::AddressLine1 => Ok(Answer::words("your profile: address", &street(ask)?)),
        FieldKind::AddressLine2 => Ok(Answer::words(
            "your profile: address line 2",
            said(&address.line2, "second address line")?,
        )),
        FieldKind::PostalCode => Ok(Answer::words(
            "your profile: postal code",
            said(&address.postal_code, "postal code")?,
        )),
        FieldKind::City => {
            let city = said(&address.city, "city")?;
            let mut wordings = vec![city.to_owned()];
            wordings.extend(place_wordings(ask, city));
            let folded = fold(city);
            let fit = Box::new(move |c: &Choice<'_>| if c.folded == folded { 4 } else { 0 });
            Ok(Answer::with_fit("your profile: city", city, wordings, fit))
        }
        FieldKind::State => state(ask),
        FieldKind::Country => country(ask),
        _ => location(ask),
    }
}

/// The street address; with town and country where the form has no other field for them.
fn street(ask: &Ask<'_>) -> Result<String, Stop> {
    let address = &ask.profile.address;
    let mut parts = vec![said(&address.line1, "street address")?.to_owned()];
    if !ask.form_has(FieldKind::AddressLine2) {
        parts.push(address.line2.trim().to_owned());
    }
    let alone = [
        FieldKind::City,
        FieldKind::PostalCode,
        FieldKind::Location,
        FieldKind::State,
    ];
    if !alone.iter().any(|kind| ask.form_has(*kind)) {
        let (city, code) = (address.city.trim(), address.postal_code.trim());
        match home(ask) {
            // These write the postal code behind the region.
            Ok(home) if matches!(home.code, "US" | "CA" | "AU" | "GB" | "IE" | "IN") => {
                parts.push(city.to_owned());
                parts.push(
                    format!("{} {code}", address.region.trim())
                        .trim()
                        .to_owned(),
                );
                parts.push(home.name(ask.lang).to_owned());
            }
            Ok(home) => {
                parts.push(format!("{code} {city}").trim().to_owned());
                parts.push(home.name(ask.lang).to_owned());
            }
            Err(_) => parts.push(format!("{code} {city}").trim().to_owned()),
        }
    }
    parts.retain(|p| !p.is_empty());
    Ok(parts.join(", "))
}

fn state<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let address = &ask.profile.address;
    let text = said(&address.region, "state or region")?;
    let source = "your profile: state or region";
    let Some(region) = regions::find(&address.country, text) else {
        return Ok(Answer::words(source, text));
    };
    let fit = Box::new(move |c: &Choice<'_>| match region.fit(&c.folded) {
        0 if region.fit(&c.value) == 4 && regions::find_any(&c.folded).is_none() => 3,
        fit => fit,
    });
    let mut wordings = vec![text.to_owned()];
    wordings.extend(region.wordings());
    // Two letters of room ask for the abbreviation.
    let short = ask.raw.max_length.is_some_and(|n| n <= 3) && !region.abbreviation.is_empty();
    let written = if short { region.abbreviation } else { text };
    Ok(Answer::with_fit(source, written, wordings, fit))
}

fn home(ask: &Ask<'_>) -> Result<&'static Country, Stop> {
    let code = said(&ask.profile.address.country, "country")?;
    countries::by_code(code).ok_or_else(|| not_in_profile("country that Foothold knows"))
}

fn country<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let country = home(ask)?;
    let name = country.name(ask.lang);
    let written = match ask.raw.max_length {
        Some(2) => country.code,
        Some(3) => country.code3,
        _ => name,
    };
    let fit = Box::new(
        move |c: &Choice<'_>| match countries::named(&c.option.text) {
            Some(named) if named.code == country.code => 4,
            Some(_) => 0,
            // Values are codes where the text is in a language beyond the table.
            None if c.value == fold(country.code) || c.value == fold(country.code3) => 3,
            None => 0,
        },
    );
    Ok(Answer::with_fit(
        "your profile: country",
        written,
        country.wordings(ask.lang),
        fit,
    ))
}

fn location<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let address = &ask.profile.address;
    let city = said(&address.city, "city")?;
    let mut parts = vec![city];
    if !address.region.trim().is_empty() && fold(&address.region) != fold(city) {
        parts.push(address.region.trim());
    }
    if let Ok(country) = home(ask) {
        parts.push(country.name(ask.lang));
    }
    let mut wordings = vec![parts.join(", ")];
    wordings.extend(place_wordings(ask, city));
    wordings.push(city.to_owned());
    let fit = place_fit(ask, city);
    let mut answer = Answer::with_fit(
        "your profile: city and country",
        &parts.join(", "),
        wordings,
        fit,
    );
    answer.query = city.to_owned();
    Ok(answer)
}

/// Ways in which lists name the place: with or without region and country, by name or abbreviation.
fn place_wordings(ask: &Ask<'_>, city: &str) -> Vec<String> {
    let address = &ask.profile.address;
    let mut regions_named = vec![];
    if !address.region.trim().is_empty() {
        regions_named.push(address.region.trim().to_owned());
        if let Some(region) = regions::find(&address.country, &address.region) {
            regions_named.extend(
                region
                    .wordings()
                    .into_iter()
                    .filter(|w| !w.contains(['-', '('])),
            );
        }
    }
    let mut countries_named = home(ask).map(|c| c.wordings(ask.lang)).unwrap_or_default();
    countries_named.truncate(8);
    if let Ok(home) = home(ask) {
        countries_named.push(home.code.to_owned());
    }
    let mut all = Vec::new();
    for region in &regions_named {
        all.extend(
            countries_named
                .iter()
                .map(|country| format!("{city}, {region}, {country}")),
        );
    }
    all.extend(
        countries_named
            .iter()
            .map(|country| format!("{city}, {country}")),
    );
    all.extend(
        regions_named
            .iter()
            .map(|region| format!("{city}, {region}")),
    );
    let mut seen = std::collections::HashSet::new();
    all.retain(|w| seen.insert(fold(w)));
    all
}

/// Options that name the city and, if they go on, no other region or country.
fn place_fit<'a>(ask: &Ask<'a>, city: &str) -> super::answer::Fit<'a> {
    let address = &ask.profile.address;
    let country = home(ask).map_or("", |home| home.code);
    let region = regions::find(&address.country, &address.region).map(|r| r.name);
    let whole: Vec<String> = place_wordings(ask, city).iter().map(|w| fold(w)).collect();
    let city = fold(city);
    Box::new(move |choice| {
        if whole.contains(&choice.folded) {
            4
        } else if choice.folded == city {
            3
        } else if names_elsewhere(&choice.option.text, country, region) {
            0
        } else {
            // "Greater Hamburg area", "Office Hamburg": the city among other words.
            u8::from(has_phrase(&choice.folded, &city) && !super::words::is_negated(&choice.folded))
        }
    })
}

/// Whether a part of a place's name says that it is another one ("Cambridge, MA").
fn names_elsewhere(place: &str, country: &str, region: Option<&str>) -> bool {
    place
        .split([',', '(', ')', '/', '|', '-', '–', '—'])
        .map(fold)
        .filter(|part| !part.is_empty())
        .any(|part| {
            let is_home = countries::named(&part).is_some_and(|c| c.code == country)
                || regions::find(country, &part)
                    .is_some_and(|r| region.is_none_or(|own| own == r.name));
            !is_home && (countries::named(&part).is_some() || !regions::all_named(&part).is_empty())
        })
}
