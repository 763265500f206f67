/**
 * After a fill: tells the worker what the person changes, that other fields stand on the page than before, and that the
 * form was sent; `agent.said()` reads what the page says and shows now.
 *
 * Only the fields that the worker named are looked at (it never names passwords, traps or what the person answers for
 * themselves alone), and only what the person does counts: our own writing and the page's own changes do not.
 *
 * What must not happen here: a write to the page, a decision about what a button or a text means, a loop that runs while
 * nothing moves, a watch without an end.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  // Injected again, the watch that runs keeps running.
  if (agent.watch) return;
  const { hand, reading } = agent;
  const { attr, cap, checkVisibility, fold, lower, queryAll, shadowOf, tagOf, textOf } = reading;

  const HOUR_MS = 60 * 60_000;
  /** After a press the page's texts are looked at, too: for this long. */
  const SENT_MS = 60_000;
  const REST_MS = 400;
  const LONGEST_REST_MS = 3_000;
  const TYPING_MS = 1_200;
  /** A worker that does not want to wake is not asked again before this. */
  const WAKE_MS = 5_000;
  const LIMIT = { value: 5_000, button: 80, buttons: 60, blocks: 600, block: 1_000, errors: 20, screens: 300 };

  const fields = new Map();
  /** Element to field, for the elements around a field that hold no other one. */
  let areas = new WeakMap();
  /** The fields' own elements and options: a press on one of them answers a question. */
  let parts = new WeakSet();
  let ends = 0;
  let endTimer = 0;
  let sentUntil = 0;
  let screens = 0;
  let lastInput = 0;
  let lines = [];
  let observed = new WeakSet();

  /** Tells the worker; its answer, null where there is none. */
  const tell = async (event) => {
    try {
      return await chrome.runtime.sendMessage({ kind: 'page', event }) ?? null;
    } catch {
      // The extension was updated or removed: nobody listens any more.
      if (!globalThis.chrome?.runtime?.id) stop();
      return null;
    }
  };

  let line = null;
  let wokenAt = -WAKE_MS;

  /**
   * Wakes the worker before it is needed: what is told while a page goes away reaches only a worker that runs already.
   * The browser closes the line when it ends an idle worker; the person's next movement opens another.
   */
  const wake = () => {
    if (line || performance.now() - wokenAt < WAKE_MS) return;
    wokenAt = performance.now();
    try {
      const opened = chrome.runtime.connect({ name: 'watch' });
      line = opened;
      opened.onDisconnect.addListener(() => {
        if (line === opened) line = null;
        // An error is a worker that could not be woken; without one it came to its end.
        if (!chrome.runtime.lastError) wokenAt = -WAKE_MS;
      });
    } catch {
      // The extension was updated or removed.
      stop();
    }
  };

  const onHere = (event) => { if (event.isTrusted) wake(); };

  const visible = (element) => element?.isConnected && checkVisibility(element, { visibilityProperty: true, opacityProperty: true });
  const parentOf = (node) => node.parentElement ?? (node.getRootNode() instanceof ShadowRoot ? node.getRootNode().host : null);

  // ---------------------------------------------------------------------------------------------------------- values

  const ON = /(^|[\s_-])(active|selected|checked|on)([\s_-]|$)/i;

  const isOn = (element) => {
    const native = element instanceof HTMLInputElement ? element
      : element.control ?? element.querySelector?.('input[type=radio], input[type=checkbox]');
    if (native && 'checked' in native) return native.checked;
    for (const name of ['aria-checked', 'aria-pressed', 'aria-selected']) {
      if (element.hasAttribute(name)) return attr(element, name) === 'true';
    }
    const state = attr(element, 'data-state');
    return state ? /^(on|checked|active|selected)$/i.test(state) : ON.test(attr(element, 'class'));
  };

  /** The element of a field as it stands now: pages draw their fields anew. */
  const elementOf = (field) => {
    const now = agent.elementOf(field.handle);
    if (now?.isConnected) field.element = now;
    else if (!field.element?.isConnected) field.element = agent.fields.findAgain(field.signature) ?? field.element;
    return field.element;
  };

  const optionOf = (field, option) => {
    const now = agent.optionElementOf(option.handle);
    if (now?.isConnected) option.element = now;
    return option.element?.isConnected ? option.element : null;
  };

  /** What a field holds, as a person reads it: one text, or each option that is chosen. */
  const valueOf = (field) => {
    const element = elementOf(field);
    if (!element?.isConnected) return null;
    const own = field.options.filter((option) => option.handle);
    if (own.length && !(element instanceof HTMLSelectElement) && field.group) {
      return own.filter((option) => { const at = optionOf(field, option); return at && isOn(at); }).map((option) => option.text);
    }
    if (element instanceof HTMLSelectElement) {
      return [...element.selectedOptions].filter((option) => option.value !== '' || !option.disabled)
        .map((option) => fold(option.text || option.label, LIMIT.value)).filter(Boolean);
    }
    if (element instanceof HTMLInputElement && element.type === 'file') return [...(element.files ?? [])].map((file) => file.name);
    if (element instanceof HTMLInputElement && element.type === 'password') return null;
    const text = field.list ? agent.lists.shown(element) : agent.fields.wayOf({ do: 'set-text' }, element)?.read(element) ?? '';
    const value = cap(String(text).trim(), LIMIT.value);
    return value ? [value] : [];
  };

  const same = (one, other) => one.length === other.length && one.every((text, at) => text === other[at]);

  // ------------------------------------------------------------------------------------------------- what is changed

  const touch = (field) => {
    if (field.before === null) field.before = valueOf(field) ?? [];
    field.touched = true;
  };

  const fieldAt = (event) => {
    for (const node of event.composedPath()) {
      const field = areas.get(node);
      if (field) return field;
    }
    const label = event.composedPath()[0]?.closest?.('label');
    return label?.control ? areas.get(label.control) ?? null : null;
  };

  /** Whether the person is still at work in a field: its value is not final. */
  const isTyping = (field) => {
    if (field.group || field.element instanceof HTMLSelectElement) return false;
    const focused = field.element?.getRootNode()?.activeElement;
    return Boolean(focused) && (focused === field.element || field.element.contains(focused));
  };

  const look = () => {
    if (agent.busy) { later(); return; }
    for (const field of fields.values()) {
      if (!field.touched || isTyping(field)) continue;
      const value = valueOf(field);
      if (!value) continue;
      field.touched = false;
      const { before } = field;
      field.before = null;
      if (!same(value, before)) tell({ event: 'edited', handle: field.handle, value, was: before });
    }
  };

  let lookTimer = 0;
  const later = () => { clearTimeout(lookTimer); lookTimer = setTimeout(look, 250); };

  const onPerson = (event) => {
    if (!event.isTrusted || agent.busy) return;
    if (event.type !== 'focusout' && event.type !== 'change') lastInput = performance.now();
    if (event.type === 'focusout' || event.type === 'change' || event.type === 'keyup' || event.type === 'click') { later(); return; }
    const field = fieldAt(event);
    if (field) touch(field);
    later();
  };

  // ------------------------------------------------------------------------------------------------------ the screen

  const watchRoots = () => {
    const visit = (root) => {
      if (!observed.has(root)) {
        observed.add(root);
        observer.observe(root, {
          subtree: true, childList: true, characterData: true, attributes: true,
          attributeFilter: ['hidden', 'class', 'style', 'aria-hidden', 'aria-invalid', 'open', 'aria-busy'],
        });
      }
      for (const element of queryAll(root, '*')) { const shadow = shadowOf(element); if (shadow) visit(shadow); }
    };
    visit(document);
  };

  const compare = () => {
    const now = agent.shown();
    const known = new Map();
    for (const line of lines) known.set(line, (known.get(line) ?? 0) + 1);
    let changed = now.length !== lines.length;
    for (const line of now) {
      const left = known.get(line) ?? 0;
      if (left === 0) changed = true;
      known.set(line, left - 1);
    }
    lines = now;
    return changed;
  };

  let restTimer = 0;
  let restSince = 0;
  /** The page changed: when it has come to rest (or does not for long), it is looked at. */
  const stir = () => {
    const now = performance.now();
    restSince ||= now;
    clearTimeout(restTimer);
    restTimer = setTimeout(settle, now - restSince > LONGEST_REST_MS ? 0 : REST_MS);
  };

  const settle = () => {
    restSince = 0;
    if (!ends) return;
    const now = performance.now();
    // In the middle of a fill, or while the person types, a new field can wait.
    if (agent.busy || sentUntil < now && now - lastInput < TYPING_MS) { restTimer = setTimeout(settle, REST_MS); return; }
    requestIdleCallback(() => {
      if (!ends || screens >= LIMIT.screens) return;
      watchRoots();
      const changed = compare();
      if (!changed && sentUntil < performance.now()) return;
      screens += 1;
      tell({ event: 'screen', fields: changed });
    }, { timeout: 1_000 });
  };

  const observer = new MutationObserver(() => stir());

  // --------------------------------------------------------------------------------------------------------- sending

  const valuesNow = () => {
    const values = [];
    for (const field of fields.values()) {
      const value = visible(field.element) || field.element instanceof HTMLInputElement && field.element.type === 'file' ? valueOf(field) : null;
      if (value) values.push({ handle: field.handle, value });
    }
    return values;
  };

  const TEXTUAL = 'input:not([type=hidden]):not([type=submit]):not([type=button]):not([type=image]):not([type=reset]), textarea, select';

  /** Whether a form is ours: it holds a watched field, or no field at all (a review before sending). */
  const isOurs = (form) => {
    for (const { element } of fields.values()) {
      for (let at = element; at; at = parentOf(at)) if (at === form) return true;
    }
    return !queryAll(form, TEXTUAL).some(visible);
  };

  const nameOf = (button) => fold(
    (tagOf(button) === 'input' ? button.value || attr(button, 'alt') : hand.textOf(button)) || attr(button, 'aria-label') || attr(button, 'title'),
    LIMIT.button,
  );

  const send = (button, form) => {
    sentUntil = performance.now() + SENT_MS;
    tell({ event: 'submitting', button, form, values: valuesNow() }).then((answer) => {
      // "Add another" and its like send nothing.
      if (answer?.sent === false) sentUntil = 0;
    });
    // Also where nothing on the page moves: the browser may have held the form back.
    setTimeout(stir, REST_MS);
  };

  let pressed = null;

  const onSubmit = (event) => {
    if (agent.busy || !(event.target instanceof HTMLFormElement) || !isOurs(event.target)) return;
    const button = event.submitter ? nameOf(event.submitter) : '';
    // The press of the button told of it already.
    if (pressed && performance.now() - pressed.at < 1_000 && pressed.button === button && pressed.form) return;
    send(button, true);
  };

  const onClick = (event) => {
    if (!event.isTrusted || agent.busy) return;
    const path = event.composedPath();
    const button = path.find((at) => at instanceof Element && at.matches('button, input[type=submit], input[type=image], input[type=button], [role=button], a[class*=button i], a[class*=btn i]'));
    if (!button || path.some((at) => parts.has(at)) || button.matches(':disabled, [aria-disabled=true]')) return;
    const form = button.form ?? button.closest('form');
    if (form && !isOurs(form)) return;
    const submits = form && (button.matches('button:not([type]), [type=submit], [type=image]'));
    const name = nameOf(button);
    if (!name && !submits) return;
    pressed = { at: performance.now(), button: name, form: Boolean(submits) };
    send(name, Boolean(submits));
  };

  // A field that the browser refuses to send: there is no submit event then.
  const onInvalid = () => { if (ends) stir(); };

  // ------------------------------------------------------------------------------------------------ what is said now

  const ERRORS = '[role=alert], [aria-live=assertive], [class*=error i], [class*=invalid-feedback i], [class*=help-block i], [data-error]';
  const SEARCH = '[type=search], [role=searchbox]';
  const WORKING = '[aria-busy=true], [role=progressbar], progress, [class*=loading i], [class*=spinner i]';

  const allRoots = () => {
    const found = [];
    const visit = (root) => {
      found.push(root);
      for (const element of queryAll(root, '*')) { const shadow = shadowOf(element); if (shadow) visit(shadow); }
    };
    visit(document);
    return found;
  };

  const errorsIn = (root) => queryAll(root, ERRORS).filter((at) => visible(at) && !at.querySelector('input, select, textarea'))
    .map((at) => cap(textOf(at, { all: true }), 300)).filter(Boolean);

  /** What the page says and shows, for the core to judge. */
  const said = async () => {
    const { blocks } = (await reading.inSlices(reading.jobSource())).value;
    const now = {
      url: location.href, title: document.title, fields: 0, watched: 0, errors: [], invalid: 0, buttons: [], busy: false,
      blocks: blocks.slice(0, LIMIT.blocks).map(({ tag, hint, text }) => ({ tag, hint, text: cap(text, LIMIT.block) })),
    };
    for (const root of allRoots()) {
      const controls = queryAll(root, `${TEXTUAL}, [contenteditable=true], [contenteditable=""], [role=combobox]`);
      now.fields += controls.filter((at) => visible(at) && !at.matches(SEARCH) && !at.disabled && lower(at, 'aria-disabled') !== 'true').length;
      now.invalid += queryAll(root, ':user-invalid, [aria-invalid=true]').filter((at) => !(at instanceof HTMLFormElement) && visible(at)).length;
      now.errors.push(...errorsIn(root));
      for (const button of queryAll(root, 'button, input[type=submit], [role=button]')) {
        if (now.buttons.length < LIMIT.buttons && visible(button) && nameOf(button)) now.buttons.push(nameOf(button));
      }
      now.busy ||= queryAll(root, WORKING).some(visible);
    }
    now.errors = [...new Set(now.errors)].slice(0, LIMIT.errors);
    for (const field of fields.values()) if (visible(elementOf(field))) now.watched += 1;
    return now;
  };

  // ------------------------------------------------------------------------------------------------- start and end

  const HERE = ['pointermove', 'pointerdown', 'keydown'];
  const PERSON = ['pointerdown', 'keydown', 'beforeinput', 'paste', 'drop', 'change', 'focusout', 'keyup', 'click'];

  const stop = () => {
    ends = 0;
    clearTimeout(endTimer);
    clearTimeout(lookTimer);
    clearTimeout(restTimer);
    observer.disconnect();
    observed = new WeakSet();
    fields.clear();
    line?.disconnect();
    line = null;
    for (const name of HERE) removeEventListener(name, onHere, true);
    for (const name of PERSON) removeEventListener(name, onPerson, true);
    removeEventListener('click', onClick, true);
    removeEventListener('submit', onSubmit, true);
    removeEventListener('invalid', onInvalid, true);
  };

  const start = () => {
    for (const name of HERE) addEventListener(name, onHere, { capture: true, passive: true });
    for (const name of PERSON) addEventListener(name, onPerson, true);
    addEventListener('click', onClick, true);
    addEventListener('submit', onSubmit, true);
    addEventListener('invalid', onInvalid, true);
  };

  /** Elements around each field that hold no other watched one: a press there is a press on the field. */
  const mapAreas = () => {
    areas = new WeakMap();
    parts = new WeakSet();
    const owners = new Map();
    for (const field of fields.values()) {
      for (const part of [field.element, ...field.options.map((option) => option.element)]) {
        if (!part) continue;
        areas.set(part, field);
        parts.add(part);
        for (let at = part, up = 0; at && up < 6; at = parentOf(at), up += 1) {
          owners.set(at, owners.has(at) && owners.get(at) !== field ? null : field);
        }
      }
    }
    for (const [element, field] of owners) {
      if (field && !/^(body|html|form|main)$/.test(tagOf(element)) && !areas.has(element)) areas.set(element, field);
    }
  };

  /**
   * Watches these fields from now on; the others of before are watched no more. `sent`: the form was sent, so texts count.
   * `over`: the watch ends.
   */
  const watch = ({ fields: wanted = [], sent = false, over = false }) => {
    if (over) { stop(); return { ok: true }; }
    const known = new Map(fields);
    fields.clear();
    for (const { handle, signature, group, list, options } of wanted) {
      const element = agent.elementOf(handle);
      // The page was read again in between, and this number is another field's by now.
      if (!element || !group && agent.signatureOf(element) !== signature) continue;
      const before = known.get(handle);
      fields.set(handle, {
        handle, signature, group, list, element, touched: before?.touched ?? false, before: before?.before ?? null,
        options: options.map((option) => ({ ...option, element: option.handle ? agent.optionElementOf(option.handle) : null })),
      });
    }
    mapAreas();
    if (!ends) { start(); wake(); }
    ends = performance.now() + HOUR_MS;
    clearTimeout(endTimer);
    endTimer = setTimeout(stop, HOUR_MS);
    if (sent) { sentUntil = performance.now() + SENT_MS; stir(); }
    watchRoots();
    lines = agent.shown();
    return { ok: true };
  };

  Object.assign(agent, { watch, said });
})();
