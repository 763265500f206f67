/**
 * Reads the page: every field with its possible labels, and what the page says about the job.
 *
 * `collect()` gives a `PageSnapshot` as extension-core/src/page/mod.rs describes it; nothing here decides what a field
 * means. It stands on `dom.js`, `pace.js`, `survey.js`, `groups.js`, `labels.js`, `job.js`, `fields.js` and `rows.js`, injected before it.
 *
 * What must not happen here: a write to the page, an event sent to it, a network request, profile data.
 */
(() => {
  'use strict';

  const {
    LIMIT, book, countUnits, documentElement, fieldOf, findRows, fold, foreignFrames, getter, jobSource, look, lower,
    mergeKeys, openBook, readSteadily, rowSections, signatureOf, survey, unitsOf,
  } = globalThis.__foothold.reading;

  /** Reads the whole frame. Elements that were numbered before keep their numbers. */
  const readFrame = function* () {
    openBook();
    mergeKeys.clear();
    const found = yield* survey();
    let units = unitsOf(found);
    const truncated = found.truncated || units.length > LIMIT.fields;
    units = units.slice(0, LIMIT.fields);
    for (const unit of units) { unit.why = look(unit, found); yield; }
    const counts = countUnits(units);
    for (const unit of units) {
      unit.field = fieldOf(unit, found, counts);
      const members = [unit.element, unit.standIn, ...unit.twins, ...unit.options.flatMap((option) => [option.element, option.click])];
      for (const member of members) if (member) book.owners.set(member, unit.field.handle);
      if (unit.input ?? unit.standIn) book.standIns.set(unit.element, unit.input ?? unit.standIn);
      yield;
    }
    findRows(units, counts);
    return {
      url: location.href,
      title: fold(getter(Document.prototype, 'title')(document)),
      lang: lower(documentElement(document), 'lang'),
      top: globalThis === globalThis.top,
      frameId: 0,
      fields: units.map((unit) => unit.field),
      sections: rowSections(units, found, counts),
      job: yield* jobSource(),
      childFrames: foreignFrames(found.frames),
      truncated,
    };
  };

  // Two looks at a time would give the same numbers twice.
  let last = Promise.resolve();

  /** Reads the whole frame, without holding its page up: a promise of a `PageSnapshot`. */
  const collect = () => {
    const next = last.then(() => readSteadily(readFrame));
    last = next.catch(() => null);
    return next;
  };

  const elementOf = (number) => book.elements.get(number) ?? null;

  globalThis.__foothold = Object.assign(globalThis.__foothold ?? {}, {
    collect,
    /** The element of a field's number, null where there is none. */
    elementOf,
    /** The element of an option's number: what is clicked to choose it. */
    optionElementOf: elementOf,
    /** The number of the field that an element is part of (itself, an option, a hidden twin); 0 for none. */
    handleOf: (element) => book.owners.get(element) ?? 0,
    signatureOf,
  });
})();
