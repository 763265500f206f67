//! What pay is per: year, month, week, day or hour, said in eight languages.

use super::fold::fold;

/// Words that say a period wherever they stand beside an amount.
const ALONE: &[(&str, &str)] = &[
    (
        "year",
        "year yr yrly yearly annual annually annum pa jahr jahrlich jahresgehalt bruttojahresgehalt jahresbrutto \
         jahreslohn annuel annuels annuelle annuelles annuellement anual anuales anualmente anno annuo annui annua jaar \
         jaarlijks jaarsalaris rocznie roczne roczny rok arligen lpa",
    ),
    (
        "month",
        "month mth monthly monat monatlich monatsgehalt bruttomonatsgehalt monatslohn mtl mois mensuel mensuels \
         mensuelle mensuelles mensuellement mensual mensuales mensualmente mese mensile mensili maand maandelijks \
         maandsalaris mensal mensais mies miesiac miesiecznie miesieczne msc manad manadslon manedslon maned kuukausi kk pcm μηνα μηνιαιως",
    ),
    (
        "week",
        "week weekly wk woche wochentlich wochenlohn semaine hebdomadaire semana semanal settimana settimanale \
         wekelijks tydzien tygodniowo vecka",
    ),
    (
        "day",
        "day daily diem tag taglich tagessatz tagesrate jour journalier tjm dia diario giorno giornaliero dag \
         dagelijks dzien dziennie dniowka",
    ),
    (
        "hour",
        "hour hr hourly stunde stundlich stundenlohn std heure horaire hora ora orario oraria uur uurloon godzina \
         godzine godz godzinowa timme timlon timelonn tunti ωρα",
    ),
];

/// Short words that say a period only behind a slash or a word for "per".
const AFTER_PER: &[(&str, &str)] = &[
    ("a", "year"),
    ("y", "year"),
    ("an", "year"),
    ("ano", "year"),
    ("ar", "year"),
    ("j", "year"),
    ("mo", "month"),
    ("m", "month"),
    ("mes", "month"),
    ("w", "week"),
    ("d", "day"),
    ("t", "day"),
    ("h", "hour"),
    ("u", "hour"),
    ("tim", "hour"),
];

const PER: &[&str] = &[
    "/", "per", "par", "pro", "por", "al", "all", "na", "za", "im", "p", "l", "cada",
];

/// The period of pay in a word of structured data: "YEAR", "hourly", "per month", "P1Y".
pub(crate) fn of_unit(text: &str) -> Option<&'static str> {
    match text.trim() {
        "P1Y" => Some("year"),
        "P1M" => Some("month"),
        "P1W" => Some("week"),
        "P1D" => Some("day"),
        "PT1H" => Some("hour"),
        other => {
            let words = words(other);
            first(&words).or_else(|| match words.first().map(String::as_str) {
                Some("mon") => Some("month"),
                Some("ano" | "an") => Some("year"),
                _ => None,
            })
        }
    }
}

/// The period said right behind an amount.
pub(crate) fn behind(text: &str) -> Option<&'static str> {
    if counts_months(text) {
        return Some("month");
    }
    let text = without_aside(super::fold::clip(text, 72));
    let text = super::fold::clip(&text, 56);
    // The next number, the next item and the next sentence speak of something else.
    let end = text
        .find(|c: char| c.is_ascii_digit() || matches!(c, ';' | '•' | '|' | '+' | '·'))
        .unwrap_or(text.len());
    let text = &text[..end];
    let end = text
        .match_indices(". ")
        .find(|(at, _)| text[at + 2..].starts_with(char::is_uppercase))
        .map_or(text.len(), |(at, _)| at);
    let words = words(&text[..end]);
    if words.first().is_some_and(|w| w == "pm" || w == "pcm") {
        return Some("month");
    }
    if words.first().is_some_and(|w| w == "pw") {
        return Some("week");
    }
    if words.first().is_some_and(|w| w == "ph") {
        return Some("hour");
    }
    first(&words)
}

