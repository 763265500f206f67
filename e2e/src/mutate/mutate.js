// Changes the page that is open, before it is read. Arguments: the selectors of each truth field, the operations with
// what they need, and a seed. Leaves the fields' elements in `globalThis.__truth`.
//
// What must not happen here: a change that takes from a person what tells the fields apart.
const [selectors, operations, seed] = arguments;

let state = seed >>> 0;
const chance = () => {
  state = state + 0x6d2b79f5 >>> 0;
  let bits = Math.imul(state ^ state >>> 15, state | 1);
  bits ^= bits + Math.imul(bits ^ bits >>> 7, bits | 61);
  return ((bits ^ bits >>> 14) >>> 0) / 4294967296;
};
const below = (limit) => Math.floor(chance() * limit);
const shuffle = (list) => {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
  return list;
};

const everything = () => {
  const all = [];
  const visit = (node) => {
    for (const child of node.children) {
      all.push(child);
      if (child.shadowRoot) visit(child.shadowRoot);
      visit(child);
    }
  };
  visit(document);
  return all;
};
const fold = (text) => text.replace(/\s+/g, ' ').trim();
const bare = (text) => fold(text).replace(/[*✱:]/g, '').replace(/\((optional|required|facultatif|obligatoire|freiwillig)\)/i, '')
  .trim().toLowerCase();

const found = (() => {
  const all = everything();
  const one = (selector) => {
    const [css, nth] = selector.split(/\s*>>\s*nth=/);
    try { return all.filter((element) => element.matches(css))[Number(nth ?? 0)] ?? null; } catch { return null; }
  };
  return selectors.map((list) => list.map(one).filter(Boolean));
})();
globalThis.__truth = found;

const CONTROL = 'input:not([type=hidden]), select, textarea, [role=combobox], [role=radio], [role=checkbox], [contenteditable=true]';
const isGroup = (elements) => elements.length > 1 || elements.some((element) => element.matches('[type=radio], [role=radio]'));
const parentOf = (node) => node.parentElement ?? node.getRootNode().host ?? null;
const holds = (box, elements) => elements.every((element) => {
  for (let at = element; at; at = parentOf(at)) if (at === box) return true;
  return false;
});

// The largest element that holds this field and what it says of itself, and no other field, heading or text.
const blockOf = (elements, own) => {
  const said = (box) => own.filter((label) => box.contains(label))
    .reduce((rest, label) => rest.replace(fold(label.textContent), ''), fold(box.textContent)).length;
  let block = elements[0];
  while (block.parentElement && !holds(block, elements)) block = block.parentElement;
  for (let up = block.parentElement; up && !['BODY', 'FORM', 'MAIN', 'TBODY', 'TABLE', 'FIELDSET', 'SECTION'].includes(up.tagName);
    up = up.parentElement) {
    const others = [...up.querySelectorAll(CONTROL)].filter((control) => !holds(block, [control]));
    if (others.length || up.querySelector('h1, h2, h3, h4, h5, h6') || said(up) > said(block) + 3) break;
    block = up;
  }
  return block;
};

// Every text that names the field, as elements.
const labelsOf = (elements, text) => {
  const list = new Set();
  const group = isGroup(elements);
  const first = elements[0];
  const root = first.getRootNode();
  const referenced = (element) => fold(element.getAttribute('aria-labelledby') ?? '').split(' ')
    .map((id) => id && root.getElementById?.(id)).filter(Boolean);
  if (!group) {
    for (const label of first.labels ?? []) list.add(label);
    for (const element of referenced(first)) list.add(element);
  }
  for (let at = first, steps = 0; at && steps < 9; at = at.parentElement, steps += 1) {
    if (at !== first && at.matches('[role=group], [role=radiogroup], fieldset')) {
      for (const element of referenced(at)) if (!holds(element, [first])) list.add(element);
    }
    for (const element of at.querySelectorAll('*')) {
      if (element.children.length > 6 || element.matches('option, script, style, template')) continue;
      if (element.matches(CONTROL) || element.querySelector('option')) continue;
      if (bare(element.textContent) === text && text) list.add(element);
    }
    if ([...list].some((element) => bare(element.textContent) === text)) break;
  }
  return [...list];
};

// Puts a text in place of a label's own words, and keeps its stars, links and controls.
const retell = (element, text) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/[\p{L}]/u.test(node.data)) continue;
    if (node.parentElement.closest('option, button, select, textarea, script, style, a')) continue;
    nodes.push(node);
  }
  nodes.forEach((node, at) => { node.data = at === 0 ? text : ''; });
  return nodes.length > 0;
};

