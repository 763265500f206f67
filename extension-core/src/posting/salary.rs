//! Pay in words: which amounts of a text are the job's pay, from where to where, and per what.
//!
//! A sum is pay only for a reason: it stands under a pay label, or the sentence speaks of pay. Bonuses, funding
//! rounds, budgets and pension plans are sums too, and are left out.

use super::Salary;
use super::fold::{clip, fold, has_phrase};
use super::money::{self, Amount};
use super::period;

/// Words that say a sum is pay.
const PAY_WORDS: &[&str] = &[
    "salary",
    "salaries",
    "pay",
    "compensation",
    "wage",
    "wages",
    "remuneration",
    "ote",
    "base range",
    "pay range",
    "hourly rate",
    "day rate",
    "gehalt",
    "jahresgehalt",
    "bruttojahresgehalt",
    "monatsgehalt",
    "vergutung",
    "lohn",
    "stundenlohn",
    "verdienst",
    "entgelt",
    "bezahlung",
    "gehaltsspanne",
    "einstiegsgehalt",
    "mindestgehalt",
    "remuneration",
    "salaire",
    "salario",
    "retribucion",
    "sueldo",
    "retribuzione",
    "stipendio",
    "ral",
    "salaris",
    "loon",
    "maandsalaris",
    "uurloon",
    "remuneracao",
    "vencimento",
    "salarial",
    "wynagrodzenie",
    "pensja",
    "stawka",
    "widelki",
    "lon",
    "kollektivvertrag",
    "fourchette",
    "earnings",
    "brutto",
    "brut",
    "bruto",
    "lordi",
    "lorda",
    "gratification",
    "timlon",
    "manadslon",
    "arslon",
    "timelonn",
    "manedslon",
    "palkka",
    "μισθος",
    "αμοιβη",
];

/// Words that say a sum beside them is something else.
const OTHER_SUMS: &[&str] = &[
    "bonus",
    "bonuses",
    "sign on",
    "signing",
    "referral",
    "funding",
    "raised",
    "series",
    "revenue",
    "arr",
    "budget",
    "turnover",
    "sales",
    "assets",
    "valuation",
    "allowance",
    "stipend",
    "reimbursement",
    "401",
    "401 k",
    "401k",
    "equity",
    "stock",
    "tuition",
    "discount",
    "voucher",
    "credit",
    "donation",
    "commission",
    "relocation",
    "insurance",
    "worth of",
    "portfolio",
    "quota",
    "zuschuss",
    "umsatz",
    "pramie",
    "gutschein",
    "essenszuschuss",
    "budgets",
    "prime",
    "chiffre d affaires",
    "cheque",
    "cheques",
    "ticket",
    "bono",
    "fatturato",
    "buoni pasto",
    "premio",
    "omzet",
    "budzet",
    "premia",
    "finanzierung",
    "investition",
    "deductible",
    "match",
    "fine",
    "fee",
];

const FROM: &[&str] = &[
    "from",
    "ab",
    "von",
    "starting at",
    "starting from",
    "a partir de",
    "desde",
    "da",
    "vanaf",
    "od",
    "min",
    "minimum",
    "mindestens",
    "at least",
    "a partire da",
    "minimalnie",
    "partir de",
    "minimo",
    "des",
];

/// Words for the least that is paid, as collective agreements name it.
const LEAST: &[&str] = &[
    "mindestgehalt",
    "mindestentgelt",
    "mindestlohn",
    "kv mindestgehalt",
    "minimum salary",
    "salaire minimum",
    "salario minimo",
    "minimumsalaris",
    "minimumloon",
];

const UP_TO: &[&str] = &[
    "up to",
    "bis zu",
    "bis",
    "jusqu a",
    "jusqu",
    "hasta",
    "fino a",
    "tot",
    "ate",
    "do",
    "max",
    "maximum",
    "maximal",
    "tot en met",
    "massimo",
    "maximo",
];

const BETWEEN: &[&str] = &[
    "-", "~", "to", "bis", "a", "al", "hasta", "tot", "ate", "do", "and", "und", "et", "y", "e",
    "en", "i", "till", "until", "t", "m", "/",
];

/// The pays a labelled text states ("Salary: …", a badge): every sum in it, unless it says it is something else.
/// `currency` is what the label named ("Salary (EUR)"), empty where it named none.
pub(crate) fn labelled(text: &str, currency: &str) -> Vec<Salary> {
    find(text, currency)
        .into_iter()
        .filter(|found| !found.other_sum)
        .map(|found| found.pay)
        .collect()
}

/// The pay a short badge states: it must look like pay by itself.
pub(crate) fn badge(text: &str) -> Option<Salary> {
    // A sentence is weighed as a sentence.
    let words = fold(text)
        .split(' ')
        .filter(|w| w.contains(char::is_alphabetic))
        .count();
    if words > 8 {
        return None;
    }
    let found = find(text, "");
    let [one] = found.as_slice() else { return None };
    let solid = one.range || one.open || !one.pay.period.is_empty();
    (solid && !one.other_sum && one.pay.largest() >= 3.0).then(|| one.pay.clone())
}

