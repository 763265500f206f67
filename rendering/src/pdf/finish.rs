//! What genpdf drew → the file: our fonts instead of the stand-ins, true sizes, links, structure, title and language.

use super::codes::{Codes, Table};
use super::draw::SCALE;
use super::fonts;
use super::structure::{Piece, Structure};
use crate::RenderError;
use crate::layout::{Line, Page, Role, Run};
use crate::look::{Colour, Look};
use lopdf::content::{Content, Operation};
use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary,
};
use sha2::{Digest as _, Sha256};

/// How strong rules are.
const RULE: f32 = 0.6;

/// What programs show of a document.
pub(super) struct About {
    pub(super) title: String,
    pub(super) author: String,
    pub(super) language: String,
}

/// Writes the file.
pub(super) fn finish(
    drawn: &[Vec<Operation>],
    pages: &[Page],
    look: &Look,
    codes: &Codes,
    about: &About,
) -> Result<Vec<u8>, RenderError> {
    let mut document = Document::with_version("1.7");
    let kids: Vec<ObjectId> = pages.iter().map(|_| document.new_object_id()).collect();
    let tree = document.new_object_id();
    let mut names = Dictionary::new();
    for (face, subset) in &codes.subsets {
        names.set(font_name(*face), fonts::add(&mut document, *face, subset));
    }
    let resources = document.add_object(dictionary! { "Font" => names });
    let mut structure = Structure::default();
    for (number, ((page, drawn), id)) in pages.iter().zip(drawn).zip(&kids).enumerate() {
        let mut sheet = Sheet {
            number,
            pages: pages.len(),
            look,
            codes,
            document: &mut document,
            structure: &mut structure,
            operations: Vec::new(),
            areas: Vec::new(),
            is_open: false,
        };
        sheet.set(page, &mut items(drawn).into_iter())?;
        let (operations, areas) = (sheet.operations, sheet.areas);
        let content = Content { operations }
            .encode()
            .map_err(|_| RenderError::Write("a page could not be written"))?;
        let content = document.add_object(Stream::new(Dictionary::new(), content));
        let mut dictionary = dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => vec![
                0.into(), 0.into(), number_of(look.paper.0), number_of(look.paper.1),
            ],
            "Resources" => resources,
            "Contents" => content,
            "StructParents" => number as i64,
            "Tabs" => "S",
        };
        if !areas.is_empty() {
            dictionary.set("Annots", areas);
        }
        document.objects.insert(*id, dictionary.into());
    }
    let count = kids.len() as i64;
    let references: Vec<Object> = kids.iter().map(|id| Object::from(*id)).collect();
    let node = dictionary! { "Type" => "Pages", "Kids" => references, "Count" => count };
    document.objects.insert(tree, node.into());
    let root = structure.write(&mut document, &kids);
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => fonts::text(&about.language),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => root,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info = document.add_object(dictionary! {
        "Title" => fonts::text(&about.title),
        "Author" => fonts::text(&about.author),
        "Creator" => Object::string_literal("Foothold"),
        "Producer" => Object::string_literal("Foothold"),
    });
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    save(document)
}

fn save(mut document: Document) -> Result<Vec<u8>, RenderError> {
    let fault = |_| RenderError::Write("the file could not be put together");
    document.compress();
    let id = identity(&document);
    document.trailer.set("ID", vec![id.clone(), id]);
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .compression_level(6)
        .build();
    let mut file = Vec::new();
    document
        .save_with_options(&mut file, options)
        .map_err(fault)?;
    Ok(file)
}

/// What tells this document from others: a hash of all that is drawn, and no clock.
fn identity(document: &Document) -> Object {
    let mut hash = Sha256::new();
    for object in document.objects.values() {
        if let Object::Stream(stream) = object {
            hash.update(&stream.content);
        }
    }
    let bytes = hash.finalize().iter().take(16).copied().collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn font_name(face: crate::fonts::Face) -> String {
    format!("F{}", face as usize)
}

/// A number as pages have it: to hundredths.
fn number_of(value: f32) -> Object {
    Object::Real((value * 100.0).round() / 100.0)
}

/// What genpdf draws: a rule, or a text.
enum Item {
    Rule,
    Text {
        x: f32,
        y: f32,
        stand_in: Vec<u8>,
        signs: Vec<Object>,
    },
}

fn items(operations: &[Operation]) -> Vec<Item> {
    let mut items = Vec::new();
    let mut at = (0.0, 0.0);
    let mut font = Vec::new();
    for operation in operations {
        match (operation.operator.as_str(), operation.operands.as_slice()) {
            ("Td", [x, y]) => {
                let number = |object: &Object| object.as_float().unwrap_or(0.0) / SCALE;
                at = (number(x), number(y));
            }
            ("Tf", [Object::Name(name), _]) => font.clone_from(name),
            ("TJ", [Object::Array(signs)]) => items.push(Item::Text {
                x: at.0,
                y: at.1,
                stand_in: font.clone(),
                signs: signs.clone(),
            }),
            ("S", _) => items.push(Item::Rule),
            _ => {}
        }
    }
    items
}

/// One page being written.
struct Sheet<'a> {
    number: usize,
    pages: usize,
    look: &'a Look,
    codes: &'a Codes,
    document: &'a mut Document,
    structure: &'a mut Structure,
    operations: Vec<Operation>,
    areas: Vec<Object>,
    is_open: bool,
}

