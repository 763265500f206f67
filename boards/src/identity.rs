//! When two postings are the same: by identity, across sources, and when a job is posted again.
//!
//! What must not happen here: two jobs of one board taken for one because they are called alike.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use foothold_core::company::key as company_key;
use foothold_core::posting::values;

use crate::Source;
use crate::posting::{Posting, Remote};
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
    let title = title_key(&posting.title);
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
                .map(values::key)
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
pub fn is_same_job(a: &Posting, b: &Posting) -> bool {
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
    let theirs = same_job_keys(b);
    same_job_keys(a).iter().any(|key| theirs.contains(key))
}

/// How a job came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repost {
    /// The same posting with a later date.
    Redated,
    /// A new posting of the same job at the same board, after the old one had gone or was old.
    PostedAgain,
}

/// Whether `new` is `old` posted again. `old_gone` tells that the old one is not on the board any more.
#[must_use]
pub fn repost(old: &Posting, old_gone: bool, new: &Posting) -> Option<Repost> {
    if (old.source, old.tenant.to_lowercase()) != (new.source, new.tenant.to_lowercase()) {
        return None;
    }
    let days = match (old.posted_ms, new.posted_ms) {
        (Some(old), Some(new)) if new > old => days_apart(new, old),
        (Some(_), Some(_)) => 0,
        // Without dates only the old one's going tells.
        _ => i64::from(old_gone) * 7,
    };
    if old.id == new.id {
        return (days >= 7).then_some(Repost::Redated);
    }
    // What is cheap to tell first: an employer may have hundreds of jobs of one name in one town.
    if !old_gone && days < 21 {
        return None;
    }
    let theirs = same_job_keys(new);
    let alike = same_job_keys(old).iter().any(|key| theirs.contains(key))
        && likeness(&old.description, &new.description) >= 0.75;
    alike.then_some(Repost::PostedAgain)
}

/// How alike two descriptions are: the share of their three-word runs that both have.
#[must_use]
pub fn likeness(a: &str, b: &str) -> f64 {
    let runs = |text: &str| {
        let folded = values::fold(text);
        let words = folded.split(' ').take(4_000).collect::<Vec<_>>();
        words
            .windows(3.min(words.len().max(1)))
            .map(|run| {
                let mut hasher = DefaultHasher::new();
                run.hash(&mut hasher);
                hasher.finish()
            })
            .collect::<HashSet<_>>()
    };
    let (a, b) = (runs(a), runs(b));
    let all = a.union(&b).count();
    if all == 0 {
        return 1.0;
    }
    a.intersection(&b).count() as f64 / all as f64
}

/// A title without what does not tell jobs apart: genders, ways of working, numbers of the employer's.
#[must_use]
pub fn title_key(title: &str) -> String {
    const BESIDE: &[&str] = &[
        "m",
        "w",
        "f",
        "d",
        "x",
        "i",
        "n",
        "h",
        "div",
        "gn",
        "all genders",
        "remote",
        "hybrid",
        "onsite",
        "on site",
        "full time",
        "part time",
        "vollzeit",
        "teilzeit",
        "100 remote",
        "fully remote",
        "us",
        "uk",
        "eu",
        "emea",
    ];
    let mut kept = String::new();
    let mut depth = 0_usize;
    let mut aside = String::new();
    for c in title.chars() {
        match c {
            '(' | '[' => {
                depth += 1;
                aside.clear();
            }
            ')' | ']' if depth > 0 => {
                depth -= 1;
                let folded = values::fold(&aside);
                let genders = folded.split(' ').all(|word| BESIDE.contains(&word));
                if !genders
                    && !BESIDE.contains(&folded.as_str())
                    && values::remote(&folded).is_none()
                {
                    kept.push(' ');
                    kept.push_str(&aside);
                }
            }
            c if depth > 0 => aside.push(c),
            c => kept.push(c),
        }
    }
    if depth > 0 {
        kept.push_str(&aside);
    }
    let mut words = kept.split_whitespace().collect::<Vec<_>>();
    // "Baker m/w/d" without brackets.
    words.retain(|word| {
        let folded = values::fold(word);
        !(word.contains('/')
            && folded.len() <= 7
            && folded.split(' ').all(|part| BESIDE.contains(&part)))
    });
    let folded = values::fold(&words.join(" "));
    [(" sr ", " senior "), (" jr ", " junior ")]
        .iter()
        .fold(format!(" {folded} "), |text, (short, long)| {
            text.replace(short, long)
        })
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Board, Draft, Source};

    const NOW: i64 = 1_795_262_400_000;

    fn posting(source: Source, id: &str, title: &str, place: &str) -> Posting {
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
    fn titles_meet_as_people_read_them() {
        for title in [
            "Sr. Baker (m/f/d)",
            "Senior Baker",
            "Senior Baker (Remote)",
            "Senior Baker m/w/d",
        ] {
            assert_eq!(title_key(title), "senior baker", "{title}");
        }
        assert_ne!(title_key("Baker (Rye)"), title_key("Baker (Wheat)"));
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

    #[test]
    fn a_job_that_comes_back() {
        let old = posting(Source::Greenhouse, "1", "Baker", "Berlin");
        let mut again = posting(Source::Greenhouse, "2", "Baker", "Berlin");
        again.posted_ms = old.posted_ms.map(|ms| ms + 30 * 86_400_000);
        assert_eq!(repost(&old, false, &again), Some(Repost::PostedAgain));
        let mut redated = old.clone();
        redated.posted_ms = again.posted_ms;
        assert_eq!(repost(&old, false, &redated), Some(Repost::Redated));
        again.posted_ms = old.posted_ms;
        assert_eq!(repost(&old, false, &again), None);
        assert_eq!(repost(&old, true, &again), Some(Repost::PostedAgain));
        again.description =
            "Something else entirely is done here all day long, every day.".to_owned();
        assert_eq!(repost(&old, true, &again), None);
    }
}
