//! What a field's `id`, `name` and test hooks say: the words in them, without what every form writes there.
//!
//! What must not happen here: a random id read as words.

use crate::classify::text::fold;
use crate::page::{Control, RawField};

/// Words that stand in names without saying what is asked.
const GENERIC: &[&str] = &[
    "input",
    "inputs",
    "field",
    "fields",
    "formfield",
    "form",
    "forms",
    "candidate",
    "candidates",
    "applicant",
    "applicants",
    "application",
    "applications",
    "job",
    "jobs",
    "user",
    "txt",
    "fld",
    "ctl",
    "main",
    "content",
    "attributes",
    "attribute",
    "systemfield",
    "question",
    "questions",
    "answer",
    "answers",
    "qa",
    "id",
    "value",
    "text",
    "textbox",
    "textfield",
    "select",
    "selector",
    "box",
    "element",
    "el",
    "personal",
    "info",
    "information",
    "data",
    "details",
    "section",
    "item",
    "container",
    "wrapper",
    "group",
    "control",
    "ctrl",
    "apply",
    "page",
    "step",
    "new",
    "edit",
    "model",
    "vm",
    "dto",
    "person",
    "entry",
    "custom",
    "single",
    "line",
    "component",
    "dropdown",
    "combobox",
    "list",
    "picker",
    "label",
    "labeled",
    "radio",
    "checkbox",
    "option",
    "ui",
    "test",
    "testid",
    "qual",
    "ques",
    "profile",
    "my",
    "react",
    "mui",
    "block",
    "widget",
    "legal",
    "the",
    "your",
    "req",
    "required",
    "autocomplete",
    "typeahead",
    "search",
    "p",
    "c",
    "f0",
    "resumator",
    "basic",
    "registration",
    "register",
    "submission",
    "contact",
    "contactinfo",
    "multi",
    "multiple",
    "choice",
    "response",
    "responses",
];

/// Attributes that name a field besides `id` and `name`.
const NAMING: &[&str] = &[
    "formcontrolname",
    "ng-model",
    "itemprop",
    "twin-name",
    "twin-id",
    "data-automation-id",
    "data-testid",
    "data-test-id",
    "data-test",
    "data-qa",
    "data-cy",
    "data-ui",
    "data-field",
    "data-field-id",
    "data-field-name",
    "data-field-path",
    "data-name",
    "data-fkit-id",
    "data-key",
    "data-mapped-field",
    "data-bind",
];

/// A name taken apart.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    /// Where it stood ("id", "name", "data-qa" …).
    pub(crate) from: String,
    /// Its telling words.
    pub(crate) words: Vec<String>,
    /// All its words.
    pub(crate) all: Vec<String>,
    /// It stands on something around the field, not on the field itself.
    pub(crate) around: bool,
}

/// Every name of a field, its own first.
pub(crate) fn names(field: &RawField) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mut add = |from: &str, value: &str, around: bool| {
        // The boxes of one question are often named after their own answers: no name of the question.
        if is_group(field)
            && field
                .options
                .iter()
                .any(|option| !value.is_empty() && (option.text == value || option.value == value))
        {
            return;
        }
        let all = split(value);
        let words: Vec<String> = all
            .iter()
            .filter(|word| !GENERIC.contains(&word.as_str()))
            .cloned()
            .collect();
        if words.is_empty() || words.len() > 7 || names.iter().any(|known| known.words == words) {
            return;
        }
        names.push(Name {
            from: from.to_owned(),
            words,
            all,
            around,
        });
    };
    add("name", &field.name, false);
    add("id", &field.id, false);
    for (name, value) in &field.attributes {
        if NAMING.contains(&name.as_str()) {
            add(name, value, false);
        }
    }
    for (name, value) in &field.attributes {
        if let Some(inner) = name.strip_prefix("wrapper:")
            && (NAMING.contains(&inner) || inner == "id" || inner == "name")
        {
            add(inner, value, true);
        }
    }
    names
}

/// Several boxes or buttons of one question.
pub(crate) fn is_group(field: &RawField) -> bool {
    matches!(
        field.control,
        Control::RadioGroup | Control::CheckboxGroup | Control::ButtonGroup
    )
}

/// "candidate[first_name]", "workExperience-2--jobTitle", "fName" → their words, folded; parts of random ids are dropped.
pub(crate) fn split(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in name.split(|letter: char| !letter.is_alphanumeric()) {
        if is_random(part) {
            continue;
        }
        let mut word = String::new();
        let letters: Vec<char> = part.chars().collect();
        for (at, &letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| letters.get(at));
            let after = letters.get(at + 1);
            let hump = letter.is_uppercase()
                && (before.is_some_and(|before| before.is_lowercase())
                    || (before.is_some_and(|before| before.is_uppercase())
                        && after.is_some_and(|after| after.is_lowercase())));
            let turn =
                before.is_some_and(|before| before.is_ascii_digit() != letter.is_ascii_digit());
            if (hump || turn) && !word.is_empty() {
                parts.push(std::mem::take(&mut word));
            }
            word.push(letter);
        }
        parts.push(word);
    }
    count_lines(&mut parts);
    parts
        .iter()
        .map(|part| fold(part))
        .filter(|part| !part.is_empty() && !part.chars().all(|letter| letter.is_ascii_digit()))
        .map(|part| apart(&part))
        .collect::<Vec<_>>()
        .join(" ")
        .replace("linked in", "linkedin")
        .replace("git hub", "github")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// "address-2", "addressLine1": the number of a line of the address says which; other numbers count rows.
