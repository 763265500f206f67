//! Dates and ranges of dates, in the ways eight languages write them.

use crate::fold::fold;
use regex::Regex;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// A month, or a year where no month is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: Option<u8>,
}

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Range {
    /// The beginning.
    pub start: Option<Date>,
    /// The end; none where it goes on, or where only one date is said and it is the beginning.
    pub end: Option<Date>,
    /// It goes on ("present").
    pub current: bool,
    /// Two dates, or one and a word for now, not a single date.
    pub two_ends: bool,
}

/// A range and where it stands in the text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The range.
    pub range: Range,
    /// Its first byte.
    pub from: usize,
    /// The byte after its last.
    pub to: usize,
}

const MONTHS: &[(&str, &str)] = &[
    (
        "1",
        "january|jan|januar|jaenner|jänner|janvier|janv|enero|ene|gennaio|gen|januari|janeiro|stycznia|styczeń|styczen|sty",
    ),
    (
        "2",
        "february|feb|februar|février|fevrier|févr|fevr|fév|febrero|febbraio|februari|fevereiro|fev|lutego|luty|lut",
    ),
    (
        "3",
        "march|mar|märz|maerz|mrz|mär|mars|marzo|maart|mrt|março|marco|marca|marzec",
    ),
    (
        "4",
        "april|apr|avril|avr|abril|abr|aprile|kwietnia|kwiecień|kwiecien|kwi",
    ),
    ("5", "may|mai|mayo|maggio|mag|mei|maio|maja|maj"),
    (
        "6",
        "june|jun|juni|juin|junio|giugno|giu|junho|czerwca|czerwiec|cze",
    ),
    (
        "7",
        "july|jul|juli|juillet|juil|julio|luglio|lug|julho|lipca|lipiec|lip",
    ),
    (
        "8",
        "august|aug|août|aout|agosto|ago|augustus|sierpnia|sierpień|sierpien|sie",
    ),
    (
        "9",
        "september|sept|sep|septembre|septiembre|setiembre|settembre|set|setembro|września|wrzesień|wrzesnia|wrzesien|wrz",
    ),
    (
        "10",
        "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro|out|października|październik|pazdziernika|pazdziernik|paź|paz",
    ),
    (
        "11",
        "november|nov|novembre|noviembre|novembro|listopada|listopad|lis",
    ),
    (
        "12",
        "december|dec|dezember|dez|décembre|déc|diciembre|dic|dicembre|dezembro|grudnia|grudzień|grudzien|gru",
    ),
];

const NOW: &str = r"till date|till now|until now|till present|until present|present|current(?:ly)?|now|today|ongoing|to date|date|heute|jetzt|laufend|aktuell|gegenwart|dato|aujourd['’]hui|aujourd hui|présent|actuel(?:lement)?|en cours|ce jour|actualidad|actual(?:mente)?|presente|hoy|la fecha|oggi|attuale|in corso|ad oggi|heden|nu|vandaag|atual(?:mente)?|o momento|hoje|obecnie|teraz|dziś|nadal|chwili obecnej";
const TO: &str = r"(?:-{1,2}|–|—|‒|−|~|→|>|/|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bbis(?: zum)?\b|\bà\b|\bau\b|\bjusqu['’]à\b|\bad?\b|\bal\b|\bhasta\b|\bfino a\b|\btot\b|\bt/m\b|\baté\b|\bdo\b)";
const SINCE: &str = r"(?:since|from|seit|ab|von|vom|depuis|de|du|desde|dal|da|sinds|vanaf|van|od)";

static PATTERNS: LazyLock<Option<Patterns>> = LazyLock::new(Patterns::build);

struct Patterns {
    range: Regex,
    open: Regex,
    since: Regex,
    short: Regex,
    single: Regex,
    date: Regex,
    years: Regex,
    lasting: Regex,
}

