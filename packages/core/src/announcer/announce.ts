import { closestComposed } from '../localisation/nearest-lang.js';

// In a shadow root, `!important` in its own sheet wins over the page's styles, such as rules for `div` or `*`.
const HIDDEN = `:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 1px !important;
  block-size: 1px !important;
  overflow: hidden !important;
  clip-path: inset(50%) !important;
  white-space: nowrap !important;
}`;

let host: HTMLElement | undefined;
let region: HTMLElement;

/**
 * Announces `message` to screen readers when they have finished the current announcement. There is one live region, in the
 * page itself: screen readers often miss regions that come and go, or that are created with their text.
 */
export function announce(message: string, lang?: string): void {
  host ??= makeHost();
  const parent = openDialog() ?? document.documentElement;
  if (host.parentNode !== parent) parent.append(host);
  if (lang) host.lang = lang;
  region.textContent = '';
  // Setting the same text twice is only a change if the region was empty in between.
  setTimeout(() => (region.textContent = message), 50);
}

function makeHost(): HTMLElement {
  const host = document.createElement('parvis-announcer');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HIDDEN);
  root.adoptedStyleSheets = [sheet];
  region = document.createElement('div');
  region.role = 'status';
  root.append(region);
  return host;
}

/**
 * The modal dialog that the reader is in: screen readers do not read what is outside of it. Otherwise the region stands
 * beside the body, not in it: pages have rules for the body's children, and for its last child.
 */
function openDialog(): Element | null | undefined {
  const modal = 'dialog:modal';
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active && closestComposed(active, modal)) ?? [...document.querySelectorAll(modal)].at(-1);
}
