//! Countries and their parts, by name in several languages and by code: data and look-ups.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::fold::fold;

/// Code, English name, other names (folded, `|` between).
const COUNTRIES: &[(&str, &str, &str)] = &[
    (
        "AE",
        "United Arab Emirates",
        "uae|emirats arabes unis|vereinigte arabische emirate",
    ),
    ("AR", "Argentina", "argentinien|argentine"),
    (
        "AT",
        "Austria",
        "osterreich|autriche|oesterreich|oostenrijk",
    ),
    ("AU", "Australia", "australien|australie"),
    ("BE", "Belgium", "belgien|belgique|belgie|belgica|belgio"),
    ("BG", "Bulgaria", "bulgarien|bulgarie"),
    ("BR", "Brazil", "brasil|brasilien|bresil|brasile"),
    ("CA", "Canada", "kanada"),
    (
        "CH",
        "Switzerland",
        "schweiz|suisse|svizzera|suiza|zwitserland|suica|szwajcaria",
    ),
    ("CL", "Chile", "chili"),
    ("CN", "China", "chine"),
    ("CO", "Colombia", "kolumbien|colombie"),
    ("CR", "Costa Rica", ""),
    ("CY", "Cyprus", "zypern|chypre"),
    (
        "CZ",
        "Czech Republic",
        "czechia|tschechien|tchequie|republique tcheque|republica checa|cesko|czechy",
    ),
    (
        "DE",
        "Germany",
        "deutschland|allemagne|alemania|germania|duitsland|alemanha|niemcy",
    ),
    (
        "DK",
        "Denmark",
        "danemark|danmark|dinamarca|danimarca|denemarken",
    ),
    ("EE", "Estonia", "estland|estonie"),
    ("EG", "Egypt", "agypten|egypte"),
    (
        "ES",
        "Spain",
        "spanien|espagne|espana|spagna|spanje|espanha|hiszpania",
    ),
    ("FI", "Finland", "finnland|finlande|suomi"),
    (
        "FR",
        "France",
        "frankreich|francia|frankrijk|franca|francja",
    ),
    (
        "GB",
        "United Kingdom",
        "uk|great britain|gb|england|scotland|wales|northern ireland|grossbritannien|vereinigtes konigreich|royaume uni|reino unido|regno unito|verenigd koninkrijk|wielka brytania",
    ),
    ("GR", "Greece", "griechenland|grece|grecia"),
    ("HK", "Hong Kong", ""),
    ("HR", "Croatia", "kroatien|croatie|hrvatska"),
    ("HU", "Hungary", "ungarn|hongrie|magyarorszag"),
    ("ID", "Indonesia", "indonesien|indonesie"),
    ("IE", "Ireland", "irland|irlande|irlanda|ierland"),
    ("IL", "Israel", ""),
    ("IN", "India", "indien|inde"),
    ("IS", "Iceland", "island"),
    ("IT", "Italy", "italien|italie|italia|wlochy"),
    ("JP", "Japan", "japon|giappone"),
    ("KE", "Kenya", "kenia"),
    (
        "KR",
        "South Korea",
        "korea|republic of korea|sudkorea|coree du sud",
    ),
    ("LT", "Lithuania", "litauen|lituanie"),
    ("LU", "Luxembourg", "luxemburg"),
    ("LV", "Latvia", "lettland|lettonie"),
    ("MA", "Morocco", "marokko|maroc"),
    ("MT", "Malta", "malte"),
    ("MX", "Mexico", "mexiko|mexique"),
    ("MY", "Malaysia", ""),
    ("NG", "Nigeria", ""),
    (
        "NL",
        "Netherlands",
        "the netherlands|niederlande|pays bas|nederland|paises bajos|paesi bassi|paises baixos|holland|holandia",
    ),
    ("NO", "Norway", "norwegen|norvege|norge|noruega"),
    ("NZ", "New Zealand", "neuseeland|nouvelle zelande"),
    ("PE", "Peru", "perou"),
    ("PH", "Philippines", "philippinen"),
    ("PK", "Pakistan", ""),
    ("PL", "Poland", "polen|pologne|polska|polonia"),
    ("PT", "Portugal", "portogallo|portugalia"),
    ("RO", "Romania", "rumanien|roumanie"),
    ("RS", "Serbia", "serbien|serbie"),
    ("SA", "Saudi Arabia", "saudi arabien|arabie saoudite"),
    (
        "SE",
        "Sweden",
        "schweden|suede|sverige|suecia|svezia|zweden",
    ),
    ("SG", "Singapore", "singapur|singapour"),
    ("SI", "Slovenia", "slowenien|slovenie"),
    ("SK", "Slovakia", "slowakei|slovaquie|slovensko"),
    ("TH", "Thailand", "thailande"),
    ("TN", "Tunisia", "tunesien|tunisie"),
    ("TR", "Turkey", "turkiye|turkei|turquie"),
    ("TW", "Taiwan", ""),
    ("UA", "Ukraine", "ukraina"),
    (
        "US",
        "United States",
        "united states of america|usa|u s a|us|u s|vereinigte staaten|etats unis|estados unidos|stati uniti|verenigde staten|stany zjednoczone",
    ),
    ("UY", "Uruguay", ""),
    ("VN", "Vietnam", "viet nam"),
    ("ZA", "South Africa", "sudafrika|afrique du sud"),
];

