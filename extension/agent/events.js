/**
 * How a hand looks to a page: focus, typing, clicking.
 *
 * Runs in the isolated world of one frame; the functions hang on `globalThis.__foothold.hand`.
 *
 * What must not happen here: a click that submits a form or follows a link, a decision about what is right. Values go through the prototypes' own setters, so that a framework that watches its inputs sees them.
 */
(() => {
  'use strict';

  const setterOf = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).set;
  const setInputValue = setterOf(HTMLInputElement.prototype, 'value');
  const setAreaValue = setterOf(HTMLTextAreaElement.prototype, 'value');
  const setChecked = setterOf(HTMLInputElement.prototype, 'checked');
  const setFiles = setterOf(HTMLInputElement.prototype, 'files');
  const setSelected = setterOf(HTMLOptionElement.prototype, 'selected');
  const getActive = Object.getOwnPropertyDescriptor(Document.prototype, 'activeElement').get;

  const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

  /** The same folding as `plan/words.rs`: both sides compare option texts by it. */
  const fold = (text) => {
    const flat = [...String(text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()];
    let out = '';
    const gap = () => { if (out && !out.endsWith(' ')) out += ' '; };
    flat.forEach((c, at) => {
      if (LETTERS[c]) out += LETTERS[c];
      else if (/['’‘ʼ`]/.test(c)) return;
      else if (/[\p{Alphabetic}\p{N}]/u.test(c)) out += c;
      else if (c === '+' && /[0-9]/.test(flat[at + 1] ?? '')) { gap(); out += '+'; }
      else if ((c === '+' || c === '#') && out && !out.endsWith(' ')) out += c;
      else gap();
    });
    return out.trimEnd();
  };

  const textOf = (element) => (element?.innerText || element?.textContent || '').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim();

  const isVisible = (element) =>
    element.isConnected && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && element.getClientRects().length > 0;

  // ---------------------------------------------------------------------------------------------------------- events

  const send = (element, Type, name, init = {}) =>
    element.dispatchEvent(new Type(name, { bubbles: true, composed: true, ...init }));

  const activeIn = (root) => (root instanceof ShadowRoot ? root.activeElement : getActive.call(document));
  const isActive = (element) => activeIn(element.getRootNode()) === element;

  /**
   * Tells a field that it is entered, and later left, without moving the page's focus there: as the browser's own
   * autofill does. A real move costs a layout for each field.
   */
  const enter = (element) => {
    if (isActive(element)) return;
    send(element, FocusEvent, 'focus', { bubbles: false });
    send(element, FocusEvent, 'focusin');
  };

  /** Focuses; a page in the background gets the events that the browser keeps back. */
  const focus = (element) => {
    let told = false;
    const note = () => { told = true; };
    element.addEventListener('focus', note, { once: true });
    const before = isActive(element);
    element.focus?.({ preventScroll: true });
    element.removeEventListener('focus', note);
    if (told || before) return;
    send(element, FocusEvent, 'focus', { bubbles: false });
    send(element, FocusEvent, 'focusin');
  };

  const blur = (element) => {
    let told = false;
    if (isActive(element)) {
      const note = () => { told = true; };
      element.addEventListener('blur', note, { once: true });
      element.blur?.();
      element.removeEventListener('blur', note);
    }
    if (told) return;
    send(element, FocusEvent, 'blur', { bubbles: false });
    send(element, FocusEvent, 'focusout');
  };

  const key = (element, name, press = 'Unidentified') =>
    send(element, KeyboardEvent, name, { key: press, code: press.length > 1 ? press : '', cancelable: true });

  const tap = (element, press) => { key(element, 'keydown', press); key(element, 'keyup', press); };

  const change = (element) => send(element, Event, 'change');

  const input = (element, data, inputType) => send(element, InputEvent, 'input', { data, inputType });

  /** Sets a text control's value, as one insertion. */
  const setValue = (element, value) => {
    const inputType = value === '' ? 'deleteContentBackward' : 'insertText';
    const data = value === '' ? null : value;
    key(element, 'keydown');
    send(element, InputEvent, 'beforeinput', { data, inputType, cancelable: true });
    (element instanceof HTMLTextAreaElement ? setAreaValue : setInputValue).call(element, value);
    input(element, data, inputType);
    key(element, 'keyup');
  };

  /** Types letter by letter, for fields with a mask that watches single keys. */
  const typeSlowly = (element, value) => {
    setValue(element, '');
    for (const letter of value) {
      const set = element instanceof HTMLTextAreaElement ? setAreaValue : setInputValue;
      key(element, 'keydown', letter);
      send(element, KeyboardEvent, 'keypress', { key: letter, cancelable: true });
      const before = element.value;
      send(element, InputEvent, 'beforeinput', { data: letter, inputType: 'insertText', cancelable: true });
      // A mask that handles the key itself has put the letter in already.
      if (element.value === before) set.call(element, before + letter);
      input(element, letter, 'insertText');
      key(element, 'keyup', letter);
    }
  };

  // ---------------------------------------------------------------------------------------------------------- clicks

  const SUBMITS = new Set(['submit', 'image', 'reset']);

  /** Why an element must not be clicked; '' where it may. */
  const whyNotClick = (element) => {
    const link = element.closest('a[href]');
    if (link && !/^(#|javascript:void)/.test(link.getAttribute('href').trim())) return 'This is a link.';
    const button = element.closest('button, input');
    const type = button?.getAttribute('type')?.trim().toLowerCase() ?? '';
    if (button && SUBMITS.has(type)) return 'This button sends the form.';
    if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true') return 'It cannot be chosen now.';
    return '';
  };

  /** Whatever a click of ours sets off: it sends no form. */
  const withoutSubmitting = (act) => {
    const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
    addEventListener('submit', stop, true);
    try { return act(); } finally { removeEventListener('submit', stop, true); }
  };

  /** A whole mouse click, with the events that widgets listen to before it. False where it must not be. */
  const click = (element) => {
    if (whyNotClick(element)) return false;
    const box = element.getBoundingClientRect();
    const at = {
      cancelable: true, button: 0, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2, view: window,
    };
    const pointer = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
    withoutSubmitting(() => {
      send(element, PointerEvent, 'pointerover', pointer);
      send(element, MouseEvent, 'mouseover', at);
      send(element, MouseEvent, 'mousemove', at);
      send(element, PointerEvent, 'pointerdown', { ...pointer, buttons: 1 });
      send(element, MouseEvent, 'mousedown', { ...at, buttons: 1, detail: 1 });
      send(element, PointerEvent, 'pointerup', pointer);
      send(element, MouseEvent, 'mouseup', { ...at, detail: 1 });
      // The element may be gone by now: many lists choose at mousedown.
      if (element.isConnected) element.click();
    });
    return true;
  };

  /** The click alone: what native radio buttons and checkboxes need. */
  const press = (element) => {
    if (whyNotClick(element)) return false;
    withoutSubmitting(() => element.click());
    return true;
  };

  globalThis.__foothold ??= {};
  globalThis.__foothold.hand ??= {};
  Object.assign(globalThis.__foothold.hand, {
    activeIn, blur, change, click, enter, focus, fold, input, isVisible, key, press, send, setChecked, setFiles,
    setSelected, setValue, tap, textOf, typeSlowly, whyNotClick,
  });
})();
