/**
 * Texts in editors: contenteditable boxes, the editors that libraries build on them, and editors in a frame of their own.
 * The functions hang on `globalThis.__foothold.rich`.
 *
 * What must not happen here: markup; what is written is plain text, and the editor makes its paragraphs of it.
 */
(() => {
  'use strict';

  const { hand, reading } = globalThis.__foothold;
  const { editableIn } = reading;

  const LIMIT = { taken: 250 };

  /** The element that is typed into: an editor's own box, or the body of its frame. */
  const boxOf = (element) => editableIn(element) ?? element;

  /** What the editor holds, as a person reads it. */
  const read = (element) => {
    const box = boxOf(element);
    return (box.innerText ?? box.textContent ?? '').replace(/[\u200b\ufeff]/g, '').replace(/\u00a0/g, ' ').replace(/\n{3,}/g, '\n\n').trim();
  };

  const plain = (text) => text.replace(/\s+/g, ' ').trim();

  const selectAll = (box) => {
    const owner = box.ownerDocument;
    const selection = Document.prototype.getSelection.call(owner);
    const range = Document.prototype.createRange.call(owner);
    range.selectNodeContents(box);
    selection.removeAllRanges();
    selection.addRange(range);
  };

  const command = (box, name, value) => Document.prototype.execCommand.call(box.ownerDocument, name, false, value);

  const paste = (box, value) => {
    const data = new DataTransfer();
    data.setData('text/plain', value);
    return hand.send(box, ClipboardEvent, 'paste', { clipboardData: data, cancelable: true });
  };

  /** Replaces what the editor holds. */
  const write = async (element, value) => {
    const box = boxOf(element);
    const says = () => plain(read(element)) === plain(value);
    hand.focus(box);
    selectAll(box);
    // Editors hear of a selection a turn later.
    await hand.pause();
    await hand.pause();
    const ways = [
      // Editors that keep their own text take what is pasted, and say so; they never hear of a command.
      () => value !== '' && !paste(box, value),
      () => { selectAll(box); return command(box, value === '' ? 'delete' : 'insertText', value); },
      () => {
        hand.send(box, InputEvent, 'beforeinput', { data: value, inputType: 'insertText', cancelable: true });
        box.textContent = value;
        hand.input(box, value, 'insertText');
        return true;
      },
    ];
    for (const way of ways) {
      if (!way()) continue;
      await hand.pause();
      if (says() || await hand.until(says, LIMIT.taken)) break;
    }
    // Editors in frames tell their form by these.
    if (box !== element) { hand.send(box, Event, 'change'); hand.send(box, KeyboardEvent, 'keyup', { key: 'Unidentified' }); }
    hand.blur(box);
    await hand.pause();
  };

  Object.assign(globalThis.__foothold, { rich: { read, write } });
})();
