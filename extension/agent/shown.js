/**
 * Which controls a person can see now: told apart by signature, so that a page which draws its fields anew shows the
 * same ones as before. `globalThis.__foothold.shown()` gives one line a control, `news(before)` those that came since.
 *
 * What must not happen here: a value, a label, a number; this is asked often and has to be cheap.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { checkVisibility, queryAll, shadowOf, signatureOf, tagOf } = agent.reading;

  const CONTROLS = 'input:not([type=hidden]), select, textarea, button[aria-haspopup=listbox], [role=combobox],'
    + ' [role=spinbutton], [role=radio], [role=checkbox], [role=switch], [role=textbox], [contenteditable=""],'
    + ' [contenteditable=true]';

  const roots = (root, found) => {
    found.push(root);
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf(element);
      if (shadow) roots(shadow, found);
    }
    return found;
  };

  /** One line a visible control; of a list also how many options it has. */
  const shown = () => {
    const lines = [];
    for (const root of roots(document, [])) {
      for (const element of queryAll(root, CONTROLS)) {
        if (!checkVisibility(element)) continue;
        const options = tagOf(element) === 'select' ? `|${element.options.length}` : '';
        lines.push(signatureOf(element) + options);
      }
    }
    return lines;
  };

  /** The lines of now that were not there before. */
  const news = (before) => {
    const counts = new Map();
    for (const line of before) counts.set(line, (counts.get(line) ?? 0) + 1);
    return shown().filter((line) => {
      const left = counts.get(line) ?? 0;
      counts.set(line, left - 1);
      return left <= 0;
    });
  };

  Object.assign(agent, { shown, news });
})();
