//! `styles.xml` and `numbering.xml`: all that a document looks like hangs on real styles, so that a person can change
//! it in one place, and a parser sees headings and lists as what they are.
//!
//! What must not happen here: words of the person. Word reads this file strictly: within a style the order is name,
//! basedOn, next, uiPriority, qFormat, pPr, rPr; pPr and rPr have orders of their own.

use super::look::Look;
use std::fmt::Write as _;

/// The ids of styles, as paragraphs and runs name them.
pub(super) mod id {
    pub(in crate::docx) const NAME: &str = "Title";
    pub(in crate::docx) const HEADLINE: &str = "Subtitle";
    pub(in crate::docx) const CONTACT: &str = "Contact";
    pub(in crate::docx) const HEADING: &str = "Heading1";
    pub(in crate::docx) const ENTRY: &str = "Heading2";
    pub(in crate::docx) const BELOW: &str = "EntryDetails";
    pub(in crate::docx) const BELOW_ALONE: &str = "EntryDetailsOnly";
    pub(in crate::docx) const BODY: &str = "Normal";
    pub(in crate::docx) const BULLET: &str = "ListBullet";
    pub(in crate::docx) const DATE: &str = "Date";
    pub(in crate::docx) const RECIPIENT: &str = "InsideAddress";
    pub(in crate::docx) const SUBJECT: &str = "SubjectLine";
    pub(in crate::docx) const SALUTATION: &str = "Salutation";
    pub(in crate::docx) const LETTER_BODY: &str = "BodyText";
    pub(in crate::docx) const CLOSING: &str = "Closing";
    pub(in crate::docx) const SIGNATURE: &str = "Signature";
    pub(in crate::docx) const LINK: &str = "Hyperlink";
    pub(in crate::docx) const STRONG: &str = "Strong";
    pub(in crate::docx) const WHEN: &str = "EntryDates";
}

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// A style as it is written.
#[derive(Default)]
struct Style {
    id: &'static str,
    name: &'static str,
    next: &'static str,
    /// `<w:pPr>`'s children, in the schema's order.
    paragraph: String,
    /// `<w:rPr>`'s children, in the schema's order.
    run: String,
}

/// The whole of `styles.xml`. `language` is a BCP 47 tag.
pub(super) fn styles(look: &Look, language: &str) -> String {
    let Look {
        font, body, line, ..
    } = look;
    let mut xml = format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:eastAsia=\"{font}\" w:cs=\"{font}\"/>\
         <w:color w:val=\"1A1A1A\"/><w:sz w:val=\"{body}\"/><w:szCs w:val=\"{body}\"/>\
         <w:lang w:val=\"{language}\" w:eastAsia=\"{language}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{line}\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl/></w:pPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/><w:semiHidden/></w:style>\
         <w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name w:val=\"No List\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>"
    );
    for style in paragraphs(look) {
        write_style(&mut xml, "paragraph", &style);
    }
    for style in runs(look) {
        write_style(&mut xml, "character", &style);
    }
    xml.push_str("</w:styles>");
    xml
}

