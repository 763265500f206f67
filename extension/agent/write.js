/**
 * Writes one field: text, select, choices, lists, files. Each way of writing can read back what the field holds and
 * put back what it held before. The functions hang on `globalThis.__foothold.fields`.
 *
 * What must not happen here: a decision about what to write, a change to any element but the field's own, a click on
 * something that is already as wanted.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { calendars, hand, lists, reading, rich, uploads } = agent;

  const roots = (root = document, found = [document]) => {
    for (const element of reading.queryAll(root, '*')) {
      const shadow = reading.shadowOf(element);
      if (shadow) { found.push(shadow); roots(shadow, found); }
    }
    return found;
  };

  /** The one element with a signature, for pages that draw their fields anew; null where it is not one. */
  const findAgain = (signature) => {
    const [tag] = signature.split('|');
    if (!/^[a-z][\w-]*$/.test(tag)) return null;
    const twins = roots().flatMap((root) => reading.queryAll(root, tag)).filter((at) => agent.signatureOf(at) === signature);
    return twins.length === 1 ? twins[0] : null;
  };

  const failed = (detail, kept = '') => ({ result: 'failed', kept, detail });
  const isTextBox = (element) => element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

  // ------------------------------------------------------------------------------------------------------------ text

  const readText = (element) => {
    if (isTextBox(element)) return element.value;
    const now = element.getAttribute('aria-valuetext') ?? element.getAttribute('aria-valuenow');
    return now ?? rich.read(element);
  };

  const plain = (value) => value.replace(/\s+/g, ' ').trim();
  const digits = (value) => value.replace(/\D/g, '');

  /** The same, white space aside; of a number, how its digits are grouped aside too: "(555) 123-4567". */
  const sameText = (held, wanted) => {
    if (plain(held) === plain(wanted)) return true;
    if (/\p{L}/u.test(wanted) || held.trim() === '') return false;
    return Number(held) === Number(wanted) || digits(wanted).length >= 4 && digits(held) === digits(wanted);
  };

  /** A spin button that is no text field: digits first, then arrow by arrow. */
  const spin = async (element, value) => {
    for (const digit of value) {
      hand.key(element, 'keydown', digit);
      hand.send(element, InputEvent, 'beforeinput', { data: digit, inputType: 'insertText', cancelable: true });
      hand.key(element, 'keyup', digit);
    }
    await hand.pause();
    const target = Number(value);
    for (let i = 0; i < 200; i += 1) {
      const now = Number(element.getAttribute('aria-valuenow') ?? Number.NaN);
      if (!Number.isFinite(now) || now === target) return;
      hand.tap(element, now < target ? 'ArrowUp' : 'ArrowDown');
      await hand.pause();
      if (Number(element.getAttribute('aria-valuenow')) === now) return;
    }
  };

  const putText = async (element, value) => {
    if (isTextBox(element)) {
      hand.enter(element);
      hand.setValue(element, value);
      await hand.pause();
      // A mask that watches single keys loses what comes at once, and looks where the focus is.
      if (element.isConnected && element.value.length < value.length && !sameText(element.value, value)) {
        hand.focus(element);
        hand.typeSlowly(element, value);
        await hand.pause();
        if (!sameText(element.value, value)) hand.setValue(element, value);
      }
      hand.change(element);
    } else if (element.getAttribute('role') === 'spinbutton') {
      hand.focus(element);
      await spin(element, value);
    } else {
      await rich.write(element, value);
      return;
    }
    hand.blur(element);
    await hand.pause();
  };

  const text = {
    read: readText,
    says: (element, { value }) => sameText(readText(element), value),
    remember: (element) => readText(element),
    async write(element, { value }) {
      await putText(element, value);
      const kept = readText(element);
      if (!sameText(kept, value)) return { result: 'kept_different', kept };
      const invalid = isTextBox(element) && !element.validity.valid;
      return { result: 'written', kept, detail: invalid ? 'The page marks this as not valid.' : '' };
    },
    async restore(element, before) {
      await putText(element, before);
      return readText(element) === before || sameText(readText(element), before);
    },
  };

  // ----------------------------------------------------------------------------------------------------------- dates

  const date = {
    read: readText,
    says: (element, action) => calendars.holds(readText(element), action.date),
    remember: readText,
    async write(element, action) {
      if (action.text && !element.readOnly) {
        await putText(element, action.text);
        if (date.says(element, action)) return { result: 'written', kept: readText(element) };
      }
      const why = await calendars.take(element, action.date);
      const kept = readText(element);
      if (date.says(element, action)) return { result: 'written', kept };
      return why ? failed(why, kept) : { result: 'kept_different', kept };
    },
    async restore(element, before) {
      if (!element.readOnly) { await putText(element, before); return readText(element) === before; }
      const clear = lists.clearOf(element);
      if (before === '' && clear) { hand.click(clear); await hand.pause(); }
      return readText(element) === before;
    },
  };

  // ---------------------------------------------------------------------------------------------------------- select

  const chosenTexts = (element) => [...element.selectedOptions].map((option) => option.text.trim()).join('; ');

  const putSelected = (element, wanted) => {
    hand.enter(element);
    for (const option of element.options) {
      if (option.selected !== wanted.has(option)) hand.setSelected.call(option, wanted.has(option));
    }
    hand.input(element, null, '');
    hand.change(element);
    hand.blur(element);
  };

  const standInOf = (element) => {
    const standIn = agent.reading.book.standIns.get(element);
    return standIn?.isConnected ? standIn : null;
  };

  /** What is drawn over a native select and did not follow its change: it is told, and then chosen from itself. */
  const redraw = async (element, texts) => {
    const standIn = standInOf(element);
    if (!standIn || texts.length !== 1) return;
    const follows = () => lists.says(lists.shown(standIn), texts[0]);
    if (follows()) return;
    hand.send(element, CustomEvent, 'chosen:updated');
    if (follows() || await hand.until(follows, 60)) return;
    await lists.pick(standIn, { query: '', accept: texts });
  };

  /** The options that were planned: by place, or by their words where the list moved. */
  const plannedOptions = (element, { indexes, texts }) => indexes.map((index, at) => {
    const wanted = hand.fold(texts[at]);
    const says = (option) => option && hand.fold(option.text || option.label) === wanted;
    if (says(element.options[index])) return element.options[index];
    const others = [...element.options].filter(says);
    return others.length === 1 ? others[0] : null;
  });

  const select = {
    read: chosenTexts,
    says: (element, { texts }) => {
      const held = [...element.selectedOptions].map((option) => hand.fold(option.text || option.label));
      return texts.every((wanted) => held.includes(hand.fold(wanted)));
    },
    remember: (element) => [...element.selectedOptions],
    async write(element, action) {
      const wanted = plannedOptions(element, action);
      if (wanted.some((option) => !option || option.disabled)) return { result: 'no_option', kept: chosenTexts(element) };
      putSelected(element, new Set(wanted));
      await hand.pause();
      await redraw(element, action.texts);
      const result = select.says(element, action) ? 'written' : 'kept_different';
      return { result, kept: chosenTexts(element) };
    },
    async restore(element, before) {
      putSelected(element, new Set(before));
      await hand.pause();
      await redraw(element, before.map((option) => option.text));
      return before.every((option) => option.selected);
    },
  };

  // --------------------------------------------------------------------------------------------------------- choices

  const ON = /(^|[\s_-])(active|selected|checked|on)([\s_-]|$)/i;
  const nativeOf = (element) =>
    element instanceof HTMLInputElement ? element : element.querySelector('input[type=radio], input[type=checkbox]');

  /** Whether an option is on; undefined where it does not say. */
  const isOn = (element) => {
    const native = nativeOf(element);
    if (native) return native.checked;
    for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
      if (element.hasAttribute(name)) return element.getAttribute(name) === 'true';
    }
    const state = element.getAttribute('data-state');
    if (state) return /^(on|checked|active|selected)$/i.test(state);
    return ON.test(element.className) || undefined;
  };

  const looks = (element) => `${element.className}|${[...element.attributes].map((a) => `${a.name}=${a.value}`).join('|')}`;

  const optionText = (element) => hand.textOf(element.labels?.[0] ?? element) || element.value || '';

  /** Clicks an option until it is on: once, and once more where the page took it back. */
  const turnOn = async (element) => {
    if (isOn(element) === true) return '';
    const why = hand.whyNotClick(element);
    if (why) return why;
    const before = looks(element);
    for (let tries = 0; tries < 2; tries += 1) {
      const native = nativeOf(element);
      // What a drawn box does not pass on, the native one inside it takes.
      if (native && (native === element || tries > 0)) { hand.enter(native); hand.press(native); } else hand.click(element);
      await hand.pause();
      if (!element.isConnected) return 'The page replaced this field while it was written.';
      if (await hand.until(() => isOn(element) === true || isOn(element) === undefined && looks(element) !== before, 250)) {
        hand.blur(element);
        return '';
      }
      // An option that does not say whether it is on may have been turned on: a second click would undo it.
      if (isOn(element) === undefined) return 'The page does not show whether it took this answer.';
    }
    return 'The page did not keep this choice.';
  };

  const turnOff = async (element) => {
    const native = nativeOf(element);
    if (native?.type === 'radio') {
      hand.setChecked.call(native, false);
      hand.input(native, null, '');
      hand.change(native);
    } else if (native) hand.press(native);
    else hand.click(element);
    await hand.pause();
    return isOn(element) !== true;
  };

  const choice = {
    read: (element, { handles }) => choice.options(handles).filter((at) => at && isOn(at) !== false).map(optionText).join('; '),
    options: (handles) => handles.map((handle) => {
      const known = agent.optionElementOf(handle);
      return known && !known.isConnected ? findAgain(agent.signatureOf(known)) : known;
    }),
    says: (element, { handles }) => choice.options(handles).every((at) => at?.isConnected && isOn(at) !== false),
    /** The options as they are, and which option of the group was on before. */
    remember: (element, { handles }) => {
      const options = choice.options(handles).filter(Boolean);
      const first = options[0] && nativeOf(options[0]);
      const root = first?.form ?? (first && reading.rootOf(first));
      const siblings = first?.type === 'radio' && first.name
        ? reading.queryAll(root, `input[type=radio][name="${CSS.escape(first.name)}"]`)
        : [...(options[0]?.parentElement?.children ?? [])];
      return { on: options.filter((at) => isOn(at) !== true), other: siblings.find((at) => !options.includes(at) && isOn(at) === true) };
    },
    async write(element, action) {
      const options = choice.options(action.handles);
      if (options.some((at) => !at?.isConnected)) return { result: 'gone', kept: '' };
      if (options.every((at) => isOn(at) === true)) return { result: 'already_there', kept: choice.read(element, action) };
      for (const option of options) {
        const why = await turnOn(option);
        if (why) return failed(why, choice.read(element, action));
      }
      return { result: 'written', kept: action.texts.join('; ') };
    },
    async restore(element, { on, other }) {
      if (other) return other.isConnected && await turnOn(other) === '';
      for (const option of on) if (!await turnOff(option)) return false;
      return true;
    },
  };

  // ----------------------------------------------------------------------------------------------------------- lists

  const list = {
    read: lists.shown,
    says: (element, action, text) => {
      const shown = lists.shown(element);
      return text ? lists.says(shown, text) : action.accept.some((wanted) => lists.says(shown, wanted));
    },
    remember: lists.shown,
    write: (element, action) => lists.pick(standInOf(element) ?? element, action),
    restore: (element, before) => lists.restore(standInOf(element) ?? element, before),
  };

  const several = {
    read: lists.shown,
    says: (element, action, text) => {
      const held = lists.entries(element);
      return String(text ?? '').split('; ').filter(Boolean).every((wanted) => held.some((entry) => lists.says(entry, wanted)));
    },
    remember: lists.entries,
    write: lists.pickMany,
    restore: lists.restoreMany,
  };

  const WAYS = { 'set-text': text, select, choose: choice, pick: list, 'pick-many': several, 'pick-date': date, attach: uploads.upload };
  const TAKES = {
    'set-text': (at) => isTextBox(at) || reading.editableIn(at) !== null || at.isContentEditable || at.hasAttribute('contenteditable')
      || ['spinbutton', 'textbox', 'searchbox'].includes(at.getAttribute('role')),
    select: (at) => at instanceof HTMLSelectElement,
    choose: () => true,
    pick: () => true,
    'pick-many': () => true,
    'pick-date': (at) => at instanceof HTMLInputElement,
    attach: (at) => at instanceof HTMLInputElement ? at.type === 'file' : reading.isDropZone(at),
  };

  /** The way to write an action into an element; null where the element is not of that kind. */
  const wayOf = (action, element) => (TAKES[action.do]?.(element) ? WAYS[action.do] : null);

  Object.assign(agent, { fields: { findAgain, wayOf } });
})();
