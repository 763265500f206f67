//! What a field's neighbours say about it: "Name" beside "First name" is the last name, "From" in a work row is when
//! that work began, a list of countries before a number is its calling code.
//!
//! What must not happen here: a sure reading overturned. Only readings that are open by nature are settled.

mod counties;
mod dates;
mod letters;
mod names;
mod phones;
mod rows;

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::rule::On;
use crate::classify::text::{tables, words};

tables! {
    /// A part that somebody signs, with name and date of signing.
    SIGNED = ["self identification|identify|id", "cc 305", "disability", "signature|e_signature|esignature|unterschrift|firma_electrónica", "equal employment|opportunity"];
    TITLE = ["^title|titel$"];
    DATE_ONLY = ["^date|today_s_date|todays_date|datum|signature_date|date_signed$"];
}

/// Settles what is open.
pub(crate) fn settle(drafts: &mut [Draft<'_>]) {
    names::names(drafts);
    phones::calling_codes(drafts);
    rows::rows(drafts);
    dates::spans(drafts);
    names::halves(drafts);
    dates::date_parts(drafts);
    signatures(drafts);
    employers_own(drafts);
    counties::leave(drafts);
    title_beside_company(drafts);
    only_file(drafts);
    letters::messages(drafts);
}

fn near<'d>(
    drafts: &'d [Draft<'_>],
    at: usize,
    reach: usize,
) -> impl Iterator<Item = &'d Draft<'d>> {
    let from = at.saturating_sub(reach);
    let to = (at + reach + 1).min(drafts.len());
    (from..to)
        .filter(move |other| *other != at)
        .map(|other| shorten(&drafts[other]))
}

/// Drafts borrow the snapshot for longer than anyone looks at them here.
fn shorten<'d>(draft: &'d Draft<'_>) -> &'d Draft<'d> {
    draft
}

/// A second phone number or address right behind an employer or a school is theirs, not the person's.
fn employers_own(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let kind = drafts[at].kind;
        let reach = match kind {
            Some(K::Phone) => 4,
            Some(
                K::AddressLine1 | K::AddressLine2 | K::City | K::State | K::PostalCode | K::Country,
            ) => 6,
            _ => continue,
        };
        let section = &drafts[at].field.section;
        // An address needs more than an employer before it: the row must say whose it is.
        let in_row = kind == Some(K::Phone) || rows::row_of(&drafts[at]).is_some();
        let behind = drafts[at.saturating_sub(reach)..at].iter().any(|before| {
            matches!(before.kind, Some(K::WorkCompany | K::School))
                && (kind == Some(K::Phone) || before.field.section == *section)
        });
        let asked = drafts[..at]
            .iter()
            .any(|before| before.kind == kind && before.trap.is_none());
        if in_row && behind && asked {
            drafts[at].turn(K::Other, 0.8, "of the employer or school before it");
        }
    }
}

/// A plain "Title" right behind the company is what the person does there, not a form of address.
fn title_beside_company(drafts: &mut [Draft<'_>]) {
    for at in 1..drafts.len() {
        let kind = match drafts[at - 1].kind {
            Some(K::CurrentCompany) => K::CurrentTitle,
            Some(K::WorkCompany) => K::WorkTitle,
            _ => continue,
        };
        let open = matches!(drafts[at].kind, None | Some(K::Other))
            && drafts[at].trap.is_none()
            && drafts[at].field.form == drafts[at - 1].field.form
            && drafts[at].on.meets(On::LINE)
            && TITLE.any(drafts[at].core());
        if open {
            drafts[at].turn(kind, 0.75, "a title beside a company");
        }
    }
}

/// The name and the date beside a self-identification are a signature: the person's own act.
fn signatures(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let signs = match draft.kind {
            Some(K::FullName) => {
                names::is_bare(draft.core()) || draft.core().join(" ") == "full name"
            }
            Some(K::StartDate) | None => DATE_ONLY.any(draft.core()),
            _ => false,
        };
        if !signs {
            continue;
        }
        let headed = draft
            .field
            .section
            .last()
            .is_some_and(|heading| SIGNED.any(&words(heading)));
        let named = drafts.iter().enumerate().any(|(other, draft)| {
            other != at && matches!(draft.kind, Some(K::FirstName | K::LastName | K::FullName))
        });
        let beside = named && near(drafts, at, 4).any(|other| other.kind == Some(K::Disability));
        let called = draft.names.iter().any(|name| SIGNED.any(&name.all));
        if headed || beside || called {
            drafts[at].turn(K::Other, 0.8, "signs a self-identification");
        }
    }
}

/// A form's only file input that takes papers is for the résumé, where nothing says otherwise.
fn only_file(drafts: &mut [Draft<'_>]) {
    if drafts.iter().any(|draft| draft.kind == Some(K::ResumeFile)) {
        return;
    }
    let mut open = drafts
        .iter_mut()
        .filter(|draft| draft.on.meets(On::FILE) && draft.kind.is_none());
    let (first, second) = (open.next(), open.next());
    if let (Some(draft), None) = (first, second)
        && crate::classify::family::files::takes_papers(draft.field)
    {
        draft.turn(K::ResumeFile, 0.65, "the only file asked for");
    }
}
