//! Asking the worker: one function a request, each with the answer's own type.

use crate::browser::runtime;
use crate::messages::{
    CorrectionView, Failure, FieldAt, FileBytes, FilledView, LookView, OpenQuestion, ReceiptEntry,
    Reply, Request, Response, Settings, StandingView, Status, TailorChange, TailoredView, Wish,
};
use foothold_shared::receipt::NewReceipt;

macro_rules! expect {
    ($reply:expr, $kind:ident) => {
        match $reply? {
            Response::$kind(answer) => Ok(answer),
            _ => Err(Failure::Unexpected {
                what: "another answer than asked for".to_owned(),
            }),
        }
    };
}

pub(super) async fn status() -> Result<Status, Failure> {
    expect!(ask(Request::Status).await, Status)
}

pub(super) async fn sync(older_than_ms: i64) -> Result<Status, Failure> {
    expect!(ask(Request::Sync { older_than_ms }).await, Status)
}

pub(super) async fn connect(server: String, token: String) -> Result<Status, Failure> {
    expect!(ask(Request::Connect { server, token }).await, Status)
}

pub(super) async fn disconnect() -> Result<Status, Failure> {
    expect!(ask(Request::Disconnect).await, Status)
}

pub(super) async fn look(tab: i32, wish: Wish) -> Result<LookView, Failure> {
    expect!(ask(Request::Look { tab, wish }).await, Look)
}

pub(super) async fn fill(tab: i32, wish: Wish) -> Result<FilledView, Failure> {
    expect!(ask(Request::Fill { tab, wish }).await, Filled)
}

pub(super) async fn last_fill(tab: i32) -> Result<Option<FilledView>, Failure> {
    expect!(ask(Request::LastFill { tab }).await, LastFill)
}

pub(super) async fn undo(tab: i32, fields: Option<Vec<FieldAt>>) -> Result<FilledView, Failure> {
    expect!(ask(Request::Undo { tab, fields }).await, Filled)
}

pub(super) async fn reveal(tab: i32, at: FieldAt) -> Result<(), Failure> {
    ask(Request::Reveal { tab, at }).await.map(|_| ())
}

pub(super) async fn next(tab: i32) -> Result<Option<OpenQuestion>, Failure> {
    expect!(ask(Request::Next { tab }).await, Next)
}

pub(super) async fn open(tab: i32) -> Result<Vec<FieldAt>, Failure> {
    expect!(ask(Request::Open { tab }).await, Open)
}

/// Shows or hides the marks where `show` says so; answers whether they are shown.
pub(super) async fn marks(tab: i32, show: Option<bool>) -> Result<bool, Failure> {
    expect!(ask(Request::Marks { tab, show }).await, Marks)
}

pub(super) async fn sent(tab: i32) -> Result<FilledView, Failure> {
    expect!(ask(Request::Sent { tab }).await, Filled)
}

pub(super) async fn corrections(tab: i32) -> Result<Vec<CorrectionView>, Failure> {
    expect!(ask(Request::Corrections { tab }).await, Corrections)
}

pub(super) async fn remember(
    tab: i32,
    correction: u32,
    keep_days: Option<u32>,
) -> Result<Vec<CorrectionView>, Failure> {
    let request = Request::Remember {
        tab,
        correction,
        keep_days,
    };
    expect!(ask(request).await, Corrections)
}

pub(super) async fn forget_correction(
    tab: i32,
    correction: u32,
) -> Result<Vec<CorrectionView>, Failure> {
    let request = Request::ForgetCorrection { tab, correction };
    expect!(ask(request).await, Corrections)
}

pub(super) async fn settings() -> Result<Settings, Failure> {
    expect!(ask(Request::Settings).await, Settings)
}

pub(super) async fn update_settings(settings: Settings) -> Result<Settings, Failure> {
    expect!(ask(Request::UpdateSettings { settings }).await, Settings)
}

pub(super) async fn attached_file(tab: i32, file: String) -> Result<FileBytes, Failure> {
    expect!(ask(Request::AttachedFile { tab, file }).await, File)
}

/// The documents for a tab's job; with a change, their next version.
pub(super) async fn tailor(
    tab: i32,
    change: Option<TailorChange>,
) -> Result<TailoredView, Failure> {
    expect!(ask(Request::Tailor { tab, change }).await, Tailored)
}

/// How the job that was last looked at in a tab stands with the person.
pub(super) async fn standing(tab: i32) -> Result<StandingView, Failure> {
    expect!(ask(Request::Standing { tab }).await, Standing)
}

/// Saves that job, or takes it from the saved ones.
pub(super) async fn save_job(tab: i32, save: bool) -> Result<StandingView, Failure> {
    expect!(ask(Request::SaveJob { tab, save }).await, Standing)
}

/// Ends what [`tailor`] waits for.
pub(super) async fn cancel_tailor(tab: i32) -> Result<(), Failure> {
    ask(Request::CancelTailor { tab }).await.map(drop)
}

pub(super) async fn attach_tailored(tab: i32, attach: bool) -> Result<TailoredView, Failure> {
    expect!(ask(Request::AttachTailored { tab, attach }).await, Tailored)
}

pub(super) async fn list_receipts() -> Result<Vec<ReceiptEntry>, Failure> {
    expect!(ask(Request::ListReceipts).await, Receipts)
}

pub(super) async fn clear_receipts() -> Result<Vec<ReceiptEntry>, Failure> {
    expect!(ask(Request::ClearReceipts).await, Receipts)
}

pub(super) async fn find_receipt(receipt_id: String) -> Result<Option<NewReceipt>, Failure> {
    expect!(ask(Request::FindReceipt { receipt_id }).await, Receipt)
}

pub(super) async fn export_receipts() -> Result<Vec<NewReceipt>, Failure> {
    expect!(ask(Request::ExportReceipts).await, Export)
}

async fn ask(request: Request) -> Reply {
    runtime::ask(&request).await
}
