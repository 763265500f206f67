//! A date asked in parts: the year beside the month, and "Duration" over two months and two years.
//!
//! What must not happen here: a part taken for a date of its own.

use super::rows::{Row, row_of};
use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::text::{tables, words};

tables! {
    PART = ["^month|year|day|monat|jahr|tag|mois|année|jour|mes|año|mese|anno|maand|mês|ano|miesiąc|rok|mm|yyyy|yy|dd|jjjj|aaaa|tt|gg|jj|rrrr|giorno|dia|día|dzień|dag$"];
    MONTH = ["month|monat|mois|mes|mese|maand|mês|miesiąc|mm"];
    MONTH_NAME = ["^january|januar|janvier|enero|gennaio|januari|janeiro|styczeń|jan|february|februar|février|febrero|febbraio|februari|fevereiro|luty|feb$"];
    YEAR = ["year|jahr|année|año|anno|jaar|ano|rok|yyyy|yy|jjjj|aaaa|rrrr"];
    /// Over a start and an end that have no label each.
    SPAN = ["^duration|period|dates|dauer|zeitraum|durée|période|duración|período|periodo|durata|duur|periode|duração|okres$", "time period", "period|dates of employment|study|attendance", "dates attended|employed"];
}

/// Which part of a date a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Day,
    Month,
    Year,
}

/// By what asks for it, else by the options.
fn part_of(draft: &Draft<'_>) -> Option<Part> {
    let texts = || draft.field.options.iter().map(|option| words(&option.text));
    let named = |words: &[String]| {
        if YEAR.any(words) {
            Some(Part::Year)
        } else if MONTH.any(words) {
            Some(Part::Month)
        } else if PART.any(words) {
            Some(Part::Day)
        } else {
            None
        }
    };
    let asked = draft
        .questions
        .iter()
        .find_map(|question| named(&question.all));
    let is_year = |words: Vec<String>| matches!(words.as_slice(), [one] if one.len() == 4 && (one.starts_with("19") || one.starts_with("20")));
    asked
        .or_else(|| texts().next().and_then(|first| named(&first)))
        .or_else(|| {
            texts()
                .nth(1)
                .filter(|second| is_year(second.clone()))
                .map(|_| Part::Year)
        })
        .or_else(|| {
            texts()
                .any(|words| MONTH_NAME.any(&words))
                .then_some(Part::Month)
        })
}

/// "Duration: month, year – month, year" in a row: the first two are its start, the last two its end.
pub(super) fn spans(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len().saturating_sub(3) {
        let four = &drafts[at..at + 4];
        let parts: Vec<_> = four.iter().map(part_of).collect();
        let dated = matches!(
            parts.as_slice(),
            [
                Some(Part::Month),
                Some(Part::Year),
                Some(Part::Month),
                Some(Part::Year)
            ]
        );
        let same = four.iter().all(|draft| {
            draft.trap.is_none()
                && draft.field.section == four[0].field.section
                && draft.field.row == four[0].field.row
        });
        if !dated || !same || !SPAN.any(four[0].core()) {
            continue;
        }
        let (start, end) = match row_of(&four[0]) {
            Some(Row::Work) => (K::WorkStart, K::WorkEnd),
            Some(Row::Education) => (K::EduStart, K::EduEnd),
            None => continue,
        };
        let asked = four[0].questions.clone();
        for (offset, draft) in drafts[at..at + 4].iter_mut().enumerate() {
            draft.questions.clone_from(&asked);
            let kind = if offset < 2 { start } else { end };
            draft.turn(kind, 0.8, "one of a start and an end under one label");
        }
    }
}

/// A date asked in parts has one label: the month beside the day, the year beside the month belong to it.
pub(super) fn date_parts(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let Some(part) = part_of(&drafts[at]) else {
            continue;
        };
        let open = drafts[at].trap.is_none()
            && matches!(
                drafts[at].kind,
                None | Some(K::CustomQuestion | K::StartDate)
            )
            && drafts[at]
                .questions
                .iter()
                .all(|question| PART.any(&question.core));
        let Some(kind) = drafts[at - 1].kind.filter(|kind| {
            open && matches!(
                kind,
                K::DateOfBirth | K::StartDate | K::WorkStart | K::WorkEnd | K::EduStart | K::EduEnd
            )
        }) else {
            continue;
        };
        let together: Vec<_> = drafts[..at]
            .iter()
            .rev()
            .take_while(|before| {
                before.kind == Some(kind) && before.field.form == drafts[at].field.form
            })
            .map(part_of)
            .collect();
        if !together.is_empty()
            && together.len() < 3
            && !together.contains(&Some(part))
            && together.iter().all(Option::is_some)
        {
            drafts[at].turn(kind, 0.8, "the next part of a date");
            if drafts[at].questions.is_empty() {
                drafts[at].questions = drafts[at - 1].questions.clone();
            }
        }
    }
}

/// Whether a label is nothing but what a part of a date is called.
pub(super) fn names_part(label: &[String]) -> bool {
    PART.any(label)
}
