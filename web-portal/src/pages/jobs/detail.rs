//! The open job: all that is known of it, and what a person does about it.

use super::card::country;
use super::desk::Desk;
use crate::browser::{clock, focus, intl, page};
use crate::components::icon::{Icon, icon};
use crate::components::markdown::markdown;
use crate::components::pill::{Tone, note};
use crate::components::state_view::{failure, skeleton};
use crate::format;
use crate::jobs::words;
use crate::state::fetched::{Fetched, Now};
use foothold_shared::job::{JobCard, JobLink, JobRequirement, JobView};
use leptos::prelude::*;

/// Whatever job is open; `about` adds what a page knows more of it.
pub(super) fn detail(
    desk: Desk,
    about: impl Fn(&str) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    (move || match desk.opened.get() {
        None => view! {
            <div class="tint hidden lg:flex flex-col items-center gap-3 px-6 py-16 text-center text-slate">
                <div class="text-pine">{icon(Icon::Search)}</div>
                <p>"Choose a job to read it here."</p>
            </div>
        }
        .into_any(),
        Some(id) => fetched(desk, id, about),
    })
    .into_any()
}

fn fetched(
    desk: Desk,
    id: String,
    about: impl Fn(&str) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let api = desk.api;
    let job = {
        let id = id.clone();
        Fetched::start(move || {
            let id = id.clone();
            async move { api.job(&id).await }
        })
    };
    (move || match job.now.get() {
        Now::Loading => skeleton(2),
        Now::Failed(problem) => failure(&problem, move || job.again()),
        Now::Ready(view) => {
            if page::is_narrow() || desk.takes_focus.get_untracked() {
                desk.takes_focus.set(false);
                focus::soon("job-title");
            }
            let more = about(&id);
            shown(desk, view, more)
        }
    })
    .into_any()
}

fn shown(desk: Desk, job: JobView, more: AnyView) -> AnyView {
    let card = job.card.clone();
    let closed = words::closed(&card.closed).map(|words| {
        let words = match job.not_listed_since_ms {
            Some(at) => format!("Not listed any more since {}", intl::date(at)),
            None => words.to_owned(),
        };
        note(
            Tone::Amber,
            format!("{words}. It can probably not be applied for any more.").into_any(),
        )
    });
    let company = card.company.clone();
    let applied = move || {
        desk.applied_at(&company).map(|at| {
            let words = format!("You already applied to {company}, on {}. ", intl::date(at));
            note(
                Tone::Amber,
                view! { {words}<a href="/applications">"Your applications"</a> }.into_any(),
            )
        })
    };
    let about_company = (!card.company_id.is_empty()).then(|| {
        let address = format!("/companies/{}", card.company_id);
        view! { <p class="mt-1"><a id="about-company" href=address>{format!("More about {}", card.company)}</a></p> }
    });
    let traits = words::traits(&card)
        .into_iter()
        .chain(job.visa.iter().map(|said| words::visa(*said)))
        .map(|words| view! { <span class="pill">{words}</span> })
        .collect_view();
    let required = requirements("Asked for", &job.requirements, true);
    let welcome = requirements("Welcome", &job.requirements, false);
    let skills = (!job.skills.is_empty()).then(|| {
        let skills = job.skills.iter().cloned();
        let all = skills
            .map(|skill| view! { <li class="pill">{skill}</li> })
            .collect_view();
        view! { <h3 class="mt-6 mb-2">"Skills"</h3><ul class="flex flex-wrap gap-1.5">{all}</ul> }
    });
    let description = if job.description.trim().is_empty() {
        view! { <p class="text-slate">"The source gives no description. The posting's own page has more."</p> }.into_any()
    } else {
        markdown(&job.description)
    };
    let source = sources(&job.links);
    view! {
        <article class="card p-4 sm:p-6">
            <h2 id="job-title" tabindex="-1">{card.title.clone()}</h2>
            <p class="text-slate mt-1 wrap">{words::below(&card, country)}</p>
            {about_company}
            <div class="flex flex-wrap gap-1.5 mt-3 empty:hidden">{traits}</div>
            {facts(&job)}
            {actions(desk, &card)}
            <div class="grid grid-cols-[minmax(0,1fr)] gap-3 mt-4 empty:hidden">{closed}{applied}</div>
            {more}
            {required}
            {welcome}
            {skills}
            <h3 class="mt-6 mb-2">"About the job"</h3>
            {description}
            {source}
        </article>
    }
    .into_any()
}

