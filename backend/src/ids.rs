//! New identifiers, as a parameter, and the macro for typed ids.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use uuid::Uuid;

use crate::chance::Chance;
use crate::clock::Clock;

/// A source of new identifiers.
pub trait Ids: Debug + Send + Sync {
    /// A UUIDv7 in its usual spelling; later ids sort after earlier ones.
    fn next(&self) -> String;
}

/// Identifiers from the time and chance.
#[derive(Debug, Clone)]
pub struct TimedIds {
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
}

impl TimedIds {
    /// Ids that take their time from `clock` and the rest from `chance`.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, chance: Arc<dyn Chance>) -> Self {
        Self { clock, chance }
    }
}

impl Ids for TimedIds {
    fn next(&self) -> String {
        let mut random = [0; 10];
        self.chance.fill(&mut random);
        let millis = u64::try_from(self.clock.now_ms()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .to_string()
    }
}

/// Identifiers that count up from 1; for tests.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU64);

impl Ids for CountingIds {
    fn next(&self) -> String {
        let n = self.0.fetch_add(1, Ordering::SeqCst) + 1;
        Uuid::from_u128(0x0199_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)).to_string()
    }
}

/// Makes a typed identifier: a text in the database and on the wire, a type of its own in the code.
#[macro_export]
macro_rules! text_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ::sqlx::Type)]
        #[sqlx(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self(id)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// An account's id. Every feature keys its rows by it.
    AccountId
);
text_id!(
    /// A session's id.
    SessionId
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::SeededChance;
    use crate::clock::ManualClock;

    #[test]
    fn later_ids_sort_after_earlier_ones() {
        let clock = Arc::new(ManualClock::at(1_700_000_000_000));
        let ids = TimedIds::new(clock.clone(), Arc::new(SeededChance::new(1)));
        let first = ids.next();
        clock.advance_ms(1);
        assert!(first < ids.next());
        assert_eq!(
            Uuid::parse_str(&first).map(|id| id.get_version_num()),
            Ok(7)
        );
    }
}
