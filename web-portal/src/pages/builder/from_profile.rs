//! A first résumé for the builder: all that the profile says, in the profile's order. Pure.

use crate::browser::intl::{Names, name_of};
use foothold_matching::facts::{entry_id, lines, sentences, skill_id};
use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind,
    Statement, section_heading,
};
use foothold_shared::profile::{LanguageLevel, Profile, YearMonth};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn says(text: impl Into<String>, fact: String) -> Statement {
    Statement {
        text: text.into(),
        facts: vec![fact],
        fixed: false,
    }
}

fn month(at: &YearMonth) -> String {
    let name = at
        .month
        .and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    match name {
        Some(name) => format!("{name} {}", at.year),
        None => at.year.to_string(),
    }
}

/// "Mar 2019 – present"; empty where no time is known.
fn dates(start: Option<&YearMonth>, end: Option<&YearMonth>, current: bool) -> String {
    let end = if current {
        Some("present".to_owned())
    } else {
        end.map(month)
    };
    match (start.map(month), end) {
        (Some(start), Some(end)) => format!("{start} – {end}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => String::new(),
    }
}

fn joined(parts: &[&str], by: &str) -> String {
    let said: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    said.join(by)
}

fn bullets(entry: &str, description: &str) -> Vec<Statement> {
    lines(description)
        .enumerate()
        .map(|(at, text)| says(text, format!("{entry}/{at}")))
        .collect()
}

/// What a section is called in the editor, whatever the document's language.
pub(super) const fn heading(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::Summary => "Summary",
        SectionKind::Work => "Work experience",
        SectionKind::Education => "Education",
        SectionKind::Skills => "Skills",
        SectionKind::Projects => "Projects",
        SectionKind::Certificates => "Certificates",
        SectionKind::Languages => "Languages",
        SectionKind::Publications => "Publications",
    }
}

/// The language that a résumé begins in.
const LANGUAGE: &str = "en";

/// Puts a résumé into another language: what heads its sections. The person's own lines stay as they wrote them.
pub(super) fn turn_into(content: &mut ResumeContent, language: &str) {
    language.clone_into(&mut content.language);
    for section in &mut content.sections {
        section.title = section_heading(section.kind, language).to_owned();
    }
}

/// The whole profile as a résumé in English.
pub(super) fn content(profile: &Profile) -> ResumeContent {
    content_named(profile, |code| name_of(Names::Language, code))
}

fn content_named(profile: &Profile, language: impl Fn(&str) -> String) -> ResumeContent {
    let name = &profile.name;
    let given = if name.preferred.is_empty() {
        &name.given
    } else {
        &name.preferred
    };
    let newest = profile.work.first();
    let headline = newest
        .filter(|job| !job.title.is_empty())
        .map(|job| says(&job.title, entry_id("work", &job.id, 0)));
    let section = |kind, entries: Vec<DocumentEntry>| {
        (!entries.is_empty()).then(|| DocumentSection {
            kind,
            title: section_heading(kind, LANGUAGE).to_owned(),
            entries,
        })
    };
    let sections = [
        section(SectionKind::Summary, summary(profile)),
        section(SectionKind::Work, work(profile)),
        section(SectionKind::Education, education(profile)),
        section(SectionKind::Skills, skills(profile)),
        section(SectionKind::Projects, projects(profile)),
        section(SectionKind::Certificates, certificates(profile)),
        section(SectionKind::Languages, languages(profile, language)),
        section(SectionKind::Publications, publications(profile)),
    ];
    ResumeContent {
        language: LANGUAGE.to_owned(),
        name: joined(&[given, &name.middle, &name.family, &name.suffix], " "),
        headline: headline.unwrap_or_default(),
        contact: contact(profile),
        sections: sections.into_iter().flatten().collect(),
    }
}

