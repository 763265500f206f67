//! The marks beside the fields of a page that was filled: what stands on each, and in which frame.
//!
//! What must not happen here: a value of the person's on a mark, a mark in a document that was not filled.

use super::{fill, keys, settings, watch};
use crate::browser::{storage, tabs};
use crate::messages::{Failure, FilledRow, FilledView, Outcome};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the agent is asked about marks.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Order {
    /// Sets the marks of a document; without `shown` they are only kept, to tell which questions are open.
    Mark { marks: Vec<Mark>, shown: bool },
}

/// One field's mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Mark {
    handle: u32,
    state: State,
    /// The question, for ears: the mark does not stand beside it in the reading order.
    label: String,
    title: &'static str,
    detail: String,
    /// Whether it can be taken back.
    undo: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    Filled,
    Differs,
    NeedsYou,
    Left,
}

#[derive(Deserialize)]
struct Done {}

/// Shows in every frame what became of its fields, unless the person wants no marks.
pub(crate) async fn show(tab: i32, view: &FilledView) {
    let shown = is_worth_marks(view) && are_wanted(tab, view).await;
    let Ok(documents) = fill::documents(tab).await else {
        return;
    };
    for (frame_id, marks) in by_frame(view) {
        if let Some(document_id) = documents.get(&frame_id) {
            // A frame that went away takes its marks with it.
            let _: Result<Done, _> =
                tabs::send(tab, document_id, &Order::Mark { marks, shown }).await;
        }
    }
}

/// Whether the marks of a tab's last fill are shown; `wanted` shows or hides them for this application.
pub(crate) async fn set(tab: i32, wanted: Option<bool>) -> Result<bool, Failure> {
    let Some(view) = watch::last(tab).await? else {
        return Ok(false);
    };
    let hidden = keys::MARKS_HIDDEN.of(&tab.to_string());
    match wanted {
        Some(true) => storage::delete(&hidden).await?,
        Some(false) => storage::set(&hidden, &view.receipt_id).await?,
        None => {}
    }
    if wanted.is_some() {
        show(tab, &view).await;
    }
    Ok(is_worth_marks(&view) && are_wanted(tab, &view).await)
}

/// Forgets a tab that was closed.
pub(crate) async fn forget(tab: i32) {
    // It is in memory only, and goes with the browser at the latest.
    let _ = storage::delete(&keys::MARKS_HIDDEN.of(&tab.to_string())).await;
}

/// What was hidden stays hidden for that application, also on its next step.
async fn are_wanted(tab: i32, view: &FilledView) -> bool {
    let hidden = storage::get(&keys::MARKS_HIDDEN.of(&tab.to_string())).await;
    settings::find().await.marks && hidden.ok().flatten().as_ref() != Some(&view.receipt_id)
}

/// A fill that was taken back whole leaves no marks.
fn is_worth_marks(view: &FilledView) -> bool {
    let here = || view.rows.iter().filter(|row| !row.at.is_behind());
    let any = |wanted: fn(Outcome) -> bool| here().any(|row| wanted(row.outcome));
    !any(|outcome| outcome == Outcome::Undone) || any(Outcome::can_undo)
}

fn by_frame(view: &FilledView) -> BTreeMap<i64, Vec<Mark>> {
    let mut frames: BTreeMap<i64, Vec<Mark>> = BTreeMap::new();
    for row in view.rows.iter().filter(|row| !row.at.is_behind()) {
        let marks = frames.entry(row.at.frame_id).or_default();
        marks.extend(mark(row));
    }
    frames
}

fn mark(row: &FilledRow) -> Option<Mark> {
    let (state, title) = match row.outcome {
        Outcome::Written => (State::Filled, "Filled"),
        Outcome::AlreadyThere => (State::Filled, "It was there already"),
        Outcome::KeptDifferent => (State::Differs, "The page changed this"),
        Outcome::NotWritten | Outcome::FileRefused | Outcome::NeedsYou => {
            (State::NeedsYou, "Needs you")
        }
        Outcome::Left => (State::Left, "Left as it is"),
        Outcome::Undone => return None,
    };
    let why = match (row.outcome, row.why.as_str()) {
        (Outcome::KeptDifferent, "") => "Check that it is right.".to_owned(),
        (Outcome::Written | Outcome::AlreadyThere, why) if !why.ends_with('.') => source(why),
        (_, why) => why.to_owned(),
    };
    let parts = [Some(why.as_str()), row.notice.as_deref()];
    let detail: Vec<&str> = parts
        .into_iter()
        .flatten()
        .filter(|p| !p.is_empty())
        .collect();
    Some(Mark {
        handle: row.at.handle,
        state,
        label: row.label.clone(),
        title,
        detail: detail.join(" "),
        undo: row.outcome.can_undo(),
    })
}

