//! E-mail addresses and telephone numbers.

use crate::line::Line;
use crate::read::{Found, dates};
use regex::Regex;
use std::sync::LazyLock;

pub(super) static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.\p{L}{2,}").ok()
});
pub(super) static PHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\(\+|\+|\(|\b00|\b)\(?\d[\d\s().\-–/*]{5,}[\d*]").ok());

/// The first e-mail address, also where a narrow column broke it in two.
pub(super) fn email(lines: &[&Line]) -> Option<Found<String>> {
    let whole = first(lines, &EMAIL, |_| true);
    let broken = lines
        .windows(2)
        .find_map(|pair| Some(Found::at(pair[0], broken_email(pair[0], pair[1])?, 0.8)));
    match (whole, broken) {
        // "mira@mail.co" with "m" below it is an address, too, and another one.
        (Some(whole), Some(broken)) if whole.y0 != broken.y0 || whole.page != broken.page => {
            Some(whole)
        }
        (whole, None) => whole,
        (_, broken) => broken,
    }
}

/// The address that ends a line and goes on in the one below it.
fn broken_email(line: &Line, below: &Line) -> Option<String> {
    const ENDINGS: &[&str] = &["com", "net", "org", "edu"];
    let pattern = EMAIL.as_ref()?;
    let [rest] = &below.parts[..] else {
        return None;
    };
    let part = line
        .parts
        .iter()
        .find(|part| (part.x0 - rest.x0).abs() < 3.0)?;
    let (start, end) = (part.text.rsplit(' ').next()?, rest.text.trim());
    let plain = |sign: char| {
        sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, '.' | '-' | '@')
    };
    let close = line.region == below.region && line.page == below.page && below.gap < 0.7;
    if !close || !end.chars().all(plain) || !(start.contains('@') ^ end.contains('@')) {
        return None;
    }
    let joined = format!("{start}{end}");
    let is_whole = |text: &str| {
        pattern
            .find(text)
            .is_some_and(|hit| hit.len() == text.len())
    };
    let ending = joined.rsplit('.').next().unwrap_or_default();
    // A word below an address that is whole is a word.
    let fits = is_whole(&joined)
        && (!is_whole(start) || ENDINGS.contains(&ending) && end.len() < ending.len());
    fits.then_some(joined)
}

/// A number that stands by itself, wherever that is.
pub(super) fn lone_phone(lines: &[&Line]) -> Option<Found<String>> {
    let pattern = PHONE.as_ref()?;
    lines.iter().find_map(|line| {
        let part = line.parts.iter().find(|part| {
            let text = part.text.trim();
            let hit = pattern.find(text);
            hit.is_some_and(|hit| hit.len() == text.len()) && is_phone(text) && text.len() >= 9
        })?;
        Some(Found::at(line, part.text.trim().to_owned(), 0.6))
    })
}

/// The first text of a kind in the lines.
pub(super) fn first(
    lines: &[&Line],
    pattern: &LazyLock<Option<Regex>>,
    fits: impl Fn(&str) -> bool,
) -> Option<Found<String>> {
    let pattern = pattern.as_ref()?;
    lines.iter().find_map(|line| {
        line.parts.iter().find_map(|part| {
            let text = part.text.replace(" @ ", "@");
            let hit = pattern
                .find_iter(&text)
                .map(|hit| after_slash(hit.as_str().trim()))
                .find(|hit| fits(hit))?;
            Some(Found::at(line, hit.to_owned(), 0.95))
        })
    })
}

/// "43123 / (614) 555-0177": a whole number behind a slash, and before it something else. "0711 / 555019" is one number.
fn after_slash(hit: &str) -> &str {
    const WHOLE: usize = 9;
    match hit.rsplit_once(" / ") {
        Some((head, tail))
            if !head.starts_with(['+', '0', '('])
                && tail.bytes().filter(u8::is_ascii_digit).count() >= WHOLE =>
        {
            tail
        }
        _ => hit,
    }
}

pub(super) fn is_phone(text: &str) -> bool {
    let digits = text
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '*')
        .count();
    (7..=16).contains(&digits)
        && !dates::find(text).iter().any(|one| one.range.two_ends)
        && !is_date_like(text)
        && !is_orcid(text)
        && !is_postal_code(text)
}

/// "4000-115": the code of a Portuguese town.
fn is_postal_code(text: &str) -> bool {
    let digits =
        |part: &str, count| part.len() == count && part.chars().all(|sign| sign.is_ascii_digit());
    text.trim()
        .split_once('-')
        .is_some_and(|(one, other)| digits(one, 4) && digits(other, 3))
}

/// "0000-0002-1825-0097": the number of a researcher has as many digits as a telephone's may have.
pub(super) fn is_orcid(text: &str) -> bool {
    let mut groups = 0;
    let fits = text.trim().split('-').all(|group| {
        groups += 1;
        let digits = group.strip_suffix('X').filter(|_| groups == 4);
        let length = if digits.is_some() { 3 } else { 4 };
        let digits = digits.unwrap_or(group);
        digits.len() == length && digits.chars().all(|sign| sign.is_ascii_digit())
    });
    fits && groups == 4
}

/// "01.05.1990" has eight digits, too.
fn is_date_like(text: &str) -> bool {
    let found = dates::find(text);
    found.len() == 1 && found[0].to - found[0].from == text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Part;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            parts: vec![Part {
                text: (*text).to_owned(),
                ..Part::default()
            }],
            gap: 0.2,
            ..Line::default()
        };
        texts.iter().map(line).collect()
    }

    #[test]
    fn addresses_that_a_narrow_column_broke_are_whole_again() {
        for (texts, expected) in [
            (
                &["mira.talvik@harbour-li", "ghts.com"][..],
                "mira.talvik@harbour-lights.com",
            ),
            (
                &["mira.talvik", "@mail.example"],
                "mira.talvik@mail.example",
            ),
            (&["mira@mail.co", "m"], "mira@mail.com"),
            (&["mira@mail.com", "tartu"], "mira@mail.com"),
            (&["mira@mail.example", "Engineer"], "mira@mail.example"),
        ] {
            let lines = lines(texts);
            let near: Vec<&Line> = lines.iter().collect();
            let found = email(&near).map(|email| email.value);
            assert_eq!(found.as_deref(), Some(expected), "{texts:?}");
        }
    }

    #[test]
    fn a_code_before_a_slash_is_no_part_of_a_number() {
        for (text, expected) in [
            ("Oakham, OH 43123 / (614) 555-0177", "(614) 555-0177"),
            ("Stuttgart, 0711 / 5550198", "0711 / 5550198"),
            ("+49 711 / 5550198 12", "+49 711 / 5550198 12"),
        ] {
            let lines = lines(&[text]);
            let near: Vec<&Line> = lines.iter().collect();
            let found = first(&near, &PHONE, is_phone).map(|phone| phone.value);
            assert_eq!(found.as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_number_by_itself_is_a_phone_and_a_date_is_none() {
        for (text, expected) in [
            ("470-555-0119", true),
            ("01.05.2019 - 31.08.2021", false),
            ("Room 470", false),
            ("4000-115", false),
            // As many digits as a number may have, and another thing.
            ("0000-0002-1825-0097", false),
        ] {
            let lines = lines(&[text]);
            let near: Vec<&Line> = lines.iter().collect();
            assert_eq!(lone_phone(&near).is_some(), expected, "{text}");
        }
    }
}
