//! Reading HTML into blocks.

use super::super::html::{self, Token};
use super::super::markup;
use super::inline::{self, Run};
use super::{Block, lines};

/// Elements that are left out with all they hold.
const SILENT: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "math", "select", "datalist", "textarea",
    "button", "iframe", "object", "canvas", "video", "audio", "head", "title", "form",
];

/// Elements that stand on lines of their own.
const PARTS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "blockquote",
    "pre",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "dl",
    "dd",
    "figure",
    "figcaption",
    "hr",
    "address",
    "center",
    "details",
    "summary",
    "fieldset",
    "body",
    "html",
    "caption",
    "ul",
    "ol",
    "menu",
];

const MAX_DEPTH: usize = 8;

/// The blocks of a text of HTML.
pub(super) fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for token in html::tokens(text) {
        if reader.blocks.len() >= super::MAX_BLOCKS {
            break;
        }
        match token {
            Token::Text(text) => reader.text(text),
            Token::Open { name, attributes } => reader.open(&name.to_ascii_lowercase(), attributes),
            Token::Close(name) => reader.close(&name.to_ascii_lowercase()),
        }
    }
    reader.flush();
    reader.blocks
}

/// A list that is open.
struct List {
    numbered: bool,
    /// How many of its items were written.
    items: usize,
    /// Whether an item of it is open and was written.
    written: bool,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    lists: Vec<List>,
    heading: Option<u8>,
    bold: usize,
    italic: usize,
    pre: usize,
    link: Option<String>,
    /// The silent element that is open, and how often.
    silent: Option<(String, usize)>,
    /// The cells of the open row of a table.
    row: Option<Vec<Vec<Run>>>,
    /// The number of the last line with a typed number.
    last: usize,
}

impl Reader {
    fn text(&mut self, text: &str) {
        if self.silent.is_some() {
            return;
        }
        let text = markup::unescape(text);
        // Line breaks of the source are spaces.
        let text = if self.pre > 0 {
            text
        } else {
            text.replace(['\n', '\r'], " ")
        };
        self.runs.push(Run {
            text,
            bold: self.bold > 0 && self.heading.is_none(),
            italic: self.italic > 0 && self.heading.is_none(),
            link: self.link.clone(),
        });
    }

    fn open(&mut self, name: &str, attributes: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            if silent == name {
                *depth += 1;
            }
            // A button that was never closed ends where the next part of the page begins.
            if !(silent == "button" && PARTS.contains(&name)) {
                return;
            }
            self.silent = None;
        }
        let empty = attributes.trim_end().ends_with('/');
        if SILENT.contains(&name) || is_hidden(attributes) {
            if !empty
                && !matches!(
                    name,
                    "br" | "img" | "input" | "hr" | "wbr" | "meta" | "link"
                )
            {
                self.silent = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "br" => self.runs.push(Run {
                text: "\n".to_owned(),
                ..Run::default()
            }),
            "b" | "strong" => self.bold += 1,
            "i" | "em" => self.italic += 1,
            "a" => self.link = html::attribute(attributes, "href").and_then(inline::safe_address),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                let level = name[1..].parse::<u8>().unwrap_or(2);
                self.heading = Some(level.clamp(2, 4));
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                if self.lists.len() < MAX_DEPTH {
                    self.lists.push(List {
                        numbered: name == "ol",
                        items: 0,
                        written: false,
                    });
                }
            }
            "li" => {
                self.flush();
                match self.lists.last_mut() {
                    Some(list) => list.written = false,
                    None => self.lists.push(List {
                        numbered: false,
                        items: 0,
                        written: false,
                    }),
                }
            }
            "tr" => {
                self.flush();
                self.row = Some(Vec::new());
            }
            "td" | "th" => self.cell(),
            "dt" => {
                self.flush();
                self.bold += 1;
            }
            "pre" => {
                self.flush();
                self.pre += 1;
            }
            // Within an item and a cell, parts are sentences of it.
            name if PARTS.contains(&name) => self.part(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((silent, depth)) = &mut self.silent {
            if silent == name {
                *depth -= 1;
                if *depth == 0 {
                    self.silent = None;
                }
            }
            return;
        }
        match name {
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "i" | "em" => self.italic = self.italic.saturating_sub(1),
            "a" => self.link = None,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.flush();
                self.heading = None;
            }
            "ul" | "ol" | "menu" => {
                self.flush();
                self.lists.pop();
            }
            "li" => {
                self.flush();
                if let Some(list) = self.lists.last_mut() {
                    list.written = false;
                }
            }
            "td" | "th" => self.cell(),
            "tr" => self.end_row(),
            "table" => {
                self.end_row();
                self.flush();
            }
            "dt" => {
                self.flush();
                self.bold = self.bold.saturating_sub(1);
            }
            "pre" => {
                self.flush();
                self.pre = self.pre.saturating_sub(1);
            }
            name if PARTS.contains(&name) => self.part(),
            _ => {}
        }
    }

