//! Which countries a sentence names.
//!
//! What must not happen here: "us" (we) read as "US". Short forms count only in capitals.

use crate::classify::text::{Patterns, tables, words};
use std::sync::LazyLock;

/// The code for "some country, and the answer cannot be looked up": several at once, or the person's present one.
/// ISO 3166-1 reserves it for private use, so no profile holds an answer for it.
pub(crate) const UNKNOWN: &str = "ZZ";

/// Short forms, in capitals only.
const SHORT: &[(&str, &str)] = &[
    ("US", "US"),
    ("USA", "US"),
    ("UK", "GB"),
    ("GB", "GB"),
    ("EU", "EU"),
    ("EEA", "EU"),
    ("EWR", "EU"),
    ("UAE", "AE"),
    ("NZ", "NZ"),
    ("EUA", "US"),
];

/// Names by code: in English, then as the country's own people and its neighbours write it.
const NAMES: &[(&str, &[&str])] = &[
    (
        "US",
        &[
            "united states",
            "usa",
            "vereinigte|vereinigten staaten",
            "états unis",
            "estados unidos",
            "stati uniti",
            "verenigde staten",
            "stanach zjednoczonych|stany zjednoczone",
            "etats unis",
        ],
    ),
    (
        "GB",
        &[
            "united kingdom",
            "great britain",
            "britain|england|scotland|wales",
            "großbritannien",
            "vereinigtes|vereinigten königreich",
            "royaume uni",
            "reino unido",
            "regno unito",
            "verenigd koninkrijk",
            "wielkiej brytanii",
        ],
    ),
    (
        "EU",
        &[
            "european union",
            "europe|europa",
            "europäische|europäischen union",
            "union européenne",
            "unión europea",
            "unione europea",
            "europese unie",
            "união europeia",
            "unii europejskiej",
            "european economic area",
            "schengen",
        ],
    ),
    (
        "DE",
        &["germany|deutschland|allemagne|alemania|germania|duitsland|alemanha|niemcy|niemczech"],
    ),
    (
        "AT",
        &["austria|österreich|autriche|oostenrijk|áustria|austrii"],
    ),
    (
        "CH",
        &["switzerland|schweiz|suisse|suiza|svizzera|zwitserland|suíça|szwajcarii"],
    ),
    (
        "FR",
        &["france|frankreich|francia|frankrijk|frança|francji"],
    ),
    (
        "ES",
        &["spain|spanien|españa|espagne|spagna|spanje|espanha|hiszpanii"],
    ),
    (
        "IT",
        &["italy|italien|italia|italie|italië|itália|włoszech"],
    ),
    (
        "NL",
        &[
            "netherlands|niederlande|niederlanden|nederland|holland|holandii",
            "pays bas",
            "países bajos|baixos",
            "paesi bassi",
        ],
    ),
    ("BE", &["belgium|belgien|belgique|bélgica|belgio|belgië"]),
    ("LU", &["luxembourg|luxemburg"]),
    ("PT", &["portugal"]),
    ("PL", &["poland|polen|pologne|polonia|polska|polsce|polski"]),
    ("CZ", &["czechia|tschechien", "czech republic"]),
    ("DK", &["denmark|dänemark|danmark|danemark"]),
    ("SE", &["sweden|schweden|sverige|suède|suecia"]),
    ("NO", &["norway|norwegen|norge|norvège|noruega"]),
    ("FI", &["finland|finnland|finlande|suomi|suomessa"]),
    ("IE", &["ireland|irland|irlande|irlanda|ierland"]),
    ("CA", &["canada|kanada"]),
    ("MX", &["mexico|mexiko|méxico|mexique"]),
    ("BR", &["brazil|brasilien|brasil|brésil"]),
    ("AR", &["argentina|argentinien"]),
    ("CL", &["chile"]),
    ("CO", &["colombia|kolumbien"]),
    ("AU", &["australia|australien|australie"]),
    ("NZ", &["new zealand", "neuseeland"]),
    ("IN", &["india|indien|inde"]),
    ("SG", &["singapore|singapur"]),
    ("JP", &["japan|japon"]),
    ("CN", &["china"]),
    ("HK", &["hong kong"]),
    ("KR", &["south korea", "südkorea"]),
    ("PH", &["philippines|philippinen"]),
    ("MY", &["malaysia"]),
    ("TH", &["thailand"]),
    ("ID", &["indonesia"]),
    ("VN", &["vietnam"]),
    ("AE", &["united arab emirates", "dubai"]),
    ("SA", &["saudi arabia"]),
    ("QA", &["qatar"]),
    ("IL", &["israel"]),
    ("TR", &["turkey|türkiye|türkei"]),
    ("ZA", &["south africa", "südafrika"]),
    ("NG", &["nigeria"]),
    ("KE", &["kenya"]),
    ("EG", &["egypt"]),
    ("RO", &["romania|rumänien|roumanie"]),
    ("BG", &["bulgaria|bulgarien"]),
    ("HU", &["hungary|ungarn"]),
    ("GR", &["greece|griechenland"]),
    ("HR", &["croatia|kroatien"]),
    ("RS", &["serbia|serbien"]),
    ("SK", &["slovakia|slowakei"]),
    ("SI", &["slovenia|slowenien"]),
    ("UA", &["ukraine"]),
    ("EE", &["estonia|estland"]),
    ("LV", &["latvia|lettland"]),
    ("LT", &["lithuania|litauen"]),
];

