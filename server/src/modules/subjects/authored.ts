import type { RichText } from '../rich-text/index.ts';
import type { StoredSubject } from './subject.ts';
import type { RowId } from '../../platform/ids.ts';

/** A subject that somebody wrote: a comment or a post. */
export interface Authored extends StoredSubject {
  readonly id: RowId;
  readonly authorId: RowId;
  readonly body: StoredRichText;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly deletedBy: RowId | null;
}

/** Rich text as the database has it: the tree is JSON, which nobody but its reader need take apart. */
export interface StoredRichText {
  readonly source: string;
  readonly text: string;
  readonly tree: string;
}

/** What a text said before it was edited. */
export interface FormerVersion {
  readonly id: RowId;
  readonly body: StoredRichText;
  /** When this version was written. */
  readonly createdAt: number;
}

export function toStored({ source, text, tree }: RichText): StoredRichText {
  return { source, text, tree: JSON.stringify(tree) };
}
