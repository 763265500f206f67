//! Ranks in titles: how far along somebody is, in nine languages.
//!
//! What must not happen here: years. A title says a rank or none.

use crate::text;
use std::sync::LazyLock;

/// How far along in a working life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seniority {
    /// Interns, working students, apprentices.
    Trainee,
    /// Beginners.
    Junior,
    /// Knows the work.
    Middle,
    /// Knows it well.
    Senior,
    /// Leads a team, or the work of several.
    Lead,
    /// Leads a department; principal.
    Head,
    /// Leads a division or a company.
    Executive,
}

impl Seniority {
    /// 0 to 6.
    #[must_use]
    pub fn level(self) -> f32 {
        f32::from(self as u8)
    }

    /// The rank that so many years of the work usually come with.
    #[must_use]
    pub fn of_years(years: f32) -> Self {
        match years {
            years if years < 1.0 => Self::Trainee,
            years if years < 2.5 => Self::Junior,
            years if years < 5.5 => Self::Middle,
            _ => Self::Senior,
        }
    }

    /// In English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Trainee => "trainee",
            Self::Junior => "junior",
            Self::Middle => "with some experience",
            Self::Senior => "senior",
            Self::Lead => "lead",
            Self::Head => "head of department",
            Self::Executive => "executive",
        }
    }
}

/// Folded words and phrases of each rank; the first rank that a title names counts, from the top of this list.
const RANKS: [(Seniority, &str); 7] = [
    (
        Seniority::Trainee,
        "intern|internship|trainee|apprentice|apprenticeship|working student|student assistant|student worker|graduate trainee|co op|\
    praktikant|praktikum|praktikantin|pflichtpraktikum|werkstudent|werkstudentin|auszubildende|auszubildender|azubi|ausbildung|volontar|volontariat|studentische hilfskraft|studentische aushilfe|\
    stage|stagiaire|alternance|alternant|alternante|apprenti|apprentie|becario|becaria|practica|prácticas|aprendiz|tirocinante|tirocinio|stagista|apprendista|stagiair|bijbaan|leerling|\
    estagiario|estagiaria|estagio|stazysta|stazystka|staz|praktykant|praktykantka",
    ),
    (
        Seniority::Executive,
        "ceo|cto|cfo|coo|cmo|cpo|chro|cio|ciso|chief|vp|vice president|president|managing director|geschaftsfuhrer|geschaftsfuhrerin|vorstand|directeur general|director general|amministratore delegato|prezes|dyrektor zarzadzajacy|svp|evp",
    ),
    (
        Seniority::Head,
        "director|head|principal|leiter|leiterin|abteilungsleiter|bereichsleiter|bereichsleitung|leitung|directeur|directrice|responsable de departement|directora|direttore|direttrice|diretor|diretora|dyrektor|hoofd|distinguished",
    ),
    (
        Seniority::Lead,
        "lead|staff|team lead|teamlead|tech lead|supervisor|foreman|teamleiter|teamleiterin|teamleitung|schichtleiter|schichtleitung|leitende|leitender|chef d equipe|responsable|jefe|jefa|encargado|encargada|responsabile|capo|teamleider|leidinggevende|lider|kierownik|kierowniczka|coordenador chefe|brygadzista|vorarbeiter|polier|meister|obermonteur",
    ),
    (
        Seniority::Senior,
        "senior|sr|snr|experienced|expert|erfahrener|erfahrene|erfahren|confirme|confirmee|experimente|sênior|ervaren|starszy|starsza|doswiadczony",
    ),
    (
        Seniority::Junior,
        "junior|jr|jnr|graduate|entry level|entry|beginner|berufseinsteiger|berufseinsteigerin|einsteiger|debutant|debutante|recien titulado|neolaureato|starter|mlodszy|mlodsza|absolvent|new grad|associate",
    ),
    (
        Seniority::Middle,
        "mid level|mid senior|midlevel|intermediate|regular|medior|mid|pleno",
    ),
];

/// The same, folded, a space before and behind each.
static FOLDED: LazyLock<Vec<(Seniority, Vec<String>)>> = LazyLock::new(|| {
    RANKS
        .iter()
        .map(|(rank, words)| {
            let folded = words
                .split('|')
                .map(|phrase| format!(" {} ", text::fold(phrase)));
            (*rank, folded.collect())
        })
        .collect()
});

/// The rank that a title names; `None` where it names none.
///
/// Words that are a rank in one work and the work itself in another ("Chief Mate", "Staff Nurse", "Sous Chef") are a
/// rank here; where it matters the family of the title tells.
#[must_use]
pub fn seniority_in(title: &str) -> Option<Seniority> {
    let folded = format!(" {} ", text::fold(title));
    let names = |phrases: &str| {
        phrases
            .split('|')
            .any(|phrase| folded.contains(&format!(" {} ", text::fold(phrase))))
    };
    let known = FOLDED
        .iter()
        .find(|(_, words)| words.iter().any(|phrase| folded.contains(phrase.as_str())));
    // In these, the word is no rank.
    let work = [
        "staff nurse",
        "head chef assistant",
        "lead generation",
        "chief of staff",
        "art director",
        "student counsellor",
        "staff writer",
    ]
    .iter()
    .any(|words| folded.contains(&format!(" {words} ")));
    let found = known.map(|(rank, _)| *rank);
    match found {
        Some(_) if work => names("senior|sr|lead senior").then_some(Seniority::Senior),
        // "Senior Staff", "Senior Director": still a step more.
        Some(Seniority::Lead) if names("senior staff|senior lead") => Some(Seniority::Head),
        // "Junior Team Lead" and "Senior Associate" are between.
        Some(Seniority::Junior) if names("senior associate") => Some(Seniority::Middle),
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_in_titles() {
        for (title, expect) in [
            ("Senior iOS Engineer", Some(Seniority::Senior)),
            ("Senior Staff Researcher", Some(Seniority::Head)),
            ("Werkstudent Marketing (m/w/d)", Some(Seniority::Trainee)),
            (
                "Alternance - chargé de communication",
                Some(Seniority::Trainee),
            ),
            ("Head of Finance", Some(Seniority::Head)),
            ("Schichtleiter Lager", Some(Seniority::Lead)),
            ("Staff Nurse", None),
            ("Lead Generation Specialist", None),
            ("Baker", None),
            ("VP of Sales", Some(Seniority::Executive)),
            ("Młodszy księgowy", Some(Seniority::Junior)),
        ] {
            assert_eq!(seniority_in(title), expect, "{title}");
        }
    }
}
