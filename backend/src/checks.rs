//! What is wrong with a part of a request, as an answer says it.
//!
//! What must not happen here: repeating what the person wrote.

use foothold_shared::problem::FieldProblem;

/// A wrong part: its path in the body, the stable code, and what to change.
pub(crate) fn problem(
    field: impl Into<String>,
    code: &str,
    message: impl Into<String>,
) -> FieldProblem {
    FieldProblem {
        field: field.into(),
        code: code.to_owned(),
        message: message.into(),
    }
}

/// A problem where a text has more characters than it may.
pub(crate) fn too_long(field: &str, text: &str, most: usize) -> Option<FieldProblem> {
    // Bytes first: counting characters of what is short anyway is work for nothing.
    (text.len() > most && text.chars().count() > most).then(|| {
        problem(
            field,
            "too_long",
            format!("Send at most {most} characters."),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        assert_eq!(too_long("note", "éé", 2), None);
        let found = too_long("note", "ééé", 2).expect("a problem");
        assert_eq!(
            (found.field.as_str(), found.code.as_str()),
            ("note", "too_long")
        );
        assert!(!found.message.contains('é'));
    }
}
