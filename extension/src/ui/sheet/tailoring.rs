//! What the buttons around a job's documents do.

use super::state::{Screen, Sheet, fill_and_save, focus_next, save};
use crate::browser::document;
use crate::browser::tasks::spawn;
use crate::messages::{Failure, TailorChange, TailoredView};
use crate::ui::worker;
use leptos::prelude::*;

impl Sheet {
    /// Shows the documents for the tab's job; the server writes them where there are none yet.
    pub(super) fn tailor(self) {
        self.write_documents(async |tab| worker::tailor(tab, None).await);
    }

    /// Makes their next version, with a change.
    pub(super) fn change_documents(self, change: TailorChange) {
        self.write_documents(async move |tab| worker::tailor(tab, Some(change)).await);
    }

    /// Writes them, attaches both, and fills the form: all in one.
    pub(super) fn tailor_and_fill(self) {
        let Some((tab, before)) = self.begin_writing() else {
            return;
        };
        let wish = self.wish.get_untracked();
        spawn(async move {
            let written = match worker::tailor(tab, None).await {
                Ok(_) => worker::attach_tailored(tab, true).await,
                failed => failed,
            };
            if !self.is_about(tab) {
                return;
            }
            match written {
                Ok(_) => {
                    self.busy.set(false);
                    self.change(async move |tab| fill_and_save(tab, wish).await);
                }
                Err(failure) => self.turn_back(before, failure),
            }
        });
    }

    /// Does not wait for them any longer.
    pub(super) fn cancel_writing(self) {
        spawn(async move {
            if let Some(tab) = self.tab.get_untracked() {
                // What was under way says itself that it was cancelled.
                let _ = worker::cancel_tailor(tab).await;
            }
        });
    }

    /// Whether fills attach them from now on; then what would be filled is shown.
    pub(super) fn attach_documents(self, attach: bool) {
        spawn(async move {
            let Some(tab) = self.tab.get_untracked() else {
                return;
            };
            match worker::attach_tailored(tab, attach).await {
                Ok(_) => self.look(),
                Err(failure) => self.trouble.set(Some(failure)),
            }
        });
    }

    /// Saves one of the files.
    pub(super) fn save_document(self, file: String) {
        spawn(async move {
            if let Some(tab) = self.tab.get_untracked() {
                self.trouble.set(save(tab, file).await.err());
            }
        });
    }

    /// Puts a text on the clipboard, and says so at its button.
    pub(super) fn copy_text(self, text: String, is_copied: RwSignal<bool>) {
        spawn(async move {
            match document::copy(&text).await {
                Ok(()) => {
                    self.trouble.set(None);
                    self.said
                        .set("The letter\u{2019}s text is copied.".to_owned());
                    is_copied.set(true);
                }
                Err(_) => self.trouble.set(Some(Failure::NotCopied)),
            }
        });
    }

    /// Turns away from them: the last fill, or what would be filled.
    pub(super) fn leave_documents(self) {
        self.trouble.set(None);
        self.screen.set(Screen::Loading);
        spawn(async move {
            if let Some(tab) = self.tab.get_untracked() {
                match worker::last_fill(tab).await {
                    Ok(Some(_)) => self.turn_to(tab).await,
                    _ => self.look(),
                }
            }
        });
    }

    fn write_documents(
        self,
        write: impl AsyncFnOnce(i32) -> Result<TailoredView, Failure> + 'static,
    ) {
        let Some((tab, before)) = self.begin_writing() else {
            return;
        };
        spawn(async move {
            let written = write(tab).await;
            if !self.is_about(tab) {
                return;
            }
            match written {
                Ok(view) => {
                    self.busy.set(false);
                    self.said.set("Your documents are ready.".to_owned());
                    self.screen.set(Screen::Tailored(view));
                    focus_next("documents");
                }
                Err(failure) => self.turn_back(before, failure),
            }
        });
    }

    /// The tab and what was shown before, unless something is under way.
    fn begin_writing(self) -> Option<(i32, Screen)> {
        let tab = self.tab.get_untracked()?;
        if self.busy.get_untracked() {
            return None;
        }
        let before = self.screen.get_untracked();
        self.begin();
        self.said.set("Writing a résumé and a letter.".to_owned());
        self.screen.set(Screen::Tailoring);
        focus_next("cancel-tailor");
        Some((tab, before))
    }

    /// Shows again what was shown before, and what went wrong.
    fn turn_back(self, before: Screen, failure: Failure) {
        self.busy.set(false);
        self.said.set(failure.words());
        self.screen.set(before);
        self.trouble
            .set((failure != Failure::Cancelled).then_some(failure));
        focus_next("tailor");
    }
}
