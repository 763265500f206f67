//! Whether a program gets the text and understands it: the parts `reading`, `contact` and `sections`.

use super::Look;
use super::tally::{Finding, Tally};
use super::weights::Code;
use super::words::holds;
use super::{counted, share};
use crate::fold::fold_words;
use foothold_shared::reading::{ReadHeading, Spot};

/// Months of work after which education stands behind it.
const WORKED: u32 = 36;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) {
    text(look, tally);
    entries(look, tally);
    contact(look, tally);
    sections(look, tally);
}

fn text(look: &Look<'_>, tally: &mut Tally) {
    let reading = &look.case.reading;
    let lost = reading.traits.lost_letters;
    if lost > 0 {
        let lost = usize::try_from(lost).unwrap_or(usize::MAX);
        let letters: usize = reading
            .lines
            .iter()
            .map(|line| line.text.chars().count())
            .sum();
        tally.lose(
            Code::LettersLost,
            0.2 + 10.0 * share(lost, letters),
            Finding::new(
                format!(
                    "{} in the file for no character, so programs leave them out.",
                    counted(lost, "letter stands", "letters stand")
                ),
                "Save the file with another font, or from another program.",
            ),
        );
    }
    if reading.cut {
        tally.lose(
            Code::TextCut,
            1.0,
            Finding::new(
                "The text is so long that only its beginning was read.",
                "Leave out what no employer asks for.",
            ),
        );
    }
    let apart: Vec<&str> = reading
        .lines
        .iter()
        .map(|line| line.text.as_str())
        .filter(|line| is_apart(line))
        .collect();
    if !apart.is_empty() {
        tally.lose(
            Code::LettersApart,
            2.0 * share(apart.len(), reading.lines.len()) + 0.2,
            Finding::new(
                format!(
                    "{} out letter by letter, so no search finds the words in it.",
                    counted(apart.len(), "line comes", "lines come")
                ),
                "Take the wide letter spacing off these words.",
            )
            .at(look.page.places(apart)),
        );
    }
}

