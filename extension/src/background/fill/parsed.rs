//! What a page wrote by itself between two looks: boards read an attached résumé and fill their form from it.
//!
//! What stood there before is the person's; what came after our file is not, and may be put right.

use super::frames::Seen;
use super::understand::PageWrote;
use foothold_core::page::{Control, PageSnapshot, RawField};
use std::collections::BTreeMap;

/// The fields that hold something else than before the file was attached, document by document.
pub(crate) fn page_wrote(before: &Seen, after: &Seen) -> PageWrote {
    let mut wrote = PageWrote::new();
    for frame in &after.frames {
        let earlier = before
            .frames
            .iter()
            .find(|known| known.document_id == frame.document_id);
        // A document that came since was made from the file, or holds nothing of it: what it says tells nothing.
        let Some(earlier) = earlier else { continue };
        let fields = changed(&earlier.snapshot, &frame.snapshot);
        if !fields.is_empty() {
            wrote.insert(frame.document_id.clone(), fields);
        }
    }
    wrote
}

fn changed(before: &PageSnapshot, after: &PageSnapshot) -> Vec<u32> {
    let held: BTreeMap<u32, String> = before
        .fields
        .iter()
        .map(|field| (field.handle, held(field)))
        .collect();
    after
        .fields
        .iter()
        .filter(|field| !matches!(field.control, Control::File | Control::Password))
        .filter(|field| {
            let now = self::held(field);
            !now.is_empty() && held.get(&field.handle) != Some(&now)
        })
        .map(|field| field.handle)
        .collect()
}

/// What a field holds, in one line.
pub(crate) fn held(field: &RawField) -> String {
    let chosen = field.options.iter().filter(|option| option.selected);
    let chosen: Vec<&str> = chosen.map(|option| option.text.as_str()).collect();
    if chosen.is_empty() {
        field.value.trim().to_owned()
    } else {
        chosen.join("; ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::background::fill::frames::Frame;
    use foothold_core::page::RawOption;

    fn seen(document_id: &str, fields: Vec<RawField>) -> Seen {
        Seen {
            url: "https://jobs.example/1".into(),
            is_pdf: false,
            frames: vec![Frame {
                document_id: document_id.into(),
                snapshot: PageSnapshot {
                    fields,
                    ..PageSnapshot::default()
                },
            }],
        }
    }

    fn text(handle: u32, value: &str) -> RawField {
        RawField {
            handle,
            value: value.into(),
            ..RawField::default()
        }
    }

    fn list(handle: u32, chosen: usize) -> RawField {
        let option = |at: usize| RawOption {
            text: format!("Option {at}"),
            selected: at == chosen,
            ..RawOption::default()
        };
        RawField {
            handle,
            control: Control::Select,
            options: (0..3).map(option).collect(),
            ..RawField::default()
        }
    }

    #[test]
    fn what_changed_and_what_came_is_the_pages() {
        let before = seen(
            "d",
            vec![
                text(1, "Ada"),
                text(2, ""),
                text(3, "x"),
                list(4, 0),
                list(5, 1),
            ],
        );
        let file = RawField {
            control: Control::File,
            ..text(9, "resume.pdf")
        };
        let after = seen(
            "d",
            vec![
                text(1, "Ada"),
                text(2, "Acme"),
                text(3, ""),
                list(4, 2),
                list(5, 1),
                text(7, "Baker"),
                text(8, ""),
                file,
            ],
        );
        assert_eq!(page_wrote(&before, &after).get("d"), Some(&vec![2, 4, 7]));
    }

    #[test]
    fn another_document_tells_nothing() {
        let before = seen("d", vec![text(1, "")]);
        assert!(page_wrote(&before, &seen("e", vec![text(1, "Ada")])).is_empty());
        assert!(page_wrote(&before, &before).is_empty());
    }
}
