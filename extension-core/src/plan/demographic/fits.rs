//! Which options say an answer, read by their meaning.

use super::super::answer::Fit;
use super::super::options::says_exactly;
use super::super::words::{has_any, has_phrase, is_negated, tokens, yes_no_word};
use crate::classify::FieldKind;

/// The rule for options that say a token.
pub(super) fn fit<'a>(kind: FieldKind, value: &str, question: &str) -> Fit<'a> {
    let value_owned = value.to_owned();
    let question = question.to_owned();
    let exact = says_exactly(std::slice::from_ref(&value_owned));
    Box::new(move |choice| {
        let own_words = exact(choice);
        if own_words > 0 {
            return own_words;
        }
        let folded = choice.folded.as_str();
        let value = value_owned.as_str();
        match kind {
            FieldKind::Gender => gender_fit(folded, value),
            FieldKind::Pronouns => pronoun_fit(folded, value),
            FieldKind::RaceEthnicity => race_fit(folded, value),
            FieldKind::Hispanic => hispanic_fit(folded, value),
            FieldKind::Veteran => veteran_fit(folded, value, &question),
            _ => disability_fit(folded, value),
        }
    })
}

/// An option counts while all its words are words for the one gender.
fn gender_fit(folded: &str, value: &str) -> u8 {
    const FILLERS: &[&str] = &[
        "i", "am", "a", "or", "identify", "as", "ich", "bin", "eine", "ein", "oder", "je", "suis",
        "une", "un", "ou", "m", "f", "w", "d", "x",
    ];
    let words: &[&str] = match value {
        "female" => &[
            "female",
            "woman",
            "weiblich",
            "frau",
            "femme",
            "feminin",
            "mujer",
            "femenino",
            "donna",
            "femmina",
            "femminile",
            "vrouw",
            "vrouwelijk",
            "feminino",
            "mulher",
            "kobieta",
        ],
        "male" => &[
            "male",
            "man",
            "mannlich",
            "mann",
            "herr",
            "homme",
            "masculin",
            "hombre",
            "masculino",
            "uomo",
            "maschio",
            "maschile",
            "mannelijk",
            "homem",
            "mezczyzna",
        ],
        "non_binary" => &[
            "nonbinary",
            "non",
            "binary",
            "divers",
            "nicht",
            "binar",
            "nichtbinar",
            "binaire",
            "no",
            "binario",
            "binair",
            "nao",
            "genderqueer",
            "enby",
        ],
        _ => return 0,
    };
    let all = tokens(folded);
    let own = all.iter().filter(|w| words.contains(w)).count();
    let others = all
        .iter()
        .filter(|w| !words.contains(w) && !FILLERS.contains(w))
        .count();
    let bare_no = value == "non_binary"
        && own == 1
        && has_any(folded, &["no", "non", "nao", "nicht", "binary"]);
    if own == 0 || others > 0 || bare_no {
        0
    } else if own == all.len() {
        4
    } else {
        3
    }
}

fn pronoun_fit(folded: &str, value: &str) -> u8 {
    let words: &[&str] = match value {
        "he_him" => &[
            "he", "him", "his", "er", "ihm", "ihn", "sein", "il", "lui", "el",
        ],
        "she_her" => &["she", "her", "hers", "sie", "ihr", "elle", "ella"],
        "they_them" => &["they", "them", "their", "theirs", "iel"],
        _ => return 0,
    };
    let all = tokens(folded);
    u8::from(!all.is_empty() && all.iter().all(|w| words.contains(w))) * 4
}

fn race_fit(folded: &str, value: &str) -> u8 {
    // Every group of the federal form repeats that it is "not Hispanic or Latino".
    let rest = folded
        .replace("not hispanic or latino", "")
        .replace("not hispanic", "");
    let rest = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    let groups: [(&str, &[&str]); 7] = [
        (
            "american_indian",
            &[
                "american indian",
                "alaska native",
                "alaskan native",
                "native american",
            ],
        ),
        ("asian", &["asian"]),
        ("black", &["black", "african american"]),
        (
            "hispanic",
            &["hispanic", "latino", "latina", "latinx", "latine"],
        ),
        (
            "pacific_islander",
            &["pacific islander", "native hawaiian", "hawaiian"],
        ),
        ("white", &["white", "caucasian"]),
        (
            "two_or_more",
            &["two or more", "multiracial", "mixed", "more than one"],
        ),
    ];
    let named: Vec<&str> = groups
        .iter()
        .filter(|(_, words)| has_any(&rest, words))
        .map(|(g, _)| *g)
        .collect();
    if says_narrower(&rest) {
        return 0;
    }
    let counts = named == [value] || named.contains(&"two_or_more") && value == "two_or_more";
    if counts && !is_negated(&rest) { 3 } else { 0 }
}

