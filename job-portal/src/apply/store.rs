//! Applications on disk: a folder each, with `application.json` and `files/`.
//!
//! An application is written under a name nobody looks for and then renamed: it is there whole or
//! not at all.

use super::{Received, file_name};
use crate::form::Form;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// How many applications are kept before the store says that it is full.
const MAX_APPLICATIONS: u64 = 2000;

/// One stored application.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Application {
    /// Counted from 1, six digits.
    pub(crate) application_id: String,
    /// What the person is shown.
    pub(crate) confirmation: String,
    pub(crate) job_id: String,
    pub(crate) company: String,
    pub(crate) job_title: String,
    pub(crate) ats: String,
    /// Epoch milliseconds.
    pub(crate) received_at_ms: i64,
    /// Everything that was sent, in its order.
    pub(crate) fields: Vec<StoredField>,
    pub(crate) files: Vec<StoredFile>,
    /// Names of bait fields that came filled: no person fills them.
    pub(crate) traps: Vec<String>,
}

/// One submitted value.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredField {
    pub(crate) name: String,
    /// The question; empty where the form has no such field.
    pub(crate) label: String,
    pub(crate) value: String,
}

/// One submitted file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StoredFile {
    /// The form field.
    pub(crate) field: String,
    /// The name as it was sent.
    pub(crate) file_name: String,
    /// The name it is kept under.
    pub(crate) stored_as: String,
    pub(crate) media_type: String,
    pub(crate) size_bytes: u64,
    /// Lower-case hex.
    pub(crate) sha256: String,
}

/// Why an application was not kept or found.
#[derive(Debug, thiserror::Error)]
pub(crate) enum StoreError {
    #[error("The store holds {MAX_APPLICATIONS} applications and is full: delete its folder.")]
    Full,
    #[error("The application could not be stored.")]
    Io(#[from] io::Error),
    #[error("The stored application cannot be read.")]
    Broken(#[from] serde_json::Error),
}

/// The folder, and what is in it.
pub(crate) struct Store {
    dir: PathBuf,
    /// One application is written at a time; the number is that of the last one.
    last: Mutex<u64>,
}

impl Store {
    /// Opens the folder, making it where it is missing, and clears what was left half written.
    ///
    /// # Errors
    /// The folder cannot be made or read.
    pub(crate) fn open(dir: &Path) -> io::Result<Self> {
        let dir = dir.join("applications");
        fs::create_dir_all(&dir)?;
        let mut last = 0;
        for entry in fs::read_dir(&dir)? {
            let entry = entry?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".incoming-") {
                fs::remove_dir_all(entry.path())?;
            } else if let Ok(number) = name.parse::<u64>() {
                last = last.max(number);
            }
        }
        Ok(Self {
            dir,
            last: Mutex::new(last),
        })
    }

    /// Keeps an application.
    ///
    /// # Errors
    /// The store is full, or the disk refuses; nothing half written stays.
    pub(crate) fn insert(
        &self,
        form: &Form,
        received: &Received,
        now_ms: i64,
    ) -> Result<Application, StoreError> {
        let mut last = self
            .last
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        if *last >= MAX_APPLICATIONS {
            return Err(StoreError::Full);
        }
        let application = describe(form, received, *last + 1, now_ms);
        let incoming = self
            .dir
            .join(format!(".incoming-{}", application.application_id));
        let written = write(&incoming, &application, received)
            .and_then(|()| fs::rename(&incoming, self.dir.join(&application.application_id)));
        if let Err(error) = written {
            // Already on the way out with an error; a leftover is cleared at the next start.
            let _ = fs::remove_dir_all(&incoming);
            return Err(error.into());
        }
        *last += 1;
        Ok(application)
    }

    /// A stored application.
    ///
    /// # Errors
    /// It is there but cannot be read.
    pub(crate) fn find(&self, id: &str) -> Result<Option<Application>, StoreError> {
        let Some(dir) = self.dir_of(id) else {
            return Ok(None);
        };
        match fs::read(dir.join("application.json")) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// A stored file's bytes, with its description. Only names in the application's own list are
    /// looked up, so that no name leads out of its folder.
    ///
    /// # Errors
    /// It is there but cannot be read.
    pub(crate) fn find_file(
        &self,
        id: &str,
        stored_as: &str,
    ) -> Result<Option<(StoredFile, Vec<u8>)>, StoreError> {
        let (Some(dir), Some(application)) = (self.dir_of(id), self.find(id)?) else {
            return Ok(None);
        };
        let Some(file) = application
            .files
            .into_iter()
            .find(|file| file.stored_as == stored_as)
        else {
            return Ok(None);
        };
        let bytes = fs::read(dir.join("files").join(&file.stored_as))?;
        Ok(Some((file, bytes)))
    }

    /// How many there are, and the newest ones.
    ///
    /// # Errors
    /// One of them cannot be read.
    pub(crate) fn list(&self, limit: usize) -> Result<(u64, Vec<Application>), StoreError> {
        let mut numbers: Vec<u64> = fs::read_dir(&self.dir)?
            .filter_map(|entry| entry.ok()?.file_name().to_string_lossy().parse().ok())
            .collect();
        numbers.sort_unstable_by(|a, b| b.cmp(a));
        let mut newest = Vec::new();
        for number in numbers.iter().take(limit) {
            newest.extend(self.find(&id_of(*number))?);
        }
        Ok((numbers.len() as u64, newest))
    }

    fn dir_of(&self, id: &str) -> Option<PathBuf> {
        let is_id = (6..=9).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_digit());
        is_id.then(|| self.dir.join(id))
    }
}

fn id_of(number: u64) -> String {
    format!("{number:06}")
}

fn describe(form: &Form, received: &Received, number: u64, now_ms: i64) -> Application {
    let sections = form.steps.iter().flat_map(|step| &step.sections);
    let labels: BTreeMap<(Option<&str>, &str), &str> = sections
        .flat_map(|section| section.fields.iter().map(move |field| (section, field)))
        .map(|(section, field)| ((section.rows, field.name.as_str()), field.label.as_str()))
        .collect();
    let label = |name: &str| {
        // Rows: `workExperience[0].jobTitle` asks what `jobTitle` asks in that section; another one may use the name too.
        let (rows, own) = match name.split_once("].") {
            Some((row, own)) => (row.split('[').next(), own),
            None => (None, name),
        };
        labels
            .get(&(rows, own))
            .map_or(String::new(), |label| (*label).to_owned())
    };
    let field = |(name, value): &(String, String)| StoredField {
        name: name.clone(),
        label: label(name),
        value: value.clone(),
    };
    let file = |(index, upload): (usize, &super::Upload)| StoredFile {
        field: upload.field.clone(),
        file_name: upload.file_name.clone(),
        stored_as: format!("{index}-{}", file_name::safe(&upload.file_name)),
        media_type: upload.media_type.clone(),
        size_bytes: upload.bytes.len() as u64,
        sha256: hex::encode(Sha256::digest(&upload.bytes)),
    };
    let bait = |(name, value): &(String, String)| {
        let is_bait = name == form.honeypot || name.ends_with("captcha-response");
        (is_bait && !value.is_empty()).then(|| name.clone())
    };
    Application {
        application_id: id_of(number),
        confirmation: format!("{}-{number:06}", form.ats.name()[..2].to_uppercase()),
        job_id: form.job.id.clone(),
        company: form.job.company.clone(),
        job_title: form.job.title.clone(),
        ats: form.ats.name().to_owned(),
        received_at_ms: now_ms,
        fields: received
            .values
            .iter()
            .filter(|(name, _)| name != "job_id")
            .map(field)
            .collect(),
        files: received.files.iter().enumerate().map(file).collect(),
        traps: received.values.iter().filter_map(bait).collect(),
    }
}

fn write(dir: &Path, application: &Application, received: &Received) -> io::Result<()> {
    let files = dir.join("files");
    fs::create_dir_all(&files)?;
    for (upload, stored) in received.files.iter().zip(&application.files) {
        fs::write(files.join(&stored.stored_as), &upload.bytes)?;
    }
    fs::write(
        dir.join("application.json"),
        serde_json::to_vec_pretty(application)?,
    )
}

#[cfg(test)]
mod tests {
    use super::{Store, StoreError};
    use crate::apply::Received;
    use crate::form::form;
    use crate::jobs::JobsFile;
    use std::fs;