/// Regions with another country's name in theirs.
const NAMESAKES: &[(&str, &str)] = &[
    ("northern ireland", "GB"),
    ("new south wales", "AU"),
    ("new mexico", "US"),
    ("new england", "US"),
];

static TABLE: LazyLock<Vec<(&str, Patterns)>> = LazyLock::new(|| {
    NAMES
        .iter()
        .map(|(code, names)| (*code, Patterns::new(names)))
        .collect()
});

tables! {
    PRESENT = [
        "current|present location|country|place", "country .. currently|presently live|reside|located|living|residing|based", "where you .. currently|presently|are", "country of residence", "derzeitigen land|wohnort|standort", "pays de résidence",
    ];
}

/// The ISO codes ("EU" for the union) of the countries a text names, each once.
pub(crate) fn countries_in(text: &str) -> Vec<&'static str> {
    let mut codes: Vec<&'static str> = Vec::new();
    let folded = without_namesakes(&words(text), &mut codes);
    for (code, names) in TABLE.iter() {
        if names.any(&folded) && !codes.contains(code) {
            codes.push(code);
        }
    }
    let bare: String = text.chars().filter(|letter| *letter != '.').collect();
    for word in bare.split(|letter: char| !letter.is_alphanumeric()) {
        if let Some((_, code)) = SHORT.iter().find(|(short, _)| *short == word)
            && !codes.contains(code)
        {
            codes.push(code);
        }
    }
    codes
}

/// The words without regions that are named like another country than theirs, whose countries are found.
fn without_namesakes(words: &[String], codes: &mut Vec<&'static str>) -> Vec<String> {
    let mut text = format!(" {} ", words.join(" "));
    for (name, code) in NAMESAKES {
        let name = format!(" {name} ");
        if text.contains(&name) {
            text = text.replace(&name, " ");
            codes.push(code);
        }
    }
    text.split_whitespace().map(str::to_owned).collect()
}

/// Whether a text means the country the person is in now rather than the job's.
pub(crate) fn is_about_present_place(words: &[String]) -> bool {
    PRESENT.any(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_found_and_pronouns_are_not() {
        assert_eq!(
            countries_in("Are you authorized to work in the U.S.?"),
            ["US"]
        );
        assert_eq!(
            countries_in("Would you like to work with us?"),
            Vec::<&str>::new()
        );
        assert_eq!(countries_in("in den Vereinigten Staaten"), ["US"]);
        assert_eq!(countries_in("in the UK or the EU"), ["GB", "EU"]);
        assert_eq!(countries_in("for any UK employer"), ["GB"]);
        assert_eq!(countries_in("in New South Wales"), ["AU"]);
        assert_eq!(countries_in("in Northern Ireland, UK"), ["GB"]);
        assert_eq!(countries_in("in New Mexico or Mexico"), ["US", "MX"]);
    }
}
