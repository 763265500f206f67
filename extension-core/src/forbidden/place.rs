//! Where a job is, as far as laws need to know: the country, and the state or province where its own laws count.

use crate::places::{countries, regions};

/// Where a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The state or province by its English name; `None` where it is not clear, or not one alone.
    pub region: Option<String>,
}

impl Place {
    /// The place of a job by the posting's country, and its location as written ("Austin, TX; Denver, CO").
    /// `None` where the country is not known.
    #[must_use]
    pub fn of(country: Option<&str>, location: Option<&str>) -> Option<Self> {
        let country = countries::by_code(country?)?.code;
        Some(Self {
            country: country.to_owned(),
            region: location.and_then(|text| region(country, text)),
        })
    }

    /// The country's English name with its article ("the United States").
    pub(super) fn country_name(&self) -> String {
        const WITH_ARTICLE: &[&str] = &["US", "GB", "NL", "AE", "PH", "BS", "GM"];
        let name = countries::by_code(&self.country).map_or(self.country.as_str(), |c| c.english());
        if WITH_ARTICLE.contains(&self.country.as_str()) {
            format!("the {name}")
        } else {
            name.to_owned()
        }
    }
}

/// The one region that every listed place lies in.
fn region(country: &str, location: &str) -> Option<String> {
    let mut found: Option<&'static str> = None;
    for place in location.split(';').filter(|place| !place.trim().is_empty()) {
        let name = of_place(country, place)?;
        if found.is_some_and(|other| other != name) {
            return None;
        }
        found = Some(name);
    }
    found.map(str::to_owned)
}

/// The region of one place: the last part that names one, so that the state counts before a city of its name.
fn of_place(country: &str, place: &str) -> Option<&'static str> {
    place
        .split([',', '(', ')', '/', '|', '·'])
        .map(str::trim)
        .rev()
        .find_map(|part| {
            let abbreviated = || regions::abbreviated(country, part);
            regions::called(country, part).or_else(abbreviated)
        })
        .map(|region| region.name)
}
