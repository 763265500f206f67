//! What the person wants to earn, only where currency and period can be reconciled.

use super::answer::{Answer, Ask, Choice, Stop};
use super::ranges::{Range, numbers, range_fit};
use super::refusals::{does_not_fit, not_in_profile};
use super::shape::digits_only;
use super::words::{Lang, fold, has_any, tokens};
use crate::places::countries;
use foothold_shared::profile::SalaryPeriod;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let wanted = ask
        .profile
        .salary
        .as_ref()
        .ok_or_else(|| not_in_profile("salary expectation"))?;
    let currency = wanted.currency.trim().to_ascii_uppercase();
    if currency.is_empty() || wanted.amount == 0 {
        return Err(not_in_profile("salary expectation with a currency"));
    }
    let local = ask
        .context
        .job_country
        .as_deref()
        .and_then(countries::by_code)
        .map(|c| c.currency);
    let is_local = local == Some(currency.as_str());
    let in_dollars = local.is_some_and(|local| DOLLARS.contains(&local));
    // "$" is the dollar of the job's country, elsewhere that of the United States.
    let own_dollar = if in_dollars {
        is_local
    } else {
        currency == "USD"
    };
    let hints: Vec<&str> = ask.hints().collect();
    let stated_currency = hints.iter().find_map(|h| stated(h));
    let names_currency = match &stated_currency {
        Some(Stated::Code(code)) if *code != currency => return Err(other_currency()),
        Some(Stated::Dollar)
            if !DOLLARS.contains(&currency.as_str()) || in_dollars && !own_dollar =>
        {
            return Err(other_currency());
        }
        Some(Stated::Code(_)) => true,
        Some(Stated::Dollar) => own_dollar,
        None => false,
    };
    let stated_period = hints.iter().find_map(|h| period_in(h));
    let (amount, source) = converted(wanted.amount, wanted.period, stated_period)?;
    let bare = digits_only(ask);
    if bare && !names_currency && !is_local {
        return Err(does_not_fit(
            "This field takes a bare number, and it is not clear in which currency.",
        ));
    }
    // A bare number is read as a year's pay.
    if bare && stated_period.is_none() && wanted.period != SalaryPeriod::Year {
        return Err(does_not_fit(
            "This field takes a bare number, and it is not clear for which period.",
        ));
    }
    let text = if bare {
        amount.to_string()
    } else {
        let mut text = amount.to_string();
        if !names_currency {
            text.push(' ');
            text.push_str(&currency);
        }
        if stated_period.is_none() {
            text.push(' ');
            text.push_str(per(wanted.period, ask.lang));
        }
        text
    };
    let range = Range::exactly(f64::from(amount));
    let fit = Box::new(move |choice: &Choice<'_>| {
        let text = &choice.option.text;
        let foreign = match stated(text) {
            Some(Stated::Code(code)) => code != currency,
            Some(Stated::Dollar) => !own_dollar,
            None => !names_currency && !is_local,
        };
        let other_period =
            period_in(text).is_some_and(|p| p != stated_period.unwrap_or(wanted.period));
        // Small numbers without a "k" may count thousands, or months.
        let scale = numbers(text)
            .iter()
            .all(|n| *n == 0.0 || *n >= f64::from(amount) / 20.0);
        if foreign || other_period || !scale {
            0
        } else {
            range_fit(text, range)
        }
    });
    Ok(Answer::with_fit(&source, &text, vec![], fit))
}

/// The currencies that are written "$".
const DOLLARS: &[&str] = &[
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "BSD", "BBD", "BZD", "BMD", "BND", "FJD",
    "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
];

fn other_currency() -> Stop {
    does_not_fit("The form asks in another currency than your profile.")
}

/// The amount for the period that the form states.
fn converted(
    amount: u32,
    own: SalaryPeriod,
    stated: Option<SalaryPeriod>,
) -> Result<(u32, String), Stop> {
    use SalaryPeriod as P;
    let source = "your profile: salary expectation";
    match (own, stated) {
        (_, None) => Ok((amount, source.to_owned())),
        (own, Some(stated)) if own == stated => Ok((amount, source.to_owned())),
        (P::Year, Some(P::Month)) => Ok((
            amount.div_ceil(12),
            format!("{source}, a year's amount divided by 12"),
        )),
        (P::Month, Some(P::Year)) => match amount.checked_mul(12) {
            Some(year) => Ok((year, format!("{source}, a month's amount times 12"))),
            None => Err(does_not_fit("The amount is too large.")),
        },
        _ => Err(does_not_fit(
            "The form asks for another period than your profile.",
        )),
    }
}

/// A currency as a form states it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stated {
    Code(String),
    /// "$" alone: one of the dollars.
    Dollar,
}

