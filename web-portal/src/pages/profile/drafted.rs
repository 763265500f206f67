//! Fields typed in parts (month and year, amount and currency): the parts live here until they make a value.
//!
//! A part that makes no value yet is told only once the person leaves the field, and keeps the old value.

use super::fields::around;
use crate::browser::intl::{self, MONTHS, Names};
use crate::components::field::{Typing, input, text_field};
use crate::components::select::{options, select};
use crate::profile::half_typed::{
    NOTICE_UNITS, PERIODS, Read, read_month, read_notice, read_salary, read_years, write_month,
    write_notice, write_salary, write_years,
};
use crate::profile::lens::Lens;
use crate::state::profile_form::ProfileForm;
use foothold_shared::profile::{NoticePeriod, SalaryExpectation, YearMonth};
use leptos::prelude::*;

/// The parts of one field.
struct Draft<T: 'static, const N: usize> {
    form: ProfileForm,
    lens: Lens<Option<T>>,
    parts: RwSignal<[String; N]>,
    read: fn(&[String; N]) -> Read<T>,
}

impl<T: 'static, const N: usize> Clone for Draft<T, N> {
    fn clone(&self) -> Self {
        Self {
            lens: self.lens.clone(),
            ..*self
        }
    }
}

impl<T, const N: usize> Draft<T, N>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    fn new(
        form: ProfileForm,
        lens: Lens<Option<T>>,
        read: fn(&[String; N]) -> Read<T>,
        write: fn(Option<&T>) -> [String; N],
        before: [&'static str; N],
    ) -> Self {
        let parts = RwSignal::new(before.map(str::to_owned));
        let stored = {
            let lens = lens.clone();
            Memo::new(move |_| form.profile.with(|profile| lens.get(profile)))
        };
        // Follows the profile when it changes elsewhere (undo, another version), not while it is typed here.
        let follow = move |value: Option<T>| {
            if parts.with_untracked(read) != Ok(value.clone()) {
                let fresh = if value.is_some() {
                    write(value.as_ref())
                } else {
                    before.map(str::to_owned)
                };
                parts.set(fresh);
            }
        };
        follow(stored.get_untracked());
        Effect::new(move || follow(stored.get()));
        Self {
            form,
            lens,
            parts,
            read,
        }
    }

    fn part(&self, i: usize) -> Signal<String> {
        let parts = self.parts;
        Signal::derive(move || parts.with(|parts| parts[i].clone()))
    }

    fn set(&self, i: usize) -> impl Fn(String) + 'static {
        let draft = self.clone();
        move |text| {
            draft.parts.update(|parts| parts[i] = text);
            if let Ok(value) = draft.parts.with_untracked(draft.read) {
                draft.form.write(&draft.lens, value);
            }
        }
    }

    fn left(&self) -> impl Fn() + 'static {
        let draft = self.clone();
        move || {
            if let Err(missing) = draft.parts.with_untracked(draft.read) {
                draft.form.half_typed(&draft.lens.path, missing);
            }
        }
    }
}

/// Tells when the focus leaves a group of controls for good, not when it moves inside.
fn leaving(left: impl Fn() + 'static) -> impl Fn(leptos::ev::FocusEvent) + 'static {
    move |event| {
        use wasm_bindgen::JsCast as _;
        let group = event
            .current_target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let to = event
            .related_target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let inside = group.is_some_and(|group| to.is_some() && group.contains(to.as_ref()));
        if !inside {
            left();
        }
    }
}

/// A month and its year.
pub(super) fn month(
    form: ProfileForm,
    lens: Lens<Option<YearMonth>>,
    label: &'static str,
) -> AnyView {
    let field = around(form, &lens, label);
    let draft = Draft::new(form, lens, read_month, write_month, ["", ""]);
    let months = MONTHS
        .iter()
        .enumerate()
        .map(|(i, name)| ((i + 1).to_string(), (*name).to_owned()))
        .collect();
    let (in_month, in_year) = (field.part("month"), field.part("year"));
    let left = leaving(draft.left());
    let controls = view! {
        <div class="grid grid-cols-[minmax(0,1fr)_6rem] gap-2" on:focusout=left>
            <label class="sr" for=in_month.id.clone()>{format!("{label}: month")}</label>
            {select(&in_month, Some("Month"), months, draft.part(0), draft.set(0))}
            <label class="sr" for=in_year.id.clone()>{format!("{label}: year")}</label>
            {input(&in_year, Typing::TEXT.digits().at_most(4).example("Year"), draft.part(1), draft.set(1))}
        </div>
    };
    field.around_group(controls.into_any())
}

/// A count of years.
pub(super) fn years(
    form: ProfileForm,
    lens: Lens<Option<u32>>,
    label: &'static str,
    hint: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint(hint);
    let draft = Draft::new(form, lens, read_years, write_years, [""]);
    let left = leaving(draft.left());
    let control = text_field(
        field,
        Typing::TEXT.digits().at_most(3),
        draft.part(0),
        draft.set(0),
    );
    view! { <div on:focusout=left>{control}</div> }.into_any()
}

/// Amount, currency and period.
pub(super) fn salary(
    form: ProfileForm,
    lens: Lens<Option<SalaryExpectation>>,
    label: &'static str,
) -> AnyView {
    let field = around(form, &lens, label)
        .hint("Before tax. Forms that ask for another currency or period are left to you.");
    let draft = Draft::new(form, lens, read_salary, write_salary, ["", "", "year"]);
    let currencies = intl::named(Names::Currency)
        .into_iter()
        .map(|(code, name)| (code.to_owned(), name))
        .collect();
    let periods = options(&PERIODS.map(|(code, words, _)| (code, words)));
    let (amount, currency, period) = (
        field.part("amount"),
        field.part("currency"),
        field.part("period"),
    );
    let left = leaving(draft.left());
    let controls = view! {
        <div class="grid gap-2 grid-cols-2 sm:grid-cols-[8rem_minmax(0,1fr)_8rem]" on:focusout=left>
            <label class="sr" for=amount.id.clone()>"Amount"</label>
            {input(&amount, Typing::TEXT.digits().example("Amount"), draft.part(0), draft.set(0))}
            <label class="sr" for=currency.id.clone()>"Currency"</label>
            {select(&currency, Some("Currency"), currencies, draft.part(1), draft.set(1))}
            <label class="sr" for=period.id.clone()>"For"</label>
            {select(&period, None, periods, draft.part(2), draft.set(2))}
        </div>
    };
    field.around_group(controls.into_any())
}

/// How long the present job must be given notice.
pub(super) fn notice(
    form: ProfileForm,
    lens: Lens<Option<NoticePeriod>>,
    label: &'static str,
) -> AnyView {
    let field = around(form, &lens, label).hint("0 means at once.");
    let draft = Draft::new(form, lens, read_notice, write_notice, ["", "weeks"]);
    let units = options(&NOTICE_UNITS.map(|(code, words, _)| (code, words)));
    let (count, unit) = (field.part("count"), field.part("unit"));
    let left = leaving(draft.left());
    let controls = view! {
        <div class="grid grid-cols-[6rem_minmax(0,1fr)] gap-2" on:focusout=left>
            <label class="sr" for=count.id.clone()>"How many"</label>
            {input(&count, Typing::TEXT.digits().at_most(3), draft.part(0), draft.set(0))}
            <label class="sr" for=unit.id.clone()>"Unit"</label>
            {select(&unit, None, units, draft.part(1), draft.set(1))}
        </div>
    };
    field.around_group(controls.into_any())
}
