//! The few drawings: all stroke, in the colour of the text around them.

use leptos::prelude::*;

/// The mark: a step cut into a slope.
#[component]
pub(super) fn Mark() -> impl IntoView {
    view! {
        <svg width="22" height="22" viewBox="0 0 16 16" fill="none" stroke="currentColor"
            stroke-width="2.2" aria-hidden="true" class="text-pine flex-none">
            <path d="M1.2 14.3 5.3 10.2H11.4"/>
            <path d="M10.3 10.2V5.2L14.8 0.7"/>
        </svg>
    }
}

/// A drawing of 16 units.
#[component]
pub(super) fn Icon(
    /// What it shows.
    kind: Kind,
    /// Its classes.
    #[prop(default = "flex-none")]
    class: &'static str,
) -> impl IntoView {
    view! {
        <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor"
            stroke-width=kind.width() stroke-linecap="round" stroke-linejoin="round"
            aria-hidden="true" class=class>
            <path d=kind.path()/>
        </svg>
    }
}

/// What a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Done.
    Tick,
    /// Needs the person.
    Dot,
    /// Left.
    Dash,
    /// Taken back.
    Back,
    /// Went wrong.
    Cross,
    /// Worth knowing.
    Info,
    /// Offline, or a warning.
    Warning,
    /// Settings.
    Sliders,
    /// A panel at the side.
    Side,
    /// Off it went.
    Sent,
}

impl Kind {
    const fn path(self) -> &'static str {
        match self {
            Self::Tick => "m3 8.5 3.2 3.2L13 4.8",
            Self::Dot => "M8 8h.01",
            Self::Dash => "M4 8h8",
            Self::Back => "M6 3 3 6l3 3M3.3 6H10a3.5 3.5 0 0 1 0 7H7",
            Self::Cross => "m4.5 4.5 7 7m0-7-7 7",
            Self::Info => "M8 7.4v3.4M8 5h.01M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8Z",
            Self::Warning => "M8 6v3.2m0 2.3h.01M8 2.2 1.9 13.2h12.2L8 2.2Z",
            Self::Side => "M2.5 3h11v10h-11zM9.5 3v10",
            Self::Sent => "M13.8 2.2 2.2 6.6l4.6 2.6 2.6 4.6 4.4-11.6ZM6.8 9.2l3-3",
            Self::Sliders => {
                "M2.5 4.5h6m4 0h1m-11 7h1m4 0h6M8.5 2.7v3.6m-5 3.4v3.6m3 0V9.7m6-3.4V2.7"
            }
        }
    }

    /// A dot is a line of no length, as thick as the dot is wide.
    const fn width(self) -> &'static str {
        match self {
            Self::Dot => "7",
            _ => "1.8",
        }
    }
}
