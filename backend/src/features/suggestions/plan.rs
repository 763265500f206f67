//! Compares what a file says with the profile: new, changed, same.

use foothold_core::company;
use foothold_core::plan::language_name;
use foothold_documents::fold::fold_words;
use foothold_documents::read::languages_of;
use foothold_shared::profile::{EducationEntry, LanguageSkill, Profile, WorkEntry, YearMonth};
use foothold_shared::reading::{
    ReadJob, ReadSchool, ReadValue, ReadingView, Spot, Suggestion, SuggestionKind,
};
use sha2::{Digest, Sha256};

use super::change::Change;
use super::said::Said;
use super::{links, map, names, phone, say};

mod made;

/// A suggestion and what it does.
pub(super) struct Planned {
    pub(super) suggestion: Suggestion,
    pub(super) change: Change,
}

/// Everything the file says that a profile could hold, in the profile's order.
pub(super) fn plan(said: &Said, profile: &Profile) -> Vec<Planned> {
    let mut plan = Plan::default();
    let reading = &said.reading;
    plan.person(said, profile);
    for job in &reading.work {
        plan.job(job, profile);
    }
    for school in &reading.education {
        plan.school(school, profile);
    }
    plan.lists(reading, profile);
    plan.made(said, profile);
    plan.0
}

#[derive(Default)]
struct Plan(Vec<Planned>);

/// What a suggestion is about, and how it stands.
struct About<'a> {
    section: &'a str,
    what: &'a str,
    from: String,
    to: String,
    is_same: bool,
}

impl Plan {
    fn add(&mut self, about: About<'_>, spot: &Spot, confidence: f32, change: Change) {
        let kind = if about.is_same {
            SuggestionKind::Same
        } else if about.from.is_empty() {
            SuggestionKind::New
        } else {
            SuggestionKind::Changed
        };
        let mut hash = Sha256::new();
        for part in [about.section, about.what, &about.from, &about.to] {
            hash.update(part.len().to_be_bytes());
            hash.update(part);
        }
        let suggestion_id = hex::encode(&hash.finalize()[..12]);
        // A résumé that says a thing twice suggests it once.
        if self
            .0
            .iter()
            .any(|known| known.suggestion.suggestion_id == suggestion_id)
        {
            return;
        }
        self.0.push(Planned {
            suggestion: Suggestion {
                suggestion_id,
                kind,
                section: about.section.to_owned(),
                what: about.what.to_owned(),
                from: about.from,
                to: about.to,
                spot: spot.clone(),
                confidence,
            },
            change: if about.is_same {
                Change::Nothing
            } else {
                change
            },
        });
    }

    fn person(&mut self, said: &Said, profile: &Profile) {
        let reading = &said.reading;
        if let Some(value) = &reading.name
            && let Some(name) = names::split(&map::line(&value.text))
        {
            let (from, to) = (say::name(&profile.name), say::name(&name));
            let is_same = fold_words(&from) == fold_words(&to);
            let about = About {
                section: "name",
                what: "Name",
                from,
                to,
                is_same,
            };
            self.add(about, &value.spot, value.confidence, Change::Name(name));
        }
        if let Some(value) = &reading.email {
            let (from, to) = (profile.contact.email.clone(), map::line(&value.text));
            let is_same = from.eq_ignore_ascii_case(&to);
            let about = About {
                section: "contact",
                what: "E-mail",
                from,
                to: to.clone(),
                is_same,
            };
            self.add(about, &value.spot, value.confidence, Change::Email(to));
        }
        let lives = said.address.as_ref();
        let home = if profile.address.country.is_empty() {
            lives.map(|found| found.country.clone()).unwrap_or_default()
        } else {
            profile.address.country.clone()
        };
        if let Some(value) = &reading.phone
            && let Some(number) = phone::split(&value.text, &home)
        {
            let now = &profile.contact.phone;
            let said = |phone: &foothold_shared::profile::Phone| {
                if phone.national.is_empty() {
                    String::new()
                } else {
                    format!("{} ({})", phone.national, phone.country)
                }
            };
            let about = About {
                section: "contact",
                what: "Phone",
                from: said(now),
                to: said(&number),
                is_same: phone::same(now, &number),
            };
            self.add(about, &value.spot, value.confidence, Change::Phone(number));
        }
        if let (Some(value), Some(found)) = (&reading.location, lives) {
            let mut address = profile.address.clone();
            let parts = [
                (&mut address.line1, &found.line1),
                (&mut address.city, &found.city),
                (&mut address.region, &found.region),
                (&mut address.postal_code, &found.postal_code),
                (&mut address.country, &found.country),
            ];
            for (now, said) in parts {
                if !said.is_empty() && fold_words(now) != fold_words(said) {
                    said.clone_into(now);
                }
            }
            let about = About {
                section: "address",
                what: "Where you live",
                from: say::address(&profile.address),
                to: say::address(&address),
                is_same: address == profile.address,
            };
            self.add(
                about,
                &value.spot,
                value.confidence,
                Change::Address(address),
            );
        }
        let mut now = profile.links.clone();
        let mut taken = Vec::new();
        for value in &reading.links {
            let Some((mut place, address)) = links::place(&value.text) else {
                continue;
            };
            // A second page of their own is a portfolio's.
            if place == links::Place::Website && taken.contains(&place) {
                place = links::Place::Portfolio;
            }
            if taken.contains(&place) {
                continue;
            }
            taken.push(place);
            let from = place.of(&mut now).clone();
            let is_same = links::same(&from, &address);
            let about = About {
                section: "links",
                what: place.name(),
                from,
                to: address.clone(),
                is_same,
            };
            self.add(
                about,
                &value.spot,
                value.confidence,
                Change::Link(place, address),
            );
        }
        if let Some(value) = &reading.summary {
            let to: Vec<String> = value.text.lines().map(map::line).collect();
            let (from, to) = (profile.summary.clone(), to.join("\n"));
            let is_same = fold_words(&from) == fold_words(&to);
            let about = About {
                section: "summary",
                what: "About you",
                from,
                to: to.clone(),
                is_same,
            };
            self.add(about, &value.spot, value.confidence, Change::Summary(to));
        }
    }

