//! A person's matches: listed, explained, applied for, removed, judged.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};

use foothold_core::posting::of_given;
use foothold_matching::demands;
use foothold_matching::terms::Known;
use foothold_shared::generation::PostingInput;
use foothold_shared::job::JobCard;
use foothold_shared::matching::{
    JobPreferences, MatchApply, MatchFeedback, MatchOrder, MatchPage, MatchScore, MatchView,
};
use foothold_shared::problem::FieldProblem;
use tokio::sync::Notify;

use super::embeddings::Embeddings;
use super::error::MatchError;
use super::run::{Seeking, ThumbOn, tenths};
use super::second_look::SecondLooks;
use super::shelf::{Shelf, Shelves};
use super::store::marks::MarkRow;
use super::store::{self, MatchRow, Wanted};
use super::{posting, preferences, sealing, view};
use crate::clock::Clock;
use crate::crypto::Keyring;
use crate::db::Db;
use crate::features::jobs::Jobs;
use crate::features::model_use::Models;
use crate::features::profiles::Profiles;
use crate::ids::{AccountId, Ids};
use crate::paging::Limit;
use crate::posting_input::given;

/// The thumbs that teach, the latest.
const THUMBS: usize = 50;
/// The longest note with a thumb, in characters.
const LONGEST_NOTE: usize = 500;

/// The matches of all accounts.
#[derive(Debug, Clone)]
pub struct Matches {
    pub(super) db: Db,
    pub(super) keyring: Keyring,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) ids: Arc<dyn Ids>,
    pub(super) jobs: Jobs,
    pub(super) profiles: Profiles,
    pub(super) shelves: Arc<Shelves>,
    pub(super) asked: Arc<Notify>,
    /// The terms that were learned.
    pub(super) terms: Arc<RwLock<Arc<Known>>>,
    pub(super) to_look_at: Arc<Notify>,
    pub(super) second_looks: Option<SecondLooks>,
    pub(super) embeddings: Option<Embeddings>,
}

/// Which matches are asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Asked {
    pub(super) min_score: i64,
    pub(super) remote: &'static str,
    pub(super) country: String,
    pub(super) posted_since_ms: i64,
    pub(super) without_knockouts: bool,
    pub(super) order: MatchOrder,
    pub(super) cursor: Option<String>,
    pub(super) limit: Option<i64>,
}

impl Matches {
    /// Matches kept in `db`, sealed with `keyring`.
    #[must_use]
    pub fn new(
        db: Db,
        keyring: Keyring,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        jobs: Jobs,
        profiles: Profiles,
    ) -> Self {
        Self {
            db,
            keyring,
            clock,
            ids,
            jobs,
            profiles,
            shelves: Arc::default(),
            asked: Arc::default(),
            terms: Arc::default(),
            to_look_at: Arc::default(),
            second_looks: None,
            embeddings: None,
        }
    }

    /// The same with language models that look at the best `most` matches of each person once more.
    #[must_use]
    pub fn with_second_looks(mut self, models: Models, most: u32) -> Self {
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        self.second_looks = Some(SecondLooks { models, most });
        self
    }

    /// Today in UTC, `YYYY-MM-DD`.
    pub(super) fn today(&self) -> String {
        posting::day_of(self.clock.now_ms())
    }

