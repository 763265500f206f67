//! iCIMS: a form in a frame, in tables, several pages that are loaded one after the other.

use super::{Field, Section, Shape, Step, number, options, plain, questions, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let profile = vec![
        field("PersonProfileFields.FirstName", "first_name", Shape::Text).required(),
        field("PersonProfileFields.LastName", "last_name", Shape::Text).required(),
        field("PersonProfileFields.Email", "email", Shape::Email).required(),
        field("PersonProfileFields.Phone", "phone", Shape::Tel).required(),
        field("PersonProfileFields.PhoneType", "phone_type", Shape::Select)
            .options(plain(&[word(lang, "mobile"), word(lang, "landline")])),
    ];
    let mut address = vec![
        field("AddressFields.Street1", "address_line1", Shape::Text),
        field("AddressFields.City", "city", Shape::Text),
        field("AddressFields.Country", "country", Shape::Select)
            .options(options::countries(lang))
            .required(),
    ];
    let regions = options::regions(&job.location.country);
    if !regions.is_empty() {
        address.push(field("AddressFields.State", "state", Shape::Select).options(regions));
    }
    address.push(field("AddressFields.Zip", "postal_code", Shape::Text));
    let work = vec![
        field("Title", "job_title", Shape::Text).required(),
        field("Employer", "company", Shape::Text).required(),
        field("StartDate", "start_date", Shape::Month),
        field("EndDate", "end_date", Shape::Month),
        field("Duties", "role_description", Shape::Textarea),
    ];
    let resume = vec![field("PersonProfileFields.Resume", "resume", Shape::File).required()];
    let mut own = questions(
        job,
        |_, asked| format!("rcf{}", number(job, &asked.id.0) % 10_000),
        |answer| match answer {
            Answer::YesNo => Shape::Radio,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Number => Shape::Number,
            Answer::Date => Shape::Date,
            Answer::Text | Answer::Url => Shape::Text,
        },
    );
    own.push(field("rcf_privacy", "privacy_consent", Shape::Checkbox).required());
    let mut steps = vec![
        Step {
            id: "profile",
            title: word(lang, "my_information"),
            sections: vec![
                Section::new("resume", word(lang, "resume"), resume),
                Section::new("person", word(lang, "contact"), profile),
                Section::new("address", word(lang, "address"), address),
                Section::new("work", word(lang, "work_experience"), work)
                    .rows("WorkExperience")
                    .first_rows(1),
            ],
        },
        Step {
            id: "questions",
            title: word(lang, "application_questions"),
            sections: vec![Section::new("own", "", own)],
        },
    ];
    if job.self_identification {
        let voluntary = vec![
            field("EEO.Gender", "gender", Shape::Select).options(options::gender()),
            field("EEO.Race", "race", Shape::Select).options(options::race_or_hispanic()),
            field("EEO.Veteran", "veteran", Shape::Radio).options(options::veteran()),
        ];
        steps.push(Step {
            id: "eeo",
            title: word(lang, "voluntary_disclosures"),
            sections: vec![
                Section::new(
                    "eeo",
                    word(lang, "voluntary_self_identification"),
                    voluntary,
                )
                .note(word(lang, "voluntary_note")),
            ],
        });
    }
    steps
}
