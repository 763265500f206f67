//! A fill is done in passes, because pages answer: a file fills fields, an answer opens a question, a button adds a row.
//!
//! Files first, and what the page makes of them is awaited and read. Then the rows that are missing are added, one by
//! one. Then everything is planned and written; what the page changed meanwhile, or opened, is planned once more.
//! What must not happen here: a pass without an end, a field written twice because two looks saw it, a plan for one
//! document sent to another.

use super::frames::{self, Frame, Seen};
use super::parsed::page_wrote;
use super::understand::{FramePlan, PageWrote, Understood, missing_rows, understand};
use super::{FillRecord, Order};
use crate::address;
use crate::background::tailor::{self, Tailored};
use crate::browser::tabs;
use foothold_core::classify::{ClassifiedField, ClassifiedForm, Family};
use foothold_core::outcome::{FieldOutcome, FillOutcome, WriteResult};
use foothold_core::page::Control;
use foothold_core::plan::{FillPlan, FillStep, PlanContext, Refusal, WriteAction};
use foothold_shared::profile::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// The most times that one fill plans.
const MOST_PASSES: usize = 3;
/// The most rows that one fill adds, over all sections of a document.
const MOST_ROWS: usize = 30;

/// Why a tab is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The person asked for it now.
    Now,
    /// The person asked for it before, and the application went on. What they did since stays.
    Before,
}

/// What a tab is filled with, and what it is filled for.
pub(crate) struct Material {
    /// The profile.
    pub(crate) profile: Profile,
    /// What the plans need beside it.
    pub(crate) context: PlanContext,
    /// What was written for a job, where the person wants it attached.
    pub(crate) tailored: Option<Tailored>,
    /// Take forms that do not look like an application, too.
    pub(crate) anyway: bool,
    /// Documents that belong to an application that was filled before, and the origins they came from.
    pub(crate) known: BTreeMap<String, Option<String>>,
    /// Documents that stood when the tab was filled before, whether they were part of the form or not.
    pub(crate) stood: BTreeSet<String>,
    /// Documents that get nothing.
    pub(crate) left_alone: BTreeSet<String>,
}

impl Material {
    /// Understands a tab with it.
    pub(crate) fn understand(
        &self,
        seen: &Seen,
        page_wrote: &PageWrote,
        cause: Cause,
    ) -> Understood {
        let counts =
            |frame: &Frame, form: &ClassifiedForm| self.anyway || self.is_next(frame, form, cause);
        let mut understood = understand(
            seen,
            &self.profile,
            self.context.clone(),
            self.tailored.as_ref(),
            page_wrote,
            counts,
        );
        understood.frames.retain(|frame| {
            let asked_for =
                cause == Cause::Now || self.is_known(&frame.document_id, &frame.form.url);
            asked_for && !self.left_alone.contains(&frame.document_id)
        });
        understood
    }

    /// Whether a document, or its origin, was filled when the person asked.
    fn is_known(&self, document_id: &str, url: &str) -> bool {
        let origin = address::origin_of(url);
        let same_origin = || self.known.values().any(|known| *known == origin);
        self.known.contains_key(document_id) || origin.is_some() && same_origin()
    }

    /// Whether a frame goes on with the application: its document was filled before, or it followed one of the same
    /// origin. What stood beside the form already is no step of it, and a form that asks for a password is a sign-in.
    fn is_next(&self, frame: &Frame, form: &ClassifiedForm, cause: Cause) -> bool {
        if self.known.contains_key(&frame.document_id) {
            return true;
        }
        let follows = cause == Cause::Before
            && !self.stood.contains(&frame.document_id)
            && self.is_known(&frame.document_id, &frame.snapshot.url);
        let signs_in = |field: &ClassifiedField| field.control == Control::Password;
        follows && !form.fields.iter().any(signs_in)
    }
}

