//! Amounts of money in running text: numbers in every country's writing, with the currency beside them.
//!
//! Nothing here knows what an amount is for; [`super::salary`] decides whether it is pay.

use std::ops::Range;

use super::country;

/// One amount found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Amount {
    /// Byte offset where it begins, currency included.
    pub(crate) start: usize,
    /// Byte offset behind it, currency included.
    pub(crate) end: usize,
    /// The figure, thousands written out.
    pub(crate) value: f64,
    /// ISO 4217; empty where none stood beside it.
    pub(crate) currency: String,
    /// Written short: "80k".
    pub(crate) thousands: bool,
    /// What its figure was multiplied with: 1, a thousand ("k"), a hundred thousand ("lakh").
    pub(crate) factor: f64,
    /// Its unit says that it is for a year ("LPA").
    pub(crate) yearly: bool,
    /// An open end: "50+".
    pub(crate) open: bool,
}

/// Signs and words for currencies, longest first where one begins another.
/// A sign that several currencies share is settled by [`settle`].
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("USD$", "USD"),
    ("U$S", "USD"),
    ("CA$", "CAD"),
    ("CAD$", "CAD"),
    ("C$", "CAD"),
    ("AU$", "AUD"),
    ("AUD$", "AUD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("SG$", "SGD"),
    ("S$", "SGD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("MX$", "MXN"),
    ("R$", "BRL"),
    ("$CAD", "CAD"),
    ("$USD", "USD"),
    ("$AUD", "AUD"),
    ("$", "$"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "¥"),
    ("￥", "¥"),
    ("円", "JPY"),
    ("₹", "INR"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₩", "KRW"),
    ("₱", "PHP"),
    ("₫", "VND"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("฿", "THB"),
];

/// Words for currencies, folded to lower case; they count as whole words only.
const WORDS: &[(&str, &str)] = &[
    ("zł", "PLN"),
    ("zl", "PLN"),
    ("złotych", "PLN"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("eur", "EUR"),
    ("usd", "USD"),
    ("dollars", "$"),
    ("gbp", "GBP"),
    ("pounds", "GBP"),
    ("chf", "CHF"),
    ("sfr", "CHF"),
    ("sfr.", "CHF"),
    ("fr.", "CHF"),
    ("pln", "PLN"),
    ("cad", "CAD"),
    ("cdn", "CAD"),
    ("aud", "AUD"),
    ("nzd", "NZD"),
    ("sgd", "SGD"),
    ("hkd", "HKD"),
    ("sek", "SEK"),
    ("nok", "NOK"),
    ("dkk", "DKK"),
    ("kr", "kr"),
    ("kr.", "kr"),
    ("czk", "CZK"),
    ("kč", "CZK"),
    ("huf", "HUF"),
    ("ft", "HUF"),
    ("ron", "RON"),
    ("lei", "RON"),
    ("bgn", "BGN"),
    ("inr", "INR"),
    ("rs.", "INR"),
    ("jpy", "JPY"),
    ("cny", "CNY"),
    ("rmb", "CNY"),
    ("krw", "KRW"),
    ("brl", "BRL"),
    ("mxn", "MXN"),
    ("ars", "ARS"),
    ("clp", "CLP"),
    ("cop", "COP"),
    ("zar", "ZAR"),
    ("aed", "AED"),
    ("sar", "SAR"),
    ("ils", "ILS"),
    ("nis", "ILS"),
    ("try", "TRY"),
    ("uah", "UAH"),
    ("php", "PHP"),
    ("myr", "MYR"),
    ("thb", "THB"),
    ("idr", "IDR"),
    ("vnd", "VND"),
    ("twd", "TWD"),
    ("isk", "ISK"),
    ("egp", "EGP"),
    ("ngn", "NGN"),
    ("kes", "KES"),
];

/// The ISO code in what structured data calls a currency ("USD", "usd", "€", "US Dollar" is not read).
pub(crate) fn code(text: &str) -> String {
    let text = text.trim();
    let lower = text.to_lowercase();
    if text.len() == 3 && text.chars().all(|c| c.is_ascii_alphabetic()) {
        return text.to_ascii_uppercase();
    }
    SIGNS
        .iter()
        .find(|(sign, _)| *sign == text)
        .or_else(|| WORDS.iter().find(|(word, _)| *word == lower))
        .map_or_else(String::new, |(_, code)| (*code).to_owned())
}

/// The currency for a sign that several countries share, by the country of the job and the page's language.
pub(crate) fn settle(currency: &str, country_code: Option<&str>, lang: &str) -> String {
    let lang = lang.get(..2).unwrap_or(lang);
    match currency {
        "$" => country_code
            .and_then(country::dollar)
            .unwrap_or("USD")
            .to_owned(),
        "¥" => match (country_code, lang) {
            (Some("CN"), _) | (None, "zh") => "CNY".to_owned(),
            _ => "JPY".to_owned(),
        },
        "kr" => match (country_code, lang) {
            (Some("SE"), _) | (None, "sv") => "SEK".to_owned(),
            (Some("NO"), _) | (None, "no" | "nb" | "nn") => "NOK".to_owned(),
            (Some("DK"), _) | (None, "da") => "DKK".to_owned(),
            (Some("IS"), _) | (None, "is") => "ISK".to_owned(),
            // Three currencies fit: none is said.
            _ => String::new(),
        },
        other => other.to_owned(),
    }
}

/// Every amount in the text, in order. Numbers without a currency are given too, with an empty one.
pub(crate) fn amounts(text: &str) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let (length, value) = number(&text[start..]);
        at = start + length;
        // What belongs to one amount does not begin the next: "60 000 zł: 70 000".
        let from = found.last().map_or(0, |last: &Amount| last.end);
        if let Some(amount) = value.and_then(|value| complete(text, from, start..at, value)) {
            at = at.max(amount.end);
            found.push(amount);
        }
        if found.len() >= 200 {
            break;
        }
    }
    found
}

/// How long the number at the start of the text is, and what it says.
fn number(text: &str) -> (usize, Option<f64>) {
    let mut groups: Vec<(char, &str)> = Vec::new();
    let mut at = 0;
    let mut separator = '\0';
    loop {
        let digits = text[at..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len() - at);
        groups.push((separator, &text[at..at + digits]));
        at += digits;
        let mut ahead = text[at..].chars();
        let Some(next) = ahead.next() else { break };
        let after = ahead.as_str();
        let run = after
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(after.len());
        let goes_on = match next {
            '.' | ',' => run > 0,
            '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                run == 3
                    && groups
                        .last()
                        .is_some_and(|(_, g)| (1..=3).contains(&g.len()))
            }
            _ => false,
        };
        if !goes_on || groups.len() > 6 {
            break;
        }
        separator = next;
        at += next.len_utf8();
    }
    (at, read_groups(&groups))
}

/// "95.000", "95,000.50", "1,50,000", "18,5": which separator groups and which begins the fraction.
fn read_groups(groups: &[(char, &str)]) -> Option<f64> {
    let separators = &groups[1..];
    let Some((last, fraction)) = separators.last() else {
        return groups[0].1.parse().ok();
    };
    let same = separators.iter().filter(|(s, _)| s == last).count();
    let is_fraction =
        matches!(last, '.' | ',') && same == 1 && (fraction.len() != 3 || groups[0].1 == "0");
    let mut whole = String::new();
    for (index, (_, digits)) in groups.iter().enumerate() {
        let tail = index + 1 == groups.len();
        if tail && is_fraction {
            whole.push('.');
        } else if index > 0 && digits.len() != 3 && (tail || digits.len() != 2) {
            // A date or a version: "12.05.2026", "1.2.3".
            return None;
        }
        whole.push_str(digits);
    }
    whole.parse().ok()
}

fn complete(text: &str, from: usize, number: Range<usize>, value: f64) -> Option<Amount> {
    let before = &text[from..number.start];
    let mut amount = Amount {
        start: number.start,
        end: number.end,
        value,
        currency: String::new(),
        thousands: false,
        factor: 1.0,
        yearly: false,
        open: false,
    };
    let glued = text[..number.start]
        .chars()
        .next_back()
        .filter(|c| !c.is_whitespace());
    if let Some((code, begin)) = currency_before(before) {
        amount.currency = code;
        amount.start = from + begin;
    } else if glued.is_some_and(|c| c.is_alphanumeric() || c == '#') {
        // "B2B", "R10094714", "#12": part of a name.
        return None;
    }
    let mut rest = &text[number.end..];
    if let Some((factor, length)) = factor(rest) {
        amount.factor = factor?;
        amount.value *= amount.factor;
        amount.thousands = true;
        amount.yearly = rest[..length].trim().eq_ignore_ascii_case("lpa");
        amount.end += length;
        rest = &text[amount.end..];
    } else if rest.starts_with('%') || rest.starts_with(" %") {
        return None;
    }
    if rest.starts_with('+') {
        amount.open = true;
        amount.end += 1;
        rest = &rest[1..];
    }
    if let Some((code, length)) = currency_after(rest)
        // "$80,000 CAD": the code says more than the sign.
        && (amount.currency.is_empty() || amount.currency == "$")
    {
        amount.currency = code;
        amount.end += length;
        if text[amount.end..].starts_with('+') {
            amount.open = true;
            amount.end += 1;
        }
    }
    if rest.starts_with(|c: char| c.is_alphabetic()) && amount.currency.is_empty() {
        return None;
    }
    Some(amount)
}

/// What stands right after a number and multiplies it: `Some(None)` for millions, which are never pay here.
fn factor(rest: &str) -> Option<(Option<f64>, usize)> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let space = rest.len() - trimmed.len();
    let word = trimmed
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("");
    let factor = match word.to_lowercase().as_str() {
        "k" => Some(1e3),
        "tys" => Some(1e3),
        "lpa" | "lakh" | "lakhs" | "lac" | "lacs" => Some(1e5),
        "m" | "mn" | "mm" | "mio" | "mln" | "million" | "millions" | "millionen" | "millones"
        | "milioni" | "miljoen" | "bn" | "b" | "billion" | "mrd" | "md" | "milliards" => None,
        _ => return None,
    };
    Some((factor, space + word.len()))
}

