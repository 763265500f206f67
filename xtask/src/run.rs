//! `cargo xtask run`: everything a person needs to try the product, on this machine alone.

use crate::shell::{cargo, check, say, timed};
use crate::workspace::{binary, dist, root};
use crate::{bundle, demo};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// What `run` was asked for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Add a demo account and start the job portal beside the server.
    demo: bool,
    /// The server's port on the loopback address.
    port: u16,
}

impl Options {
    /// Reads the words behind `run`.
    ///
    /// # Errors
    /// On a word that is not known.
    pub fn parse(words: &[&str]) -> Result<Self> {
        let mut options = Self {
            demo: false,
            port: 8080,
        };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--demo" => options.demo = true,
                "--port" => {
                    let port = words.next().context("--port needs a number")?;
                    options.port = port
                        .parse()
                        .context("--port needs a number from 1 to 65535")?;
                }
                other => bail!("run does not know {other}; it takes --demo and --port N"),
            }
        }
        Ok(options)
    }
}

/// Builds, starts, says what to do next, and runs until it is stopped.
///
/// # Errors
/// When something does not build or start, or a server ends by itself.
pub fn run(options: &Options) -> Result<()> {
    bundle::build()?;
    timed("building the server and the job portal", || {
        check(&mut cargo([
            "build",
            "-p",
            "foothold-backend",
            "-p",
            "foothold-job-portal",
        ]))
    })?;
    let scratch = tempfile::tempdir()?;

    let mut server = Server::start(
        "the Foothold server",
        Command::new(binary("foothold-backend"))
            .env(
                "FOOTHOLD__SERVER__LISTEN",
                format!("127.0.0.1:{}", options.port),
            )
            .env("FOOTHOLD__SERVER__PORTAL_DIR", dist().join("portal")),
        &scratch.path().join("server"),
    )?;
    let mut job_portal = None;
    if options.demo {
        demo::seed(&server.address)?;
        job_portal = Some(Server::start(
            "the job portal",
            Command::new(binary("foothold-job-portal"))
                .args([
                    "--listen",
                    "127.0.0.1:8090",
                    "--embed-listen",
                    "127.0.0.1:8091",
                ])
                .arg("--data")
                .arg(root().join("data/job-portal")),
            &scratch.path().join("job-portal"),
        )?);
    }
    let portal = format!("http://{}", server.address);
    print!(
        "{}",
        next_steps(&portal, job_portal.as_ref().map(|s| s.address.as_str()))
    );

    let ended = loop {
        if let Some(status) = server.child.try_wait()? {
            break format!("the Foothold server ended with {status}");
        }
        if let Some(other) = job_portal.as_mut()
            && let Some(status) = other.child.try_wait()?
        {
            break format!("the job portal ended with {status}");
        }
        std::thread::sleep(Duration::from_millis(200));
    };
    bail!(ended)
}

fn next_steps(portal: &str, job_portal: Option<&str>) -> String {
    let extension = dist().join("extension");
    let first = if job_portal.is_some() {
        format!(
            "1. Open {portal} and sign in as {} with the password {}.",
            demo::EMAIL,
            demo::PASSWORD
        )
    } else {
        format!("1. Open {portal}, sign up, and write your profile.")
    };
    let third = job_portal.map_or_else(
        || "3. Open a job's application form, click the Foothold button, then Fill.".to_owned(),
        |address| {
            format!(
                "3. Open http://{address}, pick a job, click Apply, then the Foothold button and Fill."
            )
        },
    );
    format!(
        "\nFoothold is running. Three things to do next:\n\n{first}\n\
         2. In Chrome or Chromium open chrome://extensions, turn on Developer mode, choose\n   \
         \"Load unpacked\" and pick {}\n   Then connect it: {portal}/extension shows how.\n{third}\n\n\
         The API is described at {portal}/docs. Ctrl-C stops everything; what you enter stays in ./data.\n\n",
        extension.display()
    )
}

/// A started program. Dropping it ends it.
struct Server {
    child: Child,
    address: String,
}

impl Server {
    /// Starts a program that writes its address to `--ready-file` once it listens, and waits for that.
    fn start(name: &str, command: &mut Command, ready_file: &Path) -> Result<Self> {
        say(&format!("starting {name}"));
        let child = command
            .arg("--ready-file")
            .arg(ready_file)
            .current_dir(root())
            .spawn()
            .with_context(|| format!("cannot start {name}"))?;
        let mut server = Self {
            child,
            address: String::new(),
        };
        server.address = server.wait(name, &ready_file.to_path_buf())?;
        Ok(server)
    }

    fn wait(&mut self, name: &str, ready_file: &PathBuf) -> Result<String> {
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait()? {
                bail!("{name} ended with {status}; what it printed above says why");
            }
            let text = fs::read_to_string(ready_file).unwrap_or_default();
            if let Some(address) = text.lines().next().filter(|_| text.ends_with('\n')) {
                let address = address.trim();
                return Ok(address
                    .strip_prefix("http://")
                    .unwrap_or(address)
                    .to_owned());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("{name} was not ready after a minute")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already ended is as good as killed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn reads_its_options() {
        assert_eq!(
            Options::parse(&[]).expect("none"),
            Options {
                demo: false,
                port: 8080
            }
        );
        let both = Options::parse(&["--port", "9000", "--demo"]).expect("both");
        assert_eq!(
            both,
            Options {
                demo: true,
                port: 9000
            }
        );
        assert!(Options::parse(&["--port"]).is_err());
        assert!(Options::parse(&["--port", "70000"]).is_err());
        assert!(Options::parse(&["--fast"]).is_err());
    }
}
