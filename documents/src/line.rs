//! Lines of text and the parts they are made of: what every later step reads.

/// One line of text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Its parts from left to right, as far as wide gaps divide it.
    pub parts: Vec<Part>,
    /// Which page, from 0.
    pub page: usize,
    /// Top edge, points from the page's top.
    pub y0: f32,
    /// Bottom edge.
    pub y1: f32,
    /// Which region of the page it belongs to: a column, a table cell.
    pub region: usize,
    /// It begins with a bullet, which is taken off.
    pub bullet: bool,
    /// A heading by the file's own word.
    pub heading: bool,
    /// How far below the line before it in the same region it begins, in heights of a line; 0 for the first.
    pub gap: f32,
}

impl Line {
    /// The whole text, parts divided by tabs.
    #[must_use]
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.parts.iter().map(|part| part.text.as_str()).collect();
        texts.join("\t")
    }

    /// The size of its largest part, in points.
    #[must_use]
    pub fn size(&self) -> f32 {
        self.parts.iter().map(|part| part.size).fold(0.0, f32::max)
    }

    /// Whether all of it is bold.
    #[must_use]
    pub fn bold(&self) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(|part| part.bold)
    }

    /// Left edge of the first part.
    #[must_use]
    pub fn x0(&self) -> f32 {
        self.parts.first().map_or(0.0, |part| part.x0)
    }

    /// Right edge of the last part.
    #[must_use]
    pub fn x1(&self) -> f32 {
        self.parts.last().map_or(0.0, |part| part.x1)
    }
}

/// Words that stand together on one baseline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// The text.
    pub text: String,
    /// Left edge, points.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Top edge.
    pub y0: f32,
    /// Bottom edge.
    pub y1: f32,
    /// Font size.
    pub size: f32,
    /// Bold, the most of it.
    pub bold: bool,
    /// Italic, the most of it.
    pub italic: bool,
    /// Its first word is bold: how a head looks whose company is set plain behind the title.
    pub bold_start: bool,
    /// Before which of its words, counted from 0, the look changes between bold, italic and plain.
    pub cuts: Vec<usize>,
}

impl Part {
    pub(crate) fn height(&self) -> f32 {
        (self.y1 - self.y0).max(1.0)
    }

    /// Whether two parts stand on one line.
    pub(crate) fn beside(&self, other: &Self) -> bool {
        let lower = self.height().min(other.height());
        let shared = self.y1.min(other.y1) - self.y0.max(other.y0);
        shared > 0.55 * lower
            && (self.y1 - other.y1).abs() < 0.6 * self.height().max(other.height())
    }
}

const BULLETS: &[char] = &[
    '•', '●', '○', '◦', '▪', '■', '□', '‣', '⁃', '∙', '·', '➢', '➤', '►', '▸', '❖', '✓', '✔', '»',
    '➔', '→', '◆', '◇', '*',
];

/// Whether a text is a bullet, or begins with one.
pub(crate) fn strip_bullet(text: &str) -> Option<&str> {
    let mut signs = text.chars();
    let first = signs.next()?;
    let rest = signs.as_str();
    if BULLETS.contains(&first) {
        return Some(rest.trim_start());
    }
    let dash = matches!(first, '-' | '–' | '—');
    (dash && (rest.is_empty() || rest.starts_with(' '))).then(|| rest.trim_start())
}
