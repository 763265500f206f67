//! "Name" beside "First name" is the last name; one label over two boxes is half each.
//!
//! What must not happen here: a whole name written into a box for a part of it.

use super::near;
use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::text::{Patterns, tables};

tables! {
    /// Labels that only say "name", in languages where that is the family name beside a given name.
    BARE_NAME = ["^name|nom|nombre|nome|naam|namn|navn|nimi$", "^legal name$"];
    BARE_GIVEN = ["^nombre|nome|imie$"];
    GIVEN_PART = ["^first|given|forename name$", "^first|forename|vorname|prénom|voornaam|imię$", "^given$"];
    FAMILY_PART = ["^last|family name$", "^last|surname|nachname|familienname|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome$"];
    /// One label over two boxes, one for each half.
    BOTH_NAMES = ["vorname|first|prénom|nombre|nome|voornaam|imię|given .. name|last|nachname|zuname|surname|nom|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome", "name|last|nachname|zuname|surname|nom|apellido|apellidos|cognome|achternaam|nazwisko|sobrenome .. vorname|first|prénom|nombre|nome|voornaam|imię|given"];
    ZIP_AND_CITY = ["^plz|postleitzahl|zip|postcode|postal|cap|cp|cep|code_postal|zip_code .. ort|wohnort|stadt|city|town|ville|población|ciudad|comune|città|plaats|woonplaats|cidade|localidade|miasto"];
}

pub(super) fn names(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let has = |kind: K| {
            near(drafts, at, 3).any(|other| other.kind == Some(kind) && other.trap.is_none())
        };
        let whole = drafts.iter().any(|other| other.kind == Some(K::LastName));
        let draft = &drafts[at];
        if draft.kind == Some(K::FullName)
            && has(K::FirstName)
            && BARE_NAME.any(draft.core())
            && !has(K::LastName)
        {
            drafts[at].turn(K::LastName, 0.85, "“name” beside a first name");
        } else if draft.kind == Some(K::FirstName)
            && BARE_GIVEN.any(draft.core())
            && !whole
            && drafts.len() > 1
        {
            let later = near(drafts, at, 2).any(|other| other.kind == Some(K::FullName));
            if !later {
                drafts[at].turn(K::FullName, 0.7, "the only name asked for");
            }
        } else if draft.kind == Some(K::FullName) && BARE_NAME.any(draft.core()) {
            // "Name" over the whole, "First name" under this box.
            let part = |part: &Patterns| draft.questions[1..].iter().any(|own| part.any(&own.core));
            if part(&GIVEN_PART) {
                drafts[at].turn(K::FirstName, 0.85, "a part of the name");
            } else if part(&FAMILY_PART) {
                drafts[at].turn(K::LastName, 0.85, "a part of the name");
            }
        }
    }
}

/// "Name, Vorname" over two boxes, "PLZ / Ort" over two boxes: the first box holds the half its partner does not.
pub(super) fn halves(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let core = drafts[at].core().to_vec();
        let partner = drafts
            .get(at + 1)
            .filter(|next| next.field.form == drafts[at].field.form && next.trap.is_none())
            .map(|next| (next.kind, next.questions.is_empty()));
        let had = |kind: K| near(drafts, at, 3).any(|other| other.kind == Some(kind));
        let (half, other) = match (drafts[at].kind, partner) {
            (Some(K::FullName), Some((Some(K::FirstName), _)))
                if BOTH_NAMES.any(&core) && !had(K::LastName) =>
            {
                (K::LastName, K::FirstName)
            }
            (Some(K::FullName), Some((Some(K::LastName), _)))
                if BOTH_NAMES.any(&core) && !had(K::FirstName) =>
            {
                (K::FirstName, K::LastName)
            }
            (Some(K::Location), Some((kind, unnamed)))
                if ZIP_AND_CITY.any(&core)
                    && !had(K::PostalCode)
                    && (kind == Some(K::City) || (kind.is_none() && unnamed)) =>
            {
                (K::PostalCode, K::City)
            }
            _ => continue,
        };
        drafts[at].turn(half, 0.8, "one half of a shared label");
        if drafts[at + 1].kind.is_none() {
            drafts[at + 1].turn(other, 0.75, "the other half of a shared label");
        }
    }
}

/// Whether a label only says "name".
pub(super) fn is_bare(label: &[String]) -> bool {
    BARE_NAME.any(label)
}
