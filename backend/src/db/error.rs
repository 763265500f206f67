//! Telling a database that is away from one that was asked something wrong.

/// A failed database call.
pub use sqlx::Error;

/// Whether the failure says that the database cannot be used now (gone, full, locked, damaged),
/// rather than that the server made a mistake.
#[must_use]
pub fn is_unavailable(error: &Error) -> bool {
    match error {
        Error::Io(_)
        | Error::Tls(_)
        | Error::PoolTimedOut
        | Error::PoolClosed
        | Error::WorkerCrashed => true,
        Error::Database(answer) => {
            let code = answer.code().unwrap_or_default();
            if answer
                .try_downcast_ref::<sqlx::sqlite::SqliteError>()
                .is_some()
            {
                sqlite_is_unavailable(&code)
            } else {
                postgres_is_unavailable(&code)
            }
        }
        _ => false,
    }
}

/// SQLite's result codes; the low byte of an extended code is its primary code.
fn sqlite_is_unavailable(code: &str) -> bool {
    const BUSY: i32 = 5;
    const LOCKED: i32 = 6;
    const READ_ONLY: i32 = 8;
    const IO_ERROR: i32 = 10;
    const CORRUPT: i32 = 11;
    const FULL: i32 = 13;
    const CANNOT_OPEN: i32 = 14;
    const NOT_A_DATABASE: i32 = 26;
    code.parse::<i32>().is_ok_and(|code| {
        matches!(
            code & 0xff,
            BUSY | LOCKED | READ_ONLY | IO_ERROR | CORRUPT | FULL | CANNOT_OPEN | NOT_A_DATABASE
        )
    })
}

/// PostgreSQL's classes: connection exception, insufficient resources, operator intervention,
/// system error; and a deadlock or serialisation failure, which a second try may pass.
fn postgres_is_unavailable(code: &str) -> bool {
    ["08", "53", "57", "58", "40"]
        .iter()
        .any(|class| code.starts_with(class))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_an_absent_database() {
        for code in ["5", "13", "14", "1032", "778", "26"] {
            assert!(sqlite_is_unavailable(code), "{code}");
        }
        for code in ["08006", "53300", "57P01", "40P01"] {
            assert!(postgres_is_unavailable(code), "{code}");
        }
    }

    #[test]
    fn codes_of_a_mistake() {
        for code in ["1", "19", "2067", "20"] {
            assert!(!sqlite_is_unavailable(code), "{code}");
        }
        for code in ["23505", "42703"] {
            assert!(!postgres_is_unavailable(code), "{code}");
        }
        assert!(is_unavailable(&Error::PoolClosed));
        assert!(!is_unavailable(&Error::RowNotFound));
    }
}
