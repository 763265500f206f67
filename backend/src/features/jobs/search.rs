//! Finding jobs: words and filters in, a page of cards, facets and a cursor out.
//!
//! Jobs come newest first by their number. By relevance, those with every word in the title come before the others;
//! each group is newest first, so that a page never depends on how many jobs there are.
//! What must not happen here: a scan over all that was found; what is counted has a bound, and says so.

use std::collections::HashMap;

use foothold_shared::job::{Facet, FacetValue, JobOrder, JobPage};

use super::nearby::{self, Centre};
use super::service::{JobError, Jobs};
use super::store::search::{FacetRow, Range};
use super::store::{self};
use super::take::number_at;
use super::words::{Filters, Group, Sought, postgres_query, sqlite_query};
use crate::db::Conn;
use crate::ids::AccountId;
use crate::paging::Limit;

/// Up to this many are counted: nobody reads on to the thousandth, and a search walks as far as it counts.
const COUNTED: i64 = 1_000;
/// Facets are counted over this many, the newest.
const FACETS_OF: usize = 500;
/// The most values of a facet.
const FACET_VALUES: usize = 12;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A search.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Search {
    pub(super) filters: Filters,
    /// At most so many days old.
    pub(super) days: Option<u32>,
    pub(super) order: JobOrder,
    pub(super) cursor: Option<String>,
    pub(super) limit: Option<i64>,
}

/// The most values of one filter, and the longest value in characters.
const MOST_VALUES: usize = 20;
const LONGEST: usize = 300;
/// A century: older jobs there are none.
const MOST_DAYS: u32 = 36_500;

impl Search {
    /// The lowest number of a job that is not too old.
    pub(super) fn from(&self, now_ms: i64) -> i64 {
        self.days
            .map_or(0, |days| number_at(now_ms - i64::from(days) * DAY_MS))
    }

    /// The places to search around; none where no distance is said.
    fn centres(&self) -> Vec<Centre> {
        let filters = &self.filters;
        if filters.within_km.is_none() {
            return Vec::new();
        }
        nearby::centres(&filters.places, &filters.countries)
    }

    /// Whether it is of a size that a person asks for.
    pub(super) fn check(&self) -> Result<(), JobError> {
        let filters = &self.filters;
        for (name, text) in [("q", &filters.words), ("title", &filters.title)] {
            if text.chars().count() > LONGEST {
                return Err(JobError::Filter(name));
            }
        }
        for (name, values) in [
            ("place", &filters.places),
            ("country", &filters.countries),
            ("remote", &filters.remote),
            ("employment", &filters.employment),
            ("seniority", &filters.seniority),
            ("language", &filters.languages),
            ("company", &filters.companies),
            ("source", &filters.sources),
            ("visa", &filters.visa),
        ] {
            let long = values.iter().any(|value| value.chars().count() > LONGEST);
            if values.len() > MOST_VALUES || long {
                return Err(JobError::Filter(name));
            }
        }
        if !filters.countries.iter().all(|code| is_country(code)) {
            return Err(JobError::Filter("country"));
        }
        match filters.within_km {
            Some(_) if filters.places.is_empty() => return Err(JobError::Filter("within_km")),
            Some(km) if !(1..=nearby::MOST_KM).contains(&km) => {
                return Err(JobError::Filter("within_km"));
            }
            _ => {}
        }
        match self.days {
            Some(days) if days > MOST_DAYS => Err(JobError::Filter("days")),
            _ => Ok(()),
        }
    }
}

/// Whether this is a country's two letters, in any case: as its name it would find nothing, and not say why.
fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|sign| sign.is_ascii_alphabetic())
}

/// Where a page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct At {
    group: Group,
    below: i64,
}

