//! Days as postings write them: in numbers and in words, in eight languages, and "3 days ago".
//!
//! What must not happen here: a guess. "03/04/2026" is a day only where the country or the language says which number
//! is the month, and a day without a year is none.

use super::fold::{fold, has_phrase};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day {
    year: i32,
    month: u32,
    day: u32,
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Which of two small numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

impl Order {
    /// What a page in this language about a job in this country means; nothing where the two say different things.
    pub(crate) fn of(lang: &str, country: Option<&str>) -> Self {
        let lang = lang.to_ascii_lowercase();
        let by_country = country.map(|code| match code {
            "US" => Self::MonthFirst,
            "CA" | "PH" => Self::Unknown,
            _ => Self::DayFirst,
        });
        let (tongue, region) = lang.split_once('-').unwrap_or((&lang, ""));
        let by_lang = match (tongue, region) {
            ("en", "us") => Some(Self::MonthFirst),
            ("en" | "", "" | "ca") => None,
            _ => Some(Self::DayFirst),
        };
        match (by_country, by_lang) {
            (Some(a), Some(b)) if a != b => Self::Unknown,
            (a, b) => a.or(b).unwrap_or(Self::Unknown),
        }
    }
}

/// Months, folded: names, other forms of them and what they are cut to.
const MONTHS: [&str; 12] = [
    "january jan januar janner janvier janv enero ene gennaio gen januari janeiro styczen stycznia sty",
    "february feb februar feber fevrier fevr fev febrero febbraio februari fevereiro luty lutego lut",
    "march mar marz mrz maerz mars marzo maart mrt marco marzec marca",
    "april apr avril avr abril abr aprile kwiecien kwietnia kwi",
    "may mai mayo maggio mag mei maio maj maja",
    "june jun juni juin junio giugno giu junho czerwiec czerwca cze",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca lip",
    "august aug aout agosto ago augustus sierpien sierpnia sie",
    "september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia wrz",
    "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika paz",
    "november nov novembre noviembre novembro listopad listopada lis",
    "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia gru",
];

fn month_of(word: &str) -> Option<u32> {
    let folded = fold(word);
    let at = MONTHS
        .iter()
        .position(|names| names.split(' ').any(|name| name == folded))?;
    u32::try_from(at + 1).ok()
}

impl Day {
    fn of(year: u32, month: u32, day: u32) -> Option<Self> {
        let year = i32::try_from(year).ok()?;
        let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        // Earlier and later days are what templates put where nobody said one.
        ((2000..2090).contains(&year) && (1..=days).contains(&day)).then_some(Self {
            year,
            month,
            day,
        })
    }

    /// `YYYY-MM-DD`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let whole = year.len() == 4 && month.len() == 2 && day.len() == 2;
        whole
            .then(|| Self::of(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
            .flatten()
    }

    /// Days since 1970-01-01, by the civil calendar.
    fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        era * 146_097 + days - 719_468
    }

    fn of_number(number: i64) -> Option<Self> {
        let days = number + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i64::from(month <= 2);
        Self::of(
            u32::try_from(year).ok()?,
            u32::try_from(month).ok()?,
            u32::try_from(day).ok()?,
        )
    }

    fn days_before(self, days: i64) -> Option<Self> {
        Self::of_number(self.number() - days)
    }
}

enum Piece {
    Number { value: u32, digits: usize },
    Word(String),
    Sign(char),
}

/// The pieces of a text with where they end, spaces left out.
fn pieces(text: &str) -> Vec<(Piece, usize)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same: fn(char) -> bool = if first.is_ascii_digit() {
            |c| c.is_ascii_digit()
        } else {
            char::is_alphabetic
        };
        let length = if first.is_alphanumeric() {
            rest.find(|c| !same(c))
                .unwrap_or(rest.len())
                .max(first.len_utf8())
        } else {
            first.len_utf8()
        };
        let end = text.len() - rest.len() + length;
        if first.is_ascii_digit() {
            let value = rest[..length].parse().unwrap_or(u32::MAX);
            found.push((
                Piece::Number {
                    value,
                    digits: length,
                },
                end,
            ));
        } else if first.is_alphabetic() {
            found.push((Piece::Word(rest[..length].to_owned()), end));
        } else if !first.is_whitespace() {
            found.push((Piece::Sign(first), end));
        }
        rest = &rest[length..];
        if found.len() > 400 {
            break;
        }
    }
    found
}