impl Patterns {
    fn build() -> Option<Self> {
        let months: Vec<&str> = MONTHS.iter().map(|(_, names)| *names).collect();
        let month = format!(r"(?:{})", months.join("|"));
        let year = r"(?:1[6-9]\d\d|20\d\d)";
        let season = r"(?:spring|summer|fall|autumn|winter|frühjahr|frühling|sommer|herbst|été|printemps|automne|hiver|verano|primavera|otoño|invierno|estate|autunno|inverno|zomer|lente|herfst|verão|outono|lato|wiosna|jesień|zima|q[1-4]|h[12]|ws|ss|wise|sose|(?:early|mid|late))";
        let named = format!(
            r"\b(?:\d{{1,2}}(?:st|nd|rd|th|er)?[.]?\s+(?:de\s+)?)?{month}\b[.]?,?\s*(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:de\s+|del\s+|of\s+|/\s*)?(?:{year}\b|['’]\d\d\b)"
        );
        let numeric = format!(
            r"\b(?:\d{{1,2}}[./-])?\d{{1,2}}\s?[./-]\s?{year}\b|\b{year}[./-](?:0[1-9]|1[0-2])(?:[./-]\d\d)?\b|\b(?:0[1-9]|1[0-2])/\d\d\b"
        );
        let seasonal = format!(r"\b{season}[\s-]+(?:of\s+|de\s+)?{year}(?:/\d\d)?\b");
        let date = format!(r"(?:{named}|{seasonal}|{numeric}|\b{year}\b)");
        let build = |pattern: &str| Regex::new(&format!("(?i){pattern}")).ok();
        Some(Self {
            range: build(&format!(
                r"(?:\b{SINCE}\s+)?(?P<a>{date})\s*{TO}\s*(?:(?P<b>{date})|(?P<now>\b(?:{NOW})\b))"
            ))?,
            open: build(&format!(
                r"(?:\b(?:since|seit|depuis|desde|dal|sinds|vanaf|od)\s+)(?P<a>{date})|(?P<b>{date})\s*(?:–|—|-)\s*(?:$|\t|\))"
            ))?,
            since: build(&format!(
                r"^(?:since|seit|depuis|desde|dal|sinds|vanaf|od)\s+{date}\s*$"
            ))?,
            short: build(&format!(r"\b(?P<m>{month})\b[.]?\s*{TO}\s*(?P<b>{named})"))?,
            single: build(&format!(r"(?P<a>{date})"))?,
            date: build(&format!(r"^(?:{date})$"))?,
            lasting: build(
                r"^[\s,·•|-]*\(?\s*(?:(?:less than )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)\s*\+?\s*(?:years?|yrs?|months?|mos?|jahre?|monate?|ans?|mois|años?|mes(?:es)?|anni|anno|mesi|mese|jaar|maand(?:en)?|anos?|lata?|rok|miesi(?:ąc|ące|ęcy))\b\.?[,\s]*(?:and |und |et |y |e |en |i )?){1,2}\)?",
            )?,
            years: build(r"\b(?P<a>(?:19|20)\d\d)\s*[-–/]\s*(?P<b>\d\d)\b")?,
        })
    }
}

/// Whether a range is one that only says since when: "since 2022", "seit 03/2019".
pub(super) fn is_since(range: &str) -> bool {
    PATTERNS
        .as_ref()
        .is_some_and(|patterns| patterns.since.is_match(range))
}

