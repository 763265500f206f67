//! The extension in a real Chromium: connecting, looking, filling, undoing, working offline, frames.
//!
//! The pages here are small and written for one question each; whole forms are filled in `main_job`.
//! A headless browser shows no permission prompt and no toolbar, so the tests load a copy of the built
//! extension whose manifest already has access to the addresses of the test, and open the popup in a
//! window of its own (`popup.html?tab=…`).

mod account;
mod after;
mod after_pages;
mod connect;
mod corrections;
mod fill;
mod follow;
mod frames;
mod growing;
mod growing_pages;
mod manifest;
mod marks;
mod offline;
mod pages;
mod panel;
mod popup;
mod refused;
mod signs;
mod stand;
mod standing;
mod submission;
mod tailor;
