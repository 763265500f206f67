//! What the popup and the options page ask of the worker, and what it answers.
//!
//! Plain data, both ways as JSON. A request names itself by `kind`; an answer is [`Response`] or a
//! [`Failure`] that has words for the person.
//! What must not happen here: a browser, a network, a clock.

mod after;
mod failure;
mod filled;
mod look;
mod open;
mod settings;
mod standing;
mod status;
mod tailor;

pub use after::{CorrectionOffer, CorrectionView, SubmittedView};
pub use failure::{Failure, Next};
pub use filled::{FilledRow, FilledView, Outcome, Tally};
pub use look::{FieldAt, FrameOffer, Group, JobView, LookRow, LookView, Standing};
pub use open::OpenQuestion;
pub use settings::Settings;
pub use standing::{ApplicationWords, StandingView};
pub use status::{Connected, ProfileState, ReceiptEntry, ReceiptState, ResumeState, Status};
pub use tailor::{DocumentLine, LineRole, TailorChange, TailoredFile, TailoredView};

use foothold_shared::receipt::NewReceipt;
use serde::{Deserialize, Serialize};

/// How a page is looked at and filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wish {
    /// Write also into fields that hold something already.
    pub overwrite: bool,
    /// Take forms that do not look like an application, too.
    pub anyway: bool,
}

/// What a page of the extension can ask.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Request {
    /// Who is connected, how old the profile is. Answered by [`Response::Status`].
    Status,
    /// What would be filled in a tab. Answered by [`Response::Look`].
    Look {
        /// The tab.
        tab: i32,
        /// How.
        wish: Wish,
    },
    /// Fills a tab. Answered by [`Response::Filled`].
    Fill {
        /// The tab.
        tab: i32,
        /// How.
        wish: Wish,
    },
    /// The last fill of a tab, while its page still stands. Answered by [`Response::LastFill`].
    LastFill {
        /// The tab.
        tab: i32,
    },
    /// Takes a fill back. Answered by [`Response::Filled`].
    Undo {
        /// The tab.
        tab: i32,
        /// Which fields; all where it is absent.
        fields: Option<Vec<FieldAt>>,
    },
    /// Scrolls to a field and focuses it. Answered by [`Response::Done`].
    Reveal {
        /// The tab.
        tab: i32,
        /// Which field.
        at: FieldAt,
    },
    /// That the application was sent, said by the person. Answered by [`Response::Filled`].
    Sent {
        /// The tab.
        tab: i32,
    },
    /// What the person answered by hand after the last fill of a tab. Answered by [`Response::Corrections`].
    Corrections {
        /// The tab.
        tab: i32,
    },
    /// Remembers one of them. Answered by [`Response::Corrections`]: those that are left.
    Remember {
        /// The tab.
        tab: i32,
        /// Which: [`CorrectionView::correction`].
        correction: u32,
        /// For how many days; for ever where it is absent.
        keep_days: Option<u32>,
    },
    /// Does not remember one of them. Answered by [`Response::Corrections`]: those that are left.
    ForgetCorrection {
        /// The tab.
        tab: i32,
        /// Which: [`CorrectionView::correction`].
        correction: u32,
    },
    /// Fetches the profile and sends waiting receipts. Answered by [`Response::Status`].
    Sync {
        /// Only where the last attempt is older than this.
        older_than_ms: i64,
    },
    /// Connects to a server. Answered by [`Response::Status`].
    Connect {
        /// The server's origin.
        server: String,
        /// The token from the portal.
        token: String,
    },
    /// Ends the connection and clears everything. Answered by [`Response::Status`].
    Disconnect,
    /// The receipts kept here, newest first. Answered by [`Response::Receipts`].
    ListReceipts,
    /// One receipt. Answered by [`Response::Receipt`].
    FindReceipt {
        /// Its id.
        receipt_id: String,
    },
    /// All receipts, newest first, to be saved as a file. Answered by [`Response::Export`].
    ExportReceipts,
    /// Deletes the receipts kept here. Answered by [`Response::Receipts`].
    ClearReceipts,
    /// How the job that was last looked at in a tab stands with the person. Answered by [`Response::Standing`].
    Standing {
        /// The tab.
        tab: i32,
    },
    /// Saves that job, or takes it from the saved ones. Answered by [`Response::Standing`].
    SaveJob {
        /// The tab.
        tab: i32,
        /// Whether it is to be saved.
        save: bool,
    },
    /// The documents for the job in a tab: those that were written for it, else new ones; with a change, their next
    /// version. Answered by [`Response::Tailored`].
    Tailor {
        /// The tab.
        tab: i32,
        /// What to change about them.
        change: Option<TailorChange>,
    },
    /// Ends a [`Request::Tailor`] that is under way. Answered by [`Response::Done`].
    CancelTailor {
        /// The tab.
        tab: i32,
    },
    /// Whether fills of a tab attach what was written for its job. Answered by [`Response::Tailored`].
    AttachTailored {
        /// The tab.
        tab: i32,
        /// Whether they do.
        attach: bool,
    },
    /// The bytes of a file that a tab was or would be filled with. Answered by [`Response::File`].
    AttachedFile {
        /// The tab.
        tab: i32,
        /// What the worker knows it by.
        file: String,
    },
    /// The default résumé's bytes, for a download. Answered by [`Response::File`].
    ResumeFile,
    /// Shows the next question that waits for the person. Answered by [`Response::Next`].
    Next {
        /// The tab.
        tab: i32,
    },
    /// Which questions of a tab's last fill wait for the person still. Answered by [`Response::Open`].
    Open {
        /// The tab.
        tab: i32,
    },
    /// Shows or hides the marks of a tab's last fill. Answered by [`Response::Marks`].
    Marks {
        /// The tab.
        tab: i32,
        /// Whether to show them; as they are where it is absent.
        show: Option<bool>,
    },
    /// What the person chose. Answered by [`Response::Settings`].
    Settings,
    /// Keeps what the person chose. Answered by [`Response::Settings`].
    UpdateSettings {
        /// All of it.
        settings: Settings,
    },
}