/// Parts of countries that stand where a country could: code of the country, code of the part, folded name.
const PARTS: &[(&str, &str, &str)] = &[
    ("US", "AL", "alabama"),
    ("US", "AK", "alaska"),
    ("US", "AZ", "arizona"),
    ("US", "AR", "arkansas"),
    ("US", "CA", "california"),
    ("US", "CO", "colorado"),
    ("US", "CT", "connecticut"),
    ("US", "DE", "delaware"),
    ("US", "DC", "district of columbia"),
    ("US", "FL", "florida"),
    ("US", "GA", "georgia"),
    ("US", "HI", "hawaii"),
    ("US", "ID", "idaho"),
    ("US", "IL", "illinois"),
    ("US", "IN", "indiana"),
    ("US", "IA", "iowa"),
    ("US", "KS", "kansas"),
    ("US", "KY", "kentucky"),
    ("US", "LA", "louisiana"),
    ("US", "ME", "maine"),
    ("US", "MD", "maryland"),
    ("US", "MA", "massachusetts"),
    ("US", "MI", "michigan"),
    ("US", "MN", "minnesota"),
    ("US", "MS", "mississippi"),
    ("US", "MO", "missouri"),
    ("US", "MT", "montana"),
    ("US", "NE", "nebraska"),
    ("US", "NV", "nevada"),
    ("US", "NH", "new hampshire"),
    ("US", "NJ", "new jersey"),
    ("US", "NM", "new mexico"),
    ("US", "NY", "new york"),
    ("US", "NC", "north carolina"),
    ("US", "ND", "north dakota"),
    ("US", "OH", "ohio"),
    ("US", "OK", "oklahoma"),
    ("US", "OR", "oregon"),
    ("US", "PA", "pennsylvania"),
    ("US", "PR", "puerto rico"),
    ("US", "RI", "rhode island"),
    ("US", "SC", "south carolina"),
    ("US", "SD", "south dakota"),
    ("US", "TN", "tennessee"),
    ("US", "TX", "texas"),
    ("US", "UT", "utah"),
    ("US", "VT", "vermont"),
    ("US", "VA", "virginia"),
    ("US", "WA", "washington"),
    ("US", "WV", "west virginia"),
    ("US", "WI", "wisconsin"),
    ("US", "WY", "wyoming"),
    ("CA", "AB", "alberta"),
    ("CA", "BC", "british columbia"),
    ("CA", "MB", "manitoba"),
    ("CA", "NB", "new brunswick"),
    ("CA", "NL", "newfoundland and labrador"),
    ("CA", "NS", "nova scotia"),
    ("CA", "ON", "ontario"),
    ("CA", "PE", "prince edward island"),
    ("CA", "QC", "quebec"),
    ("CA", "SK", "saskatchewan"),
    ("AU", "NSW", "new south wales"),
    ("AU", "VIC", "victoria"),
    ("AU", "QLD", "queensland"),
    ("AU", "WA", "western australia"),
    ("AU", "SA", "south australia"),
    ("AU", "TAS", "tasmania"),
    ("AU", "ACT", "australian capital territory"),
];

static BY_NAME: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    COUNTRIES
        .iter()
        .flat_map(|(code, name, names)| {
            std::iter::once(fold(name))
                .chain(
                    names
                        .split('|')
                        .filter(|n| !n.is_empty())
                        .map(str::to_owned),
                )
                .map(move |name| (name, *code))
        })
        .collect()
});

/// The country a text names, whole: by name in several languages, or by code in capitals.
pub(crate) fn find(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if text.len() == 2 {
        // Two letters are a code only in capitals: "in", "no" and "it" are words.
        return COUNTRIES
            .iter()
            .map(|(code, _, _)| *code)
            .find(|code| *code == text)
            .or_else(|| (text == "UK").then_some("GB"));
    }
    BY_NAME.get(&fold(text)).copied()
}

/// The English name of a country code.
pub(crate) fn name(code: &str) -> Option<&'static str> {
    COUNTRIES
        .iter()
        .find(|(known, _, _)| known.eq_ignore_ascii_case(code))
        .map(|(_, name, _)| *name)
}

/// The state or province a text names, whole, as country code and part code. Codes count in capitals only.
pub(crate) fn find_part(text: &str) -> Option<(&'static str, &'static str)> {
    let text = text.trim();
    let folded = fold(text);
    PARTS
        .iter()
        .find(|(_, code, name)| text == *code || folded == *name)
        .map(|(country, code, _)| (*country, *code))
}

/// The currency of a country that calls it dollar (or peso, written `$`).
pub(crate) fn dollar(code: &str) -> Option<&'static str> {
    Some(match code {
        "CA" => "CAD",
        "AU" => "AUD",
        "NZ" => "NZD",
        "SG" => "SGD",
        "HK" => "HKD",
        "MX" => "MXN",
        "AR" => "ARS",
        "CL" => "CLP",
        "CO" => "COP",
        "TW" => "TWD",
        "US" => "USD",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_in_several_languages() {
        for (text, code) in [
            ("Germany", Some("DE")),
            ("Deutschland", Some("DE")),
            ("Österreich", Some("AT")),
            ("United States of America", Some("US")),
            ("U.S.", Some("US")),
            ("AT", Some("AT")),
            ("at", None),
            ("Atlantis", None),
        ] {
            assert_eq!(find(text), code, "{text}");
        }
    }

    #[test]
    fn parts_by_name_and_by_capital_code() {
        assert_eq!(find_part("Ontario"), Some(("CA", "ON")));
        assert_eq!(find_part("TX"), Some(("US", "TX")));
        assert_eq!(find_part("in"), None);
    }
}
