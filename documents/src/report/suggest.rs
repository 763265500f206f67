//! Suggestions for a résumé: words as they are and as they would be, and the change that makes one the other.
//!
//! What must not happen here: words that are neither the document's nor the profile's; a number, an outcome or a skill
//! that the person did not say. What only the person knows is asked for in a finding and not suggested.

mod apply;

pub use apply::apply;
pub(super) use apply::find;

use super::Look;
use super::consistency::Difference;
use super::keywords::Asked;
use super::lines::all_sentences;
use super::styles;
use super::times::Times;
use super::weights::Code;
use super::words::{Beginning, holds};
use crate::fold::fold_words;
use foothold_core::company;
use foothold_matching::facts::{Facts, entry_id};
use foothold_matching::vocabulary::{SkillId, SkillKind, kind, relation, skills_in};
use foothold_shared::document::{ContactItem, ContactKind};
use foothold_shared::redact_debug;
use foothold_shared::report::{KeywordStanding, TextSuggestion};
use sha2::{Digest, Sha256};

/// The most suggestions of one report.
const MOST: usize = 40;
/// The most lines that others of the person's own would replace.
const BETTER: usize = 5;

/// What applying a suggestion changes.
#[derive(Clone, PartialEq)]
pub enum Change {
    /// Words within a sentence, a line or a list; nothing in their place takes the sentence out.
    Words,
    /// The heading of a section.
    Heading,
    /// The title of an entry.
    Title,
    /// The time of an entry.
    Time,
    /// A way to reach the person: as it stands.
    Contact,
    /// One more way to reach the person.
    NewContact(ContactItem),
    /// One more skill.
    NewSkill,
    /// The greeting of a letter that has none.
    Greeting,
    /// The closing of a letter that has none.
    Closing,
}
redact_debug!(Change);

/// A suggestion and what it changes.
#[derive(Clone, PartialEq)]
pub struct Proposal {
    /// As it is shown.
    pub view: TextSuggestion,
    /// What it changes.
    pub change: Change,
}
redact_debug!(Proposal);

