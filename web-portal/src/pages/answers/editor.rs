//! The form that changes a remembered answer and how long it counts.

use crate::api::message_for;
use crate::browser::clock;
use crate::components::choice::checkbox;
use crate::components::field::{FieldText, Typing, text_area, text_field};
use crate::components::select::select_field;
use crate::remembered::edited;
use crate::state::fetched::Fetched;
use crate::state::session::use_api;
use crate::state::toasts::use_toasts;
use foothold_shared::answer::{NewAnswer, RememberedAnswer};
use foothold_shared::problem::Problem;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The form. `close` is called when it is saved or given up.
pub(super) fn editor(
    list: Fetched<Vec<RememberedAnswer>>,
    known: RememberedAnswer,
    close: impl Fn() + Clone + 'static,
) -> AnyView {
    let (api, toasts) = (use_api(), use_toasts());
    let before = known.answer.clone();
    let said = RwSignal::new(before.answer.clone());
    let until = RwSignal::new(before.expires_at_ms.map(clock::day_of).unwrap_or_default());
    let problem = RwSignal::new(None::<Problem>);
    let saving = RwSignal::new(false);
    let id = known.answer_id.clone();
    let message = move |fields: &'static [&'static str]| {
        Signal::derive(move || {
            let problem = problem.get()?;
            fields.iter().find_map(|field| message_for(&problem, field))
        })
    };
    let save = {
        let (before, close) = (before.clone(), close.clone());
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            if saving.get_untracked() {
                return;
            }
            // The day as it was keeps its moment; another one counts to its end.
            let day = until.get_untracked();
            let expires_at_ms = match before.expires_at_ms {
                Some(end) if clock::day_of(end) == day => Some(end),
                _ => clock::end_of_day_ms(&day),
            };
            let answer = edited(
                &before,
                said.get_untracked(),
                expires_at_ms,
                clock::now_ms(),
            );
            saving.set(true);
            let (id, close) = (known.answer_id.clone(), close.clone());
            spawn_local(async move {
                match api.put_answer(&id, &answer).await {
                    Ok(stored) => {
                        toasts.say("The answer is saved.");
                        list.now.try_update(|now| replace(now, stored));
                        close();
                    }
                    Err(refused) => drop(problem.try_set(Some(refused))),
                }
                saving.try_set(false);
            });
        }
    };
    // What no field shows is said below them.
    let other = move || {
        let problem = problem.get()?;
        let shown = ["answer", "answer[0]", "expires_at_ms"]
            .iter()
            .any(|field| message_for(&problem, field).is_some());
        (!shown).then_some(problem.detail)
    };
    let end = FieldText::new(format!("until-{id}"), "Use it until")
        .hint("Leave it empty to keep the answer for ever.")
        .error(message(&["expires_at_ms"]));
    view! {
        <form class="grid grid-cols-[minmax(0,1fr)] gap-5 border-t border-line p-4 sm:px-6 sm:py-5" novalidate on:submit=save>
            {answer_field(&id, &before, said, message(&["answer", "answer[0]"]))}
            <div class="max-w-[16rem]">{text_field(end, Typing::of("date"), until.into(), move |day| until.set(day))}</div>
            <div role="alert" class="empty:hidden">{move || other().map(|words| view! { <p class="message">{words}</p> })}</div>
            <div class="flex flex-wrap gap-3">
                <button class="btn primary small" type="submit" aria-disabled=move || saving.get().then_some("true")>"Save"</button>
                <button class="btn small" type="button" on:click=move |_| close()>"Cancel"</button>
            </div>
        </form>
    }
    .into_any()
}

fn replace(now: &mut crate::state::fetched::Now<Vec<RememberedAnswer>>, stored: RememberedAnswer) {
    if let crate::state::fetched::Now::Ready(all) = now
        && let Some(at) = all
            .iter()
            .position(|known| known.answer_id == stored.answer_id)
    {
        all[at] = stored;
    }
}

/// The control that the question had: a list, boxes, or a text.
fn answer_field(
    id: &str,
    before: &NewAnswer,
    said: RwSignal<Vec<String>>,
    error: Signal<Option<String>>,
) -> AnyView {
    let field = FieldText::new(format!("answer-{id}"), "Your answer").error(error);
    let one = Signal::derive(move || said.with(|said| said.first().cloned().unwrap_or_default()));
    if before.options.is_empty() {
        return text_area(field, one, move |text| said.set(vec![text]));
    }
    if before.answer.len() == 1 {
        let mut options: Vec<(String, String)> = before
            .options
            .iter()
            .map(|option| (option.clone(), option.clone()))
            .collect();
        // An answer that is none of the options stays visible, so that it is not changed unseen.
        if !before.options.contains(&before.answer[0]) {
            options.insert(0, (before.answer[0].clone(), before.answer[0].clone()));
        }
        return select_field(field, None, options, one, move |option| {
            said.set(vec![option]);
        });
    }
    let all = before.options.clone();
    let boxes = before
        .options
        .iter()
        .enumerate()
        .map(|(i, option)| {
            let (own, all) = (option.clone(), all.clone());
            let chosen = {
                let own = own.clone();
                Signal::derive(move || said.with(|said| said.contains(&own)))
            };
            checkbox(
                format!("{}-{i}", field.id),
                own.clone(),
                chosen,
                move |on| {
                    said.update(|said| {
                        let is_on = |option: &String| {
                            if *option == own {
                                on
                            } else {
                                said.contains(option)
                            }
                        };
                        // In the order of the options, whatever was ticked last.
                        *said = all.iter().filter(|option| is_on(option)).cloned().collect();
                    });
                },
            )
        })
        .collect_view();
    field.around_group(
        view! { <div class="grid grid-cols-[minmax(0,1fr)] gap-2">{boxes}</div> }.into_any(),
    )
}
