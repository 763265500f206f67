//! Years, months and lengths of time, against when an entry began and ended.

use foothold_matching::facts::FactKind;
use foothold_shared::profile::YearMonth;

use super::lexicon::Class;
use super::numbers::Bound;
use super::source::Source;
use super::tokens::Token;

/// Whether the years and months at these places are those of the source; the places that are accounted for, or the
/// words that are wrong.
pub(super) fn accounted(clause: &[Token], source: &Source) -> Result<Vec<usize>, String> {
    let years: Vec<usize> = (0..clause.len())
        .filter(|at| year(&clause[*at]).is_some())
        .collect();
    let mut done = Vec::new();
    let goes_on = clause.iter().any(|token| token.is(Class::Now));
    for (nth, at) in years.iter().copied().enumerate() {
        let said = year(&clause[at]).unwrap_or_default();
        let month = at
            .checked_sub(1)
            .filter(|before| clause[*before].month.is_some());
        // "October de 2019"
        let month = month.or_else(|| {
            let before = at.checked_sub(2)?;
            (clause[before].month.is_some() && clause[at - 1].is(Class::Of)).then_some(before)
        });
        let lead = month
            .unwrap_or(at)
            .checked_sub(1)
            .map(|before| &clause[before]);
        let begins = lead.is_some_and(|word| word.is_any(&[Class::Since, Class::From]));
        let ends = lead.is_some_and(|word| word.is_any(&[Class::Until, Class::To])) && !begins;
        let alone = years.len() == 1;
        let fits = |date: Option<&YearMonth>| {
            date.is_some_and(|date| {
                date.year == said && month.is_none_or(|at| date.month == clause[at].month)
            })
        };
        let start = fits(source.start.as_ref());
        let end = fits(source.end.as_ref());
        let right = if begins {
            // "Since 2019" goes on until today; "from 2019 to 2021" says when it ended.
            start && (source.current || source.is_valid_on() || !alone)
        } else if ends || (nth == 1 && years.len() == 2) {
            end
        } else if nth == 0 && years.len() == 2 {
            start
        } else {
            start || end
        };
        if !right {
            return Err(clause[at].text.clone());
        }
        done.extend(month);
        done.push(at);
    }
    // When a course ends is known, whether it has is not: there is no clock here.
    if goes_on && !source.current && source.kind != FactKind::Education {
        let word = clause.iter().find(|token| token.is(Class::Now));
        return Err(word.map(|token| token.text.clone()).unwrap_or_default());
    }
    Ok(done)
}

fn year(token: &Token) -> Option<u16> {
    token.number.as_ref().and_then(|number| number.year)
}

/// Whether a number of years or months is what the source states, or how long its entry lasted.
pub(super) fn lasts(clause: &[Token], at: usize, source: &Source) -> bool {
    let Some(number) = &clause[at].number else {
        return false;
    };
    let unit = clause[at + 1..]
        .iter()
        .find(|token| token.carries_meaning());
    let Some(unit) = unit else {
        return false;
    };
    let exact = matches!(number.bound, Bound::Exact | Bound::About);
    if !exact || number.milli % 1000 != 0 {
        return false;
    }
    let said = number.milli / 1000;
    if unit.is(Class::YearUnit) && source.years.is_some() {
        return source.years == Some(said);
    }
    let (Some(start), Some(end)) = (&source.start, &source.end) else {
        return false;
    };
    let (Some(first), Some(last)) = (start.month, end.month) else {
        return false;
    };
    // Both months are worked in.
    let months = (i128::from(end.year) - i128::from(start.year)) * 12 + i128::from(last)
        - i128::from(first)
        + 1;
    (unit.is(Class::YearUnit) && said > 0 && said == months / 12)
        || (unit.is(Class::MonthUnit) && said == months)
}
