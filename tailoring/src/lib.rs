//! Documents, decided: what a résumé and a letter say for one job.
//!
//! facts and demands → choice → `ResumeContent`, `LetterContent` → ground → given out, or left out and said.
//!
//! [`tailor()`] works without any model: it chooses, orders and frames the person's own words.
//!
//! What must not happen here: a sentence without the facts that say so; the words of a model taken unchecked; a
//! network, a clock, chance.

mod case;
mod choose;
mod dates;
mod fixed;
pub mod ground;
mod letter;
mod resume;
pub mod rewrite;
pub mod style;
mod tailor;
pub mod tailored;
mod words;

pub use foothold_shared::generation::{DocumentChoice, DroppedStatement};
pub use style::{Style, StyleEvent};
pub use tailor::tailor;
pub use tailored::{NotEnough, Tailored};

/// What a sentence rests on that says nothing about the person: the posting alone.
pub const POSTING: &str = "posting";
