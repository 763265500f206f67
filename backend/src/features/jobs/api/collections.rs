//! `/me/job-collections`, and the collection and note of a saved job.

use foothold_shared::collection::{
    JobCollection, JobCollectionList, NewJobCollection, SavedJobChange, SavedJobNote,
};
use poem_openapi::param::Path;
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use crate::features::jobs::Jobs;
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on collections of saved jobs.
#[derive(Debug, Clone)]
pub struct JobCollectionsApi {
    jobs: Jobs,
}

impl JobCollectionsApi {
    /// The operations on the collections of these jobs.
    #[must_use]
    pub fn new(jobs: Jobs) -> Self {
        Self { jobs }
    }
}

/// What putting a collection answers.
#[derive(Debug, ApiResponse)]
enum PutCollection {
    /// It was known; this is what it is now.
    #[oai(status = 200)]
    Renamed(Json<JobCollection>),
    /// Made.
    #[oai(status = 201)]
    Made(Json<JobCollection>),
}

#[OpenApi(tag = "crate::http::Topic::SavedJobs")]
impl JobCollectionsApi {
    /// List your collections of saved jobs, and which saved job is in which
    #[oai(
        path = "/me/job-collections",
        method = "get",
        operation_id = "listJobCollections"
    )]
    async fn list(&self, caller: Caller) -> Result<Json<JobCollectionList>, Failure> {
        Ok(Json(self.jobs.collections(&caller.account_id).await?))
    }

    /// Make a collection, or give one another name
    ///
    /// The id is the sender's (a UUID). An account keeps at most 100: one more is refused with 409
    /// `too_many_job_collections`.
    #[oai(
        path = "/me/job-collections/:collection_id",
        method = "put",
        operation_id = "putJobCollection"
    )]
    async fn put(
        &self,
        caller: Caller,
        /// The collection's id.
        collection_id: Path<String>,
        collection: Body<NewJobCollection>,
    ) -> Result<PutCollection, Failure> {
        let (view, is_new) = self
            .jobs
            .put_collection(&caller.account_id, &collection_id.0, &collection.0)
            .await?;
        Ok(if is_new {
            PutCollection::Made(Json(view))
        } else {
            PutCollection::Renamed(Json(view))
        })
    }

    /// Delete a collection; its jobs stay saved
    #[oai(
        path = "/me/job-collections/:collection_id",
        method = "delete",
        operation_id = "deleteJobCollection"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The collection's id.
        collection_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.jobs
            .delete_collection(&caller.account_id, &collection_id.0)
            .await?;
        Ok(NoContent::Done)
    }

    /// Put a saved job into a collection, or note something of it
    #[oai(
        path = "/me/saved-jobs/:job_id",
        method = "patch",
        operation_id = "changeSavedJob"
    )]
    async fn change(
        &self,
        caller: Caller,
        /// The job's id.
        job_id: Path<String>,
        change: Body<SavedJobChange>,
    ) -> Result<Json<SavedJobNote>, Failure> {
        let note = self
            .jobs
            .change_saved(&caller.account_id, &job_id.0, &change.0)
            .await?;
        Ok(Json(note))
    }
}
