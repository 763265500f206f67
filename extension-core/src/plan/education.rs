//! Education, each course of study of a repeated section.

use super::answer::{Answer, Ask, Choice, Stop, said};
use super::dates::{self, Date};
use super::refusals::not_in_profile;
use super::words::{fold, has_any, has_phrase};
use crate::classify::{Family, FieldKind};
use foothold_shared::profile::{DegreeLevel, EducationEntry};

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let none = || not_in_profile("further course of study to put here");
    let at = ask.entry_of_row(Family::Education, none)?;
    let entry = ask.profile.education.get(at).ok_or_else(none)?;
    let source = |what: &str| format!("your profile: education {}, {what}", at + 1);
    let words = |text: &str, what: &str| Ok(Answer::words(&source(what), said(text, what)?));
    match ask.kind {
        FieldKind::School => words(&entry.school, "school"),
        FieldKind::Discipline => words(&entry.discipline, "field of study"),
        FieldKind::Gpa => words(&entry.grade, "grade"),
        FieldKind::Degree => degree(entry, &source("degree")),
        kind => {
            let (date, what) = match kind {
                FieldKind::EduStart => (&entry.start, "start"),
                _ => (&entry.end, "end"),
            };
            let date = date
                .clone()
                .ok_or_else(|| not_in_profile(&format!("{what} of this course of study")))?;
            Ok(dates::answer(ask, Date::from(date), &source(what)))
        }
    }
}

fn degree<'a>(entry: &'a EducationEntry, source: &str) -> Result<Answer<'a>, Stop> {
    let own = entry.degree.trim();
    let Some(level) = entry.level else {
        return Ok(Answer::words(source, said(own, "degree")?));
    };
    let mut wordings: Vec<String> = Some(own)
        .filter(|d| !d.is_empty())
        .map(str::to_owned)
        .into_iter()
        .collect();
    wordings.extend(level_wordings(level).iter().map(|w| (*w).to_owned()));
    let folded = fold(own);
    let fit = Box::new(move |choice: &Choice<'_>| {
        if !folded.is_empty() && choice.folded == folded {
            return 5;
        }
        let says_level = levels_named(&choice.folded) == [level];
        // "Bachelor of Science" beats a bare "Bachelor" only by the words on the certificate.
        let says_own = !folded.is_empty() && has_phrase(&choice.folded, &folded);
        let bare = level_wordings(level)
            .iter()
            .any(|w| fold(w) == choice.folded);
        match (says_level, says_own, bare) {
            (true, true, _) => 4,
            (true, _, true) => 3,
            (true, ..) => 2,
            (false, true, _) if levels_named(&choice.folded).is_empty() => 1,
            _ => 0,
        }
    });
    let text = if own.is_empty() {
        level_wordings(level).first().copied().unwrap_or_default()
    } else {
        own
    };
    Ok(Answer::with_fit(source, text, wordings, fit))
}

/// How lists name a level when they name nothing more particular.
pub(super) fn level_wordings(level: DegreeLevel) -> &'static [&'static str] {
    match level {
        DegreeLevel::Secondary => &[
            "High School",
            "High School Diploma",
            "High School or equivalent",
            "High School Diploma or equivalent",
            "Secondary school",
            "Secondary education",
            "Abitur",
            "Baccalauréat",
            "Bachillerato",
            "Diploma di maturità",
        ],
        DegreeLevel::Vocational => &[
            "Vocational training",
            "Vocational",
            "Apprenticeship",
            "Trade School",
            "Technical diploma",
            "Berufsausbildung",
            "Ausbildung",
            "Abgeschlossene Berufsausbildung",
            "Formation professionnelle",
        ],
        DegreeLevel::Associate => &[
            "Associate's Degree",
            "Associate Degree",
            "Associates Degree",
            "Associate",
            "Associate's",
        ],
        DegreeLevel::Bachelor => &[
            "Bachelor's Degree",
            "Bachelor's",
            "Bachelor",
            "Bachelors",
            "Bachelors Degree",
            "Bachelor Degree",
            "Undergraduate degree",
            "Licence",
            "Laurea triennale",
            "Licenciatura",
            "Licencjat",
            "Grado",
        ],
        DegreeLevel::Master => &[
            "Master's Degree",
            "Master's",
            "Master",
            "Masters",
            "Masters Degree",
            "Master Degree",
            "Magister",
            "Laurea magistrale",
            "Mestrado",
            "Máster",
        ],
        DegreeLevel::Doctorate => &[
            "Doctorate",
            "PhD",
            "Ph.D.",
            "Doctor of Philosophy (Ph.D.)",
            "Doctoral degree",
            "Doctorate Degree",
            "Promotion",
            "Doktor",
            "Doctorat",
            "Doctorado",
            "Dottorato",
            "Doutorado",
            "Doktorat",
        ],
    }
}

/// The levels that a folded option names, in the order of the enum.
fn levels_named(folded: &str) -> Vec<DegreeLevel> {
    const WORDS: [(DegreeLevel, &[&str]); 6] = [
        (
            DegreeLevel::Secondary,
            &[
                "high school",
                "secondary",
                "abitur",
                "matura",
                "baccalaureat",
                "bachillerato",
                "maturita",
                "ged",
                "fachabitur",
                "gymnasium",
                "lycee",
            ],
        ),
        (
            DegreeLevel::Vocational,
            &[
                "vocational",
                "apprenticeship",
                "trade school",
                "berufsausbildung",
                "ausbildung",
                "lehre",
                "formation professionnelle",
                "cap",
                "bep",
            ],
        ),
        (
            DegreeLevel::Associate,
            &["associate", "associates", "bts", "dut"],
        ),
        (
            DegreeLevel::Bachelor,
            &[
                "bachelor",
                "bachelors",
                "bsc",
                "b sc",
                "ba",
                "b a",
                "beng",
                "b eng",
                "bs",
                "b s",
                "btech",
                "b tech",
                "bba",
                "bcom",
                "bed",
                "licence",
                "licenciatura",
                "laurea triennale",
                "licencjat",
                "undergraduate",
                "grado",
                "inzynier",
            ],
        ),
        (
            DegreeLevel::Master,
            &[
                "master",
                "masters",
                "msc",
                "m sc",
                "ma",
                "m a",
                "meng",
                "m eng",
                "ms",
                "m s",
                "mba",
                "m b a",
                "mtech",
                "magister",
                "diplom",
                "diplomingenieur",
                "laurea magistrale",
                "mestrado",
                "maestria",
            ],
        ),
        (
            DegreeLevel::Doctorate,
            &[
                "phd",
                "ph d",
                "doctorate",
                "doctor",
                "doctoral",
                "promotion",
                "doktor",
                "doctorat",
                "doctorado",
                "dottorato",
                "doutorado",
                "doktorat",
                "dr",
            ],
        ),
    ];
    WORDS
        .iter()
        .filter(|(_, words)| has_any(folded, words))
        .map(|(level, _)| *level)
        .collect()
}
