//! Postings as files and boards have them.

use foothold_boards::{Board, Posting, Source, read_file};
use foothold_shared::job::JobPage;
use serde_json::{Value, json};

use super::{START_MS, Server};

/// A posting of a file of the person's: `id`, `title`, `company`, and what else is said, in place of what it has.
pub(crate) fn posting(id: &str, title: &str, company: &str, more: &Value) -> Value {
    let posting = json!({
        "id": id, "title": title, "company": company,
        "url": format!("https://jobs.example/{id}"), "posted": "2027-01-10",
    });
    with(posting, more)
}

/// An object, with what else is said in place of what it has.
pub(crate) fn with(mut said: Value, more: &Value) -> Value {
    if let (Some(said), Some(more)) = (said.as_object_mut(), more.as_object()) {
        said.extend(more.clone());
    }
    said
}

/// The postings of a file in which nothing is wrong.
pub(crate) fn read_postings(file: &str, postings: &[Value]) -> Vec<Posting> {
    let text = json!({ "postings": postings }).to_string();
    let page = read_file(&Board::new(Source::Json, file), text.as_bytes(), START_MS);
    assert!(page.bad.is_empty(), "{:?}", page.bad);
    page.postings
}

/// The jobs that a search finds.
pub(crate) async fn find_jobs(server: &Server, session: &Value, query: &str) -> JobPage {
    server.read_as(&format!("/jobs?{query}"), session).await
}

pub(crate) fn job_titles(page: &JobPage) -> Vec<&str> {
    page.jobs.iter().map(|job| job.title.as_str()).collect()
}

/// A feed of jobs whose own pages lie below this address.
pub(crate) fn rss(below: &str, titles: &[&str]) -> String {
    let items: String = titles
        .iter()
        .map(|title| {
            let slug = title.replace(' ', "-");
            format!("<item><title>{title}</title><link>{below}/{slug}</link><guid>{slug}</guid><description>Bread.</description></item>")
        })
        .collect();
    format!("<rss version=\"2.0\"><channel><title>Mill</title>{items}</channel></rss>")
}
