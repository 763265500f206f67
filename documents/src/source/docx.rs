//! Word: paragraphs, runs and tables, as lines in the order of the file. Headers come first and footers last.
//!
//! What must not happen here: trust in the archive. Parts are read to a bounded length, and what a text box says twice
//! (for old programs) is read once.

mod styles;

use super::{Link, SourceError, pdf::clean};
use crate::line::{Line, Part, strip_bullet};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use std::io::{Cursor, Read as _};
use styles::{Style, Styles};

/// The most bytes of one part.
const PART_BYTES: u64 = 16 * 1024 * 1024;
/// The most lines.
const LINES: usize = 20_000;
/// Tables within tables, and text boxes within those.
const DEPTH: usize = 24;
/// A line's height, where a Word file has none.
const LINE: f32 = 14.0;

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// Reads a Word file's lines and links.
///
/// # Errors
/// When the file is damaged, or larger than any résumé.
pub fn read(bytes: &[u8]) -> Result<(Vec<Line>, Vec<Link>), SourceError> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| SourceError::Unreadable)?;
    let styles = part(&mut archive, "word/styles.xml")?
        .map(|xml| styles::read(&xml))
        .unwrap_or_default();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let numbered = |prefix: &str| {
        let mut found: Vec<String> = names
            .iter()
            .filter(|name| name.starts_with(prefix) && name.ends_with(".xml"))
            .cloned()
            .collect();
        found.sort();
        found
    };
    let mut order = numbered("word/header");
    order.push("word/document.xml".to_owned());
    order.extend(numbered("word/footer"));
    let (mut lines, mut links): (Vec<Line>, Vec<Link>) = (Vec::new(), Vec::new());
    let mut met = false;
    for name in order {
        let Some(xml) = part(&mut archive, &name)? else {
            continue;
        };
        met |= name == "word/document.xml";
        let mut found = Walk::new(&styles).run(&xml)?;
        // The same header on every page is read once.
        found.retain(|line| {
            name == "word/document.xml"
                || lines.iter().all(|known: &Line| known.text() != line.text())
        });
        lines.append(&mut found);
        links.extend(targets(&mut archive, &name)?);
        if lines.len() > LINES {
            return Err(SourceError::TooLarge);
        }
    }
    if !met {
        return Err(SourceError::Unreadable);
    }
    place(&mut lines);
    Ok((lines, links))
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, SourceError> {
    let Ok(file) = archive.by_name(name) else {
        return Ok(None);
    };
    let mut xml = Vec::new();
    file.take(PART_BYTES + 1)
        .read_to_end(&mut xml)
        .map_err(|_| SourceError::Unreadable)?;
    if xml.len() as u64 > PART_BYTES {
        return Err(SourceError::TooLarge);
    }
    Ok(Some(String::from_utf8_lossy(&xml).into_owned()))
}

/// The addresses that a part links to.
fn targets(archive: &mut Archive<'_>, name: &str) -> Result<Vec<Link>, SourceError> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let Some(xml) = part(archive, &format!("word/_rels/{file}.rels"))? else {
        return Ok(Vec::new());
    };
    let mut reader = Reader::from_str(&xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Empty(tag) | Event::Start(tag))
                if tag.local_name().as_ref() == b"Relationship" =>
            {
                let kind = value(&tag, b"Type").unwrap_or_default();
                if kind.ends_with("/hyperlink")
                    && let Some(target) = value(&tag, b"Target")
                {
                    found.push(Link {
                        target,
                        x1: f32::MAX,
                        y1: f32::MAX,
                        ..Link::default()
                    });
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            _ => {}
        }
    }
    Ok(found)
}

/// An attribute's value, by its local name.
fn value(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    Some(String::from_utf8_lossy(&found.value).replace("&amp;", "&"))
}

/// Whether a switch such as bold is on.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(value(tag, b"val").as_deref(), Some("0" | "false" | "none"))
}

/// A paragraph as it grows.
#[derive(Default)]
struct Open {
    parts: Vec<Part>,
    style: Style,
    bullet: bool,
    /// Bold and italic of the last words.
    look: (bool, bool),
}

impl Open {
    fn push(&mut self, text: &str, run: &Style) {
        if self.parts.is_empty() {
            self.parts.push(Part::default());
        }
        let Some(last) = self.parts.last_mut() else {
            return;
        };
        if last.text.trim().is_empty() {
            last.bold = run.bold;
            last.bold_start = run.bold;
            last.italic = run.italic;
        } else if text.chars().any(char::is_alphanumeric) && self.look != (run.bold, run.italic) {
            last.cuts.push(last.text.split_whitespace().count());
        }
        if text.chars().any(char::is_alphanumeric) {
            self.look = (run.bold, run.italic);
        }
        if !last.text.trim().is_empty() && !text.trim().is_empty() {
            // The most of a part decides; the first word is what people see first.
            last.bold &= run.bold || text.trim().chars().count() < 3;
        }
        last.size = last.size.max(run.size);
        last.text.push_str(text);
    }

