//! What a letter tells beside the jobs: skills, certificates, languages, education, projects, where the person lives.
//!
//! What must not happen here: what the posting does not ask for, unless there is room and little else to say.

use super::Draft;
use super::forms;
use super::jobs::speaks;
use super::names::{in_sentence, name, with_article, with_the};
use super::voice::Voice;
use crate::case::Case;
use crate::choose::history::{When, latest_first};
use crate::dates;
use crate::resume::{degree_of, language_words};
use crate::words::Language;
use foothold_core::posting::values::{fold, has_phrase, tidy};
use foothold_matching::facts::{entry_id, lines, sentences, skill_id};
use foothold_matching::vocabulary::{SkillKind, kind, name as vocabulary_name, skills_in};
use foothold_shared::profile::EducationEntry;
use std::collections::BTreeSet;

/// From where on a fact counts as asked for.
const ASKED: f32 = 0.25;

/// The skills that the posting names and that were not told of yet.
pub(super) fn skills(
    case: &Case<'_>,
    voice: &mut Voice,
    told: &mut BTreeSet<String>,
    key: &'static str,
) -> Option<Draft> {
    list_skills(case, voice, told, true, 5, key)
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
        // Only what the posting says in the same words is told as asked for: near is not the same.
        let fits = case.wanted.says(&skill.name) == named;
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
    let mut names: Vec<String> = found.iter().map(|(_, _, name)| name.clone()).collect();
    if names.is_empty() {
        return None;
    }
    // One capital among small letters looks like a slip: then all stay as the person wrote them.
    if names.iter().any(|name| is_unsure(name)) {
        let own = |id: &String| {
            case.profile
                .skills
                .iter()
                .find(|skill| skill_id(&skill.name) == *id)
        };
        names = found
            .iter()
            .filter_map(|(_, id, _)| own(id))
            .map(|skill| tidy(&skill.name))
            .collect();
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
        // Small letters can be longer or shorter than capitals: then places differ, and a slice may not be one.
        let slice = |from: usize, to: usize| need.text.get(from..to);
        for (at, _) in text.match_indices(&lower) {
            let (before, after) = (slice(0, at), slice(at + lower.len(), need.text.len()));
            let (Some(before), Some(after)) = (before, after) else {
                continue;
            };
            // At the beginning of a sentence a capital says nothing.
            let inside = before.ends_with(|c: char| !c.is_alphanumeric());
            let alone = !after.starts_with(char::is_alphanumeric);
            if let Some(said) = slice(at, at + lower.len()).filter(|_| inside && alone) {
                return said.to_owned();
            }
        }
    }
    if case.language == Language::De {
        own
    } else {
        ordinary(&own)
    }
}

/// Whether a capital may be a name's or a mere habit: one word that the vocabulary does not know as a tool.
fn is_unsure(skill: &str) -> bool {
    let mut letters = skill.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let word = capital && letters.clone().count() > 3 && letters.all(char::is_lowercase);
    word && !skills_in(skill)
        .iter()
        .any(|mention| kind(mention.skill) == SkillKind::Tool)
}

/// A skill that is no name, with a small first letter: "Wound care", but not "Excel" or "Google Classroom".
fn ordinary(skill: &str) -> String {
    let plain = !skill
        .split(' ')
        .skip(1)
        .any(|word| word.contains(char::is_uppercase));
    let known = skills_in(skill);
    let whole = known
        .iter()
        .any(|mention| mention.end - mention.start == skill.len());
    let named = known.iter().any(|mention| {
        kind(mention.skill) == SkillKind::Tool
            || vocabulary_name(mention.skill).contains(' ') && !skill.contains(' ')
    });
    if plain && !named && (whole || skill.contains(' ')) {
        forms::small(skill)
    } else {
        skill.to_owned()
    }
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

/// The languages that the posting asks for. Others are left to the résumé: a mother tongue that nobody asked about tells
/// of where somebody comes from.
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
            .is_none_or(|(known, ..)| asked > *known + 0.25)
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
    let degree = in_letter(case, course);
    let school = with_the(&name(&course.school), case.language);
    let a_degree = with_article(&degree);
    let span = match &course.end {
        Some(_) if goes_on => dates::years(course.start.as_ref(), course.end.as_ref()),
        Some(end) => end.year.to_string(),
        None => String::new(),
    };
    let slots = [
        ("degree", degree.as_str()),
        ("a_degree", a_degree.as_str()),
        ("school", school.as_str()),
        ("span", span.as_str()),
    ];
    let key = if goes_on {
        "study.now"
    } else if is_held(&course.degree) {
        "study.held"
    } else {
        "study.done"
    };
    let text = voice
        .say(key, &slots)
        .or_else(|| voice.say("study.done", &slots))?;
    Some(Draft::new(text, vec![id]))
}

