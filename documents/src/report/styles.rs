//! How dates are written: telling one style from another, and writing a range in the style of the others.
//!
//! What must not happen here: another date than the one that stands there.

use super::words::Words;
use crate::fold::fold;
use crate::read::dates::{self, Date};

/// A way of writing a month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Style {
    /// "March 2021"
    Long,
    /// "Mar 2021", "Mar. 2021"
    Short,
    /// "03/2021"
    Slash,
    /// "03.2021"
    Dot,
    /// "03-2021"
    Dash,
    /// "2021-03"
    Iso,
}

impl Style {
    /// As it looks, for the person.
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Long => "March 2021",
            Self::Short => "Mar 2021",
            Self::Slash => "03/2021",
            Self::Dot => "03.2021",
            Self::Dash => "03-2021",
            Self::Iso => "2021-03",
        }
    }
}

/// What divides the two ends of a range.
const BETWEEN: [&str; 14] = [
    " – ", " — ", " - ", "–", "—", " to ", " until ", " bis ", " à ", " au ", " al ", " tot ",
    " do ", " a ",
];

/// One range as it stands in a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    /// Its words, from its first date to its last or to "present".
    pub(super) text: String,
    /// Its style; none where only years are said, or one that may be short or long ("May 2021").
    pub(super) style: Option<Style>,
}

/// The ranges of a line that say a month.
pub(super) fn ranges(line: &str) -> Vec<Written> {
    let mut found = Vec::new();
    for one in dates::find(line) {
        if !one.range.two_ends {
            continue;
        }
        let text = line[one.from..one.to].trim();
        let style = parts(text)
            .map_or_else(|| vec![text], |(from, _, to)| vec![from, to])
            .into_iter()
            .find_map(style_of);
        found.push(Written {
            text: text.to_owned(),
            style,
        });
    }
    found
}

/// The two ends of a range and what stands between them.
fn parts(range: &str) -> Option<(&str, &str, &str)> {
    BETWEEN.iter().find_map(|between| {
        let (from, to) = range.split_once(between)?;
        let ends = single(from).is_some()
            && (single(to).is_some() || !to.chars().any(|sign| sign.is_ascii_digit()));
        (ends && !to.trim().is_empty()).then_some((from, *between, to))
    })
}

/// The one date that a text is.
fn single(text: &str) -> Option<Date> {
    let found = dates::find(text.trim());
    let [one] = found.as_slice() else {
        return None;
    };
    let whole = one.from == 0 && one.to == text.trim().len();
    (whole && !one.range.two_ends)
        .then_some(one.range.end.or(one.range.start))
        .flatten()
}

fn style_of(date: &str) -> Option<Style> {
    let date = date.trim();
    single(date)?.month?;
    let words: Vec<String> = date
        .split(|sign: char| !sign.is_alphanumeric())
        .map(fold)
        .collect();
    let name = words
        .iter()
        .find(|word| word.len() >= 3 && word.chars().all(char::is_alphabetic));
    if let Some(name) = name {
        // "May", "mai", "juni" are as long short as they are long.
        let full = |key: &'static str| {
            super::words::all().any(|words| {
                words
                    .list(key)
                    .iter()
                    .any(|month| fold(month.trim_end_matches('.')) == *name)
            })
        };
        return match (full("months.long"), full("months.short")) {
            (true, true) => None,
            (true, false) => Some(Style::Long),
            _ => Some(Style::Short),
        };
    }
    let digits: Vec<&str> = words.iter().map(String::as_str).collect();
    let year_first = digits.first().is_some_and(|first| first.len() == 4);
    match date.chars().find(|sign| matches!(sign, '/' | '.' | '-')) {
        Some('-') if year_first => Some(Style::Iso),
        Some('/') if !year_first && digits.len() == 2 => Some(Style::Slash),
        Some('.') if !year_first && digits.len() == 2 => Some(Style::Dot),
        Some('-') if digits.len() == 2 => Some(Style::Dash),
        _ => None,
    }
}

/// A range in another style; nothing where it is in it, or says no month.
pub(super) fn restyled(range: &str, style: Style, words: &Words) -> Option<String> {
    let write = |date: Date| -> Option<String> {
        let month = date.month?;
        let year = date.year;
        let named = |key| {
            let names = words.list(key);
            let name = names.get(usize::from(month).checked_sub(1)?)?;
            Some(format!("{name} {year}"))
        };
        match style {
            Style::Long => named("months.long"),
            Style::Short => named("months.short"),
            Style::Slash => Some(format!("{month:02}/{year}")),
            Style::Dot => Some(format!("{month:02}.{year}")),
            Style::Dash => Some(format!("{month:02}-{year}")),
            Style::Iso => Some(format!("{year}-{month:02}")),
        }
    };
    let (from, between, to) = parts(range)?;
    let first = write(single(from)?)?;
    let last = match single(to) {
        Some(date) => write(date)?,
        // "present", in the person's word.
        None => to.to_owned(),
    };
    // "2021-03-2022-05" would be read by nobody.
    let between = match style {
        Style::Dash | Style::Iso if !between.starts_with(' ') => " – ",
        _ => between,
    };
    let text = format!("{first}{between}{last}");
    (text != range).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    fn style(line: &str) -> Option<Style> {
        ranges(line).first().and_then(|range| range.style)
    }

    #[test]
    fn styles_are_told_apart() {
        for (line, expected) in [
            ("March 2019 – June 2021", Some(Style::Long)),
            ("Mar 2019 – Jun 2021", Some(Style::Short)),
            ("03/2019 - 06/2021", Some(Style::Slash)),
            ("03.2019 – heute", Some(Style::Dot)),
            ("2019-03 – 2021-06", Some(Style::Iso)),
            ("2019 – 2021", None),
            ("May 2019 – present", None),
            ("mars 2018 – août 2020", None),
            ("septembre 2018 – présent", Some(Style::Long)),
        ] {
            assert_eq!(style(line), expected, "{line}");
        }
    }

    #[test]
    fn a_range_keeps_its_dates_in_another_style() {
        let en = words::of("en").expect("English");
        for (range, style, expected) in [
            (
                "03/2019 – 06/2021",
                Style::Short,
                Some("Mar 2019 – Jun 2021"),
            ),
            (
                "Mar 2019 – present",
                Style::Slash,
                Some("03/2019 – present"),
            ),
            (
                "March 2019 to June 2021",
                Style::Short,
                Some("Mar 2019 to Jun 2021"),
            ),
            ("03/2019 – 06/2021", Style::Slash, None),
            ("2019 – 2021", Style::Short, None),
        ] {
            let found = restyled(range, style, en);
            assert_eq!(found.as_deref(), expected, "{range}");
            if let Some(found) = found {
                let (old, new) = (dates::find(range), dates::find(&found));
                assert_eq!(old[0].range, new[0].range, "{range}");
            }
        }
    }
}
