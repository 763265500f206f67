//! A headless Chromium driven through chromedriver, for browser tests and the evaluation.
//!
//! What must not happen here: a request that leaves loopback (every other host name is unknown to this browser,
//! unless the caller maps it), a profile or a process that outlives the [`Browser`].

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command as BlockingCommand, Stdio};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

/// How long chromedriver may take to say its port, and Chromium to open.
const START_LIMIT: Duration = Duration::from_secs(60);
/// How often a condition is looked at while it is waited for.
const POLL: Duration = Duration::from_millis(25);

/// What a browser is started with.
#[derive(Debug, Clone)]
pub struct BrowserOptions {
    /// An unpacked extension to load.
    pub extension: Option<PathBuf>,
    /// Chromium's `--host-resolver-rules`. By default no name but `localhost` resolves.
    pub host_resolver_rules: String,
    /// Accept any certificate (for hosts mapped to a local server).
    pub ignore_certificate_errors: bool,
    /// Window width in CSS pixels.
    pub width: u32,
    /// Window height in CSS pixels.
    pub height: u32,
    /// The browser's language, as in `Accept-Language`.
    pub lang: String,
    /// Further Chromium switches.
    pub args: Vec<String>,
}

impl Default for BrowserOptions {
    fn default() -> Self {
        Self {
            extension: None,
            host_resolver_rules: "MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1"
                .to_owned(),
            ignore_certificate_errors: false,
            width: 1280,
            height: 1000,
            lang: "en-US".to_owned(),
            args: Vec::new(),
        }
    }
}

impl BrowserOptions {
    /// The default browser with an unpacked extension in it.
    #[must_use]
    pub fn with_extension(directory: impl Into<PathBuf>) -> Self {
        Self {
            extension: Some(directory.into()),
            ..Self::default()
        }
    }
}

/// A running Chromium with its driver. Both end when this is dropped.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    driver: Child,
    driver_port: u16,
    session_id: String,
    chromium_pid: Option<u64>,
    // Dropped last, so that the profile is removed when nothing writes to it any more.
    _profile: TempDir,
}

impl Browser {
    /// Starts chromedriver on a free port and a headless Chromium with a fresh profile.
    ///
    /// # Errors
    /// When one of the two programs is missing (the message says what to install) or does not start.
    pub async fn start(options: BrowserOptions) -> Result<Self> {
        let chromium = program(
            "FOOTHOLD_CHROMIUM",
            &["chromium", "chromium-browser", "google-chrome"],
        )?;
        let chromedriver = program("FOOTHOLD_CHROMEDRIVER", &["chromedriver"])?;
        let profile = tempfile::Builder::new()
            .prefix("foothold-browser-")
            .tempdir()?;
        let (driver, driver_port) = start_driver(&chromedriver).await?;
        let capabilities = capabilities(&chromium, profile.path(), &options);
        let client = timeout(
            START_LIMIT,
            ClientBuilder::new(HttpConnector::new())
                .capabilities(capabilities)
                .connect(&format!("http://127.0.0.1:{driver_port}")),
        )
        .await
        .context("Chromium did not open in time")?
        .context("chromedriver could not open Chromium: are both of the same version?")?;
        let session_id = client
            .session_id()
            .await?
            .context("chromedriver gave no session id")?;
        let chromium_pid = client
            .capabilities()
            .and_then(|found| found.get("goog:processID"))
            .and_then(Value::as_u64);
        Ok(Self {
            client,
            driver,
            driver_port,
            session_id,
            chromium_pid,
            _profile: profile,
        })
    }

    /// The WebDriver client, for what this type has no method for (finding, clicking, typing).
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address in the current window and waits until it has loaded.
    ///
    /// # Errors
    /// When the address does not load.
    pub async fn goto(&self, url: &str) -> Result<()> {
        self.client
            .goto(url)
            .await
            .with_context(|| format!("could not open {url}"))
    }

    /// Runs a script (a function body; `arguments[0]` …, `return …`) and reads its result.
    ///
    /// # Errors
    /// When the script throws, or its result has another shape.
    pub async fn run<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> Result<T> {
        let value = self.client.execute(script, arguments).await?;
        serde_json::from_value(value).context("the script's result has another shape than expected")
    }

