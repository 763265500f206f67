//! Which board an address that a person pasted belongs to, and why none does.
//!
//! address → `recognise` → (a page or a feed of nobody's we know) → looked at once → board
//!
//! What must not happen here: a board that can never bring a job, kept because nobody looked; one message for faults that
//! a person mends in different ways; the pasted address in a log or an error.

use foothold_boards::{Answer, Board, Source, first, read, recognise, recognise_in, terms};

use super::service::{JobError, Jobs};
use crate::adapters::fetch::{FetchError, Fetched};

/// Why nothing can be gathered from an address that was pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PastedFault {
    /// It is no address of the web.
    Unusable,
    /// It leads into a private network, to this server, or to a port that is not the web's.
    Private,
    /// Nothing came from there.
    Unreachable(FetchError),
    /// What came names no jobs, and shows no board that we know.
    NoJobs,
    /// Its source is asked with a key only, and this server has none.
    NeedsKey,
}

impl PastedFault {
    /// The stable code of it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Unusable => "board_address_unusable",
            Self::Private => "board_address_private",
            Self::Unreachable(_) => "board_unreachable",
            Self::NoJobs => "no_job_board",
            Self::NeedsKey => "board_needs_key",
        }
    }

    /// What it is called.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Unusable => "This is no web address",
            Self::Private => "This address is not on the public web",
            Self::Unreachable(_) => "The page cannot be reached",
            Self::NoJobs => "No jobs can be gathered from there",
            Self::NeedsKey => "This source needs a key",
        }
    }

    /// What happened and what to do.
    pub(super) fn detail(self) -> String {
        match self {
            Self::Unusable => {
                "This is not a web address. Paste the address of a careers page, a posting or a feed, such as \
                 https://company.example/careers."
                    .to_owned()
            }
            Self::Private => {
                "This address leads into a private network or to an unusual port, and only the public web is asked. \
                 Paste the address that everybody can open."
                    .to_owned()
            }
            Self::Unreachable(error) => format!("{} Nothing was added.", unreachable(error)),
            Self::NoJobs => {
                "The page is there, but names no jobs in a way that programs can read. Open one of its jobs and paste \
                 that page’s address; the site behind it is often a board that we know."
                    .to_owned()
            }
            Self::NeedsKey => {
                "This source needs a key, which the people who run this server set.".to_owned()
            }
        }
    }
}

/// Why nothing came, and what to do about it.
fn unreachable(error: FetchError) -> String {
    match error {
        FetchError::NoHost => {
            "There is no website by this name. Check the address for a slip.".to_owned()
        }
        FetchError::Status {
            status: 404 | 410, ..
        } => "The site says that there is no such page. Check the address.".to_owned(),
        FetchError::Status {
            status: status @ (401 | 403 | 451),
            ..
        } => {
            format!(
                "The site does not show this page to programs (it answered {status}). Paste another page of it."
            )
        }
        FetchError::Status { status: 429, .. } => {
            "The site asks for patience. Try again in an hour.".to_owned()
        }
        FetchError::Status { status, .. } => {
            format!("The site has trouble of its own (it answered {status}). Try again later.")
        }
        FetchError::TimedOut => {
            "The site did not answer within 20 seconds. Try again later.".to_owned()
        }
        FetchError::Redirects => {
            "The address leads on and on without an end. Paste the address that your browser shows once the page is open."
                .to_owned()
        }
        _ => "The site cannot be reached. Check the address, or try again later.".to_owned(),
    }
}

impl Jobs {
    /// Which board an address belongs to. A careers page of an employer's own is looked at: it may show a board, or name
    /// jobs itself.
    pub(super) async fn board_of(&self, url: &str) -> Result<Board, JobError> {
        let mut board = recognise(url).ok_or(JobError::NoBoard(PastedFault::Unusable))?;
        if terms(board.source).key {
            if !self.keys.has(board.source) {
                return Err(JobError::NoBoard(PastedFault::NeedsKey));
            }
            let base = self.keys.base(board.source).to_owned();
            board.base = Some(base).filter(|base| !base.is_empty());
        }
        if !matches!(board.source, Source::Page | Source::Feed) {
            return Ok(board);
        }
        let came = match self.boards.page(&board.tenant).await {
            Ok(came) => came,
            // A long feed is read by those who gather; nobody's careers page is as long.
            Err(FetchError::TooLong) if board.source == Source::Feed => return Ok(board),
            Err(error) => return Err(JobError::NoBoard(fault(error))),
        };
        behind(board, &came, self.clock.now_ms()).ok_or(JobError::NoBoard(PastedFault::NoJobs))
    }
}

