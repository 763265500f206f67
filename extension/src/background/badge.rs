//! What the toolbar button says about a tab: how many fields are left for the person.

use crate::browser::badge::{self, Badge};
use crate::messages::{Failure, FilledView};

/// The brand's pine, amber and brick: white text on each is readable (AA). A badge takes no style sheet.
const PINE: &str = "#1f6f54";
const AMBER: &str = "#8f5b10";
const BRICK: &str = "#b4412f";

/// Shows how a fill went.
pub(crate) async fn show_filled(tab: i32, view: &FilledView) {
    // A tab that was closed in the meantime has no button any more.
    let _ = badge::show(tab, &of_fill(view)).await;
}

/// Shows that a fill could not be done.
pub(crate) async fn show_failure(tab: i32, failure: &Failure) {
    let text = "!".to_owned();
    let title = format!("Foothold: {}", failure.words());
    let _ = badge::show(
        tab,
        &Badge {
            text,
            color: BRICK,
            title,
        },
    )
    .await;
}

/// Shows which of the open questions the person is at.
pub(crate) async fn show_question(tab: i32, number: usize, of: usize) {
    // Four characters fit.
    let text = if number < 10 && of < 10 {
        format!("{number}/{of}")
    } else {
        number.min(9999).to_string()
    };
    let title = format!("Foothold: open question {number} of {of}.");
    let _ = badge::show(
        tab,
        &Badge {
            text,
            color: AMBER,
            title,
        },
    )
    .await;
}

/// Shows how many questions are open still.
pub(crate) async fn show_open(tab: i32, open: usize) {
    let _ = badge::show(tab, &of_open(open)).await;
}

fn of_open(open: usize) -> Badge {
    let (text, color, words) = match open {
        0 => ("✓".to_owned(), PINE, "no open questions".to_owned()),
        1 => ("1".to_owned(), AMBER, "1 open question".to_owned()),
        n => (n.min(999).to_string(), AMBER, format!("{n} open questions")),
    };
    Badge {
        text,
        color,
        title: format!("Foothold: {words}."),
    }
}

fn of_fill(view: &FilledView) -> Badge {
    let tally = view.tally();
    let (text, color) = match tally.needs_you {
        0 if tally.filled == 0 => (String::new(), PINE),
        0 => ("✓".to_owned(), PINE),
        n @ 1..=999 => (n.to_string(), AMBER),
        _ => ("999".to_owned(), AMBER),
    };
    Badge {
        text,
        color,
        title: format!("Foothold: {}", view.sentence()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{FieldAt, FilledRow, JobView, Outcome};

    fn badge(outcomes: &[Outcome]) -> Badge {
        let row = |(&outcome, handle)| FilledRow {
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
        };
        of_fill(&FilledView {
            receipt_id: String::new(),
            filled_at_ms: 0,
            host: String::new(),
            job: JobView::default(),
            rows: outcomes.iter().zip(1..).map(row).collect(),
            receipt_kept: true,
            submitted: None,
        })
    }

    #[test]
    fn the_badge_counts_what_is_left_for_the_person() {
        let open = badge(&[Outcome::Written, Outcome::NeedsYou, Outcome::FileRefused]);
        assert_eq!((open.text.as_str(), open.color), ("2", AMBER));
        assert_eq!(open.title, "Foothold: 1 field filled, 2 need you.");
        let done = badge(&[Outcome::Written, Outcome::Left]);
        assert_eq!((done.text.as_str(), done.color), ("✓", PINE));
        assert_eq!(badge(&[Outcome::Undone]).text, "");
        assert_eq!(badge(&[Outcome::NeedsYou; 1200]).text, "999");
    }

    #[test]
    fn the_badge_follows_the_answers() {
        let said = |open| {
            let badge = of_open(open);
            (badge.text, badge.title)
        };
        assert_eq!(said(2), ("2".into(), "Foothold: 2 open questions.".into()));
        assert_eq!(said(1), ("1".into(), "Foothold: 1 open question.".into()));
        assert_eq!(said(0), ("✓".into(), "Foothold: no open questions.".into()));
        assert_eq!(said(5000).0, "999");
    }
}
