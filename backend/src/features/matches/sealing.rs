//! Sealing what says something of a person: why a job fits, thumbs, wishes.

use serde::Serialize;
use serde::de::DeserializeOwned;
use zeroize::Zeroizing;

use super::error::MatchError;
use super::packing::{self, Packer};
use crate::crypto::{Keyring, SealedColumn};

/// What speaks for and against a job.
pub(super) const WHY: SealedColumn = SealedColumn {
    table: "matches",
    key: "match_id",
    column: "why_sealed",
};
pub(super) const FEEDBACK: SealedColumn = SealedColumn {
    table: "match_marks",
    key: "mark_id",
    column: "feedback_sealed",
};
pub(super) const PREFERENCES: SealedColumn = SealedColumn {
    table: "job_preferences",
    key: "account_id",
    column: "preferences_sealed",
};

pub(super) const LOOK: SealedColumn = SealedColumn {
    table: "match_looks",
    key: "look_id",
    column: "look_sealed",
};

pub(super) const VECTOR: SealedColumn = SealedColumn {
    table: "person_vectors",
    key: "account_id",
    column: "vector_sealed",
};

/// The sealed columns, for the rotation of keys.
pub const SEALED: &[SealedColumn] = &[WHY, FEEDBACK, PREFERENCES, LOOK, VECTOR];

pub(super) fn seal(
    keyring: &Keyring,
    column: &SealedColumn,
    row: &str,
    value: &impl Serialize,
) -> String {
    seal_with(&mut Packer::default(), keyring, column, row, value)
}

/// The same with a packer that many are sealed with.
pub(super) fn seal_with(
    packer: &mut Packer,
    keyring: &Keyring,
    column: &SealedColumn,
    row: &str,
    value: &impl Serialize,
) -> String {
    let json = Zeroizing::new(serde_json::to_vec(value).expect("plain data becomes JSON"));
    keyring.seal(&packer.pack(json), column.at(row))
}

pub(super) fn open<T: DeserializeOwned>(
    keyring: &Keyring,
    column: &SealedColumn,
    row: &str,
    sealed: &str,
) -> Result<T, MatchError> {
    let packed = keyring.open(sealed, column.at(row))?;
    let json = packing::unpack(packed).ok_or(MatchError::Unknown)?;
    serde_json::from_slice(&json).map_err(|_| MatchError::Unknown)
}
