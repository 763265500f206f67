//! Questions that no remembered answer may be given to, and those whose answer belongs to one country.
//!
//! What must not happen here: a question about the person's protected traits let through because its kind was not
//! recognised. Words decide as well as the kind.

use super::question::normalised;
use crate::classify::{ClassifiedField, FieldKind};
use crate::folding::{has_phrase, tokens};
use crate::forbidden::{Topic, topic};
use crate::page::Control;
use crate::plan::words::fold;

/// How far the memory may go with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    /// An answer counts wherever the same question is asked.
    Everywhere,
    /// An answer counts in the country it was given for.
    Country,
    /// No remembered answer counts, and none is offered to be remembered.
    Never,
}

/// How far the memory may go with a field.
pub(crate) fn limit(field: &ClassifiedField) -> Limit {
    use FieldKind as K;
    if field.trap.is_some() || matches!(field.control, Control::File | Control::Password) {
        return Limit::Never;
    }
    let by_kind = match field.kind {
        Some(
            // Voluntary self-identification lives in the profile, where each answer is given on purpose.
            K::Gender | K::Pronouns | K::RaceEthnicity | K::Hispanic | K::Veteran | K::Disability | K::DateOfBirth
            | K::Consent
            | K::ResumeFile | K::CoverLetterFile | K::OtherFile
            // Written for one employer, and somebody at one employer.
            | K::CoverLetterText | K::Referrer
            // One row among several: the same words ask something else in the next one.
            | K::School | K::Degree | K::Discipline | K::EduStart | K::EduEnd | K::Gpa
            | K::WorkCompany | K::WorkTitle | K::WorkLocation | K::WorkStart | K::WorkEnd | K::WorkCurrent
            | K::WorkDescription,
        ) => return Limit::Never,
        Some(K::WorkAuthorization | K::VisaSponsorship) => Limit::Country,
        // Its topic says all there is to say, whatever the employer.
        Some(K::HowHeard) => return Limit::Everywhere,
        _ => Limit::Everywhere,
    };
    if field.entry > 0
        || says_too_little(field)
        || is_a_statement(field)
        || about_this_employer(&field.label)
    {
        return Limit::Never;
    }
    match topic(&field.label) {
        Some(Topic::CriminalRecord | Topic::SalaryHistory | Topic::Union) => Limit::Country,
        Some(_) => Limit::Never,
        None if by_kind == Limit::Country || depends_on_country(&field.label) => Limit::Country,
        None => by_kind,
    }
}

/// One box to tick says its own words; ticking it is a declaration, and those are the person's.
fn is_a_statement(field: &ClassifiedField) -> bool {
    field.control == Control::CheckboxGroup && field.options.len() <= 1
}

/// Labels that live from what stands around them: "Name", "Date", "If yes, please explain".
fn says_too_little(field: &ClassifiedField) -> bool {
    const VAGUE: &[&str] = &[
        "name",
        "first",
        "last",
        "date",
        "day",
        "month",
        "year",
        "number",
        "nr",
        "title",
        "type",
        "other",
        "others",
        "details",
        "detail",
        "comment",
        "comments",
        "note",
        "notes",
        "text",
        "description",
        "answer",
        "value",
        "from",
        "to",
        "start",
        "end",
        "signature",
        "sign",
        "initials",
        "relationship",
        "reason",
        "explain",
        "specify",
        "here",
        "additional",
        "information",
        "more",
        "your",
        "full",
        "phone",
        "email",
        "address",
        "today",
        "todays",
        "datum",
        "unterschrift",
        "sonstiges",
        "andere",
        "bemerkung",
        "bemerkungen",
        "nom",
        "autre",
        "precisez",
        "remarques",
        "nombre",
        "fecha",
        "otro",
        "otra",
        "comentarios",
        "data",
        "altro",
        "nome",
        "naam",
        "overig",
        "outro",
        "inne",
        "uwagi",
        "this",
        "that",
        "it",
        "so",
    ];
    const FOLLOW_UPS: &[&str] = &[
        "if yes",
        "if so",
        "if no",
        "if not",
        "if you answered",
        "if you selected",
        "if other",
        "if applicable",
        "please specify",
        "please explain",
        "please elaborate",
        "the above",
        "your answer",
        "previous question",
        "wenn ja",
        "falls ja",
        "wenn nein",
        "falls nein",
        "si oui",
        "si non",
        "en caso afirmativo",
        "se si",
        "se sim",
        "indien ja",
        "zo ja",
        "jesli tak",
        "bitte erlautern",
        "veuillez preciser",
    ];
    let folded = fold(&field.label);
    if FOLLOW_UPS.iter().any(|phrase| has_phrase(&folded, phrase)) {
        return true;
    }
    let question = normalised(&field.label);
    let words = tokens(&question);
    let telling = words.iter().filter(|word| !VAGUE.contains(word)).count();
    telling == 0 || words.len() < 2 && field.options.len() < 2
}

