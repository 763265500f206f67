//! A job out of what somebody says of it, without its page: title, company, place, and a description or a page's text.
//!
//! What is said stands; only what is not said is read out of the texts.
//! What must not happen here: a title guessed from a text that nothing shows to be about a job.

use crate::page::{JobSource, PageSnapshot, TextBlock};

use super::claim::{Claim, Claims, Source};
use super::country::Evidence;
use super::job::JobPosting;
use super::markdown::{self, Block, unmark};
use super::{choose, described, fold, html, place, requirements, settle};

/// The longest title, company or place that is taken, in bytes.
const MAX_LINE: usize = 500;
/// The most blocks of a page's text that are read as a page.
const MAX_BLOCKS: usize = 1_500;

/// What is said of a job. What is not known is empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// Its address.
    pub url: &'a str,
    /// The title.
    pub title: &'a str,
    /// The company.
    pub company: &'a str,
    /// Where it is, as written.
    pub location: &'a str,
    /// ISO 639-1 language it is written in.
    pub language: &'a str,
    /// What it is about: plain text, HTML or Markdown.
    pub description: &'a str,
    /// The visible text of its page, where nobody knows which part is the description.
    pub page_text: &'a str,
}

/// The job that is spoken of. `today` as for [`super::read`].
///
/// ```
/// use foothold_core::posting::{self, Given};
/// let job = posting::of_given(
///     &Given { title: "Night Baker", description: "## You bring\n\n- A licence", ..Given::default() },
///     "2026-11-21",
/// );
/// assert_eq!(job.requirements.len(), 1);
/// ```
#[must_use]
pub fn of_given(given: &Given<'_>, today: &str) -> JobPosting {
    let mut page = JobPosting::default();
    if !given.page_text.trim().is_empty() {
        page = super::read(&as_page(given), today);
    }
    let (text, said) = match given.description.trim() {
        "" => (given.page_text, page.description.as_deref()),
        description => (description, None),
    };
    let blocks = said.map_or_else(|| blocks_of(text), markdown::parse);
    let described = markdown::write(&blocks);
    let mut posting = JobPosting {
        title: line(given.title).or(page.title),
        company: line(given.company).or(page.company),
        employment_type: page.employment_type,
        remote: page.remote,
        remote_from: page.remote_from,
        department: page.department,
        requirements: requirements::of_blocks(&blocks),
        closed: page.closed,
        ..JobPosting::default()
    };
    let mut notes = Vec::new();
    let mut claims = Claims::default();
    match line(given.location) {
        Some(place) => claims.places(Source::Marked, place::labelled(&place)),
        None => {
            for place in &page.locations {
                claims.places(Source::Marked, place::labelled(place));
            }
        }
    }
    claims.description.push(Claim {
        value: described.clone(),
        source: Source::Prose,
    });
    described::read(&mut claims);
    let snapshot = PageSnapshot {
        url: given.url.to_owned(),
        lang: given.language.to_owned(),
        ..PageSnapshot::default()
    };
    settle::places(
        &mut posting,
        &claims,
        &Evidence::of(&snapshot, &claims),
        &mut notes,
    );
    if posting.location.is_none() {
        // A place that no table knows is still what was said.
        posting.location = line(given.location);
        posting.locations = posting.location.iter().cloned().collect();
    }
    posting.salary = page.salary.or_else(|| {
        let country = posting.country.as_deref();
        choose::pay(&claims.salary, country, given.language, &mut notes)
    });
    if posting.employment_type.is_none() {
        posting.employment_type =
            choose::employment(&claims.employment, &mut notes).map(str::to_owned);
    }
    settle::facts(&mut posting, &claims, &mut notes);
    posting.description = (!described.is_empty()).then_some(described);
    posting.language = settle::language(&posting, &[], given.language).or(page.language);
    settle::days(&mut posting, &claims, given.language, today, &mut notes);
    posting.valid_through = posting.valid_through.or(page.valid_through);
    posting.closed = posting.closed_on(today);
    posting.notes = notes;
    posting
}

/// A text as blocks: HTML and plain text by their reader, Markdown as it stands.
fn blocks_of(text: &str) -> Vec<Block> {
    if html::has_tags(text) || !is_markdown(text) {
        markdown::blocks(text)
    } else {
        markdown::settle(markdown::parse(text))
    }
}

