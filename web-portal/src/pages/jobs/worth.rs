//! What the scores were worth: how they went together with the person's own answers and interviews.
//!
//! What must not happen here: a conclusion that the server did not draw.

use crate::api::Api;
use crate::format::count;
use crate::state::fetched::{Fetched, Now};
use foothold_shared::matching::{CalibrationBand, MatchCalibration};
use leptos::prelude::*;

/// The panel, folded. Nothing for those who have sent nothing.
pub(super) fn worth(api: Api) -> AnyView {
    let fetched = Fetched::start(move || async move { api.match_calibration().await });
    (move || match fetched.now.get() {
        Now::Ready(found) if found.settled + found.waiting + found.without_score > 0 => {
            shown(found)
        }
        // Beside a list of jobs an empty or missing panel is no loss.
        _ => ().into_any(),
    })
    .into_any()
}

fn shown(found: MatchCalibration) -> AnyView {
    let number = |many: u32| usize::try_from(many).unwrap_or_default();
    let beside = [
        (found.waiting > 0).then(|| {
            let waits = if found.waiting == 1 { "waits" } else { "wait" };
            format!(
                "{} younger than three weeks still {waits} for an answer.",
                count(number(found.waiting), "application", "applications")
            )
        }),
        (found.without_score > 0).then(|| {
            if found.without_score == 1 {
                "1 application had no score: the job was not among yours here when it was sent."
                    .to_owned()
            } else {
                format!(
                    "{} had no score: the jobs were not among yours here when they were sent.",
                    count(number(found.without_score), "application", "applications")
                )
            }
        }),
    ];
    let beside = beside
        .into_iter()
        .flatten()
        .map(|words| view! { <p class="hint">{words}</p> })
        .collect_view();
    let bands = (!found.bands.is_empty()).then(|| table(&found.bands));
    view! {
        <details class="mb-4 border-t border-b border-line" id="worth">
            <summary class="py-3 font-semibold">"What your scores were worth"</summary>
            <div class="grid grid-cols-[minmax(0,1fr)] gap-3 pb-4">
                <p>{found.says}</p>
                {bands}
                {beside}
            </div>
        </details>
    }
    .into_any()
}

/// How many of how many, and no shares: with five, one more is a fifth.
fn table(bands: &[CalibrationBand]) -> AnyView {
    let rows = bands
        .iter()
        .map(|band| {
            let numbers = [band.answered, band.interviews].map(|many| {
                view! { <td class="figures py-1 pr-3 sm:pr-6 whitespace-nowrap">{format!("{many} of {}", band.sent)}</td> }
            });
            view! { <tr><th scope="row" class="figures py-1 pr-3 sm:pr-6 text-left font-normal whitespace-nowrap">{words(band)}</th>{numbers.into_iter().collect_view()}</tr> }
        })
        .collect_view();
    let head = ["Score", "Answered", "Interviews"].map(
        |words| view! { <th scope="col" class="py-1 pr-3 sm:pr-6 text-left font-semibold">{words}</th> },
    );
    view! {
        <table class="text-sm max-w-[40ch]">
            <caption class="sr">"Applications by the score that they had when they were sent"</caption>
            <thead><tr>{head.into_iter().collect_view()}</tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// "65 to 79".
fn words(band: &CalibrationBand) -> String {
    let last = if band.to == 100 {
        100
    } else {
        band.to.saturating_sub(1)
    };
    format!("{} to {last}", band.from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_do_not_overlap() {
        let band = |from, to| CalibrationBand {
            from,
            to,
            ..CalibrationBand::default()
        };
        assert_eq!(words(&band(65, 80)), "65 to 79");
        assert_eq!(words(&band(80, 100)), "80 to 100");
    }
}