    fn job(&mut self, read: &ReadJob, profile: &Profile) {
        let Some(job) = map::job(read) else { return };
        let (spot, sure) = least([read.title.as_ref(), read.company.as_ref()]);
        let about = |from, to, is_same| About {
            section: "work",
            what: "Job",
            from,
            to,
            is_same,
        };
        let Some(at) = profile
            .work
            .iter()
            .position(|known| is_same_job(known, &job))
        else {
            let about = about(String::new(), say::job(&job), false);
            return self.add(about, &spot, sure, Change::AddJob(job));
        };
        let known = &profile.work[at];
        let mut merged = known.clone();
        take(&mut merged.title, &job.title);
        take_name(&mut merged.company, &job.company);
        take(&mut merged.location, &job.location);
        take(&mut merged.description, &job.description);
        take_month(&mut merged.start, job.start.as_ref());
        if job.current {
            (merged.end, merged.current) = (None, true);
        } else if job.end.is_some() {
            take_month(&mut merged.end, job.end.as_ref());
            merged.current = false;
        }
        let about = about(say::job(known), say::job(&merged), merged == *known);
        self.add(about, &spot, sure, Change::Job(at, merged));
    }

    fn school(&mut self, read: &ReadSchool, profile: &Profile) {
        let Some(school) = map::school(read) else {
            return;
        };
        let (spot, sure) = least([read.school.as_ref(), read.degree.as_ref()]);
        let about = |from, to, is_same| About {
            section: "education",
            what: "Education",
            from,
            to,
            is_same,
        };
        let position = profile
            .education
            .iter()
            .position(|known| is_same_school(known, &school));
        let Some(at) = position else {
            let about = about(String::new(), say::school(&school), false);
            return self.add(about, &spot, sure, Change::AddSchool(school));
        };
        let known = &profile.education[at];
        let mut merged = known.clone();
        take_name(&mut merged.school, &school.school);
        take(&mut merged.degree, &school.degree);
        take(&mut merged.discipline, &school.discipline);
        take(&mut merged.grade, &school.grade);
        take_month(&mut merged.start, school.start.as_ref());
        take_month(&mut merged.end, school.end.as_ref());
        merged.level = merged.level.or(school.level);
        let about = about(say::school(known), say::school(&merged), merged == *known);
        self.add(about, &spot, sure, Change::School(at, merged));
    }

