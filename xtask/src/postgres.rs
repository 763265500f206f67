//! A PostgreSQL server of our own for the tests: started on a free loopback port, stopped and deleted at the end.

use crate::shell::{find, install, is_root, read};
use anyhow::{Context, Result, bail};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The running server. Dropping it stops the server and deletes its data.
pub struct Postgres {
    server: Child,
    port: u16,
    programs: PathBuf,
    user: Option<(u32, u32)>,
    folder: tempfile::TempDir,
}

impl Postgres {
    /// Starts a server for tests, after installing PostgreSQL where it is missing.
    ///
    /// # Errors
    /// When PostgreSQL is missing and cannot be installed, or does not start.
    pub fn start() -> Result<Self> {
        // The data lives for one run of the tests: nothing needs to survive a power cut.
        Self::start_with(&[
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ])
    }

    /// Starts a server that keeps what it was given, with the memory of a small machine.
    ///
    /// # Errors
    /// See [`Self::start`].
    pub fn start_as_people_run_it() -> Result<Self> {
        Self::start_with(&["shared_buffers=512MB", "max_wal_size=4GB"])
    }

    fn start_with(settings: &[&str]) -> Result<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir()?;
        // PostgreSQL refuses to run as root: an unprivileged account runs it.
        let user = if is_root() {
            Some(unprivileged_user()?)
        } else {
            None
        };
        if let Some((uid, gid)) = user {
            chown(folder.path(), Some(uid), Some(gid))?;
        }
        let data = folder.path().join("data");
        let mut initdb = Command::new(programs.join("initdb"));
        initdb.args([
            "--auth=trust",
            "--username=foothold",
            "--encoding=UTF8",
            "--locale=C",
        ]);
        initdb
            .args(["--no-sync", "--pgdata"])
            .arg(&data)
            .current_dir(folder.path());
        read(become_user(&mut initdb, user))?;

        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = fs::File::create(folder.path().join("log"))?;
        let mut start = Command::new(programs.join("postgres"));
        start.arg("-D").arg(&data).current_dir(folder.path());
        let always = [
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
        ];
        for setting in always.iter().chain(settings) {
            start.args(["-c", setting]);
        }
        start.args(["-c", &format!("port={port}")]);
        start
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        let server = become_user(&mut start, user)
            .spawn()
            .context("cannot start postgres")?;
        let mut postgres = Self {
            server,
            port,
            programs,
            user,
            folder,
        };
        postgres.wait_until_ready()?;
        Ok(postgres)
    }

    /// The address to connect to, as the configuration wants it.
    pub fn url(&self) -> String {
        format!("postgres://foothold@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline {
            if let Some(status) = self.server.try_wait()? {
                let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                bail!("postgres ended with {status}:\n{log}");
            }
            let mut probe = Command::new(self.programs.join("pg_isready"));
            probe.args(["-q", "-h", "127.0.0.1", "-p", &self.port.to_string()]);
            if probe.status().is_ok_and(|status| status.success()) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("postgres was not ready after a minute")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let mut stop = Command::new(self.programs.join("pg_ctl"));
        stop.args(["stop", "-m", "fast", "-s", "-D"])
            .arg(self.folder.path().join("data"));
        let stopped = read(become_user(stop.current_dir(self.folder.path()), self.user));
        if stopped.is_err() {
            // It did not listen to the polite word; nothing else can be done in a drop.
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

fn become_user(command: &mut Command, user: Option<(u32, u32)>) -> &mut Command {
    if let Some((uid, gid)) = user {
        command.uid(uid).gid(gid);
    }
    command
}

/// The folder of PostgreSQL's own programs, which Debian keeps off PATH.
fn programs() -> Result<PathBuf> {
    if let Some(found) = locate() {
        return Ok(found);
    }
    install(&["postgresql"], "PostgreSQL")?;
    locate().context("PostgreSQL was installed, but its programs were not found")
}

fn locate() -> Option<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let mut folders: Vec<PathBuf> = debian.map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.reverse();
    let on_path = find(&["postgres"]).and_then(|file| file.parent().map(Path::to_path_buf));
    folders.into_iter().chain(on_path).find(|folder| {
        ["initdb", "postgres", "pg_ctl", "pg_isready"]
            .iter()
            .all(|name| folder.join(name).exists())
    })
}

/// Who runs the server when we are root: the account that Debian's package makes, else `nobody`.
fn unprivileged_user() -> Result<(u32, u32)> {
    let accounts = fs::read_to_string("/etc/passwd")?;
    ["postgres", "nobody"]
        .iter()
        .find_map(|name| {
            let line = accounts
                .lines()
                .find(|line| line.split(':').next() == Some(name))?;
            let mut parts = line.split(':').skip(2);
            Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
        })
        .context("no unprivileged account to run PostgreSQL as")
}

#[cfg(test)]
mod tests {
    use super::Postgres;
    use std::net::TcpStream;

    #[test]
    fn starts_and_stops_by_itself() {
        let postgres = Postgres::start().expect("PostgreSQL starts");
        let address = format!("127.0.0.1:{}", postgres.port);
        TcpStream::connect(&address).expect("it listens");
        let data = postgres.folder.path().to_path_buf();
        drop(postgres);
        TcpStream::connect(&address).expect_err("it is gone");
        assert!(!data.exists(), "its data is gone");
    }
}
