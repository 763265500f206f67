//! Sealing a résumé's name and bytes, and opening them again.
//!
//! Both are bound to the account and the résumé: a row or an object that is moved to another
//! account does not open there.

use bytes::Bytes;
use foothold_shared::resume::ResumeView;
use zeroize::Zeroizing;

use super::error::ResumeError;
use super::label::Label;
use super::model::read_format;
use super::store::ResumeRow;
use crate::crypto::{Keyring, OpenError, Place, SealedColumn};
use crate::ids::AccountId;

const TABLE: &str = "resumes";
const FILE_NAME: &str = "file_name_sealed";
const LABEL: &str = "label_sealed";
/// Not a column: the object's content.
const BYTES: &str = "bytes";
const READINGS: &str = "resume_readings";
const READING: &str = "reading_sealed";

/// The sealed columns, for the rotation of keys; the bytes are `Resumes::reseal_files`'. The key
/// is that of `row_key`.
pub const SEALED: &[SealedColumn] = &[
    SealedColumn {
        table: TABLE,
        key: "(account_id || '/' || resume_id)",
        column: FILE_NAME,
    },
    SealedColumn {
        table: TABLE,
        key: "(account_id || '/' || resume_id)",
        column: LABEL,
    },
    SealedColumn {
        table: READINGS,
        key: "(account_id || '/' || resume_id)",
        column: READING,
    },
];

pub(super) fn seal_name(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    name: &str,
) -> String {
    let row = row_key(account, resume_id);
    keyring.seal(
        name.as_bytes(),
        Place {
            table: TABLE,
            column: FILE_NAME,
            row: &row,
        },
    )
}

/// A row as its owner sees it.
pub(super) fn view(
    keyring: &Keyring,
    account: &AccountId,
    row: ResumeRow,
) -> Result<ResumeView, ResumeError> {
    let key = row_key(account, &row.resume_id);
    let place = Place {
        table: TABLE,
        column: FILE_NAME,
        row: &key,
    };
    let name = keyring.open(&row.file_name_sealed, place)?;
    let label = open_label(keyring, account, &row)?;
    Ok(ResumeView {
        file_name: String::from_utf8(name.to_vec()).map_err(|_| ResumeError::Unknown)?,
        format: read_format(&row.format).ok_or(ResumeError::Unknown)?,
        resume_id: row.resume_id,
        size_bytes: row.size_bytes,
        sha256: row.sha256,
        is_default: row.is_default,
        uploaded_at_ms: row.uploaded_at_ms,
        name: label.name,
        tags: label.tags,
    })
}

/// What the person calls a résumé, sealed; `None` where they say nothing of it.
pub(super) fn seal_label(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    label: &Label,
) -> Option<String> {
    if *label == Label::default() {
        return None;
    }
    let row = row_key(account, resume_id);
    Some(keyring.seal_json(label, label_place(&row)))
}

/// What the person calls a résumé and what it is for.
pub(super) fn open_label(
    keyring: &Keyring,
    account: &AccountId,
    row: &ResumeRow,
) -> Result<Label, ResumeError> {
    let Some(sealed) = &row.label_sealed else {
        return Ok(Label::default());
    };
    let key = row_key(account, &row.resume_id);
    keyring.open_json(sealed, label_place(&key), ResumeError::Unknown)
}

fn label_place(row: &str) -> Place<'_> {
    Place {
        table: TABLE,
        column: LABEL,
        row,
    }
}

/// Seals a file, away from the threads that serve requests.
pub(super) async fn seal_bytes(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    bytes: Bytes,
) -> Result<Bytes, ResumeError> {
    let (keyring, row) = (keyring.clone(), row_key(account, resume_id));
    let seal = move || {
        let place = Place {
            table: TABLE,
            column: BYTES,
            row: &row,
        };
        Bytes::from(keyring.seal(&bytes, place))
    };
    tokio::task::spawn_blocking(seal)
        .await
        .map_err(|_| ResumeError::Unknown)
}

/// Opens a file, away from the threads that serve requests.
pub(super) async fn open_bytes(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    sealed: Bytes,
) -> Result<Vec<u8>, ResumeError> {
    let (keyring, row) = (keyring.clone(), row_key(account, resume_id));
    let open = move || {
        let place = Place {
            table: TABLE,
            column: BYTES,
            row: &row,
        };
        let sealed = std::str::from_utf8(&sealed).map_err(|_| ResumeError::Unknown)?;
        Ok(std::mem::take(&mut *keyring.open(sealed, place)?))
    };
    tokio::task::spawn_blocking(open)
        .await
        .map_err(|_| ResumeError::Unknown)?
}

pub(super) fn seal_reading(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    reading: &[u8],
) -> String {
    let row = row_key(account, resume_id);
    keyring.seal(reading, reading_place(&row))
}

pub(super) fn open_reading(
    keyring: &Keyring,
    account: &AccountId,
    resume_id: &str,
    sealed: &str,
) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let row = row_key(account, resume_id);
    keyring.open(sealed, reading_place(&row))
}

fn reading_place(row: &str) -> Place<'_> {
    Place {
        table: READINGS,
        column: READING,
        row,
    }
}

fn row_key(account: &AccountId, resume_id: &str) -> String {
    format!("{account}/{resume_id}")
}
