//! A job's description into safe HTML: a small Markdown, or HTML with all but plain tags taken out.

use crate::escape;

/// Tags that simple HTML may use; everything else is shown as text.
const PLAIN_TAGS: [&str; 14] = [
    "p",
    "br",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "h4",
    "strong",
    "em",
    "b",
    "i",
    "dl",
    "blockquote",
];

/// HTML for a description in Markdown, or in HTML where it starts with `<`.
pub(crate) fn render(text: &str) -> String {
    if text.trim_start().starts_with('<') {
        plain_html(text)
    } else {
        markdown(text)
    }
}

/// Keeps plain tags, without attributes; escapes every other `<`.
fn plain_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        out.push_str(&entities_kept(&rest[..start]));
        rest = &rest[start..];
        let end = rest.find('>').map_or(rest.len(), |end| end + 1);
        let tag = rest[1..end].trim_end_matches('>');
        let closing = tag.starts_with('/');
        let name = tag
            .trim_matches('/')
            .split_whitespace()
            .next()
            .unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if PLAIN_TAGS.contains(&name.as_str()) && rest[..end].ends_with('>') {
            out.push_str(&format!("<{}{name}>", if closing { "/" } else { "" }));
        } else {
            out.push_str(&escape::html(&rest[..end]));
        }
        rest = &rest[end..];
    }
    out.push_str(&entities_kept(rest));
    out
}

/// Text of an HTML source: its entities stay what they are.
fn entities_kept(text: &str) -> String {
    text.replace('>', "&gt;").replace('"', "&quot;")
}

/// Headings, paragraphs, bullet lists, bold, italics and links.
fn markdown(text: &str) -> String {
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut in_list = false;
    for line in text.lines().chain([""]) {
        let line = line.trim();
        let item = line.strip_prefix("- ").or_else(|| line.strip_prefix("* "));
        let level = line.bytes().take_while(|b| *b == b'#').count();
        let is_heading = (1..=4).contains(&level) && line[level..].starts_with(' ');
        if (line.is_empty() || item.is_some() || is_heading) && !paragraph.is_empty() {
            out.push_str(&format!("<p>{}</p>\n", inline(&paragraph)));
            paragraph.clear();
        }
        if in_list && item.is_none() {
            out.push_str("</ul>\n");
            in_list = false;
        }
        if let Some(item) = item {
            if !in_list {
                out.push_str("<ul>\n");
                in_list = true;
            }
            out.push_str(&format!("<li>{}</li>\n", inline(item)));
        } else if is_heading {
            // The page's own heading is h1.
            let tag = level.clamp(2, 4);
            out.push_str(&format!(
                "<h{tag}>{}</h{tag}>\n",
                inline(line[level..].trim())
            ));
        } else if !line.is_empty() {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line);
        }
    }
    out
}

/// `**bold**`, `*italics*` and `[text](https://…)`.
fn inline(text: &str) -> String {
    let text = escape::html(text);
    let text = between(&text, "**", "strong");
    let text = between(&text, "*", "em");
    links(&text)
}

fn between(text: &str, mark: &str, tag: &str) -> String {
    let parts: Vec<&str> = text.split(mark).collect();
    let pairs = (parts.len() - 1) / 2 * 2;
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            match index {
                index if index > pairs => out.push_str(mark),
                index if index % 2 == 1 => out.push_str(&format!("<{tag}>")),
                _ => out.push_str(&format!("</{tag}>")),
            }
        }
        out.push_str(part);
    }
    out
}

fn links(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('[') {
        let link = rest[start..].split_once("](").and_then(|(label, after)| {
            let (address, tail) = after.split_once(')')?;
            let safe = address.starts_with("https://") || address.starts_with("mailto:");
            safe.then_some((&label[1..], address, tail))
        });
        out.push_str(&rest[..start]);
        match link {
            Some((label, address, tail)) => {
                out.push_str(&format!(
                    "<a href=\"{address}\" rel=\"noopener\">{label}</a>"
                ));
                rest = tail;
            }
            None => {
                out.push('[');
                rest = &rest[start + 1..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn markdown_becomes_html() {
        let html = render("# What\nOne **two** *three*\nfour\n\n- a\n- b\n\n[x](https://y.test)");
        assert!(html.contains("<h2>What</h2>"));
        assert!(html.contains("<p>One <strong>two</strong> <em>three</em> four</p>"));
        assert!(html.contains("<ul>\n<li>a</li>\n<li>b</li>\n</ul>"));
        assert!(html.contains("<a href=\"https://y.test\" rel=\"noopener\">x</a>"));
    }

    #[test]
    fn no_script_gets_through() {
        let hostile =
            "<p onclick=\"x()\">Hi &amp; you<script>alert(1)</script><img src=x onerror=y>";
        let html = render(hostile);
        assert!(html.starts_with("<p>Hi &amp; you&lt;script&gt;"), "{html}");
        assert!(!html.contains("<img"));
        let html = render("text <script>x</script> [a](javascript:alert(1))");
        assert!(!html.contains("<script") && !html.contains("<a "), "{html}");
    }
}
