//! After the fill: what the person changes, whether the form was sent, and the next step of it.
//!
//! The agent tells what happens on a page that was filled (`event`), and the core judges what a page says once a form
//! was sent off. What is known lies in session storage (`state`).
//! What must not happen here: a word of a document believed that nobody asked to watch, "sent" without the page or the
//! person saying so, a press of any button.

mod event;
mod page;
mod state;

pub(crate) use event::PageEvent;
pub(crate) use state::Watch;

use super::fill::{self, FillRecord};
use super::outbox::{self, Parcel};
use super::{answers, badge, jump, keys, marks, receipts, settings};
use crate::address;
use crate::browser::{BrowserError, clock, locks, storage, tabs};
use crate::messages::{CorrectionView, Failure, FieldAt, FilledView, SubmittedView, Wish};
use event::{LONGEST, LONGEST_VALUE, MOST_FIELDS, line};
use foothold_core::submission::{Before, Press, Verdict, judge, press};
use foothold_shared::receipt::Submission;
use serde::Serialize;
use state::MOST_STEPS;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

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
        let known = load(tab).await.filter(|w| w.receipt_id == record.receipt_id());
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
        tabs::hear_loads(true);
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
            let values = values.map(|held| (held.handle, line(&held.value))).collect();
            heard.sent = submitting(tab, document_id, press(&button, form), values).await;
        }
        PageEvent::Screen { fields } => {
            if fields || watch.pressed.is_some() || watch.unsure_ms.is_some() {
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

/// When a tab has loaded a document; whether any tab is watched still.
pub(crate) async fn loaded(tab: i32) -> bool {
    let watched = load(tab).await;
    if watched.is_some_and(|watch| !watch.over && !watch.is_stale(clock::now_ms())) {
        check(tab).await;
        return true;
    }
    !storage::get(&keys::WATCHED)
        .await
        .ok()
        .flatten()
        .unwrap_or_default()
        .is_empty()
}

/// The last fill of a tab: also after its form was sent, when the page of the form has gone.
pub(crate) async fn last(tab: i32) -> Result<Option<FilledView>, Failure> {
    let watch = load(tab).await;
    let record = record_of(tab).await?;
    if let (Some(watch), Some(record)) = (watch, record)
        && watch.receipt_id == record.receipt_id()
        && (watch.over || watch.pressed.is_some() || watch.unsure_ms.is_some())
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
        let Some(mut watch) = load(tab).await else {
            return None;
        };
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
        spawn_local(outbox::send_due());
    }
    Ok(corrections(tab).await)
}

/// Forgets a tab: it was closed, or was watched long enough.
pub(crate) async fn forget(tab: i32) {
    // What cannot be deleted now goes with the browser: it is in memory only.
    let _ = storage::delete(&keys::WATCH.of(&tab.to_string())).await;
    note_watched(tab, false).await;
}

// ---------------------------------------------------------------------------------------------- what the person does

async fn edited(tab: i32, document_id: String, handle: u32, value: Vec<String>, was: Vec<String>) {
    if value.iter().chain(&was).any(|text| text.chars().count() > LONGEST_VALUE) {
        return;
    }
    locks::alone(&lock_of(tab), async move {
        let (Some(mut watch), Ok(Some(record))) = (load(tab).await, record_of(tab).await) else {
            return;
        };
        let Some(asked) = record.asked(&document_id, handle) else {
            return;
        };
        watch.correct(&asked, &document_id, &value, &was, clock::now_ms());
        save(tab, &watch).await;
    })
    .await;
}

/// Notes what the fields held when a button was pressed; whether what follows is worth looking at.
async fn submitting(tab: i32, document_id: String, press: Press, values: Vec<(u32, String)>) -> bool {
    if press == Press::Other {
        return false;
    }
    let kept = amend(tab, move |record| {
        for (handle, value) in &values {
            record.hold(&document_id, *handle, value);
        }
    });
    kept.await;
    locks::alone(&lock_of(tab), async move {
        let Some(mut watch) = load(tab).await else {
            return false;
        };
        let worth = watch.press(press, clock::now_ms());
        save(tab, &watch).await;
        worth
    })
    .await
}

// ------------------------------------------------------------------------------------------------- what the page says

/// Looks at what a tab says now: the form was sent, was not, or another step of it stands there.
async fn check(tab: i32) {
    let next = locks::alone(&lock_of(tab), async move {
        let (Some(mut watch), Ok(Some(record))) = (load(tab).await, record_of(tab).await) else {
            return Next::Nothing;
        };
        if watch.over {
            return Next::Nothing;
        }
        let sent_at_ms = watch.pressed.map(|pressed| pressed.at_ms).or(watch.unsure_ms);
        let documents = match page::enter(tab).await {
            Ok(documents) => documents,
            Err(BrowserError::NoAccess | BrowserError::ErrorPage | BrowserError::BrowserPage) => {
                // Another site, that nobody gave access to: only the person can know.
                if watch.pressed.is_some_and(|pressed| pressed.press == Press::Send) {
                    watch.unsure_ms = sent_at_ms;
                    save(tab, &watch).await;
                }
                return Next::Nothing;
            }
            Err(_) => return Next::Nothing,
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
            if settings::find().await.follow && fill::fill(tab, Wish::default()).await.is_ok() {
                begin(tab).await;
            }
        }
    }
}

/// What follows a look.
enum Next {
    Nothing,
    Close(i64, Option<String>),
    Step,
}

/// Closes the receipt and records the application.
async fn close(tab: i32, at_ms: i64, confirmation: Option<String>) -> Result<FilledView, Failure> {
    let submission = Submission {
        submitted_at_ms: at_ms,
        confirmation,
    };
    let amended = amend(tab, move |record| {
        record.close(submission);
        record.clone()
    });
    let record = amended.await.ok_or(Failure::NothingToUndo)?;
    let view = locks::alone(&lock_of(tab), async move {
        let mut watch = load(tab).await.ok_or(Failure::NothingToUndo)?;
        let mut view = record.view();
        view.receipt_kept = receipts::keep(record.receipt()).await.is_ok();
        if let Some(application) = record.application() {
            let id = watch.application_id.clone();
            outbox::put(id, Parcel::Application(application)).await?;
        }
        watch.over = true;
        watch.pressed = None;
        watch.unsure_ms = None;
        for document_id in page::enter(tab).await.unwrap_or_default() {
            page::leave(tab, &document_id).await;
        }
        save(tab, &watch).await;
        Ok::<_, Failure>(told(view, &watch))
    })
    .await?;
    badge::show_filled(tab, &view).await;
    // The person need not wait for the server; what cannot be sent now is sent later.
    spawn_local(async {
        receipts::send_due().await;
        outbox::send_due().await;
    });
    Ok(view)
}

/// Watches every document of a tab that stands.
async fn attach(tab: i32, record: &FillRecord, watch: &mut Watch, documents: &[String]) {
    let sent = watch.pressed.is_some() || watch.unsure_ms.is_some();
    for document_id in documents {
        watch.believe(document_id);
        page::watch(tab, document_id, record, sent).await;
    }
}

fn told(mut view: FilledView, watch: &Watch) -> FilledView {
    if view.submitted.is_none()
        && let Some(at_ms) = watch.unsure_ms
    {
        view.submitted = Some(SubmittedView::Unsure { at_ms });
    }
    view
}

// ----------------------------------------------------------------------------------------------------------- storage

/// Changes what is known of a tab's last fill.
async fn amend<T: 'static>(
    tab: i32,
    change: impl FnOnce(&mut FillRecord) -> T + 'static,
) -> Option<T> {
    locks::alone(&fill::lock_of(tab), async move {
        let key = keys::FILL.of(&tab.to_string());
        let mut record = storage::get(&key).await.ok().flatten()?;
        let changed = change(&mut record);
        storage::set(&key, &record).await.ok()?;
        Some(changed)
    })
    .await
}

async fn frame_of(tab: i32, document_id: &str) -> Option<i64> {
    let documents = fill::documents(tab).await.ok()?;
    let mut frames = documents.into_iter();
    frames.find_map(|(frame_id, known)| (known == document_id).then_some(frame_id))
}

async fn record_of(tab: i32) -> Result<Option<FillRecord>, BrowserError> {
    storage::get(&keys::FILL.of(&tab.to_string())).await
}

async fn load(tab: i32) -> Option<Watch> {
    let found = storage::get(&keys::WATCH.of(&tab.to_string())).await;
    found.ok().flatten()
}

async fn save(tab: i32, watch: &Watch) {
    // Without this what the person does from here on is not seen; the fill itself stands.
    let _ = storage::set(&keys::WATCH.of(&tab.to_string()), watch).await;
    note_watched(tab, !watch.over).await;
}

/// Keeps the list of watched tabs: while it is empty the worker is not woken by tabs that load.
async fn note_watched(tab: i32, watched: bool) {
    locks::alone("watched", async move {
        let known = storage::get(&keys::WATCHED).await.ok().flatten();
        let mut tabs: Vec<i32> = known.unwrap_or_default();
        if tabs.contains(&tab) == watched {
            return;
        }
        tabs.retain(|&known| known != tab);
        if watched {
            tabs.push(tab);
        }
        let _ = storage::set(&keys::WATCHED, &tabs).await;
    })
    .await;
}

fn lock_of(tab: i32) -> String {
    format!("watch:{tab}")
}