const rename = (at, text, truthText) => {
  const elements = found[at];
  if (!elements.length) return;
  const first = elements[0];
  for (const label of labelsOf(elements, bare(truthText))) retell(label, text);
  if (isGroup(elements)) {
    for (let up = first.parentElement, steps = 0; up && steps < 6; up = up.parentElement, steps += 1) {
      if (up.hasAttribute('aria-label') && bare(up.getAttribute('aria-label')) === bare(truthText)) up.setAttribute('aria-label', text);
    }
    return;
  }
  if (first.hasAttribute('aria-label')) first.setAttribute('aria-label', text);
  if (first.hasAttribute('title')) first.removeAttribute('title');
  if (first.placeholder) {
    if (bare(first.placeholder) === bare(truthText)) first.placeholder = text; else first.removeAttribute('placeholder');
  }
  for (const id of fold(first.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)) {
    const help = first.getRootNode().getElementById?.(id);
    if (help && !holds(help, [first]) && !help.querySelector(CONTROL)) retell(help, '');
  }
};

const retellOptions = (at, texts) => {
  const elements = found[at];
  if (!elements.length) return;
  const [first] = elements;
  if (first instanceof HTMLSelectElement) {
    [...first.options].forEach((option, place) => { if (place > 0 || option.value) option.remove(); });
    texts.forEach((text, place) => first.add(new Option(text, String(place))));
    return;
  }
  if (!isGroup(elements) || elements.length > texts.length) return;
  elements.forEach((element, place) => {
    const label = element.labels?.[0];
    if (label && !label.querySelectorAll(CONTROL).length || label?.querySelectorAll(CONTROL).length === 1) retell(label, texts[place]);
    if (element.hasAttribute('aria-label')) element.setAttribute('aria-label', texts[place]);
    if (element.getAttribute('value') && /\p{L}{2}/u.test(element.getAttribute('value'))) element.setAttribute('value', String(place));
  });
};

const SHOWN = ['display', 'visibility', 'opacity', 'position', 'left', 'top', 'clip', 'clipPath', 'overflow', 'transform'];
const styles = (all) => all.map((element) => {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return [SHOWN.map((name) => style[name]), box.width <= 2 || box.height <= 2 ? [style.width, style.height] : null];
});

