//! After the fill: whether the form was sent, what the pressed button was for, and which fields nobody looks at.
//!
//! One file an idea: `press` reads a button, `judge` compares the page before and after, `private` tells the fields that
//! are the person's alone.
//! The words of the eight languages are data in `words`, matched by `phrase`.
//! What must not happen here: "sent" without the page having said so.

mod judge;
mod phrase;
mod press;
mod private;
mod words;

pub use judge::{Before, Said, Verdict, judge};
pub use press::{Press, press};
pub use private::is_private;
