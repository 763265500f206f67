//! What is stored, under which name, and whether it is on disk or in memory only.

use super::fill::FillRecord;
use super::outbox::Outbox;
use super::queue::ReceiptIndex;
use super::session::{Access, Connection};
use super::standing::KeptStanding;
use super::sync::{CachedProfile, CachedResume, SyncState};
use super::tailor::{Asked, Tailored, TailoredBytes};
use super::watch::Watch;
use crate::browser::storage::Key;
use crate::messages::{FieldAt, Settings};
use foothold_shared::answer::RememberedAnswer;
use foothold_shared::receipt::NewReceipt;

/// The server, the account and the token for the next refresh.
pub(crate) const CONNECTION: Key<Connection> = Key::local("connection");
/// The access token: short-lived, never on disk.
pub(crate) const ACCESS: Key<Access> = Key::session("access");
/// The profile, as the server last gave it.
pub(crate) const PROFILE: Key<CachedProfile> = Key::local("profile");
/// The default résumé with its bytes.
pub(crate) const RESUME: Key<CachedResume> = Key::local("resume");
/// How the last sync went.
pub(crate) const SYNC: Key<SyncState> = Key::local("sync");
/// The heads of the receipts, and which of them wait to be sent.
pub(crate) const RECEIPTS: Key<ReceiptIndex> = Key::local("receipts");
/// One receipt.
pub(crate) const RECEIPT: Key<NewReceipt> = Key::local("receipt");
/// The last fill of a tab: what undo needs. Never on disk.
pub(crate) const FILL: Key<FillRecord> = Key::session("fill");
/// What the person chose.
pub(crate) const SETTINGS: Key<Settings> = Key::local("settings");
/// The application that a tab's marks are hidden for: its receipt. Never on disk.
pub(crate) const MARKS_HIDDEN: Key<String> = Key::session("marks_hidden");
/// The question that a tab's person was last brought to. Never on disk.
pub(crate) const JUMPED: Key<FieldAt> = Key::session("jumped");
/// The questions of a tab's last fill that were open when somebody last counted. Never on disk.
pub(crate) const OPEN: Key<Vec<FieldAt>> = Key::session("open");
/// The job that the person last looked at in a tab. Never on disk.
pub(crate) const LOOKED_AT: Key<Asked> = Key::session("looked_at");
/// What the server said of it. Never on disk.
pub(crate) const STANDING: Key<KeptStanding> = Key::session("standing");
/// What was written for the job in a tab. Never on disk.
pub(crate) const TAILORED: Key<Tailored> = Key::session("tailored");
/// The files of it. Never on disk.
pub(crate) const TAILORED_FILES: Key<Vec<TailoredBytes>> = Key::session("tailored_files");
/// The answer memory.
pub(crate) const ANSWERS: Key<Vec<RememberedAnswer>> = Key::local("answers");
/// Applications and answers that wait to be sent.
pub(crate) const OUTBOX: Key<Outbox> = Key::local("outbox");
/// What happens on a tab after its fill. Never on disk.
pub(crate) const WATCH: Key<Watch> = Key::session("watch");
/// The tabs that are watched.
pub(crate) const WATCHED: Key<Vec<i32>> = Key::session("watched");
