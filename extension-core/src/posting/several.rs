//! Whether a page tells of several jobs and nothing on it says which one it is about.
//!
//! What must not happen here: a page of one job called one of several because others are listed beside it.

use super::json_ld::Node;
use super::{JobPosting, json_ld, same_address, structured, title};
use crate::company;
use crate::page::{JobSource, PageSnapshot};

/// How many jobs a page tells of, where `chosen` (the title that [`super::read`] chose) could be any of them, or is empty;
/// 1 where it is clear which one is meant, or where there is none.
#[must_use]
pub fn jobs_on(snapshot: &PageSnapshot, chosen: &str) -> usize {
    let named = |tag: &str| {
        let mut blocks = snapshot.job.blocks.iter();
        blocks.any(|block| block.tag == tag && title::agreement(&block.text, chosen) >= 0.7)
    };
    // The page's own heading says which one.
    if !chosen.is_empty() && named("h1") {
        return 1;
    }
    titles(snapshot).len().max(1)
}

/// Whether a page tells of several jobs and `chosen` is the title of none of them: the heading of a list ("Open jobs").
#[must_use]
pub fn is_list(snapshot: &PageSnapshot, chosen: &str) -> bool {
    let titles = titles(snapshot);
    titles.len() > 1
        && titles
            .iter()
            .all(|title| title::agreement(title, chosen) < 0.5 && !title::says(chosen, title))
}

/// What is true of every job on a list: the company where those that name one agree, country and place where all do,
/// the language. `page` is what [`super::read`] made of the page; what it says of one job is left out.
#[must_use]
pub fn in_common(snapshot: &PageSnapshot, page: &JobPosting, today: &str) -> JobPosting {
    let jobs: Vec<JobPosting> = own(snapshot)
        .into_iter()
        .map(|(node, _)| {
            let alone = PageSnapshot {
                url: snapshot.url.clone(),
                lang: snapshot.lang.clone(),
                job: JobSource {
                    json_ld: vec![node.posting.to_string()],
                    ..JobSource::default()
                },
                ..PageSnapshot::default()
            };
            super::read(&alone, today)
        })
        .collect();
    let stated = |of: fn(&JobPosting) -> &Option<String>| -> Vec<&String> {
        jobs.iter().filter_map(|job| of(job).as_ref()).collect()
    };
    // One job that does not say where it is may be anywhere.
    let of_all = |of| {
        let stated = stated(of);
        let one = *stated.first()?;
        (stated.len() == jobs.len() && stated.iter().all(|other| *other == one))
            .then(|| one.clone())
    };
    let companies = stated(|job| &job.company);
    let languages = stated(|job| &job.language);
    JobPosting {
        company: match companies.split_first() {
            None => page.company.clone(),
            Some((one, others)) => others
                .iter()
                .all(|other| company::key(other) == company::key(one))
                .then(|| (*one).clone()),
        },
        country: of_all(|job| &job.country),
        location: of_all(|job| &job.location),
        language: match languages.split_first() {
            None => page.language.clone(),
            Some((one, others)) => others
                .iter()
                .all(|other| other == one)
                .then(|| (*one).clone()),
        },
        ..JobPosting::default()
    }
}

/// The titles of the jobs that are told of as this page's own, each once.
fn titles(snapshot: &PageSnapshot) -> Vec<String> {
    let mut titles: Vec<String> = Vec::new();
    for (_, text) in own(snapshot) {
        let is_known = titles
            .iter()
            .any(|known| title::agreement(known, &text) >= 0.95);
        if !is_known {
            titles.push(text);
        }
    }
    titles
}

