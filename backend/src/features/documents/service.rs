//! Making the documents for a job: the files first, as one object, then the row that names them.
//!
//! In this order a crash leaves at most an object that no row names, which `sweep` removes, and never a set without
//! its files.

use std::sync::Arc;

use chrono::DateTime;
use foothold_shared::document::{DocumentEdits, DocumentFormat, DocumentKind, DocumentOptions};
use foothold_shared::generation::{
    DocumentSetView, GenerateDocuments, GeneratedFile, ModelShare, PostingInput,
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::DocumentError;
use super::make::{Made, Order};
use super::model::{Body, Head};
use super::posting::{self, FoundPosting, KnownPostings};
use super::press::Press;
use super::requests::{Claim, Claimed};
use super::sealing::{self, BODY, HEAD, row_key};
use super::store::sets::{self, HeadRow, SetRow};
use super::{make, names, rules, taste};
use crate::adapters::objects::Objects;
use crate::clock::Clock;
use crate::crypto::Keyring;
use crate::db::{Db, Tx};
use crate::features::model_use::Models;
use crate::features::profiles::Profiles;
use crate::features::resumes::Resumes;
use crate::ids::{AccountId, Ids};
use crate::page_address;
use crate::sealed_files;

/// The most sets of one account.
pub(super) const SETS_PER_ACCOUNT: i64 = 1_000;

/// Where documents are kept.
#[derive(Debug, Clone)]
pub struct Shelves {
    /// Their rows.
    pub db: Db,
    /// The keys that seal them.
    pub keyring: Keyring,
    /// Their files.
    pub objects: Arc<dyn Objects>,
}

/// What documents need.
#[derive(Debug, Clone)]
pub struct Documents {
    pub(super) db: Db,
    pub(super) keyring: Keyring,
    pub(super) objects: Arc<dyn Objects>,
    pub(super) clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    pub(super) profiles: Profiles,
    pub(super) resumes: Resumes,
    pub(super) models: Models,
    known: Option<Arc<dyn KnownPostings>>,
    pub(super) press: Press,
}

/// A set that was asked for, and whether it was made now.
#[derive(Debug)]
pub(super) struct Generated {
    pub(super) view: DocumentSetView,
    pub(super) is_new: bool,
}

impl Documents {
    /// Documents kept on these shelves, made of these profiles with the help of these models.
    #[must_use]
    pub fn new(
        shelves: Shelves,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        profiles: Profiles,
        resumes: Resumes,
        models: Models,
    ) -> Self {
        Self {
            db: shelves.db,
            keyring: shelves.keyring,
            objects: shelves.objects,
            clock,
            ids,
            profiles,
            resumes,
            models,
            known: None,
            press: Press::new(),
        }
    }

    /// The same, with postings that are known by the ids of their jobs.
    #[must_use]
    pub fn with_known_postings(mut self, known: Arc<dyn KnownPostings>) -> Self {
        self.known = Some(known);
        self
    }

    /// The same with other keys.
    #[must_use]
    pub fn with_keyring(self, keyring: Keyring) -> Self {
        Self { keyring, ..self }
    }

    /// Makes the documents for a job. With a key, the same request again gives the same set.
    ///
    /// The work goes on where nobody waits for the answer any more: with its key it is found done.
    pub(super) async fn generate(
        &self,
        account: &AccountId,
        job_id: &str,
        key: Option<String>,
        request: GenerateDocuments,
    ) -> Result<Generated, DocumentError> {
        let (job_id, request) = rules::accept(job_id, request).map_err(DocumentError::Invalid)?;
        let include_files = request.include_files;
        let claim = match key {
            None => None,
            Some(key) => {
                let hash = request_hash(&job_id, &request);
                match self.claim(account, &key, hash).await? {
                    Claimed::Ours(claim) => Some(claim),
                    Claimed::Done(set) => match self.find(account, &set, include_files).await {
                        Ok(view) => {
                            return Ok(Generated {
                                view,
                                is_new: false,
                            });
                        }
                        Err(DocumentError::SetNotFound) => {
                            Some(self.reclaim(account, &key, &set).await?)
                        }
                        Err(error) => return Err(error),
                    },
                }
            }
        };
        let (documents, account) = (self.clone(), account.clone());
        let work = tokio::spawn(async move {
            let made = documents
                .make(&account, job_id, request, claim.as_ref())
                .await;
            if let (Err(_), Some(claim)) = (&made, &claim) {
                documents.give_up(&account, claim).await;
            }
            made
        });
        let view = work.await.map_err(|_| DocumentError::Unknown)??;
        Ok(Generated { view, is_new: true })
    }

    async fn make(
        &self,
        account: &AccountId,
        job_id: String,
        request: GenerateDocuments,
        claim: Option<&Claim>,
    ) -> Result<DocumentSetView, DocumentError> {
        let mut held = self.db.read().await?;
        if sets::count(&mut held.conn(), account).await? >= SETS_PER_ACCOUNT {
            return Err(DocumentError::TooManySets);
        }
        drop(held);
        let previous = self.previous(account, &job_id, &request).await?;
        let today = self.today();
        let found = self
            .posting(account, &job_id, &request, previous.as_ref(), &today)
            .await?;
        let (before_options, before_edits) = match &previous {
            Some(previous) => (previous.body.options.clone(), previous.body.edits.clone()),
            None => (DocumentOptions::default(), DocumentEdits::default()),
        };
        let edits = request.edits.unwrap_or_else(|| before_edits.clone());
        let profile = self.profiles.load(account).await?.profile;
        let change = taste::Change {
            with_figures: taste::with_figures(&profile, &edits),
            before: before_edits,
            after: edits.clone(),
            letter: previous.as_ref().and_then(|one| one.body.letter.clone()),
            company: found.posting.company.clone().unwrap_or_default(),
        };
        let order = Order {
            profile,
            posting: found.posting.clone(),
            options: request.options.unwrap_or(before_options),
            edits,
            style: change.taken_back(self.style(account).await?),
            kinds: kinds(&request.kinds),
            today,
        };
        let made = self.tailored(account, order, request.without_model).await?;
        let set_id = self.ids.next();
        let row = self
            .put(
                account,
                Draft {
                    set_id,
                    job_id,
                    previous: previous.map(|previous| previous.document_set_id),
                    found,
                    made,
                },
                claim,
            )
            .await?;
        self.learn_edits(account, change).await;
        self.view(account, row, request.include_files).await
    }

    /// Tailors, asks a model where there is one, and sets what comes out.
    async fn tailored(
        &self,
        account: &AccountId,
        order: Order,
        without_model: bool,
    ) -> Result<Made, DocumentError> {
        let order = Arc::new(order);
        let for_choice = Arc::clone(&order);
        let mut chosen = self.press.run(move || make::choose(&for_choice)).await?;
        let mut share = ModelShare::default();
        if !without_model && self.models.are_there() {
            (chosen, share) = self.reword(account, &order, chosen).await?;
        }
        self.press
            .run(move || make::set(&order, chosen, share))
            .await
    }

    /// Stores the files, then the row.
    async fn put(
        &self,
        account: &AccountId,
        draft: Draft,
        claim: Option<&Claim>,
    ) -> Result<SetRow, DocumentError> {
        let Draft {
            set_id,
            job_id,
            previous,
            found,
            made,
        } = draft;
        let (row_key, object_key) = (row_key(account, &set_id), object_key(account, &set_id));
        let head = Head {
            posting: posting::brief(&found),
            look: made.options.look.clone(),
            files: made.files,
        };
        let body = Body {
            previous,
            posting: found.posting,
            options: made.options,
            edits: made.edits,
            resume: made.resume,
            letter: made.letter,
            choices: made.choices,
            dropped: made.dropped,
            model: made.model,
            notes: made.notes,
        };
        let mut row = SetRow {
            head: HeadRow {
                document_set_id: set_id,
                job_id,
                version: 0,
                head_sealed: sealing::seal(&self.keyring, HEAD, &row_key, &head),
                created_at_ms: self.clock.now_ms(),
            },
            body_sealed: sealing::seal(&self.keyring, BODY, &row_key, &body),
        };
        let sealed = sealing::seal_files(&self.keyring, row_key, made.bytes).await?;
        self.objects.put(&object_key, sealed).await?;
        let mut tx = match self.db.begin().await {
            Ok(tx) => tx,
            Err(error) => {
                self.forget_object(&object_key).await;
                return Err(error.into());
            }
        };
        if let Err(error) = self.put_row(&mut tx, account, &mut row, claim).await {
            drop(tx);
            self.forget_object(&object_key).await;
            return Err(error);
        }
        // Where the answer to this is lost the row may be there, so its files must stay; the sweep removes them if not.
        tx.commit().await?;
        Ok(row)
    }

    async fn put_row(
        &self,
        tx: &mut Tx,
        account: &AccountId,
        row: &mut SetRow,
        claim: Option<&Claim>,
    ) -> Result<(), DocumentError> {
        sets::lock_shelf(&mut tx.conn(), account, row.head.created_at_ms).await?;
        if sets::count(&mut tx.conn(), account).await? >= SETS_PER_ACCOUNT {
            return Err(DocumentError::TooManySets);
        }
        let last = sets::find_last(&mut tx.conn(), account, &row.head.job_id).await?;
        row.head.version = last.map_or(0, |last| last.head.version) + 1;
        if !sets::insert(&mut tx.conn(), account, row).await? {
            return Err(DocumentError::Unknown);
        }
        if let Some(claim) = claim {
            self.finish(tx, account, claim, &row.head.document_set_id)
                .await?;
        }
        Ok(())
    }

    /// The set that the request goes on from.
    async fn previous(
        &self,
        account: &AccountId,
        job_id: &str,
        request: &GenerateDocuments,
    ) -> Result<Option<Previous>, DocumentError> {
        let Some(id) = &request.previous else {
            return Ok(None);
        };
        let row = sets::find(&mut self.db.read().await?.conn(), account, id)
            .await?
            .filter(|row| row.head.job_id == job_id)
            .ok_or(DocumentError::PreviousUnknown)?;
        self.open_previous(account, row).map(Some)
    }

    /// The posting: the request's, else that of the set it goes on from, else what is known of the job, else that of
    /// the job's last set.
    pub(super) async fn posting(
        &self,
        account: &AccountId,
        job_id: &str,
        request: &GenerateDocuments,
        previous: Option<&Previous>,
        today: &str,
    ) -> Result<FoundPosting, DocumentError> {
        if let Some(input) = &request.posting {
            return self.read_posting(input, today).await;
        }
        if let Some(previous) = previous {
            return Ok(previous.found());
        }
        self.posting_of_job(account, job_id).await
    }

    /// What is known of a job without being told.
    pub(super) async fn posting_of_job(
        &self,
        account: &AccountId,
        job_id: &str,
    ) -> Result<FoundPosting, DocumentError> {
        if let Some(known) = &self.known
            && let Some(found) = known.find(account, job_id, &self.today()).await?
        {
            return Ok(found);
        }
        let last = sets::find_last(&mut self.db.read().await?.conn(), account, job_id).await?;
        match last {
            Some(row) => Ok(self.open_previous(account, row)?.found()),
            None => Err(DocumentError::PostingMissing),
        }
    }

    /// Reads a posting that somebody sent; a long one takes a moment. Where only its address was sent, the page is asked.
    pub(super) async fn read_posting(
        &self,
        input: &PostingInput,
        today: &str,
    ) -> Result<FoundPosting, DocumentError> {
        if posting::is_address_only(input)
            && let Some(known) = &self.known
        {
            let found = known.at(&input.url, today, self.clock.now_ms()).await?;
            return Ok(FoundPosting {
                url: page_address::bare(&found.url).unwrap_or_default(),
                ..found
            });
        }
        let (input, today) = (input.clone(), today.to_owned());
        self.press.run(move || posting::read(&input, &today)).await
    }

    fn open_previous(&self, account: &AccountId, row: SetRow) -> Result<Previous, DocumentError> {
        let key = row_key(account, &row.head.document_set_id);
        let head: Head = sealing::open(&self.keyring, HEAD, &key, &row.head.head_sealed)?;
        let body: Body = sealing::open(&self.keyring, BODY, &key, &row.body_sealed)?;
        Ok(Previous {
            document_set_id: row.head.document_set_id,
            url: head.posting.url,
            body,
        })
    }

    /// Today in UTC, `YYYY-MM-DD`.
    pub(super) fn today(&self) -> String {
        let now = DateTime::from_timestamp_millis(self.clock.now_ms()).unwrap_or_default();
        now.format("%Y-%m-%d").to_string()
    }
}

/// A set before it has a version.
struct Draft {
    set_id: String,
    job_id: String,
    previous: Option<String>,
    found: FoundPosting,
    made: Made,
}

/// A set that another goes on from.
pub(super) struct Previous {
    document_set_id: String,
    url: String,
    body: Body,
}

impl Previous {
    fn found(&self) -> FoundPosting {
        FoundPosting {
            posting: self.body.posting.clone(),
            url: self.url.clone(),
        }
    }
}

fn kinds(asked: &[DocumentKind]) -> Vec<DocumentKind> {
    let both = [DocumentKind::Resume, DocumentKind::Letter];
    let wanted = |kind: &DocumentKind| asked.is_empty() || asked.contains(kind);
    both.into_iter().filter(wanted).collect()
}

/// Tells one request from another; what only changes the answer's size is left out.
fn request_hash(job_id: &str, request: &GenerateDocuments) -> String {
    let request = GenerateDocuments {
        include_files: false,
        ..request.clone()
    };
    let json = Zeroizing::new(serde_json::to_vec(&request).expect("plain data becomes JSON"));
    let mut hash = Sha256::new();
    hash.update(job_id.as_bytes());
    hash.update([0]);
    hash.update(&json);
    hex::encode(hash.finalize())
}

/// The folder of all documents in the object store.
pub(super) const FOLDER: &str = "documents";

pub(super) fn object_key(account: &AccountId, document_set_id: &str) -> String {
    sealed_files::key(FOLDER, account, document_set_id)
}

/// A file's description; its bytes go to the end of `bytes`.
pub(super) fn add_file(
    bytes: &mut Zeroizing<Vec<u8>>,
    kind: DocumentKind,
    format: DocumentFormat,
    download_name: String,
    pages: Option<u32>,
    file: &[u8],
) -> GeneratedFile {
    bytes.extend_from_slice(file);
    GeneratedFile {
        name: names::within_set(kind, format),
        download_name,
        kind,
        format,
        media_type: names::media_type(format).to_owned(),
        size_bytes: u32::try_from(file.len()).unwrap_or(u32::MAX),
        pages,
        sha256: hex::encode(Sha256::digest(file)),
        base64: None,
    }
}
