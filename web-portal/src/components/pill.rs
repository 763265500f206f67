//! A short word about a state, with a sign of its own so that colour is never the only one.

use super::icon::{Icon, small};
use leptos::prelude::*;

/// What the word means for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Done.
    Good,
    /// Needs the person.
    Amber,
    /// Went wrong.
    Brick,
    /// Neither.
    Quiet,
}

impl Tone {
    /// The class of pills and notes.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Amber => "amber",
            Self::Brick => "brick",
            Self::Quiet => "",
        }
    }

    /// The sign.
    pub(crate) const fn icon(self) -> Icon {
        match self {
            Self::Good => Icon::Check,
            Self::Amber | Self::Brick => Icon::Alert,
            Self::Quiet => Icon::Dash,
        }
    }
}

/// A pill.
pub(crate) fn pill(tone: Tone, words: impl Into<String>) -> AnyView {
    view! { <span class=format!("pill {}", tone.class())>{small(tone.icon())}<span>{words.into()}</span></span> }
        .into_any()
}

/// A note: a few sentences in a tinted box.
pub(crate) fn note(tone: Tone, content: AnyView) -> AnyView {
    let sign = match tone {
        Tone::Quiet => Icon::Alert,
        other => other.icon(),
    };
    view! { <div class=format!("note {}", tone.class())>{super::icon::icon(sign)}<div class="min-w-0">{content}</div></div> }
        .into_any()
}
