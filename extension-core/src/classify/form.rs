//! What a field's form is for, and what language it speaks: the application itself, a search box, a newsletter.

use crate::classify::decide::SURE;
use crate::classify::family::rules;
use crate::classify::sections::{Family, Section};
use crate::classify::text::{tables, words};
use crate::classify::tokens::split;
use crate::classify::{FieldKind, question};
use crate::page::{Control, PageSnapshot, RawField};
use std::collections::{BTreeMap, BTreeSet};

tables! {
    SEARCH_FORM = ["search|suche|suchen|recherche|buscar|cerca|zoeken|szukaj|jobsearch|filter|filters"];
    ADDRESS = ["address|adresse|street|strasse|anschrift|direccion|indirizzo|adres|endereco|location|calle|rue|via|standort|wohnort"];
    APPLY = ["apply|application|applications|bewerb*|bewerbung|candidat*|candidature|postul*|solicitud|inscripcion|sollicit*|aplik*|kandydat*|karriere|career|careers|jobs|job|stellen*|vacancy|vacature|vaga|lavora|emploi|recruit*|stelle"];
}

/// A form with fewer fields than this is not the application, unless it takes a file.
const FEWEST_FIELDS: usize = 3;

/// What a word has that names an e-mail address, folded.
const MAIL: [&str; 6] = [
    "mail",
    "correo",
    "courriel",
    "messagerie",
    "elettronica",
    "poczt",
];

/// What is known about the forms of a page before a single field is understood.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    application: BTreeSet<i32>,
    search: BTreeSet<i32>,
    /// Forms of a few fields with one password, beside an application.
    sign_in: BTreeSet<i32>,
    /// Forms of one or two fields behind the application that ask for an address it asked for, too.
    sign_up: BTreeSet<i32>,
    /// The fields that stand before the application begins.
    before: BTreeSet<u32>,
    addresses: Vec<u32>,
    order: Vec<u32>,
}

impl Surroundings {
    /// Looks over a page's forms.
    pub(crate) fn of(snapshot: &PageSnapshot) -> Self {
        let mut per_form: BTreeMap<i32, Vec<&RawField>> = BTreeMap::new();
        for field in &snapshot.fields {
            per_form.entry(field.form).or_default().push(field);
        }
        let mut around = Self::default();
        for (form, fields) in &per_form {
            let hint = fields
                .first()
                .map(|field| split(&field.form_hint))
                .unwrap_or_default();
            let takes_file = fields.iter().any(|field| field.control == Control::File);
            let told = fields
                .iter()
                .filter(|field| field.visible && is_told(field))
                .count();
            if SEARCH_FORM.any(&hint) && !takes_file && told < 4 {
                around.search.insert(*form);
            } else if takes_file || told >= FEWEST_FIELDS {
                around.application.insert(*form);
            }
        }
        // Where the application beside it asks for no address, this may be how an account is made for it.
        let asks_email = |field: &RawField| {
            let names_mail = |word: &String| MAIL.iter().any(|part| word.contains(part));
            let says = |words: Vec<String>| words.iter().any(names_mail);
            field.control == Control::Email
                || field.control == Control::Text
                    && (says(split(&field.name))
                        || says(split(&field.id))
                        || field
                            .labels
                            .iter()
                            .any(|label| says(words(&label.text)) || names_email(&label.text)))
        };
        if snapshot
            .fields
            .iter()
            .any(|field| around.application.contains(&field.form) && asks_email(field))
        {
            for (form, fields) in &per_form {
                let is_password = |field: &&&RawField| field.control == Control::Password;
                let passwords = fields.iter().filter(is_password).count();
                let aside = *form >= 0 && !around.application.contains(form);
                if aside && passwords == 1 {
                    around.sign_in.insert(*form);
                }
                let told = fields.iter().filter(|field| is_told(field)).count();
                let behind = around.application.iter().any(|before| {
                    before < form
                        && per_form
                            .get(before)
                            .is_some_and(|fields| fields.iter().any(|field| asks_email(field)))
                });
                if aside
                    && behind
                    && told < FEWEST_FIELDS
                    && fields.iter().any(|field| asks_email(field))
                {
                    around.sign_up.insert(*form);
                }
            }
        }
        let mut begun = false;
        for field in &snapshot.fields {
            around.order.push(field.handle);
            begun |= around.application.contains(&field.form) && is_told(field);
            if !begun {
                around.before.insert(field.handle);
            }
            let says = |text: &str| ADDRESS.any(&split(text)) || ADDRESS.any(&words(text));
            if field.visible
                && (says(&field.name)
                    || says(&field.id)
                    || field.labels.iter().take(2).any(|label| says(&label.text)))
            {
                around.addresses.push(field.handle);
            }
        }
        around
    }

    /// The field's form is an application.
    pub(crate) fn in_application(&self, field: &RawField) -> bool {
        self.application.contains(&field.form)
            && (field.form >= 0 || !self.before.contains(&field.handle))
    }

    /// It stands before the application begins.
    pub(crate) fn before_application(&self, field: &RawField) -> bool {
        self.before.contains(&field.handle)
    }

    /// The field's form is a search.
    pub(crate) fn is_search_form(&self, field: &RawField) -> bool {
        self.search.contains(&field.form) && field.form >= 0
    }

    /// The field's form signs in, beside an application.
    pub(crate) fn is_sign_in(&self, field: &RawField) -> bool {
        self.sign_in.contains(&field.form)
    }

    /// The field's form takes an address for something else, behind the application.
    pub(crate) fn is_sign_up(&self, field: &RawField) -> bool {
        self.sign_up.contains(&field.form)
    }

