//! Asking the worker: one function a request, each with the answer's own type.

use crate::browser::runtime;
use crate::messages::{
    Failure, FieldAt, FileBytes, FilledView, LookView, ReceiptEntry, Reply, Request, Response,
    Status, Wish,
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

pub(super) async fn resume_file() -> Result<FileBytes, Failure> {
    expect!(ask(Request::ResumeFile).await, File)
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
