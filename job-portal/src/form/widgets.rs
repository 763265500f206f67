//! One page with the controls of well-known libraries, each as its users meet it.

use super::{Field, Section, Shape, Step, one_step, options, plain, questions, word};
use crate::jobs::{Answer, Job};

/// What can be picked as a field of study.
const SUBJECTS: [&str; 12] = [
    "Accounting",
    "Biology",
    "Business Administration",
    "Chemistry",
    "Computer Science",
    "Economics",
    "Education",
    "Mathematics",
    "Mechanical Engineering",
    "Philosophy",
    "Physics",
    "Statistics",
];

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let person = vec![
        field("given", "first_name", Shape::Text).required(),
        field("family", "last_name", Shape::Text).required(),
        field("email", "email", Shape::Email).required(),
        field("country", "country", Shape::Select)
            .options(options::countries(lang))
            .widget("select2")
            .required(),
        field("state", "state", Shape::Select)
            .options(options::regions("US"))
            .widget("ant"),
        field("location", "current_location", Shape::Location).widget("typeahead"),
    ];
    let education = vec![
        field("school", "school", Shape::Text),
        field("degree", "degree", Shape::Select)
            .options(options::degrees(lang))
            .widget("mui"),
        field("subject", "field_of_study", Shape::Select)
            .options(plain(&SUBJECTS))
            .widget("downshift"),
    ];
    let work = vec![
        field("title", "job_title", Shape::Text),
        field("employer", "company", Shape::Text),
        field("duties", "role_description", Shape::RichText).widget("quill"),
    ];
    let skills = vec![
        field("skills", "skills", Shape::Tags)
            .options(plain(&options::SKILLS))
            .widget("chips"),
    ];
    let mut more = vec![
        field("start", "earliest_start", Shape::Date).widget("flatpickr"),
        field("available", "available_from", Shape::Date).widget("datepicker"),
    ];
    more.extend(questions(
        job,
        |index, _| format!("answers.{index}"),
        |answer| match answer {
            Answer::YesNo => Shape::YesNo,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::RichText,
            Answer::Number => Shape::Number,
            Answer::Text | Answer::Date | Answer::Url => Shape::Text,
        },
    ));
    for asked in &mut more {
        match asked.shape {
            Shape::YesNo => asked.widget = "segmented",
            Shape::Select => asked.widget = "downshift",
            Shape::RichText => asked.widget = "quill",
            _ => {}
        }
    }
    let documents = vec![
        field("documents", "resume", Shape::Files)
            .widget("dropzone")
            .required(),
        field("consent", "privacy_consent", Shape::Checkbox).required(),
    ];
    one_step(vec![
        Section::new("person", word(lang, "about_you"), person),
        Section::new("education", word(lang, "education"), education),
        Section::new("work", word(lang, "work_experience"), work),
        Section::new("skills", word(lang, "skills"), skills),
        Section::new("more", word(lang, "questions"), more),
        Section::new("documents", word(lang, "documents"), documents),
    ])
}