    /// An address field stands shortly before it.
    pub(crate) fn follows_address(&self, field: &RawField) -> bool {
        let Some(at) = self.order.iter().position(|handle| *handle == field.handle) else {
            return false;
        };
        self.order[at.saturating_sub(5)..at]
            .iter()
            .any(|handle| self.addresses.contains(handle))
    }
}

/// A text right before a field that is the heading of the fields after it: it names no field.
pub(crate) fn heading_over(fields: &[RawField], at: usize) -> Option<&str> {
    let field = fields.get(at)?;
    let next = fields.get(at + 1)?;
    let heading = next.section.last()?;
    let here = field.section.last() != Some(heading);
    let stands = field.labels.iter().any(|label| label.text == *heading);
    (here && stands).then_some(heading.as_str())
}

/// Whether a label asks for an e-mail address in words that do not say "mail" ("Adresse électronique").
fn names_email(text: &str) -> bool {
    let asked = question::read(text, 1.0);
    let mut rules = rules().iter();
    rules.any(|rule| rule.kind == FieldKind::Email && rule.heard_in(&asked) >= SURE)
}

/// A field that a person types something into, or a file.
fn is_told(field: &RawField) -> bool {
    matches!(
        field.control,
        Control::Text
            | Control::Email
            | Control::Tel
            | Control::Url
            | Control::Number
            | Control::TextArea
            | Control::ComboBox
            | Control::Select
            | Control::ListboxButton
            | Control::File
            | Control::Date
    )
}

/// Whether the page looks like a job application, by its address, its title and what its fields ask.
pub(crate) fn is_application(
    snapshot: &PageSnapshot,
    kinds: &[FieldKind],
    sections: &[Section],
) -> bool {
    use FieldKind as K;
    let has = |wanted: &[FieldKind]| kinds.iter().any(|kind| wanted.contains(kind));
    let mut weight = 0;
    if has(&[K::ResumeFile, K::CoverLetterFile, K::CoverLetterText]) {
        weight += 3;
    }
    if has(&[K::FirstName, K::LastName, K::FullName]) {
        weight += 1;
    }
    weight += u32::from(has(&[K::Email])) + u32::from(has(&[K::Phone]));
    if has(&[
        K::Linkedin,
        K::Portfolio,
        K::Github,
        K::WorkTitle,
        K::WorkCompany,
        K::School,
        K::Degree,
    ]) {
        weight += 1;
    }
    if has(&[
        K::WorkAuthorization,
        K::VisaSponsorship,
        K::SalaryExpectation,
        K::NoticePeriod,
        K::HowHeard,
        K::StartDate,
        K::Veteran,
    ]) {
        weight += 2;
    }
    if kinds
        .iter()
        .filter(|kind| **kind == K::CustomQuestion)
        .count()
        >= 2
    {
        weight += 1;
    }
    // A screen of empty sections for jobs and schools holds no field yet.
    let families: BTreeSet<Family> = sections.iter().filter_map(|s| s.family).collect();
    weight += match families.len() {
        0 => 0,
        1 => 1,
        _ => 3,
    };
    let address = split(&snapshot.url);
    if APPLY.any(&address) || APPLY.any(&words(&snapshot.title)) {
        weight += 1;
    }
    weight >= 4
}

/// Telling words by language, for pages that do not say which they are in.
const TELLING: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "the", "your", "you", "name", "are", "please", "phone", "what", "resume", "first",
        ],
    ),
    (
        "de",
        &[
            "ihre",
            "vorname",
            "nachname",
            "bitte",
            "sie",
            "und",
            "lebenslauf",
            "der",
            "wie",
            "telefon",
        ],
    ),
    (
        "fr",
        &[
            "votre",
            "prenom",
            "nom",
            "vous",
            "veuillez",
            "de",
            "la",
            "le",
            "avez",
            "telephone",
        ],
    ),
    (
        "es",
        &[
            "nombre",
            "apellidos",
            "su",
            "correo",
            "por",
            "favor",
            "el",
            "tu",
            "telefono",
            "los",
        ],
    ),
    (
        "it",
        &[
            "nome",
            "cognome",
            "il",
            "tuo",
            "indirizzo",
            "di",
            "della",
            "telefono",
            "sei",
            "e",
        ],
    ),
    (
        "nl",
        &[
            "voornaam",
            "achternaam",
            "je",
            "uw",
            "het",
            "een",
            "van",
            "telefoonnummer",
            "jouw",
            "bent",
        ],
    ),
    (
        "pt",
        &[
            "nome",
            "sobrenome",
            "seu",
            "voce",
            "telefone",
            "sua",
            "endereco",
            "do",
            "da",
            "nao",
        ],
    ),
    (
        "pl",
        &[
            "imie", "nazwisko", "czy", "numer", "telefonu", "prosze", "na", "twoje", "miasto",
            "lub",
        ],
    ),
];

/// The language of the labels: the one whose words they hold most, else what the page says; empty where neither tells.
pub(crate) fn language(snapshot: &PageSnapshot) -> String {
    let text: Vec<String> = snapshot
        .fields
        .iter()
        .flat_map(|field| field.labels.iter().take(1))
        .flat_map(|label| words(&label.text))
        .collect();
    let count = |telling: &[&str]| {
        text.iter()
            .filter(|word| telling.contains(&word.as_str()))
            .count()
    };
    let mut counted: Vec<(usize, &str)> = TELLING
        .iter()
        .map(|(lang, telling)| (count(telling), *lang))
        .collect();
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    let told = snapshot
        .lang
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_lowercase();
    match counted.as_slice() {
        [(best, lang), (second, _), ..] if *best >= 2 && *best >= second * 2 => (*lang).to_owned(),
        [(best, _), ..]
            if *best > 0
                && counted
                    .iter()
                    .any(|(count, lang)| *lang == told && count == best) =>
        {
            told
        }
        _ => told,
    }
}
