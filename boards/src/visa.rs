//! What a posting says about work permits, in its own words.
//!
//! What must not happen here: a conclusion about a person. A signal is a sentence with a name.

use foothold_core::posting::values;
use serde::{Deserialize, Serialize};

/// A sentence about work permits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct VisaSignal {
    /// What it says.
    pub kind: VisaKind,
    /// The sentence.
    pub words: String,
}

/// What a sentence about work permits says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisaKind {
    /// The employer sponsors.
    Sponsors,
    /// The employer does not.
    NoSponsorship,
    /// One must be allowed to work there already.
    MustBeAllowed,
    /// Citizens only.
    CitizensOnly,
    /// A security clearance is asked for.
    Clearance,
    /// Help with moving is offered.
    Relocation,
}

use VisaKind::{CitizensOnly, Clearance, MustBeAllowed, NoSponsorship, Relocation, Sponsors};

/// Folded phrases; the first kind whose phrase stands in a sentence is its kind, so refusals come first.
const PHRASES: &[(VisaKind, &[&str])] = &[
    (
        NoSponsorship,
        &[
            "no visa sponsorship",
            "no sponsorship",
            "not sponsor",
            "not able to sponsor",
            "unable to sponsor",
            "cannot sponsor",
            "can not sponsor",
            "unable to offer visa",
            "unable to provide visa",
            "unable to provide sponsorship",
            "unable to offer sponsorship",
            "not offer visa",
            "not offer sponsorship",
            "not provide visa",
            "not provide sponsorship",
            "not eligible for visa sponsorship",
            "not eligible for sponsorship",
            "sponsorship is not available",
            "sponsorship not available",
            "sponsorship is not offered",
            "sponsorship is not provided",
            "without sponsorship",
            "without visa sponsorship",
            "without the need for sponsorship",
            "without requiring sponsorship",
            "without current or future sponsorship",
            "visa sponsorship no",
            "sponsorship no",
            "kein visasponsoring",
            "kein visa sponsoring",
            "keine visa unterstutzung",
            "pas de sponsorship",
            "pas de parrainage",
            "no ofrecemos patrocinio",
            "geen visumsponsoring",
        ],
    ),
    (
        Sponsors,
        &[
            "visa sponsorship available",
            "visa sponsorship is available",
            "sponsorship available",
            "sponsorship is available",
            "offer visa sponsorship",
            "offers visa sponsorship",
            "provide visa sponsorship",
            "provides visa sponsorship",
            "visa sponsorship provided",
            "visa sponsorship offered",
            "visa sponsorship and relocation",
            "visa and relocation",
            "relocation and visa",
            "sponsor visas",
            "sponsor your visa",
            "sponsor work visas",
            "sponsor h1b",
            "sponsor h 1b",
            "we can sponsor",
            "we sponsor",
            "we do sponsor",
            "able to sponsor",
            "happy to sponsor",
            "help with your visa",
            "visa support",
            "visa assistance",
            "support with your visa",
            "unterstutzung beim visum",
            "unterstutzung bei visum",
            "visum sponsoring",
            "prise en charge du visa",
            "aide au visa",
            "apoyo con el visado",
            "skilled worker visa sponsorship",
            "visa sponsorship yes",
            "sponsorship yes",
        ],
    ),
    (
        CitizensOnly,
        &[
            "us citizenship is required",
            "u s citizenship is required",
            "us citizenship required",
            "u s citizenship required",
            "must be a us citizen",
            "must be a u s citizen",
            "must be us citizens",
            "us citizens only",
            "u s citizens only",
            "open to us citizens",
            "united states citizens only",
            "citizenship required",
            "must hold citizenship",
        ],
    ),
    (
        Clearance,
        &[
            "security clearance",
            "secret clearance",
            "ts sci",
            "top secret",
            "sc cleared",
            "dv cleared",
            "sc clearance",
            "dv clearance",
            "sicherheitsuberprufung",
            "habilitation defense",
        ],
    ),
    (
        MustBeAllowed,
        &[
            "must be authorized to work",
            "must be authorised to work",
            "must be legally authorized",
            "must be legally authorised",
            "be legally eligible to work",
            "must be eligible to work",
            "must have the right to work",
            "must have right to work",
            "have the right to work in",
            "have a valid work permit",
            "valid work permit",
            "valid work visa",
            "proof of eligibility to work",
            "legally entitled to work",
            "gultige arbeitserlaubnis",
            "arbeitserlaubnis fur",
            "arbeitserlaubnis in",
            "autorisation de travail",
            "permis de travail valide",
            "permiso de trabajo",
            "permesso di lavoro",
            "geldige werkvergunning",
        ],
    ),
    (
        Relocation,
        &[
            "relocation package",
            "relocation support",
            "relocation assistance",
            "help with relocation",
            "relocation budget",
            "help you relocate",
            "relocation is provided",
            "relocation provided",
            "relocation offered",
            "umzugsunterstutzung",
            "unterstutzung beim umzug",
            "umzugskosten",
            "aide a la relocalisation",
            "ayuda de reubicacion",
        ],
    ),
];

