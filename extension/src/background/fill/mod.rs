//! Looking at a tab and filling it: collect in every frame, understand, write, keep the receipt, take back.
//!
//! Each frame gets its own plan and nothing else: what is meant for one origin never reaches another.
//! A frame is addressed by its document, so one that moves on in the meantime gets nothing.

mod frames;
mod offers;
mod record;
mod rows;
mod understand;

pub(crate) use frames::{documents, enter};
pub(crate) use record::{Asked, FillRecord};

use super::{answers, badge, jump, keys, marks, receipts, sync};
use crate::address;
use crate::browser::{clock, locks, storage, tabs};
use crate::messages::{Failure, FieldAt, FileBytes, FilledView, LookView, Wish};
use foothold_core::outcome::{FieldOutcome, FillOutcome, WriteResult};
use foothold_core::plan::{FileOffer, FillPlan, PlanContext, WriteAction};
use serde::Serialize;
use std::collections::BTreeMap;
use understand::{Understood, understand};
use wasm_bindgen_futures::spawn_local;

/// What the agent is asked, besides collecting.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Order<'a> {
    /// Writes a plan.
    Write {
        plan: &'a FillPlan,
        files: BTreeMap<&'static str, FileBytes>,
    },
    /// Puts fields back; all of them where none are named.
    Undo { handles: Option<Vec<u32>> },
    /// Scrolls to a field and focuses it.
    Reveal { handle: u32 },
}

/// The name plans know the default résumé by.
const RESUME: &str = "resume";

/// What would be filled in a tab. Writes nothing.
pub(crate) async fn look(tab: i32, wish: Wish) -> Result<LookView, Failure> {
    locks::alone(&lock_of(tab), async move {
        let (seen, understood) = read(tab, wish).await?;
        Ok(rows::look(&seen, &understood))
    })
    .await
}

/// Fills a tab, keeps the receipt, and says field by field what became of it.
pub(crate) async fn fill(tab: i32, wish: Wish) -> Result<FilledView, Failure> {
    let view = locks::alone(&lock_of(tab), async move {
        let (seen, understood) = read(tab, wish).await?;
        if understood.frames.is_empty() {
            return Err(if seen.is_pdf {
                Failure::Pdf
            } else {
                Failure::NoForm
            });
        }
        let mut record = FillRecord::new(clock::new_id(), clock::now_ms(), &seen, &understood);
        for frame in &understood.frames {
            let outcome = write(tab, &frame.document_id, &frame.plan).await;
            record.add(frame, outcome);
        }
        keep(tab, record).await
    })
    .await?;
    // The person need not wait for the server; what cannot be sent now is sent later.
    spawn_local(receipts::send_due());
    Ok(view)
}

/// The last fill of a tab, as long as its page still stands.
pub(crate) async fn last(tab: i32) -> Result<Option<FilledView>, Failure> {
    let Some(record) = storage::get(&keys::FILL.of(&tab.to_string())).await? else {
        return Ok(None);
    };
    let standing = frames::standing(tab).await;
    if record
        .documents()
        .iter()
        .any(|document_id| standing.contains(document_id))
    {
        return Ok(Some(record.view()));
    }
    storage::delete(&keys::FILL.of(&tab.to_string())).await?;
    Ok(None)
}

/// Takes a fill back: the named fields, or all.
pub(crate) async fn undo(tab: i32, fields: Option<Vec<FieldAt>>) -> Result<FilledView, Failure> {
    let view = locks::alone(&lock_of(tab), async move {
        let found = storage::get(&keys::FILL.of(&tab.to_string())).await?;
        let mut record = found.ok_or(Failure::NothingToUndo)?;
        let standing = frames::standing(tab).await;
        let mut reached = false;
        for (frame_id, document_id) in record.frames() {
            if !standing.contains(&document_id) {
                continue;
            }
            let handles = fields.as_ref().map(|fields| {
                let here = fields.iter().filter(|at| at.frame_id == frame_id);
                here.map(|at| at.handle).collect::<Vec<_>>()
            });
            if handles.as_ref().is_some_and(Vec::is_empty) {
                continue;
            }
            let order = Order::Undo { handles };
            if let Ok(outcome) = tabs::send(tab, &document_id, &order).await {
                record.take_back(frame_id, outcome);
                reached = true;
            }
        }
        if !reached {
            storage::delete(&keys::FILL.of(&tab.to_string())).await?;
            return Err(Failure::NothingToUndo);
        }
        keep(tab, record).await
    })
    .await?;
    spawn_local(receipts::send_due());
    Ok(view)
}