fn is_markdown(text: &str) -> bool {
    text.lines().take(2_000).any(|line| {
        let line = line.trim();
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        let heading = (1..=6).contains(&marks) && line[marks..].starts_with(' ');
        heading || line.contains("](http") || line.matches("**").count() >= 2
    })
}

/// A page's text as the page: its first line stands as the main heading unless the text has headings of its own.
fn as_page(given: &Given<'_>) -> PageSnapshot {
    let mut headed = false;
    let blocks = blocks_of(given.page_text)
        .iter()
        .take(MAX_BLOCKS)
        .enumerate()
        .map(|(at, block)| {
            let text = unmark(block.text());
            let tag = match block {
                Block::Heading { level, .. } => {
                    headed = true;
                    if *level <= 2 && at == 0 { "h1" } else { "h2" }
                }
                Block::Item { .. } => "li",
                Block::Paragraph(_) if at == 0 && !headed && text.len() <= 160 => "h1",
                Block::Paragraph(_) => "p",
            };
            TextBlock {
                tag: tag.to_owned(),
                text,
                ..TextBlock::default()
            }
        })
        .collect();
    PageSnapshot {
        url: given.url.to_owned(),
        title: given.title.to_owned(),
        lang: given.language.to_owned(),
        top: true,
        job: JobSource {
            blocks,
            ..JobSource::default()
        },
        ..PageSnapshot::default()
    }
}

fn line(text: &str) -> Option<String> {
    let text = fold::tidy(fold::clip(text, MAX_LINE));
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-21";

    #[test]
    fn what_is_said_stands_and_the_rest_is_read() {
        let given = Given {
            url: "https://jobs.example/4",
            title: " Night  Baker ",
            company: "Crumb & Co",
            location: "Ghent, Belgium",
            description: "<p>You bake bread with the team and you are on your feet for most of the night.</p>\
                <h3>Requirements</h3><ul><li>Two years at the oven</li><li>A licence</li></ul>\
                <p>Salary: €2,600 - €2,900 per month</p>",
            ..Given::default()
        };
        let job = of_given(&given, TODAY);
        assert_eq!(job.title.as_deref(), Some("Night Baker"));
        assert_eq!(job.company.as_deref(), Some("Crumb & Co"));
        assert_eq!(job.country.as_deref(), Some("BE"));
        assert_eq!(job.language.as_deref(), Some("en"));
        let asked: Vec<&str> = job.requirements.iter().map(|r| r.text.as_str()).collect();
        assert_eq!(asked, ["Two years at the oven", "A licence"]);
        let pay = job.salary.expect("pay");
        assert_eq!((pay.min, pay.currency.as_str()), (Some(2_600.0), "EUR"));
        assert!(job.description.expect("text").contains("### Requirements"));
    }

    #[test]
    fn markdown_stays_and_plain_text_becomes_it() {
        for description in [
            "Come and bake.\n\n## Your profile\n\n- Two years at **the oven**",
            "Come and bake.\nYour profile:\n• Two years at the oven",
        ] {
            let given = Given {
                title: "Baker",
                description,
                ..Given::default()
            };
            let job = of_given(&given, TODAY);
            let asked: Vec<&str> = job.requirements.iter().map(|r| r.text.as_str()).collect();
            assert_eq!(asked, ["Two years at the oven"], "{description}");
            assert!(
                !job.description.expect("text").contains('\\'),
                "{description}"
            );
        }
    }

    #[test]
    fn a_pages_text_gives_the_title_where_it_is_about_a_job() {
        let given = Given {
            url: "https://crumb.example/jobs/4",
            page_text: "Night Baker (m/f/x)\nGhent\nFull-time\nWhat you bring\n- Two years at the oven\n- A licence",
            ..Given::default()
        };
        let job = of_given(&given, TODAY);
        assert_eq!(job.title.as_deref(), Some("Night Baker (m/f/x)"));
        assert_eq!(job.requirements.len(), 2);
        let recipe = Given {
            page_text: "Rye bread\nIngredients\n- Flour\n- Water",
            ..Given::default()
        };
        assert_eq!(of_given(&recipe, TODAY).title, None);
    }

    #[test]
    fn nothing_said_is_nothing_known() {
        assert_eq!(of_given(&Given::default(), TODAY), JobPosting::default());
    }
}
