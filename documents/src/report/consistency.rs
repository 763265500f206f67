//! Whether a résumé agrees with the profile, and with what the same company was sent before. The part `consistency`.

use super::tally::{Finding, Tally};
use super::weights::Code;
use super::{Look, counted, share};
use crate::fold::fold_words;
use foothold_core::company;
use foothold_matching::facts::{entry_id, lines};
use foothold_shared::profile::{Profile, WorkEntry, YearMonth};
use foothold_shared::reading::Spot;

/// Something that could be brought in line with the profile.
pub(super) struct Difference {
    pub(super) code: Code,
    /// The words of the résumé.
    pub(super) here: String,
    /// Those of the profile.
    pub(super) there: String,
    /// The profile's fact.
    pub(super) fact: String,
}

type Places = Vec<(String, Option<Spot>)>;

pub(super) fn check(look: &Look<'_>, tally: &mut Tally) -> Vec<Difference> {
    let (says, profile) = (&look.case.says, &look.case.profile);
    let mut differences = Vec::new();
    let (mut dates, mut titles, mut employers): (Places, Places, Places) =
        (Vec::new(), Vec::new(), Vec::new());
    for job in &says.work {
        let Some((at, known)) = pendant(job, &profile.work) else {
            if !profile.work.is_empty() && !job.company.is_empty() {
                employers.push(look.page.place(&job.company));
            }
            continue;
        };
        let spot = look
            .page
            .spot(&job.title)
            .or_else(|| look.page.spot(&job.company));
        if !same_time(job, known) {
            let words = format!("{}: {} here, {} there", job.company, span(job), span(known));
            dates.push((words, spot.clone()));
        }
        if !same_title(&job.title, &known.title) {
            titles.push((
                format!("\"{}\" here, \"{}\" there", job.title, known.title),
                spot,
            ));
            differences.push(Difference {
                code: Code::TitleDiffers,
                here: job.title.clone(),
                there: known.title.clone(),
                fact: entry_id("work", &known.id, at),
            });
        }
    }
    let jobs = says.work.len().max(1);
    if !dates.is_empty() {
        tally.lose(
            Code::DatesDiffer,
            0.4 + 0.6 * share(dates.len(), jobs),
            Finding::new(
                format!(
                    "{} another time than in your profile.",
                    counted(dates.len(), "job has", "jobs have")
                ),
                "Correct the one that is wrong. Forms are filled from your profile, and employers compare.",
            )
            .at(dates),
        );
    }
    if !titles.is_empty() {
        tally.lose(
            Code::TitleDiffers,
            0.4 + 0.6 * share(titles.len(), jobs),
            Finding::new(
                format!(
                    "{} another title than in your profile.",
                    counted(titles.len(), "job has", "jobs have")
                ),
                "Use the title of your contract or reference in both.",
            )
            .at(titles),
        );
    }
    if !employers.is_empty() {
        tally.lose(
            Code::EmployerDiffers,
            share(employers.len(), jobs),
            Finding::new(
                format!(
                    "{} not in your profile.",
                    counted(employers.len(), "employer is", "employers are")
                ),
                "Take it over into your profile, so that forms say it, too.",
            )
            .at(employers),
        );
    }
    contact(look, tally, &mut differences);
    sent(look, tally);
    differences
}

/// The entry of the same employer that is nearest, and its place in the list.
fn pendant<'p>(job: &WorkEntry, work: &'p [WorkEntry]) -> Option<(usize, &'p WorkEntry)> {
    work.iter()
        .enumerate()
        .filter(|(_, known)| company::is_same(&job.company, &known.company))
        .min_by_key(|(_, known)| {
            let title = if same_title(&job.title, &known.title) {
                0
            } else {
                2
            };
            let time = if same_time(job, known) { 0 } else { 3 };
            let year =
                |date: &Option<YearMonth>| date.as_ref().map_or(0, |date| i32::from(date.year));
            (title + time, (year(&job.start) - year(&known.start)).abs())
        })
}

fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (fold_words(one), fold_words(other));
    one.is_empty()
        || other.is_empty()
        || one == other
        // "Nurse (part time)" is the nurse; a "Senior" before it is another rank.
        || one.starts_with(&format!("{other} "))
        || other.starts_with(&format!("{one} "))
}

fn same_date(one: &Option<YearMonth>, other: &Option<YearMonth>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => {
            one.year == other.year
                && (one.month.is_none() || other.month.is_none() || one.month == other.month)
        }
        _ => true,
    }
}

fn same_time(one: &WorkEntry, other: &WorkEntry) -> bool {
    let ended = |job: &WorkEntry| job.end.is_some() && !job.current;
    same_date(&one.start, &other.start)
        && same_date(&one.end, &other.end)
        && !(one.current && ended(other) || other.current && ended(one))
}

