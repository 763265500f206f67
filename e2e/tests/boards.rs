//! The local job portal, read as a board: what it shows is what its jobs file says.

use anyhow::{Context as _, Result, bail};
use foothold_boards::{Answer, Board, Posting, Remote, Source, first, read};
use foothold_e2e::servers::JobPortal;
use serde_json::Value;

/// 21 November 2026, noon.
const NOW: i64 = 1_795_262_400_000;

fn gathered(board: &Board) -> Result<Vec<Posting>> {
    let mut due = vec![first(board)?];
    let mut postings = Vec::new();
    while let Some(asked) = due.pop() {
        let body = ureq::get(&asked.url).call()?.body_mut().read_to_vec()?;
        let answer = Answer {
            body: &body,
            at_ms: NOW,
        };
        let page = read(board, &asked, &answer);
        if let Some(why) = page.unread {
            bail!("{asked:?}: {why}");
        }
        assert_eq!(page.bad, [], "{asked:?}");
        postings.extend(page.postings);
        due.extend(page.details);
        due.extend(page.next);
    }
    Ok(postings)
}

#[tokio::test]
async fn the_job_portal_is_a_board_like_others() -> Result<()> {
    let portal = JobPortal::start().await?;
    let board = Board::new(Source::Stand, portal.origin());
    let postings = tokio::task::spawn_blocking(move || gathered(&board)).await??;

    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../job-portal/jobs.json");
    let jobs = serde_json::from_slice::<Value>(&std::fs::read(file)?)?;
    let jobs = jobs["jobs"].as_array().context("the jobs of the file")?;
    assert_eq!(postings.len(), jobs.len());
    for job in jobs {
        let id = job["id"].as_str().context("an id")?;
        let posting = postings
            .iter()
            .find(|posting| posting.id == id)
            .with_context(|| format!("{id} was not read"))?;
        assert_eq!(Some(posting.title.as_str()), job["title"].as_str(), "{id}");
        assert_eq!(posting.company.as_deref(), job["company"].as_str(), "{id}");
        let city = posting
            .places
            .first()
            .and_then(|place| place.city.as_deref());
        assert_eq!(city, job["location"]["city"].as_str(), "{id}");
        let country = posting
            .places
            .first()
            .and_then(|place| place.country.as_deref());
        assert_eq!(country, job["location"]["country"].as_str(), "{id}");
        assert_eq!(
            posting.salary.as_ref().and_then(|pay| pay.min),
            job["salary"]["min"].as_f64(),
            "{id}"
        );
        assert_eq!(
            posting.remote == Some(Remote::Remote),
            job["remote"] == "full",
            "{id}"
        );
        assert!(posting.url.ends_with(&format!("/jobs/{id}")), "{id}");
        assert!(
            !posting.description.is_empty() && posting.posted_ms.is_some(),
            "{id}"
        );
    }
    Ok(())
}
