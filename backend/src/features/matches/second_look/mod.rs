//! A language model's second look at a person's best matches, where the server has a model.
//!
//! search ended → due → claim (a lease) → the best that were not looked at → ask → believe → kept and applied
//!
//! A look is kept with the hash of what was asked: while facts and posting are the same, no search asks again. Calls go
//! through `features/model_use`, which counts them and ends the day.
//! What must not happen here: a score that a model decides (it moves within a band, and only with reasons that stand); a
//! search that waits for a model; a look lost or paid twice because a server was ended.

mod answer;
mod asked;

use std::collections::HashMap;

pub(super) use answer::{Look, with_look};
use asked::Candidate;
use foothold_shared::profile::Profile;

use super::error::MatchError;
use super::run::tenths;
use super::sealing;
use super::service::Matches;
use super::shelf::Shelf;
use super::store::looks::LookRow;
use super::store::{self, Wanted};
use crate::features::model_use::{Limits, Models, Purpose};
use crate::ids::AccountId;

/// How far a model may move a score, in points of 100.
const BAND: i32 = 6;
/// How many jobs are asked about at once.
const AT_ONCE: usize = 4;
/// A lease: all calls of one person, each as long as the configuration lets it take at most.
const LEASE_MS: i64 = 20 * 60_000;
/// What one call may take.
const LIMITS: Limits = Limits {
    prompt_bytes: 64 * 1024,
    max_tokens: 1_500,
};

/// Who is asked, and about how many.
#[derive(Debug, Clone)]
pub(super) struct SecondLooks {
    pub(super) models: Models,
    /// The best of a person's matches; 0 for none.
    pub(super) most: usize,
}

impl Matches {
    /// Whether a model is asked about matches at all.
    pub(super) fn asks_models(&self) -> bool {
        self.looks_twice() || self.embeds()
    }

    /// Whether anybody is asked for second looks.
    pub(super) fn looks_twice(&self) -> bool {
        self.second_looks
            .as_ref()
            .is_some_and(|looks| looks.most > 0 && looks.models.are_there())
    }

    /// Embeds texts and takes second looks, for everybody for whom that is due; how many people.
    ///
    /// # Errors
    /// When the database fails; what was kept stays, and the rest is done when the lease has run out.
    pub async fn look_due(&self) -> Result<u64, MatchError> {
        let mut done = 0;
        if !self.asks_models() {
            return Ok(done);
        }
        loop {
            let now_ms = self.now_ms();
            let until_ms = now_ms + LEASE_MS;
            let mut tx = self.db.begin().await?;
            let claimed = store::looks::claim(&mut tx.conn(), now_ms, until_ms).await?;
            tx.commit().await?;
            let Some((account, asked_at_ms)) = claimed else {
                return Ok(done);
            };
            let embedded = self.embed(&account).await;
            // After that, so that the best are looked at; and also where that failed.
            let looked = self.look(&account).await;
            match embedded.and(looked) {
                Ok(()) => done += 1,
                Err(MatchError::Database(error)) => return Err(error.into()),
                Err(error) => {
                    tracing::warn!(cause = %error, "asking models about matches broke off; the next search asks again");
                }
            }
            let mut tx = self.db.begin().await?;
            store::looks::finish(&mut tx.conn(), &account, asked_at_ms, until_ms).await?;
            tx.commit().await?;
        }
    }

    /// Looks at the best matches of a person that were not looked at as they are.
    async fn look(&self, account: &AccountId) -> Result<(), MatchError> {
        let Some(looks) = self.second_looks.as_ref().filter(|_| self.looks_twice()) else {
            return Ok(());
        };
        let profile = self.profiles.load(account).await?.profile;
        let facts = asked::facts(&profile);
        if facts.is_empty() {
            return Ok(());
        }
        let shelf = self.shelves.fresh(&self.jobs, self.now_ms(), 0).await?;
        let wanted = self.unlooked(account, &shelf, &facts, looks.most).await?;
        let system = asked::system();
        for jobs in wanted.chunks(AT_ONCE) {
            let user = asked::user(&facts, jobs);
            let answer = looks
                .models
                .ask(account, Purpose::Matches, &system, &user, LIMITS)
                .await;
            match answer {
                Ok(answer) => {
                    let believed = answer::believe(&answer.text, &facts, jobs);
                    self.keep_looks(account, jobs, &believed).await?;
                }
                // Matches are whole without it; the next search asks again.
                Err(none) => {
                    tracing::debug!(cause = %none, "no second look was had");
                    return Ok(());
                }
            }
        }
        Ok(())
    }

