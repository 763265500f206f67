//! When two postings are the same: by identity, across sources, and when a job is posted again.
//!
//! What must not happen here: two jobs of one board taken for one because they are called alike.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use foothold_core::company::key as company_key;
use foothold_core::posting::values;

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
    if contradict(a, b) {
        return false;
    }
    let theirs = same_job_keys(b);
    same_job_keys(a).iter().any(|key| theirs.contains(key))
}

/// Whether two postings that are called alike say what cannot be said of one job.
fn contradict(a: &Posting, b: &Posting) -> bool {
    use Employment::{Apprenticeship, FullTime, Internship, PartTime, Volunteer};
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
        && likeness(&a.description, &b.description) < 0.3;
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

/// A town by one of its names.
fn town_key(town: &str) -> String {
    /// Towns that boards name in two languages: folded, the name of the place itself last.
    const NAMES: &[(&str, &str)] = &[
        ("munich", "munchen"),
        ("cologne", "koln"),
        ("nuremberg", "nurnberg"),
        ("hanover", "hannover"),
        ("vienna", "wien"),
        ("geneva", "geneve"),
        ("genf", "geneve"),
        ("lucerne", "luzern"),
        ("brussels", "bruxelles"),
        ("brussel", "bruxelles"),
        ("antwerp", "antwerpen"),
        ("ghent", "gent"),
        ("thehague", "denhaag"),
        ("lisbon", "lisboa"),
        ("seville", "sevilla"),
        ("milan", "milano"),
        ("rome", "roma"),
        ("turin", "torino"),
        ("naples", "napoli"),
        ("florence", "firenze"),
        ("venice", "venezia"),
        ("genoa", "genova"),
        ("padua", "padova"),
        ("prague", "praha"),
        ("warsaw", "warszawa"),
        ("cracow", "krakow"),
        ("copenhagen", "kobenhavn"),
        ("gothenburg", "goteborg"),
        ("bucharest", "bucuresti"),
        ("belgrade", "beograd"),
        ("athens", "athina"),
        ("kiev", "kyiv"),
        ("bangalore", "bengaluru"),
        ("bombay", "mumbai"),
        ("gurgaon", "gurugram"),
        ("newyorkcity", "newyork"),
        ("nyc", "newyork"),
        ("sanfranciscobayarea", "sanfrancisco"),
        ("washingtondc", "washington"),
        ("frankfurtammain", "frankfurt"),
        ("mexicocity", "ciudaddemexico"),
    ];
    let key = values::key(town);
    NAMES
        .iter()
        .find(|(other, _)| *other == key)
        .map_or(key, |(_, own)| (*own).to_owned())
}

/// The title without what the posting says elsewhere: its town at the end, its number, its pay.
fn own_title(posting: &Posting) -> String {
    let key = title_key(&posting.title);
    let mut words: Vec<&str> = key.split(' ').collect();
    let number = posting.reference.as_deref().map(values::fold);
    let ends = |words: &[&str], tail: &str| {
        let tail: Vec<&str> = tail.split(' ').filter(|word| !word.is_empty()).collect();
        let left = words.len().checked_sub(tail.len())?;
        (left > 0 && left < words.len() && words.ends_with(&tail)).then_some(left)
    };
    let towns = posting
        .places
        .iter()
        .filter_map(|place| place.city.as_deref());
    let mut tails: Vec<String> = towns.map(values::fold).collect();
    tails.extend(number);
    while let Some(left) = tails.iter().find_map(|tail| ends(&words, tail)) {
        words.truncate(left);
    }
    words.join(" ")
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
    let days = days_later(old.posted_ms, old_gone, new.posted_ms);
    if old.id == new.id {
        return (days >= 7).then_some(Repost::Redated);
    }
    if !may_be_repost(old.posted_ms, old_gone, new.posted_ms) {
        return None;
    }
    let theirs = same_job_keys(new);
    let alike = same_job_keys(old).iter().any(|key| theirs.contains(key))
        && likeness(&old.description, &new.description) >= 0.75;
    alike.then_some(Repost::PostedAgain)
}

/// Whether a posting with another id can be an old one of its board posted again, by their times alone: an employer may
/// have hundreds of jobs of one name in one town, and only what this leaves open has to be read. Times in milliseconds.
#[must_use]
pub fn may_be_repost(old_ms: Option<i64>, old_gone: bool, new_ms: Option<i64>) -> bool {
    old_gone || days_later(old_ms, old_gone, new_ms) >= 21
}

/// How many days after an old posting a new one came.
fn days_later(old_ms: Option<i64>, old_gone: bool, new_ms: Option<i64>) -> i64 {
    match (old_ms, new_ms) {
        (Some(old), Some(new)) if new > old => days_apart(new, old),
        (Some(_), Some(_)) => 0,
        // Without dates only the old one's going tells.
        _ => i64::from(old_gone) * 7,
    }
}

/// How alike two descriptions are: the share of their three-word runs that both have.
fn likeness(a: &str, b: &str) -> f64 {
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
    // Folding would leave the same letter of three languages.
    let title = title
        .replace("C++", "cplusplus")
        .replace("C#", "csharp")
        .replace(".NET", " dotnet")
        .replace("F#", "fsharp");
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
    let kept = one_gender(&kept);
    let mut words = kept.split_whitespace().collect::<Vec<_>>();
    // "Electrician £38k": what it pays, and how much in need somebody is, is not what it is called.
    words.retain(|word| {
        let sum =
            word.contains(|c: char| c.is_ascii_digit()) && word.contains(['€', '£', '$', '₹']);
        !sum && !["urgent", "asap", "dringend"].contains(&values::fold(word).as_str())
    });
    // "Baker m/w/d" without brackets.
    words.retain(|word| {
        let folded = values::fold(word);
        !(word.contains('/')
            && folded.len() <= 7
            && folded.split(' ').all(|part| BESIDE.contains(&part)))
    });
    let folded = values::fold(&words.join(" "));
    [
        (" sr ", " senior "),
        (" snr ", " senior "),
        (" jr ", " junior "),
        (" jnr ", " junior "),
        (" eng ", " engineer "),
        (" engr ", " engineer "),
        (" mgr ", " manager "),
        (" dev ", " developer "),
    ]
    .iter()
    .fold(format!(" {folded} "), |text, (short, long)| {
        text.replace(short, long)
    })
    .trim()
    .to_owned()
}

/// One form of a title that names two: "Elektrikerin / Elektriker", "Elektriker/in", "Elektriker:in".
fn one_gender(title: &str) -> String {
    let mut title = title.to_owned();
    for mark in [
        "/-in", "/in", ":in", "*in", "_in", "/-innen", "/innen", ":innen", "*innen",
    ] {
        let mut from = 0;
        while let Some(at) = title.get(from..).and_then(|rest| rest.find(mark)) {
            let (start, end) = (from + at, from + at + mark.len());
            let ends = title[end..]
                .chars()
                .next()
                .is_none_or(|c| !c.is_alphanumeric());
            let begins = title[..start].ends_with(char::is_alphabetic);
            if ends && begins {
                title.replace_range(start..end, "");
                from = start;
            } else {
                from = end;
            }
        }
    }
    let words: Vec<&str> = title.split_whitespace().collect();
    for (at, window) in words.windows(3).enumerate() {
        let [one, "/" | "|", other] = *window else {
            continue;
        };
        let (one, other) = (values::fold(one), values::fold(other));
        if one.strip_suffix("in") == Some(&other) || other.strip_suffix("in") == Some(&one) {
            let shorter = if one.len() < other.len() { at } else { at + 2 };
            let mut kept = words[..at].to_vec();
            kept.push(words[shorter]);
            kept.extend(&words[at + 3..]);
            return kept.join(" ");
        }
    }
    title
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
    fn titles_meet_whatever_stands_beside_them() {
        for (one, other) in [
            ("Bäcker/in", "Bäcker"),
            ("Bäcker:in (m/w/d)", "Bäcker*in"),
            ("Bäckerin / Bäcker", "Bäcker"),
            ("Baker £28k", "Baker"),
            ("Baker – URGENT!", "Baker"),
            ("Sr Oven Eng", "Senior Oven Engineer"),
        ] {
            assert_eq!(title_key(one), title_key(other), "{one} and {other}");
        }
        for (one, other) in [
            ("C Developer", "C++ Developer"),
            ("C Developer", "C# Developer"),
            ("Baker", "Assistant Baker"),
            ("Baker II", "Baker III"),
        ] {
            assert_ne!(title_key(one), title_key(other), "{one} and {other}");
        }
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
