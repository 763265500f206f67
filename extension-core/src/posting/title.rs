//! Which of the page's texts is the job's title: several sources stand as witnesses for each other.

use super::fold::{fold, has_phrase, key, likeness, tidy};
use super::meta;

/// A text that could be the title.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Candidate {
    pub(crate) text: String,
    /// How much the source is worth by itself.
    pub(crate) weight: f64,
    /// Whether a person sees it on the page.
    pub(crate) visible: bool,
    /// In the words of a note.
    pub(crate) from: &'static str,
}

/// The title, and who said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) text: String,
    pub(crate) from: &'static str,
    /// Other titles of some weight, with where they stood.
    pub(crate) against: Vec<&'static str>,
}

/// One witness is enough only if it is a strong one.
const ENOUGH: f64 = 2.5;

/// The source of candidates that were read out of the titles themselves.
const OF_TITLES: &str = super::claim::Source::Meta.name();

/// Chooses. A candidate gains by every other source that says the same, and by the titles and the address that
/// contain it; of equals the visible one stands, as it is written.
pub(crate) fn choose(candidates: &[Candidate], titles: &[String], url: &str) -> Option<Chosen> {
    let url = fold(url);
    let candidates = candidates
        .iter()
        .filter(|c| !key(&c.text).is_empty() && c.text.len() <= 200)
        .take(60)
        .collect::<Vec<_>>();
    let score = |candidate: &Candidate| {
        let mut sources: Vec<(&str, f64)> = Vec::new();
        for other in &candidates {
            let worth = other.weight * agreement(&candidate.text, &other.text);
            match sources.iter_mut().find(|(from, _)| *from == other.from) {
                // The same source twice is one witness.
                Some((_, best)) => *best = best.max(worth),
                None => sources.push((other.from, worth)),
            }
        }
        let said = sources.iter().map(|(_, worth)| worth).sum::<f64>();
        let folded = fold(&candidate.text);
        // A candidate out of a title is not its own witness.
        let own = if candidate.from == OF_TITLES { 1 } else { 0 };
        let titled = titles
            .iter()
            .filter(|t| has_phrase(&fold(t), &folded))
            .count()
            .saturating_sub(own)
            .min(2) as f64;
        let words = folded
            .split(' ')
            .filter(|w| w.len() > 2)
            .collect::<Vec<_>>();
        let addressed = words.len() >= 2 && words.iter().all(|w| has_phrase(&url, w));
        said + titled * 1.5
            + if addressed { 1.5 } else { 0.0 }
            + if candidate.visible { 0.4 } else { 0.0 }
    };
    let mut best: Option<(&Candidate, f64)> = None;
    for candidate in &candidates {
        let score = score(candidate);
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((candidate, score));
        }
    }
    let (chosen, top) = best?;
    if top < ENOUGH {
        return None;
    }
    let mut against = candidates
        .iter()
        .filter(|c| c.weight >= 2.5 && agreement(&chosen.text, &c.text) < 0.5)
        .map(|c| c.from)
        .collect::<Vec<_>>();
    against.dedup();
    Some(Chosen {
        text: tidy(&chosen.text),
        from: chosen.from,
        against,
    })
}

/// How far two texts say the same title: 1 for the same, less for one that holds the other.
pub(crate) fn agreement(a: &str, b: &str) -> f64 {
    if key(a) == key(b) {
        return 1.0;
    }
    let (fa, fb) = (fold(a), fold(b));
    let (short, long) = if fa.len() < fb.len() {
        (&fa, &fb)
    } else {
        (&fb, &fa)
    };
    if has_phrase(long, short) && short.len() * 2 >= long.len() {
        return 0.8;
    }
    if likeness(a, b) >= 0.75 { 0.7 } else { 0.0 }
}

/// Whether a text says a title whole, among other words ("Nurse (night shift)" says "Nurse").
pub(crate) fn says(text: &str, title: &str) -> bool {
    has_phrase(&fold(text), &fold(title))
}

/// A heading as a candidate's text.
pub(crate) fn of_heading(text: &str) -> String {
    let text = meta::without_announcement(text);
    for end in [
        " - Application",
        " – Application",
        " | Application",
        " - Bewerbung",
        " - Candidature",
    ] {
        if let Some(head) = text.strip_suffix(end) {
            return head.to_owned();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(text: &str, weight: f64, visible: bool, from: &'static str) -> Candidate {
        Candidate {
            text: text.to_owned(),
            weight,
            visible,
            from,
        }
    }

    fn chosen(candidates: &[Candidate], titles: &[&str]) -> Option<String> {
        let titles = titles.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
        choose(candidates, &titles, "").map(|c| c.text)
    }

    #[test]
    fn witnesses_outvote_a_liar() {
        let lie = candidate("Store Manager", 4.0, false, "data");
        let heading = candidate("Night Baker (m/f/x)", 3.0, true, "heading");
        assert_eq!(
            chosen(
                &[lie.clone(), heading.clone()],
                &["Night Baker (m/f/x) - Crumb"]
            )
            .as_deref(),
            Some("Night Baker (m/f/x)")
        );
        // A heading that nothing confirms does not beat data that the title confirms.
        let slogan = candidate("Rise with us", 3.0, true, "heading");
        assert_eq!(
            chosen(&[lie, slogan], &["Store Manager - Crumb"]).as_deref(),
            Some("Store Manager")
        );
    }

    #[test]
    fn the_visible_writing_stands() {
        let data = candidate("Night Baker", 4.0, false, "data");
        let heading = candidate("Night Baker (Ghent)", 3.0, true, "heading");
        assert_eq!(
            chosen(&[data, heading], &["Night Baker (Ghent)"]).as_deref(),
            Some("Night Baker (Ghent)")
        );
    }

    #[test]
    fn a_weak_witness_alone_is_none() {
        assert_eq!(
            chosen(&[candidate("Team", 1.0, true, "sub-heading")], &[]),
            None
        );
    }
}
