//! A receipt as it is stored: a sealed head for lists, sealed fields, and plain counts.

use foothold_shared::receipt::{ReceiptField, Submission};
use serde::{Deserialize, Serialize};

/// What a list shows besides the counts.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) page_url: String,
    pub(super) job_title: Option<String>,
    pub(super) company: Option<String>,
    #[serde(default)]
    pub(super) submission: Option<Submission>,
}

/// The fields under one name, so that their form can grow.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fields {
    pub(super) fields: Vec<ReceiptField>,
}