/// All ranges and single dates in a text, from left to right.
#[must_use]
pub fn find(text: &str) -> Vec<Found> {
    let Some(patterns) = PATTERNS.as_ref() else {
        return Vec::new();
    };
    let mut found: Vec<Found> = Vec::new();
    let free = |found: &[Found], from: usize, to: usize| {
        found.iter().all(|one| to <= one.from || from >= one.to)
    };
    for hit in patterns.range.captures_iter(text) {
        let (Some(whole), Some(a)) = (hit.get(0), hit.name("a")) else {
            continue;
        };
        let end = hit.name("b").and_then(|b| read(b.as_str()));
        let range = Range {
            start: read(a.as_str()),
            end,
            current: hit.name("now").is_some(),
            two_ends: true,
        };
        if range.start.is_some() && in_order(&range) {
            found.push(Found {
                range,
                from: whole.start(),
                to: whole.end(),
            });
        }
    }
    for hit in patterns.short.captures_iter(text) {
        let (Some(whole), Some(month), Some(b)) = (hit.get(0), hit.name("m"), hit.name("b")) else {
            continue;
        };
        let Some(end) = read(b.as_str()) else {
            continue;
        };
        if free(&found, whole.start(), whole.end()) {
            let start = Date {
                year: end.year,
                month: month_of(month.as_str()),
            };
            found.push(Found {
                range: Range {
                    start: Some(start),
                    end: Some(end),
                    current: false,
                    two_ends: true,
                },
                from: whole.start(),
                to: whole.end(),
            });
        }
    }
    for hit in patterns.years.captures_iter(text) {
        let (Some(whole), Some(a), Some(b)) = (hit.get(0), hit.name("a"), hit.name("b")) else {
            continue;
        };
        let (Ok(start), Ok(short)) = (a.as_str().parse::<u16>(), b.as_str().parse::<u16>()) else {
            continue;
        };
        let end = start / 100 * 100 + short;
        if short > 12
            && end >= start
            && end - start < 40
            && free(&found, whole.start(), whole.end())
        {
            let year = |year| Some(Date { year, month: None });
            found.push(Found {
                range: Range {
                    start: year(start),
                    end: year(end),
                    current: false,
                    two_ends: true,
                },
                from: whole.start(),
                to: whole.end(),
            });
        }
    }
    for hit in patterns.open.captures_iter(text) {
        let (Some(whole), Some(a)) = (hit.get(0), hit.name("a").or(hit.name("b"))) else {
            continue;
        };
        if free(&found, whole.start(), whole.end()) {
            let range = Range {
                start: read(a.as_str()),
                end: None,
                current: true,
                two_ends: true,
            };
            found.push(Found {
                range,
                from: whole.start(),
                to: whole.end(),
            });
        }
    }
    for hit in patterns.single.captures_iter(text) {
        let Some(whole) = hit.get(0) else { continue };
        let Some(date) = read(whole.as_str()) else {
            continue;
        };
        if free(&found, whole.start(), whole.end()) && date.year >= 1700 {
            let range = Range {
                start: None,
                end: Some(date),
                current: false,
                two_ends: false,
            };
            found.push(Found {
                range,
                from: whole.start(),
                to: whole.end(),
            });
        }
    }
    found.sort_by_key(|one| one.from);
    // "March 2019 - Present (5 years 8 months)": how long it was belongs to when it was.
    for one in &mut found {
        if one.range.two_ends
            && let Some(hit) = patterns.lasting.find(&text[one.to..])
            && hit.start() == 0
        {
            one.to += hit.end();
        }
    }
    found
}

/// Whether a text says nothing but how long something was: "8 years 11 months".
#[must_use]
pub fn is_only_lasting(text: &str) -> bool {
    PATTERNS
        .as_ref()
        .and_then(|patterns| patterns.lasting.find(text))
        .is_some_and(|hit| hit.start() == 0 && text[hit.end()..].trim().is_empty())
}

/// Whether a text is nothing but dates and the signs around them.
#[must_use]
pub fn is_only_dates(text: &str) -> bool {
    let mut rest = text.to_owned();
    for one in find(text).iter().rev() {
        rest.replace_range(one.from..one.to, "");
    }
    !rest.chars().any(char::is_alphanumeric) && rest.len() < text.len()
}

fn in_order(range: &Range) -> bool {
    match (range.start, range.end) {
        (Some(start), Some(end)) => start.year <= end.year && end.year - start.year < 60,
        _ => true,
    }
}

fn month_of(word: &str) -> Option<u8> {
    let folded = fold(word.trim_end_matches('.'));
    MONTHS.iter().find_map(|(number, names)| {
        names
            .split('|')
            .any(|name| fold(name) == folded)
            .then(|| number.parse().ok())
            .flatten()
    })
}

