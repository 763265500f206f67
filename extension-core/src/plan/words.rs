//! Words as both sides of a comparison see them: folded text, the form's language, yes, no, and
//! "I would rather not say". Only vocabulary lives here, no profile and no form.

use crate::folding::Marks;
pub(super) use crate::folding::{has_phrase, tokens};
pub(super) use crate::language::Lang;

/// "Yes" in the order of [`Lang`].
pub(super) const YES: [&str; 8] = ["Yes", "Ja", "Oui", "Sí", "Sì", "Ja", "Sim", "Tak"];
/// "No" in the order of [`Lang`].
pub(super) const NO: [&str; 8] = ["No", "Nein", "Non", "No", "No", "Nee", "Não", "Nie"];

/// Text as answers and options compare it: marks that carry meaning stay.
pub(crate) fn fold(text: &str) -> String {
    crate::folding::fold(text, Marks::Meant)
}

/// Whether any of the phrases stands in the folded text.
pub(super) fn has_any(whole: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|p| has_phrase(whole, p))
}

/// What a single folded word says, where it says yes or no in one of the languages.
pub(super) fn yes_no_word(word: &str) -> Option<bool> {
    match word {
        "yes" | "y" | "true" | "ja" | "oui" | "si" | "sim" | "tak" => Some(true),
        "no" | "n" | "false" | "nein" | "non" | "nee" | "nao" | "nie" => Some(false),
        _ => None,
    }
}

const NEGATIONS: &[&str] = &[
    "not",
    "no",
    "non",
    "never",
    "without",
    "cannot",
    "cant",
    "dont",
    "wont",
    "isnt",
    "arent",
    "doesnt",
    "havent",
    "hasnt",
    "neither",
    "none",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinerlei",
    "ohne",
    "nein",
    "ne",
    "pas",
    "aucun",
    "aucune",
    "sans",
    "sin",
    "ningun",
    "ninguna",
    "senza",
    "niet",
    "geen",
    "zonder",
    "nao",
    "sem",
    "nenhum",
    "nenhuma",
    "nie",
    "bez",
    "zadnej",
    "zadnego",
];

/// Whether a folded text says "not" in any of the languages.
pub(super) fn is_negated(folded: &str) -> bool {
    tokens(folded).iter().any(|t| NEGATIONS.contains(t))
}

const DECLINES: &[&str] = &[
    "decline",
    "declined",
    "prefer not",
    "rather not",
    "choose not",
    "not to say",
    "not to answer",
    "not to disclose",
    "not to identify",
    "not to self identify",
    "not wish to",
    "dont wish to",
    "not want to answer",
    "dont want to answer",
    "not want to say",
    "not want to disclose",
    "undisclosed",
    "not disclosed",
    "no answer",
    "keine angabe",
    "keine angaben",
    "k a",
    "nicht angeben",
    "nicht beantworten",
    "mochte nicht antworten",
    "mochte ich nicht",
    "nicht sagen",
    "ne souhaite pas",
    "prefere ne pas",
    "ne pas repondre",
    "ne pas preciser",
    "ne veux pas",
    "prefiero no",
    "no deseo",
    "no quiero",
    "preferisco non",
    "non desidero",
    "preferisce non",
    "liever niet",
    "wil ik niet",
    "zeg ik niet",
    "prefiro nao",
    "nao desejo",
    "nao quero",
    "wole nie",
    "nie chce",
    "odmawiam",
];

/// Whether a folded option says "I would rather not say".
pub(crate) fn is_decline(folded: &str) -> bool {
    has_any(folded, DECLINES)
}

