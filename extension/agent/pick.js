/**
 * Choosing from a list that is no `<select>`: open, search, walk through it, take, close; one answer or several.
 *
 * Takes only an option whose folded text equals one of the accepted texts. Where there is none, it closes the list and
 * puts back what was typed. The functions hang on `globalThis.__foothold.lists`.
 *
 * What must not happen here: taking an option because it is near, first or highlighted; a list left open.
 */
(() => {
  'use strict';

  const { hand, lists, reading } = globalThis.__foothold;
  const { ancestors, attr, containsNode, lower, queryAll, tagOf } = reading;
  const { boxOf, isLoading, isTyped, match, optionsIn, optionsOf, ownLists, says, saysOpen, scrollerOf, searchIn, shown, textOf } = lists;

  const LIMIT = { open: 500, attempt: 250, search: 5000, chosen: 1000, closed: 250, scrolls: 300, grown: 300, loads: 60 };
  /** How long a list must have stayed the same before it is believed to be all there is, in milliseconds. */
  const SETTLED = {
    /** Options are there and nothing says that more are coming. */
    full: 120,
    /** Options are there, but typing changed nothing yet: a server may be asked. */
    unmoved: 700,
    /** The list says in words that it has nothing. */
    empty: 450,
    /** Nothing at all: it may still be on its way. */
    nothing: 1500,
  };

  /** Search boxes that ask only at Enter. Elsewhere Enter would take whatever is highlighted. */
  const ASKS_AT_ENTER = '[data-automation-id=searchBox]';
  const PLACEHOLDER = /^\W*(select|choose|bitte|please|search|type|w[äa]hlen|choisi|s[ée]lection|seleccion|selecciona|selezion|kies|wybierz)\b/i;

  /** One opened list: its control, its options now, and what was there before it was opened. */
  const session = (element) => {
    const seen = new Set(optionsIn(document));
    for (const list of ownLists(element)) for (const option of optionsIn(list)) seen.delete(option);
    const typed = isTyped(element) ? element.value : '';
    return { element, seen, before: typed, options: () => optionsOf(element, seen) };
  };

  const isOpen = ({ element, options }) => saysOpen(element) || !ownLists(element).length && options().length > 0
    || ownLists(element).some((list) => hand.isVisible(list) && optionsIn(list).length > 0);

  /** Opens the list; true once options can be seen or the control says that it is open. */
  const open = async (list) => {
    const { element, options } = list;
    const ready = () => options().length > 0 || saysOpen(element);
    if (ready()) return true;
    hand.focus(element);
    if (isTyped(element) && options().length) return true;
    const box = boxOf(element);
    const control = Element.prototype.closest.call(element, '[class*=__control], [class*=-control], [class*=-selector], [class*=select__box]');
    const toggle = queryAll(box, 'button[aria-haspopup], button[aria-label*=toggle i], button[aria-label*=open i], [class*=indicator i], [class*=arrow i], [class*=caret i]')
      .find((at) => !containsNode(element, at) && at !== element && hand.isVisible(at));
    const drawn = element instanceof HTMLInputElement && control && containsNode(box, control) ? control : element;
    const tries = [
      () => hand.click(drawn),
      // What looked like the list's own box may be any wrapper.
      () => drawn !== element && hand.click(element),
      () => toggle && hand.click(toggle),
      () => hand.tap(element, 'ArrowDown'),
    ];
    // A box to type into that speaks of no list may have one only once something is typed.
    const silent = isTyped(element) && !element.hasAttribute('aria-expanded') && !element.hasAttribute('aria-haspopup');
    for (const [at, attempt] of tries.entries()) {
      if (silent && at > 0 && !(at === 2 && toggle)) continue;
      if (attempt() === false || at === 2 && !toggle) continue;
      if (await hand.until(ready, silent ? 60 : at === 0 ? LIMIT.open : LIMIT.attempt)) return true;
    }
    return ready();
  };

  const drawn = (options) => options.map((option) => textOf(option).text).join('\n');

  const saysNothing = (element) =>
    ownLists(element).some((list) => hand.isVisible(list) && hand.textOf(list) !== '')
    || queryAll(document, '[class*=no-options i], [class*=noOptions i], [class*=no-results i], [class*=noresults i], [class*=empty i], [class*=notice i], [class*=not-found i]')
      .some((at) => hand.isVisible(at) && hand.textOf(at) !== '');

  /**
   * Waits for the options to come and to stop changing; gives the accepted one as soon as it is there.
   * `earlier` is what the list drew before something was typed.
   */
  const search = async (list, accept, earlier = null) => {
    const { element, options } = list;
    let last = null;
    let since = performance.now();
    const found = await hand.until(() => {
      const now = options();
      const option = match(now, accept);
      if (option) return { option };
      const seen = drawn(now);
      if (seen !== last || isLoading(element)) { last = seen; since = performance.now(); return null; }
      const patience = now.length ? (seen === earlier ? SETTLED.unmoved : SETTLED.full)
        // What was there and went away as somebody typed was looked through on the spot.
        : earlier || saysNothing(element) ? SETTLED.empty : SETTLED.nothing;
      return performance.now() - since > patience ? { option: null } : null;
    }, LIMIT.search);
    return found?.option ?? null;
  };

  const scrollTo = (scroller, top) => {
    scroller.scrollTop = top;
    hand.send(scroller, Event, 'scroll', { bubbles: false });
  };

  /** Walks through a list that draws only what can be seen of it, or loads more at its end. */
  const walk = async (list, accept) => {
    const { options } = list;
    const first = options();
    const scroller = scrollerOf(first[0]);
    if (!scroller) return null;
    const heights = first.reduce((sum, option) => sum + option.offsetHeight, 0);
    const isWhole = heights > (scroller.scrollHeight - scroller.clientHeight) * 0.7 && first.length > 0
      && heights > scroller.clientHeight;
    let seen = drawn(first);
    if (isWhole) {
      // Everything is drawn: only the end may bring more.
      for (let i = 0; i < LIMIT.loads; i += 1) {
        scrollTo(scroller, scroller.scrollHeight);
        const grown = await hand.until(() => drawn(options()) !== seen || isLoading(list.element), i === 0 ? 100 : LIMIT.grown);
        if (!grown) return null;
        await hand.until(() => !isLoading(list.element), LIMIT.search);
        const option = match(options(), accept);
        if (option) return option;
        if (drawn(options()) === seen) return null;
        seen = drawn(options());
      }
      return null;
    }
    scrollTo(scroller, 0);
    for (let i = 0; i < LIMIT.scrolls; i += 1) {
      await hand.until(() => drawn(options()) !== seen, i === 0 ? 20 : 80);
      if (isLoading(list.element)) await hand.until(() => !isLoading(list.element), LIMIT.search);
      const option = match(options(), accept);
      if (option) return option;
      seen = drawn(options());
      const top = scroller.scrollTop;
      scrollTo(scroller, top + Math.max(20, scroller.clientHeight * 0.8));
      if (scroller.scrollTop === top) return null;
    }
    return null;
  };

  /** The option that says one of the accepted texts, found by looking, by walking, by typing. */
  const find = async (list, query, accept) => {
    const { element, options } = list;
    let option = match(options(), accept);
    if (option) return option;
    const box = isTyped(element) ? element : searchIn(element, options());
    if (!box) return await search(list, accept) ?? await walk(list, accept);
    // Lists that are there at once need no typing, and typing would only narrow them.
    if (options().length && options().length < 500) option = await walk(list, accept);
    if (option) return option;
    const words = query || list.query;
    if (!words) return search(list, accept);
    const earlier = drawn(options());
    if (box !== element) { hand.focus(box); list.searched = box; }
    hand.setValue(box, words);
    if (Element.prototype.matches.call(box, ASKS_AT_ENTER)) hand.tap(box, 'Enter');
    return await search(list, accept, earlier) ?? await walk(list, accept);
  };

  /** A quiet place beside the control: a click there closes lists, and nothing else. */
  const besides = (element) => {
    for (const at of ancestors(boxOf(element), 6)) {
      if (!/^(label|button|a|summary|select|option)$/.test(tagOf(at)) && !['button', 'link', 'combobox', 'option'].includes(lower(at, 'role'))) return at;
    }
    return null;
  };

  /** Closes the list, gently at first: Escape and clicks reach other things than lists, too. */
  const close = async (list, { putBack = false } = {}) => {
    const { element } = list;
    const closed = () => !isOpen(list) && { closed: true };
    if (list.searched?.isConnected && putBack && list.searched.value !== '') hand.setValue(list.searched, '');
    if (putBack && isTyped(element) && element.value !== list.before) hand.setValue(element, list.before);
    const ways = [
      () => { if (list.searched?.isConnected) hand.blur(list.searched); hand.blur(element); },
      () => {
        const active = hand.activeIn(document);
        if (active && tagOf(active) !== 'body' && active !== element) hand.tap(active, 'Escape');
        if (!closed()) hand.tap(list.searched?.isConnected ? list.searched : element, 'Escape');
      },
      () => { const at = besides(element); if (at) hand.click(at); },
      () => { if (!isTyped(element) && saysOpen(element)) hand.click(element); },
    ];
    for (const way of ways) {
      way();
      await hand.pause();
      if (closed() || await hand.until(closed, LIMIT.closed)) break;
    }
    if (hand.activeIn(document) === element) hand.blur(element);
    await hand.pause();
  };

  const failedKeep = { result: 'failed', detail: 'The list did not keep the choice.' };

  /** Takes an option that was found; null where it may not be clicked. */
  const take = async (list, option) => {
    const { element, options } = list;
    const { text } = textOf(option);
    option.scrollIntoView?.({ block: 'nearest' });
    // The innermost text is no target where the option around it holds the tick.
    const target = Element.prototype.closest.call(option, '[role=option]') ?? option;
    if (!hand.click(containsNode(target, option) ? option : target)) return null;
    const settled = () => says(shown(element), text) && !(isTyped(element) && saysOpen(element) && options().length > 1);
    await hand.until(settled, LIMIT.chosen);
    return text;
  };

  /** Takes one of the accepted options. `{result, kept}` as in a `FieldOutcome`. */
  const pick = async (element, { query, accept }) => {
    const wanted = accept.map(hand.fold).filter(Boolean);
    const before = shown(element);
    if (wanted.includes(hand.fold(before))) return { result: 'already_there', kept: before };
    const list = { ...session(element), query: accept[0] ?? '' };
    await open(list);
    const option = await find(list, query, wanted);
    const alone = shown(element);
    // A search with one answer may have taken it by itself.
    if (!option && alone !== before && alone !== element.value && wanted.includes(hand.fold(alone))) {
      await close(list);
      return { result: 'written', kept: alone, text: alone };
    }
    if (!option) {
      await close(list, { putBack: true });
      const left = shown(element);
      if (hand.fold(left) !== hand.fold(before)) await restore(element, before);
      return { result: 'no_option', kept: shown(element) };
    }
    const text = await take(list, option);
    if (text === null) {
      await close(list, { putBack: true });
      return { result: 'failed', kept: shown(element), detail: hand.whyNotClick(option) };
    }
    await close(list);
    const kept = shown(element);
    if (says(kept, text)) return { result: 'written', kept, text };
    return kept && kept !== before ? { result: 'kept_different', kept } : { ...failedKeep, kept };
  };

  const holds = (element, text) => lists.entries(element).some((entry) => hand.fold(entry) === hand.fold(text))
    || lists.chips(element).some((chip) => hand.fold(lists.entryText(chip)) === hand.fold(text));

  /**
   * Takes several answers in a list that keeps each of them. What has no option is left out; where the list keeps only
   * the last one, it is no such list, and what it held is put back.
   */
  const pickMany = async (element, { choices }) => {
    const before = lists.entries(element);
    const taken = [];
    const missing = [];
    const list = session(element);
    for (const { query, accept } of choices) {
      const wanted = accept.map(hand.fold).filter(Boolean);
      if (accept.some((text) => holds(element, text))) { taken.push(accept.find((text) => holds(element, text))); continue; }
      list.query = accept[0] ?? '';
      await open(list);
      const option = await find(list, query, wanted);
      const alone = accept.find((text) => holds(element, text));
      if (!option && alone) { taken.push(alone); continue; }
      const text = option && textOf(option).text;
      if (!option || option && isTaken(option)) {
        if (option) taken.push(text); else missing.push(accept[0]);
        if (isTyped(element) && element.value !== '') hand.setValue(element, '');
        continue;
      }
      if (!hand.click(option)) { missing.push(accept[0]); continue; }
      await hand.until(() => holds(element, text), LIMIT.chosen);
      if (!holds(element, text)) { missing.push(accept[0]); continue; }
      taken.push(text);
      if (isTyped(element) && element.value !== '' && hand.fold(element.value) !== hand.fold(text)) hand.setValue(element, '');
      // Where the second answer pushes the first one out, the list takes one only.
      if (!taken.every((one) => holds(element, one))) {
        await close(list, { putBack: true });
        await restoreMany(element, before);
        return { result: 'failed', kept: shown(element), detail: 'This list takes one answer only.' };
      }
    }
    await close(list, { putBack: true });
    const kept = shown(element);
    if (!taken.length) return { result: 'no_option', kept };
    const left = missing.length ? `Not in this list: ${missing.join(', ')}.` : '';
    const stood = taken.every((text) => before.some((entry) => hand.fold(entry) === hand.fold(text)));
    return { result: stood ? 'already_there' : 'written', kept, text: taken.join('; '), texts: taken, detail: left };
  };

  const isTaken = (option) => {
    const at = Element.prototype.closest.call(option, '[aria-selected], [aria-checked]');
    return at !== null && (lower(at, 'aria-checked') === 'true');
  };

  /** Takes away what was added since; true where just what stood before stands again. */
  const restoreMany = async (element, before) => {
    const stood = new Set(before.map(hand.fold));
    for (let i = 0; i < 50; i += 1) {
      const chip = lists.chips(element).find((at) => !stood.has(hand.fold(lists.entryText(at))));
      if (!chip) break;
      const count = lists.chips(element).length;
      const remover = lists.removerOf(chip);
      if (remover) hand.click(remover);
      else { hand.focus(element); hand.tap(element, 'Backspace'); }
      if (!await hand.until(() => lists.chips(element).length < count, LIMIT.chosen)) return false;
    }
    hand.blur(element);
    await hand.pause();
    const now = lists.entries(element);
    return now.length === before.length && now.every((entry) => stood.has(hand.fold(entry)));
  };

  const CLEAR = '[class*=clear i], [aria-label*=clear i], [aria-label*=remove i], [class*=delete-charm i],'
    + ' [data-automation-id=DELETE_charm], [class*=search-choice-close i]';

  /** The sign that empties a control, if it has one. */
  const clearOf = (element) => queryAll(boxOf(element), CLEAR).find((at) => hand.isVisible(at)) ?? null;

  /** Puts a list back to what it showed; true where that worked. */
  const restore = async (element, before) => {
    const isNothing = before === '' || PLACEHOLDER.test(before);
    if (!isNothing) {
      const done = await pick(element, { query: isTyped(element) ? before : '', accept: [before] });
      return done.result === 'written' || done.result === 'already_there';
    }
    const clear = clearOf(element);
    if (clear) hand.click(clear);
    else if (isTyped(element)) {
      hand.focus(element);
      hand.setValue(element, '');
      hand.tap(element, 'Backspace');
      hand.change(element);
      hand.blur(element);
    } else return emptied(element, before);
    await hand.pause();
    const back = () => hand.fold(shown(element)) === hand.fold(before);
    return back() || await hand.until(back, LIMIT.closed) === true;
  };

  /** A list with nothing to clear it by: by its own empty option, or by the key that empties it. */
  const emptied = async (element, before) => {
    const back = () => hand.fold(shown(element)) === hand.fold(before);
    if (before && (await pick(element, { query: '', accept: [before] })).result === 'written') return true;
    for (const press of ['Delete', 'Backspace']) {
      hand.focus(element);
      hand.tap(element, press);
      await hand.pause();
      if (back()) { hand.blur(element); return true; }
    }
    // An empty option has no words to be accepted by.
    const list = session(element);
    await open(list);
    const blank = ownLists(element).flatMap((at) => queryAll(at, '[role=option]'))
      .find((at) => hand.fold(at.textContent ?? '') === '' && (attr(at, 'data-value') === '' || attr(at, 'value') === ''));
    if (blank) hand.click(blank);
    await close(list);
    return back();
  };

  Object.assign(lists, { clearOf, pick, pickMany, restore, restoreMany });
})();
