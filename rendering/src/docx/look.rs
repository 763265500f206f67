//! How each template looks in Word: fonts that Word and LibreOffice have or replace by ones of the same widths.
//!
//! What must not happen here: words.

use foothold_shared::document::{DocumentLook, Paper, Template};

/// Sizes are half points, lengths twentieths of a point, as in the file.
pub(super) struct Look {
    /// The font of everything.
    pub(super) font: &'static str,
    /// What stands in for it where it is missing; known to programs by family and pitch.
    pub(super) family: &'static str,
    /// Body text.
    pub(super) body: u32,
    /// The name.
    pub(super) name: u32,
    /// The headings of sections.
    pub(super) heading: u32,
    /// Colour of name and headings.
    pub(super) accent: &'static str,
    /// Colour of places and the contact line.
    pub(super) quiet: &'static str,
    /// A rule below the headings.
    pub(super) rule: bool,
    /// Name and contact in the middle.
    pub(super) centred: bool,
    /// Left and right margin.
    pub(super) side: u32,
    /// Top and bottom margin.
    pub(super) top: u32,
    /// A line's height, 240ths of the font's own.
    pub(super) line: u32,
    /// Above a heading.
    pub(super) above_heading: u32,
    /// Above an entry.
    pub(super) above_entry: u32,
    /// The page's width.
    pub(super) width: u32,
    /// The page's height.
    pub(super) height: u32,
}

impl Look {
    pub(super) fn of(look: &DocumentLook) -> Self {
        let (width, height) = match look.paper {
            Paper::A4 => (11_906, 16_838),
            Paper::Letter => (12_240, 15_840),
        };
        let plain = Self {
            font: "Arial",
            family: "swiss",
            body: 21,
            name: 40,
            heading: 25,
            accent: "1A1A1A",
            quiet: "404040",
            rule: false,
            centred: false,
            side: 1_134,
            top: 1_020,
            line: 264,
            above_heading: 240,
            above_entry: 130,
            width,
            height,
        };
        match look.template {
            Template::Plain => plain,
            Template::Classic => Self {
                font: "Times New Roman",
                family: "roman",
                body: 22,
                name: 44,
                heading: 26,
                quiet: "4B505A",
                rule: true,
                centred: true,
                ..plain
            },
            Template::Modern => Self {
                font: "Calibri",
                body: 22,
                name: 48,
                heading: 26,
                accent: "0F5C6E",
                quiet: "4B505A",
                ..plain
            },
            Template::Compact => Self {
                font: "Calibri",
                body: 19,
                name: 34,
                heading: 22,
                accent: "1D3A66",
                quiet: "4B505A",
                side: 850,
                top: 720,
                line: 240,
                above_heading: 150,
                above_entry: 70,
                rule: true,
                ..plain
            },
            Template::Elegant => Self {
                font: "Cambria",
                family: "roman",
                body: 21,
                name: 52,
                heading: 28,
                accent: "6B2F3F",
                quiet: "4B505A",
                centred: true,
                side: 1_304,
                top: 1_247,
                line: 288,
                above_heading: 320,
                above_entry: 170,
                ..plain
            },
        }
    }

    /// The width of a line, which is where dates end.
    pub(super) fn text_width(&self) -> u32 {
        self.width - 2 * self.side
    }
}
