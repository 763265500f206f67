//! A list beside a phone number is its calling code, or says which of the person's numbers it is.
//!
//! What must not happen here: the country of an address taken for a calling code.

use crate::classify::FieldKind as K;
use crate::classify::decide::Draft;
use crate::classify::rule::On;
use crate::classify::text::{tables, words};
use crate::classify::tokens::split;
use crate::page::Control;

tables! {
    PHONE = ["phone|telephone|telefon*|mobile|handy*|mobil*|telefono|telefone|tel|portable|cellulare|telefoonnummer|movil"];
    PHONE_CLASS = ["phone|tel|iti|dial|flag|phoneinput|intl"];
}

pub(super) fn calling_codes(drafts: &mut [Draft<'_>]) {
    let visible: Vec<usize> = (0..drafts.len())
        .filter(|&at| drafts[at].field.visible && drafts[at].trap.is_none())
        .collect();
    for (position, &at) in visible.iter().enumerate() {
        let draft = &drafts[at];
        let number =
            |other: usize| drafts[other].kind == Some(K::Phone) && drafts[other].on.meets(On::LINE);
        let next = visible
            .get(position + 1)
            .copied()
            .filter(|&other| number(other));
        let before = position
            .checked_sub(1)
            .map(|before| visible[before])
            .filter(|&other| number(other));
        let list = draft.on.meets(On::PICK.or(On::COMBO));
        if !list || (next.is_none() && before.is_none()) {
            continue;
        }
        let says_phone = draft
            .field
            .section
            .last()
            .is_some_and(|heading| PHONE.any(&words(heading)))
            || draft
                .questions
                .iter()
                .any(|question| PHONE.any(&question.all))
            || PHONE_CLASS.any(&split(&draft.field.class));
        let asked_before = drafts[..at]
            .iter()
            .any(|other| other.kind == Some(K::Country));
        let open = match draft.kind {
            Some(K::Country) => (says_phone || asked_before) && next.is_some(),
            Some(K::Phone) => true,
            None => {
                next.is_some()
                    && (draft.questions.is_empty() || says_phone)
                    && draft.field.control != Control::ComboBox
            }
            _ => false,
        };
        if open && !draft.choices.allow(K::PhoneCountry) {
            // "Home, Mobile, Work": which of the numbers it is.
            if draft.kind == Some(K::Phone) {
                drafts[at].turn(K::Other, 0.8, "the kind of a phone number");
            }
        } else if open {
            drafts[at].turn(K::PhoneCountry, 0.85, "a list beside the phone number");
        }
    }
}
