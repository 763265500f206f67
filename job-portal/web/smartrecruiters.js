// A form that behaves as SmartRecruiters': custom elements, open shadow roots inside one another;
// rows of experience and education under an "Add" of their section.

import { form, word, newState, fieldsOf, rowFields, addRow, removeRow, sections, complete } from './form.js';
import { send } from './submit.js';
import { make } from './smartrecruiters-fields.js';

const app = {
  state: newState(),
  update(change) {
    change?.(this.state);
    document.querySelector('sr-application')?.tell();
  },
};

const fieldNode = (field) => Object.assign(document.createElement('sr-field'), { field, app });

/** The whole form, with the button that sends it. */
class Application extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const style = ':host { display: block; max-width: 760px; margin: 0 auto; padding: 24px; } .send { padding: 12px 28px; border: 0; border-radius: 4px; background: #0b6e4f; color: #fff; font: inherit; font-weight: 600; } [role=alert] { color: #b3261e; }';
    root.append(make('style', {}, style),
      make('h1', {}, form.job.title), make('p', {}, `${form.job.company} · ${form.job.location}`),
      ...sections().map((section) => Object.assign(document.createElement('sr-section'), { section })),
      make('p', { class: 'failed', role: 'alert' }),
      make('button', { type: 'button', class: 'send', 'data-test': 'footer-submit', onclick: () => this.submit() }, word('submit')));
  }

  submit() {
    if (complete(app, sections().flatMap((section) => fieldsOf(app.state, section)))) send(app);
  }

  /** Puts mistakes beside their fields. */
  tell() {
    this.shadowRoot.querySelector('.failed').textContent = app.state.failed;
    for (const section of this.shadowRoot.querySelectorAll('sr-section')) section.tell();
  }
}

/** A section: its fields, or its rows and the button that adds one. */
class Section extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const { section } = this;
    const style = ':host { display: block; padding: 12px 0; border-top: 1px solid #cfd6de; } button { padding: 6px 16px; font: inherit; } .row { padding: 0 14px; margin: 10px 0; border: 1px solid #cfd6de; border-radius: 4px; }';
    root.append(make('style', {}, style), make('h2', { id: 'title' }, section.title), make('div', { class: 'fields' }));
    if (section.rows) root.append(make('button', { type: 'button', class: 'add', 'aria-label': `${word('add')} ${section.title}`, onclick: () => this.add() }, word('add')));
    else this.fill(root.querySelector('.fields'), () => fieldsOf(app.state, section));
  }

  // Fields appear and go as answers ask for them; those that stay are the same elements.
  fill(place, wanted) {
    const there = new Map([...place.querySelectorAll('sr-field')].map((node) => [node.field.name, node]));
    place.replaceChildren(...wanted().map((field) => there.get(field.name) ?? fieldNode(field)), ...place.querySelectorAll('.remove'));
  }

  add() {
    const { section } = this;
    const row = addRow(app.state, section);
    const place = make('div', { class: 'row', role: 'group', 'aria-label': section.title, 'data-row': String(row) }, make('button', {
      type: 'button', class: 'remove', 'aria-label': `${word('delete')} ${section.title}`, onclick: () => {
        removeRow(app.state, section, row);
        place.remove();
      },
    }, word('delete')));
    this.shadowRoot.querySelector('.fields').append(place);
    this.fill(place, () => rowFields(app.state, section, row));
  }

  tell() {
    for (const place of this.shadowRoot.querySelectorAll('.row')) {
      const wanted = rowFields(app.state, this.section, Number(place.dataset.row));
      if (wanted.length !== place.querySelectorAll('sr-field').length) this.fill(place, () => wanted);
    }
    for (const field of this.shadowRoot.querySelectorAll('sr-field')) field.tell();
  }
}

customElements.define('sr-section', Section);
customElements.define('sr-application', Application);
document.getElementById('app').append(document.createElement('sr-application'), make('div', { class: 'bait', 'aria-hidden': 'true' },
  make('label', { for: form.honeypot }, 'Initials'), make('input', { id: form.honeypot, name: form.honeypot, type: 'text', tabindex: '-1', autocomplete: 'off', 'data-bait': '' })));
