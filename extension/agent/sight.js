/**
 * Whether a person can see a field, beyond what the browser's own check tells: almost transparent, cut off by what
 * is around it, clipped to nothing, masked, or under something that lets nothing through. A page may show its label
 * and hide the field, to gather what a filler writes there.
 *
 * What must not happen here: a page changed, a field judged by its name.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const { parentOf, rectOf, tagOf } = agent.reading;

  /** Less than this of a field's colour shows nothing. */
  const FAINT = 0.12;
  const PAGE = new Set(['html', 'body']);

  const share = (text) => (text.endsWith('%') ? Number.parseFloat(text) / 100 : Number.parseFloat(text));

  /** How much of an element shows, by its own style alone: 0 to 1. */
  const ownShare = ({ opacity, filter, maskImage, webkitMaskImage }) => {
    let shown = Number.parseFloat(opacity);
    for (const [, value] of filter.matchAll(/opacity\(([\d.]+%?)\)/g)) shown *= share(value);
    const mask = maskImage || webkitMaskImage || 'none';
    // A mask of nothing but transparent colours leaves nothing.
    const colours = mask.includes('gradient') ? mask.match(/rgba?\([^)]*\)|transparent/g) ?? [] : [];
    if (colours.length && colours.every((colour) => /transparent|rgba\([^)]*[,/]\s*0(\.0+)?\s*\)/.test(colour))) shown = 0;
    return Number.isNaN(shown) ? 1 : shown;
  };

  /** Whether a clip path leaves nothing: a circle without a radius, corners on one line. */
  const cutsAll = (path) => {
    const round = /^(?:circle|ellipse)\(\s*([^)]*?)(?:\s+at\s[^)]*)?\)/.exec(path);
    if (round) return round[1].split(/\s+/).some((radius) => Number.parseFloat(radius) <= 0.5);
    const corners = /^polygon\((?:(?:nonzero|evenodd),\s*)?([^)]*)\)/.exec(path);
    if (!corners) return false;
    const points = corners[1].split(',').map((point) => point.trim().split(/\s+/).map((at) => Number.parseFloat(at)));
    if (points.some((point) => point.length !== 2 || point.some(Number.isNaN))) return false;
    const span = (axis) => Math.max(...points.map((at) => at[axis])) - Math.min(...points.map((at) => at[axis]));
    return span(0) <= 1 || span(1) <= 1;
  };

  /** What is asked of every element around a field, once a look. */
  let known = new Map();
  const styleOf = (element) => {
    let style = known.get(element);
    if (!style) {
      const computed = getComputedStyle(element);
      const { position, overflowX, overflowY, clipPath, transform } = computed;
      style = {
        shown: ownShare(computed), position, overflowX, overflowY, cut: clipPath !== 'none' && cutsAll(clipPath), holds: transform !== 'none', rect: null,
      };
      known.set(element, style);
    }
    return style;
  };
  const boxOf = (element, style) => {
    style.rect ??= rectOf(element);
    return style.rect;
  };

  const CUTS = /^(hidden|clip)$/;
  const SCROLLS = /^(auto|scroll|overlay)$/;

  /** Why a person cannot see an element, of what is told here; '' where they can. */
  const obscured = (element) => {
    const own = styleOf(element);
    let shown = own.shown;
    if (own.cut) return 'clip';
    let { left, right, top, bottom } = boxOf(element, own);
    let { position } = own;
    for (let at = parentOf(element); at && !PAGE.has(tagOf(at)); at = parentOf(at)) {
      const style = styleOf(at);
      shown *= style.shown;
      if (style.cut) return 'clip';
      // What is taken out of the flow is cut only by what it is placed in.
      const placed = position === 'absolute' ? style.position !== 'static' || style.holds
        : position === 'fixed' ? style.holds : true;
      if (!placed) continue;
      ({ position } = style);
      const across = style.overflowX !== 'visible';
      const down = style.overflowY !== 'visible';
      if (!across && !down) continue;
      const box = boxOf(at, style);
      // What can be scrolled into sight stands wherever the box stands.
      if (SCROLLS.test(style.overflowX)) [left, right] = [box.left, box.right];
      else if (CUTS.test(style.overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (SCROLLS.test(style.overflowY)) [top, bottom] = [box.top, box.bottom];
      else if (CUTS.test(style.overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      if (right - left <= 1 || bottom - top <= 1) return 'overflow';
    }
    return shown < FAINT ? 'opacity' : '';
  };

  // ------------------------------------------------------------------------------------------- at the moment of writing

  const SOLID = new Set(['img', 'video', 'canvas', 'iframe', 'object', 'embed']);

  const isOpaque = (element) => {
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.opacity) < 0.9) return false;
    if (SOLID.has(tagOf(element))) return true;
    const colour = /rgba\([^)]*[,/]\s*([\d.]+%?)\s*\)/.exec(style.backgroundColor);
    if (colour ? share(colour[1]) >= 0.9 : style.backgroundColor.startsWith('rgb')) return true;
    return /url\(/.test(style.backgroundImage);
  };

  const isWithin = (outer, inner) => {
    for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
    return false;
  };

  /** Whether something opaque lies over the whole field. Brings it into the window where it is outside. */
  const isCovered = (element) => {
    let rect = rectOf(element);
    const middle = () => (rect.top + rect.bottom) / 2;
    if (middle() < 0 || middle() > innerHeight || rect.left > innerWidth) {
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      rect = rectOf(element);
    }
    const root = element.getRootNode();
    const labels = [...element.labels ?? []];
    const points = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.2], [0.5, 0.8]]
      .map(([across, down]) => [rect.left + rect.width * across, rect.top + rect.height * down])
      .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
    const isFree = ([x, y]) => {
      for (const at of root.elementsFromPoint(x, y)) {
        if (isWithin(at, element) || isWithin(element, at)) return true;
        if (labels.some((label) => isWithin(label, at))) continue;
        if (isOpaque(at)) return false;
      }
      return true;
    };
    return points.length > 0 && !points.some(isFree);
  };

  /** What was known of each element when the page was read: '' where a person could see it. */
  const noted = new WeakMap();

  /** Reads everything afresh from now on. */
  const lookAfresh = () => {
    known = new Map();
  };

  /** Whether what a person could see when the page was read can be seen now. `alsoOver`: look for what lies over it, too. */
  const isInSight = (element, alsoOver) => {
    const before = noted.get(element);
    if (before) return true;
    lookAfresh();
    if (agent.reading.hiddenWhy(element) !== '') {
      noted.set(element, '');
      return false;
    }
    return !alsoOver || !isCovered(element);
  };

  Object.assign(agent.reading, { isInSight, lookAfresh, noted, obscured });
})();
