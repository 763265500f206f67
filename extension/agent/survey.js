/**
 * One walk over the frame: what kind of control each element is, whether a person can see it, and its number.
 *
 * What must not happen here: a second walk, a forced layout for each element, a meaning.
 */
(() => {
  'use strict';

  const {
    LIMIT, ancestors, attr, checkVisibility, closest, documentElement, getAttribute, hasAttribute, isButton,
    isElement, lastChild, lower, previousSibling, queryAll, rectOf, rootOf, shadowOf, tagOf,
  } = globalThis.__foothold.reading;

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

  /** Who is who: element to number, number to element, and element to the number of its field. */
  const book = { numbers: new Map(), elements: [], owners: new Map() };

  const numberOf = (element) => {
    let number = book.numbers.get(element);
    if (!number) {
      book.elements.push(element);
      number = book.elements.length;
      book.numbers.set(element, number);
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

  Object.assign(globalThis.__foothold.reading, { book, hiddenWhy, numberOf, survey });
})();