/// One fill of one tab.
pub(crate) struct Passes<'a> {
    pub(crate) tab: i32,
    pub(crate) material: &'a Material,
    pub(crate) cause: Cause,
    /// What became of the fields in this fill, by document.
    pub(crate) done: BTreeMap<(String, u32), WriteResult>,
    /// What the page filled by itself in this fill.
    pub(crate) page_wrote: PageWrote,
    /// The documents that were written into in this fill.
    pub(crate) begun: BTreeSet<String>,
}

impl<'a> Passes<'a> {
    /// Nothing done yet.
    pub(crate) fn new(tab: i32, material: &'a Material, cause: Cause) -> Self {
        Self {
            tab,
            material,
            cause,
            done: BTreeMap::new(),
            page_wrote: PageWrote::new(),
            begun: BTreeSet::new(),
        }
    }

    /// Fills the tab, and takes what became of it into the record.
    pub(crate) async fn run(
        &mut self,
        mut seen: Seen,
        mut understood: Understood,
        record: &mut FillRecord,
    ) {
        let attached = self.write(&seen, &understood, record, is_attach).await;
        if attached.wrote {
            // The page may stand elsewhere by now; then what was attached is all that can be said.
            let Ok(now) = frames::see(self.tab).await else {
                return;
            };
            self.page_wrote = page_wrote(&seen, &now);
            seen = now;
            understood = self.understand(&seen);
            record.stand(documents(&seen));
        }
        for _ in 0..MOST_PASSES {
            if self.add_rows(&mut seen, &understood, record).await {
                understood = self.understand(&seen);
            }
            let written = self.write(&seen, &understood, record, |_| true).await;
            if !written.asks_again {
                break;
            }
            seen = frames::see_again(self.tab, &seen).await;
            understood = self.understand(&seen);
            record.stand(documents(&seen));
        }
    }

    fn understand(&self, seen: &Seen) -> Understood {
        self.material.understand(seen, &self.page_wrote, self.cause)
    }

    /// Carries out those steps of every frame's plan that are due.
    async fn write(
        &mut self,
        seen: &Seen,
        understood: &Understood,
        record: &mut FillRecord,
        wanted: impl Fn(&FillStep) -> bool,
    ) -> Written {
        let mut written = Written::default();
        for frame in &understood.frames {
            let steps: Vec<FillStep> = frame
                .plan
                .steps
                .iter()
                .filter(|step| wanted(step) && self.is_due(&frame.document_id, step, record))
                .cloned()
                .collect();
            let outcome = if steps.is_empty() {
                FillOutcome::default()
            } else {
                written.wrote = true;
                let plan = FillPlan {
                    steps: steps.clone(),
                    left: Vec::new(),
                    ..frame.plan.clone()
                };
                let more = !self.begun.insert(frame.document_id.clone());
                send(self.tab, &frame.document_id, plan, more).await
            };
            for field in &outcome.fields {
                let key = (frame.document_id.clone(), field.handle);
                self.done.insert(key, field.result);
            }
            written.asks_again |= outcome.changed
                || outcome
                    .fields
                    .iter()
                    .any(|done| matches!(done.result, WriteResult::Drifted | WriteResult::Gone));
            let snapshot = seen
                .frames
                .iter()
                .find(|known| known.document_id == frame.document_id);
            if let Some(known) = snapshot {
                record.merge(frame, &known.snapshot, &steps, outcome);
            }
        }
        written
    }

    /// Whether a step is to be carried out now.
    fn is_due(&self, document_id: &str, step: &FillStep, record: &FillRecord) -> bool {
        let lost = |result| matches!(result, WriteResult::Drifted | WriteResult::Gone);
        if let Some(result) = self.done.get(&(document_id.to_owned(), step.handle)) {
            let by_page = self
                .page_wrote
                .get(document_id)
                .is_some_and(|fields| fields.contains(&step.handle));
            // Written and empty again: an answer after it took it away (the state, when the country changed).
            let emptied = *result == WriteResult::Written && !by_page && !is_attach(step);
            return lost(*result) || emptied;
        }
        match self.cause {
            Cause::Now => true,
            Cause::Before => match record.result(document_id, step.handle) {
                Some(result) => lost(result),
                None => !matches!(
                    record.refusal(document_id, step.handle),
                    Some(Refusal::Prefilled | Refusal::PrefilledDiffers)
                ),
            },
        }
    }

