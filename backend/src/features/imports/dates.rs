//! Months as export files write them.

use foothold_documents::read::dates;
use foothold_shared::profile::YearMonth;

/// "2019-04-01", "2019-04", "2019", "Apr 2019": the month; nothing where the text says none.
pub(super) fn month(text: &str) -> Option<YearMonth> {
    let text = text.trim();
    let mut numbers = text.split('-').map(str::parse::<u16>);
    let month = match (numbers.next(), numbers.next()) {
        (Some(Ok(year)), Some(Ok(month))) => YearMonth {
            year,
            month: u8::try_from(month).ok().filter(|at| (1..=12).contains(at)),
        },
        (Some(Ok(year)), None) => YearMonth { year, month: None },
        _ => {
            let found = dates::find(text);
            let date = found.first()?.range.end?;
            YearMonth {
                year: date.year,
                month: date.month,
            }
        }
    };
    (1900..=2100).contains(&month.year).then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_as_exports_write_them() {
        for (text, expected) in [
            ("2019-04-01", Some((2019, Some(4)))),
            ("2019-04", Some((2019, Some(4)))),
            ("2019", Some((2019, None))),
            ("Apr 2019", Some((2019, Some(4)))),
            ("2019-13", Some((2019, None))),
            ("", None),
            ("soon", None),
            ("0019-04", None),
        ] {
            let found = month(text).map(|month| (month.year, month.month));
            assert_eq!(found, expected, "{text}");
        }
    }
}
