//! Where the saving stands, in a few words, always in sight.

use crate::browser::{focus, intl};
use crate::components::icon::small;
use crate::components::pill::Tone;
use crate::format::count;
use crate::state::autosave::{Autosave, Phase};
use crate::state::profile_form::{Load, ProfileForm};
use leptos::prelude::*;

/// What is said, and how it looks.
fn words(save: &Autosave, to_look_at: usize, time: impl Fn(i64) -> String) -> (Tone, String) {
    if to_look_at > 0 && !matches!(save.phase, Phase::Conflicted | Phase::SignedOut) {
        let (fields, need) = (
            count(to_look_at, "field", "fields"),
            if to_look_at == 1 { "needs" } else { "need" },
        );
        return (Tone::Brick, format!("Not saved: {fields} {need} a look"));
    }
    match save.phase {
        Phase::Idle => (
            Tone::Good,
            save.saved_at_ms.map_or_else(
                || "Saves by itself".to_owned(),
                |at| format!("Saved {}", time(at)),
            ),
        ),
        Phase::Waiting | Phase::Sending { .. } => (Tone::Quiet, "Saving…".to_owned()),
        Phase::Refused => (Tone::Brick, "Not saved".to_owned()),
        Phase::Retrying { offline: true } => (
            Tone::Amber,
            "Offline: not saved yet, trying again".to_owned(),
        ),
        Phase::Retrying { offline: false } => (
            Tone::Amber,
            "The server has trouble: not saved yet, trying again".to_owned(),
        ),
        Phase::Conflicted => (Tone::Amber, "Not saved: changed elsewhere".to_owned()),
        Phase::SignedOut => (Tone::Amber, "Not saved: sign in again".to_owned()),
    }
}

/// The words, with a way to what needs a look.
pub(super) fn status(form: ProfileForm) -> AnyView {
    let said = Memo::new(move |_| {
        let to_look_at = form.needs_a_look().len();
        form.save.with(|save| words(save, to_look_at, intl::time))
    });
    let visible = move || {
        if form.load.with(|load| *load != Load::Ready) {
            return ().into_any();
        }
        let (tone, text) = said.get();
        let sign = small(tone.icon());
        if tone == Tone::Brick {
            let whole = form.refused.with(|messages| messages.at(""));
            return view! {
                <button class="pill brick" type="button" on:click=move |_| focus::first_invalid()>{sign}<span class="underline">{text}</span></button>
                {whole.map(|words| view! { <p class="message">{words}</p> })}
            }
            .into_any();
        }
        view! { <span class=format!("pill {}", tone.class())>{sign}<span>{text}</span></span> }
            .into_any()
    };
    // Read out only when it matters: not each "Saving…".
    let read_out = move || {
        let (tone, text) = said.get();
        (tone != Tone::Quiet).then_some(text)
    };
    view! {
        <div id="save-state">{visible}</div>
        <p class="sr" role="status">{read_out}</p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::autosave::{Event, Sent};

    fn said(events: &[Event], to_look_at: usize) -> String {
        let mut save = Autosave::default();
        for event in events {
            save.on(*event);
        }
        words(&save, to_look_at, |at| format!("at {at}")).1
    }

    #[test]
    fn says_where_it_stands() {
        let sent = |sent| [Event::Edited, Event::Paused, Event::Answered(sent)];
        assert_eq!(said(&[], 0), "Saves by itself");
        assert_eq!(said(&[Event::Edited], 0), "Saving…");
        assert_eq!(said(&sent(Sent::Saved(7)), 0), "Saved at 7");
        assert_eq!(
            said(&sent(Sent::Refused), 2),
            "Not saved: 2 fields need a look"
        );
        assert_eq!(
            said(&sent(Sent::Refused), 1),
            "Not saved: 1 field needs a look"
        );
        assert!(said(&sent(Sent::Unreachable), 0).starts_with("Offline"));
        assert!(said(&sent(Sent::Conflict), 0).contains("changed elsewhere"));
    }
}
