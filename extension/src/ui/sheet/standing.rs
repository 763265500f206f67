//! How the job stands with the person: the score with its reasons, saving, and what they sent to its company before.

use super::state::Sheet;
use crate::browser::tasks::spawn;
use crate::messages::{Failure, LookView, StandingView};
use crate::ui::icons::{Icon, Kind};
use crate::ui::worker;
use foothold_shared::matching::{MatchKnockout, MatchPart, MatchPartName, MatchScore};
use leptos::prelude::*;

/// What is known of how the job stands.
#[derive(Clone, PartialEq, Default)]
pub(super) enum Weighed {
    /// There is no job, or nobody asked.
    #[default]
    Nothing,
    /// The server is being asked.
    Asking,
    /// This is how.
    Known(StandingView),
    /// It is not known, for this reason.
    Unknown(Failure),
}

impl Sheet {
    /// Asks how the job that was just looked at stands.
    pub(super) fn weigh(self) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        // What is shown stays until there is something else to show.
        if !matches!(self.weighed.get_untracked(), Weighed::Known(_)) {
            self.weighed.set(Weighed::Asking);
        }
        spawn(async move {
            let known = worker::standing(tab).await;
            if !self.is_about(tab) {
                return;
            }
            let weighed = match known {
                Ok(view) => Weighed::Known(view),
                // No job after all: nothing is to be said.
                Err(Failure::NoPosting) => Weighed::Nothing,
                Err(failure) => Weighed::Unknown(failure),
            };
            if self.weighed.with_untracked(|before| *before != weighed) {
                self.weighed.set(weighed);
            }
        });
    }

    /// Saves the job, or takes it from the saved ones.
    fn save_job(self, save: bool) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        if self.saving.get_untracked() {
            return;
        }
        self.saving.set(true);
        self.trouble.set(None);
        spawn(async move {
            let done = worker::save_job(tab, save).await;
            self.saving.set(false);
            if !self.is_about(tab) {
                return;
            }
            match done {
                Ok(view) => {
                    let words = if save {
                        "Saved. The job is among your saved jobs."
                    } else {
                        "Not saved any more."
                    };
                    self.said.set(words.to_owned());
                    self.weighed.set(Weighed::Known(view));
                }
                Err(failure) => {
                    self.said.set(failure.words());
                    self.trouble.set(Some(failure));
                }
            }
        });
    }

    fn is_saved(self) -> bool {
        self.weighed
            .with(|weighed| matches!(weighed, Weighed::Known(view) if view.saved))
    }
}

/// The score in short, and the button that saves the job.
#[component]
pub(super) fn Fit(sheet: Sheet) -> impl IntoView {
    let score = move || {
        match sheet.weighed.get() {
        Weighed::Nothing => ().into_any(),
        Weighed::Asking => view! {
            <span class="skeleton h-6 w-[120px]" id="weighing">
                <span class="sr">"Comparing the job with your profile"</span>
            </span>
        }
        .into_any(),
        Weighed::Known(StandingView { fit: Some(fit), .. }) => short(&fit),
        Weighed::Known(_) => view! {
            <span class="hint" id="fit">"Your profile holds nothing yet to compare with this job."</span>
        }
        .into_any(),
        Weighed::Unknown(failure) => view! {
            <span class="hint" id="fit">
                {unknown(&failure)}" "
                <button type="button" class="link" id="weigh-again" on:click=move |_| sheet.weigh()>"Try again"</button>
            </span>
        }
        .into_any(),
    }
    };
    let portal = move || {
        let status = sheet.status().and_then(|status| status.connected);
        let server = status.filter(|_| sheet.is_saved())?.server;
        let address = format!("{server}/jobs/saved");
        Some(view! {
            <a class="text-sm py-1" id="saved-jobs" target="_blank" rel="noopener" href=address>"Your saved jobs"</a>
        })
    };
    view! {
        <div class="flex flex-wrap items-center gap-2 mt-2">
            {score}
            <button type="button" class="btn small" id="save-job"
                aria-pressed=move || sheet.is_saved().to_string()
                aria-disabled=move || sheet.saving.get().then_some("true")
                on:click=move |_| sheet.save_job(!sheet.is_saved())>
                {move || match (sheet.saving.get(), sheet.is_saved()) {
                    (true, _) => "Saving\u{2026}",
                    (false, true) => "Saved",
                    (false, false) => "Save job",
                }}
            </button>
            {portal}
        </div>
    }
}

