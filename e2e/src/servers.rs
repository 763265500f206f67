//! Starts the backend and the job portal for tests: on free ports, with data of their own, ended on drop.
//!
//! The programs are taken from `FOOTHOLD_BIN_DIR`, or from where cargo put this test's own build.
//!
//! What must not happen here: a fixed port, an address outside loopback, data that outlives its test.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a program may take until it answers; a cold database takes seconds on a busy machine.
const START_LIMIT: Duration = Duration::from_secs(90);
/// How often the ready file is looked at.
const POLL: Duration = Duration::from_millis(20);

/// A running backend on SQLite and local files, serving API and portal.
#[derive(Debug)]
pub struct Backend {
    program: Option<Program>,
    origin: String,
    portal_dir: PathBuf,
    data: TempDir,
}

impl Backend {
    /// Starts the server on a free port with an empty database.
    ///
    /// # Errors
    /// When the program is missing (the message says what to build) or does not start.
    pub async fn start(portal_dir: &Path) -> Result<Self> {
        let data = tempfile::Builder::new()
            .prefix("foothold-backend-")
            .tempdir()?;
        let mut backend = Self {
            program: None,
            origin: String::new(),
            portal_dir: portal_dir.to_path_buf(),
            data,
        };
        backend.run("127.0.0.1:0").await?;
        Ok(backend)
    }

    /// Where it answers: `http://127.0.0.1:<port>`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Ends it, as a crash would; its data stays.
    pub fn stop(&mut self) {
        self.program = None;
    }

    /// Starts it again at the same address, on the same data.
    ///
    /// # Errors
    /// As for [`Backend::start`].
    pub async fn restart(&mut self) -> Result<()> {
        self.stop();
        let listen = self.origin.trim_start_matches("http://").to_owned();
        self.run(&listen).await
    }

    async fn run(&mut self, listen: &str) -> Result<()> {
        let data = self.data.path();
        let mut command = Command::new(program("foothold-backend")?);
        command
            .arg("serve")
            .current_dir(data)
            .env("FOOTHOLD__SERVER__LISTEN", listen)
            .env("FOOTHOLD__SERVER__PORTAL_DIR", &self.portal_dir)
            // Tests register and refresh far more often than a person.
            .env("FOOTHOLD__SERVER__ACCOUNT_REQUESTS_PER_MINUTE", "1000")
            .env(
                "FOOTHOLD__DATABASE__URL",
                format!("sqlite://{}", data.join("foothold.db").display()),
            )
            .env("FOOTHOLD__KEYS__FILE", data.join("keys.toml"))
            .env(
                "FOOTHOLD__STORAGE__URL",
                format!("file://{}", data.join("files").display()),
            );
        let (program, lines) = Program::start("foothold-backend", command, data).await?;
        let address = lines.first().context("the backend told no address")?;
        let address = address.trim_start_matches("http://");
        self.origin = format!("http://{address}");
        self.program = Some(program);
        Ok(())
    }
}

/// A running job portal with the repository's own jobs.
#[derive(Debug)]
pub struct JobPortal {
    origin: String,
    embed_origin: String,
    _program: Program,
    _data: TempDir,
}

impl JobPortal {
    /// Starts it on two free ports, with nothing submitted yet.
    ///
    /// # Errors
    /// When the program is missing (the message says what to build) or does not start.
    pub async fn start() -> Result<Self> {
        let data = tempfile::Builder::new()
            .prefix("foothold-job-portal-")
            .tempdir()?;
        let jobs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../job-portal/jobs.json");
        let mut command = Command::new(program("foothold-job-portal")?);
        command
            .args(["--listen", "127.0.0.1:0", "--embed-listen", "127.0.0.1:0"])
            .arg("--jobs")
            .arg(jobs)
            .arg("--data")
            .arg(data.path().join("applications"));
        let (program, lines) = Program::start("foothold-job-portal", command, data.path()).await?;
        let [origin, embed_origin] = lines.as_slice() else {
            bail!("the job portal told {} addresses, not two", lines.len());
        };
        Ok(Self {
            origin: origin.clone(),
            embed_origin: embed_origin.clone(),
            _program: program,
            _data: data,
        })
    }

    /// The job board's address.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address that embedded forms come from.
    #[must_use]
    pub fn embed_origin(&self) -> &str {
        &self.embed_origin
    }

    /// The address of a job's application form.
    #[must_use]
    pub fn form(&self, job: &str) -> String {
        format!("{}/jobs/{job}/apply", self.origin)
    }

    /// How many applications were submitted.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn applications(&self) -> Result<u64> {
        let status = get_json(&format!("{}/status", self.origin))?;
        status["applications"]
            .as_u64()
            .context("/status tells no number of applications")
    }

    /// A stored submission.
    ///
    /// # Errors
    /// When it does not answer, or there is none.
    pub fn submission(&self, id: &str) -> Result<Submission> {
        let stored = get_json(&format!("{}/status/{id}", self.origin))?;
        Ok(Submission {
            address: format!("{}/status/{id}", self.origin),
            stored,
        })
    }
}

