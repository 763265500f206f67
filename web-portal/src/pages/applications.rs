//! Applications: what was sent, to whom and when, and how it stands.

mod row;
pub(super) mod sent;

use super::{heading, signed_in};
use crate::components::choice::{Word, choice};
use crate::components::field::FieldText;
use crate::components::icon::Icon;
use crate::components::paged::{foot, shown};
use crate::components::state_view::empty;
use crate::state::paged::Paged;
use crate::state::removal::use_removals;
use crate::state::session::use_api;
use foothold_shared::application::ApplicationStatus;
use leptos::prelude::*;

pub(super) use row::brief;

/// How many come at once.
const AT_ONCE: u32 = 20;

const fn word(
    value: Option<ApplicationStatus>,
    words: &'static str,
) -> Word<Option<ApplicationStatus>> {
    Word {
        value,
        words,
        unsaid: false,
    }
}

/// Which applications are shown.
const WHICH: &[Word<Option<ApplicationStatus>>] = &[
    word(None, "All"),
    word(Some(ApplicationStatus::Applied), "Applied"),
    word(Some(ApplicationStatus::Interview), "Interview"),
    word(Some(ApplicationStatus::Offer), "Offer"),
    word(Some(ApplicationStatus::Rejected), "Rejected"),
    word(Some(ApplicationStatus::Withdrawn), "Withdrawn"),
];

/// The page.
pub(crate) fn page() -> AnyView {
    signed_in(applications)
}

fn applications() -> AnyView {
    let which = RwSignal::new(None);
    view! {
        {heading("Applications", ().into_any())}
        <p class="text-slate -mt-4 mb-6 max-w-[60ch]">"What you sent, as the extension saw it. Change the status as things go on."</p>
        <div class="mb-6">{choice(FieldText::new("status", "Show"), WHICH, which.into(), move |status| which.set(status))}</div>
        // A list of its own for each choice: what still comes for an earlier one has nowhere to go.
        {move || list(which.get())}
    }
    .into_any()
}

fn list(status: Option<ApplicationStatus>) -> AnyView {
    let (api, removals) = (use_api(), use_removals());
    let list = Paged::start(move |cursor: Option<String>| async move {
        api.applications(status, cursor.as_deref(), AT_ONCE).await
    });
    let shown = shown(list, 3, move |_| {
        let mut all = list.items();
        all.retain(|known| !removals.hides(&known.application_id));
        if all.is_empty() {
            return none(status);
        }
        let rows = all.into_iter().map(row::row).collect_view();
        view! { <ul class="grid grid-cols-[minmax(0,1fr)] gap-4" aria-label="Applications">{rows}</ul> }.into_any()
    });
    view! {
        {shown}
        {foot(list, "Show older")}
    }
    .into_any()
}

fn none(status: Option<ApplicationStatus>) -> AnyView {
    if status.is_some() {
        return view! { <p class="text-slate">"None of your applications stands like this."</p> }
            .into_any();
    }
    let step = view! { <a class="btn primary" href="/extension">"Set up the extension"</a> };
    empty(
        Icon::Sent,
        "No applications yet",
        "When you send a form that the extension filled, it is noted here: the job, the day, and what the page said.",
        step.into_any(),
    )
}
