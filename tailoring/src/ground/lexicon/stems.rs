//! Words without their endings, where the library of stemmers does not take them off.

/// Polish, for which the library has no stemmer: the endings of nouns, adjectives and verbs taken off, the longest first.
pub(super) fn slavic_stem(folded: &str) -> String {
    const ENDINGS: [&str; 47] = [
        "owaniem", "owania", "owanie", "iwanie", "ywanie", "alem", "alam", "ilem", "ilam", "ylem",
        "ylam", "owal", "eniem", "aniem", "enia", "ania", "enie", "anie", "ach", "ami", "ego",
        "emu", "ych", "ich", "owi", "ymi", "imi", "iem", "om", "ow", "ej", "ym", "im", "em", "ie",
        "ia", "iu", "a", "e", "y", "i", "u", "o", "ac", "ic", "al", "il",
    ];
    for ending in ENDINGS {
        if let Some(stem) = folded.strip_suffix(ending)
            && stem.chars().count() >= 4
        {
            return stem.to_owned();
        }
    }
    folded.to_owned()
}

/// The endings that the forms of a deed have, the longest first.
fn deed_endings(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &[
            "ations", "ation", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ied",
            "ies", "ed", "es", "s", "e", "y",
        ],
        "de" => &[
            "ungen", "ierung", "ierten", "ierte", "ieren", "iert", "iere", "ung", "eten", "ete",
            "ten", "te", "et", "en", "t", "e", "n",
        ],
        "fr" => &[
            "issements",
            "issement",
            "issage",
            "ations",
            "ation",
            "ements",
            "ement",
            "ages",
            "age",
            "ition",
            "ees",
            "ant",
            "es",
            "ee",
            "er",
            "ir",
            "re",
            "is",
            "it",
            "e",
        ],
        "es" => &[
            "aciones", "acion", "iciones", "icion", "cion", "amiento", "imiento", "ando", "iendo",
            "adas", "ados", "ada", "ado", "ida", "ido", "aba", "ar", "er", "ir", "es", "e", "i",
            "o", "a",
        ],
        "it" => &[
            "azioni", "azione", "izione", "zione", "amento", "imento", "aggio", "ando", "endo",
            "ate", "ati", "ata", "ato", "ito", "ita", "uto", "are", "ere", "ire", "avo", "o", "a",
            "e", "i",
        ],
        "nl" => &[
            "ingen", "ering", "eerden", "eerde", "eren", "eert", "eerd", "eer", "ing", "den",
            "ten", "de", "te", "en", "d", "t", "e",
        ],
        "pt" => &[
            "acoes", "acao", "icao", "cao", "amento", "imento", "agem", "ando", "endo", "adas",
            "ados", "ada", "ado", "ida", "ido", "ava", "ar", "er", "ir", "ei", "ou", "i", "o", "a",
            "e",
        ],
        "pl" => &[
            "owaniem", "owaniu", "owania", "owanie", "owalem", "owalam", "iwanie", "ywanie",
            "ialem", "ialam", "ieniu", "ienia", "ienie", "eniu", "enia", "enie", "aniu", "ania",
            "anie", "alem", "alam", "ilem", "ilam", "ylem", "ylam", "owac", "iac", "ac", "ic",
            "yc", "ami", "ach", "y", "a", "e", "i", "u",
        ],
        _ => &[],
    }
}

/// Prefixes after which German and Dutch put the "ge" of the participle.
const SEPARABLE: [&str; 20] = [
    "zusammen", "voran", "durch", "nach", "fort", "auf", "aus", "ein", "mit", "vor", "an", "ab",
    "um", "zu", "op", "uit", "in", "bij", "af", "mee",
];

/// What the verb and noun forms of a deed have in common; empty where nothing is left that could be told apart.
pub(super) fn root(folded: &str, language: &str) -> String {
    let mut word = folded.to_owned();
    if matches!(language, "de" | "nl") {
        let bare = |word: &str| {
            word.strip_prefix("ge")
                .filter(|rest| {
                    rest.len() >= 4
                        && (rest.ends_with('t') || rest.ends_with('d') || rest.ends_with("en"))
                })
                .map(str::to_owned)
        };
        let inner = SEPARABLE.iter().find_map(|prefix| {
            let rest = bare(word.strip_prefix(prefix)?)?;
            Some(format!("{prefix}{rest}"))
        });
        word = inner.or_else(|| bare(&word)).unwrap_or(word);
    }
    for ending in deed_endings(language) {
        if let Some(root) = word.strip_suffix(ending)
            && root.chars().count() >= 4
        {
            let mut root = root.to_owned();
            if matches!(language, "es" | "pt" | "it" | "fr")
                && root.len() > 5
                && root.ends_with(['t', 'c', 'i'])
            {
                root.pop();
            }
            return root;
        }
    }
    String::new()
}
