//! The order of a résumé's sections: the person's own, else what this posting looks for first.

use crate::case::{Case, Decided};
use foothold_shared::document::SectionKind;
use foothold_shared::document::SectionKind::{
    Certificates, Education, Languages, Projects, Publications, Skills, Summary, Work,
};

/// From where on something is asked for.
const ASKED: f32 = 0.3;

/// The sections to fill, in order; hidden ones are not among them.
pub(super) fn sections(case: &Case<'_>, decided: &mut Decided) -> Vec<SectionKind> {
    let mut usual = vec![
        Summary,
        Work,
        Skills,
        Education,
        Projects,
        Certificates,
        Languages,
        Publications,
    ];
    let asked = |prefix: &str| {
        let ids = case
            .facts
            .iter()
            .filter(|fact| fact.id.starts_with(prefix) && fact.entry.is_none());
        ids.map(|fact| case.ranking.asked(&fact.id))
            .fold(0.0, f32::max)
    };
    // A licence that is asked for comes before the jobs; so do skills where the jobs answer little of the posting.
    if asked("certificate/") >= ASKED {
        lift(&mut usual, Certificates, Work);
        decided.chose(
            "Certificates come before your jobs".to_owned(),
            "The posting asks for one that you hold.",
            Vec::new(),
        );
    }
    let named = case
        .facts
        .iter()
        .filter(|fact| fact.id.starts_with("skill/"));
    let named = named
        .filter(|fact| case.ranking.asked(&fact.id) >= 0.99)
        .count();
    if case.profile.work.is_empty() {
        lift(&mut usual, Education, Work);
        lift(&mut usual, Projects, Skills);
    } else if named >= 3 && asked("work/") < named_worth(named) {
        lift(&mut usual, Skills, Work);
        decided.chose(
            "Skills come before your jobs".to_owned(),
            format!("The posting names {named} of them."),
            Vec::new(),
        );
    }
    if !case.wanted.languages.is_empty() && case.profile.languages.len() > 1 {
        lift(&mut usual, Languages, Education);
    }
    if asked("publication/") >= ASKED {
        lift(&mut usual, Publications, Projects);
    }
    let own = [&case.edits.section_order, &case.style.section_order];
    let own = own.into_iter().find(|order| !order.is_empty());
    let mut order: Vec<SectionKind> = Vec::new();
    for kind in own.into_iter().flatten().chain(&usual) {
        if !order.contains(kind) {
            order.push(*kind);
        }
    }
    // What the person puts in order now is not hidden by what they once liked.
    let placed = |kind: &SectionKind| case.edits.section_order.contains(kind);
    order.retain(|kind| {
        !case.edits.hidden_sections.contains(kind)
            && (placed(kind) || !case.style.hidden_sections.contains(kind))
    });
    let unasked = case.style.hidden_sections.iter();
    for kind in unasked.filter(|kind| !placed(kind) && !case.edits.hidden_sections.contains(kind)) {
        decided.notes.push(format!("{kind:?} is left out, as you did before. Put it into the order of sections to have it back."));
    }
    order
}

/// How much the jobs have to answer so that they stay before this many skills that are named.
fn named_worth(named: usize) -> f32 {
    u16::try_from(named)
        .map_or(1.0, |named| f32::from(named) * 0.12)
        .min(0.8)
}

/// Puts one section before another, if it stands behind it.
fn lift(order: &mut Vec<SectionKind>, what: SectionKind, before: SectionKind) {
    let at = |kind| order.iter().position(|other| *other == kind);
    if let (Some(from), Some(to)) = (at(what), at(before))
        && from > to
    {
        order.remove(from);
        order.insert(to, what);
    }
}
