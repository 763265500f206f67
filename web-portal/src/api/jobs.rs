//! Jobs: searching, reading, saving, hiding; the boards they are gathered from.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::collection::{
    JobCollection, JobCollectionList, NewJobCollection, SavedJobChange, SavedJobNote,
};
use foothold_shared::company::{CompanyList, CompanyView};
use foothold_shared::job::{
    JobBoardList, JobBoardView, JobCard, JobImport, JobPage, JobView, NewJobBoard, NewJobImport,
};

/// What a person marks a job as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// To come back to.
    Saved,
    /// Not to be shown again.
    Hidden,
}

impl Mark {
    const fn path(self) -> &'static str {
        match self {
            Self::Saved => "saved-jobs",
            Self::Hidden => "hidden-jobs",
        }
    }
}

/// Names and values as the part of an address behind `?`.
pub(crate) fn query(pairs: &[(&'static str, String)]) -> String {
    let encoded = pairs.iter().map(|(name, value)| {
        let value = String::from(js_sys::encode_uri_component(value));
        format!("{name}={value}")
    });
    encoded.collect::<Vec<_>>().join("&")
}

impl Api {
    /// A page of the jobs that a search finds.
    pub(crate) async fn search_jobs(
        self,
        search: &[(&'static str, String)],
        cursor: Option<&str>,
    ) -> Answer<JobPage> {
        let mut pairs = search.to_vec();
        pairs.extend(cursor.map(|cursor| ("cursor", cursor.to_owned())));
        let call = Call::get(format!("/jobs?{}", query(&pairs)));
        self.call(call).await?.json().await
    }

    /// One job, with all that is known of it.
    pub(crate) async fn job(self, job_id: &str) -> Answer<JobView> {
        let id = String::from(js_sys::encode_uri_component(job_id));
        self.call(Call::get(format!("/jobs/{id}")))
            .await?
            .json()
            .await
    }

    /// The jobs the person saved, the last saved first.
    pub(crate) async fn saved_jobs(self) -> Answer<Vec<JobCard>> {
        self.call(Call::get("/me/saved-jobs")).await?.json().await
    }

    /// The collections of saved jobs, and which saved job is in which.
    pub(crate) async fn job_collections(self) -> Answer<JobCollectionList> {
        self.call(Call::get("/me/job-collections"))
            .await?
            .json()
            .await
    }

    /// Makes a collection, or gives one another name.
    pub(crate) async fn put_job_collection(
        self,
        collection_id: &str,
        name: &str,
    ) -> Answer<JobCollection> {
        let body = NewJobCollection {
            name: name.to_owned(),
        };
        let path = format!("/me/job-collections/{collection_id}");
        self.call(Call::new("PUT", path).json(&body))
            .await?
            .json()
            .await
    }

    /// Deletes a collection; its jobs stay saved.
    pub(crate) async fn delete_job_collection(self, collection_id: &str) -> Answer<()> {
        let path = format!("/me/job-collections/{collection_id}");
        self.call(Call::new("DELETE", path)).await.map(drop)
    }

    /// Puts a saved job into a collection, or notes something of it.
    pub(crate) async fn change_saved_job(
        self,
        job_id: &str,
        change: &SavedJobChange,
    ) -> Answer<SavedJobNote> {
        let path = format!("/me/saved-jobs/{job_id}");
        self.call(Call::new("PATCH", path).json(change))
            .await?
            .json()
            .await
    }

    /// Companies by name; without one, those with the newest jobs.
    pub(crate) async fn companies(self, words: &str) -> Answer<CompanyList> {
        let pairs = [("q", words.to_owned())];
        let call = Call::get(format!("/companies?{}", query(&pairs)));
        self.call(call).await?.json().await
    }

    /// What is known of a company.
    pub(crate) async fn company(self, company_id: &str) -> Answer<CompanyView> {
        let id = String::from(js_sys::encode_uri_component(company_id));
        self.call(Call::get(format!("/companies/{id}")))
            .await?
            .json()
            .await
    }

    /// Takes a company's jobs out of the matches, or lets them in again.
    pub(crate) async fn ignore_company(self, company_id: &str, ignored: bool) -> Answer<()> {
        let method = if ignored { "PUT" } else { "DELETE" };
        let id = String::from(js_sys::encode_uri_component(company_id));
        let call = Call::new(method, format!("/me/ignored-companies/{id}"));
        self.call(call).await.map(drop)
    }

    /// Marks a job, or takes the mark away.
    pub(crate) async fn mark_job(self, job_id: &str, mark: Mark, marked: bool) -> Answer<()> {
        let method = if marked { "PUT" } else { "DELETE" };
        let call = Call::new(method, format!("/me/{}/{job_id}", mark.path()));
        self.call(call).await.map(drop)
    }

    /// The boards that jobs are gathered from.
    pub(crate) async fn job_boards(self) -> Answer<JobBoardList> {
        self.call(Call::get("/job-boards")).await?.json().await
    }

    /// Adds the board at this address.
    pub(crate) async fn add_job_board(self, url: &str) -> Answer<JobBoardView> {
        let board = NewJobBoard {
            url: url.to_owned(),
        };
        let call = Call::new("POST", "/job-boards").json(&board);
        self.call(call).await?.json().await
    }

    /// Has a board asked soon.
    pub(crate) async fn gather_job_board(self, board_id: &str) -> Answer<JobBoardView> {
        let call = Call::new("POST", format!("/job-boards/{board_id}/gather"));
        self.call(call).await?.json().await
    }

    /// Takes in the jobs of a file.
    pub(crate) async fn import_jobs(self, file: &NewJobImport) -> Answer<JobImport> {
        let call = Call::new("POST", "/job-imports").json(file);
        self.call(call).await?.json().await
    }
}
