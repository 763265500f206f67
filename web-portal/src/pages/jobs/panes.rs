//! A list of jobs and beside it the open one; on a phone one of the two. And the keys that move through it.

use super::card::{card, link_id};
use super::desk::Desk;
use super::detail::detail;
use crate::browser::{focus, page};
use crate::components::icon::{Icon, small};
use foothold_shared::job::JobCard;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// The panes. `head` and `foot` stand above and below the list; `more` asks for what comes after its end.
pub(super) fn panes(
    desk: Desk,
    jobs: Signal<Vec<JobCard>>,
    beside: impl Fn(&JobCard) -> AnyView + Copy + Send + Sync + 'static,
    head: AnyView,
    foot: AnyView,
    more: impl Fn() + Copy + 'static,
    about: impl Fn(&str) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let keys = window_event_listener(ev::keydown, move |event| {
        if on_key(desk, jobs, more, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || keys.remove());
    let open = move || desk.opened.with(Option::is_some).then_some("true");
    view! {
        <div class="panes" data-open=open>
            <div class="pane-list">
                {head}
                <h2 class="sr">"List"</h2>
                <ul class="grid grid-cols-[minmax(0,1fr)] gap-3" aria-label="Jobs">
                    <For each=move || jobs.get() key=|job| job.job_id.clone() let(job)>
                        {
                            let said = beside(&job);
                            card(desk, job, said)
                        }
                    </For>
                </ul>
                {foot}
                <p class="hint mt-6 hidden lg:block">
                    <span class="kbd">"J"</span>" "<span class="kbd">"K"</span>" move, "<span class="kbd">"Enter"</span>" opens, "
                    <span class="kbd">"Esc"</span>" goes back, "<span class="kbd">"S"</span>" saves, "<span class="kbd">"H"</span>" hides"
                </p>
            </div>
            <section class="pane-detail" aria-label="The open job">
                <a class="back" href=move || desk.closed_href() on:click=move |_| back_to_list(desk)>{small(Icon::Back)}<span>"Back to the list"</span></a>
                {detail(desk, about)}
            </section>
        </div>
    }
    .into_any()
}

/// Gives the focus back to where the open job stands in the list.
fn back_to_list(desk: Desk) {
    if let Some(id) = desk.opened.get_untracked() {
        focus::soon(link_id(&id));
    }
}

/// Leaves the open job for the list: closed where it has taken the list's place.
fn leave(desk: Desk) -> bool {
    let inside = document().active_element().is_some_and(|element| {
        let pane = element.closest(".pane-detail");
        pane.is_ok_and(|pane| pane.is_some())
    });
    if !inside || desk.opened.with_untracked(Option::is_none) {
        return false;
    }
    back_to_list(desk);
    if page::is_narrow() {
        desk.go(&untrack(|| desk.closed_href()), false);
    }
    true
}

/// Whether keys are meant for something that is typed or chosen in.
fn is_busy(event: &ev::KeyboardEvent) -> bool {
    let typed_in = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element
                .closest("input, textarea, select, [contenteditable], dialog")
                .ok()
                .flatten()
                .is_some()
        });
    typed_in || event.ctrl_key() || event.meta_key() || event.alt_key()
}

fn focused_id() -> String {
    document()
        .active_element()
        .map(|element| element.id())
        .unwrap_or_default()
}

fn on_key(
    desk: Desk,
    jobs: Signal<Vec<JobCard>>,
    more: impl Fn(),
    event: &ev::KeyboardEvent,
) -> bool {
    if is_busy(event) {
        return false;
    }
    if event.key() == "Escape" {
        return leave(desk);
    }
    let list = jobs.get_untracked();
    let focused = focused_id();
    let in_list = list.iter().position(|job| link_id(&job.job_id) == focused);
    let opened = desk.opened.get_untracked();
    let at = in_list.or_else(|| {
        list.iter()
            .position(|job| opened.as_ref() == Some(&job.job_id))
    });
    let step = match event.key().as_str() {
        "j" => 1,
        "k" => -1,
        // Arrows scroll the page, except while a job of the list has the focus.
        "ArrowDown" if in_list.is_some() => 1,
        "ArrowUp" if in_list.is_some() => -1,
        key @ ("s" | "h") => {
            let Some(job) = at.and_then(|at| list.get(at)) else {
                return false;
            };
            if key == "s" {
                desk.save(job);
            } else {
                desk.hide(job);
                // The hidden one leaves the list, the focus goes to what takes its place.
                let next =
                    at.and_then(|at| list.get(at + 1).or_else(|| list.get(at.checked_sub(1)?)));
                if let Some(next) = next {
                    focus::soon(link_id(&next.job_id));
                }
            }
            return true;
        }
        _ => return false,
    };
    let next = match at {
        None => 0,
        Some(at) => at.saturating_add_signed(step),
    };
    match list.get(next) {
        Some(job) => focus::soon(link_id(&job.job_id)),
        None => more(),
    }
    true
}
