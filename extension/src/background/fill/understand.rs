//! From what the frames hold to what is going to be written: the core's stages over all frames of a tab.

use super::frames::{Frame, Seen};
use crate::background::tailor::Tailored;
use foothold_core::classify::{ClassifiedForm, classify};
use foothold_core::page::PageSnapshot;
use foothold_core::plan::{FillPlan, PlanContext, RowPlan, plan, rows};
use foothold_core::posting::{self, JobPosting};
use foothold_shared::profile::Profile;
use std::collections::BTreeMap;

/// The fields of each document that the page filled by itself, from the file it was given.
pub(crate) type PageWrote = BTreeMap<String, Vec<u32>>;

/// A tab, understood.
pub(crate) struct Understood {
    /// The job the tab is about.
    pub(crate) posting: JobPosting,
    /// The frames with an application form (or with any form, where the person asked for that).
    pub(crate) frames: Vec<FramePlan>,
    /// Whether at least one of them looks like an application.
    pub(crate) is_application: bool,
    /// What is on offer to be attached.
    pub(crate) context: PlanContext,
}

/// One frame and what is planned for it.
pub(crate) struct FramePlan {
    /// The document it is planned for.
    pub(crate) document_id: String,
    /// The form.
    pub(crate) form: ClassifiedForm,
    /// The plan.
    pub(crate) plan: FillPlan,
}

/// Understands every frame; the job is read once and counts for all of them. `anyway` says which frames count although
/// they do not look like an application by themselves.
pub(crate) fn understand(
    seen: &Seen,
    profile: &Profile,
    context: PlanContext,
    tailored: Option<&Tailored>,
    page_wrote: &PageWrote,
    anyway: impl Fn(&Frame, &ClassifiedForm) -> bool,
) -> Understood {
    let posting = read_posting(seen, &context.today);
    let mut context = PlanContext {
        job_country: posting.country.clone(),
        job_location: posting.location.clone(),
        ..context
    };
    if let Some(tailored) = tailored.filter(|one| one.is_for(&seen.url, &posting)) {
        tailored.offer_in(&mut context);
    }
    let mut frames = Vec::new();
    let mut is_application = false;
    for frame in &seen.frames {
        let form = classify(&frame.snapshot);
        is_application |= form.is_application;
        if form.fields.is_empty() && form.sections.is_empty() {
            continue;
        }
        if !(form.is_application || anyway(frame, &form)) {
            continue;
        }
        let own = own_context(&context, &frame.document_id, page_wrote);
        let plan = plan(&form, &frame.snapshot, profile, &own);
        frames.push(FramePlan {
            document_id: frame.document_id.clone(),
            form,
            plan,
        });
    }
    Understood {
        posting,
        frames,
        is_application,
        context,
    }
}

/// The rows that a document lacks for what the profile has.
pub(crate) fn missing_rows(
    document_id: &str,
    snapshot: &PageSnapshot,
    profile: &Profile,
    context: &PlanContext,
    page_wrote: &PageWrote,
) -> Vec<RowPlan> {
    let form = classify(snapshot);
    let own = own_context(context, document_id, page_wrote);
    rows(&form, snapshot, profile, &own)
}

/// What is planned with in one document: field numbers are its own.
fn own_context(context: &PlanContext, document_id: &str, page_wrote: &PageWrote) -> PlanContext {
    PlanContext {
        page_wrote: page_wrote.get(document_id).cloned().unwrap_or_default(),
        ..context.clone()
    }
}

/// The job as the page tells it; what the page leaves open is taken from its frames, in their order. A list of jobs is
/// none: what all its jobs have in common stands last.
pub(crate) fn read_posting(seen: &Seen, today: &str) -> JobPosting {
    let (mut postings, mut lists) = (Vec::new(), Vec::new());
    for Frame { snapshot, .. } in &seen.frames {
        let read = posting::read(snapshot, today);
        let title = read.title.as_deref().unwrap_or_default();
        if posting::is_list(snapshot, title) {
            lists.push(posting::in_common(snapshot, &read, today));
        } else {
            postings.push(read);
        }
    }
    let mut postings = postings.into_iter().chain(lists);
    let mut first = postings.next().unwrap_or_default();
    for next in postings {
        first.title = first.title.or(next.title);
        first.company = first.company.or(next.company);
        first.location = first.location.or(next.location);
        first.country = first.country.or(next.country);
        first.language = first.language.or(next.language);
        first.description = first.description.or(next.description);
        first.valid_through = first.valid_through.or(next.valid_through);
        first.closed = first.closed.or(next.closed);
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_core::page::{JobSource, TextBlock};

    /// A frame with a heading and the jobs that its data tells of: title and country.
    fn frame(heading: &str, jobs: &[(&str, &str)]) -> Frame {
        let json_ld = jobs.iter().map(|(title, country)| {
            format!(
                r#"{{"@type":"JobPosting","title":"{title}","hiringOrganization":{{"name":"Quay Ferries"}},"jobLocation":{{"address":{{"addressCountry":"{country}"}}}}}}"#
            )
        });
        Frame {
            snapshot: PageSnapshot {
                url: "https://quay.example/careers".to_owned(),
                job: JobSource {
                    json_ld: json_ld.collect(),
                    blocks: vec![TextBlock {
                        tag: "h1".to_owned(),
                        text: heading.to_owned(),
                        ..TextBlock::default()
                    }],
                    ..JobSource::default()
                },
                ..PageSnapshot::default()
            },
            document_id: "d".to_owned(),
        }
    }

    #[track_caller]
    fn check(frames: Vec<Frame>, expected: [Option<&str>; 3]) {
        let seen = Seen {
            url: "https://quay.example/careers".to_owned(),
            is_pdf: false,
            frames,
        };
        let read = read_posting(&seen, "2026-11-22");
        let of = [&read.title, &read.company, &read.country];
        assert_eq!(of.map(Option::as_deref), expected);
    }

    #[test]
    fn a_list_of_jobs_tells_its_employer_and_no_job() {
        let list = || {
            frame(
                "Open jobs",
                &[("Ferry welder", "DE"), ("Nurse", "DE"), ("Cook", "DE")],
            )
        };
        check(vec![list()], [None, Some("Quay Ferries"), Some("DE")]);
        // The frame that is about one job says more of it than the list around it.
        let job = frame("Deck officer", &[("Deck officer", "NO")]);
        check(
            vec![list(), job],
            [Some("Deck officer"), Some("Quay Ferries"), Some("NO")],
        );
    }
}
