//! Who it is and how to reach them: name, e-mail, phone, place, links.

use super::headings::{self, Section};
use super::sections::Block;
use super::words::{is_name_like, is_place, title_weight};
use super::{Found, dates};
use crate::fold::{fold, fold_words};
use crate::line::{Line, Part};
use crate::source::Link;
use regex::Regex;
use std::sync::LazyLock;

static EMAIL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)[\p{L}0-9._%+'-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)*\.\p{L}{2,}").ok()
});
static PHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\(\+|\+|\(|\b00|\b)\(?\d[\d\s().\-–/*]{5,}[\d*]").ok());
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(?:https?://)?(?:www\.)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,12}(?:/[^\s|,;)\]]*)?",
    )
    .ok()
});

/// What stands in the head of a résumé.
#[derive(Debug, Clone, Default)]
pub(super) struct Contact {
    pub(super) name: Option<Found<String>>,
    pub(super) headline: Option<Found<String>>,
    pub(super) email: Option<Found<String>>,
    pub(super) phone: Option<Found<String>>,
    pub(super) location: Option<Found<String>>,
    pub(super) links: Vec<Found<String>>,
}

/// Reads the head. `links` are the file's own.
pub(super) fn read(blocks: &[Block], links: &[Link]) -> Contact {
    let all: Vec<&Line> = blocks.iter().flat_map(|block| &block.lines).collect();
    let mut near: Vec<&Line> = blocks
        .iter()
        .filter(|block| matches!(block.section, Section::Header | Section::Contact))
        .flat_map(|block| &block.lines)
        .collect();
    let mut contact = Contact {
        email: first(&near, &EMAIL, |_| true).or_else(|| first(&all, &EMAIL, |_| true)),
        ..Contact::default()
    };
    if let Some(email) = &contact.email {
        // A line of contacts may stand anywhere, at the foot of the page too.
        let height = (email.y1 - email.y0).max(4.0);
        let beside = all
            .iter()
            .filter(|line| (line.y0 - email.y0).abs() < 1.8 * height && line.page == email.page);
        let more: Vec<&Line> = beside
            .filter(|line| !near.iter().any(|one| std::ptr::eq(*one, **line)))
            .copied()
            .collect();
        near.extend(more);
    }
    contact.phone = first(&near, &PHONE, is_phone)
        .or_else(|| first(&all, &PHONE, |text| text.starts_with('+') && is_phone(text)));
    contact.name = name(blocks, contact.email.as_ref());
    contact.headline = headline(blocks, contact.name.as_ref());
    contact.location = location(&near, contact.name.as_ref());
    contact.links = addresses(&near, links);
    contact
}

fn first(
    lines: &[&Line],
    pattern: &LazyLock<Option<Regex>>,
    fits: impl Fn(&str) -> bool,
) -> Option<Found<String>> {
    let pattern = pattern.as_ref()?;
    lines.iter().find_map(|line| {
        line.parts.iter().find_map(|part| {
            let text = part.text.replace(" @ ", "@");
            let hit = pattern
                .find_iter(&text)
                .map(|hit| hit.as_str().trim())
                .find(|hit| fits(hit))?;
            Some(Found::at(line, hit.to_owned(), 0.95))
        })
    })
}

fn is_phone(text: &str) -> bool {
    let digits = text
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '*')
        .count();
    (7..=16).contains(&digits)
        && !dates::find(text).iter().any(|one| one.range.two_ends)
        && !is_date_like(text)
}

/// "01.05.1990" has eight digits, too.
fn is_date_like(text: &str) -> bool {
    let found = dates::find(text);
    found.len() == 1 && found[0].to - found[0].from == text.len()
}

fn name(blocks: &[Block], email: Option<&Found<String>>) -> Option<Found<String>> {
    let local = email
        .map(|email| fold_words(email.value.split('@').next().unwrap_or_default()).replace(' ', ""))
        .unwrap_or_default();
    let mut best: Option<(f32, Found<String>)> = None;
    let lines: Vec<(&Line, Section)> = blocks
        .iter()
        .flat_map(|block| block.lines.iter().map(|line| (line, block.section)))
        .filter(|(line, _)| line.page == 0)
        .collect();
    for (at, (line, section)) in lines.iter().enumerate() {
        for (place, part) in line.parts.iter().enumerate() {
            let mut text = part.text.trim().trim_end_matches(',').to_owned();
            for label in [
                "Name:",
                "Curriculum Vitae",
                "CURRICULUM VITAE",
                "Résumé of",
                "Resume of",
                "CV of",
                "Lebenslauf",
                "CV",
            ] {
                text = text
                    .trim_start_matches(label)
                    .trim()
                    .trim_start_matches(['-', '–', ':', '|'])
                    .trim()
                    .to_owned();
            }
            // One name in two lines of the same large type.
            if text.split_whitespace().count() <= 2
                && part.size > 13.0
                && let Some(next) = lines
                    .iter()
                    .skip(at + 1)
                    .take(3)
                    .filter(|(next, _)| next.region == line.region)
                    .find_map(|(next, _)| next.parts.iter().find(|below| goes_on(part, below)))
            {
                text = format!("{text} {}", next.text.trim());
            }
            if let Some((head, _)) = text.split_once(['|', '·', '•']) {
                text = head.trim().to_owned();
            }
            if let Some((head, tail)) = text.split_once(',')
                && (tail.trim().len() <= 6 || tail.split(',').all(is_credential))
            {
                text = head.trim().to_owned();
            }
            if !is_person(&text) {
                continue;
            }
            let tokens = fold(&text)
                .split_whitespace()
                .filter(|token| token.len() > 2)
                .filter(|token| local.contains(*token))
                .count();
            if !matches!(section, Section::Header | Section::Contact) && part.size <= 16.0 {
                continue;
            }
            let early = 10.0 / (at as f32 + 2.0);
            let mut score = part.size * 0.5 + early + tokens as f32 * 6.0;
            if *section == Section::Header {
                score += 4.0;
            } else if *section != Section::Contact {
                score -= 2.0;
            }
            score -= if title_weight(&text) == 2 { 8.0 } else { 0.0 };
            score -= place as f32;
            if best.as_ref().is_none_or(|(known, _)| score > *known + 0.01) {
                let sure = if tokens > 0 { 0.98 } else { 0.8 };
                best = Some((score, Found::at(line, text, sure)));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// "RN", "BSN", "MBA", "Ph.D.": what people put behind their name.
fn is_credential(text: &str) -> bool {
    let text = text.trim();
    let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
    let capitals = text.chars().filter(|sign| sign.is_uppercase()).count();
    (1..=8).contains(&letters) && capitals * 2 >= letters && !text.contains(' ')
}

/// Whether a part below carries a name on: the same large type at the same edge.
fn goes_on(above: &Part, below: &Part) -> bool {
    (below.size - above.size).abs() < 0.3
        && (below.x0 - above.x0).abs() < 4.0
        && below.text.split_whitespace().count() <= 2
        && below.y0 - above.y1 < above.height()
        && is_name_like(&below.text)
        && title_weight(&below.text) == 0
        && !headings::is_heading(&below.text)
}

fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && text.len() <= 50
        && !text.chars().any(|sign| {
            sign.is_ascii_digit()
                || matches!(
                    sign,
                    '@' | ':' | '/' | '&' | '+' | '#' | '!' | '?' | '%' | ';'
                )
        })
        && words.iter().all(|word| {
            word.chars()
                .next()
                .is_some_and(|first| first.is_uppercase() || matches!(first, '(' | '"' | '“'))
                || matches!(
                    *word,
                    "de" | "da"
                        | "van"
                        | "von"
                        | "der"
                        | "den"
                        | "la"
                        | "del"
                        | "di"
                        | "dos"
                        | "bin"
                        | "al"
                        | "le"
                        | "y"
                        | "e"
                        | "zu"
                        | "ter"
                        | "el"
                )
        })
        && !headings::is_heading(text)
        && !is_place(text)
        && !text.ends_with('.')
        || is_single_script_name(text)
}

/// Chinese, Japanese and Korean names have no space.
fn is_single_script_name(text: &str) -> bool {
    let count = text.chars().count();
    (2..=5).contains(&count)
        && text.chars().all(|sign| {
            ('\u{4E00}'..='\u{9FFF}').contains(&sign) || ('\u{AC00}'..='\u{D7A3}').contains(&sign)
        })
}

fn headline(blocks: &[Block], name: Option<&Found<String>>) -> Option<Found<String>> {
    let name = name?;
    let header = blocks
        .iter()
        .find(|block| block.section == Section::Header)?;
    header
        .lines
        .iter()
        .flat_map(|line| {
            line.parts
                .iter()
                .flat_map(|part| part.text.split(['|', '•']))
                .map(move |text| (line, text.trim()))
        })
        .find_map(|(line, text)| {
            (text != name.value
                && title_weight(text) > 0
                && text.len() < 90
                && !text.contains('@')
                && !text.ends_with('.'))
            .then(|| Found::at(line, text.to_owned(), 0.7))
        })
}

/// Pieces of a line of contacts.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let bare = |piece: &'_ str| -> usize {
        piece
            .find(|sign: char| sign.is_alphanumeric() || matches!(sign, '+' | '('))
            .unwrap_or(0)
    };
    text.split(['|', '•', '·', '⋄', '◇', '♦', ';', '\t', '∙'])
        .flat_map(|piece| piece.split(" - "))
        .flat_map(|piece| piece.split(" – "))
        .flat_map(|piece| piece.split(" — "))
        .flat_map(|piece| piece.split(" / "))
        // Marks such as a pin or an envelope stand before what they mark.
        .map(move |piece| piece[bare(piece)..].trim())
        .filter(|piece| !piece.is_empty())
}

fn location(near: &[&Line], name: Option<&Found<String>>) -> Option<Found<String>> {
    let unlabelled = |text: &str| -> (bool, String) {
        let folded = fold(text);
        for label in [
            "address:",
            "location:",
            "adresse:",
            "anschrift:",
            "wohnort:",
            "direccion:",
            "ubicacion:",
            "indirizzo:",
            "residenza:",
            "adres:",
            "endereco:",
            "morada:",
            "localizacao:",
            "based in",
            "lives in",
            "city:",
            "ort:",
            "ville:",
            "ciudad:",
            "woonplaats:",
            "miejscowosc:",
            "location",
            "address",
        ] {
            if folded.starts_with(label) {
                let rest: String = text.chars().skip(label.chars().count()).collect();
                return (true, rest.trim_start_matches([':', ' ']).trim().to_owned());
            }
        }
        (false, text.trim().to_owned())
    };
    // "Mozartgasse 5, 5020 Salzburg, Tel." where the number was.
    let without_label = |text: String| -> String {
        let bare = text.trim_end_matches([':', '.', ' ']);
        match bare.rsplit_once(", ") {
            Some((head, last))
                if matches!(
                    fold(last).as_str(),
                    "tel"
                        | "telefon"
                        | "phone"
                        | "mobil"
                        | "mobile"
                        | "cell"
                        | "email"
                        | "e-mail"
                        | "mail"
                ) =>
            {
                head.to_owned()
            }
            _ => text,
        }
    };
    let mut weak = None;
    for (at, line) in near.iter().enumerate() {
        for (place, part) in line.parts.iter().enumerate() {
            // A label in a column of its own says what stands beside it.
            let label = place
                .checked_sub(1)
                .and_then(|before| line.parts.get(before))
                .map(|label| unlabelled(&format!("{}:", label.text.trim_end_matches(':'))));
            let named = label
                .as_ref()
                .is_some_and(|(is, rest)| *is && rest.is_empty());
            let other = place > 0 && !named && is_label_of_other(&line.parts[place - 1].text);
            if other {
                continue;
            }
            let next = near.get(at + 1).filter(|_| place + 1 == line.parts.len());
            let whole = next.and_then(|next| wrapped_address(part, line, next));
            let text = without_reach(whole.as_ref().unwrap_or(&part.text));
            for piece in pieces(&text) {
                let (labelled, text) = unlabelled(piece);
                let labelled = labelled || named;
                let text = without_label(text);
                if text.is_empty() || text.contains('@') {
                    continue;
                }
                let text = match text.rsplit_once(" (") {
                    // "Brno, Czechia (Home)"
                    Some((head, kind)) if !is_place(kind) => head.to_owned(),
                    _ => text,
                };
                if is_place(&text) || is_postal(&text) || labelled && text.len() < 80 {
                    return Some(Found::at(line, text, 0.9));
                }
                let lone = is_name_like(&text)
                    && text.len() < 40
                    && !text.chars().any(|sign| sign.is_ascii_digit())
                    && !text.contains(['.', ':', '(', '“', '"'])
                    && name.is_none_or(|name| fold(&name.value) != fold(&text))
                    && title_weight(&text) == 0
                    && text.split_whitespace().count() <= 3;
                // A town by itself stands among the ways to reach somebody.
                let among = lone
                    && (reaches(line)
                        || at > 0 && reaches(near[at - 1])
                        || near.get(at + 1).is_some_and(|next| reaches(next)));
                if among && text.contains(',') {
                    return Some(Found::at(line, text, 0.7));
                }
                if among
                    && (line.parts.len() > 1 || part.text.contains(['|', '•', '·']))
                    && line.parts.len() + pieces(&part.text).count() > 2
                {
                    weak = Some(Found::at(line, text, 0.4));
                }
            }
        }
    }
    weak
}

/// "Strada Teilor 8, 400001 Cluj-Napoca," with "Romania" below it: an address in two lines.
fn wrapped_address(part: &Part, line: &Line, next: &Line) -> Option<String> {
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

/// "Nationality", "Place of birth": what stands beside them is not where the person lives.
fn is_label_of_other(text: &str) -> bool {
    let folded = fold_words(text);
    [
        "nation",
        "staats",
        "citizen",
        "birth",
        "geburt",
        "naissance",
        "nacimiento",
        "nascita",
        "obywatel",
    ]
    .iter()
    .any(|stem| folded.contains(stem))
}

/// A text with its addresses and numbers cut out.
fn without_reach(text: &str) -> String {
    let mut rest = text.to_owned();
    if let Some(email) = EMAIL.as_ref() {
        rest = email.replace_all(&rest, "\t").into_owned();
    }
    if let Some(address) = ADDRESS.as_ref() {
        rest = address
            .replace_all(&rest, |hit: &regex::Captures<'_>| {
                if is_web_address(&hit[0]) {
                    "\t".to_owned()
                } else {
                    hit[0].to_owned()
                }
            })
            .into_owned();
    }
    if let Some(phone) = PHONE.as_ref() {
        rest = phone
            .replace_all(&rest, |hit: &regex::Captures<'_>| {
                if is_phone(hit[0].trim()) {
                    "\t".to_owned()
                } else {
                    hit[0].to_owned()
                }
            })
            .into_owned();
    }
    rest
}

fn reaches(line: &Line) -> bool {
    let text = line.text();
    EMAIL
        .as_ref()
        .is_some_and(|pattern| pattern.is_match(&text))
        || PHONE
            .as_ref()
            .is_some_and(|pattern| pattern.find_iter(&text).any(|hit| is_phone(hit.as_str())))
}

/// "20095 Hamburg", "Musterstraße 1, 20095 Hamburg", "London SW1A 1AA".
fn is_postal(text: &str) -> bool {
    static POSTAL: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:^|[,\s])(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3})?\s+\p{Lu}[\p{L}-]+|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b\d{4}\s?[A-Z]{2}\s+\p{Lu}\p{L}+|\b\d{2}-\d{3}\s+\p{Lu}\p{L}+|,\s*[A-Z]{2}\s+\d{5}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b").ok()
    });
    text.len() < 80
        && POSTAL
            .as_ref()
            .is_some_and(|pattern| pattern.is_match(text))
        && dates::find(text).iter().all(|one| !one.range.two_ends)
}

fn addresses(near: &[&Line], links: &[Link]) -> Vec<Found<String>> {
    let mut found: Vec<Found<String>> = Vec::new();
    let mut add = |value: String, line: &Line, sure: f32| {
        let key = link_key(&value);
        if !key.is_empty()
            && key.len() < 200
            && !found.iter().any(|known| link_key(&known.value) == key)
        {
            found.push(Found::at(line, value, sure));
        }
    };
    for (at, line) in near.iter().enumerate() {
        // What the file links to says more than what it shows.
        for link in links.iter().filter(|link| {
            link.page == line.page && link.y1 > line.y0 - 3.0 && link.y0 < line.y1 + 3.0
        }) {
            if link.target.starts_with("http")
                && link.x1 > line.x0() - 20.0
                && link.x0 < line.parts.last().map_or(0.0, |part| part.x1) + 20.0
            {
                add(link.target.clone(), line, 0.95);
            }
        }
        let Some(pattern) = ADDRESS.as_ref() else {
            continue;
        };
        for part in &line.parts {
            let bare = EMAIL.as_ref().map_or_else(
                || part.text.clone(),
                |email| email.replace_all(&part.text, " ").into_owned(),
            );
            for hit in pattern.find_iter(&bare) {
                let text = hit.as_str().trim_end_matches(['.', '/']);
                // An address that broke at its hyphen goes on in the next line.
                let rest = near
                    .get(at + 1)
                    .filter(|_| hit.end() == bare.trim_end().len() && text.ends_with('-'))
                    .and_then(|next| next.parts.first())
                    .and_then(|part| part.text.split_whitespace().next());
                if is_web_address(text) {
                    add(format!("{text}{}", rest.unwrap_or_default()), line, 0.9);
                }
            }
        }
    }
    found
}

fn is_web_address(text: &str) -> bool {
    let host = text
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .split('/')
        .next()
        .unwrap_or_default();
    let ending = host.rsplit('.').next().unwrap_or_default();
    let schemed = text.contains("://") || text.starts_with("www.") || text.contains('/');
    // "Node.js" and "B.Sc" are none.
    ending.len() >= 2
        && host.len() >= 5
        && host.chars().any(char::is_alphabetic)
        && (schemed
            || [
                "com", "org", "net", "io", "dev", "me", "de", "fr", "es", "it", "nl", "pt", "pl",
                "uk", "co", "ai", "app", "eu", "info", "ch", "at", "ca", "in", "tech", "design",
                "page", "site", "blog", "us", "be", "xyz", "online", "se", "dk", "no", "fi", "au",
                "br", "edu", "work",
            ]
            .contains(&ending.to_lowercase().as_str()))
}

/// The first address of a page in a text.
pub(super) fn web_address(text: &str) -> Option<String> {
    let bare = EMAIL.as_ref()?.replace_all(text, " ");
    let found = ADDRESS
        .as_ref()?
        .find_iter(&bare)
        .map(|hit| hit.as_str().trim_end_matches(['.', '/']))
        .find(|text| is_web_address(text))?;
    Some(found.to_owned())
}

/// A link without what does not tell pages apart.
#[must_use]
pub fn link_key(link: &str) -> String {
    let lower = link.trim().to_lowercase();
    let bare = lower
        .trim_start_matches("https://")
        .trim_start_matches("http://")
        .trim_start_matches("www.");
    bare.trim_end_matches('/').to_owned()
}
