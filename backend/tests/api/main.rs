//! The server from outside: over HTTP, as a program that is started and killed, through the files that come out.
//!
//! One program for all of them, because each program links the whole server (170 MB, some seconds). One part alone:
//! `cargo test -p foothold-backend --test api jobs::`.

mod answers;
mod applications;
mod documents;
mod embeddings;
mod jobs;
#[cfg(unix)]
mod killed;
mod market;
mod matches;
mod model_use;
mod notifications;
mod postings;
mod profiles;
mod profiles_logs;
mod receipts;
mod reports;
mod resumes;
mod second_looks;
mod server;
mod support;
