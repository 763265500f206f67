//! Whether a question about the law says nothing beyond what its answer says: every word of it is known, or is a name.
//!
//! Tables of what else a question may be about are never complete; what such a question is made of can be listed. What is
//! not understood whole is the person's own to answer. A capital alone makes no name: a name is a known place, or stands
//! where somebody employs or sponsors. What must not happen here: a word let through because it is rare, or because a
//! question is long.

use crate::classify::family::legal;
use crate::classify::places;
use crate::classify::question::Question;
use crate::classify::text::{fold, tables};
use crate::company;
use crate::places::{countries, regions};
use crate::posting;
use std::collections::HashSet;
use std::sync::LazyLock;

tables! {
    /// Written with a capital, and no names.
    DAYS = ["monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|saturdays|sunday|sundays|christmas|easter"];
    /// German writes every noun as other languages write names.
    GERMAN = ["sie|ihr|ihre|ihren|ihnen|du|dein|deine|wir|uns|für|eine|einen|der|das|dem|zur|zum|haben|sind|hast|bist|wird|werden"];
}

struct Known {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let lines = include_str!("data/legal_words.txt").lines();
    let words = lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace);
    let (beginnings, whole): (Vec<_>, Vec<_>) = words.partition(|word| word.ends_with('*'));
    Known {
        whole: whole.into_iter().collect(),
        beginnings: beginnings
            .into_iter()
            .map(|word| word.trim_end_matches('*'))
            .collect(),
    }
});

impl Known {
    fn has(&self, word: &str) -> bool {
        self.whole.contains(word) || self.beginnings.iter().any(|known| word.starts_with(known))
    }
}

/// A word as it is written.
#[derive(Debug, Clone, Copy)]
struct Written<'q> {
    word: &'q str,
    /// It begins a sentence.
    begins: bool,
    /// Nothing but a space, a hyphen or a sign that names are joined with stands before it.
    joined: bool,
    /// A comma stands before it.
    after_comma: bool,
}

impl Written<'_> {
    fn is_capital(&self) -> bool {
        self.word.starts_with(char::is_uppercase)
    }
}

/// The most words that a place's name is looked up by ("Frankfurt am Main").
const LONGEST_PLACE: usize = 4;

/// Whether all that the question says is known. `sponsors` says whether it asks about sponsorship.
pub(super) fn are_all_known(question: &Question, sponsors: bool) -> bool {
    let written = written(&question.raw);
    let small = written
        .iter()
        .filter(|one| one.word.starts_with(char::is_lowercase))
        .count();
    // In a title, and in German, a capital says nothing.
    let names_stand_out =
        2 * small >= written.len() && !GERMAN.any(&question.all) && !DAYS.any(&question.all);
    let of_places = of_places(&written, names_stand_out);
    (0..written.len()).all(|at| {
        let one = &written[at];
        if of_places[at] || one.is_capital() && is_company(&written[at..]) {
            return true;
        }
        // "in Support", "in IT": where a place would stand, it is none.
        let named = names_stand_out && one.is_capital() && !one.begins;
        if at > 1 && is_other_place(&written[at - 2..]) {
            return false;
        }
        if named && (one.word == "IT" || at > 0 && is_in(written[at - 1].word)) {
            return is_country(one.word);
        }
        is_known(one.word) || named && is_employer(&written, at, sponsors)
    })
}

/// The codes of named countries that [`legal::is_country`] does not know ("Kazakhstan"); [`None`] for one that shares its
/// name with a region ("Georgia").
pub(super) fn countries_named(raw: &str) -> Vec<Option<&'static str>> {
    let written = written(raw);
    let mut found = Vec::new();
    let mut at = 0;
    while at < written.len() {
        let Some((length, name)) = place_at(&written, at) else {
            at += 1;
            continue;
        };
        if let Some(country) = countries::called(&name).filter(|_| !legal::is_country(&name)) {
            let alone = regions::find_any(&fold(&name)).is_none();
            found.push(alone.then_some(country.code));
        }
        at += length;
    }
    found
}

