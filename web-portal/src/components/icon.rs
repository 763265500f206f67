//! Line icons, drawn on a 20-unit grid with one stroke width. Decorative: the words beside them say it all.

use leptos::prelude::*;

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Home,
    Person,
    File,
    Receipt,
    Plug,
    Check,
    Dash,
    Alert,
    Up,
    Down,
    Trash,
    Plus,
    Close,
    Upload,
    Download,
    Search,
    Chevron,
    Back,
    Sent,
    Answer,
    Letter,
    Bell,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Home => "M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8M8.3 16.5v-4.7h3.4v4.7",
            Self::Person => {
                "M10 10.2a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.6ZM3.6 16.6c.9-2.6 3.3-4 6.4-4s5.5 1.4 6.4 4"
            }
            Self::File => "M5 2.8h6.4L15 6.4v10.8H5V2.8ZM11.2 3v3.6h3.6M7.5 10.2h5M7.5 13.2h5",
            Self::Receipt => {
                "M4.5 2.8h11v14.6l-2.2-1.5-2.2 1.5-2.2-1.5-2.2 1.5-2.2-1.5V2.8ZM7.3 8.3l1.4 1.4 2.5-2.6M7.3 12.6h5.4"
            }
            Self::Plug => {
                "M7.2 2.8v3.7M12.8 2.8v3.7M4.8 6.7h10.4v2.6a5.2 5.2 0 0 1-10.4 0V6.7ZM10 14.5v2.9"
            }
            Self::Check => "m4 10.6 4 4 8-9",
            Self::Dash => "M5 10h10",
            Self::Alert => {
                "M10 5.6v5.2M10 13.7v.6M10 17.4a7.4 7.4 0 1 0 0-14.8 7.4 7.4 0 0 0 0 14.8Z"
            }
            Self::Up => "M10 16V4.6M5.2 9.2 10 4.4l4.8 4.8",
            Self::Down => "M10 4v11.4M5.2 10.8l4.8 4.8 4.8-4.8",
            Self::Trash => {
                "M3.8 5.6h12.4M8 5.4V3.3h4v2.1M5.3 5.8l.8 11h7.8l.8-11M8.5 8.8v5M11.5 8.8v5"
            }
            Self::Plus => "M10 4v12M4 10h12",
            Self::Close => "m5 5 10 10M15 5 5 15",
            Self::Upload => "M10 13V3.8M6 7.6l4-4 4 4M3.5 12.5v4h13v-4",
            Self::Download => "M10 3.5v9.2M6 8.9l4 4 4-4M3.5 12.5v4h13v-4",
            Self::Search => "M9 14.6A5.6 5.6 0 1 0 9 3.4a5.6 5.6 0 0 0 0 11.2ZM13.2 13.2l3.6 3.6",
            Self::Chevron => "m7 4.5 5.5 5.5L7 15.5",
            Self::Back => "M12.5 4.5 7 10l5.5 5.5",
            Self::Sent => "M17 3.2 2.8 8.9l5.4 2.6L17 3.2ZM17 3.2l-5.6 13.6-3.2-5.3",
            Self::Letter => "M3 4.8h14v10.4H3V4.8ZM3.4 5.4 10 11l6.6-5.6",
            Self::Bell => {
                "M5.2 13.8V9.2a4.8 4.8 0 0 1 9.6 0v4.6l1.4 1.4H3.8l1.4-1.4ZM8.4 15.4a1.7 1.7 0 0 0 3.2 0M10 4.2V2.6"
            }
            Self::Answer => "M3.2 3.8h13.6v9.6H9.4L5.6 16.8v-3.4H3.2V3.8ZM6.4 7.2h7.2M6.4 10h4.6",
        }
    }
}

/// The icon at 20 px.
pub(crate) fn icon(which: Icon) -> AnyView {
    sized(which, "20")
}

/// The icon at 16 px, for lines of text.
pub(crate) fn small(which: Icon) -> AnyView {
    sized(which, "16")
}

fn sized(which: Icon, size: &'static str) -> AnyView {
    view! {
        <svg viewBox="0 0 20 20" width=size height=size fill="none" stroke="currentColor" stroke-width="1.7"
            stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d=which.path()></path>
        </svg>
    }
    .into_any()
}

/// The mark: a step cut into a slope.
pub(crate) fn mark(size: &'static str) -> AnyView {
    view! {
        <svg viewBox="0 0 16 16" width=size height=size fill="none" stroke="currentColor" stroke-width="2.2" aria-hidden="true">
            <path d="M1.2 14.3 5.3 10.2H11.4"></path>
            <path d="M10.3 10.2V5.2L14.8 0.7"></path>
        </svg>
    }
    .into_any()
}
