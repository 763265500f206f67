//! When two postings are the same: by identity, across sources, and when a job is posted again.
//!
//! What must not happen here: two jobs of one board taken for one because they are called alike.

mod compared;
mod repost;
mod titles;
mod towns;

use foothold_core::company::key as company_key;
use foothold_core::posting::values;

pub use self::compared::Compared;
pub use self::repost::{Repost, may_be_repost, repost};
use self::titles::own_title;
pub use self::titles::title_key;
use self::towns::town_key;
use crate::Source;
use crate::posting::{Employment, Place, Posting, Remote};
use crate::when::days_apart;

/// What tells a posting from every other: source, tenant and the source's own id, as one text.
#[must_use]
pub fn key(posting: &Posting) -> String {
    key_of(posting.source, &posting.tenant, &posting.id)
}

/// The [`key`] of a posting of which only the id is known, such as one that could not be read.
#[must_use]
pub fn key_of(source: Source, tenant: &str, id: &str) -> String {
    // Colons part the three; those within are written otherwise.
    let safe = |text: &str| text.trim().replace('%', "%25").replace(':', "%3A");
    format!("{source}:{}:{}", safe(&tenant.to_lowercase()), safe(id))
}

/// What the same job has in common at every source: employer, title and place, folded; one key for each place. Empty
/// where the employer is not known, because titles alone tell nothing.
#[must_use]
pub fn same_job_keys(posting: &Posting) -> Vec<String> {
    let company = posting
        .company
        .as_deref()
        .map(company_key)
        .unwrap_or_default();
    let title = own_title(posting);
    if company.is_empty() || title.is_empty() {
        return Vec::new();
    }
    let mut keys = posting
        .places
        .iter()
        .map(|place| {
            let town = place
                .city
                .as_deref()
                .or(place.region.as_deref())
                .map(town_key)
                .filter(|town| !town.is_empty());
            town.or_else(|| place.country.as_deref().map(str::to_lowercase))
                .unwrap_or_else(|| values::key(&place.text))
        })
        .map(|place| format!("{company}|{title}|{place}"))
        .collect::<Vec<_>>();
    if keys.is_empty() {
        let place = if posting.remote == Some(Remote::Remote) {
            "remote"
        } else {
            ""
        };
        keys.push(format!("{company}|{title}|{place}"));
    }
    keys.sort();
    keys.dedup();
    keys
}

/// Whether two postings are one job, offered at two sources. Two of one board with different ids are two jobs, however
/// alike; so are two with different numbers of the employer's.
#[must_use]
pub fn is_same_job(one: &Compared<'_>, other: &Compared<'_>) -> bool {
    let (a, b) = (one.posting(), other.posting());
    if key(a) == key(b) {
        return true;
    }
    if (a.source, a.tenant.to_lowercase()) == (b.source, b.tenant.to_lowercase()) {
        return false;
    }
    if let (Some(one), Some(other)) = (&a.reference, &b.reference)
        && values::key(one) != values::key(other)
    {
        return false;
    }
    !contradict(one, other) && one.shares_a_key(other)
}

/// Whether two postings that are called alike say what cannot be said of one job.
fn contradict(one: &Compared<'_>, other: &Compared<'_>) -> bool {
    use Employment::{Apprenticeship, FullTime, Internship, PartTime, Volunteer};
    let (a, b) = (one.posting(), other.posting());
    let kinds = match (a.employment, b.employment) {
        (Some(one), Some(other)) if one != other => {
            let apart = |kind| matches!(kind, Internship | Apprenticeship | Volunteer);
            // "Contract" and "full time" say two things, and a job can be both.
            apart(one)
                || apart(other)
                || matches!((one, other), (FullTime, PartTime) | (PartTime, FullTime))
        }
        _ => false,
    };
    // London in England and London in Ontario; Portland in Oregon and in Maine.
    let places = !a.places.is_empty()
        && !b.places.is_empty()
        && a.places
            .iter()
            .all(|one| b.places.iter().all(|other| are_apart(one, other)));
    // The same words a year later are another opening, unless the text is the same, too.
    let long_apart = matches!((a.posted_ms, b.posted_ms), (Some(one), Some(other))
        if days_apart(one.max(other), one.min(other)) > 180)
        && one.likeness(other) < 0.3;
    kinds || places || long_apart
}

