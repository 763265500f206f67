//! What a page says after a button was pressed: the application was sent, was not, or goes on.
//!
//! What must not happen here: a look at a page of another site, "sent" without the page or the person saying so.

use super::state::{MOST_STEPS, Watch};
use super::store::{amend, load, lock_of, record_of, save};
use super::{begin, page};
use crate::address;
use crate::background::fill::{self, FillRecord};
use crate::background::outbox::{self, Parcel};
use crate::background::standing;
use crate::background::{badge, keys, receipts};
use crate::browser::tasks::spawn;
use crate::browser::{alarms, clock, locks, storage, tabs};
use crate::messages::{Failure, FilledView};
use foothold_core::submission::{Before, Press, Verdict, judge};
use foothold_shared::receipt::Submission;

/// The alarm that looks again at forms that were sent off.
const ALARM: &str = "watch";
/// When it rings after a press.
const LATER_MS: i64 = 60_000;

/// Notes what the fields held when a button was pressed; whether what follows is worth looking at.
pub(super) async fn submitting(
    tab: i32,
    document_id: String,
    press: Press,
    values: Vec<(u32, String)>,
) -> bool {
    if press == Press::Other {
        return false;
    }
    // Both under the watch's lock: the page that follows may have loaded by now, and is judged after this.
    locks::alone(&lock_of(tab), async move {
        let kept = amend(tab, move |record| {
            for (handle, value) in &values {
                record.hold(&document_id, *handle, value);
            }
        });
        kept.await;
        let Some(mut watch) = load(tab).await else {
            return false;
        };
        let now_ms = clock::now_ms();
        let worth = watch.press(press, now_ms);
        save(tab, &watch).await;
        if press == Press::Send {
            // Without an alarm the next chance is when the popup opens.
            let _ = alarms::set(ALARM, now_ms + LATER_MS).await;
        }
        worth
    })
    .await
}

/// Looks at what a tab says now: the form was sent, was not, or another step of it stands there.
pub(super) async fn check(tab: i32) {
    let next = locks::alone(&lock_of(tab), async move {
        let (Some(mut watch), Ok(Some(record))) = (load(tab).await, record_of(tab).await) else {
            return Next::Nothing;
        };
        if watch.over {
            return Next::Nothing;
        }
        let sent_at_ms = watch
            .pressed
            .map(|pressed| pressed.at_ms)
            .or(watch.unsure_ms);
        if !is_of_the_fill(tab, &record).await {
            // Another site, or one that nobody gave access to: only the person can know.
            if watch
                .pressed
                .is_some_and(|pressed| pressed.press == Press::Send)
            {
                watch.unsure_ms = sent_at_ms;
                save(tab, &watch).await;
            }
            return Next::Nothing;
        }
        let Ok(documents) = page::enter(tab).await else {
            return Next::Nothing;
        };
        let now = page::said(tab, &documents).await;
        let pressed = watch.pressed.map(|pressed| pressed.press);
        let pressed = pressed.or(watch.unsure_ms.map(|_| Press::Send));
        match judge(&watch.before, &now, pressed) {
            Verdict::Sent { confirmation } => {
                return Next::Close(sent_at_ms.unwrap_or_else(clock::now_ms), confirmation);
            }
            Verdict::NotSent { .. } => {
                watch.pressed = None;
                watch.unsure_ms = None;
            }
            Verdict::Unknown if now.watched == 0 && now.fields > 0 => {
                // Another part of the form: nothing was sent yet.
                watch.pressed = None;
                watch.unsure_ms = None;
                watch.before = Before::of(&now);
            }
            Verdict::Unknown if now.watched == 0 && !now.busy && pressed == Some(Press::Send) => {
                watch.unsure_ms = sent_at_ms;
            }
            Verdict::Unknown => {}
        }
        attach(tab, &record, &mut watch, &documents).await;
        let follow = now.fields > 0 && watch.pressed.is_none() && watch.steps < MOST_STEPS;
        watch.steps += u32::from(follow);
        save(tab, &watch).await;
        if follow { Next::Step } else { Next::Nothing }
    })
    .await;
    match next {
        Next::Nothing => {}
        Next::Close(at_ms, confirmation) => {
            // What cannot be kept here is not recorded anywhere; the person sees no "Sent" then.
            let _ = close(tab, at_ms, confirmation).await;
        }
        Next::Step => {
            if let Ok(Some(view)) = fill::next_step(tab).await {
                fill::save_refused(tab, &view).await;
                begin(tab).await;
            }
        }
    }
}

/// Whether a tab shows a page of the site that was filled. Others are none of our business.
async fn is_of_the_fill(tab: i32, record: &FillRecord) -> bool {
    let shown = tabs::find(tab).await.ok().and_then(|tab| tab.url);
    let shown = shown.as_deref().and_then(address::origin_of);
    shown.is_some() && shown == address::origin_of(record.url())
}

/// What follows a look.
enum Next {
    Nothing,
    Close(i64, Option<String>),
    Step,
}

/// Closes the receipt and records the application.
///
/// What must not be lost is kept first, and each step can be done again: a worker that is ended in between judges the
/// page once more, and records the same application under the same id.
pub(super) async fn close(
    tab: i32,
    at_ms: i64,
    confirmation: Option<String>,
) -> Result<FilledView, Failure> {
    let submission = Submission {
        submitted_at_ms: at_ms,
        confirmation,
    };
    let view = locks::alone(&lock_of(tab), async move {
        let mut watch = load(tab).await.ok_or(Failure::NothingToUndo)?;
        let mut record = record_of(tab).await?.ok_or(Failure::NothingToUndo)?;
        record.close(submission.clone());
        let mut view = record.view();
        view.receipt_kept = receipts::keep(record.receipt()).await.is_ok();
        if let Some(application) = record.application() {
            let id = watch.application_id.clone();
            outbox::put(id, Parcel::Application(application)).await?;
            standing::forget_answer(tab).await;
        }
        watch.over = true;
        watch.pressed = None;
        watch.unsure_ms = None;
        save(tab, &watch).await;
        amend(tab, move |record| record.close(submission)).await;
        for document_id in page::enter(tab).await.unwrap_or_default() {
            page::leave(tab, &document_id).await;
        }
        Ok::<_, Failure>(view)
    })
    .await?;
    badge::show_filled(tab, &view).await;
    // The person need not wait for the server; what cannot be sent now is sent later.
    spawn(async {
        receipts::send_due().await;
        outbox::send_due().await;
    });
    Ok(view)
}

/// Looks again at every tab whose form was sent off: a worker that was ended may have missed what came of it.
pub(crate) async fn resume() {
    let watched = storage::get(&keys::WATCHED).await.ok().flatten();
    for tab in watched.unwrap_or_default() {
        if load(tab)
            .await
            .is_some_and(|watch| watch.awaits() && !watch.over)
        {
            check(tab).await;
        }
    }
}

/// Watches every document of a tab that stands.
pub(super) async fn attach(tab: i32, record: &FillRecord, watch: &mut Watch, documents: &[String]) {
    let sent = watch.awaits();
    for document_id in documents {
        watch.believe(document_id);
        page::watch(tab, document_id, record, sent).await;
    }
}
