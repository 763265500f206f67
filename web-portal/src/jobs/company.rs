//! Whether two names are one company's.

/// Words at a name's end that tell only what kind of company it is.
const FORMS: &[&str] = &[
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "kg",
    "lda",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "pty",
    "sa",
    "sarl",
    "sas",
    "se",
    "sl",
    "spa",
    "srl",
];

/// A company's name without case, marks and the words for its kind; empty where nothing is left.
pub(crate) fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace(['.', '\'', '’'], "");
    let mut words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    while words.len() > 1 && words.last().is_some_and(|word| FORMS.contains(word)) {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_company_has_many_spellings() {
        for name in [
            "Quayside Yards",
            "QUAYSIDE YARDS, Inc.",
            "Quayside-Yards GmbH & Co. KG",
        ] {
            assert_eq!(folded(name), "quayside yards", "{name}");
        }
        assert_eq!(folded("Lights S.A."), "lights");
        assert_ne!(folded("Quayside"), folded("Quayside Yards"));
        // A name that is only such a word stays one.
        assert_eq!(folded("SE"), "se");
        assert_eq!(folded("…"), "");
    }
}