/// The first day that a text names, and where it ends.
pub(crate) fn first(text: &str, order: Order) -> Option<(Day, usize)> {
    let text = super::fold::clip(text, 2_000);
    let pieces = pieces(text);
    (0..pieces.len()).find_map(|at| {
        numbers(&pieces[at..], order)
            .or_else(|| words(&pieces[at..]))
            .map(|(day, used)| (day, pieces[at + used - 1].1))
    })
}

/// "2026-11-30", "30.11.2026", "11/30/26".
fn numbers(pieces: &[(Piece, usize)], order: Order) -> Option<(Day, usize)> {
    let [
        (
            Piece::Number {
                value: a,
                digits: long,
            },
            _,
        ),
        (Piece::Sign(one), _),
        (
            Piece::Number {
                value: b,
                digits: _,
            },
            _,
        ),
        (Piece::Sign(two), _),
        (
            Piece::Number {
                value: c,
                digits: last,
            },
            _,
        ),
        ..,
    ] = pieces
    else {
        return None;
    };
    if one != two || !matches!(one, '-' | '/' | '.') {
        return None;
    }
    if *long == 4 {
        return Day::of(*a, *b, *c).map(|day| (day, 5));
    }
    let year = match last {
        4 => *c,
        2 if *one != '-' => 2000 + *c,
        _ => return None,
    };
    let order = match order {
        _ if *one == '.' || *a > 12 => Order::DayFirst,
        _ if *b > 12 => Order::MonthFirst,
        _ if a == b => Order::DayFirst,
        order => order,
    };
    let day = match order {
        Order::DayFirst => Day::of(year, *b, *a),
        Order::MonthFirst => Day::of(year, *a, *b),
        Order::Unknown => None,
    };
    day.map(|day| (day, 5))
}

/// "30 November 2026", "30. November 2026", "1er décembre 2026", "November 30th, 2026", "30 de noviembre de 2026".
fn words(pieces: &[(Piece, usize)]) -> Option<(Day, usize)> {
    const BETWEEN: &[&str] = &[
        "st", "nd", "rd", "th", "er", "de", "of", "del", "di", "d", "r", "roku", "º", "ª", "e",
        "the",
    ];
    let mut day = None;
    let mut month = None;
    for (at, (piece, _)) in pieces.iter().enumerate().take(9) {
        match piece {
            Piece::Number { value, digits: 4 } if day.is_some() && month.is_some() => {
                return Day::of(*value, month?, day?).map(|found| (found, at + 1));
            }
            Piece::Number {
                value,
                digits: 1..=2,
            } if day.is_none() => day = Some(*value),
            Piece::Word(word) if month.is_none() && month_of(word).is_some() => {
                month = month_of(word)
            }
            Piece::Word(word) if at > 0 && BETWEEN.contains(&word.to_lowercase().as_str()) => {}
            Piece::Sign('.' | ',' | 'º' | '°' | '\'' | '-' | '/') if at > 0 => {}
            _ => return None,
        }
    }
    None
}

/// The day in a value of structured data: ISO with or without a time, epoch seconds or milliseconds, or words.
pub(crate) fn of_data(text: &str, order: Order) -> Option<Day> {
    let text = text.trim();
    if let Some(day) = text.get(..10).and_then(Day::parse) {
        return Some(day);
    }
    if text.len() >= 10 && text.bytes().all(|b| b.is_ascii_digit()) {
        let number = text.parse::<i64>().ok()?;
        let seconds = if text.len() >= 13 {
            number / 1_000
        } else {
            number
        };
        return Day::of_number(seconds.div_euclid(86_400));
    }
    first(text, order).map(|(day, _)| day)
}

