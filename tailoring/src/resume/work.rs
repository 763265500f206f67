//! Jobs and projects. All jobs stay, so that no gap is hidden; of each the lines that answer the posting come first.

use super::lines::{self, Stops};
use crate::case::{Case, Decided};
use crate::choose::history::{When, latest_first};
use crate::dates;
use foothold_matching::facts::{self, entry_id};
use foothold_shared::document::{DocumentEntry, Statement};
use foothold_shared::profile::{Project, WorkEntry};

/// How many lines the latest job, the next, and so on, may have; the last figure holds for all others.
const ROOM: [i8; 4] = [6, 5, 4, 3];

pub(super) fn jobs(case: &Case<'_>, decided: &mut Decided, stops: Stops) -> Vec<DocumentEntry> {
    let jobs = &case.profile.work;
    let order = latest_first(jobs.iter().map(|job| When {
        start: job.start.as_ref(),
        end: job.end.as_ref(),
        current: job.current,
    }));
    let said = |at: &usize| says_something(&jobs[*at]);
    let ids: Vec<(usize, String)> = order
        .into_iter()
        .filter(said)
        .map(|at| (at, entry_id("work", &jobs[at].id, at)))
        .filter(|(_, id)| !case.ranking.is_left_out(id))
        .collect();
    let nearest = ids
        .iter()
        .max_by(|a, b| {
            case.ranking
                .asked(&a.1)
                .total_cmp(&case.ranking.asked(&b.1))
        })
        .map(|(at, _)| *at);
    let mut entries = Vec::new();
    for (nth, (at, id)) in ids.into_iter().enumerate() {
        let job = &jobs[at];
        let wide = i8::from(nearest == Some(at) && nth > 0);
        let (paragraph, bullets) = chosen(
            case,
            decided,
            &id,
            &job.description,
            room(case, nth, wide),
            stops,
        );
        explain(case, decided, &job.title, &bullets, &job.description);
        entries.push(DocumentEntry {
            title: lines::spaced(&job.title),
            subtitle: lines::spaced(&job.company),
            place: lines::spaced(&job.location),
            dates: dates::span(
                job.start.as_ref(),
                job.end.as_ref(),
                job.current,
                case.language,
            ),
            start: job.start.clone(),
            end: job.end.clone().filter(|_| !job.current),
            current: job.current,
            paragraph,
            bullets,
            entry_id: id,
            ..DocumentEntry::default()
        });
    }
    entries
}

fn says_something(job: &WorkEntry) -> bool {
    [&job.title, &job.company, &job.description]
        .iter()
        .any(|text| !text.trim().is_empty())
}

/// The projects that answer the posting first; with many, those that answer nothing may go.
pub(super) fn projects(case: &Case<'_>, decided: &mut Decided, stops: Stops) -> Vec<DocumentEntry> {
    let projects = &case.profile.projects;
    let order = latest_first(projects.iter().map(|project| When {
        start: project.start.as_ref(),
        end: project.end.as_ref(),
        current: project.current,
    }));
    let mut listed: Vec<(f32, &Project, String)> = order
        .into_iter()
        .map(|at| (at, entry_id("project", &projects[at].id, at)))
        .filter(|(at, id)| !projects[*at].name.trim().is_empty() && !case.ranking.is_left_out(id))
        .map(|(at, id)| (case.ranking.score(&id), &projects[at], id))
        .collect();
    listed.sort_by(|a, b| b.0.total_cmp(&a.0));
    let most = if case.options.max_pages == Some(1) {
        3
    } else {
        5
    };
    let mut entries = Vec::new();
    for (nth, (score, project, id)) in listed.into_iter().enumerate() {
        let chosen_one = case.ranking.is_chosen(&id);
        if nth >= most && !chosen_one {
            decided.dropped(
                &id,
                &project.name,
                "Your other projects answer this posting better.",
            );
            continue;
        }
        if !chosen_one {
            decided.may_go.push((score, id.clone()));
        }
        let (paragraph, bullets) = chosen(case, decided, &id, &project.description, 3, stops);
        entries.push(DocumentEntry {
            title: lines::spaced(&project.name),
            subtitle: lines::spaced(&project.role),
            dates: dates::span(
                project.start.as_ref(),
                project.end.as_ref(),
                project.current,
                case.language,
            ),
            start: project.start.clone(),
            end: project.end.clone().filter(|_| !project.current),
            current: project.current,
            link: project.url.trim().to_owned(),
            paragraph,
            bullets,
            entry_id: id,
            ..DocumentEntry::default()
        });
    }
    entries
}

fn room(case: &Case<'_>, nth: usize, more: i8) -> usize {
    let room = ROOM.get(nth).copied().unwrap_or(ROOM[ROOM.len() - 1]);
    let short = i8::from(case.options.max_pages == Some(1));
    usize::try_from(room + more - short + case.style.resume_length)
        .unwrap_or(0)
        .max(2)
}

/// Running text and bullets of an entry. What there is room for stays, the most asked for first.
fn chosen(
    case: &Case<'_>,
    decided: &mut Decided,
    entry: &str,
    description: &str,
    room: usize,
    stops: Stops,
) -> (Vec<Statement>, Vec<Statement>) {
    let running = lines::running(description);
    let mut paragraph = Vec::new();
    let mut listed: Vec<(usize, &str, String)> = Vec::new();
    for (at, text) in facts::lines(description).enumerate() {
        let id = format!("{entry}/{at}");
        if case.ranking.is_left_out(&id) {
            continue;
        }
        if running.get(at) == Some(&true) {
            offer(case, decided, &id, 0.3);
            paragraph.push(decided.state(lines::sentence(text), vec![id]));
        } else {
            listed.push((at, text, id));
        }
    }
    let must = |id: &str| case.ranking.is_chosen(id);
    listed.sort_by(|a, b| {
        let score = |id: &str| case.ranking.score(id);
        must(&b.2)
            .cmp(&must(&a.2))
            .then(score(&b.2).total_cmp(&score(&a.2)))
            .then(a.0.cmp(&b.0))
    });
    let mut bullets = Vec::new();
    for (nth, (_, text, id)) in listed.into_iter().enumerate() {
        if nth >= room && !must(&id) {
            decided.dropped(
                &id,
                text,
                "Your other lines under this entry answer this posting better.",
            );
            continue;
        }
        // Without any line an entry says little: its best one goes after others of the same use.
        offer(case, decided, &id, if nth == 0 { 0.3 } else { 0.0 });
        bullets.push(decided.state(lines::bullet(text, stops), vec![id]));
    }
    (paragraph, bullets)
}

fn offer(case: &Case<'_>, decided: &mut Decided, id: &str, more: f32) {
    if !case.ranking.is_chosen(id) {
        decided
            .may_go
            .push((case.ranking.score(id) + more, id.to_owned()));
    }
}

/// Says why a line came to the top that the person had further down.
fn explain(
    case: &Case<'_>,
    decided: &mut Decided,
    title: &str,
    bullets: &[Statement],
    description: &str,
) {
    let Some(first) = bullets.first() else { return };
    let id = first.facts.first().map(String::as_str).unwrap_or_default();
    let words = case.ranking.words(id);
    let was_first = facts::lines(description)
        .next()
        .is_some_and(|line| first.text.starts_with(line.trim_end_matches('.')));
    if was_first || words.is_empty() {
        return;
    }
    let answers: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
    decided.chose(
        format!(
            "First under {}: {}",
            if title.trim().is_empty() {
                "a job"
            } else {
                title.trim()
            },
            first.text
        ),
        format!("It answers what the posting says: {}.", answers.join(", ")),
        first.facts.clone(),
    );
}
