//! Numbers as they are written: digits with separators, words, magnitudes, percent, currencies.

/// What a number counts, where a sign or word at it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Nothing said.
    Plain,
    /// Percent.
    Percent,
    /// A currency, by its ISO code.
    Money(&'static str),
}

/// How exact a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exact,
    About,
    Over,
    Under,
    UpTo,
    Nearly,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its value in thousandths.
    pub(super) milli: i128,
    pub(super) unit: Unit,
    pub(super) bound: Bound,
    /// Which prepositions stand before it: bits of [`FROM`], [`TO`], [`BY`], [`OF`].
    pub(super) roles: u8,
    /// Four digits that can be a year.
    pub(super) year: Option<u16>,
    /// As written.
    pub(super) written: String,
}

pub(super) const FROM: u8 = 1;
pub(super) const TO: u8 = 2;
pub(super) const BY: u8 = 4;
pub(super) const OF: u8 = 8;

impl Number {
    pub(super) fn of(milli: i128, written: &str) -> Self {
        Self {
            milli,
            unit: Unit::Plain,
            bound: Bound::Exact,
            roles: 0,
            year: None,
            written: written.to_owned(),
        }
    }

    /// Whether a fact's number says what this one says, their places in the sentence aside.
    pub(super) fn is_said_by(&self, fact: &Self) -> bool {
        let bounds = self.bound == fact.bound
            || (self.bound == Bound::About && matches!(fact.bound, Bound::Exact | Bound::Nearly));
        let roles = self.roles == 0
            || self.roles & fact.roles != 0
            || (fact.roles == 0 && self.roles & OF != 0)
            || (fact.roles == 0 && self.roles & BY != 0 && self.unit != Unit::Plain);
        self.milli == fact.milli && self.unit == fact.unit && bounds && roles
    }
}

/// Digits with separators, in thousandths: groups of three after a separator are thousands, anything else a decimal.
pub(super) fn of_digits(digits: &str) -> Option<i128> {
    let parts: Vec<&str> = digits.split(['.', ',', '\'']).collect();
    if parts
        .iter()
        .any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let (whole, decimals) = match parts.as_slice() {
        [one] => ((*one).to_owned(), ""),
        [first, rest @ ..]
            if first.len() <= 3 && *first != "0" && rest.iter().all(|part| part.len() == 3) =>
        {
            (format!("{first}{}", rest.concat()), "")
        }
        [whole @ .., decimals] => (whole.concat(), *decimals),
        [] => return None,
    };
    if whole.len() > 15 || decimals.len() > 3 {
        return None;
    }
    let whole: i128 = whole.parse().ok()?;
    let milli: i128 = if decimals.is_empty() {
        0
    } else {
        format!("{decimals:0<3}").parse().ok()?
    };
    Some(whole * 1000 + milli)
}

/// What a sign or word at a number makes of it.
pub(super) fn unit_of(folded: &str) -> Option<Unit> {
    Some(match folded {
        "%" | "percent" | "prozent" | "procent" | "procenta" | "procentow" | "pct" => Unit::Percent,
        "€" | "eur" | "euro" | "euros" => Unit::Money("EUR"),
        "$" | "usd" | "dollar" | "dollars" | "us$" => Unit::Money("USD"),
        "£" | "gbp" | "pound" | "pounds" => Unit::Money("GBP"),
        "zl" | "pln" | "zloty" | "zlotych" => Unit::Money("PLN"),
        "chf" => Unit::Money("CHF"),
        "¥" | "jpy" => Unit::Money("JPY"),
        "₹" | "inr" => Unit::Money("INR"),
        "kr" | "sek" => Unit::Money("SEK"),
        _ => return None,
    })
}

/// What a letter right after digits multiplies them by.
pub(super) fn magnitude(written: &str, is_money: bool) -> Option<i128> {
    Some(match written {
        "k" | "K" => 1_000,
        "M" | "mn" | "mm" => 1_000_000,
        "m" if is_money => 1_000_000,
        "bn" | "B" => 1_000_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_thousands_or_decimals() {
        for (digits, milli) in [
            ("3000", 3_000_000),
            ("3,000", 3_000_000),
            ("3.000", 3_000_000),
            ("1.200.000", 1_200_000_000),
            ("2.4", 2_400),
            ("2,4", 2_400),
            ("0.125", 125),
            ("1,250.5", 1_250_500),
        ] {
            assert_eq!(of_digits(digits), Some(milli), "{digits}");
        }
        assert_eq!(of_digits("1..2"), None);
        assert_eq!(of_digits("9999999999999999999"), None);
    }
}
