//! Workable: one page whose controls are drawn anew after every change; rows under "+ Add".

use super::{Field, Section, Shape, Step, one_step, questions, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let personal = vec![
        field("firstname", "first_name", Shape::Text).required(),
        field("lastname", "last_name", Shape::Text).required(),
        field("email", "email", Shape::Email).required(),
        field("headline", "headline", Shape::Text),
        field("phone", "phone", Shape::Tel),
        field("address", "address", Shape::Text),
    ];
    let experience = vec![
        field("title", "job_title", Shape::Text).required(),
        field("company", "company", Shape::Text),
        field("description", "role_description", Shape::Textarea),
        field("current", "currently_work_here", Shape::Checkbox),
        field("start_date", "start_date", Shape::Month),
        field("end_date", "end_date", Shape::Month).shown_if("current", ""),
    ];
    let education = vec![
        field("school", "school", Shape::Text).required(),
        field("field_of_study", "field_of_study", Shape::Text),
        field("degree", "degree", Shape::Text),
        field("start_date", "start_date", Shape::Month),
        field("end_date", "end_date", Shape::Month),
    ];
    let profile = vec![
        field("summary", "summary", Shape::Textarea),
        field("resume", "resume", Shape::File).required(),
    ];
    let mut details = questions(
        job,
        |index, _| format!("QA_{}", 7_310_442 + index * 3),
        |answer| match answer {
            Answer::YesNo => Shape::YesNo,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Number => Shape::Number,
            Answer::Text | Answer::Date | Answer::Url => Shape::Text,
        },
    );
    details.push(field("gdpr", "privacy_consent", Shape::Checkbox).required());
    one_step(vec![
        Section::new("personal", word(lang, "about_you"), personal),
        Section::new("education", word(lang, "education"), education).rows("education"),
        Section::new("experience", word(lang, "work_experience"), experience).rows("experience"),
        Section::new("profile", word(lang, "profile"), profile),
        Section::new("details", word(lang, "questions"), details),
    ])
}
