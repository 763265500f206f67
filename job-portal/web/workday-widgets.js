// Workday's controls: lists behind buttons that open outside the field, searchable pickers, dates
// made of spin buttons that listen to keys only.

import { h } from './layer.js';
import { form, word, valueOf, setValue, setFile, uiOf, chosenText, toggled, accepts } from './form.js';
import { readResume } from './workday-resume.js';
import { pickedTags, tagList } from './workday-tags.js';

/** One field in its wrapper. */
export function draw(app, field) {
  const inner = { select: listbox, prompt, tags: prompt, radio, checkboxes, checkbox, textarea, file, month: dateParts, year: dateParts, date: dateParts }[field.shape] ?? line;
  const own = field.own ?? field.name;
  const group = ['radio', 'checkboxes', 'month', 'year', 'date'].includes(field.shape);
  const label = [field.label, field.required && h('abbr', { 'aria-hidden': 'true' }, '*')];
  const error = app.state.errors[field.name];
  return h('div', { key: field.name, class: 'wd-field', 'data-automation-id': `formField-${own}`, 'data-fkit-id': field.name },
    field.shape === 'checkbox' ? null
      : group ? h('fieldset', { class: 'wd-group' }, h('legend', {}, h('label', {}, h('span', {}, label))), inner(app, field))
        : h('label', { for: field.name }, h('span', {}, label)),
    field.help && h('p', { key: 'help', class: 'wd-help' }, field.help),
    !group && h('div', { key: 'control', class: 'wd-control' }, inner(app, field)),
    error && h('div', { key: 'error', class: 'wd-error', 'data-automation-id': 'inputAlert', id: `${field.name}-error` }, `${field.label}: ${error}`));
}

function line(app, field) {
  return h('input', {
    id: field.name, name: field.own ?? field.name, type: 'text', 'data-automation-id': field.own ?? field.name, 'aria-required': String(field.required), 'aria-invalid': String(Boolean(app.state.errors[field.name])),
    value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value),
  });
}

function textarea(app, field) {
  return h('textarea', { id: field.name, name: field.own ?? field.name, rows: '4', 'data-automation-id': field.own ?? field.name, 'aria-required': String(field.required), value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) });
}

// One list is open at a time; which one is in state.ui.open.
const openList = (app, open) => app.update((state) => {
  state.ui.open = open;
});

function listbox(app, field) {
  const value = valueOf(app.state, field.name);
  const shown = chosenText(field, value) || word('select_one');
  const isOpen = app.state.ui.open?.name === field.name;
  return h('button', {
    id: field.name, name: field.own ?? field.name, type: 'button', class: 'wd-listbox', value, 'aria-haspopup': 'listbox', 'aria-expanded': String(isOpen), 'aria-controls': isOpen ? `${field.name}-list` : null,
    'aria-label': `${field.label} ${shown}${field.required ? ' required' : ''}`, 'data-automation-id': field.own ?? field.name,
    onClick: () => openList(app, isOpen ? null : { name: field.name, field, kind: 'listbox' }),
    onKeydown: (event) => {
      if (event.key === 'Escape') openList(app, null);
    },
  }, shown);
}

function prompt(app, field) {
  const ui = uiOf(app.state, field.name);
  const value = valueOf(app.state, field.name);
  const isOpen = app.state.ui.open?.name === field.name;
  const search = (query) => openList(app, { name: field.name, field, kind: 'prompt', query });
  return h('div', { class: 'wd-prompt', id: `${field.name}-widget`, 'data-automation-id': 'multiSelectContainer', 'data-uxi-widget-type': 'multiselect', 'data-uxi-multiselect-id': field.name },
    h('div', { class: 'wd-prompt-input', 'data-automation-id': 'multiselectInputContainer', onClick: () => isOpen || search('') },
      h('input', {
        id: field.name, type: 'text', role: 'combobox', 'data-automation-id': 'searchBox', 'data-uxi-widget-type': 'selectinput', 'aria-haspopup': 'listbox', 'aria-expanded': String(isOpen), autocomplete: 'off', placeholder: word('search'), 'aria-required': String(field.required),
        value: ui.typed ?? '',
        onChange: (event) => app.update(() => Object.assign(ui, { typed: event.target.value })),
        // Nothing is searched before Enter.
        onKeydown: (event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            search(ui.typed ?? '');
          } else if (event.key === 'Escape') openList(app, null);
        },
      })),
    field.shape === 'tags' ? pickedTags(app, field) : value && h('ul', { key: 'chosen', role: 'listbox', 'data-automation-id': 'selectedItemList', 'aria-label': field.label }, h('li', { 'data-automation-id': 'menuItem', role: 'presentation' },
      h('div', { 'data-automation-id': 'selectedItem', role: 'option', 'aria-selected': 'true', title: chosenText(field, value) }, h('p', { 'data-automation-id': 'promptOption' }, chosenText(field, value)),
        h('button', { type: 'button', 'data-automation-id': 'DELETE_charm', 'aria-label': word('delete'), onClick: (event) => {
          event.stopPropagation();
          setValue(app, field.name, '');
        } }, '×')))));
}

