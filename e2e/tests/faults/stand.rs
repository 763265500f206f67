//! What every fault needs: a connected extension, a window with the page, one that asks the worker,
//! and the worker's plain answers.

use crate::pages::Pages;
use anyhow::{Context as _, Result, bail, ensure};
use foothold_e2e::api::Api;
use foothold_e2e::browser::Browser;
use foothold_e2e::extension::{Extension, LOOPBACK, Windows, ask, tab};
use foothold_e2e::servers::Backend;
use foothold_e2e::{built, pdf};
use foothold_shared::profile::{Address, Contact, Links, Name, Phone, Profile};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::Instant;

/// How long anything may take on a busy machine before it counts as hanging.
pub(crate) const LIMIT: Duration = Duration::from_secs(40);

/// How many browsers these tests open at a time, however many cores there are.
static SEATS: Semaphore = Semaphore::const_new(2);

/// An application form with five fields that the profile answers.
pub(crate) const FORM: &str = r#"<h1>Night Baker</h1><form id="application-form" action="/sent" method="post">
  <h2>Apply for this job</h2>
  <p><label for="first_name">First name *</label> <input id="first_name" name="first_name" required></p>
  <p><label for="last_name">Last name *</label> <input id="last_name" name="last_name" required></p>
  <p><label for="email">E-mail address *</label> <input id="email" name="email" type="email" required></p>
  <p><label for="linkedin">LinkedIn profile</label> <input id="linkedin" name="linkedin" type="url"></p>
  <p><label for="resume">Résumé / CV *</label> <input id="resume" name="resume" type="file" accept=".pdf,.docx"></p>
  <p><label for="why">Why do you want to bake with us?</label> <textarea id="why" name="why"></textarea></p>
  <button type="submit">Submit application</button>
</form>"#;

/// The form's fields, and what each holds after a whole fill.
pub(crate) const FILLED: [(&str, &str); 5] = [
    ("first_name", "Ada"),
    ("last_name", "Example"),
    ("email", "ada.applies@example.org"),
    ("linkedin", "https://www.linkedin.com/in/ada-example"),
    ("resume", RESUME),
];
const RESUME: &str = "Ada Example.pdf";

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
        address: Address {
            line1: "Backgasse 4".into(),
            city: "Ulm".into(),
            postal_code: "89073".into(),
            country: "DE".into(),
            ..Address::default()
        },
        links: Links {
            linkedin: "https://www.linkedin.com/in/ada-example".into(),
            ..Links::default()
        },
        ..Profile::default()
    }
}

pub(crate) struct Stand {
    pub(crate) browser: Browser,
    pub(crate) backend: Backend,
    pub(crate) pages: Pages,
    windows: Windows,
    // Removed when nothing reads it any more.
    extension: Extension,
    _seat: SemaphorePermit<'static>,
}

impl Stand {
    /// With the person above.
    pub(crate) async fn start() -> Result<Self> {
        Self::with_profile(&profile()).await
    }

    /// With a person whose extension is connected and has the profile.
    pub(crate) async fn with_profile(profile: &Profile) -> Result<Self> {
        let seat = SEATS.acquire().await?;
        let backend = Backend::start(&built::portal()).await?;
        let extension = Extension::with_access(LOOPBACK)?;
        let (browser, windows) = extension.start().await?;
        let stand = Self {
            browser,
            backend,
            pages: Pages::start()?,
            windows,
            extension,
            _seat: seat,
        };
        let account = Api::register(
            stand.backend.origin(),
            "ada@example.org",
            "correct horse battery",
        )?;
        account.save_profile(profile)?;
        account.upload_resume(RESUME, &pdf::page("Ada Example, baker", 0))?;
        let token = account.device_token()?;
        stand.to_own().await?;
        stand
            .browser
            .goto(&stand.extension.address("options.html"))
            .await?;
        let connect =
            json!({ "kind": "connect", "server": stand.backend.origin(), "token": token });
        let status = stand.ask(connect).await?;
        ensure!(
            status["Ok"]["status"].is_object(),
            "not connected: {status}"
        );
        Ok(stand)
    }

    pub(crate) async fn to_page(&self) -> Result<()> {
        self.browser.switch_to(&self.windows.page).await
    }

    pub(crate) async fn to_own(&self) -> Result<()> {
        self.browser.switch_to(&self.windows.own).await
    }

    /// Puts a page at `/apply`, opens it in the page window, and gives its tab. The own window is in front then.
    pub(crate) async fn open(&self, body: &str) -> Result<i64> {
        let address = self.pages.put("/apply", body);
        self.to_page().await?;
        self.browser.goto(&address).await?;
        self.to_own().await?;
        tab(&self.browser, &address).await
    }

    /// Asks the worker, as the popup does; gives its whole reply, `{Ok: …}` or `{Err: …}`.
    pub(crate) async fn ask(&self, request: Value) -> Result<Value> {
        ask(
            &self.browser,
            "return await chrome.runtime.sendMessage(args[0])",
            vec![request],
        )
        .await
    }

    /// Fills a tab; gives the reply.
    pub(crate) async fn fill(&self, tab: i64) -> Result<Value> {
        self.ask(fill_request(tab)).await
    }

