//! Companies: what is known of an employer from its postings, and what the person did there.

use crate::job::{FacetValue, JobPlace};
use crate::wire::wire;

wire! {
    /// A company in a list.
    pub struct CompanyCard {
        /// Its id: made of the name, so that all sources' postings meet.
        pub company_id: String,
        /// Its name, as a posting writes it.
        pub name: String,
        /// How many of its jobs can be applied for now.
        pub open_jobs: i64,
    }
}

wire! {
    /// Companies that were found.
    pub struct CompanyList {
        /// Those whose name begins with what was asked first, then those with the most open jobs; at most 50.
        pub companies: Vec<CompanyCard>,
    }
}

wire! {
    /// What the postings of a company state as yearly pay, in one currency.
    pub struct CompanyPay {
        /// ISO 4217.
        pub currency: String,
        /// The lowest that any states.
        pub min: f64,
        /// The highest that any states.
        pub max: f64,
        /// How many postings state it.
        pub jobs: i64,
    }
}

wire! {
    /// Where the jobs of a company were found.
    pub struct CompanySource {
        /// The source's name in data.
        pub source: String,
        /// The source's name for people.
        pub source_name: String,
        /// How many jobs.
        pub jobs: i64,
    }
}

wire! {
    /// A place that a company's postings name.
    pub struct CompanyPlace {
        /// The place.
        pub place: JobPlace,
        /// How many jobs name it.
        pub jobs: i64,
    }
}

wire! {
    /// An application of the person to a company.
    pub struct CompanyApplication {
        /// Its id.
        pub application_id: String,
        /// The job's title, as far as it is known.
        pub title: String,
        /// When it was sent, epoch milliseconds.
        pub submitted_at_ms: i64,
    }
}

wire! {
    /// A company, as far as its postings tell, and what the person did there.
    pub struct CompanyView {
        /// Its id.
        pub company_id: String,
        /// Its name.
        pub name: String,
        /// How many of its jobs can be applied for now.
        pub open_jobs: i64,
        /// How many are known in all, open or closed.
        pub known_jobs: i64,
        /// Of how many of these, the newest, everything below was counted.
        pub counted_jobs: i64,
        /// When its first posting was seen here, epoch milliseconds.
        pub first_seen_ms: Option<i64>,
        /// When one was last seen.
        pub last_seen_ms: Option<i64>,
        /// The places that its jobs name, the most frequent first.
        pub places: Vec<CompanyPlace>,
        /// The titles of its jobs, the most frequent first.
        pub titles: Vec<FacetValue>,
        /// How its jobs are done: `remote`, `hybrid`, `onsite`, with how many.
        pub remote: Vec<FacetValue>,
        /// What they state as pay in a year, in each currency.
        pub pay: Vec<CompanyPay>,
        /// Where they were found.
        pub sources: Vec<CompanySource>,
        /// How many of them were posted again.
        pub reposted_jobs: i64,
        /// The median of how many days its jobs were open, of those that have closed.
        pub median_open_days: Option<f64>,
        /// Of how many closed jobs that is.
        pub median_of: i64,
        /// What the person sent there, the newest first.
        pub applications: Vec<CompanyApplication>,
        /// Whether the person does not want to see its jobs among their matches.
        pub ignored: bool,
    }
}
