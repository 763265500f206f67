//! Links to show an employer.

use super::answer::{Answer, Ask, Stop, said};
use super::refusals::not_in_profile;
use crate::classify::{Family, FieldKind};

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    if let Some(own) = ask.rows.links_of(ask.form, ask.profile, ask.field) {
        let none = || not_in_profile("further link to put here");
        let at = ask.entry_of_row(Family::Links, none)?;
        let link = own.get(at).copied().ok_or_else(none)?;
        return Ok(Answer::words(
            &format!("your profile: link {}", at + 1),
            link,
        ));
    }
    let links = &ask.profile.links;
    // A form that asks for one page of the person's own gets the one there is.
    let stands_in = |own: &str, other: FieldKind| own.trim().is_empty() && !ask.form_has(other);
    let (text, source) = match ask.kind {
        FieldKind::Linkedin => (
            said(&links.linkedin, "LinkedIn link")?,
            "your profile: LinkedIn",
        ),
        FieldKind::Github => (said(&links.github, "GitHub link")?, "your profile: GitHub"),
        FieldKind::Twitter => (
            said(&links.twitter, "X (Twitter) link")?,
            "your profile: X (Twitter)",
        ),
        FieldKind::Portfolio if stands_in(&links.portfolio, FieldKind::Website) => (
            said(&links.website, "portfolio")?,
            "your profile: website (it has no portfolio)",
        ),
        FieldKind::Portfolio => (
            said(&links.portfolio, "portfolio")?,
            "your profile: portfolio",
        ),
        _ if stands_in(&links.website, FieldKind::Portfolio) => (
            said(&links.portfolio, "website")?,
            "your profile: portfolio (it has no website)",
        ),
        _ => (said(&links.website, "website")?, "your profile: website"),
    };
    Ok(Answer::words(source, text))
}
