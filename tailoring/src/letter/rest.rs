//! What a letter tells beside the jobs: skills, certificates, languages, education, projects, where the person lives.
//!
//! What must not happen here: what the posting does not ask for, unless there is room and little else to say.

use super::Draft;
use super::forms;
use super::jobs::speaks;
use super::names::{in_sentence, name};
use super::voice::Voice;
use crate::case::Case;
use crate::choose::history::{When, latest_first};
use crate::resume::{degree_of, language_words};
use foothold_core::posting::values::{fold, has_phrase, tidy};
use foothold_matching::facts::{entry_id, lines, sentences, skill_id};
use std::collections::BTreeSet;

/// From where on a fact counts as asked for.
const ASKED: f32 = 0.25;

/// The skills that the posting names and that were not told of yet.
pub(super) fn skills(
    case: &Case<'_>,
    voice: &mut Voice,
    told: &mut BTreeSet<String>,
) -> Option<Draft> {
    list_skills(case, voice, told, true, 5, "have")
}

/// Other skills, where there is room.
pub(super) fn other_skills(
    case: &Case<'_>,
    voice: &mut Voice,
    told: &mut BTreeSet<String>,
) -> Option<Draft> {
    list_skills(case, voice, told, false, 4, "have.other")
}

fn list_skills(
    case: &Case<'_>,
    voice: &mut Voice,
    told: &mut BTreeSet<String>,
    named: bool,
    most: usize,
    key: &'static str,
) -> Option<Draft> {
    let mut found: Vec<(f32, String, String)> = Vec::new();
    for skill in &case.profile.skills {
        let id = skill_id(&skill.name);
        let fits = case.wanted.names(&skill.name) == named;
        if fits
            && !skill.name.trim().is_empty()
            && !told.contains(&id)
            && !case.ranking.is_left_out(&id)
            && !found.iter().any(|(_, other, _)| *other == id)
        {
            found.push((case.ranking.score(&id), id, as_posted(case, &skill.name)));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(most);
    let names: Vec<String> = found.iter().map(|(_, _, name)| name.clone()).collect();
    if names.is_empty() {
        return None;
    }
    let text = voice.say(key, &[("list", &case.words().join(&names))])?;
    told.extend(found.iter().map(|(_, id, _)| id.clone()));
    Some(Draft::new(
        text,
        found.into_iter().map(|(_, id, _)| id).collect(),
    ))
}

/// A skill's name in a sentence: in the posting's capitals where it writes the same word, else in the person's.
pub(super) fn as_posted(case: &Case<'_>, skill: &str) -> String {
    let own = tidy(skill);
    let lower = own.to_lowercase();
    for need in &case.wanted.needs {
        let text = need.text.to_lowercase();
        if text.len() != need.text.len() {
            continue;
        }
        let found = text.match_indices(&lower).map(|(at, _)| at).find(|at| {
            let before = need.text[..*at].chars().next_back();
            let after = need.text[at + lower.len()..].chars().next();
            // At the beginning of a sentence a capital says nothing.
            before.is_some_and(|c| !c.is_alphanumeric())
                && after.is_none_or(|c| !c.is_alphanumeric())
        });
        if let Some(at) = found {
            return need.text[at..at + lower.len()].to_owned();
        }
    }
    own
}

/// Certificates and licences that the posting asks for; all of a few where `all`.
pub(super) fn certificates(case: &Case<'_>, voice: &mut Voice, all: bool) -> Option<Draft> {
    let mut found: Vec<(f32, String, String)> = Vec::new();
    for (at, certificate) in case.profile.certificates.iter().enumerate() {
        let id = format!("certificate/{at}");
        let asked = case.ranking.asked(&id);
        if certificate.name.trim().is_empty()
            || case.ranking.is_left_out(&id)
            || !all && asked < ASKED
        {
            continue;
        }
        let issuer = name(&certificate.issuer);
        let text = if issuer.is_empty() || has_phrase(&fold(&certificate.name), &fold(&issuer)) {
            tidy(&certificate.name)
        } else {
            format!("{} ({issuer})", tidy(&certificate.name))
        };
        found.push((asked, id, text));
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(3);
    let names: Vec<String> = found.iter().map(|(_, _, name)| name.clone()).collect();
    let text = voice.say("certificates", &[("list", &case.words().join(&names))])?;
    Some(Draft::new(
        text,
        found.into_iter().map(|(_, id, _)| id).collect(),
    ))
}

/// The languages that the posting asks for.
pub(super) fn languages(case: &Case<'_>, voice: &mut Voice) -> Option<Draft> {
    let spoken = language_words(case, |skill| {
        case.wanted.languages.contains(&skill.language.as_str())
    });
    let names: Vec<String> = spoken.iter().map(|(_, text)| text.clone()).collect();
    let text = voice.say("languages", &[("list", &case.words().join(&names))])?;
    Some(Draft::new(
        text,
        spoken.into_iter().map(|(id, _)| id).collect(),
    ))
}

/// The course of study that answers the posting best, the latest where none does.
pub(super) fn study(case: &Case<'_>, voice: &mut Voice, asked_only: bool) -> Option<Draft> {
    let courses = &case.profile.education;
    let order = latest_first(courses.iter().map(|course| When {
        start: course.start.as_ref(),
        end: course.end.as_ref(),
        current: false,
    }));
    let mut best: Option<(f32, usize, String)> = None;
    for at in order {
        let id = entry_id("education", &courses[at].id, at);
        let asked = case.ranking.asked(&id);
        if case.ranking.is_left_out(&id)
            || degree_of(&courses[at]).is_empty()
            || asked_only && asked < 0.15
        {
            continue;
        }
        if best
            .as_ref()
            .is_none_or(|(known, ..)| asked > *known + 0.05)
        {
            best = Some((asked, at, id));
        }
    }
    let (_, at, id) = best?;
    let course = &courses[at];
    let goes_on = course.end.as_ref().is_some_and(|end| {
        let end = format!("{:04}-{:02}", end.year, end.month.unwrap_or(12));
        case.today.get(..7).is_some_and(|now| now < end.as_str())
    });
    let degree = degree_of(course);
    let school = name(&course.school);
    let span = course
        .end
        .as_ref()
        .map(|end| end.year.to_string())
        .unwrap_or_default();
    let slots = [
        ("degree", degree.as_str()),
        ("school", school.as_str()),
        ("span", span.as_str()),
    ];
    let text = voice.say(if goes_on { "study.now" } else { "study.done" }, &slots)?;
    Some(Draft::new(text, vec![id]))
}

/// The project that answers the posting best, with its best line where that can be told.
pub(super) fn project(
    case: &Case<'_>,
    voice: &mut Voice,
    known: &dyn Fn(&str) -> bool,
    asked_only: bool,
) -> Option<Draft> {
    let mut best: Option<(f32, usize, String)> = None;
    for (at, project) in case.profile.projects.iter().enumerate() {
        let id = entry_id("project", &project.id, at);
        let asked = case.ranking.asked(&id);
        if name(&project.name).is_empty()
            || case.ranking.is_left_out(&id)
            || asked_only && asked < ASKED
        {
            continue;
        }
        if best.as_ref().is_none_or(|(known, ..)| asked > *known) {
            best = Some((asked, at, id));
        }
    }
    let (_, at, id) = best?;
    let project = &case.profile.projects[at];
    let called = name(&project.name);
    let mut told: Vec<(f32, String, String)> = Vec::new();
    if speaks(case, &project.description) {
        for (nth, line) in lines(&project.description).enumerate() {
            let line_id = format!("{id}/{nth}");
            if let Some(forms::Form::Verbal(body)) =
                forms::form(line, case.language, project.current, known)
                && !case.ranking.is_left_out(&line_id)
            {
                told.push((case.ranking.score(&line_id), line_id, body));
            }
        }
    }
    told.sort_by(|a, b| b.0.total_cmp(&a.0));
    if let Some((_, line_id, body)) = told.into_iter().next()
        && let Some(text) = voice.say("project.verbal", &[("project", &called), ("body", &body)])
    {
        return Some(Draft::new(text, vec![id, line_id]));
    }
    let text = voice.say("project.named", &[("project", &called)])?;
    Some(Draft::new(text, vec![id]))
}

/// A sentence about themselves that the person wrote in the first person: it can stand in a letter as it is.
pub(super) fn own_sentences(case: &Case<'_>) -> Vec<Draft> {
    if !speaks(case, &case.profile.summary) {
        return Vec::new();
    }
    let mut found: Vec<(f32, Draft)> = Vec::new();
    for (at, sentence) in sentences(&case.profile.summary).into_iter().enumerate() {
        let id = format!("summary/{at}");
        let first = sentence.split(' ').next().unwrap_or_default();
        let begins = sentence
            .split_inclusive(['’', '\''])
            .next()
            .unwrap_or_default();
        let own = case.words().lists("list.first_person", first)
            || begins.len() < 4 && case.words().lists("list.first_person", begins);
        if own && sentence.len() <= 240 && !case.ranking.is_left_out(&id) {
            let text = if sentence.ends_with(['.', '!', '?']) {
                sentence
            } else {
                format!("{sentence}.")
            };
            found.push((case.ranking.score(&id), Draft::new(tidy(&text), vec![id])));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().map(|(_, draft)| draft).collect()
}

/// That the person lives where the job is.
pub(super) fn place(case: &Case<'_>, voice: &mut Voice) -> Option<Draft> {
    let city = tidy(&case.profile.address.city);
    let folded = fold(&city);
    let there = case
        .posting
        .location
        .iter()
        .chain(&case.posting.locations)
        .any(|place| has_phrase(&fold(place), &folded));
    if folded.is_empty() || !there || case.posting.remote.as_deref() == Some("remote") {
        return None;
    }
    let text = voice.say("place", &[("city", &city)])?;
    Some(Draft::new(text, vec!["contact/place".to_owned()]))
}

/// The years of experience, as the person states them.
pub(super) fn years(case: &Case<'_>, voice: &mut Voice) -> Option<Draft> {
    let count = case.profile.years_experience.filter(|count| *count > 0)?;
    if case.ranking.is_left_out("years") {
        return None;
    }
    let text = voice.say("years.stated", &[("years", &case.words().years(count))])?;
    Some(Draft::new(text, vec!["years".to_owned()]))
}

/// The title in a sentence that is about the posting.
pub(super) fn posted_title(case: &Case<'_>) -> String {
    let title = super::names::title(case.posting.title.as_deref().unwrap_or_default());
    match case.language {
        // Between quotation marks it stands as it was posted.
        crate::words::Language::Nl => in_sentence(&title, case.language),
        _ => title,
    }
}
