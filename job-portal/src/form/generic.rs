//! A company's own form: plain HTML without a script, names in the page's language.

use super::{Field, Section, Shape, Step, one_step, options, questions, word};
use crate::jobs::{Answer, Job, Lang};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |label: &str, shape| Field::new(lang, name(lang, label), label, shape);
    let person = vec![
        field("given_name", Shape::Text).required(),
        field("family_name", Shape::Text).required(),
        field("email", Shape::Email).required(),
        field("phone", Shape::Tel),
    ];
    let address = vec![
        field("street", Shape::Text),
        field("postal_code", Shape::Text),
        field("city", Shape::Text),
        field("country", Shape::Select).options(options::countries(lang)),
    ];
    let mut application = vec![
        field("earliest_start", Shape::Date),
        field("notice_period", Shape::Text),
        field("salary", Shape::Text),
    ];
    application.extend(questions(
        job,
        |_, asked| asked.id.0.replace('-', "_"),
        |answer| match answer {
            Answer::YesNo => Shape::Radio,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Number => Shape::Number,
            Answer::Date => Shape::Date,
            Answer::Url => Shape::Url,
            Answer::Text => Shape::Text,
        },
    ));
    let documents = vec![
        field("resume", Shape::File).required(),
        field("cover_letter", Shape::File),
        field("message", Shape::Textarea),
    ];
    let consent = vec![
        field("privacy_consent", Shape::Checkbox).required(),
        field("newsletter", Shape::Checkbox),
    ];
    one_step(vec![
        Section::new("person", word(lang, "about_you"), person),
        Section::new("address", word(lang, "address"), address),
        Section::new("application", word(lang, "your_application"), application),
        Section::new("documents", word(lang, "documents"), documents),
        Section::new("consent", "", consent),
    ])
}

/// The submitted name of a field, as a form of that language would have it.
fn name(lang: Lang, label: &'_ str) -> &'_ str {
    match (lang, label) {
        (Lang::De, "given_name") => "vorname",
        (Lang::De, "family_name") => "nachname",
        (Lang::De, "phone") => "telefon",
        (Lang::De, "street") => "strasse",
        (Lang::De, "postal_code") => "plz",
        (Lang::De, "city") => "ort",
        (Lang::De, "country") => "land",
        (Lang::De, "earliest_start") => "eintrittstermin",
        (Lang::De, "notice_period") => "kuendigungsfrist",
        (Lang::De, "salary") => "gehaltsvorstellung",
        (Lang::De, "resume") => "lebenslauf",
        (Lang::De, "cover_letter") => "anschreiben",
        (Lang::De, "message") => "nachricht",
        (Lang::De, "privacy_consent") => "datenschutz",
        (Lang::Fr, "given_name") => "prenom",
        (Lang::Fr, "family_name") => "nom",
        (Lang::Fr, "phone") => "telephone",
        (Lang::Fr, "street") => "adresse",
        (Lang::Fr, "postal_code") => "code_postal",
        (Lang::Fr, "city") => "ville",
        (Lang::Fr, "country") => "pays",
        (Lang::Fr, "earliest_start") => "disponibilite",
        (Lang::Fr, "notice_period") => "preavis",
        (Lang::Fr, "salary") => "pretentions",
        (Lang::Fr, "resume") => "cv",
        (Lang::Fr, "cover_letter") => "lettre_motivation",
        (Lang::Fr, "privacy_consent") => "rgpd",
        (_, label) => label,
    }
}
