//! When an edit is saved: a state machine without a clock, a timer or a request.
//!
//! Events go in, and what to do next comes out; `state::profile_form` does it.

/// After the last keystroke.
pub(crate) const DEBOUNCE_MS: u32 = 800;
/// The first wait after a failed attempt; doubled each time up to [`LONGEST_WAIT_MS`].
const FIRST_WAIT_MS: u32 = 1_000;
/// No wait is longer.
const LONGEST_WAIT_MS: u32 = 30_000;

/// Where the saving stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Phase {
    /// Everything is stored.
    #[default]
    Idle,
    /// Edited; waiting for the typing to pause.
    Waiting,
    /// On its way. `stale`: edited again since it left.
    Sending {
        /// Edited again since it left.
        stale: bool,
    },
    /// The server refused what some fields say; an edit tries again.
    Refused,
    /// The server did not take it (no network, or trouble there); tried again on its own.
    Retrying {
        /// Whether the server could not be reached at all.
        offline: bool,
    },
    /// Somebody saved another version; the person decides.
    Conflicted,
    /// The session ended; saved after signing in again.
    SignedOut,
}

/// What came back from an attempt to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sent {
    /// Stored, at this time (epoch milliseconds).
    Saved(i64),
    /// Some fields are wrong.
    Refused,
    /// The server could not be reached.
    Unreachable,
    /// The server has trouble of its own.
    Trouble,
    /// Another version was saved since.
    Conflict,
    /// The session is over.
    SignedOut,
}

/// What happens to the profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Event {
    /// A field changed.
    Edited,
    /// The typing paused for [`DEBOUNCE_MS`].
    Paused,
    /// The person left a field or the page.
    Left,
    /// A wait is over, the network is back, or the person signed in again.
    TryAgain,
    /// An attempt ended.
    Answered(Sent),
    /// The person decided about a conflict; `send` tells whether there is anything to save.
    Decided {
        /// Whether there is anything to save.
        send: bool,
    },
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing.
    Rest,
    /// Raise [`Event::Paused`] after this many milliseconds, unless another step comes first.
    WaitForPause(u32),
    /// Raise [`Event::TryAgain`] after this many milliseconds, unless another step comes first.
    WaitToRetry(u32),
    /// Save now.
    Send,
}

/// The state: where it stands, when it was last stored, how often it failed in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Autosave {
    pub(crate) phase: Phase,
    pub(crate) saved_at_ms: Option<i64>,
    failures: u32,
}

impl Autosave {
    /// Whether closing the page now would lose something.
    pub(crate) fn unsaved(&self) -> bool {
        self.phase != Phase::Idle
    }

    /// Takes an event in and says what to do.
    pub(crate) fn on(&mut self, event: Event) -> Step {
        use Phase::{Conflicted, Idle, Refused, Retrying, Sending, SignedOut, Waiting};
        match (self.phase, event) {
            (Idle | Waiting | Refused, Event::Edited) => self.wait_for_pause(),
            (Sending { .. }, Event::Edited) => {
                self.phase = Sending { stale: true };
                Step::Rest
            }
            (Waiting, Event::Paused | Event::Left)
            | (Retrying { .. } | SignedOut, Event::TryAgain)
            | (Conflicted, Event::Decided { send: true }) => {
                self.phase = Sending { stale: false };
                Step::Send
            }
            (Conflicted, Event::Decided { send: false }) => {
                self.phase = Idle;
                Step::Rest
            }
            (Sending { stale }, Event::Answered(sent)) => self.answered(stale, sent),
            _ => Step::Rest,
        }
    }

    fn wait_for_pause(&mut self) -> Step {
        self.phase = Phase::Waiting;
        Step::WaitForPause(DEBOUNCE_MS)
    }

