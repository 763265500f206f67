//! "Why this match?": the score, the parts that made it with what speaks for and against, and the person's thumb.

use super::desk::Desk;
use crate::components::field::FieldText;
use crate::components::icon::{Icon, small};
use crate::components::pill::{Tone, note};
use crate::components::select::{options, select_field};
use crate::state::fetched::{Fetched, Now};
use foothold_shared::matching::{
    MatchFeedback, MatchKnockout, MatchPart, MatchPartName, MatchReason, MatchScore, MatchView,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Why a thumb went up or down, as offered.
const REASONS: [(&str, &str, MatchReason); 7] = [
    ("role", "The kind of work", MatchReason::Role),
    ("skills", "The skills it asks for", MatchReason::Skills),
    ("seniority", "The rank", MatchReason::Seniority),
    ("place", "The place", MatchReason::Place),
    ("pay", "The pay", MatchReason::Pay),
    ("company", "The employer", MatchReason::Company),
    ("other", "Something else", MatchReason::Other),
];

const fn name(part: MatchPartName) -> &'static str {
    match part {
        MatchPartName::Title => "Title",
        MatchPartName::Skills => "Skills",
        MatchPartName::Field => "Field of work",
        MatchPartName::Words => "Words in common",
        MatchPartName::Seniority => "Rank",
        MatchPartName::Requirements => "Requirements",
        MatchPartName::Place => "Place",
        MatchPartName::Pay => "Pay",
        MatchPartName::Freshness => "How new it is",
        MatchPartName::Preferences => "What you look for",
        MatchPartName::Feedback => "Your thumbs",
        MatchPartName::Nearness => "Meaning of the texts",
        MatchPartName::SecondLook => "A language model\u{2019}s second look",
    }
}

/// Points without a needless ".0".
fn points(points: f64) -> String {
    let tenths = (points * 10.0).round() / 10.0;
    format!("{tenths}")
}

/// "+3 (6 up or down at most)".
fn moved(by: f64, most: f64) -> String {
    let sign = if by > 0.0 { "+" } else { "" };
    format!("{sign}{} ({} up or down at most)", points(by), points(most))
}

/// "72", or "Not for you" where a knock-out stands against it.
pub(super) fn short(fit: &MatchScore) -> AnyView {
    let words = format!("{:.0}", fit.score);
    let against = (!fit.knockouts.is_empty() || !fit.unwanted.is_empty()).then(|| {
        view! { <span class="pill brick">{small(Icon::Alert)}<span>"Ruled out"</span></span> }
    });
    view! { <span class="flex flex-none flex-wrap justify-end gap-1.5 max-w-[50%]">{against}<span class="pill figures" title="Of 100"><span class="sr">"Score "</span>{words}</span></span> }
        .into_any()
}

/// The section of the open job.
pub(super) fn why(desk: Desk, job_id: &str) -> AnyView {
    let api = desk.api;
    let id = job_id.to_owned();
    let fit = Fetched::start(move || {
        let id = id.clone();
        async move { api.job_match(&id).await }
    });
    (move || match fit.now.get() {
        Now::Loading => view! { <div class="skeleton h-12 mt-4"></div> }.into_any(),
        Now::Failed(problem) => {
            view! { <p class="hint mt-4">{format!("How well it fits cannot be told now. {}", problem.detail)}</p> }.into_any()
        }
        Now::Ready(view) => shown(desk, view),
    })
    .into_any()
}

fn shown(desk: Desk, view: MatchView) -> AnyView {
    let fit = view.fit;
    let knockouts = fit.knockouts.into_iter().map(knockout).collect_view();
    let unwanted = (!fit.unwanted.is_empty()).then(|| note(Tone::Brick, fit.unwanted.into_any()));
    let parts = fit.parts.into_iter().map(part).collect_view();
    let score = format!("{:.0}", fit.score);
    view! {
        <section class="mt-4 border-t border-b border-line py-4" aria-label="Why this match?">
            <div class="grid grid-cols-[minmax(0,1fr)] gap-3 empty:hidden">{knockouts}{unwanted}</div>
            <details id="why">
                <summary class="py-2 font-semibold">"Fit "<span class="figures">{score}</span>" of 100. Why this match?"</summary>
                <ul class="rule">{parts}</ul>
            </details>
            {(!view.job.own).then(|| thumbs(desk, view.job.job_id, view.feedback))}
        </section>
    }
    .into_any()
}

