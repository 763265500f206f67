//! Work, education, skills, languages, certificates, projects and publications.

use super::{LINE_CHARS, Problems, TEXT_CHARS, TITLE_CHARS};
use crate::features::profiles::codes;
use foothold_shared::profile::{
    Certificate, EducationEntry, LanguageSkill, Profile, Project, Publication, Skill, WorkEntry,
    YearMonth,
};
use std::collections::HashSet;

pub(super) fn check(problems: &mut Problems, profile: &Profile) {
    problems.entry_ids("work", profile.work.iter().map(|entry| entry.id.as_str()));
    for (index, entry) in problems.list("work", &profile.work).iter().enumerate() {
        check_work(problems, &format!("work[{index}]"), entry);
    }
    problems.entry_ids(
        "education",
        profile.education.iter().map(|entry| entry.id.as_str()),
    );
    for (index, entry) in problems
        .list("education", &profile.education)
        .iter()
        .enumerate()
    {
        check_education(problems, &format!("education[{index}]"), entry);
    }
    for (index, entry) in problems
        .list("certificates", &profile.certificates)
        .iter()
        .enumerate()
    {
        check_certificate(problems, &format!("certificates[{index}]"), entry);
    }
    problems.entry_ids(
        "projects",
        profile.projects.iter().map(|entry| entry.id.as_str()),
    );
    for (index, entry) in problems
        .list("projects", &profile.projects)
        .iter()
        .enumerate()
    {
        check_project(problems, &format!("projects[{index}]"), entry);
    }
    problems.entry_ids(
        "publications",
        profile.publications.iter().map(|entry| entry.id.as_str()),
    );
    for (index, entry) in problems
        .list("publications", &profile.publications)
        .iter()
        .enumerate()
    {
        check_publication(problems, &format!("publications[{index}]"), entry);
    }
    check_skills(problems, &profile.skills);
    check_languages(problems, &profile.languages);
}

fn check_work(problems: &mut Problems, path: &str, entry: &WorkEntry) {
    problems.line(&format!("{path}.company"), &entry.company, LINE_CHARS);
    problems.line(&format!("{path}.title"), &entry.title, LINE_CHARS);
    problems.line(&format!("{path}.location"), &entry.location, LINE_CHARS);
    problems.text(
        &format!("{path}.description"),
        &entry.description,
        TEXT_CHARS,
    );
    check_span(
        problems,
        path,
        ("start", entry.start.as_ref()),
        ("end", entry.end.as_ref()),
    );
    check_current(
        problems,
        path,
        (entry.current, entry.end.is_some()),
        "Clear the end date, or say that you no longer work there.",
    );
}

/// What goes on has no end yet.
fn check_current(
    problems: &mut Problems,
    path: &str,
    (is_current, has_end): (bool, bool),
    message: &str,
) {
    if is_current && has_end {
        problems.add(format!("{path}.end"), "end_while_current", message);
    }
}

fn check_education(problems: &mut Problems, path: &str, entry: &EducationEntry) {
    problems.line(&format!("{path}.school"), &entry.school, LINE_CHARS);
    problems.line(&format!("{path}.degree"), &entry.degree, LINE_CHARS);
    problems.line(&format!("{path}.discipline"), &entry.discipline, LINE_CHARS);
    problems.line(&format!("{path}.grade"), &entry.grade, 50);
    check_span(
        problems,
        path,
        ("start", entry.start.as_ref()),
        ("end", entry.end.as_ref()),
    );
}

fn check_certificate(problems: &mut Problems, path: &str, entry: &Certificate) {
    problems.line(&format!("{path}.name"), &entry.name, LINE_CHARS);
    problems.line(&format!("{path}.issuer"), &entry.issuer, LINE_CHARS);
    problems.link(&format!("{path}.url"), &entry.url);
    check_span(
        problems,
        path,
        ("issued", entry.issued.as_ref()),
        ("expires", entry.expires.as_ref()),
    );
}

