//! What is known of a job once its page was read.

use serde::{Deserialize, Serialize};

/// A job as its page describes it. What no source states is `None` or empty.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct JobPosting {
    /// The job's title.
    pub title: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// Where it is, as written; several joined by "; ".
    pub location: Option<String>,
    /// Each place by itself, in the page's order.
    pub locations: Vec<String>,
    /// ISO 3166-1 alpha-2 country, where the places tell one.
    pub country: Option<String>,
    /// Where a remote job may be done from, as far as the structured data says: countries and regions by name.
    pub remote_from: Vec<String>,
    /// What it pays.
    pub salary: Option<Salary>,
    /// `full_time`, `part_time`, `contract`, `temporary`, `internship`, `apprenticeship`, `volunteer`.
    pub employment_type: Option<String>,
    /// How long it is for: `permanent` or `fixed`.
    pub term: Option<String>,
    /// `remote`, `hybrid` or `onsite`.
    pub remote: Option<String>,
    /// The department or team.
    pub department: Option<String>,
    /// The employer's own number for the job.
    pub reference: Option<String>,
    /// The day it was posted, `YYYY-MM-DD`.
    pub posted: Option<String>,
    /// The last day to apply, `YYYY-MM-DD`.
    pub valid_through: Option<String>,
    /// ISO 639-1 language that it is written in.
    pub language: Option<String>,
    /// What it is about, as Markdown ([`super::markdown`]).
    pub description: Option<String>,
    /// What it asks for.
    pub requirements: Vec<Requirement>,
    /// Set where it cannot be applied for any more.
    pub closed: Option<Closed>,
    /// Where each value came from, and where sources disagreed.
    pub notes: Vec<String>,
}

impl JobPosting {
    /// Whether and why the job is over on a day (`YYYY-MM-DD`): the page said so, or its last day has passed.
    #[must_use]
    pub fn closed_on(&self, today: &str) -> Option<Closed> {
        if self.closed.is_some() {
            return self.closed.clone();
        }
        let last = self.valid_through.as_deref()?;
        // Days written this way sort as they follow each other.
        (today.len() == 10 && last < today).then(|| Closed {
            reason: ClosedReason::Expired,
            words: last.to_owned(),
        })
    }
}

/// A pay range. Equal ends where one figure is named; one end missing where it says "from" or "up to".
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Salary {
    /// The lower end.
    pub min: Option<f64>,
    /// The upper end.
    pub max: Option<f64>,
    /// ISO 4217.
    pub currency: String,
    /// `year`, `month`, `week`, `day`, `hour`.
    pub period: String,
}

/// One thing that a job asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirement {
    /// In the posting's own words, without markup.
    pub text: String,
    /// Whether it must be met.
    pub kind: RequirementKind,
}

/// How much a requirement is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementKind {
    /// It is asked for.
    Required,
    /// It is welcome.
    Preferred,
}

/// That a job cannot be applied for any more, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Closed {
    /// How it is known.
    pub reason: ClosedReason,
    /// The page's own words, or the last day (`YYYY-MM-DD`).
    pub words: String,
}

/// How it is known that a job is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedReason {
    /// The page says so.
    Said,
    /// Its last day has passed.
    Expired,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_passes() {
        let job = |last: Option<&str>| JobPosting {
            valid_through: last.map(str::to_owned),
            ..JobPosting::default()
        };
        let reason = |job: &JobPosting, today| job.closed_on(today).map(|c| c.reason);
        assert_eq!(
            reason(&job(Some("2026-11-20")), "2026-11-21"),
            Some(ClosedReason::Expired)
        );
        // The last day itself is still one.
        assert_eq!(reason(&job(Some("2026-11-21")), "2026-11-21"), None);
        assert_eq!(reason(&job(Some("2026-11-20")), ""), None);
        assert_eq!(reason(&job(None), "2026-11-21"), None);
    }
}
