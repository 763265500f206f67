//! What the person chose about how Foothold behaves on pages.

use serde::{Deserialize, Serialize};

/// The person's choices. What a stored or sent object leaves out is as it is by default, so that a
/// choice added later does not make the others unreadable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether fields on the page are marked after a fill.
    pub marks: bool,
    /// Whether the next step of an application is filled when the person gets to it.
    pub follow: bool,
    /// Whether Foothold asks to remember what the person changed after a fill.
    pub ask_to_remember: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            marks: true,
            follow: true,
            ask_to_remember: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_chosen_is_on() {
        let read: Settings =
            serde_json::from_str(r#"{"marks":false,"of_a_later_version":1}"#).expect("it is read");
        assert_eq!(
            read,
            Settings {
                marks: false,
                ..Settings::default()
            }
        );
        assert!(read.follow && read.ask_to_remember);
    }
}
