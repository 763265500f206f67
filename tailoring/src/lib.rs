//! Documents, decided: what a résumé and a letter say for one job.
//!
//! facts and demands → choice → `ResumeContent`, `LetterContent` → ground → given out, or left out and said.
//!
//! What must not happen here: a sentence without the facts that say so; the words of a model taken unchecked; a
//! network, a clock, chance.

pub mod style;
pub mod tailored;

pub use style::{Style, StyleEvent};
pub use tailored::{NotEnough, Tailored};

/// What a sentence rests on that says nothing about the person: the posting alone.
pub const POSTING: &str = "posting";
