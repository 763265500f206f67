//! The pure brain of the extension: what a page asks, what may be answered, and what really happened.
//!
//! Data flows one way, and each arrow is one plain serialisable type:
//!
//! [`page::PageSnapshot`] → [`classify`] → [`classify::ClassifiedForm`] → [`plan`] → [`plan::FillPlan`]
//! → (the page agent writes) → [`outcome::FillOutcome`] → a receipt.
//! Beside it, [`posting`] reads the job itself. What both look up ([`places`], `language`, `folding`) is data and pure.
//!
//! What must not happen here: a browser, a network, a clock, chance, a panic.
//! Nothing in this crate fails: each step gives its value and says in notes and refusals what it left out.

pub mod classify;
pub mod company;
mod folding;
pub mod forbidden;
mod language;
pub mod memory;
pub mod outcome;
pub mod page;
pub mod places;
pub mod plan;
pub mod posting;
pub mod sites;
pub mod submission;
