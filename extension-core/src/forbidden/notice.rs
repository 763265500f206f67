//! The words a person reads beside a question that employers usually may not ask.

use super::laws::{EU, Law, Says, Where, laws};
use super::{Place, Topic};

/// The notice for a topic at a place, on a day (`YYYY-MM-DD`; empty where it is not known); `None` where no law of the
/// table speaks.
#[must_use]
pub fn notice(topic: Topic, place: &Place, today: &str) -> Option<String> {
    let rank = |law: &Law| match law.place {
        Where::Region(..) => 0,
        Where::Country(_) => 1,
        Where::Eu => 2,
    };
    let law = laws()
        .iter()
        .filter(|law| law.topics.contains(&topic) && counts(law, place, today))
        .min_by_key(|law| rank(law))?;
    let here = match law.place {
        Where::Region("US", "District of Columbia") => "the District of Columbia".to_owned(),
        Where::Region(_, region) => region.to_owned(),
        Where::Country(_) | Where::Eu => place.country_name(),
    };
    let statute = law.statute;
    Some(match law.says {
        Says::MayNotAsk => format!("In {here} employers usually may not ask this ({statute})."),
        Says::NotBeforeOffer => {
            format!(
                "In {here} employers usually may not ask this before they make an offer ({statute})."
            )
        }
        Says::NotOnForm => format!(
            "In {here} employers usually may not ask this in an application form ({statute})."
        ),
        Says::MustNotCount => {
            format!("In {here} the answer to this usually must not count in hiring ({statute}).")
        }
        Says::OnlyRelevant => {
            format!(
                "In {here} employers usually may ask this only as far as it matters for the job ({statute})."
            )
        }
        Says::SpentNeedNot => {
            format!("In {here} spent convictions usually need not be told ({statute}).")
        }
    })
}

fn counts(law: &Law, place: &Place, today: &str) -> bool {
    let here = match law.place {
        Where::Region(country, region) => {
            place.country == country && place.region.as_deref() == Some(region)
        }
        Where::Country(country) => place.country == country,
        Where::Eu => EU.contains(&place.country.as_str()),
    };
    // Dates in this shape sort as texts do.
    here && (law.since.is_empty() || !today.is_empty() && law.since <= today)
}
