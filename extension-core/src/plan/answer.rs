//! What passes between a family of questions and the control it is written into: the question with
//! everything around it, the answer with all its wordings, and the reason to stop.

use super::rows::{Place, Rows};
use super::words::{Lang, fold, is_decline, is_placeholder};
use super::{PlanContext, Refusal, refusals, shape};
use crate::classify::{ClassifiedField, ClassifiedForm, Family, FieldKind};
use crate::page::{LabelSource, PageSnapshot, RawField, RawOption};
use foothold_shared::profile::Profile;

/// One question of the form, with what is around it.
#[derive(Clone, Copy)]
pub(super) struct Ask<'a> {
    pub(super) kind: FieldKind,
    /// The field's place in the form.
    pub(super) at: usize,
    pub(super) field: &'a ClassifiedField,
    pub(super) raw: &'a RawField,
    pub(super) form: &'a ClassifiedForm,
    pub(super) snapshot: &'a PageSnapshot,
    pub(super) profile: &'a Profile,
    pub(super) context: &'a PlanContext,
    /// The language the form is in.
    pub(super) lang: Lang,
    /// For a phone number: whether a field of its own takes the calling code.
    pub(super) calling_code_elsewhere: bool,
    /// Which row of the page is which entry of the profile.
    pub(super) rows: &'a Rows,
}

impl<'a> Ask<'a> {
    /// The entry of the profile that this field's row is for; `none` says that there is none left.
    pub(super) fn entry_of_row(
        &self,
        family: Family,
        none: impl Fn() -> Stop,
    ) -> Result<usize, Stop> {
        match self.rows.place(family, self.field.entry) {
            Some(Place::Entry(at)) => Ok(at),
            Some(Place::Stranger(lead)) if shape::holds_something(self) => {
                Err(refusals::strange_row(lead == self.field.handle))
            }
            Some(Place::Stranger(_) | Place::Spare) => Err(none()),
            None => Ok(self.field.entry),
        }
    }

    /// The question, folded.
    pub(super) fn question(&self) -> String {
        fold(&self.field.label)
    }

    /// Everything the field says about the format it wants, as written: attributes, placeholder, help, labels.
    pub(super) fn hints(&self) -> impl Iterator<Item = &'a str> {
        let first = [
            LabelSource::Placeholder,
            LabelSource::Description,
            LabelSource::Title,
        ];
        let labels = &self.raw.labels;
        let hinting = labels.iter().filter(move |l| first.contains(&l.from));
        let others = labels.iter().filter(move |l| !first.contains(&l.from));
        let formats = self
            .raw
            .attributes
            .iter()
            .filter(|(name, _)| name.contains("format"));
        let labels = hinting.chain(others).map(|l| l.text.as_str());
        formats
            .map(|(_, value)| value.as_str())
            .chain(labels)
            .chain(std::iter::once(self.field.label.as_str()))
    }

    /// An attribute of the element, empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> &'a str {
        self.raw
            .attributes
            .iter()
            .find(|(n, _)| n == name)
            .map_or("", |(_, v)| v.as_str())
    }

    /// Whether the form asks for this kind in another field too.
    pub(super) fn form_has(&self, kind: FieldKind) -> bool {
        self.others(kind).next().is_some()
    }

    /// The other fields of a kind that a person can see, with their places in the form.
    pub(super) fn others(
        &self,
        kind: FieldKind,
    ) -> impl Iterator<Item = (usize, &'a ClassifiedField)> {
        let (at, snapshot) = (self.at, self.snapshot);
        self.form
            .fields
            .iter()
            .enumerate()
            .filter(move |(other, f)| {
                *other != at
                    && f.kind == Some(kind)
                    && f.trap.is_none()
                    && snapshot
                        .fields
                        .iter()
                        .any(|r| r.handle == f.handle && r.visible && !r.disabled)
            })
    }

    /// The options as a comparison sees them.
    pub(super) fn choices(&self) -> Vec<Choice<'a>> {
        self.field
            .options
            .iter()
            .enumerate()
            .map(|(at, option)| Choice::new(at, option))
            .collect()
    }
}

