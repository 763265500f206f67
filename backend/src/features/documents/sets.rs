//! Sets that were made: listing, reading, downloading, deleting.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use foothold_shared::generation::{
    DocumentSetBrief, DocumentSetPage, DocumentSetView, GeneratedFile,
};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::DocumentError;
use super::model::{Body, Head};
use super::rules;
use super::sealing::{self, BODY, HEAD, row_key};
use super::service::{Documents, SETS_PER_ACCOUNT, object_key};
use super::store::sets::{self, HeadRow, SetRow};
use crate::adapters::objects::ObjectsError;
use crate::ids::AccountId;
use crate::paging::{After, Limit};

impl Documents {
    /// A page of the account's sets, the newest first.
    pub(super) async fn list(
        &self,
        account: &AccountId,
        job_id: Option<&str>,
        cursor: Option<&str>,
        limit: Option<i64>,
    ) -> Result<DocumentSetPage, DocumentError> {
        let limit = Limit::asked(limit).ok_or(DocumentError::LimitOutOfRange)?;
        let after = match cursor {
            None => None,
            Some(cursor) => Some(After::read(cursor).ok_or(DocumentError::UnknownCursor)?),
        };
        let job_id = match job_id {
            None => None,
            Some(text) => match rules::id(text) {
                Some(job_id) => Some(job_id),
                // What is no id is no job of anybody's.
                None => return Ok(DocumentSetPage::default()),
            },
        };
        let mut held = self.db.read().await?;
        let mut rows = sets::list(
            &mut held.conn(),
            account,
            job_id.as_deref(),
            after.as_ref(),
            limit.and_one(),
        )
        .await?;
        drop(held);
        let next_cursor = limit
            .cut(&mut rows)
            .map(|last| After::new(last.created_at_ms, &last.document_set_id).cursor());
        let document_sets = rows
            .into_iter()
            .map(|row| self.brief(account, row))
            .collect::<Result<_, _>>()?;
        Ok(DocumentSetPage {
            document_sets,
            next_cursor,
        })
    }

    /// The account's sets that hold a file of this hash, the newest first. What names a file is sealed, so all are looked
    /// through; an account has a thousand at most.
    pub(super) async fn list_with_file(
        &self,
        account: &AccountId,
        job_id: Option<&str>,
        sha256: &str,
        limit: Option<i64>,
    ) -> Result<DocumentSetPage, DocumentError> {
        let limit = Limit::asked(limit).ok_or(DocumentError::LimitOutOfRange)?;
        let job_id = match job_id.map(rules::id) {
            Some(None) => return Ok(DocumentSetPage::default()),
            known => known.flatten(),
        };
        let mut held = self.db.read().await?;
        let rows = sets::list(
            &mut held.conn(),
            account,
            job_id.as_deref(),
            None,
            SETS_PER_ACCOUNT,
        )
        .await?;
        drop(held);
        let mut document_sets = Vec::new();
        for row in rows {
            let brief = self.brief(account, row)?;
            if brief.files.iter().any(|file| file.sha256 == sha256) {
                document_sets.push(brief);
            }
        }
        document_sets.truncate(limit.rows());
        Ok(DocumentSetPage {
            document_sets,
            next_cursor: None,
        })
    }

    /// One set of the account, with its files' bytes where they are asked for.
    pub(super) async fn find(
        &self,
        account: &AccountId,
        document_set_id: &str,
        include_files: bool,
    ) -> Result<DocumentSetView, DocumentError> {
        let row = self.find_row(account, document_set_id).await?;
        self.view(account, row, include_files).await
    }

    /// One file of a set, with its bytes.
    pub(super) async fn file(
        &self,
        account: &AccountId,
        document_set_id: &str,
        name: &str,
    ) -> Result<(GeneratedFile, Vec<u8>), DocumentError> {
        let row = self.find_row(account, document_set_id).await?;
        let head = self.open_head(account, &row.head)?;
        let (at, file) = places(&head.files)
            .find(|(_, file)| file.name == name)
            .ok_or(DocumentError::FileNotFound)?;
        let bytes = self.read_files(account, &row.head.document_set_id).await?;
        Ok((file.clone(), cut(&bytes, at, file)?.to_vec()))
    }

    /// Deletes a set, the row first and then the files.
    pub(super) async fn delete(
        &self,
        account: &AccountId,
        document_set_id: &str,
    ) -> Result<(), DocumentError> {
        let id = rules::id(document_set_id).ok_or(DocumentError::SetNotFound)?;
        let mut tx = self.db.begin().await?;
        if !sets::delete(&mut tx.conn(), account, &id).await? {
            return Err(DocumentError::SetNotFound);
        }
        tx.commit().await?;
        self.forget_object(&object_key(account, &id)).await;
        Ok(())
    }