fn stated(text: &str) -> Option<Stated> {
    const CODES: &[&str] = &[
        "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
        "RON", "INR", "JPY", "CNY", "SGD", "HKD", "BRL", "MXN", "ZAR", "AED", "ILS", "TRY", "KRW",
        "BGN", "RSD", "UAH",
    ];
    let code = |code: &str| Some(Stated::Code(code.to_owned()));
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    // "try" is a word too: a code counts only in capitals.
    if let Some(found) = words.find(|w| CODES.contains(w)) {
        return code(found);
    }
    let folded = fold(text);
    if text.contains('€') || has_any(&folded, &["euro", "euros"]) {
        code("EUR")
    } else if text.contains('£') {
        code("GBP")
    } else if text.contains('₹') {
        code("INR")
    } else if has_any(&folded, &["zl", "zloty", "zlotych"]) {
        code("PLN")
    } else if text.contains("US$") || has_any(&folded, &["us dollars", "us dollar"]) {
        code("USD")
    } else if text.contains('$') {
        Some(Stated::Dollar)
    } else {
        None
    }
}

fn period_in(text: &str) -> Option<SalaryPeriod> {
    use SalaryPeriod as P;
    const WORDS: [(P, &[&str]); 5] = [
        (
            P::Year,
            &[
                "year",
                "yearly",
                "annual",
                "annually",
                "annum",
                "p a",
                "pa",
                "per year",
                "jahr",
                "jahrlich",
                "jahres",
                "jahresgehalt",
                "bruttojahresgehalt",
                "jahresbrutto",
                "jahresbruttogehalt",
                "bruttojahreseinkommen",
                "jahresgehaltsvorstellung",
                "annuel",
                "annuelle",
                "annee",
                "lan",
                "par an",
                "annuo",
                "annua",
                "anual",
                "al ano",
                "por ano",
                "jaar",
                "jaarsalaris",
                "bruto jaarsalaris",
                "rocznie",
                "roczne",
                "jahreseinkommen",
                "ral",
            ],
        ),
        (
            P::Month,
            &[
                "month",
                "monthly",
                "monat",
                "monatlich",
                "monatsgehalt",
                "bruttomonatsgehalt",
                "mensuel",
                "mensuelle",
                "mois",
                "mensual",
                "mensile",
                "mese",
                "mes",
                "maand",
                "maandsalaris",
                "mensal",
                "miesiecznie",
                "miesieczne",
            ],
        ),
        (
            P::Week,
            &["week", "weekly", "woche", "wochentlich", "semaine"],
        ),
        (
            P::Day,
            &[
                "day",
                "daily",
                "day rate",
                "tag",
                "tagessatz",
                "tjm",
                "jour",
                "journalier",
                "diario",
                "dagtarief",
            ],
        ),
        (
            P::Hour,
            &[
                "hour",
                "hourly",
                "hr",
                "stunde",
                "stundlich",
                "stundenlohn",
                "stundensatz",
                "heure",
                "horaire",
                "hora",
                "uur",
                "uurtarief",
                "godzina",
            ],
        ),
    ];
    let folded = fold(text);
    // "Salary or hourly rate": either will do.
    if has_any(
        &folded,
        &[
            "or hourly",
            "or day rate",
            "or daily",
            "oder stundensatz",
            "oder tagessatz",
        ],
    ) {
        return None;
    }
    let named: Vec<P> = WORDS
        .iter()
        .filter(|(_, words)| has_any(&folded, words))
        .map(|(p, _)| *p)
        .collect();
    // A long help text that speaks of days and years states no period.
    match named.as_slice() {
        [one] if tokens(&folded).len() <= 30 => Some(*one),
        _ => None,
    }
}

fn per(period: SalaryPeriod, lang: Lang) -> &'static str {
    let words: [&str; 8] = match period {
        SalaryPeriod::Year => [
            "per year", "pro Jahr", "par an", "al año", "all'anno", "per jaar", "por ano",
            "rocznie",
        ],
        SalaryPeriod::Month => [
            "per month",
            "pro Monat",
            "par mois",
            "al mes",
            "al mese",
            "per maand",
            "por mês",
            "miesięcznie",
        ],
        SalaryPeriod::Week => [
            "per week",
            "pro Woche",
            "par semaine",
            "por semana",
            "alla settimana",
            "per week",
            "por semana",
            "tygodniowo",
        ],
        SalaryPeriod::Day => [
            "per day",
            "pro Tag",
            "par jour",
            "por día",
            "al giorno",
            "per dag",
            "por dia",
            "dziennie",
        ],
        SalaryPeriod::Hour => [
            "per hour",
            "pro Stunde",
            "de l'heure",
            "por hora",
            "all'ora",
            "per uur",
            "por hora",
            "za godzinę",
        ],
    };
    lang.pick(&words)
}
