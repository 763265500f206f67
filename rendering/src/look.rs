//! Looks as numbers: papers, faces, sizes, colours and distances of the five templates, from roomy to tight.
//!
//! Everything is in points. What must not happen here: a body smaller than [`SMALLEST_BODY`].

use crate::fonts::Face;
use foothold_shared::document::{DocumentLook, Paper, Template};

/// How much tighter a document can be set, in steps: 0 is roomy.
pub(crate) const TIGHTEST: u32 = 8;

/// Below this, running text is a strain to read.
#[cfg(test)]
pub(crate) const SMALLEST_BODY: f32 = 9.5;

/// A colour: red, green, blue.
pub(crate) type Colour = (u8, u8, u8);

const BLACK: Colour = (0x16, 0x18, 0x1d);
const GREY: Colour = (0x4b, 0x50, 0x5a);

/// Where the head of a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// At the left margin.
    Left,
    /// In the middle.
    Centre,
}

/// Where a line is drawn at a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// None is.
    None,
    /// Below the heading.
    Below,
    /// Above it.
    Above,
}

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// The person's name.
    Name,
    /// The line below it.
    Headline,
    /// How to reach them.
    Contact,
    /// Headings of sections.
    Heading,
    /// Title of an entry.
    Title,
    /// Company, school, place.
    Subtitle,
    /// When.
    Dates,
    /// Running text.
    Body,
    /// What a row of words is about; the subject of a letter.
    Strong,
    /// Where links are shown.
    Link,
}

/// How a kind of text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Style {
    /// Its face.
    pub(crate) face: Face,
    /// Its size.
    pub(crate) size: f32,
    /// Its colour.
    pub(crate) colour: Colour,
}

/// A look at one density.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Look {
    /// Width and height of the paper.
    pub(crate) paper: (f32, f32),
    /// Left and right margin.
    pub(crate) side: f32,
    /// Top and bottom margin.
    pub(crate) top: f32,
    /// From one line of running text to the next, as a multiple of its size.
    pub(crate) leading: f32,
    /// Where the head stands.
    pub(crate) head: Align,
    /// Line at headings.
    pub(crate) rule: Rule,
    /// The colour of that line.
    pub(crate) rule_colour: Colour,
    /// The person's name.
    name: Style,
    /// The line below it.
    headline: Style,
    /// How to reach them.
    contact: Style,
    /// What stands between two ways to reach them, and before a time.
    pub(crate) divider: &'static str,
    /// Headings of sections.
    heading: Style,
    /// Title of an entry.
    title: Style,
    /// Company, school, place.
    subtitle: Style,
    /// When.
    dates: Style,
    /// Running text.
    pub(crate) body: Style,
    /// What a row of words is about; the subject of a letter.
    strong: Style,
    /// Where links are shown.
    link: Style,
    /// Above a section.
    pub(crate) section_gap: f32,
    /// Below a section's heading.
    pub(crate) heading_gap: f32,
    /// Above an entry that is not the first.
    pub(crate) entry_gap: f32,
    /// Above a bullet.
    pub(crate) bullet_gap: f32,
    /// From the margin to the text of a bullet.
    pub(crate) indent: f32,
    /// Between the paragraphs of a letter.
    pub(crate) paragraph_gap: f32,
}

struct Faces {
    regular: Face,
    bold: Face,
    italic: Face,
}

const SANS: Faces = Faces {
    regular: Face::Sans,
    bold: Face::SansBold,
    italic: Face::SansItalic,
};
const NARROW: Faces = Faces {
    regular: Face::Narrow,
    bold: Face::NarrowBold,
    italic: Face::NarrowItalic,
};
const SERIF: Faces = Faces {
    regular: Face::Serif,
    bold: Face::SerifBold,
    italic: Face::SerifItalic,
};

impl Look {
    /// A look at a density from 0 to [`TIGHTEST`].
    pub(crate) fn at(look: &DocumentLook, density: u32) -> Self {
        let part = density.min(TIGHTEST) as f32 / TIGHTEST as f32;
        let between = |roomy: f32, tight: f32| roomy + (tight - roomy) * part;
        let paper = match look.paper {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        };
        match look.template {
            Template::Plain => Self::plain(paper, &between),
            Template::Classic => Self::classic(paper, &between),
            Template::Modern => Self::modern(paper, &between),
            Template::Compact => Self::compact(paper, &between),
            Template::Elegant => Self::elegant(paper, &between),
        }
    }

