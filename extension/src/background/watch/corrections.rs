//! What the person answers by hand: noted, offered, remembered.
//!
//! What must not happen here: an answer that nobody should keep, one remembered without the person saying so.

use super::event::LONGEST_VALUE;
use super::state::Offer;
use super::store::{load, lock_of, record_of, save};
use super::{page, settings};
use crate::address;
use crate::background::fill::Asked;
use crate::background::{answers, outbox};
use crate::browser::tasks::spawn;
use crate::browser::{clock, locks};
use crate::messages::{CorrectionView, Failure};
use foothold_core::memory::{belongs_to_profile, note};
use foothold_core::page::Control;
use foothold_core::submission::is_private;

/// What the person answered by hand, where they want to be asked about it.
pub(crate) async fn corrections(tab: i32) -> Vec<CorrectionView> {
    if !settings::find().await.ask_to_remember {
        return Vec::new();
    }
    load(tab)
        .await
        .map(|watch| watch.corrections())
        .unwrap_or_default()
}

/// Remembers a correction, or only takes it from the list; what is left.
pub(crate) async fn take(
    tab: i32,
    correction: u32,
    keep: Option<Option<u32>>,
) -> Result<Vec<CorrectionView>, Failure> {
    let answer = locks::alone(&lock_of(tab), async move {
        let mut watch = load(tab).await?;
        let host = match record_of(tab).await {
            Ok(Some(record)) => address::host_of(record.url()),
            _ => String::new(),
        };
        let answer = watch.take(correction, &host, keep.flatten());
        save(tab, &watch).await;
        answer
    })
    .await;
    if let (Some(_), Some(answer)) = (keep, answer) {
        answers::remember(answer).await?;
        spawn(outbox::send_due());
    }
    Ok(corrections(tab).await)
}

pub(super) async fn edited(
    tab: i32,
    document_id: String,
    handle: u32,
    value: Vec<String>,
    was: Vec<String>,
) {
    if value
        .iter()
        .chain(&was)
        .any(|text| text.chars().count() > LONGEST_VALUE)
    {
        return;
    }
    locks::alone(&lock_of(tab), async move {
        let (Some(mut watch), Ok(Some(record))) = (load(tab).await, record_of(tab).await) else {
            return;
        };
        let Some(asked) = record.asked(&document_id, handle) else {
            return;
        };
        let offer = offer(tab, &document_id, &asked).await;
        watch.correct(&asked, &document_id, offer, [&was, &value], clock::now_ms());
        save(tab, &watch).await;
    })
    .await;
}

/// What can be done with an answer to a question; `None` where nobody should keep it.
async fn offer(tab: i32, document_id: &str, asked: &Asked<'_>) -> Option<Offer> {
    let field = asked.field;
    if is_private(field) || field.control == Control::File {
        return None;
    }
    if field
        .kind
        .is_some_and(|kind| belongs_to_profile(kind, field.control))
    {
        return Some(Offer::UpdateProfile);
    }
    // Whether it may be remembered hangs on all its texts, which are read where they stand.
    let raw = page::field(tab, document_id, field.handle).await?;
    note(field, &raw, asked.job_country).map(Offer::Remember)
}
