//! Keeping up with the page after a fill: open questions, corrections, and for the panel the tab in front.

use super::state::{Screen, Sheet, asked_in_popup, is_named};
use crate::browser::document;
use crate::browser::events::{self, Event};
use crate::browser::tasks::spawn;
use crate::messages::{CorrectionView, Failure, FieldAt, OpenQuestion};
use crate::ui::worker;
use leptos::prelude::*;
use std::time::Duration;

/// What comes in one moment is read once.
const TOGETHER: Duration = Duration::from_millis(120);

impl Sheet {
    /// From now on the sheet goes with the tab in front, and tells what changes in it.
    pub(in crate::ui) fn follow(self) {
        events::listen(move |event| match event {
            Event::Front { tab, window } => {
                // A panel whose address names a tab stays with it.
                if !is_named() && self.window.get_untracked() == Some(window) {
                    spawn(async move {
                        self.screen.set(Screen::Loading);
                        self.trouble.set(None);
                        self.turn_to(tab).await;
                    });
                }
            }
            Event::Loaded { tab } if self.is_about(tab) => self.refresh(true),
            Event::Kept { tab } if self.is_about(tab) => self.refresh(false),
            Event::Loaded { .. } | Event::Kept { .. } => {}
        });
    }

    /// Reads again what is known of the tab, in a moment; `loaded`: another page stands in it.
    fn refresh(self, loaded: bool) {
        if loaded
            && matches!(
                self.screen.get_untracked(),
                Screen::Looked(_) | Screen::Failed(_)
            )
        {
            self.rest();
        }
        if self.stale.get_untracked() {
            return;
        }
        self.stale.set(true);
        set_timeout(
            move || {
                self.stale.set(false);
                spawn(self.reread());
            },
            TOGETHER,
        );
    }

    async fn reread(self) {
        // What the sheet itself began it will show itself.
        let Some(tab) = self
            .tab
            .get_untracked()
            .filter(|_| !self.busy.get_untracked())
        else {
            return;
        };
        let last = worker::last_fill(tab).await;
        if !self.is_about(tab) || self.busy.get_untracked() {
            return;
        }
        match last {
            Ok(Some(view)) => {
                let place = document::place();
                let shown = Screen::Filled(view);
                // Documents stay in front until the person turns away from them.
                if matches!(
                    self.screen.get_untracked(),
                    Screen::Tailoring | Screen::Tailored(_)
                ) {
                    return;
                }
                if self.screen.get_untracked() != shown {
                    self.screen.set(shown);
                    request_animation_frame(move || document::restore(&place));
                }
                self.read_rest();
            }
            Ok(None) if asked_in_popup(tab).await => self.look(),
            Ok(None) if matches!(self.screen.get_untracked(), Screen::Filled(_)) => self.rest(),
            _ => {}
        }
    }

    /// Reads what stands beside the rows of a fill.
    pub(super) fn read_rest(self) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        spawn(async move {
            if let Ok(open) = worker::open(tab).await
                && self.is_about(tab)
                && self.open.get_untracked().as_ref() != Some(&open)
            {
                let place = document::place();
                self.open.set(Some(open));
                request_animation_frame(move || document::restore(&place));
            }
        });
        spawn(async move {
            if let Ok(corrections) = worker::corrections(tab).await
                && self.is_about(tab)
            {
                self.show_corrections(corrections);
            }
        });
        spawn(async move {
            if let Ok(shown) = worker::marks(tab, None).await
                && self.is_about(tab)
            {
                self.marks.set(shown);
            }
        });
    }

    /// The questions that wait for the person; `None` until somebody counted.
    pub(super) fn open_questions(self) -> Option<Vec<FieldAt>> {
        self.open.get()
    }

    /// The question the person was last brought to.
    pub(super) fn current(self) -> Option<OpenQuestion> {
        self.current.get()
    }

    /// Brings the person to the next open question.
    pub(super) fn next(self) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        spawn(async move {
            match worker::next(tab).await {
                Ok(found) => {
                    self.trouble.set(None);
                    self.said.set(match &found {
                        Some(at) => format!("{} of {}: {}", at.number, at.of, at.label),
                        None => "No open questions.".to_owned(),
                    });
                    self.current.set(found);
                    self.read_rest();
                }
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    /// Whether the page's marks are shown.
    pub(super) fn shows_marks(self) -> bool {
        self.marks.get()
    }

    /// Shows or hides the page's marks.
    pub(super) fn show_marks(self, show: bool) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        spawn(async move {
            match worker::marks(tab, Some(show)).await {
                Ok(shown) => self.marks.set(shown),
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    pub(super) fn corrections(self) -> Vec<CorrectionView> {
        self.corrections.get()
    }

    /// Remembers an answer of the person's for some days, or for ever.
    pub(super) fn remember(self, correction: u32, keep_days: Option<u32>) {
        self.decide("Remembered.", async move |tab| {
            worker::remember(tab, correction, keep_days).await
        });
    }

    /// Does not remember it.
    pub(super) fn forget(self, correction: u32) {
        self.decide("Not remembered.", async move |tab| {
            worker::forget_correction(tab, correction).await
        });
    }

    fn decide(
        self,
        said: &'static str,
        act: impl AsyncFnOnce(i32) -> Result<Vec<CorrectionView>, Failure> + 'static,
    ) {
        let Some(tab) = self.tab.get_untracked() else {
            return;
        };
        spawn(async move {
            match act(tab).await {
                Ok(left) => {
                    self.said.set(said.to_owned());
                    self.show_corrections(left);
                    request_animation_frame(|| document::focus("corrections-title"));
                }
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    fn show_corrections(self, corrections: Vec<CorrectionView>) {
        if self
            .corrections
            .with_untracked(|known| *known != corrections)
        {
            self.corrections.set(corrections);
        }
    }

    /// Whether a group of lines is unfolded.
    pub(super) fn is_unfolded(self, group: &str, by_default: bool) -> bool {
        self.folded.with_untracked(|folded| {
            let known = folded.iter().find(|(name, _)| *name == group);
            known.map_or(by_default, |(_, unfolded)| *unfolded)
        })
    }

    /// Keeps that a group was folded or unfolded.
    pub(super) fn fold(self, group: &'static str, unfolded: bool) {
        self.folded.update_untracked(|folded| {
            folded.retain(|(name, _)| *name != group);
            folded.push((group, unfolded));
        });
    }
}
