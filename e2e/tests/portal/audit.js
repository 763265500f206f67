// Looks over the page that is shown and returns what is wrong, one line a finding. A function's body.
const found = [];
const seen = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
const called = (e) => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""} "${(e.textContent || e.value || "").trim().slice(0, 30)}"`;

// Names.
const text = (id) => document.getElementById(id)?.textContent.trim() ?? "";
const name = (e) =>
  (e.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map(text).join(" ").trim() ||
  (e.getAttribute("aria-label") ?? "").trim() ||
  [...(e.labels ?? [])].map((l) => l.textContent.trim()).join(" ") ||
  (e.matches("input, select, textarea") ? "" : e.textContent.trim());
const controls = [...document.querySelectorAll("a[href], button, input, select, textarea, [role=option]")].filter(seen);
for (const e of controls) if (!name(e)) found.push(`no name: ${called(e)}`);
for (const e of document.querySelectorAll("fieldset")) {
  if (seen(e) && !e.querySelector("legend")?.textContent.trim()) found.push(`no legend: ${called(e)}`);
}

// Structure.
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) found.push(`two elements with the id ${id}`);
for (const attribute of ["aria-describedby", "aria-labelledby", "aria-controls", "for"]) {
  for (const e of document.querySelectorAll(`[${attribute}]`)) {
    for (const id of e.getAttribute(attribute).split(" ")) if (!ids.includes(id)) found.push(`${attribute} leads nowhere: ${called(e)} → ${id}`);
  }
}
const one = { main: "main", h1: "h1", header: "body > header", footer: "body > footer" };
for (const [what, selector] of Object.entries(one)) {
  const count = document.querySelectorAll(selector).length;
  if (count !== 1) found.push(`${count} × ${what}`);
}
if (!document.title || !document.documentElement.lang) found.push("no title or language");
let level = 1;
for (const h of [...document.querySelectorAll("main h1, main h2, main h3, main h4")].filter(seen)) {
  const own = Number(h.tagName[1]);
  if (own > level + 1) found.push(`a heading level is skipped: ${called(h)}`);
  level = own;
}

// Contrast, from computed colours. Every colour goes through a canvas, so that its notation does not matter.
const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
const rgba = (colour) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a / 255];
};
const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
const behind = (e) => {
  const layers = [];
  for (let at = e; at; at = at.parentElement) {
    const colour = rgba(getComputedStyle(at).backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
};
const light = (c) => {
  const [r, g, b] = c.slice(0, 3).map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (a, b) => {
  const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
};
const off = (e) => e.closest(":disabled, [aria-disabled=true]");
const check = (e, colour, what) => {
  const style = getComputedStyle(e);
  const size = parseFloat(style.fontSize);
  const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  const ground = behind(e);
  const got = ratio(over(rgba(colour), ground), ground);
  if (got < least) found.push(`contrast ${got.toFixed(2)} of ${what} ${called(e)}`);
};
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const done = new Set();
while (texts.nextNode()) {
  const e = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || done.has(e) || off(e) || e.closest(".sr, script, noscript, option, svg") || !seen(e)) continue;
  done.add(e);
  check(e, getComputedStyle(e).color, "text");
}
for (const e of document.querySelectorAll("input, select, textarea")) {
  if (!seen(e) || off(e) || e.classList.contains("sr")) continue;
  const style = getComputedStyle(e);
  if (!["checkbox", "radio"].includes(e.type)) check(e, style.color, "what is typed in");
  if (e.placeholder) check(e, getComputedStyle(e, "::placeholder").color, "the example in");
  // Its edge, where it has one of its own (a radio in a row is its label).
  if (parseFloat(style.borderTopWidth) > 0) {
    const ground = behind(e.parentElement);
    const got = ratio(over(rgba(style.borderTopColor), ground), ground);
    if (got < 3) found.push(`contrast ${got.toFixed(2)} of the edge of ${called(e)}`);
  }
}

// The focus: something around the control has to change.
const look = (e) => {
  // A link that is stretched over its card shows it there.
  const over = getComputedStyle(e, "::after");
  const s = over.content !== "none" && over.outlineStyle !== "none" ? over : getComputedStyle(e);
  const outline = s.outlineStyle === "none" || parseFloat(s.outlineWidth) < 1.5 ? "none" : `${s.outlineColor} ${s.outlineWidth}`;
  return { outline, colour: s.outlineColor };
};
const before = document.activeElement;
for (const e of controls) {
  if (off(e) || e.tabIndex < 0 || e.matches("[role=option]")) continue;
  e.focus({ focusVisible: true, preventScroll: true });
  if (document.activeElement !== e) continue;
  const { outline, colour } = look(e);
  const ground = behind(e.parentElement);
  if (outline === "none") found.push(`focus not seen: ${called(e)}`);
  else if (ratio(over(rgba(colour), ground), ground) < 3) found.push(`focus too faint: ${called(e)}`);
}
before?.focus?.({ preventScroll: true });
return found;
