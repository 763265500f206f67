//! Stage 4: what really happened, field by field, and the receipt of it.

mod receipt;

pub use receipt::{FilledFrame, ReceiptHead, receipt, receipt_fields};

use crate::plan::FillPlan;
use serde::{Deserialize, Serialize};

/// What the agent reports after writing one frame.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct FillOutcome {
    /// The frame's id; the worker sets it.
    pub frame_id: i64,
    /// One entry a step of the plan, in its order.
    pub fields: Vec<FieldOutcome>,
    /// Whether other fields stand on the page now than before: an answer may have opened a further question.
    pub changed: bool,
}

/// What became of one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FieldOutcome {
    /// The agent's number.
    pub handle: u32,
    /// What happened.
    pub result: WriteResult,
    /// What the field holds now, read back after the page settled (for a file: its name).
    #[serde(default)]
    pub kept: String,
    /// More, in few words; empty where there is nothing to say.
    #[serde(default)]
    pub detail: String,
}

/// What happened to one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WriteResult {
    /// Written, and read back the same.
    Written,
    /// Written, but the page holds something else now.
    KeptDifferent,
    /// It held that value already.
    AlreadyThere,
    /// The page changed since it was planned: not written.
    Drifted,
    /// The element is gone.
    Gone,
    /// No option of the list was one of the accepted ones: nothing chosen, list closed.
    NoOption,
    /// The page refused the file: it was offered as a download instead.
    FileRefused,
    /// Something else went wrong: see `detail`.
    Failed,
    /// Put back to what it held before the fill.
    Undone,
}

impl WriteResult {
    /// Whether the field holds what was planned.
    #[must_use]
    pub fn is_filled(self) -> bool {
        matches!(self, Self::Written | Self::AlreadyThere)
    }
}

/// How a fill went, in three numbers: for the popup and the badge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tally {
    /// Fields that hold what was planned.
    pub filled: usize,
    /// Fields that the person must look at: planned ones that went wrong, and left ones that matter.
    pub needs_you: usize,
    /// Fields left that nobody needs to look at.
    pub left: usize,
}

/// Counts one frame. A step that the outcome does not name went wrong.
#[must_use]
pub fn tally(plan: &FillPlan, outcome: &FillOutcome) -> Tally {
    let result = |handle: u32| {
        outcome
            .fields
            .iter()
            .find(|f| f.handle == handle)
            .map(|f| f.result)
    };
    let mut tally = Tally::default();
    for step in &plan.steps {
        match result(step.handle) {
            Some(done) if done.is_filled() => tally.filled += 1,
            // Taken back on purpose.
            Some(WriteResult::Undone) => tally.left += 1,
            _ => tally.needs_you += 1,
        }
    }
    for left in &plan.left {
        if left.needs_person() {
            tally.needs_you += 1
        } else {
            tally.left += 1
        }
    }
    tally
}
