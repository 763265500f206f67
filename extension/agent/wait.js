/**
 * Waiting for the page: for its turn, for something to be so, for rest. Every wait has a bound and ends on a condition.
 *
 * The functions hang on `globalThis.__foothold.hand`, as those of `events.js` do.
 *
 * What must not happen here: a wait that a page which never rests can draw out, a look that takes more of the page's
 * time than the page itself.
 */
(() => {
  'use strict';

  const bell = new MessageChannel();
  const waiting = [];
  bell.port1.onmessage = () => waiting.shift()?.();

  let waitedMs = 0;

  /** A wait that is counted: what remains of a fill's time is the agent's own work. */
  const counted = (wait) => (...given) => {
    const from = performance.now();
    return wait(...given).finally(() => { waitedMs += performance.now() - from; });
  };

  /** How long this agent has waited for the page since it was injected, in milliseconds. */
  const waited = () => waitedMs;

  /** Lets the page react: it gets its turn before we go on. (Timers would add 4 ms to each field.) */
  const pause = counted(() => new Promise((done) => { waiting.push(done); bell.port2.postMessage(null); }));

  const WATCHED = {
    subtree: true, childList: true, characterData: true, attributes: true,
    attributeFilter: ['value', 'checked', 'disabled', 'hidden', 'aria-checked', 'aria-pressed', 'aria-selected',
      'aria-expanded', 'aria-busy', 'aria-controls', 'aria-invalid', 'data-state', 'class', 'style'],
  };

  /**
   * Waits until `test` gives something, looking again when the page changed; null after `limit` ms.
   * A page that changes without end is looked at less often the longer a look takes.
   */
  const until = counted((test, limit) => new Promise((done) => {
    let cost = 0;
    let looked = 0;
    let again = 0;
    let poll = 0;
    let end = 0;
    const observer = new MutationObserver(() => soon());
    const finish = (value) => {
      observer.disconnect();
      clearTimeout(again);
      clearTimeout(end);
      clearInterval(poll);
      done(value);
    };
    const look = () => {
      clearTimeout(again);
      again = 0;
      const from = performance.now();
      let found = null;
      // A page that throws at a look says nothing yet.
      try { found = test(); } catch { found = null; }
      looked = performance.now();
      cost = looked - from;
      if (found) finish(found);
      return found;
    };
    const soon = () => {
      if (again) return;
      const rest = cost * 3 - (performance.now() - looked);
      if (rest > 1) again = setTimeout(look, rest); else look();
    };
    if (look()) return;
    observer.observe(document, WATCHED);
    // Property changes and shadow trees are not seen by the observer.
    poll = setInterval(soon, 40);
    end = setTimeout(() => finish(null), limit);
  }));

  /** Waits until nothing changed for `silence` ms, at most `limit` ms; gives how many changes there were. */
  const quiet = counted((silence = 150, limit = 2000) => new Promise((done) => {
    let timer = 0;
    let changes = 0;
    const finish = () => { observer.disconnect(); clearTimeout(timer); clearTimeout(end); done(changes); };
    const restart = () => { clearTimeout(timer); timer = setTimeout(finish, silence); };
    const observer = new MutationObserver((records) => { changes += records.length; restart(); });
    const end = setTimeout(finish, limit);
    observer.observe(document, WATCHED);
    restart();
  }));

  globalThis.__foothold ??= {};
  globalThis.__foothold.hand ??= {};
  Object.assign(globalThis.__foothold.hand, { pause, quiet, until, waited });
})();
