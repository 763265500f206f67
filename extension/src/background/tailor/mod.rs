//! Documents for the job in a tab: the server writes them, the person changes them, fills attach them.
//!
//! They are kept as long as the browser's session, per tab, and go into the form of the job they were written for only.
//! What must not happen here: words of our own (the server says and checks what a document states), a document for one
//! employer given to another.

mod kept;
mod lines;
mod made;
mod posting;

pub(crate) use kept::{Tailored, TailoredBytes};
pub(crate) use made::MadeDocuments;
pub(crate) use posting::Asked;

use super::fill::{self, RESUME};
use super::{api, keys, sync};
use crate::browser::{digest, http, locks, storage};
use crate::messages::{Failure, FileBytes, TailorChange, TailoredView};
use foothold_shared::generation::GenerateDocuments;

/// The documents for the job in a tab: those that were written for it, else new ones; with a change, the next version.
pub(crate) async fn tailor(
    tab: i32,
    change: Option<TailorChange>,
) -> Result<TailoredView, Failure> {
    // One at a time: whoever asks meanwhile gets what the first one made.
    locks::alone(&name_of(tab), async move {
        let before = find(tab).await?;
        let request = match (change, before) {
            (Some(change), before) => {
                let before = before.ok_or(Failure::NotTailored)?;
                let request = before.next(change);
                return make(tab, before.asked_for(), request, before.attaches()).await;
            }
            (None, before) => {
                let (url, posting) = fill::read_job(tab).await?;
                if let Some(before) = before.filter(|before| before.is_for(&url, &posting)) {
                    return Ok(before.view().clone());
                }
                posting::Asked::of(&url, &posting).ok_or(Failure::NoPosting)?
            }
        };
        let body = GenerateDocuments {
            posting: Some(request.input.clone()),
            include_files: true,
            ..GenerateDocuments::default()
        };
        make(tab, request, body, false).await
    })
    .await
}

/// Has documents made, and keeps them.
async fn make(
    tab: i32,
    asked: posting::Asked,
    request: GenerateDocuments,
    attach: bool,
) -> Result<TailoredView, Failure> {
    let job_id = asked.job_id(&digest::sha256(asked.name.as_bytes()).await?);
    let set = api::generate_documents(&job_id, &request, &name_of(tab)).await?;
    let (tailored, files) = kept::keep(asked, set, attach)?;
    let which = tab.to_string();
    // The bytes first: what is on offer can be had.
    storage::set(&keys::TAILORED_FILES.of(&which), &files).await?;
    storage::set(&keys::TAILORED.of(&which), &tailored).await?;
    Ok(tailored.view().clone())
}

/// Ends what [`tailor`] waits for.
pub(crate) fn cancel(tab: i32) {
    http::cancel(&name_of(tab));
}

/// Whether fills attach the documents from now on.
pub(crate) async fn set_attach(tab: i32, attach: bool) -> Result<TailoredView, Failure> {
    locks::alone(&name_of(tab), async move {
        let mut tailored = find(tab).await?.ok_or(Failure::NotTailored)?;
        tailored.set_attach(attach);
        storage::set(&keys::TAILORED.of(&tab.to_string()), &tailored).await?;
        Ok(tailored.view().clone())
    })
    .await
}

/// What fills of a tab attach, where the person wants that.
pub(crate) async fn to_attach(tab: i32) -> Option<Tailored> {
    let found = find(tab).await.ok().flatten();
    found.filter(Tailored::attaches)
}

/// A file by the name that plans know it by: the default résumé, or one that was written for the tab's job.
pub(crate) async fn file(tab: i32, file: &str) -> Result<FileBytes, Failure> {
    if file == RESUME {
        return sync::resume_file().await;
    }
    let files = storage::get(&keys::TAILORED_FILES.of(&tab.to_string())).await?;
    let mut files = files.unwrap_or_default().into_iter();
    let found = files.find(|one| one.file == file);
    Ok(found.ok_or(Failure::NotTailored)?.bytes)
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    let which = tab.to_string();
    cancel(tab);
    // They are in memory only, and go with the browser at the latest.
    let _ = storage::delete(&keys::TAILORED.of(&which)).await;
    let _ = storage::delete(&keys::TAILORED_FILES.of(&which)).await;
}

async fn find(tab: i32) -> Result<Option<Tailored>, Failure> {
    Ok(storage::get(&keys::TAILORED.of(&tab.to_string())).await?)
}

/// What its work is known by: to the lock, and to whoever cancels it.
fn name_of(tab: i32) -> String {
    format!("tailor:{tab}")
}
