//! What a résumé says for a job: the person's own lines, chosen, in the order of use, under headings of the language.
//!
//! What must not happen here: a word of the person's changed (white space, a final stop and the case of a first letter
//! aside); a job or a school left out that they did not leave out themselves.

mod head;
mod lines;
mod made;
mod order;
mod skills;
mod work;

pub(crate) use head::{contact, full_name};
pub(crate) use made::{degree_of, language_words};

use crate::case::{Case, Decided};
use foothold_shared::document::{
    DocumentEntry, DocumentSection, ResumeContent, SectionKind, section_heading,
};

/// The résumé.
pub(crate) fn compose(case: &Case<'_>, decided: &mut Decided) -> ResumeContent {
    let stops = lines::Stops::of(case.profile);
    let mut sections = Vec::new();
    for kind in order::sections(case, decided) {
        let entries = match kind {
            SectionKind::Summary => head::summary(case, decided),
            SectionKind::Work => work::jobs(case, decided, stops),
            SectionKind::Education => made::education(case, decided),
            SectionKind::Skills => skills::groups(case, decided),
            SectionKind::Projects => work::projects(case, decided, stops),
            SectionKind::Certificates => made::certificates(case, decided),
            SectionKind::Languages => made::languages(case, decided),
            SectionKind::Publications => made::publications(case, decided),
        };
        if !entries.is_empty() {
            sections.push(section(case, kind, entries));
        }
    }
    ResumeContent {
        language: case.language.code().to_owned(),
        name: full_name(case.profile),
        headline: head::headline(case, decided),
        contact: contact(case),
        sections,
    }
}

fn section(case: &Case<'_>, kind: SectionKind, entries: Vec<DocumentEntry>) -> DocumentSection {
    DocumentSection {
        kind,
        title: section_heading(kind, case.language.code()).to_owned(),
        entries,
    }
}
