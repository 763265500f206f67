//! A form before it is written as HTML: sections, fields, what each really asks.

/// How a field is operated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Widget {
    /// `<input>` of this type.
    Line(&'static str),
    Area,
    Select,
    Radio,
    /// Answer buttons.
    Buttons,
    /// A text input that opens a list which is not in the page yet.
    Combo,
    /// A button that opens a listbox.
    Listbox,
    /// One tick box; its wording is its own label.
    Tick,
    File,
}

impl Widget {
    /// Several elements with one question.
    pub(crate) fn is_group(self) -> bool {
        matches!(self, Self::Radio | Self::Buttons)
    }
}

/// When "yes" is the true answer to a legal question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Legal {
    /// `A`, `!A`, `S`, `!S` or `A&!S`; see `words.rs`.
    pub(crate) formula: String,
    /// ISO 3166-1 alpha-2.
    pub(crate) country: String,
}

impl Legal {
    /// "A&!S US" as the tables have it.
    pub(crate) fn read(more: &str) -> Option<Self> {
        let (formula, country) = more.split_once(' ')?;
        Some(Self {
            formula: formula.to_owned(),
            country: country.to_owned(),
        })
    }

    /// Whether "yes" is true for such a person.
    pub(crate) fn holds(&self, authorized: bool, needs_sponsor: bool) -> bool {
        match self.formula.as_str() {
            "A" => authorized,
            "!A" => !authorized,
            "S" => needs_sponsor,
            "!S" => !needs_sponsor,
            _ => authorized && !needs_sponsor,
        }
    }
}

/// One field, and the truth about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Asked {
    /// A kind's wire name, `custom_question`, `consent` or `other`.
    pub(crate) kind: String,
    /// Kinds that are as right.
    pub(crate) also: Vec<&'static str>,
    pub(crate) label: String,
    pub(crate) widget: Widget,
    pub(crate) options: Vec<String>,
    pub(crate) declines: Vec<usize>,
    pub(crate) legal: Option<Legal>,
    /// Must not be filled.
    pub(crate) trap: bool,
    pub(crate) required: bool,
    pub(crate) help: Option<String>,
    pub(crate) name: String,
    pub(crate) id: String,
    pub(crate) autocomplete: Option<&'static str>,
}

/// A part of a section: a field, or a repeated row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Field(Box<Asked>),
    Row(Vec<Asked>),
}

/// Fields under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Section {
    /// Empty where none is shown.
    pub(crate) heading: String,
    pub(crate) blocks: Vec<Block>,
}
