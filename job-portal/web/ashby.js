// A form that behaves as Ashby's: hashed names, labels tied by `for`, yes and no as buttons, a list
// of towns outside the field. Its page runs nothing that does not carry the page's nonce.

import { h, start } from './layer.js';
import { form, word, newState, valueOf, setValue, setFile, uiOf, fieldsOf, sections, complete, toggled, accepts } from './form.js';
import { send } from './submit.js';
import { searchPlaces } from './places.js';

const TITLE = '_heading_f7cvd_52 _label_1e3gg_42 ashby-application-form-question-title';

function view(app) {
  const { state } = app;
  return h('div', { class: '_root_1kf9d_1' },
    h('h1', { class: 'ashby-job-posting-heading' }, form.job.title),
    h('p', { class: 'ashby-job-posting-brief' }, `${form.job.company} · ${form.job.location}`),
    h('div', { class: '_autofillPane_xd2v0_28 ashby-application-form-autofill-pane', role: 'presentation' },
      h('h2', {}, word('autofill_from_resume')), h('p', {}, word('autofill_note')),
      h('label', { class: '_button_pjyt6_1' }, word('upload_file'), h('input', { class: '_hidden_xd2v0_9', type: 'file', tabindex: '-1', onChange: (event) => prefill(app, event.target.files[0]) }))),
    h('div', { class: '_jobPostingForm_5yu8i_402 ashby-application-form-container' },
      sections().map((section) => drawSection(app, section)),
      h('div', { class: '_bait_5yu8i_7', 'aria-hidden': 'true' },
        h('label', { for: form.honeypot }, 'Homepage'),
        h('input', { id: form.honeypot, name: form.honeypot, type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': true }),
        h('textarea', { id: 'g-recaptcha-response-100000', name: 'g-recaptcha-response', 'data-bait': true })),
      state.failed && h('p', { key: 'failed', class: '_error_1e3gg_9', role: 'alert' }, state.failed),
      h('button', { key: 'submit', class: '_button_pjyt6_1 _primary_pjyt6_2 ashby-application-form-submit-button', type: 'button', disabled: state.sending, onClick: () => submit(app) }, word('submit'))),
    floating(app));
}

function submit(app) {
  if (complete(app, sections().flatMap((section) => fieldsOf(app.state, section)))) send(app);
}

// The upload on top is not the application's résumé: it only guesses the name from the file's.
function prefill(app, file) {
  if (!file) return;
  const guess = file.name.replace(/\.[^.]*$/, '').replace(/[-_.]+/g, ' ').trim();
  app.update((state) => {
    state.values._systemfield_name ||= guess;
  });
}

function drawSection(app, section) {
  return h('div', { key: section.id, class: `_section_5yu8i_86 ashby-application-form-section-container${section.id === 'survey' ? ' ashby-survey-form-container' : ''}` },
    section.title && h('h2', {}, section.title), section.note && h('p', {}, section.note),
    h('div', {}, fieldsOf(app.state, section).map((field) => draw(app, field))));
}

const entryId = (field) => `${form.job.id}_${field.name}`;
const errorOf = (app, field) => app.state.errors[field.name] && h('p', { key: 'error', class: '_error_1e3gg_9' }, app.state.errors[field.name]);

function draw(app, field) {
  const grouped = field.shape === 'radio' || field.shape === 'checkboxes';
  const title = h('label', { class: `${TITLE}${field.required ? ' _required_f7cvd_91' : ''}`, for: field.name }, field.label);
  const help = field.help && h('div', { class: '_description_1e3gg_48' }, h('p', {}, field.help));
  const inner = { yes_no: yesNo, location, file, textarea, radio: choices, checkboxes: choices, date, checkbox }[field.shape] ?? line;
  return h('div', { key: field.name, class: grouped ? null : '_fieldEntry_1e3gg_28 ashby-application-form-field-entry', 'data-field-entry-id': entryId(field), 'data-field-path': field.name },
    grouped ? h('fieldset', { class: '_container_1258i_28 _fieldEntry_1e3gg_28' }, title, help, inner(app, field), errorOf(app, field))
      : field.shape === 'checkbox' ? [inner(app, field), errorOf(app, field)]
        : [title, help, inner(app, field), errorOf(app, field)]);
}

function line(app, field) {
  const type = { email: 'email', tel: 'tel', number: 'number', url: 'url' }[field.shape] ?? 'text';
  const placeholder = { email: 'hello@example.com...', tel: '1-415-555-1234...' }[field.shape] ?? word('type_here');
  return h('div', {}, h('input', {
    class: '_input_80epu_28 _input_1e3gg_32', type, id: field.name, name: field.name, placeholder, required: field.required,
    value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value),
  }));
}

function textarea(app, field) {
  return h('textarea', { class: '_input_80epu_28', id: field.name, name: field.name, rows: '4', placeholder: word('type_here'), required: field.required, value: valueOf(app.state, field.name), onChange: (event) => setValue(app, field.name, event.target.value) });
}

function yesNo(app, field) {
  const chosen = valueOf(app.state, field.name);
  const [yes] = field.options;
  return h('div', { class: '_container_1svni_28 _yesno_1e3gg_148' },
    field.options.map((option) => h('button', {
      key: option.value, type: 'button', class: `_container_pjyt6_1 _option_1svni_32${chosen === option.value ? ' _active_1svni_57' : ''}`,
      onClick: () => setValue(app, field.name, option.value),
    }, option.text)),
    h('input', { key: 'box', class: '_input_1svni_78', type: 'checkbox', tabindex: '-1', name: field.name, checked: chosen === yes.value }));
}

function choices(app, field) {
  const many = field.shape === 'checkboxes';
  const chosen = valueOf(app.state, field.name);
  return h('div', {}, field.options.map((option, index) => {
    const id = `${entryId(field)}-labeled-${many ? 'checkbox' : 'radio'}-${index}`;
    const on = many ? chosen.includes(option.value) : chosen === option.value;
    return h('div', { key: option.value, class: '_option_1258i_34' },
      h('span', { class: '_container_132c8_28', 'data-disabled': 'false' }, h('span', { class: '_circle_132c8_77' }),
        h('input', { id, name: many ? `${entryId(field)}-${index}` : entryId(field), type: many ? 'checkbox' : 'radio', checked: on, onChange: (event) => setValue(app, field.name, many ? toggled(chosen, option.value, event.target.checked) : option.value) })),
      h('label', { class: '_label_1258i_42', for: id }, option.text));
  }));
}

function checkbox(app, field) {
  return h('div', { class: '_option_1258i_34' },
    h('input', { id: field.name, name: field.name, type: 'checkbox', required: field.required, checked: valueOf(app.state, field.name) === 'on', onChange: (event) => setValue(app, field.name, event.target.checked ? 'on' : '') }),
    h('label', { class: `_label_1258i_42${field.required ? ' _required_f7cvd_91' : ''}`, for: field.name }, field.label));
}

function file(app, field) {
  const attached = app.state.files[field.name];
  const take = (files) => files[0] && setFile(app, field.name, files[0]);
  return h('div', {
    class: '_container_10xk4_70', role: 'presentation',
    onDragover: (event) => event.preventDefault(),
    onDrop: (event) => {
      event.preventDefault();
      take(event.dataTransfer.files);
    },
  },
  h('input', { class: '_hidden_xd2v0_9', id: field.name, type: 'file', tabindex: '-1', accept: accepts(field), required: field.required, onChange: (event) => take(event.target.files) }),
  attached ? h('div', { key: 'shown', class: '_file_10xk4_12' }, h('span', {}, attached.name), h('button', { type: 'button', class: '_button_pjyt6_1', 'aria-label': word('remove_file'), onClick: () => setFile(app, field.name, null) }, '×'))
    : h('div', { key: 'choose', class: '_instructions_10xk4_33' }, h('button', { type: 'button', class: '_button_pjyt6_1', onClick: () => document.getElementById(field.name).click() }, word('upload_file'))));
}

// A date is typed in the language's order, or picked from the calendar below; only a whole date is kept.
const DATE_ORDER = { en: ['m', 'd', 'y', '/'], de: ['d', 'm', 'y', '.'], fr: ['d', 'm', 'y', '/'] }[form.lang];

function parseDate(text) {
  const parts = text.trim().split(DATE_ORDER[3]);
  if (parts.length !== 3) return '';
  const at = (letter) => parts[DATE_ORDER.indexOf(letter)];
  const iso = `${at('y').padStart(4, '0')}-${at('m').padStart(2, '0')}-${at('d').padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return at('y').length === 4 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : '';
}

function showDate(iso) {
  const [y, m, d] = iso.split('-');
  const parts = { y, m, d };
  return DATE_ORDER.slice(0, 3).map((letter) => parts[letter]).join(DATE_ORDER[3]);
}

function date(app, field) {
  const ui = uiOf(app.state, field.name);
  const kept = valueOf(app.state, field.name);
  return h('div', { class: 'react-datepicker-wrapper' },
    h('div', { class: 'react-datepicker__input-container' }, h('input', {
      class: '_input_80epu_28', type: 'text', id: field.name, name: field.name, placeholder: word('date_format'), autocomplete: 'off', required: field.required,
      value: ui.typed ?? (kept ? showDate(kept) : ''),
      onChange: (event) => {
        const typed = event.target.value;
        setValue(app, field.name, parseDate(typed));
        app.update(() => Object.assign(ui, { typed }));
      },
      onFocusin: () => app.update(() => Object.assign(ui, { open: true, month: ui.month ?? (kept || todayIso()).slice(0, 7) })),
      // What is no date is not kept, and is not left standing either.
      onFocusout: () => app.update(() => Object.assign(ui, { open: false, typed: undefined })),
    })),
    ui.open && calendar(app, field, ui));
}

const todayIso = () => new Date().toISOString().slice(0, 10);

function calendar(app, field, ui) {
  const [year, month] = ui.month.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const turn = (by) => app.update(() => {
    ui.month = new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7);
  });
  const pick = (day) => {
    setValue(app, field.name, `${ui.month}-${String(day).padStart(2, '0')}`);
    app.update(() => Object.assign(ui, { open: false, typed: undefined }));
  };
  return h('div', { key: 'calendar', class: 'react-datepicker', onMousedown: (event) => event.preventDefault() },
    h('div', { class: 'react-datepicker__header' },
      h('button', { type: 'button', 'aria-label': '‹', onClick: () => turn(-1) }, '‹'), h('span', {}, ui.month), h('button', { type: 'button', 'aria-label': '›', onClick: () => turn(1) }, '›')),
    h('div', { class: 'react-datepicker__month' }, Array.from({ length: days }, (_, index) => h('div', { key: `${ui.month}-${index}`, class: 'react-datepicker__day', role: 'option', tabindex: '-1', onClick: () => pick(index + 1) }, String(index + 1)))));
}

function location(app, field) {
  const ui = uiOf(app.state, field.name);
  return h('div', { class: '_inputContainer_d7ago_28' },
    h('input', {
      class: '_input_d7ago_28', role: 'combobox', placeholder: word('start_typing'), 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-expanded': String(Boolean(ui.open)),
      'aria-controls': ui.open ? 'floating-places' : null, value: ui.typed ?? valueOf(app.state, field.name),
      onChange: (event) => {
        const typed = event.target.value;
        app.update(() => Object.assign(ui, { typed, open: true, places: undefined, field: field.name }));
        searchPlaces(ui, typed, (places) => app.update(() => Object.assign(ui, { places })));
      },
      // What was typed but not picked is gone.
      onFocusout: () => app.update(() => Object.assign(ui, { open: false, typed: undefined })),
    }),
    h('button', { type: 'button', class: '_container_pjyt6_1 _toggleButton_d7ago_32', tabindex: '-1', 'aria-label': '▾' }, '▾'));
}

// The list of towns is drawn at the page's end, not inside its field.
function floating(app) {
  const open = Object.values(app.state.ui).find((ui) => ui.open && ui.field);
  if (!open) return null;
  const pick = (place) => {
    setValue(app, open.field, place);
    app.update(() => Object.assign(open, { open: false, typed: undefined }));
  };
  return h('div', { key: 'floating', class: '_floatingContainer_d7ago_60', role: 'listbox', id: 'floating-places', onMousedown: (event) => event.preventDefault() },
    open.places === undefined ? h('div', { key: 'wait', class: '_notice_d7ago_70' }, word('loading'))
      : open.places.length === 0 ? h('div', { key: 'none', class: '_notice_d7ago_70' }, word('no_options'))
        : open.places.map((place) => h('div', { key: place, class: '_result_d7ago_80', role: 'option', 'aria-selected': 'false', onClick: () => pick(place) }, place)));
}

start(document.getElementById('app'), newState(), view);
