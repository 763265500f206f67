// A form that behaves as Greenhouse's newer one: selects are text inputs with a list that is drawn
// on mousedown, the location asks the server, a file input goes once a file is attached.

import { h, start } from './layer.js';
import { form, word, newState, valueOf, setValue, setFile, uiOf, chosenText, fieldsOf, sections, complete, toggled, accepts } from './form.js';
import { send } from './submit.js';
import { searchPlaces } from './places.js';

function view(app) {
  const { state } = app;
  return h('main', { class: 'main font-secondary job-post-container' },
    h('div', { class: 'job__header' },
      h('h1', { class: 'section-header--large' }, form.job.title),
      h('div', { class: 'job__location' }, form.job.location)),
    h('div', { class: 'application--container' },
      h('form', { id: 'application-form', class: 'application--form', novalidate: true, onSubmit: (event) => submit(app, event) },
        h('h2', { class: 'section-header' }, word('apply_for_this_job')),
        h('p', { class: 'application--header--required' }, '* ', word('required_note')),
        sections().map((section) => drawSection(app, section)),
        h('div', { class: 'bait', 'aria-hidden': 'true' },
          h('label', { for: form.honeypot }, 'Website'),
          h('input', { id: form.honeypot, name: form.honeypot, type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': true }),
          h('textarea', { id: 'g-recaptcha-response-100000', name: 'g-recaptcha-response', class: 'g-recaptcha-response', 'data-bait': true })),
        state.failed && h('p', { class: 'helper-text--error', role: 'alert' }, state.failed),
        h('div', { class: 'application--submit' },
          h('button', { class: 'btn btn--rounded', type: 'submit', 'data-qa': 'submit', disabled: state.sending }, word('submit'))))));
}

function submit(app, event) {
  event.preventDefault();
  const fields = sections().flatMap((section) => fieldsOf(app.state, section));
  if (complete(app, fields)) send(app);
}

function drawSection(app, section) {
  const fields = fieldsOf(app.state, section);
  const classes = { eeoc: 'eeoc__container', questions: 'application--questions' };
  return h('div', { key: section.id, class: classes[section.id] ?? 'application--fields' },
    section.id === 'eeoc' && h('h3', { class: 'eeoc__title' }, section.title),
    section.note && h('p', { class: 'eeoc__note' }, section.note),
    fields.map((field) => draw(app, field, fields)));
}

function draw(app, field, fields) {
  if (field.name === 'country') return phone(app, field, fields.find((other) => other.name === 'phone'));
  if (field.name === 'phone' && fields.some((other) => other.name === 'country')) return null;
  const drawing = { select, location, file, textarea, checkboxes, checkbox }[field.shape] ?? text;
  return h('div', { key: field.name, class: field.shown_if ? 'eeoc__question__wrapper' : 'field-wrapper' }, drawing(app, field));
}

function phone(app, country, number) {
  return h('div', { key: 'phone-input' }, h('fieldset', { class: 'phone-input' },
    h('legend', { class: 'visually-hidden' }, word('phone')),
    h('div', { class: 'phone-input__country' }, select(app, country)),
    h('div', { class: 'phone-input__phone' }, text(app, number))));
}

const star = (field) => field.required && h('span', { class: 'required', 'aria-hidden': 'true' }, '*');

function labelFor(field) {
  return h('label', { class: 'label', for: field.name, id: `${field.name}-label` }, field.label, star(field));
}

function aria(app, field) {
  const error = app.state.errors[field.name];
  return { 'aria-required': String(field.required), 'aria-invalid': String(Boolean(error)), 'aria-errormessage': `${field.name}-error`, 'aria-describedby': `${field.name}-description ${field.name}-error ${field.name}-help` };
}

function errorOf(app, field) {
  const error = app.state.errors[field.name];
  return error && h('p', { id: `${field.name}-error`, class: 'helper-text helper-text--error', 'aria-live': 'polite' }, error);
}

const help = (field) => field.help && h('div', { id: `${field.name}-description`, class: 'question-description' }, field.help);

function text(app, field) {
  const type = field.shape === 'tel' ? 'tel' : 'text';
  return h('div', { class: 'text-input-wrapper' }, h('div', { class: 'input-wrapper' }, labelFor(field), help(field),
    h('input', { id: field.name, class: 'input input__single-line', type, maxlength: '255', 'aria-label': field.label, autocomplete: autocomplete(field), ...aria(app, field),
      value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) }),
    errorOf(app, field)));
}

const autocomplete = (field) => ({ first_name: 'given-name', last_name: 'family-name', email: 'email', phone: 'tel' })[field.name];

function textarea(app, field) {
  return h('div', { class: 'text-input-wrapper' }, h('div', { class: 'input-wrapper' }, labelFor(field), help(field),
    h('textarea', { id: field.name, class: 'input input__multi-line', rows: '4', 'aria-label': field.label, ...aria(app, field),
      value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) }),
    errorOf(app, field)));
}

