//! The process that opens an upload: file in on stdin, verdict or reading out on stdout.
//!
//! It takes away its own means first, so that a file which makes a parser misbehave can hurt
//! nothing but itself: little memory, little time, no files, no children's files.

use std::io::{self, Read, Write};

use super::look;
use crate::features::imports::open;
use crate::features::resumes::reading;

/// The hidden command that makes the server's program say what a file is.
pub const INSPECT_COMMAND: &str = "inspect-file";
/// The hidden command that makes it read one.
pub const READ_COMMAND: &str = "read-file";

/// The hidden command that makes it read any file that says who a person is.
pub const IMPORT_COMMAND: &str = "import-file";

/// Address space, in bytes: the program itself, the file, and what parsing five megabytes takes.
#[cfg(unix)]
const MEMORY_BYTES: u64 = 512 * 1024 * 1024;
/// Processor time to look into a file. An ordinary résumé takes milliseconds.
const LOOK_SECONDS: u64 = 3;
/// Processor time to read one.
const READ_SECONDS: u64 = 10;

/// What a process of this program is for, where a command makes it a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Saying what a file is.
    Look,
    /// Reading it.
    Read,
    /// Reading it, whatever kind of file it is.
    Import,
}

impl Work {
    /// The work that a program's first argument asks for.
    #[must_use]
    pub fn asked(argument: &str) -> Option<Self> {
        match argument {
            INSPECT_COMMAND => Some(Self::Look),
            READ_COMMAND => Some(Self::Read),
            IMPORT_COMMAND => Some(Self::Import),
            _ => None,
        }
    }

    /// Reads a file from stdin and writes its [`super::Verdict`], or what was read in it, as JSON to stdout.
    ///
    /// # Errors
    /// When the limits cannot be set or a pipe breaks; a file that exceeds a limit ends the process.
    pub fn run(self) -> io::Result<()> {
        #[cfg(unix)]
        give_up_means(match self {
            Self::Look => LOOK_SECONDS,
            Self::Read | Self::Import => READ_SECONDS,
        })?;
        let mut bytes = Vec::new();
        let most = crate::features::resumes::MAX_FILE_BYTES as u64;
        io::stdin().lock().take(most).read_to_end(&mut bytes)?;
        let mut out = io::stdout().lock();
        match self {
            Self::Look => serde_json::to_writer(&mut out, &look(&bytes))?,
            Self::Read => serde_json::to_writer(&mut out, &reading::read(&bytes))?,
            Self::Import => serde_json::to_writer(&mut out, &open(&bytes))?,
        }
        out.flush()
    }
}

#[cfg(unix)]
fn give_up_means(cpu_seconds: u64) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [
        (Resource::As, MEMORY_BYTES),
        (Resource::Cpu, cpu_seconds),
        (Resource::Fsize, 0),
        (Resource::Core, 0),
    ] {
        setrlimit(
            resource,
            Rlimit {
                current: Some(most),
                maximum: Some(most),
            },
        )?;
    }
    Ok(())
}
