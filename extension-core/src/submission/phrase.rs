//! Patterns of words: what the tables in `words` are written in.
//!
//! A pattern is words with single spaces. `a|b` is either; `bewerb*` is any word that begins so; `..` is a gap of up to
//! twelve words. Words are written folded (no accents, no capitals).
//! A table is patterns joined by semicolons.
//! What must not happen here: a match inside a word.

/// The widest gap, in words.
const GAP: usize = 12;

/// Where a pattern was found: the first word, and the one after the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// The places where patterns of a table stand, one a pattern.
pub(super) fn find<'a>(words: &'a [&str], table: &'a str) -> impl Iterator<Item = Found> + 'a {
    patterns(table).filter_map(|pattern| find_one(words, pattern))
}

/// Whether one of the patterns stands anywhere.
pub(super) fn has(words: &[&str], table: &str) -> bool {
    find(words, table).next().is_some()
}

/// Whether the words are one of the patterns and nothing else.
pub(super) fn is(words: &[&str], table: &str) -> bool {
    patterns(table).any(|pattern| {
        let parts: Vec<&str> = pattern.split(' ').collect();
        ends(words, 0, &parts).contains(&words.len())
    })
}

/// The patterns of a table.
pub(super) fn patterns(table: &str) -> impl Iterator<Item = &str> {
    table.split(';').map(str::trim)
}

fn find_one(words: &[&str], pattern: &str) -> Option<Found> {
    let parts: Vec<&str> = pattern.split(' ').collect();
    (0..words.len()).find_map(|from| {
        let ends = ends(words, from, &parts);
        ends.into_iter().min().map(|to| Found { from, to })
    })
}

/// Every place where the parts, beginning at `from`, can end.
fn ends(words: &[&str], from: usize, parts: &[&str]) -> Vec<usize> {
    let Some((part, rest)) = parts.split_first() else {
        return vec![from];
    };
    if *part == ".." {
        let last = words.len().min(from + GAP);
        return (from..=last).flat_map(|at| ends(words, at, rest)).collect();
    }
    match words.get(from) {
        Some(word) if one_of(word, part) => ends(words, from + 1, rest),
        _ => Vec::new(),
    }
}

fn one_of(word: &str, part: &str) -> bool {
    part.split('|')
        .any(|choice| match choice.strip_suffix('*') {
            Some(stem) => word.starts_with(stem),
            None => word == choice,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pattern: &str, found: Option<(usize, usize)>) {
        let words: Vec<&str> = text.split(' ').collect();
        let got = find(&words, pattern).next().map(|at| (at.from, at.to));
        assert_eq!(got, found, "{pattern} in {text}");
    }

    #[test]
    fn patterns_are_whole_words_with_choices_stems_and_gaps() {
        check(
            "we thank you for applying",
            "thank|thanks you",
            Some((1, 3)),
        );
        check("a thankless task", "thank", None);
        check("ihre bewerbungsunterlagen sind da", "bewerb*", Some((1, 2)));
        check(
            "your application for baker has been received",
            "application .. received",
            Some((1, 7)),
        );
        check(
            "application a b c d e f g h i j k l m received",
            "application .. received",
            None,
        );
        check(
            "application received",
            "application .. received",
            Some((0, 2)),
        );
        check("", "anything", None);
    }

    #[test]
    fn a_whole_text_can_be_asked_for() {
        assert!(is(&["thank", "you"], "thanks; thank you"));
        assert!(!is(&["thank", "you", "all"], "thank you"));
    }
}
