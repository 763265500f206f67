//! From plans to what a person sees of them: one row a field, in the form's order.

use super::frames::Seen;
use super::host;
use super::offers::offers;
use super::understand::{FramePlan, Understood};
use crate::address;
use crate::messages::{FieldAt, Group, JobView, LookRow, LookView, Standing};
use foothold_core::plan::{FileOffer, FillStep, LeftField, Refusal, WriteAction};
use foothold_core::posting::{self, ClosedReason, JobPosting};

/// What a person sees of a tab before it is filled.
pub(crate) fn look(seen: &Seen, understood: &Understood) -> LookView {
    let mut rows = Vec::new();
    let mut found = 0;
    for frame in &understood.frames {
        let foreign = foreign_host(&seen.url, &frame.form.url);
        for field in &frame.form.fields {
            let at = FieldAt {
                frame_id: frame.plan.frame_id,
                handle: field.handle,
            };
            if let Some(step) = step_of(frame, field.handle) {
                found += 1;
                rows.push(planned(
                    at,
                    step,
                    field.required,
                    &understood.context.files,
                    &foreign,
                ));
            } else if let Some(left) = left_of(frame, field.handle) {
                found += usize::from(is_for_people(left));
                rows.push(left_row(at, left, &foreign));
            }
        }
    }
    let shown = seen.frames.iter().flat_map(|frame| &frame.snapshot.fields);
    LookView {
        host: host(&seen.url),
        job: job(&understood.posting),
        jobs_on_page: jobs_on_page(seen, &understood.posting),
        applied: None,
        is_application: understood.is_application,
        found,
        fields_on_page: shown.filter(|field| field.visible).count(),
        offers: offers(seen, understood.is_application),
        truncated: seen.frames.iter().any(|frame| frame.snapshot.truncated),
        rows,
    }
}

/// How many jobs the page itself tells of, where it is not clear which one is meant.
fn jobs_on_page(seen: &Seen, posting: &JobPosting) -> usize {
    let top = seen.frames.iter().find(|frame| frame.snapshot.top);
    let chosen = posting.title.as_deref().unwrap_or_default();
    top.map_or(1, |frame| posting::jobs_on(&frame.snapshot, chosen))
}

/// The job in the popup's terms.
pub(crate) fn job(posting: &JobPosting) -> JobView {
    JobView {
        title: posting.title.clone(),
        company: posting.company.clone(),
        location: posting.location.clone(),
        standing: standing(posting),
    }
}

/// That a job is closed, else until when one can apply.
fn standing(posting: &JobPosting) -> Option<Standing> {
    match &posting.closed {
        Some(closed) if closed.reason == ClosedReason::Said => {
            Some(Standing::Closed(closed.words.clone()))
        }
        Some(closed) => Some(Standing::Passed(closed.words.clone())),
        None => posting.valid_through.clone().map(Standing::Until),
    }
}

/// What a step writes, as a person reads it.
pub(crate) fn value_of(action: &WriteAction, files: &[FileOffer]) -> String {
    match action {
        WriteAction::SetText { value } => value.clone(),
        WriteAction::Select { texts, .. } | WriteAction::Choose { texts, .. } => texts.join(", "),
        WriteAction::Pick { accept, .. } => accept.first().cloned().unwrap_or_default(),
        WriteAction::PickMany { choices } => {
            let first = choices.iter().filter_map(|choice| choice.accept.first());
            first.cloned().collect::<Vec<_>>().join(", ")
        }
        WriteAction::PickDate { date, .. } => date.clone(),
        WriteAction::Attach { file } => files
            .iter()
            .find(|offer| offer.file == *file)
            .map(|offer| offer.file_name.clone())
            .unwrap_or_default(),
    }
}

/// The host of a frame, where it is not of the page's own origin.
pub(crate) fn foreign_host(page: &str, frame: &str) -> Option<String> {
    (address::origin_of(page) != address::origin_of(frame)).then(|| host(frame))
}

/// Which group a field that is left belongs to.
pub(crate) fn group_of(left: &LeftField) -> Group {
    if left.needs_person() {
        Group::NeedsYou
    } else {
        Group::Left
    }
}

fn planned(
    at: FieldAt,
    step: &FillStep,
    required: bool,
    files: &[FileOffer],
    foreign: &Option<String>,
) -> LookRow {
    LookRow {
        at,
        label: step.label.clone(),
        group: Group::Fill,
        value: value_of(&step.action, files),
        why: step.source.clone(),
        required,
        frame: foreign.clone(),
        notice: step.notice.clone(),
    }
}

fn left_row(at: FieldAt, left: &LeftField, foreign: &Option<String>) -> LookRow {
    LookRow {
        at,
        label: left.label.clone(),
        group: group_of(left),
        value: String::new(),
        why: left.message.clone(),
        required: left.required,
        frame: foreign.clone(),
        notice: left.notice.clone(),
    }
}

/// Whether a person filling the form by hand would count this field.
fn is_for_people(left: &LeftField) -> bool {
    !matches!(left.reason, Refusal::Trap | Refusal::Hidden)
}

