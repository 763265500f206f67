/**
 * Marks beside the fields after a fill: what was filled and from where, what needs the person and why. They follow the
 * page as it scrolls and changes, and turn into "yours" when the person edits a field.
 *
 * The worker says what stands on a mark (ARCHITECTURE.md, "The agent's protocol"); what the person does with a mark goes
 * back to it as an event. `agent.open` tells which questions the person has not answered yet, marks shown or not.
 *
 * What must not happen here: a change to the page, a value of the person's in a mark, a loop that runs while nothing moves.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  // Injected again, the marks that stand keep standing.
  if (agent.mark) return;
  const { hand, paint, spots } = agent;

  /** Clicks and keys of the person are followed by what the page makes of them. */
  const AFTER_EVENT_MS = 1500;
  const NOTE_MS = 6000;

  const entries = new Map();
  const layers = new Map();
  let shown = true;
  let queued = 0;
  let stale = false;
  let dirtyUntil = 0;
  let listening = null;
  /** The card: whose it is, and whether it stays until it is closed. */
  let card = null;

  const tell = (event) => {
    // The extension may have been updated in the meantime: its old marks speak to nobody.
    try { globalThis.chrome?.runtime?.sendMessage({ kind: 'page', event }).catch(() => {}); } catch { /* see above */ }
  };

  // ---------------------------------------------------------------------------------------------------------- the card

  const hideCard = () => {
    if (!card) return;
    const { layer, entry } = card;
    card = null;
    entry.mark?.setAttribute('aria-expanded', 'false');
    if (layer.card.matches(':popover-open')) layer.card.hidePopover();
  };

  const doing = (name, act) => {
    const button = paint.make('button', '', name);
    button.type = 'button';
    button.addEventListener('click', act);
    return button;
  };

  const focusField = (entry) => { hideCard(); entry.members.find((at) => at.isConnected)?.focus?.({ preventScroll: true }); };

  const doingsOf = (entry) => {
    const list = [];
    if (entry.given.undo && !entry.touched) {
      list.push(doing('Undo', () => { focusField(entry); tell({ event: 'undo', handle: entry.handle }); }));
    }
    if (open([...entries.keys()]).open.some((handle) => handle !== entry.handle)) {
      list.push(doing('Next open question', () => { hideCard(); tell({ event: 'next' }); }));
    }
    list.push(doing('Hide marks', () => { focusField(entry); drawNone(); tell({ event: 'hide' }); }));
    return list;
  };

  /** Shows what stands on a mark; pinned, it stays and offers what can be done. */
  const showCard = (entry, { pinned = false, apart = false, count = '', take = false } = {}) => {
    if (card?.entry !== entry) hideCard();
    const { layer } = entry;
    if (!layer || !entry.spot) return;
    const { title, detail } = wordsOf(entry);
    const head = paint.make('p', 'title', title);
    if (count) head.append(paint.make('span', 'count', ` · ${count}`));
    const parts = [head];
    if (detail) parts.push(paint.make('p', 'detail', detail));
    layer.card.removeAttribute('role');
    if (pinned) {
      const doings = paint.make('div', 'doings');
      doings.append(...doingsOf(entry));
      parts.push(doings);
      layer.card.setAttribute('role', 'group');
      layer.card.setAttribute('aria-label', `Foothold. ${title}`);
    }
    // The mark says the same words itself.
    for (const part of parts.slice(0, detail ? 2 : 1)) part.setAttribute('aria-hidden', 'true');
    layer.card.replaceChildren(...parts);
    card = { entry, layer, pinned, apart };
    entry.mark.setAttribute('aria-expanded', String(pinned));
    paint.putCard(layer, entry.spot, apart);
    if (take) layer.card.querySelector('button')?.focus();
  };

  const cardKeys = (event) => {
    if (!card) return;
    if (event.key === 'Escape') { focusField(card.entry); return; }
    if (event.key !== 'Tab') return;
    const buttons = [...card.layer.card.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons[at + (event.shiftKey ? -1 : 1)];
    event.preventDefault();
    if (next) next.focus(); else focusField(card.entry);
  };

  // --------------------------------------------------------------------------------------------------------- the marks

  const wordsOf = ({ given, touched, isEmpty }) => {
    if (!touched) return given;
    if (given.state === 'filled' || given.state === 'differs') return { title: 'Changed since the fill', detail: 'It stays as you left it.' };
    return isEmpty ? given : { title: 'Answered', detail: '' };
  };

  const stateOf = (entry) => (wordsOf(entry) === entry.given ? entry.given.state : 'yours');

  const layerFor = (element) => {
    const container = spots.topLayerOf(element) ?? document.documentElement;
    const known = layers.get(container);
    if (known?.host.isConnected) return known;
    const layer = paint.layerIn(container);
    layer.card.addEventListener('keydown', cardKeys);
    layer.card.addEventListener('pointerleave', () => { if (card && !card.pinned) hideCard(); });
    layers.set(container, layer);
    return layer;
  };

  const draw = (entry) => {
    const layer = layerFor(entry.anchors[0]);
    if (entry.layer === layer) return;
    entry.layer = layer;
    if (!entry.mark) {
      const mark = paint.markOf();
      mark.addEventListener('pointerenter', () => { if (!card?.pinned) showCard(entry); });
      mark.addEventListener('pointerleave', ({ relatedTarget }) => {
        if (card?.entry === entry && !card.pinned && !entry.layer.card.contains(relatedTarget)) hideCard();
      });
      mark.addEventListener('focus', () => { if (!card?.pinned) showCard(entry); });
      mark.addEventListener('blur', () => { if (card?.entry === entry && !card.pinned) hideCard(); });
      mark.addEventListener('click', ({ detail }) => {
        if (card?.entry === entry && card.pinned) hideCard();
        // A click without a count came from a key or from assistive technology.
        else showCard(entry, { pinned: true, take: detail === 0 });
      });
      mark.addEventListener('keydown', ({ key }) => { if (key === 'Escape') { focusField(entry); erase(entry); } });
      entry.mark = mark;
    }
    paint.dress(entry.mark, { ...wordsOf(entry), state: stateOf(entry), label: entry.given.label });
    layer.marks.append(entry.mark);
  };

  const erase = (entry) => {
    if (card?.entry === entry) hideCard();
    entry.mark?.remove();
    Object.assign(entry, { mark: null, layer: null, erased: true });
  };

  /** Takes every mark and every layer away; which questions are open is known still. */
  const drawNone = () => {
    shown = false;
    hideCard();
    for (const entry of entries.values()) { entry.mark?.remove(); Object.assign(entry, { mark: null, layer: null }); }
    for (const { host } of layers.values()) host.remove();
    layers.clear();
  };

  const findMembers = (entry) => {
    if (entry.members.some((at) => at.isConnected)) return;
    const numbered = agent.elementOf(entry.handle);
    const again = numbered?.isConnected ? numbered : agent.fields.findAgain(entry.signature);
    if (again) Object.assign(entry, { members: [again], anchors: [] });
  };

  const refresh = () => {
    stale = false;
    const from = performance.now();
    const counts = spots.countFields([...entries.values()].map(({ members }) => members));
    for (const entry of entries.values()) {
      findMembers(entry);
      const anchors = spots.anchorsOf(entry.members.filter((at) => at.isConnected), counts);
      for (const anchor of anchors) sizes.observe(anchor);
      Object.assign(entry, { anchors, clippers: anchors.length ? spots.clippersOf(anchors[0]) : [] });
      if (anchors.length && shown && !entry.erased) draw(entry);
    }
    cost = performance.now() - from;
  };

  /** Looks where everything is, then moves every mark: one layout however many there are. */
  const place = () => {
    queued = 0;
    if (performance.now() < dirtyUntil) notice();
    if (!shown) return;
    if (stale || [...entries.values()].some(({ anchors }) => anchors.some((at) => !at.isConnected))) refresh();
    const hosts = new Set([...layers.values()].map(({ host }) => host));
    const origins = new Map([...layers.values()].map((layer) => [layer, paint.originOf(layer)]));
    const moves = [];
    for (const entry of entries.values()) {
      const { layer, anchors } = entry;
      entry.spot = layer && anchors.length ? spots.spotOf(anchors) : null;
      if (!layer) continue;
      const seen = entry.spot && spots.canBeSeen(entry, entry.spot, (at) => hosts.has(at));
      moves.push([entry, seen ? origins.get(layer) : null]);
    }
    const wide = document.documentElement.clientWidth;
    for (const [{ mark, spot }, origin] of moves) {
      mark.hidden = !origin;
      if (!origin) continue;
      // Never beyond the page's edge: the page must not begin to scroll sideways.
      const x = Math.min(spot.x, Math.max(wide, spot.insideX) - 12);
      mark.style.transform = `translate(${(x - origin.left) / origin.scale - 12}px, ${(spot.y - origin.top) / origin.scale - 12}px)`;
    }
    if (!card) return;
    if (card.entry.mark && !card.entry.mark.hidden) paint.putCard(card.layer, card.entry.spot, card.apart); else hideCard();
  };

  const queue = () => { queued ||= requestAnimationFrame(place); };

  let settling = 0;
  let cost = 0;
  /** The page changed. One that never rests is followed the more slowly, the more there is to look at. */
  const changed = () => {
    settling ||= setTimeout(() => { settling = 0; stale = true; queue(); }, Math.min(Math.max(150, 20 * cost), 2000));
  };

  const sizes = new ResizeObserver(changed);

  // ------------------------------------------------------------------------------------------------ what the person does

  const isEmpty = (held) => held.every((one) => one === '');

  /** Whether fields hold something else than when they were marked. Never while a fill is at work. */
  const notice = () => {
    if (agent.busy) return;
    let moved = false;
    for (const entry of entries.values()) {
      const members = entry.members.filter((at) => at.isConnected);
      if (!members.length) continue;
      const held = spots.heldIn(members);
      const touched = held.join('\u0001') !== entry.before;
      const now = { touched: entry.touched || touched, isEmpty: isEmpty(held) };
      if (now.touched === entry.touched && now.isEmpty === entry.isEmpty) continue;
      Object.assign(entry, now);
      moved ||= ['needs-you', 'differs'].includes(entry.given.state);
      if (!entry.mark) continue;
      paint.dress(entry.mark, { ...wordsOf(entry), state: stateOf(entry), label: entry.given.label });
      if (card?.entry === entry) hideCard();
    }
    if (moved) tell({ event: 'open' });
  };

  const onPerson = (event) => {
    if (!event.isTrusted) return;
    dirtyUntil = performance.now() + AFTER_EVENT_MS;
    setTimeout(() => { notice(); queue(); }, 150);
    if (event.type === 'input' && card) hideCard();
  };

  const onEscape = (event) => { if (event.key === 'Escape' && event.isTrusted) hideCard(); };

  const listen = () => {
    listening?.abort();
    listening = new AbortController();
    const { signal } = listening;
    const passive = { signal, passive: true, capture: true };
    const mutations = new MutationObserver(changed);
    const members = [...entries.values()].flatMap((entry) => entry.members);
    for (const root of new Set([document, ...spots.rootsOf(members)])) {
      root.addEventListener('scroll', queue, passive);
      for (const name of ['transitionend', 'animationend', 'toggle']) root.addEventListener(name, changed, passive);
      mutations.observe(root, {
        subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-expanded'],
      });
    }
    for (const name of ['input', 'change', 'click', 'keyup']) addEventListener(name, onPerson, passive);
    addEventListener('keydown', onEscape, passive);
    addEventListener('resize', changed, passive);
    globalThis.visualViewport?.addEventListener('resize', queue, passive);
    sizes.observe(document.documentElement);
    if (document.body) sizes.observe(document.body);
    signal.addEventListener('abort', () => { mutations.disconnect(); sizes.disconnect(); clearTimeout(settling); settling = 0; });
  };

  // ---------------------------------------------------------------------------------------------------------- the doors

  /** The elements of each field as the page was last read, the field's own first. */
  const membersByHandle = () => {
    const members = new Map();
    const add = (handle, element) => {
      if (!members.has(handle)) members.set(handle, new Set());
      if (element) members.get(handle).add(element);
    };
    for (const [element, handle] of agent.reading.book.owners) {
      add(handle, agent.elementOf(handle));
      add(handle, element);
    }
    return members;
  };

  /** Sets the marks anew; none takes them all away. What the person has touched since stays touched. */
  const mark = (marks, show = true) => {
    const members = membersByHandle();
    const before = new Map(entries);
    entries.clear();
    for (const given of marks) {
      const found = [...members.get(given.handle) ?? [agent.elementOf(given.handle)].filter(Boolean)];
      if (!found.length) continue;
      const known = before.get(given.handle);
      const same = known && known.given.state === given.state && known.members[0] === found[0];
      const held = spots.heldIn(found);
      const { touched = false, erased = false, before: first = held.join('\u0001') } = same ? known : {};
      entries.set(given.handle, {
        handle: given.handle, given, members: found, signature: agent.signatureOf(found[0]), anchors: [], clippers: [],
        before: first, touched, erased, isEmpty: isEmpty(held), mark: null, layer: null, spot: null,
      });
    }
    drawNone();
    // Those of an older version of the extension.
    for (const other of document.querySelectorAll(paint.TAG)) other.remove();
    if (!entries.size) { listening?.abort(); listening = null; return { ok: true }; }
    shown = show;
    listen();
    if (show) { refresh(); place(); }
    return { ok: true };
  };

  /** Which of these fields a person still has to look at: those that stand and were not touched, or are empty again. */
  const open = (handles) => {
    notice();
    return {
      open: handles.filter((handle) => {
        const entry = entries.get(handle);
        return entry && ['needs-you', 'differs'].includes(stateOf(entry)) && entry.members.some((at) => at.isConnected);
      }),
    };
  };

  /** Brings a field in front of the person, with its words beside it; `count` is its place among the open ones. */
  const point = (handle, count = '') => {
    const entry = entries.get(handle);
    if (!entry) return { ok: false };
    findMembers(entry);
    const done = agent.show(entry.members.find((at) => at.isConnected));
    if (!done.ok || !shown) return done;
    entry.erased = false;
    refresh();
    place();
    const { title, detail } = wordsOf(entry);
    if (entry.layer) showCard(entry, { pinned: true, apart: true, count });
    if (entry.layer) speak(entry.layer, [count, title, detail].filter(Boolean).join('. '));
    return done;
  };

  const speak = ({ spoken }, words) => {
    spoken.textContent = '';
    setTimeout(() => { spoken.textContent = words; }, 100);
  };

  /** A line at the page's foot that goes by itself. */
  const say = (words) => {
    const layer = layerFor(document.body ?? document.documentElement);
    layer.note.textContent = words;
    if (!layer.note.matches(':popover-open')) layer.note.showPopover();
    speak(layer, words);
    clearTimeout(layer.noteTimer);
    layer.noteTimer = setTimeout(() => {
      if (layer.note.matches(':popover-open')) layer.note.hidePopover();
      if (!entries.size) { layer.host.remove(); layers.delete(layer.container); }
    }, NOTE_MS);
    return { ok: true };
  };

  Object.assign(agent, { mark, open, point, say });
})();
