/**
 * Where a field's mark stands: the box that a person takes for the field, the point at its end, and whether that point
 * can be seen now.
 *
 * What must not happen here: a write to the page, a wait.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { hand } = agent;
  const { parentOf, rectOf, tagOf } = agent.reading;

  const SMALL = 40;
  const OFFSET = 13;
  const PAGE = new Set(['html', 'body', 'form', 'main']);

  const isWithin = (outer, inner) => {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  };

  const isShown = (element) => {
    if (!hand.isVisible(element)) return false;
    const { width, height } = rectOf(element);
    return width > 4 && height > 4;
  };

  /** Whether a person sees where the element ends: a line, a shadow or a ground of its own. */
  const hasEdge = (element) => {
    const style = getComputedStyle(element);
    return ['Top', 'Bottom'].some((side) => Number.parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none')
      || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
  };

  /** The box around a control without an edge of its own, where that box is not much larger and holds no other field. */
  const edgeAround = (element, counts) => {
    if (hasEdge(element)) return element;
    const most = Math.max(72, rectOf(element).height * 2.2);
    for (let at = parentOf(element), i = 0; at && i < 5 && !PAGE.has(tagOf(at)); at = parentOf(at), i += 1) {
      if (rectOf(at).height > most || (counts.get(at) ?? 0) > 1) break;
      if (hasEdge(at) && isShown(at)) return at;
    }
    return element;
  };

  /** What a person sees instead of a control that is hidden: its label, or the nearest box around it. */
  const standInOf = (element) => {
    const around = [];
    for (let at = parentOf(element), i = 0; at && i < 6 && !PAGE.has(tagOf(at)); at = parentOf(at), i += 1) {
      if (isShown(at) && rectOf(at).height <= 260) around.push(at);
    }
    const labels = [...(element.labels ?? [])].filter(isShown);
    return around.find((at, i) => i < 3 && hasEdge(at)) ?? labels.find(hasEdge) ?? labels[0] ?? around[0] ?? null;
  };

  /** The elements that together are what a person takes for the field; none where nothing of it can be seen. */
  const anchorsOf = (members, counts) => {
    const seen = members.filter(isShown);
    if (seen.length > 1) return seen;
    if (seen.length === 1) return [edgeAround(seen[0], counts)];
    const standIn = members.map(standInOf).find(Boolean);
    return standIn ? [standIn] : [];
  };

  /** The boxes that cut off what is in them, from the inside out. */
  const clippersOf = (element) => {
    const found = [];
    for (let at = parentOf(element); at && tagOf(at) !== 'body' && tagOf(at) !== 'html'; at = parentOf(at)) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') found.push(at);
    }
    return found;
  };

  /** How many of the fields each element around them holds. */
  const countFields = (fields) => {
    const counts = new Map();
    for (const [first] of fields) {
      for (let at = first && parentOf(first); at; at = parentOf(at)) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return counts;
  };

  const union = (rects) => ({
    left: Math.min(...rects.map((rect) => rect.left)), right: Math.max(...rects.map((rect) => rect.right)),
    top: Math.min(...rects.map((rect) => rect.top)), bottom: Math.max(...rects.map((rect) => rect.bottom)),
  });

  /**
   * The middle of the mark in the viewport, and a point of the field beside it; null where the field has no box now.
   * A wide field carries its mark on its upper end corner, where it covers neither text nor arrows; a radio button or
   * a checkbox has it outside, before itself, or above where there is no room.
   */
  const spotOf = (anchors) => {
    const rects = anchors.map(rectOf).filter(({ width, height }) => width > 0 && height > 0);
    if (!rects.length) return null;
    const rtl = getComputedStyle(anchors[0]).direction === 'rtl';
    const [first] = rects;
    const box = union(rects);
    if (rects.every(({ width }) => width < SMALL)) {
      const room = rtl ? document.documentElement.clientWidth - first.right : first.left;
      const middle = first.top + first.height / 2;
      const inside = { insideX: first.left + first.width / 2, insideY: middle, rtl, box, small: true };
      if (room > OFFSET + 8) return { x: rtl ? first.right + OFFSET : first.left - OFFSET, y: middle, ...inside };
      return { x: first.left + first.width / 2, y: first.top - 10, ...inside };
    }
    const at = rtl ? box.left : box.right;
    return { x: rtl ? at + 3 : at - 3, y: box.top + 1, insideX: rtl ? at + 8 : at - 8, insideY: box.top + 8, rtl, box };
  };

  const isInside = ({ left, right, top, bottom }, { insideX: x, insideY: y }) =>
    x >= left && x <= right && y >= top && y <= bottom;

  /** Whether something else of the page lies over the field there: a bar that stays, a dialog, a banner. */
  const isCovered = (anchor, { insideX, insideY }, isOurs) => {
    if (insideX < 0 || insideY < 0 || insideX >= innerWidth || insideY >= innerHeight) return false;
    const top = document.elementsFromPoint(insideX, insideY).find((at) => !isOurs(at));
    if (!top || isWithin(top, anchor)) return false;
    let near = anchor;
    for (let i = 0; i < 5 && parentOf(near) && !PAGE.has(tagOf(parentOf(near))); i += 1) near = parentOf(near);
    return !isWithin(near, top);
  };

  /** Whether the mark's point of the field can be seen, as far as it is in the window at all. */
  const canBeSeen = ({ anchors, clippers }, spot, isOurs) =>
    anchors[0].checkVisibility({ visibilityProperty: true })
    && clippers.every((clipper) => isInside(rectOf(clipper), spot))
    && !isCovered(anchors[0], spot, isOurs);

  /** The dialog or popover in the browser's top layer that holds the element: what is outside lies under it. */
  const topLayerOf = (element) => {
    for (let at = element; at; at = parentOf(at)) {
      if (at.matches(':modal, :popover-open')) return at;
    }
    return null;
  };

  /** The document and the shadow trees that the elements stand in: each tells of its own scrolling only. */
  const rootsOf = (elements) => [...new Set(elements.flatMap((element) => {
    const roots = [];
    for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) roots.push(root);
    return roots;
  }))];

  // ------------------------------------------------------------------------------------------------ what a field holds

  const heldBy = (at) => {
    if (at instanceof HTMLInputElement) {
      if (at.type === 'password') return '';
      if (at.type === 'checkbox' || at.type === 'radio') return at.checked ? 'on' : '';
      if (at.type === 'file') return [...at.files].map((file) => file.name).join();
    }
    if (at instanceof HTMLSelectElement) {
      return [...at.selectedOptions].filter((option) => option.value !== '').map((option) => option.index).join();
    }
    if (['checked', 'pressed'].some((name) => at.getAttribute(`aria-${name}`) === 'true')) return 'on';
    const list = at.getAttribute('role') === 'combobox' || at.getAttribute('aria-haspopup') === 'listbox';
    if (list) return agent.lists.shown(at);
    if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) return at.value;
    if (at.isContentEditable) return at.textContent.trim();
    return at.getAttribute('aria-valuenow') ?? '';
  };

  /** What the members of a field hold, one entry each, to be compared with what they held before. */
  const heldIn = (members) => members.map(heldBy);

  Object.assign(agent, {
    spots: { anchorsOf, canBeSeen, clippersOf, countFields, heldIn, rootsOf, spotOf, topLayerOf },
  });
})();