/// How lists say "I would rather not say", for lists whose options cannot be seen beforehand.
pub(super) const DECLINE_WORDINGS: &[&str] = &[
    "Prefer not to say",
    "I prefer not to say",
    "Prefer not to answer",
    "I prefer not to answer",
    "Prefer not to disclose",
    "I prefer not to disclose",
    "Decline to self-identify",
    "Decline To Self Identify",
    "I decline to self-identify",
    "I decline to identify",
    "I don't wish to answer",
    "I do not wish to answer",
    "I do not want to answer",
    "I don't want to answer",
    "I don't wish to say",
    "I choose not to disclose",
    "I choose not to identify",
    "I decline to answer",
    "Decline to answer",
    "Decline to state",
    "Decline to identify",
    "I would rather not say",
    "Keine Angabe",
    "Möchte ich nicht angeben",
    "Ich möchte keine Angabe machen",
    "Je préfère ne pas répondre",
    "Je ne souhaite pas répondre",
    "Préfère ne pas répondre",
    "Prefiero no responder",
    "Prefiero no decirlo",
    "Preferisco non rispondere",
    "Zeg ik liever niet",
    "Liever niet zeggen",
    "Prefiro não responder",
    "Prefiro não dizer",
    "Wolę nie odpowiadać",
];

const PLACEHOLDERS: &[&str] = &[
    "none selected",
    "nothing selected",
    "no selection",
    "not selected",
    "pick one",
    "pick an option",
    "please pick",
    "bitte wahlen",
    "bitte auswahlen",
    "auswahlen",
    "bitte auswahl treffen",
    "wahlen",
    "nicht ausgewahlt",
    "keine auswahl",
    "choisir",
    "choisissez",
    "selectionner",
    "selectionnez",
    "veuillez choisir",
    "veuillez selectionner",
    "elegir",
    "elige",
    "elija",
    "seleccionar",
    "seleccione",
    "selecciona",
    "selezionare",
    "seleziona",
    "scegli",
    "scegliere",
    "kies",
    "kiezen",
    "selecteer",
    "maak een keuze",
    "maak uw keuze",
    "selecionar",
    "selecione",
    "escolha",
    "escolher",
    "wybierz",
    "prosze wybrac",
];
const PLACEHOLDER_STARTS: &[&str] = &[
    "select",
    "choose",
    "please",
    "bitte",
    "wahlen",
    "auswahlen",
    "choisir",
    "choisissez",
    "selectionner",
    "selectionnez",
    "veuillez",
    "elige",
    "elija",
    "seleccione",
    "selecciona",
    "seleccionar",
    "seleziona",
    "selezionare",
    "scegli",
    "kies",
    "selecteer",
    "selecione",
    "escolha",
    "wybierz",
    "prosze",
];

/// Whether an option only asks to choose ("Select…", "--", "Bitte wählen") and says nothing itself.
/// `value` is what it would send, `first` whether it heads its list.
pub(crate) fn is_placeholder(text: &str, value: &str, first: bool) -> bool {
    let folded = fold(text);
    if folded.is_empty() {
        // Radio buttons without a text of their own speak by their value.
        return fold(value).is_empty();
    }
    if PLACEHOLDERS.contains(&folded.as_str()) || folded == "select" || folded == "choose" {
        return true;
    }
    let words = tokens(&folded);
    let asks = words
        .first()
        .is_some_and(|w| PLACEHOLDER_STARTS.contains(w));
    asks && words.len() <= 7 && (first || value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_say_nothing() {
        for (text, value) in [
            ("Select…", ""),
            ("--", ""),
            ("Bitte wählen", "0"),
            ("", ""),
            ("Please select one", ""),
        ] {
            assert!(is_placeholder(text, value, true), "{text}");
        }
        for (text, value) in [
            ("Selectman", "s"),
            ("No", ""),
            ("Prefer not to say", ""),
            ("", "yes"),
        ] {
            assert!(!is_placeholder(text, value, false), "{text}");
        }
    }

    #[test]
    fn declining_is_not_answering() {
        for text in [
            "I don't wish to answer",
            "Keine Angabe",
            "Je préfère ne pas répondre",
            "Decline To Self Identify",
        ] {
            assert!(is_decline(&fold(text)), "{text}");
        }
        for text in [
            "No, I do not have a disability and have not had one in the past",
            "I am not a protected veteran",
            "No",
        ] {
            assert!(!is_decline(&fold(text)), "{text}");
        }
        for text in DECLINE_WORDINGS {
            assert!(is_decline(&fold(text)), "{text}");
        }
    }
}