/// The pays a sentence states: only sums that the sentence itself calls pay, or ranges with a period.
pub(crate) fn prose(text: &str) -> Vec<Salary> {
    // Without a sum there is nothing to weigh.
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    find(text, "")
        .into_iter()
        .filter(|found| {
            let before = fold(tail(&text[..found.start], 110));
            // What is said behind the sum counts within its own clause only.
            let after = clip(&text[found.end..], 40);
            let after = fold(
                after
                    .split(['.', ';', ',', '•', '|', '·', '!', '?'])
                    .next()
                    .unwrap_or(after),
            );
            let called = PAY_WORDS
                .iter()
                .any(|word| has_phrase(&before, word) || has_phrase(&after, word));
            // "16 € pro Stunde", "CHF 7'500 x 13", a range and nothing else: no word is needed.
            let itself = found.pay.period == "hour"
                || period::counts_months(&text[found.end..])
                || found.range && found.pay.is_a_years() && stands_alone(text, found);
            !found.other_sum
                && (called || itself || (found.range && !found.pay.period.is_empty()))
                && (found.range
                    || found.open
                    || !found.pay.period.is_empty()
                    || found.pay.largest() >= 1_000.0)
        })
        .map(|found| found.pay)
        .collect()
}

/// Whether the sentence around a sum holds nothing else.
fn stands_alone(text: &str, found: &Found) -> bool {
    let before = text[..found.start].trim_end();
    let after = text[found.end..].trim_start();
    let ends = |c: char| matches!(c, '.' | '|' | '·' | '•' | ':' | '*');
    (before.is_empty() || before.ends_with(ends)) && (after.is_empty() || after.starts_with(ends))
}

/// Whether a folded label names pay.
pub(crate) fn names_pay(folded: &str) -> bool {
    PAY_WORDS.iter().any(|word| has_phrase(folded, word))
}

/// Whether a text ends by announcing pay, which then stands in the next block.
pub(crate) fn announces(text: &str) -> bool {
    let end = tail(text, 120);
    let asked = ["expect", "desired", "vorstellung", "pretention", "current"]
        .iter()
        .any(|word| end.to_lowercase().contains(word));
    !asked && !end.ends_with('?') && names_pay(&fold(end))
}

/// The one pay that several readings agree on. Other periods of the same pay (a yearly sum with the hourly one in
/// brackets) do not count against the first. `None` where they truly differ: nothing is guessed.
pub(crate) fn agree(pays: &[Salary]) -> Option<Salary> {
    let first = pays.first()?;
    pays.iter()
        .filter(|pay| {
            pay.period == first.period || first.period.is_empty() || pay.period.is_empty()
        })
        .all(|pay| pay.same_sums(first))
        .then(|| first.clone())
}

/// Fills in "year" where no period is said and the sums can be nothing else; true if it did.
pub(crate) fn assume_year(pay: &mut Salary) -> bool {
    let yearly = matches!(
        pay.currency.as_str(),
        "USD" | "CAD" | "AUD" | "NZD" | "EUR" | "GBP" | "CHF" | "SGD"
    );
    if pay.period.is_empty() && yearly && pay.smallest() >= 20_000.0 && pay.largest() < 2_000_000.0
    {
        "year".clone_into(&mut pay.period);
        return true;
    }
    false
}

impl Salary {
    pub(crate) fn largest(&self) -> f64 {
        self.max.or(self.min).unwrap_or(0.0)
    }

    pub(crate) fn smallest(&self) -> f64 {
        self.min.or(self.max).unwrap_or(0.0)
    }

    /// Sums that can be a year's pay and hardly anything else.
    fn is_a_years(&self) -> bool {
        self.smallest() >= 18_000.0 && self.largest() <= 2.5 * self.smallest()
    }

    /// The same figures, whatever the currency and period are called.
    pub(crate) fn same_sums(&self, other: &Self) -> bool {
        let same = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 0.005 * a.abs().max(1.0),
            (None, None) => true,
            _ => false,
        };
        same(self.min, other.min) && same(self.max, other.max)
    }
}

struct Found {
    pay: Salary,
    start: usize,
    end: usize,
    range: bool,
    open: bool,
    other_sum: bool,
}

