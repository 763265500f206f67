//! The name, and what stands below it.

use crate::fold::{fold, fold_words};
use crate::line::{Line, Part};
use crate::read::Found;
use crate::read::headings::{self, Section};
use crate::read::sections::Block;
use crate::read::words::{is_name_like, is_place, title_weight};

/// The person's name.
pub(super) fn name(blocks: &[Block], email: Option<&Found<String>>) -> Option<Found<String>> {
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
            if let Some((label, value)) = text.split_once(':')
                && is_label_of_name(label)
            {
                text = value.trim().to_owned();
            }
            // One name in two or three lines of the same large type.
            let mut above = part;
            let mut behind = lines
                .iter()
                .skip(at + 1)
                .take(3)
                .filter(|(next, _)| next.region == line.region);
            while text.split_whitespace().count() <= 2
                && part.size > 13.0
                && let Some(next) = behind
                    .find_map(|(next, _)| next.parts.iter().find(|below| goes_on(above, below)))
            {
                let space = if text.ends_with('-') { "" } else { " " };
                text = format!("{text}{space}{}", next.text.trim());
                above = next;
            }
            if let Some((head, _)) = text.split_once(['|', '·', '•']) {
                text = head.trim().to_owned();
            }
            if let Some((head, tail)) = text.split_once(',')
                && (tail.trim().len() <= 6
                    || tail.split(',').all(is_credential)
                    // "Mira Talvik, Platform Engineer"
                    || title_weight(tail) > 0 && title_weight(head) == 0 && is_person(head))
            {
                text = head.trim().to_owned();
            }
            let text = without_address(&text).to_owned();
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

/// "Nombre y apellidos", "Full name".
fn is_label_of_name(text: &str) -> bool {
    matches!(
        fold_words(text).as_str(),
        "name"
            | "full name"
            | "candidate name"
            | "applicant name"
            | "first name last name"
            | "nombre"
            | "nombre y apellidos"
            | "nombre completo"
            | "apellidos y nombre"
            | "nom"
            | "nom et prenom"
            | "prenom nom"
            | "nom prenom"
            | "prenom et nom"
            | "nome"
            | "nome e cognome"
            | "cognome e nome"
            | "nome completo"
            | "naam"
            | "volledige naam"
            | "imie i nazwisko"
            | "nazwisko i imie"
            | "vorname name"
            | "vor und nachname"
            | "vor und zuname"
            | "name vorname"
            | "vollstandiger name"
    )
}

/// "Dr. Mira Talvik" → the name: forms ask for the title in a field of its own.
fn without_address(text: &str) -> &str {
    const TITLES: &[&str] = &[
        "dr",
        "dra",
        "prof",
        "professor",
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "herr",
        "frau",
        "sr",
        "sra",
        "dott",
        "dottssa",
        "ing",
        "dring",
        "dipling",
        "med",
        "rernat",
        "phil",
        "mgr",
        "inz",
        "drs",
        "ir",
        "mme",
        "univprof",
        "hc",
        "habil",
    ];
    let mut rest = text;
    while let Some((first, behind)) = rest.split_once(' ') {
        let bare: String = fold(first)
            .chars()
            .filter(|sign| sign.is_alphanumeric())
            .collect();
        // "Ing" and "Med" without their dot may be names.
        let is_title = TITLES.contains(&bare.as_str())
            && (first.ends_with('.')
                || bare.len() > 3
                || matches!(bare.as_str(), "dr" | "mr" | "ms" | "mrs"));
        if !is_title || behind.split_whitespace().count() < 2 {
            break;
        }
        rest = behind.trim_start();
    }
    rest
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

/// What they say they are, below the name.
pub(super) fn headline(blocks: &[Block], name: Option<&Found<String>>) -> Option<Found<String>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_three_lines_of_large_type_is_one() {
        let texts = ["Mariela", "Quintanilla", "Soto", "Nurse"];
        let sizes = [20.0, 20.0, 20.0, 10.0];
        let lines = texts.iter().zip(sizes).enumerate();
        let lines = lines.map(|(at, (text, size))| {
            let y0 = 40.0 + 23.0 * at as f32;
            let part = Part {
                text: (*text).to_owned(),
                size,
                x0: 20.0,
                y0,
                y1: y0 + size,
                ..Part::default()
            };
            Line {
                parts: vec![part],
                y0,
                y1: y0 + size,
                ..Line::default()
            }
        });
        let block = Block {
            section: Section::Header,
            lines: lines.collect(),
            heading: None,
        };
        let found = name(&[block], None).map(|found| found.value);
        assert_eq!(found.as_deref(), Some("Mariela Quintanilla Soto"));
    }

    #[test]
    fn titles_are_no_part_of_a_name() {
        for (text, name) in [
            ("Dr. Ritva Lehtola", "Ritva Lehtola"),
            ("Prof. Dr.-Ing. Jonas Falk", "Jonas Falk"),
            ("Ms Amara Okonjo", "Amara Okonjo"),
            // Names that look like titles without their dot, and a title with one name behind it.
            ("Ing Marie Falk", "Ing Marie Falk"),
            ("Dr. Lehtola", "Dr. Lehtola"),
        ] {
            assert_eq!(without_address(text), name);
        }
    }
}
