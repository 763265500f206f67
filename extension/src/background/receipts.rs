//! Receipts: kept here first, handed to the server as soon as it can be reached.

use super::queue::{Due, ReceiptIndex};
use super::{RETRY_ALARM, api, keys};
use crate::browser::{BrowserError, alarms, clock, locks, storage};
use crate::messages::{Failure, ReceiptEntry};
use foothold_shared::receipt::NewReceipt;

/// Guards the index: short reads and writes only.
const INDEX_LOCK: &str = "receipts";
/// One sender at a time.
const SEND_LOCK: &str = "receipts-send";

/// Keeps a receipt, or the later state of one.
pub(crate) async fn keep(receipt: NewReceipt) -> Result<(), Failure> {
    locks::alone(INDEX_LOCK, async move {
        let known = storage::get(&keys::RECEIPT.of(&receipt.receipt_id)).await?;
        if known.is_some_and(|known| stays(&known, &receipt)) {
            return Ok(());
        }
        let mut index = load().await?;
        let fallen = index.keep(&receipt);
        storage::set(&keys::RECEIPT.of(&receipt.receipt_id), &receipt).await?;
        storage::set(&keys::RECEIPTS, &index).await?;
        for receipt_id in fallen {
            storage::delete(&keys::RECEIPT.of(&receipt_id)).await?;
        }
        Ok(())
    })
    .await
}

/// Whether a receipt stays as it is: what was sent was sent, whatever happens to the page afterwards.
fn stays(known: &NewReceipt, later: &NewReceipt) -> bool {
    known.submission.is_some()
        && (later.submission.is_none() || later.submission == known.submission)
}

/// Sends what is due; what fails waits, longer each time.
pub(crate) async fn send_due() {
    locks::alone(SEND_LOCK, async {
        let due = load()
            .await
            .map(|index| index.due(clock::now_ms()))
            .unwrap_or_default();
        for due in due {
            if !send(due).await {
                break;
            }
        }
        let next_ms = load().await.ok().and_then(|index| index.next_ms());
        if let Some(next_ms) = next_ms {
            // Without an alarm the next chance is the next sync.
            let _ = alarms::set(RETRY_ALARM, next_ms.max(clock::now_ms() + 30_000)).await;
        }
    })
    .await;
}

/// Sends everything that waits, however long it was to wait: the server was just reached.
pub(crate) async fn send_waiting() {
    // An index that cannot be read or written leaves the waits as they are.
    let _ = change(ReceiptIndex::hurry).await;
    send_due().await;
}

/// How many wait to be sent.
pub(crate) async fn waiting() -> usize {
    load()
        .await
        .map(|index| index.waiting())
        .unwrap_or_default()
}

/// The heads of all receipts kept here, newest first.
pub(crate) async fn list() -> Result<Vec<ReceiptEntry>, Failure> {
    Ok(load().await?.list())
}

/// One receipt.
pub(crate) async fn find(receipt_id: &str) -> Result<Option<NewReceipt>, Failure> {
    Ok(storage::get(&keys::RECEIPT.of(receipt_id)).await?)
}

/// That an application to a company was sent from this browser, in one sentence; `None` where none is known.
pub(crate) async fn applied_to(company: &str) -> Option<String> {
    let same = |entry: &ReceiptEntry| {
        let known = entry.company.as_deref().unwrap_or_default();
        known.trim().to_lowercase() == company.trim().to_lowercase()
    };
    for entry in list().await.ok()?.into_iter().filter(same) {
        let receipt = find(&entry.receipt_id).await.ok().flatten()?;
        if receipt.submission.is_some() {
            let when = clock::local_time(receipt.filled_at_ms);
            return Some(match receipt.job_title {
                Some(title) => format!("You applied to {company} before: {title}, {when}."),
                None => format!("You applied to {company} before, {when}."),
            });
        }
    }
    None
}

/// All receipts, newest first.
pub(crate) async fn export() -> Result<Vec<NewReceipt>, Failure> {
    let mut all = Vec::new();
    for entry in list().await? {
        all.extend(find(&entry.receipt_id).await?);
    }
    Ok(all)
}

/// Deletes the receipts kept here; those at the server stay.
pub(crate) async fn clear() -> Result<(), Failure> {
    locks::alone(INDEX_LOCK, async {
        for entry in load().await?.list() {
            storage::delete(&keys::RECEIPT.of(&entry.receipt_id)).await?;
        }
        storage::delete(&keys::RECEIPTS).await?;
        Ok(())
    })
    .await
}

/// Sends one; `false` where trying the next makes no sense.
async fn send(due: Due) -> bool {
    let Ok(Some(receipt)) = find(&due.receipt_id).await else {
        // Its body is lost: nothing can ever be sent.
        let _ = change(move |index| index.refused(&due, "This receipt could not be read.")).await;
        return true;
    };
    match api::insert_receipt(&receipt).await {
        Ok(()) => change(move |index| index.sent(&due)).await.is_ok(),
        Err(failure) if failure.passes() => {
            // Where this cannot be stored, the receipt is simply due again.
            let _ = change(move |index| index.failed(&due, clock::now_ms())).await;
            false
        }
        // Signed out while it was on its way: it waits for the next session.
        Err(Failure::Server { status: 401, .. }) => false,
        Err(Failure::Server { detail, .. }) => change(move |index| index.refused(&due, &detail))
            .await
            .is_ok(),
        // Not connected any more, or no permission: it waits until that is mended.
        Err(_) => false,
    }
}

async fn change(what: impl FnOnce(&mut ReceiptIndex) + 'static) -> Result<(), BrowserError> {
    locks::alone(INDEX_LOCK, async move {
        let mut index = load().await?;
        what(&mut index);
        storage::set(&keys::RECEIPTS, &index).await
    })
    .await
}

async fn load() -> Result<ReceiptIndex, BrowserError> {
    Ok(storage::get(&keys::RECEIPTS).await?.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::receipt::Submission;

    #[test]
    fn what_was_sent_was_sent() {
        let receipt = |submitted_at_ms: Option<i64>| NewReceipt {
            receipt_id: "r".into(),
            page_url: "https://jobs.example/1".into(),
            job_title: None,
            company: None,
            filled_at_ms: 1,
            fields: Vec::new(),
            submission: submitted_at_ms.map(|submitted_at_ms| Submission {
                submitted_at_ms,
                confirmation: None,
            }),
        };
        for (known, later, stays_as_it_is) in [
            (None, None, false),
            (None, Some(2), false),
            (Some(2), None, true),
            (Some(2), Some(2), true),
            (Some(2), Some(3), false),
        ] {
            assert_eq!(stays(&receipt(known), &receipt(later)), stays_as_it_is);
        }
    }
}
