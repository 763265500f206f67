//! What postings tell of their employers.
//!
//! What must not happen here: a fact that no posting states; a figure without how many jobs it is of.

use std::collections::HashMap;

use foothold_boards::{Place, Posting, Source, company_key, terms};
use foothold_shared::company::{
    CompanyCard, CompanyList, CompanyPay, CompanyPlace, CompanySource, CompanyView,
};
use foothold_shared::job::FacetValue;
use sha2::{Digest, Sha256};

use super::service::{JobError, Jobs};
use super::store::companies::{CompanyJobRow, NewCompany};
use super::store::{self};
use super::view;
use super::words::fold;

/// Facts are counted over this many of a company's jobs, the newest.
const COUNTED: i64 = 500;
/// The most companies of a list.
const LISTED: usize = 50;
/// How many companies of a name are looked at.
const LOOKED: i64 = 500;
/// Without a name, the companies of this many jobs are listed.
const RECENT: i64 = 2_000;
/// The most values of one kind.
const VALUES: usize = 12;
const DAY_MS: f64 = 24.0 * 60.0 * 60.0 * 1000.0;
/// The longest name, in characters.
const LONGEST: usize = 200;

/// The id of the company with this name; empty for no name. Names that only differ in their legal form, in case or in
/// accents are one company's.
pub(super) fn id_of(name: &str) -> String {
    let key = company_key(name);
    if key.is_empty() {
        return String::new();
    }
    let digest = Sha256::digest(format!("company/{key}").as_bytes());
    hex::encode(&digest[..10])
}

/// A posting's company, to be written; `None` where it names none.
pub(super) fn new(company_id: &str, name: &str) -> Option<NewCompany> {
    (!company_id.is_empty()).then(|| NewCompany {
        company_id: company_id.to_owned(),
        name: name.chars().take(LONGEST).collect(),
        folded: fold(name).join(" ").chars().take(LONGEST).collect(),
    })
}

impl Jobs {
    /// The companies whose name has these words, or those that look for people now.
    pub(crate) async fn companies(&self, words: &str) -> Result<CompanyList, JobError> {
        let part = fold(words).join(" ");
        if part.chars().count() > LONGEST {
            return Err(JobError::Filter("q"));
        }
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let mut rows = if part.is_empty() {
            store::companies::list_recent(conn, RECENT).await?
        } else {
            store::companies::list_named(conn, &part, LOOKED).await?
        };
        rows.sort_by(|one, other| {
            let begins = |name: &str| !part.is_empty() && name.starts_with(&part);
            begins(&other.folded)
                .cmp(&begins(&one.folded))
                .then(other.open_jobs.cmp(&one.open_jobs))
                .then(one.folded.cmp(&other.folded))
        });
        rows.truncate(LISTED);
        Ok(CompanyList {
            companies: rows
                .into_iter()
                .map(|row| CompanyCard {
                    company_id: row.company_id,
                    name: row.name,
                    open_jobs: row.open_jobs,
                })
                .collect(),
        })
    }

    /// A company's name.
    pub(crate) async fn company_name(&self, company_id: &str) -> Result<String, JobError> {
        let mut held = self.db.read().await?;
        let found = store::companies::find(&mut held.conn(), company_id).await?;
        found.ok_or(JobError::CompanyNotFound)
    }

    /// What is known of a company; nothing of the person is in it yet.
    pub(crate) async fn company(&self, company_id: &str) -> Result<CompanyView, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let name = store::companies::find(conn, company_id)
            .await?
            .ok_or(JobError::CompanyNotFound)?;
        let span = store::companies::span(conn, company_id).await?;
        let rows = store::companies::list_jobs(conn, company_id, COUNTED).await?;
        drop(held);
        let mut view = counted(&rows);
        view.company_id = company_id.to_owned();
        view.name = name;
        view.open_jobs = span.open_jobs;
        view.known_jobs = span.known_jobs;
        view.first_seen_ms = span.first_seen_ms;
        view.last_seen_ms = span.last_seen_ms;
        Ok(view)
    }
}