/// Scrolls to a field and focuses it.
pub(crate) async fn reveal(tab: i32, at: FieldAt) -> Result<(), Failure> {
    let documents = frames::documents(tab).await?;
    let document_id = documents.get(&at.frame_id).ok_or(Failure::PageChanged)?;
    if !frames::standing(tab).await.contains(document_id) {
        return Err(Failure::PageChanged);
    }
    let done: Done = tabs::send(tab, document_id, &Order::Reveal { handle: at.handle }).await?;
    if done.ok {
        Ok(())
    } else {
        Err(Failure::PageChanged)
    }
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    // What cannot be deleted now goes with the browser: it is in memory only.
    let _ = storage::delete(&keys::FILL.of(&tab.to_string())).await;
    frames::forget(tab).await;
    marks::forget(tab).await;
    jump::forget(tab).await;
}

#[derive(serde::Deserialize)]
struct Done {
    ok: bool,
}

/// Collects and understands a tab.
async fn read(tab: i32, wish: Wish) -> Result<(frames::Seen, Understood), Failure> {
    let Some(cached) = storage::get(&keys::PROFILE).await? else {
        let connected = storage::get(&keys::CONNECTION).await?.is_some();
        return Err(if connected {
            Failure::NoProfile
        } else {
            Failure::NotConnected
        });
    };
    let resume = storage::get(&keys::RESUME).await?;
    let files = resume.map(|resume| FileOffer {
        file: RESUME.to_owned(),
        file_name: resume.file_name,
        media_type: resume.media_type,
        size_bytes: u64::try_from(resume.size_bytes).unwrap_or_default(),
        sha256: resume.sha256,
    });
    let seen = frames::see(tab).await?;
    let context = PlanContext {
        job_country: None,
        job_location: None,
        files: files.into_iter().collect(),
        overwrite: wish.overwrite,
        today: clock::today(),
        answers: answers::current().await,
    };
    let anyway = wish.anyway || holds_filled_page(tab, &seen).await?;
    let understood = understand(&seen, &cached.profile, context, anyway);
    Ok((seen, understood))
}

/// Whether a page that was filled before still stands: its next screen may hold too few fields to be
/// known as a part of an application by itself.
async fn holds_filled_page(tab: i32, seen: &frames::Seen) -> Result<bool, Failure> {
    let record = storage::get(&keys::FILL.of(&tab.to_string())).await?;
    Ok(record.is_some_and(|record| {
        let filled = record.documents();
        seen.frames
            .iter()
            .any(|frame| filled.contains(&frame.document_id))
    }))
}

/// Writes one frame's plan. A frame that is gone counts as such, field by field.
async fn write(tab: i32, document_id: &str, plan: &FillPlan) -> FillOutcome {
    let mut files = BTreeMap::new();
    let attaches = |step: &foothold_core::plan::FillStep| matches!(&step.action, WriteAction::Attach { file } if file == RESUME);
    if plan.steps.iter().any(attaches)
        && let Ok(file) = sync::resume_file().await
    {
        files.insert(RESUME, file);
    }
    let answer = tabs::send(tab, document_id, &Order::Write { plan, files }).await;
    let mut outcome: FillOutcome = answer.unwrap_or_else(|_| FillOutcome {
        frame_id: plan.frame_id,
        fields: plan.steps.iter().map(|step| gone(step.handle)).collect(),
        changed: false,
    });
    outcome.frame_id = plan.frame_id;
    outcome
}

fn gone(handle: u32) -> FieldOutcome {
    FieldOutcome {
        handle,
        result: WriteResult::Gone,
        kept: String::new(),
        detail: String::new(),
    }
}

/// Stores what a fill or its undoing came to, and shows it on the toolbar button.
async fn keep(tab: i32, record: FillRecord) -> Result<FilledView, Failure> {
    let mut view = record.view();
    view.receipt_kept = receipts::keep(record.receipt()).await.is_ok();
    // Without this undo is not offered after the popup was closed; the fill itself stands.
    let _ = storage::set(&keys::FILL.of(&tab.to_string()), &record).await;
    badge::show_filled(tab, &view).await;
    let marked = view.clone();
    // The person need not wait for the marks.
    spawn_local(async move { marks::show(tab, &marked).await });
    Ok(view)
}

/// Guards what is known of a tab's last fill.
pub(super) fn lock_of(tab: i32) -> String {
    format!("tab:{tab}")
}

/// The host a person knows an address by.
fn host(address: &str) -> String {
    address::host_of(address)
}