/** The open list, at the page's end. */
export function popups(app) {
  const { open } = app.state.ui;
  if (!open) return null;
  const { field } = open;
  const pick = (option) => {
    setValue(app, field.name, option.value);
    app.update((state) => {
      state.ui.open = null;
      uiOf(state, field.name).typed = '';
    });
  };
  if (open.kind === 'listbox') {
    const options = [{ value: '', text: word('select_one') }, ...field.options];
    return h('div', { key: field.name, class: 'wd-popup', 'data-associated-widget': field.name }, h('ul', { id: `${field.name}-list`, role: 'listbox', tabindex: '-1' },
      options.map((option) => h('li', { key: option.value, role: 'option', 'data-value': option.value, 'aria-selected': String(option.value === valueOf(app.state, field.name)), onClick: () => pick(option) }, h('div', {}, option.text)))));
  }
  if (field.shape === 'tags') return tagList(app, field, open.query);
  const query = open.query.toLowerCase();
  const found = field.options.filter((option) => option.text.toLowerCase().includes(query));
  return h('div', { key: `${field.name}-${open.query}`, class: 'wd-popup', 'data-automation-id': 'activeListContainer', 'data-associated-widget': `${field.name}-widget`, role: 'listbox' },
    found.length === 0 ? h('p', { key: 'none' }, word('no_options'))
      : found.map((option) => h('div', { key: option.value, role: 'option', 'aria-selected': 'false', 'data-automation-id': 'menuItem', onClick: () => pick(option) },
        h('div', { 'data-automation-id': 'promptLeafNode' }, h('div', { 'data-automation-id': 'promptOption', 'data-automation-label': option.text }, option.text)))));
}

function radio(app, field) {
  const chosen = valueOf(app.state, field.name);
  return h('div', { role: 'radiogroup' }, field.options.map((option, index) => h('div', { key: option.value, class: 'wd-choice' },
    h('input', { id: `${field.name}-${index}`, name: field.name, type: 'radio', value: option.value, checked: chosen === option.value, onChange: () => setValue(app, field.name, option.value) }),
    h('label', { for: `${field.name}-${index}` }, option.text))));
}

function checkboxes(app, field) {
  const chosen = valueOf(app.state, field.name);
  return h('div', {}, field.options.map((option, index) => h('div', { key: option.value, class: 'wd-choice' },
    h('input', { id: `${field.name}-${index}`, type: 'checkbox', checked: chosen.includes(option.value), onChange: (event) => setValue(app, field.name, toggled(chosen, option.value, event.target.checked)) }),
    h('label', { for: `${field.name}-${index}` }, option.text))));
}

function checkbox(app, field) {
  return h('div', { class: 'wd-choice' },
    h('input', { id: field.name, name: field.own ?? field.name, type: 'checkbox', 'data-automation-id': field.own ?? field.name, 'aria-required': String(field.required), checked: valueOf(app.state, field.name) === 'on', onChange: (event) => setValue(app, field.name, event.target.checked ? 'on' : '') }),
    h('label', { for: field.name }, field.label, field.required && h('abbr', { 'aria-hidden': 'true' }, '*')));
}