    /// The best matches without a look at what they and the profile say today.
    async fn unlooked(
        &self,
        account: &AccountId,
        shelf: &Shelf,
        facts: &[asked::Shown],
        most: usize,
    ) -> Result<Vec<Candidate>, MatchError> {
        let limit = i64::try_from(most).unwrap_or(i64::MAX);
        let mut held = self.db.read().await?;
        let rows = store::list(&mut held.conn(), account, &Wanted::BEST, limit).await?;
        drop(held);
        let known = self.looks_of(account).await?;
        let mut wanted = Vec::new();
        for row in rows {
            let Some(entry) = shelf.find(&row.job_id) else {
                continue;
            };
            let content = asked::content(facts, entry.hash());
            let needs = asked::needs(&entry.demands);
            let is_known = known
                .get(&row.job_id)
                .is_some_and(|look| look.content == content);
            if is_known || needs.is_empty() {
                continue;
            }
            let Some(posting) = self.jobs.posting(&row.job_id).await? else {
                continue;
            };
            wanted.push(Candidate {
                job_id: row.job_id,
                content,
                title: entry.demands.title.clone(),
                about: asked::about(&posting.description),
                needs,
                score: score_of(row.score),
            });
        }
        Ok(wanted)
    }

    /// What was made of a person's matches so far; one that does not open is asked for again.
    pub(super) async fn looks_of(
        &self,
        account: &AccountId,
    ) -> Result<HashMap<String, Look>, MatchError> {
        let rows = store::looks::list(&mut self.db.read().await?.conn(), account).await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let look = sealing::open(
                    &self.keyring,
                    &sealing::LOOK,
                    &row.look_id,
                    &row.look_sealed,
                )
                .ok()?;
                Some((row.job_id, look))
            })
            .collect())
    }

    /// Keeps looks and moves the matches that they are about, as far as these still are.
    async fn keep_looks(
        &self,
        account: &AccountId,
        jobs: &[Candidate],
        looks: &[Look],
    ) -> Result<(), MatchError> {
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        // No search replaces the matches meanwhile.
        store::runs::hold(conn, account).await?;
        for (job, look) in jobs.iter().zip(looks) {
            let look_id = store::looks::find_id(conn, account, &job.job_id)
                .await?
                .unwrap_or_else(|| self.ids.next());
            let row = LookRow {
                look_sealed: sealing::seal(&self.keyring, &sealing::LOOK, &look_id, look),
                look_id,
                job_id: job.job_id.clone(),
            };
            if !store::looks::put(conn, account, &row, now_ms).await? {
                // The job itself is gone.
                continue;
            }
            let Some(found) = store::find(conn, account, &job.job_id).await? else {
                continue;
            };
            let why = sealing::open(
                &self.keyring,
                &sealing::WHY,
                &found.match_id,
                &found.why_sealed,
            )?;
            let moved = with_look(why, look);
            let sealed = sealing::seal(&self.keyring, &sealing::WHY, &found.match_id, &moved);
            store::update(conn, &found.match_id, tenths(moved.score), &sealed).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The hashes under which looks at a person's matches are kept: made once for all of them.
pub(super) struct Contents(Vec<asked::Shown>);

impl Contents {
    pub(super) fn of(profile: &Profile) -> Self {
        Self(asked::facts(profile))
    }

    /// Whether a look is at this posting as it is, and at the profile as it is.
    pub(super) fn is_of(&self, look: &Look, posting: &str) -> bool {
        look.content == asked::content(&self.0, posting)
    }
}

/// 0 to 100, of a score in tenths.
fn score_of(tenths: i64) -> f64 {
    f64::from(i32::try_from(tenths).unwrap_or_default()) / 10.0
}