fn are_apart(one: &Place, other: &Place) -> bool {
    let differ = |a: &Option<String>, b: &Option<String>| match (a, b) {
        (Some(a), Some(b)) => values::key(a) != values::key(b),
        _ => false,
    };
    // Regions are written out at one source and short at the other: only two codes tell.
    let code = |place: &Place| {
        place
            .region
            .clone()
            .filter(|region| region.len() <= 3 && region.chars().all(char::is_uppercase))
    };
    differ(&one.country, &other.country) || differ(&code(one), &code(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Board, Draft, Source};

    fn is_same_job(one: &Posting, other: &Posting) -> bool {
        super::is_same_job(&Compared::of(one), &Compared::of(other))
    }

    const NOW: i64 = 1_795_262_400_000;

    pub(super) fn posting(source: Source, id: &str, title: &str, place: &str) -> Posting {
        let mut draft = Draft {
            id: id.to_owned(),
            title: title.to_owned(),
            company: "Crumb & Crust GmbH".to_owned(),
            url: "https://bread.example/".to_owned(),
            posted: "2026-06-01".to_owned(),
            ..Draft::default()
        };
        draft.line(place);
        draft.tell("We bake bread of all kinds in the middle of the town, since 1901.");
        draft
            .finish(&Board::new(source, "Crumb"), NOW)
            .expect("a posting")
    }

    #[test]
    fn a_town_has_several_names_and_may_stand_in_the_title() {
        let at = |source, title, place| posting(source, "1", title, place);
        let here = at(Source::Greenhouse, "Baker", "München, Germany");
        assert!(is_same_job(
            &here,
            &at(Source::Arbeitnow, "Baker", "Munich")
        ));
        let titled = at(Source::Arbeitnow, "Baker (Munich)", "Munich, Germany");
        let plain = at(Source::Themuse, "Baker", "Munich, Germany");
        assert!(is_same_job(&titled, &plain));
        // A title that is nothing but a town stays one.
        let town = at(Source::Themuse, "Munich", "Munich, Germany");
        assert!(!same_job_keys(&town).is_empty());
        let mut numbered = at(Source::Adzuna, "Baker - REQ 77", "Munich, Germany");
        numbered.reference = Some("REQ-77".to_owned());
        assert!(is_same_job(&numbered, &plain));
    }

    #[test]
    fn what_contradicts_itself_is_not_one_job() {
        let a = posting(Source::Greenhouse, "1", "Baker", "London, United Kingdom");
        let b = posting(Source::Adzuna, "2", "Baker", "London, Ontario, Canada");
        assert!(!is_same_job(&a, &b), "two countries");
        let a = posting(Source::Greenhouse, "1", "Baker", "Portland, OR");
        let b = posting(Source::Adzuna, "2", "Baker", "Portland, ME");
        assert!(!is_same_job(&a, &b), "two states");
        let mut b = posting(Source::Adzuna, "2", "Baker", "Portland, OR");
        assert!(is_same_job(&a, &b));
        let mut a = a;
        (a.employment, b.employment) = (Some(Employment::FullTime), Some(Employment::PartTime));
        assert!(!is_same_job(&a, &b), "half the hours");
        b.employment = Some(Employment::Contract);
        assert!(is_same_job(&a, &b), "a contract may be full time");
        b.posted_ms = b.posted_ms.map(|at| at - 200 * 86_400_000);
        assert!(is_same_job(&a, &b), "the same words");
        "Nights on ships, with a crew of nine.".clone_into(&mut b.description);
        assert!(!is_same_job(&a, &b), "long ago, in other words");
    }

    #[test]
    fn one_job_at_two_sources() {
        let a = posting(
            Source::Greenhouse,
            "1",
            "Senior Baker (m/f/d)",
            "Berlin, Germany",
        );
        let b = posting(
            Source::Arbeitnow,
            "senior-baker-9",
            "Senior Baker",
            "Berlin",
        );
        let c = posting(
            Source::Arbeitnow,
            "senior-baker-8",
            "Senior Baker",
            "Hamburg",
        );
        let twin = posting(
            Source::Greenhouse,
            "2",
            "Senior Baker (m/f/d)",
            "Berlin, Germany",
        );
        assert!(is_same_job(&a, &b));
        assert!(!is_same_job(&a, &c));
        assert!(!is_same_job(&a, &twin));
        let mut numbered = b.clone();
        numbered.reference = Some("R-1".to_owned());
        let mut other = a.clone();
        other.reference = Some("R-2".to_owned());
        assert!(!is_same_job(&other, &numbered));
    }

    #[test]
    fn identity_cannot_be_forged_by_a_colon() {
        let mut a = posting(Source::Lever, "x:y", "Baker", "");
        a.tenant = "t".to_owned();
        let mut b = posting(Source::Lever, "y", "Baker", "");
        b.tenant = "t:x".to_owned();
        assert_ne!(key(&a), key(&b));
    }
}
