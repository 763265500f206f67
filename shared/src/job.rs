//! Jobs: postings gathered from the boards, found by search.

use crate::wire::{open_wire, wire_enum};

use crate::notification::SearchAlerts;

wire_enum! {
    /// Where the work is done.
    pub enum JobRemote {
        /// From anywhere, or from where the posting says.
        Remote,
        /// Partly at the place.
        Hybrid,
        /// At the place.
        Onsite,
    }
}

wire_enum! {
    /// Kind of employment.
    pub enum JobEmployment {
        /// Full time.
        FullTime,
        /// Part time.
        PartTime,
        /// On a contract of services.
        Contract,
        /// For a while, seasonal.
        Temporary,
        /// An internship.
        Internship,
        /// An apprenticeship.
        Apprenticeship,
        /// Unpaid.
        Volunteer,
    }
}

wire_enum! {
    /// How senior a job is.
    pub enum JobSeniority {
        /// For people who are still learning the trade.
        Intern,
        /// For beginners.
        Junior,
        /// With some experience.
        Mid,
        /// With much.
        Senior,
        /// Leads by knowing.
        Lead,
        /// Leads people.
        Manager,
        /// Leads a department.
        Director,
        /// Leads the company.
        Executive,
    }
}

wire_enum! {
    /// What a posting says about work permits.
    pub enum JobVisa {
        /// The employer sponsors.
        Sponsors,
        /// The employer does not.
        NoSponsorship,
        /// One must be allowed to work there already.
        MustBeAllowed,
        /// Citizens only.
        CitizensOnly,
        /// A security clearance is asked for.
        Clearance,
        /// Help with moving is offered.
        Relocation,
    }
}

wire_enum! {
    /// In which order jobs come.
    #[derive(Default)]
    pub enum JobOrder {
        /// Those with the words in their title first, each group newest first.
        #[default]
        Relevance,
        /// Newest first.
        Newest,
    }
}

open_wire! {
    /// A place.
    #[derive(Debug)]
    pub struct JobPlace {
        /// As the source writes it.
        pub text: String,
        /// The town; empty where nobody says.
        pub city: String,
        /// State, province or region; empty where nobody says.
        pub region: String,
        /// ISO 3166-1 alpha-2; empty where nobody says.
        pub country: String,
    }
}

open_wire! {
    /// What a job pays, as the source says.
    #[derive(Debug)]
    pub struct JobPay {
        /// The lower end.
        pub min: Option<f64>,
        /// The upper end.
        pub max: Option<f64>,
        /// ISO 4217; empty where nobody says.
        pub currency: String,
        /// `year`, `month`, `week`, `day`, `hour`; empty where nobody says.
        pub period: String,
        /// What the lower end would be in a full year: derived, for comparing only.
        pub yearly_min: Option<f64>,
        /// What the upper end would be in a full year: derived, for comparing only.
        pub yearly_max: Option<f64>,
    }
}

open_wire! {
    /// Where a job is offered.
    #[derive(Debug)]
    pub struct JobLink {
        /// The source's name in data (`greenhouse`).
        pub source: String,
        /// The source's name for people.
        pub source_name: String,
        /// The posting's own page.
        pub url: String,
        /// Where one applies.
        pub apply_url: String,
        /// How the source wants to be named beside the posting ("Job from Remotive"); empty where it does not ask.
        pub attribution: String,
        /// Whether that mark has to lead to `url`.
        pub link_back: bool,
    }
}

open_wire! {
    /// One thing that a job asks for.
    #[derive(Debug)]
    pub struct JobRequirement {
        /// In the posting's own words.
        pub text: String,
        /// Whether it must be met; else it is welcome.
        pub required: bool,
    }
}

