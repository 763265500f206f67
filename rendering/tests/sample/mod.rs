//! People who do not exist, for trying out how their documents are set.

use foothold_shared::document::{
    ContactItem, ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind, Statement,
};

/// A statement that rests on one fact.
pub(crate) fn statement(text: &str, fact: &str) -> Statement {
    Statement {
        text: text.to_owned(),
        facts: vec![fact.to_owned()],
        fixed: false,
    }
}

/// Ways to reach somebody.
pub(crate) fn contact() -> Vec<ContactItem> {
    let item = |kind, text: &str, url: &str| ContactItem {
        kind,
        text: text.to_owned(),
        url: url.to_owned(),
    };
    vec![
        item(
            ContactKind::Email,
            "zofia.lukasiewicz@example.org",
            "mailto:zofia.lukasiewicz@example.org",
        ),
        item(ContactKind::Phone, "+49 30 5550 1234", "tel:+493055501234"),
        item(ContactKind::Place, "Berlin, Germany", ""),
        item(
            ContactKind::Link,
            "example.org/zofia",
            "https://example.org/zofia",
        ),
    ]
}

/// Whatever the shortest history holds.
pub(crate) fn shortest() -> ResumeContent {
    ResumeContent {
        language: "en".to_owned(),
        name: "Mia Oduya".to_owned(),
        contact: contact().into_iter().take(1).collect(),
        sections: vec![section(
            SectionKind::Skills,
            "Skills",
            vec![DocumentEntry {
                words: vec![
                    statement("Cash handling", "skill/cash"),
                    statement("Swahili", "skill/sw"),
                ],
                ..DocumentEntry::default()
            }],
        )],
        ..ResumeContent::default()
    }
}

fn section(kind: SectionKind, title: &str, entries: Vec<DocumentEntry>) -> DocumentSection {
    DocumentSection {
        kind,
        title: title.to_owned(),
        entries,
    }
}

/// What people did.
pub(crate) const DID: [&str; 6] = [
    "Led a team of 8 engineers to deliver a real-time job-matching platform used by 2.5 million people, reducing p95 latency by 43 % and cutting infrastructure costs by €1.2M a year.",
    "Designed event-driven services with PostgreSQL, Kafka & gRPC; AWAY To VAT: WAVE Tokyo Yes.",
    "Introduced trunk-based development and cut the lead time of a change from 9 days to 5 hours.",
    "Hired and mentored 5 colleagues, two of whom now lead teams of their own.",
    "Wrote the state-of-the-art ranking that raised click-through by 18 % — measured over 12 weeks with 40,000 people in each group.",
    "Moved 120 services from virtual machines to Kubernetes without a minute of downtime.",
];

/// A history of so many jobs with so many bullets each.
pub(crate) fn history(jobs: usize, bullets: usize) -> ResumeContent {
    let work = (0..jobs)
        .map(|job| DocumentEntry {
            entry_id: format!("work/{job}"),
            title: [
                "Senior Software Engineer",
                "Backend Developer",
                "Data Analyst and Team Lead",
            ][job % 3]
                .to_owned(),
            subtitle: format!(
                "{} {job}",
                [
                    "Nordlicht Systems GmbH",
                    "Bäckerei & Söhne AG",
                    "Société Exemple"
                ][job % 3]
            ),
            place: ["Berlin, Germany", "Kraków, Poland", ""][job % 3].to_owned(),
            dates: format!(
                "Mar {} – {}",
                2022 - 2 * job,
                if job == 0 {
                    "present".to_owned()
                } else {
                    format!("Feb {}", 2024 - 2 * job)
                }
            ),
            bullets: (0..bullets)
                .map(|bullet| {
                    statement(
                        &format!("{} ({job}.{bullet})", DID[(job + bullet) % DID.len()]),
                        &format!("work/{job}/{bullet}"),
                    )
                })
                .collect(),
            ..DocumentEntry::default()
        })
        .collect();
    let school = DocumentEntry {
        entry_id: "education/1".to_owned(),
        title: "Master of Science in Computer Science".to_owned(),
        subtitle: "Uniwersytet Przykładowy".to_owned(),
        place: "Kraków, Poland".to_owned(),
        dates: "Oct 2010 – Jul 2012".to_owned(),
        ..DocumentEntry::default()
    };
    let words = |title: &str, words: &[&str]| DocumentEntry {
        title: title.to_owned(),
        words: words
            .iter()
            .map(|word| statement(word, &format!("skill/{word}")))
            .collect(),
        ..DocumentEntry::default()
    };
    let project = DocumentEntry {
        entry_id: "project/1".to_owned(),
        title: "Tidepool".to_owned(),
        subtitle: "Open source".to_owned(),
        dates: "2021".to_owned(),
        link: "https://example.org/zofia/tidepool".to_owned(),
        paragraph: vec![statement(
            "A library that keeps caches of several regions in step; 1,400 stars.",
            "project/1/0",
        )],
        ..DocumentEntry::default()
    };
    ResumeContent {
        language: "en".to_owned(),
        name: "Zofia Łukasiewicz-Müller".to_owned(),
        headline: statement("Senior software engineer for distributed systems", "work/0"),
        contact: contact(),
        sections: vec![
            section(
                SectionKind::Summary,
                "Summary",
                vec![DocumentEntry {
                    paragraph: vec![
                        statement(
                            "Efficient engineer with 12 years in distributed systems, fluent in Rust, C++ and SQL.",
                            "summary/0",
                        ),
                        statement(
                            "Self-motivated, first-class with e-mail and “difficult” affiliate offers; enjoys explaining why a system behaves as it does.",
                            "summary/1",
                        ),
                    ],
                    ..DocumentEntry::default()
                }],
            ),
            section(SectionKind::Work, "Experience", work),
            section(SectionKind::Projects, "Projects", vec![project]),
            section(SectionKind::Education, "Education", vec![school]),
            section(
                SectionKind::Skills,
                "Skills",
                vec![
                    words("Languages", &["Rust", "C++", "SQL", "Python", "TypeScript"]),
                    words("Platforms", &["PostgreSQL", "Kafka", "Kubernetes", "Linux"]),
                ],
            ),
            section(
                SectionKind::Languages,
                "Languages",
                vec![words(
                    "",
                    &["Polish (native)", "German (C2)", "English (C1)"],
                )],
            ),
        ],
    }
}
