//! What each source asks of those who read it, as data: how often, how it wants to be named, and what its silence means.
//!
//! Sources: the public documentation of each, as collected in the project's references. Where one says nothing, the
//! terms are cautious.

use crate::Source;

/// What a source asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Terms {
    /// The source's name for people.
    pub name: &'static str,
    /// At least this long between two requests to the same host.
    pub gap_ms: u64,
    /// At most this many gatherings a day.
    pub per_day: Option<u32>,
    /// How old a posting must be before it is shown, where the source asks for a delay.
    pub delay_ms: i64,
    /// How postings from it must be marked; a link to [`crate::Posting::url`] belongs to it.
    pub attribution: Option<Attribution>,
    /// What it means that a posting's own address answers 404 or 410.
    pub missing: Missing,
    /// Whether its list is all there is: what a whole list no longer holds is gone.
    pub whole_list: bool,
    /// Whether requests for single postings follow the list.
    pub details: bool,
    /// How long an answer may take.
    pub timeout_ms: u64,
    /// Whether it wants a key.
    pub key: bool,
    /// How long its own pages stay fresh: asked again no earlier.
    pub fresh_ms: i64,
    /// What it means that a list, read to its end, does not hold a posting that it held before.
    pub unlisted: Unlisted,
}

/// What it means that a posting is not listed any more at a source whose list is not all there is. (Where it is all,
/// the posting is gone at once.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlisted {
    /// After how long the posting's own page may be asked about it; `None` where its pages are not for programs.
    pub ask_ms: Option<i64>,
    /// After how long it is taken for gone without asking: longer than postings stay in the source's list.
    pub gone_ms: i64,
}

/// How postings of a source are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribution {
    /// "Job from Remotive".
    pub text: &'static str,
    /// Whether the mark must link to the posting at the source.
    pub link_back: bool,
    /// Whether that link must be without `rel="nofollow"`.
    pub followed: bool,
}

/// What it means that a posting is not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// It is gone.
    Gone,
    /// Only the board's list tells.
    AskBoard,
    /// Nothing: postings can be live and not found.
    Nothing,
}

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// A posting that no list has held for so long is not on offer, whatever its source: unless it says until when it is.
pub const LONGEST_UNSEEN_MS: i64 = 60 * DAY_MS;

/// Boards of one employer that hold everything in one list.
const EMPLOYER: Terms = Terms {
    name: "",
    gap_ms: 250,
    per_day: None,
    delay_ms: 0,
    attribution: None,
    missing: Missing::AskBoard,
    whole_list: true,
    details: false,
    timeout_ms: 30_000,
    key: false,
    fresh_ms: HOUR_MS,
    unlisted: Unlisted {
        ask_ms: None,
        gone_ms: LONGEST_UNSEEN_MS,
    },
};

/// Aggregators: a list of the newest, marked with their name.
const AGGREGATOR: Terms = Terms {
    gap_ms: 2_000,
    whole_list: false,
    missing: Missing::Nothing,
    fresh_ms: 6 * HOUR_MS,
    // What they offer programs is their interface; nobody asks their pages, and their postings live a month.
    unlisted: Unlisted {
        ask_ms: None,
        gone_ms: 30 * DAY_MS,
    },
    ..EMPLOYER
};

const fn named(name: &'static str) -> Terms {
    Terms { name, ..EMPLOYER }
}

const fn from(text: &'static str) -> Option<Attribution> {
    Some(Attribution {
        text,
        link_back: true,
        followed: false,
    })
}

