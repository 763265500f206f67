/**
 * Every text that could be a field's label, each with where it stood; the headings above it; the row it is in.
 *
 * What must not happen here: a choice between labels. That is the core's (`page::label`).
 */
(() => {
  'use strict';

  const {
    LIMIT, SILENT, ancestors, attr, byId, cap, checkVisibility, childrenOf, closest, containsNode, fold, isButton,
    isElement, isNoise, isQuestionWrapper, lower, nextSibling, nodeText, nodeType, ownLabels, parentNode, parentOf,
    previousSibling, queryAll, rootOf, shadowOf, tagOf, textOf,
  } = globalThis.__foothold.reading;

  const LABEL_LIKE = 'label, legend, dt, th, h1, h2, h3, h4, h5, h6, [class*=label i], [class*=question i], [class*=title i],'
    + ' [class*=caption i], [data-automation-id*=label i], [slot=label], strong, b';

  const BLOCK = new Set(['address', 'article', 'aside', 'blockquote', 'body', 'dd', 'details', 'dialog', 'div', 'dl', 'dt',
    'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'label', 'legend',
    'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul']);

  const isControl = (element, counts) =>
    (counts.get(element) ?? 0) > 0 || ['input', 'select', 'textarea', 'button'].includes(tagOf(element));

  /** Whether more than one field follows a heading before the next one. */
  const headsSeveral = (heading, counts) => {
    let fields = 0;
    for (let at = nextSibling(heading); at && fields < 2; at = nextSibling(at)) {
      if (!isElement(at)) continue;
      if (/^h[1-6]$/.test(tagOf(at))) break;
      fields += counts.get(at) ?? (isControl(at, counts) ? 1 : 0);
    }
    return fields > 1;
  };

  /**
   * The text next to a field in one direction, up to the next control; `line` tells whether no line break came between,
   * `level` how many boxes up it stood.
   */
  const textBeside = (element, step, counts, levels) => {
    let node = element;
    let line = true;
    for (let level = 0; level < levels; level += 1) {
      const parts = [];
      for (let at = step(node); at; at = step(at)) {
        const type = nodeType(at);
        if (type === 3) {
          const text = fold(nodeText(at));
          if (text) parts.push(text);
          continue;
        }
        if (type !== 1) continue;
        const tag = tagOf(at);
        if (tag === 'input' && lower(at, 'type') === 'hidden') continue;
        if (isControl(at, counts)) return parts.length ? { text: join(parts, step), line, level } : null;
        if (tag === 'br' || tag === 'hr') {
          if (parts.length) break;
          line = false;
          continue;
        }
        if (SILENT.has(tag) || isNoise(at) || !checkVisibility(at)) continue;
        // A heading over several fields is their section, not the first one's label.
        if (step === previousSibling && /^h[1-6]$/.test(tag) && headsSeveral(at, counts)) return null;
        const text = textOf(at);
        if (BLOCK.has(tag) && parts.length) break;
        if (text) parts.push(text);
        if (BLOCK.has(tag) && parts.length) break;
      }
      if (parts.length) return { text: join(parts, step), line, level };
      node = parentOf(node);
      if (!node || ['form', 'body', 'main', 'dialog', 'table', 'ul', 'ol'].includes(tagOf(node))) return null;
      if (['tr', 'li', 'p'].includes(tagOf(node))) line = false;
    }
    return null;
  };

  const join = (parts, step) => fold((step === previousSibling ? parts.reverse() : parts).join(' '));

  const referenced = (element, name) => {
    const root = rootOf(element);
    return attr(element, name).split(/\s+/).filter(Boolean).slice(0, 8)
      .map((id) => byId(root, id) ?? byId(document, id)).filter((at) => at && at !== element);
  };

  /** The name of a group or region: aria-labelledby, aria-label, or a fieldset's legend. */
  const nameOfGroup = (element) => {
    const named = fold(referenced(element, 'aria-labelledby').map((at) => textOf(at, { all: true })).join(' '));
    if (named) return named;
    if (attr(element, 'aria-label')) return fold(attr(element, 'aria-label'));
    if (tagOf(element) !== 'fieldset') return '';
    for (const child of childrenOf(element)) if (isElement(child) && tagOf(child) === 'legend') return textOf(child);
    return '';
  };

  /** Whether a row of a table heads the columns of another: it says so, or holds texts over a row of fields. */
  const headsColumns = (first, row, counts) =>
    [...first.cells].some((at) => tagOf(at) === 'th')
    || !counts.get(first) && (counts.get(row) ?? 0) > 1 && first.cells.length === row.cells.length;

  /** The header of a field in a grid of boxes: as many texts as there are columns, then only fields. */
  const gridHeader = (element, counts) => {
    for (const cell of [element, ...ancestors(element, 3)]) {
      const parent = parentNode(cell);
      if ((counts.get(cell) ?? 0) > 1 || !isElement(parent) || ['form', 'body', 'tr'].includes(tagOf(parent))) return '';
      const cells = childrenOf(parent).filter(isElement);
      const columns = cells.findIndex((at) => isControl(at, counts));
      const fields = cells.length - columns;
      if (columns < 2 || fields % columns !== 0) continue;
      const heads = cells.slice(0, columns).map((at) => textOf(at));
      const isGrid = heads.every((text) => text && text.length <= 60)
        && cells.slice(columns).every((at) => isControl(at, counts) && (counts.get(at) ?? 1) === 1 && !textOf(at));
      if (isGrid) return heads[(cells.indexOf(cell) - columns) % columns];
    }
    return '';
  };

  /** The headers of a field's cell; in a table without any, the text in the cell before it. */
  const tableHeaders = (element, counts) => {
    const cell = closest(element, 14, (at) => tagOf(at) === 'td');
    const row = cell && parentNode(cell);
    if (!(cell instanceof HTMLTableCellElement) || !(row instanceof HTMLTableRowElement)) return [gridHeader(element, counts)].filter(Boolean);
    const table = closest(row, 3, (at) => tagOf(at) === 'table');
    const texts = [];
    // A row may hold several fields, each after its own header.
    const heads = [...row.cells].filter((at) => tagOf(at) === 'th');
    const own = heads.filter((at) => at.cellIndex < cell.cellIndex).pop() ?? heads[0];
    const beside = row.cells[cell.cellIndex - 1];
    if (own) texts.push(textOf(own));
    else if (beside && !counts.get(beside) && counts.get(row) === 1) texts.push(textOf(beside));
    const first = table instanceof HTMLTableElement ? table.rows[0] : null;
    if (first && first !== row && headsColumns(first, row, counts)) {
      const head = first.cells[cell.cellIndex];
      if (head && !counts.get(head)) texts.push(textOf(head));
    }
    return texts.filter(Boolean);
  };

  const firstOptionHint = (element) => {
    const first = element instanceof HTMLSelectElement ? element.options[0] : null;
    return first && (first.value === '' || first.disabled) ? fold(first.text) : '';
  };

  /** The button before a file input that nobody sees: what the file is stands before it. */
  const pressedInstead = ({ control, element }) => {
    if (control !== 'file' || checkVisibility(element)) return null;
    let at = previousSibling(element);
    while (at && !isElement(at)) at = previousSibling(at);
    return at && isButton(at) && !attr(at, 'aria-haspopup') ? at : null;
  };

  const labelsOf = (unit, found, counts) => {
    const list = [];
    const used = new Set();
    const add = (from, text) => {
      const folded = fold(text);
      if (!/[\p{L}\p{N}]/u.test(folded) || list.length >= LIMIT.labels) return;
      if (!list.some((label) => label.text === folded && label.from === from)) list.push({ from, text: folded });
    };
    const { element } = unit;
    const group = unit.options.length > 0;
    const skip = new Set();
    let firstBox = null;
    for (const option of unit.options) {
      skip.add(option.element).add(option.click);
      for (const label of ownLabels(option.element, found)) skip.add(label);
    }
    if (group && unit.options.length > 1) {
      const held = new Map();
      for (const option of unit.options) for (const at of ancestors(option.click, 4)) held.set(at, (held.get(at) ?? 0) + 1);
      for (const option of unit.options) {
        // Each option's own little box, its text included, is no part of the question.
        let box = option.click;
        for (const at of ancestors(option.click, 4)) {
          if (held.get(at) > 1) break;
          box = at;
        }
        skip.add(box);
        firstBox ??= box;
      }
    }
    const single = group && unit.options.length === 1 ? unit.options[0] : null;

    if (!group || single) {
      const target = single?.element ?? element;
      for (const label of ownLabels(target, found)) { used.add(label); add('label', textOf(label)); }
      for (const label of unit.named ? ownLabels(unit.named, found) : []) { used.add(label); add('label', textOf(label)); }
      if (single && unit.control === 'checkbox-group' && list.length === 0) {
        const click = textOf(single.click);
        if (click) add('label', click);
      }
    }
    const speakers = [...new Set([group && unit.wrapper, unit.standIn, element, single?.click].filter(Boolean))];
    for (const at of speakers) {
      if (group && !single && at !== unit.wrapper) continue;
      const texts = referenced(at, 'aria-labelledby').filter((ref) => !containsNode(ref, at)).map((ref) => (used.add(ref), textOf(ref, { all: true })));
      add('aria-labelledby', texts.join(' '));
      add('aria-label', attr(at, 'aria-label'));
    }

    // Legends of groups that hold this question alone.
    const wrapper = unit.wrapper ?? element;
    if (!group) {
      for (const at of ancestors(element, 14)) {
        if ((counts.get(at) ?? 0) > 1) break;
        if (isQuestionWrapper(at) && nameOfGroup(at)) { add('legend', nameOfGroup(at)); break; }
      }
    } else {
      for (const at of [wrapper, ...ancestors(wrapper, 6)]) {
        if ((counts.get(at) ?? 0) > 1) break;
        if (isQuestionWrapper(at)) {
          const name = nameOfGroup(at);
          if (name) { add('legend', name); break; }
        }
        const id = attr(at, 'id');
        for (const label of (id && found.labels.get(id)) || []) { used.add(label); add('legend', textOf(label)); }
      }
    }
    for (const text of tableHeaders(element, counts)) add('table-header', text);

    // The wrapper that holds this field alone, however deep the field sits in it.
    const around = single || !group ? ancestors(element, 8) : [wrapper, ...ancestors(wrapper, 6)];
    for (const at of around) {
      if ((counts.get(at) ?? 0) > 1 || ['form', 'body', 'main'].includes(tagOf(at))) break;
      if (tagOf(at).includes('-')) add('wrapper', attr(at, 'label') || attr(at, 'aria-label'));
      let text = '';
      for (const like of queryAll(shadowOf(at) ?? at, LABEL_LIKE)) {
        if (skip.has(like) || used.has(like) || isNoise(like) || closest(like, 40, (up) => skip.has(up))) continue;
        text = textOf(like, { skip });
        if (/[\p{L}\p{N}]/u.test(text) && text.length <= 400) break;
        text = '';
      }
      if (text) { add('wrapper', text); break; }
      if (!(group && !single)) continue;
      text = textOf(at, { skip });
      if (text) { add('wrapper', text); break; }
    }

    // Answers that no wrapper holds alone stand in a row with other questions: theirs is before the first of them.
    const bare = group && !single && firstBox !== null && (counts.get(wrapper) ?? 0) > 1;
    const start = bare ? firstBox : group && !single ? wrapper : single ? single.click : unit.standIn ?? element;
    // The label of a file is its button; what the file is stands before that.
    const button = unit.control === 'file' ? ownLabels(element, found).find((at) => parentNode(at) === parentNode(element)) : null;
    const before = textBeside(button ?? pressedInstead(unit) ?? start, previousSibling, counts, 5);
    const after = textBeside(start, nextSibling, counts, group ? 2 : 1);
    if (single) {
      if (after) add('after', after.text);
      if (before) add('before', before.text);
    } else if (before && (before.line || !after?.line)) {
      add('before', before.text);
      // What a drawn list shows while it is empty stands nearer than its question.
      const box = ['combo-box', 'listbox-button'].includes(unit.control) ? [...ancestors(start, before.level + 1)].at(-1) : null;
      if (box && before.level < 8 && !['tr', 'td', 'th', 'li'].includes(tagOf(box)) && (counts.get(box) ?? 0) === 1) {
        const further = textBeside(box, previousSibling, counts, 8 - before.level);
        if (further?.line) add('before', further.text);
      }
    } else if (after && !list.some((label) => label.from !== 'table-header')) {
      add('after', after.text);
    }
    add('placeholder', attr(element, 'placeholder') || attr(element, 'aria-placeholder') || attr(element, 'data-placeholder') || firstOptionHint(element));
    add('title', attr(element, 'title'));
    for (const ref of referenced(element, 'aria-describedby')) if (!isNoise(ref)) add('description', textOf(ref));
    return list;
  };

  const optionText = (option, found) => {
    for (const label of ownLabels(option.element, found)) {
      const text = textOf(label, { limit: LIMIT.optionText });
      if (text) return text;
    }
    for (const at of [option.click, option.element]) {
      const own = isButton(at) || tagOf(at) !== 'input' ? textOf(at, { limit: LIMIT.optionText }) : '';
      if (own) return own;
      const named = fold(referenced(at, 'aria-labelledby').map((ref) => textOf(ref, { all: true })).join(' '), LIMIT.optionText);
      if (named) return named;
      if (attr(at, 'aria-label')) return fold(attr(at, 'aria-label'), LIMIT.optionText);
    }
    const after = textBeside(option.click, nextSibling, new Map(), 2) ?? textBeside(option.click, previousSibling, new Map(), 1);
    return fold(after?.text ?? attr(option.element, 'value'), LIMIT.optionText);
  };

  // ---------------------------------------------------------------------------------------------- sections and rows

  const sectionOf = (unit, found, labels, counts) => {
    const own = new Set(labels.map((label) => label.text));
    const trail = [];
    let level = 7;
    for (let i = found.headings.length - 1; i >= 0; i -= 1) {
      const heading = found.headings[i];
      if (heading.order > unit.order || heading.level >= level) continue;
      heading.text ??= checkVisibility(heading.element) ? textOf(heading.element, { limit: 200 }) : '';
      if (!heading.text) continue;
      level = heading.level;
      if (!own.has(heading.text)) trail.unshift(heading.text);
      if (level === 1) break;
    }
    const groups = [];
    for (const at of ancestors(unit.element)) {
      const role = lower(at, 'role');
      const caption = at instanceof HTMLTableElement && at.caption ? textOf(at.caption, { limit: 200 }) : '';
      if (caption && !own.has(caption)) groups.unshift(caption);
      if (tagOf(at) !== 'fieldset' && !['group', 'region', 'dialog', 'radiogroup'].includes(role) && tagOf(at) !== 'section') continue;
      if ((counts.get(at) ?? 0) < 2) continue;
      const name = cap(nameOfGroup(at), 200);
      if (name && !own.has(name) && !trail.includes(name) && !groups.includes(name)) groups.unshift(name);
    }
    return [...trail, ...groups].slice(-LIMIT.section);
  };

  /** Rows: sibling boxes that hold fields of the same shapes. Gives each unit a key equal within its row. */
  const findRows = (units, counts) => {
    const shapeOf = (unit) => {
      const name = attr(unit.element, 'name') || attr(unit.element, 'data-automation-id') || attr(unit.element, 'id');
      const bare = name.replace(/\d+/g, '#');
      const label = unit.field.labels[0]?.text ?? '';
      return `${unit.control}:${/[a-z]{3}/i.test(bare) && !/[0-9a-f]{8}|:r/i.test(name) ? bare : label}`;
    };
    const byBox = new Map();
    for (const unit of units) {
      if (unit.why !== '') continue;
      for (const at of ancestors(unit.element, 12)) {
        if (['form', 'body'].includes(tagOf(at))) break;
        if ((counts.get(at) ?? 0) < 2) continue;
        if (!byBox.has(at)) byBox.set(at, []);
        byBox.get(at).push(unit);
      }
    }
    const byParent = new Map();
    for (const [box, members] of byBox) {
      const parent = parentOf(box);
      if (!parent) continue;
      const shape = members.map(shapeOf).join(' ');
      const key = `${tagOf(box)} ${shape}`;
      if (!byParent.has(parent)) byParent.set(parent, new Map());
      const same = byParent.get(parent);
      if (!same.has(key)) same.set(key, []);
      same.get(key).push(members);
    }
    let container = 0;
    for (const same of byParent.values()) {
      for (const rows of same.values()) {
        if (rows.length < 2) continue;
        container += 1;
        rows.forEach((members, index) => members.forEach((unit) => { unit.field.row ||= `${container}:${index}`; }));
      }
    }
  };

  Object.assign(globalThis.__foothold.reading, { BLOCK, findRows, labelsOf, nameOfGroup, optionText, referenced, sectionOf });
})();