impl Jobs {
    /// A page of what a search finds.
    pub(super) async fn search(
        &self,
        account: &AccountId,
        search: &Search,
    ) -> Result<JobPage, JobError> {
        let limit = Limit::asked(search.limit).ok_or(JobError::LimitOutOfRange)?;
        let sought = Sought::of(&search.filters);
        let parted = search.order == JobOrder::Relevance && !sought.in_title().is_empty();
        let first = if parted { Group::InTitle } else { Group::All };
        let start = match search.cursor.as_deref() {
            None => At {
                group: first,
                below: i64::MAX,
            },
            Some(cursor) => read_cursor(cursor, parted).ok_or(JobError::UnknownCursor)?,
        };
        let from = search.from(self.clock.now_ms());
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        // One walk through all that is found, the newest first, tells how many there are and what facets are counted
        // over, and is the page itself where all are one group.
        let everything = Range {
            from,
            below: i64::MAX,
        };
        let query_of_all = query(conn, &sought, Group::All);
        let query_of_all = query_of_all.as_deref();
        let newest =
            store::search::list_numbers(conn, query_of_all, everything, COUNTED + 1).await?;
        let most = limit.rows();
        let mut numbers: Vec<(Group, i64)> = Vec::new();
        let mut at = start;
        loop {
            let lacking = limit.and_one() - i64::try_from(numbers.len()).unwrap_or(i64::MAX);
            if at.group == Group::All && at.below == i64::MAX {
                let first = newest.iter().take(most + 1);
                numbers.extend(first.map(|number| (Group::All, *number)));
                break;
            }
            let range = Range {
                from,
                below: at.below,
            };
            let query = query(conn, &sought, at.group);
            let found = store::search::list_numbers(conn, query.as_deref(), range, lacking).await?;
            numbers.extend(found.into_iter().map(|number| (at.group, number)));
            if at.group != Group::InTitle || numbers.len() > most {
                break;
            }
            at = At {
                group: Group::Elsewhere,
                below: i64::MAX,
            };
        }
        let next_cursor = limit.cut(&mut numbers).map(cursor);
        let wanted: Vec<i64> = numbers.iter().map(|(_, number)| *number).collect();
        let mut rows = store::search::list_jobs(conn, &wanted).await?;
        let place: HashMap<i64, usize> = wanted.iter().copied().zip(0..).collect();
        rows.sort_by_key(|row| place.get(&row.job_no).copied());
        let mut jobs = self.cards(conn, account, &rows).await?;
        let centres = search.centres();
        if !centres.is_empty() {
            for job in &mut jobs {
                job.distance_km = nearby::distance(&job.places, &centres);
            }
        }

        let counted = i64::try_from(newest.len()).unwrap_or(i64::MAX);
        let mut page = JobPage {
            jobs,
            total: counted.min(COUNTED),
            more_than_total: counted > COUNTED,
            next_cursor,
            ..JobPage::default()
        };
        if search.cursor.is_none() && !centres.is_empty() {
            page.near = centres.iter().map(Centre::view).collect();
            let nowhere = query(conn, &Sought::nowhere(&search.filters), Group::All);
            page.nowhere = store::search::count(conn, nowhere.as_deref(), from, COUNTED).await?;
        }
        if search.cursor.is_none() {
            let rows =
                store::search::list_facets(conn, &newest[..newest.len().min(FACETS_OF)]).await?;
            page.facets_of = i64::try_from(rows.len()).unwrap_or(i64::MAX);
            page.facets = facets(&rows);
        }
        Ok(page)
    }
}

/// The query of a search in the words of the database; `None` where nothing is asked for.
pub(super) fn query(conn: &Conn<'_>, sought: &Sought, group: Group) -> Option<String> {
    if sought.is_empty() {
        return None;
    }
    match conn {
        Conn::Sqlite(_) => sqlite_query(sought, group),
        Conn::Postgres(_) => postgres_query(sought, group),
    }
}

fn cursor((group, number): &(Group, i64)) -> String {
    let group = match group {
        Group::All => 'a',
        Group::InTitle => 't',
        Group::Elsewhere => 'e',
    };
    format!("{group}{number}")
}

fn read_cursor(cursor: &str, parted: bool) -> Option<At> {
    let (group, number) = cursor.split_at_checked(1)?;
    let group = match group {
        "a" if !parted => Group::All,
        "t" if parted => Group::InTitle,
        "e" if parted => Group::Elsewhere,
        _ => return None,
    };
    let below = number.parse().ok().filter(|number| *number >= 0)?;
    Some(At { group, below })
}

type Value = fn(&FacetRow) -> &str;

/// How often each value of each filter occurs.
fn facets(rows: &[FacetRow]) -> Vec<Facet> {
    const FILTERS: [(&str, Value); 7] = [
        ("remote", |row| &row.remote),
        ("employment", |row| &row.employment),
        ("seniority", |row| &row.seniority),
        ("country", |row| &row.country),
        ("language", |row| &row.language),
        ("company", |row| &row.company),
        ("source", |row| &row.source),
    ];
    FILTERS
        .iter()
        .map(|(filter, value)| {
            let mut counts: HashMap<&str, i64> = HashMap::new();
            for row in rows.iter().map(value).filter(|value| !value.is_empty()) {
                *counts.entry(row).or_default() += 1;
            }
            let mut values: Vec<(&str, i64)> = counts.into_iter().collect();
            values.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            values.truncate(FACET_VALUES);
            Facet {
                filter: (*filter).to_owned(),
                values: values
                    .into_iter()
                    .map(|(value, count)| FacetValue {
                        value: value.to_owned(),
                        count,
                    })
                    .collect(),
            }
        })
        .filter(|facet| !facet.values.is_empty())
        .collect()
}