// A list that belongs to a text input. `items` are what it shows now, null while they are on their way.
function combobox(app, field, { items, shown, onType, onPick, toggle }) {
  const ui = uiOf(app.state, field.name);
  const query = ui.query ?? '';
  const close = () => app.update(() => Object.assign(ui, { open: false, query: '', focus: 0 }));
  const pick = (item) => {
    onPick(item);
    close();
  };
  const open = () => app.update(() => Object.assign(ui, { open: true, focus: 0 }));
  const listId = `react-select-${field.name}-listbox`;
  const input = {
    id: field.name, class: 'select__input', type: 'text', role: 'combobox', autocapitalize: 'none', autocomplete: 'off', autocorrect: 'off', spellcheck: 'false', tabindex: '0',
    'aria-autocomplete': 'list', 'aria-expanded': String(Boolean(ui.open)), 'aria-haspopup': 'true', 'aria-labelledby': `${field.name}-label`, ...aria(app, field),
    'aria-controls': ui.open ? listId : null, 'aria-activedescendant': '',
    value: query,
    onChange: (event) => {
      const typed = event.target.value;
      app.update(() => Object.assign(ui, { query: typed, open: true, focus: 0 }));
      onType?.(ui, typed);
    },
    onFocusout: close,
    onKeydown: (event) => {
      const count = items?.length ?? 0;
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        const by = event.key === 'ArrowDown' ? 1 : -1;
        app.update(() => Object.assign(ui, ui.open ? { focus: ((ui.focus ?? 0) + by + count) % Math.max(count, 1) } : { open: true, focus: 0 }));
        event.preventDefault();
      } else if ((event.key === 'Enter' || event.key === 'Tab') && ui.open && count) {
        pick(items[ui.focus ?? 0]);
        event.preventDefault();
      } else if (event.key === 'Escape') close();
    },
  };
  const menu = ui.open && h('div', { class: 'select__menu', onMousedown: (event) => event.preventDefault() },
    h('div', { class: 'select__menu-list', role: 'listbox', id: listId, 'aria-multiselectable': 'false' },
      items === null ? h('div', { class: 'select__menu-notice select__menu-notice--loading' }, word('loading'))
        : items.length === 0 ? h('div', { class: 'select__menu-notice select__menu-notice--no-options' }, word('no_options'))
          : items.map((item, index) => h('div', {
            key: item.value, class: `select__option${index === (ui.focus ?? 0) ? ' select__option--is-focused' : ''}`, role: 'option', id: `react-select-${field.name}-option-${index}`,
            'aria-selected': String(item.value === valueOf(app.state, field.name)), tabindex: '-1', onClick: () => pick(item),
            onMouseover: () => app.update(() => Object.assign(ui, { focus: index })),
          }, item.text))));
  return h('div', { class: 'select' }, h('div', { class: 'select__container' },
    h('label', { class: 'label select__label', for: field.name, id: `${field.name}-label` }, field.label, star(field)), help(field),
    h('div', { class: 'select-shell' },
      h('span', { class: 'visually-hidden', role: 'log', 'aria-live': 'polite', 'aria-atomic': 'false' }),
      h('div', {},
        h('div', {
          class: `select__control${ui.open ? ' select__control--menu-is-open' : ''}`,
          onMousedown: (event) => {
            if (event.button) return;
            const onInput = event.target.classList.contains('select__input');
            if (!ui.open) open();
            else if (!onInput) close();
            if (!onInput) event.preventDefault();
            app.afterDrawing(() => document.getElementById(field.name)?.focus());
          },
        },
        h('div', { class: 'select__value-container' },
          !query && (shown ? h('div', { key: 'single', class: 'select__single-value' }, shown)
            : h('div', { key: 'placeholder', class: 'select__placeholder', id: `react-select-${field.name}-placeholder` }, word('select'))),
          h('div', { key: 'input', class: 'select__input-container', 'data-value': query }, h('input', input))),
        toggle && h('div', { class: 'select__indicators' },
          h('button', { class: 'icon-button icon-button--sm', type: 'button', tabindex: '-1', 'aria-label': word('toggle') }, '▾')))),
      menu,
      h('input', { type: 'hidden', name: field.name, value: valueOf(app.state, field.name) })),
    errorOf(app, field)));
}