fn check_project(problems: &mut Problems, path: &str, entry: &Project) {
    problems.line(&format!("{path}.name"), &entry.name, LINE_CHARS);
    problems.line(&format!("{path}.role"), &entry.role, LINE_CHARS);
    problems.link(&format!("{path}.url"), &entry.url);
    problems.text(
        &format!("{path}.description"),
        &entry.description,
        TEXT_CHARS,
    );
    check_span(
        problems,
        path,
        ("start", entry.start.as_ref()),
        ("end", entry.end.as_ref()),
    );
    check_current(
        problems,
        path,
        (entry.current, entry.end.is_some()),
        "Clear the end date, or say that the project is over.",
    );
}

fn check_publication(problems: &mut Problems, path: &str, entry: &Publication) {
    problems.line(&format!("{path}.title"), &entry.title, TITLE_CHARS);
    problems.line(&format!("{path}.publisher"), &entry.publisher, LINE_CHARS);
    problems.link(&format!("{path}.url"), &entry.url);
    check_month(
        problems,
        &format!("{path}.published"),
        entry.published.as_ref(),
    );
}

/// A span of months: each possible in itself, and the first not after the last.
fn check_span(
    problems: &mut Problems,
    path: &str,
    (first_name, first): (&str, Option<&YearMonth>),
    (last_name, last): (&str, Option<&YearMonth>),
) {
    let first_fits = check_month(problems, &format!("{path}.{first_name}"), first);
    let last_fits = check_month(problems, &format!("{path}.{last_name}"), last);
    if let (true, true, Some(first), Some(last)) = (first_fits, last_fits, first, last) {
        let months_known = first.month.zip(last.month);
        let backwards = last.year < first.year
            || (last.year == first.year && months_known.is_some_and(|(a, b)| b < a));
        if backwards {
            problems.add(
                format!("{path}.{last_name}"),
                "before_start",
                "Choose an end that is not before the start.",
            );
        }
    }
}

fn check_month(problems: &mut Problems, path: &str, month: Option<&YearMonth>) -> bool {
    let Some(month) = month else { return true };
    let year_fits = (1900..=2100).contains(&month.year);
    if !year_fits {
        problems.add(
            format!("{path}.year"),
            "out_of_range",
            "Enter a year from 1900 to 2100.",
        );
    }
    let month_fits = month.month.is_none_or(|number| (1..=12).contains(&number));
    if !month_fits {
        problems.add(
            format!("{path}.month"),
            "out_of_range",
            "Choose a month from 1 to 12.",
        );
    }
    year_fits && month_fits
}

fn check_skills(problems: &mut Problems, skills: &[Skill]) {
    let mut seen = HashSet::new();
    for (index, skill) in problems.list("skills", skills).iter().enumerate() {
        let name = format!("skills[{index}].name");
        problems.line(&name, &skill.name, super::NAME_CHARS);
        if skill.name.trim().is_empty() {
            if skill.years.is_some() {
                problems.add(&name, "required", "Name the skill.");
            }
        } else if !seen.insert(skill.name.trim().to_lowercase()) {
            problems.add(&name, "duplicate", "This skill is already in the list.");
        }
        if skill.years.is_some_and(|years| years > 80) {
            problems.add(
                format!("skills[{index}].years"),
                "out_of_range",
                "Enter 0 to 80 years.",
            );
        }
    }
}

fn check_languages(problems: &mut Problems, languages: &[LanguageSkill]) {
    let mut seen = HashSet::new();
    for (index, skill) in problems.list("languages", languages).iter().enumerate() {
        let field = format!("languages[{index}].language");
        if skill.language.is_empty() {
            if skill.level.is_some() {
                problems.add(field, "required", "Choose the language.");
            }
        } else if !codes::is_language(&skill.language) {
            problems.add(
                field,
                "unknown_language",
                "Choose a language; the API takes ISO 639-1 codes such as de.",
            );
        } else if !seen.insert(&skill.language) {
            problems.add(field, "duplicate", "This language is already in the list.");
        }
    }
}
