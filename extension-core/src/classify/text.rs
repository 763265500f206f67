//! Words as the rules compare them: lower case, no accents, no punctuation; and the little pattern language
//! the word tables are written in.
//!
//! What must not happen here: meaning. A pattern says which words stand where, no more.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// How many words `..` may skip.
const GAP: usize = 6;

/// Folds case, accents and the letters that decompose badly ("Größe" → "grosse", "Łódź" → "lodz").
#[must_use]
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        // Each by itself: marks are left out, so their order among each other does not matter.
        decompose_compatible(letter, |part| match part {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'ł' | 'Ł' => folded.push('l'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'đ' | 'Đ' => folded.push('d'),
            'ı' => folded.push('i'),
            '’' | '‘' | '`' => folded.push('\''),
            mark if is_combining_mark(mark) => {}
            other => folded.extend(other.to_lowercase()),
        });
    }
    folded
}

/// The words of a text: folded, split at everything that is neither letter nor digit. An apostrophe splits too
/// ("what's" → "what", "s"), a dot between single letters does not ("U.S." → "us", "e.g." → "eg").
#[must_use]
pub(crate) fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    let mut word = String::new();
    let letters: Vec<char> = folded.chars().collect();
    let mut after_ending = 0;
    for (at, &letter) in letters.iter().enumerate() {
        if at < after_ending {
            continue;
        }
        if letter == '(' && !word.is_empty() {
            after_ending = at + ending(&letters[at..]);
            if after_ending > at {
                continue;
            }
        }
        if letter.is_alphanumeric() {
            word.push(letter);
            continue;
        }
        let single = word.chars().count() == 1 || (at >= 2 && letters[at - 2] == '.');
        let more = letters.get(at + 1).is_some_and(|next| next.is_alphabetic())
            && letters
                .get(at + 2)
                .is_none_or(|next| !next.is_alphanumeric());
        if letter == '.' && single && more && !word.is_empty() {
            continue;
        }
        if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    join_mail(words)
}

/// How long an ending in brackets is, brackets included: "autorisé(e)", "Entwickler(in)", "file(s)"; 0 for none.
fn ending(letters: &[char]) -> usize {
    let close = letters.iter().take(4).position(|&letter| letter == ')');
    match close {
        Some(close @ 2..)
            if letters[1..close]
                .iter()
                .all(|letter| letter.is_alphabetic()) =>
        {
            close + 1
        }
        _ => 0,
    }
}

/// "E-Mail-Adresse" and "Email-Adresse" are one word's two spellings: "e", "mail…" → "email…".
fn join_mail(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(last) if last == "e" && word.starts_with("mail") => last.push_str(&word),
            _ => joined.push(word),
        }
    }
    joined
}

/// A word table's entry, made ready.
///
/// Words stand apart by spaces and match whole words, folded on both sides. `*` at a word's start or end stands for
/// any letters, `a|b` for either word, `a_b|c` for either the words "a b" or "c", `..` for up to six words in between, `^` before the first word for the
/// text's start, `$` after the last for its end.
#[derive(Debug, Clone)]
pub(crate) struct Pattern {
    steps: Vec<Step>,
    from_start: bool,
    to_end: bool,
}

#[derive(Debug, Clone)]
enum Step {
    Gap,
    /// Alternatives, each of one or more words in a row.
    Word(Vec<Vec<Glob>>),
}

#[derive(Debug, Clone)]
struct Glob {
    text: String,
    open_start: bool,
    open_end: bool,
}

impl Glob {
    fn fits(&self, word: &str) -> bool {
        match (self.open_start, self.open_end) {
            (false, false) => word == self.text,
            (false, true) => word.starts_with(&self.text),
            (true, false) => word.ends_with(&self.text),
            (true, true) => word.contains(&self.text),
        }
    }
}

