// Sends what the state holds (not what the DOM shows), and puts mistakes beside their fields.

import { form, sections, fieldsOf, rowFields, word } from './form.js';

/** Sends the application; goes to the confirmation, or shows what is wrong. */
export async function send(app) {
  if (app.state.sending) return;
  app.update((state) => {
    state.sending = true;
    state.failed = '';
  });
  let failed = word('err_send');
  let errors = {};
  try {
    const body = collected(app.state);
    const answer = await fetch('/apply', { method: 'POST', body, headers: { accept: 'application/json' } });
    const result = await answer.json();
    if (answer.status === 201) {
      location.assign(result.thanks);
      return;
    }
    failed = result.detail || failed;
    errors = Object.fromEntries(result.errors.map((error) => [localName(app.state, error.field), error.message]));
  } catch {
    // The server is gone, or answered something else: the general message says so.
  }
  app.update((state) => {
    state.sending = false;
    state.failed = failed;
    state.errors = errors;
  });
}

function collected(state) {
  const body = new FormData();
  body.append('job_id', form.job.id);
  for (const section of sections()) {
    if (section.rows) {
      state.rows[section.rows].forEach((row, index) => {
        for (const field of rowFields(state, section, row)) append(body, state, field, `${section.rows}[${index}].${field.own}`);
      });
    } else {
      for (const field of fieldsOf(state, section)) append(body, state, field, field.name);
    }
  }
  // What no person fills is sent as it stands in the page.
  for (const bait of document.querySelectorAll('[data-bait]')) body.append(bait.name, bait.value);
  return body;
}

function append(body, state, field, name) {
  if (field.shape === 'file') {
    const file = state.files[field.name];
    if (file) body.append(name, file, file.name);
    return;
  }
  if (field.shape === 'files') {
    for (const file of state.files[field.name] ?? []) body.append(name, file, file.name);
    return;
  }
  const value = state.values[field.name] ?? '';
  for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
}

/** `workExperience[0].jobTitle` as the server counts, to the name on this page. */
function localName(state, name) {
  const parts = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(name);
  return parts && state.rows[parts[1]] ? `${parts[1]}-${state.rows[parts[1]][parts[2]]}--${parts[3]}` : name;
}
