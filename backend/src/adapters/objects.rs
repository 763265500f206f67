//! Where files are kept: a local folder, S3 or Google Cloud Storage, behind one trait.
//!
//! A put is all or nothing: a reader sees the whole object or none, also after a crash.
//! What must not happen here: knowing what an object holds; keys made of what people typed.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Debug;
use std::io::ErrorKind;
use std::path::{Path as FilePath, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};
use object_store::aws::{AmazonS3Builder, AmazonS3ConfigKey};
use object_store::gcp::{GoogleCloudStorageBuilder, GoogleConfigKey};
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, PutPayload};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::db::make_private_folder;

/// Why an object was not put, read, listed or deleted.
#[derive(Debug, thiserror::Error)]
pub enum ObjectsError {
    /// There is no object of this key.
    #[error("there is no such object")]
    NotFound,
    /// There is no room left. Nothing was stored.
    #[error("the object store is full")]
    Full(#[source] Box<dyn Error + Send + Sync>),
    /// The store does not answer, or does not let us in. Nothing was stored.
    #[error("the object store cannot be used")]
    Unavailable(#[source] Box<dyn Error + Send + Sync>),
}

/// An object in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundObject {
    /// Its key.
    pub key: String,
    /// When it was last put, epoch milliseconds, by the store's clock.
    pub put_at_ms: i64,
}

/// A result of the object store.
pub type Result<T> = std::result::Result<T, ObjectsError>;

/// Keeps objects by key. Keys are `/`-separated words of letters, digits, `-` and `_`.
pub trait Objects: Debug + Send + Sync {
    /// Stores an object; one of the same key is replaced.
    fn put<'a>(&'a self, key: &'a str, bytes: Bytes) -> BoxFuture<'a, Result<()>>;

    /// The whole object.
    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Bytes>>;

    /// Deletes an object; one that is not there is no error.
    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<()>>;

    /// Every object below a folder (`resumes`), in no order.
    fn list<'a>(&'a self, folder: &'a str) -> BoxStream<'a, Result<FoundObject>>;

