//! What the server is to be told besides receipts: applications and remembered answers. Kept here first, sent as soon
//! as the server can be reached, in the order it came.

mod rules;

pub(crate) use rules::{Outbox, Parcel};

use super::{api, keys};
use crate::browser::{BrowserError, alarms, clock, locks, storage};
use crate::messages::Failure;
use rules::Due;

/// Guards what waits: short reads and writes only.
const LOCK: &str = "outbox";
/// The alarm that tries again; its own, so that none waits for the other's time.
const ALARM: &str = "retry-outbox";
/// When what was just taken in is sent at the latest, if the server can be reached.
const SOON_MS: i64 = 60_000;
/// One sender at a time.
const SEND_LOCK: &str = "outbox-send";

/// Takes a parcel in. [`Failure::Storage`] where it cannot be kept.
pub(crate) async fn put(id: String, parcel: Parcel) -> Result<(), Failure> {
    locks::alone(LOCK, async move {
        let mut outbox = load().await?;
        if !outbox.put(&id, parcel) {
            return Err(Failure::Storage);
        }
        storage::set(&keys::OUTBOX, &outbox).await?;
        // A worker that is ended before it has sent this is woken again.
        let _ = alarms::set(ALARM, clock::now_ms() + SOON_MS).await;
        Ok(())
    })
    .await
}

/// What waits.
pub(crate) async fn load() -> Result<Outbox, BrowserError> {
    Ok(storage::get(&keys::OUTBOX).await?.unwrap_or_default())
}

/// Sends what is due; what fails waits, longer each time.
pub(crate) async fn send_due() {
    locks::alone(SEND_LOCK, async {
        let due = load().await.map(|outbox| outbox.due(clock::now_ms()));
        for due in due.unwrap_or_default() {
            if !send(due).await {
                break;
            }
        }
        let next_ms = load().await.ok().and_then(|outbox| outbox.next_ms());
        if let Some(next_ms) = next_ms {
            // Without an alarm the next chance is the next sync.
            let _ = alarms::set(ALARM, next_ms.max(clock::now_ms() + 30_000)).await;
        }
    })
    .await;
}

/// Sends everything that waits: the server was just reached.
pub(crate) async fn send_waiting() {
    // What cannot be read or written keeps its wait.
    let _ = change(Outbox::hurry).await;
    send_due().await;
}

/// Sends one; `false` where trying the next makes no sense.
async fn send(due: Due) -> bool {
    let result = match &due.parcel {
        Parcel::Application(application) => api::put_application(&due.id, application).await,
        Parcel::Answer(answer) => api::put_answer(&due.id, answer).await,
    };
    match result {
        Ok(()) => change(move |outbox| outbox.settled(&due)).await.is_ok(),
        Err(failure) if failure.passes() => {
            // Where this cannot be stored, it is simply due again.
            let _ = change(move |outbox| outbox.failed(&due, clock::now_ms())).await;
            false
        }
        // Signed out while it was on its way: it waits for the next session.
        Err(Failure::Server { status: 401, .. }) => false,
        // The server does not take this one, now or later; it stays in the receipt, or among the answers here.
        Err(Failure::Server { .. }) => change(move |outbox| outbox.settled(&due)).await.is_ok(),
        // A server that does not know of such things yet: the others may still be taken.
        Err(Failure::NotFoothold) => {
            let _ = change(move |outbox| outbox.failed(&due, clock::now_ms())).await;
            true
        }
        // Not connected any more, or no permission: it waits until that is mended.
        Err(_) => false,
    }
}

async fn change(what: impl FnOnce(&mut Outbox) + 'static) -> Result<(), BrowserError> {
    locks::alone(LOCK, async move {
        let mut outbox = load().await?;
        what(&mut outbox);
        storage::set(&keys::OUTBOX, &outbox).await
    })
    .await
}
