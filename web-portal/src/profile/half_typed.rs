//! What people type in parts before it is a value: months, counts, pay.
//!
//! Each `read_…` gives the value, or in words what is still missing; each `write_…` is its inverse.

use crate::format::whole_number;
use foothold_shared::profile::{
    NoticePeriod, NoticeUnit, SalaryExpectation, SalaryPeriod, YearMonth,
};

/// A value, nothing, or what is still missing.
pub(crate) type Read<T> = Result<Option<T>, &'static str>;

/// From month ("1" … "12" or empty) and year.
pub(crate) fn read_month(parts: &[String; 2]) -> Read<YearMonth> {
    let [month, year] = parts;
    let (month, year) = (month.trim(), year.trim());
    if year.is_empty() {
        return if month.is_empty() {
            Ok(None)
        } else {
            Err("Add the year.")
        };
    }
    let wrong = "Write the year with four digits, as in 2019.";
    let year: u16 = year.parse().map_err(|_| wrong)?;
    if !(1900..=2100).contains(&year) {
        return Err(wrong);
    }
    let month = month.parse().ok().filter(|month| (1..=12).contains(month));
    Ok(Some(YearMonth { year, month }))
}

/// To month and year.
pub(crate) fn write_month(value: Option<&YearMonth>) -> [String; 2] {
    value.map_or_else(Default::default, |value| {
        [
            value
                .month
                .map(|month| month.to_string())
                .unwrap_or_default(),
            value.year.to_string(),
        ]
    })
}

/// From a count of years.
pub(crate) fn read_years(parts: &[String; 1]) -> Read<u32> {
    let text = parts[0].trim();
    if text.is_empty() {
        return Ok(None);
    }
    match whole_number(text) {
        Some(years) if years <= 80 => Ok(Some(years)),
        _ => Err("Write whole years, as in 7."),
    }
}

/// To a count of years.
pub(crate) fn write_years(value: Option<&u32>) -> [String; 1] {
    [value.map(u32::to_string).unwrap_or_default()]
}

/// Names of the periods a salary can be for.
pub(crate) const PERIODS: [(&str, &str, SalaryPeriod); 5] = [
    ("year", "a year", SalaryPeriod::Year),
    ("month", "a month", SalaryPeriod::Month),
    ("week", "a week", SalaryPeriod::Week),
    ("day", "a day", SalaryPeriod::Day),
    ("hour", "an hour", SalaryPeriod::Hour),
];

/// From amount, currency and period.
pub(crate) fn read_salary(parts: &[String; 3]) -> Read<SalaryExpectation> {
    let [amount, currency, period] = parts;
    if amount.trim().is_empty() {
        return Ok(None);
    }
    let amount = whole_number(amount).ok_or("Write a whole number, as in 65,000.")?;
    if currency.is_empty() {
        return Err("Choose the currency.");
    }
    let period = PERIODS
        .iter()
        .find(|(code, _, _)| code == period)
        .ok_or("Choose what the amount is for.")?
        .2;
    Ok(Some(SalaryExpectation {
        amount,
        currency: currency.clone(),
        period,
    }))
}

/// To amount, currency and period.
pub(crate) fn write_salary(value: Option<&SalaryExpectation>) -> [String; 3] {
    value.map_or_else(Default::default, |value| {
        let period = PERIODS
            .iter()
            .find(|(_, _, period)| *period == value.period)
            .map_or("", |(code, _, _)| code);
        [
            value.amount.to_string(),
            value.currency.clone(),
            period.to_owned(),
        ]
    })
}

/// Names of the units of a notice period.
pub(crate) const NOTICE_UNITS: [(&str, &str, NoticeUnit); 3] = [
    ("days", "days", NoticeUnit::Days),
    ("weeks", "weeks", NoticeUnit::Weeks),
    ("months", "months", NoticeUnit::Months),
];

/// From count and unit.
pub(crate) fn read_notice(parts: &[String; 2]) -> Read<NoticePeriod> {
    let [count, unit] = parts;
    if count.trim().is_empty() {
        return Ok(None);
    }
    let count = whole_number(count).ok_or("Write a whole number; 0 means at once.")?;
    let unit = NOTICE_UNITS
        .iter()
        .find(|(code, _, _)| code == unit)
        .ok_or("Choose days, weeks or months.")?
        .2;
    Ok(Some(NoticePeriod { count, unit }))
}

/// To count and unit.
pub(crate) fn write_notice(value: Option<&NoticePeriod>) -> [String; 2] {
    value.map_or_else(Default::default, |value| {
        let unit = NOTICE_UNITS
            .iter()
            .find(|(_, _, unit)| *unit == value.unit)
            .map_or("", |(code, _, _)| code);
        [value.count.to_string(), unit.to_owned()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts<const N: usize>(texts: [&str; N]) -> [String; N] {
        texts.map(str::to_owned)
    }

    #[test]
    fn a_month_needs_its_year_and_a_year_no_month() {
        assert!(read_month(&parts(["", ""])) == Ok(None));
        assert_eq!(read_month(&parts(["3", ""])).err(), Some("Add the year."));
        assert!(read_month(&parts(["3", "20"])).is_err());
        assert!(read_month(&parts(["3", "20x9"])).is_err());
        let year = YearMonth {
            year: 2019,
            month: None,
        };
        assert!(read_month(&parts(["", " 2019 "])) == Ok(Some(year)));
    }

    #[test]
    fn what_is_read_is_written_back() {
        let month = parts(["12", "2019"]);
        assert_eq!(
            write_month(read_month(&month).expect("a month").as_ref()),
            month
        );
        let salary = parts(["65000", "EUR", "month"]);
        assert_eq!(
            write_salary(read_salary(&salary).expect("a salary").as_ref()),
            salary
        );
        let notice = parts(["0", "weeks"]);
        assert_eq!(
            write_notice(read_notice(&notice).expect("a notice").as_ref()),
            notice
        );
        let years = parts(["7"]);
        assert_eq!(
            write_years(read_years(&years).expect("years").as_ref()),
            years
        );
    }

    #[test]
    fn a_salary_is_never_without_currency_and_period() {
        assert!(read_salary(&parts(["", "EUR", "year"])) == Ok(None));
        assert_eq!(
            read_salary(&parts(["65,000", "", "year"])).err(),
            Some("Choose the currency.")
        );
        assert!(read_salary(&parts(["65k", "EUR", "year"])).is_err());
        assert!(read_salary(&parts(["65000", "EUR", ""])).is_err());
    }
}
