//! Which of a person's own answers may be remembered, which belong into the profile, and which nobody keeps.

use super::phrase::has;
use super::words::PRIVATE;
use crate::classify::{ClassifiedField, FieldKind};
use crate::folding::{Marks, fold, tokens};
use crate::page::Control;

/// What can be done with an answer that a person gave by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// It can be remembered for the same question; for a legal one only in this country (ISO 3166-1 alpha-2).
    Remember {
        /// The country it is right for; `None` where it does not depend on one.
        country: Option<String>,
    },
    /// It is a fact of the profile, and belongs there.
    UpdateProfile,
    /// It is not offered.
    Nothing,
}

/// Whether a field is the person's alone: it is never watched, and nothing it holds is kept anywhere.
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
    let by_words = || {
        let folded = fold(&field.label, Marks::Apart);
        has(&tokens(&folded), PRIVATE)
    };
    // What the classifier knows by name is not private for a word in it ("city of birth" is not known by name).
    let unknown = matches!(
        field.kind,
        None | Some(K::CustomQuestion | K::Other | K::HowHeard | K::Referrer)
    );
    field.trap.is_some() || field.control == Control::Password || by_kind || unknown && by_words()
}

/// What can be done with the answer to a question; `job_country` where the posting tells it.
#[must_use]
pub fn offer(field: &ClassifiedField, job_country: Option<&str>) -> Offer {
    use FieldKind as K;
    if is_private(field) || field.control == Control::File || field.label.trim().is_empty() {
        return Offer::Nothing;
    }
    match field.kind {
        None | Some(K::CustomQuestion | K::Other | K::HowHeard | K::Relocation | K::RemoteOk) => {
            Offer::Remember { country: None }
        }
        Some(K::WorkAuthorization | K::VisaSponsorship) => {
            let named = field.legal.as_ref().map(|legal| legal.country.as_str());
            match named.filter(|country| !country.is_empty()).or(job_country) {
                Some(country) => Offer::Remember {
                    country: Some(country.to_owned()),
                },
                // Right in one country and wrong in the next: which one is not known.
                None => Offer::Nothing,
            }
        }
        // Written for one employer, or about one person there.
        Some(K::CoverLetterText | K::Referrer) => Offer::Nothing,
        Some(_) => Offer::UpdateProfile,
    }
}
