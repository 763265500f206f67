//! What the worker understood of a page, before anything is written.

use serde::{Deserialize, Serialize};

/// Where a field is: the frame and the agent's number in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FieldAt {
    /// The browser's frame id; 0 is the top frame, and below it are the steps that were left ([`FieldAt::is_behind`]).
    pub frame_id: i64,
    /// The agent's number.
    pub handle: u32,
}

impl FieldAt {
    /// Whether the field stood on a step that the person has left: no frame has such a number, and there is nothing
    /// to show or to take back.
    #[must_use]
    pub const fn is_behind(self) -> bool {
        self.frame_id < 0
    }
}

/// A page, understood.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LookView {
    /// The page's origin, as a person reads it.
    pub host: String,
    /// The job, as far as the page tells it.
    pub job: JobView,
    /// How many jobs the page tells of where nothing says which one it is about (a list has no `job`, either); 1 where it is
    /// clear, or there is none.
    #[serde(default)]
    pub jobs_on_page: usize,
    /// That an application to the same company was sent before, in one sentence.
    #[serde(default)]
    pub applied: Option<String>,
    /// Whether there is an application form.
    pub is_application: bool,
    /// How many fields a person would see, forms that are no application left out.
    pub found: usize,
    /// How many fields there are on the page in all, whatever they are for.
    pub fields_on_page: usize,
    /// The fields, in their order.
    pub rows: Vec<LookRow>,
    /// Frames that could hold the form and cannot be read yet.
    pub offers: Vec<FrameOffer>,
    /// Set where the page was too large to be read in full.
    pub truncated: bool,
}

impl LookView {
    /// How many rows are in a group.
    #[must_use]
    pub fn count(&self, group: Group) -> usize {
        self.rows.iter().filter(|row| row.group == group).count()
    }
}

/// The job a page is about.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JobView {
    /// Its title.
    pub title: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// Where it is.
    pub location: Option<String>,
    /// What a person must know of it before the work: that it is closed, or until when one can apply.
    pub standing: Option<Standing>,
}

/// Whether a job can still be applied for.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The page says that it is over, in these words.
    Closed(String),
    /// Its last day (`YYYY-MM-DD`) has passed.
    Passed(String),
    /// Its last day (`YYYY-MM-DD`) is still to come.
    Until(String),
}

impl Standing {
    /// In one line.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Closed(words) => {
                format!("The page says this job is closed: \u{201c}{words}\u{201d}")
            }
            Self::Passed(day) => format!("The last day to apply was {day}."),
            Self::Until(day) => format!("Apply by {day}."),
        }
    }
}

/// What is going to happen to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// It will be filled.
    Fill,
    /// The person has to look at it.
    NeedsYou,
    /// It stays as it is, and nobody need care.
    Left,
}

/// One field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookRow {
    /// Where it is.
    pub at: FieldAt,
    /// The question as a person reads it.
    pub label: String,
    /// What is going to happen.
    pub group: Group,
    /// What will be written; empty where nothing is.
    pub value: String,
    /// Where the value comes from, or why there is none.
    pub why: String,
    /// Whether the form insists on it.
    pub required: bool,
    /// Whose frame it is in, where that is not the page's own origin.
    pub frame: Option<String>,
    /// What the law says to this question, where employers usually may not ask it.
    #[serde(default)]
    pub notice: Option<String>,
}

/// A frame that the browser does not let Foothold read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameOffer {
    /// Its origin: what permission is asked for.
    pub origin: String,
    /// Its host, as a person reads it.
    pub host: String,
    /// Whether its address looks like an application form's.
    pub likely: bool,
}
