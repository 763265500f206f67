//! Words that tell a job's title from a company, a degree from a school, and a place from both.

use crate::fold::{fold, fold_words};
use foothold_core::company;
use std::collections::BTreeSet;
use std::sync::LazyLock;

struct Table {
    words: BTreeSet<&'static str>,
    endings: Vec<&'static str>,
}

impl Table {
    fn of(text: &'static str) -> Self {
        let mut table = Self {
            words: BTreeSet::new(),
            endings: Vec::new(),
        };
        for word in text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
        {
            match word.strip_prefix('-') {
                Some(ending) => table.endings.push(ending),
                None => {
                    table.words.insert(word);
                }
            }
        }
        table
    }

    /// Whether a word is in the table, or is a compound whose last part is ("Produktionsplaner").
    fn holds(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').unwrap_or(word);
        let compound = |word: &str| {
            word.char_indices()
                .skip(3)
                .map(|(at, _)| &word[at..])
                .take_while(|tail| tail.len() >= 6)
                .any(|tail| self.words.contains(tail))
        };
        // "Recruiterin", of a German title that is listed for men.
        let of_women = |word: &str| {
            word.strip_suffix("in")
                .filter(|stem| stem.len() >= 5)
                .is_some_and(|stem| self.words.contains(stem))
        };
        self.words.contains(word)
            || word.len() >= 10 && compound(word)
            || self.words.contains(singular)
            || of_women(word)
            || self
                .endings
                .iter()
                .any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
    }
}

static TITLES: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("../../data/titles.txt")));
static SCHOOLS: LazyLock<Table> =
    LazyLock::new(|| Table::of(include_str!("../../data/schools.txt")));
static DEGREES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    include_str!("../../data/degrees.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('|'))
        .map(degree_words)
        .collect()
});

/// "B.Sc." and "BSc" are one word.
fn degree_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded
        .split(|sign: char| !(sign.is_alphanumeric() || matches!(sign, '.' | '\'' | '-')))
        .map(|word| word.replace('.', ""))
        .filter(|word| !word.is_empty())
        .collect()
}

/// How surely a text is a job's title: 0 for not at all, 2 where it ends in such a word.
#[must_use]
pub fn title_weight(text: &str) -> u8 {
    let head = text.split(['(', ',']).next().unwrap_or(text);
    let folded = fold_words(head);
    // "Head of Marketing", "Directeur de la production": the word before the first "of" is the title's last.
    let folded = [" of ", " de ", " di ", " d ", " for ", " fur ", " van "]
        .iter()
        .find_map(|of| {
            folded.split_once(of).filter(|(before, _)| {
                before
                    .split(' ')
                    .next_back()
                    .is_some_and(|word| TITLES.holds(word))
            })
        })
        .map_or(folded.clone(), |(before, _)| before.to_owned());
    let words: Vec<&str> = folded.split(' ').collect();
    let last = words.last().is_some_and(|word| {
        TITLES.holds(word)
            || is_rank(word) && words.len() > 1 && TITLES.holds(words[words.len() - 2])
            // "Audit Senior": an office of its own in some trades.
            || matches!(*word, "senior" | "junior") && words.len() == 2
    });
    if last {
        2
    } else {
        u8::from(words.iter().any(|word| TITLES.holds(word)))
    }
}

/// "Engineer II", "Entwickler (m/w/d)": what stands after a title's last word.
fn is_rank(word: &str) -> bool {
    matches!(
        word,
        "i" | "ii" | "iii" | "iv" | "v" | "1" | "2" | "3" | "4" | "senior" | "junior"
    )
}

/// Whether a text names a place of learning.
#[must_use]
pub fn is_school(text: &str) -> bool {
    fold_words(text).split(' ').any(|word| SCHOOLS.holds(word))
}

/// Whether a text names a degree.
#[must_use]
pub fn is_degree(text: &str) -> bool {
    let words = degree_words(text);
    DEGREES.iter().any(|phrase| {
        !phrase.is_empty()
            && words.windows(phrase.len()).enumerate().any(|(at, window)| {
                window == phrase.as_slice() && !is_standard(window, words.get(at + phrase.len()))
            })
    })
}

