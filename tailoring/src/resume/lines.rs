//! A person's lines as a document shows them: trimmed, with or without a final stop throughout, beginning alike.
//!
//! What must not happen here: a change of words.

use crate::words::capitalised;
use foothold_matching::facts;
use foothold_shared::profile::Profile;

/// Whether bullets end in a stop: as most of the person's do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stops {
    With,
    Without,
}

impl Stops {
    pub(crate) fn of(profile: &Profile) -> Self {
        let jobs = profile.work.iter().map(|job| &job.description);
        let projects = profile.projects.iter().map(|project| &project.description);
        let (mut with, mut without) = (0_usize, 0_usize);
        for line in jobs.chain(projects).flat_map(|text| facts::lines(text)) {
            if line.trim_end().ends_with('.') {
                with += 1;
            } else {
                without += 1;
            }
        }
        if with > without {
            Self::With
        } else {
            Self::Without
        }
    }
}

/// A bullet.
pub(crate) fn bullet(line: &str, stops: Stops) -> String {
    let text = spaced(line);
    let whole = facts::sentences(&text).len() > 1;
    let ends = text.ends_with(['.', '!', '?', '…', ':', ';']);
    let text = match stops {
        _ if whole && !ends => format!("{text}."),
        Stops::With if !ends => format!("{text}."),
        Stops::Without
            if !whole && text.ends_with('.') && !text.ends_with("..") && !is_short(&text) =>
        {
            text[..text.len() - 1].to_owned()
        }
        _ => text,
    };
    capitalised(&text)
}

/// A sentence of running text.
pub(crate) fn sentence(line: &str) -> String {
    let text = spaced(line);
    let ends = text.ends_with(['.', '!', '?', '…', ':']);
    capitalised(&if ends { text } else { format!("{text}.") })
}

/// Single spaces, nothing invisible.
pub(crate) fn spaced(text: &str) -> String {
    foothold_core::posting::values::tidy(text)
}

/// Whether a text ends in a word that keeps its stop: "etc.", "Inc.", "e.V.".
fn is_short(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    let inner = last.trim_end_matches('.').contains('.');
    inner
        || matches!(
            last,
            "etc." | "Inc." | "Ltd." | "Co." | "usw." | "ca." | "Jr." | "Sr."
        )
}

/// Whether each line of a description stands with a bullet's mark, in step with [`facts::lines`].
pub(crate) fn marks(description: &str) -> Vec<bool> {
    let marks = ['-', '*', '•', '–', '·'];
    description
        .lines()
        .map(str::trim)
        .filter(|line| !line.trim_start_matches(marks).trim().is_empty())
        .map(|line| line.starts_with(marks))
        .collect()
}

/// Which lines of a description are running text: those without a mark beside lines that have one, and a single long
/// line.
pub(crate) fn running(description: &str) -> Vec<bool> {
    let marks = marks(description);
    let any = marks.contains(&true);
    let single = marks.len() == 1;
    let texts = facts::lines(description);
    let running = |(marked, text): (&bool, &str)| {
        !marked && (any || single && (text.len() > 160 || facts::sentences(text).len() > 1))
    };
    marks.iter().zip(texts).map(running).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_end_alike_and_keep_their_words() {
        for (line, without, with) in [
            ("led  a team.", "Led a team", "Led a team."),
            ("Led a team", "Led a team", "Led a team."),
            ("iOS apps", "iOS apps", "iOS apps."),
            ("Pots, pans etc.", "Pots, pans etc.", "Pots, pans etc."),
            (
                "One thing. Another",
                "One thing. Another.",
                "One thing. Another.",
            ),
            ("More?", "More?", "More?"),
            ("éclairs for 40", "Éclairs for 40", "Éclairs for 40."),
        ] {
            assert_eq!(bullet(line, Stops::Without), without);
            assert_eq!(bullet(line, Stops::With), with);
        }
    }

    #[test]
    fn running_text_is_told_from_bullets_in_step_with_the_facts() {
        let text = "A bakery of thirty.\n- Baked\n\n-\n• Sold";
        assert_eq!(running(text), [true, false, false]);
        assert_eq!(facts::lines(text).count(), 3);
        assert_eq!(running("Baked\nSold"), [false, false]);
        assert_eq!(running("Baked bread. Sold it."), [true]);
    }
}
