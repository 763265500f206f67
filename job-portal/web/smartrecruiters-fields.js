// The fields of a form like SmartRecruiters': each a custom element whose control is in its shadow
// root, some of them in another custom element's shadow root below that.

import { word, valueOf, setValue, setFile, toggled, accepts } from './form.js';
import { searchPlaces } from './places.js';

const STYLE = ':host { display: block; margin: 14px 0; } label, legend { display: block; font-weight: 600; } fieldset { border: 0; padding: 0; margin: 0; } input:not([type=checkbox]):not([type=radio]):not([type=file]), textarea, select { padding: 8px 10px; border: 1px solid #9aa5b1; border-radius: 4px; min-width: 240px; font: inherit; } select + select { min-width: 100px; } .inline { display: inline-block; font-weight: 400; margin: 0 14px 0 6px; } .error { color: #b3261e; font-size: 14px; } ul { margin: 0; padding: 0; list-style: none; border: 1px solid #cfd6de; } li { padding: 6px 10px; cursor: pointer; }';

/** Makes an element with attributes, listeners (`on…`) and children. */
export function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name in node && typeof value !== 'string') node[name] = value;
    else if (value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

/** One question: label and control in its own shadow root. */
class Field extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const { field } = this;
    const star = field.required ? ' *' : '';
    const draw = { radio: group, checkboxes: group, month: months, checkbox: box, select, textarea, location: place, file }[field.shape] ?? line;
    root.append(make('style', {}, STYLE), ...[draw(this, `${field.label}${star}`)].flat(), make('div', { class: 'error', role: 'alert' }));
    this.tell();
  }

  /** Shows what is wrong, or that nothing is. */
  tell() {
    const place = this.shadowRoot?.querySelector('.error');
    if (place) place.textContent = this.app.state.errors[this.field.name] ?? '';
  }

  get value() {
    return valueOf(this.app.state, this.field.name);
  }

  keep(value) {
    setValue(this.app, this.field.name, value);
  }
}

const labelled = (host, label, control) => [make('label', { for: control.id }, label), control];

function line(host, label) {
  const type = { email: 'email', tel: 'tel', url: 'url', number: 'number' }[host.field.shape] ?? 'text';
  const control = make('input', { id: host.field.own ?? host.field.name, type, 'aria-required': String(host.field.required), oninput: (event) => host.keep(event.target.value) });
  control.value = host.value;
  return labelled(host, label, control);
}

function textarea(host, label) {
  const control = make('textarea', { id: host.field.own ?? host.field.name, rows: '4', oninput: (event) => host.keep(event.target.value) });
  control.value = host.value;
  return labelled(host, label, control);
}

function select(host, label) {
  const options = [make('option', { value: '' }, word('select')), ...host.field.options.map((option) => make('option', { value: option.value }, option.text))];
  const control = make('select', { id: host.field.name, onchange: (event) => host.keep(event.target.value) }, options);
  control.value = host.value;
  return labelled(host, label, control);
}

function box(host, label) {
  const control = make('input', { id: host.field.own ?? host.field.name, type: 'checkbox', onchange: (event) => host.keep(event.target.checked ? 'on' : '') });
  control.checked = host.value === 'on';
  return [control, make('label', { class: 'inline', for: control.id }, label)];
}

/** The question stands in this root, its answers one root further down. */
function group(host, label) {
  const answers = make('sr-answers', {});
  answers.host = host;
  return make('fieldset', {}, make('legend', {}, label), answers);
}

class Answers extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const { host } = this;
    const many = host.field.shape === 'checkboxes';
    const root = this.attachShadow({ mode: 'open' });
    root.append(make('style', {}, STYLE), ...host.field.options.flatMap((option, index) => {
      const id = `answer-${index}`;
      const control = make('input', { id, type: many ? 'checkbox' : 'radio', name: host.field.name, value: option.value, onchange: (event) => host.keep(many ? toggled(host.value, option.value, event.target.checked) : option.value) });
      return [control, make('label', { class: 'inline', for: id }, option.text)];
    }));
  }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A month as two lists; kept when both are chosen. */
function months(host, label) {
  const two = (number) => String(number).padStart(2, '0');
  const keep = () => host.keep(month.value && year.value ? `${year.value}-${month.value}` : '');
  const month = make('select', { 'aria-label': `${host.field.label} ${word('month')}`, onchange: keep }, make('option', { value: '' }, word('month')), MONTHS.map((name, index) => make('option', { value: two(index + 1) }, name)));
  const year = make('select', { 'aria-label': `${host.field.label} ${word('year')}`, onchange: keep }, make('option', { value: '' }, word('year')), Array.from({ length: 60 }, (_, index) => make('option', { value: String(2030 - index) }, String(2030 - index))));
  const [keptYear, keptMonth] = host.value.split('-');
  month.value = keptMonth ?? '';
  year.value = keptYear ?? '';
  return make('fieldset', {}, make('legend', {}, label), month, year);
}

/** A place: searched while somebody types, kept only when picked from the list. */
function place(host, label) {
  const ui = {};
  const list = make('ul', { id: 'places', role: 'listbox', hidden: true });
  const close = () => {
    list.hidden = true;
    control.setAttribute('aria-expanded', 'false');
  };
  const pick = (text) => {
    control.value = text;
    host.keep(text);
    close();
  };
  const show = (places) => {
    list.replaceChildren(...places.map((text) => make('li', { role: 'option', 'aria-selected': 'false', onmousedown: (event) => event.preventDefault(), onclick: () => pick(text) }, text)));
    list.hidden = places.length === 0;
    control.setAttribute('aria-expanded', String(places.length > 0));
  };
  const control = make('input', {
    id: host.field.name, type: 'text', role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': 'places', 'aria-expanded': 'false',
    oninput: () => searchPlaces(ui, control.value, show),
    onkeydown: (event) => event.key === 'Escape' && close(),
    onblur: () => {
      control.value = host.value;
      close();
    },
  });
  control.value = host.value;
  return [...labelled(host, label, control), list];
}

function file(host, label) {
  const shown = make('p', { class: 'file-name' });
  const take = (files) => {
    if (!files[0]) return;
    setFile(host.app, host.field.name, files[0]);
    shown.textContent = files[0].name;
  };
  const control = make('input', { id: host.field.name, type: 'file', accept: accepts(host.field), onchange: () => take(control.files) });
  const zone = make('div', {
    ondragover: (event) => event.preventDefault(),
    ondrop: (event) => {
      event.preventDefault();
      take(event.dataTransfer.files);
    },
  }, control, shown);
  return [make('label', { for: control.id }, label), zone];
}

customElements.define('sr-field', Field);
customElements.define('sr-answers', Answers);
