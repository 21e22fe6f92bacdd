import { toGlobalId } from '../../platform/ids.ts';
import type { StoredSubject } from './subject.ts';

/**
 * The address of a comment or post on its page, as the widgets understand it: `#comment-…` or, where the hash is a route of the
 * page, `?comment=…`; the same for posts. That of a page is its own.
 */
export function permalink({ kind, rowId }: Pick<StoredSubject, 'kind' | 'rowId'>, pageUrl: string): string {
  if (kind === 'Page') return pageUrl;
  const [page, hash = ''] = pageUrl.split(/#(.*)/s) as [string, string?];
  const [name, id] = [kind.toLowerCase(), toGlobalId(kind, rowId)];
  if (!/^!?\//.test(hash)) return `${page}#${name}-${id}`;
  return `${page.replace(/\?|$/, (mark) => `?${name}=${id}${mark && '&'}`)}#${hash}`;
}