/// Whether a short option names one part of a group ("South Asian", "White British", "any other
/// White background"): more than the person said. Long options list the parts of the whole group.
fn says_narrower(option: &str) -> bool {
    const PARTS: &[&str] = &[
        "north",
        "south",
        "east",
        "west",
        "southeast",
        "central",
        "eastern",
        "western",
        "british",
        "english",
        "irish",
        "indian",
        "pakistani",
        "bangladeshi",
        "chinese",
        "japanese",
        "korean",
        "filipino",
        "vietnamese",
        "african",
        "caribbean",
        "arab",
        "gypsy",
        "traveller",
        "other",
    ];
    let whole = [
        "african american",
        "american indian",
        "e g",
        "including",
        "such as",
        "two or more",
    ];
    let words = tokens(option);
    words.len() <= 9 && words.iter().any(|w| PARTS.contains(w)) && !has_any(option, &whole)
}

fn hispanic_fit(folded: &str, value: &str) -> u8 {
    let group = has_any(folded, &["hispanic", "latino", "latina", "latinx"]);
    let first = tokens(folded).first().copied().unwrap_or_default();
    let says = match yes_no_word(first) {
        Some(yes) => Some(yes),
        None if group => Some(!is_negated(folded)),
        None => None,
    };
    u8::from(says == Some(value == "yes") && matches!(value, "yes" | "no")) * 3
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum VeteranOption {
    Not,
    NotProtected,
    Veteran,
    VeteranNotProtected,
    Protected,
}

/// What an option says about being a veteran, by where it says "not".
fn veteran_option(folded: &str) -> Option<VeteranOption> {
    let words = tokens(folded);
    let at_veteran = words.iter().position(|w| w.starts_with("veteran"))?;
    let at_not = words.iter().position(|w| is_negated(w));
    let protected = has_phrase(folded, "protected");
    Some(match at_not {
        None if protected => VeteranOption::Protected,
        None => VeteranOption::Veteran,
        Some(at) if at < at_veteran && protected => VeteranOption::NotProtected,
        Some(at) if at < at_veteran => VeteranOption::Not,
        Some(_) if protected => VeteranOption::VeteranNotProtected,
        Some(_) => return None,
    })
}

fn veteran_fit(folded: &str, value: &str, question: &str) -> u8 {
    use VeteranOption as O;
    if let Some(yes) = yes_no_word(folded) {
        let asks_protected = has_phrase(question, "protected");
        let true_of_person = match value {
            "protected_veteran" => true,
            "veteran_not_protected" => !asks_protected,
            "not_veteran" => false,
            _ => return 0,
        };
        return if has_phrase(question, "veteran") {
            u8::from(yes == true_of_person) * 4
        } else {
            0
        };
    }
    match (value, veteran_option(folded)) {
        ("not_veteran", Some(O::Not))
        | ("protected_veteran", Some(O::Protected))
        | ("veteran_not_protected", Some(O::VeteranNotProtected)) => 4,
        // True of the person as well, where the form has nothing closer.
        ("not_veteran" | "veteran_not_protected", Some(O::NotProtected)) => 3,
        ("protected_veteran" | "veteran_not_protected", Some(O::Veteran)) if folded.len() <= 20 => {
            2
        }
        _ => 0,
    }
}

fn disability_fit(folded: &str, value: &str) -> u8 {
    // "No longer" tells of one in the past.
    if has_any(folded, &["no longer"]) {
        return 0;
    }
    let first = tokens(folded).first().copied().unwrap_or_default();
    let speaks = [
        "disab",
        "behinder",
        "handicap",
        "discapac",
        "disabil",
        "beperking",
        "deficien",
        "niepelnospr",
    ];
    let about = speaks.iter().any(|s| folded.contains(s));
    let says = match yes_no_word(first) {
        Some(yes) => Some(yes),
        None if about => Some(!is_negated(folded)),
        None => None,
    };
    u8::from(says == Some(value == "yes") && matches!(value, "yes" | "no")) * 3
}

#[cfg(test)]
mod tests {
    use super::super::super::answer::Choice;
    use super::super::super::words::fold;
    use super::*;

    #[track_caller]
    fn check(kind: FieldKind, value: &str, option: &str, fits: bool) {
        let raw = crate::page::RawOption {
            text: option.to_owned(),
            ..Default::default()
        };
        let choice = Choice {
            index: 1,
            option: &raw,
            folded: fold(option),
            value: String::new(),
            placeholder: false,
            decline: false,
        };
        assert_eq!(
            fit(kind, value, "are you a protected veteran")(&choice) > 0,
            fits,
            "{value} / {option}"
        );
    }

    #[test]
    fn options_are_read_by_meaning() {
        use FieldKind as K;
        check(K::Gender, "female", "Female", true);
        check(K::Gender, "female", "Weiblich (w)", true);
        check(K::Gender, "female", "Male", false);
        check(K::Gender, "male", "Female", false);
        check(K::Gender, "female", "Transgender female", false);
        check(K::Gender, "non_binary", "Non-binary", true);
        check(K::Gender, "non_binary", "No", false);
        check(K::Pronouns, "she_her", "She/Her", true);
        check(K::Pronouns, "they_them", "She/They", false);
        check(
            K::RaceEthnicity,
            "white",
            "White (Not Hispanic or Latino)",
            true,
        );
        check(
            K::RaceEthnicity,
            "hispanic",
            "White (Not Hispanic or Latino)",
            false,
        );
        check(K::RaceEthnicity, "hispanic", "Hispanic or Latino", true);
        check(
            K::RaceEthnicity,
            "asian",
            "Two or more races (Not Hispanic or Latino)",
            false,
        );
        check(
            K::RaceEthnicity,
            "american_indian",
            "American Indian or Alaska Native",
            true,
        );
        check(K::RaceEthnicity, "black", "Black or African American", true);
        check(K::RaceEthnicity, "asian", "South Asian", false);
        check(
            K::RaceEthnicity,
            "asian",
            "Asian or Asian British - Indian",
            false,
        );
        check(
            K::RaceEthnicity,
            "asian",
            "Asian (Not Hispanic or Latino)",
            true,
        );
        check(K::RaceEthnicity, "white", "White British", false);
        check(
            K::RaceEthnicity,
            "white",
            "Any other White background",
            false,
        );
        check(K::RaceEthnicity, "black", "Black or African American", true);
        check(K::RaceEthnicity, "black", "Black Caribbean", false);
        check(
            K::RaceEthnicity,
            "asian",
            "Asian: a person with origins in the Far East, Southeast Asia or the Indian subcontinent",
            true,
        );
        check(K::Disability, "no", "No longer disabled", false);
        check(K::Hispanic, "no", "Not Hispanic or Latino", true);
        check(K::Hispanic, "yes", "Not Hispanic or Latino", false);
        check(K::Hispanic, "no", "No", true);
        check(
            K::Veteran,
            "not_veteran",
            "I am not a protected veteran",
            true,
        );
        check(
            K::Veteran,
            "not_veteran",
            "I am a veteran, but I am not a protected veteran",
            false,
        );
        check(
            K::Veteran,
            "veteran_not_protected",
            "I identify as a veteran, just not a protected veteran",
            true,
        );
        check(
            K::Veteran,
            "protected_veteran",
            "I am not a protected veteran",
            false,
        );
        check(
            K::Veteran,
            "protected_veteran",
            "I identify as one or more of the classifications of protected veteran listed above",
            true,
        );
        check(K::Veteran, "not_veteran", "No", true);
        check(K::Veteran, "protected_veteran", "Yes", true);
        check(
            K::Disability,
            "no",
            "No, I do not have a disability and have not had one in the past",
            true,
        );
        check(
            K::Disability,
            "yes",
            "No, I do not have a disability and have not had one in the past",
            false,
        );
        check(
            K::Disability,
            "yes",
            "Yes, I have a disability, or have had one in the past",
            true,
        );
        check(K::Disability, "no", "Nein", true);
    }
}