    fn lists(&mut self, reading: &ReadingView, profile: &Profile) {
        for value in &reading.skills {
            let to = map::line(&value.text);
            let known = profile
                .skills
                .iter()
                .find(|known| fold_skill(&known.name) == fold_skill(&to));
            let about = About {
                section: "skills",
                what: "Skill",
                from: known.map(|known| known.name.clone()).unwrap_or_default(),
                to: to.clone(),
                is_same: known.is_some(),
            };
            self.add(about, &value.spot, value.confidence, Change::AddSkill(to));
        }
        // A file may name a language among its skills and in a list of its own: the one that says how well counts.
        let mut said: Vec<(&ReadValue, LanguageSkill, String)> = Vec::new();
        for value in &reading.languages {
            let found = languages_of(&value.text);
            let is_alone = found.len() == 1;
            for language in found {
                let named = match language_name(&language.language, "en") {
                    Some(name) if !is_alone => name.to_owned(),
                    _ => first_word(&map::line(&value.text)),
                };
                let known = said
                    .iter_mut()
                    .find(|(_, known, _)| known.language == language.language);
                match known {
                    None => said.push((value, language, named)),
                    Some(known) if known.1.level.is_none() && language.level.is_some() => {
                        *known = (value, language, named);
                    }
                    Some(_) => {}
                }
            }
        }
        for (value, language, named) in said {
            self.language(value, language, &named, profile);
        }
    }

    /// A language, called as the file or the product calls it.
    fn language(
        &mut self,
        value: &ReadValue,
        language: LanguageSkill,
        named: &str,
        profile: &Profile,
    ) {
        let to = say::language(&language, named);
        let at = profile
            .languages
            .iter()
            .position(|known| known.language == language.language);
        let (from, is_same, change) = match at {
            None => (String::new(), false, Change::AddLanguage(language)),
            Some(at) => {
                let known = &profile.languages[at];
                let is_same = language.level.is_none() || known.level == language.level;
                (
                    say::language(known, named),
                    is_same,
                    Change::Language(at, language),
                )
            }
        };
        let about = About {
            section: "languages",
            what: "Language",
            from,
            to,
            is_same,
        };
        self.add(about, &value.spot, value.confidence, change);
    }
}

/// "German" of "German (native)": what a language is called where it is written.
fn first_word(written: &str) -> String {
    let word = written.split([' ', ':', '(', ',', '-', '–']).next();
    word.unwrap_or(written).to_owned()
}

/// "C++" and "C#" are two skills, "PostgreSQL" and "postgresql" one.
fn fold_skill(name: &str) -> String {
    name.trim().to_lowercase()
}

/// The place of the first value, and how sure the reader is of the one it is least sure of.
fn least(values: [Option<&ReadValue>; 2]) -> (Spot, f32) {
    let said = || values.iter().flatten();
    let spot = said()
        .next()
        .map(|value| value.spot.clone())
        .unwrap_or_default();
    (
        spot,
        said().map(|value| value.confidence).fold(1.0, f32::min),
    )
}

fn is_same_job(known: &WorkEntry, job: &WorkEntry) -> bool {
    let company = company::words(&known.company) == company::words(&job.company);
    let title = fold_words(&known.title) == fold_words(&job.title);
    let began = match (&known.start, &job.start) {
        (Some(a), Some(b)) => agrees(a, b),
        _ => false,
    };
    let unlike = matches!((&known.start, &job.start), (Some(_), Some(_))) && !began;
    // The same title twice in one company is two jobs where the beginnings differ by years.
    company && (began || title && !(unlike && far_apart(known, job)))
}

fn far_apart(known: &WorkEntry, job: &WorkEntry) -> bool {
    match (&known.start, &job.start) {
        (Some(a), Some(b)) => a.year.abs_diff(b.year) > 1,
        _ => false,
    }
}

fn is_same_school(known: &EducationEntry, school: &EducationEntry) -> bool {
    let degree =
        |entry: &EducationEntry| fold_words(&format!("{} {}", entry.degree, entry.discipline));
    let ends = match (&known.end, &school.end) {
        (Some(a), Some(b)) => agrees(a, b),
        _ => false,
    };
    company::words(&known.school) == company::words(&school.school)
        && (degree(known) == degree(school)
            || ends
            || known.degree.trim().is_empty()
            || school.degree.is_empty())
}

/// Takes over what is said and means something else.
fn take(now: &mut String, said: &str) {
    if !said.is_empty() && fold_words(now) != fold_words(said) {
        said.clone_into(now);
    }
}

/// Takes over a company's or school's name that means another one: the legal form is written or left out at will.
fn take_name(now: &mut String, said: &str) {
    if company::words(now) != company::words(said) {
        take(now, said);
    }
}

/// Takes over a month that says something else; a year alone does not take a month away.
fn take_month(now: &mut Option<YearMonth>, said: Option<&YearMonth>) {
    if let Some(said) = said
        && now
            .as_ref()
            .is_none_or(|now| !agrees(now, said) || now.month.is_none())
    {
        *now = Some(said.clone());
    }
}

/// The same month, as far as both say one.
fn agrees(a: &YearMonth, b: &YearMonth) -> bool {
    a.year == b.year && a.month.zip(b.month).is_none_or(|(a, b)| a == b)
}

#[cfg(test)]
mod tests;
