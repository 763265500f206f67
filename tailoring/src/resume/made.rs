//! Education, certificates, languages and publications.

use super::lines;
use crate::case::{Case, Decided};
use crate::choose::history::{When, latest_first};
use crate::dates;
use foothold_core::plan::language_name;
use foothold_matching::facts::entry_id;
use foothold_shared::document::{DocumentEntry, Statement};
use foothold_shared::profile::{EducationEntry, LanguageLevel, LanguageSkill};

pub(super) fn education(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let courses = &case.profile.education;
    let order = latest_first(courses.iter().map(|course| When {
        start: course.start.as_ref(),
        end: course.end.as_ref(),
        current: false,
    }));
    let mut entries = Vec::new();
    for at in order {
        let course = &courses[at];
        let id = entry_id("education", &course.id, at);
        let (degree, school) = (degree_of(course), lines::spaced(&course.school));
        if case.ranking.is_left_out(&id) || degree.is_empty() && school.is_empty() {
            continue;
        }
        let grade = lines::spaced(&course.grade);
        let paragraph = if grade.is_empty() {
            Vec::new()
        } else {
            let text = case.words().get("grade").replace("{grade}", &grade);
            vec![decided.state(text, vec![id.clone()])]
        };
        entries.push(DocumentEntry {
            title: degree,
            subtitle: school,
            dates: dates::span(
                course.start.as_ref(),
                course.end.as_ref(),
                false,
                case.language,
            ),
            start: course.start.clone(),
            end: course.end.clone(),
            paragraph,
            entry_id: id,
            ..DocumentEntry::default()
        });
    }
    entries
}

/// "B.Sc. Nursing": degree and field in one, the field once.
pub(crate) fn degree_of(course: &EducationEntry) -> String {
    let (degree, field) = (
        lines::spaced(&course.degree),
        lines::spaced(&course.discipline),
    );
    let said = degree.to_lowercase().contains(&field.to_lowercase());
    match (degree.is_empty(), field.is_empty() || said) {
        (true, _) => field,
        (_, true) => degree,
        _ => format!("{degree}, {field}"),
    }
}

pub(super) fn certificates(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let mut listed: Vec<(f32, usize)> = Vec::new();
    for (at, certificate) in case.profile.certificates.iter().enumerate() {
        let id = format!("certificate/{at}");
        if !certificate.name.trim().is_empty() && !case.ranking.is_left_out(&id) {
            listed.push((case.ranking.asked(&id), at));
        }
    }
    listed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut entries = Vec::new();
    for (asked, at) in listed {
        let certificate = &case.profile.certificates[at];
        let id = format!("certificate/{at}");
        if asked < 0.25 && !case.ranking.is_chosen(&id) {
            decided
                .may_go
                .push((case.ranking.score(&id) + 0.2, id.clone()));
        }
        let (issued, expires) = (certificate.issued.as_ref(), certificate.expires.as_ref());
        entries.push(DocumentEntry {
            title: lines::spaced(&certificate.name),
            subtitle: lines::spaced(&certificate.issuer),
            dates: dates::span(issued, expires, false, case.language),
            start: issued.cloned(),
            end: expires.cloned(),
            link: certificate.url.trim().to_owned(),
            entry_id: id,
            ..DocumentEntry::default()
        });
    }
    entries
}

pub(super) fn publications(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let all = &case.profile.publications;
    let order = latest_first(all.iter().map(|publication| When {
        start: publication.published.as_ref(),
        end: None,
        current: false,
    }));
    let mut entries = Vec::new();
    for at in order {
        let publication = &all[at];
        let id = entry_id("publication", &publication.id, at);
        if publication.title.trim().is_empty() || case.ranking.is_left_out(&id) {
            continue;
        }
        if !case.ranking.is_chosen(&id) {
            decided.may_go.push((case.ranking.score(&id), id.clone()));
        }
        let published = publication.published.as_ref();
        entries.push(DocumentEntry {
            title: lines::spaced(&publication.title),
            subtitle: lines::spaced(&publication.publisher),
            dates: dates::span(published, None, false, case.language),
            start: published.cloned(),
            link: publication.url.trim().to_owned(),
            entry_id: id,
            ..DocumentEntry::default()
        });
    }
    entries
}

pub(super) fn languages(case: &Case<'_>, decided: &mut Decided) -> Vec<DocumentEntry> {
    let words = language_words(case, |_| true);
    let words: Vec<Statement> = words
        .into_iter()
        .map(|(id, text)| decided.state(text, vec![id]))
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    vec![DocumentEntry {
        words,
        ..DocumentEntry::default()
    }]
}

/// The languages that the person speaks, each with its id and as it is shown ("French (C1)"); those that the posting
/// asks for first.
pub(crate) fn language_words(
    case: &Case<'_>,
    of: impl Fn(&LanguageSkill) -> bool,
) -> Vec<(String, String)> {
    let mut spoken: Vec<(bool, String, String)> = Vec::new();
    for skill in case.profile.languages.iter().filter(|skill| of(skill)) {
        let id = format!("language/{}", skill.language);
        let known = spoken.iter().any(|(_, other, _)| *other == id);
        if skill.language.trim().is_empty() || known || case.ranking.is_left_out(&id) {
            continue;
        }
        let name = language_name(&skill.language, case.language.code()).unwrap_or(&skill.language);
        let asked = case.wanted.languages.contains(&skill.language.as_str());
        let text = match skill.level {
            Some(level) => format!("{name} ({})", level_words(case, level)),
            None => name.to_owned(),
        };
        spoken.push((asked, id, text));
    }
    spoken.sort_by_key(|(asked, ..)| !asked);
    spoken.into_iter().map(|(_, id, text)| (id, text)).collect()
}

fn level_words(case: &Case<'_>, level: LanguageLevel) -> &'static str {
    match level {
        LanguageLevel::A1 => "A1",
        LanguageLevel::A2 => "A2",
        LanguageLevel::B1 => "B1",
        LanguageLevel::B2 => "B2",
        LanguageLevel::C1 => "C1",
        LanguageLevel::C2 => "C2",
        LanguageLevel::Native => case.words().get("level.native"),
    }
}