/// One option, folded.
pub(super) struct Choice<'a> {
    /// Its place among the field's options.
    pub(super) index: usize,
    pub(super) option: &'a RawOption,
    /// What it says, folded: its text, or its value where it shows none.
    pub(super) folded: String,
    /// What it sends, folded.
    pub(super) value: String,
    /// It only asks to choose.
    pub(super) placeholder: bool,
    /// It says "I would rather not say".
    pub(super) decline: bool,
}

impl<'a> Choice<'a> {
    fn new(index: usize, option: &'a RawOption) -> Self {
        let value = fold(&option.value);
        let text = fold(&option.text);
        let folded = if text.is_empty() { value.clone() } else { text };
        let placeholder = is_placeholder(&option.text, &option.value, index == 0);
        let decline = is_decline(&folded);
        Self {
            index,
            option,
            folded,
            value,
            placeholder,
            decline,
        }
    }
}

/// How well an option says what is meant: 0 not at all, then the higher the better.
pub(super) type Fit<'a> = Box<dyn Fn(&Choice<'_>) -> u8 + 'a>;

/// What the profile says to a question.
pub(super) struct Answer<'a> {
    /// Where it comes from, in words.
    pub(super) source: String,
    /// What is written where text is typed, or why it cannot be said in text.
    pub(super) text: Result<String, Stop>,
    /// For a question that is true or false: which.
    pub(super) truth: Option<bool>,
    /// What says it among options; several where several things are said.
    pub(super) fits: Vec<Fit<'a>>,
    /// Whether it is enough that some of `fits` find their option.
    pub(super) some_suffice: bool,
    /// Whether options that decline to answer may be taken.
    pub(super) may_decline: bool,
    /// What to type into a list whose options cannot be seen.
    pub(super) query: String,
    /// Option texts that say it, the best first, for a list whose options cannot be seen.
    pub(super) wordings: Vec<String>,
    /// Where several things are said: the option texts that say each of them, the best first.
    pub(super) each: Vec<Vec<String>>,
    /// For a date whose day is known: `YYYY-MM-DD`.
    pub(super) date: Option<String>,
    /// The file to attach; every other way of writing is closed then.
    pub(super) file: Option<String>,
}

impl<'a> Answer<'a> {
    /// A text, chosen among options where one says the same words.
    pub(super) fn words(source: &str, text: &str) -> Self {
        Self::same(source, text, vec![text.to_owned()])
    }

    /// A text with other wordings of the same, the best first.
    pub(super) fn same(source: &str, text: &str, wordings: Vec<String>) -> Self {
        let fit = super::options::says(&wordings);
        Self::with_fit(source, text, wordings, fit)
    }

    /// A text whose option is found by a rule of its own.
    pub(super) fn with_fit(source: &str, text: &str, wordings: Vec<String>, fit: Fit<'a>) -> Self {
        Self {
            source: source.to_owned(),
            text: Ok(text.to_owned()),
            truth: None,
            fits: vec![fit],
            some_suffice: false,
            may_decline: false,
            query: wordings.first().cloned().unwrap_or_default(),
            wordings,
            each: Vec::new(),
            date: None,
            file: None,
        }
    }
}

/// Why a field is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stop {
    pub(super) reason: Refusal,
    /// In words, for the person.
    pub(super) message: String,
}

impl Stop {
    pub(super) fn new(reason: Refusal, message: &str) -> Self {
        Self {
            reason,
            message: message.to_owned(),
        }
    }
}

/// The text of a profile field, or the refusal that the profile does not say it.
/// `what` finishes "Your profile has no …".
pub(super) fn said<'p>(text: &'p str, what: &str) -> Result<&'p str, Stop> {
    let text = text.trim();
    if text.is_empty() {
        Err(super::refusals::not_in_profile(what))
    } else {
        Ok(text)
    }
}