    /// Runs a script that ends by calling its last argument with the result.
    ///
    /// # Errors
    /// When the script throws, never calls back, or its result has another shape.
    pub async fn run_async<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let value = self.client.execute_async(script, arguments).await?;
        serde_json::from_value(value).context("the script's result has another shape than expected")
    }

    /// Waits until a script returns something true, and gives that.
    ///
    /// # Errors
    /// When it does not come true within `limit`; `what` names it in the message.
    pub async fn wait_until(
        &self,
        what: &str,
        script: &str,
        arguments: Vec<Value>,
        limit: Duration,
    ) -> Result<Value> {
        let start = Instant::now();
        loop {
            // A page that is just being replaced refuses scripts: that is "not yet", until the time is over.
            let last = self.client.execute(script, arguments.clone()).await;
            match last {
                Ok(value) if truthy(&value) => return Ok(value),
                Ok(value) if start.elapsed() > limit => {
                    bail!("waited {limit:?} for {what}; last seen: {value}")
                }
                Err(error) if start.elapsed() > limit => {
                    return Err(anyhow!(error).context(format!("waited {limit:?} for {what}")));
                }
                _ => sleep(POLL).await,
            }
        }
    }

    /// What the window shows, as PNG.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// Opens a new tab and goes to it; gives its handle.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn new_window(&self) -> Result<WindowHandle> {
        let handle = self.client.new_window(true).await?.handle;
        self.client.switch_to_window(handle.clone()).await?;
        Ok(handle)
    }

    /// Goes to another window or tab.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn switch_to(&self, window: &WindowHandle) -> Result<()> {
        Ok(self.client.switch_to_window(window.clone()).await?)
    }

    /// The window or tab that commands go to.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn window(&self) -> Result<WindowHandle> {
        Ok(self.client.window().await?)
    }

    /// All windows and tabs.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn windows(&self) -> Result<Vec<WindowHandle>> {
        Ok(self.client.windows().await?)
    }

    /// Sets the window's size in CSS pixels.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        Ok(self.client.set_window_size(width, height).await?)
    }

    /// Executes a command of the Chrome DevTools Protocol in the current window.
    ///
    /// # Errors
    /// When Chromium refuses the command.
    pub async fn cdp(&self, method: &str, parameters: Value) -> Result<Value> {
        let command = Cdp {
            method: method.to_owned(),
            parameters,
        };
        self.client
            .issue_cmd(command)
            .await
            .with_context(|| format!("{method} failed"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asking chromedriver is what ends Chromium with all its helpers; the rest is for when it does not answer.
        let _ = end_session(self.driver_port, &self.session_id);
        let _ = self.driver.start_kill();
        if let Some(pid) = self.chromium_pid {
            let _ = BlockingCommand::new("kill")
                .args(["-KILL", &pid.to_string()])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
        }
    }
}

/// Ends a WebDriver session with a plain request, since a drop cannot wait for async code.
fn end_session(port: u16, session_id: &str) -> std::io::Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(
        format!("DELETE /session/{session_id} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")
            .as_bytes(),
    )?;
    let mut answer = [0_u8; 512];
    let _ = stream.read(&mut answer)?;
    Ok(())
}

/// The program an environment variable names, or the first of `names` that is installed.
fn program(variable: &str, names: &[&str]) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(variable).map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!(
            "{variable} is set to {}, but there is no such file",
            path.display()
        );
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(PathBuf::from("/usr/bin")).chain(std::env::split_paths(&path));
    folders
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|candidate| candidate.is_file())
        .with_context(|| {
            format!(
                "{} is not installed. On Debian or Ubuntu: apt-get install chromium chromium-driver. \
                 Elsewhere install Chromium and the chromedriver of the same version, and set {variable} to its path.",
                names[0]
            )
        })
}

/// How often a driver is started before it is believed that it cannot be.
const STARTS: usize = 3;

/// Starts chromedriver on a port of its choice.
async fn start_driver(path: &Path) -> Result<(Child, u16)> {
    let mut last = None;
    for _ in 0..STARTS {
        match try_driver(path).await {
            Ok(started) => return Ok(started),
            // It chooses the port for one family of addresses, and ends where the other's is taken.
            Err(error) => last = Some(error),
        }
    }
    Err(last.unwrap_or_else(|| anyhow!("chromedriver was not started")))
}

