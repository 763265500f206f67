// Dates as two libraries have them: flatpickr with a second input that people see and cannot type
// into, react-datepicker with one that takes text as well as the calendar.

import { h } from './layer.js';
import { valueOf, setValue, uiOf } from './form.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const two = (number) => String(number).padStart(2, '0');
const daysOf = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const spelled = (iso) => {
  const [year, month, day] = iso.split('-').map(Number);
  return `${MONTHS[month - 1]} ${day}, ${year}`;
};
const today = () => new Date().toISOString().slice(0, 10);

const openCalendar = (app, kind, field) => app.update((state) => {
  const [year, month] = (valueOf(state, field.name) || today()).split('-').map(Number);
  state.ui.calendar = { kind, field, year, month };
});
const closeCalendar = (app) => app.update((state) => {
  state.ui.calendar = null;
});
const turn = (app, by) => app.update(({ ui: { calendar } }) => {
  const at = new Date(Date.UTC(calendar.year, calendar.month - 1 + by, 1));
  Object.assign(calendar, { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 });
});

/** flatpickr with altInput: the named input is hidden and holds the ISO date; the one beside it is read-only. */
export function flatpickr(app, field) {
  const kept = valueOf(app.state, field.name);
  const open = app.state.ui.calendar?.field.name === field.name;
  return h('div', { class: 'fp' },
    h('input', { type: 'hidden', class: 'flatpickr-input', name: field.name, value: kept }),
    h('input', { id: field.name, class: `flatpickr-input form-control${open ? ' active' : ''}`, type: 'text', readonly: true, placeholder: 'Month day, year', value: kept ? spelled(kept) : '', onClick: () => openCalendar(app, 'flatpickr', field), onFocusin: () => open || openCalendar(app, 'flatpickr', field), onChange: () => undefined }));
}

function flatpickrCalendar(app, { field, year, month }) {
  const pick = (day) => {
    setValue(app, field.name, `${year}-${two(month)}-${two(day)}`);
    closeCalendar(app);
  };
  const setYear = (event) => {
    const wanted = Number(event.target.value);
    if (wanted > 1900 && wanted < 2200) app.update((state) => {
      state.ui.calendar.year = wanted;
    });
  };
  const chosen = valueOf(app.state, field.name);
  return h('div', { key: 'flatpickr', class: 'flatpickr-calendar animate open arrowTop', tabindex: '-1', onMousedown: (event) => event.target.tagName === 'SPAN' && event.preventDefault() },
    h('div', { class: 'flatpickr-months' },
      h('span', { class: 'flatpickr-prev-month', onClick: () => turn(app, -1) }, '‹'),
      h('div', { class: 'flatpickr-month' }, h('div', { class: 'flatpickr-current-month' },
        h('select', { class: 'flatpickr-monthDropdown-months', 'aria-label': 'Month', tabindex: '-1', value: String(month - 1), onChange: (event) => app.update((state) => {
          state.ui.calendar.month = Number(event.target.value) + 1;
        }) }, MONTHS.map((name, index) => h('option', { class: 'flatpickr-monthDropdown-month', value: String(index) }, name))),
        h('input', { class: 'numInput cur-year', type: 'number', tabindex: '-1', 'aria-label': 'Year', value: String(year), onChange: setYear }))),
      h('span', { class: 'flatpickr-next-month', onClick: () => turn(app, 1) }, '›')),
    h('div', { class: 'flatpickr-days', tabindex: '-1' }, h('div', { class: 'dayContainer', key: `${year}-${month}` }, Array.from({ length: daysOf(year, month) }, (_, index) => h('span', { key: index, class: `flatpickr-day${chosen === `${year}-${two(month)}-${two(index + 1)}` ? ' selected' : ''}`, tabindex: '-1', 'aria-label': `${MONTHS[month - 1]} ${index + 1}, ${year}`, onClick: () => pick(index + 1) }, String(index + 1))))));
}

/** react-datepicker: typed as MM/dd/yyyy, kept when it is a whole date and the field is left or Enter is pressed. */
export function datepicker(app, field) {
  const ui = uiOf(app.state, field.name);
  const kept = valueOf(app.state, field.name);
  const [year, month, day] = kept.split('-');
  return h('div', { class: 'react-datepicker-wrapper' }, h('div', { class: 'react-datepicker__input-container' }, h('input', {
    id: field.name, name: field.name, type: 'text', placeholder: 'MM/DD/YYYY', autocomplete: 'off', value: ui.typed ?? (kept ? `${month}/${day}/${year}` : ''),
    onChange: (event) => {
      const typed = event.target.value;
      setValue(app, field.name, parsed(typed));
      app.update(() => Object.assign(ui, { typed }));
    },
    onFocusin: () => openCalendar(app, 'datepicker', field),
    onFocusout: () => {
      ui.typed = undefined;
      closeCalendar(app);
    },
  })));
}

function parsed(text) {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim());
  if (!parts || +parts[1] < 1 || +parts[1] > 12 || +parts[2] < 1 || +parts[2] > daysOf(+parts[3], +parts[1])) return '';
  return `${parts[3]}-${two(+parts[1])}-${two(+parts[2])}`;
}

function datepickerCalendar(app, { field, year, month }) {
  const pick = (day) => {
    uiOf(app.state, field.name).typed = undefined;
    setValue(app, field.name, `${year}-${two(month)}-${two(day)}`);
    closeCalendar(app);
  };
  return h('div', { key: 'datepicker', class: 'react-datepicker-popper', onMousedown: (event) => event.preventDefault() }, h('div', { class: 'react-datepicker', role: 'dialog', 'aria-label': 'Choose Date' },
    h('button', { type: 'button', class: 'react-datepicker__navigation react-datepicker__navigation--previous', 'aria-label': 'Previous Month', onClick: () => turn(app, -1) }, '‹'),
    h('h2', { class: 'react-datepicker__current-month' }, `${MONTHS[month - 1]} ${year}`),
    h('button', { type: 'button', class: 'react-datepicker__navigation react-datepicker__navigation--next', 'aria-label': 'Next Month', onClick: () => turn(app, 1) }, '›'),
    h('div', { class: 'react-datepicker__month', role: 'listbox', key: `${year}-${month}` }, Array.from({ length: daysOf(year, month) }, (_, index) => h('div', { key: index, class: `react-datepicker__day react-datepicker__day--0${two(index + 1)}`, role: 'option', tabindex: '-1', 'aria-label': `Choose ${MONTHS[month - 1]} ${index + 1}, ${year}`, onClick: () => pick(index + 1) }, String(index + 1))))));
}

/** The calendar that is open. */
export function calendars(app) {
  const { calendar } = app.state.ui;
  return calendar ? { flatpickr: flatpickrCalendar, datepicker: datepickerCalendar }[calendar.kind](app, calendar) : null;
}
