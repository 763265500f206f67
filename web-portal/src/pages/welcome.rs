//! What Foothold does, for who is not signed in.

use super::arrive;
use crate::components::icon::{Icon, icon};
use crate::components::pill::{Tone, pill};
use leptos::prelude::*;

const POINTS: [(Icon, &str, &str); 3] = [
    (
        Icon::Person,
        "Say it once",
        "Keep your details, your work history and your résumé in one profile. Leave out what you like: what you do not say is never written.",
    ),
    (
        Icon::Plug,
        "Fill a form with one click",
        "The extension reads the form you have open and fills what it is sure of. Legal and personal questions get your own answer, or none.",
    ),
    (
        Icon::Receipt,
        "See what was written",
        "Each form leaves a receipt: every field, its value, and why a field was left. You look it over and press Submit yourself.",
    ),
];

/// The page.
pub(super) fn page() -> AnyView {
    arrive("", "title");
    let points = POINTS
        .into_iter()
        .map(|(sign, title, words)| {
            view! {
                <li class="grid gap-2 content-start">
                    <div class="text-pine mb-1">{icon(sign)}</div>
                    <h2 class="text-lg">{title}</h2>
                    <p class="text-slate">{words}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="grid items-center gap-12 py-4 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,0.9fr)] lg:py-14">
            <div>
                <h1 id="title" tabindex="-1" class="text-4xl md:text-5xl leading-[1.1]">"Job applications, filled in truthfully"</h1>
                <p class="mt-5 text-lg text-slate max-w-[52ch]">
                    "Foothold fills application forms with what you told it and shows you what it wrote. What it does not know, it leaves to you."
                </p>
                <div class="mt-8 flex flex-wrap gap-3">
                    <a class="btn primary px-6" href="/sign-up">"Create your account"</a>
                    <a class="btn px-6" href="/sign-in">"Sign in"</a>
                </div>
            </div>
            {example()}
        </div>
        <ul class="mt-8 grid gap-10 border-t border-line pt-12 md:grid-cols-3 md:gap-12">{points}</ul>
    }
    .into_any()
}

/// A form as it looks after a fill: what is done, what is the person's, what was left.
fn example() -> AnyView {
    let row = |label: &'static str, value: &'static str, tone: Tone, words: &'static str| {
        view! {
            <li class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 py-3">
                <div class="min-w-0">
                    <p class="text-sm text-slate">{label}</p>
                    <p class="font-medium truncate">{value}</p>
                </div>
                {pill(tone, words)}
            </li>
        }
    };
    view! {
        <figure class="card p-5 sm:p-7">
            <figcaption class="flex flex-wrap items-baseline justify-between gap-2 pb-3 border-b border-line">
                <span class="font-semibold">"A form, after one click"</span>
                <span class="text-sm text-slate">"an example"</span>
            </figcaption>
            <ul class="rule">
                {row("Full name", "Maya Okafor", Tone::Good, "Filled")}
                {row("Résumé", "Maya-Okafor.pdf", Tone::Good, "Attached")}
                {row("Will you need sponsorship to work in Canada?", "No", Tone::Good, "Filled")}
                {row("Why do you want to work with us?", "Yours to write", Tone::Amber, "Needs you")}
                {row("Gender", "You have not answered", Tone::Quiet, "Left")}
            </ul>
        </figure>
    }
    .into_any()
}
