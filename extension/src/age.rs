//! How long ago something was, in words.

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// How long ago `then_ms` was at `now_ms`: "just now", "5 minutes ago", "3 days ago".
#[must_use]
pub fn ago(now_ms: i64, then_ms: i64) -> String {
    let age_ms = now_ms.saturating_sub(then_ms).max(0);
    let (count, unit) = if age_ms < MINUTE_MS {
        return "just now".to_owned();
    } else if age_ms < HOUR_MS {
        (age_ms / MINUTE_MS, "minute")
    } else if age_ms < DAY_MS {
        (age_ms / HOUR_MS, "hour")
    } else {
        (age_ms / DAY_MS, "day")
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {unit}{plural} ago")
}

/// A size in bytes, as a person reads it: "48 KB", "1.2 MB".
#[must_use]
pub fn size(bytes: i64) -> String {
    match bytes.max(0) {
        small @ ..1000 => format!("{small} bytes"),
        medium @ ..1_000_000 => format!("{} KB", medium / 1000),
        large => format!("{}.{} MB", large / 1_000_000, large % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_read_well() {
        let now_ms = 100 * DAY_MS;
        for (age_ms, words) in [
            (-5, "just now"),
            (0, "just now"),
            (59_999, "just now"),
            (MINUTE_MS, "1 minute ago"),
            (59 * MINUTE_MS, "59 minutes ago"),
            (HOUR_MS, "1 hour ago"),
            (23 * HOUR_MS + 59 * MINUTE_MS, "23 hours ago"),
            (DAY_MS, "1 day ago"),
            (40 * DAY_MS, "40 days ago"),
        ] {
            assert_eq!(ago(now_ms, now_ms - age_ms), words);
        }
    }

    #[test]
    fn sizes_read_well() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (999, "999 bytes"),
            (48_210, "48 KB"),
            (1_250_000, "1.2 MB"),
            (5_000_000, "5.0 MB"),
        ] {
            assert_eq!(size(bytes), words);
        }
    }
}
