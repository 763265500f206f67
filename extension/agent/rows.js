/**
 * Sections that a person can add rows to: jobs, courses of study, languages, links. Which they are, which rows stand in
 * them, and the press of the button that adds one.
 *
 * A section is the part of the page from the heading over an "Add" button to the next heading of its kind. Its rows
 * begin where its first question comes again.
 *
 * What must not happen here: a decision about what a section is for, a press of a button that sends or leaves.
 */
(() => {
  'use strict';

  const agent = globalThis.__foothold;
  const {
    ancestors, attr, cap, checkVisibility, fold, hasAttribute, hiddenWhy, isQuestionWrapper, lower, nameOfGroup,
    numberOf, tagOf, textOf,
  } = agent.reading;

  const MOST_SECTIONS = 20;
  const LONGEST_BUTTON = 60;
  const GROWN_LIMIT = 3000;

  /** "Add" in the languages of the word tables, at the words' start or end. */
  const FIRST = /^(\+|add|anadir|agregar|ajouter|aggiungi|aggiungere|adicionar|acrescentar|adicione|dodaj|voeg|weitere[rsn]?|neue[rsn]?|new|nouvelle?|nuev[oa]|nuov[oa])( |$)/;
  const LAST = /(^| )(add|toevoegen|toe|hinzufugen|erganzen|anlegen|ajouter|dodaj)$/;

  const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, ' ').replace(/\+/g, ' + ').replace(/ +/g, ' ').trim();

  const wordsOn = (element) => {
    const shown = textOf(element, { limit: LONGEST_BUTTON * 2 }) || (tagOf(element) === 'input' ? fold(attr(element, 'value')) : '');
    const spoken = fold(attr(element, 'aria-label') || attr(element, 'title'));
    return { shown, spoken, all: fold(shown === spoken ? shown : `${shown} ${spoken}`, 200) };
  };

  const speaksOfAdding = ({ shown, spoken }) => [shown, spoken].some((text) => {
    const words = plain(text);
    return text.length <= LONGEST_BUTTON && (FIRST.test(words) || LAST.test(words));
  });

  /** A button, or a link that goes nowhere; nothing that sends the form by its own word. */
  const isPressable = (element) => {
    const tag = tagOf(element);
    if (element.disabled === true || lower(element, 'aria-disabled') === 'true') return false;
    if (tag === 'input') return lower(element, 'type') === 'button';
    if (tag === 'a') return !hasAttribute(element, 'href') || /^(#|javascript:)/i.test(attr(element, 'href').trim());
    return !['submit', 'reset', 'image'].includes(lower(element, 'type')) && !hasAttribute(element, 'formaction')
      // A button that opens a list takes an answer; it adds no row.
      && !['listbox', 'menu', 'tree', 'grid'].includes(lower(element, 'aria-haspopup'));
  };

  const addsRows = (element) =>
    isPressable(element) && speaksOfAdding(wordsOn(element)) && hiddenWhy(element) === '';

  const within = (box, element) => {
    for (const at of ancestors(element)) if (at === box) return true;
    return false;
  };

  /** The part of the page that belongs to one such button: the widest box that holds no other. */
  const scopeOf = (button, others) => {
    let scope = null;
    for (const at of ancestors(button)) {
      if (['form', 'body', 'main', 'dialog'].includes(tagOf(at)) || others.some((other) => within(at, other))) {
        return { scope, outer: at };
      }
      scope = at;
    }
    return { scope, outer: scope };
  };

  const NUMBERED = /(^|[\s#])\d+[.)]?$/;

  /** The heading over a button, and the headings that end its section. */
  const headingOf = (button, scope, outer, found, counts) => {
    const holdsFields = (heading) => {
      for (const at of ancestors(heading.element)) {
        if (at === outer || within(at, button.element)) return false;
        if ((counts.get(at) ?? 0) > 0) return true;
      }
      return false;
    };
    const inside = (heading) => within(scope ?? outer, heading.element) || within(outer, heading.element);
    const before = found.headings.filter((heading) =>
      heading.order < button.order && checkVisibility(heading.element) && inside(heading));
    const open = before.filter((heading) => !NUMBERED.test(textOf(heading.element, { limit: 200 })));
    const own = open.findLast((heading) => within(scope ?? outer, heading.element) && !holdsFields(heading))
      ?? open.findLast((heading) => !holdsFields(heading)) ?? open.at(-1);
    if (!own) return null;
    const end = found.headings.find((heading) =>
      heading.order > Math.max(own.order, button.order) && heading.level <= own.level && checkVisibility(heading.element));
    return { element: own.element, text: textOf(own.element, { limit: 200 }), from: own.order, to: end?.order ?? Infinity };
  };

  /** The fieldset, group or region around a button that has a name and is no row. */
  const namedGroupOf = (button, scope) => {
    if (!scope) return null;
    for (const at of ancestors(button)) {
      const role = lower(at, 'role');
      if (isQuestionWrapper(at) || tagOf(at) === 'section' || role === 'region') {
        const name = cap(nameOfGroup(at), 200);
        if (name) return { box: at, name };
      }
      if (at === scope) return null;
    }
    return null;
  };

  /** What a field asks, the same in each row: its words without numbers and stars. */
  const askedBy = (unit) => {
    const label = unit.field.labels[0]?.text ?? '';
    const name = attr(unit.element, 'data-automation-id') || attr(unit.element, 'name');
    return plain(label || name).replace(/[\d+]+/g, '').replace(/ +/g, ' ').trim();
  };

  const rowsOf = (units) => {
    const checkable = (unit) => unit.options.length > 0;
    const begin = units.findIndex((unit) => !checkable(unit));
    if (begin < 0) return [];
    const first = askedBy(units[begin]);
    const rows = [];
    for (const unit of units.slice(begin)) {
      if (!rows.length || first && askedBy(unit) === first) rows.push([]);
      rows.at(-1).push(unit.field.handle);
    }
    return rows;
  };

  /** The sections of the page, in order. */
  const rowSections = (units, found, counts) => {
    const buttons = [...found.buttons, ...found.links].filter(({ element }) => addsRows(element))
      .sort((a, b) => a.order - b.order).slice(0, MOST_SECTIONS);
    const shown = units.filter((unit) => unit.why === '');
    return buttons.map((button) => {
      const others = buttons.filter((other) => other !== button).map((other) => other.element);
      const { scope, outer } = scopeOf(button.element, others);
      const group = namedGroupOf(button.element, scope);
      const heading = outer && headingOf(button, scope, outer, found, counts);
      const [from, to] = heading ? [heading.from, heading.to] : [-1, Infinity];
      const box = group?.box ?? scope;
      const near = shown.filter((unit) => unit.order > from && unit.order < to
        && (box ? within(box, unit.element) : heading && within(outer, unit.element) && unit.order < button.order));
      const above = near.filter((unit) => unit.order < button.order);
      return {
        add: numberOf(button.element),
        button: wordsOn(button.element).all,
        heading: (heading && (!group || within(group.box, heading.element)) ? heading.text : group?.name) ?? '',
        text: box ? textOf(box, { limit: 2000 }) : '',
        rows: rowsOf(above.length ? above : near),
      };
    });
  };

  /** Presses the button of a section and waits until its row stands. */
  const addRow = async (handle) => {
    const { hand } = agent;
    const button = agent.elementOf(handle);
    if (!button?.isConnected || !addsRows(button)) return { ok: false };
    const before = agent.shown().length;
    if (!hand.click(button)) return { ok: false };
    const grown = await hand.until(() => agent.shown().length > before, GROWN_LIMIT);
    if (grown) await hand.quiet(60, 1000);
    return { ok: Boolean(grown) };
  };

  Object.assign(agent.reading, { rowSections });
  Object.assign(agent, { addRow });
})();
