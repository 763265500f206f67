//! Dates in the order and the parts that a field shows. Where the order is not shown and matters,
//! nothing is written.

mod format;
mod months;
mod part;

use super::answer::{Answer, Ask, Choice, Stop};
use super::refusals::{does_not_fit, unsupported};
use super::words::{fold, tokens};
use crate::page::{Control, RawField};
use foothold_shared::profile::YearMonth;
use format::{Piece, format};
use months::{MONTHS, option_fit};
use part::{Part, part, split_camel};

/// A date, as far as the profile knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: u16,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
}

impl From<YearMonth> for Date {
    fn from(at: YearMonth) -> Self {
        Self {
            year: at.year,
            month: at.month.filter(|m| (1..=12).contains(m)),
            day: None,
        }
    }
}

impl Date {
    /// Reads `YYYY-MM-DD`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let year = parts.next().filter(|y| y.len() == 4)?.parse().ok()?;
        let month = parts
            .next()?
            .parse()
            .ok()
            .filter(|m| (1..=12).contains(m))?;
        let day = parts
            .next()?
            .parse()
            .ok()
            .filter(|d| (1..=31).contains(d))?;
        parts.next().is_none().then_some(Self {
            year,
            month: Some(month),
            day: Some(day),
        })
    }
}

const NO_DAY: &str = "This field wants a day, and your profile knows only the month.";
const NO_MONTH: &str = "This field wants a month, and your profile knows only the year.";
const NO_ORDER: &str = "The field does not show in which order it wants day and month.";

/// The answer that gives a date.
pub(super) fn answer<'a>(ask: &Ask<'a>, date: Date, source: &str) -> Answer<'a> {
    let part = part(ask);
    let text = written(ask, date, part);
    let months = ask.field.options.len() <= 13;
    let fit = Box::new(move |choice: &Choice<'_>| option_fit(&choice.folded, date, part, months));
    let wordings = match (part, date.month, date.day) {
        (Part::Month, Some(month), _) => {
            let mut all: Vec<String> = MONTHS[usize::from(month) - 1]
                .iter()
                .map(|n| (*n).to_owned())
                .collect();
            all.swap(0, ask.lang as usize);
            all.extend([format!("{month:02}"), month.to_string()]);
            all
        }
        (Part::Month, None, _) => vec![],
        (Part::Day, _, Some(day)) => vec![format!("{day:02}"), day.to_string()],
        (Part::Year, ..) => vec![date.year.to_string()],
        _ => text.as_ref().ok().cloned().into_iter().collect(),
    };
    let mut answer = Answer::with_fit(source, "", wordings, fit);
    answer.text = text;
    if let (Part::Whole, Some(month), Some(day)) = (part, date.month, date.day) {
        answer.date = Some(format!("{:04}-{month:02}-{day:02}", date.year));
    }
    answer
}

fn written(ask: &Ask<'_>, date: Date, part: Part) -> Result<String, Stop> {
    let month = || date.month.ok_or_else(|| does_not_fit(NO_MONTH));
    let day = || date.day.ok_or_else(|| does_not_fit(NO_DAY));
    match ask.field.control {
        Control::Date => return Ok(format!("{:04}-{:02}-{:02}", date.year, month()?, day()?)),
        Control::Month => return Ok(format!("{:04}-{:02}", date.year, month()?)),
        Control::OtherDate => return Err(unsupported()),
        _ => {}
    }
    let plain = matches!(ask.field.control, Control::Number | Control::SpinButton);
    match part {
        Part::Year => return Ok(date.year.to_string()),
        Part::Month if plain => return Ok(month()?.to_string()),
        Part::Month => return Ok(format!("{:02}", month()?)),
        Part::Day if plain => return Ok(day()?.to_string()),
        Part::Day => return Ok(format!("{:02}", day()?)),
        Part::Whole if plain => {
            return Err(does_not_fit(
                "This field takes a number, and it is not clear which.",
            ));
        }
        Part::Whole => {}
    }
    if let Some(format) = ask.hints().find_map(format) {
        let mut out = String::new();
        for piece in &format {
            match piece {
                Piece::Day => out.push_str(&format!("{:02}", day()?)),
                Piece::Month => out.push_str(&format!("{:02}", month()?)),
                Piece::Year => out.push_str(&format!("{:04}", date.year)),
                Piece::ShortYear => out.push_str(&format!("{:02}", date.year % 100)),
                Piece::Between(text) => out.push_str(text),
            }
        }
        return Ok(out);
    }
    match (date.month, date.day) {
        (None, _) => Ok(date.year.to_string()),
        // A month and a year of four digits read the same in every order.
        (Some(month), None) => Ok(format!("{month:02}/{:04}", date.year)),
        (Some(month), Some(day)) if is_picker(ask.field.control, ask.raw) && month != day => {
            let _ = day;
            Err(does_not_fit(NO_ORDER))
        }
        // Year first is never read any other way than year, month, day.
        (Some(month), Some(day)) => Ok(format!("{:04}-{month:02}-{day:02}", date.year)),
    }
}

/// Whether a text field belongs to a date picker, which reads only its own order.
pub(super) fn is_picker(control: Control, raw: &RawField) -> bool {
    if !matches!(control, Control::Text | Control::Tel) {
        return false;
    }
    const PICKER: &[&str] = &[
        "date",
        "datepicker",
        "dateinput",
        "calendar",
        "flatpickr",
        "pikaday",
        "daterangepicker",
        "mask",
        "bday",
        "datum",
    ];
    let says_so = |text: &str| {
        let folded = fold(&split_camel(text));
        tokens(&folded).iter().any(|w| PICKER.contains(w))
    };
    says_so(&raw.class)
        || says_so(&raw.autocomplete)
        || raw
            .attributes
            .iter()
            .any(|(name, value)| says_so(name) || says_so(value))
}