fn contact(profile: &Profile) -> Vec<ContactItem> {
    let item = |kind, text: String, url: String| ContactItem { kind, text, url };
    let (email, phone) = (&profile.contact.email, &profile.contact.phone.national);
    let place = joined(&[&profile.address.city, &profile.address.region], ", ");
    let digits: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    let mut all = vec![
        item(ContactKind::Email, email.clone(), format!("mailto:{email}")),
        item(ContactKind::Phone, phone.clone(), format!("tel:{digits}")),
        item(ContactKind::Place, place, String::new()),
    ];
    let links = &profile.links;
    for link in [
        &links.linkedin,
        &links.github,
        &links.portfolio,
        &links.website,
        &links.twitter,
    ] {
        let short = link
            .trim_start_matches("https://")
            .trim_start_matches("www.")
            .trim_end_matches('/');
        all.push(item(ContactKind::Link, short.to_owned(), link.clone()));
    }
    all.retain(|item| !item.text.is_empty());
    all
}

fn summary(profile: &Profile) -> Vec<DocumentEntry> {
    let paragraph: Vec<Statement> = sentences(&profile.summary)
        .into_iter()
        .enumerate()
        .map(|(at, text)| says(text, format!("summary/{at}")))
        .collect();
    let entry = DocumentEntry {
        paragraph,
        ..DocumentEntry::default()
    };
    Vec::from_iter((!entry.paragraph.is_empty()).then_some(entry))
}

fn work(profile: &Profile) -> Vec<DocumentEntry> {
    let jobs = profile.work.iter().enumerate().map(|(at, job)| {
        let id = entry_id("work", &job.id, at);
        DocumentEntry {
            title: job.title.clone(),
            subtitle: job.company.clone(),
            place: job.location.clone(),
            dates: dates(job.start.as_ref(), job.end.as_ref(), job.current),
            start: job.start.clone(),
            end: job.end.clone(),
            current: job.current,
            bullets: bullets(&id, &job.description),
            entry_id: id,
            ..DocumentEntry::default()
        }
    });
    jobs.collect()
}

fn education(profile: &Profile) -> Vec<DocumentEntry> {
    let courses = profile.education.iter().enumerate().map(|(at, course)| {
        let id = entry_id("education", &course.id, at);
        let grade = (!course.grade.is_empty())
            .then(|| says(format!("Grade: {}", course.grade), id.clone()));
        DocumentEntry {
            title: joined(&[&course.degree, &course.discipline], ", "),
            subtitle: course.school.clone(),
            dates: dates(course.start.as_ref(), course.end.as_ref(), false),
            start: course.start.clone(),
            end: course.end.clone(),
            bullets: grade.into_iter().collect(),
            entry_id: id,
            ..DocumentEntry::default()
        }
    });
    courses.collect()
}

fn listed(words: Vec<Statement>) -> Vec<DocumentEntry> {
    let entry = DocumentEntry {
        words,
        ..DocumentEntry::default()
    };
    Vec::from_iter((!entry.words.is_empty()).then_some(entry))
}

fn skills(profile: &Profile) -> Vec<DocumentEntry> {
    let named = profile
        .skills
        .iter()
        .filter(|skill| !skill.name.trim().is_empty());
    listed(
        named
            .map(|skill| says(skill.name.trim(), skill_id(&skill.name)))
            .collect(),
    )
}

fn projects(profile: &Profile) -> Vec<DocumentEntry> {
    let made = profile.projects.iter().enumerate().map(|(at, project)| {
        let id = entry_id("project", &project.id, at);
        DocumentEntry {
            title: project.name.clone(),
            subtitle: project.role.clone(),
            dates: dates(
                project.start.as_ref(),
                project.end.as_ref(),
                project.current,
            ),
            start: project.start.clone(),
            end: project.end.clone(),
            current: project.current,
            link: project.url.clone(),
            bullets: bullets(&id, &project.description),
            entry_id: id,
            ..DocumentEntry::default()
        }
    });
    made.collect()
}

fn certificates(profile: &Profile) -> Vec<DocumentEntry> {
    let held = profile.certificates.iter().enumerate();
    held.map(|(at, certificate)| DocumentEntry {
        entry_id: format!("certificate/{at}"),
        title: certificate.name.clone(),
        subtitle: certificate.issuer.clone(),
        dates: dates(certificate.issued.as_ref(), None, false),
        start: certificate.issued.clone(),
        link: certificate.url.clone(),
        ..DocumentEntry::default()
    })
    .collect()
}

