//! What the agent is asked while a tab is watched: which fields, and what the page says.

use crate::background::fill::{self, FillRecord};
use crate::browser::{BrowserError, tabs};
use foothold_core::classify::ClassifiedField;
use foothold_core::page::{Control, PageSnapshot, RawField, RawOption};
use foothold_core::submission::Said;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Order<'a> {
    /// Watches these fields, and no others.
    Watch {
        fields: Vec<WatchField<'a>>,
        /// Whether the form was sent off, so that what the page says counts.
        sent: bool,
        /// Whether the watch ends.
        over: bool,
    },
    /// What the page says and shows.
    Said,
    /// Every field, with its texts.
    Collect,
}

/// A field as the agent watches it.
#[derive(Serialize)]
struct WatchField<'a> {
    handle: u32,
    signature: &'a str,
    /// Whether its options are elements of their own: radio buttons, checkboxes, answer buttons.
    group: bool,
    /// Whether it opens a list.
    list: bool,
    options: Vec<WatchOption<'a>>,
}

#[derive(Serialize)]
struct WatchOption<'a> {
    handle: u32,
    text: &'a str,
}

#[derive(Deserialize)]
struct Done {}

/// Puts the agent into a tab; the documents that stand there.
pub(super) async fn enter(tab: i32) -> Result<Vec<String>, BrowserError> {
    fill::enter(tab).await
}

/// Watches the fields of a fill in a document; in one without such fields what is pressed and shown.
pub(super) async fn watch(tab: i32, document_id: &str, record: &FillRecord, sent: bool) {
    let documents = record.watched();
    let here = documents
        .iter()
        .filter(|one| one.document_id == document_id);
    let fields = here
        .flat_map(|one| one.fields.iter())
        .map(|field| watched(field));
    let order = Order::Watch {
        fields: fields.collect(),
        sent,
        over: false,
    };
    // A document that went away in this moment needs no watch.
    let _: Result<Done, _> = tabs::send(tab, document_id, &order).await;
}

/// Ends the watch in a document.
pub(super) async fn leave(tab: i32, document_id: &str) {
    let order = Order::Watch {
        fields: Vec::new(),
        sent: false,
        over: true,
    };
    let _: Result<Done, _> = tabs::send(tab, document_id, &order).await;
}

/// One field of a document as the page shows it now.
pub(super) async fn field(tab: i32, document_id: &str, handle: u32) -> Option<RawField> {
    let snapshot: PageSnapshot = tabs::send(tab, document_id, &Order::Collect).await.ok()?;
    let mut fields = snapshot.fields.into_iter();
    fields.find(|field| field.handle == handle)
}

/// What the documents of a tab say, together.
pub(super) async fn said(tab: i32, documents: &[String]) -> Said {
    let mut all = Said::default();
    for document_id in documents {
        // A frame that went away in this moment says nothing.
        if let Ok(said) = tabs::send::<_, Said>(tab, document_id, &Order::Said).await {
            all.add(said);
        }
    }
    all
}

fn watched(field: &ClassifiedField) -> WatchField<'_> {
    let stands = |option: &&RawOption| option.handle != 0;
    WatchField {
        handle: field.handle,
        signature: &field.signature,
        group: matches!(
            field.control,
            Control::RadioGroup | Control::CheckboxGroup | Control::ButtonGroup
        ),
        list: matches!(field.control, Control::ComboBox | Control::ListboxButton),
        options: field
            .options
            .iter()
            .filter(stands)
            .map(|one| WatchOption {
                handle: one.handle,
                text: &one.text,
            })
            .collect(),
    }
}