fn knockout(one: MatchKnockout) -> AnyView {
    let asks = if one.text.is_empty() {
        "The posting's language asks for it".to_owned()
    } else {
        format!("Asked for: “{}”", one.text)
    };
    note(
        Tone::Brick,
        view! { <p class="font-semibold">{asks}</p><p>{one.says}</p> }.into_any(),
    )
}

fn part(part: MatchPart) -> AnyView {
    let of = match part.name {
        MatchPartName::Nearness | MatchPartName::SecondLook => moved(part.points, part.most),
        _ => format!("{} of {}", points(part.points), points(part.most)),
    };
    let line = |tone: Tone, words: String| {
        let sign = small(tone.icon());
        let said = if tone == Tone::Good {
            "Speaks for it: "
        } else {
            "Missing: "
        };
        view! { <li class="flex gap-2"><span class="mt-1 text-slate">{sign}</span><span class="min-w-0"><span class="sr">{said}</span>{words}</span></li> }
    };
    let evidence = part
        .evidence
        .into_iter()
        .map(|words| line(Tone::Good, words))
        .collect_view();
    let missing = part
        .missing
        .into_iter()
        .map(|words| line(Tone::Quiet, words))
        .collect_view();
    view! {
        <li class="py-3">
            <p class="flex justify-between gap-4"><span class="font-semibold">{name(part.name)}</span><span class="figures text-slate">{of}</span></p>
            <ul class="grid grid-cols-[minmax(0,1fr)] gap-1 text-sm">{evidence}{missing}</ul>
        </li>
    }
    .into_any()
}

fn thumbs(desk: Desk, job_id: String, given: Option<MatchFeedback>) -> AnyView {
    let thumb = RwSignal::new(given);
    let id = StoredValue::new(job_id);
    let give = move |next: Option<MatchFeedback>| {
        let before = thumb.get_untracked();
        thumb.set(next.clone());
        spawn_local(async move {
            let Some(id) = id.try_get_value() else { return };
            if let Err(problem) = desk.api.judge_match(&id, next.as_ref()).await {
                thumb.try_set(before);
                desk.toasts.say(format!("Not noted. {}", problem.detail));
            }
        });
    };
    let button = move |up: bool, words: &'static str, id: &'static str| {
        let is_given =
            move || thumb.with(|thumb| thumb.as_ref().is_some_and(|thumb| thumb.up == up));
        let press = move |_| {
            let next = (!untrack(is_given)).then(|| MatchFeedback {
                up,
                ..MatchFeedback::default()
            });
            give(next);
        };
        view! {
            <button class="btn small" type="button" id=id aria-pressed=move || if is_given() { "true" } else { "false" } on:click=press>
                {small(if up { Icon::Up } else { Icon::Down })}<span>{words}</span>
            </button>
        }
    };
    let reason = move || {
        let now = thumb.get()?;
        let said = REASONS
            .iter()
            .find(|(.., reason)| Some(*reason) == now.reason);
        let value = Signal::stored(said.map_or(String::new(), |(code, ..)| (*code).to_owned()));
        let table: Vec<(&str, &str)> = REASONS
            .iter()
            .map(|(code, words, _)| (*code, *words))
            .collect();
        let field = FieldText::new("thumb-reason", "Why?").hint("It moves other jobs of the kind up or down; the employer as a reason rules all of theirs out.");
        let choose = move |code: String| {
            let reason = REASONS
                .iter()
                .find(|(known, ..)| *known == code)
                .map(|(.., reason)| *reason);
            give(Some(MatchFeedback {
                reason,
                ..now.clone()
            }));
        };
        Some(select_field(
            field,
            Some("No reason"),
            options(&table),
            value,
            choose,
        ))
    };
    view! {
        <div class="flex flex-wrap gap-2 mt-3" role="group" aria-label="Is this a good match?">
            {button(true, "Good match", "thumb-up")}
            {button(false, "Bad match", "thumb-down")}
        </div>
        <div class="mt-3 max-w-[40ch] empty:hidden">{reason}</div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::{moved, points};

    #[test]
    fn points_are_told_as_short_as_they_are() {
        assert_eq!(points(12.0), "12");
        assert_eq!(points(7.25), "7.3");
        assert_eq!(points(-0.5), "-0.5");
        assert_eq!(moved(3.0, 6.0), "+3 (6 up or down at most)");
        assert_eq!(moved(-2.0, 6.0), "-2 (6 up or down at most)");
    }
}
