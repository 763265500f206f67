//! What a button is for, by its words: it sends the form, leads on, keeps a draft, or is something else.

use super::phrase::{has, is};
use super::words::{DRAFT, EXACT_SEND, OTHER, SEND, STEP};
use crate::folding::{Marks, fold, tokens};
use serde::{Deserialize, Serialize};

/// The longest text of a button that is read, in words: longer ones are cards, not buttons.
const LONGEST: usize = 9;

/// What the press of a button means for the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Press {
    /// The form is sent.
    Send,
    /// It leads to the next part of the form, or to a review of it.
    Step,
    /// It keeps the form for later.
    Draft,
    /// It has nothing to do with sending.
    Other,
}

/// What the press of a button means; `form` where the browser told that a form is being sent.
///
/// A form whose button says nothing is taken to be sent: the page afterwards still has to say so.
#[must_use]
pub fn press(button: &str, form: bool) -> Press {
    let folded = fold(button, Marks::Apart);
    let words = tokens(&folded);
    if words.is_empty() || words.len() > LONGEST {
        return if form { Press::Send } else { Press::Other };
    }
    // "Save and continue" leads on, "Save and submit" sends, "Save" keeps.
    if has(&words, OTHER) {
        return Press::Other;
    }
    if has(&words, STEP) {
        return Press::Step;
    }
    let sends = has(&words, SEND) || is(&words, EXACT_SEND);
    if has(&words, DRAFT) && !sends {
        return Press::Draft;
    }
    if sends || form {
        Press::Send
    } else {
        Press::Other
    }
}

/// Whether a button sends an application for good: one that still stands says that nothing was sent yet. "Apply" alone
/// does not count, it stands beside other jobs too.
pub(super) fn is_last(button: &str) -> bool {
    let folded = fold(button, Marks::Apart);
    let words = tokens(&folded);
    !words.is_empty()
        && words.len() <= LONGEST
        && has(&words, SEND)
        && !has(&words, STEP)
        && !has(&words, OTHER)
}