    pub(super) async fn view(
        &self,
        account: &AccountId,
        row: SetRow,
        include_files: bool,
    ) -> Result<DocumentSetView, DocumentError> {
        let head = self.open_head(account, &row.head)?;
        let key = row_key(account, &row.head.document_set_id);
        let body: Body = sealing::open(&self.keyring, BODY, &key, &row.body_sealed)?;
        let mut files = head.files;
        if include_files {
            let bytes = self.read_files(account, &row.head.document_set_id).await?;
            let texts = places(&files)
                .map(|(at, file)| Ok(STANDARD.encode(cut(&bytes, at, file)?)))
                .collect::<Result<Vec<_>, DocumentError>>()?;
            for (file, text) in files.iter_mut().zip(texts) {
                file.base64 = Some(text);
            }
        }
        let question = self
            .question(account, &row.head.document_set_id, &body)
            .await?;
        Ok(DocumentSetView {
            document_set_id: row.head.document_set_id,
            job_id: row.head.job_id,
            version: version(row.head.version),
            previous: body.previous,
            created_at_ms: row.head.created_at_ms,
            posting: head.posting,
            options: body.options,
            edits: body.edits,
            resume: body.resume,
            letter: body.letter,
            files,
            choices: body.choices,
            dropped: body.dropped,
            model: body.model,
            notes: body.notes,
            question,
        })
    }

    fn brief(&self, account: &AccountId, row: HeadRow) -> Result<DocumentSetBrief, DocumentError> {
        let head = self.open_head(account, &row)?;
        Ok(DocumentSetBrief {
            document_set_id: row.document_set_id,
            job_id: row.job_id,
            version: version(row.version),
            created_at_ms: row.created_at_ms,
            posting: head.posting,
            look: head.look,
            files: head.files,
        })
    }

    pub(super) async fn find_row(
        &self,
        account: &AccountId,
        document_set_id: &str,
    ) -> Result<SetRow, DocumentError> {
        let id = rules::id(document_set_id).ok_or(DocumentError::SetNotFound)?;
        sets::find(&mut self.db.read().await?.conn(), account, &id)
            .await?
            .ok_or(DocumentError::SetNotFound)
    }

    pub(super) fn open_body(
        &self,
        account: &AccountId,
        row: &SetRow,
    ) -> Result<Body, DocumentError> {
        let key = row_key(account, &row.head.document_set_id);
        sealing::open(&self.keyring, BODY, &key, &row.body_sealed)
    }

    fn open_head(&self, account: &AccountId, row: &HeadRow) -> Result<Head, DocumentError> {
        let key = row_key(account, &row.document_set_id);
        sealing::open(&self.keyring, HEAD, &key, &row.head_sealed)
    }

    async fn read_files(
        &self,
        account: &AccountId,
        document_set_id: &str,
    ) -> Result<Zeroizing<Vec<u8>>, DocumentError> {
        let sealed = match self
            .objects
            .get(&object_key(account, document_set_id))
            .await
        {
            Ok(sealed) => sealed,
            Err(ObjectsError::NotFound) => {
                // Deleted between the two looks, or really gone.
                self.find_row(account, document_set_id).await?;
                return Err(DocumentError::FilesDamaged);
            }
            Err(error) => return Err(error.into()),
        };
        sealing::open_files(&self.keyring, row_key(account, document_set_id), sealed).await
    }

    /// Deletes an object that no row names any more. A failure costs only room until the sweep.
    pub(super) async fn forget_object(&self, key: &str) {
        if let Err(error) = self.objects.delete(key).await {
            tracing::warn!(%error, "an unneeded file was left for the sweep");
        }
    }
}

fn version(version: i64) -> u32 {
    u32::try_from(version).unwrap_or(u32::MAX)
}

/// Each file with where its bytes begin.
fn places(files: &[GeneratedFile]) -> impl Iterator<Item = (usize, &GeneratedFile)> {
    files.iter().scan(0_usize, |next, file| {
        let at = *next;
        *next += file.size_bytes as usize;
        Some((at, file))
    })
}

/// A file's bytes, if they are those that were made.
fn cut<'a>(bytes: &'a [u8], at: usize, file: &GeneratedFile) -> Result<&'a [u8], DocumentError> {
    let found = bytes
        .get(at..at + file.size_bytes as usize)
        .ok_or(DocumentError::FilesDamaged)?;
    if hex::encode(Sha256::digest(found)) != file.sha256 {
        return Err(DocumentError::FilesDamaged);
    }
    Ok(found)
}
