//! Looking at a tab and filling it: collect in every frame, understand, write, keep the receipt, take back.
//!
//! Each frame gets its own plan and nothing else: what is meant for one origin never reaches another.
//! A frame is addressed by its document, so one that moves on in the meantime gets nothing.

pub(super) mod application;
mod frames;
mod offers;
mod parsed;
mod passes;
mod record;
pub(super) mod rows;
mod understand;

pub(crate) use frames::enter;
pub(crate) use record::{Asked, FillRecord};

use super::{answers, badge, jump, keys, marks, receipts, settings, standing, tailor};
use crate::address;
use crate::browser::tasks::spawn;
use crate::browser::{clock, locks, storage, tabs};
use crate::messages::{Failure, FieldAt, FileBytes, FilledView, LookView, Wish};
use foothold_core::plan::{FileOffer, FillPlan, PlanContext};
use foothold_core::posting::JobPosting;
use passes::{Cause, Material, Passes};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use understand::{FramePlan, PageWrote, Understood};

/// What the agent is asked, besides collecting.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Order<'a> {
    /// Writes a plan; `more`: it goes on with the fill that the last one began.
    Write {
        plan: &'a FillPlan,
        files: BTreeMap<String, FileBytes>,
        more: bool,
    },
    /// Presses the button that adds a row to a section.
    #[serde(rename = "add-row")]
    AddRow { handle: u32 },
    /// Puts fields back; all of them where none are named.
    Undo { handles: Option<Vec<u32>> },
    /// Scrolls to a field and focuses it.
    Reveal { handle: u32 },
    /// Puts a file into the person's downloads.
    Save { file: FileBytes },
}

/// The name plans know the default résumé by.
pub(super) const RESUME: &str = "resume";

/// The page and the job in a tab, read for documents that are to be written for it.
pub(crate) async fn read_job(tab: i32) -> Result<(String, JobPosting), Failure> {
    locks::alone(&lock_of(tab), async move {
        let seen = frames::see(tab).await?;
        let posting = understand::read_posting(&seen, &clock::today());
        Ok((seen.url, posting))
    })
    .await
}

/// What would be filled in a tab. Writes nothing.
pub(crate) async fn look(tab: i32, wish: Wish) -> Result<LookView, Failure> {
    locks::alone(&lock_of(tab), async move {
        let material = material(tab, wish).await?;
        let seen = frames::see(tab).await?;
        let understood = material.understand(&seen, &PageWrote::new(), Cause::Now);
        standing::note(tab, &seen.url, &understood.posting).await;
        let mut view = rows::look(&seen, &understood);
        if let Some(company) = &understood.posting.company {
            view.applied = receipts::applied_to(company).await;
        }
        Ok(view)
    })
    .await
}

/// Fills a tab, keeps the receipt, and says field by field what became of it.
pub(crate) async fn fill(tab: i32, wish: Wish) -> Result<FilledView, Failure> {
    let view = locks::alone(&lock_of(tab), async move {
        let material = material(tab, wish).await?;
        let seen = frames::see(tab).await?;
        let understood = material.understand(&seen, &PageWrote::new(), Cause::Now);
        if understood.frames.is_empty() {
            return Err(if seen.is_pdf {
                Failure::Pdf
            } else {
                Failure::NoForm
            });
        }
        let record = match find(tab).await? {
            Some(mut record) if record.continues(&seen, &understood) => {
                record.go_on(&understood);
                record
            }
            _ => FillRecord::new(clock::new_id(), clock::now_ms(), &seen, &understood),
        };
        go_through(tab, &material, Cause::Now, seen, understood, record).await
    })
    .await?;
    // The person need not wait for the server; what cannot be sent now is sent later.
    spawn(receipts::send_due());
    Ok(view)
}

/// Goes on with an application that was filled before, when the page shows another screen or the tab another page of it.
/// `None` where there is nothing to go on with, or the person does not want that.
///
/// What the person did in between stays: nothing is written over, and nothing that was cleared is filled again.
pub(crate) async fn next_step(tab: i32) -> Result<Option<FilledView>, Failure> {
    if !settings::find().await.follow {
        return Ok(None);
    }
    let view = locks::alone(&lock_of(tab), async move {
        let Some(mut record) = find(tab).await? else {
            return Ok(None);
        };
        let mut material = material(tab, Wish::default()).await?;
        let seen = frames::see(tab).await?;
        let mut understood = material.understand(&seen, &PageWrote::new(), Cause::Before);
        // A form that comes again was loaded again, or refused by the page: that is no next step.
        let again = |frame: &FramePlan| record.has_asked(&frame.document_id, &frame.form);
        let known = understood.frames.iter().filter(|frame| again(frame));
        material.left_alone = known.map(|frame| frame.document_id.clone()).collect();
        understood.frames.retain(|frame| !again(frame));
        if understood.frames.is_empty() || !record.continues(&seen, &understood) {
            return Ok(None);
        }
        record.go_on(&understood);
        let done = go_through(tab, &material, Cause::Before, seen, understood, record).await;
        done.map(Some)
    })
    .await?;
    if view.is_some() {
        spawn(receipts::send_due());
    }
    Ok(view)
}

