//! The public API as another device would call it, to set things up and to see what the server has.

use anyhow::{Context as _, Result, bail};
use foothold_shared::account::{OpenSession, SessionView};
use foothold_shared::profile::Profile;
use foothold_shared::receipt::{NewReceipt, ReceiptView};
use foothold_shared::resume::ResumeList;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;

/// A signed-in caller.
pub(crate) struct Api {
    base: String,
    token: String,
}

impl Api {
    /// Makes an account.
    pub(crate) fn register(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::open(origin, "register", email, password)
    }

    /// Signs in to an account.
    pub(crate) fn login(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::open(origin, "login", email, password)
    }

    fn open(origin: &str, call: &str, email: &str, password: &str) -> Result<Self> {
        let base = format!("{origin}/api/v1");
        let answer = agent()
            .post(format!("{base}/{call}"))
            .send_json(json!({ "email": email, "password": password }))?;
        let session: SessionView = read(answer)?;
        let token = session.access_token.context("no access token")?;
        Ok(Self { base, token })
    }

    /// The stored profile.
    pub(crate) fn profile(&self) -> Result<Profile> {
        self.get("/me/profile")
    }

    /// Changes the stored profile.
    pub(crate) fn change_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<()> {
        let mut answer = agent()
            .get(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        let tag = answer.headers().get("etag").context("no ETag")?;
        let tag = tag.to_str()?.to_owned();
        let mut profile: Profile = serde_json::from_str(&answer.body_mut().read_to_string()?)?;
        change(&mut profile);
        let answer = agent()
            .put(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .header("If-Match", tag)
            .send_json(&profile)?;
        read::<Profile>(answer).map(drop)
    }

    /// The stored résumés' names and which is the default.
    pub(crate) fn resumes(&self) -> Result<Vec<(String, bool)>> {
        let list: ResumeList = self.get("/me/resumes")?;
        let pair =
            |resume: foothold_shared::resume::ResumeView| (resume.file_name, resume.is_default);
        Ok(list.resumes.into_iter().map(pair).collect())
    }

    /// Open sessions and connected devices.
    pub(crate) fn sessions(&self) -> Result<Vec<OpenSession>> {
        self.get("/me/sessions")
    }

    /// Stores a receipt.
    pub(crate) fn store_receipt(&self, receipt: &NewReceipt) -> Result<()> {
        self.post::<ReceiptView>("/me/receipts", receipt).map(drop)
    }

    fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        let answer = agent()
            .get(format!("{}{path}", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        read(answer)
    }

    fn post<T: DeserializeOwned>(&self, path: &str, body: &impl Serialize) -> Result<T> {
        let answer = agent()
            .post(format!("{}{path}", self.base))
            .header("Authorization", self.bearer())
            .send_json(body)?;
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
