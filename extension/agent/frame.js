/**
 * Whether a person can see the frame that this document stands in. A document cannot know by itself: the page around
 * it may have made the frame tiny, transparent or have put it aside, of whatever origin it is. So each document tells
 * the frames it holds whether they can be seen, in a word that only the extension's agents can have sent: it carries
 * a secret for each depth, which the worker gave to the agents just before, and the first such word counts.
 *
 * What must not happen here: a word believed that is not the parent's, a frame taken for visible because nobody spoke.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { hiddenWhy, lookAfresh, queryAll, shadowOf } = agent.reading;

  /** A frame that leaves less room than this shows no field. */
  const LEAST = { width: 40, height: 14 };

  /** Why a person cannot see what a frame holds; '' where they can. */
  const unseenWhy = (element) => {
    const { clientWidth, clientHeight } = element;
    return clientWidth < LEAST.width || clientHeight < LEAST.height ? 'size' : hiddenWhy(element);
  };

  /** How long a word may take to come; it is on its way when it is asked for. */
  const LIMIT = 1000;

  const depth = (() => {
    let count = 0;
    for (let at = globalThis; at !== at.parent; at = at.parent) count += 1;
    return count;
  })();

  // Injected again, the agent keeps its ear.
  agent.frame ??= { secrets: [], word: Promise.resolve(''), hear: () => undefined };
  const { frame } = agent;

  const roots = (root, found = []) => {
    found.push(root);
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf(element);
      if (shadow) roots(shadow, found);
    }
    return found;
  };

  /** Begins anew: until a word comes, nothing is known of this frame. */
  const expectWord = (secrets) => {
    frame.secrets = secrets;
    frame.word = depth === 0 ? Promise.resolve('') : new Promise((done) => {
      frame.hear = done;
      setTimeout(done, LIMIT, 'silent');
    });
  };

  /** Tells every frame of this document whether it can be seen, once it is known whether this one can. */
  const tellFrames = () => {
    const { secrets, word } = frame;
    word.then((own) => {
      lookAfresh();
      const inner = roots(document).flatMap((root) => queryAll(root, 'iframe, frame'));
      for (const element of inner) {
        element.contentWindow?.postMessage({ foothold: secrets[depth], why: own || unseenWhy(element) }, '*');
      }
    });
  };

  if (!frame.listening) {
    frame.listening = true;
    addEventListener('message', (event) => {
      const secret = event.data?.foothold;
      if (event.source !== parent || typeof secret !== 'string' || secret !== frame.secrets[depth - 1]) return;
      // None of the page's business.
      event.stopImmediatePropagation();
      frame.hear(String(event.data.why));
    }, true);
  }

  Object.assign(agent, {
    expectWord,
    tellFrames,
    /** Whether a person can see this frame; waits for the word. */
    frameInSight: async () => ({ ok: (await frame.word) === '' }),
  });
})();
