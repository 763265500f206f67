//! The jobs file: read again whenever it changed; a mistake is told with its line.

use super::{Answer, Jobs};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// The jobs that are there without a file.
const BUILT_IN: &str = include_str!("../../jobs.json");
/// A jobs file larger than this is not read.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Why there are no jobs to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JobsError {
    /// The file, as it was named.
    pub(crate) file: String,
    /// The line, from 1; 0 where the file could not be read at all.
    pub(crate) line: usize,
    /// The text of that line.
    pub(crate) excerpt: String,
    /// What is wrong, in words.
    pub(crate) message: String,
}

/// The jobs, as the file stands now.
pub(crate) struct JobsFile {
    path: Option<PathBuf>,
    last: Mutex<Option<(Stamp, Outcome)>>,
}

type Stamp = Option<(SystemTime, u64)>;
type Outcome = Result<Arc<Jobs>, JobsError>;

impl JobsFile {
    /// Jobs from a file, or the built-in ones.
    pub(crate) fn new(path: Option<PathBuf>) -> Self {
        Self {
            path,
            last: Mutex::new(None),
        }
    }

    /// The jobs, read again if the file changed since the last call.
    pub(crate) fn read(&self) -> Outcome {
        let stamp = self.stamp();
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((seen, outcome)) = &*last
            && *seen == stamp
        {
            return outcome.clone();
        }
        let outcome = self.load(stamp);
        *last = Some((stamp, outcome.clone()));
        outcome
    }

    fn stamp(&self) -> Stamp {
        let meta = std::fs::metadata(self.path.as_ref()?).ok()?;
        Some((meta.modified().ok()?, meta.len()))
    }

    fn load(&self, stamp: Stamp) -> Outcome {
        let Some(path) = &self.path else {
            return parse("jobs.json", BUILT_IN).map(Arc::new);
        };
        let file = path.display().to_string();
        let unread = |message: String| JobsError {
            file: file.clone(),
            line: 0,
            excerpt: String::new(),
            message,
        };
        if stamp.is_some_and(|(_, size)| size > MAX_BYTES) {
            return Err(unread("The file is larger than 4 MB.".to_owned()));
        }
        let text = std::fs::read_to_string(path)
            .map_err(|error| unread(format!("The file cannot be read: {error}.")))?;
        parse(&file, &text).map(Arc::new)
    }
}

fn parse(file: &str, text: &str) -> Result<Jobs, JobsError> {
    let at = |line: usize, message: String| JobsError {
        file: file.to_owned(),
        line,
        excerpt: text
            .lines()
            .nth(line.saturating_sub(1))
            .unwrap_or_default()
            .trim()
            .to_owned(),
        message,
    };
    let jobs: Jobs = serde_json::from_str(text).map_err(|error| {
        let message = error.to_string();
        // serde_json repeats the place in its message; the page names the line by itself.
        let message = message
            .split(" at line ")
            .next()
            .unwrap_or_default()
            .to_owned();
        at(error.line(), message)
    })?;
    for (index, job) in jobs.jobs.iter().enumerate() {
        let id = &job.id.0;
        if jobs.jobs[..index].iter().any(|other| other.id == job.id) {
            return Err(at(
                line_of(text, id, 1),
                format!("the id \"{id}\" is used twice"),
            ));
        }
        for (number, question) in job.questions.iter().enumerate() {
            let name = &question.id.0;
            let line = line_of(text, name, 0);
            if job.questions[..number]
                .iter()
                .any(|other| other.id == question.id)
            {
                let message = format!("job \"{id}\" has two questions with the id \"{name}\"");
                return Err(at(line, message));
            }
            let wants_options = matches!(question.answer, Answer::Choice | Answer::Choices);
            if wants_options && question.options.len() < 2 {
                let message =
                    format!("question \"{name}\" of job \"{id}\" needs two or more options");
                return Err(at(line, message));
            }
        }
    }
    Ok(jobs)
}

/// The line (from 1) of the given occurrence (from 0) of `"id": "<id>"`, however it is spaced.
fn line_of(text: &str, id: &str, occurrence: usize) -> usize {
    let quoted = format!("\"{id}\"");
    text.lines()
        .enumerate()
        .filter(|(_, line)| {
            let mut parts = line.split("\"id\"").skip(1);
            parts.any(|rest| {
                rest.trim_start()
                    .trim_start_matches(':')
                    .trim_start()
                    .starts_with(&quoted)
            })
        })
        .nth(occurrence)
        .map_or(1, |(index, _)| index + 1)
}

#[cfg(test)]
mod tests {
    use super::{BUILT_IN, JobsFile, parse};

    const JOB: &str = r#"{
  "id": "one", "title": "T", "company": "C", "ats": "lever", "lang": "en",
  "location": { "city": "X", "country": "US" }, "employment": "full_time",
  "posted": "2026-11-02", "description": "Text."
}"#;

    fn error(text: &str) -> (usize, String) {
        let error = parse("jobs.json", text).expect_err("the file is broken");
        (error.line, error.message)
    }

    #[test]
    fn the_built_in_jobs_are_valid() {
        let jobs = parse("jobs.json", BUILT_IN).expect("valid");
        assert!(jobs.jobs.len() >= 8);
    }

    #[test]
    fn a_mistake_names_its_line() {
        let (line, message) = error("{\n \"jobs\": [\n  { \"id\": \"A b\" }\n ]\n}");
        assert_eq!(line, 3);
        assert!(message.contains("\"A b\" is not an id"), "{message}");

        let (line, _) = error("{\n \"jobs\": [\n  oops\n ]\n}");
        assert_eq!(line, 3);

        let (line, message) = error(&format!("{{ \"jobs\": [\n{JOB},\n{JOB}\n] }}"));
        assert_eq!(
            (line, message.as_str()),
            (8, "the id \"one\" is used twice")
        );

        let typo = JOB.replace("\"posted\"", "\"postd\"");
        let (line, message) = error(&format!("{{ \"jobs\": [\n{typo}\n] }}"));
        assert_eq!(line, 5);
        assert!(message.contains("postd"), "{message}");

        let never = JOB.replace("2026-11-02", "2026-02-30");
        assert!(
            error(&format!("{{ \"jobs\": [{never}] }}"))
                .1
                .contains("is not a day")
        );
    }

    #[test]
    fn a_changed_file_is_read_again() {
        let dir = tempfile::tempdir().expect("a folder");
        let path = dir.path().join("jobs.json");
        let jobs = JobsFile::new(Some(path.clone()));
        assert_eq!(jobs.read().expect_err("no file yet").line, 0);
        std::fs::write(&path, format!("{{ \"jobs\": [{JOB}] }}")).expect("written");
        assert_eq!(jobs.read().expect("valid").jobs.len(), 1);
        std::fs::write(&path, "{ \"jobs\": [] }").expect("written");
        assert_eq!(jobs.read().expect("valid").jobs.len(), 0);
        std::fs::write(&path, "{").expect("written");
        assert_eq!(jobs.read().expect_err("broken").line, 1);
    }
}