    /// Removes what puts left behind that were cut off by a crash before `before_ms`, and says how
    /// many there were.
    fn clear_unfinished(&self, before_ms: i64) -> BoxFuture<'_, Result<u64>>;
}

/// Why the configured place cannot be opened. Repeats no option: they may be secrets.
#[derive(Debug, thiserror::Error)]
pub enum OpenObjectsError {
    /// The folder cannot be made or entered.
    #[error("the folder for files cannot be used: {0}")]
    Folder(#[source] std::io::Error),
    /// The address has a scheme that is not known.
    #[error("the place for files must be a folder, or begin with s3:// or gs://")]
    UnknownScheme,
    /// An option has a name that the store does not know.
    #[error("the object store knows no option {0:?}")]
    UnknownOption(String),
    /// The store's library refuses the address or the options.
    #[error("the object store cannot be opened: {0}")]
    Refused(#[source] object_store::Error),
}

/// Opens the place that the configuration names: a folder (made if it is not there), or
/// `s3://bucket/prefix` or `gs://bucket/prefix`. `options` are the library's own (`region`,
/// `endpoint`, `access_key_id` …); what is not given comes from the usual variables and from the
/// machine's role.
///
/// # Errors
/// See [`OpenObjectsError`]. The network is not asked yet.
pub fn open_objects(
    location: &str,
    options: &BTreeMap<String, SecretString>,
) -> std::result::Result<Arc<dyn Objects>, OpenObjectsError> {
    let Some((scheme, _)) = location.split_once("://") else {
        return Ok(Arc::new(ObjectFolder::open(FilePath::new(location))?));
    };
    let refused = OpenObjectsError::Refused;
    let unknown = |name: &str| OpenObjectsError::UnknownOption(name.to_owned());
    let store: Arc<dyn ObjectStore> = match scheme {
        "file" => {
            let folder = location.trim_start_matches("file://");
            return Ok(Arc::new(ObjectFolder::open(FilePath::new(folder))?));
        }
        "s3" => {
            let mut builder = AmazonS3Builder::from_env().with_url(location);
            for (name, value) in options {
                let key: AmazonS3ConfigKey = name.parse().map_err(|_| unknown(name))?;
                builder = builder.with_config(key, value.expose_secret());
            }
            Arc::new(builder.build().map_err(refused)?)
        }
        "gs" => {
            let mut builder = GoogleCloudStorageBuilder::from_env().with_url(location);
            for (name, value) in options {
                let key: GoogleConfigKey = name.parse().map_err(|_| unknown(name))?;
                builder = builder.with_config(key, value.expose_secret());
            }
            Arc::new(builder.build().map_err(refused)?)
        }
        _ => return Err(OpenObjectsError::UnknownScheme),
    };
    let url = Url::parse(location).map_err(|_| OpenObjectsError::UnknownScheme)?;
    let prefix = Path::from(url.path().trim_matches('/'));
    Ok(Arc::new(ObjectBucket(PrefixStore::new(store, prefix))))
}

/// Objects in a bucket.
#[derive(Debug)]
struct ObjectBucket(PrefixStore<Arc<dyn ObjectStore>>);

impl Objects for ObjectBucket {
    fn put<'a>(&'a self, key: &'a str, bytes: Bytes) -> BoxFuture<'a, Result<()>> {
        put(&self.0, key, bytes).boxed()
    }

    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Bytes>> {
        get(&self.0, key).boxed()
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<()>> {
        delete(&self.0, key).boxed()
    }

    fn list<'a>(&'a self, folder: &'a str) -> BoxStream<'a, Result<FoundObject>> {
        list(&self.0, folder)
    }

    // A put is one request; the store itself forgets one that was cut off.
    fn clear_unfinished(&self, _before_ms: i64) -> BoxFuture<'_, Result<u64>> {
        std::future::ready(Ok(0)).boxed()
    }
}

/// Objects in a local folder that only its owner can enter.
#[derive(Debug)]
struct ObjectFolder {
    store: LocalFileSystem,
    root: PathBuf,
}

impl ObjectFolder {
    fn open(folder: &FilePath) -> std::result::Result<Self, OpenObjectsError> {
        make_private_folder(folder).map_err(OpenObjectsError::Folder)?;
        let store = LocalFileSystem::new_with_prefix(folder)
            .map_err(OpenObjectsError::Refused)?
            // What was answered with "stored" survives a power cut.
            .with_fsync(true)
            .with_automatic_cleanup(true);
        Ok(Self {
            store,
            root: folder.to_owned(),
        })
    }
}

impl Objects for ObjectFolder {
    fn put<'a>(&'a self, key: &'a str, bytes: Bytes) -> BoxFuture<'a, Result<()>> {
        put(&self.store, key, bytes).boxed()
    }

    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Bytes>> {
        get(&self.store, key).boxed()
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<()>> {
        delete(&self.store, key).boxed()
    }

    fn list<'a>(&'a self, folder: &'a str) -> BoxStream<'a, Result<FoundObject>> {
        list(&self.store, folder)
    }

    fn clear_unfinished(&self, before_ms: i64) -> BoxFuture<'_, Result<u64>> {
        let root = self.root.clone();
        async move {
            tokio::task::spawn_blocking(move || clear_staged(&root, before_ms))
                .await
                .map_err(std::io::Error::other)
                .flatten()
                .map_err(|error| from_io(error.kind(), error))
        }
        .boxed()
    }
}

/// The library writes `name#1` first and renames it to `name`; its own lists leave those out.
fn clear_staged(folder: &FilePath, before_ms: i64) -> std::io::Result<u64> {
    let mut cleared = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            cleared += clear_staged(&entry.path(), before_ms)?;
        } else if entry.file_name().to_string_lossy().contains('#') {
            let modified: chrono::DateTime<chrono::Utc> = entry.metadata()?.modified()?.into();
            if modified.timestamp_millis() < before_ms {
                std::fs::remove_file(entry.path())?;
                cleared += 1;
            }
        }
    }
    Ok(cleared)
}

async fn put(store: &dyn ObjectStore, key: &str, bytes: Bytes) -> Result<()> {
    store
        .put(&Path::from(key), PutPayload::from(bytes))
        .await
        .map(drop)
        .map_err(from_store)
}

async fn get(store: &dyn ObjectStore, key: &str) -> Result<Bytes> {
    store
        .get(&Path::from(key))
        .await
        .map_err(from_store)?
        .bytes()
        .await
        .map_err(from_store)
}

async fn delete(store: &dyn ObjectStore, key: &str) -> Result<()> {
    match store.delete(&Path::from(key)).await.map_err(from_store) {
        Err(ObjectsError::NotFound) | Ok(()) => Ok(()),
        Err(error) => Err(error),
    }
}

fn list<'a>(store: &'a dyn ObjectStore, folder: &str) -> BoxStream<'a, Result<FoundObject>> {
    store
        .list(Some(&Path::from(folder)))
        .map(|found| {
            let found = found.map_err(from_store)?;
            Ok(FoundObject {
                key: found.location.to_string(),
                put_at_ms: found.last_modified.timestamp_millis(),
            })
        })
        .boxed()
}

fn from_store(error: object_store::Error) -> ObjectsError {
    if matches!(error, object_store::Error::NotFound { .. }) {
        return ObjectsError::NotFound;
    }
    let mut source: Option<&(dyn Error + 'static)> = Some(&error);
    let mut kind = ErrorKind::Other;
    while let Some(inner) = source {
        if let Some(io) = inner.downcast_ref::<std::io::Error>() {
            kind = io.kind();
        }
        source = inner.source();
    }
    from_io(kind, error)
}

fn from_io(kind: ErrorKind, error: impl Into<Box<dyn Error + Send + Sync>>) -> ObjectsError {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            ObjectsError::Full(error.into())
        }
        _ => ObjectsError::Unavailable(error.into()),
    }
}

#[cfg(test)]
mod tests;
