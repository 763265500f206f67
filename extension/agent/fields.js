/**
 * One field as the snapshot carries it: attributes, options, value, constraints.
 *
 * What must not happen here: a password's value, or a file's name.
 */
(() => {
  'use strict';

  const {
    LIMIT, STABLE, ancestors, attr, attributeNames, cap, editableIn, fold, formOf, hasAttribute, identity, labelsOf, lower,
    numberOf, optionText, ownLabels, queryAll, referenced, sectionOf, tagOf, textOf,
  } = globalThis.__foothold.reading;

  const NOTED = ['inputmode', 'pattern', 'min', 'max', 'step', 'accept', 'role', 'tabindex', 'aria-haspopup',
    'aria-autocomplete', 'formcontrolname', 'ng-model', 'itemprop', 'list', 'multiple'];
  const HOOK = /^(data-(?!v-|react|orig|lpignore|1p)[\w-]+|formcontrolname|id|name)$/;

  const SEVERAL = /multi|tags?-?input|token|chips/i;

  /** Whether a list of its own keeps several answers: it says so, or is built like one. */
  const takesSeveral = (unit, counts) => {
    if (unit.control !== 'combo-box' && unit.control !== 'listbox-button') return false;
    if (['aria-controls', 'aria-owns'].some((name) => referenced(unit.element, name).some((list) => lower(list, 'aria-multiselectable') === 'true'))) return true;
    if (lower(unit.element, 'aria-multiselectable') === 'true' || /\[\]$/.test(attr(unit.element, 'name'))) return true;
    let last = unit.element;
    for (const at of ancestors(unit.element, 4)) {
      if ((counts.get(at) ?? 0) > 1 || ['form', 'body', 'main', 'fieldset'].includes(tagOf(at))) break;
      if ([attr(at, 'class'), attr(at, 'data-automation-id')].some((text) => SEVERAL.test(text))) return true;
      last = at;
    }
    return queryAll(last, '[class*="is-multi" i], [class*="--multiple" i], [data-automation-id=multiSelectContainer]').length > 0;
  };

  const attributesFor = (unit, counts) => {
    const list = [];
    const add = (name, value) => {
      if (list.length < LIMIT.attributes && !list.some(([known]) => known === name)) list.push([name, fold(value, LIMIT.attribute)]);
    };
    const { element } = unit;
    for (const name of NOTED) {
      if (!hasAttribute(element, name)) continue;
      if (name === 'tabindex' && attr(element, name) !== '-1') continue;
      add(name, attr(element, name));
    }
    if (takesSeveral(unit, counts)) add('multiple', 'multiple');
    // The stable ones first, so that a limit never cuts them off: the signature is made of them.
    for (const name of STABLE) if (name.startsWith('data-') && hasAttribute(element, name)) add(name, attr(element, name));
    for (const name of attributeNames(element)) if (name.startsWith('data-')) add(name, attr(element, name));
    for (const twin of unit.twins) {
      if (attr(twin, 'name')) add('twin-name', attr(twin, 'name'));
      if (attr(twin, 'id')) add('twin-id', attr(twin, 'id'));
    }
    // Test hooks often stand on the wrapper of the field.
    for (const at of ancestors(unit.wrapper ?? element, 7)) {
      if ((counts.get(at) ?? 0) > 1) break;
      for (const name of attributeNames(at)) {
        const value = attr(at, name);
        if (HOOK.test(name) && value.length > 2 || name === 'class' && /honey|(^|[\s_-])hp([\s_-]|$)/i.test(value)) add(`wrapper:${name}`, value);
      }
    }
    return list;
  };

  const formHint = (form) => fold([
    attr(form, 'id'), attr(form, 'name'), attr(form, 'class'), attr(form, 'role'), attr(form, 'aria-label'),
    attr(form, 'action').split(/[?#]/)[0],
  ].join(' '), 300);

  const listboxOf = (element) => {
    if (lower(element, 'role') === 'listbox') return queryAll(element, '[role=option]');
    for (const name of ['aria-controls', 'aria-owns']) {
      for (const list of referenced(element, name)) {
        const options = queryAll(list, '[role=option]');
        if (options.length) return options;
      }
    }
    return [];
  };

  const optionsOf = (unit, found) => {
    if (unit.options.length) {
      return unit.options.slice(0, LIMIT.options).map((option) => ({
        handle: numberOf(option.click),
        text: optionText(option, found),
        value: cap(attr(option.element, 'value'), LIMIT.optionText),
        selected: option.element.checked === true || lower(option.click, 'aria-checked') === 'true' || lower(option.click, 'aria-pressed') === 'true',
        disabled: option.element.disabled === true || lower(option.click, 'aria-disabled') === 'true',
      }));
    }
    if (unit.element instanceof HTMLSelectElement) {
      return [...unit.element.options].slice(0, LIMIT.options).map((option) => ({
        handle: 0,
        text: fold(option.text || option.label, LIMIT.optionText),
        value: cap(option.value, LIMIT.optionText),
        selected: option.selected,
        disabled: option.disabled,
      }));
    }
    if (unit.control !== 'combo-box' && unit.control !== 'listbox-button') return [];
    return listboxOf(unit.element).slice(0, LIMIT.options).map((option) => ({
      handle: numberOf(option),
      text: textOf(option, { all: true, limit: LIMIT.optionText }),
      value: cap(attr(option, 'data-value') || attr(option, 'value'), LIMIT.optionText),
      selected: lower(option, 'aria-selected') === 'true',
      disabled: lower(option, 'aria-disabled') === 'true',
    }));
  };

  const shownChoice = (unit, counts) => {
    for (const at of ancestors(unit.element, 4)) {
      if ((counts.get(at) ?? 0) > 1) return '';
      for (const shown of queryAll(at, '[class*=single-value i], [class*=singleValue i], [class*=selected-value i], [class*=multi-value__label i]')) {
        const text = textOf(shown);
        if (text) return text;
      }
    }
    return '';
  };

  const valueOf = (unit, counts) => {
    const { element, control } = unit;
    if (unit.options.length || control === 'password' || control === 'file') return '';
    if (element instanceof HTMLSelectElement) {
      return fold([...element.selectedOptions].map((option) => option.text).join('; '), LIMIT.value);
    }
    if (lower(element, 'role') === 'listbox') {
      return fold(queryAll(element, '[role=option][aria-selected=true]').map((option) => textOf(option, { all: true })).join('; '), LIMIT.value);
    }
    if (control === 'listbox-button' || control === 'rich-text') return textOf(editableIn(element) ?? element, { limit: LIMIT.value });
    const value = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value
      : attr(element, 'aria-valuetext') || attr(element, 'aria-valuenow');
    if (!value && control === 'combo-box') return shownChoice(unit, counts);
    return cap(value, LIMIT.value);
  };

  const STAR = /^[*＊✱]|[*＊✱]\s*$|[*＊✱]\s*:|\s[*＊✱]\s/;

  const isRequired = (unit, labels, found) => {
    const marked = (at) => hasAttribute(at, 'required') || lower(at, 'aria-required') === 'true';
    if (marked(unit.element) || unit.options.some((option) => marked(option.click) || marked(option.element))) return true;
    if (unit.wrapper && marked(unit.wrapper) || unit.twins.some(marked)) return true;
    const explicit = ['label', 'aria-labelledby', 'legend', 'wrapper', 'before', 'table-header'];
    if (labels.some((label) => explicit.includes(label.from) && STAR.test(label.text))) return true;
    return ownLabels(unit.element, found).some((label) => unit.options.length < 2 && /(^|[\s_-])required([\s_-]|$)/i.test(attr(label, 'class')));
  };

  const maxLength = (element) => {
    const value = Number.parseInt(attr(element, 'maxlength'), 10);
    return value > 0 && value < 4_000_000_000 ? value : null;
  };

  const fieldOf = (unit, found, counts) => {
    const { element } = unit;
    const labels = labelsOf(unit, found, counts);
    const form = formOf(element);
    return {
      handle: numberOf(element),
      tag: tagOf(element),
      control: unit.control,
      inputType: cap(lower(element, 'type'), LIMIT.attribute),
      id: identity(element, 'id'),
      name: identity(element, 'name'),
      class: identity(element, 'class'),
      autocomplete: identity(element, 'autocomplete'),
      attributes: attributesFor(unit, counts),
      labels,
      section: sectionOf(unit, found, labels, counts),
      row: '',
      options: optionsOf(unit, found),
      required: isRequired(unit, labels, found),
      disabled: element.disabled === true || lower(element, 'aria-disabled') === 'true',
      readOnly: element.readOnly === true || lower(element, 'aria-readonly') === 'true',
      visible: unit.why === '',
      hiddenWhy: unit.why,
      value: valueOf(unit, counts),
      maxLength: maxLength(element),
      inShadow: unit.inShadow,
      form: found.forms.get(form) ?? -1,
      formHint: form ? formHint(form) : '',
    };
  };

  Object.assign(globalThis.__foothold.reading, { fieldOf });
})();
