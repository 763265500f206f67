//! Applying a suggestion to a draft: the words are found again whatever their spaces and dashes, and only they change.

use super::{Change, Proposal};
use foothold_shared::document::{
    ContactKind, DocumentEntry, DocumentSection, ResumeContent, SectionKind, Statement,
};
use std::ops::Range;

/// A draft with a suggestion applied; nothing where what it changes is not there (any more).
#[must_use]
pub fn apply(content: &ResumeContent, proposal: &Proposal) -> Option<ResumeContent> {
    let mut changed = content.clone();
    let (before, after) = (proposal.view.before.as_str(), proposal.view.after.as_str());
    let facts = &proposal.view.facts;
    let done = match &proposal.change {
        Change::Words => words(&mut changed, before, after, facts),
        Change::Heading => changed
            .sections
            .iter_mut()
            .any(|section| whole(&mut section.title, before, after)),
        Change::Title => entries(&mut changed).any(|entry| whole(&mut entry.title, before, after)),
        Change::Time => entries(&mut changed).any(|entry| replace(&mut entry.dates, before, after)),
        Change::Contact => changed.contact.iter_mut().any(|item| {
            let done = whole(&mut item.text, before, after);
            if done && item.kind == ContactKind::Email {
                item.url = format!("mailto:{after}");
            }
            done
        }),
        Change::NewContact(item) => {
            let known = changed.contact.iter().any(|known| known.kind == item.kind);
            if !known {
                changed.contact.push(item.clone());
            }
            !known
        }
        Change::NewSkill => skill(&mut changed, after, facts),
        // Of letters only.
        Change::Greeting | Change::Closing => false,
    };
    done.then_some(changed)
}

fn entries(content: &mut ResumeContent) -> impl Iterator<Item = &mut DocumentEntry> {
    content
        .sections
        .iter_mut()
        .flat_map(|section| &mut section.entries)
}

fn whole(text: &mut String, before: &str, after: &str) -> bool {
    let same = find(text, before).is_some_and(|range| {
        text[..range.start].trim().is_empty() && text[range.end..].trim().is_empty()
    });
    if same {
        after.clone_into(text);
    }
    same
}

fn replace(text: &mut String, before: &str, after: &str) -> bool {
    let Some(range) = find(text, before) else {
        return false;
    };
    text.replace_range(range, after);
    if after.is_empty() {
        *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    true
}

fn words(content: &mut ResumeContent, before: &str, after: &str, facts: &[String]) -> bool {
    let change = |statements: &mut Vec<Statement>| {
        for at in 0..statements.len() {
            let statement = &mut statements[at];
            if replace(&mut statement.text, before, after) {
                statement.fixed = true;
                if !facts.is_empty() {
                    statement.facts = facts.to_vec();
                }
                if statement.text.trim().is_empty() {
                    statements.remove(at);
                }
                return true;
            }
        }
        false
    };
    let done = content.sections.iter_mut().any(|section| {
        section.entries.iter_mut().any(|entry| {
            change(&mut entry.bullets) || change(&mut entry.paragraph) || change(&mut entry.words)
        })
    });
    // What stands for itself alone, and lost its only sentence, goes.
    for section in &mut content.sections {
        section.entries.retain(|entry| {
            !(entry.title.is_empty()
                && entry.subtitle.is_empty()
                && entry.paragraph.is_empty()
                && entry.bullets.is_empty()
                && entry.words.is_empty())
        });
    }
    content
        .sections
        .retain(|section| !section.entries.is_empty());
    done
}

fn skill(content: &mut ResumeContent, text: &str, facts: &[String]) -> bool {
    let statement = Statement {
        text: text.to_owned(),
        facts: facts.to_vec(),
        fixed: true,
    };
    let position = content
        .sections
        .iter()
        .position(|section| section.kind == SectionKind::Skills);
    match position {
        Some(at) => {
            let section = &mut content.sections[at];
            let said = section
                .entries
                .iter()
                .flat_map(|entry| entry.words.iter().chain(&entry.bullets));
            if said
                .map(|said| said.text.as_str())
                .any(|said| said.eq_ignore_ascii_case(text))
            {
                return false;
            }
            match section.entries.first_mut() {
                Some(entry) => entry.words.push(statement),
                None => section.entries.push(DocumentEntry {
                    words: vec![statement],
                    ..DocumentEntry::default()
                }),
            }
        }
        None => {
            let words = crate::report::words::of(&content.language)
                .unwrap_or_else(crate::report::words::english);
            content.sections.push(DocumentSection {
                kind: SectionKind::Skills,
                title: words.heading("skills").unwrap_or_default().to_owned(),
                entries: vec![DocumentEntry {
                    words: vec![statement],
                    ..DocumentEntry::default()
                }],
            });
        }
    }
    true
}

/// A sign as it is compared: dashes, quotes and spaces are one each.
fn plain(sign: char) -> char {
    match sign {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{AD}' => '-',
        '’' | '‘' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        sign if sign.is_whitespace() => ' ',
        sign => sign,
    }
}

/// A text's signs with their places, runs of space as one.
fn signs(text: &str) -> Vec<(char, usize, usize)> {
    let mut found: Vec<(char, usize, usize)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let one = plain(sign);
        let end = at + sign.len_utf8();
        match found.last_mut() {
            Some((' ', _, last)) if one == ' ' => *last = end,
            _ => found.push((one, at, end)),
        }
    }
    found
}

/// Where words stand in a text, in bytes, as whole words.
pub(in crate::report) fn find(text: &str, words: &str) -> Option<Range<usize>> {
    let wanted = signs(words.trim());
    let there = signs(text);
    if wanted.is_empty() || wanted.len() > there.len() {
        return None;
    }
    let edge = |at: usize, sign: Option<&(char, usize, usize)>| {
        // Only where a letter stands at the edge of the words, one beside it would make them a part of a word.
        let inner = wanted[at].0.is_alphanumeric();
        !(inner && sign.is_some_and(|(sign, ..)| sign.is_alphanumeric()))
    };
    (0..=there.len() - wanted.len()).find_map(|from| {
        let to = from + wanted.len();
        let same = there[from..to]
            .iter()
            .zip(&wanted)
            .all(|(one, other)| one.0 == other.0);
        let before = from.checked_sub(1).and_then(|at| there.get(at));
        (same && edge(0, before) && edge(wanted.len() - 1, there.get(to)))
            .then(|| there[from].1..there[to - 1].2)
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn words_are_found_whatever_their_spaces_and_dashes() {
        let text = "Ran  the\u{A0}shop – “daily”, at night";
        for (words, found) in [
            (
                "Ran the shop - \"daily\"",
                Some("Ran  the\u{A0}shop – “daily”"),
            ),
            ("night", Some("night")),
            ("nigh", None),
            ("", None),
        ] {
            assert_eq!(
                find(text, words).map(|range| &text[range]),
                found,
                "{words}"
            );
        }
    }
}
