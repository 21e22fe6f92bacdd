import type { RichText } from '../rich-text/index.ts';
import type { StoredSubject } from './subject.ts';

/** A subject that somebody wrote: a comment or a post. */
export interface Authored extends StoredSubject {
  readonly authorId: string;
  readonly body: StoredRichText;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly deletedBy: string | null;
}

/** Rich text as the database has it: the tree is JSON, which nobody but its reader need take apart. */
export interface StoredRichText {
  readonly source: string;
  readonly text: string;
  readonly tree: string;
}

/** What a text said before it was edited. */
export interface FormerVersion {
  readonly id: string;
  readonly body: StoredRichText;
  /** When this version was written. */
  readonly createdAt: number;
}

export function toStored({ source, text, tree }: RichText): StoredRichText {
  return { source, text, tree: JSON.stringify(tree) };
}
