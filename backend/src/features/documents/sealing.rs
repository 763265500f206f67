//! Sealing what is stored of documents, and opening it again. Each value is bound to its account and row.

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::error::DocumentError;
use crate::crypto::{Keyring, Place, SealedColumn};
use crate::ids::AccountId;

const SET_KEY: &str = "(account_id || '/' || document_set_id)";
const VERSION_KEY: &str = "(account_id || '/' || draft_id || '/' || cast(version as text))";

/// A place for sealed values: a table and a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    table: &'static str,
    column: &'static str,
}

const fn slot(table: &'static str, column: &'static str) -> Slot {
    Slot { table, column }
}

pub(super) const HEAD: Slot = slot("document_sets", "head_sealed");
pub(super) const BODY: Slot = slot("document_sets", "body_sealed");
pub(super) const STYLE: Slot = slot("document_styles", "style_sealed");
pub(super) const DRAFT: Slot = slot("resume_draft_versions", "draft_sealed");
/// Not a column: the object's content.
const FILES: Slot = slot("document_sets", "files");

const fn column(slot: Slot, key: &'static str) -> SealedColumn {
    SealedColumn {
        table: slot.table,
        key,
        column: slot.column,
    }
}

/// The sealed columns, for the rotation of keys; the files are `Documents::reseal_files`'. The keys are those of
/// `row_key` and `version_key`.
pub const SEALED: &[SealedColumn] = &[
    column(HEAD, SET_KEY),
    column(BODY, SET_KEY),
    column(STYLE, "account_id"),
    column(DRAFT, VERSION_KEY),
];

pub(super) fn row_key(account: &AccountId, document_set_id: &str) -> String {
    format!("{account}/{document_set_id}")
}

pub(super) fn version_key(account: &AccountId, draft_id: &str, version: i64) -> String {
    format!("{account}/{draft_id}/{version}")
}

pub(super) fn seal(keyring: &Keyring, slot: Slot, row: &str, value: &impl Serialize) -> String {
    keyring.seal_json(value, place(slot, row))
}

pub(super) fn open<T: DeserializeOwned>(
    keyring: &Keyring,
    slot: Slot,
    row: &str,
    sealed: &str,
) -> Result<T, DocumentError> {
    keyring.open_json(sealed, place(slot, row), DocumentError::Unknown)
}

/// Seals a set's files, away from the threads that serve requests.
pub(super) async fn seal_files(
    keyring: &Keyring,
    row: String,
    files: Zeroizing<Vec<u8>>,
) -> Result<Bytes, DocumentError> {
    let keyring = keyring.clone();
    let seal = move || Bytes::from(keyring.seal(&files, place(FILES, &row)));
    tokio::task::spawn_blocking(seal)
        .await
        .map_err(|_| DocumentError::Unknown)
}

/// Opens a set's files, away from the threads that serve requests.
pub(super) async fn open_files(
    keyring: &Keyring,
    row: String,
    sealed: Bytes,
) -> Result<Zeroizing<Vec<u8>>, DocumentError> {
    let keyring = keyring.clone();
    let open = move || {
        let sealed = std::str::from_utf8(&sealed).map_err(|_| DocumentError::Unknown)?;
        Ok(keyring.open(sealed, place(FILES, &row))?)
    };
    tokio::task::spawn_blocking(open)
        .await
        .map_err(|_| DocumentError::Unknown)?
}

fn place<'a>(slot: Slot, row: &'a str) -> Place<'a> {
    Place {
        table: slot.table,
        column: slot.column,
        row,
    }
}