    /// Adds the rows that the profile needs, one by one, and reads the frames they stand in again.
    /// Whether there were any.
    async fn add_rows(
        &self,
        seen: &mut Seen,
        understood: &Understood,
        record: &mut FillRecord,
    ) -> bool {
        let mut added = false;
        for frame in &mut seen.frames {
            let planned = |plan: &FramePlan| plan.document_id == frame.document_id;
            if understood.frames.iter().any(planned) {
                added |= self.add_rows_in(frame, &understood.context, record).await;
            }
        }
        added
    }

    async fn add_rows_in(
        &self,
        frame: &mut Frame,
        context: &PlanContext,
        record: &mut FillRecord,
    ) -> bool {
        let document_id = frame.document_id.clone();
        let handled: BTreeSet<Family> = ALL
            .into_iter()
            .filter(|family| self.cause == Cause::Before && record.has_added(&document_id, *family))
            .collect();
        let mut stopped = handled;
        let mut added = false;
        for _ in 0..MOST_ROWS {
            let missing = missing_rows(
                &document_id,
                &frame.snapshot,
                &self.material.profile,
                context,
                &self.page_wrote,
            );
            let Some(next) = missing
                .into_iter()
                .find(|plan| !stopped.contains(&plan.family))
            else {
                break;
            };
            let order = Order::AddRow { handle: next.add };
            let grown: Option<super::Done> = tabs::send(self.tab, &document_id, &order).await.ok();
            if !grown.is_some_and(|done| done.ok) {
                stopped.insert(next.family);
                continue;
            }
            let Some(snapshot) = frames::read(self.tab, frame).await else {
                break;
            };
            frame.snapshot = snapshot;
            added = true;
            record.add_row(&document_id, next.family, &next.heading);
            let now = missing_rows(
                &document_id,
                &frame.snapshot,
                &self.material.profile,
                context,
                &self.page_wrote,
            );
            let grew = now
                .iter()
                .find(|plan| plan.family == next.family)
                .is_none_or(|plan| plan.standing > next.standing);
            if !grew {
                stopped.insert(next.family);
            }
        }
        added
    }
}

const ALL: [Family; 4] = [
    Family::Work,
    Family::Education,
    Family::Languages,
    Family::Links,
];

/// What one pass did.
#[derive(Debug, Default)]
struct Written {
    /// Whether anything was to be written.
    wrote: bool,
    /// Whether the page changed under it.
    asks_again: bool,
}

fn is_attach(step: &FillStep) -> bool {
    matches!(step.action, WriteAction::Attach { .. })
}

fn documents(seen: &Seen) -> impl Iterator<Item = String> {
    seen.frames.iter().map(|frame| frame.document_id.clone())
}

/// Sends a plan to one document. One that is gone counts as such, field by field.
async fn send(tab: i32, document_id: &str, plan: FillPlan, more: bool) -> FillOutcome {
    let mut files = BTreeMap::new();
    for step in &plan.steps {
        if let WriteAction::Attach { file } = &step.action
            && let Ok(bytes) = tailor::file(tab, file).await
        {
            files.insert(file.clone(), bytes);
        }
    }
    let order = Order::Write {
        plan: &plan,
        files,
        more,
    };
    let answer = tabs::send(tab, document_id, &order).await;
    let mut outcome: FillOutcome = answer.unwrap_or_else(|_| FillOutcome {
        frame_id: plan.frame_id,
        fields: plan.steps.iter().map(|step| gone(step.handle)).collect(),
        changed: false,
    });
    outcome.frame_id = plan.frame_id;
    outcome
}

fn gone(handle: u32) -> FieldOutcome {
    FieldOutcome {
        handle,
        result: WriteResult::Gone,
        kept: String::new(),
        detail: String::new(),
    }
}