/// Where a value came from, as a sentence: "your profile: e-mail" → "From your profile: e-mail."
fn source(why: &str) -> String {
    if why.is_empty() {
        String::new()
    } else {
        format!("From {why}.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{FieldAt, JobView};

    fn row(frame_id: i64, handle: u32, outcome: Outcome, why: &str) -> FilledRow {
        FilledRow {
            at: FieldAt { frame_id, handle },
            label: format!("Question {handle}"),
            outcome,
            value: "secret value".into(),
            kept: "secret rest".into(),
            why: why.into(),
            is_file: false,
            file: None,
            required: false,
            frame: None,
            notice: None,
        }
    }

    fn view(rows: Vec<FilledRow>) -> FilledView {
        FilledView {
            receipt_id: "r".into(),
            filled_at_ms: 0,
            host: "jobs.example".into(),
            job: JobView::default(),
            rows,
            receipt_kept: true,
            submitted: None,
        }
    }

    #[test]
    fn each_outcome_has_its_mark_and_no_value() {
        for (outcome, why, expected) in [
            (
                Outcome::Written,
                "your profile: e-mail",
                Some((State::Filled, "Filled", "From your profile: e-mail.", true)),
            ),
            (
                Outcome::Written,
                "The page marks this as not valid.",
                Some((
                    State::Filled,
                    "Filled",
                    "The page marks this as not valid.",
                    true,
                )),
            ),
            (
                Outcome::AlreadyThere,
                "your profile",
                Some((
                    State::Filled,
                    "It was there already",
                    "From your profile.",
                    false,
                )),
            ),
            (
                Outcome::KeptDifferent,
                "",
                Some((
                    State::Differs,
                    "The page changed this",
                    "Check that it is right.",
                    true,
                )),
            ),
            (
                Outcome::FileRefused,
                "Save the file.",
                Some((State::NeedsYou, "Needs you", "Save the file.", false)),
            ),
            (
                Outcome::NeedsYou,
                "Consent is yours to give.",
                Some((
                    State::NeedsYou,
                    "Needs you",
                    "Consent is yours to give.",
                    false,
                )),
            ),
            (
                Outcome::Left,
                "It holds something already.",
                Some((
                    State::Left,
                    "Left as it is",
                    "It holds something already.",
                    false,
                )),
            ),
            (Outcome::Undone, "", None),
        ] {
            let made = mark(&row(0, 1, outcome, why));
            let said = made
                .as_ref()
                .map(|mark| (mark.state, mark.title, mark.detail.as_str(), mark.undo));
            assert_eq!(said, expected, "{outcome:?}");
            let json = serde_json::to_string(&made).expect("plain data serialises");
            assert!(!json.contains("secret"), "{json}");
        }
    }

    #[test]
    fn a_frame_without_marks_is_told_so() {
        let frames = by_frame(&view(vec![
            row(0, 1, Outcome::Undone, ""),
            row(7, 1, Outcome::Written, "your profile"),
            row(-1, 1, Outcome::Written, "your profile"),
        ]));
        let counts: Vec<_> = frames
            .iter()
            .map(|(id, marks)| (*id, marks.len()))
            .collect();
        assert_eq!(counts, [(0, 0), (7, 1)]);
    }

    #[test]
    fn a_fill_taken_back_whole_leaves_no_marks() {
        let rows = |outcomes: &[Outcome]| {
            let rows = outcomes.iter().zip(1..).map(|(&o, n)| row(0, n, o, ""));
            view(rows.collect())
        };
        assert!(is_worth_marks(&rows(&[Outcome::NeedsYou, Outcome::Left])));
        assert!(is_worth_marks(&rows(&[Outcome::Written, Outcome::Undone])));
        assert!(!is_worth_marks(&rows(&[
            Outcome::NeedsYou,
            Outcome::Undone
        ])));
    }
}
