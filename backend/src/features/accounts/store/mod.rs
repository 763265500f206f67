//! The SQL of accounts, a file a table. Every function here is in the contract test, which runs on
//! both databases.

pub(crate) mod accounts;
pub(crate) mod attempts;
pub(crate) mod refresh_tokens;
pub(crate) mod sessions;

#[cfg(test)]
mod contract;