/// What a job portal stored of one application.
#[derive(Debug)]
pub struct Submission {
    address: String,
    stored: Value,
}

impl Submission {
    /// Everything that was submitted, under the questions' labels, empty values left out. A row's
    /// label begins with the row (`workExperience[0] Job Title`); several values of one question are
    /// joined by " | "; a name the form does not know stands as it is.
    #[must_use]
    pub fn values(&self) -> BTreeMap<String, String> {
        let mut values = BTreeMap::<String, String>::new();
        let fields = self.stored["fields"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        for field in fields {
            let text = |key: &str| field[key].as_str().unwrap_or_default().to_owned();
            let (name, label, value) = (text("name"), text("label"), text("value"));
            if value.is_empty() {
                continue;
            }
            let question = match name.split_once("].") {
                _ if label.is_empty() => name,
                Some((row, _)) => format!("{row}] {label}"),
                None => label,
            };
            let kept = values.entry(question).or_default();
            *kept = if kept.is_empty() {
                value
            } else {
                format!("{kept} | {value}")
            };
        }
        values
    }

    /// Names of the bait fields that came filled.
    #[must_use]
    pub fn traps(&self) -> Vec<String> {
        let traps = self.stored["traps"].as_array().cloned().unwrap_or_default();
        let name = |trap: Value| trap.as_str().unwrap_or_default().to_owned();
        traps.into_iter().map(name).collect()
    }

    /// The file that came in a field: its name and its bytes as they are stored.
    ///
    /// # Errors
    /// When there is none, or it cannot be fetched.
    pub fn file(&self, field: &str) -> Result<(String, Vec<u8>)> {
        let files = self.stored["files"].as_array().cloned().unwrap_or_default();
        let file = files
            .iter()
            .find(|file| file["field"] == field)
            .with_context(|| format!("no file came in {field}"))?;
        let stored_as = file["stored_as"].as_str().unwrap_or_default();
        let name = file["file_name"].as_str().unwrap_or_default().to_owned();
        let bytes = get(&format!("{}/files/{stored_as}", self.address))?;
        Ok((name, bytes))
    }
}

/// Fetches JSON from a local server.
///
/// # Errors
/// When it does not answer with 200 and JSON.
pub fn get_json(address: &str) -> Result<Value> {
    serde_json::from_slice(&get(address)?).with_context(|| format!("{address} gave no JSON"))
}

fn get(address: &str) -> Result<Vec<u8>> {
    let mut answer = ureq::get(address)
        .call()
        .with_context(|| format!("could not get {address}"))?;
    Ok(answer.body_mut().read_to_vec()?)
}

/// A started program. Dropping it ends it.
#[derive(Debug)]
struct Program {
    child: Child,
}

impl Program {
    /// Starts a program with `--ready-file` and waits until it wrote that; gives its lines.
    async fn start(
        name: &str,
        mut command: Command,
        scratch: &Path,
    ) -> Result<(Self, Vec<String>)> {
        let ready_file = scratch.join("ready");
        let _ = std::fs::remove_file(&ready_file);
        let log_file = scratch.join("log");
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(&log_file)?;
        let child = command
            .arg("--ready-file")
            .arg(&ready_file)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| format!("could not start {name}"))?;
        let mut program = Self { child };
        let start = Instant::now();
        loop {
            let text = std::fs::read_to_string(&ready_file).unwrap_or_default();
            if text.ends_with('\n') {
                return Ok((program, text.lines().map(str::to_owned).collect()));
            }
            let printed = || std::fs::read_to_string(&log_file).unwrap_or_default();
            if let Some(status) = program.child.try_wait()? {
                bail!("{name} ended with {status}:\n{}", printed());
            }
            if start.elapsed() > START_LIMIT {
                bail!("{name} was not ready after {START_LIMIT:?}:\n{}", printed());
            }
            tokio::time::sleep(POLL).await;
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Already ended is as good as killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The path of one of the workspace's own programs.
fn program(name: &str) -> Result<PathBuf> {
    let folder = match std::env::var_os("FOOTHOLD_BIN_DIR") {
        Some(folder) => PathBuf::from(folder),
        // target/debug/deps/<this test> → target/debug
        None => std::env::current_exe()?
            .ancestors()
            .nth(2)
            .context("this test runs from an unusual place")?
            .to_path_buf(),
    };
    let path = folder.join(name);
    if !path.is_file() {
        bail!(
            "{} is not there. Build it first: cargo build -p foothold-backend -p foothold-job-portal",
            path.display()
        );
    }
    Ok(path)
}
