//! The languages that answers and the tables of names are written in.
//!
//! What must not happen here: guessing a language from text; a page says its own.

/// A language that answers can be written in; the order is that of the data tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lang {
    En,
    De,
    Fr,
    Es,
    It,
    Nl,
    Pt,
    Pl,
}

impl Lang {
    /// The language of a tag such as `de-AT`; English where it is unknown to us.
    pub(crate) fn of(tag: &str) -> Self {
        match tag
            .get(..2)
            .unwrap_or_default()
            .to_ascii_lowercase()
            .as_str()
        {
            "de" => Self::De,
            "fr" => Self::Fr,
            "es" => Self::Es,
            "it" => Self::It,
            "nl" => Self::Nl,
            "pt" => Self::Pt,
            "pl" => Self::Pl,
            _ => Self::En,
        }
    }

    /// The one of eight wordings (in the order of the enum) that is in this language.
    pub(crate) fn pick<'a>(self, wordings: &[&'a str; 8]) -> &'a str {
        wordings[self as usize]
    }
}
