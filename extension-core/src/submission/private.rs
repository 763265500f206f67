//! Which fields are the person's alone: what they hold is never looked at.

use super::phrase::has;
use super::words::PRIVATE;
use crate::classify::{ClassifiedField, FieldKind};
use crate::folding::{Marks, fold, tokens};
use crate::page::Control;

/// Whether a field is the person's alone: secrets, self-identification, consent, traps. It is never watched, and
/// nothing the person puts there is kept anywhere.
#[must_use]
pub fn is_private(field: &ClassifiedField) -> bool {
    use FieldKind as K;
    let by_kind = matches!(
        field.kind,
        Some(
            K::Gender
                | K::Pronouns
                | K::RaceEthnicity
                | K::Hispanic
                | K::Veteran
                | K::Disability
                | K::DateOfBirth
                | K::Consent
        )
    );
    // What is known by name is not private for a word in it.
    let unknown = matches!(
        field.kind,
        None | Some(K::CustomQuestion | K::Other | K::HowHeard | K::Referrer)
    );
    let by_words = || {
        let folded = fold(&field.label, Marks::Apart);
        has(&tokens(&folded), PRIVATE)
    };
    field.trap.is_some() || field.control == Control::Password || by_kind || unknown && by_words()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classify::Trap;

    fn field(kind: Option<FieldKind>, label: &str) -> ClassifiedField {
        ClassifiedField {
            handle: 1,
            label: label.to_owned(),
            kind,
            confidence: 1.0,
            reason: String::new(),
            trap: None,
            entry: 0,
            legal: None,
            control: Control::Text,
            options: Vec::new(),
            required: false,
            signature: String::new(),
        }
    }

    #[test]
    fn secrets_and_what_the_law_protects_are_the_persons_alone() {
        use FieldKind as K;
        for (kind, label, private) in [
            (Some(K::Gender), "How do you see yourself?", true),
            (Some(K::Consent), "Keep my data", true),
            (Some(K::FirstName), "First name", false),
            (Some(K::VisaSponsorship), "Do you need a visa?", false),
            (Some(K::City), "City of birth", false),
            (None, "Which oven do you like best?", false),
            (None, "Your religion", true),
            (None, "Geburtsdatum", true),
            (None, "Social security number", true),
            (Some(K::CustomQuestion), "Are you pregnant?", true),
            (Some(K::CustomQuestion), "Choose a password", true),
            (Some(K::CustomQuestion), "Mot de passe", true),
            (Some(K::CustomQuestion), "I agree to the terms", true),
            (
                Some(K::CustomQuestion),
                "What do you like about baking?",
                false,
            ),
        ] {
            assert_eq!(is_private(&field(kind, label)), private, "{label}");
        }
        let trap = ClassifiedField {
            trap: Some(Trap::Honeypot),
            ..field(None, "Fax")
        };
        assert!(is_private(&trap));
    }
}
