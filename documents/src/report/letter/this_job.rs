//! Whether a letter speaks of this job at this company, and of no other: the part `this_job`.

use super::Look;
use crate::fold::fold_words;
use crate::report::suggest::find;
use crate::report::tally::{Finding, Tally};
use crate::report::weights::Code;
use crate::report::words::holds;
use foothold_core::company::is_same as is_same_company;
use foothold_matching::vocabulary::titles_in;

/// A name of fewer letters is a word of any text.
const LETTERS: usize = 3;
/// The sentences in which a letter says what it is for.
const FIRST: usize = 4;

/// Another company's name as it stands in the letter.
pub(super) struct Wrong {
    pub(super) name: String,
}

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) -> Vec<Wrong> {
    let Some(measure) = &look.case.posting else {
        return Vec::new();
    };
    let company = measure.brief.company.trim();
    let text = format!(" {} ", fold_words(&look.case.text));
    let mut wrong = Vec::new();
    if !company.is_empty() {
        wrong = others(look, company);
        let known = !wrong.is_empty();
        if wrong.is_empty() {
            wrong = guessed(look, company);
        }
        if !wrong.is_empty() {
            let names: Vec<String> = wrong
                .iter()
                .map(|one| format!("\"{}\"", one.name))
                .collect();
            let places = wrong.iter().map(|one| look.page.place(&one.name)).collect();
            let says = if known {
                format!(
                    "It names {}, where you applied, too. This one goes to {company}.",
                    names.join(" and ")
                )
            } else {
                format!(
                    "It seems to be addressed to {}. This one goes to {company}.",
                    names.join(" and ")
                )
            };
            tally.lose(
                Code::CompanyWrong,
                1.0,
                Finding::new(
                    says,
                    "Put the right company's name there, or leave the name out.",
                )
                .at(places),
            );
        }
        if !names(&text, company) {
            tally.lose(
                Code::CompanyMissing,
                1.0,
                Finding::new(
                    format!("It does not name {company}."),
                    "Name the company, and say why it is this one.",
                ),
            );
        }
    }
    let title = plain_title(&measure.brief.title);
    if !title.is_empty() && !says_title(look, &text, &title) {
        tally.lose(
            Code::RoleMissing,
            1.0,
            Finding::new(
                format!("It does not name the job, {title}."),
                "Name the job in the first sentence; there may be more than one.",
            ),
        );
    }
    wrong
}

/// Whether a text names a company, by its whole name or the words that tell it.
fn names(text: &str, company: &str) -> bool {
    let words: Vec<String> = fold_words(company).split(' ').map(str::to_owned).collect();
    let whole = words.join(" ");
    if whole.is_empty() || holds(text, &whole) {
        return true;
    }
    (1..words.len()).rev().any(|count| {
        let short = words[..count].join(" ");
        short.len() >= 4 && is_same_company(&short, company) && holds(text, &short)
    })
}

/// Other companies the person applied to, where the letter names them. Employers in the profile may be named.
fn others(look: &Look<'_>, company: &str) -> Vec<Wrong> {
    let mut wrong: Vec<Wrong> = Vec::new();
    for other in &look.case.others {
        let own = look
            .case
            .profile
            .work
            .iter()
            .any(|job| is_same_company(&job.company, other));
        if own || is_same_company(other, company) || other.trim().chars().count() < LETTERS {
            continue;
        }
        if let Some(range) = find(&look.case.text, other) {
            let name = look.case.text[range].to_owned();
            if wrong.iter().all(|one| one.name != name) {
                wrong.push(Wrong { name });
            }
        }
    }
    wrong
}

/// A name where the company's belongs: in the greeting of a team, and in the sentence that says what it is for.
fn guessed(look: &Look<'_>, company: &str) -> Vec<Wrong> {
    let greeted = look
        .parts
        .greeting
        .as_deref()
        .and_then(|line| {
            let (before, after) = look.words.first("greet.team")?.split_once("{company}")?;
            let end = |text: &str| text.trim_end_matches([',', ':', ' ']).to_owned();
            let inner = end(line)
                .strip_prefix(before)?
                .strip_suffix(end(after).as_str())?
                .trim()
                .to_owned();
            Some(inner)
        })
        .filter(|name| is_name(look, name, company));
    let applied = look
        .parts
        .sentences
        .iter()
        .take(FIRST)
        .filter(|sentence| {
            let folded = format!(" {} ", fold_words(sentence));
            look.words.phrase_in("apply", &folded).is_some() && !names(&folded, company)
        })
        .find_map(|sentence| named_after(look, sentence, company));
    greeted
        .into_iter()
        .chain(applied)
        .map(|name| Wrong { name })
        .collect()
}

/// The name behind a word such as "at".
fn named_after(look: &Look<'_>, sentence: &str, company: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        if !look.words.list("at").contains(&fold_words(word).as_str()) {
            continue;
        }
        let mut name: Vec<&str> = Vec::new();
        for word in &words[at + 1..] {
            let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let capital = bare.starts_with(char::is_uppercase);
            if !capital && *word != "&" {
                break;
            }
            name.push(if *word == "&" { word } else { bare });
            if word.ends_with([',', '.', ';', ':']) {
                break;
            }
        }
        let name = name.join(" ");
        if is_name(look, &name, company) {
            return Some(name);
        }
    }
    None
}

/// Whether words are a company's name that has no business here.
fn is_name(look: &Look<'_>, name: &str, company: &str) -> bool {
    let Some(measure) = &look.case.posting else {
        return false;
    };
    let folded = fold_words(name);
    let posting = &measure.posting;
    let theirs = [
        posting.title.as_deref(),
        posting.location.as_deref(),
        posting.department.as_deref(),
        posting.description.as_deref(),
    ];
    let known = theirs
        .into_iter()
        .flatten()
        .any(|text| holds(&format!(" {} ", fold_words(text)), &folded));
    let profile = &look.case.profile;
    let own = profile
        .work
        .iter()
        .map(|job| &job.company)
        .chain(profile.education.iter().map(|school| &school.school))
        .any(|mine| is_same_company(mine, name));
    name.starts_with(char::is_uppercase)
        && folded.len() >= LETTERS
        && !known
        && !own
        && !is_same_company(name, company)
}

/// A title without "(m/f/x)" and the like.
fn plain_title(title: &str) -> String {
    let bare = title.split(['(', '[']).next().unwrap_or(title);
    let words: Vec<&str> = bare
        .split_whitespace()
        .filter(|word| {
            !matches!(
                word.to_lowercase().as_str(),
                "m/w/d" | "m/f/d" | "f/m/x" | "h/f"
            )
        })
        .collect();
    words.join(" ")
}

fn says_title(look: &Look<'_>, text: &str, title: &str) -> bool {
    let folded = fold_words(title);
    if holds(text, &folded) {
        return true;
    }
    // "position as a nurse in your intensive care unit" is the intensive care nurse.
    let words: Vec<&str> = folded.split(' ').filter(|word| word.len() > 3).collect();
    let there = words.iter().filter(|word| holds(text, word)).count();
    if !words.is_empty() && there * 3 >= words.len() * 2 {
        return true;
    }
    let asked = titles_in(title);
    look.parts.sentences.iter().take(FIRST).any(|sentence| {
        let said = titles_in(sentence);
        !said.is_empty() && said.nearness(&asked) > 0.9
    })
}