/// "BSc in Nursing" in English, "CAP, Cuisine" elsewhere.
fn in_letter(case: &Case<'_>, course: &EducationEntry) -> String {
    let (degree, field) = (tidy(&course.degree), tidy(&course.discipline));
    let apart = !degree.is_empty() && !field.is_empty() && !fold(&degree).contains(&fold(&field));
    if case.language == Language::En
        && apart
        && is_held(&degree)
        && !has_phrase(&fold(&degree), "in")
    {
        format!("{degree} in {field}")
    } else {
        degree_of(course)
    }
}

/// Whether "I hold a …" can be said of a degree: a word for a paper, or the letters of one.
fn is_held(degree: &str) -> bool {
    const PAPERS: [&str; 8] = [
        "bachelor",
        "master",
        "diploma",
        "degree",
        "certificate",
        "doctorate",
        "phd",
        "nvq",
    ];
    let folded = fold(degree);
    let first = degree.split(' ').next().unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = first.chars().filter(|c| c.is_uppercase()).count();
    PAPERS.iter().any(|paper| folded.contains(paper)) || capitals >= 2 && letters <= 5
}

/// The projects that answer the posting, with the lines that can be told. Without jobs, projects are what there is.
pub(super) fn projects(
    case: &Case<'_>,
    voice: &mut Voice,
    known: &dyn Fn(&str) -> bool,
    width: usize,
    no_jobs: bool,
) -> Vec<Draft> {
    let mut found: Vec<(f32, usize, String)> = Vec::new();
    for (at, project) in case.profile.projects.iter().enumerate() {
        let id = entry_id("project", &project.id, at);
        let asked = case.ranking.asked(&id);
        let wanted = no_jobs || width >= 3 || asked >= ASKED;
        if wanted && !name(&project.name).is_empty() && !case.ranking.is_left_out(&id) {
            found.push((asked, at, id));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(if no_jobs { 1 + width / 2 } else { 1 });
    let room = if no_jobs { 1 + width } else { 1 };
    let tell = |(_, at, id): (f32, usize, String)| tell_project(case, voice, known, at, &id, room);
    found.into_iter().flat_map(tell).collect()
}

fn tell_project(
    case: &Case<'_>,
    voice: &mut Voice,
    known: &dyn Fn(&str) -> bool,
    at: usize,
    id: &str,
    room: usize,
) -> Vec<Draft> {
    let project = &case.profile.projects[at];
    let called = name(&project.name);
    let mut told: Vec<(f32, String, String)> = Vec::new();
    if speaks(case, &project.description) {
        for (nth, line) in lines(&project.description).enumerate() {
            let line_id = format!("{id}/{nth}");
            let form = forms::form(line, case.language, project.current, known);
            let form = form.filter(|_| !case.ranking.is_left_out(&line_id));
            if let Some(forms::Form::Verbal(body)) = form {
                told.push((case.ranking.score(&line_id), line_id, body));
            }
        }
    }
    told.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut drafts = Vec::new();
    for (_, line_id, body) in told.into_iter().take(room) {
        let key = if drafts.is_empty() {
            "project.verbal"
        } else {
            "verbal.more"
        };
        if let Some(text) = voice.say(key, &[("project", &called), ("body", &body)]) {
            drafts.push(Draft::new(text, vec![id.to_owned(), line_id]));
        }
    }
    if drafts.is_empty() {
        let text = voice.say("project.named", &[("project", &called)]);
        drafts.extend(text.map(|text| Draft::new(text, vec![id.to_owned()])));
    }
    drafts
}

/// Sentences about themselves that the person wrote in the first person: they can stand in a letter as they are. The
/// best `most` of them, two at most, in the person's order.
pub(super) fn own_sentences(case: &Case<'_>, most: usize) -> Vec<Draft> {
    if !speaks(case, &case.profile.summary) {
        return Vec::new();
    }
    let mut found: Vec<(f32, usize, Draft)> = Vec::new();
    for (at, sentence) in sentences(&case.profile.summary).into_iter().enumerate() {
        let id = format!("summary/{at}");
        let first = sentence.split(' ').next().unwrap_or_default();
        let begins = sentence
            .split_inclusive(['’', '\''])
            .next()
            .unwrap_or_default();
        let opens = |word: &str| case.words().lists("list.first_person", word);
        let own = opens(first) || begins.len() < first.len() && opens(begins);
        if own && sentence.len() <= 240 && !case.ranking.is_left_out(&id) {
            let ends = sentence.ends_with(['.', '!', '?']);
            let text = if ends {
                sentence
            } else {
                format!("{sentence}.")
            };
            found.push((
                case.ranking.score(&id),
                at,
                Draft::new(tidy(&text), vec![id]),
            ));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.truncate(most.min(2));
    found.sort_by_key(|(_, at, _)| *at);
    found.into_iter().map(|(.., draft)| draft).collect()
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
