//! A field's identity, so that what was planned is still what is there when it is written.
//!
//! What must not be in it: the value, the label, the position; these change while a person looks on.

use crate::page::RawField;

/// The attributes that belong to a field's identity, in the order they stand in the signature.
/// `extension/agent/dom.js` holds the same list.
const STABLE: [&str; 12] = [
    "role",
    "autocomplete",
    "data-automation-id",
    "data-testid",
    "data-test-id",
    "data-test",
    "data-qa",
    "data-cy",
    "data-ui",
    "data-field",
    "data-field-id",
    "data-name",
];

/// The field's signature: tag, `type` attribute, `id`, `name`, then `attribute=value` for each stable attribute that
/// is there and not empty, all joined by `|`. For a group it is that of the element its handle stands for.
///
/// Example: `input|email|mail|applicant[email]|autocomplete=email`.
#[must_use]
pub fn signature(field: &RawField) -> String {
    let mut parts = vec![
        field.tag.clone(),
        field.input_type.clone(),
        field.id.clone(),
        field.name.clone(),
    ];
    for name in STABLE {
        let value = match name {
            "autocomplete" => field.autocomplete.as_str(),
            _ => field.attribute(name),
        };
        if !value.is_empty() {
            parts.push(format!("{name}={value}"));
        }
    }
    parts.join("|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_names_what_stays_and_nothing_that_changes() {
        let mut field = RawField {
            tag: "input".into(),
            input_type: "email".into(),
            id: "mail".into(),
            name: "applicant[email]".into(),
            autocomplete: "email".into(),
            attributes: vec![
                ("data-qa".into(), "mail-input".into()),
                ("data-x".into(), "7".into()),
                ("role".into(), "textbox".into()),
            ],
            ..RawField::default()
        };
        let before = signature(&field);
        assert_eq!(
            before,
            "input|email|mail|applicant[email]|role=textbox|autocomplete=email|data-qa=mail-input"
        );
        field.value = "someone@example.org".into();
        field.required = true;
        assert_eq!(signature(&field), before);
    }
}
