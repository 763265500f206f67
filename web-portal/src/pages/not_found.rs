//! There is no such page.

use super::arrive;
use leptos::prelude::*;

/// The page.
pub(crate) fn page() -> AnyView {
    arrive("Page not found", "title");
    view! {
        <div class="mx-auto max-w-md pt-16 text-center">
            <div class="mx-auto mb-6 w-fit text-pine">{crate::components::icon::mark("48")}</div>
            <h1 id="title" tabindex="-1">"There is nothing here"</h1>
            <p class="mt-3 mb-8 text-slate">"The address may have a slip in it, or what was here is gone."</p>
            <a class="btn primary" href="/">"Go to the start"</a>
        </div>
    }
    .into_any()
}