/// "Counterbalance Forklift Licence (RTITB)", "Staplerschein": what one may drive or do. A French "Licence" is a degree,
/// and names its subject behind.
pub(super) fn is_permit(text: &str) -> bool {
    let folded = fold_words(text.split(['(', ',']).next().unwrap_or(text));
    let words: Vec<&str> = folded.split(' ').collect();
    words.last().is_some_and(|last| {
        words.len() > 1
            && matches!(
                *last,
                "licence" | "license" | "licences" | "licenses" | "permit" | "ticket"
            )
            && !words.contains(&"de")
            || last.len() > 8 && last.ends_with("schein")
            || matches!(*last, "rijbewijs" | "fuhrerschein")
    })
}

/// "BS 7671", "BS EN 1090": a standard has the letters of a degree, and a number that is no year.
fn is_standard(degree: &[String], next: Option<&String>) -> bool {
    let ([short], Some(next)) = (degree, next) else {
        return false;
    };
    let number = next.len() >= 3
        && next.chars().all(|sign| sign.is_ascii_digit())
        && !next
            .parse::<u16>()
            .is_ok_and(|year| (1940..2060).contains(&year));
    short.len() <= 3 && number || short == "bs" && matches!(next.as_str(), "en" | "iso" | "iec")
}

/// What companies are called by what they do or are, beside legal forms.
const COMPANY_ENDINGS: &[&str] = &[
    "labs",
    "lab",
    "solutions",
    "technologies",
    "systems",
    "software",
    "consulting",
    "partners",
    "bank",
    "hospital",
    "klinik",
    "klinikum",
    "agency",
    "studio",
    "studios",
    "foundation",
    "stiftung",
    "institute",
    "university",
    "services",
    "industries",
    "international",
    "global",
    "media",
    "ventures",
    "capital",
    "associates",
    "holdings",
    "holding",
    "logistics",
    "hospitals",
    "trust",
    "clinic",
];

/// "Pennine & Partners", "Büro Hahnemann + Partner": a company, though partners are people.
pub(super) fn is_partnership(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [.., sign, last] = &words[..] else {
        return false;
    };
    matches!(*sign, "&" | "+" | "und" | "and" | "et" | "y" | "e")
        && matches!(
            fold(last).as_str(),
            "partner"
                | "partners"
                | "associates"
                | "associes"
                | "asociados"
                | "associati"
                | "sohne"
                | "sons"
                | "co"
                | "fils"
                | "hijos"
                | "figli"
                | "partnerzy"
                | "wspolnicy"
                | "associados"
        )
}

/// Whether a text names a company by its legal form or a word like "Group".
#[must_use]
pub fn is_company(text: &str) -> bool {
    if is_partnership(text) {
        return true;
    }
    let says = |word: &str| {
        COMPANY_ENDINGS.contains(&word)
            || company::is_form_word(word)
            || company::is_kind_word(word)
    };
    // "Papier Arkusz Sp. z o.o., Łódź": the town stands behind the form.
    let head = text.rsplit_once(", ").map_or("", |(head, _)| head);
    company::has_form(text)
        || company::has_form(head)
        || text
            .split_whitespace()
            .rev()
            .take(3)
            .any(company::is_form_word)
        || fold_words(text)
            .split(' ')
            .rev()
            .take(3)
            .any(|word| says(word) && word.len() > 2)
}

const US_STATES: &[&str] = &[
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS",
    "KY", "LA", "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY",
    "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV",
    "WI", "WY", "DC", "ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "UK", "USA", "US", "UAE",
    "NSW", "VIC", "QLD", "EU",
];

