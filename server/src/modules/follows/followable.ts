import type { SeenGroup } from '../groups/index.ts';
import type { Person } from '../people/index.ts';
import type { Post } from '../posts/index.ts';
import type { Page } from '../subjects/index.ts';
import type { Readable } from '../../platform/readable.ts';
import type { FollowSource, SourceType } from './follow.ts';

/** Something that can be followed, which the viewer may see. */
export type Followable = Readable<Page> | Readable<Post> | Person | SeenGroup;

/** Rows do not say what they are: only groups have a visibility, and of the others only people have a handle. */
export function typeOf(thing: Followable): SourceType {
  if ('visibility' in thing) return 'Group';
  if ('handle' in thing) return 'Person';
  return thing.kind;
}

/** Null for a page without a row, which nobody follows. */
export function sourceOf(thing: Followable): FollowSource | null {
  const type = typeOf(thing);
  const id = 'rowId' in thing ? thing.rowId : thing.id;
  return id && { type, id };
}