function file(app, field) {
  const attached = app.state.files[field.name];
  const take = (files) => {
    if (!files[0]) return;
    setFile(app, field.name, files[0]);
    if (form.parses_resume) readResume(app, files[0]);
  };
  return h('div', { 'data-automation-id': 'attachments-FileUpload' },
    app.state.reading && h('div', { key: 'reading', class: 'wd-reading', role: 'status', 'aria-busy': String(app.state.reading === 'working'), 'data-automation-id': 'fileUploadParsing' }, app.state.reading === 'working' && h('span', { class: 'wd-spinner' }), word(app.state.reading === 'working' ? 'analyzing' : 'analyzed')),
    attached ? h('div', { key: 'shown', class: 'wd-file', 'data-automation-id': 'file-upload-item' }, h('span', { 'data-automation-id': 'file-upload-item-name' }, attached.name), ' ', h('span', { 'data-automation-id': 'file-upload-successful' }, word('success')),
      h('button', { type: 'button', 'data-automation-id': 'delete-file', 'aria-label': word('remove_file'), onClick: () => setFile(app, field.name, null) }, '×'))
      : h('div', {
        key: 'drop', class: 'wd-drop', 'data-automation-id': 'file-upload-drop-zone', onDragover: (event) => event.preventDefault(),
        onDrop: (event) => {
          event.preventDefault();
          take(event.dataTransfer.files);
        },
      },
      h('div', {}, word('drop_here')),
      h('button', { id: field.name, type: 'button', 'data-automation-id': 'select-files', onClick: (event, node) => node.parentNode.querySelector('input').click() }, word('select_file')),
      h('input', { class: 'wd-hidden', type: 'file', 'data-automation-id': 'file-upload-input-ref', accept: accepts(field), tabindex: '-1', onChange: (event) => take(event.target.files) })));
}

const PARTS = { month: ['Month', 'Year'], year: ['Year'], date: ['Month', 'Day', 'Year'] };
const LIMITS = { Month: [1, 12], Day: [1, 31], Year: [1900, 2100] };
const DIGITS = { Month: 2, Day: 2, Year: 4 };

/** A date of spin buttons. Each takes arrow keys and digits; a value that is only put into it is not kept. */
function dateParts(app, field) {
  const ui = uiOf(app.state, field.name);
  const names = PARTS[field.shape];
  ui.parts ??= partsOf(valueOf(app.state, field.name));
  const commit = (part, number) => {
    ui.parts[part] = number;
    const texts = ['Year', 'Month', 'Day'].filter((name) => names.includes(name)).map((name) => ui.parts[name] && String(ui.parts[name]).padStart(DIGITS[name], '0'));
    setValue(app, field.name, texts.every(Boolean) ? texts.join('-') : '');
  };
  return h('div', { class: 'wd-date', 'data-automation-id': 'dateInputWrapper', id: `${field.name}-dateInputWrapper` },
    names.map((part, index) => h('span', { key: part }, index > 0 && '/', spinbutton(field, part, ui, commit))));
}

/** What a kept date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) is in parts. */
function partsOf(kept) {
  if (!kept) return {};
  const [Year, Month, Day] = kept.split('-').map(Number);
  return { Year, Month, Day };
}

function spinbutton(field, part, ui, commit) {
  const [low, high] = LIMITS[part];
  const number = ui.parts[part];
  return h('input', {
    id: `${field.name}-dateSection${part}-input`, type: 'text', role: 'spinbutton', class: 'wd-spin', inputmode: 'numeric', 'data-automation-id': `dateSection${part}-input`, 'aria-label': word(part.toLowerCase()),
    'aria-valuemin': low, 'aria-valuemax': high, 'aria-valuenow': number ?? null, 'aria-valuetext': number ? String(number) : null, placeholder: { Month: 'MM', Day: 'DD', Year: 'YYYY' }[part], 'aria-required': String(field.required),
    value: number ? String(number).padStart(DIGITS[part], '0') : '',
    onKeydown: (event) => {
      const shown = Number.parseInt(event.target.value, 10);
      if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        event.preventDefault();
        const from = Number.isNaN(shown) ? (part === 'Year' ? new Date().getFullYear() : 0) : shown;
        commit(part, Math.min(high, Math.max(low, from + (event.key === 'ArrowUp' ? 1 : -1))));
      } else if (/^\d$/.test(event.key)) {
        event.preventDefault();
        const digits = `${ui.typing?.part === part ? ui.typing.digits : ''}${event.key}`.slice(-DIGITS[part]);
        ui.typing = { part, digits };
        commit(part, Math.min(high, Number(digits)));
      } else if (event.key === 'Backspace' || event.key === 'Delete') {
        event.preventDefault();
        ui.typing = null;
        commit(part, undefined);
      }
    },
    onFocusin: () => {
      ui.typing = null;
    },
  });
}
