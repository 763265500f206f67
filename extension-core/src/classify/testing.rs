//! How the families' tests speak: one field, one label, one expected kind.

use crate::classify::{ClassifiedField, FieldKind, Trap, classify};
use crate::page::{Control, LabelSource, LabelText, PageSnapshot, RawField, RawOption};

/// Reads one field in a form of its own, after a plain first field that makes it an application.
pub(crate) fn read(mut field: RawField, label: &str) -> ClassifiedField {
    if !label.is_empty() {
        field.labels.insert(
            0,
            LabelText {
                from: LabelSource::Label,
                text: label.to_owned(),
            },
        );
    }
    field.handle = 1;
    let snapshot = PageSnapshot {
        fields: vec![field],
        ..PageSnapshot::default()
    };
    classify(&snapshot).fields.remove(0)
}

/// A field in few words: "input text name=x id=y tabindex=-1 hidden=opacity", "textarea", "select".
pub(crate) fn field(text: &str) -> RawField {
    let mut field = RawField {
        visible: true,
        ..RawField::default()
    };
    for word in text.split_whitespace() {
        match word.split_once('=') {
            Some(("name", value)) => field.name = value.to_owned(),
            Some(("id", value)) => field.id = value.to_owned(),
            Some(("hidden", value)) => {
                field.visible = false;
                field.hidden_why = value.to_owned();
            }
            Some((name, value)) => field.attributes.push((name.to_owned(), value.to_owned())),
            None => match word {
                "input" | "textarea" | "select" => {
                    field.tag = word.to_owned();
                    field.control = match word {
                        "textarea" => Control::TextArea,
                        "select" => Control::Select,
                        _ => Control::Text,
                    };
                }
                "password" => field.control = Control::Password,
                "search" => field.control = Control::Search,
                "email" => field.control = Control::Email,
                "tel" => field.control = Control::Tel,
                "file" => field.control = Control::File,
                _ => {}
            },
        }
    }
    field
}

fn line() -> RawField {
    field("input text")
}

/// A line of text with this label is of this kind.
#[track_caller]
pub(crate) fn label(text: &str, kind: FieldKind) {
    let read = read(line(), text);
    assert_eq!(read.kind, Some(kind), "{text} ({})", read.reason);
}

/// A line of text with this name and no label is of this kind.
#[track_caller]
pub(crate) fn name(name: &str, kind: FieldKind) {
    let read = read(
        RawField {
            name: name.to_owned(),
            ..line()
        },
        "",
    );
    assert_eq!(read.kind, Some(kind), "{name} ({})", read.reason);
}

/// A field of several lines with this label is of this kind.
#[track_caller]
pub(crate) fn long(text: &str, kind: Option<FieldKind>) {
    let read = read(field("textarea"), text);
    assert_eq!(read.kind, kind, "{text} ({})", read.reason);
}

/// A line of text with this label is not of this kind.
#[track_caller]
pub(crate) fn not(text: &str, kind: FieldKind) {
    let read = read(line(), text);
    assert_ne!(read.kind, Some(kind), "{text} ({})", read.reason);
}

/// A line of text with this label is of no kind.
#[track_caller]
pub(crate) fn none(text: &str) {
    let read = read(line(), text);
    assert_eq!(read.kind, None, "{text} ({})", read.reason);
}

fn options(texts: &[&str]) -> Vec<RawOption> {
    texts
        .iter()
        .map(|text| RawOption {
            text: (*text).to_owned(),
            ..RawOption::default()
        })
        .collect()
}

/// A list with this label and these options is of this kind.
#[track_caller]
pub(crate) fn choice(text: &str, texts: &[&str], kind: FieldKind) {
    let select = RawField {
        options: options(texts),
        ..field("select")
    };
    let read = read(select, text);
    assert_eq!(read.kind, Some(kind), "{text} ({})", read.reason);
}

/// A tick box with this label is of this kind.
#[track_caller]
pub(crate) fn tick(text: &str, kind: Option<FieldKind>) {
    let tick = RawField {
        control: Control::CheckboxGroup,
        options: options(&[text]),
        ..line()
    };
    let read = read(tick, text);
    assert_eq!(read.kind, kind, "{text} ({})", read.reason);
}

/// A field with this label is this trap, or none.
#[track_caller]
pub(crate) fn trap(field: RawField, text: &str, trap: Option<Trap>) {
    let read = read(field, text);
    assert_eq!(read.trap, trap, "{text} ({})", read.reason);
}
