//! What comes out: résumé, letter, and why they say what they say.
//!
//! What must not happen here: choosing or wording; that is done in `choose`, `resume` and `letter`.

use foothold_shared::document::{LetterContent, ResumeContent};
use foothold_shared::generation::{DocumentChoice, DroppedStatement};
use foothold_shared::redact_debug;
use serde::{Deserialize, Serialize};

/// The documents for one job, and what was decided on the way.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Tailored {
    /// What the résumé says.
    pub resume: ResumeContent,
    /// What the letter says.
    pub letter: LetterContent,
    /// Facts of the résumé that may go where there is no room, the least useful first: lines, sentences, skills, and whole
    /// projects, certificates and publications. Never a job, a school, or what the person chose or fixed.
    pub least_first: Vec<String>,
    /// What was chosen, and why, in plain English.
    pub choices: Vec<DocumentChoice>,
    /// Lines of the person's that the résumé leaves out, sentences that the check of facts refused, and why.
    pub dropped: Vec<DroppedStatement>,
    /// What the person should know: demands that nothing in the profile answers, lines in another language.
    pub notes: Vec<String>,
}
redact_debug!(Tailored);

/// Why no document can be made; the words are for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotEnough {
    /// Nobody's name is in the profile.
    #[error("Your profile has no name yet. A résumé needs one: add it on the profile page.")]
    NoName,
    /// Neither work nor education nor skills nor anything else to show.
    #[error(
        "Your profile says nothing yet about work, education, skills or projects. Add what you have done, or begin \
         from a résumé you already have."
    )]
    NothingToShow,
}
