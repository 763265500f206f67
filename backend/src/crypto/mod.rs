//! Secrets at work: sealing what is stored, and keyed hashes.
//!
//! What must not happen here: inventing algorithms, logging, or comparing secrets in a way that
//! tells how much of them was right.

mod keyring;
mod mac;

pub use keyring::{Keyring, OpenError, Place};
pub use mac::{MacKey, hmac_sha256};

/// A column of sealed texts, so that a change of keys reaches it. The sealed value's [`Place`] is
/// this table, this column, and the row's key.
#[derive(Debug, Clone, Copy)]
pub struct SealedColumn {
    /// The table's name.
    pub table: &'static str,
    /// The column with the row's key, a text.
    pub key: &'static str,
    /// The column with the sealed text; may be null.
    pub column: &'static str,
}

impl SealedColumn {
    /// Where this column's value of one row lives; `row` is the row's key as `key` makes it.
    #[must_use]
    pub fn at<'a>(&self, row: &'a str) -> Place<'a> {
        Place {
            table: self.table,
            column: self.column,
            row,
        }
    }
}
