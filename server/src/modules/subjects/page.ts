import { addressOf } from './page-key.ts';
import type { Subject } from './subject.ts';
import type { RowId } from '../../platform/ids.ts';

/** An intranet page, or a part of one. It has no row before its first comment, reaction or post. */
export interface Page extends Subject {
  readonly kind: 'Page';
  readonly key: string;
  readonly title: string | null;
  /** Who has set the title; null where the page itself gives it. */
  readonly titleSetBy: TitleSetter | null;
  readonly url: string | null;
  /** Null for a page without a row. */
  readonly createdAt: number | null;
}

/** A person of the administration, by id, or the command line. */
export type TitleSetter = RowId | 'command line';

/** Details of a page that a widget sends with a write. */
export interface PageDetails {
  /** The title of the page where the widget stands, if that is the page. */
  title?: string | null;
  /** The page's key, as the widget has it. */
  url?: string | null;
}

/** A page whose key changed. Either may have no row yet; where both have, the first is to become part of the second. */
export interface PageMove {
  readonly from: { readonly key: string; readonly rowId: RowId | null };
  readonly to: { readonly key: string; readonly rowId: RowId | null };
}

/** Nobody reads it, until it is said who does. */
export function pageWithoutRow(key: string): Page {
  return {
    kind: 'Page',
    id: key,
    rowId: null,
    key,
    title: null,
    titleSetBy: null,
    url: addressOf(key),
    createdAt: null,
    reactionCount: 0,
    reactionGroups: '',
    commentCount: 0,
    lockedAt: null,
    deletedAt: null,
    audience: 'nobody',
    ownAudience: null,
    writers: 'nobody',
  };
}