/// Whether pay is said to come more often than a year has months ("x 13", "× 14 Gehälter"): then it is a month's.
pub(crate) fn counts_months(text: &str) -> bool {
    let text = text.trim_start();
    let Some(rest) = text.strip_prefix(['x', '×', 'X', '*']) else {
        return false;
    };
    let rest = rest.trim_start();
    let count = rest.bytes().take_while(u8::is_ascii_digit).count();
    matches!(rest[..count].parse(), Ok(12..=16))
}

/// The text without what stands in brackets before any number: "(+ VAT)", "(brutto)".
fn without_aside(text: &str) -> String {
    if let Some((head, rest)) = text.split_once('(')
        && let Some((aside, tail)) = rest.split_once(')')
        && ![head, aside]
            .iter()
            .any(|part| part.contains(|c: char| c.is_ascii_digit()))
        && first(&words(aside)).is_none()
    {
        return format!("{head} {tail}");
    }
    text.to_owned()
}

/// The period said last before an amount.
pub(crate) fn before(text: &str) -> Option<&'static str> {
    let start = text.ceil_char_boundary(text.len().saturating_sub(64));
    let text = &text[start..];
    let start = text.rfind([';', '•', '|', '·']).map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let words = words(&text[start..]);
    (0..words.len()).rev().find_map(|index| at(&words, index))
}

fn first(words: &[String]) -> Option<&'static str> {
    (0..words.len()).find_map(|index| at(words, index))
}

fn at(words: &[String], index: usize) -> Option<&'static str> {
    let word = words[index].as_str();
    let previous = index.checked_sub(1).map(|i| words[i].as_str());
    if let Some((_, period)) = AFTER_PER.iter().find(|(known, _)| *known == word)
        && previous.is_some_and(|p| PER.contains(&p))
    {
        return Some(period);
    }
    ALONE
        .iter()
        .find(|(_, list)| list.split_ascii_whitespace().any(|known| known == word))
        .map(|(period, _)| *period)
}

/// Folded words, with the slash kept as a word of its own.
fn words(text: &str) -> Vec<String> {
    text.split_inclusive('/')
        .flat_map(|piece| {
            let slash = piece.ends_with('/');
            let mut words = fold(piece)
                .split_ascii_whitespace()
                .map(str::to_owned)
                .collect::<Vec<_>>();
            if slash {
                words.push("/".to_owned());
            }
            words
        })
        .collect()
}

/// Whether the text is nothing but words that say a period ("/hr", "per hour", "brutto im Monat").
pub(crate) fn is_only_period(text: &str) -> bool {
    let words = words(text);
    words.iter().enumerate().all(|(index, word)| {
        at(&words, index).is_some()
            || PER.contains(&word.as_str())
            || matches!(
                word.as_str(),
                "a" | "an"
                    | "brutto"
                    | "gross"
                    | "brut"
                    | "bruts"
                    | "bruto"
                    | "brutos"
                    | "lordi"
                    | "netto"
                    | "net"
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_an_amount() {
        for (text, period) in [
            (" / hour", Some("hour")),
            ("/h", Some("hour")),
            (" per annum plus bonus", Some("year")),
            (" p.a.", Some("year")),
            (" brutto im Monat", Some("month")),
            (" bruts par an", Some("year")),
            (" an hour", Some("hour")),
            (" brutto/mies.", Some("month")),
            (" a year, paid monthly", Some("year")),
            (" al mes", Some("month")),
            (" netto (+ VAT) / mies.", Some("month")),
            (" (per hour)", Some("hour")),
            (" + 4 weeks off", None),
            (" with an office", None),
            ("", None),
        ] {
            assert_eq!(behind(text), period, "{text}");
        }
    }

    #[test]
    fn before_an_amount() {
        assert_eq!(before("Annual base salary: "), Some("year"));
        assert_eq!(before("Stundenlohn ab "), Some("hour"));
        assert_eq!(before("Salary "), None);
    }

    #[test]
    fn units_of_structured_data() {
        for (unit, period) in [
            ("YEAR", Some("year")),
            ("HOURLY", Some("hour")),
            ("per month", Some("month")),
            ("P1Y", Some("year")),
            ("EACH", None),
        ] {
            assert_eq!(of_unit(unit), period, "{unit}");
        }
    }
}