/// Starts chromedriver and reads the port it chose from what it prints.
async fn try_driver(path: &Path) -> Result<(Child, u16)> {
    let mut driver = Command::new(path)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("could not start {}", path.display()))?;
    let stdout = driver.stdout.take().context("chromedriver has no output")?;
    let mut lines = BufReader::new(stdout).lines();
    let port = timeout(START_LIMIT, async {
        while let Some(line) = lines.next_line().await? {
            if let Some(port) = port_in(&line) {
                return Ok(port);
            }
        }
        Err(anyhow!("chromedriver ended without saying its port"))
    })
    .await
    .context("chromedriver did not say its port in time")??;
    // Its pipe must be read on, or it stops when the pipe is full.
    tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
    Ok((driver, port))
}

/// "ChromeDriver was started successfully on port 4711." → 4711.
fn port_in(line: &str) -> Option<u16> {
    let rest = line.split("on port ").nth(1)?;
    rest.trim_end_matches('.')
        .trim()
        .parse()
        .ok()
        .filter(|port| *port != 0)
}

fn capabilities(
    chromium: &Path,
    profile: &Path,
    options: &BrowserOptions,
) -> serde_json::Map<String, Value> {
    let mut args = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-quic".to_owned(),
        "--disable-default-apps".to_owned(),
        "--disable-search-engine-choice-screen".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--host-resolver-rules={}", options.host_resolver_rules),
        format!("--window-size={},{}", options.width, options.height),
        format!("--lang={}", options.lang),
    ];
    if options.ignore_certificate_errors {
        args.push("--ignore-certificate-errors".to_owned());
    }
    if let Some(extension) = &options.extension {
        args.push(format!("--load-extension={}", extension.display()));
        args.push(format!(
            "--disable-extensions-except={}",
            extension.display()
        ));
    }
    args.extend(options.args.iter().cloned());
    let capabilities = json!({
        "browserName": "chrome",
        "acceptInsecureCerts": options.ignore_certificate_errors,
        "pageLoadStrategy": "normal",
        "unhandledPromptBehavior": "accept",
        "goog:chromeOptions": {
            "binary": chromium.display().to_string(),
            "args": args,
            // Without it an unpacked extension that is loaded anew stays off.
            "prefs": { "extensions.ui.developer_mode": true },
        },
    });
    match capabilities {
        Value::Object(map) => map,
        _ => serde_json::Map::new(),
    }
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// chromedriver's own command for the DevTools protocol.
#[derive(Debug)]
struct Cdp {
    method: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(
        &self,
        base_url: &url::Url,
        session_id: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base_url.join(&format!(
            "session/{}/goog/cdp/execute",
            session_id.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let body = json!({ "cmd": self.method, "params": self.parameters });
        (http::Method::POST, Some(body.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_chromedriver_prints() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 4711."),
            Some(4711)
        );
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
        assert_eq!(port_in("Only local connections are allowed."), None);
    }

    #[tokio::test]
    async fn a_browser_opens_runs_scripts_and_speaks_devtools() -> Result<()> {
        let browser = Browser::start(BrowserOptions::default()).await?;
        browser
            .goto("data:text/html,<title>Hello</title><p id=x>there")
            .await?;
        let text: String = browser
            .run("return document.title + arguments[0]", vec![json!("!")])
            .await?;
        assert_eq!(text, "Hello!");
        let result = browser
            .cdp(
                "Runtime.evaluate",
                json!({ "expression": "1 + 2", "returnByValue": true }),
            )
            .await?;
        assert_eq!(result["result"]["value"], 3);
        let first = browser.window().await?;
        browser.new_window().await?;
        assert_eq!(browser.windows().await?.len(), 2);
        browser.switch_to(&first).await?;
        assert_eq!(&browser.screenshot().await?[1..4], b"PNG");
        let found = browser
            .wait_until(
                "the paragraph",
                "return document.getElementById('x')?.textContent",
                vec![],
                POLL,
            )
            .await?;
        assert_eq!(found, "there");
        Ok(())
    }
}
