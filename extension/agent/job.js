/**
 * What the page says about the job, unread: structured data, meta tags and visible text. The core reads it.
 *
 * What must not happen here: parsing, a judgement about what is true.
 */
(() => {
  'use strict';

  const {
    BLOCK, LIMIT, SILENT, attr, attributeNames, cap, checkVisibility, childrenOf, fold, hasAttribute, isElement,
    nodeText, nodeType, queryAll, tagOf, textOf,
  } = globalThis.__foothold.reading;

  const microdata = () => {
    const pairs = [];
    const read = (item, path, depth) => {
      const visit = (node) => {
        for (const child of childrenOf(node)) {
          if (!isElement(child) || pairs.length >= 200) continue;
          const property = attr(child, 'itemprop');
          const scope = hasAttribute(child, 'itemscope');
          const at = property ? [...path, property.split(/\s+/)[0]] : path;
          if (property && !scope) {
            const value = attr(child, 'content') || attr(child, 'datetime') || (tagOf(child) === 'a' || tagOf(child) === 'link' ? attr(child, 'href') : '') || textOf(child, { limit: LIMIT.block });
            if (value) pairs.push([at.join('.'), fold(value, LIMIT.block)]);
          }
          if (scope && depth < 6) { if (property) read(child, at, depth + 1); } else visit(child);
        }
      };
      visit(item);
    };
    for (const item of queryAll(document, '[itemscope][itemtype*="JobPosting" i]').slice(0, 5)) read(item, [], 0);
    return pairs;
  };

  const HOOKS = new Set(['testid', 'test-id', 'test', 'qa', 'cy', 'ui', 'automation-id', 'name', 'field', 'hook', 'at',
    'tn-element'].map((name) => `data-${name}`));

  const hintOf = (element) => {
    const parts = [attr(element, 'id'), attr(element, 'class'), attr(element, 'itemprop')];
    for (const name of attributeNames(element)) {
      if (name.startsWith('data-') && HOOKS.has(name)) parts.push(attr(element, name));
    }
    return parts.filter(Boolean).join(' ');
  };

  const blocksOf = function* () {
    const blocks = [];
    let size = 0;
    let styled = 0;
    let visited = 0;
    let open = null;
    const flush = () => {
      if (!open) return;
      const text = fold(open.text, LIMIT.block);
      if (text && size < LIMIT.blockText) {
        blocks.push({ tag: open.tag, hint: fold(open.hint.join(' '), 300), text: cap(text, LIMIT.blockText - size) });
        size += text.length;
      }
      open = null;
    };
    const visit = function* (element, block, depth) {
      if (size >= LIMIT.blockText || depth > 200) return;
      visited += 1;
      if (visited % 100 === 0) yield;
      let hint = null;
      for (const child of childrenOf(element)) {
        if (nodeType(child) === 3) {
          const text = nodeText(child);
          if (!open && !text.trim()) continue;
          open ??= { tag: tagOf(block), hint: [hintOf(block)], text: '' };
          if (element !== block && text.trim()) {
            hint ??= hintOf(element);
            if (hint && !open.hint.includes(hint)) open.hint.push(hint);
          }
          open.text += text;
          continue;
        }
        if (!isElement(child)) continue;
        const tag = tagOf(child);
        if (SILENT.has(tag) || tag === 'button') continue;
        if (tag === 'br') { if (open) open.text += ' '; continue; }
        const inline = !BLOCK.has(tag) && (styled += 1, styled > 6_000 || getComputedStyle(child).display.startsWith('inline') || getComputedStyle(child).display === 'contents');
        if (!inline) {
          if (!checkVisibility(child, { visibilityProperty: true }) || hasAttribute(child, 'hidden')) continue;
          flush();
          yield* visit(child, child, depth + 1);
          flush();
        } else {
          if (!checkVisibility(child)) continue;
          yield* visit(child, block, depth + 1);
          if (open) open.text += ' ';
        }
      }
    };
    const body = queryAll(document, 'body')[0];
    if (body) yield* visit(body, body, 0);
    flush();
    return blocks;
  };

  /** A generator, as `survey` is: it pauses in long pages. */
  const jobSource = function* () {
    const blocks = yield* blocksOf();
    return {
      jsonLd: queryAll(document, 'script[type*="ld+json" i]').slice(0, LIMIT.jsonLd)
        .map((script) => cap(script.textContent ?? '', LIMIT.jsonLdText)),
      microdata: microdata(),
      meta: queryAll(document, 'meta[content]')
        .map((meta) => [attr(meta, 'property') || attr(meta, 'name'), fold(attr(meta, 'content'), 1_000)])
        .filter(([name, content]) => name && content).slice(0, LIMIT.meta),
      blocks,
    };
  };

  const foreignFrames = (frames) => frames.filter((frame) => {
    try { return !frame.contentDocument; } catch { return true; }
  }).map((frame) => frame.src || '').filter(Boolean).slice(0, 50);

  Object.assign(globalThis.__foothold.reading, { foreignFrames, jobSource });
})();
