//! How forms usually word an answer, for lists whose options cannot be seen.

use crate::classify::FieldKind;

/// How forms usually word a token, for lists whose options cannot be seen, the most usual first.
pub(super) fn known_wordings(kind: FieldKind, value: &str) -> Vec<String> {
    let known: &[&str] = match (kind, value) {
        (FieldKind::Gender, "female") => &[
            "Female", "Woman", "Weiblich", "Frau", "Femme", "Féminin", "Mujer", "Femenino",
            "Donna", "Femmina", "Vrouw", "Feminino", "Mulher", "Kobieta",
        ],
        (FieldKind::Gender, "male") => &[
            "Male",
            "Man",
            "Männlich",
            "Mann",
            "Homme",
            "Masculin",
            "Hombre",
            "Masculino",
            "Uomo",
            "Maschio",
            "Homem",
            "Mężczyzna",
        ],
        (FieldKind::Gender, "non_binary") => &[
            "Non-binary",
            "Nonbinary",
            "Non binary",
            "Divers",
            "Nicht-binär",
            "Non binaire",
            "No binario",
            "Non binario",
        ],
        (FieldKind::Pronouns, "he_him") => &["he/him", "he/him/his"],
        (FieldKind::Pronouns, "she_her") => &["she/her", "she/her/hers"],
        (FieldKind::Pronouns, "they_them") => &["they/them", "they/them/theirs"],
        (FieldKind::RaceEthnicity, "american_indian") => &[
            "American Indian or Alaska Native",
            "American Indian or Alaskan Native",
            "American Indian or Alaska Native (Not Hispanic or Latino)",
        ],
        (FieldKind::RaceEthnicity, "asian") => &["Asian", "Asian (Not Hispanic or Latino)"],
        (FieldKind::RaceEthnicity, "black") => &[
            "Black or African American",
            "Black or African American (Not Hispanic or Latino)",
            "Black",
        ],
        (FieldKind::RaceEthnicity, "hispanic") => {
            &["Hispanic or Latino", "Hispanic", "Hispanic/Latino"]
        }
        (FieldKind::RaceEthnicity, "pacific_islander") => &[
            "Native Hawaiian or Other Pacific Islander",
            "Native Hawaiian or Pacific Islander",
            "Native Hawaiian or Other Pacific Islander (Not Hispanic or Latino)",
        ],
        (FieldKind::RaceEthnicity, "white") => {
            &["White", "White (Not Hispanic or Latino)", "Caucasian"]
        }
        (FieldKind::RaceEthnicity, "two_or_more") => &[
            "Two or More Races",
            "Two or more races (Not Hispanic or Latino)",
            "Multiracial",
        ],
        (FieldKind::Veteran, "not_veteran") => &[
            "I am not a protected veteran",
            "I am not a veteran",
            "Not a veteran",
            "Not a protected veteran",
        ],
        (FieldKind::Veteran, "protected_veteran") => &[
            "I identify as one or more of the classifications of a protected veteran",
            "I identify as one or more of the classifications of protected veteran listed above",
            "I am a protected veteran",
            "Protected veteran",
        ],
        (FieldKind::Veteran, "veteran_not_protected") => &[
            "I am a veteran, but not a protected veteran",
            "I identify as a veteran, just not a protected veteran",
            "I am not a protected veteran",
        ],
        (FieldKind::Disability, "yes") => &[
            "Yes, I have a disability, or have had one in the past",
            "Yes, I have a disability, or have a history/record of having a disability",
            "Yes, I have a disability (or previously had a disability)",
            "Yes, I have a disability",
        ],
        (FieldKind::Disability, "no") => &[
            "No, I do not have a disability and have not had one in the past",
            "No, I don't have a disability, or a history/record of having a disability",
            "No, I do not have a disability",
            "No, I don't have a disability",
        ],
        (FieldKind::Hispanic, "yes") => {
            &["Yes", "Hispanic or Latino", "Yes, I am Hispanic or Latino"]
        }
        (FieldKind::Hispanic, "no") => &[
            "No",
            "Not Hispanic or Latino",
            "No, I am not Hispanic or Latino",
        ],
        _ => &[],
    };
    if known.is_empty() {
        vec![value.to_owned()]
    } else {
        known.iter().map(|w| (*w).to_owned()).collect()
    }
}