fn languages(profile: &Profile, name: impl Fn(&str) -> String) -> Vec<DocumentEntry> {
    let words = profile.languages.iter().map(|known| {
        let level = known.level.map_or("", level);
        let text = if level.is_empty() {
            name(&known.language)
        } else {
            format!("{} ({level})", name(&known.language))
        };
        says(text, format!("language/{}", known.language))
    });
    listed(words.collect())
}

const fn level(level: LanguageLevel) -> &'static str {
    match level {
        LanguageLevel::A1 => "A1",
        LanguageLevel::A2 => "A2",
        LanguageLevel::B1 => "B1",
        LanguageLevel::B2 => "B2",
        LanguageLevel::C1 => "C1",
        LanguageLevel::C2 => "C2",
        LanguageLevel::Native => "native",
    }
}

fn publications(profile: &Profile) -> Vec<DocumentEntry> {
    let listed = profile.publications.iter().enumerate();
    listed
        .map(|(at, publication)| DocumentEntry {
            entry_id: entry_id("publication", &publication.id, at),
            title: publication.title.clone(),
            subtitle: publication.publisher.clone(),
            dates: dates(publication.published.as_ref(), None, false),
            start: publication.published.clone(),
            link: publication.url.clone(),
            ..DocumentEntry::default()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_matching::facts::Facts;
    use foothold_shared::profile::{LanguageSkill, Skill, WorkEntry};

    #[test]
    fn every_line_names_a_fact_that_the_profile_has() {
        let mut profile = Profile {
            summary: "I weld ships. I like rivers.".to_owned(),
            ..Profile::default()
        };
        profile.work.push(WorkEntry {
            id: "a".to_owned(),
            title: "Welder".to_owned(),
            company: "Quayside Yards".to_owned(),
            start: Some(YearMonth {
                year: 2019,
                month: Some(3),
            }),
            current: true,
            description: "- Welded hulls.\n- Led six people.".to_owned(),
            ..WorkEntry::default()
        });
        profile.skills.push(Skill {
            name: "TIG Welding".to_owned(),
            years: Some(4),
        });
        profile.languages.push(LanguageSkill {
            language: "pt".to_owned(),
            level: Some(LanguageLevel::Native),
        });
        let resume = content_named(&profile, |_| "Portuguese".to_owned());
        let facts = Facts::of(&profile);
        let mut seen = 0;
        for entry in resume.sections.iter().flat_map(|section| &section.entries) {
            let lists = [&entry.paragraph, &entry.bullets, &entry.words];
            for statement in lists.into_iter().flatten() {
                assert!(
                    statement.facts.iter().all(|id| facts.find(id).is_some()),
                    "{}",
                    statement.text
                );
                seen += 1;
            }
        }
        assert_eq!(seen, 6);
        assert_eq!(resume.sections[1].entries[0].dates, "Mar 2019 – present");
        assert_eq!(resume.headline.text, "Welder");
    }

    #[test]
    fn an_empty_profile_gives_no_empty_sections() {
        let resume = content_named(&Profile::default(), str::to_owned);
        assert!(resume.sections.is_empty());
        assert!(resume.contact.is_empty());
    }

    #[test]
    fn headings_follow_the_language_and_lines_stay() {
        let mut profile = Profile::default();
        profile.skills.push(Skill {
            name: "TIG Welding".to_owned(),
            years: None,
        });
        let mut resume = content_named(&profile, str::to_owned);
        assert_eq!(resume.sections[0].title, "Skills");
        let before = resume.sections[0].entries.clone();
        turn_into(&mut resume, "pl");
        assert_eq!(resume.sections[0].title, "Umiejętności");
        assert_eq!(
            (resume.language.as_str(), &resume.sections[0].entries),
            ("pl", &before)
        );
    }
}
