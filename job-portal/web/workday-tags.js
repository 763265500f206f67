// Workday's multi-select: several answers as items that can be deleted, and a list that is longer
// than what it draws: only options in sight are in the page.

import { h } from './layer.js';
import { word, valueOf, setValue, uiOf, toggled } from './form.js';

const ROW_PX = 32;
const SHOWN = 6;

const chosenOf = (app, field) => [valueOf(app.state, field.name)].flat().filter(Boolean);

/** The answers, each with a button that takes it away. */
export function pickedTags(app, field) {
  const chosen = chosenOf(app, field);
  if (chosen.length === 0) return null;
  return h('ul', { key: 'chosen', role: 'listbox', 'data-automation-id': 'selectedItemList', 'aria-label': `${chosen.length} items selected` },
    chosen.map((value) => h('li', { key: value, 'data-automation-id': 'menuItem', role: 'presentation' },
      h('div', { 'data-automation-id': 'selectedItem', role: 'option', 'aria-selected': 'true', title: value }, h('p', { 'data-automation-id': 'promptOption' }, value),
        h('button', { type: 'button', 'data-automation-id': 'DELETE_charm', 'aria-label': `${word('delete')} ${value}`, onClick: (event) => {
          event.stopPropagation();
          setValue(app, field.name, toggled(chosen, value, false));
        } }, '×')))));
}

/** The open list; it stays open while options are picked. */
export function tagList(app, field, query) {
  const ui = uiOf(app.state, field.name);
  const chosen = chosenOf(app, field);
  const found = field.options.filter((option) => option.text.toLowerCase().includes(query.toLowerCase()));
  if (ui.listQuery !== query) Object.assign(ui, { listQuery: query, from: 0 });
  const from = Math.max(0, Math.min(ui.from ?? 0, found.length - SHOWN));
  const pick = (option) => setValue(app, field.name, toggled(chosen, option.value, !chosen.includes(option.value)));
  return h('div', { key: `${field.name}-${query}`, class: 'wd-popup', 'data-automation-id': 'activeListContainer', 'data-associated-widget': `${field.name}-widget`, role: 'listbox', 'aria-multiselectable': 'true' },
    found.length === 0 ? h('p', { key: 'none' }, word('no_options'))
      : h('div', {
        key: 'grid', class: 'ReactVirtualized__Grid wd-virtual', tabindex: '0', 'aria-label': 'grid',
        onScroll: (event) => app.update(() => {
          ui.from = Math.floor(event.target.scrollTop / ROW_PX);
        }),
      },
      h('div', { class: 'ReactVirtualized__Grid__innerScrollContainer', style: `height:${found.length * ROW_PX}px` },
        found.slice(from, from + SHOWN + 2).map((option, index) => h('div', {
          key: option.value, class: 'wd-virtual-row', style: `top:${(from + index) * ROW_PX}px`, role: 'option', 'aria-selected': String(chosen.includes(option.value)), 'aria-setsize': found.length, 'aria-posinset': from + index + 1, 'data-automation-id': 'menuItem', onClick: () => pick(option),
        },
        h('div', { 'data-automation-id': 'promptLeafNode' }, h('input', { type: 'checkbox', tabindex: '-1', 'aria-hidden': 'true', 'data-automation-id': 'checkboxPanel', checked: chosen.includes(option.value) }),
          h('div', { 'data-automation-id': 'promptOption', 'data-automation-label': option.text }, option.text)))))));
}
