//! The traits of a PDF: its pictures, its paper, and text that a person cannot see.

use foothold_shared::reading::FileTraits;
use pdf_oxide::PdfDocument;
use pdf_oxide::layout::{Color, TextSpan};

/// A picture with a side below this, in points, is an icon.
const ICON: f32 = 36.0;
/// Letters that are lower than this, in points, are not for eyes.
const TINY: f32 = 2.0;
/// The most pages that are looked at; a résumé has fewer.
const PAGES: usize = 50;

/// A box on a page: left, bottom, right, top.
type Area = (f32, f32, f32, f32);

/// What a PDF tells about itself; nothing where it is damaged.
pub(super) fn look(bytes: &[u8]) -> FileTraits {
    let mut traits = FileTraits::default();
    let Ok(document) = PdfDocument::from_bytes(bytes.to_vec()) else {
        return traits;
    };
    let pages = document.page_count().unwrap_or_default().min(PAGES);
    for page in 0..pages {
        if page == 0
            && let Ok((left, bottom, right, top)) = document.get_page_media_box(page)
        {
            traits.page_width = finite(right - left);
            traits.page_height = finite(top - bottom);
        }
        let pictures: Vec<Area> = document
            .page_image_handles(page)
            .unwrap_or_default()
            .iter()
            .map(|picture| {
                let area = &picture.bbox;
                (area.x, area.y, area.x + area.width, area.y + area.height)
            })
            .collect();
        let large = pictures
            .iter()
            .filter(|(left, bottom, right, top)| right - left >= ICON && top - bottom >= ICON);
        traits.pictures += count(large.count());
        text(&document, page, &pictures, &mut traits);
    }
    traits
}

fn text(document: &PdfDocument, page: usize, pictures: &[Area], traits: &mut FileTraits) {
    let spans = document.extract_spans(page).unwrap_or_default();
    let mut dark: Option<Vec<Area>> = None;
    for span in &spans {
        let lost = span.text.chars().filter(|sign| *sign == '\u{FFFD}').count();
        traits.lost_letters += count(lost);
        let words = count(span.text.split_whitespace().count());
        if words == 0 {
            continue;
        }
        if span.bbox.height > 0.0 && span.bbox.height < TINY {
            traits.hidden_words += words;
        } else if is_white(&span.color) {
            // White letters are there to be read where something darker lies below them.
            let below = dark.get_or_insert_with(|| darker(document, page));
            if !below.iter().chain(pictures).any(|area| lies_in(span, area)) {
                traits.hidden_words += words;
            }
        }
    }
    // Letters that are not drawn: below a scan they are what was recognised in it.
    if pictures.is_empty() && is_never_drawn(document, page) {
        traits.hidden_words += 1;
    }
}

/// Whether a page switches to letters that are not drawn ("3 Tr").
fn is_never_drawn(document: &PdfDocument, page: usize) -> bool {
    let content = document.get_page_content_data(page).unwrap_or_default();
    content
        .windows(5)
        .any(|five| five[0].is_ascii_whitespace() && &five[1..] == b"3 Tr")
        || content.starts_with(b"3 Tr")
}

fn darker(document: &PdfDocument, page: usize) -> Vec<Area> {
    document
        .extract_paths(page)
        .unwrap_or_default()
        .iter()
        .filter(|path| path.fill_color.as_ref().is_some_and(|fill| !is_white(fill)))
        .map(|path| {
            let area = &path.bbox;
            (area.x, area.y, area.x + area.width, area.y + area.height)
        })
        .collect()
}

fn is_white(color: &Color) -> bool {
    color.r > 0.97 && color.g > 0.97 && color.b > 0.97
}

fn lies_in(span: &TextSpan, (left, bottom, right, top): &Area) -> bool {
    let x = span.bbox.x + span.bbox.width / 2.0;
    let y = span.bbox.y + span.bbox.height / 2.0;
    (*left..=*right).contains(&x) && (*bottom..=*top).contains(&y)
}

/// Numbers that are none do not exist in JSON.
fn finite(number: f32) -> f32 {
    if number.is_finite() { number } else { 0.0 }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
