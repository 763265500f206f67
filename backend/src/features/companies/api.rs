//! `/companies`, `/me/ignored-companies`.

use foothold_shared::company::{CompanyList, CompanyView};
use poem_openapi::OpenApi;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;

use super::service::{Companies, CompanyError};
use crate::http::{Caller, Failure, NoContent};

/// The operations on companies.
#[derive(Debug, Clone)]
pub struct CompaniesApi {
    companies: Companies,
}

impl CompaniesApi {
    /// The operations on these companies.
    #[must_use]
    pub fn new(companies: Companies) -> Self {
        Self { companies }
    }
}

#[OpenApi(tag = "crate::http::Topic::Companies")]
impl CompaniesApi {
    /// Find companies by name
    ///
    /// Without a name those whose newest jobs came in last. Everything is counted from gathered postings.
    #[oai(path = "/companies", method = "get", operation_id = "listCompanies")]
    async fn list(
        &self,
        _caller: Caller,
        /// A part of the name.
        q: Query<Option<String>>,
    ) -> Result<Json<CompanyList>, Failure> {
        let words = q.0.unwrap_or_default();
        Ok(Json(self.companies.list(&words).await?))
    }

    /// Read what is known of a company
    #[oai(
        path = "/companies/:company_id",
        method = "get",
        operation_id = "readCompany"
    )]
    async fn find(
        &self,
        caller: Caller,
        /// The company's id.
        company_id: Path<String>,
    ) -> Result<Json<CompanyView>, Failure> {
        let view = self
            .companies
            .find(&caller.account_id, &company_id.0)
            .await?;
        Ok(Json(view))
    }

    /// Take a company's jobs out of your matches
    ///
    /// The name is added to the ignored companies of your preferences, and matches are searched anew.
    #[oai(
        path = "/me/ignored-companies/:company_id",
        method = "put",
        operation_id = "ignoreCompany"
    )]
    async fn ignore(
        &self,
        caller: Caller,
        /// The company's id.
        company_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.companies
            .ignore(&caller.account_id, &company_id.0, true)
            .await?;
        Ok(NoContent::Done)
    }

    /// Let a company's jobs into your matches again
    #[oai(
        path = "/me/ignored-companies/:company_id",
        method = "delete",
        operation_id = "unignoreCompany"
    )]
    async fn unignore(
        &self,
        caller: Caller,
        /// The company's id.
        company_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.companies
            .ignore(&caller.account_id, &company_id.0, false)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<CompanyError> for Failure {
    fn from(error: CompanyError) -> Self {
        match error {
            CompanyError::Jobs(error) => Self::from(error),
            CompanyError::Applications(error) => Self::from(error),
            CompanyError::Matches(error) => Self::from(error),
        }
    }
}
