//! Starting the worker process, and stopping it when it takes too long.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;

use foothold_shared::reading::{ReadingStatus, ReadingView};

use super::{IMPORT_COMMAND, INSPECT_COMMAND, READ_COMMAND, Refusal, Verdict};
use crate::features::imports::Opened;
use crate::features::resumes::reading;

/// How many files are opened at a time; the others wait.
const AT_ONCE: usize = 4;
/// The longest that one file may take, waiting for the processor included.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest verdict.
const VERDICT_BYTES: u64 = 1024;

/// There is no verdict; says nothing about the file.
#[derive(Debug, thiserror::Error)]
pub enum InspectorError {
    /// The worker could not be started or asked.
    #[error("the process that looks into uploads cannot be asked")]
    Unreachable(#[from] std::io::Error),
    /// The machine is too busy: a file that is itself too slow runs out of processor time first.
    #[error("the process that looks into uploads did not get to answer")]
    TooSlow,
}

/// Opens uploads, each in a process of its own.
#[derive(Debug, Clone)]
pub struct Inspector {
    program: PathBuf,
    slots: Arc<Semaphore>,
}

impl Inspector {
    /// Uses the program that is running now.
    ///
    /// # Errors
    /// When the operating system does not tell where that is.
    pub fn this_program() -> std::io::Result<Self> {
        // On Linux this name stays true when the file is replaced by a newer version.
        let own = Path::new("/proc/self/exe");
        let program = if own.exists() {
            own.to_owned()
        } else {
            std::env::current_exe()?
        };
        Ok(Self::new(program))
    }

    /// Uses `program`, a build of this server.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            slots: Arc::new(Semaphore::new(AT_ONCE)),
        }
    }

    /// Says what the file is. A file that makes the worker crash, or use up its means, is refused.
    ///
    /// # Errors
    /// When the worker cannot be started, or the machine is too busy for it.
    pub async fn inspect(&self, bytes: Bytes) -> Result<Verdict, InspectorError> {
        match self.ask(INSPECT_COMMAND, bytes, VERDICT_BYTES).await? {
            Said::Answer(answer) => {
                Ok(serde_json::from_slice(&answer).map_err(std::io::Error::from)?)
            }
            Said::Panic => Ok(Verdict::Refused(Refusal::Unreadable)),
            Said::Limit => Ok(Verdict::Refused(Refusal::TooComplex)),
        }
    }

    /// Reads the file. One that makes the worker crash, or use up its means, is one that cannot be read.
    ///
    /// # Errors
    /// When the worker cannot be started, or the machine is too busy for it.
    pub async fn read(&self, bytes: Bytes) -> Result<ReadingView, InspectorError> {
        match self.ask(READ_COMMAND, bytes, reading::MOST_BYTES).await? {
            Said::Answer(answer) => {
                Ok(serde_json::from_slice(&answer).map_err(std::io::Error::from)?)
            }
            Said::Panic => Ok(reading::without_text(ReadingStatus::Unreadable)),
            Said::Limit => Ok(reading::without_text(ReadingStatus::TooLarge)),
        }
    }

    /// Reads any file that says who a person is.
    ///
    /// # Errors
    /// When the worker cannot be started, or the machine is too busy for it.
    pub(crate) async fn import(&self, bytes: Bytes) -> Result<Opened, InspectorError> {
        match self.ask(IMPORT_COMMAND, bytes, reading::MOST_BYTES).await? {
            Said::Answer(answer) => {
                Ok(serde_json::from_slice(&answer).map_err(std::io::Error::from)?)
            }
            Said::Panic => Ok(Opened::Unreadable),
            Said::Limit => Ok(Opened::TooComplex),
        }
    }

    /// Gives a file to a worker of its own, and takes what it says, at most `most` bytes.
    async fn ask(&self, command: &str, bytes: Bytes, most: u64) -> Result<Said, InspectorError> {
        let _slot = self.slots.acquire().await.map_err(std::io::Error::other)?;
        let mut child = Command::new(&self.program)
            .arg(command)
            // The keys and the database's address may stand in the environment.
            .env_clear()
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let stdin = child.stdin.take();
        let stdout = child.stdout.take();
        let talk = async {
            if let Some(mut stdin) = stdin {
                // A worker that ends before it has read everything closes the pipe; what it
                // managed to say is read below.
                let _ = stdin.write_all(&bytes).await;
            }
            let mut answer = Vec::new();
            if let Some(stdout) = stdout {
                stdout.take(most).read_to_end(&mut answer).await?;
            }
            Ok::<_, std::io::Error>((answer, child.wait().await?))
        };
        let finished = tokio::time::timeout(PATIENCE, talk).await;
        let (answer, status) = finished.map_err(|_| InspectorError::TooSlow)??;
        Ok(if status.success() {
            Said::Answer(answer)
        } else if status.code().is_none() {
            Said::Limit
        } else {
            Said::Panic
        })
    }
}

/// How a worker ended.
enum Said {
    /// By itself, with an answer.
    Answer(Vec<u8>),
    /// By a panic, which is an exit code.
    Panic,
    /// By a signal: a limit that was hit, or a stack that was.
    Limit,
}
