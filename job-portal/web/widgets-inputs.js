// An editor, a zone for several files, yes and no as one divided button, a place that is searched.

import { h } from './layer.js';
import { word, valueOf, setValue, uiOf, accepts } from './form.js';
import { searchPlaces } from './places.js';

/** Quill: paragraphs in an editable div. The page reads them when they change; the form never writes there while it has the focus. */
export function quill(app, field) {
  const ui = uiOf(app.state, field.name);
  const read = (node) => [...node.children].map((line) => line.textContent).join('\n').trim() || node.textContent.trim();
  const keep = (event, node) => setValue(app, field.name, read(node));
  ui.observed ??= app.afterDrawing(() => observe(app, field)) ?? true;
  return h('div', { class: 'ql-container ql-snow' },
    h('div', { class: 'ql-toolbar', role: 'toolbar' }, ['B', 'I', 'U'].map((letter) => h('button', { type: 'button', tabindex: '-1', class: `ql-${letter}` }, letter))),
    h('div', { id: field.name, class: 'ql-editor ql-blank', contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${field.name}-label`, 'data-placeholder': word('type_here'), onInput: keep, onFocusout: keep }),
    h('div', { class: 'ql-clipboard', contenteditable: 'true', tabindex: '-1', 'aria-hidden': 'true' }));
}

// Quill notices changes by watching its nodes, not by events, and wraps loose text into paragraphs.
function observe(app, field) {
  const editor = document.getElementById(field.name);
  if (!editor) return;
  if (!editor.firstChild) editor.append(Object.assign(document.createElement('p'), { innerHTML: '<br>' }));
  new MutationObserver(() => {
    for (const node of [...editor.childNodes]) {
      if (node.nodeType !== Node.TEXT_NODE) continue;
      const line = document.createElement('p');
      node.replaceWith(line);
      line.append(node);
    }
    editor.classList.toggle('ql-blank', !editor.textContent);
    setValue(app, field.name, [...editor.children].map((line) => line.textContent).join('\n').trim());
  }).observe(editor, { childList: true, subtree: true, characterData: true });
}

/** Dropzone: a zone that takes drops; its file input is at the page's end, without size, and is made anew for every pick. */
export function dropzone(app, field) {
  const files = app.state.files[field.name] ?? [];
  return h('div', {
    id: field.name, class: `dropzone dz-clickable${files.length ? ' dz-started' : ''}`, 'aria-labelledby': `${field.name}-label`,
    onDragover: (event) => event.preventDefault(),
    onDrop: (event) => {
      event.preventDefault();
      takeFiles(app, field, event.dataTransfer.files);
    },
    onClick: (event) => event.target.closest('.dz-remove') || document.getElementById(`dz-${field.name}`)?.click(),
  }, h('div', { key: 'message', class: 'dz-default dz-message' }, h('button', { class: 'dz-button', type: 'button' }, word('drop_files'))),
  files.map((file, index) => h('div', { key: `${index}-${file.name}`, class: 'dz-preview dz-file-preview dz-complete dz-success' }, h('div', { class: 'dz-details' }, h('div', { class: 'dz-filename' }, h('span', { 'data-dz-name': '' }, file.name))), h('a', { class: 'dz-remove', href: '#', onClick: (event) => {
    event.preventDefault();
    setFiles(app, field, files.filter((other) => other !== file));
  } }, word('remove_file')))));
}

function setFiles(app, field, files) {
  app.update((state) => {
    state.files[field.name] = files;
    delete state.errors[field.name];
  });
}

function takeFiles(app, field, picked) {
  setFiles(app, field, [...(app.state.files[field.name] ?? []), ...picked]);
  app.update((state) => {
    state.ui.picks = (state.ui.picks ?? 0) + 1;
  });
}

/** The zones' file inputs, at the page's end. */
export function hiddenInputs(app) {
  const zones = [...document.querySelectorAll('.dropzone')];
  app.state.ui.zones ??= app.afterDrawing(() => app.update()) ?? true;
  return zones.map((zone) => h('input', {
    key: `${zone.id}-${app.state.ui.picks ?? 0}`, id: `dz-${zone.id}`, type: 'file', class: 'dz-hidden-input', multiple: true, tabindex: '-1', accept: accepts({ accept: ['pdf', 'doc', 'docx', 'txt', 'rtf'] }),
    onChange: (event) => takeFiles(app, { name: zone.id }, event.target.files),
  }));
}

/** A divided button: one part is pressed at a time. */
export function segmented(app, field) {
  const chosen = valueOf(app.state, field.name);
  return h('div', { id: field.name, class: 'segmented', role: 'radiogroup', 'aria-labelledby': `${field.name}-label` }, field.options.map((option) => h('button', {
    key: option.value, type: 'button', role: 'radio', class: `segment${chosen === option.value ? ' segment-on' : ''}`, 'aria-checked': String(chosen === option.value), onClick: () => setValue(app, field.name, option.value),
  }, option.text)));
}

/** A place: answers come from the server while somebody types; what was not picked is gone. */
export function typeahead(app, field) {
  const ui = uiOf(app.state, field.name);
  const pick = (place) => {
    setValue(app, field.name, place);
    app.update(() => Object.assign(ui, { open: false, typed: undefined }));
  };
  return h('div', { class: 'ta' },
    h('input', {
      id: field.name, type: 'text', role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': String(Boolean(ui.open)), 'aria-controls': `${field.name}-places`, value: ui.typed ?? valueOf(app.state, field.name),
      onChange: (event) => {
        const typed = event.target.value;
        app.update(() => Object.assign(ui, { typed, open: true, places: undefined }));
        searchPlaces(ui, typed, (places) => app.update(() => Object.assign(ui, { places })));
      },
      onKeydown: (event) => event.key === 'Escape' && app.update(() => Object.assign(ui, { open: false })),
      onFocusout: () => app.update(() => Object.assign(ui, { open: false, typed: undefined })),
    }),
    ui.open && h('ul', { key: 'places', id: `${field.name}-places`, role: 'listbox', onMousedown: (event) => event.preventDefault() },
      ui.places === undefined ? h('li', { key: 'wait', class: 'ta-loading', 'aria-busy': 'true' }, word('loading'))
        : ui.places.length === 0 ? h('li', { key: 'none' }, word('no_options'))
          : ui.places.map((place) => h('li', { key: place, role: 'option', 'aria-selected': 'false', onClick: () => pick(place) }, place))));
}
