//! Applications: what was sent, and how it stands.

use super::send::Call;
use super::{Answer, Api};
use foothold_shared::application::{
    ApplicationChange, ApplicationPage, ApplicationStatus, ApplicationView,
};

impl Api {
    /// A page of applications, the last sent first; of one status, where it is given.
    pub(crate) async fn applications(
        self,
        status: Option<ApplicationStatus>,
        cursor: Option<&str>,
        limit: u32,
    ) -> Answer<ApplicationPage> {
        let mut path = format!("/me/applications?limit={limit}");
        let status = status.and_then(|status| serde_json::to_value(status).ok());
        if let Some(status) = status.as_ref().and_then(|status| status.as_str()) {
            path.push_str("&status=");
            path.push_str(status);
        }
        if let Some(cursor) = cursor {
            path.push_str("&cursor=");
            path.push_str(&String::from(js_sys::encode_uri_component(cursor)));
        }
        self.call(Call::get(path)).await?.json().await
    }

    /// Changes the status or the note of an application.
    pub(crate) async fn change_application(
        self,
        application_id: &str,
        change: &ApplicationChange,
    ) -> Answer<ApplicationView> {
        let call = Call::new("PATCH", format!("/me/applications/{application_id}")).json(change);
        self.call(call).await?.json().await
    }

    /// Deletes an application; `leaving` lets the request outlive the page.
    pub(crate) async fn delete_application(
        self,
        application_id: &str,
        leaving: bool,
    ) -> Answer<()> {
        let call = Call::new("DELETE", format!("/me/applications/{application_id}"));
        self.call(if leaving { call.keepalive() } else { call })
            .await
            .map(drop)
    }
}
