//! Kinds of employment in words: full time, part time, contract, temporary, internship, apprenticeship, volunteer.
//!
//! "Permanent" and its sisters say how long, not how much; they are read past, never taken for full time.

use std::sync::LazyLock;

use super::fold::{beginnings, find_phrase, fold};

/// How the job employs a person, in the words of [`super::JobPosting::employment_type`].
pub(crate) type Employment = &'static str;

/// Folded phrases for each kind, `|` between; the longer of two that overlap counts.
const KINDS: &[(Employment, &str)] = &[
    (
        "full_time",
        "full time|fulltime|full_time|ft|vollzeit|vollzeitstelle|in vollzeit|temps plein|temps complet|plein temps|a temps plein|\
         tiempo completo|jornada completa|a tiempo completo|tempo pieno|full time equivalent|fulltijd|voltijds|voltijd|\
         tempo integral|tempo inteiro|periodo integral|tempo completo|pelny etat|caly etat|pelen etat|pelny wymiar|pelny wymiar czasu pracy|\
         heltid|fuldtid|plny uvazek|kokoaikainen|teljes munkaido|tam zamanli|norma intreaga",
    ),
    (
        "part_time",
        "part time|parttime|part_time|pt|teilzeit|teilzeitstelle|in teilzeit|temps partiel|mi temps|a temps partiel|\
         tiempo parcial|media jornada|jornada parcial|a tiempo parcial|tempo parziale|deeltijd|deeltijds|meio periodo|tempo parcial|\
         part time hours|czesc etatu|niepelny etat|niepelny wymiar|pol etatu|deltid|castecny uvazek|osa aikainen|\
         minijob|mini job|werkstudent|werkstudentin|werkstudent in|working student|student job|studentenjob|bijbaan|\
         geringfugig|geringfugige beschaftigung|450 euro job|520 euro job",
    ),
    (
        "contract",
        "contract|contractor|contract to hire|freelance|freelancer|freelance contract|independent contractor|self employed|\
         consulting contract|1099|b2b|kontrakt b2b|umowa b2b|freiberuflich|freie mitarbeit|freier mitarbeiter|auf honorarbasis|selbststandig|\
         independant|en freelance|autonomo|por cuenta propia|libero professionista|partita iva|zzp|zzp er|prestador de servicos|\
         pessoa juridica|pj|umowa zlecenie|umowa o dzielo|interim contract|c2c contract",
    ),
    (
        "temporary",
        "temporary|temp|temporary position|fixed term|fixed term contract|limited term|seasonal|per diem|casual|temporary contract|\
         befristet|befristeter vertrag|befristete anstellung|zeitarbeit|zeitvertrag|aushilfe|saisonarbeit|leiharbeit|arbeitnehmeruberlassung|\
         cdd|contrat a duree determinee|duree determinee|interim|interimaire|saisonnier|temporal|contrato temporal|eventual|\
         tempo determinato|a tempo determinato|contratto a tempo determinato|somministrazione|stagionale|tijdelijk|tijdelijk contract|\
         uitzendkracht|uitzendwerk|temporario|contrato a termo|termo certo|umowa na czas okreslony|czas okreslony|praca tymczasowa|vikariat|\
         visstid|tidsbegransad",
    ),
    (
        "internship",
        "internship|intern|trainee internship|praktikum|praktikant|praktikantin|praktikant in|pflichtpraktikum|stage|stagiaire|\
         contrat de stage|convention de stage|practicas|becario|beca|contrato en practicas|tirocinio|stagista|stage curriculare|\
         stageplaats|stagiair|meewerkstage|estagio|estagiario|staz|stazysta|praktyki|praktyka|co op|summer internship|harjoittelu|praktik",
    ),
    (
        "apprenticeship",
        "apprenticeship|apprentice|apprenticeships|ausbildung|ausbildungsplatz|auszubildende|auszubildender|auszubildende r|azubi|lehre|lehrstelle|lehrling|\
         duales studium|alternance|en alternance|contrat en alternance|alternant|alternante|apprentissage|contrat d apprentissage|apprenti|apprentie|\
         contrat de professionnalisation|professionnalisation|formacion dual|contrato de formacion|aprendiz|apprendistato|contratto di apprendistato|apprendista|\
         leerwerkplek|leerwerktraject|bbl|leerling|jovem aprendiz|menor aprendiz|aprendizagem|nauka zawodu|przygotowanie zawodowe|praktyczna nauka zawodu|larling",
    ),
    (
        "volunteer",
        "volunteer|volunteering|voluntary work|voluntary position|ehrenamt|ehrenamtlich|freiwilligendienst|benevole|benevolat|voluntariado|\
         voluntario|volontariato|vrijwilliger|vrijwilligerswerk|wolontariat|frivillig",
    ),
];