    #[test]
    fn what_cannot_be_written_is_not_there_and_the_next_one_is() {
        let dir = tempfile::tempdir().expect("a folder");
        let jobs = JobsFile::new(None).read().expect("valid");
        let form = form(&jobs.jobs[0]);
        let store = Store::open(dir.path()).expect("a store");
        // Where the folder should be made stands a file: the disk refuses.
        let in_the_way = dir.path().join("applications/.incoming-000001");
        fs::write(&in_the_way, "x").expect("written");
        let refused = store.insert(&form, &Received::default(), 0);
        assert!(matches!(refused, Err(StoreError::Io(_))));
        assert_eq!(store.list(10).expect("readable").0, 0);
        fs::remove_file(&in_the_way).expect("removed");
        let kept = store
            .insert(&form, &Received::default(), 0)
            .expect("stored");
        assert_eq!(kept.application_id, "000001");
    }

    #[test]
    fn what_was_left_half_written_is_cleared_and_counting_goes_on() {
        let dir = tempfile::tempdir().expect("a folder");
        let applications = dir.path().join("applications");
        fs::create_dir_all(applications.join(".incoming-000008")).expect("made");
        fs::create_dir_all(applications.join("000007")).expect("made");
        let jobs = JobsFile::new(None).read().expect("valid");
        let store = Store::open(dir.path()).expect("a store");
        assert!(!applications.join(".incoming-000008").exists());
        let kept = store
            .insert(&form(&jobs.jobs[0]), &Received::default(), 0)
            .expect("stored");
        assert_eq!(kept.application_id, "000008");
    }
}
