//! Lists of entries: add, remove with a way back, move up and down, fold.

use crate::browser::focus;
use crate::components::icon::{Icon, small};
use crate::profile::lens::element_id;
use crate::state::profile_form::ProfileForm;
use crate::state::toasts::{Toasts, use_toasts};
use foothold_shared::profile::Profile;
use leptos::prelude::*;

/// A list in the profile, and how it is shown.
pub(super) struct Entries<T: 'static> {
    /// Its path.
    pub(super) name: &'static str,
    /// Reads it.
    pub(super) list: fn(&Profile) -> &Vec<T>,
    /// Writes it.
    pub(super) list_mut: fn(&mut Profile) -> &mut Vec<T>,
    /// What one entry is called: "job".
    pub(super) noun: &'static str,
    /// The words on the button that adds one.
    pub(super) add_words: &'static str,
    /// Whether a new one comes first (newest first) or last.
    pub(super) new_first: bool,
    /// A new entry.
    pub(super) new: fn() -> T,
    /// The field of a new entry that takes the focus.
    pub(super) first_field: &'static str,
    /// A line that stands for the entry.
    pub(super) title: fn(&T) -> String,
    /// A quiet word beside it.
    pub(super) aside: fn(&T) -> String,
    /// Whether entries are folded up until one is opened.
    pub(super) folded: bool,
    /// The entry's fields.
    pub(super) body: fn(ProfileForm, usize) -> AnyView,
}

impl<T> Clone for Entries<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Entries<T> {}

impl<T: Clone + Send + Sync + 'static> Entries<T> {
    fn id(self, i: usize, part: &str) -> String {
        format!("{}-{part}", element_id(&format!("{}[{i}]", self.name)))
    }

    fn add(self, form: ProfileForm, open: RwSignal<Option<usize>>) {
        let at = if self.new_first {
            0
        } else {
            form.profile
                .with_untracked(|profile| (self.list)(profile).len())
        };
        form.rearrange(self.name, |profile| {
            (self.list_mut)(profile).insert(at, (self.new)());
        });
        open.set(Some(at));
        focus::soon(self.id(at, self.first_field));
    }

    /// Removes an entry, says so, and offers it back.
    pub(super) fn remove(self, form: ProfileForm, toasts: Toasts, i: usize) {
        let Some(gone) = form
            .profile
            .with_untracked(|profile| (self.list)(profile).get(i).cloned())
        else {
            return;
        };
        form.rearrange(self.name, |profile| {
            (self.list_mut)(profile).remove(i);
        });
        let words = format!("Removed: {}.", (self.title)(&gone));
        let back = move || {
            form.rearrange(self.name, |profile| {
                let list = (self.list_mut)(profile);
                list.insert(i.min(list.len()), gone.clone());
            });
        };
        toasts.say_undoable(words, back);
    }

    fn swap(self, form: ProfileForm, open: RwSignal<Option<usize>>, i: usize, j: usize) {
        form.rearrange(self.name, |profile| {
            let list = (self.list_mut)(profile);
            if i < list.len() && j < list.len() {
                list.swap(i, j);
            }
        });
        open.update(|open| {
            *open = match *open {
                Some(at) if at == i => Some(j),
                Some(at) if at == j => Some(i),
                other => other,
            };
        });
        let last = form
            .profile
            .with_untracked(|profile| (self.list)(profile).len())
            - 1;
        // The focus goes along with the entry; at an end the button that moves it on is off.
        let part = if j < i && j > 0 || j == last {
            "up"
        } else {
            "down"
        };
        focus::soon(self.id(j, part));
    }
}

/// The list and the button that adds to it.
pub(super) fn entries<T>(form: ProfileForm, of: Entries<T>) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let toasts = use_toasts();
    let open = RwSignal::new(None::<usize>);
    let len = Memo::new(move |_| form.profile.with(|profile| (of.list)(profile).len()));
    let add_id = format!("add-{}", of.name);
    let remove = {
        let add_id = add_id.clone();
        move |i: usize| {
            of.remove(form, toasts, i);
            open.set(None);
            focus::soon(add_id.clone());
        }
    };
    let add = view! {
        <button class="btn small" type="button" id=add_id on:click=move |_| of.add(form, open)>{small(Icon::Plus)}{of.add_words}</button>
    };
    view! {
        <ul class="grid gap-3">
            <For each=move || 0..len.get() key=|i| *i let(i)>
                {entry(form, of, i, len, open, remove.clone())}
            </For>
        </ul>
        <div class=("mt-4", move || len.get() > 0)>{add}</div>
    }
    .into_any()
}

fn entry<T>(
    form: ProfileForm,
    of: Entries<T>,
    i: usize,
    len: Memo<usize>,
    open: RwSignal<Option<usize>>,
    remove: impl Fn(usize) + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let words = move |say: fn(&T) -> String| {
        form.profile
            .with(|profile| (of.list)(profile).get(i).map(say).unwrap_or_default())
    };
    let path = format!("{}[{i}]", of.name);
    // An entry with a message in it is never folded up.
    let is_open = Memo::new(move |_| {
        !of.folded
            || open.get() == Some(i)
            || form.refused.with(|messages| messages.any_within(&path))
            || form.half_typed.with(|messages| messages.any_within(&path))
    });
    let panel = of.id(i, "panel");
    let head = if of.folded {
        view! {
            <button class="fold" type="button" aria-controls=panel.clone()
                aria-expanded=move || if is_open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = if *open == Some(i) { None } else { Some(i) })>
                {small(Icon::Chevron)}
                <span class="min-w-0"><span class="font-semibold">{move || words(of.title)}</span>
                    <span class="hint ml-2 figures">{move || words(of.aside)}</span></span>
            </button>
        }
        .into_any()
    } else {
        view! { <p class="py-2 font-semibold min-w-0 grow">{move || words(of.title)}</p> }
            .into_any()
    };
    let named =
        move |does: &'static str| move || format!("{does} {}: {}", of.noun, words(of.title));
    let tools = view! {
        <div class="ml-auto flex shrink-0">
            <button class="icon-btn" type="button" id=of.id(i, "up") aria-label=named("Move up") title="Move up"
                prop:disabled=i == 0 on:click=move |_| of.swap(form, open, i, i.saturating_sub(1))>{small(Icon::Up)}</button>
            <button class="icon-btn" type="button" id=of.id(i, "down") aria-label=named("Move down") title="Move down"
                prop:disabled={move || len.get() <= i + 1} on:click=move |_| of.swap(form, open, i, i + 1)>{small(Icon::Down)}</button>
            <button class="icon-btn danger" type="button" id=of.id(i, "remove") aria-label=named("Remove") title="Remove"
                on:click=move |_| remove(i)>{small(Icon::Trash)}</button>
        </div>
    };
    view! {
        <li class="min-w-0 rounded-lg border border-line bg-paper pl-3 pr-1 sm:pl-4 sm:pr-2">
            <div class="flex flex-wrap items-start justify-between gap-x-2 py-1">{head}{tools}</div>
            <div class="pb-4 pr-2 sm:pr-2 pt-1" id=panel prop:hidden=move || !is_open.get()>{(of.body)(form, i)}</div>
        </li>
    }
    .into_any()
}

/// A quiet word beside an entry, where there is none.
pub(super) fn nothing<T>(_: &T) -> String {
    String::new()
}
