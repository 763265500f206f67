//! Names of companies: what stands behind them without being the name ("GmbH", "S.A.", "Sp. z o.o."), and when two
//! names are one company's.
//!
//! The legal forms are in `data/forms.tsv`. What must not happen here: deciding whether a text is a company. Only its
//! end is looked at; what else speaks for it, each reader knows itself.

mod forms;

use crate::folding::{self, Marks};
use forms::Belief;

/// The most words that a legal form is written with ("UG (haftungsbeschränkt) & Co. KG").
const LONGEST: usize = 6;

/// What joins a name's parts: written or left out at will.
const JOINS: &[&str] = &["and", "und", "et"];

/// What companies are kept by: letters and digits without the legal form, so that "Crumb & Crust GmbH" and "Crumb and
/// Crust" meet. Empty for a text without letters and digits.
///
/// These keys are stored, with employers and with jobs. Where one changes, what is stored by it has to be made anew, so
/// tests hold them as they are.
#[must_use]
pub fn key(name: &str) -> String {
    /// Beside the forms, at a name's end: the pieces of some, a join, an address.
    const BESIDE: &[&str] = &[
        "private", "sp", "zoo", "the", "and", "und", "et", "y", "e", "com", "io",
    ];
    let spelled = name
        .replace('&', " and ")
        .replace("z o.o.", "zoo")
        .replace("e.V.", "ev");
    let spelled = spelled
        .replace("S.A.", "sa")
        .replace("S.L.", "sl")
        .replace("B.V.", "bv");
    let folded = folding::fold(&spelled, Marks::Apart);
    let words = folded.split(' ').collect::<Vec<_>>();
    let mut kept = words.as_slice();
    while kept.len() > 1 && kept.first().is_some_and(|word| *word == "the") {
        kept = &kept[1..];
    }
    while kept.len() > 1
        && kept
            .last()
            .is_some_and(|word| BESIDE.contains(word) || forms::is_left_out(word))
    {
        kept = &kept[..kept.len() - 1];
    }
    kept.iter()
        .filter(|word| kept.len() == 1 || !JOINS.contains(word))
        .copied()
        .collect()
}

/// The folded words that a name is compared by, with single spaces: no legal form, no "the" before it, no "and" in it.
/// Empty for a text without letters and digits; a name that is nothing but such words keeps them.
#[must_use]
pub fn words(name: &str) -> String {
    let folded = folding::fold(&stem(name).replace('&', " and "), Marks::Apart);
    let mut words = folded.split(' ').collect::<Vec<_>>();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if words.iter().any(|word| !JOINS.contains(word)) {
        words.retain(|word| !JOINS.contains(word));
    }
    words.join(" ")
}

/// Whether two names are one company's: the same words, or the shorter one, of four letters or more, in one piece in
/// the longer one. What says nothing is no company's name.
#[must_use]
pub fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let letters = |name: &str| name.replace(' ', "");
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    !short.is_empty()
        && (letters(&short) == letters(&long)
            || letters(&short).len() >= 4 && folding::has_phrase(&long, &short))
}

/// A name without its legal form, as it was written, for comparing: "Acme" for "ACME s.p.a." in any case.
#[must_use]
pub fn stem(name: &str) -> &str {
    without(name, Belief::Compared)
}

/// A name as a sentence says it: without a legal form where it is written as one. "Müller & Co. KG" keeps its "Co.".
#[must_use]
pub fn without_form(name: &str) -> &str {
    without(name, Belief::Unsaid)
}

/// Whether a text ends in a legal form, which only a company's name does. A text that is nothing else does not.
#[must_use]
pub fn has_form(text: &str) -> bool {
    let text = text.trim();
    tails(text).any(|(_, tail)| forms::is_form(tail, Belief::Told))
}

/// Whether a single word, as it is written, is a legal form.
#[must_use]
pub fn is_form_word(word: &str) -> bool {
    forms::is_form(word, Belief::Told)
}

/// Whether a single word says what kind of company it is without being a legal form: "Group", "Holding".
#[must_use]
pub fn is_kind_word(word: &str) -> bool {
    forms::is_kind(&folding::fold(word, Marks::Apart))
}

/// The ends of a text, the longest first, each with what stands before it.
fn tails(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut starts = Vec::new();
    let mut after_space = false;
    for (at, sign) in text.char_indices() {
        let space = sign.is_whitespace() || sign == ',';
        if after_space && !space {
            starts.push(at);
        }
        after_space = space;
    }
    let first = starts.len().saturating_sub(LONGEST);
    starts
        .into_iter()
        .skip(first)
        .map(|at| (text[..at].trim_end_matches(ends_nothing), &text[at..]))
        .filter(|(before, _)| !before.is_empty())
}

fn ends_nothing(sign: char) -> bool {
    sign.is_whitespace() || sign == ','
}

fn without(name: &str, belief: Belief) -> &str {
    let mut name = name.trim();
    loop {
        let cut = tails(name).find(|(_, tail)| forms::is_form(tail, belief));
        let Some((before, _)) = cut else { return name };
        name = match before.rsplit_once(char::is_whitespace) {
            // "Acme GmbH & Co." of which the "Co." went.
            Some((first, "&" | "+" | "and" | "und" | "et" | "y" | "e")) => first.trim_end(),
            _ => before,
        };
    }
}

#[cfg(test)]
mod tests;