/// Pay, days, department: a line each where the posting tells.
fn facts(job: &JobView) -> AnyView {
    let card = &job.card;
    let now_ms = clock::now_ms();
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    if let Some(pay) = &card.pay {
        lines.extend(words::pay(pay).map(|words| ("Pay", words)));
        lines.extend(
            words::yearly(pay)
                .map(|words| ("In a year", format!("about {words}, by our reckoning"))),
        );
    }
    let from = words::places(&job.remote_from, country);
    if !from.is_empty() {
        lines.push(("Remote from", from));
    }
    if !job.department.is_empty() {
        lines.push(("Team", job.department.clone()));
    }
    if let Some(at) = card.posted_at_ms {
        let again = match card.reposts {
            ..=0 => String::new(),
            1 => ", posted again once".to_owned(),
            times => format!(", posted again {times} times"),
        };
        lines.push((
            "Posted",
            format!("{} ({}){again}", words::age(at, now_ms), intl::date(at)),
        ));
    }
    if let Some(at) = job.expires_at_ms {
        lines.push(("Apply by", intl::date(at)));
    }
    if !card.language.is_empty() {
        lines.push((
            "Written in",
            intl::name_of(intl::Names::Language, &card.language),
        ));
    }
    if !job.reference.is_empty() {
        lines.push(("Number", job.reference.clone()));
    }
    let rows = lines
        .into_iter()
        .map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> })
        .collect_view();
    view! { <dl class="facts mt-4">{rows}</dl> }.into_any()
}

/// Where one applies: the first address that is one.
fn apply_address(link: &JobLink) -> Option<String> {
    [link.apply_url.as_str(), &link.url]
        .into_iter()
        .find_map(format::web_address)
        .map(str::to_owned)
}

fn actions(desk: Desk, card: &JobCard) -> AnyView {
    let applying = card.job_id.clone();
    let note_apply = move |_| {
        let (api, id) = (desk.api, applying.clone());
        // The page opens whatever becomes of the note.
        leptos::task::spawn_local(async move { drop(api.apply_to_match(&id).await) });
    };
    let apply = apply_address(&card.link).map(|address| {
        view! { <a class="btn primary" id="apply" on:click=note_apply href=address target="_blank" rel="noopener">"Apply"<span class="sr">" (opens the posting's page)"</span></a> }
    });
    let (for_save, for_hide) = (card.clone(), card.clone());
    let (saved, hidden) = (card.clone(), card.clone());
    let is_saved = move || desk.marked(&saved).0;
    let is_hidden = move || desk.marked(&hidden).1;
    let pressed = {
        let is_saved = is_saved.clone();
        move || if is_saved() { "true" } else { "false" }
    };
    let make = format!(
        "/documents/new?{}",
        crate::api::jobs::query(&[("job", card.job_id.clone())])
    );
    view! {
        <div class="flex flex-wrap gap-2 mt-4">
            {apply}
            <button class="btn" type="button" id="save-job" aria-pressed=pressed on:click=move |_| desk.save(&for_save)>
                {move || if is_saved() { "Saved" } else { "Save" }}
            </button>
            <button class="btn" type="button" id="hide-job" on:click=move |_| desk.hide(&for_hide)>
                {move || if is_hidden() { "Show again" } else { "Hide" }}
            </button>
            <a class="btn quiet" href=make>"Make documents"</a>
        </div>
    }
    .into_any()
}

fn requirements(title: &'static str, all: &[JobRequirement], required: bool) -> Option<AnyView> {
    let of_kind: Vec<_> = all
        .iter()
        .filter(|one| one.required == required)
        .map(|one| view! { <li>{one.text.clone()}</li> })
        .collect();
    (!of_kind.is_empty()).then(|| {
        view! { <h3 class="mt-6 mb-2">{title}</h3><ul class="list-disc pl-5 grid gap-1 grid-cols-[minmax(0,1fr)] wrap">{of_kind}</ul> }.into_any()
    })
}

/// Where it is offered, named and linked as the sources ask for.
fn sources(links: &[JobLink]) -> AnyView {
    let rows = links
        .iter()
        .map(|link| {
            let words = if link.attribution.is_empty() {
                link.source_name.clone()
            } else {
                link.attribution.clone()
            };
            match format::web_address(&link.url) {
                // A source that asks for the way back gets it without `noreferrer`: it wants to see who sends people.
                Some(address) => {
                    let address = address.to_owned();
                    view! { <li><a href=address target="_blank" rel="noopener">{words}</a></li> }
                        .into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect_view();
    let title = if links.len() > 1 {
        "Found at"
    } else {
        "Source"
    };
    view! {
        <div class="mt-6 border-t border-line pt-4 text-sm text-slate flex flex-wrap gap-x-4 gap-y-1">
            <span>{title}</span>
            <ul class="flex flex-wrap gap-x-4 gap-y-1">{rows}</ul>
        </div>
    }
    .into_any()
}
