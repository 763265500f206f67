//! What an upload is, told by its content.
//!
//! `sniff` looks at the first bytes and is cheap. `look` opens the file; since files are made by
//! strangers, it runs in a process of its own with little memory and little time (`worker`), which
//! the server starts and may kill (`Inspector`).
//! What must not happen here: parsing an upload in the server's process, trusting a file's name or
//! the media type a client claims, writing anything to disk.

mod docx;
mod inspector;
mod pdf;
mod sniff;
mod worker;

pub use inspector::{Inspector, InspectorError};
pub use worker::{IMPORT_COMMAND, INSPECT_COMMAND, READ_COMMAND, Work};

pub(super) use sniff::{Kind, sniff};

use foothold_shared::resume::ResumeFormat;
use serde::{Deserialize, Serialize};

/// What opening a file showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// A sound PDF or Word file.
    Accepted(ResumeFormat),
    /// Not to be stored, and why.
    Refused(Refusal),
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Neither a PDF nor a Word (.docx) file.
    Unsupported,
    /// A Word file with macros, whatever it is called.
    Macros,
    /// It opens only with a password.
    PasswordProtected,
    /// Damaged or cut off.
    Unreadable,
    /// It unpacks to far more than a résumé, or takes too long to open.
    TooComplex,
}

/// Whether a zip archive is a Word file within its bounds. Only for the worker process.
pub(super) fn is_word(bytes: &[u8]) -> bool {
    docx::check(bytes).is_ok()
}

/// Opens a file and says what it is. Only for the worker process, and for tests of small files.
fn look(bytes: &[u8]) -> Verdict {
    let opened = match sniff(bytes) {
        Kind::Pdf => pdf::check(bytes).map(|()| ResumeFormat::Pdf),
        Kind::Zip => docx::check(bytes).map(|()| ResumeFormat::Docx),
        Kind::Encrypted => Err(Refusal::PasswordProtected),
        Kind::Other => Err(Refusal::Unsupported),
    };
    opened.map_or_else(Verdict::Refused, Verdict::Accepted)
}
