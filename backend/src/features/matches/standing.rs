//! How well a job fitted when somebody applied for it, and what that was worth.
//!
//! application → the job that it is for, where that is known without a doubt → its score at that moment → kept
//!
//! What must not happen here: the score of another job; a score made up later.

use std::collections::{HashMap, HashSet};

use foothold_boards::{company_key, title_key};
use foothold_shared::application::NewApplication;
use foothold_shared::job::JobCard;
use foothold_shared::matching::MatchCalibration;

use super::calibration::{Sent, calibrate};
use super::error::MatchError;
use super::run::tenths;
use super::service::Matches;
use super::store;
use crate::features::applications::Standing;
use crate::ids::AccountId;

impl Matches {
    /// Keeps how well a job fits that the person has just applied for. Nothing where it is none that they were shown,
    /// saved or went to, or more than one.
    ///
    /// # Errors
    /// When the database fails, or what is stored does not open.
    pub(crate) async fn keep_score(
        &self,
        account: &AccountId,
        application_id: &str,
        application: &NewApplication,
    ) -> Result<(), MatchError> {
        let marks = self.marks(account).await?;
        let mut ids: HashSet<String> = marks
            .values()
            .filter(|mark| mark.applied_at_ms.is_some())
            .map(|mark| mark.job_id.clone())
            .collect();
        ids.extend(self.jobs.list_saved(account).await?);
        let mut held = self.db.read().await?;
        let found = store::list_found(&mut held.conn(), account).await?;
        drop(held);
        ids.extend(found.into_iter().map(|(job_id, ..)| job_id));
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let cards = self.jobs.cards_of(account, &ids).await?;
        let Some(card) = applied_for(application, &cards) else {
            return Ok(());
        };
        let kept = marks.get(&card.job_id).and_then(|mark| mark.applied_score);
        let score = match kept {
            Some(score) => score,
            None => tenths(self.find(account, &card.job_id).await?.fit.score),
        };
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        store::scores::insert(&mut tx.conn(), account, application_id, score, now_ms).await?;
        tx.commit().await?;
        Ok(())
    }

    /// How scores went together with what became of these applications.
    pub(super) async fn calibration(
        &self,
        account: &AccountId,
        standings: &[Standing],
    ) -> Result<MatchCalibration, MatchError> {
        let mut held = self.db.read().await?;
        let scores: HashMap<String, i64> = store::scores::list(&mut held.conn(), account)
            .await?
            .into_iter()
            .collect();
        drop(held);
        let sent: Vec<Sent> = standings
            .iter()
            .map(|standing| Sent {
                score: scores
                    .get(&standing.application_id)
                    .and_then(|tenths| i32::try_from(*tenths).ok())
                    .map(|tenths| f64::from(tenths) / 10.0),
                status: standing.status,
                submitted_at_ms: standing.submitted_at_ms,
            })
            .collect();
        Ok(calibrate(&sent, self.now_ms()))
    }
}

/// The job that an application is for: by its address, else by employer and title, where one alone has them.
fn applied_for<'c>(application: &NewApplication, cards: &'c [JobCard]) -> Option<&'c JobCard> {
    let page = address(&application.page_url);
    let by_address = cards.iter().filter(|card| {
        [&card.link.url, &card.link.apply_url]
            .into_iter()
            .any(|link| is_of(&page, &address(link)))
    });
    if let Some(card) = only(by_address) {
        return Some(card);
    }
    let company = company_key(application.company.as_deref()?);
    let title = title_key(application.job_title.as_deref()?);
    if company.is_empty() || title.is_empty() {
        return None;
    }
    only(
        cards.iter().filter(|card| {
            company_key(&card.company) == company && title_key(&card.title) == title
        }),
    )
}

fn only<T>(mut found: impl Iterator<Item = T>) -> Option<T> {
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// Host and path, without what may differ between two visits.
fn address(url: &str) -> String {
    let bare = url.split(['?', '#']).next().unwrap_or_default();
    let bare = bare.split_once("://").map_or(bare, |(_, rest)| rest);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_lowercase()
}

/// Whether a page is a posting's own, or lies below it ("…/apply"). An address without a path is nobody's own.
fn is_of(page: &str, posting: &str) -> bool {
    posting.contains('/')
        && page
            .strip_prefix(posting)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::job::JobLink;

    fn card(job_id: &str, title: &str, company: &str, url: &str) -> JobCard {
        JobCard {
            job_id: job_id.to_owned(),
            title: title.to_owned(),
            company: company.to_owned(),
            link: JobLink {
                url: url.to_owned(),
                ..JobLink::default()
            },
            ..JobCard::default()
        }
    }

    #[test]
    fn an_application_is_for_one_job_or_none_that_is_known() {
        let cards = [
            card("a", "Baker", "Mill & Sons", "https://mill.example/jobs/1"),
            card("b", "Baker", "Crumb GmbH", "https://crumb.example/jobs/1"),
            card("c", "Baker", "Crumb GmbH", "https://crumb.example/jobs/12"),
        ];
        let of = |url: &str, title: &str, company: &str| {
            let application = NewApplication {
                page_url: url.to_owned(),
                job_title: Some(title.to_owned()),
                company: Some(company.to_owned()),
                ..NewApplication::default()
            };
            applied_for(&application, &cards).map(|card| card.job_id.clone())
        };
        let is = |job: &str| Some(job.to_owned());
        assert_eq!(
            of("https://www.mill.example/jobs/1/apply?a=b", "", ""),
            is("a")
        );
        assert_eq!(of("http://crumb.example/jobs/1", "", ""), is("b"));
        assert_eq!(of("https://crumb.example/jobs/123", "", ""), None);
        assert_eq!(
            of("https://ats.example/x", "Baker (m/f/d)", "Mill & Sons Ltd"),
            is("a")
        );
        assert_eq!(of("https://ats.example/x", "Baker", "Crumb"), None);
        assert_eq!(of("https://ats.example/x", "Cook", "Mill & Sons"), None);
    }
}
