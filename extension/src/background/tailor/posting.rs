//! The posting that documents are asked for: what the page says of the job, and the id that the job is known by.

use crate::background::fill::{application, rows};
use crate::messages::JobView;
use foothold_core::posting::JobPosting;
use foothold_shared::generation::PostingInput;
use serde::{Deserialize, Serialize};

/// The longest title, company and place that the server takes, in characters.
const LINE_CHARS: usize = 500;

/// What documents are asked for.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Asked {
    /// The page's address.
    pub(crate) url: String,
    /// What names the job in it.
    pub(crate) name: String,
    /// The job, as sheets show it.
    pub(crate) job: JobView,
    /// What the server is told of it.
    pub(crate) input: PostingInput,
}

impl Asked {
    /// What is asked for on a page; `None` where the page says of no job.
    pub(crate) fn of(url: &str, posting: &JobPosting) -> Option<Self> {
        let title = posting.title.as_deref()?;
        let line = |text: Option<&str>| -> String {
            let text = text.unwrap_or_default();
            text.chars().take(LINE_CHARS).collect()
        };
        Some(Self {
            url: url.to_owned(),
            name: application::name_of(url),
            job: rows::job(posting),
            input: PostingInput {
                url: application::address_of(url),
                title: line(Some(title)),
                company: line(posting.company.as_deref()),
                location: line(posting.location.as_deref()),
                language: posting.language.clone().unwrap_or_default(),
                description: posting.description.clone().unwrap_or_default(),
                page_text: String::new(),
            },
        })
    }

    /// The job's id (UUID, version 8: made from a hash), always the same for one name.
    pub(crate) fn job_id(&self, sha256: &str) -> String {
        uuid_of(sha256)
    }
}

/// The first 122 bits of a hash as a UUID.
fn uuid_of(sha256: &str) -> String {
    let mut hex: Vec<char> = sha256
        .chars()
        .chain(std::iter::repeat('0'))
        .take(32)
        .collect();
    hex[12] = '8';
    hex[16] = match hex[16].to_digit(16).unwrap_or_default() & 3 {
        0 => '8',
        1 => '9',
        2 => 'a',
        _ => 'b',
    };
    let part = |from: usize, to: usize| hex[from..to].iter().collect::<String>();
    [
        part(0, 8),
        part(8, 12),
        part(12, 16),
        part(16, 20),
        part(20, 32),
    ]
    .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_becomes_an_id_that_says_how_it_was_made() {
        let id = uuid_of("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        assert_eq!(id, "01234567-89ab-8def-8123-456789abcdef");
        assert_eq!(uuid_of("f").len(), 36);
    }

    #[test]
    fn a_page_without_a_job_asks_for_nothing() {
        assert!(Asked::of("https://a.example/", &JobPosting::default()).is_none());
        let posting = JobPosting {
            title: Some("Night Baker".into()),
            description: Some("We bake.".into()),
            ..JobPosting::default()
        };
        let asked = Asked::of("https://a.example/job?id=7&utm_source=x", &posting);
        let asked = asked.expect("it names a job");
        assert_eq!(asked.input.url, "https://a.example/job?id=7");
        assert_eq!(asked.input.description, "We bake.");
    }
}