/// "E X P E R I E N C E"
fn is_apart(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let single = words
        .iter()
        .filter(|word| word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
        .count();
    words.len() >= 6 && single * 10 >= words.len() * 8
}

fn heading<'a>(look: &'a Look<'_>, section: &str) -> Option<&'a ReadHeading> {
    look.case
        .reading
        .headings
        .iter()
        .find(|heading| heading.section == section)
}

fn at(heading: &ReadHeading) -> Vec<(String, Option<Spot>)> {
    vec![(heading.text.clone(), Some(heading.spot.clone()))]
}

fn entries(look: &Look<'_>, tally: &mut Tally) {
    let reading = &look.case.reading;
    if let (Some(heading), true) = (heading(look, "work"), reading.work.is_empty()) {
        tally.lose(
            Code::JobsUnread,
            1.0,
            Finding::new(
                "There is a section for work, and no job is understood in it.",
                "Begin each job with a line of its own that has title, company and time.",
            )
            .at(at(heading)),
        );
    }
    let partly: Vec<(String, Option<Spot>)> = reading
        .work
        .iter()
        .filter_map(|job| match (&job.title, &job.company) {
            (Some(known), None) | (None, Some(known)) => {
                Some((known.text.clone(), Some(known.spot.clone())))
            }
            (None, None) => job.bullets.first().map(|line| look.page.place(line)),
            _ => None,
        })
        .collect();
    if !partly.is_empty() {
        tally.lose(
            Code::JobPartsUnread,
            share(partly.len(), reading.work.len()),
            Finding::new(
                format!(
                    "Of {} the title or the company is not understood.",
                    counted(partly.len(), "job", "jobs")
                ),
                "Write title and company of each job in one line, or in two lines below each other.",
            )
            .at(partly),
        );
    }
    if let (Some(heading), true) = (heading(look, "education"), reading.education.is_empty()) {
        tally.lose(
            Code::SchoolsUnread,
            1.0,
            Finding::new(
                "There is a section for education, and nothing is understood in it.",
                "Give each school a line with its name, the degree and the time.",
            )
            .at(at(heading)),
        );
    }
    if let (Some(heading), true) = (heading(look, "skills"), reading.skills.is_empty()) {
        tally.lose(
            Code::SkillsUnread,
            1.0,
            Finding::new(
                "There is a section for skills, and nothing is understood in it.",
                "List the skills in words, with commas between them; bars and stars are not read.",
            )
            .at(at(heading)),
        );
    }
}

fn contact(look: &Look<'_>, tally: &mut Tally) {
    let reading = &look.case.reading;
    let mut missing = |code: Code, is_missing: bool, says: &str, todo: &str| {
        if is_missing {
            tally.lose(code, 1.0, Finding::new(says, todo));
        }
    };
    missing(
        Code::NameMissing,
        !has_name(look),
        "Your name is not found; something else may be taken for it.",
        "Put your name in the first line, as text and by itself.",
    );
    missing(
        Code::EmailMissing,
        reading.email.is_none(),
        "No e-mail address is found.",
        "Put your e-mail address below your name, as text.",
    );
    missing(
        Code::PhoneMissing,
        reading.phone.is_none(),
        "No phone number is found.",
        "Put your phone number below your name, with its country code.",
    );
    missing(
        Code::PlaceMissing,
        reading.location.is_none(),
        "No place is found.",
        "Put your town and country below your name; employers search by place.",
    );
    missing(
        Code::ContactInMargin,
        reading.traits.contact_in_margin,
        "Ways to reach you stand in the header or footer, where many programs do not look.",
        "Move them into the text of the first page.",
    );
}

/// Whether what was read as a name is one, as far as the profile tells.
fn has_name(look: &Look<'_>) -> bool {
    let Some(read) = &look.case.reading.name else {
        return false;
    };
    let name = &look.case.profile.name;
    let mut own = [&name.given, &name.preferred, &name.family]
        .into_iter()
        .map(|part| fold_words(part))
        .filter(|part| !part.is_empty())
        .peekable();
    let read = format!(" {} ", fold_words(&read.text));
    own.peek().is_none() || own.any(|part| holds(&read, &part))
}

fn sections(look: &Look<'_>, tally: &mut Tally) {
    let reading = &look.case.reading;
    let starting = reading.work.is_empty() && !reading.education.is_empty();
    if reading.work.is_empty() && heading(look, "work").is_none() {
        tally.lose(
            Code::WorkMissing,
            // Somebody who comes from school has nothing to put there yet.
            if starting { 0.3 } else { 1.0 },
            Finding::new(
                "No section for work is found.",
                "Put your jobs under a heading such as \"Experience\"; placements, temporary and voluntary work count, too.",
            ),
        );
    }
    if reading.education.is_empty() && heading(look, "education").is_none() {
        tally.lose(
            Code::EducationMissing,
            1.0,
            Finding::new(
                "No section for education is found.",
                "Put school, training or studies under a heading such as \"Education\".",
            ),
        );
    }
    if reading.skills.is_empty() && heading(look, "skills").is_none() {
        tally.lose(
            Code::SkillsMissing,
            1.0,
            Finding::new(
                "No section for skills is found.",
                "List what you know and can do under a heading such as \"Skills\"; searches look there first.",
            ),
        );
    }
    let unusual: Vec<&ReadHeading> = reading
        .headings
        .iter()
        .filter(|heading| !heading.usual)
        .collect();
    if !unusual.is_empty() {
        let places = unusual
            .iter()
            .map(|heading| (heading.text.clone(), Some(heading.spot.clone())));
        tally.lose(
            Code::HeadingUnusual,
            0.5 * unusual.len().min(2) as f32,
            Finding::new(
                format!(
                    "{} not one that programs know.",
                    counted(unusual.len(), "heading is", "headings are")
                ),
                "Use the plain word: Experience, Education, Skills, Projects.",
            )
            .at(places.collect()),
        );
    }
    order(look, tally);
}

fn order(look: &Look<'_>, tally: &mut Tally) {
    let place = |section: &str| {
        look.case
            .reading
            .headings
            .iter()
            .position(|heading| heading.section == section)
    };
    if let (Some(work), Some(education)) = (place("work"), place("education"))
        && education < work
        && look.person.months > WORKED
        // Beside each other neither is first.
        && look.case.reading.traits.columns < 2
    {
        tally.lose(
            Code::SectionsOrder,
            1.0,
            Finding::new(
                "Education stands before your work, although you have years of it.",
                "Put your jobs first; that is what you are asked about.",
            )
            .at(at(&look.case.reading.headings[education])),
        );
    }
}
