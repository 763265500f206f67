//! Addresses by their shape: streets and their numbers, towns and their codes, and what only looks like one.

use super::reach::{PHONE, is_phone};
use crate::fold::fold_words;
use crate::line::{Line, Part};
use crate::read::words::{is_name_like, is_place, is_school, title_weight};
use crate::read::{dates, headings};
use regex::Regex;
use std::sync::LazyLock;

/// "Pestalozzistraße 41": a street and its number, set apart from the town by a sign.
pub(super) fn is_street(text: &str) -> bool {
    let number = text.split_whitespace().next_back().unwrap_or_default();
    number.starts_with(|sign: char| sign.is_ascii_digit())
        && number.chars().count() <= 5
        && text.contains(' ')
        && text.chars().count() < 50
        && text.chars().next().is_some_and(char::is_uppercase)
        && dates::find(text).is_empty()
}

/// "Gandhi Nagar 2nd Street, Coimbatore – 641012", "Recife – PE": the code that Indian addresses and the state that
/// Brazilian ones end in, behind a dash.
pub(super) fn with_code_behind_dash(text: &str) -> Option<&str> {
    const STATES: &str =
        "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO";
    let text = text
        .trim()
        .trim_matches(|sign: char| !sign.is_alphanumeric());
    let cut = text.rfind(['-', '–', '—'])?;
    let town = text[..cut].trim_end();
    let code: String = text[cut..]
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .collect();
    let named = town
        .rsplit([' ', ','])
        .next()
        .is_some_and(|word| word.chars().count() > 2 && is_name_like(word));
    let is_index = code.len() == 6
        && !code.starts_with('0')
        && code.chars().all(|sign| sign.is_ascii_digit())
        && text.contains(',');
    let is_state = STATES.split(' ').any(|state| state == code) && town.len() < cut;
    let is_address = named
        && (is_index || is_state)
        && text.chars().count() < 90
        && !text.contains(['@', ':'])
        && title_weight(town) == 0;
    is_address.then_some(text)
}

/// "2208 Cottonwood Drive" with "Cheyenne, WY 82001" below it: an address as envelopes show it. `text` is what the
/// part says without its label.
pub(super) fn two_lines(
    text: &str,
    part: &Part,
    line: &Line,
    next: &Line,
    labelled: bool,
) -> Option<String> {
    let street = text.trim().trim_end_matches(',');
    // "2208 Cottonwood Drive" looks like a code and its town, but says what it is.
    let looks_like_town = is_postal(street) && !ends_as_street(street) || is_place(street);
    if !is_street_line(street) || looks_like_town {
        return None;
    }
    let near = next.region == line.region && next.page == line.page && next.gap < 0.9;
    // Below it at the same edge, left or right; what stands beside it in that line is something else.
    let below = next.parts.iter().filter(|_| near).find(|below| {
        let aligned = labelled && below.x0 <= part.x0 + 1.0
            || (below.x0 - part.x0).abs() < 3.0
            || (below.x1 - part.x1).abs() < 3.0;
        aligned
            && (below.size - part.size).abs() < 0.4
            && (is_place(&below.text) || is_postal(&below.text))
    })?;
    Some(format!("{street}, {}", below.text.trim()))
}

/// "42 Quay Terrace" above "Northshore" above "BD7 2QP": an address with its code in a line of its own.
pub(super) fn three_lines(text: &str, part: &Part, below: [&Line; 2]) -> Option<String> {
    let [town, code] = below.map(|line| match &line.parts[..] {
        [one] if line.gap < 0.9 && (one.x0 - part.x0).abs() < 3.0 => one.text.trim(),
        _ => "",
    });
    let street = text.trim().trim_end_matches(',');
    let is_town = !town.is_empty()
        && town.split_whitespace().count() <= 3
        && is_name_like(town)
        && !town.contains(['@', ':'])
        && !town.chars().any(|sign| sign.is_ascii_digit());
    let signs = code.chars().filter(|sign| sign.is_alphanumeric()).count();
    let is_code = (4..=7).contains(&signs)
        && code.split_whitespace().count() <= 2
        && (is_postal(code) || code.chars().all(|sign| sign.is_ascii_digit()));
    (is_street_line(street) && is_town && is_code)
        .then(|| format!("{street}, {}, {code}", town.trim_end_matches(',')))
}

