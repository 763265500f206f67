// A form that behaves as Lever's: native controls with telling names. Attaching a résumé sends it
// away to be read, and what comes back overwrites name and address.

import { h, start } from './layer.js';
import { form, word, newState, valueOf, setValue, setFile, uiOf, fieldsOf, sections, complete, toggled, accepts } from './form.js';
import { send } from './submit.js';
import { searchPlaces } from './places.js';

function view(app) {
  const { state } = app;
  return h('div', { class: 'content-wrapper' },
    h('div', { class: 'posting-header' }, h('h2', {}, form.job.title), h('div', { class: 'posting-categories' }, h('div', { class: 'posting-category location' }, form.job.location))),
    h('form', { id: 'application-form', method: 'POST', enctype: 'multipart/form-data', novalidate: true, onSubmit: (event) => submit(app, event) },
      sections().map((section) => drawSection(app, section)),
      h('div', { class: 'section page-centered' },
        h('input', { type: 'text', name: form.honeypot, class: 'bait', tabindex: '-1', autocomplete: 'off', 'aria-hidden': 'true', 'data-bait': true }),
        h('div', { id: 'h-captcha', class: 'h-captcha' }, h('textarea', { name: 'h-captcha-response', class: 'bait', 'aria-hidden': 'true', tabindex: '-1', 'data-bait': true })),
        state.failed && h('p', { key: 'failed', class: 'error-message', role: 'alert' }, state.failed),
        h('button', { key: 'submit', id: 'btn-submit', class: 'postings-btn template-btn-submit', type: 'submit', 'data-qa': 'btn-submit', disabled: state.sending }, word('submit')))));
}

function submit(app, event) {
  event.preventDefault();
  if (complete(app, sections().flatMap((section) => fieldsOf(app.state, section)))) send(app);
}

function drawSection(app, section) {
  const eeo = section.id === 'eeo';
  return h('div', { key: section.id, class: `section page-centered application-form${eeo ? ' eeo-section' : ''}`, 'data-qa': eeo ? 'eeo-section' : null },
    section.title && h('h4', {}, section.title),
    section.note && h('p', {}, section.note),
    h('ul', {}, fieldsOf(app.state, section).map((field) => h('li', { key: field.name, class: `application-question${field.name === 'resume' ? ' resume' : ''}` }, draw(app, field)))));
}

const star = (field) => field.required && h('span', { class: 'required' }, '✱');
const errorOf = (app, field) => app.state.errors[field.name] && h('p', { class: 'error-message' }, app.state.errors[field.name]);

function draw(app, field) {
  if (field.shape === 'checkbox') return consent(app, field);
  if (field.shape === 'radio' || field.shape === 'checkboxes') return choices(app, field);
  const inner = { file: resume, select, textarea, location }[field.shape] ?? line;
  return [h('label', {}, h('div', { class: 'application-label' }, field.label, star(field)),
    h('div', { class: 'application-field' }, inner(app, field), errorOf(app, field)))];
}

function line(app, field) {
  return h('input', {
    type: field.shape === 'email' ? 'email' : 'text', name: field.name, required: field.required, 'data-qa': `${field.name}-input`,
    value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value),
  });
}

function textarea(app, field) {
  return h('textarea', { name: field.name, required: field.required, rows: '4', value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) });
}

function select(app, field) {
  return h('div', { class: 'application-dropdown' }, h('select', { name: field.name, required: field.required, value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) },
    h('option', { value: '' }, word('select')),
    field.options.map((option) => h('option', { value: option.value }, option.text))));
}

