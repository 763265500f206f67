// Lists as five libraries have them. What opens is drawn at the page's end, except downshift's.

import { h } from './layer.js';
import { word, valueOf, setValue, uiOf, chosenText, toggled } from './form.js';

const openOf = (app) => app.state.ui.list;
const openList = (app, kind, field) => app.update((state) => {
  state.ui.list = { kind, field, query: '', from: 0 };
});
const closeList = (app) => app.update((state) => {
  state.ui.list = null;
});
const isOpen = (app, field) => openOf(app)?.field.name === field.name;
const matching = (field, query) => field.options.filter((option) => option.text.toLowerCase().includes(query.toLowerCase()));

/** select2: the native select stays, out of sight, and is the truth; a box shows it and opens a list with a search field. */
export function select2(app, field) {
  const value = valueOf(app.state, field.name);
  const toggle = () => (isOpen(app, field) ? closeList(app) : openList(app, 'select2', field));
  return h('div', { class: 's2' },
    h('select', {
      id: field.name, name: field.name, class: 'select2-hidden-accessible', tabindex: '-1', 'aria-hidden': 'true', 'data-select2-id': field.name, value, onChange: (event) => setValue(app, field.name, event.target.value),
    }, h('option', { value: '' }), field.options.map((option) => h('option', { value: option.value }, option.text))),
    h('span', { class: `select2 select2-container select2-container--default${isOpen(app, field) ? ' select2-container--open' : ''}`, dir: 'ltr' },
      h('span', { class: 'selection' }, h('span', {
        class: 'select2-selection select2-selection--single', role: 'combobox', 'aria-haspopup': 'true', 'aria-expanded': String(isOpen(app, field)), tabindex: '0', 'aria-labelledby': `select2-${field.name}-container`,
        onMousedown: (event) => {
          event.preventDefault();
          toggle();
        },
        onKeydown: (event) => {
          if (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowDown') openList(app, 'select2', field);
        },
      }, h('span', { class: 'select2-selection__rendered', id: `select2-${field.name}-container`, role: 'textbox', 'aria-readonly': 'true', title: chosenText(field, value) || null },
        value ? chosenText(field, value) : h('span', { class: 'select2-selection__placeholder' }, word('select_one'))), h('span', { class: 'select2-selection__arrow', role: 'presentation' }, h('b', {}))))));
}

function select2List(app, { field, query }) {
  const pick = (option) => {
    setValue(app, field.name, option.value);
    closeList(app);
  };
  return h('span', { key: 'select2', class: 'select2-container select2-container--open wg-drop' }, h('span', { class: 'select2-dropdown' },
    h('span', { class: 'select2-search select2-search--dropdown' }, h('input', {
      class: 'select2-search__field', type: 'search', tabindex: '0', autocomplete: 'off', role: 'searchbox', 'aria-autocomplete': 'list', 'aria-controls': `select2-${field.name}-results`, value: query,
      onChange: (event) => app.update((state) => {
        state.ui.list.query = event.target.value;
      }),
      onKeydown: (event) => {
        if (event.key === 'Escape') closeList(app);
        if (event.key === 'Enter' && matching(field, query)[0]) {
          event.preventDefault();
          pick(matching(field, query)[0]);
        }
      },
    })),
    h('span', { class: 'select2-results' }, h('ul', { class: 'select2-results__options', role: 'listbox', id: `select2-${field.name}-results`, 'aria-expanded': 'true' },
      matching(field, query).map((option) => h('li', { key: option.value, class: 'select2-results__option select2-results__option--selectable', role: 'option', 'aria-selected': String(option.value === valueOf(app.state, field.name)), onMouseup: () => pick(option) }, option.text)))),
    h('span', { class: 'wg-none' }, matching(field, query).length === 0 && word('no_options'))));
}

const ANT_ROW_PX = 28;
const ANT_SHOWN = 8;

/** Ant Design: opens on mousedown; the list draws only what is in sight, and keeps a second, unseen one for screen readers. */
export function ant(app, field) {
  const value = valueOf(app.state, field.name);
  const open = isOpen(app, field);
  return h('div', {
    class: `ant-select ant-select-single ant-select-show-search${open ? ' ant-select-open' : ''}`,
    onMousedown: (event) => {
      if (event.target.tagName !== 'INPUT') event.preventDefault();
      if (!open) openList(app, 'ant', field);
    },
  }, h('div', { class: 'ant-select-selector' },
    h('span', { class: 'ant-select-selection-search' }, h('input', {
      id: field.name, class: 'ant-select-selection-search-input', type: 'search', role: 'combobox', autocomplete: 'off', 'aria-haspopup': 'listbox', 'aria-expanded': String(open), 'aria-owns': `${field.name}_list`, 'aria-autocomplete': 'list', 'aria-controls': `${field.name}_list`, value: open ? openOf(app).query : '',
      onChange: (event) => app.update((state) => {
        if (!isOpen(app, field)) state.ui.list = { kind: 'ant', field, query: '', from: 0 };
        Object.assign(state.ui.list, { query: event.target.value, from: 0 });
      }),
      onKeydown: (event) => event.key === 'Escape' && closeList(app),
      onFocusout: () => isOpen(app, field) && closeList(app),
    })),
    value ? h('span', { key: 'item', class: 'ant-select-selection-item', title: chosenText(field, value) }, chosenText(field, value))
      : h('span', { key: 'placeholder', class: 'ant-select-selection-placeholder' }, word('select_one'))));
}

function antList(app, { field, query, from }) {
  const found = matching(field, query);
  const first = Math.max(0, Math.min(from, found.length - ANT_SHOWN));
  const pick = (option) => {
    setValue(app, field.name, option.value);
    closeList(app);
  };
  return h('div', { key: `ant-${query}`, class: 'ant-select-dropdown wg-drop', onMousedown: (event) => event.preventDefault() },
    h('div', { role: 'listbox', id: `${field.name}_list`, class: 'visually-hidden' }, found.slice(first, first + 2).map((option, index) => h('div', { key: option.value, role: 'option', id: `${field.name}_list_${index}`, 'aria-selected': 'false' }, option.value))),
    h('div', { class: 'rc-virtual-list' }, h('div', {
      class: 'rc-virtual-list-holder', onScroll: (event) => app.update((state) => {
        if (state.ui.list) state.ui.list.from = Math.floor(event.target.scrollTop / ANT_ROW_PX);
      }),
    }, h('div', { style: `height:${found.length * ANT_ROW_PX}px;position:relative` },
      found.slice(first, first + ANT_SHOWN + 2).map((option, index) => h('div', { key: option.value, class: `ant-select-item ant-select-item-option${option.value === valueOf(app.state, field.name) ? ' ant-select-item-option-selected' : ''}`, title: option.text, style: `top:${(first + index) * ANT_ROW_PX}px`, 'aria-selected': 'false', onClick: () => pick(option) },
        h('div', { class: 'ant-select-item-option-content' }, option.text)))))),
    found.length === 0 && h('div', { key: 'empty', class: 'ant-empty' }, word('no_options')));
}

/** MUI's Select: a div that opens on mousedown, a hidden input, and a list over a backdrop. */
export function mui(app, field) {
  const value = valueOf(app.state, field.name);
  const open = isOpen(app, field);
  return h('div', { class: 'MuiInputBase-root MuiOutlinedInput-root MuiSelect-root' },
    h('div', {
      id: field.name, tabindex: '0', role: 'combobox', class: 'MuiSelect-select MuiSelect-outlined MuiInputBase-input', 'aria-haspopup': 'listbox', 'aria-expanded': String(open), 'aria-controls': open ? `menu-${field.name}` : null, 'aria-labelledby': `${field.name}-label ${field.name}`,
      onMousedown: (event) => {
        if (event.button) return;
        event.preventDefault();
        openList(app, 'mui', field);
      },
      onKeydown: (event) => {
        if (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowDown') openList(app, 'mui', field);
      },
    }, chosenText(field, value) || h('span', { class: 'notranslate', 'aria-hidden': 'true' }, '\u200b')),
    h('input', { class: 'MuiSelect-nativeInput', 'aria-hidden': 'true', tabindex: '-1', name: field.name, value, onChange: () => undefined }));
}

function muiList(app, { field }) {
  const pick = (option) => {
    setValue(app, field.name, option.value);
    closeList(app);
  };
  return h('div', { key: 'mui', role: 'presentation', class: 'MuiPopover-root MuiMenu-root MuiModal-root', id: `menu-${field.name}`, onKeydown: (event) => event.key === 'Escape' && closeList(app) },
    h('div', { class: 'MuiBackdrop-root', 'aria-hidden': 'true', onClick: () => closeList(app) }),
    h('div', { class: 'MuiPaper-root wg-drop', tabindex: '-1' }, h('ul', { class: 'MuiList-root', role: 'listbox', tabindex: '-1', 'aria-labelledby': `${field.name}-label` },
      field.options.map((option) => h('li', { key: option.value, class: 'MuiMenuItem-root', tabindex: '-1', role: 'option', 'aria-selected': String(option.value === valueOf(app.state, field.name)), 'data-value': option.value, onClick: () => pick(option) }, option.text)))));
}

/** downshift: the list element is always there; its options only while it is open. Typing filters. */
export function downshift(app, field) {
  const ui = uiOf(app.state, field.name);
  const value = valueOf(app.state, field.name);
  const found = matching(field, ui.typed ?? '');
  const close = () => app.update(() => Object.assign(ui, { open: false, typed: undefined }));
  const pick = (option) => {
    setValue(app, field.name, option.value);
    close();
  };
  return h('div', { class: 'ds' },
    h('input', {
      id: field.name, role: 'combobox', type: 'text', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-controls': `downshift-${field.name}-menu`, 'aria-expanded': String(Boolean(ui.open)), 'aria-labelledby': `${field.name}-label`, value: ui.typed ?? chosenText(field, value),
      onClick: () => app.update(() => Object.assign(ui, { open: true })),
      onChange: (event) => app.update(() => Object.assign(ui, { open: true, typed: event.target.value })),
      onKeydown: (event) => {
        if (event.key === 'ArrowDown') app.update(() => Object.assign(ui, { open: true }));
        if (event.key === 'Enter' && ui.open && found[0]) {
          event.preventDefault();
          pick(found[0]);
        }
        if (event.key === 'Escape') close();
      },
      // What was typed but not picked is gone.
      onFocusout: close,
    }),
    h('button', { type: 'button', tabindex: '-1', 'aria-label': 'toggle menu', 'aria-expanded': String(Boolean(ui.open)), 'aria-controls': `downshift-${field.name}-menu`, onMousedown: (event) => event.preventDefault(), onClick: () => app.update(() => Object.assign(ui, { open: !ui.open })) }, '▾'),
    h('ul', { id: `downshift-${field.name}-menu`, role: 'listbox', 'aria-labelledby': `${field.name}-label`, onMousedown: (event) => event.preventDefault() },
      ui.open && found.map((option, index) => h('li', { key: option.value, id: `downshift-${field.name}-item-${index}`, role: 'option', 'aria-selected': String(option.value === value), onClick: () => pick(option) }, option.text))));
}

/** React-Select for several answers: chips before the text, each with a cross. */
export function chips(app, field) {
  const ui = uiOf(app.state, field.name);
  const chosen = [valueOf(app.state, field.name)].flat().filter(Boolean);
  const found = matching(field, ui.typed ?? '').filter((option) => !chosen.includes(option.value));
  const set = (list) => setValue(app, field.name, list);
  const pick = (option) => {
    set(toggled(chosen, option.value, true));
    app.update(() => Object.assign(ui, { typed: '', open: false }));
  };
  return h('div', { class: 'select__container' },
    h('div', {
      class: 'select__control', onMousedown: (event) => {
        if (event.target.closest('.select__multi-value__remove')) return;
        if (event.target.tagName !== 'INPUT') event.preventDefault();
        app.update(() => Object.assign(ui, { open: !ui.open }));
        app.afterDrawing(() => document.getElementById(field.name)?.focus());
      },
    }, h('div', { class: 'select__value-container select__value-container--is-multi' },
      chosen.map((value) => h('div', { key: value, class: 'select__multi-value' }, h('div', { class: 'select__multi-value__label' }, value), h('div', { role: 'button', class: 'select__multi-value__remove', 'aria-label': `Remove ${value}`, onClick: () => set(toggled(chosen, value, false)) }, '×'))),
      h('div', { key: 'input', class: 'select__input-container' }, h('input', {
        id: field.name, class: 'select__input', type: 'text', role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': String(Boolean(ui.open)), 'aria-haspopup': 'true', 'aria-controls': ui.open ? `react-select-${field.name}-listbox` : null, value: ui.typed ?? '',
        onChange: (event) => app.update(() => Object.assign(ui, { typed: event.target.value, open: true })),
        onKeydown: (event) => {
          if (event.key === 'Enter' && ui.open && found[0]) {
            event.preventDefault();
            pick(found[0]);
          } else if (event.key === 'Backspace' && !ui.typed && chosen.length) set(chosen.slice(0, -1));
          else if (event.key === 'Escape') app.update(() => Object.assign(ui, { open: false }));
        },
        onFocusout: () => app.update(() => Object.assign(ui, { open: false, typed: '' })),
      })))),
    ui.open && h('div', { key: 'menu', class: 'select__menu', onMousedown: (event) => event.preventDefault() }, h('div', { class: 'select__menu-list', role: 'listbox', id: `react-select-${field.name}-listbox`, 'aria-multiselectable': 'true' },
      found.length === 0 ? h('div', { key: 'none', class: 'select__menu-notice select__menu-notice--no-options' }, word('no_options'))
        : found.map((option, index) => h('div', { key: option.value, id: `react-select-${field.name}-option-${index}`, class: 'select__option', role: 'option', tabindex: '-1', 'aria-selected': 'false', onClick: () => pick(option) }, option.text)))));
}

/** A press outside of an open select2 closes it. */
export function pressedOutside(app, event) {
  if (openOf(app)?.kind === 'select2' && !event.target.closest('.select2-container, .wg-select2')) closeList(app);
}

/** The list that is open, of those that are drawn at the page's end. */
export function lists(app) {
  const open = openOf(app);
  return open ? { select2: select2List, ant: antList, mui: muiList }[open.kind](app, open) : null;
}
