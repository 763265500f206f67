//! Suggestions for a letter, and applying one to its text.
//!
//! What must not happen here: a new claim. What is put in is a greeting, a closing, or the right company's name.

use super::Look;
use super::said::{cliche, is_general};
use super::this_job::Wrong;
use crate::report::suggest::{Change, Proposal, find};
use crate::report::weights::Code;
use foothold_matching::vocabulary::{SkillKind, kind, skills_in};

/// The most suggestions of one letter.
const MOST: usize = 30;

pub(super) fn of_letter(look: &Look<'_>, wrong: &[Wrong]) -> Vec<Proposal> {
    let mut proposals = Vec::new();
    let company = look
        .case
        .posting
        .as_ref()
        .map(|measure| measure.brief.company.trim())
        .filter(|company| !company.is_empty());
    if let Some(company) = company {
        for one in wrong {
            proposals.push(Proposal::new(
                Code::CompanyWrong,
                (
                    format!("Write {company} instead of {}", one.name),
                    "This letter goes to another company than the one it names.",
                ),
                (&one.name, company),
                Vec::new(),
                Change::Words,
            ));
        }
        greeting(look, company, wrong, &mut proposals);
    }
    closing(look, &mut proposals);
    for sentence in &look.parts.sentences {
        if cliche(look, sentence).is_some() && says_nothing_else(look, sentence) {
            proposals.push(Proposal::new(
                Code::Cliches,
                (
                    "Leave this sentence out".to_owned(),
                    "It stands in every letter, and nothing is lost without it.",
                ),
                (sentence, ""),
                Vec::new(),
                Change::Words,
            ));
        }
    }
    proposals.retain(|proposal| apply(&look.case.text, proposal).is_some());
    let mut seen: Vec<String> = Vec::new();
    proposals.retain(|proposal| {
        let id = &proposal.view.suggestion_id;
        let new = !seen.contains(id);
        seen.push(id.clone());
        new
    });
    proposals.truncate(MOST);
    proposals
}

fn greeting(look: &Look<'_>, company: &str, wrong: &[Wrong], proposals: &mut Vec<Proposal>) {
    let Some(team) = look.words.first("greet.team") else {
        return;
    };
    let better = team.replace("{company}", company);
    let why = "A greeting of the company's own people shows that the letter is meant for them. If the posting names \
               somebody, use that name.";
    match &look.parts.greeting {
        None => proposals.push(Proposal::new(
            Code::GreetingMissing,
            ("Begin with a greeting".to_owned(), why),
            ("", &better),
            Vec::new(),
            Change::Greeting,
        )),
        Some(greeting) if is_general(look, greeting) && wrong.is_empty() => {
            proposals.push(Proposal::new(
                Code::GreetingGeneral,
                (format!("Greet the people at {company}"), why),
                (greeting, &better),
                Vec::new(),
                Change::Words,
            ));
        }
        Some(_) => {}
    }
}

fn closing(look: &Look<'_>, proposals: &mut Vec<Proposal>) {
    let name = &look.case.profile.name;
    let given = if name.preferred.is_empty() {
        &name.given
    } else {
        &name.preferred
    };
    let whole = format!("{given} {}", name.family);
    let (Some(close), None, false) = (
        look.words.first("close.best"),
        &look.parts.closing,
        whole.trim().is_empty(),
    ) else {
        return;
    };
    let after = format!("{close}\n{}", whole.trim());
    proposals.push(Proposal::new(
        Code::ClosingMissing,
        (
            "End with a closing and your name".to_owned(),
            "Letters end so, and it tells at once whose it is.",
        ),
        ("", &after),
        vec!["name".to_owned()],
        Change::Closing,
    ));
}

/// Whether nothing is lost with a sentence: it has no number, skill, result, job or company.
fn says_nothing_else(look: &Look<'_>, sentence: &str) -> bool {
    let hard = skills_in(sentence)
        .iter()
        .any(|mention| kind(mention.skill) != SkillKind::Soft);
    let names = look.case.posting.as_ref().is_some_and(|measure| {
        [&measure.brief.company, &measure.brief.title]
            .into_iter()
            .any(|name| !name.is_empty() && find(sentence, name).is_some())
    });
    let employers = look
        .case
        .profile
        .work
        .iter()
        .any(|job| !job.company.is_empty() && find(sentence, &job.company).is_some());
    !hard && !names && !employers && !look.words.has_outcome(sentence)
}

/// A letter's text with a suggestion applied; nothing where the words are not there (any more).
#[must_use]
pub fn apply(text: &str, proposal: &Proposal) -> Option<String> {
    let (before, after) = (proposal.view.before.as_str(), proposal.view.after.as_str());
    match &proposal.change {
        Change::Greeting => Some(format!("{after}\n\n{}", text.trim_start())),
        Change::Closing => Some(format!("{}\n\n{after}\n", text.trim_end())),
        Change::Words => {
            let range = find(text, before)?;
            let mut changed = text.to_owned();
            changed.replace_range(range, after);
            Some(if after.is_empty() {
                tidied(&changed)
            } else {
                changed
            })
        }
        _ => None,
    }
}

/// Without the spaces and empty paragraphs that a sentence leaves behind.
fn tidied(text: &str) -> String {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let lines = paragraph.lines().map(|line| {
            let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
            words.join(" ")
        });
        lines.collect::<Vec<_>>().join("\n")
    });
    let kept: Vec<String> = paragraphs
        .filter(|paragraph| !paragraph.trim().is_empty())
        .collect();
    kept.join("\n\n")
}
