// A form that behaves as Workable's: after every change all of it is drawn anew, so that no element
// lives longer than an answer; rows under "+ Add"; lists that open under a read-only box.

import { h, start } from './layer.js';
import { form, word, newState, valueOf, setValue, setFile, uiOf, chosenText, fieldsOf, rowFields, addRow, removeRow, sections, complete, toggled, accepts } from './form.js';
import { send } from './submit.js';

function view(app) {
  const { state } = app;
  return h('div', { class: 'wk-main' },
    h('h1', { 'data-ui': 'job-title' }, form.job.title),
    h('p', { class: 'wk-place' }, `${form.job.company} · ${form.job.location}`),
    h('form', { 'data-ui': 'application-form', novalidate: true, onSubmit: (event) => submit(app, event) },
      h('div', { key: `drawing-${state.turn ?? 0}` }, sections().map((section) => drawSection(app, section))),
      h('div', { key: 'bait', class: 'bait', 'aria-hidden': 'true' },
        h('label', { for: form.honeypot }, 'Nickname'), h('input', { id: form.honeypot, name: form.honeypot, type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': true }),
        h('textarea', { name: 'cf-turnstile-captcha-response', tabindex: '-1', 'data-bait': true })),
      state.failed && h('p', { key: 'failed', class: 'wk-error', role: 'alert' }, state.failed),
      h('button', { key: 'submit', class: 'wk-submit', type: 'submit', 'data-ui': 'apply-button', disabled: state.sending }, word('submit'))));
}

function submit(app, event) {
  event.preventDefault();
  if (complete(app, sections().flatMap((section) => fieldsOf(app.state, section)))) send(app);
}

/** Draws everything anew, once the browser has finished what it is doing; the focus stays where it is. */
function drawAnew(app) {
  setTimeout(() => {
    const held = document.activeElement?.id;
    app.update((state) => {
      state.turn = (state.turn ?? 0) + 1;
    });
    app.afterDrawing(() => held && document.getElementById(held)?.focus());
  });
}

function drawSection(app, section) {
  return h('section', { 'data-ui': section.id, 'aria-labelledby': `${section.id}-title` },
    h('h2', { id: `${section.id}-title` }, section.title),
    section.rows ? drawRows(app, section) : fieldsOf(app.state, section).map((field) => draw(app, field)));
}

function drawRows(app, section) {
  const change = (step) => {
    app.update(step);
    drawAnew(app);
  };
  return [
    app.state.rows[section.rows].map((row) => h('div', { key: `row-${row}`, class: 'wk-row', role: 'group', 'aria-labelledby': `${section.id}-title`, 'data-ui': 'group' },
      rowFields(app.state, section, row).map((field) => draw(app, field)),
      h('button', { key: 'remove', type: 'button', class: 'wk-remove', 'aria-label': `${word('delete')} ${section.title}`, onClick: () => change((state) => removeRow(state, section, row)) }, word('delete')))),
    h('button', { key: 'add', type: 'button', class: 'wk-add', 'data-ui': 'add-section', 'aria-label': `${word('add')} ${section.title}`, onClick: () => change((state) => addRow(state, section)) }, `+ ${word('add')}`),
  ];
}

function draw(app, field) {
  const error = app.state.errors[field.name];
  const inner = { textarea, file, yes_no: choices, radio: choices, checkboxes: choices, select: list, month, checkbox }[field.shape] ?? line;
  const star = field.required && h('span', { class: 'wk-star', 'aria-hidden': 'true' }, '*');
  const grouped = ['yes_no', 'radio', 'checkboxes'].includes(field.shape);
  const body = field.shape === 'checkbox' ? [inner(app, field), h('label', { for: field.name }, field.label, star)]
    : grouped ? h('fieldset', {}, h('legend', {}, field.label, star), inner(app, field))
      : [h('label', { for: field.name, id: `${field.name}-label` }, h('span', {}, field.label), star), inner(app, field)];
  return h('div', { key: field.name, class: 'wk-field', 'data-ui': field.own ?? field.name }, body, error && h('p', { key: 'error', class: 'wk-error', role: 'alert' }, error));
}

const typed = (app, field) => ({
  id: field.name, name: field.own ?? field.name, value: valueOf(app.state, field.name), 'aria-required': String(field.required),
  onChange: (event) => setValue(app, field.name, event.target.value), onCommit: () => drawAnew(app),
});

function line(app, field) {
  return h('input', { ...typed(app, field), type: { email: 'email', tel: 'tel', number: 'number' }[field.shape] ?? 'text' });
}

const textarea = (app, field) => h('textarea', { ...typed(app, field), rows: '4' });

// A month is typed as MM/YYYY; only a whole one is kept.
function month(app, field) {
  const ui = uiOf(app.state, field.name);
  const [year, number] = valueOf(app.state, field.name).split('-');
  return h('input', {
    id: field.name, name: field.own ?? field.name, type: 'text', placeholder: 'MM/YYYY', inputmode: 'numeric', value: ui.typed ?? (year ? `${number}/${year}` : ''),
    onChange: (event) => {
      const text = event.target.value;
      const parts = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(\d{4})\s*$/.exec(text);
      setValue(app, field.name, parts ? `${parts[2]}-${parts[1].padStart(2, '0')}` : '');
      app.update(() => Object.assign(ui, { typed: text }));
    },
    onCommit: () => {
      ui.typed = undefined;
      drawAnew(app);
    },
  });
}

function checkbox(app, field) {
  return h('input', {
    id: field.name, name: field.own ?? field.name, type: 'checkbox', checked: valueOf(app.state, field.name) === 'on',
    onChange: (event) => {
      setValue(app, field.name, event.target.checked ? 'on' : '');
      drawAnew(app);
    },
  });
}

function choices(app, field) {
  const many = field.shape === 'checkboxes';
  const chosen = valueOf(app.state, field.name);
  return h('div', { role: many ? 'group' : 'radiogroup' }, field.options.map((option, index) => h('div', { key: option.value, class: 'wk-choice' },
    h('input', {
      id: `${field.name}_${index}`, name: field.name, type: many ? 'checkbox' : 'radio', value: option.value, checked: many ? chosen.includes(option.value) : chosen === option.value,
      onChange: (event) => {
        setValue(app, field.name, many ? toggled(chosen, option.value, event.target.checked) : option.value);
        drawAnew(app);
      },
    }), h('label', { for: `${field.name}_${index}` }, option.text))));
}

function list(app, field) {
  const ui = uiOf(app.state, field.name);
  const pick = (option) => {
    setValue(app, field.name, option.value);
    ui.open = false;
    drawAnew(app);
  };
  return h('div', { class: 'wk-list' },
    h('input', {
      id: field.name, type: 'text', readonly: true, role: 'combobox', 'aria-haspopup': 'listbox', 'aria-expanded': String(Boolean(ui.open)), 'aria-controls': `${field.name}-options`, 'aria-labelledby': `${field.name}-label`, placeholder: word('select'),
      value: chosenText(field, valueOf(app.state, field.name)),
      onClick: () => app.update(() => Object.assign(ui, { open: !ui.open })),
      onKeydown: (event) => event.key === 'Escape' && app.update(() => Object.assign(ui, { open: false })),
    }),
    ui.open && h('ul', { key: 'options', id: `${field.name}-options`, role: 'listbox' }, field.options.map((option) => h('li', { key: option.value, role: 'option', 'aria-selected': String(option.value === valueOf(app.state, field.name)), onClick: () => pick(option) }, option.text))));
}

function file(app, field) {
  const attached = app.state.files[field.name];
  const take = (files) => {
    if (!files[0]) return;
    setFile(app, field.name, files[0]);
    drawAnew(app);
  };
  const drop = (event) => {
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return h('div', { class: 'wk-drop', onDragover: (event) => event.preventDefault(), onDrop: drop },
    attached ? h('p', { key: 'shown', 'data-ui': 'file-name' }, attached.name, ' ', h('button', { type: 'button', 'aria-label': word('remove_file'), onClick: () => setFile(app, field.name, null) }, '×'))
      : h('input', { key: 'input', id: field.name, name: field.name, type: 'file', accept: accepts(field), onChange: (event) => take(event.target.files) }));
}

start(document.getElementById('app'), newState(), view);
