//! Work: the present job, each job of a repeated section, and years of experience.

use super::answer::{Answer, Ask, Choice, Stop, said};
use super::dates::{self, Date};
use super::ranges::{Range, range_fit};
use super::refusals::not_in_profile;
use super::words::{fold, has_any, tokens};
use super::{Refusal, yes_no};
use crate::classify::{Family, FieldKind};
use foothold_shared::profile::WorkEntry;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    match ask.kind {
        FieldKind::YearsExperience => years(ask),
        FieldKind::CurrentCompany => {
            let (entry, source) = present(ask)?;
            Ok(Answer::words(
                &format!("your profile: company of {source}"),
                said(&entry.company, "company there")?,
            ))
        }
        FieldKind::CurrentTitle => {
            let (entry, source) = present(ask)?;
            Ok(Answer::words(
                &format!("your profile: title of {source}"),
                said(&entry.title, "job title there")?,
            ))
        }
        _ => repeated(ask),
    }
}

/// The present job, or the newest one where the form asks for the most recent.
fn present<'a>(ask: &Ask<'a>) -> Result<(&'a WorkEntry, &'static str), Stop> {
    const NEWEST: &[&str] = &[
        "most recent",
        "recent",
        "latest",
        "last",
        "previous",
        "letzte",
        "letzter",
        "letzten",
        "letztes",
        "bisheriger",
        "zuletzt",
        "dernier",
        "derniere",
        "precedent",
        "ultimo",
        "ultima",
        "laatste",
        "ostatni",
    ];
    if let Some(entry) = ask.profile.work.iter().find(|e| e.current) {
        return Ok((entry, "your present job"));
    }
    match ask.profile.work.first() {
        Some(entry) if has_any(&ask.question(), NEWEST) => Ok((entry, "your most recent job")),
        _ => Err(not_in_profile("present job")),
    }
}

fn repeated<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let none = || not_in_profile("further job to put here");
    let at = ask.entry_of_row(Family::Work, none)?;
    let entry = ask.profile.work.get(at).ok_or_else(none)?;
    let source = |what: &str| format!("your profile: job {}, {what}", at + 1);
    let words = |text: &str, what: &str| Ok(Answer::words(&source(what), said(text, what)?));
    match ask.kind {
        FieldKind::WorkCompany => words(&entry.company, "company"),
        FieldKind::WorkTitle => words(&entry.title, "title"),
        FieldKind::WorkLocation => words(&entry.location, "place"),
        FieldKind::WorkDescription => words(&entry.description, "description"),
        FieldKind::WorkCurrent => Ok(yes_no::answer(
            ask,
            entry.current,
            &source("whether you work there now"),
        )),
        FieldKind::WorkStart => match entry.start {
            Some(ref start) => Ok(dates::answer(
                ask,
                Date::from(start.clone()),
                &source("start"),
            )),
            None => Err(not_in_profile("start of this job")),
        },
        _ => match entry.end {
            _ if entry.current => Err(Stop::new(
                Refusal::NotInProfile,
                "You still work there, so there is no end.",
            )),
            Some(ref end) => Ok(dates::answer(ask, Date::from(end.clone()), &source("end"))),
            None => Err(not_in_profile("end of this job")),
        },
    }
}

/// Years of experience in all, or with the one skill that the question names.
fn years<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let question = ask.question();
    let particular = particular_words(&question);
    let (years, source) = if particular.is_empty() {
        let total = ask
            .profile
            .years_experience
            .ok_or_else(|| not_in_profile("years of experience"))?;
        (total, "your profile: years of experience".to_owned())
    } else {
        let skill = ask.profile.skills.iter().find(|skill| {
            let name = fold(&skill.name);
            let name = tokens(&name);
            !name.is_empty()
                && particular.len() == name.len()
                && name.iter().all(|w| particular.contains(w))
        });
        match skill {
            Some(skill) => {
                let years = skill
                    .years
                    .ok_or_else(|| not_in_profile("years for that skill"))?;
                (years, format!("your profile: years with {}", skill.name))
            }
            None => {
                return Err(Stop::new(
                    Refusal::CustomQuestion,
                    "This asks for experience with something particular, which your profile does not count.",
                ));
            }
        }
    };
    let wanted = Range::exactly(f64::from(years));
    let fit = Box::new(move |choice: &Choice<'_>| range_fit(&choice.option.text, wanted));
    let text = years.to_string();
    let wordings = vec![
        text.clone(),
        format!("{text} years"),
        format!("{text} Jahre"),
        format!("{text} ans"),
    ];
    Ok(Answer::with_fit(&source, &text, wordings, fit))
}

/// The words of a question about experience that narrow it down to something.
fn particular_words(question: &str) -> Vec<&str> {
    const GENERAL: &[&str] = &[
        "how",
        "many",
        "number",
        "with",
        "using",
        "of",
        "total",
        "years",
        "year",
        "yrs",
        "experience",
        "do",
        "you",
        "have",
        "your",
        "work",
        "working",
        "professional",
        "relevant",
        "overall",
        "full",
        "time",
        "in",
        "the",
        "a",
        "job",
        "required",
        "please",
        "state",
        "enter",
        "what",
        "is",
        "wie",
        "viele",
        "viel",
        "jahre",
        "jahren",
        "anzahl",
        "der",
        "die",
        "haben",
        "sie",
        "hast",
        "du",
        "ihre",
        "deine",
        "an",
        "berufserfahrung",
        "erfahrung",
        "berufspraxis",
        "arbeitserfahrung",
        "insgesamt",
        "gesamt",
        "gesamte",
        "bringen",
        "bringst",
        "mit",
        "bitte",
        "angeben",
        "combien",
        "annees",
        "annee",
        "dannees",
        "dexperience",
        "experiences",
        "nombre",
        "d",
        "avez",
        "vous",
        "as",
        "tu",
        "votre",
        "professionnelle",
        "au",
        "anos",
        "de",
        "experiencia",
        "cuantos",
        "tiene",
        "tienes",
        "anni",
        "di",
        "esperienza",
        "jaar",
        "werkervaring",
        "ervaring",
        "hoeveel",
        "lat",
        "doswiadczenia",
        "quantos",
        "numero",
        "cuanto",
        "laboral",
        "profesional",
        "optional",
        "to",
        "date",
        "level",
    ];
    tokens(question)
        .into_iter()
        .filter(|w| !GENERAL.contains(w))
        .collect()
}
