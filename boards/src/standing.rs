//! Whether a posting that its board's list does not hold any more is still on offer: what to ask, and what the answer says.
//!
//! What must not happen here: a page asked for that the source's terms do not allow, a posting called gone because a page
//! says nothing of it.

use crate::exchange::Part;
use crate::posting::Posting;
use crate::{Answer, Board, Request, Source, read, readers, terms, title_key};

/// What a posting's own page says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is on offer.
    Open,
    /// Its last day has passed.
    Expired,
    /// Nothing: the page is about something else, or cannot be read.
    Untold,
}

/// How to ask for a posting's own page; `None` where the source's terms do not allow it ([`crate::Unlisted::ask_ms`]) or
/// there is none. Where the answer is 404 or 410, the posting is gone.
#[must_use]
pub fn own_page(board: &Board, posting: &Posting) -> Option<Request> {
    terms(board.source).unlisted.ask_ms?;
    if board.source == Source::Workday {
        return readers::workday_detail(board, posting);
    }
    let url = url::Url::parse(&posting.url).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| Request::list(url, 0))
}

/// What a good answer to [`own_page`] says of the posting.
#[must_use]
pub fn standing(
    board: &Board,
    asked: &Request,
    posting: &Posting,
    answer: &Answer<'_>,
) -> Standing {
    let page = match asked.part {
        Part::Detail(_) => read(board, asked, answer),
        Part::List { .. } => read(&Board::new(Source::Page, &posting.url), asked, answer),
    };
    // A page that shows other jobs in its place is not this one's.
    let title = title_key(&posting.title);
    let Some(told) = page.postings.iter().find(|p| title_key(&p.title) == title) else {
        return Standing::Untold;
    };
    match told.expires_ms {
        Some(last) if last <= answer.at_ms => Standing::Expired,
        _ => Standing::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read_file;

    const NOW_MS: i64 = 1_795_262_400_000;

    fn posting(source: Source, tenant: &str, url: &str) -> Posting {
        let rows = format!(
            r#"[{{"id": "R-7", "title": "Lamp Keeper (m/f/d)", "company": "Wick", "url": "{url}"}}]"#
        );
        let file = Board::new(Source::Json, "rows.json");
        let mut posting = read_file(&file, rows.as_bytes(), NOW_MS).postings.remove(0);
        posting.source = source;
        posting.tenant = tenant.to_owned();
        posting
    }

    fn of_page(html: &str) -> Standing {
        let url = "https://wick.example/jobs/7";
        let board = Board::new(Source::Feed, "https://wick.example/jobs.rss");
        let posting = posting(Source::Feed, &board.tenant, url);
        let asked = own_page(&board, &posting).expect("may be asked");
        assert_eq!(asked.url, url);
        let answer = Answer {
            body: html.as_bytes(),
            at_ms: NOW_MS,
        };
        standing(&board, &asked, &posting, &answer)
    }

    fn html(title: &str, last: &str) -> String {
        format!(
            r#"<html><script type="application/ld+json">{{"@type": "JobPosting", "title": "{title}",
            "hiringOrganization": {{"name": "Wick"}}, "validThrough": "{last}"}}</script></html>"#
        )
    }

    #[test]
    fn a_page_tells_of_its_own_job_alone() {
        assert_eq!(of_page(&html("Lamp Keeper", "2027-01-31")), Standing::Open);
        assert_eq!(of_page(&html("Lamp Keeper", "")), Standing::Open);
        assert_eq!(
            of_page(&html("Lamp Keeper", "2026-11-10")),
            Standing::Expired
        );
        assert_eq!(
            of_page(&html("Wick Trimmer", "2026-11-10")),
            Standing::Untold
        );
        assert_eq!(of_page("<h1>All our jobs</h1>"), Standing::Untold);
        assert_eq!(of_page(""), Standing::Untold);
    }

    #[test]
    fn workday_is_asked_where_its_list_asks() {
        let board = Board::new(Source::Workday, "wick.wd3/jobs");
        let posting = posting(
            Source::Workday,
            &board.tenant,
            "https://wick.wd3.myworkdayjobs.com/en-GB/jobs/job/Bath/Lamp-Keeper_R-7",
        );
        let asked = own_page(&board, &posting).expect("may be asked");
        assert_eq!(
            asked.url,
            "https://wick.wd3.myworkdayjobs.com/wday/cxs/wick/jobs/job/Bath/Lamp-Keeper_R-7"
        );
        let answer = Answer {
            body:
                br#"{"jobPostingInfo": {"title": "Lamp Keeper (m/f/d)", "endDate": "2026-11-01"}}"#,
            at_ms: NOW_MS,
        };
        assert_eq!(
            standing(&board, &asked, &posting, &answer),
            Standing::Expired
        );
    }

    #[test]
    fn who_does_not_let_its_pages_be_read_is_not_asked() {
        for source in [Source::Remotive, Source::Lever, Source::Csv] {
            let board = Board::new(source, "wick");
            let posting = posting(source, "wick", "https://wick.example/jobs/7");
            assert_eq!(own_page(&board, &posting), None, "{source}");
        }
    }
}
