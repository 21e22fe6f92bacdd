import type { Edit } from './edit.js';

/** Changes the text of a field as typing does: it can be undone, and the field says `input`. */
export function editArea(area: HTMLTextAreaElement, { from, to, insert, selectFrom, selectTo }: Edit): void {
  area.focus();
  area.setSelectionRange(from, to);
  // Deprecated, and still the only way that keeps the browser's undo.
  const isDone = insert
    ? document.execCommand('insertText', false, insert)
    : from === to || document.execCommand('delete');
  if (!isDone) {
    area.setRangeText(insert, from, to, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  area.setSelectionRange(selectFrom, selectTo);
}
