//! Entity tags that say which save something is at.

/// The version in an entity tag that this API gave. Other tags never match: not the weak ones, and
/// not `*`, which would save over whatever is there.
pub(crate) fn version_of(tag: &str) -> Option<i64> {
    let digits = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
    let version = digits.parse().ok()?;
    (version >= 0 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(version)
}

#[cfg(test)]
mod tests {
    use super::version_of;

    #[test]
    fn tags() {
        assert_eq!(version_of("\"0\""), Some(0));
        assert_eq!(version_of(" \"17\" "), Some(17));
        for other in [
            "",
            "17",
            "*",
            "W/\"17\"",
            "\"17",
            "\"-1\"",
            "\"+1\"",
            "\"a\"",
            "\"1\", \"2\"",
            "\"99999999999999999999\"",
        ] {
            assert_eq!(version_of(other), None, "{other}");
        }
    }
}
