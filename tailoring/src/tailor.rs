//! From person, posting and wishes to both documents.
//!
//! What must not happen here: a failure for a strange posting. Only a profile that says nothing has no documents.

use crate::case::{Case, Decided};
use crate::choose::{Wanted, rank};
use crate::fixed::Fixed;
use crate::ground::sift;
use crate::letter;
use crate::resume;
use crate::style::Style;
use crate::tailored::{NotEnough, Tailored};
use crate::words::Language;
use foothold_core::posting::JobPosting;
use foothold_core::posting::values::language as language_of;
use foothold_matching::facts::{FactKind, Facts};
use foothold_shared::document::{DocumentEdits, DocumentOptions};
use foothold_shared::profile::Profile;
use std::collections::BTreeSet;

/// How many demands that nothing answers are told.
const MOST_UNMET: usize = 8;

/// What résumé and letter say for one job, chosen and ordered from what the person said, without any model.
///
/// `today` is `YYYY-MM-DD`, for the letter's date and for what is recent; empty where the caller has no clock. With an
/// empty posting the résumé is the general one.
///
/// # Errors
///
/// Where the profile has no name, or nothing to show.
pub fn tailor(
    profile: &Profile,
    posting: &JobPosting,
    options: &DocumentOptions,
    edits: &DocumentEdits,
    style: &Style,
    today: &str,
) -> Result<Tailored, NotEnough> {
    if resume::full_name(profile).is_empty() {
        return Err(NotEnough::NoName);
    }
    let facts = Facts::of(profile);
    let shown = |kind| {
        !matches!(
            kind,
            FactKind::Name | FactKind::Contact | FactKind::Years | FactKind::Language
        )
    };
    if !facts.iter().any(|fact| shown(fact.kind)) {
        return Err(NotEnough::NothingToShow);
    }
    let wanted = Wanted::of(posting);
    let ranking = rank(&facts, &wanted, edits, style, today);
    let case = Case {
        profile,
        posting,
        options,
        edits,
        style,
        today,
        language: language(posting, options),
        facts,
        wanted,
        ranking,
    };
    let mut decided = Decided {
        fixed: Fixed::new(&edits.fixed),
        ..Decided::default()
    };
    other_language(&case, &mut decided);
    let resume = resume::compose(&case, &mut decided);
    let letter = letter::compose(&case, &mut decided);
    unmet(&case, &mut decided);
    let tailored = Tailored {
        resume,
        letter,
        least_first: least_first(&case, &mut decided),
        choices: decided.choices,
        dropped: decided.dropped,
        notes: decided.notes,
    };
    Ok(sift(tailored, &case.facts, posting))
}

/// The language asked for, else the posting's, else English.
fn language(posting: &JobPosting, options: &DocumentOptions) -> Language {
    let said = Language::of(options.language.trim());
    let posted = || {
        let told = posting.language.as_deref().and_then(Language::of);
        told.or_else(|| language_of(posting.description.as_deref()?, "").and_then(Language::of))
    };
    said.or_else(posted).unwrap_or(Language::En)
}

/// Says where the person's lines are in another language than the document: nobody translates them here.
fn other_language(case: &Case<'_>, decided: &mut Decided) {
    let mut own: Vec<&str> = vec![&case.profile.summary];
    own.extend(case.profile.work.iter().map(|job| job.description.as_str()));
    let written = language_of(&own.join("\n"), "").and_then(Language::of);
    if let Some(written) = written.filter(|written| *written != case.language) {
        let (written, document) = (written.english(), case.language.english());
        decided.notes.push(format!(
            "Your lines are written in {written} and these documents are in {document}. The résumé keeps your lines as \
             they are, and the letter uses only names from them. Choose {written}, or write them in {document}."
        ));
    }
}

/// Says what the posting asks for and nothing in the profile answers.
fn unmet(case: &Case<'_>, decided: &mut Decided) {
    let mut met = BTreeSet::new();
    for fact in case.facts.iter() {
        met.extend(case.wanted.needs_met_by(fact));
    }
    let spoken: Vec<&str> = case
        .profile
        .languages
        .iter()
        .map(|skill| skill.language.as_str())
        .collect();
    let open = case.wanted.needs.iter().enumerate().filter(|(at, need)| {
        let speaks = foothold_core::plan::languages_in(&need.text)
            .iter()
            .any(|code| spoken.contains(code));
        need.required && !met.contains(at) && !speaks
    });
    let open: Vec<String> = open
        .map(|(_, need)| need.text.clone())
        .take(MOST_UNMET)
        .collect();
    for text in open {
        decided.notes.push(format!(
            "The posting asks for this, and I did not find it in your profile: {text}"
        ));
    }
}

/// What may go, the least useful first, each once, and never what the person chose.
fn least_first(case: &Case<'_>, decided: &mut Decided) -> Vec<String> {
    let mut may_go = std::mem::take(&mut decided.may_go);
    may_go.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1)));
    let mut seen = BTreeSet::new();
    let free = |id: &String| !case.ranking.is_chosen(id);
    may_go
        .into_iter()
        .map(|(_, id)| id)
        .filter(|id| free(id) && seen.insert(id.clone()))
        .collect()
}
