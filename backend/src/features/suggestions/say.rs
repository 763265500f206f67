//! Parts of a profile in words, for the person to compare.

use foothold_shared::profile::{
    Address, Certificate, EducationEntry, LanguageLevel, LanguageSkill, Name, Project, Publication,
    WorkEntry, YearMonth,
};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

pub(super) fn name(name: &Name) -> String {
    joined(
        " ",
        &[&name.given, &name.middle, &name.family, &name.suffix],
    )
}

pub(super) fn address(address: &Address) -> String {
    let town = joined(" ", &[&address.postal_code, &address.city]);
    joined(
        ", ",
        &[
            &address.line1,
            &address.line2,
            &town,
            &address.region,
            &address.country,
        ],
    )
}

pub(super) fn job(job: &WorkEntry) -> String {
    let head = joined(", ", &[&job.title, &job.company]);
    let span = span(job.start.as_ref(), job.end.as_ref(), job.current);
    let place = joined(", ", &[&span, &job.location]);
    joined("\n", &[&head, &place, &job.description])
}

pub(super) fn school(school: &EducationEntry) -> String {
    let degree = joined(", ", &[&school.degree, &school.discipline]);
    let span = span(school.start.as_ref(), school.end.as_ref(), false);
    joined(
        "\n",
        &[
            &degree,
            &joined(", ", &[&school.school, &span]),
            &school.grade,
        ],
    )
}

pub(super) fn certificate(certificate: &Certificate) -> String {
    let issued = certificate.issued.as_ref().map(month).unwrap_or_default();
    joined(
        ", ",
        &[
            &certificate.name,
            &certificate.issuer,
            &issued,
            &certificate.url,
        ],
    )
}

pub(super) fn project(project: &Project) -> String {
    let head = joined(", ", &[&project.name, &project.role]);
    let span = span(
        project.start.as_ref(),
        project.end.as_ref(),
        project.current,
    );
    let place = joined(", ", &[&span, &project.url]);
    joined("\n", &[&head, &place, &project.description])
}

pub(super) fn publication(publication: &Publication) -> String {
    let published = publication
        .published
        .as_ref()
        .map(month)
        .unwrap_or_default();
    let below = joined(", ", &[&publication.publisher, &published]);
    joined("\n", &[&publication.title, &below, &publication.url])
}

pub(super) fn language(language: &LanguageSkill, named: &str) -> String {
    let level = match language.level {
        None => "no level",
        Some(LanguageLevel::A1) => "A1",
        Some(LanguageLevel::A2) => "A2",
        Some(LanguageLevel::B1) => "B1",
        Some(LanguageLevel::B2) => "B2",
        Some(LanguageLevel::C1) => "C1",
        Some(LanguageLevel::C2) => "C2",
        Some(LanguageLevel::Native) => "native",
    };
    format!("{named}: {level}")
}

fn span(start: Option<&YearMonth>, end: Option<&YearMonth>, current: bool) -> String {
    let (start, end) = (start.map(month), end.map(month));
    match (start, end, current) {
        (Some(start), _, true) => format!("{start} to now"),
        (Some(start), Some(end), false) => format!("{start} to {end}"),
        (Some(start), None, false) => format!("from {start}"),
        (None, Some(end), _) => format!("until {end}"),
        (None, None, true) => "now".to_owned(),
        (None, None, false) => String::new(),
    }
}

pub(super) fn month(month: &YearMonth) -> String {
    let name = month
        .month
        .and_then(|number| MONTHS.get(usize::from(number).checked_sub(1)?));
    match name {
        Some(name) => format!("{name} {}", month.year),
        None => month.year.to_string(),
    }
}

fn joined(sign: &str, parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.trim().is_empty())
        .collect();
    said.join(sign)
}
