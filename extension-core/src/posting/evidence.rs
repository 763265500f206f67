//! Whether a page is about a job at all.

use crate::page::{PageSnapshot, TextBlock};

use super::claim::Claims;
use super::sections::{self, Section};
use super::{employment, fold, meta};

/// Whether a page without structured data is about one job: its address, its site, or labelled lines say so.
pub(crate) fn is_job_page(
    snapshot: &PageSnapshot,
    claims: &Claims,
    readings: &[meta::Reading],
    known_site: bool,
    found: &[&TextBlock],
) -> bool {
    known_site
        || names_jobs(&snapshot.url)
        || !claims.employment.is_empty()
        || !claims.salary.is_empty()
        // "Role at Company" over a form.
        || (snapshot.fields.len() >= 3 && readings.iter().any(|r| r.title.is_some() && r.company.is_some()))
        || fold::has_phrase(
            &fold::fold(fold::clip(&snapshot.title, 300)),
            "job application",
        )
        || describes_a_job(found)
}

/// Whether the page has a badge for the hours and a section for what is asked: a recipe has only the second.
fn describes_a_job(found: &[&TextBlock]) -> bool {
    let short = || {
        found
            .iter()
            .take(600)
            .filter(|block| block.text.len() <= 60 && block.tag != "label")
    };
    short().any(|block| sections::of(&block.text) == Some(Section::Required))
        && short().any(|block| employment::badge(&block.text).is_some())
}

/// Whether the address alone speaks of jobs: enough for a page that only says that its job is over.
pub(crate) fn is_job_address(url: &str, known_site: bool) -> bool {
    known_site || names_jobs(url)
}

/// Whether the words of an address name jobs.
fn names_jobs(url: &str) -> bool {
    const WORDS: &[&str] = &[
        "job",
        "jobs",
        "career",
        "careers",
        "position",
        "positions",
        "vacancy",
        "vacancies",
        "vacature",
        "vacatures",
        "stelle",
        "stellen",
        "stellenangebot",
        "stellenangebote",
        "karriere",
        "offre",
        "offres",
        "emploi",
        "emplois",
        "annonce",
        "annunci",
        "trabajo",
        "trabajos",
        "empregos",
        "jobb",
        "careersection",
        "arbeit",
        "recrutement",
        "oferta",
        "ofertas",
        "empleo",
        "empleos",
        "vaga",
        "vagas",
        "lavoro",
        "offerta",
        "praca",
        "oferty",
        "posting",
        "postings",
        "requisition",
        "apply",
        "application",
        "opening",
        "openings",
        "jobdetail",
        "jobdetails",
        "viewjob",
        "recruitment",
        "hiring",
        "join",
        "bewerbung",
        "candidature",
        "vacante",
        "vacantes",
        "puesto",
        "puestos",
        "poste",
        "postes",
        "posizioni",
        "posizione",
        "annuncio",
        "werkenbij",
        "ausbildung",
        "stelleninserat",
        "recruit",
        "recruiting",
        "employment",
        "hire",
        "roles",
        "role",
    ];
    const PHRASES: &[&str] = &[
        "werken bij",
        "work with us",
        "work for us",
        "trabaja con nosotros",
        "trabaje con nosotros",
        "trabalhe conosco",
        "lavora con noi",
        "nous rejoindre",
        "rejoignez nous",
        "arbeiten bei",
    ];
    let folded = fold::fold(fold::clip(url, 600));
    folded.split(' ').any(|word| WORDS.contains(&word))
        || PHRASES
            .iter()
            .any(|phrase| fold::has_phrase(&folded, phrase))
}
