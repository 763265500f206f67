// A form that behaves as Workday's: several screens at one address, rows that are added, and the
// same button for "next" and "submit". Its controls are in workday-widgets.js.

import { h, start } from './layer.js';
import { form, word, newState, addRow, removeRow, fieldsOf, rowFields, valueOf, complete, chosenText } from './form.js';
import { send } from './submit.js';
import { draw, popups } from './workday-widgets.js';

function view(app) {
  const { state } = app;
  const step = form.steps[state.step];
  const last = state.step === form.steps.length - 1;
  return h('div', { 'data-automation-id': 'applyFlowPage' },
    h('div', { class: 'wd-main' },
      h('h2', { class: 'wd-job', 'data-automation-id': 'jobTitle' }, form.job.title),
      h('p', { class: 'wd-place' }, `${form.job.company} · ${form.job.location}`),
      progress(state),
      h('div', { key: step.id, 'data-automation-id': step.id, id: 'mainContent', tabindex: '-1' },
        h('h2', { tabindex: '-1' }, step.title),
        h('p', { class: 'wd-required-note' }, h('abbr', { 'aria-hidden': 'true' }, '*'), ' ', word('required_note')),
        Object.keys(state.errors).length > 0 && h('div', { key: 'errors', class: 'wd-errors', role: 'alert', 'data-automation-id': 'errorBanner' }, word('err_summary')),
        h('div', { key: 'body' }, last ? review(state) : step.sections.map((section) => drawSection(app, section)))),
      h('div', { key: 'bait', class: 'wd-beecatcher', 'data-automation-id': 'beecatcher-wrapper', 'aria-hidden': 'true' },
        h('label', { for: 'beecatcher' }, 'Enter website. This input is for robots only, do not enter if you are human.'),
        h('input', { id: 'beecatcher', name: form.honeypot, 'data-automation-id': 'beecatcher', type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': true })),
      state.failed && h('p', { key: 'failed', class: 'wd-error', role: 'alert' }, state.failed),
      h('div', { key: 'footer', class: 'wd-footer', 'data-automation-id': 'pageFooter' },
        state.step > 0 && h('button', { key: 'back', type: 'button', 'data-automation-id': 'pageFooterBackButton', onClick: () => go(app, state.step - 1) }, word('back')),
        h('button', { key: 'next', type: 'button', 'data-automation-id': 'pageFooterNextButton', disabled: state.sending, onClick: () => next(app, step, last) }, last ? word('submit_short') : word('next')))),
    h('div', { key: 'popups', 'data-automation-id': 'popupRoot' }, popups(app)));
}

function progress(state) {
  const kind = (index) => (index === state.step ? 'progressBarActiveStep' : index < state.step ? 'progressBarCompletedStep' : 'progressBarInactiveStep');
  return h('ol', { class: 'wd-progress', 'data-automation-id': 'progressBar' },
    form.steps.map((step, index) => h('li', { 'data-automation-id': kind(index), 'aria-current': index === state.step ? 'step' : null }, h('label', {}, step.title))));
}

function go(app, step) {
  app.update((state) => {
    state.step = step;
    state.errors = {};
    state.ui.open = null;
  });
}

function next(app, step, last) {
  if (last) {
    send(app).then(() => showMistakes(app));
    return;
  }
  if (complete(app, step.sections.flatMap((section) => fieldsOf(app.state, section)))) go(app, app.state.step + 1);
}

/** Goes back to the first screen on which the server found a mistake. */
function showMistakes(app) {
  const wrong = Object.keys(app.state.errors);
  const at = form.steps.findIndex((step) => step.sections.some((section) => fieldsOf(app.state, section).some((field) => wrong.includes(field.name))));
  if (at >= 0) app.update((state) => {
    state.step = at;
  });
}

function drawSection(app, section) {
  return h('section', { key: section.id, 'data-automation-id': `${section.id}Section`, 'aria-labelledby': section.title ? `${section.id}-heading` : null },
    section.title && h('h3', { id: `${section.id}-heading` }, section.title),
    section.note && h('p', {}, section.note),
    h('div', { key: 'fields' }, section.rows ? rows(app, section) : fieldsOf(app.state, section).map((field) => draw(app, field, section))));
}

function rows(app, section) {
  const prefix = section.rows;
  const list = app.state.rows[prefix];
  const add = () => app.update((state) => addRow(state, section));
  const remove = (row) => app.update((state) => removeRow(state, section, row));
  const more = word(list.length ? 'add_another' : 'add');
  return [
    list.map((row, index) => h('div', { key: `row-${row}`, class: 'wd-row', role: 'group', 'aria-labelledby': `${prefix}-${row}-panel`, 'data-automation-id': `${prefix}-${index + 1}` },
      h('h4', { id: `${prefix}-${row}-panel` }, `${section.title} ${index + 1}`),
      h('button', { type: 'button', class: 'wd-delete', 'data-automation-id': 'panel-set-delete-button', onClick: () => remove(row) }, word('delete')),
      h('div', { key: 'fields' }, rowFields(app.state, section, row).map((field) => draw(app, field, section))))),
    h('button', { key: 'add', type: 'button', class: 'wd-add', 'data-automation-id': 'add-button', 'aria-label': `${more} ${section.title}`, onClick: add }, more),
  ];
}

function review(state) {
  return form.steps.flatMap((step) => step.sections.flatMap((section) => fieldsOf(state, section).map((field) => h('div', { key: field.name, class: 'wd-review', 'data-automation-id': `review-${field.name}` },
    h('span', { class: 'wd-review-label' }, field.label), h('span', { class: 'wd-review-value' }, answer(state, field))))));
}

function answer(state, field) {
  if (field.shape === 'file') return state.files[field.name]?.name ?? '–';
  const value = valueOf(state, field.name);
  const texts = (Array.isArray(value) ? value : [value]).map((one) => chosenText(field, one) || one);
  return texts.filter(Boolean).join(', ') || '–';
}

start(document.getElementById('app'), newState(), view);
