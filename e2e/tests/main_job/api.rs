//! The public API as a third party would call it, for what these tests do not do by hand.

use anyhow::{Context, Result, bail};
use foothold_shared::account::{DeviceToken, SessionView};
use foothold_shared::profile::Profile;
use foothold_shared::receipt::{NewReceipt, ReceiptPage, ReceiptView};
use serde::de::DeserializeOwned;
use serde_json::json;

/// A signed-in caller.
pub(crate) struct Api {
    base: String,
    token: String,
}

impl Api {
    /// Makes a new account.
    pub(crate) fn register(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::session(origin, "register", email, password)
    }

    /// Signs in to an account.
    pub(crate) fn login(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::session(origin, "login", email, password)
    }

    fn session(origin: &str, call: &str, email: &str, password: &str) -> Result<Self> {
        let base = format!("{origin}/api/v1");
        let answer = agent()
            .post(format!("{base}/{call}"))
            .send_json(json!({ "email": email, "password": password }))?;
        let session: SessionView = read(answer)?;
        let token = session
            .access_token
            .context("no access token in the session")?;
        Ok(Self { base, token })
    }

    /// Saves the whole profile over whatever is there.
    pub(crate) fn save_profile(&self, profile: &Profile) -> Result<()> {
        let current = agent()
            .get(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        let tag = current
            .headers()
            .get("etag")
            .context("the profile has no ETag")?
            .to_str()?
            .to_owned();
        let answer = agent()
            .put(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .header("If-Match", tag)
            .send_json(profile)?;
        read::<Profile>(answer).map(drop)
    }

    /// The profile as the server has it.
    pub(crate) fn profile(&self) -> Result<Profile> {
        self.get("/me/profile")
    }

    /// Uploads a PDF.
    pub(crate) fn upload_resume(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let boundary = "foothold-e2e-boundary";
        let mut body = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        let answer = agent()
            .post(format!("{}/me/resumes", self.base))
            .header("Authorization", self.bearer())
            .header(
                "Content-Type",
                format!("multipart/form-data; boundary={boundary}"),
            )
            .send(&body[..])?;
        read::<serde_json::Value>(answer).map(drop)
    }

    /// Makes a token that connects an extension.
    pub(crate) fn device_token(&self) -> Result<String> {
        let answer = agent()
            .post(format!("{}/me/devices", self.base))
            .header("Authorization", self.bearer())
            .send_json(json!({ "name": "Chromium of a test" }))?;
        Ok(read::<DeviceToken>(answer)?.refresh_token)
    }

    /// The receipts the server has, newest first, in full.
    pub(crate) fn receipts(&self) -> Result<Vec<NewReceipt>> {
        let page: ReceiptPage = self.get("/me/receipts")?;
        let full = |id: &str| {
            Ok(self
                .get::<ReceiptView>(&format!("/me/receipts/{id}"))?
                .receipt)
        };
        page.receipts
            .iter()
            .map(|summary| full(&summary.receipt_id))
            .collect()
    }

    fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let answer = agent()
            .get(format!("{}{path}", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        read(answer)
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into()
}

fn read<T: DeserializeOwned>(mut answer: ureq::http::Response<ureq::Body>) -> Result<T> {
    let status = answer.status();
    let text = answer.body_mut().read_to_string()?;
    if !status.is_success() {
        bail!("the server answered {status}: {text}");
    }
    serde_json::from_str(&text).with_context(|| format!("unexpected answer: {text}"))
}
