//! SmartRecruiters: custom elements with shadow roots inside shadow roots; rows under "Add".

use super::{Field, Section, Shape, Step, one_step, questions, uuid, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let personal = vec![
        field("first-name-input", "first_name", Shape::Text).required(),
        field("last-name-input", "last_name", Shape::Text).required(),
        field("email-input", "email", Shape::Email).required(),
        field("phone-input", "phone", Shape::Tel),
        field("location-input", "city", Shape::Location),
    ];
    let experience = vec![
        field("title", "job_title", Shape::Text).required(),
        field("company", "company", Shape::Text).required(),
        field("location", "location", Shape::Text),
        field("description", "role_description", Shape::Textarea),
        field("current", "currently_work_here", Shape::Checkbox),
        field("from", "from", Shape::Month).required(),
        field("to", "to", Shape::Month)
            .required()
            .shown_if("current", ""),
    ];
    let education = vec![
        field("institution", "school", Shape::Text).required(),
        field("major", "field_of_study", Shape::Text),
        field("degree", "degree", Shape::Text),
        field("from", "first_year", Shape::Year),
        field("to", "last_year", Shape::Year),
    ];
    let links = vec![
        field("linkedin-input", "linkedin_url", Shape::Url),
        field("website-input", "website", Shape::Url),
    ];
    let documents = vec![
        field("resume", "resume", Shape::File).required(),
        field("hiring-manager-message", "message", Shape::Textarea),
    ];
    let mut screening = questions(
        job,
        |_, asked| format!("question-{}", uuid(job, &asked.id.0)),
        |answer| match answer {
            Answer::YesNo => Shape::Radio,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Number => Shape::Number,
            Answer::Text | Answer::Date | Answer::Url => Shape::Text,
        },
    );
    screening.push(field("consent", "privacy_consent", Shape::Checkbox).required());
    one_step(vec![
        Section::new("personal", word(lang, "about_you"), personal),
        Section::new("experience", word(lang, "work_experience"), experience).rows("experience"),
        Section::new("education", word(lang, "education"), education).rows("education"),
        Section::new("links", word(lang, "links"), links),
        Section::new("documents", word(lang, "documents"), documents),
        Section::new("screening", word(lang, "questions"), screening),
    ])
}
