//! Reading XML and feeds into a small tree, forgiving and bounded.
//!
//! What must not happen here: entities of the document's own (they are not read at all), an answer that was cut off
//! taken for a whole one.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::loose::decode;

const MAX_DEPTH: usize = 40;
const MAX_NODES: usize = 600_000;

/// An element: its name without a prefix's address ("tt:city" stays), its own text, its children.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Node>,
}

impl Node {
    /// The first child of a name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of a name.
    pub(crate) fn all<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text of the first child of a name that has one; empty where there is none.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.children
            .iter()
            .filter(|child| child.name == name)
            .map(|child| child.text.trim())
            .find(|text| !text.is_empty())
            .unwrap_or_default()
    }

    /// An attribute; empty where it is not set.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(own, _)| own == name)
            .map_or("", |(_, value)| value.as_str())
    }

    /// Every element of a name below this one.
    pub(crate) fn below<'n>(&'n self, name: &str, found: &mut Vec<&'n Self>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            } else {
                child.below(name, found);
            }
        }
    }
}

/// The document's root, or why it could not be read.
pub(crate) fn parse(body: &[u8]) -> Result<Node, &'static str> {
    const NO_XML: &str = "the answer is not XML";
    const CUT_OFF: &str = "the answer was cut off";
    let text = decode(body)?;
    let mut reader = Reader::from_str(text.trim_start());
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_unmatched_ends = true;
    let mut open = vec![Node::default()];
    let mut nodes = 0;
    loop {
        match reader.read_event() {
            Err(_) if open.len() > 1 => return Err(CUT_OFF),
            Err(_) => return Err(NO_XML),
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => {
                nodes += 1;
                if open.len() > MAX_DEPTH || nodes > MAX_NODES {
                    return Err("the answer is nested too deep or too long");
                }
                open.push(element(&tag));
            }
            Ok(Event::Empty(tag)) => {
                nodes += 1;
                if nodes > MAX_NODES {
                    return Err("the answer is nested too deep or too long");
                }
                let node = element(&tag);
                if let Some(parent) = open.last_mut() {
                    parent.children.push(node);
                }
            }
            Ok(Event::End(tag)) => {
                let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
                // An end without its beginning closes nothing; one further out closes what is in between.
                if open.iter().skip(1).any(|node| node.name == name) {
                    while open.len() > 1 && close(&mut open) != name {}
                }
            }
            Ok(Event::Text(text)) => say(&mut open, &String::from_utf8_lossy(&text)),
            Ok(Event::CData(text)) => say(&mut open, &String::from_utf8_lossy(&text)),
            Ok(Event::GeneralRef(name)) => {
                let name = String::from_utf8_lossy(&name);
                match name.as_ref() {
                    "amp" => say(&mut open, "&"),
                    "lt" => say(&mut open, "<"),
                    "gt" => say(&mut open, ">"),
                    "quot" => say(&mut open, "\""),
                    "apos" => say(&mut open, "'"),
                    // Numbers and HTML's own names are read with the text they stand in.
                    other => say(&mut open, &format!("&{other};")),
                }
            }
            Ok(_) => {}
        }
    }
    if open.len() > 1 {
        return Err(CUT_OFF);
    }
    let mut root = open.pop().unwrap_or_default();
    match root.children.len() {
        0 => Err(NO_XML),
        _ => Ok(root.children.swap_remove(0)),
    }
}

fn element(tag: &BytesStart<'_>) -> Node {
    Node {
        name: String::from_utf8_lossy(tag.name().as_ref()).into_owned(),
        attributes: tag
            .html_attributes()
            .with_checks(false)
            .flatten()
            .take(20)
            .map(|attribute| {
                let value = String::from_utf8_lossy(&attribute.value).replace("&amp;", "&");
                (
                    String::from_utf8_lossy(attribute.key.as_ref()).into_owned(),
                    value,
                )
            })
            .collect(),
        ..Node::default()
    }
}

fn say(open: &mut [Node], text: &str) {
    if let Some(node) = open.last_mut() {
        node.text.push_str(text);
    }
}

fn close(open: &mut Vec<Node>) -> String {
    let Some(node) = open.pop() else {
        return String::new();
    };
    let name = node.name.clone();
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_texts_and_attributes() {
        let root = parse(
            b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x \"boom\">]><r><a k='1&amp;2'>Salt &amp; <![CDATA[<b>bread</b>]]>&x;</a><b/><c>1<d>2</d></c></r>",
        )
        .expect("a document");
        assert_eq!(root.text("a"), "Salt & <b>bread</b>&x;");
        assert_eq!(root.child("a").map(|a| a.attribute("k")), Some("1&2"));
        let mut found = Vec::new();
        root.below("d", &mut found);
        assert_eq!(found[0].text, "2");
    }

    #[test]
    fn what_is_broken_is_read_or_refused() {
        assert!(parse(b"<r><a>1</a>").is_err());
        assert!(parse(b"no document").is_err());
        assert!(parse("<a>".repeat(10_000).as_bytes()).is_err());
        let root = parse(b"<r><a>1</b></a><c>2</c></r>").expect("an end too many");
        assert_eq!((root.text("a"), root.text("c")), ("1", "2"));
    }
}
