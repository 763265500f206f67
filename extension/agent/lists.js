/**
 * Lists that are not `<select>`: where they stand, which options a person sees in them, what they show as chosen.
 *
 * Combo boxes to type into, buttons that open a listbox, lists that draw only what is in sight, chips. The ways to
 * choose from them are in `pick.js`. The functions hang on `globalThis.__foothold.lists`.
 *
 * What must not happen here: a click, a key, a value.
 */
(() => {
  'use strict';

  const { hand, reading } = globalThis.__foothold;
  const { ancestors, attr, byId, checkVisibility, containsNode, lower, parentOf, queryAll, rectOf, rootOf, tagOf } = reading;

  const OPTION = '[role=option], [role=menuitemradio], [role=treeitem], [data-automation-id=promptOption],'
    + ' [class*="__option" i], [class*="-option" i], [class*="_option" i], [id*="-option-" i], [class~="active-result"],'
    + ' [class~="pac-item"], [class*="suggestion" i], [class*="menu-item" i], [class*="dropdown-item" i],'
    + ' [class*="autocomplete-result" i]';
  const LIST = '[role=listbox], [role=menu], [role=tree]';
  const LISTS = `${LIST}, [role=grid], [class*="__menu" i], [class*="dropdown" i], [class*="results" i], [class*="popover" i]`;
  const CHIP = '[data-automation-id=selectedItem], [class*=multi-value i], [class*=multiValue i],'
    + ' [class*=selection__choice i], [class*="chip" i], [class*="token" i], [class*="-tag" i], [class*="__tag" i],'
    + ' [class~="search-choice"], [class*="pill" i]';
  const SHOWN = `${CHIP}, [class*=single-value i], [class*=singleValue i], [class*=selected-value i],`
    + ' [class*=selectedValue i], [class*=selection__rendered i], [class*=selection-item i], [class*=value-label i],'
    + ' [class*=vs__selected i], [class*=multi-value__label i]';
  const REMOVES = 'button, [role=button], [class*=remove i], [class*=delete i], [class*=close i], [aria-label*=remove i],'
    + ' [aria-label*=delete i], [aria-label*=deselect i], [data-automation-id=DELETE_charm]';
  const LOADING = '[aria-busy=true], [class*=loading i], [class*=spinner i], [role=progressbar]';
  const CONTROLS = 'input:not([type=hidden]), select, textarea, [role=combobox], button[aria-haspopup=listbox]';

  const isTyped = (element) => element instanceof HTMLInputElement && !element.readOnly;
  const matches = (element, selector) => Element.prototype.matches.call(element, selector);
  const isIn = (element, selector) => Element.prototype.closest.call(element, selector);

  /** The box that belongs to this control alone. */
  const boxOf = (element) => {
    let box = element;
    let levels = 0;
    for (const at of ancestors(element, 6)) {
      levels += 1;
      if (/^(form|body|main|fieldset|tr|ul|table|label)$/.test(tagOf(at)) && tagOf(at) !== 'label') break;
      const others = queryAll(at, CONTROLS).filter((other) =>
        other !== element && !containsNode(other, element) && !containsNode(element, other)
        && attr(other, 'tabindex') !== '-1' && !isIn(other, LIST) && hand.isVisible(other));
      if (others.length) break;
      box = at;
    }
    return levels ? box : element;
  };

  // ----------------------------------------------------------------------------------------------------- what is chosen

  /** A chosen entry's text, without the sign that takes it away. */
  const entryText = (entry) => {
    let text = hand.textOf(entry);
    for (const button of queryAll(entry, REMOVES)) {
      const sign = hand.textOf(button);
      if (sign && text.endsWith(sign)) text = text.slice(0, -sign.length).trim();
      else if (sign && text.startsWith(sign)) text = text.slice(sign.length).trim();
    }
    return text;
  };

  // Chosen entries may be a listbox of their own; in one with options to choose from, "selected" means highlighted.
  const isChosen = (at) => matches(at, '[data-automation-id=selectedItem]') || !isIn(at, LIST);
  const innermost = (all) => {
    const outer = new Set();
    const set = new Set(all);
    for (const at of all) for (const up of ancestors(at, 8)) if (set.has(up)) outer.add(up);
    return all.filter((at) => !outer.has(at));
  };
  const outermost = (all) => {
    const set = new Set(all);
    return all.filter((at) => { for (const up of ancestors(at, 8)) if (set.has(up)) return false; return true; });
  };

  /** The entries of a list that takes several: one element each. */
  const chips = (element) =>
    outermost(queryAll(boxOf(element), CHIP).filter((at) => at !== element && !containsNode(at, element)
      && hand.isVisible(at) && isChosen(at)
      // What holds several signs to take something away holds several entries.
      && outermost(queryAll(at, REMOVES)).length < 2)).filter((at) => hand.fold(entryText(at)));

  /** The sign that takes an entry away, null where it has none. */
  const removerOf = (chip) => queryAll(chip, REMOVES).find((at) => hand.isVisible(at)) ?? null;

  /** What the control shows as chosen now, entry by entry. */
  const entries = (element) => {
    const found = innermost(queryAll(boxOf(element), SHOWN).filter((at) =>
      at !== element && hand.isVisible(at) && isChosen(at) && hand.fold(entryText(at))));
    const texts = [];
    for (const at of found) { const text = entryText(at); if (text) texts.push(text); }
    return texts;
  };

  /** What the control shows as chosen now. */
  const shown = (element) => {
    if (element instanceof HTMLSelectElement) return hand.textOf(element.selectedOptions[0]);
    const texts = entries(element);
    if (texts.length) return texts.join('; ');
    if (element instanceof HTMLInputElement) return element.value.trim();
    // A button's value is the option's key; a person reads its text.
    return hand.textOf(element) || element.value || '';
  };

  /** Whether what is shown is the chosen text, or a part of it, or holds it ("Germany ×", "+49"). */
  const says = (shownText, text) => {
    const [one, other] = [hand.fold(shownText), hand.fold(text)];
    return one !== '' && other !== ''
      && (one === other || ` ${one} `.includes(` ${other} `) || ` ${other} `.includes(` ${one} `));
  };

  // ---------------------------------------------------------------------------------------------------------- the list

  const isSmall = (element) => { const box = rectOf(element); return box.width <= 1 || box.height <= 1; };

  const referenced = (element) => {
    const lists = [];
    for (const name of ['aria-controls', 'aria-owns', 'aria-activedescendant']) {
      for (const id of attr(element, name).split(/\s+/).filter(Boolean)) {
        const found = byId(rootOf(element), id) ?? byId(document, id);
        const list = found && name === 'aria-activedescendant' ? isIn(found, LIST) : found;
        if (list) lists.push(list);
      }
    }
    return lists;
  };

  /**
   * Where a person sees a list: itself, or what stands around it. Some lists keep a copy for screen readers that has
   * no size, and draw the real one beside it.
   */
  const seenAt = (list) => {
    if (!isSmall(list) || !queryAll(list, OPTION).length) return list;
    for (const at of ancestors(list, 4)) {
      if (/^(body|form|main|html)$/.test(tagOf(at))) break;
      if (!isSmall(at)) return at;
    }
    return list;
  };

  /** The lists that the control itself names. */
  const ownLists = (element) => {
    const lists = new Set();
    const wrapper = isIn(element, '[role=combobox]');
    const inside = queryAll(boxOf(element), '[aria-controls], [aria-owns]');
    for (const at of new Set([element, wrapper, ...inside])) {
      for (const list of at ? referenced(at) : []) {
        if (!containsNode(list, element) && checkVisibility(list, { visibilityProperty: true })) lists.add(seenAt(list));
      }
    }
    return [...lists];
  };

  /** Texts of options, kept as long as their DOM text stays the same: long lists are read again and again. */
  const folded = new WeakMap();
  const textOf = (option) => {
    const raw = option.textContent ?? '';
    const known = folded.get(option);
    if (known?.raw === raw) return known;
    const text = option.firstElementChild ? hand.textOf(option) : raw.replace(/\s+/g, ' ').trim();
    // Text of the page is as long as the page likes.
    const now = { raw, text: text.slice(0, 400), folded: hand.fold(text.slice(0, 400)) };
    folded.set(option, now);
    return now;
  };

  const copyOf = (option) => {
    for (const at of ancestors(option, 3)) if (matches(at, LIST)) return isSmall(at);
    return false;
  };

  /** The options of a part of the page that can be seen: the innermost elements that are one. */
  const optionsIn = (root) => {
    let all = queryAll(root, OPTION);
    if (!all.length && root !== document) all = queryAll(root, 'li');
    const seen = all.filter((at) => checkVisibility(at, { visibilityProperty: true }) && !copyOf(at));
    return innermost(seen).filter((at) => textOf(at).folded !== '');
  };

  /** The options that can be seen now and belong to this control; `before` are those seen before it was opened. */
  const optionsOf = (element, before) => {
    const lists = ownLists(element);
    const own = lists.flatMap(optionsIn);
    if (own.length || lists.some((list) => matches(list, LIST) && !isSmall(list))) return own;
    const roots = new Set([document, rootOf(element)]);
    return [...roots].flatMap(optionsIn).filter((at) => !before.has(at)
      && (matches(at, OPTION) || isIn(at, LISTS)));
  };

  const isDisabled = (option) =>
    lower(option, 'aria-disabled') === 'true' || /(^|[\s_-])disabled([\s_-]|$)/i.test(attr(option, 'class'))
    || isIn(option, '[aria-disabled=true]') !== null;

  const tight = (text) => text.replaceAll(' ', '');

  /** The option that says the best of the accepted texts. */
  const match = (options, accept) => {
    const texts = options.map((option) => textOf(option).folded);
    for (const wanted of accept) {
      const at = texts.findIndex((text, i) => text === wanted && !isDisabled(options[i]));
      if (at >= 0) return options[at];
    }
    // Parts set apart by styles alone: "Hamburg" and "Germany" without a gap in the text.
    for (const wanted of accept) {
      const found = options.filter((option, i) =>
        option.firstElementChild && tight(texts[i]) === tight(wanted) && !isDisabled(option));
      if (found.length === 1) return found[0];
    }
    return null;
  };

  const saysOpen = (element) =>
    [element, isIn(element, '[role=combobox]'), ...queryAll(boxOf(element), '[role=combobox]')]
      .some((at) => at && lower(at, 'aria-expanded') === 'true');

  const isLoading = (element) => [boxOf(element), ...ownLists(element)].some((at) =>
    lower(at, 'aria-busy') === 'true' || queryAll(at, LOADING).some(hand.isVisible));

  /** Scrolls of its own: the box that an option is scrolled in, null where there is none. */
  const scrollerOf = (option) => {
    if (!option) return null;
    for (const at of ancestors(option, 8)) {
      if (/^(body|html)$/.test(tagOf(at))) return null;
      if (at.scrollHeight > at.clientHeight + 4 && at.clientHeight > 0 && getComputedStyle(at).overflowY !== 'visible') return at;
    }
    return null;
  };

  /** The box to type into that an opened list brings along. */
  const searchIn = (element, options) => {
    const places = new Set(ownLists(element));
    for (const option of options.slice(0, 1)) for (const at of ancestors(option, 5)) {
      if (/^(body|form|main|html)$/.test(tagOf(at))) break;
      places.add(at);
    }
    const inside = queryAll(boxOf(element), 'input');
    const near = [...places].flatMap((at) => queryAll(at, 'input'));
    // A list that opens with a box to type into puts the focus there.
    const active = hand.activeIn(document);
    return [active, ...near, ...inside].find((at) => at && at !== element && isTyped(at) && hand.isVisible(at)
      && !['radio', 'checkbox', 'hidden', 'submit', 'button', 'file'].includes(at.type)) ?? null;
  };

  Object.assign(globalThis.__foothold, {
    lists: {
      boxOf, chips, entries, entryText, isLoading, isTyped, match, optionsIn, optionsOf, ownLists, parentOf, removerOf,
      saysOpen, scrollerOf, searchIn, shown, says, textOf,
    },
  });
})();
