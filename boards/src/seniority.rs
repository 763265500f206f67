//! How senior a job is, by its title and by what the source calls its level.

use foothold_core::posting::values;

use crate::posting::Seniority;
use crate::posting::Seniority::{Director, Executive, Intern, Junior, Lead, Manager, Mid, Senior};

/// Folded words and phrases of titles, the higher levels first: "Senior Engineering Manager" leads people.
/// "Manager" alone is a trade as often as a level ("account manager"), so it counts only in front of "of" and the like.
const TITLES: &[(Seniority, &[&str])] = &[
    (
        Intern,
        &[
            "intern",
            "internship",
            "praktikum",
            "praktikant",
            "praktikantin",
            "stagiaire",
            "werkstudent",
            "werkstudentin",
            "working student",
            "becario",
            "becaria",
            "tirocinio",
            "stagiair",
            "estagio",
            "estagiario",
            "staz",
            "apprentice",
            "apprenticeship",
            "auszubildende",
            "auszubildender",
            "azubi",
            "alternance",
            "alternant",
            "alternante",
        ],
    ),
    (
        Executive,
        &[
            "ceo",
            "cto",
            "cfo",
            "coo",
            "cmo",
            "cpo",
            "ciso",
            "cio",
            "chro",
            "chief",
            "geschaftsfuhrer",
            "geschaftsfuhrerin",
            "geschaftsleitung",
            "vorstand",
            "directeur general",
            "directrice generale",
            "co founder",
            "cofounder",
            "vp",
            "vice president",
            "svp",
            "evp",
            "president",
        ],
    ),
    (
        Director,
        &[
            "director",
            "head of",
            "bereichsleiter",
            "bereichsleiterin",
            "bereichsleitung",
            "abteilungsleiter",
            "abteilungsleiterin",
            "abteilungsleitung",
            "leiter",
            "leiterin",
            "directeur",
            "directrice",
            "directora",
            "direttore",
            "direttrice",
            "responsable de departement",
        ],
    ),
    (
        Manager,
        &[
            "engineering manager",
            "team manager",
            "manager of",
            "store manager",
            "general manager",
            "department manager",
            "operations manager",
            "people manager",
            "teamleiter",
            "teamleiterin",
            "teamleitung",
            "filialleiter",
            "filialleiterin",
            "chef d equipe",
            "jefe de equipo",
            "jefa de equipo",
            "supervisor",
            "group manager",
            "delivery manager",
            "senior manager",
        ],
    ),
    (
        Lead,
        &[
            "lead",
            "leader",
            "principal",
            "staff",
            "distinguished",
            "fellow",
            "architect lead",
            "tech lead",
            "team lead",
            "teamlead",
            "chapter lead",
        ],
    ),
    (
        Senior,
        &["senior", "sr", "snr", "experte", "expertin", "iii", "iv"],
    ),
    (
        Junior,
        &[
            "junior",
            "jr",
            "entry level",
            "graduate",
            "trainee",
            "new grad",
            "early career",
            "associate",
            "berufseinsteiger",
            "berufseinsteigerin",
            "debutant",
            "debutante",
            "einstieg",
            "assistant",
        ],
    ),
    (
        Mid,
        &[
            "mid level",
            "midlevel",
            "intermediate",
            "professional",
            "ii",
        ],
    ),
];

/// Trades that are written with a word for a level.
const TRADES: &[&str] = &[
    "staff nurse",
    "nursing staff",
    "lead generation",
    "staff accountant",
    "chief of staff",
    "staff writer",
    "wait staff",
    "kitchen staff",
    "bar staff",
    "support staff",
    "sales associate",
    "retail associate",
    "store associate",
    "warehouse associate",
    "school principal",
    "assistant principal",
    "funeral director",
    "art director",
    "creative director",
    "executive assistant",
    "assistant to the",
    "medical assistant",
    "dental assistant",
    "administrative assistant",
    "virtual assistant",
    "personal assistant",
    "legal assistant",
    "teaching assistant",
    "research assistant",
    "office assistant",
    "nursing assistant",
    "physician assistant",
    "intern architect",
    "projektleiter",
    "projektleiterin",
    "bauleiter",
    "staff sergeant",
    "associate professor",
    "associate dean",
    "clinical associate",
    "research associate",
];

/// Words of level fields.
const LEVELS: &[(Seniority, &[&str])] = &[
    (
        Intern,
        &[
            "intern",
            "internship",
            "student",
            "working student",
            "apprenticeship",
            "apprentice",
        ],
    ),
    (
        Executive,
        &[
            "executive",
            "c level",
            "vp",
            "vice president",
            "geschaftsleitung",
            "executive management",
        ],
    ),
    (
        Director,
        &["director", "head", "senior management", "upper management"],
    ),
    (
        Manager,
        &[
            "manager",
            "management",
            "supervisor",
            "mid manager",
            "teamlead",
            "fuhrungskraft",
        ],
    ),
    (Lead, &["lead", "principal", "staff", "expert"]),
    (
        Senior,
        &[
            "senior",
            "senior level",
            "senior expert",
            "mid senior level",
            "mid senior",
        ],
    ),
    (
        Junior,
        &[
            "junior",
            "entry",
            "entry level",
            "entry_level",
            "graduate",
            "berufseinsteiger",
            "entry level junior",
            "no experience",
            "associate",
            "trainee",
            "berufseinstieg",
            "einstieg",
        ],
    ),
    (
        Mid,
        &[
            "mid",
            "mid level",
            "midweight",
            "intermediate",
            "experienced",
            "professional",
            "professional experienced",
            "berufserfahren",
            "mit berufserfahrung",
            "mid level professional",
        ],
    ),
];

/// What a title says.
pub(crate) fn of_title(title: &str) -> Option<Seniority> {
    let mut folded = values::fold(title);
    for trade in TRADES {
        if values::has_phrase(&folded, trade) {
            folded = format!(" {folded} ").replace(&format!(" {trade} "), " ");
            folded = folded.trim().to_owned();
        }
    }
    TITLES
        .iter()
        .find(|(_, words)| words.iter().any(|word| values::has_phrase(&folded, word)))
        .map(|(level, _)| *level)
}

/// What a level field says; the whole of it must be a level.
pub(crate) fn of_level(level: &str) -> Option<Seniority> {
    let folded = values::fold(level);
    LEVELS
        .iter()
        .find(|(_, words)| words.contains(&folded.as_str()))
        .map(|(level, _)| *level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_how_senior() {
        for (title, level) in [
            ("Senior Baker (m/f/d)", Some(Senior)),
            ("Sr. Baker", Some(Senior)),
            ("Senior Engineering Manager", Some(Manager)),
            ("Staff Engineer", Some(Lead)),
            ("Staff Nurse", None),
            ("Head of Bread", Some(Director)),
            ("Baker", None),
            ("Account Manager", None),
            ("Junior Account Manager", Some(Junior)),
            ("Praktikum Backstube", Some(Intern)),
            ("Software Engineer II", Some(Mid)),
            ("Executive Assistant", None),
            ("VP of Ovens", Some(Executive)),
        ] {
            assert_eq!(of_title(title), level, "{title}");
        }
    }

    #[test]
    fn level_fields_are_levels_or_nothing() {
        assert_eq!(of_level("Mid-Senior Level"), Some(Senior));
        assert_eq!(of_level("entry_level"), Some(Junior));
        assert_eq!(of_level("Not Applicable"), None);
    }
}