/// Whether this is "work in" something that is no place a law is of ("in government", "in a green area").
fn is_other_place(written: &[Written<'_>]) -> bool {
    let is = |at: usize, any: &str| {
        let one = written.get(at);
        one.is_some_and(|one| any.split(' ').any(|known| known == fold(one.word)))
    };
    is(0, "work working employed employment")
        && is(1, "in")
        && !is_country(written[2].word)
        && !is(
            2,
            "the this that these those your our its any all each both which what whichever another either one order person full accordance",
        )
        && !(is(2, "a an")
            && (3..7).any(|at| {
                is(
                    at,
                    "country location territory nation region role position job",
                )
            }))
}

/// Whether a word leads up to the place of work.
fn is_in(word: &str) -> bool {
    matches!(word, "in" | "In" | "IN" | "en" | "em" | "w" | "i")
}

/// Which words are of a place's name: a country's, a region's, a well-known town's.
///
/// Towns are named like other things ("im Zug"): where names do not stand out, one counts only behind "in".
fn of_places(written: &[Written<'_>], names_stand_out: bool) -> Vec<bool> {
    let mut found = vec![false; written.len()];
    let mut at = 0;
    while at < written.len() {
        if let Some((length, name)) = place_at(written, at) {
            let is_sure = names_stand_out
                || at > 0 && is_in(written[at - 1].word)
                || !posting::is_city(&name);
            found[at..at + length].fill(is_sure);
            at += length;
            continue;
        }
        // "Austin, TX".
        let one = &written[at];
        if one.after_comma
            && at > 0
            && found[at - 1]
            && one.word.chars().all(char::is_uppercase)
            && !regions::all_named(&fold(one.word)).is_empty()
        {
            found[at] = true;
        }
        at += 1;
    }
    found
}

/// The place whose name begins here, the longest: how many words it has, and the name.
fn place_at(written: &[Written<'_>], at: usize) -> Option<(usize, String)> {
    if !written[at].is_capital() {
        return None;
    }
    let joined = written[at + 1..].iter().take_while(|next| next.joined);
    let longest = (joined.count() + 1).min(LONGEST_PLACE);
    (1..=longest).rev().find_map(|length| {
        let words: Vec<&str> = written[at..at + length]
            .iter()
            .map(|one| one.word)
            .collect();
        let name = words.join(" ");
        let is_place = written[at + length - 1].is_capital()
            && (countries::called(&name).is_some()
                || regions::find_any(&fold(&name)).is_some()
                || posting::is_city(&name));
        is_place.then_some((length, name))
    })
}

/// Whether a company's name begins or goes on here: its legal form is one of the next words ("die Kessler Bau GmbH").
fn is_company(written: &[Written<'_>]) -> bool {
    let mut next = written.iter().take(4);
    next.by_ref()
        .take_while(|one| one.is_capital())
        .any(|one| company::is_form_word(one.word))
}

/// Whether the name that this word is of stands where somebody employs or sponsors ("will X sponsor", "work for X").
fn is_employer(written: &[Written<'_>], at: usize, sponsors: bool) -> bool {
    let goes_on = |one: &Written<'_>| one.joined && one.is_capital();
    let mut start = at;
    while start > 0 && goes_on(&written[start]) && !written[start - 1].begins {
        if !written[start - 1].is_capital() {
            break;
        }
        start -= 1;
    }
    let rest = written[at + 1..].iter();
    let end = at + 1 + rest.take_while(|one| goes_on(one)).count();
    let word = |at: Option<usize>| {
        let one = at.and_then(|at| written.get(at));
        one.map(|one| fold(one.word)).unwrap_or_default()
    };
    let before = word(start.checked_sub(1));
    let further = word(start.checked_sub(2));
    let after = word(Some(end));
    // "Northlake's sponsorship".
    let owns = after == "s" && word(Some(end + 1)).starts_with("sponsor");
    let works = |word: &str| {
        [
            "work", "employ", "job", "role", "position", "hire", "travail", "emploi", "trabaj",
            "lavor", "werk", "trabalh", "prac",
        ]
        .iter()
        .any(|known| word.starts_with(known))
    };
    let is = |word: &str, any: &str| !word.is_empty() && any.split(' ').any(|one| one == word);
    // Who employs.
    let employs = is(&before, "join joining rejoignez rejoindre")
        || is(&before, "with at by chez presso bij")
            && works(&further)
            && !is(&further, "work working")
        || is(&before, "for pour para per voor")
            && (works(&further)
                || is(&further, "country location here")
                || start > 1 && is_end_of_country(written[start - 2].word));
    // Who sponsors.
    let sponsor = sponsors
        && (is(
            &before,
            "from by par por door przez da dal dalla pela pelo do does would will should if",
        ) || is(&before, "que che")
            || is(&further, "que che") && is(&before, "la el a il o")
            || is(&further, "part parte") && is(&before, "de di da")
            || is(
                &before,
                "need needs require requires requiring for have ask want on",
            ) && after == "to"
            || owns
            || after.starts_with("sponsor") && after != "sponsorship");
    employs || sponsor
}

/// Whether this is a country's name, or begins one ("in U.S.").
fn is_country(word: &str) -> bool {
    legal::is_country(word) || matches!(word, "U" | "E")
}

/// Whether a country's name ends in this word ("the United States", "the U.S.").
fn is_end_of_country(word: &str) -> bool {
    legal::is_country(word) || matches!(word, "S" | "K" | "States" | "Kingdom")
}

/// The words as they are written.
fn written(raw: &str) -> Vec<Written<'_>> {
    let mut begins = true;
    let (mut start, mut end) = (0, 0);
    let mut found: Vec<Written<'_>> = Vec::new();
    for part in raw.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() {
            let between = &raw[end..start];
            found.push(Written {
                word,
                begins,
                joined: matches!(between, " " | "-" | " & " | "\u{a0}"),
                after_comma: between.starts_with(','),
            });
            begins = false;
            end = start + word.len();
        }
        start += part.len();
        begins |= part.ends_with(['.', '?', '!', ':', '*', '¿', '¡']) && word.chars().count() > 1;
        begins |= found.is_empty();
    }
    found
}

fn is_known(word: &str) -> bool {
    let folded = fold(word);
    // A single letter is what is left of an abbreviation or an ending ("U.S.", "autorisé·e").
    word.chars().count() == 1
        || word.contains(|letter: char| letter.is_ascii_digit())
        || KNOWN.has(&folded)
        || legal::is_of_tables(&folded)
        || !places::countries_in(word).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::question::read as question;

    #[track_caller]
    fn check(text: &str, sponsors: bool, known: bool) {
        assert_eq!(
            are_all_known(&question(text, 1.0), sponsors),
            known,
            "{text}"
        );
    }

    #[test]
    fn a_capital_is_a_name_where_somebody_employs_or_sponsors() {
        check("Will you need Thornbury to sponsor a visa?", true, true);
        check(
            "Will you need a visa by Thornbury's sponsorship?",
            true,
            true,
        );
        check("Thornbury sponsors visas. Will you need that?", true, false);
        check("May you work for Corvane Robotics in Canada?", false, true);
        check("May you work in the U.S. for Corvane?", false, true);
        check("May you work in Corvane?", false, false);
        check("May you work in Corvane Inc.?", false, true);
        check("Would Corvane let you work?", false, false);
        check("Do You Need Asbestos Permits To Work", true, false);
        check("Dürfen Sie mit Asbest arbeiten?", false, false);
        check("Do you need Sundays off to renew a visa?", true, false);
    }

    #[test]
    fn a_place_is_one_that_is_known() {
        check("May you work in Austin, TX?", false, true);
        check("May you work in Radiology, TX?", false, false);
        check("May you work in Rio de Janeiro or Kazakhstan?", false, true);
        check("May you work in Boston Radiology?", false, false);
        check("May you work in IT or Support?", false, false);
        check("May you work in a green area?", false, false);
        check("May You Work In Support?", false, false);
        check("MAY YOU WORK IN IT?", false, false);
        check("May You Work In The United States?", false, true);
        check("May you work in U.S. offices?", false, false);
        check("May you work in U.S.?", false, true);
        check("May you work in any other EU country?", false, true);
        check("Dürfen Sie in Zug arbeiten?", false, true);
        check("Dürfen Sie im Zug arbeiten?", false, false);
    }

    #[test]
    fn a_long_question_hides_no_word() {
        let long = |what: &str| {
            format!(
                "Are you now, and will you be at the time when you start in this role, legally authorized to work{what} in Canada?"
            )
        };
        check(&long(""), false, true);
        check(&long(" underground"), false, false);
        check(&long(" (underground)"), false, false);
    }
}
