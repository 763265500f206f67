//! One line of Markdown out of runs of text, each plain, emphasised or linked.

use super::super::fold::clip;
use super::super::markup;

/// A piece of a line with its emphasis and where it leads.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Run {
    /// The text; a line break in it begins a new line.
    pub(super) text: String,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// A safe address.
    pub(super) link: Option<String>,
}

/// At most this much of one line is written.
const MAX_LINE: usize = 8_000;

/// The lines that the runs make, white space folded, empty ones left out.
pub(super) fn lines(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in runs {
        for (index, piece) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            let Some(line) = lines.last_mut() else {
                continue;
            };
            if piece.is_empty() {
                continue;
            }
            match line.last_mut() {
                Some(last)
                    if last.bold == run.bold
                        && last.italic == run.italic
                        && last.link == run.link =>
                {
                    last.text.push_str(piece);
                }
                _ => line.push(Run {
                    text: piece.to_owned(),
                    ..run.clone()
                }),
            }
        }
    }
    lines.retain(|line| line.iter().any(|run| !run.text.trim().is_empty()));
    lines
}

/// The words of a line, without markup.
pub(super) fn words(line: &[Run]) -> String {
    let text = line.iter().map(|run| run.text.as_str()).collect::<String>();
    folded_space(&text).trim().to_owned()
}

/// A line as Markdown.
pub(super) fn write(line: &[Run]) -> String {
    let mut out = String::new();
    for (index, run) in line.iter().enumerate() {
        let text = folded_space(&run.text);
        let mut core = text.trim();
        if core.is_empty() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if text.starts_with(' ') && !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
        let mark = match (run.bold, run.italic) {
            (true, _) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        // Emphasis must not begin or end in punctuation beside a letter: it would not be read as such.
        let mut tail = "";
        if !mark.is_empty() {
            let goes_on = !text.ends_with(' ')
                && line
                    .get(index + 1)
                    .is_some_and(|next| next.text.starts_with(|c: char| c.is_alphanumeric()));
            if goes_on {
                let kept = core.trim_end_matches(|c: char| !c.is_alphanumeric());
                tail = &core[kept.len()..];
                core = kept;
            }
            let glued = out.ends_with(|c: char| c.is_alphanumeric());
            if glued {
                let rest = core.trim_start_matches(|c: char| !c.is_alphanumeric());
                out.push_str(&escape(&core[..core.len() - rest.len()]));
                core = rest;
            }
        }
        let escaped = escape(core);
        if core.is_empty() {
            out.push_str(&escape(tail));
        } else {
            let linked = match &run.link {
                Some(address) => format!("[{mark}{escaped}{mark}]({address})"),
                None => format!("{mark}{escaped}{mark}"),
            };
            out.push_str(&linked);
            out.push_str(&escape(tail));
        }
        if text.ends_with(' ') {
            out.push(' ');
        }
        if out.len() > MAX_LINE {
            break;
        }
    }
    let line = at_line_start(out.trim());
    if line.len() > MAX_LINE {
        // Markup that was cut would not close: the words alone stand.
        return at_line_start(&escape(clip(&words_of(&line), MAX_LINE)));
    }
    line
}

fn words_of(line: &str) -> String {
    unmark(line)
}

fn folded_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{ad}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out
}

/// Characters that Markdown would read as markup, escaped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // What is behind the end is not known here: another run may go on with a letter.
        let last = chars.peek().is_none();
        let after = chars.peek().copied().unwrap_or(' ');
        let meant = match c {
            '\\' | '<' | '&' if last => true,
            '\\' => after.is_ascii_punctuation() || after == ' ',
            '*' | '[' | '`' => true,
            // Within a word it is only a letter.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' => after.is_ascii_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => after.is_ascii_alphabetic() || after == '#',
            '~' => before == '~' || after == '~',
            _ => false,
        };
        if meant {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// A line that would begin a heading, a quotation or a list by chance, escaped.
fn at_line_start(line: &str) -> String {
    let first = line.chars().next().unwrap_or(' ');
    let rest = line.get(first.len_utf8()..).unwrap_or_default();
    let risky = match first {
        '#' => {
            rest.trim_start_matches('#').is_empty() || rest.trim_start_matches('#').starts_with(' ')
        }
        '>' | '|' => true,
        '+' | '-' => rest.is_empty() || rest.starts_with(' ') || rest.starts_with(first),
        '=' => true,
        '~' => rest.starts_with('~'),
        _ => false,
    };
    if risky {
        return format!("\\{line}");
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    if (1..=9).contains(&digits)
        && line[digits..].starts_with(['.', ')'])
        && line[digits + 1..].chars().next().is_none_or(|c| c == ' ')
    {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    line.to_owned()
}

/// The text of a line that is bold from end to end and short enough to be a heading.
pub(super) fn as_heading(line: &str) -> Option<String> {
    let inner = line.strip_prefix("**")?.strip_suffix("**")?;
    let words = unmark(inner);
    let short = (2..=90).contains(&words.len()) && words.split(' ').count() <= 12;
    // A bold sentence is a sentence.
    let sentence = words.ends_with(['.', '!', ';', ',']);
    (short && !sentence && !inner.contains("**") && !inner.contains("](")).then(|| inner.to_owned())
}

/// The words of a line of Markdown, without its markup.
pub(crate) fn unmark(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.char_indices().peekable();
    let mut skip_to = 0;
    while let Some((at, c)) = chars.next() {
        if at < skip_to {
            continue;
        }
        match c {
            '\\' => {
                if let Some((_, next)) = chars.next_if(|(_, next)| next.is_ascii_punctuation()) {
                    out.push(next);
                } else {
                    out.push('\\');
                }
            }
            '*' | '[' => {}
            ']' if line[at..].starts_with("](") => {
                skip_to = line[at..].find(')').map_or(line.len(), |end| at + end + 1);
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// An address that a description may lead to, ready to stand in a link; nothing for any other.
pub(super) fn safe_address(attribute: &str) -> Option<String> {
    let address = markup::unescape_once(clip(attribute, 4_000));
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let known = ["http", "https", "mailto", "tel"]
        .iter()
        .find(|known| scheme.eq_ignore_ascii_case(known))?;
    let whole = match *known {
        "http" | "https" => rest.len() > 3 && rest.starts_with("//"),
        _ => rest.len() > 2,
    };
    if !whole || address.len() > 2_000 || address.chars().any(|c| c.is_control()) {
        return None;
    }
    let mut out = format!("{known}:");
    for c in rest.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '"' => out.push_str("%22"),
            '`' => out.push_str("%60"),
            '*' => out.push_str("%2A"),
            c if c.is_whitespace() => return None,
            c => out.push(c),
        }
    }
    Some(out)
}
