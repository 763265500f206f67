//! What is kept where, in plain words.

use leptos::prelude::*;

const KEPT: [(&str, &str); 5] = [
    (
        "In this browser, on disk",
        "Your profile, your default résumé, the answers you had remembered, the last 200 receipts and the key that \
         connects this browser to your account. Web pages cannot read them.",
    ),
    (
        "In this browser, in memory only",
        "What the last fill of an open tab wrote, so that you can undo it, and what you answered yourself afterwards, \
         until you say whether to remember it. It goes when the tab or the browser closes.",
    ),
    (
        "At your server",
        "Your account: profile, résumés, remembered answers, receipts and applications. A receipt is sent after each \
         fill, or later when you are offline.",
    ),
    (
        "On a job page",
        "Nothing, until you open Foothold there or press its key. Then Foothold reads the form; your data reaches the \
         page when you fill it, and only the frames you can see named in the popup. After a fill it watches that form \
         for an hour at most: what you change, whether it was sent, and its next step. The marks it shows there hold \
         none of your data.",
    ),
    (
        "Nowhere else",
        "No other service gets anything from this extension, and no page is read that you did not ask about.",
    ),
];

#[component]
pub(super) fn Privacy() -> impl IntoView {
    view! {
        <section class="card p-6" aria-labelledby="privacy-title">
            <h2 id="privacy-title">"What is kept where"</h2>
            <dl class="flex flex-col gap-3 mt-3">
                {KEPT.map(|(place, what)| view! {
                    <div>
                        <dt class="font-semibold">{place}</dt>
                        <dd>{what}</dd>
                    </div>
                }).collect_view()}
            </dl>
            <p class="mt-4">
                "Keys: " <span class="kbd">"Alt+Shift+O"</span> " opens Foothold, "
                <span class="kbd">"Alt+Shift+F"</span>
                " fills the form in front, " <span class="kbd">"Alt+Shift+N"</span>
                " goes to the next open question. You can change them on the browser's page for extension shortcuts."
            </p>
        </section>
    }
}