impl Sheet<'_> {
    fn set(
        &mut self,
        page: &Page,
        items: &mut impl Iterator<Item = Item>,
    ) -> Result<(), RenderError> {
        const MISSING: RenderError = RenderError::Write("a text was not drawn");
        for placed in page {
            let line = &placed.line;
            let top = self.look.paper.1 - self.look.top - placed.y;
            if let Some(below) = line.rule {
                match items.next() {
                    Some(Item::Rule) => self.rule(top - below),
                    _ => return Err(RenderError::Write("a rule was not drawn")),
                }
            }
            for (index, run) in line.runs.iter().enumerate() {
                self.mark(line, run, index);
                for _ in self.codes.pieces(run.face, &run.text) {
                    match items.next() {
                        Some(Item::Text {
                            x,
                            y,
                            stand_in,
                            signs,
                        }) => {
                            let table = self.codes.table_named(&stand_in).ok_or(MISSING)?;
                            self.text(run, (x, y), table, &signs);
                        }
                        _ => return Err(MISSING),
                    }
                }
                if let Some(link) = &run.link {
                    self.area(run, link, top - line.baseline);
                }
            }
        }
        self.close();
        match items.next() {
            Some(_) => Err(RenderError::Write("more was drawn than set")),
            None => Ok(()),
        }
    }

    /// Begins a marked text where this run begins one.
    fn mark(&mut self, line: &Line, run: &Run, index: usize) {
        let begun = self.structure.take(&Piece {
            page: self.number,
            block: line.block,
            role: line.role,
            is_mark: line.role == Role::Bullet && index == 0 && run.text == "•",
            link: run.link.as_deref(),
        });
        if let Some((tag, number)) = begun {
            self.close();
            self.put(
                "BDC",
                vec![tag.into(), dictionary! { "MCID" => number as i64 }.into()],
            );
            self.is_open = true;
        }
    }

    fn close(&mut self) {
        if self.is_open {
            self.put("EMC", Vec::new());
            self.is_open = false;
        }
    }

    fn text(&mut self, run: &Run, (x, y): (f32, f32), table: &Table, signs: &[Object]) {
        self.put("BT", Vec::new());
        self.put("rg", colour(run.colour));
        self.put(
            "Tf",
            vec![
                Object::Name(font_name(run.face).into_bytes()),
                number_of(run.size),
            ],
        );
        self.put("Td", vec![number_of(x), number_of(y)]);
        let signs = self.glyphs(table, signs);
        self.put("TJ", vec![Object::Array(signs)]);
        self.put("ET", Vec::new());
    }

    /// Bytes of a stand-in as glyphs of ours; what stands together is one string.
    fn glyphs(&self, table: &Table, signs: &[Object]) -> Vec<Object> {
        let subset = self.codes.subsets.get(&table.face);
        let mut out = Vec::new();
        let mut string = Vec::new();
        for object in signs {
            match object {
                Object::String(bytes, _) => {
                    let code = bytes.last().map_or(' ', |byte| char::from(*byte));
                    let sign = table.sign(code);
                    let glyph = subset.map_or(0, |subset| subset.glyph(sign));
                    string.extend(glyph.to_be_bytes());
                }
                other => {
                    if !string.is_empty() {
                        let bytes = std::mem::take(&mut string);
                        out.push(Object::String(bytes, StringFormat::Hexadecimal));
                    }
                    out.push(other.clone());
                }
            }
        }
        if !string.is_empty() {
            out.push(Object::String(string, StringFormat::Hexadecimal));
        }
        out
    }

    fn rule(&mut self, y: f32) {
        self.close();
        self.structure.interrupt();
        self.put("BMC", vec!["Artifact".into()]);
        self.put("RG", colour(self.look.rule_colour));
        self.put("w", vec![number_of(RULE)]);
        let left = self.look.side;
        self.put("m", vec![number_of(left), number_of(y)]);
        self.put("l", vec![number_of(left + self.look.width()), number_of(y)]);
        self.put("S", Vec::new());
        self.put("EMC", Vec::new());
    }

    /// Where a pointer finds the link.
    fn area(&mut self, run: &Run, link: &str, baseline: f32) {
        let left = self.look.side + run.x;
        let area = self.document.new_object_id();
        let parent = self.structure.area(area, self.pages);
        let annotation = dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => vec![
                number_of(left),
                number_of(baseline - run.size * 0.25),
                number_of(left + run.width),
                number_of(baseline + run.size * 0.85),
            ],
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => 4,
            "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(ascii(link)) },
            "Contents" => fonts::text(&run.text),
            "StructParent" => parent,
        };
        self.document.objects.insert(area, annotation.into());
        self.areas.push(area.into());
    }

    fn put(&mut self, operator: &str, operands: Vec<Object>) {
        self.operations.push(Operation::new(operator, operands));
    }
}

fn colour((red, green, blue): Colour) -> Vec<Object> {
    [red, green, blue]
        .map(|part| number_of(f32::from(part) / 255.0))
        .to_vec()
}

/// An address as PDFs hold them: what is not ASCII, escaped.
fn ascii(address: &str) -> String {
    address
        .bytes()
        .map(|byte| {
            if byte.is_ascii_graphic() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
