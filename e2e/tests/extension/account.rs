//! A person's account, by the public API.

use anyhow::{Context, Result, bail};
use foothold_shared::account::{DeviceToken, OpenSession, SessionView};
use foothold_shared::profile::{Contact, Links, Name, Phone, Profile};
use foothold_shared::receipt::{NewReceipt, ReceiptPage, ReceiptView};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The résumé's name.
pub(crate) const RESUME_NAME: &str = "Ada Example.pdf";

/// A signed-in caller.
pub(crate) struct Account {
    base: String,
    token: String,
}

impl Account {
    /// A new account with a profile and a résumé.
    pub(crate) fn with_profile(origin: &str) -> Result<Self> {
        let account = Self::register(origin)?;
        account.save_profile(&profile())?;
        account.upload_resume(RESUME_NAME, &resume())?;
        Ok(account)
    }

    /// A new account with nothing in it.
    pub(crate) fn register(origin: &str) -> Result<Self> {
        let base = format!("{origin}/api/v1");
        let body = json!({ "email": "ada@example.org", "password": "correct horse battery" });
        let answer = agent().post(format!("{base}/register")).send_json(body)?;
        let session: SessionView = read(answer)?;
        let token = session.access_token.context("no access token")?;
        Ok(Self { base, token })
    }

    /// A token that connects a browser.
    pub(crate) fn device(&self) -> Result<DeviceToken> {
        self.post("/me/devices", &json!({ "name": "Test browser" }))
    }

    /// Saves the profile over whatever is there.
    pub(crate) fn save_profile(&self, profile: &Profile) -> Result<()> {
        let now = self.get_raw("/me/profile")?;
        let etag = now.headers().get("etag").context("no ETag")?.clone();
        let answer = agent()
            .put(format!("{}/me/profile", self.base))
            .header("Authorization", self.bearer())
            .header("If-Match", etag)
            .send_json(profile)?;
        read::<Profile>(answer).map(drop)
    }

    /// Uploads a PDF.
    pub(crate) fn upload_resume(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let boundary = "a-line-between-the-parts";
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
        read::<Value>(answer).map(drop)
    }

    /// The open sessions and devices.
    pub(crate) fn sessions(&self) -> Result<Vec<OpenSession>> {
        read(self.get_raw("/me/sessions")?)
    }

    /// Ends a session or device.
    pub(crate) fn revoke(&self, session_id: &str) -> Result<()> {
        let answer = agent()
            .delete(format!("{}/me/sessions/{session_id}", self.base))
            .header("Authorization", self.bearer())
            .call()?;
        if !answer.status().is_success() {
            bail!("the server answered {}", answer.status());
        }
        Ok(())
    }

    /// The receipts that arrived, newest first, in full.
    pub(crate) fn receipts(&self) -> Result<Vec<NewReceipt>> {
        let page: ReceiptPage = read(self.get_raw("/me/receipts")?)?;
        let mut receipts = Vec::new();
        for summary in page.receipts {
            let path = format!("/me/receipts/{}", summary.receipt_id);
            receipts.push(read::<ReceiptView>(self.get_raw(&path)?)?.receipt);
        }
        Ok(receipts)
    }

    fn post<B: Serialize, T: DeserializeOwned>(&self, path: &str, body: &B) -> Result<T> {
        let answer = agent()
            .post(format!("{}{path}", self.base))
            .header("Authorization", self.bearer())
            .send_json(body)?;
        read(answer)
    }

    fn get_raw(&self, path: &str) -> Result<ureq::http::Response<ureq::Body>> {
        let call = agent().get(format!("{}{path}", self.base));
        Ok(call.header("Authorization", self.bearer()).call()?)
    }

    fn bearer(&self) -> String {
        format!("Bearer {}", self.token)
    }
}

/// An invented person.
pub(crate) fn profile() -> Profile {
    Profile {
        name: Name {
            given: "Ada".into(),
            family: "Example".into(),
            ..Name::default()
        },
        contact: Contact {
            email: "ada.applies@example.org".into(),
            phone: Phone {
                country: "DE".into(),
                national: "0151 23456789".into(),
            },
        },
        links: Links {
            linkedin: "https://www.linkedin.com/in/ada-example".into(),
            ..Links::default()
        },
        ..Profile::default()
    }
}

/// A PDF of one line.
pub(crate) fn resume() -> Vec<u8> {
    let content = "BT /F1 12 Tf 72 720 Td (Ada Example, baker since 2015) Tj ET";
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut pdf = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (object, number) in objects.iter().zip(1..) {
        offsets.push(pdf.len());
        pdf.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = pdf.len();
    pdf.push_str(&format!(
        "xref\n0 {}\n0000000000 65535 f \n",
        objects.len() + 1
    ));
    for offset in offsets {
        pdf.push_str(&format!("{offset:010} 00000 n \n"));
    }
    pdf.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    ));
    pdf.into_bytes()
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
