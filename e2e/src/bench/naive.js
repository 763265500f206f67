// The peer in the same run: reads the same form field by field, the plain way. For every field it asks for the style
// of each ancestor and for the rendered text of each wrapper up to the form, and looks its label up in the document.
// It makes no options of groups, no sections, no signatures and no job: less is read here than by the agent.
(() => {
  const started = performance.now();
  const fields = [];
  for (const element of document.querySelectorAll('input, select, textarea')) {
    let visible = true;
    const texts = [];
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') visible = false;
      const box = at.getBoundingClientRect();
      if (at === element && (box.width === 0 || box.height === 0)) visible = false;
      if (at !== element && texts.length < 3) texts.push(at.innerText.slice(0, 500));
    }
    const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : element.closest('label');
    fields.push({
      tag: element.localName, type: element.type, id: element.id, name: element.name, visible,
      label: label?.innerText ?? '', texts, attributes: [...element.attributes].map((at) => [at.name, at.value]),
    });
  }
  return { ms: performance.now() - started, fields: fields.length };
})()
