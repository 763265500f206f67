//! Opening a file of any kind that is taken, told by its content. Only for the worker process.

use serde::{Deserialize, Serialize};

use super::{json_resume, linkedin};
use crate::features::resumes::read_resume;
use crate::features::suggestions::Said;

/// What opening a file gave.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Opened {
    /// What it says of the person.
    Said(Box<Said>),
    /// It is no kind of file that is taken.
    Unsupported,
    /// It is of a kind that is taken, and damaged.
    Unreadable,
    /// It unpacks to more than such a file holds.
    TooComplex,
}

/// Opens a file.
pub(crate) fn open(bytes: &[u8]) -> Opened {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'{') {
        return json_resume::read(text);
    }
    if bytes.starts_with(b"PK\x03\x04")
        && let Some(opened) = linkedin::read(bytes)
    {
        return opened;
    }
    match read_resume(bytes) {
        Some(reading) => Opened::Said(Box::new(Said::in_resume(reading))),
        None => Opened::Unsupported,
    }
}
