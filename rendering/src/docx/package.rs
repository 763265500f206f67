//! The parts of a Word file and their archive.
//!
//! The writer of the body offers parts of its own for all of these; they carry settings of old programs, a clock and an
//! order that changes from run to run, so that only the body's is used. What must not happen here: a time, chance.

use crate::RenderError;
use quick_xml::escape::escape;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What goes into the file.
pub(super) struct Parts {
    /// `word/document.xml`.
    pub(super) body: Vec<u8>,
    /// `word/styles.xml`.
    pub(super) styles: String,
    /// `word/numbering.xml`.
    pub(super) numbering: String,
    /// `word/fontTable.xml`.
    pub(super) fonts: String,
    /// Where the body's links lead, by the ids it names them with.
    pub(super) links: Vec<(String, String)>,
    /// The document's title.
    pub(super) title: String,
    /// Whose it is.
    pub(super) author: String,
    /// BCP 47.
    pub(super) language: String,
}

/// The file: the same parts give the same bytes.
pub(super) fn pack(parts: &Parts) -> Result<Vec<u8>, RenderError> {
    let files: [(&str, Vec<u8>); 10] = [
        // Readers of file types expect this one first.
        ("[Content_Types].xml", content_types().into_bytes()),
        ("_rels/.rels", root_relations().into_bytes()),
        ("word/document.xml", parts.body.clone()),
        (
            "word/_rels/document.xml.rels",
            relations(&parts.links).into_bytes(),
        ),
        ("word/styles.xml", parts.styles.clone().into_bytes()),
        ("word/numbering.xml", parts.numbering.clone().into_bytes()),
        ("word/settings.xml", settings(&parts.language).into_bytes()),
        ("word/fontTable.xml", parts.fonts.clone().into_bytes()),
        ("docProps/core.xml", core(parts).into_bytes()),
        ("docProps/app.xml", app().into_bytes()),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    // The archive's own default asks a clock where a build gives it one.
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in &files {
        archive
            .start_file(*name, options)
            .map_err(|_| RenderError::Write("a part of the Word file"))?;
        archive
            .write_all(bytes)
            .map_err(|_| RenderError::Write("a part of the Word file"))?;
    }
    let file = archive
        .finish()
        .map_err(|_| RenderError::Write("the Word file's archive"))?;
    Ok(file.into_inner())
}

fn content_types() -> String {
    let mut xml = format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    );
    for (part, kind) in [
        ("/word/document.xml", format!("{WORD}.document.main+xml")),
        ("/word/styles.xml", format!("{WORD}.styles+xml")),
        ("/word/numbering.xml", format!("{WORD}.numbering+xml")),
        ("/word/settings.xml", format!("{WORD}.settings+xml")),
        ("/word/fontTable.xml", format!("{WORD}.fontTable+xml")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ] {
        xml.push_str(&format!(
            "<Override PartName=\"{part}\" ContentType=\"{kind}\"/>"
        ));
    }
    xml.push_str("</Types>");
    xml
}

fn root_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{RELATIONS}\">\
         <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" \
         Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{OFFICE}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

fn relations(links: &[(String, String)]) -> String {
    let mut xml = format!("{HEAD}<Relationships xmlns=\"{RELATIONS}\">");
    for (id, kind, file) in [
        ("rId1", "styles", "styles.xml"),
        ("rId2", "numbering", "numbering.xml"),
        ("rId3", "settings", "settings.xml"),
        ("rId4", "fontTable", "fontTable.xml"),
    ] {
        xml.push_str(&format!(
            "<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{file}\"/>"
        ));
    }
    for (id, target) in links {
        xml.push_str(&format!(
            "<Relationship Id=\"{}\" Type=\"{OFFICE}/hyperlink\" Target=\"{}\" TargetMode=\"External\"/>",
            escape(id.as_str()),
            escape(target.as_str())
        ));
    }
    xml.push_str("</Relationships>");
    xml
}

fn settings(language: &str) -> String {
    format!(
        "{HEAD}<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"720\"/><w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// Word wants a day here; a document has none of its own, so it is always the same one.
fn core(parts: &Parts) -> String {
    const DAY: &str = "2026-01-01T00:00:00Z";
    let author = escape(parts.author.as_str());
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>{author}</dc:creator>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{DAY}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{DAY}</dcterms:modified>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escape(parts.title.as_str()),
        escape(parts.language.as_str()),
    )
}

fn app() -> String {
    format!(
        "{HEAD}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Foothold</Application></Properties>"
    )
}
