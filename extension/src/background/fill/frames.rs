//! A tab's frames: putting the agent in, and reading what each of them holds.

use crate::address;
use crate::browser::clock;
use crate::browser::storage::{self, Key};
use crate::browser::{BrowserError, scripting, tabs};
use crate::messages::Failure;
use foothold_core::page::PageSnapshot;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The agent, in the order its parts need each other.
const AGENT: [&str; 25] = [
    "agent/dom.js",
    "agent/pace.js",
    "agent/sight.js",
    "agent/survey.js",
    "agent/frame.js",
    "agent/groups.js",
    "agent/labels.js",
    "agent/job.js",
    "agent/fields.js",
    "agent/shown.js",
    "agent/rows.js",
    "agent/collect.js",
    "agent/wait.js",
    "agent/events.js",
    "agent/lists.js",
    "agent/pick.js",
    "agent/calendars.js",
    "agent/rich.js",
    "agent/uploads.js",
    "agent/write.js",
    "agent/spots.js",
    "agent/paint.js",
    "agent/marks.js",
    "agent/watch.js",
    "agent/main.js",
];

/// Which document each frame of a tab held when it was last looked at.
const DOCUMENTS: Key<BTreeMap<i64, String>> = Key::session("documents");

/// One frame, read.
pub(crate) struct Frame {
    /// The document in it.
    pub(crate) document_id: String,
    /// What it holds.
    pub(crate) snapshot: PageSnapshot,
}

/// A tab, read: the top frame first.
pub(crate) struct Seen {
    /// The top frame's address.
    pub(crate) url: String,
    /// Whether the tab shows a PDF.
    pub(crate) is_pdf: bool,
    /// The frames that could be read.
    pub(crate) frames: Vec<Frame>,
}

/// How deep frames within frames are followed.
const MAX_DEPTH: usize = 8;

/// What is asked to learn which frames a person can see.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Seeing<'a> {
    /// A word with one of these secrets, one for each depth, will come from the parent.
    ExpectWord { secrets: &'a [String] },
    /// Tell the frames within.
    TellFrames,
    /// Can this frame be seen?
    InSight,
}

#[derive(Deserialize)]
struct Done {
    ok: bool,
}

#[derive(Serialize)]
struct Collect {
    kind: &'static str,
}

/// Puts the agent into every frame that may be reached, and reads them.
pub(crate) async fn see(tab: i32) -> Result<Seen, Failure> {
    let known_url = tabs::find(tab).await?.url.unwrap_or_default();
    if is_browsers_own(&known_url) {
        return Err(Failure::BrowserPage);
    }
    let injected = scripting::inject(tab, &AGENT).await?;
    let standing: Vec<String> = injected
        .iter()
        .map(|frame| frame.document_id.clone())
        .collect();
    let mut frames = Vec::new();
    for frame in injected {
        let answer = tabs::send(tab, &frame.document_id, &Collect { kind: "collect" }).await;
        let mut snapshot: PageSnapshot = match answer {
            Ok(snapshot) => snapshot,
            // The page itself has to answer; a frame that goes away meanwhile is no loss.
            Err(error) if frame.frame_id == 0 => return Err(error.into()),
            Err(_) => continue,
        };
        snapshot.frame_id = frame.frame_id;
        frames.push(Frame {
            document_id: frame.document_id,
            snapshot,
        });
    }
    let frames = leave_unseen(tab, frames, &standing).await;
    let documents = frames
        .iter()
        .map(|frame| (frame.snapshot.frame_id, frame.document_id.clone()))
        .collect();
    storage::set(&DOCUMENTS.of(&tab.to_string()), &documents).await?;
    let url = frames
        .first()
        .map(|frame| frame.snapshot.url.clone())
        .unwrap_or(known_url);
    let is_pdf = address::without_query(&url)
        .to_ascii_lowercase()
        .ends_with(".pdf");
    Ok(Seen {
        url,
        is_pdf,
        frames,
    })
}

