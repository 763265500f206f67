//! What is still missing in a profile, in the person's words.
//!
//! Only what application forms ask for most counts, and nothing here is a score: it is a list of things to add.
//! Voluntary questions and the person's own answers never count: leaving them open is a full answer.

use super::sections::Section;
use foothold_shared::profile::{Profile, YearMonth};

/// One thing that forms often ask for and the profile does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gap {
    /// Where it belongs.
    pub(crate) section: Section,
    /// The field to go to: a path as in `Problem.errors`.
    pub(crate) path: String,
    /// In words, lower case: "phone".
    pub(crate) what: String,
}

/// How a section stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Everything that forms ask for most is there.
    Complete,
    /// These are missing.
    Missing(Vec<Gap>),
    /// Nothing there, and nothing has to be.
    Optional,
}

/// How a section stands.
pub(crate) fn standing(section: Section, profile: &Profile) -> Standing {
    let gaps = gaps_of(section, profile);
    if !gaps.is_empty() {
        Standing::Missing(gaps)
    } else if section.same(profile, &Profile::default()) {
        Standing::Optional
    } else {
        Standing::Complete
    }
}

/// Everything that is missing, in the page's order.
pub(crate) fn gaps(profile: &Profile) -> Vec<Gap> {
    Section::ALL
        .into_iter()
        .flat_map(|section| gaps_of(section, profile))
        .collect()
}

/// "phone missing", "phone and e-mail missing", "3 things missing".
pub(crate) fn in_words(gaps: &[Gap]) -> String {
    match gaps {
        [] => String::new(),
        [one] => format!("{} missing", capital(&one.what)),
        [one, two] => format!("{} and {} missing", capital(&one.what), two.what),
        many => format!("{} things missing", many.len()),
    }
}

/// The text with its first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn gaps_of(section: Section, profile: &Profile) -> Vec<Gap> {
    let mut found = Vec::new();
    let mut ask = |said: bool, path: &str, what: &str| {
        if !said {
            found.push(Gap {
                section,
                path: path.to_owned(),
                what: what.to_owned(),
            });
        }
    };
    let said = |text: &str| !text.trim().is_empty();
    match section {
        Section::Name => {
            ask(said(&profile.name.given), "name.given", "given name");
            ask(said(&profile.name.family), "name.family", "family name");
        }
        Section::Contact => {
            let phone = &profile.contact.phone;
            ask(said(&profile.contact.email), "contact.email", "e-mail");
            ask(said(&phone.national), "contact.phone.national", "phone");
            if said(&phone.national) {
                ask(
                    said(&phone.country),
                    "contact.phone.country",
                    "country of the phone number",
                );
            }
        }
        Section::Address => {
            let address = &profile.address;
            ask(said(&address.line1), "address.line1", "street");
            ask(said(&address.city), "address.city", "city");
            ask(
                said(&address.postal_code),
                "address.postal_code",
                "postal code",
            );
            ask(said(&address.country), "address.country", "country");
        }
        Section::Links => {
            let links = &profile.links;
            let any = [
                &links.linkedin,
                &links.github,
                &links.portfolio,
                &links.website,
                &links.twitter,
            ];
            ask(
                any.iter().any(|link| said(link)),
                "links.linkedin",
                "one link",
            );
        }
        Section::About => ask(
            profile.years_experience.is_some(),
            "years_experience",
            "years of experience",
        ),
        Section::Work => work_gaps(profile, &mut ask),
        Section::Education => education_gaps(profile, &mut ask),
        Section::Skills => ask(!profile.skills.is_empty(), "skills", "skills"),
        Section::Languages => {
            ask(!profile.languages.is_empty(), "languages", "languages");
            for (i, language) in profile.languages.iter().enumerate() {
                ask(
                    language.level.is_some() || !said(&language.language),
                    &format!("languages[{i}].level"),
                    "level of a language",
                );
            }
        }
        Section::Eligibility => {
            let list = &profile.work_eligibility;
            ask(!list.is_empty(), "work_eligibility", "where you may work");
            for (i, entry) in list.iter().enumerate() {
                ask(
                    entry.authorized.is_some(),
                    &format!("work_eligibility[{i}].authorized"),
                    "right to work",
                );
                ask(
                    entry.needs_sponsorship.is_some(),
                    &format!("work_eligibility[{i}].needs_sponsorship"),
                    "answer on sponsorship",
                );
            }
        }
        Section::Terms => {
            ask(profile.salary.is_some(), "salary", "pay");
            ask(
                profile.availability.notice.is_some() || said(&profile.availability.earliest_start),
                "availability.notice",
                "notice or start",
            );
            ask(
                profile.preferences.relocate.is_some(),
                "preferences.relocate",
                "relocation",
            );
            ask(
                !profile.preferences.work_places.is_empty(),
                "preferences.work_places",
                "ways of working",
            );
        }
        Section::Certificates
        | Section::Projects
        | Section::Publications
        | Section::Answers
        | Section::Voluntary => {}
    }
    found
}

