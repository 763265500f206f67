//! Voluntary self-identification: only what the person answered, in the words of the form's options.
//! Declining is an answer of its own and never stands in for a missing one.

use super::answer::{Answer, Ask, Choice, Fit, Stop};
use super::dates::{self, Date};
use super::options::says_exactly;
use super::refusals::own_words;
use super::words::{DECLINE_WORDINGS, has_any, has_phrase, is_negated, tokens, yes_no_word};
use super::{Refusal, yes_no};
use crate::classify::FieldKind;
use foothold_shared::profile::{AnswerState, SelfIdentification};

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let all = &ask.profile.demographics;
    let (own, source): (&SelfIdentification, &str) = match ask.kind {
        FieldKind::Gender => (&all.gender, "your profile: gender"),
        FieldKind::Pronouns => (&all.pronouns, "your profile: pronouns"),
        FieldKind::RaceEthnicity => (&all.race_ethnicity, "your profile: race or ethnicity"),
        FieldKind::Hispanic => (&all.hispanic, "your profile: Hispanic or Latino"),
        FieldKind::Veteran => (&all.veteran, "your profile: veteran status"),
        FieldKind::Disability => (&all.disability, "your profile: disability"),
        _ => return date_of_birth(ask),
    };
    let values: Vec<&str> = own
        .values
        .iter()
        .map(|v| v.trim())
        .filter(|v| !v.is_empty())
        .collect();
    match own.state {
        AnswerState::Answered if !values.is_empty() => answered(ask, &values, source),
        AnswerState::Declined => Ok(declined(source)),
        _ => Err(not_answered()),
    }
}

fn not_answered() -> Stop {
    Stop::new(
        Refusal::DemographicNotAnswered,
        "A voluntary question that you have not answered in your profile.",
    )
}

fn date_of_birth<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let date = Date::parse(&ask.profile.demographics.date_of_birth).ok_or_else(not_answered)?;
    Ok(dates::answer(ask, date, "your profile: date of birth"))
}

fn declined<'a>(source: &str) -> Answer<'a> {
    let wordings = DECLINE_WORDINGS.iter().map(|w| (*w).to_owned()).collect();
    let fit = Box::new(|choice: &Choice<'_>| u8::from(choice.decline) * 4);
    let mut answer = Answer::with_fit(
        &format!("{source} (you prefer not to say)"),
        "",
        wordings,
        fit,
    );
    answer.text = Err(Stop::new(
        Refusal::NoMatchingOption,
        "You prefer not to say, and this field has no way to say that. It can stay empty.",
    ));
    answer.may_decline = true;
    answer.query = String::new();
    answer
}

fn answered<'a>(ask: &Ask<'a>, values: &[&'a str], source: &str) -> Result<Answer<'a>, Stop> {
    let question = ask.question();
    let fits: Vec<Fit<'a>> = values
        .iter()
        .map(|value| fit(ask.kind, value, &question))
        .collect();
    let wordings: Vec<String> = match values {
        [one] => known_wordings(ask.kind, one),
        _ => vec![],
    };
    let mut answer = Answer::with_fit(source, "", wordings, says_exactly(&[]));
    answer.fits = fits;
    answer.text = match (ask.kind, values) {
        (FieldKind::Gender | FieldKind::Pronouns | FieldKind::RaceEthnicity, values) => {
            let words: Vec<String> = values.iter().map(|v| in_words(ask, v)).collect();
            Ok(words.join(", "))
        }
        _ => Err(own_words()),
    };
    // One box of its own ("I am a veteran") is true or false like any other statement.
    if let (FieldKind::Disability | FieldKind::Hispanic, ["yes" | "no"]) = (ask.kind, values)
        && ask.field.options.len() <= 1
    {
        answer.truth = Some(values == ["yes"]);
        if yes_no::plain_question(&ask.field.label).is_none() {
            answer.text = Err(own_words());
        }
    }
    Ok(answer)
}

/// What is written where a text is asked for: the token's usual word, or the person's own words.
fn in_words(ask: &Ask<'_>, value: &str) -> String {
    const GENDER: [(&str, [&str; 8]); 3] = [
        (
            "female",
            [
                "Female", "Weiblich", "Femme", "Mujer", "Donna", "Vrouw", "Feminino", "Kobieta",
            ],
        ),
        (
            "male",
            [
                "Male",
                "Männlich",
                "Homme",
                "Hombre",
                "Uomo",
                "Man",
                "Masculino",
                "Mężczyzna",
            ],
        ),
        (
            "non_binary",
            [
                "Non-binary",
                "Nicht-binär",
                "Non binaire",
                "No binario",
                "Non binario",
                "Non-binair",
                "Não binário",
                "Niebinarna",
            ],
        ),
    ];
    if let Some((_, words)) = GENDER.iter().find(|(token, _)| *token == value) {
        return ask.lang.pick(words).to_owned();
    }
    known_wordings(ask.kind, value)
        .into_iter()
        .next()
        .unwrap_or_else(|| value.to_owned())
}

/// How forms usually word a token, for lists whose options cannot be seen, the most usual first.
fn known_wordings(kind: FieldKind, value: &str) -> Vec<String> {
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

/// The rule for options that say a token.
fn fit<'a>(kind: FieldKind, value: &str, question: &str) -> Fit<'a> {
    let value_owned = value.to_owned();
    let question = question.to_owned();
    let exact = says_exactly(&[value_owned.clone()]);
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
    let counts = named == [value] || named.contains(&"two_or_more") && value == "two_or_more";
    if counts && !is_negated(&rest) { 3 } else { 0 }
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
    use super::super::words::fold;
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