const COUNTRIES: &[&str] = &[
    "united states",
    "united kingdom",
    "england",
    "scotland",
    "wales",
    "ireland",
    "germany",
    "deutschland",
    "france",
    "spain",
    "espana",
    "italy",
    "italia",
    "netherlands",
    "nederland",
    "the netherlands",
    "belgium",
    "belgique",
    "austria",
    "osterreich",
    "switzerland",
    "schweiz",
    "suisse",
    "portugal",
    "poland",
    "polska",
    "czech republic",
    "czechia",
    "denmark",
    "sweden",
    "norway",
    "finland",
    "canada",
    "mexico",
    "brazil",
    "brasil",
    "argentina",
    "chile",
    "colombia",
    "peru",
    "india",
    "china",
    "japan",
    "singapore",
    "australia",
    "new zealand",
    "south africa",
    "nigeria",
    "kenya",
    "egypt",
    "israel",
    "turkey",
    "turkiye",
    "greece",
    "romania",
    "hungary",
    "ukraine",
    "russia",
    "estonia",
    "latvia",
    "lithuania",
    "luxembourg",
    "hong kong",
    "taiwan",
    "south korea",
    "korea",
    "thailand",
    "vietnam",
    "malaysia",
    "indonesia",
    "philippines",
    "pakistan",
    "bangladesh",
    "sri lanka",
    "nepal",
    "morocco",
    "tunisia",
    "ghana",
    "ethiopia",
    "saudi arabia",
    "qatar",
    "united arab emirates",
    "california",
    "texas",
    "new york",
    "florida",
    "washington",
    "oregon",
    "massachusetts",
    "illinois",
    "georgia",
    "colorado",
    "virginia",
    "ontario",
    "quebec",
    "bayern",
    "bavaria",
    "catalonia",
    "cataluna",
    "ile de france",
    "ohio",
    "michigan",
    "pennsylvania",
    "north carolina",
    "maryland",
    "arizona",
    "utah",
    "minnesota",
    "wisconsin",
    "new jersey",
    "tennessee",
    "missouri",
    "indiana",
];

/// Whether a text is nothing but a place: "Chicago, IL", "20095 Hamburg", "Lyon, France", "Remote".
#[must_use]
pub fn is_place(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')']);
    if text.is_empty() || text.len() > 60 || text.contains('@') {
        return false;
    }
    let folded = fold_words(text);
    if matches!(
        folded.as_str(),
        "remote"
            | "hybrid"
            | "onsite"
            | "on site"
            | "home office"
            | "fully remote"
            | "remoto"
            | "a distance"
            | "teletravail"
            | "zdalnie"
            | "worldwide"
    ) || COUNTRIES.contains(&folded.as_str())
    {
        return true;
    }
    let pieces: Vec<&str> = text.split(',').map(str::trim).collect();
    if pieces.len() < 2 {
        return false;
    }
    if pieces.iter().any(|piece| !is_name_like(piece)) || title_weight(pieces[0]) == 2 {
        return false;
    }
    // "Chicago, IL, USA" is a place; "Acme, Chicago, IL" is more than one.
    let is_region =
        |piece: &str| US_STATES.contains(&piece) || COUNTRIES.contains(&fold_words(piece).as_str());
    if pieces.len() > 3 || pieces.len() == 3 && !is_region(pieces[1]) {
        return false;
    }
    let last = pieces[pieces.len() - 1];
    let code = last.split_whitespace().next().unwrap_or_default();
    US_STATES.contains(&code)
        && last.split_whitespace().skip(1).all(|word| {
            word.chars()
                .all(|sign| sign.is_ascii_digit() || sign == '-')
        })
        || COUNTRIES.contains(&fold_words(last).as_str())
        || matches!(fold_words(last).as_str(), "remote" | "hybrid" | "onsite")
}

/// Whether a text names the learning of a trade, which a company gives and no school.
pub(super) fn is_apprenticeship(text: &str) -> bool {
    let folded = fold_words(text);
    [
        "lehre ",
        "ausbildung ",
        "berufsausbildung ",
        "apprentice",
        "apprenti ",
        "apprentissage ",
        "umschulung ",
    ]
    .iter()
    .any(|mark| folded.starts_with(mark))
}

/// "Peach Belt Warehousing-Macon, GA" → who and where, as some job boards write them. "Winston-Salem, NC" is a town.
pub(super) fn off_hyphenated_place(text: &str) -> Option<(&str, &str)> {
    let (head, tail) = text.rsplit_once('-')?;
    let of_more = head.contains(' ') && !head.contains(',') || is_company(head) || is_school(head);
    let close = !head.ends_with(' ') && !tail.starts_with(' ');
    (of_more && close && tail.contains(',') && is_place(tail)).then_some((head, tail))
}

/// Whether every longer word begins with a capital, as names do.
#[must_use]
pub fn is_name_like(text: &str) -> bool {
    let mut any = false;
    for word in text.split_whitespace() {
        // "l’Erdre", "d'Aosta": the article is not the name.
        let word = match word.split_once(['’', '\'']) {
            Some((article, name)) if article.chars().count() <= 2 => name,
            _ => word,
        };
        let Some(first) = word.chars().find(|sign| sign.is_alphanumeric()) else {
            continue;
        };
        any |= first.is_alphabetic();
        if word.chars().count() > 3 && first.is_lowercase() {
            return false;
        }
    }
    any
}
