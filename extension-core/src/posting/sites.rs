//! Facts about job sites, as data: what they call themselves and which marks hold which value.
//!
//! Host names stand here and nowhere else in the reader. A fact that holds on most sites belongs into
//! [`super::hints`], not here.

use super::labels::Label;

/// What is known of one site.
#[derive(Debug)]
pub(crate) struct Site {
    /// Ends of host names; "example.com" covers its subdomains.
    hosts: &'static [&'static str],
    /// What it calls itself in titles (folded). Never the employer, except on its own careers pages.
    pub(crate) names: &'static [&'static str],
    /// Words of a block's hint (class, id, test hook) and what the block holds. A star at the end stands for any rest.
    pub(crate) marks: &'static [(&'static str, Label)],
    /// Company names carry the code of a legal entity: "DE0815 Acme GmbH".
    pub(crate) entity_codes: bool,
}

/// Sources: the sites' own public pages and their documentation.
const SITES: &[Site] = &[
    Site {
        hosts: &["linkedin.com"],
        names: &["linkedin"],
        marks: &[
            ("top-card-layout__title", Label::Title),
            ("topcard__title", Label::Title),
            ("job-details-jobs-unified-top-card__job-title", Label::Title),
            ("topcard__org-name-link", Label::Company),
            (
                "job-details-jobs-unified-top-card__company-name",
                Label::Company,
            ),
            ("topcard__flavor--bullet", Label::Place),
            ("compensation__salary", Label::Pay),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &["indeed.com", "indeed.co.uk", "indeed.de", "indeed.fr"],
        names: &["indeed", "indeed com", "indeed jobs"],
        marks: &[
            ("jobsearch-JobInfoHeader-title", Label::Title),
            ("inlineHeader-companyName", Label::Company),
            ("inlineHeader-companyLocation", Label::Place),
            ("jobsearch-JobInfoHeader-companyLocation", Label::Place),
            ("salaryInfoAndJobType", Label::Pay),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &[
            "stepstone.de",
            "stepstone.at",
            "stepstone.be",
            "totaljobs.com",
            "jobsite.co.uk",
            "cwjobs.co.uk",
        ],
        names: &[
            "stepstone",
            "stepstone de",
            "stepstone at",
            "totaljobs",
            "jobsite",
            "cwjobs",
        ],
        marks: &[
            ("header-job-title", Label::Title),
            ("metadata-company-name", Label::Company),
            ("metadata-location", Label::Place),
            ("metadata-contract-type", Label::Employment),
            ("metadata-work-type", Label::Employment),
            ("metadata-salary", Label::Pay),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &["greenhouse.io"],
        names: &["greenhouse", "greenhouse software"],
        marks: &[
            ("app-title", Label::Title),
            ("job__title", Label::Title),
            ("company-name", Label::Company),
            ("job__location", Label::Place),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &["lever.co"],
        names: &["lever", "jobs at lever"],
        marks: &[
            ("location", Label::Place),
            ("commitment", Label::Employment),
            ("department", Label::Department),
            ("workplaceTypes", Label::Remote),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &["myworkdayjobs.com", "myworkdaysite.com", "workday.com"],
        names: &["workday", "my workday jobs"],
        marks: &[
            ("jobPostingHeader", Label::Title),
            ("locations", Label::Place),
            ("time", Label::Employment),
            ("remoteType", Label::Remote),
        ],
        entity_codes: true,
    },
    Site {
        hosts: &["workable.com"],
        names: &["workable"],
        marks: &[("job-workplace", Label::Remote)],
        entity_codes: false,
    },
    Site {
        hosts: &["smartrecruiters.com"],
        names: &["smartrecruiters"],
        marks: &[
            ("topbar-job-title", Label::Title),
            ("topbar-location", Label::Place),
        ],
        entity_codes: false,
    },
    Site {
        hosts: &["personio.de", "personio.com"],
        names: &["personio"],
        marks: &[("jb-title", Label::Title)],
        entity_codes: false,
    },
    Site {
        hosts: &["breezy.hr"],
        names: &["breezy", "breezy hr"],
        marks: &[],
        entity_codes: false,
    },
    Site {
        hosts: &[
            "successfactors.com",
            "successfactors.eu",
            "sapsf.com",
            "sapsf.eu",
        ],
        names: &[
            "successfactors",
            "sap successfactors",
            "career opportunities",
        ],
        marks: &[],
        entity_codes: true,
    },
    Site {
        hosts: &["icims.com"],
        names: &["icims", "icims careers"],
        marks: &[],
        entity_codes: true,
    },
    Site {
        hosts: &["welcometothejungle.com"],
        names: &["welcome to the jungle", "wttj", "welcometothejungle"],
        marks: &[],
        entity_codes: false,
    },
    Site {
        hosts: &["oraclecloud.com", "taleo.net"],
        names: &[
            "oracle",
            "oracle cloud",
            "taleo",
            "candidate experience site",
            "candidate experience",
            "candidate experience site careers",
        ],
        marks: &[],
        entity_codes: true,
    },
    Site {
        hosts: &[],
        names: &[
            "ashby",
            "ashby jobs",
            "teamtailor",
            "recruitee",
            "tellent recruitee",
            "bamboohr",
            "jazzhr",
            "jobvite",
            "softgarden",
            "pinpoint",
            "rippling",
            "xing",
            "glassdoor",
            "monster",
            "ziprecruiter",
            "dice",
            "simplyhired",
            "careerbuilder",
            "jobs ch",
            "infojobs",
            "infojobs net",
            "hellowork",
            "apec",
            "apec fr",
            "france travail",
            "cadremploi",
            "pracuj pl",
            "justjoin it",
            "nofluffjobs",
            "no fluff jobs",
            "nationale vacaturebank",
            "otta",
            "wellfound",
            "angellist",
            "join",
            "join com",
            "reed",
            "reed co uk",
            "cv library",
            "adecco",
            "seek",
            "jobindex",
            "karriere at",
            "bundesagentur fur arbeit",
            "google",
            "facebook",
            "twitter",
            "powered by",
        ],
        marks: &[],
        entity_codes: false,
    },
];

/// What is known of the site a page came from.
pub(crate) fn find(host: &str) -> Option<&'static Site> {
    SITES.iter().find(|site| {
        site.hosts.iter().any(|known| {
            host.strip_suffix(known)
                .is_some_and(|head| head.is_empty() || head.ends_with('.'))
        })
    })
}

/// Whether a folded name is a job site's own.
pub(crate) fn is_site_name(folded: &str) -> bool {
    SITES.iter().any(|site| site.names.contains(&folded))
}

impl Site {
    /// The labels of the host in front of the site's own.
    pub(crate) fn labels_before<'h>(&self, host: &'h str) -> &'h str {
        self.hosts
            .iter()
            .find_map(|known| host.strip_suffix(known))
            .unwrap_or_default()
            .trim_end_matches('.')
    }

    /// What a block with this hint holds.
    pub(crate) fn holds(&self, hint: &str) -> Option<Label> {
        hint.split_whitespace().find_map(|word| {
            self.marks
                .iter()
                .find(|(mark, _)| match mark.strip_suffix('*') {
                    Some(start) => word.starts_with(start),
                    None => word == *mark,
                })
                .map(|(_, label)| *label)
        })
    }
}

/// The host of an address, lower case, without the port.
pub(crate) fn host(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let authority = authority.rsplit('@').next().unwrap_or_default();
    authority
        .split(':')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_match_at_a_dot() {
        assert!(find("jobs.lever.co").is_some());
        assert!(find("clever.co").is_none());
        assert_eq!(host("https://a.example:8443/x?y#z"), "a.example");
    }
}
