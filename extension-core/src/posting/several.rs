//! Whether a page tells of several jobs and nothing on it says which one it is about.
//!
//! What must not happen here: a page of one job called one of several because others are listed beside it.

use super::{json_ld, same_address, structured, title};
use crate::page::PageSnapshot;

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

/// The titles of the jobs that are told of as this page's own, each once.
fn titles(snapshot: &PageSnapshot) -> Vec<String> {
    let (nodes, _) = json_ld::find(&snapshot.job.json_ld);
    let mut titles: Vec<String> = Vec::new();
    for node in nodes.iter().filter(|node| !node.listed) {
        // What has another address of its own is no job of this page.
        let elsewhere = structured::url(&node.posting)
            .is_some_and(|url| url.contains("://") && !same_address(&url, &snapshot.url));
        let Some(text) = structured::title(&node.posting).filter(|_| !elsewhere) else {
            continue;
        };
        let is_known = titles
            .iter()
            .any(|known| title::agreement(known, &text) >= 0.95);
        if !is_known {
            titles.push(text);
        }
    }
    titles
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
