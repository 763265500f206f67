//! The portal: sign in, keep the profile and the résumés, connect the extension, read the receipts,
//! look after remembered answers and applications.
//!
//! It runs in the browser alone and talks to the server through `api`. `profile`, `remembered`,
//! `format` and `state::autosave` are plain logic and are tested natively; `browser` holds the edges to the browser.
//!
//! What must not happen: content of the person's own shown as anything but text; personal data in an
//! address, in storage or on the console.

mod api;
mod app;
mod browser;
mod components;
mod format;
mod jobs;
mod pages;
mod profile;
mod remembered;
mod report;
mod state;

fn main() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(app::app);
}
