//! When the person can begin, and how long notice takes.

use super::answer::{Answer, Ask, Choice, Stop, said};
use super::dates::{self, Date};
use super::ranges::{Range, numbers, parse};
use super::refusals::{does_not_fit, not_in_profile};
use super::words::{Lang, has_any};
use crate::classify::FieldKind;
use crate::page::Control;
use foothold_shared::profile::{NoticePeriod, NoticeUnit};

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let availability = &ask.profile.availability;
    let speaks_of_lengths = ask
        .choices()
        .iter()
        .any(|c| at_once(&c.folded) || unit_in(&c.folded).is_some());
    // "When could you start?" with lengths to choose from asks for the notice period.
    if ask.kind == FieldKind::NoticePeriod || speaks_of_lengths {
        let notice = availability
            .notice
            .as_ref()
            .ok_or_else(|| not_in_profile("notice period"))?;
        return notice_period(ask, notice);
    }
    let text = said(&availability.earliest_start, "earliest start date")?;
    let date = Date::parse(text).ok_or_else(|| not_in_profile("earliest start date"))?;
    // ISO dates compare as text.
    if !ask.context.today.is_empty() && text < ask.context.today.as_str() {
        return Err(does_not_fit(
            "The earliest start date in your profile has passed.",
        ));
    }
    Ok(dates::answer(
        ask,
        date,
        "your profile: earliest start date",
    ))
}

