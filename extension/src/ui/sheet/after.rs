//! What follows a fill: whether the application was sent, and answers of the person's that could be remembered.

use super::state::Sheet;
use crate::browser::clock;
use crate::messages::{CorrectionOffer, CorrectionView, SubmittedView};
use crate::ui::icons::{Icon, Kind};
use leptos::prelude::*;

const YEAR_DAYS: u32 = 365;

/// Says that the application was sent, or asks.
#[component]
pub(super) fn Submitted(sheet: Sheet, submitted: Option<SubmittedView>) -> impl IntoView {
    match submitted {
        None => ().into_any(),
        Some(SubmittedView::Sent {
            at_ms,
            confirmation,
        }) => view! {
            <div class="note mx-4 my-3 text-sm" id="submitted">
                <Icon kind=Kind::Sent/>
                <div class="flex flex-col gap-1 min-w-0">
                    <p class="font-semibold">"Sent · " <time>{clock::local_time(at_ms)}</time></p>
                    {confirmation.map(|words| view! {
                        <p class="line-clamp-3" data-part="confirmation">"The page says: \u{201c}"{words}"\u{201d}"</p>
                    })}
                    <p class="hint">"Your receipt holds what you sent."</p>
                </div>
            </div>
        }
        .into_any(),
        Some(SubmittedView::Unsure { at_ms }) => view! {
            <div class="note amber mx-4 my-3 text-sm" id="unsure">
                <Icon kind=Kind::Info/>
                <div class="flex flex-col items-start gap-2 min-w-0">
                    <p>"The form went off at " <time>{clock::local_time(at_ms)}</time>
                        ", but the page did not say whether it arrived. Did you send it?"</p>
                    <button type="button" class="btn small" id="sent" disabled=move || sheet.is_busy()
                        on:click=move |_| sheet.sent()>
                        "I sent this"
                    </button>
                </div>
            </div>
        }
        .into_any(),
    }
}

/// Offers to remember what the person answered by hand.
#[component]
pub(super) fn Corrections(sheet: Sheet) -> impl IntoView {
    move || {
        let corrections = sheet.corrections();
        (!corrections.is_empty()).then(|| {
            let portal = sheet
                .status()
                .and_then(|status| status.connected)
                .map(|connected| format!("{}/profile", connected.server));
            view! {
                <section class="tint mx-4 my-3 p-3 text-sm" id="corrections" aria-labelledby="corrections-title">
                    <h3 class="text-sm" id="corrections-title" tabindex="-1">{title(&corrections)}</h3>
                    <ul class="flex flex-col rule mt-1">
                        {corrections.into_iter().map(|correction| view! {
                            <Correction sheet correction portal=portal.clone()/>
                        }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}

#[component]
fn Correction(sheet: Sheet, correction: CorrectionView, portal: Option<String>) -> impl IntoView {
    let CorrectionView {
        correction: number,
        at,
        question,
        answer,
        was,
        offer,
        country,
    } = correction;
    let answer = answer.join(", ");
    let about = format!("Answer to {question}");
    view! {
        <li class="py-2" data-correction=number.to_string()>
            <button type="button" class="flex flex-col w-full text-left rounded hover:bg-surface"
                title="Show this field on the page" on:click=move |_| sheet.reveal(at)>
                <span class="leading-snug" data-part="question">{question}</span>
                <span class="font-medium leading-snug line-clamp-2" data-part="answer">{answer}</span>
                {(!was.is_empty()).then(|| view! {
                    <span class="hint leading-snug line-clamp-2" data-part="was">"Foothold had: " {was}</span>
                })}
                {country.map(|code| view! {
                    <span class="hint leading-snug">"For jobs in " {code} " only"</span>
                })}
            </button>
            <div class="flex flex-wrap gap-x-4 mt-1" role="group" aria-label=about>
                {match offer {
                    CorrectionOffer::Remember => view! {
                        <button type="button" class="link py-1 font-semibold" data-do="year"
                            on:click=move |_| sheet.remember(number, Some(YEAR_DAYS))>"Remember for a year"</button>
                        <button type="button" class="link py-1" data-do="ever"
                            on:click=move |_| sheet.remember(number, None)>"For ever"</button>
                        <button type="button" class="link py-1" data-do="not"
                            on:click=move |_| sheet.forget(number)>"Not this one"</button>
                    }.into_any(),
                    CorrectionOffer::UpdateProfile => view! {
                        {portal.map(|address| view! {
                            <a class="py-1 font-semibold" data-do="profile" target="_blank" rel="noopener" href=address>
                                "Update your profile"
                            </a>
                        })}
                        <button type="button" class="link py-1" data-do="not"
                            on:click=move |_| sheet.forget(number)>"Leave it"</button>
                    }.into_any(),
                }}
            </div>
        </li>
    }
}

/// "You changed 2 answers. Remember them?"
fn title(corrections: &[CorrectionView]) -> String {
    let rememberable = corrections
        .iter()
        .filter(|one| one.offer == CorrectionOffer::Remember)
        .count();
    let what = match corrections.len() {
        1 => "You gave 1 answer yourself.".to_owned(),
        n => format!("You gave {n} answers yourself."),
    };
    match rememberable {
        0 => format!("{what} Does your profile need it too?"),
        1 if corrections.len() == 1 => format!("{what} Remember it?"),
        n if n == corrections.len() => format!("{what} Remember them?"),
        n => format!("{what} {n} can be remembered."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::FieldAt;

    fn correction(offer: CorrectionOffer) -> CorrectionView {
        CorrectionView {
            correction: 1,
            at: FieldAt {
                frame_id: 0,
                handle: 1,
            },
            question: String::new(),
            answer: Vec::new(),
            was: String::new(),
            offer,
            country: None,
        }
    }

    #[test]
    fn the_card_asks_what_can_be_answered() {
        use CorrectionOffer::{Remember, UpdateProfile};
        for (offers, words) in [
            (vec![Remember], "You gave 1 answer yourself. Remember it?"),
            (
                vec![Remember, Remember],
                "You gave 2 answers yourself. Remember them?",
            ),
            (
                vec![Remember, UpdateProfile],
                "You gave 2 answers yourself. 1 can be remembered.",
            ),
            (
                vec![UpdateProfile],
                "You gave 1 answer yourself. Does your profile need it too?",
            ),
        ] {
            let corrections: Vec<_> = offers.into_iter().map(correction).collect();
            assert_eq!(title(&corrections), words);
        }
    }
}
