//! One line that stands for an entry of a list while it is folded up.

use crate::browser::intl::MONTHS;
use foothold_shared::profile::{
    Certificate, EducationEntry, Project, Publication, StandardAnswer, WorkEntry, YearMonth,
};

/// "Engineer, Acme".
pub(crate) fn of_work(entry: &WorkEntry) -> String {
    joined(&[&entry.title, &entry.company], "New job")
}

/// "B.Sc. Physics, Leeds".
pub(crate) fn of_education(entry: &EducationEntry) -> String {
    let course = joined_with(&[&entry.degree, &entry.discipline], " ");
    joined(&[&course, &entry.school], "New education")
}

/// "Forklift licence, TÜV".
pub(crate) fn of_certificate(entry: &Certificate) -> String {
    joined(&[&entry.name, &entry.issuer], "New certificate")
}

/// "Ferry timetable, maintainer".
pub(crate) fn of_project(entry: &Project) -> String {
    joined(&[&entry.name, &entry.role], "New project")
}

/// "On tides, Journal of Harbours".
pub(crate) fn of_publication(entry: &Publication) -> String {
    joined(&[&entry.title, &entry.publisher], "New publication")
}

/// The question.
pub(crate) fn of_answer(entry: &StandardAnswer) -> String {
    joined(&[&entry.question], "New answer")
}

/// "2019 – now", "2019 – 2022", "until 2022"; empty where nothing is said.
pub(crate) fn years(start: Option<&YearMonth>, end: Option<&YearMonth>, current: bool) -> String {
    match (start, end, current) {
        (Some(start), _, true) => format!("{} – now", start.year),
        (None, _, true) => "now".to_owned(),
        (Some(start), Some(end), false) if start.year == end.year => start.year.to_string(),
        (Some(start), Some(end), false) => format!("{} – {}", start.year, end.year),
        (Some(start), None, false) => format!("from {}", start.year),
        (None, Some(end), false) => format!("until {}", end.year),
        (None, None, false) => String::new(),
    }
}

/// "March 2021", "2021"; empty where nothing is said.
pub(crate) fn month(date: Option<&YearMonth>) -> String {
    date.map_or_else(String::new, |date| {
        let month = date
            .month
            .and_then(|month| MONTHS.get(usize::from(month).checked_sub(1)?));
        month.map_or_else(
            || date.year.to_string(),
            |month| format!("{month} {}", date.year),
        )
    })
}

fn joined(parts: &[&str], empty: &str) -> String {
    let text = joined_with(parts, ", ");
    if text.is_empty() {
        empty.to_owned()
    } else {
        text
    }
}

fn joined_with(parts: &[&str], between: &str) -> String {
    parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn year(year: u16) -> YearMonth {
        YearMonth { year, month: None }
    }

    #[test]
    fn an_entry_is_named_by_what_is_there() {
        let mut entry = WorkEntry::default();
        assert_eq!(of_work(&entry), "New job");
        entry.company = "Acme".to_owned();
        assert_eq!(of_work(&entry), "Acme");
        entry.title = "Engineer".to_owned();
        assert_eq!(of_work(&entry), "Engineer, Acme");
    }

    #[test]
    fn years_say_only_what_is_known() {
        assert_eq!(years(Some(&year(2019)), None, true), "2019 – now");
        assert_eq!(
            years(Some(&year(2019)), Some(&year(2022)), false),
            "2019 – 2022"
        );
        assert_eq!(years(Some(&year(2019)), Some(&year(2019)), false), "2019");
        assert_eq!(years(None, Some(&year(2022)), false), "until 2022");
        assert_eq!(years(None, None, false), "");
        assert_eq!(month(Some(&year(2019))), "2019");
        assert_eq!(month(None), "");
    }
}
