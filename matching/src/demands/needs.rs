//! One line of a posting → what it asks for.
//!
//! What must not happen here: a need that the line does not state.

use super::{Need, NeedKind};
use crate::text;
use crate::vocabulary::{SkillKind, kind, skills_in};
use foothold_core::plan::languages_in;
use foothold_shared::profile::{DegreeLevel, LanguageLevel};
use regex::Regex;
use std::sync::LazyLock;

/// "5+ years", "3-5 Jahre", "at least two years": the number is the first one.
static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(\d{1,2}|one|two|three|four|five|six|seven|eight|ten|ein|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|due|tre|quattro|cinque|twee|drie|vijf|dois|três|dwa|trzy|pięć)\s*\+?\s*(?:(?:-|–|to|bis|à|a|do|or)\s*\d{1,2}\s*)?\+?\s*(?:or more |plus |volle |full )?(?:years?|yrs|jahren?|jahre|ans|années|años|anni|jaar|anos|lata|lat)\b",
    )
    .ok()
});

/// Folded words that make years to years of work.
const OF_WORK: &str = "experience|erfahrung|berufserfahrung|praxis|experiencia|esperienza|ervaring|doswiadczenia|doswiadczenie|doswiadczeniem|experiencias|work|working|worked|professional|industry|building|role|position|tatigkeit|track record|managing|leading|nursing|practice";

fn number(word: &str) -> u32 {
    word.parse()
        .unwrap_or_else(|_| match word.to_lowercase().as_str() {
            "one" | "ein" => 1,
            "two" | "zwei" | "deux" | "dos" | "due" | "twee" | "dois" | "dwa" => 2,
            "three" | "drei" | "trois" | "tres" | "tre" | "drie" | "três" | "trzy" => 3,
            "four" | "vier" | "quatre" | "cuatro" | "quattro" => 4,
            "six" => 6,
            "seven" => 7,
            "eight" => 8,
            "ten" => 10,
            _ => 5,
        })
}

fn says(folded: &str, phrases: &str) -> bool {
    let padded = format!(" {folded} ");
    phrases.split('|').any(|phrase| {
        let phrase = phrase.trim();
        match phrase.strip_suffix('*') {
            Some(start) => padded.contains(&format!(" {start}")),
            None => padded.contains(&format!(" {phrase} ")),
        }
    })
}

/// The least years that a line asks for.
fn years(line: &str, folded: &str) -> Option<u32> {
    let stated = YEARS
        .as_ref()
        .and_then(|years| years.captures(line))
        .and_then(|found| found.get(1))
        .map(|found| number(found.as_str()))
        .filter(|years| (1..=25).contains(years) && says(folded, OF_WORK));
    stated.or_else(|| {
        says(folded, "mehrjahrige berufserfahrung|mehrjahrige erfahrung|mehrjahriger erfahrung|several year|plusieurs annee|varios ano|pluriennale|meerdere jaren|kilkuletnie")
            .then_some(3)
    })
}

/// The least degree that a line asks for.
fn degree(folded: &str) -> Option<DegreeLevel> {
    // The lowest one named is enough: "Bachelor's or Master's".
    for (level, words) in [
        (
            DegreeLevel::Vocational,
            "abgeschlossene ausbildung|abgeschlossene berufsausbildung|berufsausbildung|kaufmannische ausbildung|abgeschlossene kaufmannische|technische ausbildung|lehrabschluss|ausbildung als|ausbildung zum|ausbildung zur|ausbildung im|bts|bep|bac pro|titulo de fp|formacion profesional|grado medio|mbo|vocational training|vocational qualification|apprenticeship|diplome de|cap|cfp|ciclo formativo|wyksztalcenie srednie|wyksztalcenie zawodowe",
        ),
        (
            DegreeLevel::Bachelor,
            "bachelor|bachelor s|bsc|b sc|b.sc|ba degree|bs degree|degree in|university degree|college degree|degree|undergraduate|abgeschlossenes studium|hochschulstudium|studium|licence professionnelle|licence en|licence universitaire|bac 3|bac+3|grado en|titulacion universitaria|licenciatura|laurea|hbo|wo|ensino superior|graduacao|wyksztalcenie wyzsze|fh studium|hochschulabschluss|diplome universitaire",
        ),
        (
            DegreeLevel::Master,
            "master|master s|msc|m sc|m.sc|mba|diplom|bac 5|bac+5|magister|ecole d ingenieur|ingenieurstudium|laurea magistrale",
        ),
        (
            DegreeLevel::Doctorate,
            "phd|ph d|ph.d|doctorate|promotion in|doktor|doctorat|doctorado|dottorato|promovier*",
        ),
    ] {
        if says(folded, words) {
            return Some(level);
        }
    }
    None
}

fn language_level(folded: &str) -> LanguageLevel {
    for (level, words) in [
        (
            LanguageLevel::Native,
            "native|mother tongue|muttersprach*|langue maternelle|nativo|madrelingua|moedertaal|ojczysty",
        ),
        (LanguageLevel::C2, "c2"),
        (
            LanguageLevel::C1,
            "c1|fluent*|fluency|fliessend*|verhandlungssicher*|business fluent|courant*|bilingu*|fluido|fluide*|fluente|vloeiend|biegl*|excellent|sehr gut*|proficien*|strong|full professional|perfekt*|parfait*|ausgezeichnet*|advanced|avanzado|alto|ottim*",
        ),
        (
            LanguageLevel::B2,
            "b2|good|gut*|bon|bonne|professional|working|solid*|sicher*|maitrise|buen*|buon*|goed*|dobr*|upper intermediate",
        ),
        (
            LanguageLevel::B1,
            "b1|intermediate|conversational|mittel*|notion*|intermedi*|komunikatywn*",
        ),
        (
            LanguageLevel::A2,
            "a2|a1|basic|grundkenntnisse|elementary|base",
        ),
    ] {
        if says(folded, words) {
            return level;
        }
    }
    LanguageLevel::B2
}

