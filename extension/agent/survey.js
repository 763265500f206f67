/**
 * One walk over the frame: what kind of control each element is, whether a person can see it, and its number.
 *
 * What must not happen here: a second walk, a forced layout for each element, a meaning.
 */
(() => {
  'use strict';

  const {
    LIMIT, ancestors, attr, checkVisibility, closest, containsNode, getAttribute, hasAttribute, isButton, listAll,
    lookAfresh, lower, noted, obscured, queryAll, rectOf, rootOf, shadowOf, signatureOf, tagOf,
  } = globalThis.__foothold.reading;

  const BY_TYPE = {
    text: 'text', email: 'email', tel: 'tel', url: 'url', number: 'number', range: 'number', date: 'date',
    month: 'month', 'datetime-local': 'other-date', time: 'other-date', week: 'other-date', search: 'search',
    password: 'password', file: 'file', radio: 'radio', checkbox: 'checkbox', color: 'other',
    hidden: '', submit: '', button: '', image: '', reset: '',
  };
  const CHECKABLE_ROLE = { radio: 'radio', menuitemradio: 'radio', checkbox: 'checkbox', switch: 'checkbox' };

  /** Boxes of libraries that give no role: places, jQuery UI, typeahead.js. */
  const TYPE_AHEAD = /(^|\s)(pac-target-input|ui-autocomplete-input|tt-input)(\s|$)/;

  const opensList = (element) =>
    lower(element, 'role') === 'combobox' || TYPE_AHEAD.test(attr(element, 'class')) || lower(element, 'aria-haspopup') === 'listbox'
    || ['list', 'both'].includes(lower(element, 'aria-autocomplete'));

  /** Parts of a date spin in company, or say what they are; a number spins alone. */
  const isPartOfDate = (input) =>
    /day|month|year|date|(^|\W)(dd|mm|yy|yyyy|tt|jj|jjjj|aaaa)(\W|$)/i.test(['aria-label', 'aria-valuetext', 'placeholder', 'id', 'name', 'class', 'data-automation-id'].map((name) => attr(input, name)).join(' '))
    || closest(input, 3, (at) => at !== input && queryAll(at, '[role=spinbutton]').length > 1) !== null;

  const inputControl = (input) => {
    const control = BY_TYPE[lower(input, 'type')] ?? 'text';
    if (control !== 'text' && control !== 'search') return control;
    if (lower(input, 'role') === 'spinbutton') return isPartOfDate(input) ? 'spin-button' : 'number';
    if (opensList(input)) return 'combo-box';
    // ARIA 1.1: the role stands on the wrapper.
    if (closest(input, 3, (at) => at !== input && lower(at, 'role') === 'combobox')) return 'combo-box';
    return lower(input, 'role') === 'searchbox' ? 'search' : control;
  };

  const isEditable = (element) => {
    const value = getAttribute(element, 'contenteditable');
    return value !== null && ['', 'true', 'plaintext-only'].includes(value.trim().toLowerCase());
  };

  /** The body of an editor's own frame, null where a frame is no editor (or another origin's). */
  const editableIn = (element) => {
    if (tagOf(element) !== 'iframe') return null;
    let inner = null;
    try { inner = element.contentDocument; } catch { return null; }
    const body = inner?.body;
    return body && (isEditable(body) || inner.designMode === 'on') ? body : null;
  };

  /** Whether this document is an editor within another one of the same origin, which reads it as its field. */
  const isInnerEditor = () => {
    try { return frameElement !== null && editableIn(frameElement) !== null; } catch { return false; }
  };

  /** A place to drop files on that has no file input in it; the words inside such a place often share its class. */
  const isCalledDropZone = (element) => /dropzone|drop-zone/i.test(attr(element, 'class'));
  const isDropZone = (element) => isCalledDropZone(element)
    && /^(div|section|label|form|button|span|p)$/.test(tagOf(element))
    && queryAll(element, 'input:not([type=hidden]), select, textarea').length === 0
    && !closest(element, 4, (at) => isCalledDropZone(at) && queryAll(at, 'input[type=file]').length > 0);

  /** The control an element is, '' for none; radio and checkbox are not groups yet. */
  const controlOf = (element, tag) => {
    if (tag === 'input') return inputControl(element);
    if (tag === 'textarea') return 'text-area';
    if (tag === 'select') return hasAttribute(element, 'multiple') ? 'select-multiple' : 'select';
    const role = lower(element, 'role');
    if (role === 'spinbutton') return 'spin-button';
    if (isEditable(element)) return tag === 'body' && isInnerEditor() ? '' : 'rich-text';
    if (CHECKABLE_ROLE[role]) return CHECKABLE_ROLE[role];
    if (tag === 'button' || role === 'button') {
      return lower(element, 'aria-haspopup') === 'listbox' || role === 'combobox' ? 'listbox-button' : '';
    }
    // A closed list that is its own button; an open one belongs to what opened it.
    if (role === 'listbox' && lower(element, 'aria-expanded') === 'false' && hasAttribute(element, 'tabindex')) return 'listbox-button';
    if (role === 'combobox') return queryAll(element, 'input:not([type=hidden])').length ? '' : 'listbox-button';
    if (role === 'searchbox') return 'search';
    if (role === 'textbox') return 'rich-text';
    if (isDropZone(element)) return 'file';
    return '';
  };

  // ------------------------------------------------------------------------------------------------------ visibility

  const tiny = (rect) => rect.width <= 1 || rect.height <= 1;

  /** Why a person cannot see an element; '' where they can. */
  const hiddenWhy = (element) => {
    const why = hiddenByItself(element) || obscured(element);
    noted.set(element, why);
    return why;
  };

  const hiddenByItself = (element) => {
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

  /**
   * Who is who: element to number, number to element, and element to the number of its field. A number is given once:
   * an element keeps its own from look to look, and nobody else gets it, so that what was said about a field earlier
   * still means that field.
   */
  // Injected again, the agent goes on with the same book.
  const book = globalThis.__foothold.reading.book
    ?? { numbers: new Map(), elements: new Map(), owners: new Map(), lost: new Map(), standIns: new Map(), last: 0 };

  /** Whether a signature names an element: its tag and type alone do not. */
  const names = (signature) => signature.split('|').slice(2).join('') !== '';

  /** Opens the book for a new look: elements that left the page give up their numbers to those that replace them. */
  const openBook = () => {
    lookAfresh();
    book.owners = new Map();
    book.standIns = new Map();
    book.lost = new Map();
    const gone = [...book.numbers].filter(([element]) => !element.isConnected);
    if (!gone.length) return;
    for (const [element, number] of gone) {
      book.numbers.delete(element);
      book.elements.delete(number);
      const signature = signatureOf(element);
      // Two of them that look the same: which is which is not known.
      if (names(signature)) book.lost.set(signature, book.lost.has(signature) ? 0 : number);
    }
    for (const element of book.numbers.keys()) book.lost.delete(signatureOf(element));
  };

  const numberOf = (element) => {
    let number = book.numbers.get(element);
    if (!number) {
      const signature = book.lost.size ? signatureOf(element) : '';
      number = book.lost.get(signature);
      if (number) book.lost.delete(signature);
      else { book.last += 1; number = book.last; }
      book.elements.set(number, element);
      book.numbers.set(element, number);
    }
    return number;
  };

  /** All that can be a control, a button, a heading, a label, a form or a frame; the browser finds these by itself. */
  const OF_INTEREST = 'input, textarea, select, button, label[for], form, iframe, frame, h1, h2, h3, h4, h5, h6,'
    + ' [contenteditable], [role], [class*="dropzone" i], [class*="drop-zone" i], a:not([href]), a[href^="#"], a[href^="javascript:" i]';

  const note = (found, element, tag, order) => {
    const editor = editableIn(element);
    if (!editor && (tag === 'iframe' || tag === 'frame')) { found.frames.push(element); return false; }
    if (tag === 'form') { if (!found.forms.has(element)) found.forms.set(element, found.forms.size); return false; }
    if (tag === 'label' && attr(element, 'for')) {
      const key = attr(element, 'for');
      if (!found.labels.has(key)) found.labels.set(key, []);
      found.labels.get(key).push(element);
    }
    const level = /^h[1-6]$/.test(tag) ? Number(tag[1])
      : lower(element, 'role') === 'heading' ? Number(attr(element, 'aria-level')) || 2 : 0;
    if (level) found.headings.push({ element, order, level });
    const control = editor ? 'rich-text' : controlOf(element, tag);
    if (control) {
      if (found.controls.length >= LIMIT.controls) { found.truncated = true; return true; }
      found.controls.push({ element, order, control, inShadow: rootOf(element) !== document });
      return control !== 'radio' && control !== 'checkbox';
    }
    if (isButton(element)) {
      if (found.buttons.length < LIMIT.buttons) found.buttons.push({ element, order });
      else found.truncated = true;
    } else if ((tag === 'a' || tag === 'input') && found.links.length < LIMIT.buttons) {
      found.links.push({ element, order });
    }
    return false;
  };

  /**
   * Everything that matters, in document order; a shadow tree comes at its host, before the host's own children.
   * A generator: it pauses every now and then, so that the page's own work is not held up.
   */
  const survey = function* () {
    const found = { controls: [], buttons: [], links: [], headings: [], forms: new Map(), frames: [], labels: new Map(), truncated: false };
    let order = 0;
    const walk = function* (root) {
      const relevant = new Set(queryAll(root, OF_INTEREST));
      // A list as the browser keeps it, read by place: an array of a long page's elements would take longer to make.
      const all = listAll(root, '*');
      let inside = null;
      for (let at = 0; at < all.length; at += 1) {
        const element = all[at];
        order += 1;
        if (order > LIMIT.nodes) { found.truncated = true; return; }
        if (order % 500 === 0) yield;
        const shadow = shadowOf(element);
        if (!shadow && !relevant.has(element)) continue;
        // What stands inside a control is a part of it.
        if (inside && containsNode(inside, element)) continue;
        if (relevant.has(element) && !(element instanceof SVGElement) && note(found, element, tagOf(element), order)) inside = element;
        else if (shadow) yield* walk(shadow);
      }
    };
    yield* walk(document);
    return found;
  };

  Object.assign(globalThis.__foothold.reading, { book, editableIn, hiddenWhy, isDropZone, numberOf, openBook, survey });
})();
