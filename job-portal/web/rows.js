// Rows of a plain form: "Add Another" copies a template. Nothing else here needs a script.

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => {
    const prefix = button.dataset.add;
    const rows = document.getElementById(`${prefix}_rows`);
    const template = document.querySelector(`template[data-rows="${prefix}"]`);
    const next = Math.max(-1, ...[...rows.children].map((row) => Number(row.dataset.row))) + 1;
    const holder = document.createElement('div');
    holder.innerHTML = template.innerHTML.replaceAll('__ROW__', String(next)).replaceAll('__NUMBER__', String(rows.children.length + 1));
    rows.append(...holder.children);
  });
}