open_wire! {
    /// A job in a list.
    #[derive(Debug)]
    pub struct JobCard {
        /// Its id.
        pub job_id: String,
        /// The title.
        pub title: String,
        /// The employer; empty where nobody says.
        pub company: String,
        /// The employer's id; empty where nobody says who it is.
        pub company_id: String,
        /// Where it is; the first is the main one.
        pub places: Vec<JobPlace>,
        /// Where the work is done.
        pub remote: Option<JobRemote>,
        /// Kind of employment.
        pub employment: Option<JobEmployment>,
        /// How senior.
        pub seniority: Option<JobSeniority>,
        /// What it pays.
        pub pay: Option<JobPay>,
        /// ISO 639-1 language; empty where it is not known.
        pub language: String,
        /// When it was posted, epoch milliseconds.
        pub posted_at_ms: Option<i64>,
        /// Where it was found first.
        pub link: JobLink,
        /// How often it was posted again.
        pub reposts: i64,
        /// Whether the person saved it.
        pub saved: bool,
        /// Whether the person hid it.
        pub hidden: bool,
        /// Why it cannot be applied for any more: `gone`, `expired`; empty while it can.
        pub closed: String,
        /// Whether the person brought it from a page that no board lists: only they see it.
        pub own: bool,
        /// How many kilometres it is from the place that was searched around; absent where no distance was asked for, or
        /// its place is not known.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub distance_km: Option<f64>,
    }
}

open_wire! {
    /// A job with all that is known of it.
    #[derive(Debug)]
    pub struct JobView {
        /// What lists show.
        pub card: JobCard,
        /// Where a remote job may be done from; empty where nobody says.
        pub remote_from: Vec<JobPlace>,
        /// Skills and topics that the source lists.
        pub skills: Vec<String>,
        /// What it asks for.
        pub requirements: Vec<JobRequirement>,
        /// What it says about work permits.
        pub visa: Vec<JobVisa>,
        /// The department or team; empty where nobody says.
        pub department: String,
        /// The employer's own number; empty where there is none.
        pub reference: String,
        /// From when on it cannot be applied for, epoch milliseconds.
        pub expires_at_ms: Option<i64>,
        /// When it was last listed, epoch milliseconds; only where it is `gone`.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub not_listed_since_ms: Option<i64>,
        /// What it is about, as Markdown without raw HTML.
        pub description: String,
        /// Everywhere it is offered.
        pub links: Vec<JobLink>,
    }
}

open_wire! {
    /// One value of a facet.
    #[derive(Debug)]
    pub struct FacetValue {
        /// The value, as the filter takes it.
        pub value: String,
        /// How many of the counted jobs have it.
        pub count: i64,
    }
}

open_wire! {
    /// What a filter could take.
    #[derive(Debug)]
    pub struct Facet {
        /// The filter's name: `remote`, `employment`, `seniority`, `country`, `language`, `company`, `source`.
        pub filter: String,
        /// Its values, the most frequent first.
        pub values: Vec<FacetValue>,
    }
}

open_wire! {
    /// A place that was searched around.
    #[derive(Debug)]
    pub struct JobNear {
        /// As it was asked for.
        pub asked: String,
        /// The town that this is taken for; absent where nobody knows it: then jobs that name it are found.
        pub place: Option<JobPlace>,
        /// Other towns of that name, the largest first.
        pub others: Vec<JobPlace>,
    }
}

open_wire! {
    /// A page of found jobs.
    #[derive(Debug)]
    pub struct JobPage {
        /// The jobs.
        pub jobs: Vec<JobCard>,
        /// How many there are, counted up to 1,000.
        pub total: i64,
        /// Whether there are more than `total`.
        pub more_than_total: bool,
        /// What the filters could take; of the first page only.
        pub facets: Vec<Facet>,
        /// Of how many jobs, the newest that were found, the facets were counted.
        pub facets_of: i64,
        /// The places that were searched around, with `within_km`; of the first page only.
        pub near: Vec<JobNear>,
        /// How many jobs fit otherwise, but are at a place that nobody knows; with `within_km`, of the first page only.
        pub nowhere: i64,
        /// To be sent as `cursor` for the next page; absent on the last.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "openapi", oai(skip_serializing_if_is_none))]
        pub next_cursor: Option<String>,
    }
}

open_wire! {
    /// A board to gather jobs from.
    #[derive(Debug)]
    pub struct NewJobBoard {
        /// The address of a careers page, of a posting, or of a feed.
        pub url: String,
    }
}

open_wire! {
    /// A board that jobs are gathered from.
    #[derive(Debug)]
    pub struct JobBoardView {
        /// Its id.
        pub board_id: String,
        /// The source's name in data.
        pub source: String,
        /// The source's name for people.
        pub source_name: String,
        /// Whose board it is there.
        pub tenant: String,
        /// The employer; empty where it is not known.
        pub company: String,
        /// How many jobs it has now.
        pub jobs: i64,
        /// When it was last asked, epoch milliseconds.
        pub tried_at_ms: Option<i64>,
        /// When it last answered.
        pub succeeded_at_ms: Option<i64>,
        /// How often in a row it failed.
        pub failures: i64,
        /// What went wrong the last time; empty where nothing did.
        pub problem: String,
        /// When it is asked next.
        pub next_at_ms: i64,
    }
}

