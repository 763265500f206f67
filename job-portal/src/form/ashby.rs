//! Ashby: hashed names, labels tied by `for`, yes/no as buttons.

use super::{Field, Section, Shape, Step, one_step, options, questions, uuid, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let hashed = |label: &str, shape| Field::new(lang, &uuid(job, label), label, shape);
    let mut basics = vec![
        field("_systemfield_name", "full_name", Shape::Text).required(),
        field("_systemfield_email", "email", Shape::Email).required(),
        hashed("phone", Shape::Tel).required(),
        field("_systemfield_location", "location", Shape::Location).required(),
        field("_systemfield_resume", "resume", Shape::File).required(),
        hashed("linkedin_profile", Shape::Url),
        hashed("earliest_start", Shape::Date),
    ];
    basics.extend(questions(
        job,
        |_, asked| uuid(job, &asked.id.0),
        |answer| match answer {
            Answer::YesNo => Shape::YesNo,
            Answer::Choice => Shape::Radio,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Number => Shape::Number,
            Answer::Date => Shape::Date,
            Answer::Url => Shape::Url,
            Answer::Text => Shape::Text,
        },
    ));
    basics.push(hashed("privacy_consent", Shape::Checkbox).required());
    let mut sections = vec![Section::new("form", "", basics)];
    if job.self_identification {
        let eeo = vec![
            field("_systemfield_eeoc_gender", "gender", Shape::Radio).options(options::gender()),
            field("_systemfield_eeoc_race", "race", Shape::Radio)
                .options(options::race_or_hispanic()),
            field("_systemfield_eeoc_veteran_status", "veteran", Shape::Radio)
                .options(options::veteran()),
            field(
                "_systemfield_eeoc_disability_status",
                "disability",
                Shape::Radio,
            )
            .options(options::disability()),
        ];
        let title = word(lang, "voluntary_self_identification");
        sections.push(Section::new("survey", title, eeo).note(word(lang, "voluntary_note")));
    }
    one_step(sections)
}
