import { ownClicks } from './own-clicks.js';

// Loaded with elements for typing or pressing: reading needs none of it.

const FIELDS = 'input, textarea, select';
/** Events that announce a change of a field. */
const CHANGES = [
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'cut',
  'copy',
];
/** Keys that type nothing: the page may use them too. */
const PASSING = /^(Escape|Tab|Control|Meta|Alt|AltGraph|Shift|CapsLock|F\d+)$/;
/** With Control or Command, these edit the text of a field in every system; all others are shortcuts of the page. */
const EDITING = /^([acvxyz]|Arrow.*|Home|End|Backspace|Delete)$/i;

const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

// Keys whose `keydown` was kept inside: their `keyup` is kept inside as well.
const kept = new Set<string>();

/**
 * Stops the events of typing in fields below `root`, and of the keys used there, before they reach the page. To the page,
 * such an event seems to come from an element that is no field: its shortcuts would consume the letters, and its guards
 * against unsaved changes would treat the text as their own. Capturing listeners of the page run first, and cannot be
 * avoided.
 */
export function keepInside<Root extends EventTarget>(root: Root): Root {
  ownClicks(root);
  for (const type of CHANGES) root.addEventListener(type, keepChange);
  for (const type of ['keydown', 'keypress', 'keyup']) root.addEventListener(type, keepKey as EventListener);
  return root;
}

function keepChange(event: Event): void {
  if (sourceOf(event).matches?.(FIELDS)) event.stopPropagation();
}

function keepKey(event: KeyboardEvent): void {
  const key = event.code || event.key;
  if (event.type === 'keydown') {
    if (event.key === 'Escape') closeOnTop(event);
    if (isUsed(event)) kept.add(key);
    else kept.delete(key);
  }
  if (kept.has(key)) event.stopPropagation();
  if (event.type === 'keyup') kept.delete(key);
}

function isUsed(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  // Autofill by the browser sends events without a key.
  if (defaultPrevented || !key) return true;
  if (PASSING.test(key)) return false;
  const source = sourceOf(event);
  if (!source.closest?.(`${FIELDS}, :popover-open`)) return /^(Enter| )$/.test(key) && !!source.closest?.('button, a');
  // Some keyboards type letters with Alt, or with Control and Alt.
  if (event.getModifierState('AltGraph')) return true;
  if (ctrlKey || metaKey) return EDITING.test(key);
  return !altKey || IS_MAC;
}

const sourceOf = (event: Event) => event.composedPath()[0] as Element;

/** Escape closes only the topmost popover. By default, WebKit would close the page's dialog with it. */
function closeOnTop(event: KeyboardEvent): void {
  const onTop = openPopovers(event.currentTarget as ParentNode).at(-1);
  if (!onTop || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  onTop.hidePopover();
}

/** Open popovers that close with Escape, each after the one that contains it. */
function openPopovers(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches('[popover=""]:popover-open') ? [element] : []),
    ...(element.shadowRoot ? openPopovers(element.shadowRoot) : []),
  ]);
}
