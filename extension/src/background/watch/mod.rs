//! After the fill: what the person changes, whether the form was sent, and the next step of it.
//!
//! The agent tells what happens on a page that was filled (`event`), and the core judges what a page says once a form
//! was sent off. What is known lies in session storage (`state`).
//! What must not happen here: a word of a document believed that nobody asked to watch, "sent" without the page or the
//! person saying so, a press of any button.

mod check;
mod corrections;
mod event;
mod page;
mod state;
mod store;

pub(crate) use corrections::{corrections, take};
pub(crate) use event::PageEvent;
pub(crate) use state::Watch;

use super::{fill, jump, keys, marks, settings};
use crate::browser::{clock, locks, storage};
use crate::messages::{Failure, FieldAt, FilledView, SubmittedView};
pub(crate) use check::resume;
use check::{attach, check, close, submitting};
use corrections::edited;
use event::{LONGEST, MOST_FIELDS, line};
use foothold_core::submission::{Before, press};
use serde::Serialize;
use store::{load, lock_of, note_watched, record_of, save};
use wasm_bindgen::JsValue;

/// What the agent is answered.
#[derive(Serialize)]
pub(crate) struct Heard {
    /// Whether the page's texts are worth telling from now on: a form was sent off.
    sent: bool,
}

/// Reads an event of a page; `None` where it is none, or too large.
pub(crate) fn read(event: &JsValue) -> Option<PageEvent> {
    crate::browser::from_js_within(event, LONGEST).ok()
}

/// Begins to watch a tab that was just filled, or its next step.
pub(crate) async fn begin(tab: i32) {
    locks::alone(&lock_of(tab), async move {
        let Ok(Some(record)) = record_of(tab).await else {
            return;
        };
        let known = load(tab)
            .await
            .filter(|w| w.receipt_id == record.receipt_id());
        let now_ms = clock::now_ms();
        let mut watch =
            known.unwrap_or_else(|| Watch::new(record.receipt_id(), clock::new_id(), now_ms));
        if watch.over {
            return;
        }
        watch.since_ms = now_ms;
        let Ok(documents) = page::enter(tab).await else {
            return;
        };
        attach(tab, &record, &mut watch, &documents).await;
        watch.before = Before::of(&page::said(tab, &documents).await);
        save(tab, &watch).await;
    })
    .await;
}

/// Takes in what the agent tells of a document.
pub(crate) async fn heard(tab: i32, document_id: String, event: PageEvent) -> Heard {
    let mut heard = Heard { sent: false };
    let Some(watch) = load(tab).await.filter(|watch| watch.believes(&document_id)) else {
        return heard;
    };
    if watch.is_stale(clock::now_ms()) {
        forget(tab).await;
        return heard;
    }
    let of_the_form = matches!(
        event,
        PageEvent::Edited { .. } | PageEvent::Submitting { .. } | PageEvent::Screen { .. }
    );
    if watch.over && of_the_form {
        return heard;
    }
    match event {
        PageEvent::Edited { handle, value, was } => {
            edited(tab, document_id, handle, value, was).await;
        }
        PageEvent::Submitting {
            button,
            form,
            values,
        } => {
            let values = values.into_iter().take(MOST_FIELDS);
            let values = values
                .map(|held| (held.handle, line(&held.value)))
                .collect();
            heard.sent = submitting(tab, document_id, press(&button, form), values).await;
        }
        PageEvent::Screen { fields } => {
            if watch.awaits() || fields && settings::find().await.follow {
                check(tab).await;
            }
        }
        PageEvent::Undo { handle } => {
            if let Some(frame_id) = frame_of(tab, &document_id).await {
                // What cannot be taken back is said in the list.
                let _ = fill::undo(tab, Some(vec![FieldAt { frame_id, handle }])).await;
            }
        }
        PageEvent::Next => {
            // Where nothing is open the page says so.
            let _ = jump::next(tab).await;
        }
        PageEvent::Hide => {
            let _ = marks::set(tab, Some(false)).await;
        }
        PageEvent::Open => jump::recount(tab).await,
    }
    heard
}

/// When a tab has loaded a document.
pub(crate) async fn loaded(tab: i32) {
    // A press that is being noted counts: it was before this page.
    let watched = locks::alone(&lock_of(tab), async move { load(tab).await }).await;
    if let Some(watch) = watched.filter(|watch| !watch.over) {
        if watch.is_stale(clock::now_ms()) {
            forget(tab).await;
        } else if watch.awaits() || settings::find().await.follow {
            check(tab).await;
        }
    }
    store::hear_loads().await;
}

/// The last fill of a tab: also after its form was sent, when the page of the form has gone.
pub(crate) async fn last(tab: i32) -> Result<Option<FilledView>, Failure> {
    if load(tab)
        .await
        .is_some_and(|watch| watch.awaits() && !watch.over)
    {
        check(tab).await;
    }
    let watch = load(tab).await;
    let record = record_of(tab).await?;
    if let (Some(watch), Some(record)) = (watch, record)
        && watch.receipt_id == record.receipt_id()
        && (watch.over || watch.awaits())
    {
        return Ok(Some(told(record.view(), &watch)));
    }
    fill::last(tab).await
}

/// A view with what is known of its sending.
pub(crate) async fn with_submission(tab: i32, view: FilledView) -> FilledView {
    match load(tab).await {
        Some(watch) if watch.receipt_id == view.receipt_id => told(view, &watch),
        _ => view,
    }
}

/// That the form was sent, said by the person.
pub(crate) async fn sent(tab: i32) -> Result<FilledView, Failure> {
    let watch = load(tab).await.ok_or(Failure::NothingToUndo)?;
    let at_ms = watch
        .unsure_ms
        .or(watch.pressed.map(|pressed| pressed.at_ms))
        .unwrap_or_else(clock::now_ms);
    close(tab, at_ms, None).await
}

/// Forgets a tab: it was closed, or was watched long enough.
pub(crate) async fn forget(tab: i32) {
    // What cannot be deleted now goes with the browser: it is in memory only.
    let _ = storage::delete(&keys::WATCH.of(&tab.to_string())).await;
    note_watched(tab, false).await;
}

fn told(mut view: FilledView, watch: &Watch) -> FilledView {
    if view.submitted.is_none()
        && let Some(at_ms) = watch.unsure_ms
    {
        view.submitted = Some(SubmittedView::Unsure { at_ms });
    }
    view
}

async fn frame_of(tab: i32, document_id: &str) -> Option<i64> {
    let documents = fill::documents(tab).await.ok()?;
    let mut frames = documents.into_iter();
    frames.find_map(|(frame_id, known)| (known == document_id).then_some(frame_id))
}
