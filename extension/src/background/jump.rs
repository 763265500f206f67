//! From one open question to the next: the required ones first, each kind in the order of the page, over all frames.

use super::{badge, fill, keys, watch};
use crate::browser::{storage, tabs};
use crate::messages::{Failure, FieldAt, FilledView, OpenQuestion};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the agent is asked about open questions.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Order<'a> {
    /// Which of these fields still wait for the person.
    Open { handles: Vec<u32> },
    /// Brings a field in front of the person; `count` is its place among the open ones, in words.
    Point { handle: u32, count: &'a str },
    /// Says a line at the page's foot.
    Say { words: &'a str },
}

#[derive(Deserialize)]
struct Open {
    open: Vec<u32>,
}

#[derive(Deserialize)]
struct Done {
    ok: bool,
}

const NONE_LEFT: &str = "No open questions. Read the form once more, then send it yourself.";

/// Which questions of a tab's last fill are open still, in the order they are worked through.
pub(crate) async fn open(tab: i32) -> Result<Vec<FieldAt>, Failure> {
    let Some(view) = watch::last(tab).await? else {
        return Ok(Vec::new());
    };
    let order = in_order(&view);
    let open = ask(tab, &fill::documents(tab).await?, &order).await;
    Ok(order.into_iter().filter(|at| open.contains(at)).collect())
}

/// When the person answered a question, or emptied it again: the badge and the lists follow.
pub(crate) async fn recount(tab: i32) {
    let Ok(open) = open(tab).await else { return };
    badge::show_open(tab, open.len()).await;
    // What listens for it reads again; nobody needs it to be kept.
    let _ = storage::set(&keys::OPEN.of(&tab.to_string()), &open).await;
}

/// Shows the next question that is still open; `None` where there is none, which the page then says too.
pub(crate) async fn next(tab: i32) -> Result<Option<OpenQuestion>, Failure> {
    let view = watch::last(tab).await?.ok_or(Failure::NotFilled)?;
    let documents = fill::documents(tab).await?;
    let order = in_order(&view);
    let open = ask(tab, &documents, &order).await;
    let last_key = keys::JUMPED.of(&tab.to_string());
    let mut last = storage::get(&last_key).await.ok().flatten();
    // A field that went away in this moment is passed over; each is tried once.
    for _ in 0..open.len() {
        let Some(found) = pick(&order, &open, last) else {
            break;
        };
        let count = format!("{} of {}", found.number, found.of);
        let point = Order::Point {
            handle: found.at.handle,
            count: &count,
        };
        if let Some(document_id) = documents.get(&found.at.frame_id)
            && let Ok(Done { ok: true }) = tabs::send(tab, document_id, &point).await
        {
            storage::set(&last_key, &found.at).await?;
            badge::show_question(tab, found.number, found.of).await;
            let row = view.rows.iter().find(|row| row.at == found.at);
            return Ok(Some(OpenQuestion {
                label: row.map(|row| row.label.clone()).unwrap_or_default(),
                ..found
            }));
        }
        last = Some(found.at);
    }
    badge::show_open(tab, 0).await;
    if let Some(document_id) = documents.values().next() {
        let say = Order::Say { words: NONE_LEFT };
        // The badge says it too.
        let _: Result<Done, _> = tabs::send(tab, document_id, &say).await;
    }
    Ok(None)
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    // It is in memory only, and goes with the browser at the latest.
    let _ = storage::delete(&keys::JUMPED.of(&tab.to_string())).await;
    let _ = storage::delete(&keys::OPEN.of(&tab.to_string())).await;
}

async fn ask(tab: i32, documents: &BTreeMap<i64, String>, order: &[FieldAt]) -> Vec<FieldAt> {
    let mut open = Vec::new();
    for (frame_id, document_id) in documents {
        open.extend(open_in(tab, *frame_id, document_id, order).await);
    }
    open
}

async fn open_in(tab: i32, frame_id: i64, document_id: &str, order: &[FieldAt]) -> Vec<FieldAt> {
    let here = order.iter().filter(|at| at.frame_id == frame_id);
    let handles: Vec<u32> = here.map(|at| at.handle).collect();
    if handles.is_empty() {
        return Vec::new();
    }
    match tabs::send(tab, document_id, &Order::Open { handles }).await {
        Ok(Open { open }) => open
            .into_iter()
            .map(|handle| FieldAt { frame_id, handle })
            .collect(),
        // A frame that went away has no questions any more.
        Err(_) => Vec::new(),
    }
}

/// What the last fill left to the person, in the order it is worked through.
fn in_order(view: &FilledView) -> Vec<FieldAt> {
    let waiting = view.rows.iter().filter(|row| row.outcome.needs_person());
    let (required, others): (Vec<_>, Vec<_>) = waiting.partition(|row| row.required);
    required
        .into_iter()
        .chain(others)
        .map(|row| row.at)
        .collect()
}

/// The first open one after the last, from the start again at the end. Its label is left open.
fn pick(order: &[FieldAt], open: &[FieldAt], last: Option<FieldAt>) -> Option<OpenQuestion> {
    let places: BTreeMap<usize, FieldAt> = order
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, at)| open.contains(at))
        .collect();
    let after = last.and_then(|last| order.iter().position(|at| *at == last));
    let next = after
        .and_then(|after| places.range(after + 1..).next())
        .or_else(|| places.iter().next());
    let (&place, &at) = next?;
    Some(OpenQuestion {
        at,
        label: String::new(),
        number: places.range(..=place).count(),
        of: places.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{FilledRow, JobView, Outcome};

    fn at(frame_id: i64, handle: u32) -> FieldAt {
        FieldAt { frame_id, handle }
    }

    #[test]
    fn required_ones_come_first_and_what_is_done_is_left_out() {
        let row = |at, outcome, required| FilledRow {
            at,
            label: String::new(),
            outcome,
            value: String::new(),
            kept: String::new(),
            why: String::new(),
            is_file: false,
            file: None,
            required,
            frame: None,
            notice: None,
        };
        let view = FilledView {
            receipt_id: String::new(),
            filled_at_ms: 0,
            host: String::new(),
            job: JobView::default(),
            rows: vec![
                row(at(0, 1), Outcome::NeedsYou, false),
                row(at(0, 2), Outcome::Written, true),
                row(at(0, 3), Outcome::KeptDifferent, true),
                row(at(4, 1), Outcome::NeedsYou, true),
                row(at(4, 2), Outcome::Left, false),
            ],
            receipt_kept: true,
            submitted: None,
        };
        assert_eq!(in_order(&view), [at(0, 3), at(4, 1), at(0, 1)]);
    }

    #[test]
    fn it_goes_round() {
        let order = [at(0, 3), at(4, 1), at(0, 1)];
        let step = |open: &[FieldAt], last| {
            pick(&order, open, last).map(|found| (found.at, found.number, found.of))
        };
        assert_eq!(step(&order, None), Some((at(0, 3), 1, 3)));
        assert_eq!(step(&order, Some(at(0, 3))), Some((at(4, 1), 2, 3)));
        assert_eq!(step(&order, Some(at(0, 1))), Some((at(0, 3), 1, 3)));
        // The last one was answered in the meantime: on from its place.
        let open = [at(0, 3), at(0, 1)];
        assert_eq!(step(&open, Some(at(4, 1))), Some((at(0, 1), 2, 2)));
        // A place that a new fill does not know any more.
        assert_eq!(step(&open, Some(at(9, 9))), Some((at(0, 3), 1, 2)));
        assert_eq!(step(&[], Some(at(0, 3))), None);
    }
}
