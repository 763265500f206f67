//! What was understood of a résumé. What the reader is not sure of carries a mark.

use crate::browser::intl::MONTHS;
use crate::components::pill::{Tone, pill};
use foothold_shared::profile::YearMonth;
use foothold_shared::reading::{
    ReadJob, ReadProject, ReadPublication, ReadSchool, ReadValue, ReadingView,
};
use leptos::prelude::*;

/// Below this the reader guessed.
pub(super) const UNSURE: f32 = 0.6;

/// The values.
pub(super) fn card(reading: &ReadingView) -> AnyView {
    let person: Vec<AnyView> = [
        ("Name", &reading.name),
        ("Headline", &reading.headline),
        ("E-mail", &reading.email),
        ("Phone", &reading.phone),
        ("Place", &reading.location),
        ("Summary", &reading.summary),
    ]
    .into_iter()
    .map(|(name, value)| one(name, value.as_ref()))
    .collect();
    view! {
        <section class="card p-4 sm:p-6" aria-labelledby="understood">
            <h2 id="understood">"What was understood"</h2>
            <dl class="mt-4 grid gap-3">
                {person}
                {many("Links", &reading.links)}
                {entries("Work", reading.work.iter().map(job).collect())}
                {entries("Education", reading.education.iter().map(school).collect())}
                {many("Skills", &reading.skills)}
                {many("Languages", &reading.languages)}
                {many("Certificates", &reading.certificates)}
                {(!reading.projects.is_empty()).then(|| entries("Projects", reading.projects.iter().map(project).collect()))}
                {(!reading.publications.is_empty()).then(|| entries("Publications", reading.publications.iter().map(publication).collect()))}
            </dl>
        </section>
    }
    .into_any()
}

fn row(name: &'static str, content: AnyView) -> AnyView {
    view! {
        <div class="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt class="hint">{name}</dt>
            <dd class="min-w-0 break-words">{content}</dd>
        </div>
    }
    .into_any()
}

/// What everybody's résumé has is told also where it was not found.
fn one(name: &'static str, value: Option<&ReadValue>) -> AnyView {
    match value {
        Some(value) => row(name, said(value)),
        None if matches!(name, "Headline" | "Summary") => ().into_any(),
        None => row(name, pill(Tone::Amber, "Not found")),
    }
}

fn many(name: &'static str, values: &[ReadValue]) -> Option<AnyView> {
    let items = values
        .iter()
        .map(|value| view! { <li>{said(value)}</li> })
        .collect_view();
    let list = view! { <ul class="flex flex-wrap gap-x-4 gap-y-1">{items}</ul> };
    (!values.is_empty()).then(|| row(name, list.into_any()))
}

fn entries(name: &'static str, entries: Vec<AnyView>) -> AnyView {
    if entries.is_empty() {
        return row(name, pill(Tone::Amber, "Not found"));
    }
    let items = entries
        .into_iter()
        .map(|entry| view! { <li>{entry}</li> })
        .collect_view();
    row(
        name,
        view! { <ul class="grid gap-3">{items}</ul> }.into_any(),
    )
}

fn said(value: &ReadValue) -> AnyView {
    let mark = (value.confidence < UNSURE).then(|| {
        view! { <span class="ml-2">{pill(Tone::Amber, "Not sure")}</span> }
    });
    view! { <span class="whitespace-pre-wrap">{value.text.clone()}</span>{mark} }.into_any()
}

fn job(job: &ReadJob) -> AnyView {
    let head = [&job.title, &job.company];
    let below = below(
        job.location.as_ref(),
        &span(job.start.as_ref(), job.end.as_ref(), job.current),
    );
    entry(head, below, &job.bullets)
}

fn school(school: &ReadSchool) -> AnyView {
    let head = [&school.degree, &school.school];
    let below = below(
        school.location.as_ref(),
        &span(school.start.as_ref(), school.end.as_ref(), school.current),
    );
    entry(head, below, &school.notes)
}

fn project(project: &ReadProject) -> AnyView {
    let span = span(
        project.start.as_ref(),
        project.end.as_ref(),
        project.current,
    );
    let below = joined(&[&span, &project.role, &project.url]);
    entry([&project.name, &None], below, &project.bullets)
}

fn publication(publication: &ReadPublication) -> AnyView {
    let published = publication.published.as_ref().map(month);
    let below = joined(&[
        published.as_deref().unwrap_or_default(),
        &publication.publisher,
        &publication.url,
    ]);
    entry([&publication.title, &None], below, &[])
}

fn entry(head: [&Option<ReadValue>; 2], below: String, bullets: &[String]) -> AnyView {
    let head = head
        .into_iter()
        .flatten()
        .map(|value| view! { <p class="font-semibold">{said(value)}</p> })
        .collect_view();
    let bullets = bullets
        .iter()
        .map(|bullet| view! { <li>{bullet.clone()}</li> })
        .collect_view();
    view! {
        {head}
        <p class="hint">{below}</p>
        <ul class="list-disc pl-5 text-sm">{bullets}</ul>
    }
    .into_any()
}

fn below(place: Option<&ReadValue>, span: &str) -> String {
    joined(&[span, place.map_or("", |place| place.text.as_str())])
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    said.join(" · ")
}

fn span(start: Option<&YearMonth>, end: Option<&YearMonth>, current: bool) -> String {
    let end = if current {
        Some("now".to_owned())
    } else {
        end.map(month)
    };
    let both = [start.map(month), end];
    both.into_iter().flatten().collect::<Vec<_>>().join(" – ")
}

fn month(month: &YearMonth) -> String {
    let name = month
        .month
        .and_then(|number| MONTHS.get(usize::from(number).checked_sub(1)?));
    name.map_or_else(
        || month.year.to_string(),
        |name| format!("{name} {}", month.year),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_said_as_far_as_they_are_known() {
        let may = YearMonth {
            year: 2020,
            month: Some(5),
        };
        let year = YearMonth {
            year: 2022,
            month: None,
        };
        assert_eq!(span(Some(&may), None, true), "May 2020 – now");
        assert_eq!(span(Some(&may), Some(&year), false), "May 2020 – 2022");
        assert_eq!(span(None, Some(&year), false), "2022");
        assert_eq!(span(None, None, false), "");
    }
}