fn date(date: &YearMonth) -> String {
    match date.month {
        Some(month) => format!("{month:02}/{}", date.year),
        None => date.year.to_string(),
    }
}

fn span(job: &WorkEntry) -> String {
    let start = job.start.as_ref().map_or_else(|| "?".to_owned(), date);
    let end = match &job.end {
        _ if job.current => "now".to_owned(),
        Some(end) => date(end),
        None => "?".to_owned(),
    };
    format!("{start} to {end}")
}

fn contact(look: &Look<'_>, tally: &mut Tally, differences: &mut Vec<Difference>) {
    let (reading, profile) = (&look.case.reading, &look.case.profile);
    let mut places = Places::new();
    if let Some(email) = &reading.email
        && !profile.contact.email.is_empty()
        && !email.text.eq_ignore_ascii_case(&profile.contact.email)
    {
        places.push((email.text.clone(), Some(email.spot.clone())));
        differences.push(Difference {
            code: Code::ContactDiffers,
            here: email.text.clone(),
            there: profile.contact.email.clone(),
            fact: "contact/email".to_owned(),
        });
    }
    if let Some(phone) = &reading.phone {
        let last = |text: &str| -> String {
            let digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
            digits.iter().rev().take(7).collect()
        };
        let (here, there) = (last(&phone.text), last(&profile.contact.phone.national));
        if there.len() >= 5 && !here.starts_with(&there) && !there.starts_with(&here) {
            places.push((phone.text.clone(), Some(phone.spot.clone())));
        }
    }
    if !places.is_empty() {
        tally.lose(
            Code::ContactDiffers,
            1.0,
            Finding::new(
                "E-mail or phone are others than in your profile.",
                "Use the ones that you answer; a form filled from your profile gives the others.",
            )
            .at(places),
        );
    }
}

fn sent(look: &Look<'_>, tally: &mut Tally) {
    let mut places = Places::new();
    let mut days: Vec<&str> = Vec::new();
    for sent in &look.case.sent {
        let Some(before) = &sent.says else { continue };
        let told = since(&look.case.says, before);
        if !told.is_empty() && !days.contains(&sent.day.as_str()) {
            days.push(&sent.day);
        }
        for (text, now) in told {
            let spot = look.page.spot(&now);
            if places.iter().all(|(known, _)| *known != text) {
                places.push((text, spot));
            }
        }
    }
    if !places.is_empty() {
        tally.lose(
            Code::SentDiffers,
            0.5 + 0.25 * places.len().min(2) as f32,
            Finding::new(
                format!(
                    "The same company was sent something else before ({}).",
                    days.join(", ")
                ),
                "Make sure that the new one is right; if it is, be ready to say what changed.",
            )
            .at(places),
        );
    }
}

/// What is said now and was said otherwise before, and the words of now.
fn since(now: &Profile, before: &Profile) -> Vec<(String, String)> {
    let mut told = Vec::new();
    for job in &now.work {
        let Some((_, known)) = pendant(job, &before.work) else {
            continue;
        };
        // A job that has ended since is no contradiction.
        let ended_since = known.current && !job.current && same_date(&job.start, &known.start);
        if !same_time(job, known) && !ended_since {
            let words = format!("{}: {}, before {}", job.company, span(job), span(known));
            told.push((words, job.title.clone()));
        }
        if !same_title(&job.title, &known.title) {
            let words = format!("\"{}\", before \"{}\"", job.title, known.title);
            told.push((words, job.title.clone()));
        }
        for line in lines(&job.description).filter(|line| has_digit(line)) {
            let masked = without_digits(line);
            let other = lines(&known.description)
                .filter(|old| has_digit(old) && *old != line)
                .find(|old| without_digits(old) == masked);
            if let Some(old) = other
                && !lines(&known.description).any(|same| same == line)
            {
                told.push((format!("\"{line}\", before \"{old}\""), line.to_owned()));
            }
        }
    }
    told
}

fn has_digit(line: &str) -> bool {
    line.chars().any(|sign| sign.is_ascii_digit())
}

fn without_digits(line: &str) -> String {
    fold_words(line)
        .split(' ')
        .map(|word| if has_digit(word) { "#" } else { word })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_rank_is_another_title() {
        assert!(same_title("Nurse", "nurse (part time)"));
        assert!(!same_title("Senior Engineer", "Engineer"));
    }

    #[test]
    fn another_number_in_the_same_line_is_told() {
        let job = |line: &str| Profile {
            work: vec![WorkEntry {
                company: "Mill".to_owned(),
                title: "Baker".to_owned(),
                description: format!("- {line}"),
                ..WorkEntry::default()
            }],
            ..Profile::default()
        };
        let now = job("Baked 400 loaves a day");
        assert_eq!(since(&now, &job("Baked 300 loaves a day")).len(), 1);
        assert!(since(&now, &now).is_empty());
        assert!(since(&now, &job("Trained 3 apprentices")).is_empty());
    }
}
