//! Files for tests, made here: good ones, broken ones, and bombs.
//!
//! Zip archives are written by hand, so that their headers may lie.

use std::io::Write;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc, FlushCompress};
use lopdf::encryption::crypt_filters::{Aes128CryptFilter, CryptFilter};
use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions, Stream, dictionary,
};

/// The largest file that is taken.
pub(crate) const LIMIT: usize = 5 * 1024 * 1024;

const WORD_MAIN: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

/// A one-page PDF with a line of text.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    save(&mut pdf_document(text))
}

/// A PDF padded behind its end to exactly this size.
pub(crate) fn pdf_of_size(size: usize) -> Vec<u8> {
    let mut document = pdf_document("long");
    let padding = vec![b'x'; size - 4096];
    document.add_object(Stream::new(dictionary! {}, padding));
    let mut bytes = save(&mut document);
    assert!(bytes.len() <= size);
    let missing = size - bytes.len();
    let end = bytes.len() - b"%%EOF".len();
    bytes.splice(end..end, std::iter::repeat_n(b'\n', missing));
    assert_eq!(bytes.len(), size);
    bytes
}

/// A PDF that opens with a password; with an empty one it opens for everybody.
pub(crate) fn locked_pdf(user_password: &str) -> Vec<u8> {
    let mut document = pdf_document("locked");
    document.trailer.set(
        "ID",
        vec![Object::string_literal("a"), Object::string_literal("b")],
    );
    let filter: std::sync::Arc<dyn CryptFilter> = std::sync::Arc::new(Aes128CryptFilter);
    let version = EncryptionVersion::V4 {
        document: &document,
        encrypt_metadata: true,
        crypt_filters: [(b"StdCF".to_vec(), filter)].into(),
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: "owner",
        user_password,
        permissions: Permissions::PRINTABLE,
    };
    let state = EncryptionState::try_from(version).expect("a sound encryption");
    document.encrypt(&state).expect("encrypts");
    save(&mut document)
}

/// A PDF whose objects are in a stream that inflates to `size` bytes of zeros.
pub(crate) fn pdf_bomb(size: usize) -> Vec<u8> {
    let mut packed = b"\x78\x9c".to_vec();
    packed.extend(zeros(size));
    raw_pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>".as_bytes().to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
        stream("/Type /ObjStm /N 1 /First 8 /Filter /FlateDecode", &packed),
    ])
}

/// A PDF with so many streams of many small objects that reading all would take gigabytes.
pub(crate) fn pdf_of_many_objects() -> Vec<u8> {
    let mut numbers = b"9 0 [".to_vec();
    numbers.extend(b"0 ".repeat(8 * 1024 * 1024));
    numbers.push(b']');
    let mut packed = b"\x78\x9c".to_vec();
    packed.extend(deflate(&numbers));
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
    ];
    objects.extend(
        (0..200).map(|_| stream("/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", &packed)),
    );
    raw_pdf(&objects)
}

/// A PDF whose page tree is an array in an array in an array …
pub(crate) fn deep_pdf() -> Vec<u8> {
    let deep = [b"[".repeat(500_000), b"]".repeat(500_000)].concat();
    raw_pdf(&[b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(), deep])
}

/// A Word file with a paragraph of text.
pub(crate) fn docx(text: &str) -> Vec<u8> {
    zip(&docx_entries(text))
}

/// A Word file that inflates to `size` bytes in one entry.
pub(crate) fn docx_bomb(size: usize) -> Vec<u8> {
    let mut entries = docx_entries("bomb");
    entries.push(Entry {
        packed: zeros(size),
        size,
        ..Entry::new("word/media/image1.bmp", b"")
    });
    zip(&entries)
}

/// A Word file of many entries, each below the limit for one.
pub(crate) fn docx_of_many_parts(parts: usize, part_size: usize) -> Vec<u8> {
    let part = vec![0; part_size];
    let packed = deflate(&part);
    let mut entries = docx_entries("many");
    entries.extend((0..parts).map(|n| Entry {
        name: format!("word/media/{n}"),
        packed: packed.clone(),
        crc: crc(&part),
        size: part_size,
        flags: 0,
    }));
    zip(&entries)
}

/// A Word file whose entries are locked with a password.
pub(crate) fn locked_docx() -> Vec<u8> {
    let mut entries = docx_entries("locked");
    for entry in &mut entries {
        entry.flags = 1;
    }
    zip(&entries)
}

/// The wrapper that Word puts around a file with a password.
pub(crate) fn ole_encrypted() -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(2048, 0);
    bytes
}

/// A Word file with one more entry.
pub(crate) fn docx_with(name: &str, content: &[u8]) -> Vec<u8> {
    let mut entries = docx_entries("more");
    entries.push(Entry::new(name, content));
    zip(&entries)
}

/// An archive that is no Word file, of this content type.
pub(crate) fn other_office_file(content_type: &str) -> Vec<u8> {
    zip(&[
        Entry::new(
            "[Content_Types].xml",
            content_types("/xl/workbook.xml", content_type).as_bytes(),
        ),
        Entry::new("xl/workbook.xml", b"<workbook/>"),
    ])
}