// What was typed is sent as it is; picking a town from the list only completes it.
function location(app, field) {
  const ui = uiOf(app.state, field.name);
  const pick = (place) => {
    setValue(app, field.name, place);
    app.update(() => Object.assign(ui, { open: false, picked: place }));
  };
  return [
    h('input', {
      key: 'input', class: 'location-input', id: 'location-input', type: 'text', name: field.name, maxlength: '100', autocomplete: 'off', 'data-qa': 'location-input', value: valueOf(app.state, field.name),
      onChange: (event) => {
        setValue(app, field.name, event.target.value);
        app.update(() => Object.assign(ui, { open: true, places: undefined, picked: '' }));
        searchPlaces(ui, event.target.value, (places) => app.update(() => Object.assign(ui, { places })));
      },
      onFocusout: () => app.update(() => Object.assign(ui, { open: false })),
    }),
    h('input', { key: 'selected', type: 'hidden', id: 'selected-location', name: 'selectedLocation', value: ui.picked ?? '' }),
    ui.open && h('div', { key: 'list', class: 'dropdown-container', onMousedown: (event) => event.preventDefault() },
      ui.places === undefined ? h('div', { key: 'wait', class: 'dropdown-loading-results' }, word('loading'))
        : ui.places.length === 0 ? h('div', { key: 'none', class: 'dropdown-no-results' }, word('no_options'))
          : h('div', { key: 'results', class: 'dropdown-results' }, ui.places.map((place) => h('div', { key: place, class: 'dropdown-location', onClick: () => pick(place) }, place)))),
  ];
}

function resume(app, field) {
  const ui = uiOf(app.state, field.name);
  const attached = app.state.files[field.name];
  return [
    h('span', { key: 'button', class: 'postings-btn visible-resume-upload' },
      h('span', { class: 'filename' }, attached?.name ?? ''),
      !attached && h('span', { class: 'default-label' }, word('attach_resume')),
      h('input', { id: 'resume-upload-input', class: 'application-file-input invisible-resume-upload', type: 'file', name: 'resume', tabindex: '-1', accept: accepts(field), 'data-qa': 'input-resume', onChange: (event) => attach(app, field, event.target.files[0]) })),
    h('span', { key: 'state', class: `resume-upload-${ui.parsing ?? 'idle'}`, role: 'status' }, ui.parsing === 'working' && h('span', { class: 'loading-indicator' }), { working: word('analyzing'), success: word('analyzed') }[ui.parsing] ?? ''),
  ];
}

async function attach(app, field, file) {
  const ui = uiOf(app.state, field.name);
  setFile(app, field.name, file);
  app.update(() => {
    ui.parsing = file ? 'working' : 'idle';
  });
  if (!file) return;
  let read = {};
  try {
    const body = new FormData();
    body.append('resume', file, file.name);
    const answer = await fetch('/parse', { method: 'POST', body });
    if (answer.ok) read = await answer.json();
  } catch {
    // Not read, then: the person types it.
  }
  app.update((state) => {
    ui.parsing = read.name ? 'success' : 'failure';
    for (const name of ['name', 'email']) if (read[name]) state.values[name] = read[name];
  });
}

function choices(app, field) {
  const chosen = valueOf(app.state, field.name);
  const many = field.shape === 'checkboxes';
  return [
    h('div', { class: 'application-label full-width multiple-choice' }, h('div', { class: 'text' }, field.label, star(field))),
    h('div', { class: 'application-field full-width' }, h('ul', { 'data-qa': many ? 'checkboxes' : 'multiple-choice' },
      field.options.map((option) => h('li', { key: option.value }, h('label', {},
        h('input', {
          type: many ? 'checkbox' : 'radio', name: field.name, value: option.value, checked: many ? chosen.includes(option.value) : chosen === option.value,
          onChange: (event) => setValue(app, field.name, many ? toggled(chosen, option.value, event.target.checked) : option.value),
        }),
        h('span', { class: 'application-answer-alternative' }, option.text))))), errorOf(app, field)),
  ];
}

function consent(app, field) {
  return [h('label', { class: 'application-consent' },
    h('input', { type: 'checkbox', name: field.name, value: '1', required: field.required, checked: valueOf(app.state, field.name) === 'on', onChange: (event) => setValue(app, field.name, event.target.checked ? 'on' : '') }),
    h('span', {}, field.label, star(field))), errorOf(app, field)];
}

start(document.getElementById('app'), newState(), view);