/// What the worker answers. Its name is the key of its content: an inner tag costs a second copy of
/// every reader in the WebAssembly.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// See [`Request::Status`].
    Status(Status),
    /// See [`Request::Look`].
    Look(LookView),
    /// See [`Request::Fill`].
    Filled(FilledView),
    /// See [`Request::LastFill`].
    LastFill(Option<FilledView>),
    /// See [`Request::Corrections`].
    Corrections(Vec<CorrectionView>),
    /// Nothing to say.
    Done,
    /// See [`Request::ListReceipts`].
    Receipts(Vec<ReceiptEntry>),
    /// See [`Request::FindReceipt`].
    Receipt(Option<NewReceipt>),
    /// See [`Request::ExportReceipts`].
    Export(Vec<NewReceipt>),
    /// See [`Request::ResumeFile`].
    File(FileBytes),
    /// See [`Request::Standing`].
    Standing(StandingView),
    /// See [`Request::Tailor`].
    Tailored(TailoredView),
    /// See [`Request::Next`]; nothing where no question is open.
    Next(Option<OpenQuestion>),
    /// See [`Request::Open`].
    Open(Vec<FieldAt>),
    /// See [`Request::Marks`]: whether they are shown now.
    Marks(bool),
    /// See [`Request::Settings`].
    Settings(Settings),
}

/// What goes back over the wire.
pub type Reply = Result<Response, Failure>;

/// A file, as JSON can carry it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FileBytes {
    /// The name to save or attach it under.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its bytes.
    pub base64: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_itself_by_kind() {
        let request = Request::Look {
            tab: 7,
            wish: Wish {
                overwrite: true,
                anyway: false,
            },
        };
        let json = serde_json::to_value(&request).expect("plain data serialises");
        assert_eq!(
            json,
            serde_json::json!({
                "kind": "look", "tab": 7, "wish": {"overwrite": true, "anyway": false}
            })
        );
        let back: Request = serde_json::from_value(json).expect("it reads its own words");
        assert!(back == request);
    }

    #[test]
    fn an_unknown_request_is_refused() {
        assert!(serde_json::from_str::<Request>(r#"{"kind":"submit","tab":7}"#).is_err());
    }

    #[test]
    fn a_reply_keeps_its_failure() {
        let reply: Reply = Err(Failure::Offline);
        let json = serde_json::to_string(&reply).expect("plain data serialises");
        assert_eq!(json, r#"{"Err":{"kind":"offline"}}"#);
        let back: Reply = serde_json::from_str(&json).expect("it reads its own words");
        assert!(back == reply);
    }
}
