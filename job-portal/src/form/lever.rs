//! Lever: native controls with telling names, the résumé first because it is read and prefills.

use super::{Field, Section, Shape, Step, one_step, options, questions, uuid, word};
use crate::jobs::{Answer, Job};

pub(super) fn steps(job: &Job) -> Vec<Step> {
    let lang = job.lang;
    let field = |name: &str, label: &str, shape| Field::new(lang, name, label, shape);
    let basics = vec![
        field("resume", "resume", Shape::File).required(),
        field("name", "full_name", Shape::Text).required(),
        field("email", "email", Shape::Email).required(),
        field("phone", "phone", Shape::Text),
        field("location", "current_location", Shape::Location),
        field("org", "current_company", Shape::Text),
    ];
    let links = vec![
        field("urls[LinkedIn]", "linkedin_url", Shape::Text),
        field("urls[GitHub]", "github_url", Shape::Text),
        field("urls[Portfolio]", "portfolio_url", Shape::Text),
    ];
    let card = uuid(job, "card");
    let own = questions(
        job,
        |index, _| format!("cards[{card}][field{index}]"),
        |answer| match answer {
            Answer::YesNo => Shape::Radio,
            Answer::Choice => Shape::Select,
            Answer::Choices => Shape::Checkboxes,
            Answer::LongText => Shape::Textarea,
            Answer::Text | Answer::Number | Answer::Date | Answer::Url => Shape::Text,
        },
    );
    let mut sections = vec![
        Section::new("basics", word(lang, "submit_your_application"), basics),
        Section::new("links", word(lang, "links"), links),
    ];
    if !own.is_empty() {
        sections.push(Section::new("cards", word(lang, "questions"), own));
    }
    let comments = vec![field("comments", "additional_information", Shape::Textarea)];
    sections.push(Section::new(
        "comments",
        word(lang, "additional_information"),
        comments,
    ));
    if job.self_identification {
        let eeo = vec![
            field("eeo[gender]", "gender", Shape::Select).options(options::gender()),
            field("eeo[race]", "race", Shape::Select).options(options::race_or_hispanic()),
            field("eeo[veteran]", "veteran", Shape::Select).options(options::veteran()),
            field("eeo[disability]", "disability", Shape::Select).options(options::disability()),
        ];
        let title = word(lang, "voluntary_self_identification");
        sections.push(Section::new("eeo", title, eeo).note(word(lang, "voluntary_note")));
    }
    let consent = vec![
        field("consent[store]", "privacy_consent", Shape::Checkbox).required(),
        field("consent[marketing]", "keep_consent", Shape::Checkbox),
    ];
    sections.push(Section::new("consent", "", consent));
    one_step(sections)
}