/// Folded phrases read past: they stand beside a kind of employment and are none.
const ASIDE: &str = "contrat a duree indeterminee|duree indeterminee|cdi|unbefristet|unbefristeter vertrag|unbefristete festanstellung|\
     festanstellung|feste anstellung|permanent contract|permanent position|permanent|regular|employee|indefinite|indefinido|\
     contrato indefinido|contrato|tempo indeterminato|a tempo indeterminato|contratto a tempo indeterminato|contratto|vast contract|\
     vast dienstverband|vast|contrato sem termo|efetivo|clt|umowa o prace|na czas nieokreslony|czas nieokreslony|contrat|contract of employment|\
     employment contract|tillsvidare|exempt|non exempt|w2|salaried|salary|direct hire|standard|mid level|berufserfahrung|mit berufserfahrung|\
     employment|position|job|role|hours|stunden|std|heures|horas|uur|week|woche|wochenstunden|pro woche|per week|h|and|or|und|oder|et|ou|y|o|en|of|e|i|auch|\
     moglich|possible|a|in|the|type|shift|day shift|all|salarie|etat|jaar|jahr|jahre|an|ans|year|years|nte|not to exceed|appointment|van|contract van|onbepaalde duur|bepaalde duur|umowa|arbeitsvertrag|vertrag|dienstverband|ore|onbepaalde tijd|bepaalde tijd|\
     mois|monate|months|month|meses|mesi|maanden|miesiecy|12 months";

/// Folded phrases that say the job has no end.
const PERMANENT: &str = "permanent|permanent contract|permanent position|cdi|contrat a duree indeterminee|duree indeterminee|unbefristet|unbefristete|unbefristeter|festanstellung|feste anstellung|\
     indefinido|contrato indefinido|tempo indeterminato|vast contract|vast dienstverband|vaste baan|vast|onbepaalde tijd|onbepaalde duur|indeterminato|contrato sem termo|efetivo|efetiva|clt|czas nieokreslony|tillsvidare";

/// Folded phrases that say it has one.
const FIXED: &str = "fixed term|fixed term contract|limited term|maternity cover|befristet|befristete|befristeter|zeitvertrag|cdd|contrat a duree determinee|duree determinee|contrato temporal|\
     tempo determinato|tijdelijk|tijdelijk contract|bepaalde tijd|contrato a termo|termo certo|czas okreslony|visstid|tidsbegransad|bepaalde duur|temporary appointment|term appointment|determinato";

/// Every phrase, the longest first, so that "contrat à durée indéterminée" is not read as a contract.
static PHRASES: LazyLock<Vec<(&'static str, Option<Employment>)>> = LazyLock::new(|| {
    let mut phrases = KINDS
        .iter()
        .flat_map(|(kind, list)| list.split('|').map(move |p| (p.trim(), Some(*kind))))
        .chain(ASIDE.split('|').map(|p| (p.trim(), None)))
        .filter(|(phrase, _)| !phrase.is_empty())
        .collect::<Vec<_>>();
    phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
    phrases
});

/// The kinds a text names, in the order of the text.
pub(crate) fn kinds(text: &str) -> Vec<Employment> {
    scan(text).0
}

/// The kind of a badge: the whole of it must be about employment.
pub(crate) fn badge(text: &str) -> Option<Employment> {
    if text.len() > 80 {
        return None;
    }
    let (kinds, rest) = scan(text);
    rest.is_empty().then(|| choose(&kinds)).flatten()
}

/// Whether a title names an apprenticeship. "Head of training" trains others.
pub(crate) fn apprenticeship(title: &str) -> Option<Employment> {
    const ANYWHERE: &[&str] = &[
        "azubi",
        "auszubildende",
        "auszubildender",
        "auszubildenden",
        "lehrling",
        "duales studium",
        "alternance",
        "alternant",
        "alternante",
        "apprenti",
        "apprentie",
        "apprentice",
        "apprenticeship",
        "apprendista",
        "aprendiz",
        "leerwerkplek",
        "larling",
    ];
    const FIRST: &[&str] = &[
        "ausbildung",
        "lehre",
        "lehrstelle",
        "apprentissage",
        "apprendistato",
    ];
    let folded = fold(title);
    let named = ANYWHERE
        .iter()
        .any(|word| find_phrase(&folded, word).is_some())
        || FIRST
            .iter()
            .any(|word| find_phrase(&folded, word) == Some(0));
    named.then_some("apprenticeship")
}

