//! Saved jobs in collections of the person's own, with notes.
//!
//! What a person calls a collection and notes of a job is sealed. A job that is saved no more keeps both, so that saving
//! it again brings them back; they go with the account.
//! What must not happen here: somebody else's collection, a job that leaves the saved ones because its collection goes.

use std::collections::{HashMap, HashSet};

use foothold_shared::collection::{
    JobCollection, JobCollectionList, NewJobCollection, SavedJobChange, SavedJobNote,
};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::service::{JobError, Jobs};
use super::store;
use super::store::collections::{CollectionRow, NoteRow};
use crate::crypto::{Place, SealedColumn};
use crate::ids::AccountId;

/// The sealed columns. The keys are those of `row_key`.
pub(super) const SEALED_NAMES: SealedColumn = SealedColumn {
    table: COLLECTIONS,
    key: "(account_id || '/' || collection_id)",
    column: NAME,
};
pub(super) const SEALED_NOTES: SealedColumn = SealedColumn {
    table: NOTES,
    key: "(account_id || '/' || job_id)",
    column: NOTE,
};

const COLLECTIONS: &str = "job_collections";
const NAME: &str = "name_sealed";
const NOTES: &str = "saved_job_notes";
const NOTE: &str = "note_sealed";
/// The most collections of an account.
const MOST: i64 = 100;
/// The most jobs with a note or a collection that are told of; as many as lists of saved jobs show.
const MOST_NOTES: i64 = 1_000;
/// The longest name and the longest note, in characters.
const LONGEST_NAME: usize = 100;
const LONGEST_NOTE: usize = 2_000;

impl Jobs {
    /// The collections, and what belongs to the jobs that are saved now.
    pub(super) async fn collections(
        &self,
        account: &AccountId,
    ) -> Result<JobCollectionList, JobError> {
        let mut held = self.db.read().await?;
        let conn = &mut held.conn();
        let rows = store::collections::list(conn, account, MOST).await?;
        let kept = store::collections::list_notes(conn, account, MOST_NOTES).await?;
        drop(held);
        let saved = self.saved_among(account, &kept).await?;
        let mut counts: HashMap<String, i64> = HashMap::new();
        let mut notes = Vec::with_capacity(kept.len());
        for row in kept.iter().filter(|row| saved.contains(&row.job_id)) {
            *counts.entry(row.collection_id.clone()).or_default() += 1;
            notes.push(self.open_note(account, row)?);
        }
        let collections = rows
            .iter()
            .map(|row| {
                let jobs = counts.get(&row.collection_id).copied().unwrap_or_default();
                self.open_collection(account, row, jobs)
            })
            .collect::<Result<_, _>>()?;
        Ok(JobCollectionList { collections, notes })
    }

    async fn saved_among(
        &self,
        account: &AccountId,
        rows: &[NoteRow],
    ) -> Result<HashSet<String>, JobError> {
        let ids: Vec<&str> = rows.iter().map(|row| row.job_id.as_str()).collect();
        let mut saved = HashSet::new();
        for ids in ids.chunks(250) {
            let cards = self.cards_of(account, ids).await?;
            saved.extend(
                cards
                    .into_iter()
                    .filter(|card| card.saved)
                    .map(|card| card.job_id),
            );
        }
        Ok(saved)
    }

    /// Makes a collection, or gives one another name; whether it is new.
    pub(super) async fn put_collection(
        &self,
        account: &AccountId,
        collection_id: &str,
        new: &NewJobCollection,
    ) -> Result<(JobCollection, bool), JobError> {
        let id = id(collection_id).ok_or(JobError::Filter("collection_id"))?;
        let name = new.name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME {
            return Err(JobError::Filter("the name of the collection"));
        }
        let key = row_key(account, &id);
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        let known = store::collections::find(conn, account, &id).await?;
        if known.is_none() && store::collections::count(conn, account).await? >= MOST {
            return Err(JobError::TooManyCollections);
        }
        let row = CollectionRow {
            name_sealed: self.seal(name, place(COLLECTIONS, NAME, &key)),
            created_at_ms: known
                .as_ref()
                .map_or_else(|| self.clock.now_ms(), |row| row.created_at_ms),
            collection_id: id,
        };
        store::collections::put(conn, account, &row).await?;
        let kept = store::collections::list_notes(conn, account, MOST_NOTES).await?;
        tx.commit().await?;
        let inside: Vec<NoteRow> = kept
            .into_iter()
            .filter(|note| note.collection_id == row.collection_id)
            .collect();
        let jobs = self.saved_among(account, &inside).await?.len();
        let jobs = i64::try_from(jobs).unwrap_or(i64::MAX);
        let view = self.open_collection(account, &row, jobs)?;
        Ok((view, known.is_none()))
    }

