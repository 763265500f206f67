//! Receipts: what was filled where, field by field, and which file was attached.

use crate::redact::redact_debug;
use serde::{Deserialize, Serialize};

/// What became of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Enum))]
#[cfg_attr(feature = "openapi", oai(rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum FieldResult {
    /// Written, and the page kept it.
    Filled,
    /// Written, but the page kept something else: see `kept`.
    KeptDifferent,
    /// Not written, on purpose: see `reason`.
    Left,
    /// Could not be written: see `reason`.
    Failed,
    /// Written, then taken back by the person.
    Undone,
}

/// One field of a receipt.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReceiptField {
    /// The question as the page words it.
    pub label: String,
    /// What the field was understood as (`email`, `visa_sponsorship` …); absent where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub kind: Option<String>,
    /// What became of it.
    pub result: FieldResult,
    /// What was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub value: Option<String>,
    /// What the page kept, where that differs from `value`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub kept: Option<String>,
    /// Which part of the profile the value came from, in words ("your profile: e-mail").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub source: Option<String>,
    /// Why it was left or failed, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub reason: Option<String>,
    /// For a file: SHA-256 of the bytes that were attached, lower-case hex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub file_sha256: Option<String>,
}

/// A receipt as the extension sends it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct NewReceipt {
    /// Made by the extension (UUID); sending the same receipt again changes nothing, except that a
    /// later state of the same fill (an undo) replaces it.
    pub receipt_id: String,
    /// The page's address without query and fragment.
    pub page_url: String,
    /// The job's title, where the page tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub job_title: Option<String>,
    /// The company, where the page tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub company: Option<String>,
    /// When the form was filled, epoch milliseconds.
    pub filled_at_ms: i64,
    /// Every field that the form showed, in its order.
    pub fields: Vec<ReceiptField>,
    /// That the application was sent, where the page said so; it closes the receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub submission: Option<Submission>,
}

/// That an application was sent, and how that is known.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct Submission {
    /// When, epoch milliseconds.
    pub submitted_at_ms: i64,
    /// What the page said when it had taken the application, at most 1,000 characters; absent where the person says
    /// that it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub confirmation: Option<String>,
}

/// A stored receipt.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: NewReceipt,
    /// When the server stored it, epoch milliseconds.
    pub stored_at_ms: i64,
}

/// A receipt in a list: its head, and how the fields went.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReceiptSummary {
    /// The receipt's id.
    pub receipt_id: String,
    /// The page's address.
    pub page_url: String,
    /// The job's title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub job_title: Option<String>,
    /// The company.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub company: Option<String>,
    /// When the form was filled, epoch milliseconds.
    pub filled_at_ms: i64,
    /// How many fields were filled.
    pub filled: i64,
    /// How many fields were left, failed, undone or kept differently.
    pub open: i64,
    /// When the application was sent, epoch milliseconds; absent where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub submitted_at_ms: Option<i64>,
}

/// One page of receipts, newest first.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(poem_openapi::Object))]
pub struct ReceiptPage {
    /// The receipts.
    pub receipts: Vec<ReceiptSummary>,
    /// To be sent as `cursor` for the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
    pub next_cursor: Option<String>,
}

redact_debug!(
    ReceiptField,
    NewReceipt,
    Submission,
    ReceiptView,
    ReceiptSummary,
    ReceiptPage
);