/// What jobs tell together.
fn counted(rows: &[CompanyJobRow]) -> CompanyView {
    let postings: Vec<Posting> = rows
        .iter()
        .filter_map(|row| view::posting(&row.posting).ok())
        .collect();
    let (median_open_days, median_of) = median_open(rows);
    CompanyView {
        counted_jobs: whole(rows.len()),
        places: places(&postings),
        titles: values(postings.iter().map(|posting| posting.title.as_str())),
        remote: values(rows.iter().map(|row| row.remote.as_str())),
        pay: pay(&postings),
        sources: values(rows.iter().map(|row| row.source.as_str()))
            .into_iter()
            .map(|found| CompanySource {
                source_name: Source::named(&found.value)
                    .map_or("", |source| terms(source).name)
                    .to_owned(),
                source: found.value,
                jobs: found.count,
            })
            .collect(),
        reposted_jobs: whole(rows.iter().filter(|row| row.reposts > 0).count()),
        median_open_days,
        median_of,
        ..CompanyView::default()
    }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How often each value occurs, the most frequent first.
fn values<'v>(all: impl Iterator<Item = &'v str>) -> Vec<FacetValue> {
    let mut counts: HashMap<&str, i64> = HashMap::new();
    for value in all.filter(|value| !value.is_empty()) {
        *counts.entry(value).or_default() += 1;
    }
    let mut values: Vec<FacetValue> = counts
        .into_iter()
        .map(|(value, count)| FacetValue {
            value: value.to_owned(),
            count,
        })
        .collect();
    values.sort_by(|a, b| b.count.cmp(&a.count).then(a.value.cmp(&b.value)));
    values.truncate(VALUES);
    values
}

fn places(postings: &[Posting]) -> Vec<CompanyPlace> {
    let mut counts: HashMap<&Place, i64> = HashMap::new();
    for place in postings.iter().flat_map(|posting| &posting.places) {
        *counts.entry(place).or_default() += 1;
    }
    let mut places: Vec<(&Place, i64)> = counts.into_iter().collect();
    places.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.text.cmp(&b.0.text)));
    places.truncate(VALUES);
    places
        .into_iter()
        .map(|(place, jobs)| CompanyPlace {
            place: view::place(place),
            jobs,
        })
        .collect()
}

/// What postings state as yearly pay, by currency.
fn pay(postings: &[Posting]) -> Vec<CompanyPay> {
    let mut found: Vec<CompanyPay> = Vec::new();
    for pay in postings
        .iter()
        .filter_map(|posting| posting.salary.as_ref())
        .filter(|pay| pay.currency.len() == 3)
    {
        let Some(yearly) = &pay.yearly else {
            continue;
        };
        let (Some(min), Some(max)) = (yearly.min.or(yearly.max), yearly.max.or(yearly.min)) else {
            continue;
        };
        match found.iter_mut().find(|one| one.currency == pay.currency) {
            Some(one) => {
                one.min = one.min.min(min);
                one.max = one.max.max(max);
                one.jobs += 1;
            }
            None => found.push(CompanyPay {
                currency: pay.currency.clone(),
                min,
                max,
                jobs: 1,
            }),
        }
    }
    found.sort_by(|a, b| b.jobs.cmp(&a.jobs).then(a.currency.cmp(&b.currency)));
    found
}

/// The median of the days that closed jobs were open, and of how many that is.
fn median_open(rows: &[CompanyJobRow]) -> (Option<f64>, i64) {
    let mut days: Vec<f64> = rows
        .iter()
        .filter_map(|row| Some(row.closed_at_ms? - row.posted_at_ms))
        .filter(|open_ms| *open_ms >= 0)
        .map(|open_ms| open_ms as f64 / DAY_MS)
        .collect();
    days.sort_by(f64::total_cmp);
    let middle = days.len() / 2;
    let median = match (days.get(middle), days.len() % 2) {
        (Some(upper), 0) => days
            .get(middle.wrapping_sub(1))
            .map(|lower| (lower + upper) / 2.0),
        (upper, _) => upper.copied(),
    };
    (
        median.map(|days| (days * 10.0).round() / 10.0),
        whole(days.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(after_days: i64) -> CompanyJobRow {
        CompanyJobRow {
            source: "feed".to_owned(),
            remote: String::new(),
            posted_at_ms: 1_000,
            closed_at_ms: (after_days > 0).then(|| 1_000 + after_days * 86_400_000),
            reposts: 0,
            posting: "{}".to_owned(),
        }
    }

    #[test]
    fn a_median_is_of_closed_jobs_alone() {
        let of = |days: &[i64]| {
            let rows: Vec<CompanyJobRow> = days.iter().map(|days| closed(*days)).collect();
            median_open(&rows)
        };
        assert_eq!(of(&[]), (None, 0));
        assert_eq!(of(&[0, 0]), (None, 0));
        assert_eq!(of(&[30, 0, 10, 20]), (Some(20.0), 3));
        assert_eq!(of(&[10, 21]), (Some(15.5), 2));
    }

    #[test]
    fn one_company_has_one_id_however_it_is_written() {
        assert_eq!(id_of("Harbour & Sons Ltd."), id_of("HARBOUR and Sons"));
        assert_ne!(id_of("Harbour"), id_of("Harbour & Sons"));
        assert_eq!(id_of(" "), "");
    }
}