/// Leaves out frames that nobody can see: a page may hold one to gather what is written into it.
async fn leave_unseen(tab: i32, mut frames: Vec<Frame>, standing: &[String]) -> Vec<Frame> {
    frames.sort_by_key(|frame| (frame.snapshot.frame_id != 0, frame.snapshot.frame_id));
    let asks = |frame: &Frame| frame.snapshot.frame_id != 0 && !frame.snapshot.fields.is_empty();
    if !frames.iter().any(asks) {
        return frames;
    }
    let secrets: Vec<String> = (0..MAX_DEPTH).map(|_| clock::new_id()).collect();
    for order in [Seeing::ExpectWord { secrets: &secrets }, Seeing::TellFrames] {
        for document_id in standing {
            // A frame that is gone has nobody to tell.
            let _ = tabs::send::<_, Done>(tab, document_id, &order).await;
        }
    }
    let mut seen = Vec::new();
    for frame in frames {
        let visible = !asks(&frame)
            || tabs::send(tab, &frame.document_id, &Seeing::InSight)
                .await
                .is_ok_and(|done: Done| done.ok);
        if visible {
            seen.push(frame);
        }
    }
    seen
}

/// Reads the same documents once more; those that are gone by now are left out.
pub(crate) async fn see_again(tab: i32, seen: &Seen) -> Seen {
    let standing = standing(tab).await;
    let mut frames = Vec::new();
    for frame in &seen.frames {
        if !standing.contains(&frame.document_id) {
            continue;
        }
        if let Some(snapshot) = read(tab, frame).await {
            frames.push(Frame {
                document_id: frame.document_id.clone(),
                snapshot,
            });
        }
    }
    Seen {
        url: frames
            .first()
            .map_or_else(|| seen.url.clone(), |frame| frame.snapshot.url.clone()),
        is_pdf: seen.is_pdf,
        frames,
    }
}

/// Reads one document once more; `None` where it is gone.
pub(crate) async fn read(tab: i32, frame: &Frame) -> Option<PageSnapshot> {
    let order = Collect { kind: "collect" };
    let answer = tabs::send(tab, &frame.document_id, &order).await;
    let snapshot: PageSnapshot = answer.ok()?;
    Some(PageSnapshot {
        frame_id: frame.snapshot.frame_id,
        ..snapshot
    })
}

/// Puts the agent into every frame that may be reached, without reading them; the documents that stand there.
pub(crate) async fn enter(tab: i32) -> Result<Vec<String>, BrowserError> {
    let injected = scripting::inject(tab, &AGENT).await?;
    let mut frames: Vec<_> = injected
        .into_iter()
        .map(|frame| (frame.frame_id != 0, frame.document_id))
        .collect();
    // The top frame first.
    frames.sort_by_key(|(inner, _)| *inner);
    Ok(frames.into_iter().map(|(_, document)| document).collect())
}

/// The document that each frame held when the tab was last looked at.
pub(crate) async fn documents(tab: i32) -> Result<BTreeMap<i64, String>, BrowserError> {
    Ok(storage::get(&DOCUMENTS.of(&tab.to_string()))
        .await?
        .unwrap_or_default())
}

/// The documents that stand in a tab now. None where the tab may not be reached any more.
///
/// A message to a document that was left may never be answered, so this is asked first.
pub(crate) async fn standing(tab: i32) -> BTreeSet<String> {
    let injected = scripting::present(tab).await.unwrap_or_default();
    injected
        .into_iter()
        .map(|frame| frame.document_id)
        .collect()
}

/// Forgets a tab.
pub(crate) async fn forget(tab: i32) {
    // It is in memory only, and goes with the browser at the latest.
    let _ = storage::delete(&DOCUMENTS.of(&tab.to_string())).await;
}

fn is_browsers_own(url: &str) -> bool {
    let scheme = url.split(':').next().unwrap_or_default();
    !url.is_empty() && !matches!(scheme, "http" | "https" | "file")
}

#[cfg(test)]
mod tests {
    use super::is_browsers_own;

    #[test]
    fn the_browsers_own_pages_are_known_by_their_scheme() {
        for (url, own) in [
            ("chrome://extensions", true),
            ("about:blank", true),
            ("view-source:https://jobs.example", true),
            ("devtools://devtools", true),
            ("https://jobs.example", false),
            ("http://127.0.0.1:1", false),
            ("file:///home/me/form.html", false),
            ("", false),
        ] {
            assert_eq!(is_browsers_own(url), own, "{url}");
        }
    }
}
