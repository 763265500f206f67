//! Times of jobs: missing ones, gaps, overlaps, the future, and styles that mix. The part `dates`.

use super::styles::{self, Style};
use super::tally::{Finding, Tally};
use super::weights::Code;
use super::{Look, counted, month, share};
use foothold_shared::reading::{ReadJob, ReadLine, Spot};
use std::collections::BTreeMap;

/// A gap is told from so many months on.
const GAP: i32 = 7;
/// What is longer ago than this, in months, is asked about by nobody.
const LONG_AGO: i32 = 120;
/// Jobs that lie over each other for longer are told, in months.
const OVERLAP: i32 = 4;

/// Ranges in another style than most, for suggestions.
#[derive(Default)]
pub(super) struct Times {
    /// The style of most.
    pub(super) style: Option<Style>,
    /// The ranges that are in another.
    pub(super) others: Vec<String>,
}

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) -> Times {
    let jobs = &look.case.reading.work;
    missing(look, jobs, tally);
    wrong(look, jobs, tally);
    between(look, jobs, tally);
    order(jobs, look, tally);
    styles(look, tally)
}

/// A job in words and where it stands.
fn place(look: &Look<'_>, job: &ReadJob) -> (String, Option<Spot>) {
    let known: Vec<&str> = [&job.title, &job.company]
        .into_iter()
        .flatten()
        .map(|value| value.text.as_str())
        .collect();
    let spot = job
        .title
        .as_ref()
        .or(job.company.as_ref())
        .map(|value| value.spot.clone());
    match known[..] {
        [] => job
            .bullets
            .first()
            .map(|line| look.page.place(line))
            .unwrap_or_default(),
        _ => (known.join(", "), spot),
    }
}

fn places<'j>(
    look: &Look<'_>,
    jobs: impl IntoIterator<Item = &'j ReadJob>,
) -> Vec<(String, Option<Spot>)> {
    jobs.into_iter()
        .take(20)
        .map(|job| place(look, job))
        .collect()
}

fn missing(look: &Look<'_>, jobs: &[ReadJob], tally: &mut Tally) {
    let without: Vec<&ReadJob> = jobs
        .iter()
        .filter(|job| job.start.is_none() && job.end.is_none() && !job.current)
        .collect();
    if !without.is_empty() {
        tally.lose(
            Code::DateMissing,
            0.3 + 0.7 * share(without.len(), jobs.len()),
            Finding::new(
                format!(
                    "{} no time.",
                    counted(without.len(), "job says", "jobs say")
                ),
                "Say from which month to which; systems count your years from it.",
            )
            .at(places(look, without)),
        );
    }
    let years: Vec<&ReadJob> = jobs
        .iter()
        .filter(|job| {
            let ends = [&job.start, &job.end];
            ends.into_iter().flatten().any(|date| date.month.is_none())
                // Decades ago nobody minds.
                && job.end.as_ref().is_none_or(|end| look.now - month(end, 12) < LONG_AGO)
        })
        .collect();
    if !years.is_empty() {
        tally.lose(
            Code::MonthMissing,
            share(years.len(), jobs.len()),
            Finding::new(
                format!(
                    "{} years without months.",
                    counted(years.len(), "job says", "jobs say")
                ),
                "Add the months; without them systems count a year that was two as one.",
            )
            .at(places(look, years)),
        );
    }
}

fn wrong(look: &Look<'_>, jobs: &[ReadJob], tally: &mut Tally) {
    let future: Vec<&ReadJob> = jobs
        .iter()
        .filter(|job| {
            let begins = job
                .start
                .as_ref()
                .is_some_and(|start| month(start, 1) > look.now);
            let ended = job.end.as_ref().is_some_and(|end| month(end, 1) > look.now);
            begins || ended && !job.current
        })
        .collect();
    if !future.is_empty() {
        tally.lose(
            Code::DateFuture,
            1.0,
            Finding::new(
                format!(
                    "{} in the future.",
                    counted(future.len(), "job begins or ended", "jobs begin or ended")
                ),
                "Check the year. For a job that goes on write \"present\".",
            )
            .at(places(look, future)),
        );
    }
    let reversed: Vec<&ReadJob> = jobs
        .iter()
        .filter(|job| {
            job.start
                .as_ref()
                .zip(job.end.as_ref())
                .is_some_and(|(start, end)| month(start, 1) > month(end, 12))
        })
        .collect();
    if !reversed.is_empty() {
        tally.lose(
            Code::DateReversed,
            1.0,
            Finding::new(
                format!(
                    "{} before it begins.",
                    counted(reversed.len(), "job ends", "jobs end")
                ),
                "Check both dates.",
            )
            .at(places(look, reversed)),
        );
    }
}

/// First month and the one after the last, where both are known.
fn span(look: &Look<'_>, job: &ReadJob) -> Option<(i32, i32)> {
    let start = month(job.start.as_ref()?, 1);
    let end = match &job.end {
        Some(end) => month(end, 12) + 1,
        None if job.current => look.now + 1,
        None => return None,
    };
    (end > start).then_some((start, end))
}