/// Questions whose words mean another employer on another site: "Have you worked for us before?".
fn about_this_employer(label: &str) -> bool {
    const HERE: &[&str] = &[
        "us",
        "our",
        "ours",
        "this company",
        "the company",
        "this employer",
        "this organization",
        "this organisation",
        "this role",
        "the role",
        "this position",
        "the position",
        "this job",
        "the job",
        "this opportunity",
        "this team",
        "work here",
        "worked here",
        "working here",
        "apply here",
        "join here",
        "uns",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "unserer",
        "diese stelle",
        "diese position",
        "dieser stelle",
        "diesem unternehmen",
        "nous",
        "notre",
        "nos",
        "ce poste",
        "cette entreprise",
        "nosotros",
        "nuestra",
        "nuestro",
        "este puesto",
        "esta empresa",
        "noi",
        "nostra",
        "nostro",
        "questa posizione",
        "questo ruolo",
        "questa azienda",
        "ons",
        "onze",
        "deze functie",
        "dit bedrijf",
        "nossa",
        "nosso",
        "esta vaga",
        "nas",
        "nasza",
        "naszej",
        "naszym",
        "to stanowisko",
    ];
    let folded = fold(label);
    // "the US" folds to the same word as "us".
    let country = label.contains("US") || label.contains("U.S");
    HERE.iter()
        .filter(|word| !(country && **word == "us"))
        .any(|word| has_phrase(&folded, word))
}

/// Questions whose right answer is another one in another country.
fn depends_on_country(label: &str) -> bool {
    const WORDS: &[&str] = &[
        "authorized",
        "authorised",
        "authorization",
        "authorisation",
        "entitled to work",
        "eligible to work",
        "legally",
        "right to work",
        "permitted to work",
        "allowed to work",
        "visa",
        "visas",
        "sponsorship",
        "sponsor",
        "work permit",
        "citizen",
        "citizenship",
        "permanent resident",
        "residency",
        "security clearance",
        "clearance",
        "this country",
        "the country",
        "country in which",
        "immigration",
        "export control",
        "green card",
        "arbeitserlaubnis",
        "arbeitsgenehmigung",
        "aufenthaltstitel",
        "aufenthaltserlaubnis",
        "visum",
        "staatsburger",
        "permis de travail",
        "titre de sejour",
        "autorise",
        "autorisee",
        "autorisation",
        "permiso de trabajo",
        "autorizado",
        "autorizada",
        "permesso di soggiorno",
        "permesso di lavoro",
        "autorizzato",
        "autorizzata",
        "werkvergunning",
        "verblijfsvergunning",
        "autorizacao",
        "visto",
        "pozwolenie na prace",
        "zezwolenie na prace",
        "wiza",
        "wizy",
    ];
    let folded = fold(label);
    WORDS.iter().any(|word| has_phrase(&folded, word))
}
