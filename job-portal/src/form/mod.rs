//! An application form as data: one model that the server checks and the page's script draws.
//!
//! Which fields a system asks, under which names and in which order, is in the file named after it;
//! how they look and behave is in `web/`.

mod ashby;
mod generic;
mod greenhouse;
mod icims;
mod lever;
mod options;
mod smartrecruiters;
mod taleo;
mod widgets;
mod words;
mod workable;
mod workday;

use crate::jobs::{Answer, Ats, Job, Lang, Question};
pub(crate) use options::country_name;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
pub(crate) use taleo::ATTACHMENT;
pub(crate) use words::{all as all_words, word};

/// The largest file a form takes, in bytes.
pub(crate) const MAX_FILE_BYTES: usize = 5 * 1024 * 1024;
/// The largest number of rows of one kind (jobs, schools).
pub(crate) const MAX_ROWS: usize = 20;

/// A whole form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Form {
    pub(crate) ats: Ats,
    pub(crate) lang: Lang,
    pub(crate) job: Head,
    pub(crate) steps: Vec<Step>,
    /// The name of the field that only a robot fills.
    pub(crate) honeypot: &'static str,
    /// Whether an attached résumé is read and fills rows.
    pub(crate) parses_resume: bool,
    pub(crate) words: BTreeMap<&'static str, &'static str>,
}

/// What the form says about the job.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Head {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) company: String,
    pub(crate) location: String,
}

/// One screen of a form.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Step {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) sections: Vec<Section>,
}

/// A titled group of fields.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) note: &'static str,
    /// Where rows can be added: their names are `<prefix>[<row>].<name>`.
    pub(crate) rows: Option<&'static str>,
    /// How many rows stand there from the start.
    pub(crate) first_rows: usize,
    pub(crate) fields: Vec<Field>,
}

/// One question.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Field {
    /// The submitted name.
    pub(crate) name: String,
    pub(crate) label: String,
    pub(crate) shape: Shape,
    pub(crate) required: bool,
    pub(crate) options: Vec<Choice>,
    pub(crate) help: String,
    /// File extensions that are taken, lower case.
    pub(crate) accept: &'static [&'static str],
    /// Which library's control it is, where a form has several kinds; else empty.
    pub(crate) widget: &'static str,
    /// Asked only while another field (of the same row) holds this value.
    pub(crate) shown_if: Option<(String, String)>,
}