const work = {
  scramble() {
    const all = everything();
    const before = styles(all);
    const names = new Map();
    const mix = (word) => {
      if (!names.has(word)) names.set(word, 'z' + Math.floor(chance() * 0xffffffff).toString(36) + names.size.toString(36));
      return names.get(word);
    };
    const mixAll = (text) => fold(text).split(' ').filter(Boolean).map(mix).join(' ');
    for (const element of all) {
      if (element.closest?.('svg')) continue;
      if (element.getAttribute('class')) element.setAttribute('class', mixAll(element.getAttribute('class')));
      for (const name of ['id', 'name', 'for', 'list', 'form']) {
        if (name === 'name' && element.tagName === 'META') continue;
        if (element.getAttribute(name)) element.setAttribute(name, mix(element.getAttribute(name)));
      }
      for (const name of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-errormessage']) {
        if (element.getAttribute(name)) element.setAttribute(name, mixAll(element.getAttribute(name)));
      }
      for (const { name, value } of [...element.attributes]) {
        if (name.startsWith('data-') && /[a-z]{3}/i.test(value)) element.setAttribute(name, mix(value));
        if (['formcontrolname', 'ng-model', 'itemprop'].includes(name)) element.setAttribute(name, mix(value));
      }
      if (element.tagName === 'FORM') element.removeAttribute('action');
    }
    const swap = (text) => text.replace(/([.#])((?:\\.|[\w-])+)/g, (whole, sign, word) => {
      const plain = word.replace(/\\(.)/g, '$1');
      return names.has(plain) ? sign + names.get(plain) : whole;
    });
    const rules = (list) => {
      for (const rule of list) {
        if (rule.selectorText) rule.selectorText = swap(rule.selectorText);
        if (rule.cssRules) rules(rule.cssRules);
      }
    };
    const roots = [document, ...all.map((element) => element.shadowRoot).filter(Boolean)];
    for (const root of roots) {
      for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
        try { rules(sheet.cssRules); } catch { /* a sheet of another origin shows nothing here */ }
      }
    }
    // What hid or showed an element by other selectors keeps doing so.
    const after = styles(all);
    all.forEach((element, at) => {
      SHOWN.forEach((name, place) => {
        if (before[at][0][place] !== after[at][0][place]) element.style?.setProperty(name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), before[at][0][place], 'important');
      });
      if (before[at][1] && !after[at][1] && element.style) [element.style.width, element.style.height] = before[at][1];
    });
  },

  reword({ texts, labels }) {
    texts.forEach((text, at) => { if (text) rename(at, text, labels[at]); });
  },

  options({ lists, lang }) {
    if (lang) document.documentElement.lang = lang;
    lists.forEach((texts, at) => { if (texts) retellOptions(at, texts); });
  },

  reorder() {
    const has = (node) => node.nodeType === 1 && (node.matches(CONTROL) || node.querySelector(CONTROL) !== null);
    const heads = (node) => node.nodeType === 1 && !has(node) && (/^(H[1-6]|LEGEND|HR|THEAD)$/.test(node.tagName)
      || node.querySelector('h1, h2, h3, h4, h5, h6, legend') !== null);
    const boxes = everything().filter((element) => has(element) && !element.matches('tr, label, select')
      && !element.closest('[role=radiogroup], [role=group], svg, label'));
    for (const box of boxes) {
      const controls = [...box.querySelectorAll(CONTROL)];
      if (isGroup(controls) && new Set(controls.map((control) => control.name)).size === 1) continue;
      // Chunks: a field with what stands before it; a heading begins a section of chunks.
      const parts = [{ head: [], chunks: [], rest: [] }];
      for (const node of [...box.childNodes]) {
        const part = parts[parts.length - 1];
        if (heads(node)) {
          if (part.chunks.length || part.head.length) parts.push({ head: [...part.rest, node], chunks: [], rest: [] });
          else part.head.push(...part.rest.splice(0), node);
          if (parts.length > 1) part.rest = [];
        } else if (has(node)) {
          part.chunks.push([...part.rest.splice(0), node]);
        } else {
          const last = part.chunks[part.chunks.length - 1];
          const follows = node.nodeType === 1 && node.matches('label[for]') && !part.rest.length && last
            && last.some((own) => own.id === node.htmlFor || own.querySelector?.(`#${CSS.escape(node.htmlFor)}`));
          if (follows) last.push(node); else part.rest.push(node);
        }
      }
      const several = parts.reduce((sum, part) => sum + part.chunks.length, 0);
      if (several < 3) continue;
      const [first, ...others] = parts;
      const order = first.chunks.length ? [first, ...shuffle(others)] : shuffle(parts);
      for (const part of order) {
        box.append(...part.head, ...shuffle(part.chunks).flat(), ...part.rest);
      }
    }
  },

  strip() {
    for (const element of everything()) {
      if (!element.matches?.(CONTROL)) continue;
      for (const name of ['autocomplete', 'inputmode', 'pattern', 'itemprop']) element.removeAttribute(name);
      if (['email', 'tel', 'url', 'number', 'search'].includes(element.getAttribute('type'))) element.setAttribute('type', 'text');
    }
  },

  wrap({ texts, labels }) {
    found.forEach((elements, at) => {
      const text = labels[at] && (texts[at] || labels[at]);
      if (!elements.length || !text || elements[0].matches('[type=checkbox], [role=checkbox]')) return;
      const [first] = elements;
      const group = isGroup(elements);
      const own = labelsOf(elements, bare(labels[at])).concat(labelsOf(elements, bare(text)));
      const block = blockOf(elements, own);
      if (!block.parentElement || ['TR', 'TD', 'TH', 'TBODY', 'LABEL', 'OPTION'].includes(block.tagName)
        || block.closest('label, template')) return;
      if (!own.length && !first.getAttribute('aria-label') && !first.placeholder) return;
      const star = own.some((label) => /[*✱]/.test(label.textContent)) ? ' *' : '';
      for (const label of own) {
        retell(label, '');
        for (const mark of label.querySelectorAll('*')) if (/^\s*[*✱]\s*$/.test(mark.textContent)) mark.textContent = '';
        label.removeAttribute('for');
      }
      for (const name of ['aria-label', 'aria-labelledby', 'title', 'placeholder']) first.removeAttribute(name);
      const make = (tag, content) => {
        const element = document.createElement(tag);
        if (content !== undefined) element.textContent = content;
        return element;
      };
      const place = (box) => { block.replaceWith(box); return box; };
      const id = `w${at}`;
      const typed = first.matches('input:not([type=file]), textarea');
      const ways = group ? ['before', 'aria', 'table', 'legend'] : ['for', 'aria', 'before', 'table', 'legend'];
      if (!group && block === first) ways.push('wrapping', 'wrapping');
      if (!group && typed) ways.push('placeholder');
      const way = ways[below(ways.length)];
      if (way === 'for') {
        first.id ||= id;
        const label = make('label', text + star);
        label.htmlFor = first.id;
        place(make('div')).append(label, block);
      } else if (way === 'wrapping') {
        place(make('label')).append(make('span', text + star), block);
      } else if (way === 'aria') {
        const caption = make('span', text + star);
        caption.id = id;
        const box = place(make('div'));
        box.append(caption, block);
        if (group) {
          box.setAttribute('role', 'group');
          box.setAttribute('aria-labelledby', id);
        } else first.setAttribute('aria-labelledby', id);
      } else if (way === 'before') {
        place(make('div')).append(make('b', text + star), make('br'), block);
      } else if (way === 'table') {
        const table = make('table');
        const row = table.insertRow();
        row.insertCell().textContent = text + star;
        const cell = row.insertCell();
        place(table);
        cell.append(block);
      } else if (way === 'legend') {
        place(make('fieldset')).append(make('legend', text + star), block);
      } else first.placeholder = text + star;
    });
  },
};

for (const { name, ...given } of operations) work[name](given);
return found.filter((elements) => elements.length).length;
