// One form of many libraries' controls. Each is drawn and listens as its library's does; what they
// keep is in the form's state, which is what is sent.

import { h, start } from './layer.js';
import { form, word, newState, valueOf, setValue, fieldsOf, sections, complete } from './form.js';
import { send } from './submit.js';
import { select2, ant, mui, downshift, chips, lists, pressedOutside } from './widgets-lists.js';
import { flatpickr, datepicker, calendars } from './widgets-dates.js';
import { quill, dropzone, hiddenInputs, segmented, typeahead } from './widgets-inputs.js';

const WIDGETS = { select2, ant, mui, downshift, chips, flatpickr, datepicker, quill, dropzone, segmented, typeahead };

// What stands around a widget must not look like the widget itself.
const FRAMES = { dropzone: 'files' };

function view(app) {
  const { state } = app;
  return h('div', { onMousedown: (event) => pressedOutside(app, event) },
    h('div', { class: 'wg-main' },
      h('h1', {}, form.job.title), h('p', { class: 'wg-place' }, `${form.job.company} · ${form.job.location}`),
      h('form', { id: 'application-form', novalidate: true, onSubmit: (event) => submit(app, event) },
        sections().map((section) => h('section', { key: section.id, 'aria-labelledby': `${section.id}-title` }, h('h2', { id: `${section.id}-title` }, section.title),
          fieldsOf(state, section).map((field) => draw(app, field)))),
        h('div', { key: 'bait', class: 'bait', 'aria-hidden': 'true' }, h('label', { for: form.honeypot }, 'Homepage'), h('input', { id: form.honeypot, name: form.honeypot, type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': true })),
        state.failed && h('p', { key: 'failed', class: 'wg-error', role: 'alert' }, state.failed),
        h('button', { key: 'submit', class: 'wg-submit', type: 'submit', disabled: state.sending }, word('submit')))),
    // What libraries put at the page's end.
    h('div', { key: 'lists' }, lists(app)), h('div', { key: 'calendars' }, calendars(app)), h('div', { key: 'inputs' }, hiddenInputs(app)));
}

function submit(app, event) {
  event.preventDefault();
  if (complete(app, sections().flatMap((section) => fieldsOf(app.state, section)))) send(app);
}

function draw(app, field) {
  const error = app.state.errors[field.name];
  const star = field.required && h('span', { class: 'wg-star', 'aria-hidden': 'true' }, ' *');
  const inner = WIDGETS[field.widget] ?? { checkbox }[field.shape] ?? line;
  const label = field.shape === 'checkbox' ? null : h('label', { class: 'wg-label', for: field.name, id: `${field.name}-label` }, field.label, star);
  return h('div', { key: field.name, class: `wg-field wg-${FRAMES[field.widget] ?? (field.widget || 'plain')}` }, label, inner(app, field), error && h('p', { key: 'error', class: 'wg-error', role: 'alert' }, error));
}

function line(app, field) {
  return h('input', { id: field.name, name: field.name, type: { email: 'email', number: 'number' }[field.shape] ?? 'text', value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) });
}

function checkbox(app, field) {
  return h('label', { class: 'wg-check' }, h('input', { id: field.name, name: field.name, type: 'checkbox', checked: valueOf(app.state, field.name) === 'on', onChange: (event) => setValue(app, field.name, event.target.checked ? 'on' : '') }), ' ', field.label);
}

start(document.getElementById('app'), newState(), view);
