//! Two wordings, word by word: what stayed, what went, what came. Pure.

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// They stand in both.
    Same,
    /// They stand in the first only.
    Removed,
    /// They stand in the second only.
    Added,
}

/// The most words that are compared one by one; longer texts are shown as a whole removed and a whole added.
const MOST: usize = 600;

/// The words of both texts in one row, those with the same fate together.
pub(crate) fn words(before: &str, after: &str) -> Vec<(Change, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (parts(before), parts(after));
    if old.len() > MOST || new.len() > MOST {
        let whole = [(Change::Removed, before), (Change::Added, after)];
        return whole
            .into_iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(change, text)| (change, text.to_owned()))
            .collect();
    }
    // How many words the rests from here have in common.
    let wide = new.len() + 1;
    let mut common = vec![0_u16; (old.len() + 1) * wide];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * wide + j] = if old[i] == new[j] {
                common[(i + 1) * wide + j + 1] + 1
            } else {
                common[(i + 1) * wide + j].max(common[i * wide + j + 1])
            };
        }
    }
    let mut row: Vec<(Change, String)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let same = i < old.len() && j < new.len() && old[i] == new[j];
        let removes = !same
            && i < old.len()
            && (j == new.len() || common[(i + 1) * wide + j] >= common[i * wide + j + 1]);
        let (change, word) = if same {
            (Change::Same, old[i])
        } else if removes {
            (Change::Removed, old[i])
        } else {
            (Change::Added, new[j])
        };
        i += usize::from(same || removes);
        j += usize::from(same || !removes);
        push(&mut row, change, word);
    }
    row
}

/// A text's words; the beginning of a paragraph is one of its own, so that it is seen.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for (at, line) in text.trim().split('\n').enumerate() {
        if at > 0 {
            parts.push("\n");
        }
        parts.extend(line.split_whitespace());
    }
    parts
}

fn push(row: &mut Vec<(Change, String)>, change: Change, word: &str) {
    match row.last_mut() {
        Some((known, text)) if *known == change => {
            if word != "\n" && !text.ends_with('\n') {
                text.push(' ');
            }
            text.push_str(word);
        }
        _ => row.push((change, word.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Change::{Added, Removed, Same};

    fn of(before: &str, after: &str) -> Vec<(Change, String)> {
        words(before, after)
    }

    fn row(parts: &[(Change, &str)]) -> Vec<(Change, String)> {
        parts
            .iter()
            .map(|(change, text)| (*change, (*text).to_owned()))
            .collect()
    }

    #[test]
    fn only_what_differs_is_removed_and_added() {
        assert_eq!(
            of("Led a team of six", "Led a crew of six welders"),
            row(&[
                (Same, "Led a"),
                (Removed, "team"),
                (Added, "crew"),
                (Same, "of six"),
                (Added, "welders"),
            ])
        );
        assert_eq!(of("", "Rust"), row(&[(Added, "Rust")]));
        assert_eq!(
            of("I am a team player.", ""),
            row(&[(Removed, "I am a team player.")])
        );
        assert_eq!(of("Same", "Same"), row(&[(Same, "Same")]));
        assert_eq!(of("", ""), []);
    }

    #[test]
    fn both_texts_can_be_read_off_again() {
        for (before, after) in [
            ("One two.\n\nThree four.", "One two three.\n\nFour."),
            ("a b a b a", "b a b a b"),
            ("x", "y z"),
        ] {
            let row = words(before, after);
            let read = |gone: Change| {
                let kept = row.iter().filter(|(change, _)| *change != gone);
                let text: Vec<&str> = kept.flat_map(|(_, text)| text.split_whitespace()).collect();
                text.join(" ")
            };
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(read(Added), plain(before));
            assert_eq!(read(Removed), plain(after));
        }
    }

    #[test]
    fn very_long_texts_are_shown_whole() {
        let long = "word ".repeat(MOST + 1);
        assert_eq!(
            of(&long, "short"),
            [(Removed, long.clone()), (Added, "short".to_owned())]
        );
    }
}
