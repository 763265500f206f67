//! The tables of notifications. Every call names the account, but for the worker's.

pub(super) mod deliveries;
pub(super) mod mail;
pub(super) mod notices;
pub(super) mod webhooks;