fn find(text: &str, currency: &str) -> Vec<Found> {
    let text = clip(text, 20_000);
    let amounts = money::amounts(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < amounts.len() {
        let first = &amounts[index];
        let second = amounts
            .get(index + 1)
            .filter(|next| connects(&text[first.end..next.start]));
        let pay = match second {
            Some(second) => {
                index += 2;
                range(text, first, second, currency)
            }
            None => {
                index += 1;
                single(text, first, currency)
            }
        };
        found.extend(pay);
    }
    found
}

fn connects(between: &str) -> bool {
    if between.len() > 40 {
        return false;
    }
    let spaced = between
        .to_lowercase()
        .replace(['–', '—', '−', '‐', '‑', '-'], " - ")
        .replace('à', "a")
        .replace("até", "ate");
    let mut joined = false;
    let rest = spaced
        .split_whitespace()
        .filter(|word| {
            let joins = BETWEEN.contains(word);
            joined |= joins && *word != "/";
            !joins
        })
        .collect::<Vec<_>>()
        .join(" ");
    (joined || spaced.trim() == "/") && period::is_only_period(&rest)
}

fn range(text: &str, first: &Amount, second: &Amount, label: &str) -> Option<Found> {
    let currency = currency(&[&second.currency, &first.currency], label)?;
    let (mut min, max) = (first.value, second.value);
    // "80-100k", "45-55.000 €": the thousands are said once.
    let short = !first.thousands && (second.thousands || first.currency.is_empty());
    if short && min < 1_000.0 && max >= 1_000.0 && min * 1_000.0 <= max {
        min *= 1_000.0;
    }
    // "18-26 LPA": the unit is said once, too.
    if !first.thousands && second.factor > 1_000.0 && first.value < 1_000.0 {
        min = first.value * second.factor;
    }
    if min > max || max <= 0.0 {
        return None;
    }
    let mut found = around(text, first.start, second.end);
    if found.pay.period.is_empty() {
        // "$30/hr - $40/hr" says it in between, too.
        found.pay.period = period::behind(&text[first.end..second.start])
            .unwrap_or_default()
            .to_owned();
    }
    if found.pay.period.is_empty() && second.yearly {
        "year".clone_into(&mut found.pay.period);
    }
    found.range = true;
    found.open = second.open;
    found.pay.min = (min > 0.0).then_some(min);
    found.pay.max = Some(max);
    found.pay.currency = currency;
    Some(found)
}

fn single(text: &str, amount: &Amount, label: &str) -> Option<Found> {
    let currency = currency(&[&amount.currency], label)?;
    if amount.value <= 0.0 {
        return None;
    }
    let mut found = around(text, amount.start, amount.end);
    let before = fold(tail(&text[..amount.start], 24));
    let after = fold(clip(&text[amount.end..], 16));
    let ends = |words: &[&str]| {
        words.iter().any(|w| {
            before == *w
                || before
                    .strip_suffix(w)
                    .is_some_and(|head| head.ends_with(' '))
        })
    };
    let more = ["and up", "or more", "upwards", "and above"]
        .iter()
        .any(|w| after.starts_with(w));
    if found.pay.period.is_empty() && amount.yearly {
        "year".clone_into(&mut found.pay.period);
    }
    // "Das Mindestgehalt beträgt …": the word for the least may stand a little before.
    let least = fold(tail(&text[..amount.start], 48));
    let least = LEAST.iter().any(|word| has_phrase(&least, word));
    let (min, max) = if ends(UP_TO) {
        (None, Some(amount.value))
    } else if amount.open || more || least || ends(FROM) {
        (Some(amount.value), None)
    } else {
        (Some(amount.value), Some(amount.value))
    };
    found.open = min != max;
    found.pay.min = min;
    found.pay.max = max;
    found.pay.currency = currency;
    Some(found)
}

fn around(text: &str, start: usize, end: usize) -> Found {
    let period = period::behind(&text[end..])
        .or_else(|| period::before(&text[..start]))
        .unwrap_or_default();
    Found {
        pay: Salary {
            period: period.to_owned(),
            ..Salary::default()
        },
        start,
        end,
        range: false,
        open: false,
        other_sum: is_other_sum(&text[..start], &text[end..]),
    }
}

/// Whether the words right beside a sum, within its clause, name another kind of sum.
fn is_other_sum(before: &str, after: &str) -> bool {
    let stops = ['.', ';', ',', '+', '•', '(', ')', '|', '&', '·', '!', '?'];
    let before = tail(before, 36);
    let before = fold(before.rsplit(stops).next().unwrap_or(before));
    let after = clip(after, 32);
    let after = fold(after.split(stops).next().unwrap_or(after));
    // "€60,000 plus a bonus" speaks of another sum only behind the "plus".
    let after = [
        " plus ", " and ", " und ", " zzgl ", " et ", " y ", " e ", " en ", " i ", " with ",
    ]
    .iter()
    .fold(format!(" {after} "), |text, stop| {
        text.split(stop).next().unwrap_or_default().to_owned()
    });
    let after = after.trim();
    let named = |text: &str| OTHER_SUMS.iter().any(|word| has_phrase(text, word));
    // "Salary incl. bonus: 60k": the pay word stands nearer.
    // "£29,500 pro rata (£17,700 actual)": what the part of the time pays.
    let partial = matches!(
        after,
        "actual" | "pro rata actual" | "actual salary" | "actual pay"
    );
    partial || (named(&before) && !names_pay(&before)) || named(after)
}

fn currency(stated: &[&str], label: &str) -> Option<String> {
    // A code says more than a sign that several countries share.
    stated
        .iter()
        .find(|c| c.len() == 3)
        .or_else(|| stated.iter().find(|c| !c.is_empty()))
        .map(|c| (*c).to_owned())
        .or_else(|| (!label.is_empty()).then(|| label.to_owned()))
}

/// At most the last `max` bytes, cut at a character.
fn tail(text: &str, max: usize) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(max))..]
}

#[cfg(test)]
mod tests;
