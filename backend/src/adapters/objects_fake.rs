//! An object store for tests: in memory, and full or away when it is told to be.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use bytes::Bytes;
use futures_util::future::{BoxFuture, ready};
use futures_util::stream::{self, BoxStream};
use futures_util::{FutureExt, StreamExt};

use super::objects::{FoundObject, Objects, ObjectsError, Result};

/// How the fake answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mood {
    /// As it should.
    #[default]
    Well,
    /// Puts find no room; everything else works.
    Full,
    /// Nothing works.
    Away,
}

#[derive(Debug, Default)]
struct State {
    mood: Mood,
    objects: BTreeMap<String, (Bytes, i64)>,
    now_ms: i64,
}

/// Objects in memory.
#[derive(Debug, Default)]
pub struct FakeObjects(Mutex<State>);

impl FakeObjects {
    /// From now on answers like this.
    pub fn set_mood(&self, mood: Mood) {
        self.state().mood = mood;
    }

    /// From now on objects are put at this time.
    pub fn set_now_ms(&self, now_ms: i64) {
        self.state().now_ms = now_ms;
    }

    /// The keys there are, in order.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        self.state().objects.keys().cloned().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn usable(&self) -> Result<MutexGuard<'_, State>> {
        let state = self.state();
        if state.mood == Mood::Away {
            return Err(ObjectsError::Unavailable("the fake is away".into()));
        }
        Ok(state)
    }
}

impl Objects for FakeObjects {
    fn put<'a>(&'a self, key: &'a str, bytes: Bytes) -> BoxFuture<'a, Result<()>> {
        let done = self.usable().and_then(|mut state| {
            if state.mood == Mood::Full {
                let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
                return Err(ObjectsError::Full(full.into()));
            }
            let now_ms = state.now_ms;
            state.objects.insert(key.to_owned(), (bytes, now_ms));
            Ok(())
        });
        ready(done).boxed()
    }

    fn get<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<Bytes>> {
        let found = self.usable().and_then(|state| {
            state
                .objects
                .get(key)
                .map(|(bytes, _)| bytes.clone())
                .ok_or(ObjectsError::NotFound)
        });
        ready(found).boxed()
    }

    fn delete<'a>(&'a self, key: &'a str) -> BoxFuture<'a, Result<()>> {
        ready(
            self.usable()
                .map(|mut state| drop(state.objects.remove(key))),
        )
        .boxed()
    }

    fn list<'a>(&'a self, folder: &'a str) -> BoxStream<'a, Result<FoundObject>> {
        let below = format!("{folder}/");
        let found: Vec<Result<FoundObject>> = match self.usable() {
            Err(error) => vec![Err(error)],
            Ok(state) => state
                .objects
                .iter()
                .filter(|(key, _)| key.starts_with(&below))
                .map(|(key, (_, put_at_ms))| {
                    Ok(FoundObject {
                        key: key.clone(),
                        put_at_ms: *put_at_ms,
                    })
                })
                .collect(),
        };
        stream::iter(found).boxed()
    }

    fn clear_unfinished(&self, _before_ms: i64) -> BoxFuture<'_, Result<u64>> {
        ready(self.usable().map(|_| 0)).boxed()
    }
}
