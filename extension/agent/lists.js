/**
 * Lists that are not `<select>`: comboboxes to type into, buttons that open a listbox, virtual lists.
 *
 * Takes only an option whose folded text equals one of the accepted texts. Where there is none, it closes the list and
 * puts back what was typed. The functions hang on `globalThis.__foothold.lists`.
 *
 * What must not happen here: taking an option because it is near, first or highlighted.
 */
(() => {
  'use strict';

  const { hand } = globalThis.__foothold;
  const LIMIT = { open: 1500, search: 5000, settle: 700, chosen: 1500, scrolls: 200 };

  const OPTION = '[role=option], [role=menuitemradio], [data-automation-id=promptOption], [class*="__option" i],'
    + ' [class*="-option" i], [id*="-option-" i]';
  const LIST = '[role=listbox], [role=menu], [role=tree]';
  const SHOWN = '[class*=single-value i], [class*=singleValue i], [class*=selected-value i], [class*=multi-value__label i],'
    + ' [class*=multiValue i], [data-automation-id=selectedItem], [class*=selection__rendered i], [class*=selection__choice i]';
  /** Search boxes that ask only at Enter. Elsewhere Enter would take whatever is highlighted. */
  const ASKS_AT_ENTER = '[data-automation-id=searchBox]';
  const LOADING = '[aria-busy=true], [class*=loading i], [class*=spinner i], [role=progressbar]';

  const isTyped = (element) => element instanceof HTMLInputElement && !element.readOnly;

  /** The box that belongs to this control alone. */
  const boxOf = (element) => {
    let box = element;
    const controls = 'input:not([type=hidden]), select, textarea, [role=combobox], button[aria-haspopup=listbox]';
    for (let at = element.parentElement, i = 0; at && i < 6; at = at.parentElement, i += 1) {
      if (/^(form|body|main|fieldset|tr|ul|table)$/.test(at.localName)) break;
      const others = [...at.querySelectorAll(controls)].filter((other) =>
        other !== element && !other.contains(element) && !element.contains(other) && other.getAttribute('tabindex') !== '-1'
        && hand.isVisible(other));
      if (others.length) break;
      box = at;
    }
    return box;
  };

  /** A chosen entry's text, without the sign that takes it away. */
  const entryText = (entry) => {
    let text = hand.textOf(entry);
    for (const button of entry.querySelectorAll('button, [role=button]')) {
      const sign = hand.textOf(button);
      if (sign && text.endsWith(sign)) text = text.slice(0, -sign.length).trim();
    }
    return text;
  };

  /** What the control shows as chosen now. */
  const shown = (element) => {
    if (element instanceof HTMLSelectElement) return hand.textOf(element.selectedOptions[0]);
    const box = boxOf(element);
    // Chosen entries may be a listbox of their own; in one with options to choose from, "selected" means highlighted.
    const isChosen = (at) => at.matches('[data-automation-id=selectedItem]') || !at.closest(LIST);
    const texts = [...box.querySelectorAll(SHOWN)].filter((at) => hand.isVisible(at) && isChosen(at))
      .filter((at, _, all) => !all.some((other) => other !== at && at.contains(other)))
      .map(entryText).filter(Boolean);
    if (texts.length) return texts.join('; ');
    if (element instanceof HTMLInputElement) return element.value.trim();
    // A button's value is the option's key; a person reads its text.
    return hand.textOf(element) || element.value || '';
  };

  const ownLists = (element) => {
    const lists = [];
    const inside = [...boxOf(element).querySelectorAll('[aria-controls], [aria-owns]')];
    for (const at of [element, element.closest('[role=combobox]'), ...inside]) {
      if (!at) continue;
      for (const name of ['aria-controls', 'aria-owns']) {
        for (const id of (at.getAttribute(name) ?? '').split(/\s+/).filter(Boolean)) {
          const list = at.getRootNode().getElementById?.(id) ?? document.getElementById(id);
          if (list && !list.contains(element) && hand.isVisible(list)) lists.push(list);
        }
      }
    }
    return lists;
  };

  const optionsIn = (root) => {
    const found = [...root.querySelectorAll(OPTION)];
    const all = found.length ? found : [...root.querySelectorAll('li')];
    // The innermost element that is an option: wrappers repeat its text.
    return all.filter((at) => hand.isVisible(at) && !all.some((other) => other !== at && at.contains(other)));
  };

  /** The options that can be seen now and belong to this control; `before` are those seen before it was opened. */
  const optionsOf = (element, before) => {
    const lists = ownLists(element);
    const own = lists.flatMap(optionsIn);
    if (own.length || lists.some((list) => list.matches(LIST))) return own;
    const roots = [document, element.getRootNode()].filter((root, at, all) => all.indexOf(root) === at);
    return roots.flatMap(optionsIn).filter((at) => !before.has(at) && (at.matches(OPTION) || at.closest(LIST)));
  };

  const isDisabled = (option) =>
    option.getAttribute('aria-disabled') === 'true' || /(^|[\s_-])disabled([\s_-]|$)/i.test(option.className);

  /** The option that says the best of the accepted texts. */
  const match = (options, accept) => {
    const texts = options.map((option) => hand.fold(hand.textOf(option)));
    for (const wanted of accept) {
      const at = texts.findIndex((text, i) => text === wanted && !isDisabled(options[i]));
      if (at >= 0) return options[at];
    }
    return null;
  };

  const isOpen = (element) =>
    [element, element.closest('[role=combobox]')].some((at) => at?.getAttribute('aria-expanded') === 'true');

  const isLoading = (element) => {
    const places = [boxOf(element), ...ownLists(element)];
    return places.some((at) => [...at.querySelectorAll(LOADING)].some(hand.isVisible) || at.getAttribute('aria-busy') === 'true');
  };

  /** Opens the list; true once options can be seen or the control says that it is open. */
  const open = async (element, options) => {
    const box = boxOf(element);
    const ready = () => options().length > 0 || isOpen(element);
    if (ready()) return true;
    hand.focus(element);
    const control = element.closest('[class*=__control], [class*=-control]');
    const toggle = box.querySelector('button[aria-haspopup], button[aria-label*=toggle i], [class*=indicator i], [class*=arrow i], [class*=caret i]');
    const drawn = isTyped(element) && control && box.contains(control) ? control : element;
    const tries = [
      () => hand.click(drawn),
      // What looked like the list's own box may be any wrapper.
      () => drawn !== element && hand.click(element),
      () => toggle && toggle !== element && !element.contains(toggle) && hand.click(toggle),
      () => hand.tap(element, 'ArrowDown'),
    ];
    for (const [at, attempt] of tries.entries()) {
      if (attempt() === false) continue;
      if (await hand.until(ready, at === 0 ? 500 : 300)) return true;
    }
    return ready();
  };

  /** Waits for the options to come and to stop changing; gives the accepted one as soon as it is there. */
  const search = async (element, options, accept, limit) => {
    let last = null;
    let since = performance.now();
    const start = since;
    const found = await hand.until(() => {
      const now = options();
      const option = match(now, accept);
      if (option) return { option };
      const seen = now.map(hand.textOf).join('\n');
      if (seen !== last || isLoading(element)) { last = seen; since = performance.now(); return null; }
      // An empty list may still be on its way from a server; one with options has come.
      const patience = now.length ? LIMIT.settle : LIMIT.settle * 3;
      return performance.now() - since > patience && performance.now() - start > LIMIT.settle ? { option: null } : null;
    }, limit);
    return found?.option ?? null;
  };

  const scrollerOf = (option) => {
    for (let at = option?.parentElement, i = 0; at && i < 6; at = at.parentElement, i += 1) {
      const { overflowY } = getComputedStyle(at);
      if (at.scrollHeight > at.clientHeight + 4 && overflowY !== 'visible' && overflowY !== 'hidden') return at;
    }
    return null;
  };

  /** Walks through a list that draws only what can be seen of it. */
  const walk = async (options, accept) => {
    const scroller = scrollerOf(options()[0]);
    if (!scroller) return null;
    const drawn = () => options().map(hand.textOf).join('\n');
    scroller.scrollTop = 0;
    let seen = '';
    for (let i = 0; i < LIMIT.scrolls; i += 1) {
      await hand.until(() => drawn() !== seen, 80);
      const option = match(options(), accept);
      if (option) return option;
      seen = drawn();
      const top = scroller.scrollTop;
      scroller.scrollTop = top + Math.max(20, scroller.clientHeight * 0.8);
      if (scroller.scrollTop === top) return null;
      hand.send(scroller, Event, 'scroll', { bubbles: false });
    }
    return null;
  };

  const close = async (element, typed) => {
    if (typed && isTyped(element) && element.value !== typed.before) hand.setValue(element, typed.before);
    hand.tap(element, 'Escape');
    await hand.pause();
    hand.blur(element);
    if (isOpen(element) && !isTyped(element)) hand.click(element);
    await hand.pause();
  };

  /** Whether what is shown is the chosen text, or a part of it, or holds it ("Germany ×", "+49"). */
  const says = (shownText, text) => {
    const [one, other] = [hand.fold(shownText), hand.fold(text)];
    return one !== '' && (one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `));
  };

  /** Takes one of the accepted options. `{result, kept}` as in a `FieldOutcome`. */
  const pick = async (element, { query, accept }) => {
    const wanted = accept.map(hand.fold).filter(Boolean);
    const before = shown(element);
    if (wanted.includes(hand.fold(before))) return { result: 'already_there', kept: before };
    const seen = new Set(optionsIn(document));
    for (const list of ownLists(element)) for (const option of optionsIn(list)) seen.delete(option);
    const options = () => optionsOf(element, seen);
    const typed = isTyped(element) ? { before: element.value } : null;

    await open(element, options);
    let option = match(options(), wanted);
    if (!option && !typed) option = await search(element, options, wanted, LIMIT.open) ?? await walk(options, wanted);
    if (!option && typed) {
      // Lists that are there at once need no typing, and typing would only narrow them.
      if (options().length) option = await walk(options, wanted);
      if (!option && query) {
        hand.setValue(element, query);
        if (element.matches(ASKS_AT_ENTER)) hand.tap(element, 'Enter');
        option = await search(element, options, wanted, LIMIT.search) ?? await walk(options, wanted);
        const alone = shown(element);
        // A search with one answer may have taken it by itself.
        if (!option && alone !== before && alone !== element.value && wanted.includes(hand.fold(alone))) {
          await close(element, typed);
          return { result: 'written', kept: alone, text: alone };
        }
      } else if (!option) {
        option = await search(element, options, wanted, LIMIT.open);
      }
    }
    if (!option) {
      await close(element, typed);
      return { result: 'no_option', kept: shown(element) };
    }
    const text = hand.textOf(option);
    option.scrollIntoView({ block: 'nearest' });
    if (!hand.click(option)) {
      await close(element, typed);
      return { result: 'failed', kept: shown(element), detail: hand.whyNotClick(option) };
    }
    const settled = () => says(shown(element), text) && !(typed && isOpen(element) && options().length > 1);
    await hand.until(settled, LIMIT.chosen);
    if (isOpen(element)) hand.tap(element, 'Escape');
    hand.blur(element);
    await hand.pause();
    const kept = shown(element);
    if (says(kept, text)) return { result: 'written', kept, text };
    return kept && kept !== before ? { result: 'kept_different', kept } : { result: 'failed', kept, detail: 'The list did not keep the choice.' };
  };

  /** Puts a list back to what it showed; true where that worked. */
  const restore = async (element, before) => {
    if (before && !/^\W*(select|choose|bitte|please)\b/i.test(before)) {
      const done = await pick(element, { query: isTyped(element) ? before : '', accept: [before] });
      return done.result === 'written' || done.result === 'already_there';
    }
    const clear = [...boxOf(element).querySelectorAll('[class*=clear i], [aria-label*=clear i], [aria-label*=remove i], [class*=delete-charm i], [data-automation-id=DELETE_charm]')]
      .find((at) => hand.isVisible(at));
    if (clear) hand.click(clear);
    else if (isTyped(element)) { hand.focus(element); hand.setValue(element, ''); hand.tap(element, 'Backspace'); hand.blur(element); }
    else return (await pick(element, { query: '', accept: [before] })).result === 'written';
    await hand.pause();
    return hand.fold(shown(element)) === hand.fold(before);
  };

  Object.assign(globalThis.__foothold, { lists: { pick, restore, says, shown } });
})();
