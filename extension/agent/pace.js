/**
 * Reading at the page's pace: long work in slices, with the page's own work in between, and a second look where the
 * page changed meanwhile.
 *
 * What must not happen here: a slice longer than half a frame, a look that is taken again without end.
 */
(() => {
  'use strict';

  const { isElement } = globalThis.__foothold.reading;

  /** How long the page waits for us at a time, in milliseconds: half a frame. */
  const SLICE = 8;

  const bell = new MessageChannel();
  const waiting = [];
  bell.port1.onmessage = () => waiting.shift()?.();
  /** The page's turn. (A timer would wait 4 ms each time, and `scheduler.yield` would come back before other tasks.) */
  const turn = () => new Promise((done) => { waiting.push(done); bell.port2.postMessage(null); });

  /** Carries a generator through, a slice at a time: `{value, paused}`. Each `yield` is a place where it may pause. */
  const inSlices = async (steps) => {
    let paused = false;
    let from = performance.now();
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { value, paused };
      if (performance.now() - from < SLICE) continue;
      paused = true;
      await turn();
      from = performance.now();
    }
  };

  const bringsElements = ({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isElement);

  /** What a generator reads of the page; read once more where elements came or went between two slices. */
  const readSteadily = async (reading) => {
    let changed = false;
    const observer = new MutationObserver((records) => { changed ||= records.some(bringsElements); });
    observer.observe(document, { subtree: true, childList: true });
    try {
      const first = await inSlices(reading());
      changed ||= observer.takeRecords().some(bringsElements);
      return first.paused && changed ? (await inSlices(reading())).value : first.value;
    } finally { observer.disconnect(); }
  };

  Object.assign(globalThis.__foothold.reading, { inSlices, readSteadily, turn });
})();
