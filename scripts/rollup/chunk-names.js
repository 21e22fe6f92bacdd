/** What every page needs before anything shows: Lit, the client, and the like button, which most widgets have inside. */
const first =
  /parvis-decorators|\/node_modules\/(@lit|lit|lit-element|lit-html|tslib)\/(?!directive)|\/core\/dist\/(cache|client|graphql|icons\/icon|localisation|page\/page-key|person\/person\.js|define|notice\/(notice-for|sign-in)|controllers\/query|styles\/(host|button|skeleton))|\/like-button\/dist\/(like-(button|controller|operations)|parvis-like-button|reaction\.js|strings\/(en|catalogue))/;

/** What the widgets in which people write have in common. */
const social = /\/core\/dist\/(avatar|person\/(parvis|person-name)|relative-time|rich-text|controllers)\b|\/comment-thread\/dist\/strings\/(en|catalogue)/;

/** Loaded with the first click, and so left to themselves. */
const later = /\/(attempt|mutate|query-now|idempotency-key|plain-tree|fr)\.js$/;

/**
 * Two chunks that widgets share, named by what is in them; many small ones would compress worse. All else is left to
 * Rollup, which makes one chunk for each widget, for each part that is imported lazily, and for what only some share.
 *
 * @type {import('rollup').GetManualChunk}
 */
export function chunkNames(id) {
  const path = id.replaceAll('\\', '/');
  if (later.test(path)) return undefined;
  return first.test(path) ? 'core' : social.test(path) ? 'social' : undefined;
}
