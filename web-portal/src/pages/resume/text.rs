//! The text of a résumé, line by line, in the order a program reads it.

use foothold_shared::reading::ReadingView;
use leptos::prelude::*;

/// The text.
pub(super) fn card(reading: &ReadingView) -> AnyView {
    let mut page = 0;
    let many = reading.pages > 1;
    let lines = reading
        .lines
        .iter()
        .map(|line| {
            let head = (many && line.spot.page != page).then(|| {
                page = line.spot.page;
                view! { <li class="hint font-semibold mt-4">{format!("Page {page}")}</li> }
            });
            view! { {head}<li class="whitespace-pre-wrap break-words">{line.text.replace('\t', "    ")}</li> }
        })
        .collect_view();
    let cut = reading
        .cut
        .then(|| view! { <p class="hint mt-4">"The text goes on; this is its beginning."</p> });
    view! {
        <section class="card p-4 sm:p-6 mt-6" aria-labelledby="text">
            <h2 id="text">"The text, in the order it is read"</h2>
            <p class="text-slate mt-1 max-w-[70ch]">"Many systems keep only this. If lines stand in the wrong place here, a layout with a single column helps."</p>
            <ol class="mono text-sm mt-4 max-h-[32rem] overflow-y-auto" tabindex="0" aria-labelledby="text">{lines}</ol>
            {cut}
        </section>
    }
    .into_any()
}
