//! The main job, end to end: a real Chromium with the extension, the backend with the portal, and the
//! job portal's forms. A person signs up, writes a profile, opens a form, presses Fill once, checks,
//! and submits by hand; what the employer gets is what the profile says.

mod expect;
mod forms;
mod page;
mod person;
mod popup;
mod portal;
mod stage;
