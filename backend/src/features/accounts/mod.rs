//! Accounts: registering, signing in, sessions, connected devices, and the lock-out.
//!
//! The sign-in address is sealed; an account is found by a keyed hash of it. Passwords are kept as
//! argon2id hashes, refresh tokens as SHA-256 hashes.
//! What must not happen here: an answer that tells whether an address has an account, except at
//! registration (see ARCHITECTURE.md, Decisions); a token or an address in a log line.

mod api;
mod error;
mod lockout;
mod model;
mod password;
mod rules;
mod service;
mod sessions;
mod store;
mod tokens;

pub use api::AccountsApi;
pub use error::AccountsError;
pub use model::{Client, Opened, SignedIn};
pub use service::Accounts;

use crate::crypto::SealedColumn;

/// The sealed columns of this feature.
pub const SEALED: &[SealedColumn] = &[SealedColumn {
    table: "accounts",
    key: "account_id",
    column: "email_sealed",
}];
