//! One field in a list, and the group it stands in.

use super::state::Sheet;
use crate::browser::document;
use crate::messages::FieldAt;
use crate::ui::icons::{Icon, Kind};
use leptos::prelude::*;

/// A field's line: pressing it shows the field on the page.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) at: FieldAt,
    pub(super) mark: Mark,
    pub(super) label: String,
    pub(super) required: bool,
    /// What is, or will be, in the field.
    pub(super) value: String,
    /// What the page made of it.
    pub(super) kept: String,
    pub(super) why: String,
    pub(super) frame: Option<String>,
    /// What the law says to the question.
    pub(super) notice: Option<String>,
    pub(super) undo: bool,
    /// The file to save and choose by hand.
    pub(super) save: Option<String>,
}

impl Line {
    /// The form was sent: what was open stays as it was, and nothing is to be done any more.
    pub(super) fn close(&mut self) {
        if self.mark == Mark::NeedsYou {
            self.mark = Mark::Left;
        }
        self.undo = false;
        self.save = None;
    }
}

/// The sign before a line: its shape says the same as its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Filled,
    NeedsYou,
    Left,
    Undone,
    /// The person has answered it since.
    Answered,
}

impl Mark {
    const fn icon(self) -> (Kind, &'static str, &'static str) {
        match self {
            Self::Filled => (Kind::Tick, "flex-none mt-1 text-pine", "filled"),
            Self::NeedsYou => (Kind::Dot, "flex-none mt-1 text-amber", "needs you"),
            Self::Left => (Kind::Dash, "flex-none mt-1 text-slate", "left"),
            Self::Undone => (Kind::Back, "flex-none mt-1 text-slate", "taken back"),
            Self::Answered => (Kind::Tick, "flex-none mt-1 text-slate", "answered by you"),
        }
    }
}

/// Lines under a heading that can be folded away.
#[component]
pub(super) fn Group(
    sheet: Sheet,
    id: &'static str,
    title: &'static str,
    lines: Vec<Line>,
    #[prop(default = true)] open: bool,
) -> impl IntoView {
    let count = lines.len();
    (count > 0).then(|| {
        view! {
            <details open=sheet.is_unfolded(id, open) id=id class="border-b border-line"
                on:toggle=move |event| sheet.fold(id, document::is_unfolded(&event))>
                <summary class="px-4 py-2 text-sm font-semibold">
                {title}
                <span class="figures text-slate">" ("{count}")"</span>
            </summary>
                <ul class="pb-2">
                    {lines.into_iter().map(|line| view! { <Row sheet line/> }).collect_view()}
                </ul>
            </details>
        }
    })
}

/// The frame that every line stands in: said once, above the lists, and taken from the lines.
pub(super) fn lift_frame(lines: &mut [Line]) -> Option<String> {
    let shared = lines.first()?.frame.clone()?;
    if lines
        .iter()
        .any(|line| line.frame.as_ref() != Some(&shared))
    {
        return None;
    }
    for line in lines {
        line.frame = None;
    }
    Some(shared)
}

#[component]
fn Row(sheet: Sheet, line: Line) -> impl IntoView {
    let Line {
        at,
        mark,
        label,
        required,
        value,
        kept,
        why,
        frame,
        notice,
        undo,
        save,
    } = line;
    let (icon, class, spoken) = mark.icon();
    let label = if label.is_empty() {
        "A field without a label".to_owned()
    } else {
        label
    };
    let place = format!("{}:{}", at.frame_id, at.handle);
    let undo_label = format!("Undo {label}");
    view! {
        <li class="flex items-start gap-1 pl-4 pr-2" data-outcome=spoken data-at=place
            class:bg-moss=move || sheet.current().is_some_and(|current| current.at == at)>
            <button type="button" data-do="show" class="flex grow items-start gap-3 min-w-0 py-1.5 text-left rounded hover:bg-moss"
                title=(!at.is_behind()).then_some("Show this field on the page")
                disabled=at.is_behind() on:click=move |_| sheet.reveal(at)>
                <Icon kind=icon class/>
                <span class="flex flex-col min-w-0">
                    <span class="leading-snug" data-part="label">
                        {label}
                        {required.then_some(view! { <span class="text-slate" title="The form insists on it">" *"</span> })}
                        <span class="sr">", "{spoken}</span>
                    </span>
                    {(!value.is_empty()).then(|| view! {
                        <span class="text-sm font-medium leading-snug line-clamp-2" data-part="value">{value}</span>
                    })}
                    {(!kept.is_empty()).then(|| view! {
                        <span class="text-sm text-amber leading-snug line-clamp-2" data-part="kept">"The page shows: " {kept}</span>
                    })}
                    {(!why.is_empty()).then(|| view! {
                        <span class="hint leading-snug" data-part="why">{why}</span>
                    })}
                    {notice.map(|words| view! {
                        <span class="text-sm text-amber leading-snug" data-part="notice">{words}</span>
                    })}
                    {frame.map(|host| view! { <span class="hint leading-snug">"In a frame from " {host}</span> })}
                </span>
            </button>
            {save.map(|file| view! {
                <button type="button" class="link flex-none py-1.5 px-2 text-sm font-semibold" data-do="save"
                    on:click=move |_| sheet.save_for(at, file.clone())>
                    "Save file"
                </button>
            })}
            {undo.then(|| view! {
                <button type="button" class="link flex-none py-1.5 px-2 text-sm" data-do="undo"
                    aria-label=undo_label on:click=move |_| sheet.undo(Some(vec![at]))>
                    "Undo"
                </button>
            })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(frames: &[Option<&str>]) -> Vec<Line> {
        let line = |frame: &Option<&str>| Line {
            at: FieldAt {
                frame_id: 0,
                handle: 1,
            },
            mark: Mark::Filled,
            label: String::new(),
            required: false,
            value: String::new(),
            kept: String::new(),
            why: String::new(),
            frame: frame.map(str::to_owned),
            notice: None,
            undo: false,
            save: None,
        };
        frames.iter().map(line).collect()
    }

    #[test]
    fn a_frame_is_said_once_where_every_field_is_in_it() {
        let mut all = lines(&[Some("a.example"), Some("a.example")]);
        assert_eq!(lift_frame(&mut all).as_deref(), Some("a.example"));
        assert!(all.iter().all(|line| line.frame.is_none()));

        let mut mixed = lines(&[Some("a.example"), None]);
        assert_eq!(lift_frame(&mut mixed), None);
        assert_eq!(mixed[0].frame.as_deref(), Some("a.example"));
        assert_eq!(lift_frame(&mut []), None);
    }
}