    /// Deletes a collection; its jobs stay saved.
    pub(super) async fn delete_collection(
        &self,
        account: &AccountId,
        collection_id: &str,
    ) -> Result<(), JobError> {
        let id = id(collection_id).ok_or(JobError::CollectionNotFound)?;
        let mut tx = self.db.begin().await?;
        if !store::collections::delete(&mut tx.conn(), account, &id).await? {
            return Err(JobError::CollectionNotFound);
        }
        Ok(tx.commit().await?)
    }

    /// Puts a saved job into a collection, or notes something of it.
    pub(super) async fn change_saved(
        &self,
        account: &AccountId,
        job_id: &str,
        change: &SavedJobChange,
    ) -> Result<SavedJobNote, JobError> {
        let cards = self.cards_of(account, &[job_id]).await?;
        if !cards.iter().any(|card| card.saved) {
            return Err(JobError::NotFound);
        }
        let collection_id = match change.collection_id.as_deref() {
            None => None,
            Some("") => Some(String::new()),
            Some(given) => Some(id(given).ok_or(JobError::CollectionNotFound)?),
        };
        let note = change.note.as_deref().map(str::trim);
        if note.is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
            return Err(JobError::Filter("the note"));
        }
        let key = row_key(account, job_id);
        let mut tx = self.db.begin().await?;
        let conn = &mut tx.conn();
        if let Some(id) = collection_id.as_deref().filter(|id| !id.is_empty())
            && store::collections::find(conn, account, id).await?.is_none()
        {
            return Err(JobError::CollectionNotFound);
        }
        let known = store::collections::find_note(conn, account, job_id).await?;
        let mut row = known.unwrap_or_else(|| NoteRow {
            job_id: job_id.to_owned(),
            ..NoteRow::default()
        });
        if let Some(collection_id) = collection_id {
            row.collection_id = collection_id;
        }
        if let Some(note) = note {
            row.note_sealed = (!note.is_empty()).then(|| self.seal(note, place(NOTES, NOTE, &key)));
        }
        let now_ms = self.clock.now_ms();
        store::collections::put_note(conn, account, &row, now_ms).await?;
        tx.commit().await?;
        self.open_note(account, &row)
    }

    fn seal(&self, text: &str, place: Place<'_>) -> String {
        let bytes = Zeroizing::new(text.as_bytes().to_vec());
        self.keyring.seal(&bytes, place)
    }

    fn open_collection(
        &self,
        account: &AccountId,
        row: &CollectionRow,
        jobs: i64,
    ) -> Result<JobCollection, JobError> {
        let key = row_key(account, &row.collection_id);
        let name = self
            .keyring
            .open(&row.name_sealed, place(COLLECTIONS, NAME, &key))?;
        Ok(JobCollection {
            collection_id: row.collection_id.clone(),
            name: String::from_utf8_lossy(&name).into_owned(),
            jobs,
            created_at_ms: row.created_at_ms,
        })
    }

    fn open_note(&self, account: &AccountId, row: &NoteRow) -> Result<SavedJobNote, JobError> {
        let key = row_key(account, &row.job_id);
        let note = match &row.note_sealed {
            Some(sealed) => {
                let note = self.keyring.open(sealed, place(NOTES, NOTE, &key))?;
                String::from_utf8_lossy(&note).into_owned()
            }
            None => String::new(),
        };
        Ok(SavedJobNote {
            job_id: row.job_id.clone(),
            collection_id: row.collection_id.clone(),
            note,
        })
    }
}

fn id(collection_id: &str) -> Option<String> {
    Uuid::parse_str(collection_id).ok().map(|id| id.to_string())
}

fn place<'k>(table: &'static str, column: &'static str, key: &'k str) -> Place<'k> {
    Place {
        table,
        column,
        row: key,
    }
}

fn row_key(account: &AccountId, id: &str) -> String {
    format!("{account}/{id}")
}
