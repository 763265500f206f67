//! `/jobs`, `/job-boards`, `/me/saved-jobs`, `/me/hidden-jobs`.

mod collections;
mod saved;

pub use collections::JobCollectionsApi;
pub use saved::SavedSearchesApi;

use foothold_boards::Source;
use foothold_shared::job::{
    JobBoardList, JobBoardView, JobCard, JobEmployment, JobImport, JobOrder, JobPage, JobRemote,
    JobSeniority, JobView, JobVisa, NewJobBoard, NewJobImport,
};
use foothold_shared::problem::FieldProblem;
use poem::http::StatusCode;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::saved::names;
use super::search::Search;
use super::service::{JobError, Jobs, Mark};
use super::words::Filters;
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on jobs.
#[derive(Debug, Clone)]
pub struct JobsApi {
    jobs: Jobs,
}

impl JobsApi {
    /// The operations on these jobs.
    #[must_use]
    pub fn new(jobs: Jobs) -> Self {
        Self { jobs }
    }
}

/// What adding a board answers.
#[derive(Debug, ApiResponse)]
enum AddedBoard {
    /// It was known.
    #[oai(status = 200)]
    Known(Json<JobBoardView>),
    /// Added; its jobs come within minutes.
    #[oai(status = 201)]
    Added(Json<JobBoardView>),
}

#[OpenApi(tag = "crate::http::Topic::Jobs")]
impl JobsApi {
    /// Search the jobs
    ///
    /// A filter given several times takes any of its values; different filters all have to fit. `total` is counted up to
    /// 1,000, and facets over the newest 500 of what was found.
    #[oai(path = "/jobs", method = "get", operation_id = "searchJobs")]
    #[expect(clippy::too_many_arguments, reason = "a search has many filters")]
    async fn search(
        &self,
        caller: Caller,
        /// Words; "words in quotes" stand together, and -words must not be there.
        q: Query<Option<String>>,
        /// Words that must be in the title.
        title: Query<Option<String>>,
        /// Town or region, by its name.
        place: Query<Vec<String>>,
        /// At most so many kilometres from the place, 1 to 200; needs `place`. Jobs whose place nobody knows are left out
        /// and counted in `nowhere`; remote jobs go by the places that they name.
        within_km: Query<Option<u32>>,
        /// ISO 3166-1 alpha-2 country, of the place or of where a remote job may be done.
        country: Query<Vec<String>>,
        /// Where the work is done.
        remote: Query<Vec<JobRemote>>,
        /// Kind of employment.
        employment: Query<Vec<JobEmployment>>,
        /// How senior.
        seniority: Query<Vec<JobSeniority>>,
        /// ISO 639-1 language of the posting.
        language: Query<Vec<String>>,
        /// The employer, by its name.
        company: Query<Vec<String>>,
        /// Where it was found (`greenhouse`).
        source: Query<Vec<String>>,
        /// What it says about work permits.
        visa: Query<Vec<JobVisa>>,
        /// Yearly pay of at least this, in whole units of `currency`; jobs that state none are left out.
        min_pay: Query<Option<u32>>,
        /// ISO 4217; needed with `min_pay`.
        currency: Query<Option<String>>,
        /// At most so many days old.
        days: Query<Option<u32>>,
        /// The order.
        order: Query<Option<JobOrder>>,
        /// `next_cursor` of the page before; left out for the first.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<JobPage>, Failure> {
        let pay = match (min_pay.0, currency.0) {
            (None, _) => None,
            (Some(least), Some(currency)) if currency.len() == 3 => Some((least, currency)),
            (Some(_), _) => return Err(JobError::Filter("currency").into()),
        };
        let search = Search {
            filters: Filters {
                words: q.0.unwrap_or_default(),
                title: title.0.unwrap_or_default(),
                places: place.0,
                within_km: within_km.0,
                countries: country.0,
                remote: names(&remote.0),
                employment: names(&employment.0),
                seniority: names(&seniority.0),
                languages: language.0,
                companies: company.0,
                sources: source.0,
                visa: names(&visa.0),
                pay,
            },
            days: days.0,
            order: order.0.unwrap_or_default(),
            cursor: cursor.0,
            limit: limit.0,
        };
        search.check()?;
        let page = self.jobs.search(&caller.account_id, &search).await?;
        Ok(Json(page))
    }

