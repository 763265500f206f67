//! A person's name in their own texts: what a model is shown goes without.
//!
//! What must not happen here: a name kept longer than it takes to look for it.

use foothold_matching::text;
use foothold_shared::profile::Profile;
use foothold_shared::redact_debug;

/// Shorter names are words of many texts.
const SHORTEST: usize = 3;

/// The parts of a person's name, folded.
pub(super) struct Names(Vec<String>);
redact_debug!(Names);

impl Names {
    pub(super) fn of(profile: &Profile) -> Self {
        let name = &profile.name;
        let parts = [&name.given, &name.middle, &name.family, &name.preferred];
        Self(
            parts
                .into_iter()
                .map(|part| text::fold(part))
                .filter(|part| part.chars().count() >= SHORTEST)
                .collect(),
        )
    }

    /// Whether a text holds one of them, as words of its own.
    pub(super) fn are_in(&self, said: &str) -> bool {
        let said = format!(" {} ", text::fold(said));
        self.0
            .iter()
            .any(|name| said.contains(&format!(" {name} ")))
    }
}
