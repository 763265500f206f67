//! `/me/receipts`: what the extension filled.

use foothold_shared::receipt::{NewReceipt, ReceiptPage, ReceiptView};
use poem::http::StatusCode;
use poem_openapi::param::{Path, Query};
use poem_openapi::payload::Json;
use poem_openapi::{ApiResponse, OpenApi};

use super::service::{ReceiptError, Receipts};
use crate::http::{Body, Caller, Failure, NoContent};

/// The operations on receipts.
#[derive(Debug, Clone)]
pub struct ReceiptsApi {
    receipts: Receipts,
}

impl ReceiptsApi {
    /// The operations on these receipts.
    #[must_use]
    pub fn new(receipts: Receipts) -> Self {
        Self { receipts }
    }
}

/// What sending a receipt answers.
#[derive(Debug, ApiResponse)]
enum ReceiptAnswer {
    /// It was known; this is its latest state.
    #[oai(status = 200)]
    Known(Json<ReceiptView>),
    /// Stored.
    #[oai(status = 201)]
    Stored(Json<ReceiptView>),
}

#[OpenApi(tag = "crate::http::Topic::Applications")]
impl ReceiptsApi {
    /// Send a receipt
    ///
    /// The id is the sender's. Sending the same again changes nothing; a later state of the same
    /// fill (an undo, or that it was sent) replaces the earlier one, and an earlier one never
    /// replaces a later: a receipt that was sent stays so.
    #[oai(path = "/me/receipts", method = "post", operation_id = "sendReceipt")]
    async fn put(
        &self,
        caller: Caller,
        receipt: Body<NewReceipt>,
    ) -> Result<ReceiptAnswer, Failure> {
        let stored = self.receipts.put(&caller.account_id, receipt.0).await?;
        let view = Json(stored.view);
        Ok(if stored.is_new {
            ReceiptAnswer::Stored(view)
        } else {
            ReceiptAnswer::Known(view)
        })
    }

    /// List your receipts, newest first
    #[oai(path = "/me/receipts", method = "get", operation_id = "listReceipts")]
    async fn list(
        &self,
        caller: Caller,
        /// `next_cursor` of the page before; left out for the first.
        cursor: Query<Option<String>>,
        /// How many at most, 1 to 100; 25 if left out.
        limit: Query<Option<i64>>,
    ) -> Result<Json<ReceiptPage>, Failure> {
        let page = self
            .receipts
            .list(&caller.account_id, cursor.0.as_deref(), limit.0)
            .await?;
        Ok(Json(page))
    }

    /// Read a receipt
    #[oai(
        path = "/me/receipts/:receipt_id",
        method = "get",
        operation_id = "readReceipt"
    )]
    async fn find(
        &self,
        caller: Caller,
        /// The receipt's id.
        receipt_id: Path<String>,
    ) -> Result<Json<ReceiptView>, Failure> {
        Ok(Json(
            self.receipts
                .find(&caller.account_id, &receipt_id.0)
                .await?,
        ))
    }

    /// Delete a receipt
    #[oai(
        path = "/me/receipts/:receipt_id",
        method = "delete",
        operation_id = "deleteReceipt"
    )]
    async fn delete(
        &self,
        caller: Caller,
        /// The receipt's id.
        receipt_id: Path<String>,
    ) -> Result<NoContent, Failure> {
        self.receipts
            .delete(&caller.account_id, &receipt_id.0)
            .await?;
        Ok(NoContent::Done)
    }
}

impl From<ReceiptError> for Failure {
    fn from(error: ReceiptError) -> Self {
        match error {
            ReceiptError::Invalid(problems) => Self::invalid(problems),
            ReceiptError::NotFound => Self::new(
                StatusCode::NOT_FOUND,
                "receipt_not_found",
                "There is no such receipt",
                "You have no receipt with this id. It may have been deleted.",
            ),
            ReceiptError::UnknownCursor => Self::new(
                StatusCode::BAD_REQUEST,
                "unknown_cursor",
                "The list cannot go on from there",
                "Start the list again without a cursor.",
            ),
            ReceiptError::LimitOutOfRange => Self::new(
                StatusCode::BAD_REQUEST,
                "limit_out_of_range",
                "The limit is out of range",
                "Ask for 1 to 100 receipts.",
            ),
            ReceiptError::Busy => Self::new(
                StatusCode::CONFLICT,
                "receipt_busy",
                "The receipt is being changed",
                "The same receipt was changed at the same moment. Send it again.",
            ),
            ReceiptError::Closed(error) => Self::from(error),
            ReceiptError::Unknown => Self::unreadable(error),
            ReceiptError::Database(error) => Self::from(error),
        }
    }
}
