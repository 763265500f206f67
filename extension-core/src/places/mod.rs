//! Places of the world as data: countries and their regions, by name and by code.
//!
//! The tables are in `data/`; the planner and the posting reader look up in the same ones.
//! What must not happen here: deciding whether a text means a place. A look-up is asked about a text as a whole.

pub(crate) mod countries;
pub(crate) mod regions;

/// The ISO 3166-1 alpha-2 code of the country that a text as a whole names, in one of eight languages or by its code.
#[must_use]
pub fn country_of(text: &str) -> Option<&'static str> {
    countries::named(text).map(|country| country.code)
}

/// The countries whose calling code the digits behind a "+" begin with, and that code; several share some codes.
#[must_use]
pub fn countries_called(digits: &str) -> Option<(&'static str, Vec<&'static str>)> {
    countries::called_by(digits)
}

/// What a country is called in one of eight languages (English for any other), by its ISO 3166-1 alpha-2 code.
#[must_use]
pub fn country_name(code: &str, language: &str) -> Option<&'static str> {
    countries::by_code(code).map(|country| country.name(crate::language::Lang::of(language)))
}

/// What a country's state, province or region is called, by its name in one of several languages or by its usual
/// abbreviation.
#[must_use]
pub fn region_name(country: &str, text: &str) -> Option<&'static str> {
    regions::find(country, text).map(|region| region.name)
}
