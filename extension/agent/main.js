/**
 * The agent's doors: a plan is carried out step by step, undone, and its fields are shown. Answers to messages of the
 * extension's worker (ARCHITECTURE.md, "The agent's protocol").
 *
 * Every step is checked again before it is written: the page is still the one that was planned for, and the element is
 * still the same field. Afterwards, when the page has come to rest, each field is read back.
 *
 * What must not happen here: two fills at a time in one frame, a field written that is not in the plan, an answer
 * about a field that was not read back.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { hand, fields } = agent;
  // Injected again, the agent keeps what it must remember to undo.
  agent.memory ??= new Map();
  // What text fields held before the first step: a page that reads the résumé fills them in between.
  agent.first ??= new Map();
  agent.busy ??= false;

  /** `changed`: other fields stand on the page than before the plan was carried out. */
  const outcome = (list, changed = false) => ({ frameId: 0, fields: list, changed });
  const entry = (handle, { result, kept = '', detail = '' }) => ({ handle, result, kept, detail });

  /** An address without its query and fragment. */
  const pathOf = (address) => address.split(/[?#]/, 1)[0];
  const samePage = (url) => pathOf(url) === pathOf(location.href);

  /** The element of a step as it is now: `{element}`, or `{result}` where it must not be written. */
  const locate = (step) => {
    const known = agent.elementOf(step.handle);
    if (known?.isConnected) {
      return agent.signatureOf(known) === step.signature ? { element: known } : { result: 'drifted' };
    }
    const again = fields.findAgain(step.signature);
    return again ? { element: again } : { result: 'gone' };
  };

  /** What the field held before an earlier fill, where what that fill wrote still stands. */
  const beforeOurs = (handle, held) => {
    const earlier = agent.memory.get(handle);
    return earlier && hand.fold(held) === hand.fold(earlier.kept) ? earlier.before : undefined;
  };

  /**
   * Whether a person can see what is about to be written into. Of answers to choose from one is enough: the element
   * that carries the value may stand hidden beside the buttons that a person presses.
   */
  const isShown = (element, action) => {
    const answers = action.do === 'choose' ? action.handles.map(agent.elementOf).filter(Boolean) : [];
    const alsoOver = action.do === 'set-text' || action.do === 'select';
    return [element, ...answers].some((at) => agent.reading.isInSight(at, alsoOver));
  };

  const carryOut = async (step, plan, files) => {
    if (!samePage(plan.url)) return { result: 'drifted' };
    const { element, result } = locate(step);
    if (!element) return { result };
    const { action } = step;
    const way = fields.wayOf(action, element);
    if (!way) return { result: 'drifted' };
    if (element.matches(':disabled') || element.readOnly && action.do === 'set-text') {
      return { result: 'failed', kept: way.read(element, action), detail: 'The page does not let anybody write here now.' };
    }
    if (['set-text', 'select', 'pick-date'].includes(action.do) && way.says(element, action)) {
      return { result: 'already_there', kept: way.read(element, action), element, way };
    }
    if (!isShown(element, action)) {
      return { result: 'failed', kept: way.read(element, action), detail: 'Nobody can see this field now, so nothing is written into it.' };
    }
    const before = beforeOurs(step.handle, way.read(element, action))
      ?? (action.do === 'set-text' ? agent.first.get(step.handle) : undefined) ?? way.remember(element, action);
    const done = await way.write(element, action, files);
    if (done.result === 'written' || done.result === 'kept_different') {
      agent.memory.set(step.handle, { element, way, action, before, kept: done.kept });
    }
    return { ...done, element, way };
  };

  /** What the field holds when the page has come to rest. */
  const readBack = (step, done) => {
    const { way, text, places } = done;
    if (!way || !['written', 'kept_different', 'already_there'].includes(done.result)) return done;
    const { action } = step;
    const element = done.element.isConnected ? done.element : fields.findAgain(step.signature) ?? done.element;
    if (action.do === 'attach') {
      if (way.says(element, action, text ?? done.kept, places)) return done;
      return { ...done, result: 'kept_different', kept: way.read(element, action), detail: 'The page took the file away again.' };
    }
    if (!element.isConnected) return { ...done, result: 'gone', kept: '', detail: 'The page took this field away.' };
    const kept = way.read(element, action);
    const memory = agent.memory.get(step.handle);
    if (memory) Object.assign(memory, { element, kept });
    if (way.says(element, action, text)) {
      return { ...done, result: done.result === 'already_there' ? done.result : 'written', kept };
    }
    return { ...done, result: 'kept_different', kept };
  };

  /** Runs one thing at a time; `busy` is what others are told meanwhile. */
  const alone = async (act, busy) => {
    if (agent.busy) return busy();
    agent.busy = true;
    const [x, y] = [scrollX, scrollY];
    try { return await act(); } finally {
      agent.busy = false;
      scrollTo({ left: x, top: y, behavior: 'instant' });
    }
  };

  const BUSY = 'Another fill is still running here.';

  const WORKING = '[aria-busy=true], [role=progressbar], progress, [class*=loading i], [class*=spinner i],'
    + ' [class*=working i], [class*=uploading i], [class*=parsing i], [class*=analyzing i]';
  const WORKING_LIMIT = 10_000;

  /** The signs by which the page says that it is at work. */
  const working = () => agent.reading.queryAll(document, WORKING).filter(hand.isVisible);

  /** A step, and for a file also what the page makes of it: boards read the résumé and fill fields from it. */
  const carryOutWhole = async (step, plan, files) => {
    // Looking for these signs costs a layout: only a file makes a page work.
    const before = step.action.do === 'attach' ? new Set(working()) : null;
    let done;
    try {
      done = await carryOut(step, plan, files);
    } catch (error) {
      // The message could quote the page; its kind cannot.
      done = { result: 'failed', detail: `The page got in the way (${error?.name ?? 'error'}).` };
    }
    if (step.action.do === 'attach') {
      // A page that does nothing about the file at once reads nothing from it.
      if (await hand.quiet(80, 3000)) await hand.quiet(300, 3000);
      const rested = () => working().every((at) => before.has(at)) && { rested: true };
      if (!rested() && await hand.until(rested, WORKING_LIMIT)) await hand.quiet(300, 3000);
    }
    return done;
  };

  /** What every text field holds before a file is given to the page. */
  const rememberTexts = () => {
    agent.first.clear();
    for (const [element, handle] of agent.reading.book.numbers) {
      const way = element.isConnected && element.type !== 'password' && fields.wayOf({ do: 'set-text' }, element);
      if (way) agent.first.set(handle, way.remember(element, {}));
    }
  };

  /** Carries out a plan; one entry a step, in its order. `more`: it goes on with the fill that the last plan began. */
  const write = (plan, files = {}, more = false) => alone(async () => {
    if (!more) {
      agent.first.clear();
      for (const [handle, { element }] of agent.memory) {
        if (!element.isConnected && !agent.elementOf(handle)) agent.memory.delete(handle);
      }
    }
    if (plan.steps.some((step) => step.action.do === 'attach')) rememberTexts();
    const shown = agent.shown();
    const done = [];
    for (const step of plan.steps) done.push(await carryOutWhole(step, plan, files));
    if (plan.steps.length) await hand.quiet(150, 2000);
    const found = plan.steps.map((step, at) => readBack(step, done[at]));
    const overwritten = found.map((now, at) =>
      done[at].result === 'written' && now.result === 'kept_different' && plan.steps[at].action.do === 'set-text');
    if (!overwritten.includes(true)) {
      return outcome(plan.steps.map((step, at) => entry(step.handle, found[at])), agent.news(shown).length > 0);
    }
    for (const [at, step] of plan.steps.entries()) {
      // Taken at first, then written over by the page (from a résumé it read in the meantime): once more.
      if (overwritten[at]) done[at] = await carryOutWhole(step, plan, files);
    }
    await hand.quiet(150, 2000);
    const last = plan.steps.map((step, at) => entry(step.handle, readBack(step, done[at])));
    return outcome(last, agent.news(shown).length > 0);
  }, () => outcome(plan.steps.map((step) => entry(step.handle, { result: 'failed', detail: BUSY }))));

  const putBack = async (handle) => {
    const memory = agent.memory.get(handle);
    if (!memory) return { result: 'gone' };
    const { way, action, before } = memory;
    const element = memory.element.isConnected ? memory.element : agent.elementOf(handle);
    if (!element?.isConnected) return { result: 'gone' };
    const held = way.read(element, action);
    if (action.do !== 'attach' && hand.fold(held) !== hand.fold(memory.kept)) {
      return { result: 'failed', kept: held, detail: 'This changed since it was filled, so it stays as it is.' };
    }
    const restored = await way.restore(element, before);
    if (restored) agent.memory.delete(handle);
    return restored ? { result: 'undone', kept: way.read(element, action) }
      : { result: 'failed', kept: way.read(element, action), detail: 'The page did not let it be put back.' };
  };

  /** Puts fields back to what they held before the last fill: all of them (`null`), or some. */
  const undo = (handles) => alone(async () => {
    // The last one first: a field may depend on one that was written before it.
    const wanted = handles ?? [...agent.memory.keys()];
    const list = [];
    for (const handle of [...wanted].reverse()) {
      try {
        list.unshift(entry(handle, await putBack(handle)));
      } catch (error) {
        list.unshift(entry(handle, { result: 'failed', detail: `The page got in the way (${error?.name ?? 'error'}).` }));
      }
    }
    return outcome(list);
  }, () => outcome((handles ?? []).map((handle) => entry(handle, { result: 'failed', detail: BUSY }))));

  /** Scrolls to a field, focuses it and marks it for a moment; nothing on the page moves. */
  const show = (element) => {
    if (!element?.isConnected) return { ok: false };
    let shown = element;
    while (shown && !hand.isVisible(shown)) shown = shown.parentElement ?? shown.getRootNode().host;
    shown ??= element;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    shown.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    element.focus?.({ preventScroll: true });
    const line = (color) => ({ outline: `3px solid ${color}`, outlineOffset: '2px' });
    shown.animate([line('#1f6f54'), line('#1f6f54'), line('transparent')], { duration: 1600 });
    return { ok: true };
  };

  const reveal = (handle) => show(agent.elementOf(handle) ?? agent.memory.get(handle)?.element);

  Object.assign(agent, { write, undo, reveal, show });

  const ANSWERS = {
    collect: () => agent.collect(),
    'expect-word': ({ secrets }) => { agent.expectWord(secrets); return { ok: true }; },
    'tell-frames': () => { agent.tellFrames(); return { ok: true }; },
    'in-sight': () => agent.frameInSight(),
    write: ({ plan, files, more }) => agent.write(plan, files, more),
    'add-row': ({ handle }) => alone(() => agent.addRow(handle), () => ({ ok: false })),
    undo: ({ handles }) => agent.undo(handles),
    watch: (wanted) => agent.watch(wanted),
    said: () => agent.said(),
    reveal: ({ handle }) => agent.reveal(handle),
    save: ({ file }) => agent.uploads.save(file),
    mark: ({ marks, shown }) => agent.mark(marks, shown),
    open: ({ handles }) => agent.open(handles),
    point: ({ handle, count }) => agent.point(handle, count),
    say: ({ words }) => agent.say(words),
  };

  const onMessage = (message, sender, answer) => {
    const act = Object.hasOwn(ANSWERS, message?.kind) ? ANSWERS[message.kind] : null;
    // Only the extension's own worker and pages may speak to the agent.
    if (!act || sender.id !== chrome.runtime.id) return false;
    Promise.resolve().then(() => act(message)).then(answer, () => answer(null));
    return true;
  };

  const runtime = globalThis.chrome?.runtime;
  if (runtime?.onMessage && !agent.listening) {
    agent.listening = true;
    runtime.onMessage.addListener(onMessage);
  }
})();
