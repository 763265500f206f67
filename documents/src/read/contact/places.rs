//! Where the person lives.

use super::addresses::{
    is_code_behind_street, is_postal, is_street, names_institution, opens_with_code, three_lines,
    two_lines, with_code_behind_dash, wrapped_address,
};
use super::links::{ADDRESS, is_web_address};
use super::reach::{EMAIL, PHONE, is_phone};
use crate::fold::{fold, fold_words};
use crate::line::{Line, Part};
use crate::read::Found;
use crate::read::words::{is_name_like, is_place, title_weight};

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
            if let Some(address) = next.and_then(|next| {
                let (labelled, text) = unlabelled(&part.text);
                let third = near.get(at + 2);
                two_lines(&text, part, line, next, named || labelled)
                    .or_else(|| three_lines(&text, part, [next, third?]))
            }) {
                return Some(Found::at(line, address, 0.9));
            }
            let whole = next.and_then(|next| wrapped_address(part, line, next));
            // Where an institution is, is not where the person lives.
            let divided = part.text.contains(['|', '•', '·']);
            let of_institution = |part: &Part| {
                !divided && !unlabelled(&part.text).0 && names_institution(&part.text)
            };
            // Its address may go on in the next line.
            let carried_on = at > 0
                && near[at - 1].region == line.region
                && near[at - 1].parts.last().is_some_and(|part| {
                    part.text.trim_end().ends_with(',') && of_institution(part)
                });
            if !named && (of_institution(part) || carried_on) {
                continue;
            }
            let text = without_reach(whole.as_ref().unwrap_or(&part.text));
            if let Some(address) = text
                .split(['|', '•', '·', ';', '\t'])
                .find_map(with_code_behind_dash)
            {
                return Some(Found::at(line, address.to_owned(), 0.9));
            }
            let mut before: Option<&str> = None;
            for piece in pieces(&text) {
                if divided && names_institution(piece) {
                    continue;
                }
                let street = before.replace(piece).filter(|before| is_street(before));
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
                if let Some(street) = street
                    && opens_with_code(&text)
                {
                    return Some(Found::at(line, format!("{street}, {text}"), 0.9));
                }
                if is_place(&text) || is_postal(&text) || labelled && text.len() < 80 {
                    return Some(Found::at(line, text, 0.9));
                }
                if reaches_beside(near, at) && is_loose_place(&text) {
                    return Some(Found::at(line, text, 0.7));
                }
                // "Amara Talvik, RN": who it is, not where.
                let is_name = name.is_some_and(|name| fold(&text).starts_with(&fold(&name.value)));
                let lone = is_name_like(&text)
                    && !is_name
                    && !is_name_of_reach(&text)
                    && !text.contains('_')
                    && text.len() < 40
                    && !text.chars().any(|sign| sign.is_ascii_digit())
                    && !text.contains(['.', ':', '(', '“', '"'])
                    && title_weight(&text) == 0
                    && text.split_whitespace().count() <= 3;
                // A town by itself stands among the ways to reach somebody.
                let among = lone && reaches_beside(near, at);
                if among && text.contains(',') {
                    return Some(Found::at(line, text, 0.7));
                }
                let with_others = (line.parts.len() > 1 || divided)
                    && line.parts.len() + pieces(&part.text).count() > 2
                    // "a@b.example, 07700 900123, Brighton": all that is left beside the ways to reach.
                    || reaches(line) && stands_between_commas(&without_reach(&part.text), &text);
                if among && (with_others || weak.is_none() && stands_with_reach(near, at)) {
                    weak = Some(Found::at(line, text, 0.4));
                }
            }
        }
    }
    weak
}

/// Whether commas and what was cut out are all that stands around a text.
fn stands_between_commas(rest: &str, text: &str) -> bool {
    rest.split_once(text).is_some_and(|(before, after)| {
        [before, after].iter().all(|side| {
            side.chars()
                .all(|sign| sign.is_whitespace() || matches!(sign, ',' | '|' | '•' | '·'))
        })
    })
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
    let mut rest = without_mark(text);
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
                if is_phone(hit[0].trim()) && !is_code_behind_street(&hit[0]) {
                    "\t".to_owned()
                } else {
                    hit[0].to_owned()
                }
            })
            .into_owned();
    }
    rest
}

/// "Tartu in linkedin.com/in/mira": the mark of a network reads as a word before its address, or at the end of the line
/// above it.
fn without_mark(text: &str) -> String {
    let bare = text.trim_end();
    match bare.strip_suffix(" in") {
        Some(head) => head.to_owned(),
        None => text
            .replace(" in linkedin.", "\tlinkedin.")
            .replace(" in www.linkedin.", "\twww.linkedin."),
    }
}