/// "18 Weavers Close", "Grensstraat 77", "ul. Krucza 14/5", "1420 Magnolia Ave, Apt 3B": a number at one end of a few
/// words, and nothing else that has numbers.
fn is_street_line(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_number = |word: &str| {
        word.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().count() <= 7
    };
    // "C/ Mayor 27, 3º B", "1420 Magnolia Ave, Apt 3B": the number stands at an end of a piece.
    let numbered = text.split(',').any(|piece| {
        let words: Vec<&str> = piece.split_whitespace().collect();
        words.len() > 1
            && [words.first(), words.last()]
                .into_iter()
                .flatten()
                .any(|word| is_number(word))
    });
    (2..=7).contains(&words.len())
        && text.chars().count() < 60
        && numbered
        && words
            .iter()
            .any(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() > 2)
        && !text.contains(['@', ':', '|', '•', '·', '+', '%'])
        && !PHONE.as_ref().is_some_and(|phone| {
            phone
                .find_iter(text)
                .any(|hit| is_phone(hit.as_str().trim()))
        })
        && !dates::find(text)
            .iter()
            .any(|one| one.range.two_ends || one.from > 0)
        // "Weavers Close" names nobody's work.
        && title_weight(text) < 2
}

/// Whether the first of what commas divide ends in a word for a street.
fn ends_as_street(text: &str) -> bool {
    const STREETS: &[&str] = &[
        "road", "rd", "street", "st", "lane", "ln", "avenue", "ave", "drive", "dr", "way", "court",
        "ct", "close", "place", "terrace", "square", "hill", "gardens", "row", "park", "walk",
        "crescent", "grove", "house",
    ];
    let folded = fold_words(text.split(',').next().unwrap_or(text));
    folded
        .split(' ')
        .next_back()
        .is_some_and(|word| STREETS.contains(&word))
}

/// "Department of Linguistics, University of Northshore, Castle Road, Northshore": a place of work or of learning, and
/// the address behind it is that place's own. "12 College Road" is a street.
pub(super) fn names_institution(text: &str) -> bool {
    const PARTS: &[&str] = &[
        "department",
        "dept",
        "faculty",
        "lehrstuhl",
        "fakultat",
        "departement",
        "departamento",
        "dipartimento",
    ];
    text.split([',', '|', '·', '•']).any(|piece| {
        let folded = fold_words(piece);
        let words: Vec<&str> = folded.split(' ').collect();
        let named = words.len() > 1
            && (is_school(piece) || words.first().is_some_and(|word| PARTS.contains(word)));
        named && !piece.chars().any(|sign| sign.is_ascii_digit()) && !ends_as_street(piece)
    })
}

/// "04317 Leipzig", "4050-448 Porto".
pub(super) fn opens_with_code(text: &str) -> bool {
    is_postal(text) && text.starts_with(|sign: char| sign.is_ascii_digit())
}

/// Whether a text ends in the first half of a British postcode behind a name: "Leeds LS6". The half that is left out
/// would lead to a door.
fn ends_in_district(text: &str) -> bool {
    /// The letters that such codes begin with.
    const AREAS: &str = "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E \
        EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK \
        ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN \
        TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE";
    let Some((name, code)) = text.rsplit_once(' ') else {
        return false;
    };
    let cut = code
        .find(|sign: char| sign.is_ascii_digit())
        .unwrap_or(code.len());
    let (area, district) = code.split_at(cut);
    let digits = district.chars().take_while(char::is_ascii_digit).count();
    let last = &district[digits..];
    let town = name.rsplit([',', ' ']).next().unwrap_or_default();
    AREAS.split_whitespace().any(|known| known == area)
        && (1..=2).contains(&digits)
        && (last.is_empty()
            || last.len() == 1 && last.chars().all(|sign| sign.is_ascii_uppercase()))
        && town.chars().count() > 2
        && is_name_like(town)
        && title_weight(name) == 0
}

