/**
 * Controls become fields: radio buttons, checkboxes and answer buttons of one question are one field, and hidden twins
 * of custom widgets are folded into theirs.
 *
 * What must not happen here: a decision about what a question asks.
 */
(() => {
  'use strict';

  const {
    ancestors, attr, byId, closest, containsNode, hasAttribute, hiddenWhy, lower, nextElement, numberOf, parentOf,
    previousElement, queryAll,
    rootOf, tagOf, textOf,
  } = globalThis.__foothold.reading;

  /** `<form>` of a control, by ownership or by ancestry (shadow trees included). */
  const formOf = (element) => {
    const owned = 'form' in element && element.form instanceof HTMLFormElement ? element.form : null;
    return owned ?? closest(element, 60, (at) => tagOf(at) === 'form');
  };

  const ownLabels = (element, found) => {
    // `element.labels` would say the same, but looks through the whole page for each element.
    const labels = [];
    const id = attr(element, 'id');
    if (id) labels.push(...(found.labels.get(id) ?? []).filter((label) => rootOf(label) === rootOf(element)));
    const wrapping = closest(element, 6, (at) => tagOf(at) === 'label');
    if (wrapping && !(attr(wrapping, 'for') && attr(wrapping, 'for') !== id && byId(rootOf(wrapping), attr(wrapping, 'for')))) {
      labels.push(wrapping);
    }
    return [...new Set(labels)];
  };

  const YES_NO = /^(yes|no|ja|nein|oui|non|s[ií]|sì|nee|sim|n[ãa]o|tak|nie|true|false)[.!]?$/i;

  /** Buttons that answer a question: Yes and No side by side, or toggles (aria-pressed, aria-checked) of one row. */
  const buttonGroups = (found) => {
    const groups = [];
    const taken = new Set();
    for (const { element, order } of found.buttons) {
      if (taken.has(element)) continue;
      const toggle = (at) => hasAttribute(at, 'aria-pressed') || hasAttribute(at, 'aria-checked');
      const text = textOf(element, { limit: 60 });
      if (!text || !(YES_NO.test(text) || toggle(element))) continue;
      for (const at of ancestors(element, 3)) {
        const inside = found.buttons.filter((button) => containsNode(at, button.element)).map((button) => button.element);
        if (inside.length < 2) continue;
        const answers = inside.every((button) => YES_NO.test(textOf(button, { limit: 60 })))
          || inside.every((button) => toggle(button) && textOf(button, { limit: 60 }));
        if (answers && inside.length <= 12 && !closest(at, 4, (up) => lower(up, 'role') === 'toolbar')) {
          inside.forEach((button) => taken.add(button));
          groups.push({ control: 'button-group', order, options: inside.map((button) => ({ element: button, click: button })), wrapper: at });
        }
        break;
      }
    }
    return groups;
  };

  const isQuestionWrapper = (element) =>
    tagOf(element) === 'fieldset' || ['group', 'radiogroup'].includes(lower(element, 'role'));

  const commonAncestor = (list) => {
    for (const at of ancestors(list[0])) {
      if (list.every((other) => at === other || containsNode(at, other) || [...ancestors(other)].includes(at))) return at;
    }
    return null;
  };

  /** Radios and checkboxes → groups. An ARIA checkable around a native one is one option with it. */
  const checkableGroups = (found) => {
    const options = [];
    for (const entry of found.controls) {
      if (entry.control !== 'radio' && entry.control !== 'checkbox') continue;
      const last = options.at(-1);
      if (last && last.kind === entry.control && tagOf(last.element) !== 'input' && containsNode(last.element, entry.element)) {
        last.click = last.element;
        last.element = entry.element;
        continue;
      }
      options.push({ element: entry.element, click: entry.element, kind: entry.control, order: entry.order, inShadow: entry.inShadow });
    }
    const rootIds = new Map();
    const idOf = (map, key) => map.get(key) ?? (map.set(key, map.size), map.size - 1);
    const groups = new Map();
    const wrapperIds = new Map();
    for (const option of options) {
      const name = attr(option.element, 'name');
      const root = idOf(rootIds, rootOf(option.element));
      const form = found.forms.get(formOf(option.element)) ?? -1;
      let key = name ? `${option.kind}|${root}|${form}|${name}` : '';
      if (!key || option.kind === 'checkbox') {
        const wrapper = closest(option.element, 8, (at) => at !== option.element && isQuestionWrapper(at));
        if (wrapper) option.wrapper = wrapper;
        if (!key) key = wrapper ? `${option.kind}|w${idOf(wrapperIds, wrapper)}` : `${option.kind}|alone${option.order}`;
      }
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(option);
    }
    const apart = [...groups.values()].flatMap((members) => (areTwins(members, found) ? members.map((one) => [one]) : [members]));
    return mergeCheckboxes(apart, found).map((members) => ({
      control: members[0].kind === 'radio' ? 'radio-group' : 'checkbox-group',
      order: members[0].order,
      inShadow: members[0].inShadow,
      options: members,
      wrapper: members.length > 1 ? commonAncestor(members.map((member) => member.element)) : null,
    }));
  };

  /** Checkboxes that share a name and also their words are the same question asked again, row by row; options differ. */
  const areTwins = (members, found) => {
    if (members.length < 2 || members[0].kind !== 'checkbox') return false;
    const texts = members.map((member) => ownLabels(member.element, found).map((label) => textOf(label)).join(' ').trim());
    return texts.every((text) => text && text === texts[0]);
  };

  /** Single checkboxes of one question: all that a fieldset or role=group holds, or numbered twins in one list. */
  const mergeCheckboxes = (groups, found) => {
    const others = found.controls.filter((entry) => entry.control !== 'checkbox' && entry.control !== 'radio');
    const single = (group) => group.length === 1 && group[0].kind === 'checkbox';
    const merged = new Map();
    const result = [];
    for (const group of groups) {
      const key = single(group) ? mergeKey(group[0], others) : null;
      if (key === null) { result.push(group); continue; }
      if (merged.has(key)) { merged.get(key).push(group[0]); continue; }
      const members = [group[0]];
      merged.set(key, members);
      result.push(members);
    }
    return result;
  };

  const mergeKeys = new Map();
  const mergeKey = (option, others) => {
    const { wrapper } = option;
    if (wrapper && !mergeKeys.has(wrapper)) {
      const foreign = others.filter((entry) => containsNode(wrapper, entry.element)).length;
      const inner = queryAll(wrapper, 'fieldset, [role=group], [role=radiogroup]').length;
      const named = tagOf(wrapper) === 'fieldset' || hasAttribute(wrapper, 'aria-labelledby') || hasAttribute(wrapper, 'aria-label');
      mergeKeys.set(wrapper, foreign <= 1 && inner === 0 && named);
    }
    if (wrapper && mergeKeys.get(wrapper)) return wrapper;
    const name = attr(option.element, 'name') || attr(option.element, 'id');
    if (!/\d/.test(name)) return null;
    const list = parentOf(option.element) && closest(option.element, 4, (at) => tagOf(at) === 'ul' || tagOf(at) === 'ol' || tagOf(at) === 'table');
    if (!list) return null;
    const shape = name.replace(/\d+/g, '#');
    if (/^#?$/.test(shape)) return null;
    return `${numberOf(list)}|${shape}`;
  };

  const TEXTUAL = new Set(['text', 'search', 'email', 'tel', 'url', 'number']);

  const saysNothing = (element, found) =>
    !attr(element, 'placeholder') && !attr(element, 'aria-label') && !attr(element, 'aria-labelledby')
    && !attr(element, 'title') && ownLabels(element, found).every((label) => !textOf(label));

  const DRAWN = /chosen|select|choices|dropdown|combobox|picker/i;

  /** What a script drew in place of a hidden `<select>`: its visible neighbour or wrapper that looks like a list. */
  const drawnBeside = ({ element }, units, found) => {
    for (const at of [nextElement(element), previousElement(element), parentOf(element)]) {
      if (!at || !DRAWN.test(`${attr(at, 'class')} ${attr(at, 'id')}`) || hiddenWhy(at) !== '') continue;
      const inside = units.filter((other) => other.element !== element && containsNode(at, other.element));
      if (inside.every((other) => TEXTUAL.has(other.control) && saysNothing(other.element, found))) return at;
    }
    return null;
  };

  const isBlank = (select) => select.options.length < 2 && [...select.options].every((option) => option.value.trim() === '');

  /** One unit for one question: groups made, stand-ins and hidden twins of custom widgets folded into their field. */
  const unitsOf = (found) => {
    const units = [...buttonGroups(found), ...checkableGroups(found)];
    for (const entry of found.controls) {
      if (entry.control === 'radio' || entry.control === 'checkbox') continue;
      units.push({ ...entry, options: [], wrapper: null });
    }
    units.sort((a, b) => a.order - b.order);
    for (const unit of units) {
      unit.element ??= unit.options[0].element;
      unit.twins = [];
      unit.inShadow ??= rootOf(unit.element) !== document;
    }
    const dropped = new Set();
    const near = (unit, test) => {
      for (const at of ancestors(unit.element, 4)) {
        const inside = units.filter((other) => other !== unit && !dropped.has(other) && containsNode(at, other.element));
        if (inside.length === 0) continue;
        return inside.length === 1 && test(inside[0]) ? inside[0] : null;
      }
      return null;
    };
    const fold2 = (twin, into) => {
      dropped.add(twin);
      into.twins.push(twin.element, ...twin.options.map((option) => option.element));
    };
    const isList = (unit) => unit.control === 'combo-box' || unit.control === 'listbox-button';
    for (const unit of units) {
      if (dropped.has(unit)) continue;
      if (unit.control === 'select' || unit.control === 'select-multiple') {
        // A native select behind a scripted one: the native one is the truth, the other is what a person sees.
        const shunned = lower(unit.element, 'aria-hidden') === 'true' || attr(unit.element, 'tabindex') === '-1'
          || /hidden/i.test(attr(unit.element, 'class')) || hiddenWhy(unit.element) !== '';
        const standIn = shunned && near(unit, (other) => isList(other) || TEXTUAL.has(other.control) && saysNothing(other.element, found));
        const drawn = shunned && !(standIn && isList(standIn)) && drawnBeside(unit, units, found);
        if (standIn) { fold2(standIn, unit); unit.standIn = standIn.element; }
        if (drawn) unit.standIn = drawn;
        // A native one that holds no answers yet gets them from a server, through the other.
        if (unit.standIn && isBlank(unit.element)) unit.control = 'listbox-button';
      } else if (unit.control === 'rich-text') {
        // The text area that an editor was made of: hidden, and the one that has the name and the label.
        const area = near(unit, (other) => other.control === 'text-area' && hiddenWhy(other.element) !== '');
        if (area) { fold2(area, unit); unit.named = area.element; }
      } else if (unit.control === 'file' && tagOf(unit.element) !== 'input') {
        // The file input that a drop zone keeps out of sight, often at the end of the page.
        const kept = units.filter((other) => other.control === 'file' && !dropped.has(other) && tagOf(other.element) === 'input'
          && hiddenWhy(other.element) !== '' && ['body', 'html'].includes(tagOf(parentOf(other.element) ?? other.element)));
        const zones = units.filter((other) => other.control === 'file' && tagOf(other.element) !== 'input');
        const at = zones.indexOf(unit);
        if (kept.length === zones.length - at && kept.length) { fold2(kept[0], unit); unit.standIn = unit.element; unit.input = kept[0].element; }
      } else if (TEXTUAL.has(unit.control)) {
        const shunned = lower(unit.element, 'aria-hidden') === 'true' || attr(unit.element, 'tabindex') === '-1'
          || !(attr(unit.element, 'id') || attr(unit.element, 'name'));
        // What says its type is a field of its own: the number beside a list of calling codes.
        const typed = ['email', 'tel', 'url'].includes(unit.control);
        const list = shunned && !typed && saysNothing(unit.element, found) && near(unit, isList);
        if (list) fold2(unit, list);
      } else if (unit.control === 'checkbox-group' || unit.control === 'radio-group') {
        // Yes and No as buttons, with the native control that carries the value hidden beside them.
        const buttons = unit.options.length <= 2 && near(unit, (other) => other.control === 'button-group');
        if (buttons && saysNothing(unit.element, found)) {
          dropped.add(unit);
          buttons.twins.push(...unit.options.map((option) => option.element).filter((at) => at !== unit.element));
          buttons.element = unit.element;
        }
      }
    }
    return units.filter((unit) => !dropped.has(unit));
  };

  // ------------------------------------------------------------------------------------------------ what can be seen

  const labelsShown = (option, found) =>
    ownLabels(option.element, found).some((label) => hiddenWhy(label) === '' || hiddenWhy(label) === 'aria-hidden');

  const look = (unit, found) => {
    if (unit.options.length) {
      let why = '';
      for (const option of unit.options) {
        why = hiddenWhy(option.click);
        if (why === '' || labelsShown(option, found)) return '';
        // A drawn box over an invisible native one: what surrounds it is seen.
        const parent = parentOf(option.click);
        if (['opacity', 'clip', 'size', 'aria-hidden'].includes(why) && parent && hiddenWhy(parent) === '' && textOf(parent)) return '';
      }
      return why;
    }
    const why = hiddenWhy(unit.element);
    if (why === '') return '';
    if (unit.standIn && hiddenWhy(unit.standIn) === '') return '';
    if (unit.control === 'file') {
      if (labelsShown(unit, found)) return '';
      for (const at of ancestors(unit.element, 5)) {
        if (tagOf(at) === 'form' || tagOf(at) === 'body') break;
        if (hiddenWhy(at) === '') return '';
      }
    }
    if (unit.control === 'combo-box' && (why === 'size' || why === 'opacity')) {
      // The box to type into is drawn thin or clear inside the list's own box.
      for (const at of ancestors(unit.element, 3)) {
        if (hiddenWhy(at) === '' && (why === 'size' || DRAWN.test(attr(at, 'class')))) return '';
        if (why === 'size') break;
      }
    }
    return why;
  };

  /** How many visible units each element holds, so that a wrapper of one field is known as such. */
  const countUnits = (units) => {
    const counts = new Map();
    for (const unit of units) {
      if (unit.why !== '' && unit.control !== 'file') continue;
      const seen = new Set();
      for (const member of unit.options.length ? unit.options.map((option) => option.click) : [unit.standIn ?? unit.element]) {
        for (const at of ancestors(member)) {
          if (seen.has(at)) break;
          seen.add(at);
        }
      }
      for (const at of seen) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return counts;
  };

  Object.assign(globalThis.__foothold.reading, {
    countUnits, formOf, isQuestionWrapper, look, mergeKeys, ownLabels, unitsOf,
  });
})();
