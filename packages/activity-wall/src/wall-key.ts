import { pageKey } from '@parvis/core';

/**
 * The key by which the server knows a wall. `page` is the page's own, found as for its likes and comments; the address in
 * `page:<address>` is reduced to its page in the same way; `company`, `person:<handle>` and
 * `group:<short name>` are keys already.
 */
export function wallKey(wall: string): string {
  if (wall === 'page') return `page:${pageKey()}`;
  return wall.startsWith('page:') ? `page:${pageKey(wall.slice(5))}` : wall;
}
