//! The command line.

use std::net::SocketAddr;
use std::path::PathBuf;

/// What the command line takes, for `--help` and for a wrong call.
pub const USAGE: &str = "\
Usage: foothold-job-portal [options]

A local stand-in for job boards: invented jobs, forms that behave like the real ones.

  --listen ADDR         where it listens (127.0.0.1:8090)
  --embed-listen ADDR   where embedded forms come from, another origin (127.0.0.1:8091)
  --jobs FILE           the jobs (job-portal/jobs.json where there is one, else built in)
  --data DIR            where applications are kept (data/job-portal)
  --ready-file PATH     written once it answers: both addresses, a line each
  --allow-network       allow addresses that other machines reach
  --help                this text
";

/// The parsed command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Args {
    /// Where the job board listens.
    pub listen: SocketAddr,
    /// Where the embedded forms come from: another port, so another origin.
    pub embed_listen: SocketAddr,
    /// The jobs file; `None` where none was named.
    pub jobs: Option<PathBuf>,
    /// Where applications are kept.
    pub data: PathBuf,
    /// A file to write once the server answers.
    pub ready_file: Option<PathBuf>,
    /// Whether `--help` was asked for.
    pub help: bool,
}

impl Args {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// In words for the person who typed them: an unknown option, a missing or wrong value, an
    /// address that other machines reach without `--allow-network`.
    pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let mut parsed = Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8090)),
            embed_listen: SocketAddr::from(([127, 0, 0, 1], 8091)),
            jobs: None,
            data: PathBuf::from("data/job-portal"),
            ready_file: None,
            help: false,
        };
        let mut allow_network = false;
        let mut args = args.into_iter();
        while let Some(name) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{name} needs a value"));
            match name.as_str() {
                "--listen" => parsed.listen = address(&name, &value()?)?,
                "--embed-listen" => parsed.embed_listen = address(&name, &value()?)?,
                "--jobs" => parsed.jobs = Some(value()?.into()),
                "--data" => parsed.data = value()?.into(),
                "--ready-file" => parsed.ready_file = Some(value()?.into()),
                "--allow-network" => allow_network = true,
                "--help" | "-h" => parsed.help = true,
                _ => return Err(format!("unknown option {name}")),
            }
        }
        for listen in [parsed.listen, parsed.embed_listen] {
            if !listen.ip().is_loopback() && !allow_network {
                return Err(format!(
                    "{listen} can be reached from other machines, and applications hold personal \
                     data: add --allow-network if you mean it"
                ));
            }
        }
        Ok(parsed)
    }
}

fn address(name: &str, value: &str) -> Result<SocketAddr, String> {
    value
        .parse()
        .map_err(|_| format!("{name}: {value} is not an address such as 127.0.0.1:8090"))
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn parse(words: &[&str]) -> Result<Args, String> {
        Args::parse(words.iter().map(ToString::to_string))
    }

    #[test]
    fn listens_on_loopback_unless_told_otherwise() {
        assert!(
            parse(&[])
                .expect("defaults are valid")
                .listen
                .ip()
                .is_loopback()
        );
        assert!(parse(&["--listen", "0.0.0.0:0"]).is_err());
        assert!(parse(&["--embed-listen", "[::]:0"]).is_err());
        assert!(parse(&["--listen", "0.0.0.0:0", "--allow-network"]).is_ok());
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(
            parse(&["--jobs"]).expect_err("no value"),
            "--jobs needs a value"
        );
        assert_eq!(
            parse(&["--port"]).expect_err("unknown"),
            "unknown option --port"
        );
        assert!(
            parse(&["--listen", "8090"])
                .expect_err("no host")
                .contains("8090")
        );
    }
}
