//! Light, dark or as the system says; kept in this browser.

use crate::browser::storage;
use leptos::prelude::*;

const KEY: &str = "foothold-theme";

/// The person's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system says.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All choices, as offered.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// What a person reads.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::System => "System",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    const fn token(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    fn from_token(token: Option<&str>) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.token() == token)
            .unwrap_or(Self::System)
    }
}

/// The theme, from anywhere.
#[derive(Clone, Copy)]
pub(crate) struct ThemeState(pub(crate) RwSignal<Theme>);

impl ThemeState {
    /// Reads the kept choice and applies it now and whenever it changes.
    pub(crate) fn start() -> Self {
        let theme = RwSignal::new(Theme::from_token(storage::read(KEY).as_deref()));
        Effect::new(move || {
            let token = theme.get().token();
            storage::write(KEY, token);
            if let Some(root) = document().document_element() {
                let _ = match token {
                    Some(token) => root.set_attribute("data-theme", token),
                    None => root.remove_attribute("data-theme"),
                };
            }
        });
        Self(theme)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_choice_is_read_back_and_nonsense_is_the_system() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_token(theme.token()), theme);
        }
        assert_eq!(Theme::from_token(Some("sepia")), Theme::System);
    }
}