/// The day that "3 days ago" names on another day. Weeks and months are too vague to be a day.
pub(crate) fn relative(text: &str, today: Option<Day>) -> Option<Day> {
    const TODAY: &[&str] = &[
        "today",
        "just now",
        "just posted",
        "heute",
        "aujourd hui",
        "hoy",
        "oggi",
        "vandaag",
        "hoje",
        "dzisiaj",
        "dzis",
    ];
    const YESTERDAY: &[&str] = &[
        "yesterday",
        "gestern",
        "hier",
        "ayer",
        "ieri",
        "gisteren",
        "ontem",
        "wczoraj",
    ];
    const DAYS: &[&str] = &[
        "d", "day", "days", "tag", "tagen", "tage", "jour", "jours", "dia", "dias", "giorno",
        "giorni", "dag", "dagen", "dzien", "dni",
    ];
    const HOURS: &[&str] = &[
        "h", "hour", "hours", "hr", "hrs", "minute", "minutes", "min", "stunde", "stunden",
        "minuten", "heure", "heures", "hora", "horas", "ore", "ora", "uur", "minuti", "minutos",
        "godzin", "godziny", "godzine",
    ];
    const PAST: &[&str] = &[
        "ago", "vor", "il y a", "hace", "fa", "geleden", "ha", "temu",
    ];
    let today = today?;
    if text.contains('+') || text.len() > 80 {
        return None;
    }
    let folded = fold(text);
    let says = |list: &[&str]| list.iter().any(|phrase| has_phrase(&folded, phrase));
    if says(TODAY) {
        return Some(today);
    }
    if says(YESTERDAY) {
        return today.days_before(1);
    }
    if !says(PAST) {
        return None;
    }
    // "3d" is one word of two pieces.
    let pieces = pieces(&folded);
    pieces.windows(2).find_map(|pair| match pair {
        [(Piece::Number { value, .. }, _), (Piece::Word(unit), _)] if *value <= 400 => {
            if DAYS.contains(&unit.as_str()) {
                today.days_before(i64::from(*value))
            } else if HOURS.contains(&unit.as_str()) && *value < 12 {
                Some(today)
            } else {
                None
            }
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, order: Order, day: Option<&str>) {
        let found = first(text, order).map(|(day, _)| day.to_string());
        assert_eq!(found.as_deref(), day, "{text}");
    }

    #[test]
    fn days_in_words_and_numbers() {
        for text in [
            "2026-11-30",
            "2026/11/30 at noon",
            "30.11.2026",
            "30.11.26",
            "30/11/2026",
            "11/30/2026",
            "Sunday, 30 November 2026 at 23:59",
            "30th of November 2026",
            "Nov 30, 2026",
            "November 30th 2026",
            "30. November 2026",
            "30 novembre 2026",
            "30 de noviembre de 2026",
            "30 listopada 2026 r.",
            "30-nov-2026",
        ] {
            check(text, Order::Unknown, Some("2026-11-30"));
        }
        check("03/04/2026", Order::Unknown, None);
        check("03/04/2026", Order::DayFirst, Some("2026-04-03"));
        check("03/04/2026", Order::MonthFirst, Some("2026-03-04"));
        for text in [
            "30 November",
            "2026",
            "31.02.2026",
            "1.2.3",
            "10/12",
            "9999-12-31",
            "1970-01-01",
            "12 people in May",
        ] {
            check(text, Order::DayFirst, None);
        }
    }

    #[test]
    fn the_country_says_which_number_is_the_month() {
        assert_eq!(Order::of("en", Some("US")), Order::MonthFirst);
        assert_eq!(Order::of("en-GB", None), Order::DayFirst);
        assert_eq!(Order::of("de", None), Order::DayFirst);
        assert_eq!(Order::of("en-US", Some("GB")), Order::Unknown);
        assert_eq!(Order::of("en", None), Order::Unknown);
    }

    #[test]
    fn days_of_data() {
        for text in [
            "2026-11-30T23:59:00+01:00",
            "2026-11-30 10:00:00 UTC",
            "1796036400",
            "1796036400000",
            "30 Nov 2026",
        ] {
            assert_eq!(
                of_data(text, Order::Unknown)
                    .map(|d| d.to_string())
                    .as_deref(),
                Some("2026-11-30"),
                "{text}"
            );
        }
    }

    #[test]
    fn days_that_count_from_today() {
        let today = Day::parse("2026-03-02");
        for (text, day) in [
            ("Posted 5 Days Ago", Some("2026-02-25")),
            ("3d ago", Some("2026-02-27")),
            ("vor 2 Tagen", Some("2026-02-28")),
            ("il y a 1 jour", Some("2026-03-01")),
            ("hace 21 días", Some("2026-02-09")),
            ("gisteren", Some("2026-03-01")),
            ("Posted Today", Some("2026-03-02")),
            ("Posted 30+ Days Ago", None),
            ("2 months ago", None),
            ("5 days a week", None),
        ] {
            assert_eq!(
                relative(text, today).map(|d| d.to_string()).as_deref(),
                day,
                "{text}"
            );
        }
        assert_eq!(relative("today", None), None);
    }
}
