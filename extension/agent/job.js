/**
 * What the page says about the job, unread: structured data, meta tags and visible text. The core reads it.
 *
 * What must not happen here: parsing, a judgement about what is true.
 */
(() => {
  'use strict';

  const {
    BLOCK, LIMIT, SILENT, attr, attributeNames, cap, checkVisibility, childrenOf, firstChild, fold, getter,
    hasAttribute, isElement, nextSibling, nodeText, nodeType, queryAll, shadowOf, tagOf, textOf,
  } = globalThis.__foothold.reading;

  // Properties that hold whole texts: their markup is part of what they say.
  const TEXTS = new Set(['description', 'responsibilities', 'qualifications', 'skills', 'experienceRequirements',
    'educationRequirements', 'jobBenefits', 'incentiveCompensation', 'workHours']);
  const markupOf = getter(Element.prototype, 'innerHTML');

  const microdata = () => {
    const pairs = [];
    const read = (item, path, depth) => {
      const visit = (node) => {
        for (const child of childrenOf(node)) {
          if (!isElement(child) || pairs.length >= 200) continue;
          const property = attr(child, 'itemprop');
          const scope = hasAttribute(child, 'itemscope');
          const at = property ? [...path, property.split(/\s+/)[0]] : path;
          if (property && !scope && TEXTS.has(property) && !hasAttribute(child, 'content')) {
            const value = fold(markupOf(child), LIMIT.blockText);
            if (value) pairs.push([at.join('.'), value]);
          } else if (property && !scope) {
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

  // Inline markup that says something: kept, so that a description can be written with it.
  const MARKUP = new Map([['b', 'b'], ['strong', 'b'], ['i', 'i'], ['em', 'i']]);
  const addressOf = getter(HTMLAnchorElement.prototype, 'href');
  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const tagsOf = (element, tag) => {
    if (MARKUP.has(tag)) return [`<${MARKUP.get(tag)}>`, `</${MARKUP.get(tag)}>`];
    return tag === 'a' && hasAttribute(element, 'href') && element instanceof HTMLAnchorElement
      ? [`<a href="${escaped(cap(addressOf(element), 1_000))}">`, '</a>'] : null;
  };

  // Lists to choose from say nothing about the job.
  const CHOICES = new Set(['listbox', 'option', 'menu', 'combobox']);

  // Elements that part a page; any other counts as a box where it has a name.
  const BOXES = new Set(['main', 'article', 'section', 'nav', 'header', 'footer', 'aside', 'form', 'dialog']);

  const blocksOf = function* () {
    const blocks = [];
    const boxes = [];
    let size = 0;
    let styled = 0;
    let visited = 0;
    /** The texts that were seen so far, and whether a block began or ended since the last of them. */
    let texts = 0;
    let edge = false;
    let open = null;
    const hintOfBox = (box) => {
      box.hint ??= [hintOf(box.element), attr(box.element, 'role')].filter(Boolean).join(' ');
      return box.hint;
    };
    /** Boxes are numbered once a text stands in them; what has neither a name nor a kind is none. */
    const numberOf = (box) => {
      if (!box) return null;
      if (box.at >= 0) return box.at;
      if (!BOXES.has(box.tag) && !hintOfBox(box) || boxes.length >= LIMIT.boxes) return numberOf(box.up);
      const up = numberOf(box.up);
      box.at = boxes.push({ up, tag: box.tag, hint: fold(hintOfBox(box), 160) }) - 1;
      return box.at;
    };
    const flush = () => {
      edge = false;
      if (!open) return;
      const text = fold(open.text, LIMIT.block);
      if (text && size < LIMIT.blockText) {
        const block = { tag: open.tag, hint: fold(open.hint.join(' '), 300), text: cap(text, LIMIT.blockText - size), list: open.list, inside: numberOf(open.box) };
        // Markup that would be cut is left out: the text stands by itself.
        if (open.rich && open.html.length <= LIMIT.block * 2) block.html = fold(open.html, LIMIT.block * 2);
        const parts = open.parts.map((part) => ({ hint: fold(part.hint, 200), text: fold(part.text, 300) })).filter((part) => part.text);
        if (!open.own && parts.length > 1 && parts.length <= 12) block.parts = parts;
        blocks.push(block);
        size += text.length;
      }
      open = null;
    };
    /** The block that is being read; none where an edge lies between it and what comes. */
    const current = () => (edge ? null : open);
    const begin = (block, at) => {
      if (edge) flush();
      open ??= { tag: tagOf(block), hint: [hintOf(block)], text: '', html: '', rich: false, own: false, parts: [], list: at.list, box: at.box };
      return open;
    };
    /**
     * `at` is where an element stands: its block, the box around that block, the box for blocks within, its lists.
     * Whether an element can be seen costs more than reading it, so it is asked only where a text stands.
     */
    const visit = function* (element, at, depth, known) {
      if (size >= LIMIT.blockText || blocks.length >= LIMIT.blocks || depth > 200) return;
      visited += 1;
      if (visited % 100 === 0) yield;
      const { block } = at;
      let hint = null;
      let seen = known;
      const isSeen = () => (seen ??= checkVisibility(element, { visibilityProperty: true }));
      const shadow = shadowOf(element);
      const slotted = !shadow && tagOf(element) === 'slot' ? element.assignedNodes() : [];
      let place = 0;
      for (let child = slotted[0] ?? firstChild(shadow ?? element); child; child = slotted.length ? slotted[place += 1] : nextSibling(child)) {
        const type = nodeType(child);
        if (type === 3) {
          const text = nodeText(child);
          const says = text.trim() !== '';
          if (!says && !current()) continue;
          if (!isSeen()) continue;
          if (says) texts += 1;
          begin(block, at);
          if (says) {
            if (element === block) open.own = true;
            else {
              hint ??= hintOf(element);
              if (hint && !open.hint.includes(hint)) open.hint.push(hint);
            }
          }
          open.text += text;
          open.html += escaped(text);
          continue;
        }
        if (type !== 1) continue;
        const tag = tagOf(child);
        if (SILENT.has(tag) || tag === 'button') continue;
        if (tag === 'br') { if (current()) { open.text += ' '; open.html += '<br>'; open.rich = true; } continue; }
        let [display, visibility] = ['block', 'visible'];
        if (!BLOCK.has(tag)) {
          styled += 1;
          if (styled > 6_000) display = 'inline';
          else ({ display, visibility } = getComputedStyle(child));
        }
        if (display === 'none' || hasAttribute(child, 'hidden') || CHOICES.has(attr(child, 'role'))) continue;
        if (!display.startsWith('inline') && display !== 'contents') {
          const [before, count] = [edge, texts];
          edge = true;
          const list = tag === 'ul' || tag === 'ol' ? cap(at.list + tag[0], 8) : at.list;
          yield* visit(child, { block: child, box: at.within, within: { element: child, tag, up: at.within, at: -1, hint: null }, list }, depth + 1, null);
          // A block that cannot be seen parts nothing.
          edge = texts !== count || before || !open || checkVisibility(child);
        } else {
          const last = current();
          const from = last ? last.text.length : 0;
          const hints = last ? last.hint.length : 0;
          const markup = tagsOf(child, tag);
          // Within what can be seen, its own style tells.
          const shown = isSeen() && visibility === 'visible';
          // What is marked from the first word on opens the block itself.
          const marked = markup && shown ? begin(block, at) : null;
          if (marked) { marked.html += markup[0]; marked.rich = true; }
          yield* visit(child, at, depth + 1, shown ? true : null);
          if (marked && marked === open) marked.html += markup[1];
          const now = current();
          if (now) {
            if (element === block && (now === last || !last)) {
              now.parts.push({ hint: [hintOf(child), ...now.hint.slice(Math.max(hints, 1))].join(' '), text: now.text.slice(from) });
            }
            now.text += ' ';
            now.html += ' ';
          }
        }
      }
    };
    const body = queryAll(document, 'body')[0];
    if (body) yield* visit(body, { block: body, box: null, within: null, list: '' }, 0, null);
    flush();
    return { blocks, boxes };
  };

  /** A generator, as `survey` is: it pauses in long pages. */
  const jobSource = function* () {
    const { blocks, boxes } = yield* blocksOf();
    return {
      jsonLd: queryAll(document, 'script[type*="ld+json" i]').slice(0, LIMIT.jsonLd)
        .map((script) => cap(script.textContent ?? '', LIMIT.jsonLdText)),
      microdata: microdata(),
      meta: queryAll(document, 'meta[content]')
        .map((meta) => [attr(meta, 'property') || attr(meta, 'name'), fold(attr(meta, 'content'), 1_000)])
        .filter(([name, content]) => name && content).slice(0, LIMIT.meta),
      blocks,
      boxes,
    };
  };

  const foreignFrames = (frames) => frames.filter((frame) => {
    try { return !frame.contentDocument; } catch { return true; }
  }).map((frame) => frame.src || '').filter(Boolean).slice(0, 50);

  Object.assign(globalThis.__foothold.reading, { foreignFrames, jobSource });
})();