fn fault(error: FetchError) -> PastedFault {
    match error {
        FetchError::NotWeb => PastedFault::Unusable,
        FetchError::NotPublic => PastedFault::Private,
        FetchError::Kind | FetchError::TooLong => PastedFault::NoJobs,
        error => PastedFault::Unreachable(error),
    }
}

/// The board behind what came; `None` where no job can come from it.
fn behind(board: Board, came: &Fetched, at_ms: i64) -> Option<Board> {
    let text = String::from_utf8_lossy(&came.body);
    if board.source == Source::Page {
        if let Some(shown) = recognise_in(&text) {
            return Some(shown);
        }
        if is_feed(&text) {
            // Its address alone did not tell.
            return Some(Board::new(Source::Feed, board.tenant));
        }
    } else if is_feed(&text) {
        // A feed that holds nothing now may hold something tomorrow.
        return Some(board);
    }
    let asked = first(&board).ok()?;
    let answer = Answer {
        body: &came.body,
        at_ms,
    };
    let page = read(&board, &asked, &answer);
    (page.count() > 0).then_some(board)
}

/// Whether a text begins as feeds do.
fn is_feed(text: &str) -> bool {
    let start = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    // After the declaration of XML, comments and instructions comes the element that tells.
    let mut rest = start;
    while let Some(end) = rest
        .strip_prefix("<?")
        .and_then(|inner| inner.find("?>").map(|at| at + 2))
        .map(|at| at + 2)
        .or_else(|| {
            rest.strip_prefix("<!--")
                .and_then(|inner| inner.find("-->").map(|at| at + 3))
                .map(|at| at + 4)
        })
    {
        rest = rest[end..].trim_start();
    }
    let name: String = rest
        .chars()
        .skip(1)
        .take_while(|c| c.is_ascii_alphanumeric() || *c == ':')
        .collect();
    rest.starts_with('<')
        && matches!(
            name.to_ascii_lowercase().as_str(),
            "rss" | "feed" | "rdf:rdf"
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters::fetch::Validators;
    use bytes::Bytes;

    fn came(body: &str) -> Fetched {
        Fetched {
            body: Bytes::from(body.to_owned()),
            url: "https://mill.example/jobs".to_owned(),
            media_type: "text/html".to_owned(),
            validators: Validators::default(),
        }
    }

    fn page() -> Board {
        Board::new(Source::Page, "https://mill.example/jobs")
    }

    #[test]
    fn feeds_are_told_by_how_they_begin() {
        for text in [
            "<rss version=\"2.0\">",
            "\u{feff}<?xml version=\"1.0\"?>\n<!-- by hand --><feed xmlns=\"x\">",
            " <?xml version='1.0'?><rdf:RDF>",
        ] {
            assert!(is_feed(text), "{text}");
        }
        for text in [
            "",
            "<",
            "<html><rss>",
            "rss",
            "<rsss>",
            "<?xml version=\"1.0\"",
            "<!-- <rss>",
        ] {
            assert!(!is_feed(text), "{text}");
        }
    }

    #[test]
    fn only_what_can_bring_jobs_is_a_board() {
        let shop = came("<html><head><title>Mill</title></head><body>We bake bread.</body></html>");
        assert_eq!(behind(page(), &shop, 0), None);
        let shows = came("<html><a href=\"https://jobs.lever.co/mill/1\">Jobs</a></html>");
        assert_eq!(
            behind(page(), &shows, 0).map(|board| board.source),
            Some(Source::Lever)
        );
        let empty = came("<rss version=\"2.0\"><channel></channel></rss>");
        let feed = behind(page(), &empty, 0).expect("a feed");
        assert_eq!((feed.source, feed.tenant), (Source::Feed, page().tenant));
        let wrong = Board::new(Source::Feed, "https://mill.example/jobs.xml");
        assert_eq!(behind(wrong, &shop, 0), None);
    }

    #[test]
    fn each_fault_says_something_else_under_a_code_of_its_own() {
        let all = [
            PastedFault::Unusable,
            PastedFault::Private,
            PastedFault::Unreachable(FetchError::TimedOut),
            PastedFault::NoJobs,
            PastedFault::NeedsKey,
        ];
        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                assert_ne!(one.code(), other.code());
                assert_ne!(one.detail(), other.detail());
            }
        }
    }
}
