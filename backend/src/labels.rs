//! What a person calls something of theirs, and the tags they put on it.
//!
//! What must not happen here: repeating in a problem what the person wrote.

use foothold_shared::problem::FieldProblem;

use crate::checks::{problem, too_long};

/// The longest name, in characters.
const NAME_CHARS: usize = 120;
/// The most tags.
const TAGS: usize = 20;
/// The longest tag, in characters.
const TAG_CHARS: usize = 40;

/// The name on one line, without what cannot be seen; too long a one is a problem.
pub(crate) fn name(given: &str, problems: &mut Vec<FieldProblem>) -> String {
    let name = one_line(given);
    problems.extend(too_long("name", &name, NAME_CHARS));
    name
}

/// The tags, each on one line and once, whatever its capitals; too many or too long ones are a problem.
pub(crate) fn tags(given: Vec<String>, problems: &mut Vec<FieldProblem>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for (at, tag) in given.iter().enumerate() {
        let tag = one_line(tag);
        let known = tags
            .iter()
            .any(|other| other.to_lowercase() == tag.to_lowercase());
        if tag.is_empty() || known {
            continue;
        }
        if tag.chars().count() > TAG_CHARS {
            let message = format!("Send at most {TAG_CHARS} characters a tag.");
            problems.push(problem(format!("tags[{at}]"), "too_long", message));
            return Vec::new();
        }
        if tags.len() == TAGS {
            let message = format!("Send at most {TAGS} tags.");
            problems.push(problem("tags", "too_many", message));
            return Vec::new();
        }
        tags.push(tag);
    }
    tags
}

fn one_line(text: &str) -> String {
    let visible = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = visible.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(given: &[&str]) -> Vec<String> {
        given.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn names_and_tags_stand_on_one_line_and_once() {
        let mut problems = Vec::new();
        assert_eq!(name(" Night \n shifts\0 ", &mut problems), "Night shifts");
        let given = texts(&["Nursing", " ", "nursing", "part\ttime"]);
        assert_eq!(tags(given, &mut problems), ["Nursing", "part time"]);
        assert!(problems.is_empty());
    }

    #[test]
    fn what_is_too_much_is_named_and_not_repeated() {
        let many: Vec<String> = (0..21).map(|n| n.to_string()).collect();
        for (tags_given, name_given, field, code) in [
            (vec![], "n".repeat(121), "name", "too_long"),
            (
                texts(&["a", &"t".repeat(41)]),
                String::new(),
                "tags[1]",
                "too_long",
            ),
            (many, String::new(), "tags", "too_many"),
        ] {
            let mut problems = Vec::new();
            name(&name_given, &mut problems);
            tags(tags_given, &mut problems);
            let [one] = problems.as_slice() else {
                panic!("one problem for {field}");
            };
            assert_eq!((one.field.as_str(), one.code.as_str()), (field, code));
        }
    }
}
