//! Taking entities and tags out of text that came escaped, once or twice.

/// The text with HTML entities read, as often as it was escaped (at most three times).
pub(crate) fn unescape(text: &str) -> String {
    let mut current = text.to_owned();
    for _ in 0..3 {
        if !current.contains('&') {
            break;
        }
        let next = unescape_once(&current);
        if next == current {
            break;
        }
        current = next;
    }
    current
}

/// The text with its entities read once.
pub(crate) fn unescape_once(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // Entities are short: look for the semicolon in a window, so that a page full of
        // ampersands stays linear.
        let window = super::fold::clip(rest, 12);
        match window
            .find(';')
            .and_then(|end| entity(&window[1..end]).map(|c| (c, end + 1)))
        {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|c| *c != '\0');
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "auml" => 'ä',
        "ouml" => 'ö',
        "uuml" => 'ü',
        "Auml" => 'Ä',
        "Ouml" => 'Ö',
        "Uuml" => 'Ü',
        "szlig" => 'ß',
        "eacute" => 'é',
        "Eacute" => 'É',
        "egrave" => 'è',
        "ecirc" => 'ê',
        "agrave" => 'à',
        "acirc" => 'â',
        "aacute" => 'á',
        "iacute" => 'í',
        "oacute" => 'ó',
        "uacute" => 'ú',
        "ntilde" => 'ñ',
        "ccedil" => 'ç',
        "atilde" => 'ã',
        "otilde" => 'õ',
        "ocirc" => 'ô',
        "icirc" => 'î',
        "oslash" => 'ø',
        "aring" => 'å',
        "oelig" => 'œ',
        "OElig" => 'Œ',
        "aelig" => 'æ',
        "AElig" => 'Æ',
        "Aring" => 'Å',
        "Oslash" => 'Ø',
        "Agrave" => 'À',
        "Egrave" => 'È',
        "Ccedil" => 'Ç',
        "Aacute" => 'Á',
        "Iacute" => 'Í',
        "Oacute" => 'Ó',
        "Uacute" => 'Ú',
        "Ntilde" => 'Ñ',
        "euml" => 'ë',
        "iuml" => 'ï',
        "igrave" => 'ì',
        "ograve" => 'ò',
        "ugrave" => 'ù',
        "ucirc" => 'û',
        "laquo" => '«',
        "raquo" => '»',
        "bdquo" => '„',
        "sbquo" => '‚',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "times" => '×',
        "frac12" => '½',
        "sect" => '§',
        "cent" => '¢',
        "ordm" => 'º',
        "ordf" => 'ª',
        "iquest" => '¿',
        "iexcl" => '¡',
        "rarr" => '→',
        "ensp" | "emsp" | "thinsp" => ' ',
        "shy" | "zwnj" | "zwj" | "lrm" | "rlm" => '\u{200b}',
        "check" | "checkmark" => '✓',
        _ => return None,
    })
}

/// The text as HTML that shows it.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The text with entities read and tags taken out, on one line.
pub(crate) fn plain(text: &str) -> String {
    let text = unescape(text);
    if !text.contains('<') {
        return super::fold::tidy(&text);
    }
    let mut out = String::with_capacity(text.len());
    let mut in_tag = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // "<" opens a tag only before a letter or a slash: "< 5 years" is text.
            '<' if !in_tag
                && chars
                    .peek()
                    .is_some_and(|n| n.is_ascii_alphabetic() || matches!(n, '/' | '!')) =>
            {
                in_tag = true;
            }
            '>' if in_tag => {
                in_tag = false;
                out.push(' ');
            }
            _ if in_tag => {}
            other => out.push(other),
        }
    }
    super::fold::tidy(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_as_often_as_they_were_made() {
        for (text, read) in [
            ("Bolt &amp; Nut", "Bolt & Nut"),
            ("Bolt &amp;amp; Nut", "Bolt & Nut"),
            ("caf&eacute; &#8211; bar", "café – bar"),
            ("AT&T; fish & chips", "AT&T; fish & chips"),
            ("&#x1F600;&#0;", "😀&#0;"),
        ] {
            assert_eq!(unescape(text), read);
        }
    }

    #[test]
    fn tags_go_and_comparisons_stay() {
        assert_eq!(plain("&lt;p&gt;One&lt;/p&gt;<b>two</b>"), "One two");
        assert_eq!(plain("a < 5 and b"), "a < 5 and b");
    }
}
