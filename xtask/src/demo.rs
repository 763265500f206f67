//! The demo account: an invented person with a full profile and a résumé, added through the public API.

use crate::shell::say;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The demo account's address. `.example` is reserved: nobody owns it.
pub const EMAIL: &str = "demo@foothold.example";
/// The demo account's password; the account is only ever made on a loopback server.
pub const PASSWORD: &str = "try foothold today";

const PROFILE: &str = include_str!("../demo/profile.json");
const RESUME: &[u8] = include_bytes!("../demo/resume.pdf");

/// Adds the demo account to the server at `address`, unless it is there already.
///
/// # Errors
/// When the server refuses any part of it.
pub fn seed(address: &str) -> Result<()> {
    let api = format!("http://{address}/api/v1");
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();

    let account = json!({ "email": EMAIL, "password": PASSWORD });
    let mut login = agent.post(format!("{api}/login")).send_json(&account)?;
    if login.status().is_success() {
        say("the demo account is there already");
        return Ok(());
    }
    let mut registered = agent.post(format!("{api}/register")).send_json(&account)?;
    if !registered.status().is_success() {
        let reason = registered.body_mut().read_to_string()?;
        let first = login.body_mut().read_to_string()?;
        bail!("cannot add the demo account {EMAIL}: {reason}\nand cannot sign in to it: {first}");
    }
    let session: Value = registered.body_mut().read_json()?;
    let token = session["access_token"]
        .as_str()
        .context("the server gave no access token")?;
    let bearer = format!("Bearer {token}");

    let profile: Value = serde_json::from_str(PROFILE)?;
    let mut saved = agent
        .put(format!("{api}/me/profile"))
        .header("Authorization", &bearer)
        .header("If-Match", "\"0\"")
        .send_json(&profile)?;
    if !saved.status().is_success() {
        bail!(
            "cannot save the demo profile: {}",
            saved.body_mut().read_to_string()?
        );
    }

    let mut uploaded = agent
        .post(format!("{api}/me/resumes"))
        .header("Authorization", &bearer)
        .header(
            "Content-Type",
            "multipart/form-data; boundary=foothold-demo",
        )
        .send(&multipart("foothold-demo", "Robin-Keller-Resume.pdf", RESUME)[..])?;
    if !uploaded.status().is_success() {
        bail!(
            "cannot upload the demo résumé: {}",
            uploaded.body_mut().read_to_string()?
        );
    }
    say("added the demo account");
    Ok(())
}

/// A form body with one file part.
fn multipart(boundary: &str, file_name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file_name}\"\r\n\
         Content-Type: application/pdf\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(bytes);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    body
}
