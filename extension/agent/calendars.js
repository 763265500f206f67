/**
 * Date pickers: a date typed the way the picker shows, or its day taken in the calendar that opens.
 *
 * Pickers differ in their looks and agree in what a person needs: a month and a year that are shown, a way to the next
 * and the last month, and a cell for each day. The functions hang on `globalThis.__foothold.calendars`.
 *
 * What must not happen here: a day of another month, a date the field then shows otherwise.
 */
(() => {
  'use strict';

  const { hand, reading } = globalThis.__foothold;
  const { ancestors, attr, containsNode, documentElement, lower, queryAll, rectOf, tagOf } = reading;

  const LIMIT = { open: 500, turned: 400, turns: 900, taken: 600 };

  const CELL = 'td, td a, [role=gridcell], [class*="day" i], time, button, [data-date], [data-day]';
  const NEXT = /(^|[\s_-])(next|siguiente|nächste[rn]?|naechste[rn]?|suivant|successivo|prossimo|volgende|próximo|seguinte|następny|vor)([\s_-]|$)|navigation--next|rightarrow|arrow-?right|chevron-?right|[›»>→]/i;
  const BACK = /(^|[\s_-])(prev|previous|anterior|vorige[rn]?|vorheriger?|zurück|précédent|precedente|vorige|poprzedni)([\s_-]|$)|navigation--previous|leftarrow|arrow-?left|chevron-?left|[‹«<←]/i;
  const YEARS = /year|jahr|année|año|anno|jaar|ano|rok|super|double/i;
  const OUTSIDE = /outside|other-?month|(^|[\s_-])(old|new|off|muted|prev\w*|next\w*|adjacent|neighbou?ring)([\s_-]|$)|not-in-view|notinmonth/i;

  const parts = (date) => {
    const [year, month, day] = date.split('-').map(Number);
    return { year, month, day };
  };

  /** Names of the months in the page's language and in English, folded: name → number. */
  const monthNames = () => {
    const names = new Map();
    for (const lang of new Set([lower(documentElement(document), 'lang') || 'en', navigator.language, 'en'])) {
      for (const style of ['long', 'short']) {
        for (let month = 0; month < 12; month += 1) {
          try {
            const name = new Intl.DateTimeFormat(lang, { month: style, timeZone: 'UTC' }).format(Date.UTC(2024, month, 15));
            const key = hand.fold(name);
            if (key && !/^\d+$/.test(key) && !names.has(key)) names.set(key, month + 1);
          } catch { /* A language tag that is none. */ }
        }
      }
    }
    return names;
  };

  /** The month and year that a text names: "March 2027", "2027-03", "03/2027". */
  const monthIn = (text, names) => {
    const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/.exec(text)?.[1];
    const words = hand.fold(text).split(' ');
    const named = words.map((word) => names.get(word)).find(Boolean);
    const numbered = /(?:^|\D)(?:19|20)\d\d[-/.](\d{1,2})(?:\D|$)|(?:^|\D)(\d{1,2})[-/.](?:19|20)\d\d/.exec(text);
    return { year: year ? Number(year) : 0, month: named ?? Number(numbered?.[1] ?? numbered?.[2] ?? 0) };
  };

  const isOpenNow = (element, seen) => {
    const own = attr(element, 'aria-controls') || attr(element, 'aria-owns');
    const named = own && reading.byId(document, own.split(/\s+/)[0]);
    const found = queryAll(document, '[role=dialog], [role=grid], table, [class*=calendar i], [class*=datepicker i], [class*=date-picker i], [class*=flatpickr i], [class*=picker i]')
      .filter((at) => at !== element && !containsNode(at, element) && hand.isVisible(at) && rectOf(at).height > 40);
    const fresh = found.filter((at) => !seen.has(at));
    const holdsDays = (at) => daysIn(at).length >= 28;
    const widest = (list) => list.find((at) => holdsDays(at) && !list.some((other) => other !== at && containsNode(other, at)));
    return named && holdsDays(named) ? named : widest(fresh) ?? null;
  };

  const dayNumber = (cell) => /^\s*(\d{1,2})\s*$/.exec(cell.textContent ?? '')?.[1];

  /** The cells of days, the innermost elements that show one. */
  const daysIn = (calendar) => {
    const cells = queryAll(calendar, CELL).filter((at) => dayNumber(at) !== undefined && Number(dayNumber(at)) >= 1 && Number(dayNumber(at)) <= 31);
    const outer = new Set();
    const set = new Set(cells);
    for (const at of cells) for (const up of ancestors(at, 4)) if (set.has(up)) outer.add(up);
    return cells.filter((at) => !outer.has(at) && hand.isVisible(at));
  };

  /** Which month a calendar shows: by its own fields, or by the words at its head. */
  const shownMonth = (calendar, names) => {
    const cells = new Set(daysIn(calendar));
    const found = { year: 0, month: 0 };
    for (const input of queryAll(calendar, 'select, input')) {
      if (!hand.isVisible(input)) continue;
      const text = input instanceof HTMLSelectElement ? input.selectedOptions[0]?.text ?? '' : input.value;
      const named = monthIn(text, names);
      found.year ||= named.year;
      found.month ||= named.month;
    }
    if (found.year && found.month) return found;
    for (const at of queryAll(calendar, '*')) {
      if (cells.has(at) || tagOf(at) === 'option' || tagOf(at) === 'td' || attr(at, 'role') === 'gridcell') continue;
      const own = [...at.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join(' ');
      if (!own.trim() || own.length > 60 || !hand.isVisible(at)) continue;
      const named = monthIn(own, names);
      found.year ||= named.year;
      found.month ||= named.month;
      if (found.year && found.month) break;
    }
    return found.year && found.month ? found : null;
  };

  const signs = (at) => [attr(at, 'aria-label'), attr(at, 'title'), attr(at, 'class'), attr(at, 'data-action'), (at.textContent ?? '').trim().slice(0, 20)];

  /** The sign that turns a calendar by a month, or by a year. */
  const turner = (calendar, direction, years = false) => {
    const wanted = direction > 0 ? NEXT : BACK;
    const cells = new Set(daysIn(calendar));
    const found = queryAll(calendar, 'button, a, [role=button], span, th, i, div').filter((at) => !cells.has(at) && hand.isVisible(at)
      && daysIn(at).length === 0 && signs(at).some((text) => text.length < 160 && wanted.test(text))
      && years === signs(at).some((text) => text.length < 60 && YEARS.test(text) && !/month/i.test(text)));
    return found.find((at) => /^(button|a)$/.test(tagOf(at)) || lower(at, 'role') === 'button') ?? found[0] ?? null;
  };

  const setByFields = (calendar, { year, month }, names) => {
    let done = false;
    for (const field of queryAll(calendar, 'select, input')) {
      if (!hand.isVisible(field)) continue;
      if (field instanceof HTMLSelectElement) {
        const texts = [...field.options];
        const years = texts.every((option) => /^\D*\d{4}\D*$/.test(option.text));
        const option = years ? texts.find((at) => at.text.includes(String(year)))
          : texts.find((at) => names.get(hand.fold(at.text)) === month);
        if (!option || option.selected) continue;
        hand.setSelected.call(option, true);
        hand.input(field, null, '');
        hand.change(field);
        done = true;
      } else if (/^\d{4}$/.test(field.value) && field.value !== String(year)) {
        hand.focus(field);
        hand.setValue(field, String(year));
        hand.change(field);
        hand.tap(field, 'Enter');
        done = true;
      }
    }
    return done;
  };

  /** Turns the calendar to a month; true once it shows it. */
  const turnTo = async (find, wanted, names) => {
    let fields = true;
    for (let i = 0; i < LIMIT.turns; i += 1) {
      const calendar = find();
      const now = calendar && shownMonth(calendar, names);
      if (!now) return false;
      const months = (wanted.year - now.year) * 12 + wanted.month - now.month;
      if (months === 0) return true;
      const before = `${now.year}-${now.month}`;
      const moved = () => {
        const at = find();
        const then = at && shownMonth(at, names);
        return then && `${then.year}-${then.month}` !== before ? { then } : null;
      };
      if (fields) {
        fields = setByFields(calendar, wanted, names);
        if (fields && await hand.until(moved, LIMIT.turned)) continue;
        fields = false;
      }
      const button = Math.abs(months) >= 12 && turner(calendar, months, true) || turner(calendar, months);
      if (!button || !hand.click(button) || !await hand.until(moved, LIMIT.turned)) return false;
    }
    return false;
  };

  const saysDate = (text, { year, month, day }, names) => {
    if (!text) return false;
    const iso = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text);
    if (iso) return Number(iso[1]) === year && Number(iso[2]) === month && Number(iso[3]) === day;
    const named = monthIn(text, names);
    const numbers = (text.match(/\d+/g) ?? []).map(Number);
    return named.year === year && named.month === month && numbers.includes(day);
  };

  /** The cell of a day in the month that is shown. */
  const cellOf = (calendar, wanted, names) => {
    const cells = daysIn(calendar).filter((at) => Number(dayNumber(at)) === wanted.day);
    const around = (at) => [at, ...ancestors(at, 2)].filter((up) => daysIn(up).length <= 1);
    const told = (at) => around(at).flatMap((up) => ['aria-label', 'data-date', 'data-day', 'data-value', 'datetime', 'title'].map((name) => attr(up, name)));
    const exact = cells.filter((at) => told(at).some((text) => saysDate(text, wanted, names)));
    if (exact.length >= 1) return exact[0];
    const inside = cells.filter((at) => !around(at).some((up) => OUTSIDE.test(attr(up, 'class'))) && !told(at).some((text) => monthIn(text, names).year));
    if (inside.length === 1) return inside[0];
    if (inside.length !== 2) return null;
    // Days of the months around are drawn, too, and look the same: the first days stand in front, the last ones behind.
    return wanted.day <= 15 ? inside[0] : inside[1];
  };

  const isOff = (cell) => [cell, ...ancestors(cell, 1)].some((at) => at.disabled === true || lower(at, 'aria-disabled') === 'true'
    || /(^|[\s_-])disabled([\s_-]|$)/i.test(attr(at, 'class')));

  /** Takes a day in the calendar that a field opens. `''` where it did, else why not. */
  const take = async (element, date) => {
    const names = monthNames();
    const wanted = parts(date);
    const seen = new Set(queryAll(document, '*').filter((at) => /calendar|picker|dialog/i.test(`${attr(at, 'class')} ${attr(at, 'role')}`) && hand.isVisible(at)));
    const find = () => isOpenNow(element, seen);
    hand.focus(element);
    hand.click(element);
    if (!await hand.until(find, LIMIT.open)) {
      const button = [...ancestors(element, 3)].flatMap((at) => queryAll(at, 'button, [role=button], [class*=calendar i], [class*=icon i]'))
        .find((at) => at !== element && hand.isVisible(at) && /calendar|date|kalender|datum|fecha|calendrier|picker/i.test(signs(at).join(' ')));
      if (!button || !hand.click(button) || !await hand.until(find, LIMIT.open)) return 'No calendar opened here.';
    }
    if (!await turnTo(find, wanted, names)) { await leave(element, find); return 'The calendar could not be turned to that month.'; }
    const cell = cellOf(find(), wanted, names);
    if (!cell || isOff(cell)) { await leave(element, find); return 'The calendar does not offer that day.'; }
    hand.click(cell);
    await hand.until(() => !find(), LIMIT.taken);
    await leave(element, find);
    return '';
  };

  /** Closes a calendar that stayed open. */
  const leave = async (element, find) => {
    if (find()) { hand.tap(element, 'Escape'); await hand.pause(); }
    hand.blur(element);
    await hand.pause();
  };

  /** Whether a text names a date, in whatever order: by its year and month, and the day among its numbers. */
  const holds = (text, date) => {
    const { year, month, day } = parts(date);
    const names = monthNames();
    if (saysDate(text, { year, month, day }, names)) return true;
    const numbers = (text.match(/\d+/g) ?? []).map(Number);
    const years = numbers.includes(year) || numbers.includes(year % 100);
    return years && numbers.length >= 3 && numbers.includes(day) && numbers.includes(month);
  };

  Object.assign(globalThis.__foothold, { calendars: { holds, take } });
})();
