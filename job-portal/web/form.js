// The form's data and state, the same for every system: what is asked, what was answered.

/** What the server says about the form. */
export const form = JSON.parse(document.getElementById('form-data').textContent);

/** A word in the form's language. */
export const word = (key) => form.words[key] ?? key;

/** Where everything the person did is kept; the DOM only shows it. */
export function newState() {
  const state = { values: {}, files: {}, rows: {}, errors: {}, ui: {}, step: 0, sending: false, failed: '', lastRow: 0 };
  for (const section of sections()) {
    if (!section.rows) continue;
    state.rows[section.rows] = [];
    for (let row = 0; row < section.first_rows; row += 1) addRow(state, section);
  }
  return state;
}

// Rows are numbered afresh with every page, as the real ones are: their ids mean nothing.
const FIRST_ROW = 3 + Math.floor(Math.random() * 60);

/** Adds an empty row to a section; gives its number. */
export function addRow(state, section) {
  state.lastRow += 1;
  const row = FIRST_ROW + state.lastRow;
  state.rows[section.rows].push(row);
  return row;
}

/** Takes a row away, with what it held. */
export function removeRow(state, section, row) {
  state.rows[section.rows] = state.rows[section.rows].filter((other) => other !== row);
  for (const name of Object.keys(state.values)) if (name.startsWith(`${section.rows}-${row}--`)) delete state.values[name];
}

export function sections() {
  return form.steps.flatMap((step) => step.sections);
}

/** The answer to a field: a text, or a list for several boxes. */
export function valueOf(state, name) {
  return state.values[name] ?? '';
}

export function setValue(app, name, value) {
  app.update((state) => {
    state.values[name] = value;
    delete state.errors[name];
  });
}

export function setFile(app, name, file) {
  app.update((state) => {
    if (file) state.files[name] = file;
    else delete state.files[name];
    delete state.errors[name];
  });
}

/** A widget's own state: whether its list is open, what was typed into it. */
export function uiOf(state, name) {
  state.ui[name] ??= {};
  return state.ui[name];
}

/** The text of the option that is chosen. */
export function chosenText(field, value) {
  return field.options.find((option) => option.value === value)?.text ?? '';
}

/** Whether a field is asked now. */
export function isShown(state, field) {
  return !field.shown_if || valueOf(state, field.shown_if[0]) === field.shown_if[1];
}

/** The fields of a section as they stand: one copy for each row, with the row's names. */
export function fieldsOf(state, section) {
  if (!section.rows) return section.fields.filter((field) => isShown(state, field));
  return state.rows[section.rows].flatMap((row) => rowFields(state, section, row));
}

/** The fields of one row. Its number is only for this page; what is sent counts from 0. */
export function rowFields(state, section, row) {
  const fields = section.fields.map((field) => ({ ...field, own: field.name, name: `${section.rows}-${row}--${field.name}` }));
  const works = valueOf(state, `${section.rows}-${row}--currentlyWorkHere`) === 'on';
  const asked = (field) => !field.shown_if || valueOf(state, `${section.rows}-${row}--${field.shown_if[0]}`) === field.shown_if[1];
  return fields.filter((field) => !(works && field.own === 'endDate') && asked(field));
}

export function isEmpty(state, field) {
  if (field.shape === 'file') return !state.files[field.name];
  if (field.shape === 'files') return !state.files[field.name]?.length;
  return valueOf(state, field.name).length === 0;
}

/** Marks the required fields that are empty; true where there is none. */
export function complete(app, fields) {
  const missing = fields.filter((field) => field.required && isEmpty(app.state, field));
  app.update((state) => {
    state.errors = {};
    for (const field of missing) state.errors[field.name] = word('err_required');
  });
  return missing.length === 0;
}

/** Writes the widget-independent part of a checkbox list: one value added or taken away. */
export function toggled(list, value, on) {
  const others = (Array.isArray(list) ? list : []).filter((item) => item !== value);
  return on ? [...others, value] : others;
}

/** The `accept` attribute of a file field. */
export function accepts(field) {
  return field.accept.map((end) => `.${end}`).join(',');
}