/// How much a title says that one works: in brackets, behind a dash or a comma, or as its last words, and only what can be
/// nothing else. "Temp" and "contract" are also what people in other jobs deal with.
pub(crate) fn beside_title(title: &str) -> Option<Employment> {
    const SURE: [&str; 2] = ["full_time", "part_time"];
    let title = super::fold::clip(title, 300);
    let mut aside = title
        .split(['(', ')', '[', ']', ',', '|', '–', '—'])
        .flat_map(|part| part.split(" - "))
        .skip(1)
        .filter(|part| part.len() <= 80 && badge(part).is_some())
        .flat_map(kinds);
    if let Some(kind) = aside.next() {
        // "(full-time or part-time)" leaves it open.
        return (SURE.contains(&kind) && aside.all(|other| other == kind)).then_some(kind);
    }
    let folded = fold(title);
    let ends = |list: &[&str]| {
        list.iter().any(|word| {
            folded
                .strip_suffix(word)
                .is_some_and(|head| head.ends_with(' '))
        })
    };
    let full = ends(&["vollzeit", "heltid", "fuldtid", "fulltime", "full time"]);
    let part = ends(&[
        "teilzeit",
        "deltid",
        "parttime",
        "part time",
        "temps partiel",
    ]);
    match (full, part) {
        (true, false) => Some("full_time"),
        // "Vollzeit oder Teilzeit".
        (false, true) if !folded.contains("vollzeit") && !folded.contains("full time") => {
            Some("part_time")
        }
        _ => None,
    }
}

/// How long a job is for: `permanent` or `fixed`; nothing where both are offered.
pub(crate) fn term(text: &str) -> Option<&'static str> {
    let folded = fold(super::fold::clip(text, 400));
    let says = |list: &str| {
        list.split('|')
            .any(|phrase| find_phrase(&folded, phrase.trim()).is_some())
    };
    match (says(PERMANENT), says(FIXED)) {
        (true, false) => Some("permanent"),
        (false, true) => Some("fixed"),
        _ => None,
    }
}

/// How long a job is for, in a badge that is about employment only.
pub(crate) fn term_badge(text: &str) -> Option<&'static str> {
    (text.len() <= 80 && scan(text).1.is_empty())
        .then(|| term(text))
        .flatten()
}

/// What a sentence says of this very job, and only in so many words: "This is a part-time role".
pub(crate) fn prose(text: &str) -> Option<Employment> {
    const STARTS: &[&str] = &[
        "this is a ",
        "this is an ",
        "this role is a ",
        "this position is a ",
        "this position is ",
        "this role is ",
        "es handelt sich um eine ",
    ];
    const KINDS_SAID: &[(&str, Employment)] = &[
        ("full time", "full_time"),
        ("permanent full time", "full_time"),
        ("part time", "part_time"),
        ("temporary", "temporary"),
        ("fixed term", "temporary"),
        ("contract", "contract"),
        ("freelance", "contract"),
        ("volunteer", "volunteer"),
        ("vollzeitstelle", "full_time"),
        ("teilzeitstelle", "part_time"),
    ];
    let folded = fold(super::fold::clip(text, 1_000));
    STARTS.iter().find_map(|start| {
        let at = find_phrase(&folded, start.trim_end())? + start.len();
        let rest = folded.get(at..)?;
        KINDS_SAID
            .iter()
            .find(|(said, _)| {
                rest.strip_prefix(said)
                    .is_some_and(|tail| tail.is_empty() || tail.starts_with(' '))
            })
            .map(|(_, kind)| *kind)
    })
}

/// One kind out of several. An internship or an apprenticeship is one whatever its hours; otherwise the first named stands, since
/// pages name the hours first ("Full-time, fixed term").
pub(crate) fn choose(kinds: &[Employment]) -> Option<Employment> {
    kinds
        .iter()
        .find(|kind| matches!(**kind, "internship" | "apprenticeship"))
        .or_else(|| kinds.first())
        .copied()
}

