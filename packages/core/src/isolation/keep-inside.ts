import { ownClicks } from './own-clicks.js';

// Loaded with whatever one can write or press: to read takes none of it.

const FIELDS = 'input, textarea, select';
/** What says that a field changes. */
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
/** Keys that type nothing: they are the page's too. */
const PASSING = /^(Escape|Tab|Control|Meta|Alt|AltGraph|Shift|CapsLock|F\d+)$/;
/** With Control or Command, these edit the text of a field in every system; all others are somebody's shortcuts. */
const EDITING = /^([acvxyz]|Arrow.*|Home|End|Backspace|Delete)$/i;

const IS_MAC = /Mac|iP(hone|ad|od)/.test(navigator.platform);

// Which keys went down in here and were kept: what comes up belongs to what went down.
const kept = new Set<string>();

/**
 * Keeps from the page around what people type in the fields below `root`, and the keys that are used there. To the page, such
 * an event comes from an element that is no field: its shortcuts would take the letters, its guards against unsaved changes
 * would take the text for their own. Listeners of the page that capture come first, and cannot be spared.
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
  // What a browser fills in by itself comes with events without a key.
  if (defaultPrevented || !key) return true;
  if (PASSING.test(key)) return false;
  const source = sourceOf(event);
  if (!source.closest?.(`${FIELDS}, :popover-open`)) return /^(Enter| )$/.test(key) && !!source.closest?.('button, a');
  // On some keyboards letters are typed with Alt, or with Control and Alt.
  if (event.getModifierState('AltGraph')) return true;
  if (ctrlKey || metaKey) return EDITING.test(key);
  return !altKey || IS_MAC;
}

const sourceOf = (event: Event) => event.composedPath()[0] as Element;

/** Escape closes what is on top and nothing around it. WebKit, left alone, closes the dialog of the page with it. */
function closeOnTop(event: KeyboardEvent): void {
  const onTop = openPopovers(event.currentTarget as ParentNode).at(-1);
  if (!onTop || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  onTop.hidePopover();
}

/** Those that close with Escape, each after the one that it stands in. */
function openPopovers(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches('[popover=""]:popover-open') ? [element] : []),
    ...(element.shadowRoot ? openPopovers(element.shadowRoot) : []),
  ]);
}