    fn cut(&mut self) {
        self.parts.push(Part::default());
    }

    fn close(self, default_size: f32, lines: &mut Vec<Line>) {
        let mut bullet = self.bullet;
        let mut parts = Vec::new();
        for mut part in self.parts {
            part.text = clean(&part.text.split_whitespace().collect::<Vec<_>>().join(" "));
            if parts.is_empty()
                && let Some(rest) = strip_bullet(&part.text)
            {
                bullet = true;
                part.text = rest.to_owned();
            }
            if part.size == 0.0 {
                part.size = if self.style.size > 0.0 {
                    self.style.size
                } else {
                    default_size
                };
            }
            if !part.text.is_empty() {
                parts.push(part);
            }
        }
        lines.push(Line {
            parts,
            bullet,
            heading: self.style.heading,
            ..Line::default()
        });
    }
}

/// A table as it grows: its rows' cells, each with its lines.
#[derive(Default)]
struct Row {
    cells: Vec<Vec<Line>>,
}

struct Walk<'a> {
    styles: &'a Styles,
    /// Lines of the body, and of each open cell and text box.
    out: Vec<Vec<Line>>,
    rows: Vec<Row>,
    paragraphs: Vec<Open>,
    run: Style,
    in_run_properties: bool,
    in_text: bool,
    /// Depth of `mc:Fallback`, which says again what was said.
    fallback: usize,
}

