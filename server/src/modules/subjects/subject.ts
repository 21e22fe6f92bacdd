import type { Audience, Audienced } from '../../platform/audience.ts';
import { type GlobalId, type RowId, toGlobalId } from '../../platform/ids.ts';

/**
 * What people can react to and comment on, by the name of its GraphQL type. A module adds its own:
 * `declare module '…/subjects/subject.ts' { interface SubjectKinds { Post: true } }`.
 */
export interface SubjectKinds {
  Page: true;
}

export type SubjectKind = keyof SubjectKinds;

/** Something that people can react to and comment on. */
export interface Subject extends Audienced {
  readonly kind: SubjectKind;
  /** The part of its global id after the type: a page's key, or the id of its row. */
  readonly id: string;
  /** Null for a page without comments, reactions and posts: it has no row yet. */
  readonly rowId: RowId | null;
  readonly reactionCount: number;
  /** How many people reacted each way, as the row has it: `LIKE:2,LOVE:1`. */
  readonly reactionGroups: string;
  readonly commentCount: number;
  /** When the discussion was locked; for a comment, that of its page or post. */
  readonly lockedAt: number | null;
  readonly deletedAt: number | null;
  /** Who may comment and react. */
  readonly writers: Audience;
}

/** A subject with a row in the database. */
export type StoredSubject = Subject & { readonly rowId: RowId };

export function isStored<S extends Subject>(subject: S): subject is S & StoredSubject {
  return subject.rowId !== null;
}

export function globalIdOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): GlobalId {
  return toGlobalId(kind, id);
}
