//! PDF: words with boxes and fonts, and the link annotations.

use super::{Link, Material, Page, SourceError, Word, ligatures};
use pdf_oxide::PdfDocument;
use pdf_oxide::annotations::LinkAction;

/// A résumé of more pages is a book.
const PAGES: usize = 50;
/// A dense page has about 1,200 words.
const WORDS_A_PAGE: usize = 10_000;

/// Reads a PDF's words and links.
///
/// # Errors
/// When the file is damaged, or larger than any résumé.
pub fn read(bytes: &[u8]) -> Result<Material, SourceError> {
    let document = PdfDocument::from_bytes(bytes.to_vec()).map_err(|_| SourceError::Unreadable)?;
    let pages = document.page_count().map_err(|_| SourceError::Unreadable)?;
    if pages > PAGES {
        return Err(SourceError::TooLarge);
    }
    let mut material = Material::default();
    for at in 0..pages {
        // One bad page does not cost the others.
        let found = document.extract_words(at).unwrap_or_default();
        if found.len() > WORDS_A_PAGE {
            return Err(SourceError::TooLarge);
        }
        let (left, bottom, right, top) = document
            .get_page_media_box(at)
            .unwrap_or((0.0, 0.0, 612.0, 792.0));
        let mut words: Vec<Word> = found
            .iter()
            .filter(|word| {
                !is_picture_font(&word.dominant_font) && word.rotation_degrees.abs() < 20.0
            })
            .filter_map(|word| {
                let text = clean(&word.text);
                let y1 = top - word.bbox.y;
                (!text.is_empty()).then_some(Word {
                    text,
                    x0: word.bbox.x - left,
                    x1: word.bbox.x - left + word.bbox.width,
                    y0: y1 - word.bbox.height,
                    y1,
                    size: word.avg_font_size,
                    bold: word.is_bold,
                    italic: word.is_italic,
                })
            })
            .collect();
        ligatures::mend(&document, at, left, top, &mut words);
        material.pages.push(Page {
            width: right - left,
            height: top - bottom,
            words,
            pictures: document
                .page_image_handles(at)
                .map_or(0, |found| found.len()),
        });
        for annotation in document.get_annotations(at).unwrap_or_default() {
            if let Some(LinkAction::Uri(target)) = annotation.action {
                let [x0, bottom_edge, x1, top_edge] =
                    annotation.rect.unwrap_or_default().map(|edge| edge as f32);
                material.links.push(Link {
                    page: at,
                    target,
                    x0: x0.min(x1) - left,
                    x1: x0.max(x1) - left,
                    y0: top - top_edge.max(bottom_edge),
                    y1: top - top_edge.min(bottom_edge),
                });
            }
        }
    }
    Ok(material)
}

/// Whether a font draws pictures: what its letters say is not what they show.
pub(super) fn is_picture_font(name: &str) -> bool {
    // "SemiCondensed" is a width, and no icons.
    let name = name.to_lowercase().replace("semicond", "");
    [
        "awesome",
        "icon",
        "dingbat",
        "glyphicons",
        "academicons",
        "simpleicons",
        "emoji",
    ]
    .iter()
    .any(|mark| name.contains(mark))
}

/// The text as people read it: ligatures opened, icons of private meaning and invisible signs taken out.
pub(super) fn clean(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization as _;
    let open = text.chars().flat_map(|sign| {
        let ligature = matches!(sign, '\u{FB00}'..='\u{FB06}');
        let parts: Vec<char> = if ligature {
            std::iter::once(sign).nfkc().collect()
        } else {
            vec![sign]
        };
        parts
    });
    let kept: String = open
        // The bullets of Word's symbol fonts.
        .map(|sign| {
            if matches!(
                sign,
                '\u{F0B7}' | '\u{F0A7}' | '\u{F0D8}' | '\u{F076}' | '\u{F0FC}'
            ) {
                '•'
            } else {
                sign
            }
        })
        // What encodings of one byte leave where a file forgot to map it.
        .map(|sign| match sign {
            '\u{7F}' | '\u{95}' => '•',
            '\u{85}' => '…',
            '\u{91}' | '\u{92}' => '’',
            '\u{93}' | '\u{94}' => '"',
            '\u{96}' => '–',
            '\u{97}' => '—',
            other => other,
        })
        .filter(|sign| {
            !matches!(sign,
                '\u{E000}'..='\u{F8FF}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
                | '\u{F0000}'..='\u{10FFFD}' | '\u{FFFD}' | '\u{0}'..='\u{8}' | '\u{E}'..='\u{1F}')
        })
        .map(|sign| match sign {
            '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => ' ',
            '\u{AD}' | '\u{2010}' | '\u{2011}' => '-',
            other => other,
        })
        .nfc()
        .collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::is_picture_font;

    #[test]
    fn fonts_of_icons_are_told_from_fonts_of_letters() {
        for name in [
            "ABCDEF+FontAwesome5Free-Solid",
            "MaterialIcons-Regular",
            "Glyphicons",
        ] {
            assert!(is_picture_font(name), "{name}");
        }
        for name in ["PDIRST+NotoSerif-SemiCondensedBold", "Lato-Regular"] {
            assert!(!is_picture_font(name), "{name}");
        }
    }
}