impl Pattern {
    /// Reads a pattern.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        let mut text = text.trim();
        let from_start = text.starts_with('^');
        let to_end = text.ends_with('$');
        text = text.trim_start_matches('^').trim_end_matches('$');
        let steps = text
            .split_whitespace()
            .map(|word| {
                if word == ".." {
                    Step::Gap
                } else {
                    Step::Word(
                        word.split('|')
                            .map(|one| one.split('_').map(glob).collect())
                            .collect(),
                    )
                }
            })
            .collect();
        Self {
            steps,
            from_start,
            to_end,
        }
    }

    /// How many words the pattern spans at most where it first matches; `None` where it does not.
    #[must_use]
    pub(crate) fn span(&self, words: &[String]) -> Option<usize> {
        let last = if self.from_start {
            0
        } else {
            words.len().saturating_sub(1)
        };
        (0..=last).find_map(|start| {
            let end = self.run(0, words, start)?;
            Some(end - start)
        })
    }

    /// Whether the pattern occurs.
    #[must_use]
    pub(crate) fn is_in(&self, words: &[String]) -> bool {
        self.span(words).is_some()
    }

    /// Where the longest match of the steps from `step` on ends, when it begins at `at`.
    fn run(&self, step: usize, words: &[String], at: usize) -> Option<usize> {
        match self.steps.get(step) {
            None if !self.to_end || at == words.len() => Some(at),
            None => None,
            Some(Step::Gap) => (at..=(at + GAP).min(words.len()))
                .filter_map(|next| self.run(step + 1, words, next))
                .max(),
            Some(Step::Word(alternatives)) => alternatives
                .iter()
                .filter(|globs| {
                    words.get(at..at + globs.len()).is_some_and(|row| {
                        row.iter()
                            .zip(globs.iter())
                            .all(|(word, glob)| glob.fits(word))
                    })
                })
                .filter_map(|globs| self.run(step + 1, words, at + globs.len()))
                .max(),
        }
    }
}

fn glob(word: &str) -> Glob {
    Glob {
        text: fold(word.trim_matches('*')),
        open_start: word.starts_with('*'),
        open_end: word.len() > 1 && word.ends_with('*'),
    }
}

/// A list of patterns, made ready once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Patterns(Vec<Pattern>);

impl Patterns {
    /// Reads a word table.
    #[must_use]
    pub(crate) fn new(table: &[&str]) -> Self {
        Self(table.iter().map(|text| Pattern::new(text)).collect())
    }

    /// Whether one of them occurs.
    #[must_use]
    pub(crate) fn any(&self, words: &[String]) -> bool {
        self.0.iter().any(|pattern| pattern.is_in(words))
    }

    /// Whether a word is one that some pattern of them is written with.
    #[must_use]
    pub(crate) fn is_written_with(&self, word: &str) -> bool {
        let steps = self.0.iter().flat_map(|pattern| &pattern.steps);
        let globs = steps.flat_map(|step| match step {
            Step::Gap => &[][..],
            Step::Word(alternatives) => alternatives,
        });
        globs.flatten().any(|glob| glob.fits(word))
    }

    /// The longest span of any that occurs, in words.
    #[must_use]
    pub(crate) fn longest(&self, words: &[String]) -> Option<usize> {
        self.0
            .iter()
            .filter_map(|pattern| pattern.span(words))
            .max()
    }
}

/// Declares word tables that are made ready at their first use: `tables! { NAME = ["pattern", …]; }`.
macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = [$($text:expr),* $(,)?];)*) => {
        $($(#[$doc])*
        static $name: std::sync::LazyLock<$crate::classify::text::Patterns> =
            std::sync::LazyLock::new(|| $crate::classify::text::Patterns::new(&[$($text),*]));)*
    };
}
pub(crate) use tables;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, text: &str, span: Option<usize>) {
        assert_eq!(
            Pattern::new(pattern).span(&words(text)),
            span,
            "{pattern} in {text}"
        );
    }

    #[test]
    fn words_are_folded_and_split() {
        assert_eq!(words("E-Mail-Adresse*"), ["email", "adresse"]);
        assert_eq!(words("Straße & Größe"), ["strasse", "grosse"]);
        assert_eq!(
            words("work in the U.S.A. now"),
            ["work", "in", "the", "usa", "now"]
        );
        assert_eq!(words("U.S. citizen"), ["us", "citizen"]);
        assert_eq!(words("autorisé(e)s à"), ["autorises", "a"]);
        assert_eq!(words("Name (legal) (m)"), ["name", "legal", "m"]);
        assert_eq!(
            words("What's  Your\u{a0}name?"),
            ["what", "s", "your", "name"]
        );
        assert_eq!(
            words("Imię i nazwisko, Łódź"),
            ["imie", "i", "nazwisko", "lodz"]
        );
        assert_eq!(words("End. Next"), ["end", "next"]);
    }

    #[test]
    fn patterns_match_whole_words_globs_gaps_and_ends() {
        check("first name", "Your first name", Some(2));
        check("^first name$", "Your first name", None);
        check("name", "Username", None);
        check("*gehalt*", "Ihr Wunschgehalt (EUR)", Some(1));
        check("how .. hear", "How did you first hear about us", Some(5));
        check("email", "e-mail", Some(1));
        check("start|date_from end", "date from end", Some(3));
        check("hear .. us$", "hear about us", Some(3));
        check("prénom", "Prenom", Some(1));
        check("a .. b", "a 1 2 3 4 5 6 7 b", None);
    }
}
