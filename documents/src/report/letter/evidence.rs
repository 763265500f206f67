//! What a letter shows for what the posting asks, and whether the profile bears it out: the parts `evidence` and
//! `consistency`.

use super::{Backing, Look};
use crate::fold::fold_words;
use crate::report::keywords::{self, Searched};
use crate::report::tally::{Finding, Tally};
use crate::report::weights::Code;
use crate::report::words::holds;
use crate::report::{counted, share};
use foothold_matching::demands;
use foothold_matching::facts::Facts;
use foothold_matching::person::Person;
use foothold_shared::profile::Profile;
use foothold_shared::report::{KeywordStanding, ReportKeyword};

/// The share of what is asked for that a letter speaks of.
const SPOKEN: f32 = 0.35;
/// So much of a letter is the same letter.
const SAME: f32 = 0.75;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) -> Vec<ReportKeyword> {
    backing(look, tally);
    examples(look, tally);
    name(look, tally);
    sent(look, tally);
    asked(look, tally)
}

fn backing(look: &Look<'_>, tally: &mut Tally) {
    let sentences = &look.parts.sentences;
    let mut unsupported = Vec::new();
    let mut numbers = Vec::new();
    for (sentence, backing) in sentences.iter().zip(&look.backing) {
        let (into, why) = match backing {
            Backing::Unsupported(why) => (&mut unsupported, why),
            Backing::OtherNumber(why) => (&mut numbers, why),
            Backing::Told | Backing::Open => continue,
        };
        let (text, spot) = look.page.place(sentence);
        into.push((format!("{text} ({why})"), spot));
    }
    if !unsupported.is_empty() {
        tally.lose(
            Code::Unsupported,
            0.3 + share(unsupported.len(), sentences.len()),
            Finding::new(
                format!(
                    "{} something that your profile does not.",
                    counted(unsupported.len(), "sentence says", "sentences say")
                ),
                "If it is true, put it into your profile; then forms and résumés say it, too. If not, take it out.",
            )
            .at(unsupported),
        );
    }
    if !numbers.is_empty() {
        tally.lose(
            Code::NumberDiffers,
            0.5 + share(numbers.len(), sentences.len()),
            Finding::new(
                format!(
                    "{} a number or a time that is not in your profile like this.",
                    counted(numbers.len(), "sentence has", "sentences have")
                ),
                "Check it; letter, résumé and form are read side by side.",
            )
            .at(numbers),
        );
    }
}

fn examples(look: &Look<'_>, tally: &mut Tally) {
    let text = format!(" {} ", fold_words(&look.parts.sentences.join(" ")));
    let employer = look.case.profile.work.iter().any(|job| {
        let name = fold_words(&job.company);
        name.len() > 2 && holds(&text, &name)
    });
    let outcome = look
        .parts
        .sentences
        .iter()
        .any(|sentence| look.words.has_outcome(sentence));
    let told = look.backing.contains(&Backing::Told);
    if !employer && !outcome && !told {
        tally.lose(
            Code::NoExample,
            1.0,
            Finding::new(
                "It names no employer, number or result of yours.",
                "Tell of one thing you did, where, and what came of it. Your profile's lines are a good start.",
            ),
        );
    }
}

fn name(look: &Look<'_>, tally: &mut Tally) {
    let name = &look.case.profile.name;
    let below = format!(" {} ", fold_words(&look.parts.below.join(" ")));
    let parts = [&name.given, &name.preferred, &name.family];
    let mut known = parts
        .into_iter()
        .map(|part| fold_words(part))
        .filter(|part| !part.is_empty())
        .peekable();
    if below.trim().is_empty() || known.peek().is_none() || known.any(|part| holds(&below, &part)) {
        return;
    }
    tally.lose(
        Code::NameDiffers,
        1.0,
        Finding::new(
            "The name below it is not that of your profile.",
            "Check that it is your own letter, and your name is spelled as in your profile.",
        )
        .at(look
            .page
            .places(look.parts.below.iter().map(String::as_str))),
    );
}

fn sent(look: &Look<'_>, tally: &mut Tally) {
    let fold_all = |sentences: &[String]| -> Vec<String> {
        sentences
            .iter()
            .map(|sentence| fold_words(sentence))
            .collect()
    };
    let now = fold_all(&look.parts.sentences);
    for sent in &look.case.sent {
        let before = fold_all(&sent.letter);
        let same = now.iter().filter(|one| before.contains(one)).count();
        if now.len() >= 3 && share(same, now.len()) >= SAME {
            let about = if sent.title.is_empty() {
                String::new()
            } else {
                format!(" for \"{}\"", sent.title)
            };
            tally.lose(
                Code::SentSame,
                1.0,
                Finding::new(
                    format!(
                        "The company had nearly the same letter{about} on {}.",
                        sent.day
                    ),
                    "Say what is different about this job; the same people may read both.",
                ),
            );
            return;
        }
    }
}

fn asked(look: &Look<'_>, tally: &mut Tally) -> Vec<ReportKeyword> {
    let Some(measure) = &look.case.posting else {
        return Vec::new();
    };
    let sentences = &look.parts.sentences;
    let person = Person::of_reading(&Profile::default(), sentences, &look.case.today);
    let text_of = |id: &str| {
        let number: usize = id.strip_prefix("line/")?.parse().ok()?;
        sentences.get(number).cloned()
    };
    let searched = Searched {
        page: &look.page,
        person: &person,
        text_of: &text_of,
        otherwise: "letter",
    };
    let demands = demands::of(&measure.posting);
    let own = Person::of_profile(&look.case.profile, &look.case.today);
    let profile = Facts::of(&look.case.profile);
    let mut found = keywords::find(&demands, &searched, &own, &profile);
    // A letter does not list degrees, years and languages.
    found.retain(|one| one.skill.is_some() || one.view.standing != KeywordStanding::Missing);
    let spoken = |one: &&keywords::Asked| {
        matches!(
            one.view.standing,
            KeywordStanding::Found | KeywordStanding::Synonym
        )
    };
    let skills: Vec<&keywords::Asked> = found.iter().filter(|one| one.skill.is_some()).collect();
    let said = skills.iter().copied().filter(|one| spoken(one)).count();
    let reached = share(said, skills.len());
    if !skills.is_empty() && reached < SPOKEN {
        let have: Vec<(String, _)> = skills
            .iter()
            .filter(|one| one.view.standing == KeywordStanding::InProfileOnly)
            .map(|one| (one.view.asked.clone(), None))
            .collect();
        let todo = if have.is_empty() {
            "Say what of your work comes nearest to it."
        } else {
            "You have these, as your profile says. Tell of one or two of them, with where you used them."
        };
        tally.lose(
            Code::NothingAsked,
            (SPOKEN - reached) / SPOKEN,
            Finding::new(
                format!(
                    "It speaks of {said} of {} things that are asked for.",
                    skills.len()
                ),
                todo,
            )
            .at(have),
        );
    }
    found.into_iter().map(|one| one.view).collect()
}
