//! Taleo: a page loaded for every step, labels in the cell beside, plain lists, files in a frame of
//! their own, a fixed number of rows.

use super::{Field, Section, Shape, Step, options, questions, word};
use crate::jobs::{Answer, Job};

/// The field whose file comes from the frame.
pub(crate) const ATTACHMENT: &str = "attachedFile";

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let name = |part: &str| format!("et-ef-content-ftf-{part}");
    let field = |part: &str, label: &str, shape| Field::new(lang, &name(part), label, shape);
    let row = |part: &str, label: &str, shape| Field::new(lang, part, label, shape);
    let person = vec![
        field("gp-firstName", "first_name", Shape::Text).required(),
        field("gp-lastName", "last_name", Shape::Text).required(),
        field("gp-address", "address_line1", Shape::Text),
        field("gp-city", "city", Shape::Text),
        field("gp-zip", "postal_code", Shape::Text),
        field("gp-country", "country", Shape::Select)
            .options(options::countries(lang))
            .required(),
        field("gp-email", "email", Shape::Text).required(),
        field("gp-mobile", "phone", Shape::Text),
    ];
    let work = vec![
        row("employer", "company", Shape::Text),
        row("title", "job_title", Shape::Text),
        row("current", "currently_work_here", Shape::Checkbox),
        row("start", "start_date", Shape::Month).widget("two-lists"),
        row("end", "end_date", Shape::Month).widget("two-lists"),
        row("duties", "role_description", Shape::Textarea),
    ];
    let education = vec![
        row("school", "school", Shape::Text),
        row("program", "field_of_study", Shape::Text),
        row("level", "degree", Shape::Select).options(options::degrees(lang)),
    ];
    let mut asked = questions(
        job,
        |index, _| name(&format!("q-{}", 100 + index)),
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
    asked.push(field("terms", "terms_consent", Shape::Checkbox).required());
    let step = |id, title, sections| Step {
        id,
        title: word(lang, title),
        sections,
    };
    vec![
        step(
            "personal",
            "my_information",
            vec![Section::new("person", word(lang, "about_you"), person)],
        ),
        step(
            "history",
            "my_experience",
            vec![
                Section::new("work", word(lang, "work_experience"), work)
                    .rows("work")
                    .first_rows(2),
                Section::new("education", word(lang, "education"), education)
                    .rows("education")
                    .first_rows(1),
            ],
        ),
        step(
            "attachments",
            "documents",
            vec![Section::new(
                "files",
                word(lang, "documents"),
                vec![Field::new(lang, ATTACHMENT, "resume", Shape::File).required()],
            )],
        ),
        step(
            "questions",
            "application_questions",
            vec![Section::new("questions", "", asked)],
        ),
        step("review", "review", Vec::new()),
    ]
}
