//! Word's paragraph styles, as far as they tell headings from text.

use super::{is_on, value};
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::collections::BTreeMap;

/// What a style says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Style {
    pub(super) heading: bool,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) size: f32,
    pub(super) bullet: bool,
}

/// All styles by their id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    known: BTreeMap<String, (Style, String)>,
    default: f32,
}

impl Styles {
    /// What text is set in where nothing else is said; Word's own default is 10 points.
    pub(super) fn default_size(&self) -> f32 {
        if self.default > 0.0 {
            self.default
        } else {
            10.0
        }
    }

    /// A style with what it rests on.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut found = Style::default();
        let mut next = id;
        for _ in 0..8 {
            let Some((style, parent)) = self.known.get(next) else {
                break;
            };
            found.heading |= style.heading;
            found.bold |= style.bold;
            found.italic |= style.italic;
            found.bullet |= style.bullet;
            if found.size == 0.0 {
                found.size = style.size;
            }
            next = parent;
        }
        found
    }
}

/// Reads `styles.xml`. What cannot be read is as if it were not there.
pub(super) fn read(xml: &str) -> Styles {
    let mut reader = Reader::from_str(xml);
    let mut styles = Styles::default();
    let mut open: Option<(String, Style, String)> = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                b"style" => {
                    let id = value(&tag, b"styleId").unwrap_or_default();
                    open = Some((id, Style::default(), String::new()));
                }
                b"sz" if open.is_none() => {
                    let halves: Option<f32> =
                        value(&tag, b"val").and_then(|size| size.parse().ok());
                    styles.default = halves.unwrap_or_default() / 2.0;
                }
                name => {
                    let Some((_, style, parent)) = open.as_mut() else {
                        continue;
                    };
                    match name {
                        b"name" => {
                            let name = value(&tag, b"val").unwrap_or_default().to_lowercase();
                            style.heading |= name.starts_with("heading");
                            style.bullet |= name.starts_with("list bullet");
                        }
                        b"outlineLvl" => {
                            style.heading |= value(&tag, b"val").as_deref() != Some("9")
                        }
                        b"basedOn" => *parent = value(&tag, b"val").unwrap_or_default(),
                        b"b" => style.bold = is_on(&tag),
                        b"i" => style.italic = is_on(&tag),
                        b"numPr" => style.bullet = true,
                        b"sz" => {
                            let halves: Option<f32> =
                                value(&tag, b"val").and_then(|size| size.parse().ok());
                            style.size = halves.unwrap_or_default() / 2.0;
                        }
                        _ => {}
                    }
                }
            },
            Ok(Event::End(tag)) if tag.local_name().as_ref() == b"style" => {
                if let Some((id, style, parent)) = open.take() {
                    styles.known.insert(id, (style, parent));
                }
            }
            Ok(Event::Eof) | Err(_) => break,
            _ => {}
        }
    }
    styles
}