fn paragraphs(look: &Look) -> Vec<Style> {
    let Look {
        accent,
        quiet,
        name,
        heading,
        body,
        above_heading,
        above_entry,
        ..
    } = look;
    let middle = if look.centred {
        "<w:jc w:val=\"center\"/>"
    } else {
        ""
    };
    let edge = look.text_width();
    let tabs = format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{edge}\"/></w:tabs>");
    let rule = if look.rule {
        format!(
            "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"2\" w:color=\"{accent}\"/></w:pBdr>"
        )
    } else {
        String::new()
    };
    let size = |halves: u32| format!("<w:sz w:val=\"{halves}\"/><w:szCs w:val=\"{halves}\"/>");
    let space =
        |before: u32, after: u32| format!("<w:spacing w:before=\"{before}\" w:after=\"{after}\"/>");
    let coloured = |colour: &str| format!("<w:color w:val=\"{colour}\"/>");
    let style = |id, name, next, paragraph: String, run: String| Style {
        id,
        name,
        next,
        paragraph,
        run,
    };
    vec![
        style(
            id::NAME,
            "Title",
            id::HEADLINE,
            format!("<w:keepNext/>{}{middle}", space(0, 30)),
            format!("<w:b/><w:bCs/>{}{}", coloured(accent), size(*name)),
        ),
        style(
            id::HEADLINE,
            "Subtitle",
            id::CONTACT,
            format!("<w:keepNext/>{}{middle}", space(0, 50)),
            format!("{}{}", coloured(quiet), size(body + 3)),
        ),
        style(
            id::CONTACT,
            "Contact",
            id::BODY,
            format!("{}{middle}", space(0, 60)),
            format!("{}{}", coloured(quiet), size(body - 1)),
        ),
        style(
            id::HEADING,
            "heading 1",
            id::BODY,
            format!(
                "<w:keepNext/><w:keepLines/>{rule}{}<w:outlineLvl w:val=\"0\"/>",
                space(*above_heading, 80)
            ),
            format!("<w:b/><w:bCs/>{}{}", coloured(accent), size(*heading)),
        ),
        style(
            id::ENTRY,
            "heading 2",
            id::BELOW,
            format!(
                "<w:keepNext/><w:keepLines/>{tabs}{}<w:outlineLvl w:val=\"1\"/>",
                space(*above_entry, 0)
            ),
            "<w:b/><w:bCs/>".to_owned(),
        ),
        style(
            id::BELOW,
            "Entry Details",
            id::BULLET,
            format!("<w:keepNext/><w:keepLines/>{tabs}{}", space(0, 20)),
            coloured(quiet),
        ),
        // The same where no text follows: nothing needs to stay with it.
        style(
            id::BELOW_ALONE,
            "Entry Details Only",
            id::ENTRY,
            format!("<w:keepLines/>{tabs}{}", space(0, 20)),
            coloured(quiet),
        ),
        style(
            id::BULLET,
            "List Bullet",
            id::BULLET,
            format!(
                "<w:numPr><w:numId w:val=\"1\"/></w:numPr>{}<w:ind w:left=\"300\" w:hanging=\"240\"/>",
                space(20, 20)
            ),
            String::new(),
        ),
        style(
            id::DATE,
            "Date",
            id::RECIPIENT,
            space(280, 200),
            String::new(),
        ),
        style(
            id::RECIPIENT,
            "Inside Address",
            id::RECIPIENT,
            String::new(),
            String::new(),
        ),
        style(
            id::SUBJECT,
            "Subject Line",
            id::SALUTATION,
            format!("<w:keepNext/>{}", space(280, 0)),
            format!("<w:b/><w:bCs/>{}", coloured(accent)),
        ),
        style(
            id::SALUTATION,
            "Salutation",
            id::LETTER_BODY,
            format!("<w:keepNext/>{}", space(200, 0)),
            String::new(),
        ),
        style(
            id::LETTER_BODY,
            "Body Text",
            id::LETTER_BODY,
            space(140, 0),
            String::new(),
        ),
        style(
            id::CLOSING,
            "Closing",
            id::SIGNATURE,
            format!("<w:keepNext/>{}", space(240, 0)),
            String::new(),
        ),
        style(
            id::SIGNATURE,
            "Signature",
            id::BODY,
            space(280, 0),
            "<w:b/><w:bCs/>".to_owned(),
        ),
    ]
}

fn runs(look: &Look) -> Vec<Style> {
    vec![
        Style {
            id: id::STRONG,
            name: "Strong",
            run: "<w:b/><w:bCs/>".to_owned(),
            ..Style::default()
        },
        Style {
            id: id::LINK,
            name: "Hyperlink",
            run: format!("<w:color w:val=\"{}\"/>", look.accent),
            ..Style::default()
        },
        Style {
            id: id::WHEN,
            name: "Entry Dates",
            run: format!(
                "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:color w:val=\"{}\"/>",
                look.quiet
            ),
            ..Style::default()
        },
    ]
}

fn write_style(xml: &mut String, kind: &str, style: &Style) {
    let base = if kind == "paragraph" {
        id::BODY
    } else {
        "DefaultParagraphFont"
    };
    // A String takes everything that is written to it.
    let _ = write!(
        xml,
        "<w:style w:type=\"{kind}\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{base}\"/>",
        style.id, style.name
    );
    if !style.next.is_empty() {
        let _ = write!(xml, "<w:next w:val=\"{}\"/>", style.next);
    }
    xml.push_str("<w:qFormat/>");
    if !style.paragraph.is_empty() {
        let _ = write!(xml, "<w:pPr>{}</w:pPr>", style.paragraph);
    }
    if !style.run.is_empty() {
        let _ = write!(xml, "<w:rPr>{}</w:rPr>", style.run);
    }
    xml.push_str("</w:style>");
}

/// The whole of `numbering.xml`: one list of bullets, tied to its style.
pub(super) fn numbering(look: &Look) -> String {
    format!(
        "{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"singleLevel\"/>\
         <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"{}\"/>\
         <w:lvlText w:val=\"\u{2022}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr><w:ind w:left=\"300\" w:hanging=\"240\"/></w:pPr>\
         <w:rPr><w:rFonts w:ascii=\"{font}\" w:hAnsi=\"{font}\" w:cs=\"{font}\"/></w:rPr></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>",
        id::BULLET,
        font = look.font,
    )
}

/// The whole of `fontTable.xml`.
pub(super) fn fonts(look: &Look) -> String {
    format!(
        "{HEAD}<w:fonts {W}><w:font w:name=\"{}\"><w:charset w:val=\"00\"/><w:family w:val=\"{}\"/>\
         <w:pitch w:val=\"variable\"/></w:font></w:fonts>",
        look.font, look.family
    )
}
