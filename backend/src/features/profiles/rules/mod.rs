//! What a profile may say: every problem at once, each with its path.
//!
//! A profile may be as empty as the person likes: an empty part is "not said".
//! Refused is what could not be written into a form as it stands: a part that is too long, that
//! has the wrong shape, or that contradicts another.
//! Text is never altered: what passes is stored, and comes back, character for character.
//! What must not happen here: input or output, a clock, quoting what the person wrote.

mod demographics;
mod history;
mod text;
mod wishes;

use chrono::NaiveDate;
use foothold_shared::problem::FieldProblem;
use foothold_shared::profile::{Address, Contact, Links, Name, Profile};
use std::collections::HashSet;

use crate::checks;

/// The longest name, in characters.
const NAME_CHARS: usize = 100;
/// The longest one-line text other than a name: an employer, a title, a question's key words.
const LINE_CHARS: usize = 200;
/// The longest title of a publication: papers are named in whole sentences.
const TITLE_CHARS: usize = 500;
/// The longest free text.
const TEXT_CHARS: usize = 20_000;
/// The most entries of a list.
const LIST_ENTRIES: usize = 100;
/// The longest id that a client may give an entry.
const ENTRY_ID_CHARS: usize = 64;

/// Everything that is wrong with `profile`; empty when it may be stored.
/// `today` is the day against which a date of birth is in the future.
pub(super) fn check(profile: &Profile, today: NaiveDate) -> Vec<FieldProblem> {
    let mut problems = Problems::default();
    check_name(&mut problems, &profile.name);
    check_contact(&mut problems, &profile.contact);
    check_address(&mut problems, &profile.address);
    check_links(&mut problems, &profile.links);
    problems.text("summary", &profile.summary, TEXT_CHARS);
    if profile.years_experience.is_some_and(|years| years > 80) {
        problems.add("years_experience", "out_of_range", "Enter 0 to 80 years.");
    }
    history::check(&mut problems, profile);
    wishes::check(&mut problems, profile);
    demographics::check(&mut problems, &profile.demographics, today);
    problems.0
}

fn check_name(problems: &mut Problems, name: &Name) {
    for (field, value) in [
        ("name.given", &name.given),
        ("name.middle", &name.middle),
        ("name.family", &name.family),
        ("name.suffix", &name.suffix),
        ("name.preferred", &name.preferred),
    ] {
        problems.line(field, value, NAME_CHARS);
    }
}

fn check_contact(problems: &mut Problems, contact: &Contact) {
    if !contact.email.is_empty() && !text::is_email(&contact.email) {
        problems.add(
            "contact.email",
            "invalid_email",
            "Enter an e-mail address such as name@example.com.",
        );
    }
    let phone = &contact.phone;
    problems.country("contact.phone.country", &phone.country);
    if !phone.national.is_empty() {
        if !text::is_national_number(&phone.national) {
            problems.add(
                "contact.phone.national",
                "invalid_phone",
                "Enter the number as dialled inside the country: 4 to 15 digits, without the country's code.",
            );
        }
        if phone.country.is_empty() {
            problems.add(
                "contact.phone.country",
                "required",
                "Choose the country of the phone number.",
            );
        }
    }
}

fn check_address(problems: &mut Problems, address: &Address) {
    for (field, value) in [
        ("address.line1", &address.line1),
        ("address.line2", &address.line2),
        ("address.city", &address.city),
        ("address.region", &address.region),
    ] {
        problems.line(field, value, LINE_CHARS);
    }
    problems.line("address.postal_code", &address.postal_code, 20);
    problems.country("address.country", &address.country);
}

fn check_links(problems: &mut Problems, links: &Links) {
    for (field, value) in [
        ("links.linkedin", &links.linkedin),
        ("links.github", &links.github),
        ("links.portfolio", &links.portfolio),
        ("links.website", &links.website),
        ("links.twitter", &links.twitter),
    ] {
        problems.link(field, value);
    }
}

/// The problems found so far, and the checks that every section needs.
#[derive(Default)]
struct Problems(Vec<FieldProblem>);

impl Problems {
    fn add(&mut self, field: impl Into<String>, code: &str, message: impl Into<String>) {
        self.0.push(checks::problem(field, code, message));
    }

    /// One line: no control characters at all.
    fn line(&mut self, field: &str, value: &str, max_chars: usize) {
        self.length(field, value, max_chars);
        if value.chars().any(char::is_control) {
            self.add(
                field,
                "control_character",
                "Remove line breaks and invisible control characters.",
            );
        }
    }

    /// Free text: line breaks and tabs are welcome, other control characters are not.
    fn text(&mut self, field: &str, value: &str, max_chars: usize) {
        self.length(field, value, max_chars);
        if value
            .chars()
            .any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        {
            self.add(
                field,
                "control_character",
                "Remove invisible control characters.",
            );
        }
    }

    fn length(&mut self, field: &str, value: &str, max_chars: usize) {
        if value.chars().count() > max_chars {
            self.add(
                field,
                "too_long",
                format!("Use at most {max_chars} characters."),
            );
        }
    }

    fn link(&mut self, field: &str, value: &str) {
        if !value.is_empty() && !text::is_https_link(value) {
            self.add(
                field,
                "invalid_link",
                "Enter a full address that starts with https:// and holds no user name or password.",
            );
        }
    }

    fn country(&mut self, field: &str, code: &str) {
        if !code.is_empty() && !super::codes::is_country(code) {
            self.add(
                field,
                "unknown_country",
                "Choose a country; the API takes ISO 3166-1 alpha-2 codes such as DE.",
            );
        }
    }

    /// Checks the length of a list; what is past the limit is not looked at further.
    fn list<'a, T>(&mut self, field: &str, entries: &'a [T]) -> &'a [T] {
        if entries.len() > LIST_ENTRIES {
            self.add(
                field,
                "too_many",
                format!("Keep at most {LIST_ENTRIES} entries."),
            );
        }
        &entries[..entries.len().min(LIST_ENTRIES)]
    }

    /// Ids that clients give entries are short, and none is given twice; an empty one is "no id".
    fn entry_ids<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate().filter(|(_, id)| !id.is_empty()) {
            let field = format!("{list}[{index}].id");
            self.line(&field, id, ENTRY_ID_CHARS);
            if !seen.insert(id) {
                self.add(field, "duplicate", "Two entries have the same id.");
            }
        }
    }
}

#[cfg(test)]
mod tests;
