//! A field: label above, control, hint and message below. The message is tied to the control for screen readers.

use super::icon::{Icon, small};
use leptos::ev;
use leptos::prelude::*;

/// What every field has, whatever its control is.
#[derive(Clone)]
pub(crate) struct FieldText {
    /// The control's id.
    pub(crate) id: String,
    /// What the hint's and the message's ids follow from: the control's id, or that of the whole group.
    about: String,
    /// What is asked.
    pub(crate) label: String,
    /// A word of help; empty for none.
    pub(crate) hint: &'static str,
    /// What is wrong with it.
    pub(crate) error: Signal<Option<String>>,
}

impl FieldText {
    /// A field that nothing is wrong with and that needs no help.
    pub(crate) fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        let id = id.into();
        Self {
            about: id.clone(),
            id,
            label: label.into(),
            hint: "",
            error: Signal::stored(None),
        }
    }

    /// A part of this field with an id of its own; hint and message stay those of the whole.
    pub(crate) fn part(&self, part: &str) -> Self {
        Self {
            id: format!("{}-{part}", self.id),
            ..self.clone()
        }
    }

    /// With a word of help.
    pub(crate) fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// With a message.
    pub(crate) fn error(mut self, error: Signal<Option<String>>) -> Self {
        self.error = error;
        self
    }

    /// For `aria-describedby`: the hint and, while there is one, the message.
    pub(crate) fn described_by(&self) -> impl Fn() -> Option<String> + Send + Sync + Clone + use<> {
        let (id, hint, error) = (self.about.clone(), !self.hint.is_empty(), self.error);
        move || match (hint, error.with(Option::is_some)) {
            (true, true) => Some(format!("{id}-hint {id}-message")),
            (true, false) => Some(format!("{id}-hint")),
            (false, true) => Some(format!("{id}-message")),
            (false, false) => None,
        }
    }

    /// For `aria-invalid`.
    pub(crate) fn invalid(
        &self,
    ) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + use<> {
        let error = self.error;
        move || error.with(Option::is_some).then_some("true")
    }

    /// The hint, where there is one.
    pub(crate) fn hint_view(&self) -> AnyView {
        if self.hint.is_empty() {
            return ().into_any();
        }
        view! { <p class="hint" id=format!("{}-hint", self.about)>{self.hint}</p> }.into_any()
    }

    /// The message, while there is one.
    pub(crate) fn message_view(&self) -> AnyView {
        let (id, error) = (format!("{}-message", self.about), self.error);
        (move || {
            error.get().map(|text| {
                view! { <p class="message" id=id.clone()>{small(Icon::Alert)}<span>{text}</span></p> }
            })
        })
        .into_any()
    }

    /// Label, control, hint and message, stacked.
    pub(crate) fn around(self, control: AnyView) -> AnyView {
        let (hint, message) = (self.hint_view(), self.message_view());
        view! {
            <div class="field">
                <label for=self.id>{self.label}</label>
                {control}
                {hint}
                {message}
            </div>
        }
        .into_any()
    }

    /// The same for a group of controls: a fieldset with a legend.
    pub(crate) fn around_group(self, controls: AnyView) -> AnyView {
        let (hint, message) = (self.hint_view(), self.message_view());
        let described_by = self.described_by();
        let invalid = self.invalid();
        view! {
            <fieldset class="field" id=self.id tabindex="-1" aria-describedby=described_by data-invalid=invalid>
                <legend>{self.label}</legend>
                {controls}
                {hint}
                {message}
            </fieldset>
        }
        .into_any()
    }
}

/// How a text field behaves.
#[derive(Clone, Copy)]
pub(crate) struct Typing {
    /// The input's type.
    pub(crate) kind: &'static str,
    /// The browser's own memory: `given-name`, `email` …
    pub(crate) autocomplete: &'static str,
    /// The keyboard on a phone.
    pub(crate) inputmode: Option<&'static str>,
    /// An example inside the empty field.
    pub(crate) placeholder: &'static str,
    /// The longest text.
    pub(crate) maxlength: Option<u32>,
}

impl Typing {
    /// Plain text.
    pub(crate) const TEXT: Self = Self {
        kind: "text",
        autocomplete: "off",
        inputmode: None,
        placeholder: "",
        maxlength: None,
    };

    /// Of another type.
    pub(crate) const fn of(kind: &'static str) -> Self {
        Self { kind, ..Self::TEXT }
    }

    /// Filled by the browser on wish.
    pub(crate) const fn autocomplete(mut self, autocomplete: &'static str) -> Self {
        self.autocomplete = autocomplete;
        self
    }

    /// With an example.
    pub(crate) const fn example(mut self, placeholder: &'static str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// With a number pad on a phone.
    pub(crate) const fn digits(mut self) -> Self {
        self.inputmode = Some("numeric");
        self
    }

    /// No longer than this.
    pub(crate) const fn at_most(mut self, letters: u32) -> Self {
        self.maxlength = Some(letters);
        self
    }
}

/// The `<input>` alone, for fields that lay out their own.
pub(crate) fn input(
    field: &FieldText,
    typing: Typing,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
) -> AnyView {
    view! {
        <input
            class="input"
            id=field.id.clone()
            type=typing.kind
            autocomplete=typing.autocomplete
            inputmode=typing.inputmode
            maxlength=typing.maxlength.map(|letters| letters.to_string())
            placeholder=(!typing.placeholder.is_empty()).then_some(typing.placeholder)
            spellcheck="false"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=value
            on:input=move |event| on_input(event_target_value(&event))
        />
    }
    .into_any()
}

/// A text field with everything around it.
pub(crate) fn text_field(
    field: FieldText,
    typing: Typing,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
) -> AnyView {
    let control = input(&field, typing, value, on_input);
    field.around(control)
}

/// A field for more than a line.
pub(crate) fn text_area(
    field: FieldText,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
) -> AnyView {
    let control = view! {
        <textarea
            class="input"
            id=field.id.clone()
            rows="4"
            aria-describedby=field.described_by()
            aria-invalid=field.invalid()
            prop:value=value
            on:input=move |event| on_input(event_target_value(&event))
        ></textarea>
    };
    field.around(control.into_any())
}

/// A password with a button that shows it.
pub(crate) fn password_field(
    field: FieldText,
    autocomplete: &'static str,
    value: Signal<String>,
    on_input: impl Fn(String) + 'static,
) -> AnyView {
    let shown = RwSignal::new(false);
    let control = view! {
        <div class="with-button">
            <input
                class="input"
                id=field.id.clone()
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=field.described_by()
                aria-invalid=field.invalid()
                prop:value=value
                on:input=move |event: ev::Event| on_input(event_target_value(&event))
            />
            <button class="btn quiet small inside" type="button" aria-controls=field.id.clone()
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                aria-label=move || if shown.get() { "Hide password" } else { "Show password" }
                on:click=move |_| shown.update(|shown| *shown = !*shown)>
                {move || if shown.get() { "Hide" } else { "Show" }}
            </button>
        </div>
    };
    field.around(control.into_any())
}