    fn plain(paper: (f32, f32), between: &dyn Fn(f32, f32) -> f32) -> Self {
        let size = eighth(between(10.5, 9.5));
        let body = style(SANS.regular, size, BLACK);
        Self {
            paper,
            side: between(62.0, 46.0),
            top: between(56.0, 40.0),
            leading: between(1.42, 1.27),
            head: Align::Left,
            rule: Rule::None,
            rule_colour: GREY,
            name: style(SANS.bold, eighth(between(21.0, 18.0)), BLACK),
            headline: style(SANS.regular, eighth(between(12.0, 10.5)), BLACK),
            contact: style(SANS.regular, eighth(size - 0.5).max(9.0), BLACK),
            divider: " | ",
            heading: style(SANS.bold, eighth(between(13.0, 11.5)), BLACK),
            title: style(SANS.bold, size, BLACK),
            subtitle: body,
            dates: body,
            body,
            strong: style(SANS.bold, size, BLACK),
            link: body,
            section_gap: between(17.0, 9.0),
            heading_gap: between(5.0, 2.5),
            entry_gap: between(10.0, 5.0),
            bullet_gap: between(2.2, 0.4),
            indent: between(14.0, 12.0),
            paragraph_gap: between(10.0, 6.0),
        }
    }

    fn classic(paper: (f32, f32), between: &dyn Fn(f32, f32) -> f32) -> Self {
        let size = eighth(between(11.0, 9.75));
        let body = style(SERIF.regular, size, BLACK);
        Self {
            rule: Rule::Below,
            rule_colour: (0x55, 0x5a, 0x64),
            head: Align::Centre,
            name: style(SERIF.bold, eighth(between(23.0, 19.0)), BLACK),
            headline: style(SERIF.italic, eighth(between(12.5, 11.0)), BLACK),
            contact: style(SERIF.regular, eighth(size - 0.5), GREY),
            divider: " · ",
            heading: style(SERIF.bold, eighth(between(13.0, 11.5)), BLACK),
            title: style(SERIF.bold, size, BLACK),
            subtitle: style(SERIF.italic, size, BLACK),
            dates: style(SERIF.italic, size, GREY),
            body,
            strong: style(SERIF.bold, size, BLACK),
            link: style(SERIF.regular, size, GREY),
            leading: between(1.40, 1.25),
            heading_gap: between(7.0, 4.5),
            ..Self::plain(paper, between)
        }
    }

    fn modern(paper: (f32, f32), between: &dyn Fn(f32, f32) -> f32) -> Self {
        const ACCENT: Colour = (0x0f, 0x5c, 0x6e);
        let size = eighth(between(10.5, 9.5));
        let body = style(SANS.regular, size, BLACK);
        Self {
            rule: Rule::Above,
            rule_colour: (0xb9, 0xd3, 0xd9),
            name: style(SANS.bold, eighth(between(26.0, 21.0)), ACCENT),
            headline: style(SANS.regular, eighth(between(13.0, 11.5)), GREY),
            contact: style(SANS.regular, eighth(size - 0.75).max(9.0), GREY),
            divider: "  ·  ",
            heading: style(SANS.bold, eighth(between(12.5, 11.0)), ACCENT),
            title: style(SANS.bold, size, BLACK),
            subtitle: style(SANS.regular, size, ACCENT),
            dates: style(SANS.regular, eighth(size - 0.5).max(9.0), GREY),
            body,
            link: style(SANS.regular, eighth(size - 0.5).max(9.0), ACCENT),
            section_gap: between(18.0, 10.0),
            heading_gap: between(5.0, 3.0),
            ..Self::plain(paper, between)
        }
    }

    fn compact(paper: (f32, f32), between: &dyn Fn(f32, f32) -> f32) -> Self {
        const ACCENT: Colour = (0x1d, 0x3a, 0x66);
        let size = eighth(between(10.0, 9.5));
        let body = style(NARROW.regular, size, BLACK);
        Self {
            side: between(46.0, 38.0),
            top: between(40.0, 32.0),
            leading: between(1.32, 1.22),
            rule: Rule::Below,
            rule_colour: (0xb4, 0xbd, 0xcb),
            name: style(NARROW.bold, eighth(between(20.0, 17.0)), ACCENT),
            headline: style(NARROW.regular, eighth(between(11.5, 10.5)), GREY),
            contact: style(NARROW.regular, 9.25, GREY),
            divider: " | ",
            heading: style(NARROW.bold, eighth(between(11.5, 10.75)), ACCENT),
            title: style(NARROW.bold, size, BLACK),
            subtitle: style(NARROW.italic, size, BLACK),
            dates: style(NARROW.regular, size, GREY),
            body,
            strong: style(NARROW.bold, size, BLACK),
            link: style(NARROW.regular, size, ACCENT),
            section_gap: between(11.0, 7.0),
            heading_gap: between(4.0, 3.0),
            entry_gap: between(6.0, 3.5),
            bullet_gap: between(0.8, 0.0),
            indent: 11.0,
            ..Self::plain(paper, between)
        }
    }

