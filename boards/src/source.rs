//! The sources that are known, by name.

use serde::{Deserialize, Serialize};

/// Whose interface or format a board speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Greenhouse's job board; tenant: the board token.
    Greenhouse,
    /// Lever's postings; tenant: the site.
    Lever,
    /// Lever's postings on its European host; tenant: the site.
    LeverEu,
    /// Ashby's job board; tenant: the organisation's page name.
    Ashby,
    /// SmartRecruiters; tenant: the company identifier, upper and lower case as given.
    Smartrecruiters,
    /// Workable's widget; tenant: the account.
    Workable,
    /// Recruitee's offers; tenant: the subdomain, or a whole host of the employer's own.
    Recruitee,
    /// Personio's XML; tenant: the subdomain (of `jobs.personio.de`), or a whole host.
    Personio,
    /// Teamtailor's feed; tenant: the subdomain, or a whole host.
    Teamtailor,
    /// Workday's career site; tenant: `name.wdN/site`.
    Workday,
    /// Rippling; tenant: the board.
    Rippling,
    /// BambooHR; tenant: the subdomain.
    Bamboohr,
    /// Breezy; tenant: the subdomain.
    Breezy,
    /// Pinpoint; tenant: the subdomain, or a whole host.
    Pinpoint,
    /// Remotive; tenant: empty, or a category.
    Remotive,
    /// RemoteOK; tenant: empty.
    Remoteok,
    /// Arbeitnow; tenant: empty.
    Arbeitnow,
    /// The Muse; tenant: empty, or a category.
    Themuse,
    /// Jobicy; tenant: empty, or a region ("europe").
    Jobicy,
    /// The monthly thread "Who is hiring?" of Hacker News; tenant: empty.
    Hackernews,
    /// USAJobs, with a key; tenant: empty.
    Usajobs,
    /// Adzuna, with a key; tenant: the country's code ("gb").
    Adzuna,
    /// An RSS or Atom feed; tenant: its address.
    Feed,
    /// A page with `JobPosting` data; tenant: its address.
    Page,
    /// A file with one posting a line; tenant: the file's name.
    Csv,
    /// A file of postings as JSON; tenant: the file's name.
    Json,
    /// The local stand-in for job boards; tenant: its address.
    Stand,
}

impl Source {
    /// Every source.
    pub const ALL: [Self; 27] = [
        Self::Greenhouse,
        Self::Lever,
        Self::LeverEu,
        Self::Ashby,
        Self::Smartrecruiters,
        Self::Workable,
        Self::Recruitee,
        Self::Personio,
        Self::Teamtailor,
        Self::Workday,
        Self::Rippling,
        Self::Bamboohr,
        Self::Breezy,
        Self::Pinpoint,
        Self::Remotive,
        Self::Remoteok,
        Self::Arbeitnow,
        Self::Themuse,
        Self::Jobicy,
        Self::Hackernews,
        Self::Usajobs,
        Self::Adzuna,
        Self::Feed,
        Self::Page,
        Self::Csv,
        Self::Json,
        Self::Stand,
    ];

    /// Its name in data: stable, as stored and as in the API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Greenhouse => "greenhouse",
            Self::Lever => "lever",
            Self::LeverEu => "lever_eu",
            Self::Ashby => "ashby",
            Self::Smartrecruiters => "smartrecruiters",
            Self::Workable => "workable",
            Self::Recruitee => "recruitee",
            Self::Personio => "personio",
            Self::Teamtailor => "teamtailor",
            Self::Workday => "workday",
            Self::Rippling => "rippling",
            Self::Bamboohr => "bamboohr",
            Self::Breezy => "breezy",
            Self::Pinpoint => "pinpoint",
            Self::Remotive => "remotive",
            Self::Remoteok => "remoteok",
            Self::Arbeitnow => "arbeitnow",
            Self::Themuse => "themuse",
            Self::Jobicy => "jobicy",
            Self::Hackernews => "hackernews",
            Self::Usajobs => "usajobs",
            Self::Adzuna => "adzuna",
            Self::Feed => "feed",
            Self::Page => "page",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Stand => "stand",
        }
    }

    /// The source of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_one_and_the_same_everywhere() {
        for source in Source::ALL {
            assert_eq!(Source::named(source.name()), Some(source));
            let json = serde_json::to_value(source).expect("a unit variant");
            assert_eq!(json, source.name());
        }
    }
}
