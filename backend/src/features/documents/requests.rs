//! Requests with a key of their own: the same one again gives the same set, and no work is done twice.
//!
//! A claim in the database says who works on a key, on whichever server. It is finished together with the set, given up
//! where the work fails, and taken over where a crash left it.

use sha2::{Digest, Sha256};

use super::error::DocumentError;
use super::service::Documents;
use super::store::requests::{self, RequestRow};
use crate::db::Tx;
use crate::ids::AccountId;

/// The longest key, in characters.
const KEY_CHARS: usize = 255;
/// A claim this old belongs to no work that is still under way.
const ABANDONED_AFTER_MS: i64 = 5 * 60 * 1000;
/// How long a key is remembered.
pub(super) const REMEMBERED_MS: i64 = 7 * 24 * 60 * 60 * 1000;

/// A key that this request works on.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    key_hash: String,
    row: RequestRow,
}

/// What a key stands for.
pub(super) enum Claimed {
    /// This request does the work.
    Ours(Claim),
    /// It was done: this is the set.
    Done(String),
}

impl Documents {
    /// Claims a key for a request. `request_hash` tells one request from another.
    pub(super) async fn claim(
        &self,
        account: &AccountId,
        key: &str,
        request_hash: String,
    ) -> Result<Claimed, DocumentError> {
        if key.is_empty() || key.chars().count() > KEY_CHARS {
            return Err(DocumentError::KeyUnusable);
        }
        let key_hash = hex::encode(Sha256::digest(key.as_bytes()));
        let row = RequestRow {
            request_hash,
            document_set_id: None,
            claimed_at_ms: self.clock.now_ms(),
        };
        let claim = Claim { key_hash, row };
        let (key_hash, row) = (&claim.key_hash, &claim.row);
        let mut tx = self.db.begin().await?;
        if requests::insert(&mut tx.conn(), account, key_hash, row).await? {
            tx.commit().await?;
            return Ok(Claimed::Ours(claim));
        }
        let seen = requests::find(&mut tx.conn(), account, key_hash)
            .await?
            .ok_or(DocumentError::UnderWay)?;
        if seen.request_hash != row.request_hash {
            return Err(DocumentError::KeyReused);
        }
        if let Some(done) = seen.document_set_id {
            return Ok(Claimed::Done(done));
        }
        if seen.claimed_at_ms > row.claimed_at_ms - ABANDONED_AFTER_MS
            || !requests::update(&mut tx.conn(), account, key_hash, &seen, row).await?
        {
            return Err(DocumentError::UnderWay);
        }
        tx.commit().await?;
        Ok(Claimed::Ours(claim))
    }

    /// Takes a key whose set is gone for a request that makes it anew.
    pub(super) async fn reclaim(
        &self,
        account: &AccountId,
        key: &str,
        gone: &str,
    ) -> Result<Claim, DocumentError> {
        let key_hash = hex::encode(Sha256::digest(key.as_bytes()));
        let mut tx = self.db.begin().await?;
        let seen = requests::find(&mut tx.conn(), account, &key_hash)
            .await?
            .filter(|seen| seen.document_set_id.as_deref() == Some(gone))
            .ok_or(DocumentError::UnderWay)?;
        let row = RequestRow {
            document_set_id: None,
            claimed_at_ms: self.clock.now_ms(),
            ..seen.clone()
        };
        if !requests::update(&mut tx.conn(), account, &key_hash, &seen, &row).await? {
            return Err(DocumentError::UnderWay);
        }
        tx.commit().await?;
        Ok(Claim { key_hash, row })
    }

    /// Says within the set's own transaction that the work of a claim is done. An error where somebody took it over.
    pub(super) async fn finish(
        &self,
        tx: &mut Tx,
        account: &AccountId,
        claim: &Claim,
        document_set_id: &str,
    ) -> Result<(), DocumentError> {
        let done = RequestRow {
            document_set_id: Some(document_set_id.to_owned()),
            ..claim.row.clone()
        };
        let key_hash = &claim.key_hash;
        if requests::update(&mut tx.conn(), account, key_hash, &claim.row, &done).await? {
            Ok(())
        } else {
            Err(DocumentError::UnderWay)
        }
    }

    /// Gives a claim up, so that the next try works at once. A failure costs only the wait.
    pub(super) async fn give_up(&self, account: &AccountId, claim: &Claim) {
        if let Err(error) = self.forget_claim(account, claim).await {
            tracing::warn!(cause = %error, "a claim was not given up; it ends by itself");
        }
    }

    async fn forget_claim(&self, account: &AccountId, claim: &Claim) -> Result<(), DocumentError> {
        let mut tx = self.db.begin().await?;
        let (key_hash, at_ms) = (&claim.key_hash, claim.row.claimed_at_ms);
        requests::delete(&mut tx.conn(), account, key_hash, at_ms).await?;
        Ok(tx.commit().await?)
    }
}