fn reaches(line: &Line) -> bool {
    let text = line.text();
    text.contains('@')
        || ADDRESS.as_ref().is_some_and(|pattern| {
            pattern
                .find_iter(&text)
                .any(|hit| is_web_address(hit.as_str()))
        })
        || PHONE
            .as_ref()
            .is_some_and(|pattern| pattern.find_iter(&text).any(|hit| is_phone(hit.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> Option<String> {
        let lines: Vec<Line> = texts
            .iter()
            .map(|text| Line {
                parts: vec![Part {
                    text: (*text).to_owned(),
                    ..Part::default()
                }],
                ..Line::default()
            })
            .collect();
        let near: Vec<&Line> = lines.iter().collect();
        let name = near
            .first()
            .map(|line| Found::at(line, "Mira Talvik".to_owned(), 1.0));
        location(&near, name.as_ref()).map(|found| found.value)
    }

    #[test]
    fn places_are_found_as_people_write_them() {
        for (line, place) in [
            (
                "Rua das Acácias, 77, Recife – PE | (81) 95555-0123",
                "Rua das Acácias, 77, Recife – PE",
            ),
            (
                "Flat 4C, Gandhi Nagar, Coimbatore – 641012",
                "Flat 4C, Gandhi Nagar, Coimbatore – 641012",
            ),
            (
                "Headingley, Leeds LS6 | 07700 900417",
                "Headingley, Leeds LS6",
            ),
            (
                "12 Skipton Court, Harrogate HG1",
                "12 Skipton Court, Harrogate HG1",
            ),
            ("London E8 · mira@talvik.example", "London E8"),
            ("mira@talvik.example, 07700 900417, Brighton", "Brighton"),
            (
                "Lindenallee 41 · 04317 Leipzig · 0341 5550187",
                "Lindenallee 41, 04317 Leipzig",
            ),
            (
                "Address: Rua das Oliveiras 18, 4050-448 Porto (Portugal) (Home)",
                "Rua das Oliveiras 18, 4050-448 Porto (Portugal)",
            ),
        ] {
            let texts = ["Mira Talvik, RN", line, "mira@talvik.example"];
            assert_eq!(found(&texts).as_deref(), Some(place), "{line}");
        }
    }

    #[test]
    fn streets_and_towns_in_two_lines_are_one_address() {
        for (street, town, place) in [
            (
                "18 Weavers Close",
                "Leeds LS6 2QT",
                "18 Weavers Close, Leeds LS6 2QT",
            ),
            (
                "Grensstraat 77",
                "2800 Mechelen, Belgium",
                "Grensstraat 77, 2800 Mechelen, Belgium",
            ),
            (
                "Address: 2208 Cottonwood Drive",
                "Cheyenne, WY 82001",
                "2208 Cottonwood Drive, Cheyenne, WY 82001",
            ),
            (
                "14 impasse des Tilleuls",
                "69007 Lyon",
                "14 impasse des Tilleuls, 69007 Lyon",
            ),
        ] {
            let texts = ["Mira Talvik", street, town, "mira@talvik.example"];
            assert_eq!(found(&texts).as_deref(), Some(place));
        }
    }

    #[test]
    fn where_an_institution_is_nobody_lives() {
        let institution =
            "School of Chemistry, University of Northshore, Castle Road, Northshore BT71 4QX";
        assert_eq!(
            found(&["Mira Talvik", institution, "mira@talvik.example"]),
            None
        );
        let lines = [
            "Mira Talvik",
            "University of Northshore, Castle Road,",
            "Northshore BT71 4QX",
        ];
        assert_eq!(found(&lines), None);
        let street = "12 College Road, Leeds LS6 2QT";
        assert_eq!(
            found(&["Mira Talvik", street, "mira@talvik.example"]).as_deref(),
            Some(street)
        );
    }

    #[test]
    fn the_mark_of_a_network_is_no_part_of_a_town() {
        for line in [
            "+44 7700 900655 | Manchester, UK in linkedin.com/in/mira",
            "+44 7700 900655 | Manchester, UK in",
        ] {
            let found = found(&["Mira Talvik", line, "linkedin.com/in/mira"]);
            assert_eq!(found.as_deref(), Some("Manchester, UK"), "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_district_is_no_place() {
        for line in ["Windows NT4 | 07700 900417", "Nurse, Band B6", "Level Z3"] {
            assert_eq!(found(&["Mira Talvik, RN", line]), None, "{line}");
        }
    }
}
