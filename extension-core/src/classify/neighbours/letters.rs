//! "Your message" beside a résumé is the letter to the employer; in a contact form it is anything.
//!
//! What must not happen here: a second letter, where the form already asks for one.

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::rule::On;
use crate::classify::text::tables;

tables! {
    MESSAGE = ["^message|nachricht|mitteilung|mensaje|messaggio|bericht|mensagem|wiadomość$", "^un mot pour .. équipe|équipes$", "^a few words|lines$"];
}

/// Takes a form's only message for its letter.
pub(super) fn messages(drafts: &mut [Draft<'_>]) {
    for at in 0..drafts.len() {
        let draft = &drafts[at];
        let open = draft.kind.is_none()
            && draft.trap.is_none()
            && draft.on.meets(On::LONG)
            && MESSAGE.any(draft.core());
        if !open {
            continue;
        }
        let in_form = |kind: K| {
            drafts.iter().any(|other| {
                other.kind == Some(kind)
                    && other.trap.is_none()
                    && other.field.form == drafts[at].field.form
            })
        };
        if in_form(K::ResumeFile) && !in_form(K::CoverLetterText) {
            drafts[at].turn(K::CoverLetterText, 0.7, "a message beside a résumé");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::classify::testing::field;
    use crate::classify::{FieldKind as K, classify};
    use crate::page::{LabelSource, LabelText, PageSnapshot, RawField};

    fn asking(handle: u32, field: RawField, text: &str) -> RawField {
        RawField {
            handle,
            labels: vec![LabelText {
                from: LabelSource::Label,
                text: text.to_owned(),
            }],
            ..field
        }
    }

    fn kinds(fields: Vec<RawField>) -> Vec<Option<K>> {
        let form = classify(&PageSnapshot {
            fields,
            ..PageSnapshot::default()
        });
        form.fields.iter().map(|field| field.kind).collect()
    }

    #[test]
    fn a_message_beside_a_resume_is_the_letter() {
        let message = || asking(2, field("textarea"), "Ihre Nachricht");
        let resume = asking(1, field("input file"), "Lebenslauf");
        assert_eq!(
            kinds(vec![resume, message()]),
            [Some(K::ResumeFile), Some(K::CoverLetterText)]
        );
        let email = asking(1, field("input email"), "E-Mail");
        assert_eq!(kinds(vec![email, message()]), [Some(K::Email), None]);
    }
}