fn count_lines(parts: &mut [String]) {
    const LINES: [&str; 7] = [
        "address",
        "addressline",
        "line",
        "addr",
        "street",
        "adresse",
        "zeile",
    ];
    for at in 1..parts.len() {
        let (before, rest) = parts.split_at_mut(at);
        if LINES.contains(&before[at - 1].to_lowercase().as_str()) {
            match rest[0].as_str() {
                "1" => rest[0] = "one".to_owned(),
                "2" => rest[0] = "two".to_owned(),
                _ => {}
            }
        }
    }
}

/// Names written in one piece ("firstname", "zipcode").
fn apart(word: &str) -> String {
    const PIECES: &[(&str, &str)] = &[
        ("firstname", "first name"),
        ("fname", "first name"),
        ("givenname", "given name"),
        ("forename", "first name"),
        ("lastname", "last name"),
        ("lname", "last name"),
        ("familyname", "family name"),
        ("middlename", "middle name"),
        ("fullname", "full name"),
        ("nickname", "nickname"),
        ("preferredname", "preferred name"),
        ("emailaddress", "email address"),
        ("useremail", "email"),
        ("phonenumber", "phone number"),
        ("phoneno", "phone number"),
        ("mobilephone", "mobile phone"),
        ("mobilenumber", "mobile number"),
        ("cellphone", "mobile phone"),
        ("telephone", "telephone"),
        ("zipcode", "zip code"),
        ("postalcode", "postal code"),
        ("postcode", "postal code"),
        ("streetaddress", "street address"),
        ("addressline", "address line"),
        ("countrycode", "country code"),
        ("linkedinurl", "linkedin url"),
        ("linkedinprofile", "linkedin profile"),
        ("githuburl", "github url"),
        ("portfoliourl", "portfolio url"),
        ("websiteurl", "website url"),
        ("coverletter", "cover letter"),
        ("resumefile", "resume file"),
        ("cvfile", "cv file"),
        ("jobtitle", "job title"),
        ("companyname", "company name"),
        ("currentcompany", "current company"),
        ("currenttitle", "current title"),
        ("startdate", "start date"),
        ("enddate", "end date"),
        ("schoolname", "school name"),
        ("fieldofstudy", "field of study"),
        ("dateofbirth", "date of birth"),
        ("birthdate", "birth date"),
        ("salaryexpectation", "salary expectation"),
        ("salaryexpectations", "salary expectations"),
        ("expectedsalary", "expected salary"),
        ("desiredsalary", "desired salary"),
        ("noticeperiod", "notice period"),
        ("workauthorization", "work authorization"),
        ("visasponsorship", "visa sponsorship"),
        ("howdidyouhear", "how did you hear"),
    ];
    PIECES
        .iter()
        .find(|(piece, _)| *piece == word)
        .map_or_else(|| word.to_owned(), |(_, apart)| (*apart).to_owned())
}

/// Part of a generated id: hex runs, long digit-letter mixtures, one's counter letters.
fn is_random(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let turns = part
        .as_bytes()
        .windows(2)
        .filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit())
        .count();
    let hex =
        part.len() >= 4 && digits > 0 && part.chars().all(|letter| letter.is_ascii_hexdigit());
    hex || (part.len() >= 6 && digits >= 2 && turns >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, words: &str) {
        assert_eq!(split(name).join(" "), words, "{name}");
    }

    #[test]
    fn names_come_apart() {
        check("candidate[first_name]", "candidate first name");
        check("workExperience-2--jobTitle", "work experience job title");
        check("urls[LinkedIn]", "urls linkedin");
        check("_systemfield_name", "systemfield name");
        check(
            "cards[65f61001-ae05-4216-aa98-68bb34d1ffaa][field0]",
            "cards field",
        );
        check("input-candidate.cv-9", "input candidate cv");
        check("URLField", "url field");
        check("genesis-form-element-:r9:", "genesis form element r");
        check("firstname", "first name");
        check("candidate[address-line-2]", "candidate address line two");
        check("street1", "street one");
        check("work-2", "work");
    }

    #[test]
    fn a_box_named_after_its_answer_names_nothing() {
        let field = RawField {
            control: Control::CheckboxGroup,
            name: "LinkedIn".into(),
            options: vec![crate::page::RawOption {
                text: "LinkedIn".into(),
                ..Default::default()
            }],
            ..RawField::default()
        };
        assert!(names(&field).is_empty());
    }
}