/// Words without which no phrase can stand in a text: a quick look before the long one.
const HINTS: &[&str] = &[
    "visa",
    "visum",
    "visado",
    "sponsor",
    "citizen",
    "clearance",
    "authori",
    "right to work",
    "eligible to work",
    "entitled to work",
    "eligibility to work",
    "work permit",
    "arbeitserlaubnis",
    "permis",
    "permes",
    "werkvergunning",
    "reloca",
    "umzug",
    "reubica",
    "relocal",
    "top secret",
    "ts/sci",
    "cleared",
    "parrainage",
    "patrocinio",
    "sicherheits",
    "habilitation",
];

/// What a description says, each kind once.
pub(crate) fn read(markdown: &str) -> Vec<VisaSignal> {
    let lower = markdown.to_lowercase();
    if !HINTS.iter().any(|hint| lower.contains(hint)) {
        return Vec::new();
    }
    let mut found: Vec<VisaSignal> = Vec::new();
    for sentence in sentences(markdown) {
        let lower = sentence.to_lowercase();
        if !HINTS.iter().any(|hint| lower.contains(hint)) {
            continue;
        }
        let folded = values::fold(&sentence);
        let kind = PHRASES.iter().find(|(_, phrases)| {
            phrases
                .iter()
                .any(|phrase| values::has_phrase(&folded, phrase))
        });
        let Some((kind, _)) = kind else { continue };
        if *kind == Relocation && refuses_relocation(&folded) {
            continue;
        }
        // "We sponsor visas and help you relocate" says two things.
        let moves = *kind == Sponsors
            && !refuses_relocation(&folded)
            && PHRASES.iter().any(|(other, phrases)| {
                *other == Relocation
                    && phrases
                        .iter()
                        .any(|phrase| values::has_phrase(&folded, phrase))
            });
        for kind in [Some(*kind), moves.then_some(Relocation)]
            .into_iter()
            .flatten()
        {
            if found.iter().all(|signal| signal.kind != kind) {
                found.push(VisaSignal {
                    kind,
                    words: sentence.clone(),
                });
            }
        }
    }
    found
}

fn refuses_relocation(folded: &str) -> bool {
    [
        "no relocation",
        "not offer relocation",
        "not provide relocation",
        "without relocation",
        "relocation assistance is not",
        "relocation is not",
        "keine umzugskosten",
    ]
    .iter()
    .any(|phrase| values::has_phrase(folded, phrase))
}

fn sentences(markdown: &str) -> impl Iterator<Item = String> {
    markdown
        .lines()
        .flat_map(of_line)
        .map(|sentence| sentence.trim_matches([' ', '-', '*', '#', '_']).to_owned())
        .filter(|sentence| (8..=600).contains(&sentence.len()))
        .take(2_000)
}

fn of_line(line: &str) -> Vec<String> {
    let mut whole = Vec::<String>::new();
    for piece in line.split_inclusive(['.', '!', '?', ';']) {
        match whole.last_mut() {
            // "U.S. citizens" is not two sentences.
            Some(last)
                if !piece.starts_with(' ') || last.ends_with(".S.") || last.trim().len() < 4 =>
            {
                last.push_str(piece);
            }
            _ => whole.push(piece.to_owned()),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[VisaKind]) {
        let found = read(text)
            .iter()
            .map(|signal| signal.kind)
            .collect::<Vec<_>>();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn sentences_about_permits() {
        check("We offer visa sponsorship and bread.", &[Sponsors]);
        check(
            "- We are not able to sponsor visas at this time.",
            &[NoSponsorship],
        );
        check(
            "You must be authorized to work in the US without sponsorship.",
            &[NoSponsorship],
        );
        check(
            "You must have the right to work in the UK.",
            &[MustBeAllowed],
        );
        check("This role is for U.S. citizens only.", &[CitizensOnly]);
        check(
            "An active security clearance is a must. Relocation package!",
            &[Clearance, Relocation],
        );
        check(
            "Wir unterstützen dich: Umzugskosten übernehmen wir.",
            &[Relocation],
        );
        check("Our sponsors are bakers. We issue Visa cards.", &[]);
        check("", &[]);
    }

    #[test]
    fn a_sentence_may_say_two_things_and_refuse_one() {
        let kinds = |text: &str| -> Vec<VisaKind> { read(text).iter().map(|s| s.kind).collect() };
        assert_eq!(
            kinds("We sponsor visas and help you relocate."),
            [Sponsors, Relocation]
        );
        assert_eq!(kinds("Visa sponsorship: yes."), [Sponsors]);
        assert_eq!(kinds("Visa sponsorship: no."), [NoSponsorship]);
        assert!(kinds("There is no relocation assistance.").is_empty());
        assert_eq!(
            kinds("We sponsor visas, but there is no relocation package."),
            [Sponsors]
        );
    }
}
