//! How near the texts of a person's best matches are to their profile's, where the server has an embedding model.
//!
//! search ended → due (with second looks, before them) → the person's direction → the postings' that nobody embedded yet
//! → kept → all their matches moved by the order of nearness
//!
//! A posting's direction is kept for all people while posting and model are the same, a person's sealed while their work
//! is. Whatever is known already counts in the search itself, so that scores do not change from search to search. Calls go
//! through `features/model_use`, which counts them and ends the day.
//! What must not happen here: a search that waits for a model; two models compared, or two lengths of one; a match that is
//! missing because a model did not answer.

mod part;
mod texts;

use std::collections::HashMap;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use foothold_matching::nearness::{self, Direction};
use foothold_shared::matching::MatchScore;
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};

use super::error::MatchError;
use super::run::tenths;
use super::sealing;
use super::service::Matches;
use super::shelf::Entry;
use super::store::vectors::JobVectorRow;
use super::store::{self, MatchRow, Wanted};
use crate::config::EmbeddingConfig;
use crate::features::model_use::Models;
use crate::ids::AccountId;
use part::with_nearness;

/// How many postings are asked about at once.
const AT_ONCE: usize = 16;
/// More matches than anybody has.
const ALL: i64 = 10_000;

/// Which model is asked, and about how many.
#[derive(Debug, Clone)]
pub(super) struct Embeddings {
    models: Models,
    model: String,
    /// The best of a person's matches.
    most: usize,
    /// The longest text, in characters.
    most_characters: usize,
}

/// What a model made of a profile, as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    model: String,
    content: String,
    direction: String,
}
redact_debug!(Kept);

/// Directions of postings, by job.
type Known = HashMap<String, Direction>;

impl Matches {
    /// The same with an embedding model, where `models` have one and it may be asked.
    #[must_use]
    pub fn with_embeddings(mut self, models: Models, config: &EmbeddingConfig) -> Self {
        let whole = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        self.embeddings = models
            .embedding_name()
            .filter(|_| config.matches > 0)
            .map(str::to_owned)
            .map(|model| Embeddings {
                models,
                model,
                most: whole(config.matches),
                most_characters: whole(config.most_characters),
            });
        self
    }

    /// Whether texts are embedded.
    pub(super) fn embeds(&self) -> bool {
        self.embeddings.is_some()
    }

    /// Embeds what is not known of a person's best matches, and moves these.
    pub(super) async fn embed(&self, account: &AccountId) -> Result<(), MatchError> {
        let Some(embeddings) = &self.embeddings else {
            return Ok(());
        };
        let text = self.person_text(embeddings, account).await?;
        if text.is_empty() {
            return self.forget_person(account).await;
        }
        let Some(person) = self.person_direction(embeddings, account, text).await? else {
            return Ok(());
        };
        let shelf = self.shelves.fresh(&self.jobs, self.now_ms(), 0).await?;
        let limit = i64::try_from(embeddings.most).unwrap_or(ALL);
        let rows = store::list(
            &mut self.db.read().await?.conn(),
            account,
            &Wanted::BEST,
            limit,
        )
        .await?;
        let entries: Vec<&Arc<Entry>> = rows
            .iter()
            .filter_map(|row| shelf.find(&row.job_id))
            .collect();
        let mut known = self.known(embeddings, &entries, &person).await?;
        let unknown: Vec<&Arc<Entry>> = entries
            .iter()
            .copied()
            .filter(|entry| !known.contains_key(&*entry.job_id))
            .collect();
        for entries in unknown.chunks(AT_ONCE) {
            match self
                .embed_postings(embeddings, account, entries, &person)
                .await?
            {
                Some(more) => known.extend(more),
                // What is known counts; the next search asks for the rest.
                None => break,
            }
        }
        self.move_matches(embeddings, account, &person, &known)
            .await
    }

    /// Scores with what is known of how near their texts are; nobody is asked.
    pub(super) async fn with_known_nearness(
        &self,
        account: &AccountId,
        best: Vec<(Arc<Entry>, MatchScore)>,
    ) -> Result<Vec<(Arc<Entry>, MatchScore)>, MatchError> {
        let Some(embeddings) = &self.embeddings else {
            return Ok(best);
        };
        let text = self.person_text(embeddings, account).await?;
        let content = texts::person_content(&text);
        let Some(person) = self.find_person(embeddings, account, &content).await? else {
            return Ok(best);
        };
        let entries: Vec<&Arc<Entry>> = best
            .iter()
            .take(embeddings.most)
            .map(|(entry, _)| entry)
            .collect();
        let known = self.known(embeddings, &entries, &person).await?;
        let ids = best.iter().map(|(entry, _)| &*entry.job_id);
        let near = embeddings.nearness(&person, &known, ids);
        Ok(best
            .into_iter()
            .map(|(entry, score)| {
                let near = near.get(&*entry.job_id).copied();
                (entry, with_nearness(score, near, &embeddings.model))
            })
            .collect())
    }

