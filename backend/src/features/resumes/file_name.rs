//! Making an uploaded file's name safe to store, to show and to save under.

use foothold_shared::resume::ResumeFormat;

/// The longest name, extension included: in characters, and in bytes (file systems end at 255).
const MAX_CHARS: usize = 120;
const MAX_BYTES: usize = 240;

/// A safe name whose extension says what the content is. Without a path, without control
/// characters and those that turn the reading direction around ("fdp.exe" shown as "exe.pdf"),
/// without what Windows forbids in names.
pub(super) fn sanitize(given: &str, format: ResumeFormat) -> String {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|&c| !c.is_control() && !is_invisible(c))
        .map(|c| if "<>:\"|?*".contains(c) { '_' } else { c })
        .collect();
    let stem = without_extension(clean.trim());
    let extension = extension(format);
    let mut name = String::new();
    for c in stem
        .trim_matches(|c: char| c == '.' || c.is_whitespace())
        .chars()
    {
        let fits = name.len() + c.len_utf8() + extension.len() <= MAX_BYTES;
        if !fits || name.chars().count() + extension.len() >= MAX_CHARS {
            break;
        }
        name.push(c);
    }
    let name = match name.trim_end() {
        "" => "resume",
        name => name,
    };
    // `con.pdf` cannot be saved on Windows.
    let first = name
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let prefix = if is_device(&first) { "_" } else { "" };
    format!("{prefix}{name}{extension}")
}

const fn extension(format: ResumeFormat) -> &'static str {
    match format {
        ResumeFormat::Pdf => ".pdf",
        ResumeFormat::Docx => ".docx",
    }
}

fn without_extension(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension))
            if ["pdf", "docx", "doc"]
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known)) =>
        {
            stem
        }
        _ => name,
    }
}

/// Marks that change direction or take no room: bidi embeddings, overrides and isolates, zero-width
/// spaces, the byte order mark. The joiners that some scripts need stay.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fffd}')
}

fn is_device(upper: &str) -> bool {
    ["CON", "PRN", "AUX", "NUL"].contains(&upper)
        || (["COM", "LPT"].iter().any(|port| upper.starts_with(port))
            && upper.len() == 4
            && upper.ends_with(|c: char| c.is_ascii_digit()))
}

/// The `Content-Disposition` of a download: a plain name for old programs, the true one beside it
/// (RFC 6266, RFC 8187).
pub(crate) fn attachment(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || " ._-()".contains(c) {
                c
            } else {
                '_'
            }
        })
        .collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            exact.push(char::from(byte));
        } else {
            exact.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_safe() {
        for (given, expected) in [
            ("CV Ana Novák.pdf", "CV Ana Novák.pdf"),
            ("cv.PDF", "cv.pdf"),
            ("cv.docx", "cv.pdf"),
            ("cv.pdf.exe", "cv.pdf.exe.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\ana\\cv.pdf", "cv.pdf"),
            ("..", "resume.pdf"),
            ("", "resume.pdf"),
            (".pdf", "resume.pdf"),
            ("a\0b\r\nc.pdf", "abc.pdf"),
            ("cv\u{202e}fdp.exe", "cvfdp.exe.pdf"),
            ("<script>alert(1)</script>.pdf", "script_.pdf"),
            ("a\"b<c>.pdf", "a_b_c_.pdf"),
            ("con.pdf", "_con.pdf"),
            ("COM1.pdf", "_COM1.pdf"),
            ("companies.pdf", "companies.pdf"),
            ("履歴書.pdf", "履歴書.pdf"),
            ("cv . .pdf", "cv.pdf"),
        ] {
            assert_eq!(sanitize(given, ResumeFormat::Pdf), expected, "{given:?}");
        }
        assert_eq!(sanitize("cv.pdf", ResumeFormat::Docx), "cv.docx");
    }

    #[test]
    fn names_are_short() {
        let long = sanitize(&"a".repeat(500), ResumeFormat::Docx);
        assert!(long.chars().count() <= 120 && long.ends_with("a.docx"));
        assert!(sanitize(&"履".repeat(500), ResumeFormat::Pdf).len() <= MAX_BYTES);
    }

    #[test]
    fn attachments_carry_the_true_name() {
        assert_eq!(
            attachment("CV Novák.pdf"),
            "attachment; filename=\"CV Nov_k.pdf\"; filename*=UTF-8''CV%20Nov%C3%A1k.pdf"
        );
    }
}
