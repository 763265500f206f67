//! After the fill: what became of each field, what is open still, and one click to take it back.

use super::after::{Corrections, Submitted};
use super::looked::Job;
use super::row::{Group as Lines, Line, Mark, lift_frame};
use super::state::Sheet;
use crate::messages::{FieldAt, FilledRow, FilledView, Outcome, SubmittedView};
use leptos::prelude::*;

#[component]
pub(super) fn Filled(sheet: Sheet, view: FilledView) -> impl IntoView {
    let tally = view.tally();
    let can_undo = view
        .rows
        .iter()
        .any(|row| row.outcome.can_undo() && !row.at.is_behind());
    let (behind, here): (Vec<_>, Vec<_>) = view.rows.iter().partition(|row| is_out_of_sight(row));
    let behind: Vec<Line> = behind.into_iter().map(line).collect();
    let mut lines: Vec<Line> = here.into_iter().map(line).collect();
    let frame = lift_frame(&mut lines);
    let receipt = if view.receipt_kept {
        "A receipt of this is kept in the options."
    } else {
        "The receipt could not be kept: the browser's storage is full."
    };
    let asks_whether_sent = view.submitted.is_none();
    // What was sent can neither be answered nor taken back.
    let is_sent = matches!(view.submitted, Some(SubmittedView::Sent { .. }));
    let can_undo = can_undo && !is_sent;
    if is_sent {
        for line in &mut lines {
            line.close();
        }
    }
    let open_now = move || match sheet.open_questions() {
        _ if is_sent => 0,
        Some(open) => open.len(),
        None => tally.needs_you,
    };
    let sentence = move || {
        let mut tally = tally;
        tally.needs_you = open_now();
        tally.sentence()
    };
    view! {
        <section class="flex-none px-4 py-3 border-b border-line">
            <Job job=view.job.clone() host=view.host.clone()/>
            <h2 class="mt-1 text-base" id="outcome" tabindex="-1">{sentence}</h2>
            {frame.map(|host| view! { <p class="hint" id="frame">"The form is in a frame from " {host}</p> })}
        </section>
        <div class="relative grow overflow-y-auto" id="rows">
            <Submitted sheet submitted=view.submitted.clone()/>
            <Corrections sheet/>
            {move || {
                let open = sheet.open_questions();
                let of = |mark| {
                    let lines = lines.iter().map(|line| answered(line, open.as_deref()));
                    lines.filter(|line| line.mark == mark).collect::<Vec<_>>()
                };
                view! {
                    <Lines sheet id="needs-you" title="Needs you" lines=of(Mark::NeedsYou)/>
                    <Lines sheet id="answered" title="Answered by you" lines=of(Mark::Answered)/>
                    <Lines sheet id="filled" title="Filled" lines=of(Mark::Filled)/>
                    <Lines sheet id="undone" title="Taken back" lines=of(Mark::Undone)/>
                    <Lines sheet id="left" title="Left as it is" lines=of(Mark::Left) open=false/>
                    <Lines sheet id="behind" title="No longer on the page" lines=behind.clone() open=false/>
                }
            }}
        </div>
        <footer class="flex-none px-4 py-3 border-t border-line bg-surface">
            {move || (open_now() > 0).then(|| view! {
                <button type="button" class="btn primary w-full mb-2" id="next-open" title="Alt+Shift+N"
                    on:click=move |_| sheet.next()>
                    "Next open question"
                    {move || sheet.current().map(|at| view! {
                        <span class="figures font-normal" id="place">{at.number}" of "{at.of}</span>
                    })}
                </button>
            })}
            <div class="flex gap-2">
                <button type="button" class="btn grow" id="undo-all"
                    disabled=move || !can_undo || sheet.is_busy() on:click=move |_| sheet.undo(None)>
                    "Undo all"
                </button>
                <button type="button" class="btn quiet" id="again"
                    disabled=move || sheet.is_busy() on:click=move |_| sheet.look()>
                    "Look again"
                </button>
            </div>
            <p class="hint mt-2 text-center" id="receipt">{receipt}</p>
            <div class="flex flex-wrap justify-center gap-x-4 text-sm">
                {(!is_sent).then(|| view! {
                    <button type="button" class="link py-1" id="marks"
                        on:click=move |_| sheet.show_marks(!sheet.shows_marks())>
                        {move || if sheet.shows_marks() { "Hide marks on the page" } else { "Show marks on the page" }}
                    </button>
                })}
                {asks_whether_sent.then(|| view! {
                    <button type="button" class="link py-1" id="sent" disabled=move || sheet.is_busy()
                        on:click=move |_| sheet.sent()>
                        "I sent this"
                    </button>
                })}
            </div>
        </footer>
    }
}

/// Pages take away the field of a file that they took, and show the file instead: that is in sight.
fn is_out_of_sight(row: &FilledRow) -> bool {
    row.at.is_behind() && !(row.is_file && row.outcome == Outcome::Written)
}

/// A line whose question the person has answered by now says so.
fn answered(line: &Line, open: Option<&[FieldAt]>) -> Line {
    let mut line = line.clone();
    if line.mark == Mark::NeedsYou && open.is_some_and(|open| !open.contains(&line.at)) {
        line.mark = Mark::Answered;
        line.why = String::new();
    }
    line
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
        notice: row.notice.clone(),
        undo: row.outcome.can_undo() && !row.at.is_behind(),
        save: row.refused_file().map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answered_question_leaves_the_open_ones() {
        let at = |handle| FieldAt {
            frame_id: 0,
            handle,
        };
        let row = |handle| FilledRow {
            at: at(handle),
            label: String::new(),
            outcome: Outcome::NeedsYou,
            value: String::new(),
            kept: String::new(),
            why: "Consent is yours to give.".into(),
            is_file: false,
            file: None,
            required: true,
            frame: None,
            notice: None,
        };
        let one = line(&row(1));
        assert_eq!(answered(&one, None).mark, Mark::NeedsYou);
        assert_eq!(answered(&one, Some(&[at(1)])).mark, Mark::NeedsYou);
        assert_eq!(answered(&one, Some(&[at(2)])).mark, Mark::Answered);
    }
}
