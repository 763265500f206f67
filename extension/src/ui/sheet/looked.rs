//! Before the fill: the job, what would be filled with what, what is left and why.

use super::row::{Group as Lines, Line, Mark, lift_frame};
use super::standing::{Applied, Fit, Why};
use super::state::{Sheet, looked_sentence};
use super::tailored::Offer;
use crate::messages::{FrameOffer, Group, JobView, LookRow, LookView, Standing};
use crate::ui::icons::{Icon, Kind};
use leptos::prelude::*;

#[component]
pub(super) fn Looked(sheet: Sheet, view: LookView) -> impl IntoView {
    if view.rows.is_empty() {
        return view! { <NoForm sheet view/> }.into_any();
    }
    let sentence = looked_sentence(&view);
    let will_fill = view.count(Group::Fill);
    let mut lines: Vec<Line> = view.rows.iter().map(line).collect();
    let frame = lift_frame(&mut lines);
    let of = |mark| {
        let marked = lines.iter().filter(|line| line.mark == mark);
        marked.cloned().collect::<Vec<_>>()
    };
    let (fill, needs_you, left) = (of(Mark::Filled), of(Mark::NeedsYou), of(Mark::Left));
    let button = match will_fill {
        0 => "Nothing to fill".to_owned(),
        1 => "Fill 1 field".to_owned(),
        n => format!("Fill {n} fields"),
    };
    view! {
        <section class="flex-none px-4 py-3 border-b border-line">
            <Job job=view.job.clone() host=view.host.clone()/>
            {several(&view)}
            <p class="mt-1 text-sm" id="summary">{sentence}</p>
            {frame.map(|host| view! { <p class="hint" id="frame">"The form is in a frame from " {host}</p> })}
            {view.truncated.then(|| view! {
                <p class="hint mt-1">"This page is very long. Foothold read its first part."</p>
            })}
            <Applied sheet view=view.clone()/>
            {view.job.title.is_some().then(|| view! { <Fit sheet/><Offer sheet fills=true/> })}
        </section>
        <div class="relative grow overflow-y-auto" id="rows">
            <Why sheet/>
            <Offers sheet offers=view.offers.clone()/>
            <Lines sheet id="needs-you" title="Needs you" lines=needs_you/>
            <Lines sheet id="will-fill" title="Will be filled" lines=fill/>
            <Lines sheet id="left" title="Left as it is" lines=left open=false/>
        </div>
        <footer class="flex-none px-4 pt-1 pb-3 border-t border-line bg-surface">
            <label class="check text-sm items-center">
                <input type="checkbox" id="overwrite" prop:checked=move || sheet.overwrites()
                    on:change=move |event| {
                        let overwrite = event_target_checked(&event);
                        sheet.look_with(|wish| wish.overwrite = overwrite);
                    }/>
                <span>"Overwrite what is already there"</span>
            </label>
            <button type="button" id="fill" class="btn primary w-full"
                disabled=move || will_fill == 0 || sheet.is_busy()
                on:click=move |_| sheet.fill()>
                {move || if sheet.is_busy() { "Working on it".to_owned() } else { button.clone() }}
            </button>
            <p class="hint mt-2 text-center">"You check and submit. Foothold never does."</p>
        </footer>
    }
    .into_any()
}

/// The job's name as far as the page tells it, else the page's host.
#[component]
pub(super) fn Job(job: JobView, host: String) -> impl IntoView {
    let standing = job.standing.as_ref().map(Standing::sentence);
    let place: Vec<_> = [job.company, job.location].into_iter().flatten().collect();
    let title = job.title.unwrap_or_else(|| "Application form".to_owned());
    let place = if place.is_empty() {
        host
    } else {
        place.join(", ")
    };
    view! {
        <h1 class="text-lg leading-tight line-clamp-2" id="job">{title}</h1>
        <p class="text-sm text-slate truncate" id="company">{place}</p>
        {standing.map(|sentence| view! { <p class="hint" id="standing">{sentence}</p> })}
    }
}

/// That the page tells of several jobs, so that nobody saves or tailors for the wrong one.
fn several(view: &LookView) -> Option<impl IntoView> {
    let (jobs, is_named) = (view.jobs_on_page, view.job.title.is_some());
    (jobs > 1).then(|| {
        let words = if is_named {
            format!("This page tells of {jobs} jobs. What follows is about this one; for another, open its own page.")
        } else {
            format!("This page lists {jobs} jobs. Open the page of the one you mean, then open Foothold again.")
        };
        view! {
            <div class="note amber mt-2 py-2 text-sm" id="several">
                <Icon kind=Kind::Info/>
                <p class="min-w-0">{words}</p>
            </div>
        }
    })
}

#[component]
fn NoForm(sheet: Sheet, view: LookView) -> impl IntoView {
    let knows_job = view.job.title.is_some();
    let fields = view.fields_on_page;
    view! {
        <section class="flex flex-col gap-3 p-4">
            <h1 class="text-lg" id="no-form">"No application form found on this page"</h1>
            {if knows_job {
                view! {
                    <div class="tint p-3">
                        <Job job=view.job.clone() host=view.host.clone()/>
                        {several(&view)}
                        <Applied sheet view=view.clone()/>
                        <Fit sheet/>
                        <Offer sheet fills=false/>
                    </div>
                    <div class="-mx-4"><Why sheet/></div>
                    <p class="text-sm">"Open the form, usually with a button such as \u{201c}Apply\u{201d}, then open Foothold again."</p>
                }.into_any()
            } else if view.jobs_on_page > 1 {
                view! { <div>{several(&view)}</div> }.into_any()
            } else {
                view! { <p class="text-sm">"Open the page that asks for your details, then open Foothold again."</p> }.into_any()
            }}
        </section>
        <Offers sheet offers=view.offers/>
        <footer class="flex gap-2 px-4 pb-4">
            <button type="button" class="btn small" id="next" on:click=move |_| sheet.look()>"Look again"</button>
            {(fields > 0).then(|| view! {
                <button type="button" class="btn quiet small" id="anyway"
                    on:click=move |_| sheet.look_with(|wish| wish.anyway = true)>
                    {if fields == 1 { "Look at the 1 field here".to_owned() } else { format!("Look at the {fields} fields here") }}
                </button>
            })}
        </footer>
    }
}

/// Frames that could hold the form: the person decides about each origin.
#[component]
fn Offers(sheet: Sheet, offers: Vec<FrameOffer>) -> impl IntoView {
    offers
        .into_iter()
        .map(|offer| {
            let origin = offer.origin.clone();
            let words = if offer.likely {
                format!("This form is in a frame from {}.", offer.host)
            } else {
                format!("A part of this page is a frame from {}, which Foothold cannot read.", offer.host)
            };
            view! {
                <div class="note mx-4 my-3 text-sm" data-offer=offer.host>
                    <Icon kind=Kind::Info/>
                    <div class="flex flex-col items-start gap-2">
                        <p>{words}</p>
                        <button type="button" class="btn small" on:click=move |_| sheet.allow(origin.clone())>
                            "Allow Foothold to fill it"
                        </button>
                    </div>
                </div>
            }
        })
        .collect_view()
}

fn line(row: &LookRow) -> Line {
    Line {
        at: row.at,
        mark: match row.group {
            Group::Fill => Mark::Filled,
            Group::NeedsYou => Mark::NeedsYou,
            Group::Left => Mark::Left,
        },
        label: row.label.clone(),
        required: row.required,
        value: row.value.clone(),
        kept: String::new(),
        why: row.why.clone(),
        frame: row.frame.clone(),
        notice: row.notice.clone(),
        undo: false,
        save: None,
    }
}
