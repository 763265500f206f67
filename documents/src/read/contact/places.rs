//! Where the person lives.

use super::links::{ADDRESS, is_web_address};
use super::reach::{EMAIL, PHONE, is_phone};
use crate::fold::{fold, fold_words};
use crate::line::{Line, Part};
use crate::read::words::{is_name_like, is_place, title_weight};
use crate::read::{Found, dates, headings};
use regex::Regex;
use std::sync::LazyLock;

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

/// The address or town, as written.
pub(super) fn location(near: &[&Line], name: Option<&Found<String>>) -> Option<Found<String>> {
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
                if reaches_beside(near, at) && is_loose_place(&text) {
                    return Some(Found::at(line, text, 0.7));
                }
                let lone = is_name_like(&text)
                    && !is_name_of_reach(&text)
                    && !text.contains('_')
                    && text.len() < 40
                    && !text.chars().any(|sign| sign.is_ascii_digit())
                    && !text.contains(['.', ':', '(', '“', '"'])
                    && name.is_none_or(|name| fold(&name.value) != fold(&text))
                    && title_weight(&text) == 0
                    && text.split_whitespace().count() <= 3;
                // A town by itself stands among the ways to reach somebody.
                let among = lone && reaches_beside(near, at);
                if among && text.contains(',') {
                    return Some(Found::at(line, text, 0.7));
                }
                let with_others = (line.parts.len() > 1 || part.text.contains(['|', '•', '·']))
                    && line.parts.len() + pieces(&part.text).count() > 2;
                if among && (with_others || weak.is_none() && stands_with_reach(near, at)) {
                    weak = Some(Found::at(line, text, 0.4));
                }
            }
        }
    }
    weak
}

/// Whether a line or its neighbours say how to reach the person.
fn reaches_beside(near: &[&Line], at: usize) -> bool {
    reaches(near[at])
        || at > 0 && reaches(near[at - 1])
        || near.iter().skip(at + 1).take(2).any(|next| reaches(next))
}

/// Whether a line stands in a column of ways to reach the person, and looks like them: "Bristol" above an address.
fn stands_with_reach(near: &[&Line], at: usize) -> bool {
    let line = near[at];
    let alike = |other: &Line| {
        let plain = |line: &Line| line.parts.iter().all(|part| !part.bold && !part.italic);
        line.parts.len() == 1
            && other.parts.len() == 1
            && other.region == line.region
            && (other.x0() - line.x0()).abs() < 2.0
            && (other.size() - line.size()).abs() < 0.3
            && plain(line)
            && plain(other)
            && reaches(other)
            && without_reach(&other.text()).trim().is_empty()
    };
    at > 0 && alike(near[at - 1]) || near.get(at + 1).is_some_and(|next| alike(next))
}

/// "Atlanta GA", "Columbus OH 43215", "Pune India": a place without its comma. Only where ways to reach stand.
fn is_loose_place(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=5).contains(&words.len())
        && !text.contains(',')
        && (is_region(&words)
            || (1..words.len()).any(|cut| {
                is_place(&format!(
                    "{}, {}",
                    words[..cut].join(" "),
                    words[cut..].join(" ")
                ))
            }))
}

/// "São Paulo SP": a town and the short form of its state.
fn is_region(words: &[&str]) -> bool {
    let [town @ .., state] = words else {
        return false;
    };
    state.len() == 2
        && state.chars().all(|sign| sign.is_ascii_uppercase())
        && is_name_like(&town.join(" "))
        && title_weight(&town.join(" ")) == 0
}

/// "GitHub", "Phone": what a way to reach somebody is called is no town.
fn is_name_of_reach(text: &str) -> bool {
    fold_words(text).split(' ').any(|word| {
        matches!(
            word,
            "github"
                | "gitlab"
                | "linkedin"
                | "xing"
                | "twitter"
                | "website"
                | "portfolio"
                | "homepage"
                | "phone"
                | "mobile"
                | "telephone"
                | "cell"
                | "email"
                | "mail"
                | "skype"
                | "medium"
                | "kaggle"
                | "orcid"
                | "stackoverflow"
                | "facebook"
                | "instagram"
                | "behance"
                | "dribbble"
                | "telefon"
                | "mobil"
                | "telefono"
                | "telefone"
                | "correo"
                | "whatsapp"
                | "blog"
                | "web"
                | "contact"
        )
    })
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
    text.contains('@')
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
