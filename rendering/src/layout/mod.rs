//! Blocks → measured words → lines → pages: where each piece of text stands, before anything is drawn.
//!
//! Words are measured once; setting them at another density is arithmetic. So it can be tried how many pages a document
//! has. What must not happen here: a word that is dropped because it is long.

mod blocks;
mod cut;
mod ink;
mod lines;
mod pages;

use crate::flow::Block;
use crate::fonts::ruler::Ruler;
use crate::look::{Colour, Look, TIGHTEST};
use blocks::Measured;
use foothold_shared::document::DocumentLook;

/// What a line is part of, for the structure that a PDF tells to those who cannot see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// The person's name: the document's title.
    Title,
    /// A section's heading.
    Heading,
    /// The head of an entry.
    Entry,
    /// Text.
    Text,
    /// A point of a list.
    Bullet,
}

/// Text in one face, size and colour that stands in one line.
#[derive(Clone, PartialEq)]
pub(crate) struct Run {
    /// From the left margin.
    pub(crate) x: f32,
    /// How wide it is.
    pub(crate) width: f32,
    /// Its characters.
    pub(crate) text: String,
    /// Its face.
    pub(crate) face: crate::fonts::Face,
    /// Its size.
    pub(crate) size: f32,
    /// Its colour.
    pub(crate) colour: Colour,
    /// Where it leads.
    pub(crate) link: Option<String>,
}

/// A line of a page.
#[derive(Clone, PartialEq)]
pub(crate) struct Line {
    /// Space above it, unless it begins a page.
    gap: f32,
    /// Its height.
    height: f32,
    /// From its top to where letters stand.
    pub(crate) baseline: f32,
    /// Its texts, from left to right.
    pub(crate) runs: Vec<Run>,
    /// A rule across the page, from the line's top.
    pub(crate) rule: Option<f32>,
    /// The next line stands on the same page.
    keeps_next: bool,
    /// What it is part of.
    pub(crate) role: Role,
    /// Which block it is of.
    pub(crate) block: usize,
}

/// A line and how far below the top margin it begins.
#[derive(Clone)]
pub(crate) struct Placed {
    /// From the top margin.
    pub(crate) y: f32,
    /// The line.
    pub(crate) line: Line,
}

/// A page: its lines from top to bottom.
pub(crate) type Page = Vec<Placed>;

/// What is longer than this is no document that anyone looks at for its beauty; it is not set several times over.
const LONG: u32 = 10;

/// A document that can be set at any density.
pub(crate) struct Draft<'r> {
    look: DocumentLook,
    blocks: Vec<Measured>,
    ruler: &'r Ruler,
}

impl<'r> Draft<'r> {
    /// Measures the blocks of a document.
    pub(crate) fn new(blocks: &[Block], look: &DocumentLook, ruler: &'r Ruler) -> Self {
        // Faces are the same at every density.
        let faces = Look::at(look, 0);
        Self {
            look: look.clone(),
            blocks: blocks
                .iter()
                .map(|block| Measured::of(block, &faces, ruler))
                .collect(),
            ruler,
        }
    }

    /// The pages at a density.
    pub(crate) fn pages(&self, density: u32) -> (Look, Vec<Page>) {
        let look = self.at(density);
        let lines = lines::set(&self.blocks, &look, self.ruler);
        let pages = pages::divide(lines, look.height());
        (look, pages)
    }

    /// How many pages there are at the least.
    pub(crate) fn fewest(&self) -> u32 {
        self.count(TIGHTEST)
    }

    /// A density that takes no more pages than the tightest, as roomy as that allows.
    pub(crate) fn roomiest(&self) -> u32 {
        let fewest = self.fewest();
        if fewest > LONG {
            return TIGHTEST;
        }
        let (mut roomy, mut fits) = (0, TIGHTEST);
        while roomy < fits {
            let middle = (roomy + fits) / 2;
            if self.count(middle) <= fewest {
                fits = middle;
            } else {
                roomy = middle + 1;
            }
        }
        fits
    }

    /// The look at a density, with the name as large as lets it stand in one line.
    fn at(&self, density: u32) -> Look {
        let mut look = Look::at(&self.look, density);
        let name = self
            .blocks
            .iter()
            .find(|block| block.sort == blocks::Sort::Name);
        let width = name.map_or(0.0, |name| name.width(&look));
        if width > look.width() {
            look.shrink_name(look.width() / width);
        }
        look
    }

    fn count(&self, density: u32) -> u32 {
        let look = self.at(density);
        let lines = lines::set(&self.blocks, &look, self.ruler);
        pages::count(&lines, look.height())
    }
}