    /// A part begins or ends.
    fn part(&mut self) {
        if self.row.is_some() || !self.lists.is_empty() {
            self.runs.push(Run {
                text: " ".to_owned(),
                ..Run::default()
            });
        } else {
            // Emphasis that was never closed ends with its paragraph.
            self.flush();
            if self.heading.is_none() {
                self.bold = self.bold.min(1);
                self.italic = self.italic.min(1);
            }
        }
    }

    /// A cell begins or ends: what was read since the last one is a cell.
    fn cell(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        match &mut self.row {
            Some(cells) if !inline::words(&runs).is_empty() => cells.push(runs),
            Some(_) => {}
            None => self.runs = runs,
        }
    }

    fn end_row(&mut self) {
        self.cell();
        let Some(cells) = self.row.take() else { return };
        let depth = self.lists.len();
        match cells.as_slice() {
            [] => {}
            [one] => {
                let lines = inline::lines(one);
                for line in &lines {
                    let block = lines::block(line, &mut self.last);
                    self.blocks.push(block);
                }
            }
            many => {
                let texts = many
                    .iter()
                    .map(|cell| inline::write(&joined(cell)))
                    .collect::<Vec<_>>();
                let text = match texts.as_slice() {
                    [label, value] => format!("{}: {value}", label.trim_end_matches(':')),
                    texts => texts.join(" · "),
                };
                self.blocks.push(Block::Item {
                    depth,
                    number: None,
                    text,
                });
            }
        }
    }

    /// Writes what was read since the last block.
    fn flush(&mut self) {
        if self.row.is_some() {
            // A heading or a list within a cell: the cell is no longer a line of a table.
            self.end_row();
            return;
        }
        let runs = std::mem::take(&mut self.runs);
        if let Some(level) = self.heading {
            let text = inline::write(&joined(&runs));
            if !text.is_empty() {
                if self.lists.is_empty() {
                    self.blocks.push(Block::Heading { level, text });
                } else {
                    self.item(text);
                }
            }
            return;
        }
        for line in inline::lines(&runs) {
            if self.lists.is_empty() {
                let block = lines::block(&line, &mut self.last);
                self.blocks.push(block);
            } else {
                let line = lines::without_bullet(&line).unwrap_or(line);
                let text = inline::write(&line);
                self.item(text);
            }
        }
    }

    /// A line within a list: the first of an item is the item, the others go on with it.
    fn item(&mut self, text: String) {
        if text.is_empty() {
            return;
        }
        // Items that say nothing themselves do not push in what they hold.
        let depth = self
            .lists
            .iter()
            .rev()
            .skip(1)
            .filter(|list| list.items > 0)
            .count();
        let Some(list) = self.lists.last_mut() else {
            return;
        };
        if list.written
            && let Some(Block::Item { text: written, .. }) = self.blocks.last_mut()
        {
            written.push(' ');
            written.push_str(&text);
            return;
        }
        list.items += 1;
        list.written = true;
        let number = list.numbered.then_some(list.items);
        self.blocks.push(Block::Item {
            depth,
            number,
            text,
        });
    }
}

/// The runs as one line; runs of one kind are one, so that what stands beside what is seen.
fn joined(runs: &[Run]) -> Vec<Run> {
    let flat = runs
        .iter()
        .map(|run| Run {
            text: run.text.replace('\n', " "),
            ..run.clone()
        })
        .collect::<Vec<_>>();
    inline::lines(&flat).concat()
}

/// Whether an element says that it is not shown.
fn is_hidden(attributes: &str) -> bool {
    if attributes.trim().is_empty() {
        return false;
    }
    let shown = html::attribute(attributes, "style").is_none_or(|style| {
        let style = style.to_ascii_lowercase().replace(' ', "");
        !style.contains("display:none") && !style.contains("visibility:hidden")
    });
    !shown
        || html::attribute(attributes, "hidden").is_some_and(|value| value != "false")
        || html::attribute(attributes, "aria-hidden") == Some("true")
}
