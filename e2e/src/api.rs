//! The public API as a third party would call it, for what a test does not do by hand and to see what the server has.

use anyhow::{Context as _, Result, bail};
use foothold_shared::account::{DeviceToken, OpenSession, SessionView};
use foothold_shared::answer::{AnswerList, NewAnswer, RememberedAnswer};
use foothold_shared::application::{
    ApplicationChange, ApplicationPage, ApplicationView, NewApplication,
};
use foothold_shared::job::JobCard;
use foothold_shared::profile::Profile;
use foothold_shared::receipt::{NewReceipt, ReceiptPage, ReceiptView};
use foothold_shared::resume::{ResumeList, ResumeView};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use ureq::{Body, http::Response};

/// The name of the device that [`Api::device_token`] makes.
pub const DEVICE: &str = "Test browser";

/// Between the parts of an upload.
const BOUNDARY: &str = "a-line-between-the-parts";

/// A signed-in caller. Every method fails when the server does not answer, or not with success.
pub struct Api {
    base: String,
    token: String,
}

impl Api {
    /// Makes an account with nothing in it.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn register(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::open(origin, "register", email, password)
    }

    /// Signs in to an account.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn login(origin: &str, email: &str, password: &str) -> Result<Self> {
        Self::open(origin, "login", email, password)
    }

    fn open(origin: &str, call: &str, email: &str, password: &str) -> Result<Self> {
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

    /// The profile as the server has it.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn profile(&self) -> Result<Profile> {
        self.get("/me/profile")
    }

    /// Saves the whole profile over whatever is there.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn save_profile(&self, profile: &Profile) -> Result<()> {
        self.change_profile(|stored| stored.clone_from(profile))
    }

    /// Changes the profile that is there.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn change_profile(&self, change: impl FnOnce(&mut Profile)) -> Result<()> {
        let current = self.call("/me/profile")?;
        let tag = current.headers().get("etag");
        let tag = tag.context("the profile has no ETag")?.clone();
        let mut profile: Profile = read(current)?;
        change(&mut profile);
        let answer = agent()
            .put(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .header("If-Match", tag)
            .send_json(&profile)?;
        read::<Profile>(answer).map(drop)
    }

    /// Uploads a PDF.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn upload_resume(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/pdf\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let answer = agent()
            .post(format!("{}/me/resumes", self.base))
            .header("Authorization", self.bearer())
            .header(
                "Content-Type",
                format!("multipart/form-data; boundary={BOUNDARY}"),
            )
            .send(&body[..])?;
        read::<ResumeView>(answer).map(drop)
    }

    /// The stored résumés' names and which is the default.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn resumes(&self) -> Result<Vec<(String, bool)>> {
        let list: ResumeList = self.get("/me/resumes")?;
        let pair = |resume: ResumeView| (resume.file_name, resume.is_default);
        Ok(list.resumes.into_iter().map(pair).collect())
    }

    /// Makes a token that connects an extension, as a device called [`DEVICE`].
    ///
    /// # Errors
    /// See [`Api`].
    pub fn device_token(&self) -> Result<String> {
        let device: DeviceToken = self.post("/me/devices", &json!({ "name": DEVICE }))?;
        Ok(device.refresh_token)
    }

    /// Open sessions and connected devices.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn sessions(&self) -> Result<Vec<OpenSession>> {
        self.get("/me/sessions")
    }

    /// Ends a session or disconnects a device.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn revoke(&self, session_id: &str) -> Result<()> {
        let answer = agent()
            .delete(format!("{}/me/sessions/{session_id}", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        succeeded(answer).map(drop)
    }

    /// Stores a receipt.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn store_receipt(&self, receipt: &NewReceipt) -> Result<()> {
        self.post::<ReceiptView>("/me/receipts", receipt).map(drop)
    }

    /// The receipts the server has, newest first, in full.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn receipts(&self) -> Result<Vec<NewReceipt>> {
        let page: ReceiptPage = self.get("/me/receipts")?;
        let ids = page.receipts.iter().map(|summary| &summary.receipt_id);
        ids.map(|id| {
            Ok(self
                .get::<ReceiptView>(&format!("/me/receipts/{id}"))?
                .receipt)
        })
        .collect()
    }

    /// The recorded applications, the last sent first.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn applications(&self) -> Result<Vec<ApplicationView>> {
        let page: ApplicationPage = self.get("/me/applications")?;
        Ok(page.applications)
    }

    /// Records an application under an id of its own.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn record_application(
        &self,
        application_id: &str,
        application: &NewApplication,
    ) -> Result<()> {
        let sent = agent()
            .put(format!("{}/me/applications/{application_id}", self.base))
            .header("Authorization", self.bearer())
            .send_json(application)?;
        read::<ApplicationView>(sent).map(drop)
    }

    /// Says how an application stands.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn change_application(
        &self,
        application_id: &str,
        change: &ApplicationChange,
    ) -> Result<()> {
        let sent = agent()
            .patch(format!("{}/me/applications/{application_id}", self.base))
            .header("Authorization", self.bearer())
            .send_json(change)?;
        read::<ApplicationView>(sent).map(drop)
    }

    /// The answer memory.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn answers(&self) -> Result<Vec<RememberedAnswer>> {
        let list: AnswerList = self.get("/me/answers")?;
        Ok(list.answers)
    }

    /// Stores an answer under an id of its own.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn put_answer(&self, answer_id: &str, answer: &NewAnswer) -> Result<()> {
        let sent = agent()
            .put(format!("{}/me/answers/{answer_id}", self.base))
            .header("Authorization", self.bearer())
            .send_json(answer)?;
        read::<RememberedAnswer>(sent).map(drop)
    }

    /// Has the server take in the jobs of a file.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn import_jobs(&self, name: &str, text: &str) -> Result<()> {
        let file = json!({ "name": name, "text": text });
        self.post::<serde_json::Value>("/job-imports", &file)
            .map(drop)
    }

    /// The jobs that the person saved, the last saved first.
    ///
    /// # Errors
    /// See [`Api`].
    pub fn saved_jobs(&self) -> Result<Vec<JobCard>> {
        self.get("/me/saved-jobs")
    }

    fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T> {
        read(self.call(path)?)
    }

    fn call(&self, path: &str) -> Result<Response<Body>> {
        let call = agent().get(format!("{}{path}", self.base));
        Ok(call.header("Authorization", self.bearer()).call()?)
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

fn read<T: DeserializeOwned>(answer: Response<Body>) -> Result<T> {
    let text = succeeded(answer)?;
    serde_json::from_str(&text).with_context(|| format!("unexpected answer: {text}"))
}

fn succeeded(mut answer: Response<Body>) -> Result<String> {
    let status = answer.status();
    let text = answer.body_mut().read_to_string()?;
    if !status.is_success() {
        bail!("the server answered {status}: {text}");
    }
    Ok(text)
}
