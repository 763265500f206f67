//! The headings of sections, in eight languages: a table that a contributor can extend (`data/headings.tsv`).

use crate::fold::fold_words;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What stands before the first heading.
    Header,
    /// Ways to reach the person, and personal data.
    Contact,
    /// A few sentences about the person.
    Summary,
    /// Jobs.
    Work,
    /// Schools and degrees.
    Education,
    /// Skills.
    Skills,
    /// Languages spoken.
    Languages,
    /// Projects.
    Projects,
    /// Certificates, licences and courses.
    Certificates,
    /// Publications and talks.
    Publications,
    /// Anything else.
    Other,
}

impl Section {
    /// Its name in the wire's words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Contact => "contact",
            Self::Summary => "summary",
            Self::Work => "work",
            Self::Education => "education",
            Self::Skills => "skills",
            Self::Languages => "languages",
            Self::Projects => "projects",
            Self::Certificates => "certificates",
            Self::Publications => "publications",
            Self::Other => "other",
        }
    }
}

static TABLE: LazyLock<BTreeMap<&'static str, Section>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for line in include_str!("../../data/headings.tsv").lines() {
        let mut columns = line.split('\t');
        let (Some(name), Some(_), Some(words)) = (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let section = match name {
            "work" => Section::Work,
            "education" => Section::Education,
            "skills" => Section::Skills,
            "languages" => Section::Languages,
            "summary" => Section::Summary,
            "contact" => Section::Contact,
            "projects" => Section::Projects,
            "certificates" => Section::Certificates,
            "publications" => Section::Publications,
            _ => Section::Other,
        };
        for word in words.split('|') {
            table.entry(word).or_insert(section);
        }
    }
    table
});

/// Which section a text is the heading of, where it is one.
#[must_use]
pub fn find(text: &str) -> Option<Section> {
    if text.len() > 60 || text.contains('@') || text.trim_end().ends_with(['.', ',']) {
        return None;
    }
    let bare = text
        .split(['(', '['])
        .next()
        .unwrap_or(text)
        .trim()
        .trim_end_matches(':');
    let folded = fold_words(bare);
    let exact = TABLE.get(folded.as_str()).copied();
    exact
        .or_else(|| {
            // "My projects", "Work experience 2": one small word aside.
            let inner = ["my ", "the ", "meine ", "mes ", "mis "]
                .iter()
                .find_map(|small| folded.strip_prefix(small))?;
            TABLE.get(inner).copied()
        })
        .or_else(|| of_both(bare))
}

/// "School & certificates", "Idiomas e informática": two headings in one, where one section holds both.
fn of_both(text: &str) -> Option<Section> {
    const JOIN: [&str; 10] = ["&", "+", "/", "and", "und", "et", "y", "e", "en", "i"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words
        .iter()
        .position(|word| JOIN.contains(&word.to_lowercase().as_str()))?;
    let named = |words: &[&str]| TABLE.get(fold_words(&words.join(" ")).as_str()).copied();
    match (named(&words[..at])?, named(&words[at + 1..])?) {
        (one, other) if one == other => Some(one),
        (Section::Education, Section::Certificates)
        | (Section::Certificates, Section::Education) => Some(Section::Education),
        (Section::Skills, Section::Languages | Section::Certificates)
        | (Section::Languages | Section::Certificates, Section::Skills) => Some(Section::Skills),
        (Section::Languages, Section::Certificates)
        | (Section::Certificates, Section::Languages) => Some(Section::Languages),
        _ => None,
    }
}

/// Which section a heading of other words is about, by the one word in it that tells: "Clinical Experience". Only for
/// a text that looks like a heading.
#[must_use]
pub fn guess(text: &str) -> Option<Section> {
    const STEMS: &[(Section, &[&str])] = &[
        (
            Section::Other,
            &[
                "volunt",
                "ehrenamt",
                "benevol",
                "vrijwillig",
                "wolontar",
                "award",
                "honor",
                "reference",
                "referenc",
                "interest",
                "hobb",
                "membership",
            ],
        ),
        (
            Section::Projects,
            &["projects", "projekte", "projets", "proyectos", "progetti"],
        ),
        (
            Section::Work,
            &[
                "experience",
                "experiences",
                "employment",
                "erfahrung",
                "erfahrungen",
                "experiencia",
                "experiencias",
                "esperienza",
                "esperienze",
                "ervaring",
                "doswiadczenie",
                "positions",
                "stationen",
                "career",
                "tatigkeiten",
                "werdegang",
                "carriere",
                "emplois",
                "impieghi",
                "empleos",
            ],
        ),
        (
            Section::Education,
            &[
                "education",
                "ausbildung",
                "studium",
                "formation",
                "formacion",
                "formazione",
                "istruzione",
                "opleiding",
                "opleidingen",
                "qualification",
                "qualifications",
                "schulbildung",
                "academic",
                "formacao",
                "wyksztalcenie",
                "edukacja",
            ],
        ),
        (
            Section::Publications,
            &[
                "publications",
                "publikationen",
                "publicaciones",
                "pubblicazioni",
                "papers",
            ],
        ),
        (
            Section::Certificates,
            &[
                "certifications",
                "certificates",
                "licenses",
                "licences",
                "zertifikate",
            ],
        ),
        (
            Section::Skills,
            &[
                "skills",
                "expertise",
                "competencies",
                "kenntnisse",
                "competences",
                "competencias",
                "competenze",
                "vaardigheden",
                "umiejetnosci",
                "technologies",
                "proficiencies",
            ],
        ),
        (
            Section::Languages,
            &[
                "languages",
                "sprachen",
                "langues",
                "idiomas",
                "lingue",
                "talen",
                "jezyki",
            ],
        ),
    ];
    let folded = fold_words(text.trim_end_matches(':'));
    let words: Vec<&str> = folded.split(' ').collect();
    if words.len() > 5 || text.chars().any(|sign| sign.is_ascii_digit()) || text.contains('@') {
        return None;
    }
    // "School and papers": what comes first of two is what most of it is about.
    if let Some((first, _)) = folded.split_once(" and ").or(folded.split_once(" und "))
        && let Some(section @ (Section::Work | Section::Education)) = TABLE.get(first).copied()
    {
        return Some(section);
    }
    STEMS.iter().find_map(|(section, stems)| {
        let tells = |word: &&str| match section {
            Section::Other => stems.iter().any(|stem| word.starts_with(stem)),
            _ => stems.contains(word),
        };
        // Of many words, the one in the middle does not tell: "Valley Career Technology Center" is a school.
        let ends = [words.first(), words.last()];
        (words.len() <= 3 && words.iter().any(tells) || ends.into_iter().flatten().any(tells))
            .then_some(*section)
    })
}

/// Whether a text is a heading.
#[must_use]
pub fn is_heading(text: &str) -> bool {
    find(text).is_some()
}