    fn elegant(paper: (f32, f32), between: &dyn Fn(f32, f32) -> f32) -> Self {
        const ACCENT: Colour = (0x6b, 0x2f, 0x3f);
        let size = eighth(between(10.75, 9.75));
        let body = style(SERIF.regular, size, BLACK);
        Self {
            side: between(76.0, 54.0),
            top: between(64.0, 46.0),
            leading: between(1.48, 1.30),
            head: Align::Centre,
            rule: Rule::None,
            rule_colour: (0xd9, 0xc7, 0xcb),
            name: style(Face::Display, eighth(between(30.0, 24.0)), BLACK),
            headline: style(SERIF.italic, eighth(between(12.5, 11.0)), ACCENT),
            contact: style(SERIF.regular, eighth(size - 0.75).max(9.0), GREY),
            divider: "  ·  ",
            heading: style(Face::Display, eighth(between(15.5, 13.5)), ACCENT),
            title: style(SERIF.bold, size, BLACK),
            subtitle: style(SERIF.italic, size, BLACK),
            dates: style(SERIF.regular, size, GREY),
            body,
            strong: style(SERIF.bold, size, BLACK),
            link: style(SERIF.regular, size, GREY),
            section_gap: between(21.0, 11.0),
            heading_gap: between(6.0, 3.5),
            entry_gap: between(12.0, 6.0),
            bullet_gap: between(2.5, 0.5),
            paragraph_gap: between(11.0, 6.5),
            ..Self::plain(paper, between)
        }
    }

    /// Sets the name smaller, but never so small that it is no longer the largest thing on the page.
    pub(crate) fn shrink_name(&mut self, by: f32) {
        let size = (self.name.size * by * 8.0).floor() / 8.0;
        self.name.size = size.max(self.heading.size + 2.0);
    }

    /// How wide the text may run.
    pub(crate) fn width(&self) -> f32 {
        self.paper.0 - 2.0 * self.side
    }

    /// How much of a page's height text may fill.
    pub(crate) fn height(&self) -> f32 {
        self.paper.1 - 2.0 * self.top
    }

    /// How a kind of text looks.
    pub(crate) fn style(&self, kind: Kind) -> Style {
        match kind {
            Kind::Name => self.name,
            Kind::Headline => self.headline,
            Kind::Contact => self.contact,
            Kind::Heading => self.heading,
            Kind::Title => self.title,
            Kind::Subtitle => self.subtitle,
            Kind::Dates => self.dates,
            Kind::Body => self.body,
            Kind::Strong => self.strong,
            Kind::Link => self.link,
        }
    }
}

fn style(face: Face, size: f32, colour: Colour) -> Style {
    Style { face, size, colour }
}

/// Sizes are kept to eighths of a point: what is drawn is then exactly what was measured.
fn eighth(size: f32) -> f32 {
    (size * 8.0).round() / 8.0
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATES: [Template; 5] = [
        Template::Plain,
        Template::Classic,
        Template::Modern,
        Template::Compact,
        Template::Elegant,
    ];

    const KINDS: [Kind; 10] = [
        Kind::Name,
        Kind::Headline,
        Kind::Contact,
        Kind::Heading,
        Kind::Title,
        Kind::Subtitle,
        Kind::Dates,
        Kind::Body,
        Kind::Strong,
        Kind::Link,
    ];

    fn all() -> impl Iterator<Item = (Template, u32, Look)> {
        TEMPLATES.into_iter().flat_map(|template| {
            (0..=TIGHTEST).map(move |density| {
                let look = DocumentLook {
                    template,
                    paper: Paper::A4,
                };
                (template, density, Look::at(&look, density))
            })
        })
    }

    #[test]
    fn no_text_is_too_small_to_read() {
        for (template, density, look) in all() {
            assert!(look.body.size >= SMALLEST_BODY, "{template:?} {density}");
            for style in KINDS.map(|kind| look.style(kind)) {
                assert!(style.size >= 9.0, "{template:?} {density}");
                // What is drawn keeps sizes in eighths, up to 31.
                assert_eq!(style.size * 8.0, (style.size * 8.0).round());
                assert!(style.size < 31.0);
            }
        }
    }

    #[test]
    fn each_step_is_tighter_than_the_one_before() {
        for (template, density, look) in all().filter(|(_, density, _)| *density > 0) {
            let before = Look::at(
                &DocumentLook {
                    template,
                    paper: Paper::A4,
                },
                density - 1,
            );
            assert!(look.height() > before.height(), "{template:?} {density}");
            assert!(look.body.size <= before.body.size);
            assert!(look.section_gap < before.section_gap);
        }
    }
}
