//! Stage 1b: the job itself, read from what the page says in structured data and in visible text.

use serde::{Deserialize, Serialize};

/// A job as its page describes it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct JobPosting {
    /// The job's title.
    pub title: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// Where it is, as written; several joined by "; ".
    pub location: Option<String>,
    /// ISO 3166-1 alpha-2 country, where the place tells it.
    pub country: Option<String>,
    /// What it pays.
    pub salary: Option<Salary>,
    /// `full_time`, `part_time`, `contract`, `temporary`, `internship`, `volunteer`.
    pub employment_type: Option<String>,
    /// `remote`, `hybrid` or `onsite`.
    pub remote: Option<String>,
    /// Where each value came from, and where sources disagreed.
    pub notes: Vec<String>,
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
