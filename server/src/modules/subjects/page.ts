import type { Subject } from './subject.ts';

/** An intranet page, or a part of one. Until somebody writes there it has no row. */
export interface Page extends Subject {
  readonly kind: 'Page';
  readonly key: string;
  readonly title: string | null;
  readonly url: string | null;
}

/** What the host page says of itself. */
export interface PageDetails {
  title?: string | null;
  url?: string | null;
}

/** A page whose key changed. Either may have no row yet; where both have, the first is to become part of the second. */
export interface PageMove {
  readonly from: { readonly key: string; readonly rowId: string | null };
  readonly to: { readonly key: string; readonly rowId: string | null };
}

export function pageWithoutRow(key: string): Page {
  return {
    kind: 'Page',
    id: key,
    rowId: null,
    key,
    title: null,
    url: addressOf(key),
    reactionCount: 0,
    commentCount: 0,
    lockedAt: null,
    deletedAt: null,
  };
}

/** Where a page is, as far as its key tells. */
export function addressOf(key: string): string | null {
  return /^https?:/.test(key) ? key : null;
}