/// A Word file without the part that its list of contents names.
pub(crate) fn docx_without_document() -> Vec<u8> {
    zip(&docx_entries("gone")[..1])
}

/// A Word file whose text is no XML.
pub(crate) fn docx_of_broken_xml() -> Vec<u8> {
    let mut entries = docx_entries("x");
    entries[1] = Entry::new("word/document.xml", b"<w:document><w:body></w:document>");
    zip(&entries)
}

/// An archive of one text file.
pub(crate) fn plain_zip() -> Vec<u8> {
    zip(&[Entry::new("readme.txt", b"hello")])
}

fn pdf_document(text: &str) -> Document {
    let mut document = Document::with_version("1.5");
    let pages = document.new_object_id();
    let font = document.add_object(
        dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Courier" },
    );
    let content = format!("BT /F1 12 Tf 72 720 Td ({text}) Tj ET");
    let content = document.add_object(Stream::new(dictionary! {}, content.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => pages,
        "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, tree.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    document
}

fn save(document: &mut Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF is written");
    bytes
}

/// A PDF of these object bodies, numbered from 1, the first its catalog.
fn raw_pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut offsets = Vec::new();
    for (number, body) in (1..).zip(objects) {
        offsets.push(bytes.len());
        writeln!(bytes, "{number} 0 obj").expect("writes");
        bytes.extend(body);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    let count = objects.len() + 1;
    write!(bytes, "xref\n0 {count}\n0000000000 65535 f \n").expect("writes");
    for offset in offsets {
        writeln!(bytes, "{offset:010} 00000 n ").expect("writes");
    }
    write!(
        bytes,
        "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    .expect("writes");
    bytes
}

fn stream(keys: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {keys} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn docx_entries(text: &str) -> Vec<Entry> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    );
    vec![
        Entry::new(
            "[Content_Types].xml",
            content_types("/word/document.xml", WORD_MAIN).as_bytes(),
        ),
        Entry::new("word/document.xml", document.as_bytes()),
    ]
}

fn content_types(part: &str, content_type: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"{part}\" ContentType=\"{content_type}\"/></Types>"
    )
}

struct Entry {
    name: String,
    packed: Vec<u8>,
    crc: u32,
    size: usize,
    flags: u16,
}

impl Entry {
    fn new(name: &str, content: &[u8]) -> Self {
        Self {
            name: name.to_owned(),
            packed: deflate(content),
            crc: crc(content),
            size: content.len(),
            flags: 0,
        }
    }
}

fn zip(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = bytes.len();
        let fields = header_fields(entry);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(entry.name.as_bytes());
        bytes.extend(&entry.packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(u32_bytes(offset));
        directory.extend(entry.name.as_bytes());
    }
    let start = bytes.len();
    bytes.extend(&directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        bytes.extend(
            u16::try_from(entries.len())
                .expect("few entries")
                .to_le_bytes(),
        );
    }
    bytes.extend(u32_bytes(directory.len()));
    bytes.extend(u32_bytes(start));
    bytes.extend([0; 2]);
    bytes
}

/// What a local header and the directory share, from "version needed" to the length of extras.
fn header_fields(entry: &Entry) -> Vec<u8> {
    const DEFLATED: u16 = 8;
    let mut fields = vec![20, 0];
    for word in [entry.flags, DEFLATED, 0, 33] {
        fields.extend(word.to_le_bytes());
    }
    fields.extend(entry.crc.to_le_bytes());
    fields.extend(u32_bytes(entry.packed.len()));
    fields.extend(u32_bytes(entry.size));
    fields.extend(
        u16::try_from(entry.name.len())
            .expect("a short name")
            .to_le_bytes(),
    );
    fields.extend([0; 2]);
    fields
}

fn u32_bytes(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("below 4 GB").to_le_bytes()
}

fn deflate(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).expect("deflates");
    encoder.finish().expect("deflates")
}

fn crc(content: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(content);
    crc.sum()
}

/// `size` zeros, deflated: one megabyte is packed once and repeated, so that gigabytes cost nothing
/// to make.
fn zeros(size: usize) -> Vec<u8> {
    const BLOCK: usize = 1024 * 1024;
    let mut block = Vec::with_capacity(64 * 1024);
    flate2::Compress::new(Compression::best(), false)
        .compress_vec(&vec![0; BLOCK], &mut block, FlushCompress::Full)
        .expect("deflates");
    let mut packed = block.repeat(size / BLOCK);
    packed.extend(deflate(&vec![0; size % BLOCK]));
    packed
}

/// Lines of text, one below the other, on one page.
pub(crate) fn pdf_of_lines(lines: &[&str]) -> Vec<u8> {
    let shown: Vec<String> = lines.iter().map(|line| format!("({line}) Tj T*")).collect();
    pdf_of_content(&format!(
        "BT /F1 11 Tf 15 TL 72 770 Td {} ET",
        shown.join(" ")
    ))
}