fn notice_period<'a>(ask: &Ask<'a>, notice: &'a NoticePeriod) -> Result<Answer<'a>, Stop> {
    let source = "your profile: notice period";
    let text = in_words(notice, ask.lang);
    let own = days(f64::from(notice.count), notice.unit);
    let label_unit = unit_in(&ask.question());
    let fit = Box::new(move |choice: &Choice<'_>| option_fit(choice, notice, own, label_unit));
    let mut wordings = vec![text.clone(), in_words(notice, Lang::En)];
    wordings.dedup();
    let mut answer = Answer::with_fit(source, &text, wordings, fit);
    if matches!(ask.field.control, Control::Number | Control::SpinButton) {
        answer.text = match label_unit {
            Some(unit) if unit == notice.unit || notice.count == 0 => Ok(notice.count.to_string()),
            _ => Err(does_not_fit(
                "This field takes a number, in another unit than your notice period.",
            )),
        };
    }
    Ok(answer)
}

fn option_fit(
    choice: &Choice<'_>,
    notice: &NoticePeriod,
    own: Range,
    label_unit: Option<NoticeUnit>,
) -> u8 {
    if at_once(&choice.folded) {
        return u8::from(notice.count == 0) * 4;
    }
    let Some(unit) = unit_in(&choice.folded).or(label_unit) else {
        return 0;
    };
    let Some(range) = parse(&choice.option.text) else {
        return 0;
    };
    let exact = numbers(&choice.option.text).as_slice() == [f64::from(notice.count)];
    if exact && unit == notice.unit && range.least == range.most {
        return 4;
    }
    // A month has 28 to 31 days: a range fits only where it holds all of them.
    let least = days(range.least, unit).least;
    let most = days(range.most, unit).most;
    if least <= own.least && own.most <= most && range.least < range.most {
        2
    } else {
        0
    }
}

fn days(count: f64, unit: NoticeUnit) -> Range {
    match unit {
        NoticeUnit::Days => Range::exactly(count),
        NoticeUnit::Weeks => Range::exactly(count * 7.0),
        NoticeUnit::Months => Range {
            least: count * 28.0,
            most: count * 31.0,
        },
    }
}

/// The one unit that a folded text names.
fn unit_in(folded: &str) -> Option<NoticeUnit> {
    const WORDS: [(NoticeUnit, &[&str]); 3] = [
        (
            NoticeUnit::Days,
            &[
                "day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias", "giorni",
                "dagen", "dni",
            ],
        ),
        (
            NoticeUnit::Weeks,
            &[
                "week",
                "weeks",
                "woche",
                "wochen",
                "semaine",
                "semaines",
                "semana",
                "semanas",
                "settimane",
                "weken",
                "tygodnie",
                "tygodni",
            ],
        ),
        (
            NoticeUnit::Months,
            &[
                "month", "months", "monat", "monate", "monaten", "mois", "mes", "meses", "mese",
                "mesi", "maand", "maanden", "miesiac", "miesiace", "miesiecy",
            ],
        ),
    ];
    let named: Vec<NoticeUnit> = WORDS
        .iter()
        .filter(|(_, words)| has_any(folded, words))
        .map(|(u, _)| *u)
        .collect();
    if let [one] = named.as_slice() {
        Some(*one)
    } else {
        None
    }
}

fn at_once(folded: &str) -> bool {
    const WORDS: &[&str] = &[
        "immediate",
        "immediately",
        "available immediately",
        "immediately available",
        "right away",
        "now",
        "asap",
        "none",
        "no notice",
        "no notice period",
        "sofort",
        "ab sofort",
        "sofort verfugbar",
        "immediat",
        "immediatement",
        "immediate start",
        "des maintenant",
        "inmediata",
        "inmediatamente",
        "inmediato",
        "immediatamente",
        "subito",
        "direct",
        "per direct",
        "imediato",
        "imediatamente",
        "od zaraz",
        "natychmiast",
    ];
    WORDS.contains(&folded)
}

fn in_words(notice: &NoticePeriod, lang: Lang) -> String {
    const NOW: [&str; 8] = [
        "Immediately",
        "Ab sofort",
        "Immédiatement",
        "Inmediatamente",
        "Immediatamente",
        "Per direct",
        "Imediatamente",
        "Od zaraz",
    ];
    if notice.count == 0 {
        return lang.pick(&NOW).to_owned();
    }
    let (one, many): ([&str; 8], [&str; 8]) = match notice.unit {
        NoticeUnit::Days => (
            ["day", "Tag", "jour", "día", "giorno", "dag", "dia", "dzień"],
            [
                "days", "Tage", "jours", "días", "giorni", "dagen", "dias", "dni",
            ],
        ),
        NoticeUnit::Weeks => (
            [
                "week",
                "Woche",
                "semaine",
                "semana",
                "settimana",
                "week",
                "semana",
                "tydzień",
            ],
            [
                "weeks",
                "Wochen",
                "semaines",
                "semanas",
                "settimane",
                "weken",
                "semanas",
                "tyg.",
            ],
        ),
        NoticeUnit::Months => (
            [
                "month", "Monat", "mois", "mes", "mese", "maand", "mês", "miesiąc",
            ],
            [
                "months", "Monate", "mois", "meses", "mesi", "maanden", "meses", "mies.",
            ],
        ),
    };
    format!(
        "{} {}",
        notice.count,
        lang.pick(if notice.count == 1 { &one } else { &many })
    )
}

#[cfg(test)]
mod tests {
    use super::super::words::fold;
    use super::*;

    #[test]
    fn options_are_matched_by_length() {
        #[track_caller]
        fn check(count: u32, unit: NoticeUnit, option: &str, fit: u8) {
            let raw = crate::page::RawOption {
                text: option.to_owned(),
                ..Default::default()
            };
            let options = [raw];
            let notice = NoticePeriod { count, unit };
            let folded = fold(option);
            let choice = Choice {
                index: 0,
                option: &options[0],
                folded,
                value: String::new(),
                placeholder: false,
                decline: false,
            };
            let own = days(f64::from(count), unit);
            assert_eq!(
                option_fit(&choice, &notice, own, None),
                fit,
                "{count} {unit:?} / {option}"
            );
        }
        check(0, NoticeUnit::Days, "Immediately", 4);
        check(3, NoticeUnit::Months, "3 months", 4);
        check(3, NoticeUnit::Months, "3 Monate", 4);
        check(2, NoticeUnit::Months, "1-2 months", 2);
        check(2, NoticeUnit::Months, "30-60 days", 0);
        check(1, NoticeUnit::Months, "4 weeks", 0);
        check(4, NoticeUnit::Weeks, "Less than 1 month", 0);
        check(2, NoticeUnit::Weeks, "Less than 30 days", 2);
        check(3, NoticeUnit::Months, "More than 60 days", 2);
        check(3, NoticeUnit::Months, "Immediately", 0);
    }
}
