//! Whether two pages belong to one application: then what is filled on the second continues the receipt of the first.
//!
//! The same origin, and nothing that speaks for another job. Jobs are told apart by the numbers in their addresses,
//! else by their titles; steps of one form often show neither.

use crate::address;
use std::collections::BTreeSet;

/// The longest value of a query that is taken for a job's number.
const LONGEST_NUMBER: usize = 40;

/// What is known of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'a> {
    /// Its address.
    pub(crate) url: &'a str,
    /// The job's title.
    pub(crate) title: Option<&'a str>,
}

/// Whether a later page belongs to the application of an earlier one. `stands`: the earlier page's document is still
/// there, changed by its own scripts.
pub(crate) fn is_same(earlier: Known<'_>, later: Known<'_>, stands: bool) -> bool {
    if address::origin_of(earlier.url) != address::origin_of(later.url) {
        return false;
    }
    let (old, new) = (path(earlier.url), path(later.url));
    if old == new {
        // One address for all jobs, told apart by the query alone ("/apply?job=7").
        return share(&job_numbers(earlier.url), &job_numbers(later.url)).unwrap_or(true);
    }
    let all = |url| &numbers(path(url)) | &job_numbers(url);
    match (
        share(&all(earlier.url), &all(later.url)),
        earlier.title,
        later.title,
    ) {
        (Some(same), ..) => same,
        (None, Some(one), Some(other)) => plain(one) == plain(other),
        (None, ..) => stands || starts_alike(old, new),
    }
}

/// Whether a page is about a job that was read before: on the same site as [`is_same`] says, elsewhere (boards hand
/// over to forms on other hosts) only where title and company are both the same. `companies`: what each page says of
/// it. A letter must never reach another employer.
pub(crate) fn is_about(
    earlier: Known<'_>,
    later: Known<'_>,
    companies: (Option<&str>, Option<&str>),
) -> bool {
    let agree = |one: Option<&str>, other: Option<&str>| Some(plain(one?) == plain(other?));
    let same_company = agree(companies.0, companies.1);
    if address::origin_of(earlier.url) == address::origin_of(later.url) {
        return same_company != Some(false) && is_same(earlier, later, false);
    }
    same_company == Some(true) && agree(earlier.title, later.title) == Some(true)
}

/// What names the job in an address: its page, and the numbers of its query; never who referred to it.
pub(crate) fn name_of(url: &str) -> String {
    let origin = address::origin_of(url).unwrap_or_default();
    let numbers: Vec<&str> = job_numbers(url).into_iter().collect();
    format!("{origin}{}?{}", path(url), numbers.join("&"))
}

/// An address by which the job can be opened again: its page and what names the job in the query, never who referred to
/// it or what was filled in before.
pub(crate) fn address_of(url: &str) -> String {
    let page = address::without_query(url);
    // A long one is a token of somebody's rather than a number of a job.
    let is_number = |value: &str| value.len() <= LONGEST_NUMBER && !value.contains(['@', '%']);
    let pairs: Vec<String> = job_pairs(url)
        .filter(|(_, value)| is_number(value))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if pairs.is_empty() {
        return page.to_owned();
    }
    format!("{page}?{}", pairs.join("&"))
}