function select(app, field) {
  const query = (uiOf(app.state, field.name).query ?? '').toLowerCase();
  return combobox(app, field, {
    items: field.options.filter((option) => option.text.toLowerCase().includes(query)),
    shown: chosenText(field, valueOf(app.state, field.name)),
    onPick: (item) => setValue(app, field.name, item.value),
    toggle: true,
  });
}

function location(app, field) {
  const ui = uiOf(app.state, field.name);
  return combobox(app, field, {
    items: ui.query && ui.places === undefined ? null : (ui.places ?? []).map((place) => ({ value: place, text: place })),
    shown: valueOf(app.state, field.name),
    onType: (own, typed) => {
      own.places = undefined;
      searchPlaces(own, typed, (places) => app.update(() => {
        own.places = places;
      }));
    },
    onPick: (item) => setValue(app, field.name, item.value),
    toggle: false,
  });
}

function file(app, field) {
  const attached = app.state.files[field.name];
  const ui = uiOf(app.state, field.name);
  const take = (event) => {
    const [picked] = event.target.files;
    if (picked) setFile(app, field.name, picked);
  };
  const choose = h('div', { key: 'choose', class: 'file-upload__wrapper' },
    h('div', { class: 'button-container' },
      h('div', { class: 'secondary-button' }, h('div', {},
        h('button', { class: 'btn btn--pill', type: 'button', onClick: () => document.getElementById(field.name).click() }, word('attach')),
        h('label', { class: 'visually-hidden', for: field.name }, word('attach')),
        h('input', { id: field.name, class: 'visually-hidden', type: 'file', accept: accepts(field), onChange: take }))),
      h('p', { class: 'file-upload__filetypes', id: `${field.name}-accepted` }, `${word('accepted_types')}: ${field.accept.join(', ')}`)));
  const shown = attached && h('div', { key: 'shown', class: 'file-upload__filename' }, h('p', {}, attached.name),
    h('button', { class: 'icon-button', type: 'button', 'aria-label': word('remove_file'), onClick: () => setFile(app, field.name, null) }, '×'));
  ui.attached = Boolean(attached);
  return h('div', { class: 'file-upload', role: 'group', 'aria-labelledby': `upload-label-${field.name}`, 'aria-required': String(field.required) },
    h('div', { class: 'label upload-label', id: `upload-label-${field.name}` }, field.label, star(field)),
    attached ? shown : choose, errorOf(app, field));
}

function checkboxes(app, field) {
  const chosen = valueOf(app.state, field.name);
  return h('fieldset', { class: 'checkbox', id: field.name }, h('legend', { class: 'label checkbox__description' }, field.label, star(field)), help(field),
    field.options.map((option, index) => h('div', { class: 'checkbox__wrapper' },
      h('div', { class: 'checkbox__input' }, h('input', {
        type: 'checkbox', id: `${field.name}[]_${index}`, name: `${field.name}[]`, value: option.value, checked: chosen.includes(option.value),
        onChange: (event) => setValue(app, field.name, toggled(chosen, option.value, event.target.checked)),
      })),
      h('label', { for: `${field.name}[]_${index}` }, option.text))),
    errorOf(app, field));
}

function checkbox(app, field) {
  return h('div', { class: 'checkbox__wrapper' },
    h('div', { class: 'checkbox__input' }, h('input', {
      type: 'checkbox', id: `${field.name}[]_1`, name: `${field.name}[]`, value: '1', checked: valueOf(app.state, field.name) === 'on',
      onChange: (event) => setValue(app, field.name, event.target.checked ? 'on' : ''),
    })),
    h('label', { for: `${field.name}[]_1` }, field.label, star(field)), errorOf(app, field));
}

start(document.getElementById('app'), newState(), view);
