//! Stage 1: the page as the agent saw it. Plain data from the reading scripts of `extension/agent`; no meaning yet.
//!
//! Field names are camelCase on the wire, because JavaScript writes them.

mod job;
mod signature;

use serde::{Deserialize, Serialize};

pub use job::{BlockPart, JobSource, TextBlock, TextBox};
pub use signature::signature;

/// One frame of a page, as it stood when it was collected.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PageSnapshot {
    /// The frame's own address.
    pub url: String,
    /// The document's title.
    pub title: String,
    /// `lang` of the document, lower case, empty where missing.
    pub lang: String,
    /// Whether this is the tab's top frame.
    pub top: bool,
    /// The browser's frame id; the worker sets it, 0 is the top frame.
    pub frame_id: i64,
    /// The fields in document order, open shadow roots included. A radio or checkbox group is one field.
    pub fields: Vec<RawField>,
    /// The sections that a person can add rows to (jobs, courses of study, languages …).
    pub sections: Vec<RowSection>,
    /// What the page says about the job.
    pub job: JobSource,
    /// Origins of frames inside this one that could not be read (cross-origin), with their addresses.
    pub child_frames: Vec<String>,
    /// Set where a limit cut the collection short (the number of fields, the length of a text).
    pub truncated: bool,
}

/// What kind of control a field is, as the DOM tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// `<input type=text>` or without a type.
    #[default]
    Text,
    /// `type=email`.
    Email,
    /// `type=tel`.
    Tel,
    /// `type=url`.
    Url,
    /// `type=number` or `range`.
    Number,
    /// `type=date`.
    Date,
    /// `type=month`.
    Month,
    /// `datetime-local`, `time`, `week`.
    OtherDate,
    /// `type=search` or `role=searchbox`.
    Search,
    /// `type=password`.
    Password,
    /// `<textarea>`.
    TextArea,
    /// An editable element that is not a form control.
    RichText,
    /// `<select>`.
    Select,
    /// `<select multiple>`.
    SelectMultiple,
    /// A text input with `role=combobox`, or one that a list belongs to (React-Select, select2, downshift).
    ComboBox,
    /// A button that opens a listbox (Workday).
    ListboxButton,
    /// Radio buttons of one name, or a `role=radiogroup`.
    RadioGroup,
    /// One checkbox, or several of one question.
    CheckboxGroup,
    /// Two or more buttons that answer one question (Yes / No).
    ButtonGroup,
    /// `type=file`, hidden ones behind a visible drop zone included.
    File,
    /// `role=spinbutton`.
    SpinButton,
    /// Anything else that can be written.
    Other,
}

/// One field as the DOM shows it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RawField {
    /// The agent's own number for the element (for a group: its first option). Valid in one frame, until the page goes;
    /// an element keeps it from look to look, so it says nothing about where the field stands.
    pub handle: u32,
    /// The element's tag, lower case.
    pub tag: String,
    /// What kind of control it is.
    pub control: Control,
    /// The `type` attribute, lower case.
    pub input_type: String,
    /// `id`.
    pub id: String,
    /// `name`.
    pub name: String,
    /// `class`.
    pub class: String,
    /// `autocomplete`.
    pub autocomplete: String,
    /// `inputmode`, `pattern`, `min`, `max`, `step`, `accept`, `role`, and every `data-*` attribute: name and value.
    pub attributes: Vec<(String, String)>,
    /// Every text that could be the label, each with where it stood.
    pub labels: Vec<LabelText>,
    /// Headings and legends the field stands under, outermost first.
    pub section: Vec<String>,
    /// Which repeated row it belongs to (work 1, work 2 …), where the DOM shows rows: an opaque key, equal within a row.
    pub row: String,
    /// The options of a select, a listbox that is in the DOM, or a group.
    pub options: Vec<RawOption>,
    /// Required by attribute, ARIA or a star in the label.
    pub required: bool,
    /// Cannot be written now.
    pub disabled: bool,
    /// Read-only.
    pub read_only: bool,
    /// A person can see it, or it is a file input behind something a person can see.
    pub visible: bool,
    /// Why it cannot be seen ("display", "offscreen", "opacity", "clip", "size", "overflow", "aria-hidden", "tabindex"); empty where it can.
    pub hidden_why: String,
    /// The text it holds now; empty for passwords, files, and groups.
    pub value: String,
    /// `maxlength`, where there is one.
    pub max_length: Option<u32>,
    /// Inside an open shadow root.
    pub in_shadow: bool,
    /// Which `<form>` it belongs to, counted from 0; -1 for none.
    pub form: i32,
    /// The form's own texts: id, name, class, role and action path, joined by spaces.
    pub form_hint: String,
}

impl RawField {
    /// The value of an attribute of [`RawField::attributes`], empty where it is missing.
    #[must_use]
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(known, _)| known == name)
            .map_or("", |(_, value)| value.as_str())
    }
}

/// A section of a form that a person can add rows to, by a button of the page's own.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RowSection {
    /// The agent's number of the button that adds a row.
    pub add: u32,
    /// What a person reads on the button, and what it is called for those who hear it.
    pub button: String,
    /// The heading the section stands under; empty where it has none.
    pub heading: String,
    /// What else the section says, at most 2,000 characters: rows that were put away are text, not fields.
    pub text: String,
    /// The rows that stand, in their order: the handles of their fields.
    pub rows: Vec<Vec<u32>>,
}

/// One option of a select, listbox or group.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RawOption {
    /// The agent's number for the option's element; 0 for `<option>`s, which go by index.
    pub handle: u32,
    /// What a person reads.
    pub text: String,
    /// The value that is sent.
    pub value: String,
    /// Selected or checked now.
    pub selected: bool,
    /// Cannot be chosen.
    pub disabled: bool,
}

/// A text that could be a field's label, and where it stood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct LabelText {
    /// Where it stood.
    pub from: LabelSource,
    /// The text, white space folded, at most 500 characters.
    pub text: String,
}

/// Where a label text stood, the most trustworthy first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum LabelSource {
    /// `<label for>` or a wrapping `<label>`.
    Label,
    /// `aria-labelledby`.
    AriaLabelledby,
    /// `aria-label`.
    AriaLabel,
    /// The legend of the group, or the label of a `role=group`/`radiogroup`.
    Legend,
    /// The header of the table column or row.
    TableHeader,
    /// A label-like text in the nearest wrapper that holds this field alone.
    Wrapper,
    /// The visible text right before the field.
    #[default]
    Before,
    /// The visible text right after the field (checkables).
    After,
    /// `placeholder`.
    Placeholder,
    /// `title`.
    Title,
    /// `aria-describedby`: help and error texts; never a label by itself.
    Description,
}
