//! What the agent tells of a page that it watches. The page's process could forge it, so nothing here is believed beyond
//! its bounds: see `super::heard`.

use serde::Deserialize;

/// The longest event that is read, in characters of JSON.
pub(super) const LONGEST: usize = 1_000_000;
/// The most fields of one event.
pub(super) const MOST_FIELDS: usize = 600;
/// The longest value of a field, in characters.
pub(super) const LONGEST_VALUE: usize = 5_000;

/// An event of a page.
#[derive(Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub(crate) enum PageEvent {
    /// The person changed a field.
    Edited {
        /// The agent's number.
        handle: u32,
        /// What it holds: one text, or each option that is chosen.
        value: Vec<String>,
        /// What it held before.
        was: Vec<String>,
    },
    /// The page came to rest after a change.
    Screen {
        /// Whether other fields stand there than before; else only its texts may have changed.
        #[serde(default)]
        fields: bool,
    },
    /// A button was pressed, or a form is being sent.
    Submitting {
        /// The button's words; empty where there was none.
        button: String,
        /// Whether the browser sends a form.
        form: bool,
        /// What the fields hold.
        values: Vec<Held>,
    },
    /// The person takes one field back, at its mark.
    Undo {
        /// The agent's number.
        handle: u32,
    },
    /// The person wants to see the next open question.
    Next,
    /// The person wants no marks.
    Hide,
    /// A question was answered, or emptied again.
    Open,
}

/// What one field holds.
#[derive(Deserialize)]
pub(crate) struct Held {
    /// The agent's number.
    pub(crate) handle: u32,
    /// One text, or each option that is chosen.
    pub(crate) value: Vec<String>,
}

/// A field's value in one line, as receipts carry it.
pub(super) fn line(value: &[String]) -> String {
    let joined = value.join("; ");
    joined.chars().take(LONGEST_VALUE).collect()
}
