//! Who is connected, and how fresh what is kept here is.

use super::Failure;
use serde::{Deserialize, Serialize};

/// The extension's state.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Status {
    /// The connection; `None` before the person connects.
    pub connected: Option<Connected>,
    /// The profile kept here.
    pub profile: Option<ProfileState>,
    /// The résumé kept here.
    pub resume: Option<ResumeState>,
    /// Why the last sync failed; `None` where it went well.
    pub sync_failure: Option<Failure>,
    /// How many receipts wait to be sent.
    pub waiting_receipts: usize,
}

impl Status {
    /// Whether the person has to connect, for the first time or again.
    #[must_use]
    pub fn asks_to_connect(&self) -> bool {
        self.connected
            .as_ref()
            .is_none_or(|connected| connected.revoked)
    }
    /// Whether forms would be filled with the same material under both.
    #[must_use]
    pub fn same_material(&self, other: &Self) -> bool {
        let version = |status: &Self| status.profile.as_ref().map(|p| p.version.clone());
        self.resume == other.resume && version(self) == version(other)
    }
}

/// A connection to a server.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Connected {
    /// The server's origin.
    pub server: String,
    /// The account's e-mail.
    pub email: String,
    /// Whether the server no longer accepts this device.
    pub revoked: bool,
}

/// The profile kept here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileState {
    /// The server's version of it.
    pub version: String,
    /// When it was last known to be current, epoch milliseconds.
    pub synced_at_ms: i64,
    /// Whether nothing at all is written in it yet.
    pub empty: bool,
}

/// The résumé kept here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumeState {
    /// Its name.
    pub file_name: String,
    /// Its size in bytes.
    pub size_bytes: i64,
}

/// A receipt kept here, its head only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptEntry {
    /// Its id.
    pub receipt_id: String,
    /// The page's address without query and fragment.
    pub page_url: String,
    /// The job's title.
    pub job_title: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// When the form was filled, epoch milliseconds.
    pub filled_at_ms: i64,
    /// How many fields were filled.
    pub filled: usize,
    /// How many were not.
    pub open: usize,
    /// Whether the server has it.
    pub state: ReceiptState,
}

/// Whether the server has a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ReceiptState {
    /// Not yet.
    Waiting {
        /// How often it was tried.
        attempts: u32,
        /// Not before this time, epoch milliseconds.
        next_ms: i64,
    },
    /// It does.
    Sent,
    /// It does not want it.
    Refused {
        /// What it says.
        detail: String,
    },
}
