/**
 * Reads the DOM safely: nodes, attributes and text as a person sees them, and the signature that names a field.
 *
 * Runs in the isolated world of one frame; the functions hang on `globalThis.__foothold.reading`, as those of the other
 * reading scripts do.
 *
 * What must not happen here: a write to the page, trust in names the page controls (a form control called "id" or
 * "parentNode" hides that property of its form, so the DOM is read through the prototypes' own getters).
 */
(() => {
  'use strict';

  const LIMIT = {
    nodes: 200_000, controls: 3_000, buttons: 1_000, fields: 500, options: 2_000, optionText: 300, text: 500, attribute: 200, attributes: 24,
    labels: 14, section: 8, value: 5_000, jsonLd: 20, jsonLdText: 200_000, blockText: 60_000, blocks: 1_500, block: 4_000, boxes: 1_000, meta: 60,
  };

  // ------------------------------------------------------------------------------------------------- the DOM, safely

  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (node) => get.call(node);
  };
  const method = (prototype, name) => {
    const call = prototype[name];
    return (node, ...rest) => call.apply(node, rest);
  };
  const parentNode = getter(Node.prototype, 'parentNode');
  const firstChild = getter(Node.prototype, 'firstChild');
  const lastChild = getter(Node.prototype, 'lastChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const previousSibling = getter(Node.prototype, 'previousSibling');
  const nextElement = getter(Element.prototype, 'nextElementSibling');
  const previousElement = getter(Element.prototype, 'previousElementSibling');
  const nodeType = getter(Node.prototype, 'nodeType');
  const nodeText = getter(CharacterData.prototype, 'data');
  const rootOf = method(Node.prototype, 'getRootNode');
  const containsNode = method(Node.prototype, 'contains');
  const tagOf = getter(Element.prototype, 'localName');
  const shadowOf = getter(Element.prototype, 'shadowRoot');
  const getAttribute = method(Element.prototype, 'getAttribute');
  const attributeNames = method(Element.prototype, 'getAttributeNames');
  const hasAttribute = method(Element.prototype, 'hasAttribute');
  const rectOf = method(Element.prototype, 'getBoundingClientRect');
  const checkVisibility = method(Element.prototype, 'checkVisibility');
  const listAll = (root, selector) =>
    (nodeType(root) === 1 ? Element : nodeType(root) === 9 ? Document : DocumentFragment)
      .prototype.querySelectorAll.call(root, selector);
  const queryAll = (root, selector) => [...listAll(root, selector)];
  const byId = (root, id) =>
    (nodeType(root) === 9 ? Document : DocumentFragment).prototype.getElementById.call(root, id);
  const documentElement = getter(Document.prototype, 'documentElement');
  const isElement = (node) => nodeType(node) === 1;
  const attr = (element, name) => getAttribute(element, name) ?? '';
  const lower = (element, name) => attr(element, name).trim().toLowerCase();
  const cap = (text, limit) => (text.length > limit ? text.slice(0, limit) : text);
  /** Most texts are tidy already: single spaces, no invisible letters. */
  const TIDY = /^(?:[!-~]+(?: [!-~]+)*)?$/;
  const fold = (text, limit = LIMIT.text) =>
    cap(TIDY.test(text) ? text : text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ').trim(), limit);

  /** An attribute as the snapshot carries it. */
  const identity = (element, name) => fold(attr(element, name), LIMIT.attribute);

  /** The parent as a person sees the page: a shadow root's content stands in its host. */
  const parentOf = (node) => {
    const parent = parentNode(node);
    if (!parent) return null;
    if (nodeType(parent) === 11) return parent instanceof ShadowRoot ? parent.host : null;
    return isElement(parent) ? parent : null;
  };

  const ancestors = function* (node, levels = 60) {
    let at = parentOf(node);
    for (let i = 0; at && i < levels; i += 1, at = parentOf(at)) yield at;
  };

  const closest = (node, levels, test) => {
    if (test(node)) return node;
    for (const at of ancestors(node, levels)) if (test(at)) return at;
    return null;
  };

  /** The children as a person sees them: a shadow tree in place of its host's, a slot's assigned nodes in place of its own. */
  const childrenOf = (element) => {
    const shadow = shadowOf(element);
    if (!shadow && tagOf(element) === 'slot') {
      const assigned = element.assignedNodes();
      if (assigned.length) return assigned;
    }
    const children = [];
    for (let child = firstChild(shadow ?? element); child; child = nextSibling(child)) children.push(child);
    return children;
  };

  // ------------------------------------------------------------------------------------------------------------ text

  const SILENT = new Set(['script', 'style', 'noscript', 'template', 'svg', 'select', 'datalist', 'textarea', 'input',
    'iframe', 'object', 'canvas', 'video', 'audio', 'head', 'math']);
  const TIGHT = new Set(['b', 'i', 'em', 'strong', 'u', 'sup', 'sub', 'mark', 'font', 'wbr']);
  const NOISE = /(^|[\s_-])(error|errors|invalid-feedback|tooltip|icon|ng-hide|char-?count|counter)([\s_-]|$)/i;

  const isButton = (element) => tagOf(element) === 'button' || lower(element, 'role') === 'button';

  const isNoise = (element) =>
    hasAttribute(element, 'hidden') || lower(element, 'role') === 'alert' || lower(element, 'role') === 'tooltip'
    || NOISE.test(attr(element, 'class')) || /display:\s*none/i.test(attr(element, 'style'));

  /**
   * The text of an element as a person reads it.
   * `skip` are elements left out with all they hold; `all` also takes what is hidden (for explicit references).
   */
  const textOf = (element, { skip, all = false, limit = LIMIT.text } = {}) => {
    let text = '';
    const read = (node, depth) => {
      if (text.length > limit * 2 || depth > 40) return;
      const type = nodeType(node);
      if (type === 3) { text += nodeText(node); return; }
      if (type !== 1) return;
      if (node !== element) {
        const tag = tagOf(node);
        if (tag === 'br') { text += ' '; return; }
        if (SILENT.has(tag) || skip?.has(node) || isButton(node)) return;
        if (!all && (isNoise(node) || !checkVisibility(node))) return;
        const role = lower(node, 'role');
        if (role === 'listbox' || role === 'combobox' || role === 'menu') return;
        if (!TIGHT.has(tag)) text += ' ';
      }
      for (const child of childrenOf(node)) read(child, depth + 1);
      if (!TIGHT.has(tagOf(node))) text += ' ';
    };
    read(element, 0);
    return fold(text, limit);
  };

  // ------------------------------------------------------------------------------------------------------- signature

  const STABLE = ['role', 'autocomplete', 'data-automation-id', 'data-testid', 'data-test-id', 'data-test', 'data-qa',
    'data-cy', 'data-ui', 'data-field', 'data-field-id', 'data-name'];

  /**
   * A field's identity, never its value or label. The same string as `page::signature` makes of a `RawField`:
   * tag, type, id, name, then `attribute=value` for each stable attribute that is there, joined by "|".
   */
  const signatureOf = (element) => [
    tagOf(element), lower(element, 'type'), identity(element, 'id'), identity(element, 'name'),
    ...STABLE.filter((name) => identity(element, name)).map((name) => `${name}=${identity(element, name)}`),
  ].join('|');

  globalThis.__foothold ??= {};
  globalThis.__foothold.reading ??= {};
  Object.assign(globalThis.__foothold.reading, {
    LIMIT, SILENT, STABLE, ancestors, attr, attributeNames, byId, cap, checkVisibility, childrenOf, closest,
    containsNode, documentElement, firstChild, fold, getAttribute, getter, hasAttribute, identity, isButton, isElement, isNoise,
    lastChild, listAll, lower, nextElement, nextSibling, nodeText, nodeType, parentNode, parentOf, previousElement, previousSibling, queryAll, rectOf,
    rootOf, shadowOf, signatureOf, tagOf, textOf,
  });
})();
