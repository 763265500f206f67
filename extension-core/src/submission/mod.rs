//! After the fill: whether the form was sent, what the pressed button was for, and which of the person's own answers
//! may be remembered.
//!
//! One file an idea: `press` reads a button, `judge` compares the page before and after, `offer` sorts the answers.
//! The words of the eight languages are data in `words`, matched by `phrase`.
//! What must not happen here: "sent" without the page having said so, an answer offered that nobody should keep.

mod judge;
mod offer;
mod phrase;
mod press;
mod words;

pub use judge::{Before, Said, Verdict, judge};
pub use offer::{Offer, is_private, offer};
pub use press::{Press, press};
