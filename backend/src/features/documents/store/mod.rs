//! The tables of documents. Every call names the account: an id alone finds nothing.

pub(super) mod drafts;
pub(super) mod requests;
pub(super) mod sets;
pub(super) mod styles;

#[cfg(test)]
mod contract;
