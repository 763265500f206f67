//! Names.

use super::answer::{Answer, Ask, Stop, said};
use super::words::{fold, has_any, tokens};
use crate::classify::FieldKind;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let name = &ask.profile.name;
    let (text, source) = match ask.kind {
        FieldKind::FirstName => (said(&name.given, "given name")?, "your profile: given name"),
        FieldKind::MiddleName => (
            said(&name.middle, "middle name")?,
            "your profile: middle name",
        ),
        FieldKind::LastName => (
            said(&name.family, "family name")?,
            "your profile: family name",
        ),
        FieldKind::NameSuffix => (
            said(&name.suffix, "name suffix")?,
            "your profile: name suffix",
        ),
        FieldKind::PreferredName if name.preferred.trim().is_empty() => (
            said(&name.given, "preferred or given name")?,
            "your profile: given name (it has no preferred name)",
        ),
        FieldKind::PreferredName => (name.preferred.trim(), "your profile: preferred name"),
        _ => return full_name(ask),
    };
    Ok(Answer::words(source, text))
}

/// Given and family name; all of the passport's names where the form asks for the legal name.
fn full_name<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let name = &ask.profile.name;
    let given = said(&name.given, "given name")?;
    let family = said(&name.family, "family name")?;
    let question = ask.question();
    let legal = has_any(
        &question,
        &[
            "legal",
            "passport",
            "ausweis",
            "reisepass",
            "passeport",
            "as it appears",
        ],
    );
    let mut given_names = vec![given];
    let mut family_names = vec![family];
    if legal {
        given_names.push(name.middle.trim());
    }
    if legal || !ask.form_has(FieldKind::NameSuffix) {
        family_names.push(name.suffix.trim());
    }
    let (first, second) = if family_first(&ask.field.label) {
        (family_names, given_names)
    } else {
        (given_names, family_names)
    };
    let words: Vec<&str> = first
        .iter()
        .chain(&second)
        .copied()
        .filter(|w| !w.is_empty())
        .collect();
    let source = if legal {
        "your profile: full legal name"
    } else {
        "your profile: name"
    };
    Ok(Answer::words(source, &words.join(" ")))
}

/// Whether a label asks for the family name before the given name ("Nom et prénom").
fn family_first(label: &str) -> bool {
    const FAMILY: &[&str] = &[
        "last",
        "surname",
        "family",
        "nachname",
        "familienname",
        "nom",
        "apellido",
        "apellidos",
        "cognome",
        "achternaam",
        "sobrenome",
        "nazwisko",
    ];
    const GIVEN: &[&str] = &[
        "first", "given", "vorname", "prenom", "prenoms", "nombre", "nombres", "nome", "voornaam",
        "imie",
    ];
    let folded = fold(label);
    let words = tokens(&folded);
    let place = |of: &[&str]| words.iter().position(|w| of.contains(w));
    matches!((place(FAMILY), place(GIVEN)), (Some(family), Some(given)) if family < given)
}
