//! The process that opens an upload: file in on stdin, verdict out on stdout.
//!
//! It takes away its own means first, so that a file which makes a parser misbehave can hurt
//! nothing but itself: little memory, little time, no files, no children's files.

use std::io::{self, Read, Write};

use super::look;

/// The hidden command that makes the server's program this process.
pub const INSPECT_COMMAND: &str = "inspect-file";

/// Address space, in bytes: the program itself, the file, and what parsing five megabytes takes.
#[cfg(unix)]
const MEMORY_BYTES: u64 = 512 * 1024 * 1024;
/// Processor time. An ordinary résumé takes milliseconds.
#[cfg(unix)]
const CPU_SECONDS: u64 = 3;

/// Reads a file from stdin and writes its [`super::Verdict`] as JSON to stdout.
///
/// # Errors
/// When the limits cannot be set or a pipe breaks; a file that exceeds a limit ends the process.
pub fn run_worker() -> io::Result<()> {
    #[cfg(unix)]
    give_up_means()?;
    let mut bytes = Vec::new();
    let most = crate::features::resumes::MAX_FILE_BYTES as u64;
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &look(&bytes))?;
    out.flush()
}

#[cfg(unix)]
fn give_up_means() -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [
        (Resource::As, MEMORY_BYTES),
        (Resource::Cpu, CPU_SECONDS),
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
