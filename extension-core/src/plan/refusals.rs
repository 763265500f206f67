//! The reasons to leave a field, in the words the person reads.

use super::answer::Stop;
use super::{LeftField, Refusal};
use crate::classify::Trap;

impl Refusal {
    /// Whether the person must look at a field that was left for this reason.
    #[must_use]
    pub fn needs_person(self, required: bool) -> bool {
        match self {
            Self::Prefilled | Self::Hidden | Self::NotWritable | Self::Trap | Self::Duplicate => {
                false
            }
            Self::LegalNotAnswered
            | Self::LegalCountryUnknown
            | Self::LegalAmbiguous
            | Self::NoMatchingOption
            | Self::AmbiguousOption
            | Self::DoesNotFit
            | Self::PrefilledDiffers
            | Self::UnsupportedControl => true,
            Self::NotInProfile
            | Self::DemographicNotAnswered
            | Self::Consent
            | Self::CustomQuestion
            | Self::Unknown
            | Self::NoFile => required,
        }
    }
}

impl LeftField {
    /// Whether the person must look at this field before the form can be sent.
    #[must_use]
    pub fn needs_person(&self) -> bool {
        self.reason.needs_person(self.required)
    }
}

pub(super) fn trap(trap: Trap) -> Stop {
    let message = match trap {
        Trap::Honeypot => "A bait for robots; people cannot see it.",
        Trap::Captcha => "A check that you are a person. Yours to do.",
        Trap::Search => "A search box, not a part of the application.",
        Trap::Credential => "A password or a code. Yours to enter.",
        Trap::Cookie => "A cookie setting, not a part of the application.",
        Trap::Newsletter => "A subscription, not a part of the application.",
    };
    Stop::new(Refusal::Trap, message)
}

/// `same`: whether it holds what the profile says; `None` where the profile does not say.
pub(super) fn prefilled(same: Option<bool>) -> Stop {
    let (reason, message) = match same {
        Some(true) => (
            Refusal::Prefilled,
            "It holds what your profile says already.",
        ),
        Some(false) => (
            Refusal::PrefilledDiffers,
            "It holds something else than your profile says. Please look at it.",
        ),
        None => (Refusal::Prefilled, "It holds something already."),
    };
    Stop::new(reason, message)
}

/// A field of a row that tells of something the profile does not have; `lead`: the one the row is known by.
pub(super) fn strange_row(lead: bool) -> Stop {
    if lead {
        Stop::new(
            Refusal::PrefilledDiffers,
            "Your profile does not have this entry. It stays as it is; please look at it.",
        )
    } else {
        Stop::new(
            Refusal::Prefilled,
            "It belongs to an entry that your profile does not have.",
        )
    }
}

impl Stop {
    /// Whether the refusal already tells what the field holds.
    pub(super) fn is_about_what_it_holds(&self) -> bool {
        matches!(self.reason, Refusal::Prefilled | Refusal::PrefilledDiffers)
    }
}

pub(super) fn not_on_page() -> Stop {
    Stop::new(
        Refusal::NotWritable,
        "The page does not show this field any more.",
    )
}

pub(super) fn hidden() -> Stop {
    Stop::new(Refusal::Hidden, "Nobody can see this field now.")
}

pub(super) fn not_writable() -> Stop {
    Stop::new(
        Refusal::NotWritable,
        "The page does not let anybody write here now.",
    )
}

pub(super) fn unknown() -> Stop {
    Stop::new(Refusal::Unknown, "It is not clear what this asks.")
}

pub(super) fn consent() -> Stop {
    Stop::new(Refusal::Consent, "Consent is yours to give.")
}

pub(super) fn other() -> Stop {
    Stop::new(Refusal::NotInProfile, "Your profile has no answer to this.")
}

pub(super) fn not_in_profile(what: &str) -> Stop {
    Stop::new(
        Refusal::NotInProfile,
        &format!("Your profile has no {what}."),
    )
}

pub(super) fn custom_question() -> Stop {
    Stop::new(
        Refusal::CustomQuestion,
        "A question of this employer's own. Save your answer as a standard answer to have it filled next time.",
    )
}

pub(super) fn does_not_fit(message: &str) -> Stop {
    Stop::new(Refusal::DoesNotFit, message)
}

pub(super) fn no_option() -> Stop {
    Stop::new(
        Refusal::NoMatchingOption,
        "None of the options says what your profile says.",
    )
}

pub(super) fn two_options() -> Stop {
    Stop::new(
        Refusal::AmbiguousOption,
        "More than one option could be meant.",
    )
}

pub(super) fn own_words() -> Stop {
    Stop::new(
        Refusal::NoMatchingOption,
        "This wants an answer in your own words.",
    )
}

pub(super) fn unsupported() -> Stop {
    Stop::new(
        Refusal::UnsupportedControl,
        "Foothold cannot operate this kind of field.",
    )
}
