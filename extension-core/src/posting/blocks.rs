//! Which blocks of a page speak of this job: without cookie notices, and without the other jobs listed beside it.

use crate::page::TextBlock;

use super::fold::fold;

/// At most this many blocks are looked at.
const MAX_BLOCKS: usize = 4_000;

/// Folded beginnings of headings under which other jobs are listed.
const OTHER_JOBS: &[&str] = &[
    "other jobs",
    "similar jobs",
    "related jobs",
    "more jobs",
    "recommended jobs",
    "jobs you may",
    "jobs you might",
    "you may also",
    "you might also",
    "people also viewed",
    "similar positions",
    "other positions",
    "other open positions",
    "more open positions",
    "other openings",
    "more openings",
    "related positions",
    "other vacancies",
    "similar vacancies",
    "related vacancies",
    "other opportunities",
    "similar opportunities",
    "more opportunities",
    "jobs like this",
    "explore other",
    "latest jobs",
    "featured jobs",
    "ahnliche stellen",
    "ahnliche jobs",
    "ahnliche angebote",
    "weitere stellen",
    "weitere jobs",
    "weitere offene",
    "andere jobs",
    "passende jobs",
    "das konnte dich auch",
    "das konnte sie auch",
    "offres similaires",
    "d autres offres",
    "autres offres",
    "ces offres",
    "postes similaires",
    "autres postes",
    "ofertas similares",
    "otras ofertas",
    "empleos similares",
    "otros empleos",
    "offerte simili",
    "altre offerte",
    "annunci simili",
    "altre posizioni",
    "vergelijkbare vacatures",
    "andere vacatures",
    "meer vacatures",
    "soortgelijke vacatures",
    "vagas semelhantes",
    "outras vagas",
    "vagas similares",
    "podobne oferty",
    "inne oferty",
    "podobne ogloszenia",
];

/// Words in a hint that say a block belongs to a cookie notice.
const COOKIE_HINTS: &[&str] = &[
    "cookie",
    "consent",
    "onetrust",
    "gdpr",
    "usercentrics",
    "didomi",
];

/// The blocks that may speak of this job, in order.
pub(crate) fn relevant(blocks: &[TextBlock]) -> Vec<&TextBlock> {
    let mut aside = false;
    blocks
        .iter()
        .take(MAX_BLOCKS)
        .filter(|block| {
            // A main heading ends whatever list came before it.
            if block.tag == "h1" {
                aside = false;
            }
            aside = aside || lists_other_jobs(block);
            !aside && !is_cookie_notice(block)
        })
        .collect()
}

fn lists_other_jobs(block: &TextBlock) -> bool {
    if block.text.len() > 80 || matches!(block.tag.as_str(), "h1" | "li") {
        return false;
    }
    let folded = fold(&block.text);
    OTHER_JOBS.iter().any(|start| folded.starts_with(start))
}

fn is_cookie_notice(block: &TextBlock) -> bool {
    let hint = block.hint.to_ascii_lowercase();
    COOKIE_HINTS.iter().any(|word| hint.contains(word))
        || block.text.to_lowercase().contains("cookie")
}

/// Whether a heading is about the page or the form and not the job's title.
pub(crate) fn is_page_heading(text: &str) -> bool {
    const WHOLE: &str = "apply|apply now|apply here|apply online|application|application form|application submitted|job application|your application|my application|\
        start your application|submit your application|submit application|apply for this job|apply for this position|apply for job|sign in|log in|login|create account|\
        jobs|job|job details|job description|job openings|open positions|current openings|careers|career|career opportunities|search|search jobs|\
        search for jobs|welcome|thank you|thanks|overview|description|about us|about the job|about the role|about this job|about the company|company description|\
        qualifications|requirements|responsibilities|benefits|home|menu|contact|contact info|contact information|personal information|personal details|my information|my experience|\
        my profile|profile|review|resume|questions|join us|join our team|join our talent community|we are hiring|privacy notice|privacy policy|page not found|error|404|\
        bewerbung|bewerben|jetzt bewerben|bewerbungsformular|online bewerbung|stellenangebot|stellenangebote|stellenanzeige|karriere|anmelden|willkommen|jobangebot|offene stellen|\
        deine bewerbung|ihre bewerbung|stellenbeschreibung|uber uns|\
        postuler|candidature|ma candidature|votre candidature|offre d emploi|nos offres|connexion|bienvenue|carriere|recrutement|description du poste|le poste|\
        solicitud|inscribirse|oferta de empleo|empleo|trabaja con nosotros|bienvenido|iniciar sesion|descripcion|\
        candidati|candidatura|offerta di lavoro|lavora con noi|accedi|benvenuto|descrizione|\
        solliciteren|sollicitatie|solliciteer|vacature|vacatures|werken bij|inloggen|welkom|\
        candidatar se|vaga|vagas|trabalhe conosco|entrar|bem vindo|\
        aplikuj|formularz aplikacyjny|oferta pracy|oferty pracy|kariera|zaloguj|witamy|praca";
    const STARTS: &[&str] = &[
        "application submitted",
        "answer these questions",
        "sorry",
        "please",
        "we use",
        "this website uses",
        "your browser",
        "thank you",
        "welcome to",
        "sign in",
        "you have already",
        "how to apply",
        "create your",
        "build your career",
        "start your application",
        "start your career",
        "join the",
        "wir verwenden",
        "willkommen bei",
        "bienvenue chez",
        "get notified",
        "job application form",
        "upload your",
        "add your",
        "review your",
        "apply with",
        "apply to ",
        "let s",
        "complete your",
        "tell us",
        "find your",
        "search ",
        "discover ",
        "explore ",
        "meet ",
        "why ",
        "how ",
        "what ",
        "our ",
        "your ",
        "start your",
        "log in",
        "enter ",
    ];
    let folded = fold(text);
    folded.is_empty()
        || WHOLE.split('|').any(|known| known.trim() == folded)
        || STARTS.iter().any(|start| folded.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(tag: &str, hint: &str, text: &str) -> TextBlock {
        TextBlock {
            tag: tag.to_owned(),
            hint: hint.to_owned(),
            text: text.to_owned(),
            ..TextBlock::default()
        }
    }

    #[test]
    fn other_jobs_and_cookie_notices_are_left_out() {
        let blocks = [
            block("h2", "", "Similar jobs"),
            block("p", "", "Night Baker"),
            block("h1", "", "Day Baker"),
            block("p", "cc cookie-text", "We value your privacy"),
            block("p", "", "Ghent"),
            block("h3", "", "Weitere Stellen bei uns"),
            block("p", "", "Cashier"),
        ];
        let left = relevant(&blocks)
            .iter()
            .map(|b| b.text.as_str())
            .collect::<Vec<_>>();
        assert_eq!(left, ["Day Baker", "Ghent"]);
    }

    #[test]
    fn headings_of_the_page_are_no_titles() {
        for (text, page) in [
            ("Apply now", true),
            ("Bewerbungsformular", true),
            ("Welcome to our careers page", true),
            ("Application Engineer", false),
            ("Job Coach", false),
            ("", true),
        ] {
            assert_eq!(is_page_heading(text), page, "{text}");
        }
    }
}
