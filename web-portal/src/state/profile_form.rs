//! The profile while it is being edited: loads it, saves it by itself, keeps the messages beside its fields.
//!
//! It lives as long as the portal is open, so that a page change or an expired session loses no edit.
//! When to save is decided in [`super::autosave`]; this file does it.

use super::autosave::{Autosave, Event, Phase, Sent, Step};
use super::field_messages::Messages;
use crate::api::{Api, Versioned, code};
use crate::browser::clock;
use crate::profile::lens::Lens;
use crate::profile::merge::{self, ChangedBy};
use crate::profile::sections::Section;
use foothold_shared::problem::Problem;
use foothold_shared::profile::Profile;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether the profile is there.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Load {
    /// Nobody asked for it yet.
    Idle,
    /// On its way.
    Loading,
    /// Here.
    Ready,
    /// The server did not give it.
    Failed(Problem),
}

/// A version that was saved elsewhere.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Conflict {
    theirs: Profile,
    tag: String,
}

/// The profile form.
#[derive(Clone, Copy)]
pub(crate) struct ProfileForm {
    api: Api,
    /// What the person sees.
    pub(crate) profile: RwSignal<Profile>,
    /// Whether it is there.
    pub(crate) load: RwSignal<Load>,
    /// Where the saving stands.
    pub(crate) save: RwSignal<Autosave>,
    /// What the server says about fields.
    pub(crate) refused: RwSignal<Messages>,
    /// What is half typed, and so not part of the profile yet.
    pub(crate) half_typed: RwSignal<Messages>,
    /// A version that was saved elsewhere.
    pub(crate) conflict: RwSignal<Option<Conflict>>,
    base: StoredValue<Profile>,
    tag: StoredValue<String>,
    account: StoredValue<String>,
    timer: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl ProfileForm {
    /// An empty form.
    pub(crate) fn start(api: Api) -> Self {
        Self {
            api,
            profile: RwSignal::new(Profile::default()),
            load: RwSignal::new(Load::Idle),
            save: RwSignal::new(Autosave::default()),
            refused: RwSignal::new(Messages::default()),
            half_typed: RwSignal::new(Messages::default()),
            conflict: RwSignal::new(None),
            base: StoredValue::new(Profile::default()),
            tag: StoredValue::new(String::new()),
            account: StoredValue::new(String::new()),
            timer: StoredValue::new_local(None),
        }
    }

    /// Somebody signed in. The same person finds unsaved edits again; nobody else does.
    pub(crate) fn signed_in(self, account_id: &str) {
        if self.account.with_value(|known| known == account_id) {
            self.on(Event::TryAgain);
        } else {
            self.forget();
            self.account.set_value(account_id.to_owned());
        }
    }

    /// Forgets everything: another person, or the end of the session.
    pub(crate) fn forget(self) {
        self.clear_timer();
        self.account.set_value(String::new());
        self.take_over(&Versioned {
            profile: Profile::default(),
            tag: String::new(),
        });
        self.load.set(Load::Idle);
        self.save.set(Autosave::default());
    }

    /// Fetches the profile, unless it is here with edits that are not saved.
    pub(crate) fn fetch(self) {
        let busy = self.load.with_untracked(|load| *load == Load::Loading);
        if busy || self.unsaved() {
            return;
        }
        if self.load.with_untracked(|load| *load != Load::Ready) {
            self.load.set(Load::Loading);
        }
        let before = self.tag.get_value();
        spawn_local(async move {
            let answer = self.api.profile().await;
            let is_late = before != self.tag.get_value();
            match answer {
                // What was edited or saved while this was on its way is newer than what came.
                Ok(_) if is_late || self.unsaved() => {}
                Ok(stored) => {
                    self.take_over(&stored);
                    self.load.set(Load::Ready);
                }
                Err(problem) => {
                    if self.load.with_untracked(|load| *load == Load::Loading) {
                        self.load.set(Load::Failed(problem));
                    }
                }
            }
        });
    }

    fn take_over(self, stored: &Versioned) {
        self.base.set_value(stored.profile.clone());
        self.tag.set_value(stored.tag.clone());
        if self
            .profile
            .with_untracked(|profile| *profile != stored.profile)
        {
            self.profile.set(stored.profile.clone());
        }
        self.refused.set(Messages::default());
        self.half_typed.set(Messages::default());
        self.conflict.set(None);
    }

    /// The server wrote something into the profile; what came back is what there is.
    pub(crate) fn written(self, stored: &Versioned) {
        self.take_over(stored);
        self.load.set(Load::Ready);
    }

    /// Whether closing the page now would lose something.
    pub(crate) fn unsaved(self) -> bool {
        self.save.with_untracked(Autosave::unsaved)
            || self
                .half_typed
                .with_untracked(|messages| !messages.is_empty())
    }

    /// Writes one field.
    pub(crate) fn write<T>(self, lens: &Lens<T>, value: T) {
        self.refused.update(|messages| messages.clear(&lens.path));
        self.half_typed
            .update(|messages| messages.clear(&lens.path));
        self.profile.update(|profile| lens.set(profile, value));
        self.on(Event::Edited);
    }

    /// Remembers that a field holds something that is not a value yet.
    pub(crate) fn half_typed(self, path: &str, message: &str) {
        self.half_typed
            .update(|messages| messages.put(path, message));
    }

    /// Changes a list as a whole; messages about its entries no longer fit.
    pub(crate) fn rearrange(self, list: &str, change: impl FnOnce(&mut Profile)) {
        self.refused.update(|messages| messages.clear(list));
        self.half_typed.update(|messages| messages.clear(list));
        self.profile.update(change);
        self.on(Event::Edited);
    }

    /// The message beside a field.
    pub(crate) fn message(self, path: String) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.half_typed
                .with(|messages| messages.at(&path))
                .or_else(|| self.refused.with(|messages| messages.at(&path)))
        })
    }

    /// Something happened.
    pub(crate) fn on(self, event: Event) {
        let mut autosave = self.save.get_untracked();
        let step = autosave.on(event);
        if autosave != self.save.get_untracked() {
            self.save.set(autosave);
        }
        match step {
            Step::Rest => {}
            Step::WaitForPause(ms) => self.wait(ms, Event::Paused),
            Step::WaitToRetry(ms) => self.wait(ms, Event::TryAgain),
            Step::Send => {
                self.clear_timer();
                spawn_local(self.send());
            }
        }
    }

    fn wait(self, ms: u32, event: Event) {
        self.clear_timer();
        let handle = clock::after(ms, move || self.on(event));
        self.timer.set_value(handle);
    }

    fn clear_timer(self) {
        if let Some(handle) = self.timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Saves what waits to be saved, and waits for it.
    pub(crate) async fn settle(self) {
        let mut autosave = self.save.get_untracked();
        if autosave.on(Event::Left) == Step::Send {
            self.clear_timer();
            self.save.set(autosave);
            self.send().await;
        }
    }

    async fn send(self) {
        let mine = self.profile.get_untracked();
        let answer = self.api.save_profile(&mine, &self.tag.get_value()).await;
        let sent = match answer {
            Ok(stored) => {
                self.base.set_value(stored.profile);
                self.tag.set_value(stored.tag);
                self.refused.set(Messages::default());
                Sent::Saved(clock::now_ms())
            }
            Err(problem) if problem.status == 412 || problem.code == code::PROFILE_CHANGED => {
                self.face_conflict(&mine).await
            }
            Err(problem) => {
                let sent = meaning(&problem);
                if sent == Sent::Refused {
                    self.refused.set(Messages::of(&problem));
                }
                sent
            }
        };
        self.on(Event::Answered(sent));
    }

    async fn face_conflict(self, mine: &Profile) -> Sent {
        let stored = match self.api.profile().await {
            Ok(stored) => stored,
            Err(problem) => return meaning(&problem),
        };
        if *mine == stored.profile {
            // Both wrote the same: there is nothing to decide.
            self.base.set_value(stored.profile);
            self.tag.set_value(stored.tag);
            return Sent::Saved(clock::now_ms());
        }
        self.conflict.set(Some(Conflict {
            theirs: stored.profile,
            tag: stored.tag,
        }));
        Sent::Conflict
    }

    /// What differs between this page and the version that was saved elsewhere, also as one types on.
    pub(crate) fn differences(self) -> Vec<(Section, ChangedBy)> {
        self.conflict.with(|conflict| {
            let theirs = conflict.as_ref().map(|conflict| &conflict.theirs);
            theirs.map_or_else(Vec::new, |theirs| {
                self.profile.with(|mine| {
                    self.base
                        .with_value(|base| merge::compare(base, mine, theirs))
                })
            })
        })
    }

    /// Gives up what was changed here.
    pub(crate) fn load_theirs(self) {
        let Some(conflict) = self.conflict.get_untracked() else {
            return;
        };
        self.take_over(&Versioned {
            profile: conflict.theirs,
            tag: conflict.tag,
        });
        self.on(Event::Decided { send: false });
    }

    /// Keeps what was changed here, and takes over what only the others changed.
    pub(crate) fn keep_mine(self) {
        let Some(conflict) = self.conflict.get_untracked() else {
            return;
        };
        let mine = self.profile.get_untracked();
        let merged = self
            .base
            .with_value(|base| merge::keep_mine(base, &mine, &conflict.theirs));
        self.base.set_value(conflict.theirs);
        self.tag.set_value(conflict.tag);
        self.profile.set(merged);
        self.conflict.set(None);
        self.on(Event::Decided { send: true });
    }

    /// Whether the person has to look at something before it can be saved.
    pub(crate) fn needs_a_look(self) -> Vec<String> {
        let mut paths = self.half_typed.with(Messages::paths);
        if self.save.with(|save| save.phase == Phase::Refused) {
            paths.extend(self.refused.with(Messages::paths));
        }
        paths
    }
}

fn meaning(problem: &Problem) -> Sent {
    match problem.status {
        0 if problem.code == code::UNREACHABLE => Sent::Unreachable,
        401 => Sent::SignedOut,
        400..=499 if problem.status != 429 && problem.status != 408 => Sent::Refused,
        _ => Sent::Trouble,
    }
}

/// The profile form.
pub(crate) fn use_profile() -> ProfileForm {
    expect_context()
}
