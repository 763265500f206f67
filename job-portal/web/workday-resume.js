// Reading an attached résumé: it is sent away, the page says that it works, and after a while rows
// stand there that nobody typed, with the gaps and slips that such readers leave.

import { sections, addRow } from './form.js';

const ROWS = {
  workExperience: (read) => (read.work ?? []).map((job) => ({
    jobTitle: job.title, companyName: job.company, location: job.location, currentlyWorkHere: job.current ? 'on' : '', startDate: job.start, endDate: job.end, roleDescription: job.description,
  })),
  education: (read) => (read.education ?? []).map((school) => ({
    schoolName: school.school, fieldOfStudy: school.field, firstYearAttended: school.first_year, lastYearAttended: school.last_year,
  })),
};

/** Sends the file to be read and puts what comes back into rows. */
export async function readResume(app, file) {
  app.update((state) => {
    state.reading = 'working';
  });
  let read = {};
  try {
    const body = new FormData();
    body.append('resume', file, file.name);
    const answer = await fetch('/parse', { method: 'POST', body });
    if (answer.ok) read = await answer.json();
  } catch {
    // Not read, then: the person types it.
  }
  app.update((state) => {
    state.reading = 'done';
    for (const section of sections()) {
      for (const found of ROWS[section.rows]?.(read) ?? []) {
        const row = addRow(state, section);
        for (const [own, value] of Object.entries(found)) if (value) state.values[`${section.rows}-${row}--${own}`] = value;
      }
    }
  });
}
