//! Dates in the order and the parts that a field shows. Where the order is not shown and matters,
//! nothing is written.

use super::answer::{Answer, Ask, Choice, Stop};
use super::refusals::{does_not_fit, unsupported};
use super::words::{fold, tokens};
use crate::page::{Control, LabelSource};
use foothold_shared::profile::YearMonth;

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

/// What a field wants of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Whole,
    Day,
    Month,
    Year,
}

/// One piece of a format.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Day,
    Month,
    Year,
    ShortYear,
    Between(String),
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
        (Some(month), Some(day)) if is_picker(ask) && month != day => {
            let _ = day;
            Err(does_not_fit(NO_ORDER))
        }
        // Year first is never read any other way than year, month, day.
        (Some(month), Some(day)) => Ok(format!("{:04}-{month:02}-{day:02}", date.year)),
    }
}

/// Whether a text field belongs to a date picker, which reads only its own order.
fn is_picker(ask: &Ask<'_>) -> bool {
    if matches!(ask.field.control, Control::TextArea | Control::RichText) {
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
    says_so(&ask.raw.class)
        || says_so(&ask.raw.autocomplete)
        || ask
            .raw
            .attributes
            .iter()
            .any(|(name, value)| says_so(name) || says_so(value))
}

/// Which part of a date the field wants: told by its options, its label, its placeholder, its names.
fn part(ask: &Ask<'_>) -> Part {
    let options: Vec<String> = ask
        .choices()
        .iter()
        .filter(|c| !c.placeholder)
        .map(|c| c.folded.clone())
        .collect();
    if !options.is_empty() {
        if options.iter().all(|o| is_year(o)) {
            return Part::Year;
        }
        if options.iter().all(|o| month_named(o).is_some()) {
            return Part::Month;
        }
        if options
            .iter()
            .all(|o| o.parse::<u8>().is_ok_and(|n| n <= 31))
        {
            return if options.len() <= 12 {
                Part::Month
            } else {
                Part::Day
            };
        }
    }
    for label in &ask.raw.labels {
        if label.from == LabelSource::Placeholder
            && let Some(pieces) = format(&label.text)
        {
            return match pieces.as_slice() {
                [Piece::Day] => Part::Day,
                [Piece::Month] => Part::Month,
                [Piece::Year | Piece::ShortYear] => Part::Year,
                _ => Part::Whole,
            };
        }
    }
    let label = part_in(&ask.question());
    if label != Part::Whole {
        return label;
    }
    let aria = ask
        .raw
        .labels
        .iter()
        .filter(|l| l.from == LabelSource::AriaLabel)
        .map(|l| l.text.as_str());
    let hooks = ask
        .raw
        .attributes
        .iter()
        .filter(|(n, _)| n.starts_with("data-"))
        .map(|(_, v)| v.as_str());
    let names = [ask.raw.id.as_str(), ask.raw.name.as_str()];
    let told = aria
        .chain(names)
        .chain(hooks)
        .map(|t| part_in(&fold(&split_camel(t))))
        .find(|p| *p != Part::Whole);
    told.unwrap_or(Part::Whole)
}

fn part_in(folded: &str) -> Part {
    const MONTH: &[&str] = &[
        "month", "monat", "mois", "mes", "mese", "maand", "miesiac", "mm",
    ];
    const YEAR: &[&str] = &[
        "year", "jahr", "annee", "ano", "anno", "jaar", "rok", "yyyy",
    ];
    const DAY: &[&str] = &["day", "tag", "jour", "dia", "giorno", "dag", "dzien", "dd"];
    let words = tokens(folded);
    let has = |of: &[&str]| words.iter().any(|w| of.contains(w));
    match (has(DAY), has(MONTH), has(YEAR)) {
        (true, false, false) => Part::Day,
        (false, true, false) => Part::Month,
        (false, false, true) => Part::Year,
        _ => Part::Whole,
    }
}

fn split_camel(name: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in name.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// The format that a hint shows, by letters ("MM/DD/YYYY", "TT.MM.JJJJ") or by an example ("31.12.2024").
fn format(hint: &str) -> Option<Vec<Piece>> {
    let lower = hint.to_lowercase();
    by_letters(&lower).or_else(|| by_example(&lower))
}

/// Runs of one character, with what stands between them.
fn runs(text: &str, in_run: impl Fn(char) -> bool) -> Vec<(String, bool)> {
    let mut out: Vec<(String, bool)> = Vec::new();
    for c in text.chars() {
        let inside = in_run(c);
        match out.last_mut() {
            Some((run, was)) if *was == inside => run.push(c),
            _ => out.push((c.to_string(), inside)),
        }
    }
    out
}

fn by_letters(lower: &str) -> Option<Vec<Piece>> {
    let runs = runs(lower, char::is_alphabetic);
    let pieces = assemble(&runs, |run| {
        let first = run.chars().next()?;
        if !run.chars().all(|c| c == first) {
            return None;
        }
        match (first, run.len()) {
            ('m', 2) => Some(Piece::Month),
            ('d' | 't' | 'g' | 'j', 2) => Some(Piece::Day),
            ('y' | 'j' | 'a' | 'r', 4) => Some(Piece::Year),
            ('y' | 'a' | 'r', 2) => Some(Piece::ShortYear),
            _ => None,
        }
    })?;
    consistent(pieces)
}

fn by_example(lower: &str) -> Option<Vec<Piece>> {
    let runs = runs(lower, |c| c.is_ascii_digit());
    let numbers: Vec<(u32, usize)> = runs
        .iter()
        .filter(|(_, d)| *d)
        .filter_map(|(r, _)| Some((r.parse().ok()?, r.len())))
        .collect();
    let short: Vec<u32> = numbers
        .iter()
        .filter(|(_, len)| *len <= 2)
        .map(|(n, _)| *n)
        .collect();
    let dotted = runs.iter().any(|(r, d)| !*d && r == ".");
    let year_first = numbers.first().is_some_and(|(_, len)| *len == 4);
    let order = match short.as_slice() {
        [month] if (1..=12).contains(month) => vec![Piece::Month],
        [_, _] if year_first => vec![Piece::Month, Piece::Day],
        [day, month] if *day > 12 && *month <= 12 => vec![Piece::Day, Piece::Month],
        [month, day] if *day > 12 && *month <= 12 => vec![Piece::Month, Piece::Day],
        [_, _] if dotted => vec![Piece::Day, Piece::Month],
        _ => return None,
    };
    let mut order = order.into_iter();
    let pieces = assemble(&runs, |run| match run.len() {
        4 => Some(Piece::Year),
        1 | 2 => order.next(),
        _ => None,
    })?;
    pieces
        .contains(&Piece::Year)
        .then(|| consistent(pieces))
        .flatten()
}

/// Pieces joined by short separators, as one run without a gap.
fn assemble(
    runs: &[(String, bool)],
    mut piece: impl FnMut(&str) -> Option<Piece>,
) -> Option<Vec<Piece>> {
    let mut best: Vec<Piece> = Vec::new();
    let mut current: Vec<Piece> = Vec::new();
    for (run, inside) in runs {
        if *inside {
            match piece(run) {
                Some(found) => current.push(found),
                None => current.clear(),
            }
            if current.len() > best.len() {
                best.clone_from(&current);
            }
        } else if !current.is_empty() {
            let separates = matches!(run.trim(), "/" | "." | "-" | ". ") && run.len() <= 3;
            if separates {
                current.push(Piece::Between(run.clone()));
            } else {
                current.clear();
            }
        }
    }
    if matches!(best.last(), Some(Piece::Between(_))) {
        best.pop();
    }
    // One piece alone is a format only where the hint says nothing else.
    let alone = runs.iter().filter(|(_, inside)| *inside).count() == 1;
    (best.len() > 1 || best.len() == 1 && alone).then_some(best)
}

/// Each part at most once.
fn consistent(pieces: Vec<Piece>) -> Option<Vec<Piece>> {
    let count = |of: &[Piece]| pieces.iter().filter(|p| of.contains(p)).count();
    let once = count(&[Piece::Day]) <= 1
        && count(&[Piece::Month]) <= 1
        && count(&[Piece::Year, Piece::ShortYear]) <= 1;
    once.then_some(pieces)
}

/// Month names in the order of `words::Lang`.
const MONTHS: [[&str; 8]; 12] = [
    [
        "January", "Januar", "Janvier", "Enero", "Gennaio", "Januari", "Janeiro", "Styczeń",
    ],
    [
        "February",
        "Februar",
        "Février",
        "Febrero",
        "Febbraio",
        "Februari",
        "Fevereiro",
        "Luty",
    ],
    [
        "March", "März", "Mars", "Marzo", "Marzo", "Maart", "Março", "Marzec",
    ],
    [
        "April",
        "April",
        "Avril",
        "Abril",
        "Aprile",
        "April",
        "Abril",
        "Kwiecień",
    ],
    ["May", "Mai", "Mai", "Mayo", "Maggio", "Mei", "Maio", "Maj"],
    [
        "June", "Juni", "Juin", "Junio", "Giugno", "Juni", "Junho", "Czerwiec",
    ],
    [
        "July", "Juli", "Juillet", "Julio", "Luglio", "Juli", "Julho", "Lipiec",
    ],
    [
        "August",
        "August",
        "Août",
        "Agosto",
        "Agosto",
        "Augustus",
        "Agosto",
        "Sierpień",
    ],
    [
        "September",
        "September",
        "Septembre",
        "Septiembre",
        "Settembre",
        "September",
        "Setembro",
        "Wrzesień",
    ],
    [
        "October",
        "Oktober",
        "Octobre",
        "Octubre",
        "Ottobre",
        "Oktober",
        "Outubro",
        "Październik",
    ],
    [
        "November",
        "November",
        "Novembre",
        "Noviembre",
        "Novembre",
        "November",
        "Novembro",
        "Listopad",
    ],
    [
        "December",
        "Dezember",
        "Décembre",
        "Diciembre",
        "Dicembre",
        "December",
        "Dezembro",
        "Grudzień",
    ],
];

/// The month that one folded word names, in full or by its usual abbreviation.
fn month_word(word: &str) -> Option<u8> {
    let position = MONTHS
        .iter()
        .position(|names| names.iter().any(|n| fold(n) == word));
    let short = || {
        const SHORT: [&[&str]; 12] = [
            &["jan", "janv", "ene", "gen", "sty"],
            &["feb", "febr", "fev", "fevr", "lut"],
            &["mar", "mrz", "maerz", "mrt"],
            &["apr", "avr", "abr", "kwi"],
            &["mag"],
            &["jun", "giu", "cze"],
            &["jul", "juil", "lug", "lip"],
            &["aug", "aou", "ago", "sie"],
            &["sep", "sept", "set", "wrz"],
            &["oct", "okt", "ott", "out", "paz"],
            &["nov", "lis"],
            &["dec", "dez", "dic", "gru"],
        ];
        SHORT.iter().position(|names| names.contains(&word))
    };
    position
        .or_else(short)
        .and_then(|at| u8::try_from(at + 1).ok())
}

/// The month that an option names, alone or beside its number ("05 - May").
fn month_named(folded: &str) -> Option<u8> {
    let mut named = tokens(folded).into_iter().filter_map(month_word);
    let month = named.next()?;
    let rest_is_number = tokens(folded)
        .iter()
        .all(|w| month_word(w).is_some() || w.parse::<u8>() == Ok(month));
    (named.next().is_none() && rest_is_number).then_some(month)
}

fn is_year(folded: &str) -> bool {
    folded.len() == 4
        && folded
            .parse::<u16>()
            .is_ok_and(|y| (1900..=2100).contains(&y))
}

fn option_fit(folded: &str, date: Date, part: Part, months: bool) -> u8 {
    let number = folded.parse::<u16>().ok();
    match part {
        Part::Year => u8::from(number == Some(date.year)) * 4,
        Part::Month => {
            let named = month_named(folded);
            let numbered = number.filter(|_| months).and_then(|n| u8::try_from(n).ok());
            u8::from(date.month.is_some() && named.or(numbered) == date.month) * 4
        }
        Part::Day => u8::from(date.day.is_some() && number == date.day.map(u16::from)) * 4,
        Part::Whole => {
            let words = tokens(folded);
            let year = words.iter().any(|w| *w == date.year.to_string());
            let month = words.iter().find_map(|w| month_word(w));
            match (year, month) {
                (true, Some(_)) if month == date.month => 4,
                (true, None) if words.len() == 1 => 2,
                _ => 0,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(hint: &str, expected: &str) {
        let shown: String = format(hint)
            .unwrap_or_default()
            .iter()
            .map(|piece| match piece {
                Piece::Day => "D".to_owned(),
                Piece::Month => "M".to_owned(),
                Piece::Year => "Y".to_owned(),
                Piece::ShortYear => "y".to_owned(),
                Piece::Between(text) => text.clone(),
            })
            .collect();
        assert_eq!(shown, expected, "{hint}");
    }

    #[test]
    fn formats_are_read_from_hints() {
        check("MM/DD/YYYY", "M/D/Y");
        check("TT.MM.JJJJ", "D.M.Y");
        check("JJ/MM/AAAA", "D/M/Y");
        check("dd-mm-jjjj", "D-M-Y");
        check("GG/MM/AAAA", "D/M/Y");
        check("DD.MM.RRRR", "D.M.Y");
        check("YYYY-MM", "Y-M");
        check("Start date (MM/YYYY)", "M/Y");
        check("mm / yy", "M / y");
        check("e.g. 31.12.2024", "D.M.Y");
        check("12/31/2024", "M/D/Y");
        check("z. B. 01/2024", "M/Y");
        check("2024-05-01", "Y-M-D");
        check("05/06/2024", "");
        check("YYYY", "Y");
        check("Start date", "");
        check("Your day", "");
        check("", "");
    }
}