/// Whether two sets of numbers name the same thing; `None` where one of them names none.
fn share(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> Option<bool> {
    if one.is_empty() || other.is_empty() {
        return None;
    }
    Some(one.intersection(other).next().is_some())
}

/// The pieces of a path with enough digits to name one job among many; a year names none.
fn numbers(path: &str) -> BTreeSet<&str> {
    let is_year =
        |piece: &str| piece.len() == 4 && (piece.starts_with("19") || piece.starts_with("20"));
    path.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
        .filter(|piece| piece.bytes().filter(u8::is_ascii_digit).count() >= 3)
        .filter(|piece| !is_year(piece))
        .collect()
}

/// The values of a query that name a job.
fn job_numbers(url: &str) -> BTreeSet<&str> {
    job_pairs(url).map(|(_, value)| value).collect()
}

/// The parts of a query that name a job.
fn job_pairs(url: &str) -> impl Iterator<Item = (&str, &str)> {
    const NAMING: [&str; 9] = [
        "job", "jid", "req", "posting", "vacan", "position", "stelle", "offer", "offre",
    ];
    let query = whole(url).split_once('?').map_or("", |(_, query)| query);
    query
        .split(['&', ';'])
        .filter_map(|pair| pair.split_once('='))
        .filter(|(name, value)| {
            let name = name.to_ascii_lowercase();
            let names = name == "id" || NAMING.iter().any(|word| name.contains(word));
            names && value.bytes().any(|byte| byte.is_ascii_digit())
        })
}

fn whole(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('#').next().unwrap_or(rest);
    rest.find('/').map_or("", |at| &rest[at..])
}

fn path(url: &str) -> &str {
    let whole = whole(url);
    let path = whole.split('?').next().unwrap_or(whole);
    path.trim_end_matches('/')
}

/// Whether two paths differ in their last pieces only ("/apply/step1", "/apply/step2").
fn starts_alike(one: &str, other: &str) -> bool {
    let pieces = |path: &str| {
        path.split('/')
            .skip(1)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (one, other) = (pieces(one), pieces(other));
    let shared = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let least = one.len().min(other.len());
    shared > 0 && shared + 1 >= least
}

fn plain(title: &str) -> String {
    let words: Vec<String> = title
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: (&str, &str), other: (&str, &str), stands: bool, same: bool) {
        fn known<'a>((url, title): (&'a str, &'a str)) -> Known<'a> {
            Known {
                url,
                title: Some(title).filter(|title| !title.is_empty()),
            }
        }
        assert_eq!(
            is_same(known(one), known(other), stands),
            same,
            "{one:?} {other:?}"
        );
    }

    #[test]
    fn an_address_keeps_what_names_the_job_and_nothing_of_the_person() {
        for (url, kept) in [
            (
                "https://a.example/jobs/7?utm_source=x#apply",
                "https://a.example/jobs/7",
            ),
            (
                "https://a.example/jobs?jid=7&ref=ada",
                "https://a.example/jobs?jid=7",
            ),
            (
                "https://a.example/a?lang=de&job_id=7;step=2",
                "https://a.example/a?job_id=7",
            ),
            (
                "https://a.example/a?job_alert=ada7%40mail.example",
                "https://a.example/a",
            ),
            (
                "https://a.example/a?req=0123456789012345678901234567890123456789abc",
                "https://a.example/a",
            ),
        ] {
            assert_eq!(address_of(url), kept);
        }
    }

    #[test]
    fn steps_of_one_form() {
        for (one, other) in [
            (
                "https://a.example/jobs/12345/apply",
                "https://a.example/jobs/12345/apply/step2",
            ),
            (
                "https://a.example/apply/contact",
                "https://a.example/apply/questions",
            ),
            (
                "https://a.example/apply?step=1",
                "https://a.example/apply?step=2",
            ),
            (
                "https://a.example/apply?token=a12345",
                "https://a.example/apply?token=b98765",
            ),
            (
                "https://a.example/2026/apply/one",
                "https://a.example/2026/apply/two",
            ),
            (
                "https://a.example/apply?job=4711&s=1",
                "https://a.example/apply?job=4711&s=2",
            ),
            (
                "https://a.example/en/job/Baker_R-1000",
                "https://a.example/en/job/Baker_R-1000/apply/autofill",
            ),
            (
                "https://a.example/job?id=77123",
                "https://a.example/form/77123/2",
            ),
        ] {
            check((one, "Baker"), (other, ""), false, true);
            check((one, ""), (other, ""), false, true);
        }
        // The step's own title is no job.
        check(
            ("https://a.example/apply/12345", "Baker"),
            ("https://a.example/apply/12345/2", "My Information"),
            false,
            true,
        );
    }

    #[test]
    fn another_job_is_another_application() {
        for (one, other) in [
            (
                "https://a.example/jobs/12345/apply",
                "https://a.example/jobs/54321/apply",
            ),
            (
                "https://a.example/apply?job=4711",
                "https://a.example/apply?job=4712",
            ),
            (
                "https://a.example/jobs/12345",
                "https://b.example/jobs/12345",
            ),
        ] {
            check((one, ""), (other, ""), false, false);
            check((one, "Baker"), (other, "Baker"), true, false);
        }
        check(
            ("https://a.example/baker/apply", "Baker"),
            ("https://a.example/miller/apply", "Miller"),
            true,
            false,
        );
        check(
            ("https://a.example/baker/apply", ""),
            ("https://a.example/about/us", ""),
            false,
            false,
        );
    }

    #[test]
    fn documents_follow_their_job_to_another_host_and_to_no_other_job() {
        fn known<'a>(url: &'a str, title: &'a str) -> Known<'a> {
            let title = Some(title).filter(|title| !title.is_empty());
            Known { url, title }
        }
        let job = known("https://a.example/jobs/12345", "Night Baker");
        let (ours, theirs) = (Some("Oven & Sons"), Some("Mill Ltd"));
        for (url, title, company, about) in [
            ("https://b.example/apply/9", "Night baker", ours, true),
            ("https://b.example/apply/9", "Night baker", theirs, false),
            ("https://b.example/apply/9", "Night baker", None, false),
            ("https://b.example/apply/9", "Miller", ours, false),
            ("https://b.example/apply/9", "", ours, false),
            ("https://a.example/jobs/12345/apply", "", None, true),
            ("https://a.example/jobs/12345/apply", "Details", ours, true),
            ("https://a.example/jobs/12345/apply", "", theirs, false),
            ("https://a.example/jobs/54321", "Miller", None, false),
        ] {
            assert_eq!(
                is_about(job, known(url, title), (ours, company)),
                about,
                "{url} {title} {company:?}"
            );
        }
    }

    #[test]
    fn a_job_keeps_its_name_whoever_referred_to_it() {
        let name = name_of("https://a.example/apply/?job=7&utm_source=x#form");
        assert_eq!(name, name_of("https://a.example/apply?ref=y&job=7"));
        assert_ne!(name, name_of("https://a.example/apply?job=8"));
    }

    #[test]
    fn a_page_that_changes_by_itself_stays_the_same_application() {
        check(
            ("https://a.example/baker", ""),
            ("https://a.example/form/review/end", ""),
            true,
            true,
        );
    }
}
