//! A phone number as written, in parts.

use foothold_shared::profile::Phone;

/// Who a calling code is taken for that several countries share and nothing else decides. The number is dialled the
/// same whichever of them is meant.
const MAIN: &[(&str, &str)] = &[
    ("1", "US"),
    ("7", "RU"),
    ("39", "IT"),
    ("44", "GB"),
    ("47", "NO"),
    ("61", "AU"),
    ("212", "MA"),
    ("262", "RE"),
    ("290", "SH"),
    ("358", "FI"),
    ("590", "GP"),
    ("599", "CW"),
];

/// The number's country and the number within it. `home` is where the person lives: it decides between countries that
/// share a code, and whose number one without a code is. Nothing where neither says.
pub(super) fn split(text: &str, home: &str) -> Option<Phone> {
    let text = text.trim();
    let shown = text.strip_prefix('+').or(text.strip_prefix("00"));
    let Some(international) = shown else {
        let national = tidy(text);
        return (!home.is_empty() && digits(&national) >= 4).then(|| Phone {
            country: home.to_owned(),
            national,
        });
    };
    let all: String = international.chars().filter(char::is_ascii_digit).collect();
    let (code, countries) = foothold_core::places::countries_called(&all)?;
    let country = countries
        .iter()
        .find(|country| **country == home)
        .or_else(|| {
            let (_, main) = MAIN.iter().find(|(shared, _)| *shared == code)?;
            countries.iter().find(|country| *country == main)
        })
        .or(countries.first())?;
    let mut left = code.len();
    let rest: String = international
        .chars()
        .skip_while(|sign| {
            let is_code = left > 0;
            left -= usize::from(is_code && sign.is_ascii_digit());
            is_code
        })
        .collect();
    let national = tidy(&rest);
    (digits(&national) >= 4).then(|| Phone {
        country: (*country).to_owned(),
        national,
    })
}

/// "(0)20 7946 0000" is dialled "020 7946 0000" inside the country.
fn tidy(text: &str) -> String {
    let kept: String = text
        .trim_matches(|sign: char| !sign.is_ascii_digit() && sign != '(')
        .replace("(0)", "0");
    let kept = kept.trim();
    // A first area code in parentheses keeps both.
    if kept.starts_with('(') && !kept.contains(')') {
        kept.trim_start_matches('(').to_owned()
    } else {
        kept.to_owned()
    }
}

/// How many digits it has.
fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// Whether two numbers are the same line, however each is written.
pub(super) fn same(a: &Phone, b: &Phone) -> bool {
    let line = |phone: &Phone| -> String {
        let digits: String = phone
            .national
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        digits.trim_start_matches('0').to_owned()
    };
    line(a) == line(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_their_country_or_have_the_persons() {
        for (text, home, country, national) in [
            ("+372 5123 4567", "", "EE", "5123 4567"),
            ("+49 (0)151 2345678", "FR", "DE", "0151 2345678"),
            ("0044 20 7946 0000", "", "GB", "20 7946 0000"),
            ("+1 (204) 555-0123", "CA", "CA", "(204) 555-0123"),
            ("+1-202-555-0123", "", "US", "202-555-0123"),
            ("(202) 555-0123", "US", "US", "(202) 555-0123"),
            ("0151 2345678", "DE", "DE", "0151 2345678"),
        ] {
            let phone = split(text, home).expect(text);
            let parts = (&*phone.country, &*phone.national);
            assert_eq!(parts, (country, national), "{text}");
        }
        assert!(split("0151 2345678", "").is_none(), "of no known country");
        assert!(split("+372", "").is_none(), "no number");
    }
}