open_wire! {
    /// The boards that jobs are gathered from.
    #[derive(Debug)]
    pub struct JobBoardList {
        /// The boards, by company.
        pub boards: Vec<JobBoardView>,
        /// The sources that want a key.
        pub keyed: Vec<KeyedSource>,
    }
}

open_wire! {
    /// A source that wants a key.
    #[derive(Debug)]
    pub struct KeyedSource {
        /// Its name in data.
        pub source: String,
        /// Its name for people.
        pub source_name: String,
        /// Whether this server has one; without it, nothing is gathered there.
        pub has_key: bool,
    }
}

open_wire! {
    /// What became of an imported file.
    #[derive(Debug)]
    pub struct JobImport {
        /// How many jobs are new.
        pub added: i64,
        /// How many were known and have changed.
        pub changed: i64,
        /// How many were known.
        pub same: i64,
        /// What could not be read, with the reason, at most 100.
        pub refused: Vec<String>,
    }
}

open_wire! {
    /// A file of jobs.
    #[derive(Debug)]
    pub struct NewJobImport {
        /// Its name, ending in `.csv` or `.json`; the same name and id again is the same job.
        pub name: String,
        /// What it holds.
        pub text: String,
    }
}

open_wire! {
    /// What a search asks for; the same as the filters of `GET /jobs`.
    #[derive(Debug)]
    pub struct JobFilters {
        /// Words; "words in quotes" stand together, and -words must not be there.
        pub q: String,
        /// Words that must be in the title.
        pub title: String,
        /// Towns or regions, by name.
        pub place: Vec<String>,
        /// At most so many kilometres from the place.
        pub within_km: Option<u32>,
        /// ISO 3166-1 alpha-2 countries.
        pub country: Vec<String>,
        /// Where the work is done.
        pub remote: Vec<JobRemote>,
        /// Kinds of employment.
        pub employment: Vec<JobEmployment>,
        /// How senior.
        pub seniority: Vec<JobSeniority>,
        /// ISO 639-1 languages of the posting.
        pub language: Vec<String>,
        /// Employers, by name.
        pub company: Vec<String>,
        /// Where it was found (`greenhouse`).
        pub source: Vec<String>,
        /// What it says about work permits.
        pub visa: Vec<JobVisa>,
        /// Yearly pay of at least this, in whole units of `currency`.
        pub min_pay: Option<u32>,
        /// ISO 4217; needed with `min_pay`.
        pub currency: Option<String>,
        /// At most so many days old.
        pub days: Option<u32>,
    }
}

open_wire! {
    /// A search to come back to.
    #[derive(Debug)]
    pub struct NewSavedSearch {
        /// What the person calls it, at most 100 characters.
        pub name: String,
        /// What it asks for.
        pub filters: JobFilters,
    }
}

open_wire! {
    /// A search to come back to, and what is new to it.
    #[derive(Debug)]
    pub struct SavedSearch {
        /// Its id, a UUID.
        pub search_id: String,
        /// What the person calls it.
        pub name: String,
        /// What it asks for.
        pub filters: JobFilters,
        /// How many jobs came in since the person last looked, counted up to 1,000.
        pub new_jobs: i64,
        /// Whether there are more than that.
        pub more_than_new: bool,
        /// When it was first saved, epoch milliseconds.
        pub saved_at_ms: i64,
        /// How it tells of new jobs by itself.
        pub alerts: SearchAlerts,
    }
}

open_wire! {
    /// The searches of a person.
    #[derive(Debug)]
    pub struct SavedSearchList {
        /// The searches, the first saved first.
        pub searches: Vec<SavedSearch>,
        /// Up to which job they were counted; for noting that they were looked at.
        pub newest: i64,
    }
}

open_wire! {
    /// That a search was looked at.
    #[derive(Debug)]
    pub struct SeenSearch {
        /// `newest` of the list that was shown.
        pub newest: i64,
    }
}