/// The terms of a source.
#[must_use]
pub const fn terms(source: Source) -> Terms {
    match source {
        Source::Greenhouse => Terms {
            missing: Missing::Gone,
            ..named("Greenhouse")
        },
        Source::Lever => Terms {
            missing: Missing::Nothing,
            ..named("Lever")
        },
        Source::LeverEu => Terms {
            missing: Missing::Nothing,
            ..named("Lever (EU)")
        },
        Source::Ashby => Terms {
            timeout_ms: 90_000,
            ..named("Ashby")
        },
        Source::Smartrecruiters => Terms {
            details: true,
            ..named("SmartRecruiters")
        },
        Source::Workable => Terms {
            gap_ms: 1_500,
            ..named("Workable")
        },
        Source::Recruitee => named("Recruitee"),
        Source::Personio => Terms {
            gap_ms: 1_500,
            ..named("Personio")
        },
        Source::Teamtailor => named("Teamtailor"),
        Source::Workday => Terms {
            missing: Missing::Gone,
            gap_ms: 500,
            details: true,
            // Its paging gives out before its list does.
            whole_list: false,
            unlisted: Unlisted {
                ask_ms: Some(2 * DAY_MS),
                gone_ms: LONGEST_UNSEEN_MS,
            },
            ..named("Workday")
        },
        Source::Rippling => Terms {
            details: true,
            ..named("Rippling")
        },
        Source::Bamboohr => Terms {
            details: true,
            ..named("BambooHR")
        },
        Source::Breezy => named("Breezy"),
        Source::Pinpoint => named("Pinpoint"),
        Source::Remotive => Terms {
            name: "Remotive",
            per_day: Some(4),
            delay_ms: 24 * HOUR_MS,
            attribution: from("Job from Remotive"),
            ..AGGREGATOR
        },
        Source::Remoteok => Terms {
            name: "Remote OK",
            attribution: Some(Attribution {
                text: "Job from Remote OK",
                link_back: true,
                followed: true,
            }),
            ..AGGREGATOR
        },
        Source::Arbeitnow => Terms {
            name: "Arbeitnow",
            attribution: from("Job from Arbeitnow"),
            ..AGGREGATOR
        },
        Source::Themuse => Terms {
            name: "The Muse",
            attribution: from("Job from The Muse"),
            ..AGGREGATOR
        },
        Source::Jobicy => Terms {
            name: "Jobicy",
            per_day: Some(4),
            attribution: from("Job from Jobicy"),
            ..AGGREGATOR
        },
        Source::Hackernews => Terms {
            name: "Hacker News",
            attribution: from("From “Who is hiring?” on Hacker News"),
            // Read as long as its month's thread is the newest; asked again in the next one.
            unlisted: Unlisted {
                ask_ms: None,
                gone_ms: 20 * DAY_MS,
            },
            ..AGGREGATOR
        },
        Source::Usajobs => Terms {
            name: "USAJOBS",
            attribution: from("Job from USAJOBS"),
            key: true,
            ..AGGREGATOR
        },
        Source::Adzuna => Terms {
            name: "Adzuna",
            attribution: from("Jobs by Adzuna"),
            key: true,
            // Without a contract 25 calls a minute, 250 a day and 1,000 a week are let through.
            gap_ms: 2_500,
            fresh_ms: 24 * HOUR_MS,
            ..AGGREGATOR
        },
        Source::Feed => Terms {
            name: "Feed",
            whole_list: false,
            missing: Missing::Gone,
            // A feed holds the newest few; the pages it leads to are its employer's own.
            unlisted: Unlisted {
                ask_ms: Some(7 * DAY_MS),
                gone_ms: 45 * DAY_MS,
            },
            ..EMPLOYER
        },
        Source::Page => Terms {
            name: "Careers page",
            missing: Missing::Gone,
            gap_ms: 1_000,
            ..EMPLOYER
        },
        Source::Csv => Terms {
            missing: Missing::Nothing,
            ..named("CSV file")
        },
        Source::Json => Terms {
            missing: Missing::Nothing,
            ..named("JSON file")
        },
        Source::Stand => Terms {
            missing: Missing::Gone,
            gap_ms: 0,
            details: true,
            ..named("Local job portal")
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_sources_ask_for() {
        for source in Source::ALL {
            let terms = terms(source);
            assert!(
                !terms.name.is_empty() && terms.timeout_ms >= 10_000,
                "{source}"
            );
        }
        for source in Source::ALL {
            let Unlisted { ask_ms, gone_ms } = terms(source).unlisted;
            assert!(gone_ms <= LONGEST_UNSEEN_MS, "{source}");
            assert!(
                ask_ms.is_none_or(|ask| ask < gone_ms && terms(source).missing == Missing::Gone),
                "{source}: only where a 404 tells something"
            );
        }
        assert_eq!(terms(Source::Greenhouse).missing, Missing::Gone);
        assert_eq!(terms(Source::Workday).missing, Missing::Gone);
        assert_eq!(terms(Source::Lever).missing, Missing::Nothing);
        assert_eq!(terms(Source::Ashby).missing, Missing::AskBoard);
        let remotive = terms(Source::Remotive);
        assert_eq!((remotive.per_day, remotive.delay_ms), (Some(4), 86_400_000));
        assert!(remotive.attribution.is_some_and(|mark| mark.link_back));
    }
}
