//! Words as both sides of a comparison see them: folded text, the form's language, yes, no, and
//! "I would rather not say". Only vocabulary lives here, no profile and no form.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A language that answers can be written in; the order is that of the data tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lang {
    En,
    De,
    Fr,
    Es,
    It,
    Nl,
    Pt,
    Pl,
}

impl Lang {
    /// The language of a tag such as `de-AT`; English where it is unknown to us.
    pub(super) fn of(tag: &str) -> Self {
        match tag
            .get(..2)
            .unwrap_or_default()
            .to_ascii_lowercase()
            .as_str()
        {
            "de" => Self::De,
            "fr" => Self::Fr,
            "es" => Self::Es,
            "it" => Self::It,
            "nl" => Self::Nl,
            "pt" => Self::Pt,
            "pl" => Self::Pl,
            _ => Self::En,
        }
    }

    /// The one of eight wordings (in the order of the enum) that is in this language.
    pub(super) fn pick<'a>(self, wordings: &[&'a str; 8]) -> &'a str {
        wordings[self as usize]
    }
}

/// "Yes" in the order of [`Lang`].
pub(super) const YES: [&str; 8] = ["Yes", "Ja", "Oui", "Sí", "Sì", "Ja", "Sim", "Tak"];
/// "No" in the order of [`Lang`].
pub(super) const NO: [&str; 8] = ["No", "Nein", "Non", "No", "No", "Nee", "Não", "Nie"];

/// Lower case, without accents and punctuation, single spaces. `+` and `#` stay where they carry
/// meaning ("C++", "5+", "+49"), apostrophes vanish ("don't" and "dont" are one word).
pub(super) fn fold(text: &str) -> String {
    let flat: Vec<char> = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    let mut out = String::with_capacity(flat.len());
    for (at, &c) in flat.iter().enumerate() {
        let next = flat.get(at + 1).copied().unwrap_or(' ');
        match c {
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            '\'' | '’' | '‘' | 'ʼ' | '`' => {}
            c if c.is_alphanumeric() => out.push(c),
            '+' if next.is_ascii_digit() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
                out.push('+');
            }
            '+' | '#' if !out.is_empty() && !out.ends_with(' ') => out.push(c),
            _ => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words of a folded text.
pub(super) fn tokens(folded: &str) -> Vec<&str> {
    folded.split(' ').filter(|t| !t.is_empty()).collect()
}

/// Whether `part`'s words stand in `whole`, next to each other and in order.
pub(super) fn has_phrase(whole: &str, part: &str) -> bool {
    !part.is_empty() && format!(" {whole} ").contains(&format!(" {part} "))
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
pub(super) fn is_decline(folded: &str) -> bool {
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
pub(super) fn is_placeholder(text: &str, value: &str, first: bool) -> bool {
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
    fn folding_keeps_what_carries_meaning() {
        for (text, folded) in [
            ("  Straße  (Nr.) ", "strasse nr"),
            ("Don’t", "dont"),
            ("C++ / C#", "c++ c#"),
            ("5+ years", "5+ years"),
            ("Germany (+49)", "germany +49"),
            ("Germany+49", "germany +49"),
            ("Łódź", "lodz"),
            ("Côte d'Ivoire", "cote divoire"),
            ("—", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

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