    /// Begins to fill a tab; [`Stand::answer`] waits for the reply.
    pub(crate) async fn begin_fill(&self, tab: i64) -> Result<()> {
        self.browser
            .run(
                "window.reply = undefined;\
                 chrome.runtime.sendMessage(arguments[0])\
                   .then((reply) => { window.reply = reply ?? { Err: 'nothing' }; },\
                         (error) => { window.reply = { Err: String(error) }; });\
                 return null",
                vec![fill_request(tab)],
            )
            .await
    }

    /// The reply to a fill that was begun. That none comes is a hang, and fails.
    pub(crate) async fn answer(&self) -> Result<Value> {
        self.to_own().await?;
        self.browser
            .wait_until("an answer", "return window.reply", vec![], LIMIT)
            .await
    }

    /// Waits until something is true in the page, then comes back to the own window.
    pub(crate) async fn wait_in_page(&self, what: &str, script: &str) -> Result<()> {
        self.to_page().await?;
        self.browser.wait_until(what, script, vec![], LIMIT).await?;
        self.to_own().await
    }

    /// Runs a script in the page, then comes back to the own window.
    pub(crate) async fn in_page<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        self.to_page().await?;
        let value = self.browser.run(script, arguments).await;
        self.to_own().await?;
        value
    }

    /// What the fields of the page hold, by id; those that are gone are missing.
    pub(crate) async fn held(&self) -> Result<BTreeMap<String, String>> {
        self.in_page(
            "return Object.fromEntries([...document.querySelectorAll('[id]:is(input, textarea, select)')]\
               .map((at) => [at.id, at.type === 'file' ? [...at.files].map((f) => f.name).join()\
                 : /checkbox|radio/.test(at.type) ? String(at.checked) : at.value]))",
            vec![],
        )
        .await
    }

    /// Ends the service worker, as the browser may do at any time, and waits until it is gone.
    pub(crate) async fn end_worker(&self) -> Result<()> {
        self.to_own().await?;
        self.browser.cdp("ServiceWorker.enable", json!({})).await?;
        self.browser
            .cdp("ServiceWorker.stopAllWorkers", json!({}))
            .await?;
        let deadline = Instant::now() + LIMIT;
        let running =
            "return (await chrome.runtime.getContexts({contextTypes: ['BACKGROUND']})).length";
        while ask::<usize>(&self.browser, running, vec![]).await? > 0 {
            ensure!(Instant::now() < deadline, "the worker does not end");
        }
        Ok(())
    }

    /// Loads the extension anew, as an update does: its pages close, its worker and its agents end.
    /// The own window is a new one afterwards.
    pub(crate) async fn reload_extension(&mut self) -> Result<()> {
        self.to_own().await?;
        // The page that says it is closed by it, so no answer comes.
        let _ = self
            .browser
            .run::<Value>(
                "setTimeout(() => chrome.runtime.reload()); return null",
                vec![],
            )
            .await;
        let old = self.windows.own.clone();
        let deadline = Instant::now() + LIMIT;
        // Its page is closed, or left behind without the extension's functions.
        loop {
            self.to_page().await?;
            if !self.browser.windows().await?.contains(&old) {
                break;
            }
            let left = self.browser.switch_to(&old).await.is_err()
                || self
                    .browser
                    .run::<bool>("return !globalThis.chrome?.runtime?.id", vec![])
                    .await
                    .unwrap_or(true);
            if left {
                break;
            }
            ensure!(Instant::now() < deadline, "the extension does not end");
        }
        self.to_page().await?;
        self.windows.own = self.browser.client().new_window(false).await?.handle;
        let options = self.extension.address("options.html");
        loop {
            self.to_own().await?;
            // Refused until the extension stands again.
            let _ = self.browser.goto(&options).await;
            let works = "return typeof chrome.runtime?.sendMessage === 'function'";
            if self
                .browser
                .run::<bool>(works, vec![])
                .await
                .unwrap_or(false)
            {
                return Ok(());
            }
            ensure!(Instant::now() < deadline, "the extension does not return");
        }
    }
}

fn fill_request(tab: i64) -> Value {
    json!({ "kind": "fill", "tab": tab, "wish": { "overwrite": false, "anyway": true } })
}

/// The rows of a reply that filled something, by label: outcome and reason.
pub(crate) fn rows(reply: &Value) -> Result<BTreeMap<String, (String, String)>> {
    let Some(rows) = reply["Ok"]["filled"]["rows"].as_array() else {
        bail!("nothing was filled: {reply}");
    };
    let text = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    Ok(rows
        .iter()
        .map(|row| (text(row, "label"), (text(row, "outcome"), text(row, "why"))))
        .collect())
}

/// What a reply says of the field whose label begins so.
pub(crate) fn row(reply: &Value, label: &str) -> Result<(String, String)> {
    let rows = rows(reply)?;
    rows.iter()
        .find(|(known, _)| known.starts_with(label))
        .map(|(_, row)| row.clone())
        .with_context(|| format!("nothing is said of {label}: {rows:#?}"))
}
