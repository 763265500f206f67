//! Skills: chips that open for editing, and a field that adds one or several at once.

use super::drafted::years;
use super::fields::text;
use super::section::{columns, section as frame};
use crate::browser::focus;
use crate::components::field::Typing;
use crate::components::icon::{Icon, small};
use crate::profile::lens::lens;
use crate::profile::sections::Section;
use crate::state::profile_form::ProfileForm;
use crate::state::toasts::use_toasts;
use foothold_shared::profile::Skill;
use leptos::ev;
use leptos::prelude::*;

/// The section.
pub(super) fn section(form: ProfileForm) -> AnyView {
    frame(
        form,
        Section::Skills,
        "Press a skill to change it, add years of use, or move it.",
        skills(form),
    )
}

/// The names in a text, split at commas and line ends, without those that are there already.
fn names_in(text: &str, known: &[Skill]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split([',', ';', '\n']).map(str::trim) {
        let there = |other: &str| other.to_lowercase() == name.to_lowercase();
        let new =
            !known.iter().any(|skill| there(&skill.name)) && !names.iter().any(|own| there(own));
        if !name.is_empty() && new {
            names.push(name.to_owned());
        }
    }
    names
}

fn chip_words(skill: &Skill) -> String {
    let name = if skill.name.trim().is_empty() {
        "New skill"
    } else {
        skill.name.trim()
    };
    match skill.years {
        Some(1) => format!("{name} · 1 year"),
        Some(years) => format!("{name} · {years} years"),
        None => name.to_owned(),
    }
}

fn skills(form: ProfileForm) -> AnyView {
    let toasts = use_toasts();
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(None::<usize>);
    let len = Memo::new(move |_| form.profile.with(|profile| profile.skills.len()));

    let add = move || {
        let names = form
            .profile
            .with_untracked(|profile| names_in(&typed.get_untracked(), &profile.skills));
        typed.set(String::new());
        if !names.is_empty() {
            form.rearrange("skills", |profile| {
                profile
                    .skills
                    .extend(names.into_iter().map(|name| Skill { name, years: None }));
            });
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" || event.key() == "," {
            event.prevent_default();
            add();
        }
    };
    let remove = move |i: usize| {
        let gone = form
            .profile
            .with_untracked(|profile| profile.skills.get(i).cloned());
        let Some(gone) = gone else { return };
        form.rearrange("skills", |profile| {
            profile.skills.remove(i);
        });
        open.set(None);
        focus::soon("new-skill");
        toasts.say_undoable(format!("Removed: {}.", gone.name), move || {
            form.rearrange("skills", |profile| {
                let at = i.min(profile.skills.len());
                profile.skills.insert(at, gone.clone());
            });
        });
    };
    let shift = move |i: usize, j: usize| {
        form.rearrange("skills", |profile| {
            if i < profile.skills.len() && j < profile.skills.len() {
                profile.skills.swap(i, j);
            }
        });
        open.set(Some(j));
    };
    let chip = move |i: usize| {
        let words = move || {
            form.profile
                .with(|profile| profile.skills.get(i).map(chip_words).unwrap_or_default())
        };
        let wrong = move || {
            form.refused
                .with(|messages| messages.any_within(&format!("skills[{i}]")))
        };
        view! {
            <li class="chip" class=("border-brick", wrong)>
                <button type="button" aria-expanded=move || if open.get() == Some(i) { "true" } else { "false" }
                    on:click=move |_| open.update(|open| *open = if *open == Some(i) { None } else { Some(i) })>
                    <span>{words}</span>
                </button>
                <button type="button" aria-label=move || format!("Remove {}", words()) on:click=move |_| remove(i)>{small(Icon::Close)}</button>
            </li>
        }
    };
    let editor = move || {
        // A refused skill opens by itself.
        let wrong = (0..len.get()).find(|i| {
            form.refused
                .with(|messages| messages.any_within(&format!("skills[{i}]")))
        });
        let i = wrong.or(open.get()).filter(|i| *i < len.get())?;
        let fields = view! {
            {text(form, lens!(skills[i].name), "Skill", Typing::TEXT)}
            {years(form, lens!(skills[i].years), "Years of use", "")}
        };
        Some(view! {
            <div class="tint mt-4 p-4">
                {columns(fields.into_any())}
                <div class="mt-4 flex flex-wrap gap-2">
                    <button class="btn small" type="button" prop:disabled=i == 0 on:click=move |_| shift(i, i.saturating_sub(1))>"Move earlier"</button>
                    <button class="btn small" type="button" prop:disabled={move || len.get() <= i + 1} on:click=move |_| shift(i, i + 1)>"Move later"</button>
                    <button class="btn quiet small ml-auto" type="button" on:click=move |_| open.set(None)>"Done"</button>
                </div>
            </div>
        })
    };
    view! {
        <div class="field max-w-md">
            <label for="new-skill">"Add skills"</label>
            <div class="with-button">
                <input class="input" id="new-skill" type="text" autocomplete="off" enterkeyhint="done" aria-describedby="new-skill-hint"
                    prop:value=typed on:input=move |event| typed.set(event_target_value(&event))
                    on:keydown=on_key on:blur=move |_| add() />
                <button class="btn quiet small inside" type="button" on:click=move |_| add()>"Add"</button>
            </div>
            <p class="hint" id="new-skill-hint">"Press Enter after each, or paste several with commas between them."</p>
        </div>
        <ul class="mt-4 flex flex-wrap gap-2 empty:hidden" aria-label="Skills">
            <For each=move || 0..len.get() key=|i| *i let(i)>{chip(i)}</For>
        </ul>
        {editor}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_names_come_in_at_once_and_none_twice() {
        let known = [Skill {
            name: "Rust".to_owned(),
            years: None,
        }];
        assert_eq!(
            names_in("SQL, rust;Docker\n sql ,,", &known),
            ["SQL", "Docker"]
        );
        assert!(names_in("  ", &known).is_empty());
    }

    #[test]
    fn a_chip_says_the_years() {
        let skill = |years| Skill {
            name: "SQL".to_owned(),
            years,
        };
        assert_eq!(chip_words(&skill(None)), "SQL");
        assert_eq!(chip_words(&skill(Some(1))), "SQL · 1 year");
        assert_eq!(chip_words(&skill(Some(4))), "SQL · 4 years");
    }
}