impl<'a> Walk<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            out: vec![Vec::new()],
            rows: Vec::new(),
            paragraphs: Vec::new(),
            run: Style::default(),
            in_run_properties: false,
            in_text: false,
            fallback: 0,
        }
    }

    fn run(mut self, xml: &str) -> Result<Vec<Line>, SourceError> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().map_err(|_| SourceError::Unreadable)? {
                Event::Start(tag) => self.start(&tag, false)?,
                Event::Empty(tag) => {
                    self.start(&tag, true)?;
                    self.end(tag.local_name().as_ref());
                }
                Event::End(tag) => self.end(tag.local_name().as_ref()),
                Event::Text(text) if self.in_text && self.fallback == 0 => {
                    let text = String::from_utf8_lossy(&text).into_owned();
                    self.push(&text);
                }
                Event::GeneralRef(name) if self.in_text && self.fallback == 0 => {
                    let text = entity(&String::from_utf8_lossy(&name));
                    self.push(&text);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        while self.out.len() > 1 {
            let inner = self.out.pop().unwrap_or_default();
            if let Some(outer) = self.out.last_mut() {
                outer.extend(inner);
            }
        }
        Ok(self.out.pop().unwrap_or_default())
    }

    fn push(&mut self, text: &str) {
        let run = self.run.clone();
        if let Some(open) = self.paragraphs.last_mut() {
            open.push(text, &run);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) -> Result<(), SourceError> {
        let name = tag.local_name();
        if name.as_ref() == b"Fallback" && !empty {
            self.fallback += 1;
        }
        if self.fallback > 0 {
            return Ok(());
        }
        match name.as_ref() {
            b"p" => {
                if self.paragraphs.len() > DEPTH {
                    return Err(SourceError::TooLarge);
                }
                self.paragraphs.push(Open::default());
                self.run = Style::default();
            }
            b"pStyle" => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.style = self.styles.get(&value(tag, b"val").unwrap_or_default());
                    open.bullet |= open.style.bullet;
                }
            }
            b"numPr" => {
                if let Some(open) = self.paragraphs.last_mut() {
                    open.bullet = true;
                }
            }
            b"numId" => {
                if value(tag, b"val").as_deref() == Some("0")
                    && let Some(open) = self.paragraphs.last_mut()
                {
                    open.bullet = false;
                }
            }
            b"r" => {
                self.run = self
                    .paragraphs
                    .last()
                    .map(|open| open.style.clone())
                    .unwrap_or_default()
            }
            b"rPr" => self.in_run_properties = true,
            b"rStyle" if self.in_run_properties => {
                let style = self.styles.get(&value(tag, b"val").unwrap_or_default());
                self.run.bold |= style.bold;
            }
            b"b" if self.in_run_properties => self.run.bold = is_on(tag),
            b"i" if self.in_run_properties => self.run.italic = is_on(tag),
            b"sz" if self.in_run_properties => {
                let halves: Option<f32> = value(tag, b"val").and_then(|size| size.parse().ok());
                self.run.size = halves.map_or(self.run.size, |halves| halves / 2.0);
            }
            b"t" => self.in_text = !empty,
            b"tab" | b"ptab" if !self.in_run_properties => {
                // Tab stops are declared in paragraph properties under the same name, with a position.
                if value(tag, b"pos").is_none()
                    && let Some(open) = self.paragraphs.last_mut()
                {
                    open.cut();
                }
            }
            b"br" | b"cr" => {
                if let Some(open) = self.paragraphs.pop() {
                    let (style, bullet) = (open.style.clone(), open.bullet);
                    self.close(open);
                    self.paragraphs.push(Open {
                        style,
                        bullet,
                        ..Open::default()
                    });
                }
            }
            b"noBreakHyphen" => self.push("-"),
            b"txbxContent" => self.out.push(Vec::new()),
            b"tr" => {
                if self.rows.len() > DEPTH {
                    return Err(SourceError::TooLarge);
                }
                self.rows.push(Row::default());
            }
            b"tc" => self.out.push(Vec::new()),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) {
        if name == b"Fallback" {
            self.fallback = self.fallback.saturating_sub(1);
            return;
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            b"p" => {
                if let Some(open) = self.paragraphs.pop() {
                    self.close(open);
                }
            }
            b"rPr" => self.in_run_properties = false,
            b"t" => self.in_text = false,
            b"txbxContent" if self.out.len() > 1 => {
                let inner = self.out.pop().unwrap_or_default();
                if let Some(outer) = self.out.last_mut() {
                    outer.extend(inner);
                }
            }
            b"tc" if self.out.len() > 1 => {
                let cell = self.out.pop().unwrap_or_default();
                match self.rows.last_mut() {
                    Some(row) => row.cells.push(cell),
                    None => self.out[0].extend(cell),
                }
            }
            b"tr" => {
                if let Some(row) = self.rows.pop()
                    && let Some(outer) = self.out.last_mut()
                {
                    outer.extend(across(row));
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, open: Open) {
        let size = self.styles.default_size();
        if let Some(lines) = self.out.last_mut() {
            open.close(size, lines);
        }
    }
}

fn entity(name: &str) -> String {
    match name {
        "amp" => "&".to_owned(),
        "lt" => "<".to_owned(),
        "gt" => ">".to_owned(),
        "quot" => "\"".to_owned(),
        "apos" => "'".to_owned(),
        other => {
            let code = other
                .strip_prefix("#x")
                .map(|hex| u32::from_str_radix(hex, 16).ok());
            let code = code.unwrap_or_else(|| {
                other
                    .strip_prefix('#')
                    .and_then(|digits| digits.parse().ok())
            });
            code.and_then(char::from_u32)
                .map(String::from)
                .unwrap_or_default()
        }
    }
}

/// A table's row as lines: cells of one line each are one line; a short cell stands before the first line of a long
/// one; else cell after cell.
fn across(row: Row) -> Vec<Line> {
    let mut cells: Vec<Vec<Line>> = row.cells;
    for cell in &mut cells {
        while cell.last().is_some_and(|line| line.parts.is_empty()) {
            cell.pop();
        }
        while cell.first().is_some_and(|line| line.parts.is_empty()) {
            cell.remove(0);
        }
    }
    cells.retain(|cell| !cell.is_empty());
    let short = cells.iter().filter(|cell| cell.len() == 1).count();
    if cells.len() > 1 && short + 1 >= cells.len() {
        let mut first = Line::default();
        let mut rest = Vec::new();
        for cell in cells {
            let mut lines = cell.into_iter();
            if let Some(line) = lines.next() {
                first.heading |= line.heading;
                first.bullet |= line.bullet && first.parts.is_empty();
                first.parts.extend(line.parts);
            }
            rest.extend(lines);
        }
        return std::iter::once(first).chain(rest).collect();
    }
    let mut lines: Vec<Line> = Vec::new();
    for (at, cell) in cells.into_iter().enumerate() {
        lines.extend(cell.into_iter().map(|line| Line {
            region: line.region + at,
            ..line
        }));
    }
    lines
}

/// Gives lines a place below each other; empty paragraphs become gaps.
fn place(lines: &mut Vec<Line>) {
    let mut y = 0.0;
    let mut empty = 0;
    for line in lines.iter_mut() {
        if line.parts.is_empty() {
            empty += 1;
            y += LINE;
            continue;
        }
        if line
            .parts
            .iter()
            .all(|part| !part.text.chars().any(char::is_alphanumeric))
        {
            empty += 1;
            continue;
        }
        line.gap = if empty > 0 { 1.0 } else { 0.1 };
        empty = 0;
        line.y0 = y;
        line.y1 = y + LINE;
        y += LINE;
    }
    lines.retain(|line| {
        line.parts
            .iter()
            .any(|part| part.text.chars().any(char::is_alphanumeric))
    });
}