fn currency_before(before: &str) -> Option<(String, usize)> {
    // "EUR): 50.000", "€ 3.000", "Salary in USD: 90,000".
    let trimmed = before.trim_end_matches([' ', '\u{a0}', '\u{202f}']);
    for (sign, code) in SIGNS {
        if let Some(head) = trimmed.strip_suffix(sign) {
            let letters = sign.starts_with(|c: char| c.is_ascii_alphabetic());
            if letters && head.ends_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
            return Some(((*code).to_owned(), head.len()));
        }
    }
    let trimmed = trimmed.trim_end_matches([':', ')', ' ']);
    let word_start = trimmed
        .rfind(|c: char| !(c.is_alphabetic() || c == '.'))
        .map_or(0, |at| {
            at + trimmed[at..].chars().next().map_or(1, char::len_utf8)
        });
    let word = trimmed[word_start..].to_lowercase();
    WORDS
        .iter()
        .find(|(known, _)| *known == word)
        .map(|(_, code)| ((*code).to_owned(), word_start))
}

fn currency_after(rest: &str) -> Option<(String, usize)> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let space = rest.len() - trimmed.len();
    for (sign, code) in SIGNS {
        if let Some(behind) = trimmed.strip_prefix(sign) {
            // "80 000 - $100": a sign before a digit belongs to the next number.
            let behind = behind.trim_start();
            if behind.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            return Some(((*code).to_owned(), space + sign.len()));
        }
    }
    let end = trimmed
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(trimmed.len());
    let word = trimmed[..end].to_lowercase();
    let code = WORDS.iter().find(|(known, _)| *known == word)?.1;
    if trimmed[end..]
        .trim_start()
        .starts_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    Some((code.to_owned(), space + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(f64, &str)]) {
        let found = amounts(text);
        let found = found
            .iter()
            .map(|a| (a.value, a.currency.as_str()))
            .collect::<Vec<_>>();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn numbers_in_every_writing() {
        check("$95,000", &[(95_000.0, "$")]);
        check("95.000 €", &[(95_000.0, "EUR")]);
        check("95 000 zł", &[(95_000.0, "PLN")]);
        check("CHF 95'000.-", &[(95_000.0, "CHF")]);
        check("45.000,50 EUR", &[(45_000.5, "EUR")]);
        check("€18,50", &[(18.5, "EUR")]);
        check("£18.50", &[(18.5, "GBP")]);
        check("₹12,50,000", &[(1_250_000.0, "INR")]);
        check("C$80k", &[(80_000.0, "CAD")]);
        check("$80,000 CAD", &[(80_000.0, "CAD")]);
        check("450 000 kr", &[(450_000.0, "kr")]);
        check("12 LPA", &[(1_200_000.0, "")]);
        check("R$ 5.500,00", &[(5_500.0, "BRL")]);
    }

    #[test]
    fn a_sign_between_two_numbers_belongs_to_one() {
        check(
            "60 000 zł: 70 000 zł",
            &[(60_000.0, "PLN"), (70_000.0, "PLN")],
        );
        for text in ["0zł:0", "60 000 zł: 70 000", "5 EUR): 6", "10 € 20 €"] {
            let found = amounts(text);
            assert!(found.windows(2).all(|w| w[0].end <= w[1].start), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount() {
        check("raised $40M", &[]);
        check("R10094714", &[]);
        check("401k plan", &[(401_000.0, "")]);
        check("5% bonus", &[]);
        check("on 12.05.2026", &[]);
        check("80-100%", &[(80.0, "")]);
    }

    #[test]
    fn shared_signs_go_by_country() {
        assert_eq!(settle("$", Some("CA"), "en"), "CAD");
        assert_eq!(settle("$", None, "en"), "USD");
        assert_eq!(settle("kr", None, "sv-se"), "SEK");
        assert_eq!(settle("kr", None, "en"), "");
    }
}