impl Proposal {
    pub(super) fn new(
        code: Code,
        (what, why): (String, &str),
        (before, after): (&str, &str),
        facts: Vec<String>,
        change: Change,
    ) -> Self {
        let code = code.weight().code;
        let mut hash = Sha256::new();
        for part in [code, before, after]
            .into_iter()
            .chain(facts.iter().map(String::as_str))
        {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        Self {
            view: TextSuggestion {
                suggestion_id: hex::encode(&hash.finalize()[..16]),
                code: code.to_owned(),
                what,
                why: why.to_owned(),
                before: before.to_owned(),
                after: after.to_owned(),
                facts,
            },
            change,
        }
    }
}

/// The suggestions for a résumé, each of which can be applied to its draft.
pub(super) fn of_resume(
    look: &Look<'_>,
    times: &Times,
    keywords: &[Asked],
    differences: &[Difference],
) -> Vec<Proposal> {
    let facts = Facts::of(&look.case.profile);
    let mut proposals = Vec::new();
    skills(keywords, &facts, &mut proposals);
    contact(look, &facts, &mut proposals);
    headings(look, &mut proposals);
    dates(look, times, &mut proposals);
    better_lines(look, keywords, &facts, &mut proposals);
    pronouns(look, &mut proposals);
    phrases(look, &mut proposals);
    agreements(differences, &mut proposals);
    let mut seen: Vec<String> = Vec::new();
    proposals.retain(|proposal| {
        let id = &proposal.view.suggestion_id;
        let new = !seen.contains(id);
        seen.push(id.clone());
        new && apply(&look.case.content, proposal)
            .is_some_and(|content| content != look.case.content)
    });
    proposals.truncate(MOST);
    proposals
}

/// Skills that the posting asks for and only the profile has.
fn skills(keywords: &[Asked], facts: &Facts, proposals: &mut Vec<Proposal>) {
    for asked in keywords {
        let Some(skill) = asked.skill else { continue };
        if asked.view.standing != KeywordStanding::InProfileOnly
            || kind(skill) == SkillKind::Licence
        {
            continue;
        }
        let Some((fact, words)) = held_as(skill, &asked.facts, facts) else {
            continue;
        };
        proposals.push(Proposal::new(
            Code::InProfileOnly,
            (
                format!("Put {words} among your skills"),
                "The posting asks for it, and your profile says that you have it.",
            ),
            ("", &words),
            vec![fact],
            Change::NewSkill,
        ));
    }
}

/// The fact that says a skill, and what the person calls it there. Other names of the same skill may say more than they
/// do, so the posting's word is only taken where it is the person's, too.
fn held_as(skill: SkillId, ids: &[String], facts: &Facts) -> Option<(String, String)> {
    ids.iter().filter_map(|id| facts.find(id)).find_map(|fact| {
        let found = skills_in(&fact.text);
        let nearest = found
            .iter()
            .max_by(|one, other| {
                relation(one.skill, skill).total_cmp(&relation(other.skill, skill))
            })
            .filter(|mention| relation(mention.skill, skill) > 0.0)?;
        Some((
            fact.id.clone(),
            fact.text[nearest.start..nearest.end].to_owned(),
        ))
    })
}

fn contact(look: &Look<'_>, facts: &Facts, proposals: &mut Vec<Proposal>) {
    let reading = &look.case.reading;
    let profile = &look.case.profile;
    let phone = foothold_core::plan::phone_number(&profile.contact.phone).unwrap_or_default();
    let digits: String = phone
        .chars()
        .filter(|sign| sign.is_ascii_digit() || *sign == '+')
        .collect();
    let country =
        foothold_core::places::country_name(&profile.address.country, look.words.language)
            .unwrap_or_default();
    let place: Vec<&str> = [profile.address.city.as_str(), country]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    let email = profile.contact.email.clone();
    for (code, missing, kind, what, fact, text, url) in [
        (
            Code::EmailMissing,
            reading.email.is_none(),
            ContactKind::Email,
            "your e-mail address",
            "contact/email",
            email.clone(),
            format!("mailto:{email}"),
        ),
        (
            Code::PhoneMissing,
            reading.phone.is_none(),
            ContactKind::Phone,
            "your phone number",
            "contact/phone",
            phone,
            format!("tel:{digits}"),
        ),
        (
            Code::PlaceMissing,
            reading.location.is_none(),
            ContactKind::Place,
            "your town",
            "contact/place",
            place.join(", "),
            String::new(),
        ),
    ] {
        if missing && !text.is_empty() && facts.find(fact).is_some() {
            let item = ContactItem {
                kind,
                text: text.clone(),
                url,
            };
            proposals.push(Proposal::new(
                code,
                (
                    format!("Put {what} below your name"),
                    "Programs and people look for it there. It is in your profile.",
                ),
                ("", &text),
                vec![fact.to_owned()],
                Change::NewContact(item),
            ));
        }
    }
}

fn headings(look: &Look<'_>, proposals: &mut Vec<Proposal>) {
    for heading in &look.case.reading.headings {
        if heading.usual {
            continue;
        }
        if let Some(usual) = look.words.heading(&heading.section) {
            proposals.push(Proposal::new(
                Code::HeadingUnusual,
                (
                    format!("Call this section \"{usual}\""),
                    "Programs know sections by their usual headings.",
                ),
                (&heading.text, usual),
                Vec::new(),
                Change::Heading,
            ));
        }
    }
}

fn dates(look: &Look<'_>, times: &Times, proposals: &mut Vec<Proposal>) {
    let Some(style) = times.style else { return };
    for range in &times.others {
        if let Some(after) = styles::restyled(range, style, look.words) {
            proposals.push(Proposal::new(
                Code::DateStyles,
                (
                    "Write this time like the others".to_owned(),
                    "One style throughout is read without mistakes. The time stays the same.",
                ),
                (range, &after),
                Vec::new(),
                Change::Time,
            ));
        }
    }
}

/// Lines that say little, and lines of the same job in the profile that say more.
fn better_lines(look: &Look<'_>, keywords: &[Asked], facts: &Facts, proposals: &mut Vec<Proposal>) {
    let text = look.page.words();
    let wanted: Vec<SkillId> = keywords.iter().filter_map(|asked| asked.skill).collect();
    let asks_for = |line: &str| {
        let found = skills_in(line);
        found
            .iter()
            .filter(|mention| wanted.contains(&mention.skill))
            .count()
    };
    let mut used: Vec<String> = Vec::new();
    let mut found = 0;
    for job in &look.case.says.work {
        let entry = look
            .case
            .profile
            .work
            .iter()
            .enumerate()
            .find(|(_, known)| company::is_same(&job.company, &known.company));
        let Some((at, known)) = entry else { continue };
        let entry = entry_id("work", &known.id, at);
        let mut stronger: Vec<(usize, &foothold_matching::facts::Fact)> = facts
            .lines_of(&entry)
            .filter(|fact| {
                look.words.has_outcome(&fact.text)
                    && look.words.beginning(&fact.text) != Beginning::Weak
                    && !look.words.speaks_of_self(&fact.text)
                    && !text.contains(&fold_words(&fact.text))
            })
            .map(|fact| (asks_for(&fact.text), fact))
            .collect();
        stronger.sort_by_key(|(asked, _)| std::cmp::Reverse(*asked));
        let mut stronger = stronger.into_iter();
        for line in foothold_matching::facts::lines(&job.description) {
            let says_little = !look.words.has_outcome(line) && asks_for(line) == 0;
            if !says_little || found >= BETTER {
                continue;
            }
            let better = stronger.find(|(_, fact)| !used.contains(&fact.id));
            let Some((_, fact)) = better else { break };
            used.push(fact.id.clone());
            found += 1;
            proposals.push(Proposal::new(
                Code::NoOutcome,
                (
                    "Use a stronger line of your own".to_owned(),
                    "Your profile has a line about the same job that says what came of it.",
                ),
                (line, &fact.text),
                vec![fact.id.clone()],
                Change::Words,
            ));
        }
    }
}

/// "I led a team" becomes "Led a team", where nothing else in the line is about "my".
fn pronouns(look: &Look<'_>, proposals: &mut Vec<Proposal>) {
    for line in look.case.reading.work.iter().flat_map(|job| &job.bullets) {
        if !look.words.begins_with_self(line) {
            continue;
        }
        let Some((_, rest)) = line.split_once(' ') else {
            continue;
        };
        let mut signs = rest.trim_start().chars();
        let Some(first) = signs.next() else { continue };
        let after: String = first.to_uppercase().chain(signs).collect();
        if !look.words.speaks_of_self(&after) && look.words.beginning(&after) == Beginning::Action {
            proposals.push(Proposal::new(
                Code::FirstPerson,
                (
                    "Begin with what you did".to_owned(),
                    "It is clear whose résumé it is.",
                ),
                (line, &after),
                Vec::new(),
                Change::Words,
            ));
        }
    }
}

/// Sentences that are only a phrase that everybody uses.
fn phrases(look: &Look<'_>, proposals: &mut Vec<Proposal>) {
    for sentence in all_sentences(look) {
        let folded = format!(" {} ", fold_words(&sentence));
        let has_phrase = look
            .words
            .list("buzz")
            .iter()
            .any(|phrase| holds(&folded, phrase));
        let says_more = look.words.has_outcome(&sentence)
            || skills_in(&sentence)
                .iter()
                .any(|mention| kind(mention.skill) != SkillKind::Soft);
        if has_phrase && !says_more {
            proposals.push(Proposal::new(
                Code::Buzzwords,
                (
                    "Leave this sentence out".to_owned(),
                    "Everybody says it of themselves, and it shows nothing.",
                ),
                (&sentence, ""),
                Vec::new(),
                Change::Words,
            ));
        }
    }
}

fn agreements(differences: &[Difference], proposals: &mut Vec<Proposal>) {
    for difference in differences {
        let (what, change) = match difference.code {
            Code::TitleDiffers => ("Use the title of your profile", Change::Title),
            Code::ContactDiffers => ("Use the e-mail address of your profile", Change::Contact),
            _ => continue,
        };
        proposals.push(Proposal::new(
            difference.code,
            (
                what.to_owned(),
                "Forms are filled from your profile, and employers compare. If the profile is wrong, correct it there.",
            ),
            (&difference.here, &difference.there),
            vec![difference.fact.clone()],
            change,
        ));
    }
}
