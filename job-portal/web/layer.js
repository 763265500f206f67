// A small view layer: state in, DOM out. Towards scripts from outside it behaves as the usual
// frameworks do, because that is what a form filler meets:
//  - a control shows what the state says; whatever else is written into it is gone with the next drawing;
//  - a text counts as changed only when an `input` or `change` event bubbles up and the value differs
//    from the last one this page itself saw or set; boxes count on `click`;
//  - events are heard at the root, so one that does not bubble is not heard.

const vnodeOf = new WeakMap();
const lastSeen = new WeakMap();
const EVENTS = ['click', 'mousedown', 'mouseup', 'mouseover', 'input', 'change', 'keydown', 'focusin', 'focusout', 'dragover', 'drop', 'paste', 'submit'];

/** Describes an element. Children: strings, elements, arrays; null and false keep their place and draw nothing. */
export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, children: children.flat(Infinity) };
}

/** Draws `view(state)` into `root`, again after every event and every `update`. */
export function start(root, state, view) {
  let queued = false;
  let afterwards = [];
  const draw = () => {
    queued = false;
    reconcile(root, [view(app)]);
    const run = afterwards;
    afterwards = [];
    run.forEach((step) => step());
  };
  const app = {
    state,
    /** Changes the state and draws soon. */
    update(change) {
      change?.(state);
      if (!queued) {
        queued = true;
        queueMicrotask(draw);
      }
    },
    /** Runs once, after the next drawing. */
    afterDrawing(step) {
      afterwards.push(step);
    },
  };
  for (const type of EVENTS) {
    root.addEventListener(type, (event) => {
      if (isChange(event)) bubble(root, event, 'onChange');
      // `onChange` is only for changes as `isChange` knows them; `onCommit` is the browser's own.
      if (type === 'change') bubble(root, event, 'onCommit');
      if (type !== 'change') bubble(root, event, `on${type[0].toUpperCase()}${type.slice(1)}`);
      app.update();
    });
  }
  // Scrolling does not bubble.
  root.addEventListener('scroll', (event) => {
    bubble(root, event, 'onScroll');
    app.update();
  }, true);
  draw();
  return app;
}

function bubble(root, event, handler) {
  for (let node = event.target; node && node !== root; node = node.parentNode) {
    const handle = vnodeOf.get(node)?.props[handler];
    if (handle) handle(event, node);
    if (event.cancelBubble) return;
  }
}

function isChange(event) {
  const node = event.target;
  if (!(node instanceof Element)) return false;
  if (node instanceof HTMLSelectElement || node.type === 'file') return event.type === 'change';
  if (node.type === 'checkbox' || node.type === 'radio') return event.type === 'click' && differs(node, 'checked');
  if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
    return (event.type === 'input' || event.type === 'change') && differs(node, 'value');
  }
  return false;
}

/** Whether a control holds something else than what was last seen; remembers what it holds now. */
function differs(node, property) {
  const now = native(node, property).get.call(node);
  if (!lastSeen.has(node) || lastSeen.get(node) === now) return false;
  lastSeen.set(node, now);
  return true;
}

function native(node, property) {
  return Object.getOwnPropertyDescriptor(Object.getPrototypeOf(node), property);
}

/** Watches a control's property: an assignment by the page's own scripts counts as seen. */
function watch(node, property) {
  const own = native(node, property);
  lastSeen.set(node, own.get.call(node));
  Object.defineProperty(node, property, {
    configurable: true,
    get() {
      return own.get.call(this);
    },
    set(value) {
      own.set.call(this, value);
      lastSeen.set(this, own.get.call(this));
    },
  });
}

function reconcile(parent, children) {
  const old = new Map();
  for (const node of parent.childNodes) {
    // Nodes that others put here are not ours to touch.
    if (vnodeOf.has(node)) old.set(keyOf(vnodeOf.get(node)), node);
  }
  const wanted = [];
  for (const [at, child] of children.entries()) {
    // `condition && element` keeps its place when it draws nothing; so do an empty and a missing text.
    if (child === null || child === undefined || child === false || child === '') continue;
    const vnode = typeof child === 'object' ? { ...child, at } : { text: String(child), props: {}, at };
    const key = keyOf(vnode);
    const there = old.get(key);
    const node = there && sameKind(vnodeOf.get(there), vnode) ? there : make(vnode);
    if (node === there) old.delete(key);
    wanted.push([node, vnode]);
  }
  // What goes, goes first: moving a node would take the focus from it.
  for (const node of old.values()) node.remove();
  let before = null;
  for (const [node, vnode] of wanted) {
    let next = before ? before.nextSibling : parent.firstChild;
    while (next && !vnodeOf.has(next)) next = next.nextSibling;
    if (next !== node) parent.insertBefore(node, next);
    patch(node, vnode);
    before = node;
  }
}

function keyOf(vnode) {
  return vnode.props.key ?? `#${vnode.tag ?? 'text'}${vnode.at}`;
}

function sameKind(a, b) {
  return a.tag === b.tag && a.props.type === b.props.type;
}

function make(vnode) {
  if (vnode.text !== undefined) return document.createTextNode(vnode.text);
  const node = document.createElement(vnode.tag);
  const { type } = vnode.props;
  if (type) node.setAttribute('type', type);
  if ('checked' in vnode.props) watch(node, 'checked');
  else if ('value' in vnode.props && (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) && type !== 'hidden') watch(node, 'value');
  return node;
}

function patch(node, vnode) {
  const before = vnodeOf.get(node);
  vnodeOf.set(node, vnode);
  if (vnode.text !== undefined) {
    if (node.data !== vnode.text) node.data = vnode.text;
    return;
  }
  const names = new Set([...Object.keys(before?.props ?? {}), ...Object.keys(vnode.props)]);
  for (const name of names) {
    if (name === 'key' || name === 'value' || name === 'checked' || /^on[A-Z]/.test(name)) continue;
    const value = vnode.props[name];
    if (value === null || value === undefined || value === false) node.removeAttribute(name);
    else if (node.getAttribute(name) !== String(value === true ? '' : value)) node.setAttribute(name, value === true ? '' : value);
  }
  reconcile(node, vnode.children);
  control(node, vnode.props);
}

/** Makes a control show what the state says. */
function control(node, props) {
  if ('checked' in props) {
    if (props.value !== undefined) node.setAttribute('value', props.value);
    if (node.checked !== props.checked) node.checked = props.checked;
  } else if ('value' in props) {
    if (node instanceof HTMLButtonElement || node instanceof HTMLOptionElement) node.setAttribute('value', props.value);
    else if (node.value !== props.value) node.value = props.value;
  }
}
