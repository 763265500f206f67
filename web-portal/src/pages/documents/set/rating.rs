//! The one question about a set; the answer changes the next ones.

use super::Desk;
use crate::components::pill::{Tone, note};
use crate::state::session::use_api;
use foothold_shared::generation::{DocumentRating, RatingAnswer, RatingPrompt, RatingQuestion};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The answers to a question, in its words.
const fn answers(question: RatingQuestion) -> [(RatingAnswer, &'static str); 3] {
    let (too_much, right, too_little) = match question {
        RatingQuestion::Length => ("Too long", "Just right", "Too short"),
        RatingQuestion::Voice => ("Too much", "Like me", "Too dry"),
        RatingQuestion::Relevance => (
            "Too much beside the point",
            "Just right",
            "Something is missing",
        ),
    };
    [
        (RatingAnswer::TooMuch, too_much),
        (RatingAnswer::Right, right),
        (RatingAnswer::TooLittle, too_little),
    ]
}

/// The card; nothing where there is nothing to ask.
pub(super) fn card(desk: Desk) -> AnyView {
    let (id, question) = desk
        .set
        .with_value(|set| (set.document_set_id.clone(), set.question.clone()));
    let Some(prompt) = question else {
        return ().into_any();
    };
    let api = use_api();
    let thanks = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let RatingPrompt {
        kind,
        question,
        text,
    } = prompt;
    let buttons = answers(question)
        .into_iter()
        .map(|(answer, words)| {
            let id = id.clone();
            let send = move |_| {
                let id = id.clone();
                let rating = DocumentRating {
                    kind,
                    question,
                    answer,
                };
                spawn_local(async move {
                    match api.rate_documents(&id, &rating).await {
                        Ok(_) => {
                            thanks.try_set(true);
                        }
                        Err(problem) => drop(refused.try_set(Some(problem.detail))),
                    }
                });
            };
            view! { <button class="btn small" type="button" on:click=send>{words}</button> }
        })
        .collect_view();
    view! {
        <section class="tint p-4 sm:p-6" aria-labelledby="question">
            <h2 class="text-base" id="question">{text}</h2>
            <div class="mt-3 flex flex-wrap gap-2" class:hidden=move || thanks.get()>{buttons}</div>
            <p class="mt-2" role="status">{move || thanks.get().then_some("Noted. The next documents follow it.")}</p>
            {move || refused.get().map(|words| view! { <div class="mt-3" role="alert">{note(Tone::Brick, words.into_any())}</div> })}
        </section>
    }
    .into_any()
}
