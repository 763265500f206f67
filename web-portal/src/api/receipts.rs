//! Receipts of what was filled.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::receipt::{ReceiptPage, ReceiptView};

impl Api {
    /// A page of receipts, newest first.
    pub(crate) async fn receipts(self, cursor: Option<&str>, limit: u32) -> Answer<ReceiptPage> {
        let mut path = format!("/me/receipts?limit={limit}");
        if let Some(cursor) = cursor {
            path.push_str("&cursor=");
            path.push_str(&String::from(js_sys::encode_uri_component(cursor)));
        }
        self.call(Call::get(path)).await?.json().await
    }

    /// One receipt, field by field.
    pub(crate) async fn receipt(self, receipt_id: &str) -> Answer<ReceiptView> {
        let id = String::from(js_sys::encode_uri_component(receipt_id));
        self.call(Call::get(format!("/me/receipts/{id}")))
            .await?
            .json()
            .await
    }

    /// Deletes a receipt; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_receipt(self, receipt_id: &str, leaving: bool) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/receipts/{receipt_id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }
}
