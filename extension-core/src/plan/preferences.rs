//! Relocation, and working from home or in an office.

use super::answer::{Answer, Ask, Choice, Stop};
use super::refusals::{custom_question, not_in_profile, own_words};
use super::words::{has_any, yes_no_word};
use super::yes_no;
use crate::classify::FieldKind;
use foothold_shared::profile::WorkPlace;

pub(super) fn answer<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    if ask.kind == FieldKind::Relocation {
        relocation(ask)
    } else {
        work_place(ask)
    }
}

fn relocation<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    /// "Do you live here, or would you move?": a wish not to move does not answer that.
    const LIVING: &[&str] = &[
        "live", "living", "located", "based", "reside", "local", "commute", "wohnen", "wohnst",
        "wohnhaft", "habitez", "resides", "vives",
    ];
    let relocate = ask
        .profile
        .preferences
        .relocate
        .ok_or_else(|| not_in_profile("answer on relocating"))?;
    if has_any(&ask.question(), LIVING) {
        return Err(custom_question());
    }
    Ok(yes_no::answer(ask, relocate, "your profile: relocation"))
}

/// The places of work that a folded text speaks of.
fn places_in(folded: &str) -> Vec<WorkPlace> {
    const WORDS: [(WorkPlace, &[&str]); 3] = [
        (
            WorkPlace::Remote,
            &[
                "remote",
                "remotely",
                "home",
                "home office",
                "homeoffice",
                "telecommute",
                "telework",
                "teletravail",
                "distance",
                "remoto",
                "teletrabajo",
                "thuis",
                "zdalnie",
                "zdalna",
                "mobiles arbeiten",
            ],
        ),
        (
            WorkPlace::Hybrid,
            &[
                "hybrid",
                "hybride",
                "hibrido",
                "ibrido",
                "hybrydowo",
                "hybrydowa",
            ],
        ),
        (
            WorkPlace::OnSite,
            &[
                "on site",
                "onsite",
                "in person",
                "in office",
                "office",
                "offices",
                "vor ort",
                "buro",
                "sur site",
                "bureau",
                "presencial",
                "in sede",
                "op kantoor",
                "kantoor",
                "stacjonarnie",
                "prasenz",
                "sul posto",
            ],
        ),
    ];
    let mut found: Vec<WorkPlace> = WORDS
        .iter()
        .filter(|(_, w)| has_any(folded, w))
        .map(|(p, _)| *p)
        .collect();
    // "Home office" is no office, and a hybrid week names both its halves.
    if has_any(folded, &["home office"]) {
        found.retain(|p| *p != WorkPlace::OnSite);
    }
    if found.contains(&WorkPlace::Hybrid) {
        found = vec![WorkPlace::Hybrid];
    }
    found
}

fn work_place<'a>(ask: &Ask<'a>) -> Result<Answer<'a>, Stop> {
    let accepted = &ask.profile.preferences.work_places;
    if accepted.is_empty() {
        return Err(not_in_profile("answer on where you work"));
    }
    let source = "your profile: where you work";
    let choices = ask.choices();
    let says_yes_or_no = choices.iter().any(|c| yes_no_word(&c.folded).is_some());
    let lists_places = choices
        .iter()
        .filter(|c| !places_in(&c.folded).is_empty())
        .count()
        >= 2;
    if lists_places && !says_yes_or_no {
        let mut answer = Answer::words(source, "");
        answer.fits = accepted
            .iter()
            .map(|place| {
                let place = *place;
                let fit: super::answer::Fit<'a> =
                    Box::new(move |c: &Choice<'_>| u8::from(places_in(&c.folded) == [place]) * 4);
                fit
            })
            .collect();
        answer.some_suffice = true;
        return Ok(answer);
    }
    let question = ask.question();
    let asked = places_in(&question);
    // Office days at a fixed rhythm are a hybrid week, however the form words it.
    let some_days = has_any(
        &question,
        &[
            "days",
            "day",
            "tage",
            "tagen",
            "jours",
            "dias",
            "mondays",
            "tuesdays",
            "wednesdays",
            "thursdays",
            "fridays",
        ],
    );
    let asked = match asked.as_slice() {
        [WorkPlace::OnSite] if some_days => WorkPlace::Hybrid,
        [one] => *one,
        _ => return Err(custom_question()),
    };
    let willing = accepted.contains(&asked);
    // Somebody who accepts a full office week may or may not accept another one.
    if !willing && asked == WorkPlace::Hybrid && accepted.contains(&WorkPlace::OnSite) {
        return Err(custom_question());
    }
    let mut answer = yes_no::answer(ask, willing, source);
    if yes_no::plain_question(&ask.field.label).is_none() {
        answer.text = Err(own_words());
    }
    Ok(answer)
}