/// Whether a line asks for something, wherever it stands.
pub(super) fn asks(line: &str) -> bool {
    let folded = text::fold(line);
    says(
        &folded,
        "experience|experienced|experience with|experience in|knowledge of|knowledge|proficient|proficiency|skill|skilled|ability to|able to|degree|certified|licence|license|required|must have|you have|you bring|you are|familiar*|qualified|qualification|understanding of|background in|fluent|expertise|\
         erfahrung*|kenntnisse|ausbildung|studium|fuhrerschein|bereitschaft|abgeschlossene*|du hast|du bringst|sie haben|sie verfugen|du bist|idealerweise|vorausgesetzt|wunschenswert|berufserfahrung|mitbringen|\
         maitrise|connaissance*|diplome*|titulaire|permis|formation|vous avez|vous etes|vous justifiez|experiencia|conocimiento*|formacion|titulacion|imprescindible|esperienza|conoscenza|diploma|ervaring|kennis|je hebt|je bent|opleiding|experiencia|conhecimento*|formacao|doswiadczenie|znajomosc|wyksztalcenie|umiejetnosc|prawo jazdy",
    ) || years(line, &folded).is_some()
}

/// Reads one line that states needs.
pub(super) fn read(line: &str, required: bool, country: Option<&str>, needs: &mut Vec<Need>) {
    let folded = text::fold(line);
    let mut add = |kind: NeedKind, required: bool| {
        if !needs
            .iter()
            .any(|need: &Need| need.kind == kind && kind != NeedKind::Other)
        {
            needs.push(Need {
                kind,
                required,
                text: line.to_owned(),
            });
        }
    };
    let mut read = false;
    let mentions = skills_in(line);
    let mut skills = Vec::new();
    for mention in &mentions {
        match kind(mention.skill) {
            SkillKind::Licence => {
                add(NeedKind::Licence(mention.skill), required);
                read = true;
            }
            SkillKind::Soft => {}
            _ if !skills.contains(&mention.skill) => skills.push(mention.skill),
            _ => {}
        }
    }
    if let Some(years) = years(line, &folded) {
        add(
            NeedKind::Years {
                years,
                skills: skills.iter().copied().take(3).collect(),
            },
            required,
        );
        read = true;
    }
    if let Some(level) = degree(&folded) {
        // "or equivalent experience": a degree is one way among others.
        let open = says(
            &folded,
            "or equivalent|equivalent experience|oder vergleichbar*|vergleichbare|ou equivalent|o equivalente|or comparable|or related experience|gleichwertig*",
        );
        add(NeedKind::Degree(level), required && !open);
        read = true;
    }
    for code in languages_in(line) {
        add(
            NeedKind::Language {
                code,
                level: language_level(&folded),
            },
            required,
        );
        read = true;
    }
    if !skills.is_empty() {
        let any = skills.len() > 1
            && says(
                &folded,
                "or|such as|e.g|like|similar|oder|z b|beispielsweise|wie|ou|tel que|comme|o|oppure|lub|np|any of|for example|including|among",
            );
        add(NeedKind::Skills { skills, any }, required);
        read = true;
    }
    if enrolment(&folded) {
        add(NeedKind::Enrolment, required);
        read = true;
    }
    if authorization(&folded) {
        add(
            NeedKind::Authorization(country.map(str::to_owned)),
            required,
        );
        read = true;
    }
    if !read {
        let place = says(
            &folded,
            "based in|located in|live in|reside in|willing to relocate|commut*|wohnhaft|wohnort|reside in|domicili*|residenza|woonachtig|on site|relocat*",
        );
        add(
            if place {
                NeedKind::Place
            } else {
                NeedKind::Other
            },
            required,
        );
    }
}

/// Reads what is asked for wherever it stands: papers, never skills.
pub(super) fn read_anywhere(line: &str, needs: &mut Vec<Need>) {
    let folded = text::fold(line);
    for kind in [
        authorization(&folded).then_some(NeedKind::Authorization(None)),
        enrolment(&folded).then_some(NeedKind::Enrolment),
    ]
    .into_iter()
    .flatten()
    {
        let known = needs.iter().any(|need| {
            need.kind == kind
                || matches!(
                    (&need.kind, &kind),
                    (NeedKind::Authorization(_), NeedKind::Authorization(_))
                )
        });
        if !known {
            needs.push(Need {
                kind,
                required: true,
                text: line.to_owned(),
            });
        }
    }
}

fn enrolment(folded: &str) -> bool {
    says(
        folded,
        "currently enrolled|enrolled in|enrolled at|enrolled student|immatrikuliert*|eingeschrieben*|currently studying|you are studying|du studierst|inscrit en|en cours d etude|estudiante de|laufendes studium|ingeschreven|matriculado|student at a|currently pursuing|pursuing a|preparez un|status studenta",
    )
}

fn authorization(folded: &str) -> bool {
    says(
        folded,
        "authorized to work|authorised to work|work authorization|work authorisation|right to work|eligible to work|legally authorized|work permit|arbeitserlaubnis|permis de travail|autorisation de travail|permiso de trabajo|visa sponsorship|sponsor visa|sponsorship|security clearance|us citizen|u.s citizen|eu citizen|work visa|permesso di soggiorno|werkvergunning|pozwolenie na prace|eligibility to work",
    )
}