/// A file that is two at once: it begins as a page of the web, then it is a PDF, and it ends as an archive.
pub(crate) fn polyglot(lines: &[&str]) -> Vec<u8> {
    let page = b"<html><script>alert(1)</script><!--\n".to_vec();
    [page, pdf_of_lines(lines), plain_zip()].concat()
}

/// The lines in a font whose glyphs are numbered from the space on, and nothing says which letters they are.
pub(crate) fn pdf_of_numbered_glyphs(lines: &[&str]) -> Vec<u8> {
    let numbered = |sign: char| match u8::try_from(sign) {
        Ok(code @ 64..=126) => char::from(code - 29).to_string(),
        _ => sign.to_string(),
    };
    let shown: Vec<String> = lines
        .iter()
        .map(|line| line.chars().map(numbered).collect::<String>())
        .map(|line| {
            line.replace('\\', "\\\\")
                .replace('(', "\\(")
                .replace(')', "\\)")
        })
        .collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    pdf_of_lines(&shown)
}

/// One word as long as a book.
pub(crate) fn pdf_of_one_word(letters: usize) -> Vec<u8> {
    pdf_of_content(&format!(
        "BT /F1 1 Tf 72 770 Td ({}) Tj ET",
        "x".repeat(letters)
    ))
}

/// As many pages as asked for, all the same.
pub(crate) fn pdf_of_pages(pages: usize) -> Vec<u8> {
    let mut document = pdf_document("again");
    let first = document.page_iter().next().expect("a page");
    let tree = document
        .catalog()
        .and_then(|catalog| catalog.get(b"Pages")?.as_reference());
    let tree = tree.expect("a tree");
    let page = document.get_object(first).expect("a page").clone();
    let mut kids = vec![Object::from(first)];
    kids.extend((1..pages).map(|_| document.add_object(page.clone()).into()));
    let count = i64::try_from(pages).expect("few");
    let whole = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count };
    document.objects.insert(tree, whole.into());
    save(&mut document)
}

/// A page that shows a picture and holds no text, as a scanner makes it.
pub(crate) fn scanned_pdf() -> Vec<u8> {
    let mut document = pdf_document("");
    let picture = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => 2,
        "Height" => 2,
        "ColorSpace" => "DeviceGray",
        "BitsPerComponent" => 8,
    };
    let picture = document.add_object(Stream::new(picture, vec![0, 90, 180, 255]));
    let content = b"q 595 0 0 842 0 0 cm /Im1 Do Q".to_vec();
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let id = document.page_iter().next().expect("a page");
    let page = document.get_object_mut(id).and_then(Object::as_dict_mut);
    let page = page.expect("a page");
    page.set("Contents", content);
    let resources = dictionary! { "XObject" => dictionary! { "Im1" => picture } };
    page.set("Resources", resources);
    save(&mut document)
}

/// Text in a font whose glyphs nothing maps to characters.
pub(crate) fn pdf_without_characters() -> Vec<u8> {
    let mut document = pdf_document("");
    let descriptor = document.add_object(dictionary! {
        "Type" => "FontDescriptor", "FontName" => "ABCDEF+Drawn", "Flags" => 4,
        "FontBBox" => vec![0.into(), 0.into(), 1000.into(), 1000.into()],
        "ItalicAngle" => 0, "Ascent" => 800, "Descent" => -200, "CapHeight" => 700, "StemV" => 80,
    });
    let system = dictionary! {
        "Registry" => Object::string_literal("Adobe"),
        "Ordering" => Object::string_literal("Identity"),
        "Supplement" => 0,
    };
    let drawn = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "CIDFontType2", "BaseFont" => "ABCDEF+Drawn",
        "CIDSystemInfo" => system, "FontDescriptor" => descriptor, "DW" => 500,
    });
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "ABCDEF+Drawn",
        "Encoding" => "Identity-H", "DescendantFonts" => vec![drawn.into()],
    });
    let content = b"BT /F1 12 Tf 72 720 Td <00030004000500060007> Tj ET".to_vec();
    let content = document.add_object(Stream::new(dictionary! {}, content));
    let id = document.page_iter().next().expect("a page");
    let page = document.get_object_mut(id).and_then(Object::as_dict_mut);
    let page = page.expect("a page");
    page.set("Contents", content);
    let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
    page.set("Resources", resources);
    save(&mut document)
}

/// A Word file of these paragraphs.
pub(crate) fn docx_of_lines(lines: &[&str]) -> Vec<u8> {
    docx(&lines.join("</w:t></w:r></w:p><w:p><w:r><w:t>"))
}

fn pdf_of_content(content: &str) -> Vec<u8> {
    let mut document = pdf_document("");
    let content = Stream::new(dictionary! {}, content.as_bytes().to_vec());
    let content = document.add_object(content);
    let id = document.page_iter().next().expect("a page");
    let page = document.get_object_mut(id).and_then(Object::as_dict_mut);
    page.expect("a page").set("Contents", content);
    save(&mut document)
}
