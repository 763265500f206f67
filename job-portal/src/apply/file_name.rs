//! A browser's file name into one that is safe to keep and to look up again.

/// Letters, digits, `.`, `-`, `_` and spaces of the last path part; never empty, never dots only.
pub(super) fn safe(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') {
                c
            } else {
                '_'
            }
        })
        .take(100)
        .collect();
    let kept = kept.trim().trim_start_matches('.').to_owned();
    if kept.is_empty() {
        "file".to_owned()
    } else {
        kept
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_path_survives() {
        let table = [
            ("cv.pdf", "cv.pdf"),
            ("Lebenslauf Müller.pdf", "Lebenslauf Müller.pdf"),
            ("../../etc/passwd", "passwd"),
            ("..\\..\\boot.ini", "boot.ini"),
            ("..", "file"),
            (".htaccess", "htaccess"),
            ("", "file"),
            ("a\0b\n<c>.pdf", "a_b__c_.pdf"),
        ];
        for (name, expected) in table {
            assert_eq!(safe(name), expected, "{name:?}");
        }
        assert!(safe(&"x".repeat(1000)).len() <= 100);
    }
}
