//! A posting in the one shape that all sources are read into.

use foothold_core::posting::Requirement;
use serde::{Deserialize, Serialize};

use crate::Source;
use crate::visa::VisaSignal;

/// A job as its source describes it. What the source does not say is `None` or empty; nothing is guessed, and what was
/// derived says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Posting {
    /// Where it came from.
    pub source: Source,
    /// Whose board there ([`crate::Board::tenant`]).
    pub tenant: String,
    /// The source's own id for it.
    pub id: String,
    /// The job's title.
    pub title: String,
    /// The employer.
    pub company: Option<String>,
    /// Where it is; the first is the main one.
    pub places: Vec<Place>,
    /// Where the work is done.
    pub remote: Option<Remote>,
    /// Where a remote job may be done from; empty where nobody says.
    pub remote_from: Vec<Place>,
    /// Kind of employment.
    pub employment: Option<Employment>,
    /// How long it is for.
    pub term: Option<Term>,
    /// How senior.
    pub seniority: Option<Seniority>,
    /// What it pays.
    pub salary: Option<Pay>,
    /// Skills and topics that the source lists by themselves.
    pub skills: Vec<String>,
    /// What it asks for, read out of the description.
    pub requirements: Vec<Requirement>,
    /// ISO 639-1 language that it is written in.
    pub language: Option<String>,
    /// What it says about work permits.
    pub visa: Vec<VisaSignal>,
    /// When it was posted, epoch milliseconds; the beginning of the day (UTC) where only a day is known.
    pub posted_ms: Option<i64>,
    /// When it was last changed, as far as the source says.
    pub updated_ms: Option<i64>,
    /// From when on it cannot be applied for, epoch milliseconds. Where only a last day is known: when that day is over
    /// everywhere on earth.
    pub expires_ms: Option<i64>,
    /// The posting's own page at the source. Sources that want a link back get this one.
    pub url: String,
    /// Where one applies; the same as `url` where the source names no other.
    pub apply_url: String,
    /// What it is about, as Markdown without raw HTML.
    pub description: String,
    /// The department or team.
    pub department: Option<String>,
    /// The employer's own number for the job.
    pub reference: Option<String>,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Place {
    /// As the source writes it.
    pub text: String,
    /// The town.
    pub city: Option<String>,
    /// State, province or region, as written.
    pub region: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
}

/// Where the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remote {
    /// From anywhere that [`Posting::remote_from`] allows.
    Remote,
    /// Partly at the place.
    Hybrid,
    /// At the place.
    Onsite,
}

/// Kind of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Employment {
    /// Full time.
    FullTime,
    /// Part time.
    PartTime,
    /// On a contract of services.
    Contract,
    /// For a while, seasonal.
    Temporary,
    /// An internship.
    Internship,
    /// An apprenticeship.
    Apprenticeship,
    /// Unpaid.
    Volunteer,
}

/// How long a job is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// Without an end.
    Permanent,
    /// With one.
    Fixed,
}

/// How senior a job is, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seniority {
    /// For people who are still learning the trade.
    Intern,
    /// For beginners.
    Junior,
    /// With some experience.
    Mid,
    /// With much.
    Senior,
    /// Leads by knowing: staff, principal, lead.
    Lead,
    /// Leads people.
    Manager,
    /// Leads a department.
    Director,
    /// Leads the company.
    Executive,
}

/// What a job pays, as the source says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pay {
    /// The lower end; equal to the upper one where one figure is named.
    pub min: Option<f64>,
    /// The upper end.
    pub max: Option<f64>,
    /// ISO 4217; empty where nobody says.
    pub currency: String,
    /// What it is per.
    pub period: Option<Period>,
    /// What that would be in a full year: derived, for comparing only.
    pub yearly: Option<YearlyPay>,
}

/// What pay is per.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A week.
    Week,
    /// A day.
    Day,
    /// An hour.
    Hour,
}

/// A yearly value for comparing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct YearlyPay {
    /// The lower end.
    pub min: Option<f64>,
    /// The upper end.
    pub max: Option<f64>,
    /// How many of the stated periods were counted as a year (2080 hours, 260 days, 52 weeks, 12 months); 1 where the
    /// source itself states a year and nothing was derived.
    pub periods: u32,
}

impl Pay {
    /// Pay with its yearly value.
    #[must_use]
    pub fn new(
        min: Option<f64>,
        max: Option<f64>,
        currency: String,
        period: Option<Period>,
    ) -> Self {
        let yearly = period.map(|period| {
            let periods = period.in_a_year();
            let whole = |sum: Option<f64>| sum.map(|sum| (sum * f64::from(periods)).round());
            YearlyPay {
                min: whole(min),
                max: whole(max),
                periods,
            }
        });
        Self {
            min,
            max,
            currency,
            period,
            yearly,
        }
    }
}

impl Period {
    /// How many make a year of full-time work.
    #[must_use]
    pub const fn in_a_year(self) -> u32 {
        match self {
            Self::Year => 1,
            Self::Month => 12,
            Self::Week => 52,
            Self::Day => 260,
            Self::Hour => 2080,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yearly_value_says_how_it_was_made() {
        let pay = Pay::new(Some(20.0), Some(25.5), "EUR".to_owned(), Some(Period::Hour));
        let yearly = pay.yearly.expect("an hour is known");
        assert_eq!(
            (yearly.min, yearly.max, yearly.periods),
            (Some(41_600.0), Some(53_040.0), 2080)
        );
        let unknown = Pay::new(Some(20.0), None, String::new(), None);
        assert_eq!(unknown.yearly, None);
    }
}