/// "Strada Teilor 8, 400001 Cluj-Napoca," with "Romania" below it: an address in two lines.
pub(super) fn wrapped_address(part: &Part, line: &Line, next: &Line) -> Option<String> {
    let [below] = &next.parts[..] else {
        return None;
    };
    let text = part.text.trim_end();
    let has_digit = |text: &str| text.chars().any(|sign| sign.is_ascii_digit());
    let code = text
        .rsplit_once(' ')
        .is_some_and(|(_, last)| last.len() >= 4 && last.chars().all(|sign| sign.is_ascii_digit()));
    let goes_on = is_name_like(&below.text)
        && !has_digit(&below.text)
        && below.text.split_whitespace().count() <= 3
        && !below.text.contains(['@', ':'])
        && !headings::is_heading(&below.text);
    (next.region == line.region
        && next.page == line.page
        && next.gap < 0.6
        && (below.x0 - part.x0).abs() < 3.0
        && (below.size - part.size).abs() < 0.4
        && has_digit(text)
        && (text.ends_with(',') || code && text.contains(','))
        && goes_on)
        .then(|| format!("{text} {}", below.text.trim()))
}

/// "18, 4050-448": the number of a house and a code, which together have as many digits as a telephone number.
pub(super) fn is_code_behind_street(text: &str) -> bool {
    static CODE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^(?:\d{1,4}[a-z]?[,\s]+)?(?:\d{4}-\d{3}|\d{2}-\d{3})$").ok());
    CODE.as_ref().is_some_and(|code| code.is_match(text.trim()))
}

/// "20095 Hamburg", "Musterstraße 1, 20095 Hamburg", "London SW1A 1AA".
pub(super) fn is_postal(text: &str) -> bool {
    static POSTAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[,\s])(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3})?\s+\p{Lu}[\p{L}-]+|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b\d{4}\s?[A-Z]{2}\s+\p{Lu}\p{L}+|\b\d{2}-\d{3}\s+\p{Lu}\p{L}+|,\s*[A-Z]{2}\s+\d{5}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b").ok()
    });
    text.len() < 80
        && (ends_in_district(text)
            || POSTAL
                .as_ref()
                .is_some_and(|pattern| pattern.is_match(text)))
        && dates::find(text).iter().all(|one| !one.range.two_ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, x0: f32, gap: f32) -> Line {
        Line {
            parts: vec![Part {
                text: text.to_owned(),
                x0,
                ..Part::default()
            }],
            gap,
            ..Line::default()
        }
    }

    fn read(street: &str, town: &Line, code: &Line) -> Option<String> {
        let first = line(street, 40.0, 0.2);
        three_lines(street, &first.parts[0], [town, code])
    }

    #[test]
    fn an_address_may_have_its_code_in_a_line_of_its_own() {
        let (town, code) = (line("Northshore", 40.0, 0.2), line("BD7 2QP", 41.0, 0.2));
        assert_eq!(
            read("42 Quay Terrace,", &town, &code).as_deref(),
            Some("42 Quay Terrace, Northshore, BD7 2QP")
        );
        let digits = line("70910", 40.0, 0.2);
        assert_eq!(
            read("Grensstraat 77", &town, &digits).as_deref(),
            Some("Grensstraat 77, Northshore, 70910")
        );
    }

    #[test]
    fn what_stands_elsewhere_or_is_something_else_is_no_address() {
        let (town, code) = (line("Northshore", 40.0, 0.2), line("BD7 2QP", 40.0, 0.2));
        assert_eq!(read("Senior Welder", &town, &code), None);
        assert_eq!(
            read(
                "42 Quay Terrace",
                &line("mira@example.org", 40.0, 0.2),
                &code
            ),
            None
        );
        assert_eq!(
            read("42 Quay Terrace", &town, &line("2019", 90.0, 0.2)),
            None
        );
        assert_eq!(
            read("42 Quay Terrace", &town, &line("BD7 2QP", 40.0, 2.0)),
            None
        );
        assert_eq!(
            read(
                "42 Quay Terrace",
                &town,
                &line("+49 151 5550 1422", 40.0, 0.2)
            ),
            None
        );
    }
}
