//! The extension and the portal in a real Chromium, and the evaluation of what the reader reads.
//!
//! [`agent`] holds the scripts that run in pages.
//! [`api`] calls the server as a third party would; [`pdf`] makes a résumé to upload.
//! [`browser`] starts and drives Chromium; every browser test of the project uses it.
//! `click` adds a person's clicks to it.
//! [`capture`] opens a captured page under the host it came from and takes its snapshot.
//! [`servers`] starts the backend and the job portal; [`built`] says where the built extension and portal are.
//! [`extension`] puts the built extension into a browser.
//! [`mod@bench`] times the whole way of one form.
//! [`eval_forms`] and [`eval_postings`] measure the reader against pages whose truth is known;
//! [`eval_mutate`] against the same pages changed by [`mutate`], [`eval_random`] against forms that [`generate`] makes.
//!
//! What must not happen here: traffic that leaves loopback, a process that outlives its test,
//! a fixed port, a sleep in place of a condition.

pub mod agent;
pub mod api;
pub mod bench;
pub mod browser;
pub mod built;
pub mod capture;
mod click;
mod eval_boards;
pub mod eval_forms;
pub mod eval_mutate;
pub mod eval_postings;
pub mod eval_random;
pub mod extension;
pub mod generate;
pub mod mutate;
pub mod pdf;
mod score_forms;
pub mod servers;