    /// Deletes what was embedded and is not needed any more: of closed jobs and other models; without a model, all. How
    /// many postings'.
    ///
    /// # Errors
    /// When the database fails; nothing is deleted then.
    pub async fn sweep_vectors(&self) -> Result<u64, MatchError> {
        let model = self
            .embeddings
            .as_ref()
            .map_or("", |embeddings| &embeddings.model);
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let deleted = store::vectors::delete_unneeded(conn, model).await?;
        if !self.embeds() {
            store::vectors::delete_people(conn).await?;
        }
        tx.commit().await?;
        Ok(deleted)
    }

    async fn person_text(
        &self,
        embeddings: &Embeddings,
        account: &AccountId,
    ) -> Result<String, MatchError> {
        let profile = self.profiles.load(account).await?.profile;
        Ok(texts::person(&profile, embeddings.most_characters))
    }

    /// The person's direction; `None` where the model does not say it.
    async fn person_direction(
        &self,
        embeddings: &Embeddings,
        account: &AccountId,
        text: String,
    ) -> Result<Option<Direction>, MatchError> {
        let content = texts::person_content(&text);
        if let Some(known) = self.find_person(embeddings, account, &content).await? {
            return Ok(Some(known));
        }
        let Some(direction) = embeddings
            .ask(account, &[text])
            .await
            .and_then(|mut list| list.pop())
        else {
            return Ok(None);
        };
        let kept = Kept {
            model: embeddings.model.clone(),
            content,
            direction: STANDARD.encode(direction.to_bytes()),
        };
        let sealed = sealing::seal(&self.keyring, &sealing::VECTOR, account.as_str(), &kept);
        let mut tx = self.db.begin().await?;
        store::vectors::put_person(&mut tx.conn(), account, &sealed, self.now_ms()).await?;
        tx.commit().await?;
        Ok(Some(direction))
    }

    /// What this model made of this text of the person; one that does not open is asked for again.
    async fn find_person(
        &self,
        embeddings: &Embeddings,
        account: &AccountId,
        content: &str,
    ) -> Result<Option<Direction>, MatchError> {
        let sealed =
            store::vectors::find_person(&mut self.db.read().await?.conn(), account).await?;
        Ok(sealed
            .and_then(|sealed| {
                sealing::open::<Kept>(&self.keyring, &sealing::VECTOR, account.as_str(), &sealed)
                    .ok()
            })
            .filter(|kept| kept.model == embeddings.model && kept.content == content)
            .and_then(|kept| read(&kept.direction)))
    }

    async fn forget_person(&self, account: &AccountId) -> Result<(), MatchError> {
        let mut tx = self.db.begin().await?;
        store::vectors::delete_person(&mut tx.conn(), account).await?;
        Ok(tx.commit().await?)
    }

    /// The directions of these postings, as they are and of the person's length, as far as they are kept.
    async fn known(
        &self,
        embeddings: &Embeddings,
        entries: &[&Arc<Entry>],
        person: &Direction,
    ) -> Result<Known, MatchError> {
        let ids: Vec<&str> = entries.iter().map(|entry| &*entry.job_id).collect();
        let contents: HashMap<&str, String> = entries
            .iter()
            .map(|entry| (&*entry.job_id, embeddings.content(entry)))
            .collect();
        let mut held = self.db.read().await?;
        let rows = store::vectors::list(&mut held.conn(), &embeddings.model, &ids).await?;
        drop(held);
        Ok(rows
            .into_iter()
            .filter(|row| contents.get(row.job_id.as_str()) == Some(&row.content))
            .filter_map(|row| Some((row.job_id, read(&row.direction)?)))
            .filter(|(_, direction)| direction.dimension() == person.dimension())
            .collect())
    }

