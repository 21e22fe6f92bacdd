import type { RichText } from '../rich-text/index.ts';
import type { StoredSubject } from './subject.ts';
import type { RowId } from '../../platform/ids.ts';

/** A subject with an author: a comment or a post. */
export interface Authored extends StoredSubject {
  readonly id: RowId;
  readonly authorId: RowId;
  readonly body: StoredRichText;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly deletedBy: RowId | null;
}

export function isAuthored(subject: StoredSubject): subject is Authored {
  return 'authorId' in subject;
}

/** Rich text as it is stored. The tree stays JSON until a client reads it. */
export interface StoredRichText {
  readonly source: string;
  readonly text: string;
  readonly tree: string;
}

/** A text before an edit. */
export interface FormerVersion {
  readonly id: RowId;
  readonly body: StoredRichText;
  /** When this version was written. */
  readonly createdAt: number;
}

export function toStored({ source, text, tree }: RichText): StoredRichText {
  return { source, text, tree: JSON.stringify(tree) };
}
