//! Pages → what genpdf draws of them: the drawing operations of each page.
//!
//! Sizes in genpdf are whole points, so it draws eight times as large; `finish` makes it small again.

use super::codes::Codes;
use crate::RenderError;
use crate::fonts::ruler::Ruler;
use crate::layout::{Page, Run};
use crate::look::Look;
use genpdf::fonts::{Font, FontData, FontFamily};
use genpdf::style::{Color, Style};
use genpdf::{Element, Mm, Position, RenderResult, Size, render};
use lopdf::content::{Content, Operation};

/// How much larger genpdf draws.
pub(super) const SCALE: f32 = 8.0;

/// The operations of each page, in genpdf's size.
pub(super) fn draw(
    pages: &[Page],
    look: &Look,
    codes: &Codes,
    ruler: &Ruler,
) -> Result<Vec<Vec<Operation>>, RenderError> {
    let mut fonts = Vec::new();
    for (index, table) in codes.tables.iter().enumerate() {
        let subset = codes
            .subsets
            .get(&table.face)
            .ok_or(RenderError::Write("a face without its part"))?;
        let stand_in =
            Codes::stand_in(index).ok_or(RenderError::Write("too many different characters"))?;
        let data = FontData::new(subset.metrics(&table.codes, ruler), Some(stand_in))
            .map_err(|_| RenderError::Write("a font was not understood"))?;
        fonts.push(data);
    }
    let mut families = fonts.chunks(4).map(family);
    let first = families
        .next()
        .flatten()
        .ok_or(RenderError::Write("a document without letters"))?;
    let mut document = genpdf::Document::new(first);
    let mut added = Vec::new();
    for family in families {
        let family = family.ok_or(RenderError::Write("a family without fonts"))?;
        added.push(document.add_font_family(family));
    }
    document.set_minimal_conformance();
    document.set_paper_size(size(look.paper));
    document.push(Sheets {
        pages: pages.to_vec(),
        next: 0,
        look: look.clone(),
        coded: pages
            .iter()
            .flatten()
            .flat_map(|placed| &placed.line.runs)
            .map(|run| coded(run, codes, ruler))
            .collect(),
        at: 0,
        added,
    });
    let mut file = Vec::new();
    document
        .render(&mut file)
        .map_err(|_| RenderError::Write("the pages could not be drawn"))?;
    operations(&file)
}

/// Up to four fonts as a family; what is left of the four repeats the first, and is never drawn in.
fn family(fonts: &[FontData]) -> Option<FontFamily<FontData>> {
    let font = |index| fonts.get(index).or(fonts.first()).cloned();
    Some(FontFamily {
        regular: font(0)?,
        bold: font(1)?,
        italic: font(2)?,
        bold_italic: font(3)?,
    })
}

/// A text as genpdf gets it.
#[derive(Clone)]
struct Coded {
    table: usize,
    /// From the start of the run, in points.
    x: f32,
    text: String,
}

fn coded(run: &Run, codes: &Codes, ruler: &Ruler) -> Vec<Coded> {
    let mut x = 0.0;
    let mut out = Vec::new();
    for (table, piece) in codes.pieces(run.face, &run.text) {
        let bytes = codes.tables.get(table).map(|table| &table.codes);
        out.push(Coded {
            table,
            x,
            text: piece
                .chars()
                .filter_map(|sign| bytes.and_then(|bytes| bytes.get(&sign)))
                .collect(),
        });
        x += ruler.width(run.face, piece) as f32 / 1000.0 * run.size;
    }
    out
}

/// All pages, drawn one a call.
struct Sheets {
    pages: Vec<Page>,
    next: usize,
    look: Look,
    coded: Vec<Vec<Coded>>,
    at: usize,
    added: Vec<FontFamily<Font>>,
}

impl Element for Sheets {
    fn render(
        &mut self,
        context: &genpdf::Context,
        area: render::Area<'_>,
        _: Style,
    ) -> Result<RenderResult, genpdf::error::Error> {
        let page = self.pages.get(self.next).map_or(&[][..], Vec::as_slice);
        for placed in page {
            let top = self.look.top + placed.y;
            if let Some(below) = placed.line.rule {
                let ends = [self.look.side, self.look.side + self.look.width()];
                area.draw_line(
                    ends.map(|x| position(x, top + below)).to_vec(),
                    Style::new().with_color(colour(self.look.rule_colour)),
                );
            }
            for run in &placed.line.runs {
                for coded in self.coded.get(self.at).into_iter().flatten() {
                    let style = self.style(context, coded.table, run);
                    // genpdf places the box of a font, whose bottom it takes for the line that letters stand on.
                    let tall = style
                        .font(&context.font_cache)
                        .glyph_height(style.font_size());
                    let mut at =
                        position(self.look.side + run.x + coded.x, top + placed.line.baseline);
                    at.y -= tall;
                    if !area.print_str(&context.font_cache, at, style, &coded.text)? {
                        return Err(genpdf::error::Error::new(
                            "a line outside of the page",
                            genpdf::error::ErrorKind::PageSizeExceeded,
                        ));
                    }
                }
                self.at += 1;
            }
        }
        self.next += 1;
        Ok(RenderResult {
            size: area.size(),
            has_more: self.next < self.pages.len(),
        })
    }
}

impl Sheets {
    fn style(&self, context: &genpdf::Context, table: usize, run: &Run) -> Style {
        let family = match (table / 4).checked_sub(1) {
            Some(index) => self.added.get(index).copied(),
            None => None,
        };
        let family = family.unwrap_or_else(|| context.font_cache.default_font_family());
        let style = Style::new()
            .with_font_family(family)
            .with_font_size((run.size * SCALE).round() as u8)
            .with_color(colour(run.colour));
        match table % 4 {
            0 => style,
            1 => style.bold(),
            2 => style.italic(),
            _ => style.bold().italic(),
        }
    }
}

fn colour((red, green, blue): (u8, u8, u8)) -> Color {
    Color::Rgb(red, green, blue)
}

fn mm(points: f32) -> Mm {
    Mm::from(printpdf::Pt(f64::from(points * SCALE)))
}

fn position(x: f32, y: f32) -> Position {
    Position::new(mm(x), mm(y))
}

fn size((width, height): (f32, f32)) -> Size {
    Size::new(mm(width), mm(height))
}

/// What each page of a file draws.
fn operations(file: &[u8]) -> Result<Vec<Vec<Operation>>, RenderError> {
    let fault = |_| RenderError::Write("the drawn pages could not be read");
    let document = lopdf::Document::load_mem(file).map_err(fault)?;
    let mut pages = Vec::new();
    for page in document.get_pages().into_values() {
        let content = document.get_page_content(page);
        pages.push(Content::decode(&content).map_err(fault)?.operations);
    }
    Ok(pages)
}