/// The kind in a word of structured data: "FULL_TIME", "Vollzeit", "https://schema.org/FULL_TIME".
pub(crate) fn of_unit(text: &str) -> Option<Employment> {
    let word = text.rsplit('/').next().unwrap_or(text);
    match word
        .trim()
        .to_ascii_uppercase()
        .replace(['-', ' '], "_")
        .as_str()
    {
        "FULL_TIME" | "FULLTIME" => Some("full_time"),
        "PART_TIME" | "PARTTIME" => Some("part_time"),
        "CONTRACTOR" | "CONTRACT" | "FREELANCE" => Some("contract"),
        "TEMPORARY" | "PER_DIEM" | "SEASONAL" => Some("temporary"),
        "INTERN" | "INTERNSHIP" => Some("internship"),
        "VOLUNTEER" => Some("volunteer"),
        _ => choose(&kinds(text)),
    }
}

/// The kinds in order, and the words that are about something else.
fn scan(text: &str) -> (Vec<Employment>, String) {
    let mut rest = format!(" {} ", fold(super::fold::clip(text, 400)));
    let mut found: Vec<(usize, Employment)> = Vec::new();
    let begins = beginnings(&rest);
    let possible = |phrase: &str| {
        phrase
            .bytes()
            .next()
            .is_some_and(|b| begins[usize::from(b)])
    };
    for (phrase, kind) in PHRASES.iter().filter(|(phrase, _)| possible(phrase)) {
        while let Some(at) = find_phrase(&rest, phrase) {
            // Blanked, not cut: the order of what is left must stay.
            rest.replace_range(at..at + phrase.len(), &"#".repeat(phrase.len()));
            if let Some(kind) = kind {
                found.push((at, *kind));
            }
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut kinds = Vec::new();
    for (_, kind) in found {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let rest = rest
        .split_whitespace()
        .filter(|word| !word.chars().all(|c| c == '#' || c.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ");
    (kinds, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_in_several_languages() {
        for (text, kind) in [
            ("Full-time", Some("full_time")),
            ("Vollzeit, unbefristet", Some("full_time")),
            ("Teilzeit (20 Stunden/Woche)", Some("part_time")),
            ("Temps plein", Some("full_time")),
            ("CDD", Some("temporary")),
            ("Jornada completa · Contrato indefinido", Some("full_time")),
            ("Tempo pieno", Some("full_time")),
            ("Fulltime, vast contract", Some("full_time")),
            ("Estágio", Some("internship")),
            ("Pełny etat", Some("full_time")),
            ("Umowa o pracę", None),
            ("Contrat à durée indéterminée (CDI)", None),
            ("Permanent", None),
            ("Stage", Some("internship")),
            ("Full-time internship", Some("internship")),
            ("Full Time, Fixed Term", Some("full_time")),
            ("Freelance", Some("contract")),
            ("Engineering", None),
            ("International", None),
            ("Ausbildung", Some("apprenticeship")),
            (
                "Contrat d'apprentissage, temps plein",
                Some("apprenticeship"),
            ),
        ] {
            assert_eq!(choose(&kinds(text)), kind, "{text}");
        }
    }

    #[test]
    fn how_long_a_job_is_for() {
        for (text, expect) in [
            ("Permanent, full-time", Some("permanent")),
            ("Vollzeit, unbefristet", Some("permanent")),
            ("befristet bis 2027", Some("fixed")),
            ("tempo indeterminato", Some("permanent")),
            ("Permanent or fixed-term", None),
            ("Full-time", None),
        ] {
            assert_eq!(term(text), expect, "{text}");
        }
        assert_eq!(term_badge("CDI"), Some("permanent"));
        assert_eq!(term_badge("Permanent Makeup Artist"), None);
    }

    #[test]
    fn a_badge_is_about_nothing_else() {
        assert_eq!(badge("Full time · Permanent"), Some("full_time"));
        assert_eq!(badge("Contract Manager"), None);
        assert_eq!(badge("Stage Technician"), None);
    }

    #[test]
    fn sentences_speak_of_this_job() {
        for (text, kind) in [
            ("This is a full-time, on-site role.", Some("full_time")),
            ("Note: this is a part-time position", Some("part_time")),
            ("This is a contract", Some("contract")),
            ("This is a contractor-heavy industry", None),
            ("We employ full-time and part-time staff.", None),
        ] {
            assert_eq!(prose(text), kind, "{text}");
        }
    }

    #[test]
    fn units_of_structured_data() {
        assert_eq!(of_unit("https://schema.org/PART_TIME"), Some("part_time"));
        assert_eq!(of_unit("CONTRACTOR"), Some("contract"));
        assert_eq!(of_unit("Vollzeit"), Some("full_time"));
        assert_eq!(of_unit("OTHER"), None);
    }
}
