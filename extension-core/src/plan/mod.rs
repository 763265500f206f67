//! Stage 3: what will be written where, and what is left and why. Refuses rather than guesses.

use crate::classify::FieldKind;
use serde::{Deserialize, Serialize};

/// Everything the agent is to write in one frame, and everything it is not.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FillPlan {
    /// The frame's address when it was planned; the agent refuses a frame whose origin or path changed.
    pub url: String,
    /// The frame's id.
    pub frame_id: i64,
    /// What to write, in the order to write it (files first).
    pub steps: Vec<FillStep>,
    /// What is left, and why.
    pub left: Vec<LeftField>,
}

/// One field to write.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FillStep {
    /// The agent's number.
    pub handle: u32,
    /// The field's identity when it was planned; the agent compares.
    pub signature: String,
    /// The question as a person reads it.
    pub label: String,
    /// What it asks.
    pub kind: FieldKind,
    /// Where the value comes from, in words ("your profile: e-mail").
    pub source: String,
    /// What to do.
    pub action: WriteAction,
}

/// How a field is written. The agent knows how; it does not know why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum WriteAction {
    /// Sets a text field's value.
    SetText {
        /// The text.
        value: String,
    },
    /// Chooses options of a `<select>` by index.
    Select {
        /// Indexes into the field's options.
        indexes: Vec<usize>,
        /// What a person reads there.
        texts: Vec<String>,
    },
    /// Clicks radio buttons, checkboxes or answer buttons.
    Choose {
        /// The agent's numbers of the options to turn on.
        handles: Vec<u32>,
        /// What a person reads there.
        texts: Vec<String>,
    },
    /// Opens a list, types, waits for the options, and takes the one whose folded text equals one of `accept`.
    Pick {
        /// What to type; empty to open only.
        query: String,
        /// Option texts that are right, the best first; nothing else may be taken.
        accept: Vec<String>,
    },
    /// Attaches a file.
    Attach {
        /// Which of the worker's files: "resume" or "cover_letter".
        file: String,
    },
}

/// One field that is not written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftField {
    /// The agent's number.
    pub handle: u32,
    /// The question as a person reads it.
    pub label: String,
    /// What it asks, where that is known.
    pub kind: Option<FieldKind>,
    /// Why it is left.
    pub reason: Refusal,
    /// The reason in words, for the person.
    pub message: String,
    /// Whether the form insists on it.
    pub required: bool,
}

/// Why a field is left. What a person must look at and what they need not differ: see [`Refusal::needs_person`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// The profile does not say.
    NotInProfile,
    /// A legal question the person has not answered for that country.
    LegalNotAnswered,
    /// A legal question whose country is not known.
    LegalCountryUnknown,
    /// A legal question with two readings.
    LegalAmbiguous,
    /// A self-identification question the person has not answered.
    DemographicNotAnswered,
    /// No option says what the profile says.
    NoMatchingOption,
    /// More than one option could be meant.
    AmbiguousOption,
    /// It holds something already, and overwriting was not asked for.
    Prefilled,
    /// Consent is the person's to give.
    Consent,
    /// A question of the employer's own.
    CustomQuestion,
    /// What it asks is not clear.
    Unknown,
    /// Nobody can see it.
    Hidden,
    /// Disabled or read-only.
    NotWritable,
    /// A trap: see [`crate::classify::Trap`].
    Trap,
    /// The value does not fit (length, range, pattern, file type).
    DoesNotFit,
    /// The same thing is asked elsewhere in a better place.
    Duplicate,
    /// A control the agent cannot operate.
    UnsupportedControl,
    /// There is no file to attach.
    NoFile,
}

/// A file that can be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileOffer {
    /// "resume" or "cover_letter".
    pub file: String,
    /// The name it is attached with.
    pub file_name: String,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
}
