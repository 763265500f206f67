//! Files: the right one, of a type the form takes, attached once.

use super::answer::{Answer, Ask, Stop};
use super::refusals::{does_not_fit, unsupported};
use super::words::{fold, has_any};
use super::{FileOffer, Refusal};
use crate::classify::{ClassifiedField, FieldKind};
use crate::page::Control;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    if ask.field.control != Control::File {
        return Err(unsupported());
    }
    let (file, source, missing) = match ask.kind {
        FieldKind::ResumeFile => ("resume", "your résumé", "There is no résumé to attach yet."),
        FieldKind::CoverLetterFile => (
            "cover_letter",
            "your cover letter",
            "There is no cover letter to attach.",
        ),
        _ => {
            return Err(Stop::new(
                Refusal::NoFile,
                "This asks for a file that Foothold does not keep.",
            ));
        }
    };
    let mut offers = ask
        .context
        .files
        .iter()
        .filter(|offer| is_for(offer, file))
        .peekable();
    if offers.peek().is_none() {
        return Err(Stop::new(Refusal::NoFile, missing));
    }
    let accept = ask.attribute("accept");
    let Some(offer) = offers.find(|offer| accepts(accept, offer)) else {
        return Err(does_not_fit("The form does not take files of this type."));
    };
    if !is_best_place(ask) {
        return Err(Stop::new(
            Refusal::Duplicate,
            "This file goes into another field of this form.",
        ));
    }
    let mut answer = Answer::words(source, "");
    answer.file = Some(offer.file.clone());
    Ok(answer)
}

/// Whether a file is one of those for a field: "resume" itself, or one of several ("resume/1").
fn is_for(offer: &FileOffer, file: &str) -> bool {
    let rest = offer.file.strip_prefix(file);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether an `accept` attribute takes the file, by extension or media type.
fn accepts(accept: &str, offer: &FileOffer) -> bool {
    let name = offer.file_name.to_ascii_lowercase();
    let media = offer.media_type.to_ascii_lowercase();
    let mut rules = accept
        .split(',')
        .map(|r| r.trim().to_ascii_lowercase())
        .filter(|r| !r.is_empty())
        .peekable();
    // A list that was cut short may have named the type; the agent reads it whole.
    accept.len() >= 200
        || rules.peek().is_none()
        || rules.any(|rule| match rule.strip_suffix("/*") {
            _ if rule == "*" || rule == "*/*" => true,
            Some(family) => media.split('/').next() == Some(family),
            None if rule.starts_with('.') => name.ends_with(&rule),
            None => rule == media,
        })
}

/// Of several fields for one file, the form's own before one that only reads it to fill the form.
fn is_best_place(ask: &Ask<'_>) -> bool {
    let rank = |field: &ClassifiedField| {
        let label = fold(&field.label);
        let reads_only = has_any(
            &label,
            &[
                "autofill",
                "auto fill",
                "parse",
                "import",
                "prefill",
                "fill in",
                "automatisch ausfullen",
                "preremplir",
            ],
        );
        (!reads_only, field.required)
    };
    let own = rank(ask.field);
    let mut rivals = ask
        .others(ask.kind)
        .filter(|(_, f)| f.control == Control::File);
    rivals.all(|(at, f)| rank(f) < own || rank(f) == own && ask.at < at)
}