/// The months that a job took in any case: of a year without a month as few as can be.
fn certainly(look: &Look<'_>, job: &ReadJob) -> Option<(i32, i32)> {
    let start = month(job.start.as_ref()?, 12);
    let end = match &job.end {
        Some(end) => month(end, 1) + 1,
        None if job.current => look.now + 1,
        None => return None,
    };
    (end > start).then_some((start, end))
}

fn between(look: &Look<'_>, jobs: &[ReadJob], tally: &mut Tally) {
    let mut spans: Vec<((i32, i32), &ReadJob)> = jobs
        .iter()
        .filter_map(|job| Some((span(look, job)?, job)))
        .collect();
    spans.sort_by_key(|(span, _)| *span);
    let schools: Vec<(i32, i32)> = look
        .case
        .reading
        .education
        .iter()
        .filter_map(|school| {
            let end = match &school.end {
                Some(end) => month(end, 12) + 1,
                None => look.now + 1,
            };
            let start = school
                .start
                .as_ref()
                .map_or(end - 36, |start| month(start, 1));
            (school.start.is_some() || school.end.is_some()).then_some((start, end))
        })
        .collect();
    let mut gaps = Vec::new();
    let mut until: Option<i32> = None;
    for ((start, end), job) in &spans {
        if let Some(until) = until {
            let studied: i32 = schools
                .iter()
                .map(|(from, to)| ((*to).min(*start) - (*from).max(until)).max(0))
                .max()
                .unwrap_or(0);
            let open = start - until - studied;
            if open >= GAP && look.now - start < LONG_AGO {
                let (words, spot) = place(look, job);
                gaps.push((format!("{open} months before {words}"), spot));
            }
        }
        until = Some(until.map_or(*end, |until: i32| until.max(*end)));
    }
    if !gaps.is_empty() {
        tally.lose(
            Code::Gap,
            0.5 * gaps.len().min(2) as f32,
            Finding::new(
                format!(
                    "{} of more than half a year between jobs.",
                    counted(gaps.len(), "gap", "gaps")
                ),
                "If you learned, cared for somebody or worked for yourself then, one line says so. If not, leave it, \
                 and have an answer ready.",
            )
            .at(gaps),
        );
    }
    // Where only a year is said, jobs that may follow each other do not overlap.
    let mut certain: Vec<((i32, i32), &ReadJob)> = jobs
        .iter()
        .filter_map(|job| Some((certainly(look, job)?, job)))
        .collect();
    certain.sort_by_key(|(span, _)| *span);
    let over: Vec<(String, Option<Spot>)> = certain
        .iter()
        .enumerate()
        .filter(|(at, ((start, end), _))| {
            certain[..*at]
                .iter()
                .any(|((_, before), _)| before.min(end) - start >= OVERLAP)
        })
        .map(|(_, (_, job))| place(look, job))
        .collect();
    if !over.is_empty() {
        tally.lose(
            Code::Overlap,
            1.0,
            Finding::new(
                format!(
                    "{} another one for months.",
                    counted(over.len(), "job overlaps", "jobs overlap")
                ),
                "Check the dates. If you did both, say \"part time\" or \"freelance\" beside one of them.",
            )
            .at(over),
        );
    }
}

fn order(jobs: &[ReadJob], look: &Look<'_>, tally: &mut Tally) {
    let spans: Vec<(i32, i32)> = jobs.iter().filter_map(|job| span(look, job)).collect();
    let turned = spans
        .windows(2)
        .any(|two| two[1].0 > two[0].0 && two[1].1 > two[0].1);
    if turned {
        tally.lose(
            Code::NotNewestFirst,
            1.0,
            Finding::new(
                "Your jobs do not stand newest first.",
                "Put the latest job on top; programs and people take the first one for it.",
            ),
        );
    }
}

fn styles(look: &Look<'_>, tally: &mut Tally) -> Times {
    let mut written: Vec<(String, Style, Spot)> = Vec::new();
    let lines: &[ReadLine] = &look.case.reading.lines;
    for line in lines
        .iter()
        .take(2_000)
        .filter(|line| line.text.len() < 300)
    {
        for range in styles::ranges(&line.text) {
            if let Some(style) = range.style {
                written.push((range.text, style, line.spot.clone()));
            }
        }
    }
    let mut counts: BTreeMap<Style, usize> = BTreeMap::new();
    for (_, style, _) in &written {
        *counts.entry(*style).or_default() += 1;
    }
    // The one of most; among equals the one that comes first in the file.
    let most = counts.values().copied().max().unwrap_or_default();
    let main = written
        .iter()
        .map(|(_, style, _)| *style)
        .find(|style| counts.get(style) == Some(&most));
    let Some(main) = main else {
        return Times::default();
    };
    let others: Vec<(String, Option<Spot>)> = written
        .iter()
        .filter(|(_, style, _)| *style != main)
        .map(|(text, _, spot)| (text.clone(), Some(spot.clone())))
        .collect();
    let texts = others.iter().map(|(text, _)| text.clone()).collect();
    if !others.is_empty() {
        tally.lose(
            Code::DateStyles,
            0.4 + share(others.len(), written.len()),
            Finding::new(
                format!(
                    "{} in another style than the others ({}).",
                    counted(others.len(), "time is written", "times are written"),
                    main.example()
                ),
                "Write all times alike.",
            )
            .at(others),
        );
    }
    Times {
        style: Some(main),
        others: texts,
    }
}
