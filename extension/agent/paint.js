/**
 * How marks look: their layer over the page, the signs, the card with the words.
 *
 * A layer is one element of our own with a closed shadow tree: the page's styles do not reach in, and a page's script
 * cannot read what stands there. Styles are constructed sheets, so that no policy of the page forbids them. The layer
 * takes no room, and only its marks and its card take clicks.
 *
 * What must not happen here: HTML from text, a value of the person's, an element that Tab reaches by itself.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;

  const TAG = 'foothold-marks';

  const STYLE = `
    :host { all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important; display: block !important;
      width: 0 !important; height: 0 !important; z-index: 2147483647 !important; pointer-events: none !important;
      color-scheme: light dark !important; direction: ltr; visibility: visible !important; }
    * { box-sizing: border-box; margin: 0; padding: 0; font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; letter-spacing: normal; }
    .rule { position: absolute; width: 100px; height: 0; visibility: hidden; }
    .mark { position: absolute; left: 0; top: 0; display: grid; place-items: center; width: 24px; height: 24px; border: 0; background: none; cursor: pointer; pointer-events: auto; opacity: 0; animation: appear 150ms ease-out forwards; -webkit-tap-highlight-color: transparent; }
    .mark[hidden] { display: none; }
    .sign { display: grid; place-items: center; width: 18px; height: 18px; border-radius: 50%; background: var(--ground); color: var(--stroke, #fff); box-shadow: 0 0 0 1.5px var(--ring, #fff), 0 1px 3px rgb(0 0 0 / 35%); transition: transform 150ms ease-out; }
    .mark:hover .sign, .mark[aria-expanded=true] .sign { transform: scale(1.15); }
    .mark:focus-visible { outline: 2px solid light-dark(#1f6f54, #74c8a6); outline-offset: 0; border-radius: 50%; }
    .filled { --ground: #1f6f54; }
    .needs-you, .differs { --ground: #8f5b10; }
    .left { --ground: #56635d; }
    .left .sign { width: 14px; height: 14px; }
    .yours { --ground: #fff; --stroke: #1f6f54; --ring: #1f6f54; }
    svg { display: block; width: 12px; height: 12px; fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round; }
    .card, .note { position: fixed; inset: auto; width: max-content; max-width: min(300px, calc(100vw - 24px)); padding: 10px 12px; border: 1px solid light-dark(#e2e4dc, #2b3832); border-radius: 8px; background: light-dark(#fff, #18211d); color: light-dark(#16211d, #e7ece8); box-shadow: 0 1px 2px rgb(0 0 0 / 10%), 0 8px 24px -8px rgb(0 0 0 / 35%); pointer-events: auto; text-align: start; overflow-wrap: anywhere; }
    .card:not(:popover-open), .note:not(:popover-open) { display: none; }
    .title { font-weight: 650; }
    .count { font-weight: 400; color: light-dark(#56635d, #a3b0a9); }
    .detail { color: light-dark(#56635d, #a3b0a9); }
    .doings { display: flex; flex-wrap: wrap; gap: 4px 4px; margin: 8px -6px -4px; }
    .doings[hidden] { display: none; }
    .doings button { min-height: 32px; padding: 4px 8px; border: 0; border-radius: 6px; background: none; color: light-dark(#1f6f54, #74c8a6); font-weight: 600; cursor: pointer; }
    .doings button:hover { background: light-dark(#edf3ee, #1d2c25); }
    .doings button:focus-visible { outline: 2px solid light-dark(#1f6f54, #74c8a6); }
    .note { left: 50%; bottom: 24px; translate: -50% 0; }
    .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @keyframes appear { to { opacity: 1; } }
    @media (prefers-reduced-motion: reduce) { * { animation-duration: 1ms !important; transition: none !important; } }
    @media (forced-colors: active) { .sign { forced-color-adjust: none; } .card, .note { border-color: CanvasText; } }
    @media print { :host { display: none !important; } }
  `;

  /** The drawings of 16 units, and how thick their line is. A dot is a line of no length. */
  const SIGNS = {
    filled: ['m3 8.5 3.2 3.2L13 4.8', '2.4'],
    'needs-you': ['M8 8h.01', '8'],
    differs: ['M3.5 6h9M3.5 10h9M10.5 2.8l-5 10.4', '1.9'],
    left: ['M4 8h8', '2.4'],
    yours: ['m3 8.5 3.2 3.2L13 4.8', '2.4'],
  };

  const make = (name, className, text = '') => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const drawing = (state) => {
    const [d, width] = SIGNS[state];
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.setAttribute('viewBox', '0 0 16 16');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', d);
    path.setAttribute('stroke-width', width);
    svg.append(path);
    return svg;
  };

  /** A mark that is nowhere yet. */
  const markOf = () => {
    const mark = make('button', 'mark');
    mark.type = 'button';
    mark.tabIndex = -1;
    mark.hidden = true;
    return mark;
  };

  /** Gives a mark its sign and its words. */
  const dress = (mark, { state, title, detail, label }) => {
    mark.className = `mark ${state}`;
    mark.dataset.state = state;
    mark.setAttribute('aria-label', ['Foothold', label, title, detail].filter(Boolean).join('. '));
    const sign = make('span', 'sign');
    sign.append(drawing(state));
    mark.replaceChildren(sign);
  };

  let sheet = null;

  /** A layer in a container: the page's root, or a dialog of the top layer. */
  const layerIn = (container) => {
    const host = document.createElement(TAG);
    const root = host.attachShadow({ mode: 'closed' });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [sheet];
    const [rule, marks, card, note, spoken] = [
      make('div', 'rule'), make('div', 'marks'), make('div', 'card'), make('div', 'note'), make('div', 'spoken'),
    ];
    for (const popover of [card, note]) popover.popover = 'manual';
    spoken.setAttribute('role', 'status');
    root.append(rule, marks, card, note, spoken);
    // What happens in here is not the page's: its shortcuts, its "click outside to close", its focus traps.
    for (const name of ['keydown', 'keyup', 'keypress', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click',
      'focusin', 'focusout', 'touchstart', 'touchend', 'wheel', 'contextmenu']) {
      root.addEventListener(name, (event) => event.stopPropagation(), { passive: true });
    }
    // A click on a mark leaves the focus in the field.
    root.addEventListener('mousedown', (event) => event.preventDefault());
    container.append(host);
    return { container, host, rule, marks, card, note, spoken };
  };

  /** From the viewport's points to the layer's own, whatever the page does to its root. */
  const originOf = ({ rule }) => {
    const { left, top, width } = rule.getBoundingClientRect();
    return { left, top, scale: width / 100 || 1 };
  };

  const SIDE = 12;

  /**
   * Puts the card at a mark, inside the window. `apart`: where it leaves the field and its question free to be read,
   * beside the field or below it.
   */
  const putCard = ({ card }, { x, y, rtl, box, small }, apart) => {
    if (!card.matches(':popover-open')) card.showPopover();
    const { width, height } = card.getBoundingClientRect();
    const within = (wanted, size, room) => Math.min(Math.max(SIDE, wanted), Math.max(SIDE, room - size - SIDE));
    let [left, top] = [rtl ? x - 10 : x + 10 - width, y - 16 - height];
    if (apart) {
      const aside = rtl ? box.left - 2 * SIDE - width : box.right + 2 * SIDE;
      // The words of a radio button or a checkbox stand beside it.
      if (small) left = rtl ? x + 10 - width : x - 10;
      if (!small && aside >= SIDE && aside + width + SIDE <= innerWidth) [left, top] = [aside, box.top];
      else if (box.bottom + SIDE + height <= innerHeight) top = box.bottom + SIDE;
    } else if (top < SIDE) {
      top = y + 16;
    }
    Object.assign(card.style, { left: `${within(left, width, innerWidth)}px`, top: `${within(top, height, innerHeight)}px` });
  };

  Object.assign(agent, { paint: { TAG, dress, layerIn, make, markOf, originOf, putCard } });
})();