    /// Embeds some postings and keeps what came; `None` where nothing usable did.
    async fn embed_postings(
        &self,
        embeddings: &Embeddings,
        account: &AccountId,
        entries: &[&Arc<Entry>],
        person: &Direction,
    ) -> Result<Option<Known>, MatchError> {
        // Another server may have paid for some of them meanwhile.
        let mut known = self.known(embeddings, entries, person).await?;
        let (mut asked, mut texts) = (Vec::new(), Vec::new());
        for entry in entries {
            if known.contains_key(&*entry.job_id) {
                continue;
            }
            let Some(posting) = self.jobs.posting(&entry.job_id).await? else {
                continue;
            };
            let most = embeddings.most_characters;
            let text = texts::posting(&entry.demands, &posting.description, most);
            if !text.is_empty() {
                asked.push(*entry);
                texts.push(text);
            }
        }
        if asked.is_empty() {
            return Ok(Some(known));
        }
        let Some(directions) = embeddings.ask(account, &texts).await else {
            return Ok(None);
        };
        if directions
            .iter()
            .any(|direction| direction.dimension() != person.dimension())
        {
            tracing::warn!(
                model = embeddings.model,
                "an embedding model's answers are of another length than before: the next search asks for the person's anew"
            );
            self.forget_person(account).await?;
            return Ok(None);
        }
        let now_ms = self.now_ms();
        let mut tx = self.db.begin().await?;
        for (entry, direction) in asked.iter().zip(&directions) {
            let row = JobVectorRow {
                job_id: entry.job_id.to_string(),
                content: embeddings.content(entry),
                direction: STANDARD.encode(direction.to_bytes()),
            };
            store::vectors::put(&mut tx.conn(), &embeddings.model, &row, now_ms).await?;
        }
        tx.commit().await?;
        let ids = asked.iter().map(|entry| entry.job_id.to_string());
        known.extend(ids.zip(directions));
        Ok(Some(known))
    }

    /// Moves a person's matches to where the order of nearness puts them.
    async fn move_matches(
        &self,
        embeddings: &Embeddings,
        account: &AccountId,
        person: &Direction,
        known: &Known,
    ) -> Result<(), MatchError> {
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        // No search replaces the matches meanwhile.
        store::runs::hold(conn, account).await?;
        let rows: Vec<MatchRow> = store::list(conn, account, &Wanted::BEST, ALL).await?;
        let ids = rows.iter().map(|row| row.job_id.as_str());
        let near = embeddings.nearness(person, known, ids);
        for row in &rows {
            let why: MatchScore =
                sealing::open(&self.keyring, &sealing::WHY, &row.match_id, &row.why_sealed)?;
            let near = near.get(&row.job_id).copied();
            let moved = with_nearness(why.clone(), near, &embeddings.model);
            if moved != why {
                let sealed = sealing::seal(&self.keyring, &sealing::WHY, &row.match_id, &moved);
                store::update(conn, &row.match_id, tenths(moved.score), &sealed).await?;
            }
        }
        Ok(tx.commit().await?)
    }
}

impl Embeddings {
    /// The directions of texts, in their order; `None` where the model has none that can be used.
    async fn ask(&self, account: &AccountId, texts: &[String]) -> Option<Vec<Direction>> {
        match self.models.embed(account, texts).await {
            Ok(directions) => directions
                .list
                .iter()
                .map(|numbers| Direction::of(numbers))
                .collect(),
            Err(none) => {
                tracing::debug!(cause = %none, "texts were not embedded");
                None
            }
        }
    }

    /// The hash of what a posting's text is made of.
    fn content(&self, entry: &Entry) -> String {
        texts::posting_content(entry.hash(), self.most_characters)
    }

    /// The nearness of the jobs whose directions are known, among all of them.
    fn nearness<'j>(
        &self,
        person: &Direction,
        known: &Known,
        job_ids: impl Iterator<Item = &'j str>,
    ) -> HashMap<String, f32> {
        let mut count = 0;
        let cosines: Vec<(&str, f32)> = job_ids
            .inspect(|_| count += 1)
            .filter_map(|id| Some((id, known.get(id)?.cosine(person)?)))
            .collect();
        let list: Vec<f32> = cosines.iter().map(|(_, cosine)| *cosine).collect();
        let near = nearness::among(&list, self.most.min(count));
        cosines
            .into_iter()
            .zip(near)
            .map(|((id, _), near)| (id.to_owned(), near))
            .collect()
    }
}

/// A direction as it is kept.
fn read(kept: &str) -> Option<Direction> {
    Direction::from_bytes(&STANDARD.decode(kept).ok()?)
}