fn work_gaps(profile: &Profile, ask: &mut impl FnMut(bool, &str, &str)) {
    ask(!profile.work.is_empty(), "work", "your last job");
    for (i, entry) in profile.work.iter().enumerate() {
        let of = if entry.company.trim().is_empty() {
            "a job".to_owned()
        } else {
            short(&entry.company)
        };
        let mut part = |there: bool, field: &str, what: &str| {
            ask(
                there,
                &format!("work[{i}].{field}"),
                &format!("{what} of {of}"),
            );
        };
        part(!entry.title.trim().is_empty(), "title", "job title");
        part(!entry.company.trim().is_empty(), "company", "employer");
        part(month_said(entry.start.as_ref()), "start", "start month");
        part(
            entry.current || month_said(entry.end.as_ref()),
            "end",
            "end month",
        );
    }
}

fn education_gaps(profile: &Profile, ask: &mut impl FnMut(bool, &str, &str)) {
    ask(!profile.education.is_empty(), "education", "education");
    for (i, entry) in profile.education.iter().enumerate() {
        let of = if entry.school.trim().is_empty() {
            "a school".to_owned()
        } else {
            short(&entry.school)
        };
        let mut part = |there: bool, field: &str, what: &str| {
            ask(
                there,
                &format!("education[{i}].{field}"),
                &format!("{what} of {of}"),
            );
        };
        part(!entry.school.trim().is_empty(), "school", "name");
        part(!entry.degree.trim().is_empty(), "degree", "degree");
    }
}

/// A name no longer than a pill can hold.
fn short(name: &str) -> String {
    const MOST: usize = 32;
    let name = name.trim();
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    let cut: String = name.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}

/// Most forms want a month with the year.
fn month_said(date: Option<&YearMonth>) -> bool {
    date.is_some_and(|date| date.month.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use foothold_shared::profile::{WorkEligibility, WorkEntry};

    fn words(section: Section, profile: &Profile) -> String {
        match standing(section, profile) {
            Standing::Complete => "Complete".to_owned(),
            Standing::Optional => "Optional".to_owned(),
            Standing::Missing(gaps) => in_words(&gaps),
        }
    }

    #[test]
    fn an_empty_profile_misses_the_essentials_and_nothing_voluntary() {
        let empty = Profile::default();
        assert_eq!(
            words(Section::Name, &empty),
            "Given name and family name missing"
        );
        assert_eq!(words(Section::Contact, &empty), "E-mail and phone missing");
        assert_eq!(words(Section::Address, &empty), "4 things missing");
        assert_eq!(words(Section::Certificates, &empty), "Optional");
        assert_eq!(words(Section::Projects, &empty), "Optional");
        assert_eq!(words(Section::Publications, &empty), "Optional");
        assert_eq!(words(Section::Voluntary, &empty), "Optional");
        assert_eq!(words(Section::Answers, &empty), "Optional");
    }

    #[test]
    fn names_the_one_thing_that_is_missing() {
        let mut profile = Profile::default();
        profile.contact.email = "ada@example.org".to_owned();
        assert_eq!(words(Section::Contact, &profile), "Phone missing");
        profile.contact.phone.national = "020 7946 0000".to_owned();
        assert_eq!(
            words(Section::Contact, &profile),
            "Country of the phone number missing"
        );
        profile.contact.phone.country = "GB".to_owned();
        assert_eq!(words(Section::Contact, &profile), "Complete");
    }

    #[test]
    fn a_present_job_needs_no_end() {
        let mut profile = Profile::default();
        profile.work.push(WorkEntry {
            company: "Acme".to_owned(),
            title: "Engineer".to_owned(),
            start: Some(YearMonth {
                year: 2020,
                month: Some(4),
            }),
            ..WorkEntry::default()
        });
        assert_eq!(words(Section::Work, &profile), "End month of Acme missing");
        profile.work[0].current = true;
        assert_eq!(words(Section::Work, &profile), "Complete");
    }

    #[test]
    fn a_no_is_an_answer() {
        let mut profile = Profile::default();
        profile.work_eligibility.push(WorkEligibility {
            country: "CA".to_owned(),
            authorized: Some(false),
            needs_sponsorship: None,
        });
        assert_eq!(
            words(Section::Eligibility, &profile),
            "Answer on sponsorship missing"
        );
        profile.work_eligibility[0].needs_sponsorship = Some(true);
        assert_eq!(words(Section::Eligibility, &profile), "Complete");
    }

    #[test]
    fn a_long_name_is_cut() {
        assert_eq!(short(" Acme "), "Acme");
        assert_eq!(short(&"ä".repeat(40)), format!("{}…", "ä".repeat(32)));
    }

    #[test]
    fn blanks_say_nothing() {
        let mut profile = Profile::default();
        profile.name.given = "  ".to_owned();
        assert!(gaps(&profile).iter().any(|gap| gap.path == "name.given"));
    }
}
