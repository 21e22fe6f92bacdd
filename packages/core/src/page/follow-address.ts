// Loaded once the page is at rest. Pages that change without being loaded again change by scripts: what is about "this page"
// follows them. `history` is the page's own, and is never patched.
import { FollowController } from '../controllers/follow-controller.js';
import { pageKey, type PageKey } from './page-key.js';

/** When a page may have gone on to another address, for browsers that do not say so (WebKitGTK). */
const OCCASIONS = ['popstate', 'hashchange', 'pageshow', 'focus', 'click'];

const canonicalLink = () => document.querySelector<HTMLLinkElement>('link[rel~="canonical" i]')?.href ?? '';
const pathOf = (address: string) => address.replace(/[?#].*/s, '').replace(/\/+$/, '');

let isFollowing = false;
let address: string;
let key: string;
/** The paths that this document had and left. */
const left = new Set<string>();

/** Lets all that is about this page follow it to other addresses. */
export function followAddress(): void {
  if (isFollowing) return;
  isFollowing = true;
  // Where the document began: it may have gone on while this was on its way.
  address = performance.getEntriesByType('navigation')[0]?.name ?? location.href;
  look();
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('currententrychange', look);
  for (const type of OCCASIONS) addEventListener(type, lookTwice, { capture: true, passive: true });
  // Frameworks write what the head says of a page after they have gone to it.
  new MutationObserver(look).observe(document.head, {
    childList: true,
    subtree: true,
    attributeFilter: ['href', 'rel', 'content', 'name'],
  });
}

function lookTwice(): void {
  look();
  // Routers go on once they have heard of the click.
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