fn step_of(frame: &FramePlan, handle: u32) -> Option<&FillStep> {
    frame.plan.steps.iter().find(|step| step.handle == handle)
}

fn left_of(frame: &FramePlan, handle: u32) -> Option<&LeftField> {
    frame.plan.left.iter().find(|left| left.handle == handle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::fill::frames::Frame;
    use foothold_core::classify::{ClassifiedField, ClassifiedForm, FieldKind};
    use foothold_core::page::{Control, PageSnapshot, RawField};
    use foothold_core::plan::{FillPlan, PlanContext};
    use foothold_core::posting::Closed;

    fn field(handle: u32) -> ClassifiedField {
        ClassifiedField {
            handle,
            label: format!("Field {handle}"),
            kind: None,
            confidence: 1.0,
            reason: String::new(),
            trap: None,
            entry: 0,
            legal: None,
            control: Control::Text,
            options: Vec::new(),
            required: handle == 3,
            signature: String::new(),
        }
    }

    fn left(handle: u32, reason: Refusal) -> LeftField {
        LeftField {
            handle,
            label: format!("Field {handle}"),
            kind: None,
            reason,
            message: "Because.".into(),
            required: handle == 3,
            notice: None,
        }
    }

    fn understood() -> (Seen, Understood) {
        let snapshot = PageSnapshot {
            url: "https://company.example/apply".into(),
            fields: vec![
                RawField {
                    visible: true,
                    ..RawField::default()
                },
                RawField {
                    visible: false,
                    ..RawField::default()
                },
            ],
            ..PageSnapshot::default()
        };
        let frame_url = "https://forms.example/embed";
        let step = FillStep {
            handle: 1,
            signature: String::new(),
            label: "Résumé".into(),
            kind: FieldKind::ResumeFile,
            source: "your default résumé".into(),
            action: WriteAction::Attach {
                file: "resume".into(),
            },
            notice: None,
        };
        let offer = FileOffer {
            file: "resume".into(),
            file_name: "Ada Example.pdf".into(),
            media_type: "application/pdf".into(),
            size_bytes: 3,
            sha256: "00".into(),
        };
        let frame = FramePlan {
            document_id: "d2".into(),
            form: ClassifiedForm {
                url: frame_url.into(),
                frame_id: 5,
                fields: (1..=4).map(field).collect(),
                ..ClassifiedForm::default()
            },
            plan: FillPlan {
                url: frame_url.into(),
                frame_id: 5,
                steps: vec![step],
                left: vec![
                    left(4, Refusal::Trap),
                    left(3, Refusal::LegalNotAnswered),
                    left(2, Refusal::Prefilled),
                ],
            },
        };
        let seen = Seen {
            url: snapshot.url.clone(),
            is_pdf: false,
            frames: vec![Frame {
                document_id: "d1".into(),
                snapshot,
            }],
        };
        let understood = Understood {
            posting: JobPosting {
                title: Some("Baker".into()),
                ..JobPosting::default()
            },
            frames: vec![frame],
            is_application: true,
            context: PlanContext {
                files: vec![offer],
                ..PlanContext::default()
            },
        };
        (seen, understood)
    }

    #[test]
    fn rows_stand_in_the_forms_order_and_say_what_will_happen() {
        let (seen, understood) = understood();
        let view = look(&seen, &understood);
        let rows: Vec<_> = view
            .rows
            .iter()
            .map(|row| (row.at.handle, row.group, row.value.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                (1, Group::Fill, "Ada Example.pdf"),
                (2, Group::Left, ""),
                (3, Group::NeedsYou, ""),
                (4, Group::Left, ""),
            ]
        );
        assert_eq!(view.found, 3, "a trap is not a field for people");
        assert_eq!(view.fields_on_page, 1);
        assert_eq!(view.job.title.as_deref(), Some("Baker"));
        assert_eq!(view.host, "company.example");
    }

    #[test]
    fn what_is_closed_is_said_before_the_last_day() {
        let closed = |reason| {
            Some(Closed {
                reason,
                words: "2026-11-20".to_owned(),
            })
        };
        let line = |closed, last: Option<&str>| {
            let posting = JobPosting {
                closed,
                valid_through: last.map(str::to_owned),
                ..JobPosting::default()
            };
            job(&posting).standing.map(|standing| standing.sentence())
        };
        assert_eq!(line(None, None), None);
        assert_eq!(
            line(None, Some("2026-12-01")).as_deref(),
            Some("Apply by 2026-12-01.")
        );
        let passed = line(closed(ClosedReason::Expired), Some("2026-11-20"));
        assert_eq!(
            passed.as_deref(),
            Some("The last day to apply was 2026-11-20.")
        );
        let said = line(closed(ClosedReason::Said), Some("2026-12-01"));
        assert!(said.is_some_and(|said| said.contains("closed")));
    }

    #[test]
    fn a_frame_of_another_origin_is_named() {
        let (seen, understood) = understood();
        let view = look(&seen, &understood);
        assert!(
            view.rows
                .iter()
                .all(|row| row.frame.as_deref() == Some("forms.example"))
        );
        assert_eq!(
            foreign_host("https://a.example/x", "https://a.example/y"),
            None
        );
    }
}
