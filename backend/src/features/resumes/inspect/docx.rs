//! Opening a Word file: a zip archive (OPC package) whose main part is a word-processing document.
//!
//! Everything in it is inflated once and thrown away, counted, which also checks each checksum.

use super::Refusal;
use quick_xml::events::Event;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most entries; a Word file has a dozen, and one more for each picture.
const ENTRIES: usize = 2_000;
/// The most bytes that all entries may inflate to.
const UNPACKED_BYTES: u64 = 64 * 1024 * 1024;
/// From here on an entry must not be packed tighter than `RATIO`.
const RATIO_FROM_BYTES: u64 = 4 * 1024 * 1024;
/// Word's XML packs at 10 to 50; repeated zeros pack at 1,000.
const RATIO: u64 = 200;
/// The most bytes of a part that is read as XML.
const XML_BYTES: u64 = 32 * 1024 * 1024;

const CONTENT_TYPES: &str = "[Content_Types].xml";
const WORD_MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Unreadable)?;
    if archive.len() > ENTRIES {
        return Err(Refusal::TooComplex);
    }
    // Before anything is unpacked: another kind of archive is told so, not "damaged".
    let Some(types_at) = position(&archive, CONTENT_TYPES) else {
        return Err(Refusal::Unsupported);
    };
    unpack_all(&mut archive)?;
    if has_macros(&archive) {
        return Err(Refusal::Macros);
    }
    let types = read_xml(&mut archive, types_at)?;
    let main = main_part(&types)?.ok_or(if names_macros(&types) {
        Refusal::Macros
    } else {
        Refusal::Unsupported
    })?;
    let main_at = position(&archive, &main).ok_or(Refusal::Unreadable)?;
    check_document(&read_xml(&mut archive, main_at)?)
}

/// Whether the archive carries programs of Word's, also where its list of contents does not say so.
fn has_macros(archive: &Archive<'_>) -> bool {
    archive.file_names().any(|name| {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        file.eq_ignore_ascii_case("vbaProject.bin") || file.eq_ignore_ascii_case("vbaData.xml")
    })
}

/// Whether the list of contents names a Word document with macros.
fn names_macros(types: &[u8]) -> bool {
    let text = String::from_utf8_lossy(types).to_ascii_lowercase();
    text.contains("ms-word") && text.contains("macroenabled")
}

/// Part names are compared without regard to case (ECMA-376-2, 6.2.2.3).
fn position(archive: &Archive<'_>, name: &str) -> Option<usize> {
    (0..archive.len()).find(|&at| {
        archive
            .name_for_index(at)
            .is_some_and(|found| found.eq_ignore_ascii_case(name))
    })
}

/// Inflates every entry into nothing, within the limits.
fn unpack_all(archive: &mut Archive<'_>) -> Result<(), Refusal> {
    let mut left = UNPACKED_BYTES;
    for at in 0..archive.len() {
        let raw = archive.by_index_raw(at).map_err(|_| Refusal::Unreadable)?;
        if raw.encrypted() {
            return Err(Refusal::PasswordProtected);
        }
        // A name that leads out of the archive is never Word's; nothing is unpacked to disk here,
        // but the next program may be less careful.
        if raw.enclosed_name().is_none() {
            return Err(Refusal::Unreadable);
        }
        let packed = raw.compressed_size().max(1);
        drop(raw);
        let entry = archive.by_index(at).map_err(|_| Refusal::Unreadable)?;
        let allowed = left.min(packed.saturating_mul(RATIO).max(RATIO_FROM_BYTES));
        let unpacked = std::io::copy(&mut entry.take(allowed + 1), &mut std::io::sink())
            .map_err(|_| Refusal::Unreadable)?;
        left = if unpacked > allowed {
            None
        } else {
            left.checked_sub(unpacked)
        }
        .ok_or(Refusal::TooComplex)?;
    }
    Ok(())
}

fn read_xml(archive: &mut Archive<'_>, at: usize) -> Result<Vec<u8>, Refusal> {
    let entry = archive.by_index(at).map_err(|_| Refusal::Unreadable)?;
    let mut xml = Vec::new();
    entry
        .take(XML_BYTES + 1)
        .read_to_end(&mut xml)
        .map_err(|_| Refusal::Unreadable)?;
    if xml.len() as u64 > XML_BYTES {
        Err(Refusal::TooComplex)
    } else {
        Ok(xml)
    }
}

/// The name of the part that `[Content_Types].xml` declares as the Word document. Usually
/// `word/document.xml`, but not from every program.
fn main_part(types: &[u8]) -> Result<Option<String>, Refusal> {
    let mut reader = quick_xml::Reader::from_reader(types);
    loop {
        match reader.read_event().map_err(|_| Refusal::Unreadable)? {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"Override" => {
                let (mut name, mut is_main) = (None, false);
                // Without the check for doubles, which takes quadratic time.
                for attribute in tag.attributes().with_checks(false) {
                    let attribute = attribute.map_err(|_| Refusal::Unreadable)?;
                    match attribute.key.as_ref() {
                        b"PartName" => name = String::from_utf8(attribute.value.into_owned()).ok(),
                        b"ContentType" => {
                            is_main = attribute.value.eq_ignore_ascii_case(WORD_MAIN.as_bytes());
                        }
                        _ => {}
                    }
                }
                if let (Some(name), true) = (name, is_main) {
                    return Ok(Some(name.trim_start_matches('/').to_owned()));
                }
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

/// Well-formed XML with a `document` around it.
fn check_document(xml: &[u8]) -> Result<(), Refusal> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let mut is_document = false;
    let mut depth = 0_u64;
    loop {
        match reader.read_event().map_err(|_| Refusal::Unreadable)? {
            Event::Start(tag) => {
                is_document |= depth == 0 && tag.local_name().as_ref() == b"document";
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Eof if is_document && depth == 0 => return Ok(()),
            Event::Eof => return Err(Refusal::Unreadable),
            _ => {}
        }
    }
}
