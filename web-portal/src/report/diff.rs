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

/// Words of one fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// What became of them.
    pub(crate) change: Change,
    /// The words.
    pub(crate) text: String,
    /// They follow what is before them without a space: a comma, a full stop.
    pub(crate) glued: bool,
}

/// The most words that are compared one by one; longer texts are shown as a whole removed and a whole added.
const MOST: usize = 800;

/// The words of both texts in one row, those with the same fate together.
pub(crate) fn words(before: &str, after: &str) -> Vec<Run> {
    let (old, new): (Vec<Part<'_>>, Vec<Part<'_>>) = (parts(before), parts(after));
    let mut row: Vec<Run> = Vec::new();
    if old.len() > MOST || new.len() > MOST {
        old.iter()
            .for_each(|part| push(&mut row, Change::Removed, part));
        new.iter()
            .for_each(|part| push(&mut row, Change::Added, part));
        return row;
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
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let same = i < old.len() && j < new.len() && old[i] == new[j];
        let removes = !same
            && i < old.len()
            && (j == new.len() || common[(i + 1) * wide + j] >= common[i * wide + j + 1]);
        let (change, part) = if same {
            (Change::Same, &old[i])
        } else if removes {
            (Change::Removed, &old[i])
        } else {
            (Change::Added, &new[j])
        };
        i += usize::from(same || removes);
        j += usize::from(same || !removes);
        push(&mut row, change, part);
    }
    row
}

/// A word, or the signs behind one.
#[derive(PartialEq, Eq)]
struct Part<'t> {
    text: &'t str,
    glued: bool,
}

/// A text's words, with the signs at their end apart: a comma that comes changes no word. The beginning of a paragraph is
/// a part of its own, so that it is seen.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for (at, line) in text.trim().split('\n').enumerate() {
        if at > 0 {
            parts.push(Part {
                text: "\n",
                glued: true,
            });
        }
        for word in line.split_whitespace() {
            let bare = word.trim_end_matches([',', '.', ';', ':', '!', '?']);
            let (bare, signs) = word.split_at(bare.len());
            for (text, glued) in [(bare, false), (signs, !bare.is_empty())] {
                if !text.is_empty() {
                    parts.push(Part { text, glued });
                }
            }
        }
    }
    parts
}

fn push(row: &mut Vec<Run>, change: Change, part: &Part<'_>) {
    match row.last_mut() {
        Some(run) if run.change == change => {
            if !part.glued && !run.text.ends_with('\n') {
                run.text.push(' ');
            }
            run.text.push_str(part.text);
        }
        _ => row.push(Run {
            change,
            text: part.text.to_owned(),
            glued: part.glued || row.is_empty(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Change::{Added, Removed, Same};

    /// Words and signs with `-` and `+` for what went and came.
    fn of(before: &str, after: &str) -> String {
        let mut shown = String::new();
        for run in words(before, after) {
            if !run.glued {
                shown.push(' ');
            }
            match run.change {
                Same => shown.push_str(&run.text),
                Removed => shown.push_str(&format!("-[{}]", run.text)),
                Added => shown.push_str(&format!("+[{}]", run.text)),
            }
        }
        shown
    }

    #[test]
    fn only_what_differs_is_removed_and_added() {
        for (before, after, shown) in [
            (
                "Led a team of six",
                "Led a crew of six welders",
                "Led a -[team] +[crew] of six +[welders]",
            ),
            ("TIG welding", "TIG welding, MAG", "TIG welding+[, MAG]"),
            ("I weld. I lead.", "I weld.", "I weld. -[I lead.]"),
            ("", "Rust", "+[Rust]"),
            ("Gone.", "", "-[Gone.]"),
            ("Same", "Same", "Same"),
            (
                "One.\n\nTwo.",
                "One.\n\nThree.",
                "One.\n\n -[Two] +[Three].",
            ),
            ("", "", ""),
        ] {
            assert_eq!(of(before, after), shown);
        }
    }

    #[test]
    fn both_texts_can_be_read_off_again() {
        for (before, after) in [
            ("One two.\n\nThree four.", "One two three.\n\nFour."),
            ("a b a b a", "b a b a b"),
            ("x", "y z"),
            ("a, b; c", "a b, c."),
        ] {
            let row = words(before, after);
            let read = |gone: Change| {
                let kept = row.iter().filter(|run| run.change != gone);
                let text: String = kept
                    .map(|run| run.text.replace(char::is_whitespace, ""))
                    .collect();
                text
            };
            let plain = |text: &str| text.replace(char::is_whitespace, "");
            assert_eq!(read(Added), plain(before));
            assert_eq!(read(Removed), plain(after));
        }
    }

    #[test]
    fn very_long_texts_are_shown_whole() {
        let long = "word ".repeat(MOST + 1);
        let row = words(&long, "short");
        assert_eq!((row.len(), row[1].text.as_str()), (2, "short"));
        assert_eq!(row[0].text, long.trim());
    }
}
