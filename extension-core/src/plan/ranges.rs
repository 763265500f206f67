//! Ranges as lists word them: "1-3 years", "5+", "less than 1", "30 to 60 days", "€50k – 60k".

use super::words::{fold, has_any};

/// A closed range; an end that is open is infinite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub(super) least: f64,
    pub(super) most: f64,
}

impl Range {
    /// One number.
    pub(super) fn exactly(number: f64) -> Self {
        Self {
            least: number,
            most: number,
        }
    }

    fn contains(self, other: Self) -> bool {
        self.least <= other.least && other.most <= self.most
    }
}

/// How well a range option covers what is meant: a number of its own beats a closed range, which beats
/// an open one.
pub(super) fn range_fit(text: &str, wanted: Range) -> u8 {
    match parse(text) {
        Some(range) if range == wanted => 4,
        Some(range) if range.contains(wanted) => 2,
        _ => 0,
    }
}

/// The range that a text names.
pub(super) fn parse(text: &str) -> Option<Range> {
    let numbers = numbers(text);
    let folded = fold(text);
    const ABOVE: &[&str] = &[
        "more than",
        "over",
        "above",
        "mehr als",
        "uber",
        "plus de",
        "mas de",
        "piu di",
        "oltre",
        "meer dan",
        "mais de",
        "powyzej",
        "ponad",
    ];
    const FROM: &[&str] = &[
        "or more",
        "and more",
        "and above",
        "or above",
        "and over",
        "at least",
        "oder mehr",
        "und mehr",
        "mindestens",
        "ab",
        "et plus",
        "ou plus",
        "o mas",
        "y mas",
        "o piu",
        "of meer",
        "ou mais",
        "minimum",
    ];
    const BELOW: &[&str] = &[
        "less than",
        "under",
        "below",
        "weniger als",
        "unter",
        "moins de",
        "menos de",
        "meno di",
        "minder dan",
        "ponizej",
        "fewer than",
    ];
    const UP_TO: &[&str] = &[
        "up to",
        "bis zu",
        "bis",
        "jusqua",
        "hasta",
        "fino a",
        "tot",
        "ate",
        "do",
        "maximum",
        "or less",
        "oder weniger",
        "ou moins",
        "or fewer",
    ];
    match numbers.as_slice() {
        [one] => {
            // An exclusive end is as near to the number as whole numbers need.
            let beyond = 0.5;
            Some(
                if has_any(&folded, ABOVE) || text.contains('>') && !text.contains('=') {
                    Range {
                        least: one + beyond,
                        most: f64::INFINITY,
                    }
                } else if text.contains('+')
                    || text.contains('>')
                    || text.contains('≥')
                    || has_any(&folded, FROM)
                {
                    Range {
                        least: *one,
                        most: f64::INFINITY,
                    }
                } else if has_any(&folded, BELOW) || text.contains('<') && !text.contains('=') {
                    Range {
                        least: 0.0,
                        most: one - beyond,
                    }
                } else if text.contains('<') || text.contains('≤') || has_any(&folded, UP_TO) {
                    Range {
                        least: 0.0,
                        most: *one,
                    }
                } else {
                    Range::exactly(*one)
                },
            )
        }
        [least, most] if least <= most => Some(Range {
            least: *least,
            most: *most,
        }),
        _ => None,
    }
}

/// The numbers of a text, thousands separators and "k" understood.
pub(super) fn numbers(text: &str) -> Vec<f64> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && is_inside_number(&chars, at) {
            at += 1;
        }
        let written: String = chars[start..at].iter().collect();
        let mut number = value(&written);
        let next = chars.get(at).copied().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        if matches!(next, 'k' | 'K') && !after.is_alphabetic() {
            number *= 1000.0;
        }
        out.push(number);
    }
    // "50-60k" means thousands at both ends.
    if let [least, most] = out.as_mut_slice()
        && *least < 1000.0
        && *most >= 1000.0
        && text.to_lowercase().contains('k')
    {
        *least *= 1000.0;
    }
    out
}

/// Digits, and separators that have digits on both sides.
fn is_inside_number(chars: &[char], at: usize) -> bool {
    let digit = |i: usize| chars.get(i).is_some_and(char::is_ascii_digit);
    let thousands = |i: usize| digit(i + 1) && digit(i + 2) && digit(i + 3) && !digit(i + 4);
    match chars[at] {
        c if c.is_ascii_digit() => true,
        '.' | ',' | '\'' | '’' => digit(at + 1),
        ' ' | '\u{a0}' | '\u{202f}' => thousands(at),
        _ => false,
    }
}

fn value(written: &str) -> f64 {
    let grouped = |separator: char| {
        let mut groups = written.split(separator);
        let first = groups.next().is_some_and(|g| (1..=3).contains(&g.len()));
        let rest: Vec<&str> = groups.collect();
        first && !rest.is_empty() && rest.iter().all(|g| g.len() == 3)
    };
    let digits = |keep: Option<char>| -> f64 {
        let text: String = written
            .chars()
            .filter_map(|c| {
                if Some(c) == keep {
                    Some('.')
                } else {
                    c.is_ascii_digit().then_some(c)
                }
            })
            .collect();
        text.parse().unwrap_or(f64::NAN)
    };
    let last = written
        .rfind(['.', ','])
        .and_then(|at| written[at..].chars().next());
    match last {
        Some(separator) if !grouped(separator) && written.matches(separator).count() == 1 => {
            digits(Some(separator))
        }
        _ => digits(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, least: f64, most: f64) {
        assert_eq!(parse(text), Some(Range { least, most }), "{text}");
    }

    #[test]
    fn ranges_are_read_from_words() {
        check("1-3 years", 1.0, 3.0);
        check("5+", 5.0, f64::INFINITY);
        check("10 or more years", 10.0, f64::INFINITY);
        check("More than 10 years", 10.5, f64::INFINITY);
        check("Less than 1 year", 0.0, 0.5);
        check("weniger als 2 Jahre", 0.0, 1.5);
        check("bis zu 3 Monate", 0.0, 3.0);
        check("7", 7.0, 7.0);
        check("$50,000 - $60,000", 50_000.0, 60_000.0);
        check("50.000 € – 60.000 €", 50_000.0, 60_000.0);
        check("50-60k", 50_000.0, 60_000.0);
        check("60 000 – 70 000", 60_000.0, 70_000.0);
        check("1.5", 1.5, 1.5);
        assert_eq!(parse("none"), None);
        assert_eq!(parse("3, 4 or 5"), None);
    }
}
