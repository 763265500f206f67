//! Files for tests, made here: a PDF of lines with what is wrong with it, and Word files.

use std::fmt::Write as _;
use std::io::Write as _;

/// What a PDF of lines has beside them.
#[derive(Default, Clone, Copy)]
pub(crate) struct Extras {
    /// Words in white on the white page.
    pub(crate) hidden: &'static str,
    /// A picture of this many points a side.
    pub(crate) picture: u32,
    /// Set in letters of this size instead of 11 points.
    pub(crate) size: Option<u32>,
}

/// A PDF of lines, written by hand; a line that begins with "# " is a heading.
pub(crate) fn pdf(lines: &[&str], extras: Extras) -> Vec<u8> {
    let size = extras.size.unwrap_or(11);
    let mut content = String::new();
    let mut y = 800;
    for line in lines {
        let (font, size, line) = match line.strip_prefix("# ") {
            Some(heading) => ("F2", size + 3, heading),
            None => ("F1", size, *line),
        };
        y -= if font == "F2" { 26 } else { 14 };
        let line = line.replace(['(', ')', '\\'], " ");
        writeln!(
            content,
            "BT /{font} {size} Tf 1 0 0 1 60 {y} Tm ({line}) Tj ET"
        )
        .expect("a text takes text");
    }
    if !extras.hidden.is_empty() {
        writeln!(
            content,
            "BT 1 1 1 rg /F1 9 Tf 1 0 0 1 60 40 Tm ({}) Tj ET",
            extras.hidden
        )
        .expect("a text takes text");
    }
    if extras.picture > 0 {
        let side = extras.picture;
        writeln!(content, "q {side} 0 0 {side} 450 700 cm /P1 Do Q").expect("a text takes text");
    }
    let font = |name: &str| {
        format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
    };
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font \
         << /F1 5 0 R /F2 6 0 R >> /XObject << /P1 7 0 R >> >> >>"
            .to_owned(),
        format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ),
        font("Helvetica"),
        font("Helvetica-Bold"),
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray \
         /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
            .to_owned(),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut offsets = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", number + 1).expect("a text takes text");
    }
    let start = file.len();
    writeln!(file, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1)
        .expect("a text takes text");
    for offset in offsets {
        writeln!(file, "{offset:010} 00000 n ").expect("a text takes text");
    }
    write!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    )
    .expect("a text takes text");
    file.into_bytes()
}

/// A Word file of a body, and of a header where one is given.
pub(crate) fn docx(body: &str, header: &str) -> Vec<u8> {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    const SCHEMA: &str = "http://schemas.openxmlformats.org";
    let types = format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"{SCHEMA}/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}.document.main+xml\"/>\
         <Override PartName=\"/word/header1.xml\" ContentType=\"{MAIN}.header+xml\"/></Types>"
    );
    let relations = format!(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"{SCHEMA}/package/2006/relationships\">\
         <Relationship Id=\"r1\" Type=\"{SCHEMA}/officeDocument/2006/relationships/officeDocument\" \
         Target=\"word/document.xml\"/></Relationships>"
    );
    let namespace = format!("xmlns:w=\"{SCHEMA}/wordprocessingml/2006/main\"");
    let document = format!(
        "<?xml version=\"1.0\"?><w:document {namespace}><w:body>{body}</w:body></w:document>"
    );
    let margin = format!(
        "<?xml version=\"1.0\"?><w:hdr {namespace}><w:p><w:r><w:t>{header}</w:t></w:r></w:p></w:hdr>"
    );
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in [
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", &relations),
        ("word/document.xml", &document),
        ("word/header1.xml", &margin),
    ] {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .expect("an entry");
        writer.write_all(content.as_bytes()).expect("content");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A paragraph of a Word file.
pub(crate) fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}
