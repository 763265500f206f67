//! Jobs as the wire shows them.
//!
//! What must not happen here: a value that the posting does not state; what was derived is named so.

use foothold_boards::{Pay, Place, Posting, Source, terms};
use foothold_core::posting::RequirementKind;
use foothold_shared::job::{JobCard, JobLink, JobPay, JobPlace, JobRequirement, JobView};

use super::service::JobError;
use super::store::marks::MarkRow;
use super::store::own::OwnRow;
use super::store::{JobRow, SourceRow};
use super::{companies, names};

pub(super) fn posting(json: &str) -> Result<Posting, JobError> {
    serde_json::from_str(json).map_err(|_| JobError::Unknown)
}

/// A job as lists show it.
pub(super) fn card(row: &JobRow, marks: &[MarkRow]) -> Result<JobCard, JobError> {
    Ok(card_of(row, &posting(&row.posting)?, marks))
}

fn card_of(row: &JobRow, posting: &Posting, marks: &[MarkRow]) -> JobCard {
    let marked = |name: &str| {
        marks
            .iter()
            .any(|mark| mark.job_id == row.job_id && mark.mark == name)
    };
    JobCard {
        job_id: row.job_id.clone(),
        title: posting.title.clone(),
        company: posting.company.clone().unwrap_or_default(),
        company_id: companies::id_of(posting.company.as_deref().unwrap_or_default()),
        places: posting.places.iter().map(place).collect(),
        remote: posting.remote.map(names::remote_view),
        employment: posting.employment.map(names::employment_view),
        seniority: posting.seniority.map(names::seniority_view),
        pay: posting.salary.as_ref().map(pay),
        language: posting.language.clone().unwrap_or_default(),
        posted_at_ms: posting.posted_ms,
        link: link(posting),
        reposts: row.reposts,
        saved: marked("saved"),
        hidden: marked("hidden"),
        closed: row.closed_why.clone(),
        own: false,
        distance_km: None,
    }
}

/// A job that a person brought, as lists show it.
pub(super) fn own_card(row: &OwnRow, posting: &Posting, now_ms: i64) -> JobCard {
    let is_over = posting.expires_ms.is_some_and(|at| at <= now_ms);
    let job = JobRow {
        job_id: row.job_id.clone(),
        job_no: 0,
        source_key: String::new(),
        posting: String::new(),
        closed_why: if is_over { "expired" } else { "" }.to_owned(),
        reposts: 0,
    };
    let mark = MarkRow {
        job_id: row.job_id.clone(),
        mark: row.mark.clone(),
    };
    JobCard {
        own: true,
        ..card_of(&job, posting, &[mark])
    }
}

/// A job that a person brought, with all that is known of it.
pub(super) fn of_own(row: &OwnRow, posting: &Posting, now_ms: i64) -> JobView {
    whole(own_card(row, posting, now_ms), posting, vec![link(posting)])
}

/// A job with all that is known of it.
pub(super) fn of_job(
    row: &JobRow,
    sources: &[SourceRow],
    marks: &[MarkRow],
) -> Result<JobView, JobError> {
    let main = posting(&row.posting)?;
    let mut links = vec![link(&main)];
    let is_file = |source: Source| matches!(source, Source::Csv | Source::Json);
    for source in sources.iter().filter(|s| s.source_key != row.source_key) {
        let other = posting(&source.posting)?;
        // Where a board offers it, nobody is led to what a file says.
        if is_file(main.source) || !is_file(other.source) {
            links.push(link(&other));
        }
    }
    let is_gone = row.closed_why == "gone";
    let seen = sources.iter().map(|source| source.last_seen_ms).max();
    Ok(JobView {
        not_listed_since_ms: seen.filter(|_| is_gone),
        ..whole(card_of(row, &main, marks), &main, links)
    })
}

fn whole(card: JobCard, main: &Posting, links: Vec<JobLink>) -> JobView {
    JobView {
        card,
        remote_from: main.remote_from.iter().map(place).collect(),
        skills: main.skills.clone(),
        requirements: main
            .requirements
            .iter()
            .map(|requirement| JobRequirement {
                text: requirement.text.clone(),
                required: requirement.kind == RequirementKind::Required,
            })
            .collect(),
        visa: main.visa.iter().map(|v| names::visa_view(v.kind)).collect(),
        department: main.department.clone().unwrap_or_default(),
        reference: main.reference.clone().unwrap_or_default(),
        expires_at_ms: main.expires_ms,
        not_listed_since_ms: None,
        description: main.description.clone(),
        links,
    }
}

fn link(posting: &Posting) -> JobLink {
    let terms = terms(posting.source);
    JobLink {
        source: posting.source.name().to_owned(),
        source_name: terms.name.to_owned(),
        url: posting.url.clone(),
        apply_url: posting.apply_url.clone(),
        attribution: terms.attribution.map_or("", |a| a.text).to_owned(),
        link_back: terms.attribution.is_some_and(|a| a.link_back),
    }
}

pub(super) fn place(place: &Place) -> JobPlace {
    JobPlace {
        text: place.text.clone(),
        city: place.city.clone().unwrap_or_default(),
        region: place.region.clone().unwrap_or_default(),
        country: place.country.clone().unwrap_or_default(),
    }
}

fn pay(pay: &Pay) -> JobPay {
    // Where the source itself states a year nothing was derived.
    let yearly = pay.yearly.as_ref();
    JobPay {
        min: pay.min,
        max: pay.max,
        currency: pay.currency.clone(),
        period: pay.period.map_or("", names::period).to_owned(),
        yearly_min: yearly.and_then(|yearly| yearly.min),
        yearly_max: yearly.and_then(|yearly| yearly.max),
    }
}