/// One date.
fn read(text: &str) -> Option<Date> {
    let text = text.trim();
    PATTERNS.as_ref()?.date.is_match(text).then_some(())?;
    let mut numbers: Vec<(usize, u32)> = Vec::new();
    let mut month = None;
    for token in text
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|token| !token.is_empty())
    {
        if token.chars().all(|sign| sign.is_ascii_digit()) {
            numbers.push((token.len(), token.parse().ok()?));
        } else if month.is_none() {
            month = month_of(token);
        }
    }
    let year = numbers
        .iter()
        .find(|(digits, _)| *digits == 4)
        .map(|(_, year)| *year);
    let short =
        text.contains(['\'', '’']) || (numbers.len() == 2 && year.is_none() && text.contains('/'));
    let year = match year {
        Some(year) => year,
        None if short => {
            let last = numbers.last()?.1;
            if last > 50 { 1900 + last } else { 2000 + last }
        }
        None => return None,
    };
    let year = u16::try_from(year).ok()?;
    if month.is_none() && !text.chars().any(char::is_alphabetic) {
        let others: Vec<u32> = numbers
            .iter()
            .filter(|(digits, _)| *digits != 4)
            .map(|(_, number)| *number)
            .collect();
        let wanted = match others[..] {
            // Of two, the one before the year is the month in most of the world; not where it cannot be.
            [first, second] if numbers[0].0 != 4 => {
                if second <= 12 {
                    Some(second)
                } else {
                    Some(first)
                }
            }
            [first, _] | [first] => Some(first),
            _ => None,
        };
        month = wanted
            .filter(|month| (1..=12).contains(month))
            .and_then(|month| u8::try_from(month).ok());
    }
    Some(Date { year, month })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(date: Option<Date>) -> String {
        match date {
            Some(Date {
                year,
                month: Some(month),
            }) => format!("{year}-{month:02}"),
            Some(Date { year, month: None }) => year.to_string(),
            None => "-".to_owned(),
        }
    }

    #[test]
    fn ranges_are_read_as_people_write_them() {
        for (text, expected) in [
            ("Jan 2020 - Present", "2020-01 now"),
            ("January 2020 – March 2021", "2020-01 2021-03"),
            ("May 2023 to Current", "2023-05 now"),
            ("05/2019 – 08/2021", "2019-05 2021-08"),
            ("05.2019 bis heute", "2019-05 now"),
            ("01.05.2019 - 31.08.2021", "2019-05 2021-08"),
            ("2019-05 — 2021-08", "2019-05 2021-08"),
            ("2016–2018", "2016 2018"),
            ("2016-18", "2016 2018"),
            ("seit 03/2020", "2020-03 now"),
            ("depuis septembre 2021", "2021-09 now"),
            ("de mars 2018 à août 2020", "2018-03 2020-08"),
            ("enero de 2018 – actualidad", "2018-01 now"),
            ("gen 2019 – oggi", "2019-01 now"),
            ("maart 2019 - heden", "2019-03 now"),
            ("março de 2017 – dezembro de 2019", "2017-03 2019-12"),
            ("październik 2019 – obecnie", "2019-10 now"),
            ("May – Aug 2019", "2019-05 2019-08"),
            ("Summer 2022", "- 2022"),
            ("Sept '19 – Dec '20", "2019-09 2020-12"),
            ("Jan. 2020 - Feb. 2021", "2020-01 2021-02"),
            ("March 5, 2020 – June 1, 2021", "2020-03 2021-06"),
            ("2019 – ", "2019 now"),
            ("Graduated 2018", "- 2018"),
        ] {
            let found = find(text);
            let said = found.first().map_or_else(String::new, |one| {
                let end = if one.range.current {
                    "now".to_owned()
                } else {
                    say(one.range.end)
                };
                format!("{} {end}", say(one.range.start))
            });
            assert_eq!(said, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "Grew revenue by 35 %",
            "Team of 12",
            "555-123-4567",
            "24/7 support",
            "C++ 17",
        ] {
            assert!(find(text).is_empty(), "{text}: {:?}", find(text));
        }
    }
}
