//! From what the frames hold to what is going to be written: the core's stages over all frames of a tab.

use super::frames::Seen;
use foothold_core::classify::{ClassifiedForm, classify};
use foothold_core::plan::{FillPlan, PlanContext, plan};
use foothold_core::posting::{self, JobPosting};
use foothold_shared::profile::Profile;

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

/// Understands every frame; the job is read once and counts for all of them.
pub(crate) fn understand(
    seen: &Seen,
    profile: &Profile,
    context: PlanContext,
    anyway: bool,
) -> Understood {
    let posting = read_posting(seen);
    let context = PlanContext {
        job_country: posting.country.clone(),
        job_location: posting.location.clone(),
        ..context
    };
    let mut frames = Vec::new();
    let mut is_application = false;
    for frame in &seen.frames {
        let form = classify(&frame.snapshot);
        is_application |= form.is_application;
        if form.fields.is_empty() || !(form.is_application || anyway) {
            continue;
        }
        let plan = plan(&form, &frame.snapshot, profile, &context);
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

/// The job as the page tells it; what the page leaves open is taken from its frames, in their order.
fn read_posting(seen: &Seen) -> JobPosting {
    let mut postings = seen
        .frames
        .iter()
        .map(|frame| posting::read(&frame.snapshot));
    let mut first = postings.next().unwrap_or_default();
    for next in postings {
        first.title = first.title.or(next.title);
        first.company = first.company.or(next.company);
        first.location = first.location.or(next.location);
        first.country = first.country.or(next.country);
    }
    first
}
