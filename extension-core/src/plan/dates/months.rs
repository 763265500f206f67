//! Months by name and number, and the options that say a date.

use super::super::words::{fold, tokens};
use super::{Date, Part};

/// Month names in the order of `words::Lang`.
pub(super) const MONTHS: [[&str; 8]; 12] = [
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
pub(super) fn month_named(folded: &str) -> Option<u8> {
    let mut named = tokens(folded).into_iter().filter_map(month_word);
    let month = named.next()?;
    let rest_is_number = tokens(folded)
        .iter()
        .all(|w| month_word(w).is_some() || w.parse::<u8>() == Ok(month));
    (named.next().is_none() && rest_is_number).then_some(month)
}

pub(super) fn is_year(folded: &str) -> bool {
    folded.len() == 4
        && folded
            .parse::<u16>()
            .is_ok_and(|y| (1900..=2100).contains(&y))
}

pub(super) fn option_fit(folded: &str, date: Date, part: Part, months: bool) -> u8 {
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