/// Carries a fill out and keeps what became of it.
async fn go_through(
    tab: i32,
    material: &Material,
    cause: Cause,
    seen: frames::Seen,
    understood: Understood,
    mut record: FillRecord,
) -> Result<FilledView, Failure> {
    record.stand(seen.frames.iter().map(|frame| frame.document_id.clone()));
    let mut passes = Passes::new(tab, material, cause);
    passes.run(seen, understood, &mut record).await;
    keep(tab, record).await
}

/// The last fill of a tab, as long as its page still stands.
pub(crate) async fn last(tab: i32) -> Result<Option<FilledView>, Failure> {
    let Some(record) = find(tab).await? else {
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
    // It is kept: the next page of the same application goes on with it.
    Ok(None)
}

/// Takes a fill back: the named fields, or all.
pub(crate) async fn undo(tab: i32, fields: Option<Vec<FieldAt>>) -> Result<FilledView, Failure> {
    let view = locks::alone(&lock_of(tab), async move {
        let mut record = find(tab).await?.ok_or(Failure::NothingToUndo)?;
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
                record.take_back(&document_id, outcome);
                reached = true;
            }
        }
        if !reached {
            return Err(Failure::NothingToUndo);
        }
        keep(tab, record).await
    })
    .await?;
    spawn(receipts::send_due());
    Ok(view)
}

/// The documents that were read last and stand still, by frame: a message to any other is never answered.
pub(crate) async fn documents(tab: i32) -> Result<BTreeMap<i64, String>, Failure> {
    let mut documents = frames::documents(tab).await?;
    let standing = frames::standing(tab).await;
    documents.retain(|_, document_id| standing.contains(document_id));
    Ok(documents)
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

/// Puts what the page did not take into the person's downloads and shows the first field that wants it: for a fill that
/// nobody watches from a sheet, which saves files itself.
pub(crate) async fn save_refused(tab: i32, view: &FilledView) {
    let documents = frames::documents(tab).await.unwrap_or_default();
    let mut saved = BTreeSet::new();
    let mut first = None;
    for row in &view.rows {
        let Some(file) = row.refused_file().filter(|_| !row.at.is_behind()) else {
            continue;
        };
        first.get_or_insert(row.at);
        // The top frame saves it: one within may not be allowed to.
        if let Some(document_id) = documents.get(&0)
            && saved.insert(file)
            && let Ok(file) = tailor::file(tab, file).await
        {
            // The popup's line has a button that tries it again.
            let _: Result<Done, _> = tabs::send(tab, document_id, &Order::Save { file }).await;
        }
    }
    if let Some(at) = first {
        // The mark beside the field says it, too.
        let _ = reveal(tab, at).await;
    }
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    // What cannot be deleted now goes with the browser: it is in memory only.
    let _ = storage::delete(&keys::FILL.of(&tab.to_string())).await;
    frames::forget(tab).await;
    marks::forget(tab).await;
    jump::forget(tab).await;
    tailor::forget(tab).await;
    standing::forget(tab).await;
}

#[derive(serde::Deserialize)]
struct Done {
    ok: bool,
}

/// What a tab is filled with.
async fn material(tab: i32, wish: Wish) -> Result<Material, Failure> {
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
    let known = find(tab).await?;
    Ok(Material {
        profile: cached.profile,
        context: PlanContext {
            files: files.into_iter().collect(),
            overwrite: wish.overwrite,
            today: clock::today(),
            answers: answers::current().await,
            ..PlanContext::default()
        },
        tailored: tailor::to_attach(tab).await,
        anyway: wish.anyway,
        stood: known.as_ref().map(FillRecord::stood).unwrap_or_default(),
        known: known.map(|record| record.origins()).unwrap_or_default(),
        left_alone: BTreeSet::new(),
    })
}

/// What is known of a tab's last fill.
async fn find(tab: i32) -> Result<Option<FillRecord>, Failure> {
    Ok(storage::get(&keys::FILL.of(&tab.to_string())).await?)
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
    spawn(async move { marks::show(tab, &marked).await });
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
