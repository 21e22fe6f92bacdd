/**
 * What every page needs before anything shows, and what most widgets have inside: Lit, the client, the like button, names,
 * faces, times and rich text. The like button's registration (`parvis-like-button.js`) is not among them: it would wake
 * tags before parvis.js has said where the server is, and they would ask the page's own host.
 */
const shared =
  /\/node_modules\/(@lit|lit|lit-element|lit-html|tslib|graphql-request)\/(?!directive)|\/core\/dist\/(avatar|cache|client(?!\/(explain|kept-tokens))|controllers|define|graphql\/(graphql|sent)|icons\/icon|late-code|localisation|notice\/(notice-for|sign-in)|page\/(page-key|permalink)|provider\/surroundings|person\/|relative-time|rich-text|styles\/(host|reset|button|skeleton))|\/like-button\/dist\/(like-(button|controller|operations)|reaction\.js|strings\/(en|catalogue))/;

/** What shows when and what people wrote, which like buttons do not. */
const written = /\/core\/dist\/(relative-time|rich-text\/(?!plain-tree))/;

/** Loaded with the first click, and so left to themselves. */
const later = /\/(query-now|read-page|fr)\.js$/;

/** What every write needs. */
const writing =
  /\/core\/dist\/(client\/(mutate|idempotency-key)|controllers\/catch-up|page\/page-details|rich-text\/plain-tree)\.js$/;

/** What looks whether anything is unsent, and where that is kept. */
const unsent = /\/core\/dist\/unsent\/(unsent-places|wake-unsent)\.js$/;

/** What the stream of events brings: it is there by the time that something of it is needed. */
const events =
  /\/node_modules\/eventsource-parser\/|\/core\/dist\/(events\/|client\/explain|announcer\/(announce-news|meanwhile))/;

/**
 * One chunk that all widgets share. A page with nothing but a like button loads some 2.5 KB more by that than it must; all
 * others load less, since two chunks compress worse than one. All else is left to Rollup, which makes one chunk for each
 * widget, for each part that is imported lazily, and for what only some share.
 *
 * @type {import('rollup').GetManualChunk}
 */
export function chunkNames(id) {
  const path = id.replaceAll('\\', '/');
  if (events.test(path)) return 'events';
  if (writing.test(path)) return 'writing';
  if (unsent.test(path)) return 'unsent';
  if (written.test(path) && !later.test(path)) return 'written';
  return shared.test(path) && !later.test(path) ? 'core' : undefined;
}
