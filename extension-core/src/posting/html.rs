//! HTML as a stream of texts and tags, for descriptions that arrive as HTML inside data.
//!
//! It reads what people and templates write, not what a standard allows: unclosed tags, stray brackets, a text cut off
//! in the middle. It never fails and looks at each byte a bounded number of times.
//!
//! What must not happen here: meaning. Which tags count for what is [`super::markdown`]'s.

/// A piece of HTML.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Token<'h> {
    /// Text as it stands, entities unread.
    Text(&'h str),
    /// A tag that opens, with everything between its name and its end.
    Open {
        /// The name as it is written.
        name: &'h str,
        /// The attributes, unread.
        attributes: &'h str,
    },
    /// A tag that closes.
    Close(&'h str),
}

/// Elements whose content is no markup at all.
const RAW: [&str; 2] = ["script", "style"];

/// The pieces of a text of HTML, in order; comments and declarations are left out.
pub(crate) struct Tokens<'h> {
    html: &'h str,
    at: usize,
    /// The raw element whose end is looked for.
    raw: Option<&'static str>,
}

/// Begins to read.
pub(crate) fn tokens(html: &str) -> Tokens<'_> {
    Tokens {
        html,
        at: 0,
        raw: None,
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        loop {
            let rest = &self.html[self.at..];
            if rest.is_empty() {
                return None;
            }
            if let Some(name) = self.raw.take() {
                self.at += end_of_raw(rest, name);
                continue;
            }
            if !rest.starts_with('<') || !begins(rest) {
                // A bracket that begins nothing belongs to the text.
                let from = usize::from(rest.starts_with('<'));
                let end = rest[from..]
                    .match_indices('<')
                    .map(|(at, _)| at + from)
                    .find(|at| begins(&rest[*at..]))
                    .unwrap_or(rest.len());
                self.at += end;
                return Some(Token::Text(&rest[..end]));
            }
            if rest.starts_with("<!--") {
                self.at += rest.find("-->").map_or(rest.len(), |end| end + 3);
                continue;
            }
            if rest.starts_with("<!") || rest.starts_with("<?") {
                self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
                continue;
            }
            return Some(self.tag(rest));
        }
    }
}

impl<'h> Tokens<'h> {
    fn tag(&mut self, rest: &'h str) -> Token<'h> {
        let closes = rest.starts_with("</");
        let start = if closes { 2 } else { 1 };
        let name_end = rest[start..]
            .find(|c: char| c.is_whitespace() || matches!(c, '/' | '>' | '<'))
            .map_or(rest.len(), |at| at + start);
        let name = &rest[start..name_end];
        let end = end_of_tag(rest, name_end);
        self.at += end + usize::from(rest[end..].starts_with('>'));
        if closes {
            return Token::Close(name);
        }
        self.raw = RAW
            .into_iter()
            .find(|raw| name.eq_ignore_ascii_case(raw))
            .filter(|_| !rest[..end].ends_with('/'));
        Token::Open {
            name,
            attributes: &rest[name_end..end],
        }
    }
}

/// Whether a tag, a comment or a declaration begins here: "< 5 years" and "<3" do not.
fn begins(text: &str) -> bool {
    let mut chars = text.chars().skip(1);
    match chars.next() {
        Some('/') => chars.next().is_some_and(|c| c.is_ascii_alphabetic()),
        Some(c) => c.is_ascii_alphabetic() || matches!(c, '!' | '?'),
        None => false,
    }
}

/// Where the tag ends: the first ">" outside quotes. A tag that never ends, ends at the next line or bracket.
fn end_of_tag(text: &str, from: usize) -> usize {
    let mut quote = None;
    let mut after_equals = false;
    for (at, c) in text[from..].char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            // A quote that was never closed must not swallow the text.
            (Some(_), _) if at > 8_000 => break,
            (Some(_), _) => {}
            (None, '"' | '\'') if after_equals => quote = Some(c),
            (None, '>') => return from + at,
            // The next tag begins: this one was never closed.
            (None, '<') => return from + at,
            _ => {}
        }
        after_equals = c == '=' || (after_equals && c.is_whitespace());
    }
    text[from..].find('>').map_or(text.len(), |at| from + at)
}

fn end_of_raw(text: &str, name: &str) -> usize {
    text.match_indices("</")
        .find(|(at, _)| {
            text.get(at + 2..at + 2 + name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name))
        })
        .map_or(text.len(), |(at, _)| at)
}

/// The value of an attribute, entities unread; empty where it stands without one.
pub(crate) fn attribute<'h>(attributes: &'h str, wanted: &str) -> Option<&'h str> {
    let mut rest = attributes;
    for _ in 0..60 {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (from, stop) = match quote {
                Some(quote) => (1, after[1..].find(quote).map(|at| at + 1)),
                None => (0, after.find(char::is_whitespace)),
            };
            let stop = stop.unwrap_or(after.len());
            value = &after[from..stop];
            rest = &after[(stop + from).min(after.len())..];
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        if name.is_empty() && rest.is_empty() {
            break;
        }
        if name.is_empty() {
            // Nothing was read: step over whatever it is.
            rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..)?;
        }
    }
    None
}

/// Whether a text holds tags of a document, not only a stray bracket.
pub(crate) fn has_tags(text: &str) -> bool {
    const KNOWN: &[&str] = &[
        "p",
        "br",
        "div",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "span",
        "a",
        "table",
        "tr",
        "td",
        "section",
        "article",
        "hr",
        "html",
        "body",
        "font",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "script",
        "style",
    ];
    tokens(text).take(400).any(|token| match token {
        Token::Open { name, .. } | Token::Close(name) => {
            KNOWN.iter().any(|known| name.eq_ignore_ascii_case(known))
        }
        Token::Text(_) => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        tokens(html)
            .map(|token| match token {
                Token::Text(text) => format!("[{text}]"),
                Token::Open { name, .. } => format!("<{name}>"),
                Token::Close(name) => format!("</{name}>"),
            })
            .collect()
    }

    #[test]
    fn tags_comments_and_stray_brackets() {
        for (html, expect) in [
            ("<p class=x>a</p>", "<p>[a]</p>"),
            ("a < 5 and <b>c</b>", "[a < 5 and ]<b>[c]</b>"),
            ("a<!-- <p> -->b", "[a][b]"),
            ("<!doctype html><br/>a", "<br>[a]"),
            (
                "<script>if (a<b) x('</p>')</script>t",
                "<script></script>[t]",
            ),
            ("<a title='1 > 0'>t", "<a>[t]"),
            ("<p <b>x</b>", "<p><b>[x]</b>"),
            ("cut <stro", "[cut ]<stro>"),
            ("<a href=\"\"¡<p>x", "<a><p>[x]"),
            ("<", "[<]"),
        ] {
            assert_eq!(shown(html), expect, "{html}");
        }
    }

    #[test]
    fn attributes_in_every_writing() {
        let text = r#" class='a b' HREF = "https://x.example/?a=1&b" data-x hidden id=y"#;
        assert_eq!(attribute(text, "href"), Some("https://x.example/?a=1&b"));
        assert_eq!(attribute(text, "hidden"), Some(""));
        assert_eq!(attribute(text, "id"), Some("y"));
        assert_eq!(attribute(text, "style"), None);
        assert_eq!(attribute("= = \" '", "x"), None);
    }

    #[test]
    fn a_stray_bracket_is_no_document() {
        assert!(has_tags("one<br>two"));
        assert!(!has_tags("Vec<u8> and a <3"));
    }
}
