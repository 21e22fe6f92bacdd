import { closestComposed } from '../localisation/nearest-lang.js';

// In a shadow root's own sheet `!important` wins over that of the page, whose rules for `div` or `*` end here.
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
 * Says `message` to screen readers when they have finished what they are saying. The region stands in the page itself,
 * once: regions of elements that come and go, or made in the moment they speak, are often not heard.
 */
export function announce(message: string, lang?: string): void {
  host ??= makeHost();
  const place = openDialog() ?? document.documentElement;
  if (host.parentNode !== place) place.append(host);
  if (lang) host.lang = lang;
  region.textContent = '';
  // The same words twice are a change only if they were gone in between.
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
 * The modal dialog that the reader is in: what stands outside of it is not read out. Else, beside the body and not in it:
 * pages have rules for its children, and for the last of them.
 */
function openDialog(): Element | null | undefined {
  const modal = 'dialog:modal';
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return (active && closestComposed(active, modal)) ?? [...document.querySelectorAll(modal)].at(-1);
}
