//! Months and spans of time, in the document's language.
//!
//! Shapes follow what résumés of that language use and what parsers read back: "Mar 2019 – present", "03/2019 – heute".
//! What must not happen here: a date that nobody stated.

use crate::words::Language;
use foothold_shared::profile::YearMonth;

/// "Mar 2019", "03/2019", "2019".
pub(crate) fn month(date: &YearMonth, language: Language) -> String {
    let Some(name) = name(date, language, "months.short") else {
        return date.year.to_string();
    };
    match language {
        Language::De => format!("{name}/{}", date.year),
        Language::Pl => format!("{name}.{}", date.year),
        _ => format!("{name} {}", date.year),
    }
}

/// "Mar 2019 – present"; empty where nothing is known.
pub(crate) fn span(
    start: Option<&YearMonth>,
    end: Option<&YearMonth>,
    current: bool,
    language: Language,
) -> String {
    let present = language.words().get("present");
    match (start, end) {
        (Some(start), _) if current => format!("{} – {present}", month(start, language)),
        (Some(start), Some(end)) if start == end => month(start, language),
        (Some(start), Some(end)) => {
            format!("{} – {}", month(start, language), month(end, language))
        }
        (Some(only), None) | (None, Some(only)) => month(only, language),
        (None, None) => String::new(),
    }
}

/// "2015–2019", for the inside of a sentence; empty where an end is missing.
pub(crate) fn years(start: Option<&YearMonth>, end: Option<&YearMonth>) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start.year == end.year => start.year.to_string(),
        (Some(start), Some(end)) => format!("{}–{}", start.year, end.year),
        _ => String::new(),
    }
}

/// "since March 2019", "seit März 2019", "dal 2019".
pub(crate) fn since(start: &YearMonth, language: Language) -> String {
    let words = language.words();
    let year = start.year.to_string();
    match name(start, language, "months.long") {
        Some(month) => words
            .get("since.month")
            .replace("{month}", month)
            .replace("{year}", &year),
        None => words.get("since.year").replace("{year}", &year),
    }
}

/// A day (`YYYY-MM-DD`) as a letter shows it: "21 November 2026", in the United States "November 21, 2026". Empty for
/// what is no day.
pub(crate) fn day(day: &str, language: Language, country: Option<&str>) -> String {
    let parts: Vec<u16> = day
        .splitn(3, '-')
        .filter_map(|part| part.parse().ok())
        .collect();
    let &[year, month, day] = parts.as_slice() else {
        return String::new();
    };
    let date = YearMonth {
        year,
        month: u8::try_from(month).ok(),
    };
    let Some(month) = name(&date, language, "months.long").filter(|_| (1..=31).contains(&day))
    else {
        return String::new();
    };
    match language {
        Language::En if country == Some("US") => format!("{month} {day}, {year}"),
        Language::De => format!("{day}. {month} {year}"),
        Language::Fr if day == 1 => format!("1er {month} {year}"),
        Language::Es | Language::Pt => format!("{day} de {month} de {year}"),
        _ => format!("{day} {month} {year}"),
    }
}

fn name(date: &YearMonth, language: Language, key: &str) -> Option<&'static str> {
    let at = usize::from(date.month?.checked_sub(1)?);
    Some(language.words().pick(key, at)).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(year: u16, month: u8) -> YearMonth {
        YearMonth {
            year,
            month: (month > 0).then_some(month),
        }
    }

    #[test]
    fn spans_in_each_language() {
        for (language, running, over) in [
            (Language::En, "Mar 2019 – present", "2015 – Dec 2018"),
            (Language::De, "03/2019 – heute", "2015 – 12/2018"),
            (Language::Fr, "mars 2019 – aujourd’hui", "2015 – déc. 2018"),
            (Language::Es, "mar. 2019 – actualidad", "2015 – dic. 2018"),
            (Language::It, "mar 2019 – oggi", "2015 – dic 2018"),
            (Language::Nl, "mrt 2019 – heden", "2015 – dec 2018"),
            (Language::Pt, "mar. 2019 – atual", "2015 – dez. 2018"),
            (Language::Pl, "03.2019 – obecnie", "2015 – 12.2018"),
        ] {
            assert_eq!(span(Some(&at(2019, 3)), None, true, language), running);
            let (start, end) = (at(2015, 0), at(2018, 12));
            assert_eq!(span(Some(&start), Some(&end), false, language), over);
        }
        assert_eq!(span(None, None, false, Language::En), "");
        assert_eq!(span(None, Some(&at(2018, 0)), false, Language::En), "2018");
        // A month that is none is not shown.
        assert_eq!(span(Some(&at(2018, 13)), None, false, Language::En), "2018");
    }

    #[test]
    fn days_and_beginnings() {
        for (language, words, since_words) in [
            (Language::En, "1 March 2026", "since March 2019"),
            (Language::De, "1. März 2026", "seit März 2019"),
            (Language::Fr, "1er mars 2026", "depuis mars 2019"),
            (Language::Es, "1 de marzo de 2026", "desde marzo de 2019"),
            (Language::It, "1 marzo 2026", "da marzo 2019"),
            (Language::Nl, "1 maart 2026", "sinds maart 2019"),
            (Language::Pt, "1 de março de 2026", "desde março de 2019"),
            (Language::Pl, "1 marca 2026", "od marca 2019 r."),
        ] {
            assert_eq!(day("2026-03-01", language, None), words);
            assert_eq!(since(&at(2019, 3), language), since_words);
        }
        assert_eq!(day("2026-03-01", Language::En, Some("US")), "March 1, 2026");
        assert_eq!(since(&at(2019, 0), Language::It), "dal 2019");
        for wrong in ["", "2026", "2026-13-01", "2026-03-40", "soon"] {
            assert_eq!(day(wrong, Language::En, None), "", "{wrong}");
        }
    }
}
