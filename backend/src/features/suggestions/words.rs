//! Words on certificates as levels. What only nearly says a level says none.

use foothold_documents::fold::{fold, fold_words};
use foothold_shared::profile::DegreeLevel;

/// How high a degree is, by its words, the higher first. A word in capitals counts only where it is written so.
const DEGREES: &[(DegreeLevel, &[&str])] = &[
    (
        DegreeLevel::Doctorate,
        &[
            "phd",
            "dphil",
            "doctor",
            "doctorate",
            "doctoral",
            "doktor",
            "doctorat",
            "doctorado",
            "dottorato",
            "doutorado",
            "doutoramento",
            "doktorat",
            "promotion",
            "md",
            "jd",
        ],
    ),
    (
        DegreeLevel::Associate,
        &["associate", "associates", "hnd", "dut", "bts", "aas"],
    ),
    (
        DegreeLevel::Bachelor,
        &[
            "bachelor",
            "bachelors",
            "bsc",
            "beng",
            "bba",
            "bfa",
            "licence",
            "licenciatura",
            "licencjat",
            "inzynier",
            "BA",
            "BS",
            "LLB",
            "laurea triennale",
            "grado en",
        ],
    ),
    (
        DegreeLevel::Master,
        &[
            "master",
            "masters",
            "msc",
            "meng",
            "mba",
            "mphil",
            "mfa",
            "magister",
            "magisterium",
            "diplom",
            "maestria",
            "mestrado",
            "magistrale",
            "laurea",
            "MA",
            "MS",
            "LLM",
            "postgraduate",
        ],
    ),
    (
        DegreeLevel::Vocational,
        &[
            "apprenticeship",
            "vocational",
            "ausbildung",
            "berufsausbildung",
            "lehre",
            "formacion profesional",
            "mbo",
            "cap",
        ],
    ),
    (
        DegreeLevel::Secondary,
        &[
            "high school",
            "secondary school",
            "abitur",
            "baccalaureat",
            "bachillerato",
            "matura",
            "a levels",
            "gcse",
            "ged",
            "maturita",
            "vwo",
            "havo",
            "leaving certificate",
        ],
    ),
];

/// How high the degree is that these words name.
pub(super) fn degree_level(text: &str) -> Option<DegreeLevel> {
    let undotted = text.replace('.', "").replace(['\'', '’'], "");
    let folded = format!(" {} ", fold_words(&undotted));
    let shown: Vec<&str> = undotted
        .split(|sign: char| !sign.is_alphanumeric())
        .collect();
    DEGREES.iter().find_map(|(level, words)| {
        let says = |word: &&str| {
            if word.chars().all(char::is_uppercase) {
                shown.contains(word)
            } else {
                folded.contains(&format!(" {word} "))
            }
        };
        words.iter().any(says).then_some(*level)
    })
}

/// The words of a degree and its subject: "Bachelor of Science in Oceanography", "BSc Oceanography".
pub(super) fn degree_and_subject(text: &str) -> (String, String) {
    let text = text.trim();
    for sign in [" in ", " en ", ", ", " – ", " - ", ": "] {
        if let Some((degree, subject)) = text.split_once(sign)
            && degree_level(degree).is_some()
            && !subject.trim().is_empty()
        {
            return (degree.trim().to_owned(), subject.trim().to_owned());
        }
    }
    if let Some((degree, subject)) = text.split_once(' ')
        && is_abbreviation(degree)
        && !subject.starts_with(['(', '&'])
        && !fold(subject).starts_with("of ")
    {
        return (degree.to_owned(), subject.trim().to_owned());
    }
    (text.to_owned(), String::new())
}

/// "B.Sc.", "MSc", "PhD": several capitals in few letters.
fn is_abbreviation(word: &str) -> bool {
    let letters = word.chars().filter(|sign| sign.is_alphabetic()).count();
    let capitals = word.chars().filter(|sign| sign.is_uppercase()).count();
    letters <= 5 && capitals >= 2 && degree_level(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_levels() {
        for (text, level) in [
            (
                "Bachelor of Science in Oceanography",
                Some(DegreeLevel::Bachelor),
            ),
            ("B.A. History", Some(DegreeLevel::Bachelor)),
            ("Master's degree", Some(DegreeLevel::Master)),
            ("M.S., Statistics", Some(DegreeLevel::Master)),
            ("Diplom-Ingenieur", Some(DegreeLevel::Master)),
            ("Ph.D. in Botany", Some(DegreeLevel::Doctorate)),
            ("Associate of Arts", Some(DegreeLevel::Associate)),
            ("Abitur", Some(DegreeLevel::Secondary)),
            ("Ausbildung zur Köchin", Some(DegreeLevel::Vocational)),
            ("Certificate of thanks, ma chère", None),
            ("Summer course", None),
        ] {
            assert_eq!(degree_level(text), level, "{text}");
        }
    }

    #[test]
    fn degrees_and_subjects_come_apart() {
        for (text, degree, subject) in [
            (
                "Bachelor of Science in Oceanography",
                "Bachelor of Science",
                "Oceanography",
            ),
            ("BSc Computer Science", "BSc", "Computer Science"),
            ("B.A., History", "B.A.", "History"),
            ("Master of Arts", "Master of Arts", ""),
            ("Abitur", "Abitur", ""),
            ("Courses in pottery", "Courses in pottery", ""),
        ] {
            let (found, about) = degree_and_subject(text);
            assert_eq!((&*found, &*about), (degree, subject), "{text}");
        }
    }
}