/// How a question is answered. Which control that is depends on the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shape {
    Text,
    Email,
    Tel,
    Url,
    Number,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM`.
    Month,
    /// `YYYY`.
    Year,
    Textarea,
    /// Several lines with formatting; kept as plain text.
    RichText,
    /// One of the options, from a list.
    Select,
    /// One of the options, all shown.
    Radio,
    /// Several of the options, all shown.
    Checkboxes,
    /// One of the two options, as buttons.
    YesNo,
    /// One of the options, from a searchable list of their own kind.
    Prompt,
    /// Several of the options, picked from a searchable list.
    Tags,
    /// A town from the server's list.
    Location,
    /// A single box to tick: `on`.
    Checkbox,
    File,
    /// Several files.
    Files,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) text: String,
}

const DOCUMENTS: &[&str] = &["pdf", "doc", "docx", "txt", "rtf"];

/// The form of a job.
pub(crate) fn form(job: &Job) -> Form {
    let steps = match job.ats {
        Ats::Greenhouse => greenhouse::steps(job),
        Ats::Lever => lever::steps(job),
        Ats::Ashby => ashby::steps(job),
        Ats::Workday => workday::steps(job),
        Ats::Workable => workable::steps(job),
        Ats::Smartrecruiters => smartrecruiters::steps(job),
        Ats::Icims => icims::steps(job),
        Ats::Taleo => taleo::steps(job),
        Ats::Widgets => widgets::steps(job),
        Ats::Generic => generic::steps(job),
    };
    let honeypot = match job.ats {
        Ats::Greenhouse => "website_confirm",
        Ats::Lever => "fax_number",
        Ats::Ashby => "company_homepage",
        Ats::Workday => "website",
        Ats::Workable => "nickname",
        Ats::Smartrecruiters => "middle_initials",
        Ats::Icims => "address_confirm",
        Ats::Taleo => "second_phone",
        Ats::Widgets => "homepage_confirm",
        Ats::Generic => "url_contact",
    };
    let head = Head {
        id: job.id.0.clone(),
        title: job.title.clone(),
        company: job.company.clone(),
        location: job.location.text(job.lang),
    };
    Form {
        ats: job.ats,
        lang: job.lang,
        job: head,
        steps,
        honeypot,
        parses_resume: job.parses_resume,
        words: all_words(job.lang),
    }
}

impl Form {
    /// Every field, those of a repeated section once.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.steps
            .iter()
            .flat_map(|step| &step.sections)
            .flat_map(|section| &section.fields)
    }
}

impl Field {
    /// A question with a label from the word table.
    pub(crate) fn new(lang: Lang, name: &str, label: &str, shape: Shape) -> Self {
        Self::labelled(name, word(lang, label), shape)
    }

    /// A question with a label of its own.
    pub(crate) fn labelled(name: &str, label: &str, shape: Shape) -> Self {
        Self {
            name: name.to_owned(),
            label: label.to_owned(),
            shape,
            required: false,
            options: Vec::new(),
            help: String::new(),
            accept: if matches!(shape, Shape::File | Shape::Files) {
                DOCUMENTS
            } else {
                &[]
            },
            widget: "",
            shown_if: None,
        }
    }

    pub(crate) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    pub(crate) fn options(mut self, options: Vec<Choice>) -> Self {
        self.options = options;
        self
    }

    pub(crate) fn widget(mut self, widget: &'static str) -> Self {
        self.widget = widget;
        self
    }

    pub(crate) fn shown_if(mut self, name: &str, value: &str) -> Self {
        self.shown_if = Some((name.to_owned(), value.to_owned()));
        self
    }
}

impl Section {
    pub(crate) fn new(id: &'static str, title: &'static str, fields: Vec<Field>) -> Self {
        Self {
            id,
            title,
            note: "",
            rows: None,
            first_rows: 0,
            fields,
        }
    }

    pub(crate) fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }

    pub(crate) fn rows(mut self, prefix: &'static str) -> Self {
        self.rows = Some(prefix);
        self
    }

    pub(crate) fn first_rows(mut self, count: usize) -> Self {
        self.first_rows = count;
        self
    }
}

/// Options whose value is their text.
pub(crate) fn plain<S: AsRef<str>>(texts: &[S]) -> Vec<Choice> {
    let choice = |text: &S| Choice {
        value: text.as_ref().into(),
        text: text.as_ref().into(),
    };
    texts.iter().map(choice).collect()
}

/// The one screen of a system that has only one.
fn one_step(sections: Vec<Section>) -> Vec<Step> {
    vec![Step {
        id: "application",
        title: "",
        sections,
    }]
}

/// The employer's own questions, named and shaped as the system does it.
fn questions(
    job: &Job,
    name: impl Fn(usize, &Question) -> String,
    shape: impl Fn(Answer) -> Shape,
) -> Vec<Field> {
    let field = |(index, question): (usize, &Question)| {
        let mut field = Field::labelled(
            &name(index, question),
            &question.label,
            shape(question.answer),
        );
        field.required = question.required;
        field.help.clone_from(&question.help);
        field.options = match question.answer {
            Answer::YesNo => options::yes_no(job.lang),
            Answer::Choice | Answer::Choices => plain(&question.options),
            _ => Vec::new(),
        };
        field
    };
    job.questions.iter().enumerate().map(field).collect()
}

/// A number that stays the same for the same job and name, as ids of real systems do.
fn number(job: &Job, name: &str) -> u64 {
    let hash = digest(job, name);
    let bytes = [
        hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7],
    ];
    u64::from_le_bytes(bytes) % 90_000_000 + 10_000_000
}

/// A UUID-like text that stays the same for the same job and name.
fn uuid(job: &Job, name: &str) -> String {
    let hex = hex::encode(&digest(job, name)[..16]);
    [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ]
    .join("-")
}

fn digest(job: &Job, name: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(job.id.0.as_bytes());
    hash.update([0]);
    hash.update(name.as_bytes());
    hash.finalize().into()
}