    fn answered(&mut self, stale: bool, sent: Sent) -> Step {
        if matches!(sent, Sent::Unreachable | Sent::Trouble) {
            let wait = FIRST_WAIT_MS
                .saturating_mul(1 << self.failures.min(5))
                .min(LONGEST_WAIT_MS);
            self.failures += 1;
            self.phase = Phase::Retrying {
                offline: sent == Sent::Unreachable,
            };
            return Step::WaitToRetry(wait);
        }
        self.failures = 0;
        match sent {
            Sent::Saved(at_ms) => {
                self.saved_at_ms = Some(at_ms);
                self.phase = Phase::Idle;
            }
            Sent::Refused => self.phase = Phase::Refused,
            Sent::Conflict => self.phase = Phase::Conflicted,
            Sent::SignedOut => self.phase = Phase::SignedOut,
            Sent::Unreachable | Sent::Trouble => {}
        }
        if stale && matches!(sent, Sent::Saved(_) | Sent::Refused) {
            return self.wait_for_pause();
        }
        Step::Rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runs events and gives the steps that did something, and the phase at the end.
    fn run(events: &[Event]) -> (Vec<Step>, Autosave) {
        let mut autosave = Autosave::default();
        let steps = events
            .iter()
            .map(|event| autosave.on(*event))
            .filter(|step| *step != Step::Rest)
            .collect();
        (steps, autosave)
    }

    use Event::{Answered, Decided, Edited, Left, Paused, TryAgain};
    const PAUSE: Step = Step::WaitForPause(DEBOUNCE_MS);

    #[test]
    fn an_edit_is_saved_once_the_typing_pauses() {
        let (steps, end) = run(&[Edited, Edited, Paused, Answered(Sent::Saved(7))]);
        assert_eq!(steps, [PAUSE, PAUSE, Step::Send]);
        assert_eq!((end.phase, end.saved_at_ms), (Phase::Idle, Some(7)));
        assert!(!end.unsaved());
    }

    #[test]
    fn leaving_saves_at_once_and_only_what_waits() {
        assert_eq!(run(&[Left]).0, []);
        assert_eq!(run(&[Edited, Left]).0, [PAUSE, Step::Send]);
    }

    #[test]
    fn an_edit_during_a_save_is_saved_after_it() {
        let (steps, end) = run(&[Edited, Paused, Edited, Answered(Sent::Saved(1)), Paused]);
        assert_eq!(steps, [PAUSE, Step::Send, PAUSE, Step::Send]);
        assert!(end.unsaved());
    }

    #[test]
    fn a_refusal_waits_for_an_edit() {
        let (steps, end) = run(&[Edited, Paused, Answered(Sent::Refused), Left, TryAgain]);
        assert_eq!(steps, [PAUSE, Step::Send]);
        assert_eq!(end.phase, Phase::Refused);
        let (steps, _) = run(&[Edited, Paused, Answered(Sent::Refused), Edited, Paused]);
        assert_eq!(steps.last(), Some(&Step::Send));
    }

    #[test]
    fn without_a_network_it_keeps_trying_ever_more_slowly() {
        let mut autosave = Autosave::default();
        autosave.on(Edited);
        autosave.on(Paused);
        let waits: Vec<_> = (0..7)
            .map(|_| {
                let step = autosave.on(Answered(Sent::Unreachable));
                assert!(autosave.unsaved());
                assert_eq!(autosave.on(TryAgain), Step::Send);
                step
            })
            .collect();
        assert_eq!(waits[0], Step::WaitToRetry(1_000));
        assert_eq!(waits[1], Step::WaitToRetry(2_000));
        assert_eq!(waits[6], Step::WaitToRetry(30_000));
        autosave.on(Answered(Sent::Saved(1)));
        autosave.on(Edited);
        autosave.on(Paused);
        assert_eq!(
            autosave.on(Answered(Sent::Trouble)),
            Step::WaitToRetry(1_000)
        );
    }

    #[test]
    fn a_conflict_waits_for_the_person() {
        let before = [Edited, Paused, Answered(Sent::Conflict), Edited, TryAgain];
        let (steps, end) = run(&before);
        assert_eq!(steps, [PAUSE, Step::Send]);
        assert_eq!(end.phase, Phase::Conflicted);
        let mut mine = end;
        assert_eq!(mine.on(Decided { send: true }), Step::Send);
        let mut theirs = end;
        assert_eq!(theirs.on(Decided { send: false }), Step::Rest);
        assert!(!theirs.unsaved());
    }

    #[test]
    fn an_ended_session_loses_nothing() {
        let (steps, end) = run(&[Edited, Paused, Answered(Sent::SignedOut), Edited, TryAgain]);
        assert_eq!(steps, [PAUSE, Step::Send, Step::Send]);
        assert!(end.unsaved());
    }
}
