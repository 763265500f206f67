/**
 * Files: given to a file input, to the zone it stands in, or to a zone that takes only what is dropped.
 * The way of writing hangs on `globalThis.__foothold.uploads`.
 *
 * What must not happen here: a file the page says it does not take, a name that proves nothing taken for proof.
 */
(() => {
  'use strict';

  const { hand, reading } = globalThis.__foothold;
  const { ancestors, attr, containsNode, parentOf, queryAll, tagOf } = reading;

  const LIMIT = { silent: 80, settle: 200, taken: 4000, dropped: 2000, saved: 60_000 };

  const isInput = (element) => element instanceof HTMLInputElement;

  /** The file input of a field: itself, or the one that a drop zone keeps elsewhere; null where there is none. */
  const inputOf = (element) => {
    if (isInput(element)) return element;
    const other = reading.book.standIns.get(element);
    return other?.isConnected ? other : null;
  };

  const accepts = (input, file) => {
    const rules = (input?.accept ?? '').split(',').map((rule) => rule.trim().toLowerCase()).filter(Boolean);
    const [name, type] = [file.name.toLowerCase(), file.type.toLowerCase()];
    return rules.length === 0 || rules.some((rule) => rule === '*/*' || rule === '*'
      || (rule.endsWith('/*') ? type.startsWith(rule.slice(0, -1)) : rule.startsWith('.') ? name.endsWith(rule) : type === rule));
  };

  const fileFrom = ({ name, mediaType, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new File([bytes], name, { type: mediaType });
  };

  const carry = (files) => {
    const transfer = new DataTransfer();
    for (const file of files) transfer.items.add(file);
    return transfer;
  };

  const held = (element) => [...(inputOf(element)?.files ?? [])];
  const holds = (element, name) => element.isConnected && held(element).some((file) => file.name === name);

  /** Places around the field where a page shows the name of a file it took, kept because the field may go away. */
  const placesAround = (element) => {
    const places = isInput(element) ? [] : [element];
    for (const at of ancestors(element, 6)) {
      if (tagOf(at) === 'body') break;
      places.push(at);
    }
    return places;
  };

  const shows = (places, name) => places.some((at) => at.isConnected && (hand.textOf(at).includes(name)
    || queryAll(at, '[title], [aria-label]').some((inner) => (attr(inner, 'title') || attr(inner, 'aria-label')).includes(name))));

  const dropZoneOf = (element) =>
    Element.prototype.closest.call(element, '[class*=drop i], [data-automation-id*=drop i], [class*=upload i], [data-testid*=drop i]') ?? parentOf(element);

  const drop = (zone, file) => {
    for (const name of ['dragenter', 'dragover', 'drop']) {
      hand.send(zone, DragEvent, name, { cancelable: true, dataTransfer: carry([file]) });
    }
  };

  const give = (input, files) => {
    hand.setFiles.call(input, carry(files).files);
    hand.input(input, null, '');
    hand.change(input);
  };

  const refused = (detail) => ({ result: 'file_refused', kept: '', detail });

  const upload = {
    read: (element) => held(element).map((at) => at.name).join('; '),
    says: (element, action, text, places) => holds(element, text) || shows(places ?? placesAround(element), text),
    remember: held,
    async write(element, action, files) {
      const offer = files?.[action.file];
      if (!offer) return refused('There is no file to attach.');
      const own = fileFrom(offer);
      // A place that shows this name already proves nothing: another field may have got the same file.
      const places = placesAround(element).filter((at) => !shows([at], own.name));
      if (held(element).some((at) => at.name === own.name && at.size === own.size)) return { result: 'already_there', kept: own.name };
      const input = inputOf(element);
      if (!accepts(input, own)) return refused('The page does not take files of this type.');
      const most = Number(element.dataset.maxSize ?? element.dataset.maxFileSize ?? Number.NaN);
      if (own.size > most) return refused('The file is larger than the page allows.');
      const zone = dropZoneOf(element);
      const taken = () => holds(element, own.name) || shows(places, own.name);
      if (input) {
        // A field for several keeps those it has.
        give(input, input.multiple ? [...held(element), own] : [own]);
        // A page that does nothing at once needs no longer rest.
        if (await hand.quiet(LIMIT.silent, LIMIT.taken)) await hand.quiet(LIMIT.settle, LIMIT.taken);
      }
      if (!taken() && zone?.isConnected) {
        drop(zone, own);
        await hand.until(taken, LIMIT.dropped);
      }
      if (taken()) return { result: 'written', kept: own.name, text: own.name, places };
      return { result: 'file_refused', kept: upload.read(element), detail: '' };
    },
    async restore(element, before) {
      const input = inputOf(element);
      if (!input?.isConnected || !containsNode(document, input)) return false;
      give(input, before);
      await hand.pause();
      return input.files.length === before.length;
    },
  };

  /** Puts a file into the person's downloads: what the page does not take, they choose there themselves. */
  const save = (offer) => {
    const address = URL.createObjectURL(fileFrom(offer));
    const link = Object.assign(document.createElementNS('http://www.w3.org/1999/xhtml', 'a'), { href: address, download: offer.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), LIMIT.saved);
    return { ok: true };
  };

  Object.assign(globalThis.__foothold, { uploads: { upload, save } });
})();
