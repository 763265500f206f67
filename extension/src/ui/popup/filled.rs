//! After the fill: what became of each field, and one click to take it back.

use super::looked::Job;
use super::row::{Group as Lines, Line, Mark, lift_frame};
use super::state::Popup;
use crate::messages::{FilledRow, FilledView, Outcome};
use leptos::prelude::*;

#[component]
pub(super) fn Filled(popup: Popup, view: FilledView) -> impl IntoView {
    let sentence = view.sentence();
    let can_undo = view.rows.iter().any(|row| row.outcome.can_undo());
    let mut lines: Vec<Line> = view.rows.iter().map(line).collect();
    let frame = lift_frame(&mut lines);
    let of = |mark| {
        let marked = lines.iter().filter(|line| line.mark == mark);
        marked.cloned().collect::<Vec<_>>()
    };
    let (needs_you, filled) = (of(Mark::NeedsYou), of(Mark::Filled));
    let (undone, left) = (of(Mark::Undone), of(Mark::Left));
    let receipt = if view.receipt_kept {
        "A receipt of this is kept in the options."
    } else {
        "The receipt could not be kept: the browser's storage is full."
    };
    view! {
        <section class="flex-none px-4 py-3 border-b border-line">
            <Job job=view.job.clone() host=view.host.clone()/>
            <h2 class="mt-1 text-base" id="outcome" tabindex="-1">{sentence}</h2>
            {frame.map(|host| view! { <p class="hint" id="frame">"The form is in a frame from " {host}</p> })}
        </section>
        <div class="relative grow overflow-y-auto" id="rows">
            <Lines popup id="needs-you" title="Needs you" lines=needs_you/>
            <Lines popup id="filled" title="Filled" lines=filled/>
            <Lines popup id="undone" title="Taken back" lines=undone/>
            <Lines popup id="left" title="Left as it is" lines=left open=false/>
        </div>
        <footer class="flex-none px-4 py-3 border-t border-line bg-surface">
            <div class="flex gap-2">
                <button type="button" class="btn grow" id="undo-all"
                    disabled=move || !can_undo || popup.is_busy() on:click=move |_| popup.undo(None)>
                    "Undo all"
                </button>
                <button type="button" class="btn quiet" id="again"
                    disabled=move || popup.is_busy() on:click=move |_| popup.look()>
                    "Look again"
                </button>
            </div>
            <p class="hint mt-2 text-center" id="receipt">{receipt}</p>
        </footer>
    }
}

fn line(row: &FilledRow) -> Line {
    Line {
        at: row.at,
        mark: match row.outcome {
            Outcome::Written | Outcome::AlreadyThere => Mark::Filled,
            Outcome::Left => Mark::Left,
            Outcome::Undone => Mark::Undone,
            _ => Mark::NeedsYou,
        },
        label: row.label.clone(),
        required: row.required,
        value: row.value.clone(),
        kept: row.kept.clone(),
        why: match row.outcome {
            Outcome::AlreadyThere => format!("It was there already ({}).", row.why),
            Outcome::KeptDifferent if row.why.is_empty() => {
                "The page changed it. Check that it is right.".to_owned()
            }
            _ => row.why.clone(),
        },
        frame: row.frame.clone(),
        undo: row.outcome.can_undo(),
        save: row.outcome == Outcome::FileRefused,
    }
}
