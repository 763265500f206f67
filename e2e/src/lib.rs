//! The extension and the portal in a real Chromium, and the evaluation of what the reader reads.
//!
//! [`agent`] holds the scripts that run in pages.
//! [`browser`] starts and drives Chromium; every browser test of the project uses it.
//! [`capture`] opens a captured page under the host it came from and takes its snapshot.
//! [`servers`] starts the backend and the job portal.
//! [`mod@bench`] times the whole way of one form.
//! [`eval_forms`] and [`eval_postings`] measure the reader against pages whose truth is known.
//!
//! What must not happen here: traffic that leaves loopback, a process that outlives its test,
//! a fixed port, a sleep in place of a condition.

pub mod agent;
pub mod bench;
pub mod browser;
pub mod capture;
pub mod eval_forms;
pub mod eval_postings;
mod score_forms;
pub mod servers;
