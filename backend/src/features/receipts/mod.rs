//! Receipts: what was filled where, as the extension saw it.
//!
//! Page, job, labels and values are sealed at rest; times and counts are not.
//! What must not happen here: two accounts meeting in one receipt id, a receipt going back to an
//! earlier state or being opened again after the application was sent, a page address with the query or fragment it was opened with.

mod api;
mod model;
mod rules;
mod service;
mod store;

pub use api::ReceiptsApi;
pub use service::{ReceiptError, Receipts, SEALED};
