//! The Foothold server: accounts, profiles, résumés, receipts, answers and applications behind one HTTP API.
//!
//! A request flows `http` → a feature's `api` → `service` → `rules` → `store` → `db::Conn`.
//! What must not happen: `poem` outside `http/` and `api.rs`, `sqlx` outside `db/` and `store.rs`,
//! network clients outside `adapters/`, one feature reading another's store, personal data in logs.

pub mod adapters;
pub mod app;
pub mod chance;
mod checks;
pub mod clock;
pub mod config;
pub mod crypto;
pub mod db;
pub mod features;
pub mod http;
pub mod ids;
mod labels;
pub mod page_address;
mod paging;
mod posting_input;
mod probes;
pub mod rotate;
mod sealed_files;
pub mod testing;
