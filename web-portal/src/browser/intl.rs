//! Names of countries, languages and currencies, months, dates and times: the browser has the tables.

use crate::format::date_locale;
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::window;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

/// What kind of name is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// ISO 3166-1 alpha-2.
    Country,
    /// ISO 639-1.
    Language,
    /// ISO 4217.
    Currency,
}

/// Codes with their English names, sorted by name.
pub(crate) fn named(kind: Names) -> Vec<(&'static str, String)> {
    use crate::profile::codes;
    thread_local! {
        static CACHE: RefCell<[Vec<(&'static str, String)>; 3]> = const { RefCell::new([Vec::new(), Vec::new(), Vec::new()]) };
    }
    let slot = kind as usize;
    let known = CACHE.with_borrow(|cache| cache[slot].clone());
    if !known.is_empty() {
        return known;
    }
    let codes: Vec<&'static str> = match kind {
        Names::Country => codes::countries().collect(),
        Names::Language => codes::languages().collect(),
        Names::Currency => codes::currencies().collect(),
    };
    let names = display_names(kind);
    let mut list: Vec<_> = codes
        .into_iter()
        .map(|code| {
            let name = names
                .as_ref()
                .and_then(|names| names.of(code))
                .map_or_else(|| code.to_owned(), String::from);
            let name = if kind == Names::Currency {
                format!("{code} – {name}")
            } else {
                name
            };
            (code, name)
        })
        .collect();
    list.sort_by(|a, b| a.1.cmp(&b.1));
    CACHE.with_borrow_mut(|cache| cache[slot].clone_from(&list));
    list
}

/// The person's time zone by its IANA name.
pub(crate) fn time_zone() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_else(|| "UTC".to_owned())
}

/// The English name of a code; the code itself where there is none.
pub(crate) fn name_of(kind: Names, code: &str) -> String {
    named(kind)
        .into_iter()
        .find(|(known, _)| *known == code)
        .map_or_else(|| code.to_owned(), |(_, name)| name)
}

fn display_names(kind: Names) -> Option<Intl::DisplayNames> {
    let kind = match kind {
        Names::Country => "region",
        Names::Language => "language",
        Names::Currency => "currency",
    };
    let options = options(&[("type", kind)]);
    // The constructor throws where a browser does not know a type of name; then codes are shown.
    let build = Reflect::get(
        &Reflect::get(&js_sys::global(), &"Intl".into()).ok()?,
        &"DisplayNames".into(),
    )
    .ok()?;
    let arguments = Array::of2(&"en".into(), &options);
    let made = Reflect::construct(&build.into(), &arguments).ok()?;
    Some(wasm_bindgen::JsCast::unchecked_into(made))
}

/// "January" … "December".
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "21 November 2026".
pub(crate) fn date(at_ms: i64) -> String {
    format_date(at_ms, &[("dateStyle", "long")])
}

/// "21 Nov 2026, 12:03".
pub(crate) fn date_time(at_ms: i64) -> String {
    format_date(at_ms, &[("dateStyle", "medium"), ("timeStyle", "short")])
}

/// "12:03".
pub(crate) fn time(at_ms: i64) -> String {
    format_date(at_ms, &[("timeStyle", "short")])
}

fn format_date(at_ms: i64, style: &[(&str, &str)]) -> String {
    let language = window().navigator().language().unwrap_or_default();
    #[expect(
        clippy::cast_precision_loss,
        reason = "epoch milliseconds fit a double exactly"
    )]
    let date = js_sys::Date::new(&JsValue::from_f64(at_ms as f64));
    date.to_locale_string(date_locale(&language), &options(style))
        .into()
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}
