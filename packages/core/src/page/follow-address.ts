// Loaded once the page is idle. In single-page sites, scripts change the address without loading the page again: widgets
// about "this page" follow it. `history` belongs to the page and is never patched.
import { FollowController } from '../controllers/follow-controller.js';
import { pageKey, type PageKey } from './page-key.js';

/** Moments when a page may have changed its address, for browsers without an event for that (WebKitGTK). */
const OCCASIONS = ['popstate', 'hashchange', 'pageshow', 'focus', 'click'];

const canonicalLink = () => document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href ?? '';
const pathOf = (address: string) => address.replace(/[?#].*/s, '').replace(/\/+$/, '');

let isFollowing = false;
let address: string;
let key: string;
/** Paths that this document has had before. */
const left = new Set<string>();

/** Updates all widgets about this page when its address changes. */
export function followAddress(): void {
  if (isFollowing) return;
  isFollowing = true;
  // The address at which the document was loaded: it may have changed before this code arrived.
  address = performance.getEntriesByType('navigation')[0]?.name ?? location.href;
  look();
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', look);
  for (const type of OCCASIONS) addEventListener(type, lookTwice, { capture: true, passive: true });
  // Frameworks update the head after the address.
  new MutationObserver(look).observe(document.head, {
    childList: true,
    subtree: true,
    attributeFilter: ['href', 'rel', 'content', 'name'],
  });
}

function lookTwice(): void {
  look();
  // Routers change the address after the click has been handled.
  setTimeout(look);
}

function look(): void {
  const now = location.href;
  if (now !== address) {
    left.add(pathOf(address));
    left.delete(pathOf(now));
    address = now;
  }
  const canonical = canonicalLink();
  (pageKey as PageKey).stale = left.has(pathOf(canonical)) ? canonical : undefined;
  const before = key;
  key = pageKey();
  if (key === before) return;
  for (const { host } of FollowController.all) host.requestUpdate();
  void import('./page-notes.js').then(({ notePage }) => notePage());
}