    /// Read a job
    #[oai(path = "/jobs/:job_id", method = "get", operation_id = "readJob")]
    async fn find(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<Json<JobView>, Failure> {
        Ok(Json(self.jobs.find(&caller.account_id, &job_id.0).await?))
    }

    /// Import jobs from a file
    ///
    /// CSV with a head line, or JSON, at most 4 MB. The same file again adds nothing. Everybody with an account here can find these
    /// jobs; beside a board's own posting of a job a file changes nothing.
    #[oai(path = "/job-imports", method = "post", operation_id = "importJobs")]
    async fn import(
        &self,
        caller: Caller,
        file: Body<NewJobImport>,
    ) -> Result<Json<JobImport>, Failure> {
        let file = file.0;
        let source = match file.name.rsplit_once('.') {
            Some((_, end)) if end.eq_ignore_ascii_case("csv") => Source::Csv,
            Some((_, end)) if end.eq_ignore_ascii_case("json") => Source::Json,
            _ => return Err(JobError::Filter("name").into()),
        };
        Ok(Json(
            self.jobs
                .import(&caller.account_id, source, &file.name, &file.text)
                .await?,
        ))
    }

    /// List the boards that jobs are gathered from
    #[oai(path = "/job-boards", method = "get", operation_id = "listJobBoards")]
    async fn boards(&self, _caller: Caller) -> Result<Json<JobBoardList>, Failure> {
        Ok(Json(self.jobs.boards().await?))
    }

    /// Add a board by the address of a careers page
    ///
    /// Greenhouse, Lever, Ashby and many others are recognised, also where an employer's own page shows them. A page or feed of
    /// nobody's that is known is looked at first. 422 says why nothing was added, with `errors[].field` `url`:
    /// `board_address_unusable` (no web address), `board_address_private` (not on the public web), `board_unreachable`
    /// (nothing came; the detail says what did instead), `no_job_board` (it names no jobs), `board_needs_key`.
    #[oai(path = "/job-boards", method = "post", operation_id = "addJobBoard")]
    async fn add_board(
        &self,
        _caller: Caller,
        board: Body<NewJobBoard>,
    ) -> Result<AddedBoard, Failure> {
        let (view, added) = self.jobs.add_board(&board.0.url).await?;
        Ok(if added {
            AddedBoard::Added(Json(view))
        } else {
            AddedBoard::Known(Json(view))
        })
    }

    /// Gather from a board soon
    #[oai(
        path = "/job-boards/:board_id/gather",
        method = "post",
        operation_id = "gatherJobBoard"
    )]
    async fn gather(
        &self,
        _caller: Caller,
        /// The board's id.
        board_id: Path<String>,
    ) -> Result<Json<JobBoardView>, Failure> {
        Ok(Json(self.jobs.hurry_board(&board_id.0).await?))
    }

    /// List the jobs you saved, the last saved first
    #[oai(
        path = "/me/saved-jobs",
        method = "get",
        operation_id = "listSavedJobs"
    )]
    async fn saved(&self, caller: Caller) -> Result<Json<Vec<JobCard>>, Failure> {
        let saved = self.jobs.marked(&caller.account_id, Mark::Saved).await?;
        Ok(Json(saved))
    }

    /// Save a job; a hidden one is shown again
    #[oai(
        path = "/me/saved-jobs/:job_id",
        method = "put",
        operation_id = "saveJob"
    )]
    async fn save(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.jobs
            .mark(&caller.account_id, &job_id.0, Mark::Saved)
            .await?;
        Ok(NoContent::Done)
    }

    /// Take a job from those you saved
    #[oai(
        path = "/me/saved-jobs/:job_id",
        method = "delete",
        operation_id = "unsaveJob"
    )]
    async fn unsave(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.jobs
            .unmark(&caller.account_id, &job_id.0, Mark::Saved)
            .await?;
        Ok(NoContent::Done)
    }

    /// Hide a job; a saved one is saved no more
    #[oai(
        path = "/me/hidden-jobs/:job_id",
        method = "put",
        operation_id = "hideJob"
    )]
    async fn hide(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.jobs
            .mark(&caller.account_id, &job_id.0, Mark::Hidden)
            .await?;
        Ok(NoContent::Done)
    }

    /// Show a hidden job again
    #[oai(
        path = "/me/hidden-jobs/:job_id",
        method = "delete",
        operation_id = "unhideJob"
    )]
    async fn unhide(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.jobs
            .unmark(&caller.account_id, &job_id.0, Mark::Hidden)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<JobError> for Failure {
    fn from(error: JobError) -> Self {
        match error {
            JobError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "job_not_found",
                "There is no such job",
                "There is no job with this id.",
            ),
            JobError::BoardNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "job_board_not_found",
                "There is no such board",
                "There is no board with this id.",
            ),
            JobError::CompanyNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "company_not_found",
                "There is no such company",
                "No posting of a company with this id is known.",
            ),
            JobError::CollectionNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "job_collection_not_found",
                "There is no such collection",
                "You have no collection with this id. It may have been deleted.",
            ),
            JobError::TooManyCollections => Self::new(
                StatusCode::CONFLICT,
                "too_many_job_collections",
                "No more collections can be made",
                "Foothold keeps at most 100 collections. Delete some you no longer need, then try again.",
            ),
            JobError::SearchNotFound => Self::new(
                StatusCode::NOT_FOUND,
                "saved_search_not_found",
                "There is no such saved search",
                "You have no saved search with this id. It may have been deleted.",
            ),
            JobError::TooManySearches => Self::new(
                StatusCode::CONFLICT,
                "too_many_saved_searches",
                "No more searches can be saved",
                "Foothold keeps at most 50 searches. Delete some you no longer need, then try again.",
            ),
            JobError::TooManyOwn => Self::new(
                StatusCode::CONFLICT,
                "too_many_saved_postings",
                "No more postings can be saved",
                "Foothold keeps at most 1,000 jobs that you saved from pages. Take some from your saved jobs, then try again.",
            ),
            JobError::NoBoard(fault) => {
                let about = FieldProblem {
                    field: "url".to_owned(),
                    code: fault.code().to_owned(),
                    message: fault.detail(),
                };
                Self::new(
                    StatusCode::UNPROCESSABLE_ENTITY,
                    fault.code(),
                    fault.title(),
                    fault.detail(),
                )
                .with_errors(vec![about])
            }
            JobError::TooManyBoards => Self::new(
                StatusCode::CONFLICT,
                "too_many_job_boards",
                "No more boards are taken",
                "This server gathers from as many boards as it can.",
            ),
            JobError::UnknownCursor => Self::new(
                StatusCode::BAD_REQUEST,
                "unknown_cursor",
                "The list cannot go on from there",
                "Start the list again without a cursor.",
            ),
            JobError::LimitOutOfRange => Self::new(
                StatusCode::BAD_REQUEST,
                "limit_out_of_range",
                "The limit is out of range",
                "Ask for 1 to 100 jobs.",
            ),
            JobError::Filter(name) => {
                let words = match name {
                    "currency" => "Send min_pay together with currency, such as EUR.".to_owned(),
                    "country" => "Send a country's two letters, such as NO.".to_owned(),
                    "min_score" => "Send a score from 0 to 100.".to_owned(),
                    "within_km" => "Send within_km, 1 to 200, together with place.".to_owned(),
                    "name" => "Send a file whose name ends in .csv or .json.".to_owned(),
                    other => format!("Shorten or correct {other}."),
                };
                let field = match name {
                    "the name of the search" | "the name of the collection" => "name",
                    "the note" => "note",
                    "the job’s id" => "job_id",
                    parameter => parameter,
                };
                let about = FieldProblem {
                    field: field.to_owned(),
                    code: "unusable".to_owned(),
                    message: words.clone(),
                };
                Self::new(
                    StatusCode::BAD_REQUEST,
                    "filter_unusable",
                    "A filter cannot be used",
                    words,
                )
                .with_errors(vec![about])
            }
            JobError::FileTooLarge => Self::jobs_file_too_large(),
            JobError::NothingRead => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "no_jobs_read",
                "No job was found in the file",
                "Send a CSV file with a head line (title, company, url …) or a JSON list of postings.",
            ),
            JobError::Unwritable(error) => Self::internal(error),
            JobError::Unknown | JobError::Closed(_) => Self::unreadable(error),
            JobError::Invalid(problems) => Self::invalid(problems),
            JobError::Notification(error) => error.into(),
            JobError::Database(error) => Self::from(error),
        }
    }
}
