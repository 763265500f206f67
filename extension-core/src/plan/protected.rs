//! Questions that laws protect: the notice beside them, and that no answer to something else lands in them.

use super::answer::{Ask, Stop};
use super::refusals::custom_question;
use super::words::{fold, has_any, is_decline};
use crate::classify::{ClassifiedField, FieldKind};
use crate::forbidden::{Place, Topic, notice, topic};
use crate::page::{Control, RawField};

/// What the law says to a field where the job is; `None` where it says nothing, or the place is not known.
pub(super) fn remark(
    field: &ClassifiedField,
    raw: &RawField,
    place: Option<&Place>,
    today: &str,
) -> Option<String> {
    let topic = asked_for(field)?;
    if is_voluntary(field, raw) {
        return None;
    }
    notice(topic, place?, today)
}

/// Refuses to answer a protected question with a part of the profile that says something else: today's pay is not the
/// pay one hopes for, and a place of birth is not an address.
pub(super) fn admit(ask: &Ask<'_>) -> Result<(), Stop> {
    use FieldKind as K;
    let on_purpose = matches!(
        ask.kind,
        K::CustomQuestion
            | K::Other
            | K::HowHeard
            | K::Referrer
            | K::Gender
            | K::Pronouns
            | K::RaceEthnicity
            | K::Hispanic
            | K::Veteran
            | K::Disability
            | K::DateOfBirth
            | K::WorkAuthorization
            | K::VisaSponsorship
    );
    match asked_for(ask.field) {
        Some(topic) if !on_purpose && topic != Topic::Photo => Err(custom_question()),
        _ => Ok(()),
    }
}

fn asked_for(field: &ClassifiedField) -> Option<Topic> {
    use FieldKind as K;
    let of_file = field.control == Control::File;
    match field.kind {
        _ if field.trap.is_some() => None,
        Some(
            K::Consent
            | K::WorkAuthorization
            | K::VisaSponsorship
            | K::Gender
            | K::Pronouns
            | K::RaceEthnicity
            | K::Hispanic
            | K::Veteran
            | K::ResumeFile
            | K::CoverLetterFile
            | K::CoverLetterText,
        ) => None,
        Some(K::DateOfBirth) => Some(Topic::Age),
        Some(K::Disability) => Some(Topic::Disability),
        _ => topic(&field.label).filter(|topic| (*topic == Topic::Photo) == of_file),
    }
}

/// Whether the question is asked for monitoring, beside the application, and may be declined.
fn is_voluntary(field: &ClassifiedField, raw: &RawField) -> bool {
    const SECTIONS: &[&str] = &[
        "voluntary",
        "self identification",
        "self identify",
        "equal opportunity",
        "equal employment",
        "eeo",
        "eeoc",
        "diversity",
        "equality monitoring",
        "monitoring",
        "ofccp",
        "freiwillig",
        "freiwillige angaben",
        "diversitat",
        "volontaire",
        "voluntaria",
        "volontario",
        "vrijwillig",
        "voluntario",
        "dobrowolne",
    ];
    let declines = field
        .options
        .iter()
        .any(|option| is_decline(&fold(&option.text)));
    let mut around = raw
        .section
        .iter()
        .map(String::as_str)
        .chain([field.label.as_str()]);
    declines || around.any(|text| has_any(&fold(text), SECTIONS))
}