/// Why it is not known, and what that means.
fn unknown(failure: &Failure) -> String {
    match failure {
        Failure::Offline => {
            "The server cannot be reached, so how well this job fits is not known.".to_owned()
        }
        other => format!("How well this job fits is not known. {}", other.words()),
    }
}

fn short(fit: &MatchScore) -> AnyView {
    let against = (!fit.knockouts.is_empty() || !fit.unwanted.is_empty()).then(|| {
        view! { <span class="pill brick"><Icon kind=Kind::Cross/>"Ruled out"</span> }
    });
    let score = format!("{:.0}", fit.score);
    view! {
        <span class="pill figures" id="fit">"Fit "{score}" of 100"</span>
        {against}
    }
    .into_any()
}

/// What the person sent to this company before: what the server knows, else what this browser does.
#[component]
pub(super) fn Applied(sheet: Sheet, view: LookView) -> impl IntoView {
    let here: Vec<String> = view.applied.into_iter().collect();
    move || {
        let told = match sheet.weighed.get() {
            Weighed::Known(view) if !view.applied.is_empty() => view.applied,
            _ => here.clone(),
        };
        (!told.is_empty()).then(|| {
            let lines = told.into_iter().map(|line| view! { <p>{line}</p> });
            view! {
                <div class="note amber mt-2 py-2 text-sm" id="applied">
                    <Icon kind=Kind::Info/>
                    <div class="min-w-0">{lines.collect_view()}</div>
                </div>
            }
        })
    }
}

/// Why it fits, part by part; what stands against it before everything else.
#[component]
pub(super) fn Why(sheet: Sheet) -> impl IntoView {
    move || match sheet.weighed.get() {
        Weighed::Known(StandingView { fit: Some(fit), .. }) => Some(reasons(sheet, fit)),
        _ => None,
    }
}

fn reasons(sheet: Sheet, fit: MatchScore) -> AnyView {
    let knockouts = fit.knockouts.into_iter().map(knockout).collect_view();
    let unwanted =
        (!fit.unwanted.is_empty()).then(|| against(view! { <p>{fit.unwanted}</p> }.into_any()));
    let parts = fit.parts.into_iter().map(part).collect_view();
    view! {
        <div id="knockouts">{knockouts}{unwanted}</div>
        <details id="why" class="border-b border-line" open=sheet.is_unfolded("why", false)
            on:toggle=move |event| sheet.fold("why", crate::browser::document::is_unfolded(&event))>
            <summary class="px-4 py-2 text-sm font-semibold">"Why this match?"</summary>
            <ul class="px-4 pb-3 flex flex-col gap-2">{parts}</ul>
        </details>
    }
    .into_any()
}

fn against(words: AnyView) -> AnyView {
    view! {
        <div class="note brick mx-4 my-2 py-2 text-sm"><Icon kind=Kind::Cross/><div class="min-w-0">{words}</div></div>
    }
    .into_any()
}

fn knockout(one: MatchKnockout) -> AnyView {
    let asks = if one.text.is_empty() {
        "The posting\u{2019}s language asks for it".to_owned()
    } else {
        format!("Asked for: \u{201c}{}\u{201d}", one.text)
    };
    against(view! { <p class="font-semibold">{asks}</p><p>{one.says}</p> }.into_any())
}

fn part(part: MatchPart) -> AnyView {
    let of = match part.name {
        MatchPartName::Nearness | MatchPartName::SecondLook => moved(part.points, part.most),
        _ => format!("{} of {}", points(part.points), points(part.most)),
    };
    let evidence = part
        .evidence
        .into_iter()
        .map(|words| line(Kind::Tick, "For it: ", words));
    let missing = part
        .missing
        .into_iter()
        .map(|words| line(Kind::Dash, "Missing: ", words));
    let lines: Vec<AnyView> = evidence.chain(missing).collect();
    view! {
        <li data-part=name(part.name)>
            <p class="flex justify-between gap-3 text-sm">
                <span class="font-semibold">{name(part.name)}</span>
                <span class="figures text-slate">{of}</span>
            </p>
            <ul class="text-sm">{lines}</ul>
        </li>
    }
    .into_any()
}

fn line(sign: Kind, spoken: &'static str, words: String) -> AnyView {
    view! {
        <li class="flex gap-2 leading-snug">
            <Icon kind=sign class="flex-none mt-1 text-slate"/>
            <span class="min-w-0"><span class="sr">{spoken}</span>{words}</span>
        </li>
    }
    .into_any()
}

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
