//! A résumé of the builder in the profile's shape, for comparing it with postings. Nothing of it is written anywhere.

use foothold_core::plan::languages_in;
use foothold_shared::document::{DocumentEntry, ResumeContent, SectionKind, Statement};
use foothold_shared::profile::{
    Certificate, EducationEntry, LanguageSkill, Profile, Project, Publication, Skill, WorkEntry,
};

/// All that a résumé says, in the profile's shape.
pub(crate) fn profile_of(content: &ResumeContent) -> Profile {
    let mut profile = Profile::default();
    for section in &content.sections {
        for (number, entry) in section.entries.iter().enumerate() {
            add(&mut profile, section.kind, entry, number);
        }
    }
    if !content.headline.text.is_empty() {
        // What somebody says they are stands first.
        profile.summary = joined(&[&content.headline.text, &profile.summary], "\n");
    }
    profile
}

fn add(profile: &mut Profile, kind: SectionKind, entry: &DocumentEntry, number: usize) {
    let id = number.to_string();
    let (title, subtitle) = (entry.title.clone(), entry.subtitle.clone());
    match kind {
        SectionKind::Summary => {
            profile.summary = joined(&[&profile.summary, &said(entry)], "\n");
        }
        SectionKind::Work => profile.work.push(WorkEntry {
            id,
            title,
            company: subtitle,
            location: entry.place.clone(),
            start: entry.start.clone(),
            end: entry.end.clone(),
            current: entry.current,
            description: said(entry),
        }),
        SectionKind::Education => profile.education.push(EducationEntry {
            id,
            degree: title,
            school: subtitle,
            start: entry.start.clone(),
            end: entry.end.clone(),
            ..EducationEntry::default()
        }),
        SectionKind::Skills => profile
            .skills
            .extend(words(entry).map(|name| Skill { name, years: None })),
        SectionKind::Projects => profile.projects.push(Project {
            id,
            name: title,
            role: subtitle,
            start: entry.start.clone(),
            end: entry.end.clone(),
            current: entry.current,
            url: entry.link.clone(),
            description: said(entry),
        }),
        SectionKind::Certificates => profile.certificates.push(Certificate {
            name: title,
            issuer: subtitle,
            ..Certificate::default()
        }),
        SectionKind::Languages => {
            let codes = words(entry).flat_map(|word| languages_in(&word));
            profile.languages.extend(codes.map(|code| LanguageSkill {
                language: code.to_owned(),
                level: None,
            }));
        }
        SectionKind::Publications => profile.publications.push(Publication {
            id,
            title,
            publisher: subtitle,
            published: entry.start.clone(),
            url: entry.link.clone(),
        }),
    }
}

/// An entry's sentences, a line each.
fn said(entry: &DocumentEntry) -> String {
    let statements = entry.paragraph.iter().chain(&entry.bullets);
    let lines: Vec<&str> = statements.map(|said| said.text.as_str()).collect();
    lines.join("\n")
}

/// The words of a list, and what stands as sentences there.
fn words(entry: &DocumentEntry) -> impl Iterator<Item = String> {
    let all = entry.words.iter().chain(&entry.bullets);
    all.map(|Statement { text, .. }| text.clone())
}

fn joined(parts: &[&str], by: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::document::DocumentSection;

    fn said_to_be(text: &str) -> Statement {
        Statement {
            text: text.to_owned(),
            ..Statement::default()
        }
    }

    fn section(kind: SectionKind, entry: DocumentEntry) -> DocumentSection {
        DocumentSection {
            kind,
            title: String::new(),
            entries: vec![entry],
        }
    }

    #[test]
    fn a_resume_keeps_its_parts() {
        let job = DocumentEntry {
            title: "Nurse".to_owned(),
            subtitle: "Klinikum Lindenau".to_owned(),
            current: true,
            bullets: vec![said_to_be("Cared for 12 patients"), said_to_be("Trained")],
            ..DocumentEntry::default()
        };
        let skills = DocumentEntry {
            words: vec![said_to_be("Wound care")],
            ..DocumentEntry::default()
        };
        let languages = DocumentEntry {
            words: vec![said_to_be("German (native)")],
            ..DocumentEntry::default()
        };
        let content = ResumeContent {
            headline: said_to_be("Intensive care nurse"),
            sections: vec![
                section(SectionKind::Work, job),
                section(SectionKind::Skills, skills),
                section(SectionKind::Languages, languages),
            ],
            ..ResumeContent::default()
        };
        let profile = profile_of(&content);
        assert_eq!(profile.summary, "Intensive care nurse");
        let [work] = profile.work.as_slice() else {
            panic!("one job");
        };
        assert_eq!((work.title.as_str(), work.current), ("Nurse", true));
        assert_eq!(work.description, "Cared for 12 patients\nTrained");
        assert_eq!(profile.skills[0].name, "Wound care");
        assert_eq!(profile.languages[0].language, "de");
    }
}
