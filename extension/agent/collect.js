/**
 * Reads the page: every field with its possible labels, and what the page says about the job.
 *
 * Runs in the isolated world of one frame and hangs its functions on `globalThis.__foothold`.
 * `collect()` gives a `PageSnapshot` as extension-core/src/page/mod.rs describes it; nothing here decides what a
 * field means.
 *
 * What must not happen here: a write to the page, an event sent to it, a network request, profile data, or trust in
 * names the page controls (a form control called "id" or "parentNode" hides that property of its form, so the DOM is
 * read through the prototypes' own getters).
 */
(() => {
  'use strict';

  const LIMIT = {
    nodes: 200_000, fields: 500, options: 2_000, optionText: 300, text: 500, attribute: 200, attributes: 24,
    labels: 14, section: 8, value: 5_000, jsonLd: 20, jsonLdText: 200_000, blockText: 60_000, block: 4_000, meta: 60,
  };

  // ------------------------------------------------------------------------------------------------- the DOM, safely

  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (node) => get.call(node);
  };
  const method = (prototype, name) => {
    const call = prototype[name];
    return (node, ...rest) => call.apply(node, rest);
  };
  const parentNode = getter(Node.prototype, 'parentNode');
  const firstChild = getter(Node.prototype, 'firstChild');
  const lastChild = getter(Node.prototype, 'lastChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const previousSibling = getter(Node.prototype, 'previousSibling');
  const nodeType = getter(Node.prototype, 'nodeType');
  const nodeText = getter(CharacterData.prototype, 'data');
  const rootOf = method(Node.prototype, 'getRootNode');
  const containsNode = method(Node.prototype, 'contains');
  const tagOf = getter(Element.prototype, 'localName');
  const shadowOf = getter(Element.prototype, 'shadowRoot');
  const attributesOf = getter(Element.prototype, 'attributes');
  const getAttribute = method(Element.prototype, 'getAttribute');
  const hasAttribute = method(Element.prototype, 'hasAttribute');
  const rectOf = method(Element.prototype, 'getBoundingClientRect');
  const checkVisibility = method(Element.prototype, 'checkVisibility');
  const queryAll = (root, selector) =>
    [...(nodeType(root) === 1 ? Element : nodeType(root) === 9 ? Document : DocumentFragment)
      .prototype.querySelectorAll.call(root, selector)];
  const byId = (root, id) =>
    (nodeType(root) === 9 ? Document : DocumentFragment).prototype.getElementById.call(root, id);
  const documentElement = getter(Document.prototype, 'documentElement');
  const isElement = (node) => nodeType(node) === 1;
  const attr = (element, name) => getAttribute(element, name) ?? '';
  const lower = (element, name) => attr(element, name).trim().toLowerCase();
  const cap = (text, limit) => (text.length > limit ? text.slice(0, limit) : text);
  const fold = (text, limit = LIMIT.text) =>
    cap(text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim(), limit);

  /** An attribute as the snapshot carries it. */
  const identity = (element, name) => fold(attr(element, name), LIMIT.attribute);

  /** The parent as a person sees the page: a shadow root's content stands in its host. */
  const parentOf = (node) => {
    const parent = parentNode(node);
    if (!parent) return null;
    if (nodeType(parent) === 11) return parent instanceof ShadowRoot ? parent.host : null;
    return isElement(parent) ? parent : null;
  };

  const ancestors = function* (node, levels = 60) {
    let at = parentOf(node);
    for (let i = 0; at && i < levels; i += 1, at = parentOf(at)) yield at;
  };

  const closest = (node, levels, test) => {
    if (test(node)) return node;
    for (const at of ancestors(node, levels)) if (test(at)) return at;
    return null;
  };

  /** The children as a person sees them: a shadow tree in place of its host's, a slot's assigned nodes in place of its own. */
  const childrenOf = (element) => {
    const shadow = shadowOf(element);
    if (!shadow && tagOf(element) === 'slot') {
      const assigned = element.assignedNodes();
      if (assigned.length) return assigned;
    }
    const children = [];
    for (let child = firstChild(shadow ?? element); child; child = nextSibling(child)) children.push(child);
    return children;
  };

  // ------------------------------------------------------------------------------------------------------------ text

  const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'datalist', 'textarea', 'input',
    'iframe', 'object', 'canvas', 'video', 'audio', 'head', 'math']);
  const TIGHT = new Set(['b', 'i', 'em', 'strong', 'u', 'sup', 'sub', 'mark', 'font', 'wbr']);
  const NOISE = /(^|[\s_-])(error|errors|invalid-feedback|tooltip|icon|ng-hide|char-?count|counter)([\s_-]|$)/i;

  const isButton = (element) => tagOf(element) === 'button' || lower(element, 'role') === 'button';

  const isNoise = (element) =>
    hasAttribute(element, 'hidden') || lower(element, 'role') === 'alert' || lower(element, 'role') === 'tooltip'
    || NOISE.test(attr(element, 'class')) || /display:\s*none/i.test(attr(element, 'style'));

  /**
   * The text of an element as a person reads it.
   * `skip` are elements left out with all they hold; `all` also takes what is hidden (for explicit references).
   */
  const textOf = (element, { skip, all = false, limit = LIMIT.text } = {}) => {
    let text = '';
    const read = (node, depth) => {
      if (text.length > limit * 2 || depth > 40) return;
      const type = nodeType(node);
      if (type === 3) { text += nodeText(node); return; }
      if (type !== 1) return;
      if (node !== element) {
        const tag = tagOf(node);
        if (tag === 'br') { text += ' '; return; }
        if (SILENT.has(tag) || skip?.has(node) || isButton(node)) return;
        if (!all && (isNoise(node) || !checkVisibility(node))) return;
        const role = lower(node, 'role');
        if (role === 'listbox' || role === 'combobox' || role === 'menu') return;
        if (!TIGHT.has(tag)) text += ' ';
      }
      for (const child of childrenOf(node)) read(child, depth + 1);
      if (!TIGHT.has(tagOf(node))) text += ' ';
    };
    read(element, 0);
    return fold(text, limit);
  };

  // ------------------------------------------------------------------------------------------------------- signature

  const STABLE = ['role', 'autocomplete', 'data-automation-id', 'data-testid', 'data-test-id', 'data-test', 'data-qa',
    'data-cy', 'data-ui', 'data-field', 'data-field-id', 'data-name'];

  /**
   * A field's identity, never its value or label. The same string as `page::signature` makes of a `RawField`:
   * tag, type, id, name, then `attribute=value` for each stable attribute that is there, joined by "|".
   */
  const signatureOf = (element) => [
    tagOf(element), lower(element, 'type'), identity(element, 'id'), identity(element, 'name'),
    ...STABLE.filter((name) => identity(element, name)).map((name) => `${name}=${identity(element, name)}`),
  ].join('|');

  // ------------------------------------------------------------------------------------------------------ what it is

  const BY_TYPE = {
    text: 'text', email: 'email', tel: 'tel', url: 'url', number: 'number', range: 'number', date: 'date',
    month: 'month', 'datetime-local': 'other-date', time: 'other-date', week: 'other-date', search: 'search',
    password: 'password', file: 'file', radio: 'radio', checkbox: 'checkbox', color: 'other',
    hidden: '', submit: '', button: '', image: '', reset: '',
  };
  const CHECKABLE_ROLE = { radio: 'radio', menuitemradio: 'radio', checkbox: 'checkbox', switch: 'checkbox' };

  const opensList = (element) =>
    lower(element, 'role') === 'combobox' || lower(element, 'aria-haspopup') === 'listbox'
    || ['list', 'both'].includes(lower(element, 'aria-autocomplete'));

  const inputControl = (input) => {
    const control = BY_TYPE[lower(input, 'type')] ?? 'text';
    if (control !== 'text' && control !== 'search') return control;
    if (lower(input, 'role') === 'spinbutton') return 'spin-button';
    if (opensList(input)) return 'combo-box';
    // ARIA 1.1: the role stands on the wrapper.
    if (closest(input, 3, (at) => at !== input && lower(at, 'role') === 'combobox')) return 'combo-box';
    return lower(input, 'role') === 'searchbox' ? 'search' : control;
  };

  const isEditable = (element) => {
    const value = getAttribute(element, 'contenteditable');
    return value !== null && ['', 'true', 'plaintext-only'].includes(value.trim().toLowerCase());
  };

  /** The control an element is, '' for none; radio and checkbox are not groups yet. */
  const controlOf = (element, tag) => {
    if (tag === 'input') return inputControl(element);
    if (tag === 'textarea') return 'text-area';
    if (tag === 'select') return hasAttribute(element, 'multiple') ? 'select-multiple' : 'select';
    if (isEditable(element)) return 'rich-text';
    const role = lower(element, 'role');
    if (CHECKABLE_ROLE[role]) return CHECKABLE_ROLE[role];
    if (tag === 'button' || role === 'button') {
      return lower(element, 'aria-haspopup') === 'listbox' || role === 'combobox' ? 'listbox-button' : '';
    }
    if (role === 'combobox') return queryAll(element, 'input:not([type=hidden])').length ? '' : 'listbox-button';
    if (role === 'spinbutton') return 'spin-button';
    if (role === 'searchbox') return 'search';
    if (role === 'textbox') return 'rich-text';
    return '';
  };

  // ------------------------------------------------------------------------------------------------------ visibility

  const tiny = (rect) => rect.width <= 1 || rect.height <= 1;

  /** Why a person cannot see an element; '' where they can. */
  const hiddenWhy = (element) => {
    if (!checkVisibility(element)) return 'display';
    if (!checkVisibility(element, { visibilityProperty: true })) return 'visibility';
    if (!checkVisibility(element, { opacityProperty: true })) return 'opacity';
    const rect = rectOf(element);
    if (rect.right + scrollX <= 0 || rect.bottom + scrollY <= 0 || rect.left > 20_000) return 'offscreen';
    const style = getComputedStyle(element);
    if (/rect\((0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?\)/.test(style.clip)
      || /inset\((50|100)%/.test(style.clipPath)) return 'clip';
    if (tiny(rect)) return 'size';
    for (const at of ancestors(element, 4)) {
      if (tagOf(at) === 'body') break;
      if (tiny(rectOf(at)) && getComputedStyle(at).overflow !== 'visible') return 'size';
    }
    // A dialog hides the page behind it from assistive technology: only a mark close to the field counts.
    if (closest(element, 3, (at) => lower(at, 'aria-hidden') === 'true')) return 'aria-hidden';
    return '';
  };

  // -------------------------------------------------------------------------------------------------------- one look

  let numbers = new Map();
  let elements = [];
  let owners = new Map();

  const numberOf = (element) => {
    let number = numbers.get(element);
    if (!number) {
      elements.push(element);
      number = elements.length;
      numbers.set(element, number);
    }
    return number;
  };

  /** Everything that matters, in document order, in one walk; shadow trees come before their host's own children. */
  const survey = () => {
    const found = { controls: [], buttons: [], headings: [], forms: new Map(), frames: [], labels: new Map(), truncated: false };
    const stack = [documentElement(document)];
    let order = 0;
    while (stack.length) {
      const element = stack.pop();
      order += 1;
      if (order > LIMIT.nodes) { found.truncated = true; break; }
      const tag = tagOf(element);
      if (tag === 'svg' || tag === 'script' || tag === 'style' || tag === 'noscript' || tag === 'head') continue;
      if (tag === 'iframe' || tag === 'frame') { found.frames.push(element); continue; }
      if (tag === 'form' && !found.forms.has(element)) found.forms.set(element, found.forms.size);
      if (tag === 'label' && attr(element, 'for')) {
        const key = attr(element, 'for');
        if (!found.labels.has(key)) found.labels.set(key, []);
        found.labels.get(key).push(element);
      }
      const level = /^h[1-6]$/.test(tag) ? Number(tag[1])
        : lower(element, 'role') === 'heading' ? Number(attr(element, 'aria-level')) || 2 : 0;
      if (level) found.headings.push({ element, order, level });
      const control = controlOf(element, tag);
      if (control) {
        found.controls.push({ element, order, control, inShadow: rootOf(element) !== document });
        if (control !== 'radio' && control !== 'checkbox') continue;
      } else if (isButton(element)) {
        found.buttons.push({ element, order });
      }
      if (tag === 'select' || tag === 'textarea') continue;
      for (let child = lastChild(element); child; child = previousSibling(child)) {
        if (isElement(child)) stack.push(child);
      }
      const shadow = shadowOf(element);
      for (let child = shadow && lastChild(shadow); child; child = previousSibling(child)) {
        if (isElement(child)) stack.push(child);
      }
    }
    return found;
  };

  // ------------------------------------------------------------------------------------------------ controls → units

  /** `<form>` of a control, by ownership or by ancestry (shadow trees included). */
  const formOf = (element) => {
    const owned = 'form' in element && element.form instanceof HTMLFormElement ? element.form : null;
    return owned ?? closest(element, 60, (at) => tagOf(at) === 'form');
  };

  const ownLabels = (element, found) => {
    const labels = [];
    if (element.labels instanceof NodeList) labels.push(...element.labels);
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
        if (standIn) { fold2(standIn, unit); unit.standIn = standIn.element; }
      } else if (TEXTUAL.has(unit.control)) {
        const shunned = lower(unit.element, 'aria-hidden') === 'true' || attr(unit.element, 'tabindex') === '-1'
          || !(attr(unit.element, 'id') || attr(unit.element, 'name'));
        const list = shunned && saysNothing(unit.element, found) && near(unit, isList);
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
    if (unit.control === 'combo-box' && why === 'size') {
      const parent = parentOf(unit.element);
      if (parent && hiddenWhy(parent) === '') return '';
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

  // ---------------------------------------------------------------------------------------------------------- labels

  const LABEL_LIKE = 'label, legend, dt, th, h1, h2, h3, h4, h5, h6, [class*=label i], [class*=question i], [class*=title i],'
    + ' [class*=caption i], [data-automation-id*=label i], [slot=label], strong, b';

  const BLOCK = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'dd', 'details', 'dialog', 'div', 'dl', 'dt',
    'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'label', 'legend',
    'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);

  const isControl = (element, counts) =>
    (counts.get(element) ?? 0) > 0 || ['input', 'select', 'textarea', 'button'].includes(tagOf(element));

  /** Whether more than one field follows a heading before the next one. */
  const headsSeveral = (heading, counts) => {
    let fields = 0;
    for (let at = nextSibling(heading); at && fields < 2; at = nextSibling(at)) {
      if (!isElement(at)) continue;
      if (/^h[1-6]$/.test(tagOf(at))) break;
      fields += counts.get(at) ?? (isControl(at, counts) ? 1 : 0);
    }
    return fields > 1;
  };

  /** The text next to a field in one direction, up to the next control; `line` tells whether no line break came between. */
  const textBeside = (element, step, counts, levels) => {
    let node = element;
    let line = true;
    for (let level = 0; level < levels; level += 1) {
      const parts = [];
      for (let at = step(node); at; at = step(at)) {
        const type = nodeType(at);
        if (type === 3) {
          const text = fold(nodeText(at));
          if (text) parts.push(text);
          continue;
        }
        if (type !== 1) continue;
        const tag = tagOf(at);
        if (tag === 'input' && lower(at, 'type') === 'hidden') continue;
        if (isControl(at, counts)) return parts.length ? { text: join(parts, step), line } : null;
        if (tag === 'br' || tag === 'hr') {
          if (parts.length) break;
          line = false;
          continue;
        }
        if (SILENT.has(tag) || isNoise(at) || !checkVisibility(at)) continue;
        // A heading over several fields is their section, not the first one's label.
        if (step === previousSibling && /^h[1-6]$/.test(tag) && headsSeveral(at, counts)) return null;
        const text = textOf(at);
        if (BLOCK.has(tag) && parts.length) break;
        if (text) parts.push(text);
        if (BLOCK.has(tag) && parts.length) break;
      }
      if (parts.length) return { text: join(parts, step), line };
      node = parentOf(node);
      if (!node || ['form', 'body', 'main', 'dialog', 'table', 'ul', 'ol'].includes(tagOf(node))) return null;
      if (['tr', 'li', 'p'].includes(tagOf(node))) line = false;
    }
    return null;
  };

  const join = (parts, step) => fold((step === previousSibling ? parts.reverse() : parts).join(' '));

  const referenced = (element, name) => {
    const root = rootOf(element);
    return attr(element, name).split(/\s+/).filter(Boolean).slice(0, 8)
      .map((id) => byId(root, id) ?? byId(document, id)).filter((at) => at && at !== element);
  };

  /** The name of a group or region: aria-labelledby, aria-label, or a fieldset's legend. */
  const nameOfGroup = (element) => {
    const named = fold(referenced(element, 'aria-labelledby').map((at) => textOf(at, { all: true })).join(' '));
    if (named) return named;
    if (attr(element, 'aria-label')) return fold(attr(element, 'aria-label'));
    if (tagOf(element) !== 'fieldset') return '';
    for (const child of childrenOf(element)) if (isElement(child) && tagOf(child) === 'legend') return textOf(child);
    return '';
  };

  const tableHeaders = (element) => {
    const cell = closest(element, 8, (at) => tagOf(at) === 'td');
    const row = cell && parentNode(cell);
    if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return [];
    const table = closest(row, 3, (at) => tagOf(at) === 'table');
    const texts = [];
    const own = [...row.cells].find((at) => tagOf(at) === 'th');
    if (own) texts.push(textOf(own));
    const first = table instanceof HTMLTableElement ? table.rows[0] : null;
    if (first && first !== row && [...first.cells].some((at) => tagOf(at) === 'th')) {
      const head = first.cells[cell.cellIndex];
      if (head) texts.push(textOf(head));
    }
    return texts.filter(Boolean);
  };

  const firstOptionHint = (element) => {
    const first = element instanceof HTMLSelectElement ? element.options[0] : null;
    return first && (first.value === '' || first.disabled) ? fold(first.text) : '';
  };

  const labelsOf = (unit, found, counts) => {
    const list = [];
    const used = new Set();
    const add = (from, text) => {
      const folded = fold(text);
      if (!/[\p{L}\p{N}]/u.test(folded) || list.length >= LIMIT.labels) return;
      if (!list.some((label) => label.text === folded && label.from === from)) list.push({ from, text: folded });
    };
    const { element } = unit;
    const group = unit.options.length > 0;
    const skip = new Set();
    for (const option of unit.options) {
      skip.add(option.element).add(option.click);
      for (const label of ownLabels(option.element, found)) skip.add(label);
    }
    if (group && unit.options.length > 1) {
      for (const option of unit.options) {
        // Each option's own little box, its text included, is no part of the question.
        let box = option.click;
        for (const at of ancestors(option.click, 4)) {
          if (unit.options.some((other) => other !== option && containsNode(at, other.click))) break;
          box = at;
        }
        skip.add(box);
      }
    }
    const single = group && unit.options.length === 1 ? unit.options[0] : null;

    if (!group || single) {
      const target = single?.element ?? element;
      for (const label of ownLabels(target, found)) { used.add(label); add('label', textOf(label)); }
      if (single && unit.control === 'checkbox-group' && list.length === 0) {
        const click = textOf(single.click);
        if (click) add('label', click);
      }
    }
    const speakers = [...new Set([group && unit.wrapper, unit.standIn, element, single?.click].filter(Boolean))];
    for (const at of speakers) {
      if (group && !single && at !== unit.wrapper) continue;
      const texts = referenced(at, 'aria-labelledby').filter((ref) => !containsNode(ref, at)).map((ref) => (used.add(ref), textOf(ref, { all: true })));
      add('aria-labelledby', texts.join(' '));
      add('aria-label', attr(at, 'aria-label'));
    }

    // Legends of groups that hold this question alone.
    const wrapper = unit.wrapper ?? element;
    if (!group) {
      for (const at of ancestors(element, 8)) {
        if ((counts.get(at) ?? 0) > 1) break;
        if (isQuestionWrapper(at) && nameOfGroup(at)) { add('legend', nameOfGroup(at)); break; }
      }
    } else {
      for (const at of [wrapper, ...ancestors(wrapper, 6)]) {
        if ((counts.get(at) ?? 0) > 1) break;
        if (isQuestionWrapper(at)) {
          const name = nameOfGroup(at);
          if (name) { add('legend', name); break; }
        }
        const id = attr(at, 'id');
        for (const label of (id && found.labels.get(id)) || []) { used.add(label); add('legend', textOf(label)); }
      }
    }
    for (const text of tableHeaders(element)) add('table-header', text);

    // The wrapper that holds this field alone, however deep the field sits in it.
    const around = single || !group ? ancestors(element, 8) : [wrapper, ...ancestors(wrapper, 6)];
    for (const at of around) {
      if ((counts.get(at) ?? 0) > 1 || ['form', 'body', 'main'].includes(tagOf(at))) break;
      if (tagOf(at).includes('-')) add('wrapper', attr(at, 'label') || attr(at, 'aria-label'));
      let text = '';
      for (const like of queryAll(shadowOf(at) ?? at, LABEL_LIKE)) {
        if (skip.has(like) || used.has(like) || isNoise(like) || [...skip].some((at2) => containsNode(at2, like))) continue;
        text = textOf(like, { skip });
        if (/[\p{L}\p{N}]/u.test(text) && text.length <= 400) break;
        text = '';
      }
      if (text) { add('wrapper', text); break; }
      if (!(group && !single)) continue;
      text = textOf(at, { skip });
      if (text) { add('wrapper', text); break; }
    }

    const start = group && !single ? wrapper : single ? single.click : unit.standIn ?? element;
    const before = textBeside(start, previousSibling, counts, 5);
    const after = textBeside(start, nextSibling, counts, group ? 2 : 1);
    if (single) {
      if (after) add('after', after.text);
      if (before) add('before', before.text);
    } else if (before && (before.line || !after?.line)) {
      add('before', before.text);
    } else if (after && !list.some((label) => label.from !== 'table-header')) {
      add('after', after.text);
    }
    add('placeholder', attr(element, 'placeholder') || attr(element, 'aria-placeholder') || attr(element, 'data-placeholder') || firstOptionHint(element));
    add('title', attr(element, 'title'));
    for (const ref of referenced(element, 'aria-describedby')) if (!isNoise(ref)) add('description', textOf(ref));
    return list;
  };

  const optionText = (option, found) => {
    for (const label of ownLabels(option.element, found)) {
      const text = textOf(label, { limit: LIMIT.optionText });
      if (text) return text;
    }
    for (const at of [option.click, option.element]) {
      const own = isButton(at) || tagOf(at) !== 'input' ? textOf(at, { limit: LIMIT.optionText }) : '';
      if (own) return own;
      const named = fold(referenced(at, 'aria-labelledby').map((ref) => textOf(ref, { all: true })).join(' '), LIMIT.optionText);
      if (named) return named;
      if (attr(at, 'aria-label')) return fold(attr(at, 'aria-label'), LIMIT.optionText);
    }
    const after = textBeside(option.click, nextSibling, new Map(), 2) ?? textBeside(option.click, previousSibling, new Map(), 1);
    return fold(after?.text ?? attr(option.element, 'value'), LIMIT.optionText);
  };

  // ---------------------------------------------------------------------------------------------- sections and rows

  const sectionOf = (unit, found, labels, counts) => {
    const own = new Set(labels.map((label) => label.text));
    const trail = [];
    let level = 7;
    for (let i = found.headings.length - 1; i >= 0; i -= 1) {
      const heading = found.headings[i];
      if (heading.order > unit.order || heading.level >= level) continue;
      heading.text ??= checkVisibility(heading.element) ? textOf(heading.element, { limit: 200 }) : '';
      if (!heading.text) continue;
      level = heading.level;
      if (!own.has(heading.text)) trail.unshift(heading.text);
      if (level === 1) break;
    }
    const groups = [];
    for (const at of ancestors(unit.element)) {
      const role = lower(at, 'role');
      if (tagOf(at) !== 'fieldset' && !['group', 'region', 'dialog', 'radiogroup'].includes(role) && tagOf(at) !== 'section') continue;
      if ((counts.get(at) ?? 0) < 2) continue;
      const name = cap(nameOfGroup(at), 200);
      if (name && !own.has(name) && !trail.includes(name) && !groups.includes(name)) groups.unshift(name);
    }
    return [...trail, ...groups].slice(-LIMIT.section);
  };

  /** Rows: sibling boxes that hold fields of the same shapes. Gives each unit a key equal within its row. */
  const findRows = (units, counts) => {
    const shapeOf = (unit) => {
      const name = attr(unit.element, 'name') || attr(unit.element, 'data-automation-id') || attr(unit.element, 'id');
      const bare = name.replace(/\d+/g, '#');
      const label = unit.field.labels[0]?.text ?? '';
      return `${unit.control}:${/[a-z]{3}/i.test(bare) && !/[0-9a-f]{8}|:r/i.test(name) ? bare : label}`;
    };
    const byBox = new Map();
    for (const unit of units) {
      if (unit.why !== '') continue;
      for (const at of ancestors(unit.element, 12)) {
        if (['form', 'body'].includes(tagOf(at))) break;
        if ((counts.get(at) ?? 0) < 2) continue;
        if (!byBox.has(at)) byBox.set(at, []);
        byBox.get(at).push(unit);
      }
    }
    const byParent = new Map();
    for (const [box, members] of byBox) {
      const parent = parentOf(box);
      if (!parent) continue;
      const shape = members.map(shapeOf).join(' ');
      const key = `${tagOf(box)} ${shape}`;
      if (!byParent.has(parent)) byParent.set(parent, new Map());
      const same = byParent.get(parent);
      if (!same.has(key)) same.set(key, []);
      same.get(key).push(members);
    }
    let container = 0;
    for (const same of byParent.values()) {
      for (const rows of same.values()) {
        if (rows.length < 2) continue;
        container += 1;
        rows.forEach((members, index) => members.forEach((unit) => { unit.field.row ||= `${container}:${index}`; }));
      }
    }
  };

  // ---------------------------------------------------------------------------------------------------------- fields

  const NOTED = ['inputmode', 'pattern', 'min', 'max', 'step', 'accept', 'role', 'tabindex', 'aria-haspopup',
    'aria-autocomplete', 'formcontrolname', 'ng-model', 'itemprop', 'list', 'multiple'];
  const HOOK = /^(data-(?!v-|react|orig|lpignore|1p)[\w-]+|formcontrolname|id|name)$/;

  const attributesFor = (unit, counts) => {
    const list = [];
    const add = (name, value) => {
      if (list.length < LIMIT.attributes && !list.some(([known]) => known === name)) list.push([name, fold(value, LIMIT.attribute)]);
    };
    const { element } = unit;
    for (const name of NOTED) {
      if (!hasAttribute(element, name)) continue;
      if (name === 'tabindex' && attr(element, name) !== '-1') continue;
      add(name, attr(element, name));
    }
    // The stable ones first, so that a limit never cuts them off: the signature is made of them.
    for (const name of STABLE) if (name.startsWith('data-') && hasAttribute(element, name)) add(name, attr(element, name));
    for (const { name, value } of attributesOf(element)) if (name.startsWith('data-')) add(name, value);
    for (const twin of unit.twins) {
      if (attr(twin, 'name')) add('twin-name', attr(twin, 'name'));
      if (attr(twin, 'id')) add('twin-id', attr(twin, 'id'));
    }
    // Test hooks often stand on the wrapper of the field.
    for (const at of ancestors(unit.wrapper ?? element, 7)) {
      if ((counts.get(at) ?? 0) > 1) break;
      for (const { name, value } of attributesOf(at)) {
        if (HOOK.test(name) && value.length > 2 || name === 'class' && /honey|(^|[\s_-])hp([\s_-]|$)/i.test(value)) add(`wrapper:${name}`, value);
      }
    }
    return list;
  };

  const formHint = (form) => fold([
    attr(form, 'id'), attr(form, 'name'), attr(form, 'class'), attr(form, 'role'), attr(form, 'aria-label'),
    attr(form, 'action').split(/[?#]/)[0],
  ].join(' '), 300);

  const listboxOf = (element) => {
    for (const name of ['aria-controls', 'aria-owns']) {
      for (const list of referenced(element, name)) {
        const options = queryAll(list, '[role=option]');
        if (options.length) return options;
      }
    }
    return [];
  };

  const optionsOf = (unit, found) => {
    if (unit.options.length) {
      return unit.options.slice(0, LIMIT.options).map((option) => ({
        handle: numberOf(option.click),
        text: optionText(option, found),
        value: cap(attr(option.element, 'value'), LIMIT.optionText),
        selected: option.element.checked === true || lower(option.click, 'aria-checked') === 'true' || lower(option.click, 'aria-pressed') === 'true',
        disabled: option.element.disabled === true || lower(option.click, 'aria-disabled') === 'true',
      }));
    }
    if (unit.element instanceof HTMLSelectElement) {
      return [...unit.element.options].slice(0, LIMIT.options).map((option) => ({
        handle: 0,
        text: fold(option.text || option.label, LIMIT.optionText),
        value: cap(option.value, LIMIT.optionText),
        selected: option.selected,
        disabled: option.disabled,
      }));
    }
    if (unit.control !== 'combo-box' && unit.control !== 'listbox-button') return [];
    return listboxOf(unit.element).slice(0, LIMIT.options).map((option) => ({
      handle: numberOf(option),
      text: textOf(option, { all: true, limit: LIMIT.optionText }),
      value: cap(attr(option, 'data-value') || attr(option, 'value'), LIMIT.optionText),
      selected: lower(option, 'aria-selected') === 'true',
      disabled: lower(option, 'aria-disabled') === 'true',
    }));
  };

  const shownChoice = (unit, counts) => {
    for (const at of ancestors(unit.element, 4)) {
      if ((counts.get(at) ?? 0) > 1) return '';
      for (const shown of queryAll(at, '[class*=single-value i], [class*=singleValue i], [class*=selected-value i], [class*=multi-value__label i]')) {
        const text = textOf(shown);
        if (text) return text;
      }
    }
    return '';
  };

  const valueOf = (unit, counts) => {
    const { element, control } = unit;
    if (unit.options.length || control === 'password' || control === 'file') return '';
    if (element instanceof HTMLSelectElement) {
      return fold([...element.selectedOptions].map((option) => option.text).join('; '), LIMIT.value);
    }
    if (control === 'listbox-button' || control === 'rich-text') return textOf(element, { limit: LIMIT.value });
    const value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value
      : attr(element, 'aria-valuetext') || attr(element, 'aria-valuenow');
    if (!value && control === 'combo-box') return shownChoice(unit, counts);
    return cap(value, LIMIT.value);
  };

  const STAR = /^[*＊✱]|[*＊✱]\s*$|[*＊✱]\s*:|\s[*＊✱]\s/;

  const isRequired = (unit, labels, found) => {
    const marked = (at) => hasAttribute(at, 'required') || lower(at, 'aria-required') === 'true';
    if (marked(unit.element) || unit.options.some((option) => marked(option.click) || marked(option.element))) return true;
    if (unit.wrapper && marked(unit.wrapper) || unit.twins.some(marked)) return true;
    const explicit = ['label', 'aria-labelledby', 'legend', 'wrapper', 'before', 'table-header'];
    if (labels.some((label) => explicit.includes(label.from) && STAR.test(label.text))) return true;
    return ownLabels(unit.element, found).some((label) => unit.options.length < 2 && /(^|[\s_-])required([\s_-]|$)/i.test(attr(label, 'class')));
  };

  const maxLength = (element) => {
    const value = Number.parseInt(attr(element, 'maxlength'), 10);
    return value > 0 && value < 4_000_000_000 ? value : null;
  };

  const fieldOf = (unit, found, counts) => {
    const { element } = unit;
    const labels = labelsOf(unit, found, counts);
    const form = formOf(element);
    return {
      handle: numberOf(element),
      tag: tagOf(element),
      control: unit.control,
      inputType: cap(lower(element, 'type'), LIMIT.attribute),
      id: identity(element, 'id'),
      name: identity(element, 'name'),
      class: identity(element, 'class'),
      autocomplete: identity(element, 'autocomplete'),
      attributes: attributesFor(unit, counts),
      labels,
      section: sectionOf(unit, found, labels, counts),
      row: '',
      options: optionsOf(unit, found),
      required: isRequired(unit, labels, found),
      disabled: element.disabled === true || lower(element, 'aria-disabled') === 'true',
      readOnly: element.readOnly === true || lower(element, 'aria-readonly') === 'true',
      visible: unit.why === '',
      hiddenWhy: unit.why,
      value: valueOf(unit, counts),
      maxLength: maxLength(element),
      inShadow: unit.inShadow,
      form: found.forms.get(form) ?? -1,
      formHint: form ? formHint(form) : '',
    };
  };

  // --------------------------------------------------------------------------------------------------------- the job

  const microdata = () => {
    const pairs = [];
    const read = (item, path, depth) => {
      const visit = (node) => {
        for (const child of childrenOf(node)) {
          if (!isElement(child) || pairs.length >= 200) continue;
          const property = attr(child, 'itemprop');
          const scope = hasAttribute(child, 'itemscope');
          const at = property ? [...path, property.split(/\s+/)[0]] : path;
          if (property && !scope) {
            const value = attr(child, 'content') || attr(child, 'datetime') || (tagOf(child) === 'a' || tagOf(child) === 'link' ? attr(child, 'href') : '') || textOf(child, { limit: LIMIT.block });
            if (value) pairs.push([at.join('.'), fold(value, LIMIT.block)]);
          }
          if (scope && depth < 6) { if (property) read(child, at, depth + 1); } else visit(child);
        }
      };
      visit(item);
    };
    for (const item of queryAll(document, '[itemscope][itemtype*="JobPosting" i]').slice(0, 5)) read(item, [], 0);
    return pairs;
  };

  const hintOf = (element) => {
    const parts = [attr(element, 'id'), attr(element, 'class'), attr(element, 'itemprop')];
    for (const { name, value } of attributesOf(element)) {
      if (/^data-(testid|test-id|test|qa|cy|ui|automation-id|name|field|hook|at|tn-element)$/.test(name)) parts.push(value);
    }
    return parts.filter(Boolean).join(' ');
  };

  const blocksOf = () => {
    const blocks = [];
    let size = 0;
    let styled = 0;
    let open = null;
    const flush = () => {
      if (!open) return;
      const text = fold(open.text, LIMIT.block);
      if (text && size < LIMIT.blockText) {
        blocks.push({ tag: open.tag, hint: fold(open.hint.join(' '), 300), text: cap(text, LIMIT.blockText - size) });
        size += text.length;
      }
      open = null;
    };
    const visit = (element, block, depth) => {
      if (size >= LIMIT.blockText || depth > 200) return;
      const hint = hintOf(element);
      for (const child of childrenOf(element)) {
        if (nodeType(child) === 3) {
          const text = nodeText(child);
          if (!open && !text.trim()) continue;
          open ??= { tag: tagOf(block), hint: [hintOf(block)], text: '' };
          if (element !== block && hint && text.trim() && !open.hint.includes(hint)) open.hint.push(hint);
          open.text += text;
          continue;
        }
        if (!isElement(child)) continue;
        const tag = tagOf(child);
        if (SILENT.has(tag) || tag === 'button') continue;
        if (tag === 'br') { if (open) open.text += ' '; continue; }
        const inline = !BLOCK.has(tag) && (styled += 1, styled > 6_000 || getComputedStyle(child).display.startsWith('inline') || getComputedStyle(child).display === 'contents');
        if (!inline) {
          if (!checkVisibility(child, { visibilityProperty: true }) || hasAttribute(child, 'hidden')) continue;
          flush();
          visit(child, child, depth + 1);
          flush();
        } else {
          if (!checkVisibility(child)) continue;
          visit(child, block, depth + 1);
          if (open) open.text += ' ';
        }
      }
    };
    const body = queryAll(document, 'body')[0];
    if (body) visit(body, body, 0);
    flush();
    return blocks;
  };

  const jobSource = () => ({
    jsonLd: queryAll(document, 'script[type*="ld+json" i]').slice(0, LIMIT.jsonLd)
      .map((script) => cap(script.textContent ?? '', LIMIT.jsonLdText)),
    microdata: microdata(),
    meta: queryAll(document, 'meta[content]')
      .map((meta) => [attr(meta, 'property') || attr(meta, 'name'), fold(attr(meta, 'content'), 1_000)])
      .filter(([name, content]) => name && content).slice(0, LIMIT.meta),
    blocks: blocksOf(),
  });

  const foreignFrames = (frames) => frames.filter((frame) => {
    try { return !frame.contentDocument; } catch { return true; }
  }).map((frame) => frame.src || '').filter(Boolean).slice(0, 50);

  // ------------------------------------------------------------------------------------------------------------ doors

  /** Reads the whole frame. Numbers the elements afresh and forgets the old numbers. */
  const collect = () => {
    numbers = new Map();
    elements = [];
    owners = new Map();
    mergeKeys.clear();
    const found = survey();
    let units = unitsOf(found);
    const truncated = found.truncated || units.length > LIMIT.fields;
    units = units.slice(0, LIMIT.fields);
    for (const unit of units) unit.why = look(unit, found);
    const counts = countUnits(units);
    for (const unit of units) {
      unit.field = fieldOf(unit, found, counts);
      const members = [unit.element, unit.standIn, ...unit.twins, ...unit.options.flatMap((option) => [option.element, option.click])];
      for (const member of members) if (member) owners.set(member, unit.field.handle);
    }
    findRows(units, counts);
    return {
      url: location.href,
      title: fold(getter(Document.prototype, 'title')(document)),
      lang: lower(documentElement(document), 'lang'),
      top: globalThis === globalThis.top,
      frameId: 0,
      fields: units.map((unit) => unit.field),
      job: jobSource(),
      childFrames: foreignFrames(found.frames),
      truncated,
    };
  };

  const elementOf = (number) => elements[number - 1] ?? null;

  globalThis.__foothold = Object.assign(globalThis.__foothold ?? {}, {
    collect,
    /** The element of a field's number, null where there is none. */
    elementOf,
    /** The element of an option's number: what is clicked to choose it. */
    optionElementOf: elementOf,
    /** The number of the field that an element is part of (itself, an option, a hidden twin); 0 for none. */
    handleOf: (element) => owners.get(element) ?? 0,
    signatureOf,
  });
})();