    pub(super) fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    /// A page of matches. Those that closed or were hidden since the search are passed over.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        asked: &Asked,
    ) -> Result<MatchPage, MatchError> {
        let limit = Limit::asked(asked.limit).ok_or(MatchError::LimitOutOfRange)?;
        let newest_first = asked.order == MatchOrder::Newest;
        let mut after = match asked.cursor.as_deref() {
            None => (i64::MAX, i64::MAX),
            Some(cursor) => read_cursor(cursor, newest_first).ok_or(MatchError::UnknownCursor)?,
        };
        let most = limit.rows();
        let marks = self.marks(account).await?;
        let mut page = MatchPage::default();
        loop {
            let wanted = Wanted {
                newest_first,
                min_score: asked.min_score,
                remote: asked.remote,
                country: &asked.country,
                posted_since_ms: asked.posted_since_ms,
                without_knockouts: asked.without_knockouts,
                after,
            };
            let mut held = self.db.read().await?;
            let rows = store::list(&mut held.conn(), account, &wanted, limit.and_one()).await?;
            drop(held);
            let is_last = rows.len() <= most;
            let ids: Vec<&str> = rows.iter().map(|row| row.job_id.as_str()).collect();
            let mut cards: HashMap<String, JobCard> = self
                .jobs
                .cards_of(account, &ids)
                .await?
                .into_iter()
                .map(|card| (card.job_id.clone(), card))
                .collect();
            for row in rows {
                let Some(card) = cards
                    .remove(&row.job_id)
                    .filter(|card| card.closed.is_empty() && !card.hidden)
                else {
                    after = (row.score, row.job_no);
                    continue;
                };
                if page.matches.len() == most {
                    page.next_cursor = Some(cursor(after, newest_first));
                    return Ok(page);
                }
                after = (row.score, row.job_no);
                page.matches
                    .push(self.view(card, &row, marks.get(&row.job_id))?);
            }
            if is_last {
                return Ok(page);
            }
        }
    }

    /// One job: as it was matched, else compared now.
    pub(super) async fn find(
        &self,
        account: &AccountId,
        job_id: &str,
    ) -> Result<MatchView, MatchError> {
        let card = self.card(account, job_id).await?;
        let marks = self.marks(account).await?;
        let mark = marks.get(job_id);
        let row = store::find(&mut self.db.read().await?.conn(), account, job_id).await?;
        if let Some(row) = row {
            return self.view(card, &row, mark);
        }
        let known = self
            .jobs
            .posting_for(account, job_id)
            .await?
            .ok_or(MatchError::NotFound)?;
        let seeking = self.seeking(account, &self.shelves.now()).await?;
        let (today, now_ms) = (self.today(), self.now_ms());
        let fit = tokio::task::spawn_blocking(move || {
            let asked = demands::of(&posting::read(&known));
            let seeker = seeking.seeker(today, now_ms);
            view::score(&seeker.explain(&asked, &posting::industry(&known)))
        })
        .await
        .map_err(|_| MatchError::Ended)?;
        Ok(MatchView {
            job: card,
            fit,
            matched_at_ms: None,
            applied_at_ms: mark.and_then(|mark| mark.applied_at_ms),
            feedback: mark.map_or(Ok(None), |mark| self.feedback_of(mark))?,
        })
    }

    /// How well a posting fits that the request carries. Nothing of it is kept.
    pub(crate) async fn score(
        &self,
        account: &AccountId,
        input: PostingInput,
    ) -> Result<MatchScore, MatchError> {
        let seeking = self.seeking(account, &self.shelves.now()).await?;
        let (today, now_ms) = (self.today(), self.now_ms());
        tokio::task::spawn_blocking(move || {
            let read = of_given(&given(&input), &today);
            if read.title.is_none() {
                return Err(MatchError::PostingUnclear);
            }
            let industry = read.department.clone().unwrap_or_default();
            let seeker = seeking.seeker(today, now_ms);
            Ok(view::score(&seeker.explain(&demands::of(&read), &industry)))
        })
        .await
        .map_err(|_| MatchError::Ended)?
    }

    /// Keeps that the person goes to apply and how well it fitted then, and tells where.
    pub(super) async fn apply(
        &self,
        account: &AccountId,
        job_id: &str,
    ) -> Result<MatchApply, MatchError> {
        let card = self.matchable(account, job_id).await?;
        let score = self.find(account, job_id).await?.fit.score;
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let mut mark = store::marks::ensure(conn, account, job_id, &self.ids.next()).await?;
        if mark.applied_at_ms.is_none() {
            mark.applied_score = Some(tenths(score));
        }
        let applied_at_ms = *mark.applied_at_ms.get_or_insert(now_ms);
        store::marks::update(conn, &mark).await?;
        tx.commit().await?;
        let url = if card.link.apply_url.is_empty() {
            card.link.url
        } else {
            card.link.apply_url
        };
        Ok(MatchApply { url, applied_at_ms })
    }

    /// Takes a job from the matches; it does not come back.
    pub(super) async fn remove(&self, account: &AccountId, job_id: &str) -> Result<(), MatchError> {
        self.matchable(account, job_id).await?;
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let mut mark = store::marks::ensure(conn, account, job_id, &self.ids.next()).await?;
        mark.removed_at_ms.get_or_insert(now_ms);
        store::marks::update(conn, &mark).await?;
        store::delete(conn, account, job_id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a thumb, or takes it away; another one replaces the first.
    pub(super) async fn judge(
        &self,
        account: &AccountId,
        job_id: &str,
        feedback: Option<MatchFeedback>,
    ) -> Result<(), MatchError> {
        if let Some(feedback) = &feedback
            && feedback.note.chars().count() > LONGEST_NOTE
        {
            return Err(MatchError::Invalid(vec![FieldProblem {
                field: "note".to_owned(),
                code: "length".to_owned(),
                message: "Write at most 500 characters.".to_owned(),
            }]));
        }
        self.matchable(account, job_id).await?;
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let mut mark = store::marks::ensure(conn, account, job_id, &self.ids.next()).await?;
        mark.thumbed_at_ms = feedback.as_ref().map(|_| now_ms);
        mark.feedback_sealed = feedback.as_ref().map(|feedback| {
            sealing::seal(&self.keyring, &sealing::FEEDBACK, &mark.mark_id, feedback)
        });
        store::marks::update(conn, &mark).await?;
        tx.commit().await?;
        Ok(())
    }

    /// What the person looks for.
    pub(crate) async fn preferences(
        &self,
        account: &AccountId,
    ) -> Result<JobPreferences, MatchError> {
        let mut held = self.db.read().await?;
        let sealed = store::marks::find_preferences(&mut held.conn(), account).await?;
        sealed.map_or_else(
            || Ok(JobPreferences::default()),
            |sealed| {
                sealing::open(
                    &self.keyring,
                    &sealing::PREFERENCES,
                    account.as_str(),
                    &sealed,
                )
            },
        )
    }

    /// Keeps what the person looks for, and searches with it.
    pub(crate) async fn save_preferences(
        &self,
        account: &AccountId,
        preferences: JobPreferences,
    ) -> Result<JobPreferences, MatchError> {
        let problems = preferences::check(&preferences);
        if !problems.is_empty() {
            return Err(MatchError::Invalid(problems));
        }
        let sealed = sealing::seal(
            &self.keyring,
            &sealing::PREFERENCES,
            account.as_str(),
            &preferences,
        );
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        store::marks::put_preferences(conn, account, &sealed, now_ms).await?;
        store::runs::ask(conn, account, now_ms).await?;
        tx.commit().await?;
        self.asked.notify_one();
        Ok(preferences)
    }

    /// What a search needs of a person.
    pub(super) async fn seeking(
        &self,
        account: &AccountId,
        shelf: &Shelf,
    ) -> Result<Seeking, MatchError> {
        let profile = self.profiles.load(account).await?.profile;
        let preferences = self.preferences(account).await?;
        let marks = store::marks::list(&mut self.db.read().await?.conn(), account).await?;
        let mut thumbs = Vec::new();
        for mark in &marks {
            if thumbs.len() == THUMBS {
                break;
            }
            let Some(feedback) = self.feedback_of(mark)? else {
                continue;
            };
            if let Some(entry) = shelf.find(&mark.job_id) {
                thumbs.push(ThumbOn::Shelf(feedback, Arc::clone(entry)));
            } else if let Some(known) = self.jobs.posting(&mark.job_id).await? {
                thumbs.push(ThumbOn::Posting(feedback, Box::new(known)));
            }
        }
        let mut out: HashSet<String> = marks
            .into_iter()
            .filter(|mark| mark.removed_at_ms.is_some())
            .map(|mark| mark.job_id)
            .collect();
        out.extend(self.jobs.list_hidden(account).await?);
        Ok(Seeking {
            profile,
            preferences,
            thumbs,
            terms: self.known_terms(),
            out,
        })
    }

    async fn card(&self, account: &AccountId, job_id: &str) -> Result<JobCard, MatchError> {
        let mut cards = self.jobs.cards_of(account, &[job_id]).await?;
        cards.pop().ok_or(MatchError::NotFound)
    }

    /// The card of a job that can be a match: one that a person brought themselves is none.
    async fn matchable(&self, account: &AccountId, job_id: &str) -> Result<JobCard, MatchError> {
        let card = self.card(account, job_id).await?;
        if card.own {
            return Err(MatchError::Own);
        }
        Ok(card)
    }

    pub(super) async fn marks(
        &self,
        account: &AccountId,
    ) -> Result<HashMap<String, MarkRow>, MatchError> {
        let marks = store::marks::list(&mut self.db.read().await?.conn(), account).await?;
        Ok(marks
            .into_iter()
            .map(|mark| (mark.job_id.clone(), mark))
            .collect())
    }

    fn feedback_of(&self, mark: &MarkRow) -> Result<Option<MatchFeedback>, MatchError> {
        mark.feedback_sealed
            .as_deref()
            .map(|sealed| sealing::open(&self.keyring, &sealing::FEEDBACK, &mark.mark_id, sealed))
            .transpose()
    }

    fn view(
        &self,
        job: JobCard,
        row: &MatchRow,
        mark: Option<&MarkRow>,
    ) -> Result<MatchView, MatchError> {
        Ok(MatchView {
            job,
            fit: sealing::open(&self.keyring, &sealing::WHY, &row.match_id, &row.why_sealed)?,
            matched_at_ms: Some(row.matched_at_ms),
            applied_at_ms: mark.and_then(|mark| mark.applied_at_ms),
            feedback: mark.map_or(Ok(None), |mark| self.feedback_of(mark))?,
        })
    }
}

fn cursor((score, job_no): (i64, i64), newest_first: bool) -> String {
    let order = if newest_first { 'n' } else { 's' };
    format!("{order}{score}.{job_no}")
}

fn read_cursor(cursor: &str, newest_first: bool) -> Option<(i64, i64)> {
    let order = if newest_first { 'n' } else { 's' };
    let (score, job_no) = cursor.strip_prefix(order)?.split_once('.')?;
    let number = |text: &str| text.parse().ok().filter(|number| *number >= 0);
    Some((number(score)?, number(job_no)?))
}
