//! The traits of a Word file: what its parts say about tables, boxes, pictures, margins and hidden text.

use crate::read::dates;
use foothold_shared::reading::FileTraits;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::io::{Cursor, Read as _};

/// The most bytes of one part.
const PART_BYTES: u64 = 16 * 1024 * 1024;
/// English Metric Units in a point.
const EMU: f32 = 12_700.0;
/// A picture with a side below this, in points, is an icon.
const ICON: f32 = 36.0;

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// What a Word file tells about itself; nothing where it is damaged.
pub(super) fn look(bytes: &[u8]) -> FileTraits {
    let mut traits = FileTraits::default();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return traits;
    };
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let is_margin = |name: &str| {
        (name.starts_with("word/header") || name.starts_with("word/footer"))
            && name.ends_with(".xml")
    };
    for name in &names {
        if name == "word/document.xml" {
            let xml = part(&mut archive, name);
            body(&xml, &mut traits);
        } else if is_margin(name) {
            let xml = part(&mut archive, name);
            traits.contact_in_margin |= has_contact(&text(&xml));
        }
    }
    traits
}

fn part(archive: &mut Archive<'_>, name: &str) -> String {
    let mut xml = Vec::new();
    if let Ok(file) = archive.by_name(name)
        && file.take(PART_BYTES).read_to_end(&mut xml).is_ok()
    {
        return String::from_utf8_lossy(&xml).into_owned();
    }
    String::new()
}

/// A part's text, without its marks.
fn text(xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    let mut said = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Text(text)) => {
                said.push_str(&String::from_utf8_lossy(&text));
            }
            Ok(Event::End(tag)) if tag.local_name().as_ref() == b"p" => said.push('\n'),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    said
}

/// Whether a text has an e-mail address or a telephone number.
fn has_contact(text: &str) -> bool {
    let is_address = |word: &str| {
        word.split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    };
    text.split_whitespace().any(is_address)
        || text.lines().any(|line| {
            let digits = line.chars().filter(char::is_ascii_digit).count();
            (8..=15).contains(&digits) && dates::find(line).is_empty()
        })
}

/// What is open while a body is walked through.
#[derive(Default)]
struct Walk {
    /// Depth of `mc:Fallback`, which says again what was said.
    fallback: u32,
    in_properties: bool,
    in_text: bool,
    hidden: bool,
    /// Size of the picture that was announced last, in points.
    extent: (f32, f32),
    /// The cells of the open rows.
    cells: Vec<u32>,
    /// Whether each open table has a row of several cells.
    tables: Vec<bool>,
}

fn body(xml: &str, traits: &mut FileTraits) {
    let mut reader = Reader::from_str(xml);
    let mut walk = Walk::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.start(&tag, false, traits),
            Ok(Event::Empty(tag)) => walk.start(&tag, true, traits),
            Ok(Event::End(tag)) => walk.end(tag.local_name().as_ref(), traits),
            Ok(Event::Text(text)) if walk.in_text && walk.hidden && walk.fallback == 0 => {
                let words = String::from_utf8_lossy(&text).split_whitespace().count();
                traits.hidden_words += u32::try_from(words).unwrap_or(u32::MAX);
            }
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
}

impl Walk {
    fn start(&mut self, tag: &BytesStart<'_>, empty: bool, traits: &mut FileTraits) {
        let name = tag.local_name();
        if name.as_ref() == b"Fallback" && !empty {
            self.fallback += 1;
        }
        if self.fallback > 0 {
            return;
        }
        match name.as_ref() {
            b"txbxContent" => traits.text_boxes += 1,
            b"extent" => {
                self.extent = (number(tag, b"cx") / EMU, number(tag, b"cy") / EMU);
            }
            b"pic" if self.extent.0 >= ICON && self.extent.1 >= ICON => traits.pictures += 1,
            b"tbl" if !empty => self.tables.push(false),
            b"tr" if !empty => self.cells.push(0),
            b"tc" => {
                if let Some(cells) = self.cells.last_mut() {
                    *cells += 1;
                }
            }
            b"cols" => {
                let columns = number(tag, b"num");
                if columns > 1.0 {
                    traits.columns = traits.columns.max(columns.min(9.0) as u32);
                }
            }
            b"pgSz" => {
                // In twentieths of a point.
                traits.page_width = number(tag, b"w") / 20.0;
                traits.page_height = number(tag, b"h") / 20.0;
            }
            b"r" if !empty => self.hidden = false,
            b"rPr" => self.in_properties = !empty,
            b"vanish" if self.in_properties => {
                self.hidden |= !matches!(value(tag, b"val").as_deref(), Some("0" | "false"));
            }
            b"color" if self.in_properties => {
                let white = value(tag, b"val").is_some_and(|c| c.eq_ignore_ascii_case("ffffff"));
                // In a table white letters stand on a coloured cell as a rule.
                self.hidden |= white && self.tables.is_empty();
            }
            b"t" => self.in_text = !empty,
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8], traits: &mut FileTraits) {
        if name == b"Fallback" {
            self.fallback = self.fallback.saturating_sub(1);
            return;
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            b"tr" => {
                let several = self.cells.pop().is_some_and(|cells| cells > 1);
                if let Some(table) = self.tables.last_mut() {
                    *table |= several;
                }
            }
            b"tbl" => {
                traits.tables += u32::from(self.tables.pop() == Some(true));
            }
            b"rPr" => self.in_properties = false,
            b"t" => self.in_text = false,
            _ => {}
        }
    }
}

fn value(tag: &BytesStart<'_>, name: &[u8]) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|one| one.key.local_name().as_ref() == name)?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

fn number(tag: &BytesStart<'_>, name: &[u8]) -> f32 {
    value(tag, name)
        .and_then(|text| text.parse::<f32>().ok())
        .filter(|number| number.is_finite())
        .unwrap_or_default()
}
