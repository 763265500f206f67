//! `/me/applications`: what a person sent, and how it stands.

use foothold_shared::application::{
    ApplicationChange, ApplicationPage, ApplicationStatus, ApplicationView, NewApplication,
};
use poem::http::StatusCode;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::service::{ApplicationError, Applications};
use crate::features::matches::Matches;
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on applications.
#[derive(Debug, Clone)]
pub struct ApplicationsApi {
    applications: Applications,
    matches: Matches,
}

impl ApplicationsApi {
    /// The operations on these applications; how well a job fitted is kept with `matches`.
    #[must_use]
    pub fn new(applications: Applications, matches: Matches) -> Self {
        Self {
            applications,
            matches,
        }
    }
}

/// What recording an application answers.
#[derive(Debug, ApiResponse)]
enum StoredApplication {
    /// It was known; this is its latest state.
    #[oai(status = 200)]
    Known(Json<ApplicationView>),
    /// Recorded.
    #[oai(status = 201)]
    Stored(Json<ApplicationView>),
}

#[OpenApi(tag = "crate::http::Topic::Applications")]
impl ApplicationsApi {
    /// Record an application
    ///
    /// The id is the sender's (a UUID). Sending the same again changes nothing; what is recorded may be corrected, while
    /// status and note stay as they are. The receipt that it names need not be there.
    #[oai(
        path = "/me/applications/:application_id",
        method = "put",
        operation_id = "recordApplication"
    )]
    async fn put(
        &self,
        caller: Caller,
        /// The application's id.
        application_id: Path<String>,
        application: Body<NewApplication>,
    ) -> Result<StoredApplication, Failure> {
        let stored = self
            .applications
            .put(&caller.account_id, &application_id.0, application.0)
            .await?;
        let view = Json(stored.view);
        if stored.is_new {
            let kept = self
                .matches
                .keep_score(&caller.account_id, &view.application_id, &view.application)
                .await;
            // The application is recorded; what is missing is a number beside it.
            if let Err(error) = kept {
                tracing::warn!(cause = %error, "the score of an application was not kept");
            }
        }
        Ok(if stored.is_new {
            StoredApplication::Stored(view)
        } else {
            StoredApplication::Known(view)
        })
    }

    /// List your applications, the last sent first
    #[oai(
        path = "/me/applications",
        method = "get",
        operation_id = "listApplications"
    )]
    async fn list(
        &self,
        caller: Caller,
        /// Only those that stand like this.
        status: Query<Option<ApplicationStatus>>,
        /// `next_cursor` of the page before; left out for the first.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<ApplicationPage>, Failure> {
        let page = self
            .applications
            .list(&caller.account_id, status.0, cursor.0.as_deref(), limit.0)
            .await?;
        Ok(Json(page))
    }

    /// Read an application
    #[oai(
        path = "/me/applications/:application_id",
        method = "get",
        operation_id = "readApplication"
    )]
    async fn find(
        &self,
        caller: Caller,
        /// The application's id.
        application_id: Path<String>,
    ) -> Result<Json<ApplicationView>, Failure> {
        let found = self
            .applications
            .find(&caller.account_id, &application_id.0)
            .await?;
        Ok(Json(found))
    }

    /// Change an application's status or note
    ///
    /// What is left out stays; an empty note removes it.
    #[oai(
        path = "/me/applications/:application_id",
        method = "patch",
        operation_id = "changeApplication"
    )]
    async fn change(
        &self,
        caller: Caller,
        /// The application's id.
        application_id: Path<String>,
        change: Body<ApplicationChange>,
    ) -> Result<Json<ApplicationView>, Failure> {
        let changed = self
            .applications
            .change(&caller.account_id, &application_id.0, change.0)
            .await?;
        Ok(Json(changed))
    }

    /// Delete an application
    #[oai(
        path = "/me/applications/:application_id",
        method = "delete",
        operation_id = "deleteApplication"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The application's id.
        application_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.applications
            .delete(&caller.account_id, &application_id.0)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<ApplicationError> for Failure {
    fn from(error: ApplicationError) -> Self {
        match error {
            ApplicationError::Invalid(problems) => Self::invalid(problems),
            ApplicationError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "application_not_found",
                "There is no such application",
                "You have no application with this id. It may have been deleted.",
            ),
            ApplicationError::UnknownCursor => Self::new(
                StatusCode::BAD_REQUEST,
                "unknown_cursor",
                "The list cannot go on from there",
                "Start the list again without a cursor.",
            ),
            ApplicationError::LimitOutOfRange => Self::new(
                StatusCode::BAD_REQUEST,
                "limit_out_of_range",
                "The limit is out of range",
                "Ask for 1 to 100 applications.",
            ),
            ApplicationError::Busy => Self::new(
                StatusCode::CONFLICT,
                "application_busy",
                "The application is being changed",
                "The same application was changed at the same moment. Send it again.",
            ),
            ApplicationError::Closed(error) => Self::from(error),
            ApplicationError::Unknown => Self::unreadable(error),
            ApplicationError::Database(error) => Self::from(error),
        }
    }
}
