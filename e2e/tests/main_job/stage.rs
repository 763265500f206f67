//! What every test of the main job starts with: servers, browser, a person with an account, and the
//! extension connected to it.

use crate::{expect, page, person, popup};
use anyhow::{Context, Result, ensure};
use foothold_e2e::api::Api;
use foothold_e2e::browser::Browser;
use foothold_e2e::built;
use foothold_e2e::extension::{Extension, LOOPBACK, Windows};
use foothold_e2e::servers::{Backend, JobPortal, Submission};
use foothold_shared::profile::Profile;
use tokio::sync::{Semaphore, SemaphorePermit};

/// How many browsers these tests open at a time, however many cores there are.
static SEATS: Semaphore = Semaphore::const_new(3);

/// A place for one browser.
pub(crate) async fn seat() -> Result<SemaphorePermit<'static>> {
    Ok(SEATS.acquire().await?)
}

/// Everything on the table.
pub(crate) struct Stage {
    pub(crate) browser: Browser,
    pub(crate) backend: Backend,
    pub(crate) jobs: JobPortal,
    /// The window with the job page, and the one with the popup.
    pub(crate) windows: Windows,
    // Removed when nothing reads it any more.
    pub(crate) extension: Extension,
    // Given up last, when the browser has ended.
    _seat: SemaphorePermit<'static>,
}

impl Stage {
    /// Servers and browser; nobody has an account yet.
    pub(crate) async fn empty() -> Result<Self> {
        let seat = seat().await?;
        let backend = Backend::start(&built::portal()).await?;
        let jobs = JobPortal::start().await?;
        let extension = Extension::with_access(LOOPBACK)?;
        let (browser, windows) = extension.start().await?;
        Ok(Self {
            browser,
            backend,
            jobs,
            windows,
            extension,
            _seat: seat,
        })
    }

    /// A person with a whole profile and a résumé, whose extension is connected.
    pub(crate) async fn connected(profile: &Profile) -> Result<(Self, Api)> {
        let stage = Self::empty().await?;
        let api = Api::register(stage.backend.origin(), person::ACCOUNT, person::PASSWORD)?;
        api.save_profile(profile)?;
        api.upload_resume(person::RESUME_NAME, &person::resume())?;
        let token = api.device_token()?;
        stage.connect(&token).await?;
        Ok((stage, api))
    }

    /// Connects the extension with a token.
    pub(crate) async fn connect(&self, token: &str) -> Result<()> {
        self.to_popup().await?;
        popup::connect(&self.browser, &self.extension, self.backend.origin(), token).await
    }

    /// Goes to the window with the job page.
    pub(crate) async fn to_page(&self) -> Result<()> {
        self.browser.switch_to(&self.windows.page).await
    }

    /// Goes to the window with the extension.
    pub(crate) async fn to_popup(&self) -> Result<()> {
        self.browser.switch_to(&self.windows.own).await
    }

    /// Opens a page in the page window and waits for an element of it.
    pub(crate) async fn open(&self, address: &str, selector: &str) -> Result<()> {
        self.to_page().await?;
        self.browser.goto(address).await?;
        crate::page::wait(&self.browser, selector).await
    }

    /// Opens the popup for the page, in the popup window; gives what it understood.
    pub(crate) async fn look(&self) -> Result<Vec<popup::Line>> {
        self.to_page().await?;
        let address = self.browser.client().current_url().await?;
        self.to_popup().await?;
        popup::open(&self.browser, &self.extension, address.as_str()).await?;
        popup::lines(&self.browser).await
    }

    /// Fills what the popup looked at, and comes back to the page.
    pub(crate) async fn fill(&self) -> Result<Vec<popup::Line>> {
        self.to_popup().await?;
        let lines = popup::fill(&self.browser).await?;
        tell(&lines);
        self.to_page().await?;
        Ok(lines)
    }

    /// Fills the screen as a person does who opens the popup on it, and comes back. A later screen of an
    /// application is filled by itself; then the popup finds nothing left to fill, and says what was filled.
    pub(crate) async fn fill_screen(&self) -> Result<Vec<popup::Line>> {
        self.look().await?;
        if !popup::text(&self.browser, "#again").await?.is_empty() {
            popup::look_again(&self.browser).await?;
        }
        popup::look_anyway(&self.browser).await?;
        let lines = if popup::has_nothing_to_fill(&self.browser).await? {
            self.filled_before().await?
        } else {
            self.fill().await?
        };
        expect::no_trouble(&lines);
        page::assert_traps_untouched(&self.browser).await?;
        Ok(lines)
    }

    /// What was filled before the popup looked, and comes back to the page.
    async fn filled_before(&self) -> Result<Vec<popup::Line>> {
        let left = popup::text(&self.browser, "main").await?;
        self.look().await?;
        let shown = !popup::text(&self.browser, "#outcome").await?.is_empty();
        ensure!(shown, "nothing was filled, and nothing is to be: {left}");
        let lines = popup::lines(&self.browser).await?;
        tell(&lines);
        self.to_page().await?;
        Ok(lines)
    }

    /// What was stored of an application.
    pub(crate) fn submission(&self, id: &str) -> Result<Submission> {
        self.jobs
            .submission(id)
            .with_context(|| format!("application {id}"))
    }
}

/// Shown by the test runner when the test fails: what the popup said of each field.
#[expect(
    clippy::print_stdout,
    reason = "the runner keeps it until a test fails"
)]
fn tell(lines: &[popup::Line]) {
    for line in lines {
        println!(
            "{:>10}  {}: {} {} {}",
            line.list, line.label, line.value, line.kept, line.why
        );
    }
}
