//! Greenhouse: one page, ids without names, selects that are text inputs with a list.

use super::{Field, Section, Shape, Step, number, one_step, options, questions, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let question = |label: &str| format!("question_{}", number(job, label));
    let basics = vec![
        field("first_name", "first_name", Shape::Text).required(),
        field("last_name", "last_name", Shape::Text).required(),
        field("preferred_name", "preferred_name", Shape::Text),
        field("email", "email", Shape::Email).required(),
        field("country", "country", Shape::Select).options(options::calling_codes(lang)),
        field("phone", "phone", Shape::Tel),
        field("candidate-location", "location_city", Shape::Location).required(),
        field("resume", "resume", Shape::File).required(),
        field("cover_letter", "cover_letter", Shape::File),
    ];
    let mut own = vec![
        field(&question("linkedin"), "linkedin_profile", Shape::Text),
        field(&question("website"), "website", Shape::Text),
    ];
    own.extend(questions(
        job,
        |_, asked| question(&asked.id.0),
        |answer| match answer {
            Answer::YesNo | Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            // It draws everything else as a plain line.
            Answer::Text | Answer::Number | Answer::Date | Answer::Url => Shape::Text,
        },
    ));
    own.push(field(&question("privacy"), "privacy_consent", Shape::Checkbox).required());
    own.push(field(
        &question("talent_pool"),
        "keep_consent",
        Shape::Checkbox,
    ));
    let mut sections = vec![
        Section::new("basics", word(lang, "apply_for_this_job"), basics),
        Section::new("questions", "", own),
    ];
    if job.self_identification {
        let eeo = vec![
            field("gender", "gender", Shape::Select).options(options::gender()),
            field("hispanic_ethnicity", "hispanic", Shape::Select).options(options::hispanic()),
            // Asked only of those who say no to the question before it.
            field("race", "race", Shape::Select)
                .options(options::race())
                .shown_if("hispanic_ethnicity", "No"),
            field("veteran_status", "veteran", Shape::Select).options(options::veteran()),
            field("disability_status", "disability", Shape::Select).options(options::disability()),
        ];
        let title = word(lang, "voluntary_self_identification");
        sections.push(Section::new("eeoc", title, eeo).note(word(lang, "voluntary_note")));
    }
    one_step(sections)
}
