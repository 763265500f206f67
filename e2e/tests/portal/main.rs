//! The portal in a real Chromium, against the real server: what a person sees and does there.
//!
//! It needs `dist/portal` (`cargo xtask build`) and the backend's program (`cargo build -p foothold-backend`);
//! `FOOTHOLD_DIST` and `FOOTHOLD_BIN_DIR` name other places.

mod access;
mod account;
mod answers;
mod applications;
mod conflict;
mod documents;
mod employers;
mod extension;
mod for_you;
mod import;
mod jobs;
mod jobs_pages;
mod keyboard;
mod narrow;
mod offline;
mod profile;
mod reading;
mod receipts;
mod reports;
mod resumes;
mod searches;
mod silent;
mod stage;