/// The jobs that are told of as this page's own, with their titles.
fn own(snapshot: &PageSnapshot) -> Vec<(Node, String)> {
    let (nodes, _) = json_ld::find(&snapshot.job.json_ld);
    let mut own = Vec::new();
    for node in nodes.into_iter().filter(|node| !node.listed) {
        // What has another address of its own is no job of this page.
        let elsewhere = structured::url(&node.posting)
            .is_some_and(|url| url.contains("://") && !same_address(&url, &snapshot.url));
        if let Some(text) = structured::title(&node.posting).filter(|_| !elsewhere) {
            own.push((node, text));
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{JobSource, TextBlock};

    const HERE: &str = "https://quay.example/careers";

    fn node(title: &str, url: &str) -> String {
        let url = if url.is_empty() {
            String::new()
        } else {
            format!(r#","url":"{url}""#)
        };
        format!(r#"{{"@type":"JobPosting","title":"{title}"{url}}}"#)
    }

    fn page(scripts: &[String], heading: &str) -> PageSnapshot {
        PageSnapshot {
            url: HERE.to_owned(),
            job: JobSource {
                json_ld: scripts.to_vec(),
                blocks: vec![TextBlock {
                    tag: "h1".to_owned(),
                    text: heading.to_owned(),
                    ..TextBlock::default()
                }],
                ..JobSource::default()
            },
            ..PageSnapshot::default()
        }
    }

    #[test]
    fn jobs_that_share_a_page_are_counted() {
        let two = [node("Ferry welder", ""), node("Nurse", "/careers#nurse")];
        assert_eq!(jobs_on(&page(&two, "Careers"), "Ferry welder"), 2);
        let list = format!("[{},{},{}]", two[0], two[1], node("Cook", HERE));
        assert_eq!(jobs_on(&page(&[list], "Careers"), "Ferry welder"), 3);
    }

    #[test]
    fn a_page_of_one_job_is_one_whatever_stands_beside_it() {
        let two = [node("Ferry welder", ""), node("Nurse", "")];
        assert_eq!(jobs_on(&page(&two, "Ferry welder"), "Ferry welder"), 1);
        let elsewhere = [
            node("Ferry welder", ""),
            node("Nurse", "https://quay.example/jobs/2"),
        ];
        assert_eq!(jobs_on(&page(&elsewhere, "Join us"), "Ferry welder"), 1);
        let again = [node("Ferry welder", ""), node("Ferry Welder", "")];
        assert_eq!(jobs_on(&page(&again, "Join us"), "Ferry welder"), 1);
        assert_eq!(jobs_on(&page(&elsewhere, "Join us"), ""), 1);
        assert_eq!(jobs_on(&PageSnapshot::default(), "Nurse"), 1);
    }

    /// What the jobs of a list have in common: company, country, location.
    #[track_caller]
    fn check_common(jobs: &[(&str, &str, &str)], expected: [Option<&str>; 3]) {
        let scripts: Vec<String> = jobs
            .iter()
            .enumerate()
            .map(|(at, (company, town, country))| {
                let title = ["Ferry welder", "Night nurse", "Cook"][at];
                let mut node = serde_json::json!({
                    "@type": "JobPosting",
                    "title": title,
                    "description": "You keep our boats in good order and work with a small crew on the quay.",
                    "datePosted": "2026-11-01",
                });
                if !company.is_empty() {
                    node["hiringOrganization"] =
                        serde_json::json!({"@type": "Organization", "name": company});
                }
                if !country.is_empty() {
                    node["jobLocation"] = serde_json::json!({"@type": "Place", "address":
                        {"addressLocality": town, "addressCountry": country}});
                }
                node.to_string()
            })
            .collect();
        let list = page(&scripts, "Open jobs");
        assert!(is_list(&list, "Open jobs"));
        let common = in_common(
            &list,
            &super::super::read(&list, "2026-11-22"),
            "2026-11-22",
        );
        assert_eq!(
            [
                common.company.as_deref(),
                common.country.as_deref(),
                common.location.as_deref()
            ],
            expected,
            "{jobs:?}"
        );
        assert_eq!(common.language.as_deref(), Some("en"));
        let of_one = (&common.title, &common.description, &common.posted);
        assert_eq!(of_one, (&None, &None, &None));
    }

    #[test]
    fn jobs_of_one_list_have_their_employer_in_common() {
        let quay = "Quay Ferries";
        check_common(
            &[
                (quay, "Kiel", "DE"),
                ("Quay Ferries GmbH", "Bremen", "DE"),
                (quay, "Kiel", "DE"),
            ],
            [Some(quay), Some("DE"), None],
        );
        check_common(
            &[
                (quay, "Kiel", "DE"),
                (quay, "Oslo", "NO"),
                (quay, "Kiel", "DE"),
            ],
            [Some(quay), None, None],
        );
        check_common(
            &[(quay, "Kiel", "DE"), ("Tern Clinics", "Kiel", "DE")],
            [None, Some("DE"), Some("Kiel, Germany")],
        );
        check_common(
            &[(quay, "Kiel", "DE"), (quay, "", "")],
            [Some(quay), None, None],
        );
        check_common(
            &[("", "Kiel", "DE"), ("", "Kiel", "DE")],
            [None, Some("DE"), Some("Kiel, Germany")],
        );
    }

    #[test]
    fn the_heading_of_a_list_is_no_job() {
        let three = ["Ferry welder", "Nurse", "Cook"].map(|title| node(title, ""));
        let list = page(&three, "Open jobs");
        assert!(is_list(&list, "Open jobs"));
        assert_eq!(jobs_on(&list, ""), 3);
        assert!(!is_list(&list, "Nurse (night shift)"));
        // One job that is worded in two ways, or in another language than its heading, is no list.
        assert!(!is_list(&page(&three[..1], "Schweißer"), "Schweißer"));
        assert!(!is_list(&PageSnapshot::default(), "Open jobs"));
    }
}
