//! What became of a fill, field by field.

use super::{FieldAt, JobView, SubmittedView};
use serde::{Deserialize, Serialize};

/// A fill and what became of it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct FilledView {
    /// The receipt of it.
    pub receipt_id: String,
    /// When, epoch milliseconds.
    pub filled_at_ms: i64,
    /// The page's host.
    pub host: String,
    /// The job.
    pub job: JobView,
    /// The fields, in their order.
    pub rows: Vec<FilledRow>,
    /// Whether the receipt could be kept here.
    pub receipt_kept: bool,
    /// Whether the application was sent, as far as that is known.
    #[serde(default)]
    pub submitted: Option<SubmittedView>,
}

/// What became of one field.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledRow {
    /// Where it is.
    pub at: FieldAt,
    /// The question as a person reads it.
    pub label: String,
    /// What happened.
    pub outcome: Outcome,
    /// What was to be written.
    pub value: String,
    /// What the page holds now, where that differs.
    pub kept: String,
    /// Where the value came from, or why there is none.
    pub why: String,
    /// Whether it takes a file.
    pub is_file: bool,
    /// Which file was to be attached.
    #[serde(default)]
    pub file: Option<String>,
    /// Whether the form insists on it.
    pub required: bool,
    /// Whose frame it is in, where that is not the page's own origin.
    pub frame: Option<String>,
    /// What the law says to this question, where employers usually may not ask it.
    #[serde(default)]
    pub notice: Option<String>,
}

impl FilledRow {
    /// The file that was to be attached and that the page does not hold now.
    #[must_use]
    pub fn refused_file(&self) -> Option<&str> {
        let is_refused = match self.outcome {
            Outcome::FileRefused => true,
            // It took the file and let go of it again.
            Outcome::KeptDifferent => self.is_file,
            _ => false,
        };
        self.file.as_deref().filter(|_| is_refused)
    }
}

/// What happened to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Written, and the page kept it.
    Written,
    /// It held that already.
    AlreadyThere,
    /// Written, but the page made something else of it.
    KeptDifferent,
    /// Could not be written.
    NotWritten,
    /// The page does not take the file from an extension.
    FileRefused,
    /// Left for the person.
    NeedsYou,
    /// Left, and nobody need care.
    Left,
    /// Put back to what it held before.
    Undone,
}

impl Outcome {
    /// Whether the person has something to do here.
    #[must_use]
    pub const fn needs_person(self) -> bool {
        matches!(
            self,
            Self::KeptDifferent | Self::NotWritten | Self::FileRefused | Self::NeedsYou
        )
    }

    /// Whether there is something to take back.
    #[must_use]
    pub const fn can_undo(self) -> bool {
        matches!(self, Self::Written | Self::KeptDifferent)
    }
}

/// How a fill went, in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Fields that hold what was meant.
    pub filled: usize,
    /// Fields the person has to look at.
    pub needs_you: usize,
    /// Fields that were put back.
    pub undone: usize,
}

impl FilledView {
    /// How the fill went.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for row in &self.rows {
            match row.outcome {
                Outcome::Written | Outcome::AlreadyThere => tally.filled += 1,
                Outcome::Undone => tally.undone += 1,
                Outcome::Left => {}
                _ => tally.needs_you += 1,
            }
        }
        tally
    }

    /// One sentence for ears and tooltips.
    #[must_use]
    pub fn sentence(&self) -> String {
        self.tally().sentence()
    }
}

impl Tally {
    /// The numbers as one sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        let Self {
            filled,
            needs_you,
            undone,
        } = self;
        let mut parts = vec![match filled {
            1 => "1 field filled".to_owned(),
            n => format!("{n} fields filled"),
        }];
        match needs_you {
            0 => {}
            1 => parts.push("1 needs you".to_owned()),
            n => parts.push(format!("{n} need you")),
        }
        if undone > 0 {
            parts.push(format!("{undone} taken back"));
        }
        format!("{}.", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(outcomes: &[Outcome]) -> FilledView {
        FilledView {
            receipt_id: "r".into(),
            filled_at_ms: 0,
            host: "jobs.example".into(),
            job: JobView::default(),
            receipt_kept: true,
            submitted: None,
            rows: outcomes
                .iter()
                .zip(1..)
                .map(|(&outcome, handle)| FilledRow {
                    at: FieldAt {
                        frame_id: 0,
                        handle,
                    },
                    label: String::new(),
                    outcome,
                    value: String::new(),
                    kept: String::new(),
                    why: String::new(),
                    is_file: false,
                    file: None,
                    required: false,
                    frame: None,
                    notice: None,
                })
                .collect(),
        }
    }

    #[test]
    fn the_sentence_counts_what_matters() {
        for (outcomes, sentence) in [
            (vec![], "0 fields filled."),
            (vec![Outcome::Written], "1 field filled."),
            (
                vec![Outcome::Written, Outcome::AlreadyThere],
                "2 fields filled.",
            ),
            (
                vec![Outcome::Written, Outcome::NeedsYou],
                "1 field filled, 1 needs you.",
            ),
            (
                vec![
                    Outcome::KeptDifferent,
                    Outcome::FileRefused,
                    Outcome::NotWritten,
                ],
                "0 fields filled, 3 need you.",
            ),
            (
                vec![Outcome::Undone, Outcome::Left],
                "0 fields filled, 1 taken back.",
            ),
        ] {
            assert_eq!(view(&outcomes).sentence(), sentence);
        }
    }

    #[test]
    fn only_what_was_written_can_be_taken_back() {
        assert!(Outcome::Written.can_undo());
        assert!(Outcome::KeptDifferent.can_undo());
        assert!(!Outcome::AlreadyThere.can_undo());
        assert!(!Outcome::Undone.can_undo());
    }
}
